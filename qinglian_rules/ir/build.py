"""The one door for nodes that may fold: each function gives its node the type, and makes a literal of what is constant.

Types are checked before, by `passes/`; here they are taken as right. Folding keeps the meaning: what cannot be
computed stays a node, which is then unknown whenever it is evaluated.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from typing import Any, Final, Literal

from qinglian_rules.diagnostics import NOWHERE, Span
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY
from qinglian_rules.ir import nodes
from qinglian_rules.ir.nodes import Arithmetic, Const, Node, Order, Plain
from qinglian_rules.ir.types import BOOL, DECIMAL, DURATION, INT, NONE, RATIO, Type

TRUE: Final = Const(True, type=BOOL)
FALSE: Final = Const(False, type=BOOL)
NUMBERS: Final = (INT, DECIMAL, RATIO)
"""The number types, each holding all values of those before it."""

LARGEST_INT: Final = 2**63 - 1
MOST_DIGITS: Final = 18
_EXACT: Final = Context(prec=MOST_DIGITS, traps=[Inexact, InvalidOperation])
_ORDERS: Final[Mapping[Order, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_CALCULATIONS: Final[Mapping[Arithmetic, Callable[[Fraction, Fraction], Fraction]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}


def const(value: Plain, type: Type, span: Span = NOWHERE) -> Const:  # noqa: A002 - the word of `Node`
    """Return a literal."""
    return Const(value, type=type, span=span)


def none(span: Span = NOWHERE) -> Const:
    """Return the literal None."""
    return Const(None, type=NONE, span=span)


# --- logic ----------------------------------------------------------------------------------------


def conjunction(items: Iterable[Node], span: Span = NOWHERE) -> Node:
    """Return Kleene's and of any number of conditions, flat; true over none."""
    return _flat(nodes.And, items, span, neutral=True)


def disjunction(items: Iterable[Node], span: Span = NOWHERE) -> Node:
    """Return Kleene's or of any number of conditions, flat; false over none."""
    return _flat(nodes.Or, items, span, neutral=False)


def _flat(kind: type[nodes.And | nodes.Or], items: Iterable[Node], span: Span, *, neutral: bool) -> Node:
    parts: list[Node] = []
    for item in items:
        parts.extend(item.items if isinstance(item, kind) else (item,))
    if any(_is_constant(part, not neutral) for part in parts):
        return const(not neutral, BOOL, span)
    parts = [part for part in parts if not _is_constant(part, neutral)]
    if len(parts) == 1:
        return parts[0]
    return kind(tuple(parts), type=BOOL, span=span) if parts else const(neutral, BOOL, span)


def _is_constant(node: Node, value: bool) -> bool:
    return isinstance(node, Const) and node.value is value


def negation(value: Node, span: Span = NOWHERE) -> Node:
    """Return Kleene's not; what is negated twice stands for itself."""
    if isinstance(value, Const):
        return const(not value.value, BOOL, span)
    return value.value if isinstance(value, nodes.Not) else nodes.Not(value, type=BOOL, span=span)


def choice(condition: Node, yes: Node, no: Node, type: Type, span: Span = NOWHERE) -> Node:  # noqa: A002
    """Return `yes if condition else no` of the joined `type`."""
    if isinstance(condition, Const):
        return yes if condition.value else no
    return nodes.IfElse(condition, yes, no, type=type, span=span)


def is_none(value: Node, span: Span = NOWHERE) -> Node:
    """Return whether a value is None."""
    if isinstance(value, Const):
        return const(value.value is None, BOOL, span)
    return nodes.IsNone(value, type=BOOL, span=span)


def comparison(op: Order, left: Node, right: Node, span: Span = NOWHERE) -> Node:
    """Return a comparison of two operands of one type, or of two numbers."""
    if isinstance(left, Const) and isinstance(right, Const):
        return const(_ORDERS[op](_comparable(left.value), _comparable(right.value)), BOOL, span)
    return nodes.Compare(op, left, right, type=BOOL, span=span)


def membership(item: Node, members: Node, span: Span = NOWHERE) -> Node:
    """Return whether `item` equals a member of the list `members`."""
    if isinstance(members, nodes.Display) and not members.items:
        return const(False, BOOL, span)
    if isinstance(item, Const) and isinstance(members, nodes.Display):
        values = [member.value for member in members.items if isinstance(member, Const)]
        if len(values) == len(members.items):
            return const(_comparable(item.value) in [_comparable(value) for value in values], BOOL, span)
    return nodes.In(item, members, type=BOOL, span=span)


