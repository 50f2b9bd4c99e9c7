"""A condition as policy text again: parsing what is shown gives the same node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final
from unicodedata import normalize

from qinglian_rules.diagnostics import Lang
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.types import FactOf
from qinglian_rules.ir.walk import Over, Visitor

# How strongly parts hold together: a part that holds less strongly than its place wants is put in brackets.
CHOICE, OR, AND, NOT, COMPARE, SUM, PRODUCT, SIGN, ATOM = range(9)

_CALCULATIONS: Final = {"+": SUM, "-": SUM, "*": PRODUCT}
_UNITS: Final = (("days", timedelta(days=1)), ("hours", timedelta(hours=1)), ("minutes", timedelta(minutes=1)))


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, and how strongly it holds together."""

    text: str
    strength: int

    def at(self, strength: int) -> str:
        """Return the text for a place that wants at least this strength."""
        return self.text if self.strength >= strength else f"({self.text})"


def show(node: n.Node, lang: Lang = "en", vocabulary: Vocabulary | None = None) -> str:
    """Return a condition as policy text, fields and types by their English names or by their Chinese titles.

    Args:
        vocabulary: where the titles stand; that of all types which are defined, unless given.
    """
    return _Printer(vocabulary or Vocabulary.current() if lang == "zh" else None).fold(node).text


def _atom(text: str) -> Piece:
    return Piece(text, ATOM)


class _Printer(Visitor[Piece]):
    """Prints with English names where `vocabulary` is None, else with Chinese titles."""

    def __init__(self, vocabulary: Vocabulary | None) -> None:
        self.vocabulary = vocabulary

    # --- leaves

    def visit_Const(self, node: n.Const) -> Piece:
        return _literal(node.value)

    def visit_Param(self, node: n.Param) -> Piece:
        return _atom(f"params.{node.name.rpartition('/')[2]}")

    def visit_Var(self, node: n.Var) -> Piece:
        return _atom(node.name)

    def visit_LetRef(self, node: n.LetRef) -> Piece:
        return _atom(node.name)

    def visit_Context(self, node: n.Context) -> Piece:
        return _atom(node.name)

    def visit_ItemVar(self, node: n.ItemVar) -> Piece:
        return _atom(node.name)

    # --- facts

    def visit_Field(self, node: n.Field, fact: Piece) -> Piece:
        return _atom(f"{fact.at(ATOM)}.{self._field(node)}")

    def _field(self, node: n.Field) -> str:
        target = node.fact.type.target if isinstance(node.fact.type, FactOf) else ""
        fact_type = None if self.vocabulary is None else self.vocabulary.types.get(target)
        field = None if fact_type is None else fact_type.fields.get(node.name)
        return node.name if field is None else _called(field.title, node.name)

    def visit_Follow(self, node: n.Follow, ref: Piece) -> Piece:
        return ref

    def visit_KeyOf(self, node: n.KeyOf, fact: Piece) -> Piece:
        return fact

    def visit_SpanStart(self, node: n.SpanStart, value: Piece) -> Piece:
        return _atom(f"{value.at(ATOM)}.{'start' if self.vocabulary is None else '开始'}")

    def visit_SpanEnd(self, node: n.SpanEnd, value: Piece) -> Piece:
        return _atom(f"{value.at(ATOM)}.{'end' if self.vocabulary is None else '结束'}")

    # --- logic

    def visit_Not(self, node: n.Not, value: Piece) -> Piece:
        if isinstance(node.value, n.IsNone):
            return Piece(f"{value.text.removesuffix(' is None')} is not None", COMPARE)
        return Piece(f"not {value.at(NOT)}", NOT)

    def visit_And(self, node: n.And, items: Sequence[Piece]) -> Piece:
        return Piece(" and ".join(item.at(NOT) for item in items), AND)

    def visit_Or(self, node: n.Or, items: Sequence[Piece]) -> Piece:
        return Piece(" or ".join(item.at(AND) for item in items), OR)

    def visit_IfElse(self, node: n.IfElse, condition: Piece, yes: Piece, no: Piece) -> Piece:
        return Piece(f"{yes.at(OR)} if {condition.at(OR)} else {no.at(CHOICE)}", CHOICE)

    def visit_IsNone(self, node: n.IsNone, value: Piece) -> Piece:
        return Piece(f"{value.at(SUM)} is None", COMPARE)

    def visit_Compare(self, node: n.Compare, left: Piece, right: Piece) -> Piece:
        return Piece(f"{left.at(SUM)} {node.op} {right.at(SUM)}", COMPARE)

    def visit_In(self, node: n.In, item: Piece, members: Piece) -> Piece:
        return Piece(f"{item.at(SUM)} in {members.at(SUM)}", COMPARE)

    def visit_Display(self, node: n.Display, items: Sequence[Piece]) -> Piece:
        return _atom("[" + ", ".join(item.text for item in items) + "]")

    # --- arithmetic and time

    def visit_Calc(self, node: n.Calc, left: Piece, right: Piece) -> Piece:
        return _binary(node.op, left, right)

    def visit_Divide(self, node: n.Divide, left: Piece, right: Piece) -> Piece:
        return Piece(f"{left.at(PRODUCT)} / {right.at(SIGN)}", PRODUCT)

    def visit_Negate(self, node: n.Negate, value: Piece) -> Piece:
        return Piece(f"-{value.at(SIGN)}", SIGN)

    def visit_Shift(self, node: n.Shift, moment: Piece, duration: Piece) -> Piece:
        return _binary("+" if node.sign == 1 else "-", moment, duration)

    def visit_Elapsed(self, node: n.Elapsed, left: Piece, right: Piece) -> Piece:
        return _binary("-", left, right)

    def visit_CalcDuration(self, node: n.CalcDuration, left: Piece, right: Piece) -> Piece:
        return _binary(node.op, left, right)

    def visit_ScaleDuration(self, node: n.ScaleDuration, duration: Piece, factor: Piece) -> Piece:
        return _binary("*", duration, factor)

    def visit_DateOf(self, node: n.DateOf, value: Piece) -> Piece:
        return _atom(f"date_of({value.text})")

    def visit_Call(self, node: n.Call, arguments: Sequence[Piece]) -> Piece:
        return _atom(f"{node.name}({', '.join(argument.text for argument in arguments)})")

    def visit_Judged(self, node: n.Judged, fact: Piece) -> Piece:
        return _atom(f"judged({fact.text}, {_quoted(node.question)})")

    # --- quantifiers

    def visit_Exists(self, node: n.Exists, over: Over[Piece]) -> Piece:
        return self._ranging("exists", _atom(node.over.name), node.over, over)

    def visit_All(self, node: n.All, over: Over[Piece], claim: Piece) -> Piece:
        return self._ranging("all", claim, node.over, over)

    def visit_Count(self, node: n.Count, over: Over[Piece]) -> Piece:
        return self._ranging("count", _atom(node.over.name), node.over, over)

    def visit_Sum(self, node: n.Sum, over: Over[Piece], value: Piece) -> Piece:
        return self._ranging("sum", value, node.over, over)

    def visit_Extreme(self, node: n.Extreme, over: Over[Piece], value: Piece) -> Piece:
        return self._ranging(node.kind, value, node.over, over)

    def visit_Average(self, node: n.Average, over: Over[Piece], value: Piece) -> Piece:
        return self._ranging("avg", value, node.over, over)

    def visit_ShareOf(self, node: n.ShareOf, over: Over[Piece], claim: Piece) -> Piece:
        return self._ranging("share", claim, node.over, over)

    def visit_The(self, node: n.The, over: Over[Piece], value: Piece) -> Piece:
        return self._ranging("the", value, node.over, over)

    def visit_Rank(self, node: n.Rank, of: Piece, over: Over[Piece], value: Piece) -> Piece:
        return _atom(f"rank({of.text}, ({self._generator(value, node.over, over)}))")

    def visit_Spell(self, node: n.Spell, fact: Piece, over: Over[Piece], gap: Piece) -> Piece:
        generator = self._generator(_atom(node.over.name), node.over, over)
        unbroken = isinstance(node.gap, n.Const) and node.gap.value == timedelta(0)
        return _atom(f"spell({fact.text}, ({generator})" + ("" if unbroken else f", gap={gap.text}") + ")")

    def _ranging(self, name: str, element: Piece, over: n.Comprehension, parts: Over[Piece]) -> Piece:
        return _atom(f"{name}({self._generator(element, over, parts)})")

    def _generator(self, element: Piece, over: n.Comprehension, parts: Over[Piece]) -> str:
        source = parts.source.at(OR) if isinstance(parts.source, Piece) else self._type(parts.source.target)
        written = f"{element.text} for {over.name} in {source}"
        always = isinstance(over.condition, n.Const) and over.condition.value is True
        return written if always else f"{written} if {parts.condition.at(OR)}"

    def _type(self, target: str) -> str:
        fact_type = None if self.vocabulary is None else self.vocabulary.types.get(target)
        return target if fact_type is None else _called(fact_type.title, target)


def _called(title: str, name: str) -> str:
    """Return a title, or the name where the title cannot stand in a condition."""
    return title if title.isidentifier() and normalize("NFKC", title) == title else name


def _binary(op: str, left: Piece, right: Piece) -> Piece:
    """Return `left op right`; operators of one strength hold from left to right."""
    strength = _CALCULATIONS[op]
    return Piece(f"{left.at(strength)} {op} {right.at(strength + 1)}", strength)


def _literal(value: n.Plain) -> Piece:
    if isinstance(value, str):
        return _atom(_quoted(value))
    if isinstance(value, bool) or value is None:
        return _atom(str(value))
    if isinstance(value, timedelta):
        return _signed(_duration(abs(value)), negative=value < timedelta(0))
    if isinstance(value, Fraction):
        return _ratio(value)
    if isinstance(value, int | Decimal):
        return _signed(_decimal(abs(value)) if isinstance(value, Decimal) else str(abs(value)), negative=value < 0)
    if isinstance(value, date) and not isinstance(value, datetime):
        return _atom(f"date({value.year}, {value.month}, {value.day})")
    return _atom(str(value))


def _decimal(value: Decimal) -> str:
    """Return a Decimal such that it is read as one: `3.0`, which is no Int."""
    text = f"{value:f}"
    return text if "." in text else f"{text}.0"


def _signed(text: str, *, negative: bool) -> Piece:
    return Piece(f"-{text}", SIGN) if negative else _atom(text)


def _quoted(text: str) -> str:
    quote = "'" if '"' in text else '"'
    return f"{quote}{text}{quote}"


def _duration(value: timedelta) -> str:
    for name, unit in _UNITS:
        if value % unit == timedelta(0):
            return f"{name}({value // unit})"
    return f"minutes({value / timedelta(minutes=1)})"


def _ratio(value: Fraction) -> Piece:
    """Return a ratio in percent where that is a finite decimal, else as a quotient."""
    hundredths = abs(value) * 100
    rest = hundredths.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        decimal = Decimal(hundredths.numerator) / Decimal(hundredths.denominator)
        return _signed(f"percent({decimal:f})", negative=value < 0)
    return Piece(f"{value.numerator} / {value.denominator}", PRODUCT)