def _comparable(value: Plain) -> object:
    """Return a value that compares exactly: numbers as fractions, and never as truth values."""
    return Fraction(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


# --- numbers --------------------------------------------------------------------------------------


def wider(left: Type, right: Type) -> Type:
    """Return the number type that holds the values of both."""
    return max(left, right, key=NUMBERS.index)


def calculation(op: Arithmetic, left: Node, right: Node, span: Span = NOWHERE) -> Node:
    """Return `+ - *` of two numbers, exact, of the wider type."""
    type_ = wider(left.type, right.type)
    if isinstance(left, Const) and isinstance(right, Const):
        value = number(_CALCULATIONS[op](_fraction(left), _fraction(right)), type_)
        if value is not None:
            return const(value, type_, span)
    return nodes.Calc(op, left, right, type=type_, span=span)


def quotient(left: Node, right: Node, span: Span = NOWHERE) -> Node:
    """Return an exact Ratio of two numbers."""
    if isinstance(left, Const) and isinstance(right, Const) and right.value:
        return const(_fraction(left) / _fraction(right), RATIO, span)
    return nodes.Divide(left, right, type=RATIO, span=span)


def opposite(value: Node, span: Span = NOWHERE) -> Node:
    """Return minus a number or a Duration."""
    if isinstance(value, Const):
        negated = -value.value if isinstance(value.value, int | Decimal | Fraction | timedelta) else None
        return const(negated, value.type, span)
    return nodes.Negate(value, type=value.type, span=span)


def number(value: Fraction, type_: Type) -> int | Decimal | Fraction | None:
    """Return `value` as a number of `type_`; None where that type does not hold it."""
    if type_ == RATIO:
        return value
    if type_ == INT:
        return int(value) if value.denominator == 1 and abs(value) <= LARGEST_INT else None
    try:
        return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    except (Inexact, InvalidOperation):
        return None


def _fraction(node: Const) -> Fraction:
    assert isinstance(node.value, int | Decimal | Fraction)
    return Fraction(node.value)


# --- time -----------------------------------------------------------------------------------------


def shifted(moment: Node, duration: Node, sign: Literal[1, -1], span: Span = NOWHERE) -> Node:
    """Return a Date or DateTime moved by a Duration; two constants fold where the day exists."""
    if isinstance(moment, Const) and isinstance(duration, Const):
        day = _moved(moment.value, duration.value, sign)
        if day is not None:
            return const(day, moment.type, span)
    return nodes.Shift(moment, duration, sign, type=moment.type, span=span)


def _moved(moment: Plain, duration: Plain, sign: int) -> date | None:
    if not isinstance(moment, date) or isinstance(moment, datetime) or not isinstance(duration, timedelta):
        return None
    if duration % timedelta(days=1):
        return None
    ordinal = moment.toordinal() + sign * duration.days
    return date.fromordinal(ordinal) if FIRST_DAY.toordinal() <= ordinal <= LAST_DAY.toordinal() else None


def elapsed(left: Node, right: Node, span: Span = NOWHERE) -> Node:
    """Return `left - right` of two Dates or of two DateTimes, as a Duration."""
    if isinstance(left, Const) and isinstance(right, Const):
        assert isinstance(left.value, date)
        assert isinstance(right.value, date)
        return const(left.value - right.value, DURATION, span)
    return nodes.Elapsed(left, right, type=DURATION, span=span)


def duration_sum(op: Literal["+", "-"], left: Node, right: Node, span: Span = NOWHERE) -> Node:
    """Return the sum or the difference of two Durations."""
    if isinstance(left, Const) and isinstance(right, Const):
        folded = _duration(_calculated(op, _seconds(left), _seconds(right)))
        if folded is not None:
            return const(folded, DURATION, span)
    return nodes.CalcDuration(op, left, right, type=DURATION, span=span)


def scaled(duration: Node, factor: Node, span: Span = NOWHERE) -> Node:
    """Return a Duration times an Int."""
    if isinstance(duration, Const) and isinstance(factor, Const):
        folded = _duration(_seconds(duration) * _fraction(factor))
        if folded is not None:
            return const(folded, DURATION, span)
    return nodes.ScaleDuration(duration, factor, type=DURATION, span=span)


def _calculated(op: Arithmetic, left: Fraction, right: Fraction) -> Fraction:
    return _CALCULATIONS[op](left, right)


def _seconds(node: Const) -> Fraction:
    assert isinstance(node.value, timedelta)
    return Fraction(node.value // timedelta(microseconds=1), 1_000_000)


def _duration(seconds: Fraction) -> timedelta | None:
    """Return a span of whole seconds within 300 years either way; None for any other."""
    if seconds.denominator != 1 or abs(seconds) > 300 * 366 * 86_400:
        return None
    return timedelta(seconds=int(seconds))
