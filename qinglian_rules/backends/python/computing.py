# ruff: noqa: D102 -- what a visit method means is the docstring of its node class
"""Comparisons, arithmetic, functions: Python's own operators wherever they mean the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import MISSING

from qinglian_rules.backends.operations import CALENDAR_OPERATIONS, OPERATIONS
from qinglian_rules.backends.own_words import exclusion
from qinglian_rules.backends.python.emitter import plain
from qinglian_rules.backends.python.leaves import Leaves
from qinglian_rules.backends.python.source import FALSE_TEXT, Value, either
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t

SIMPLE: Final[Mapping[str, str]] = {
    "year": "{0}.year",
    "month_of_year": "{0}.month",
    "weekday": "{0}.isoweekday()",
    "same_year": "({0}.year == {1}.year)",
    "same_month": "({0}.month == {1}.month and {0}.year == {1}.year)",
    "len": "len({0})",
    "starts_with": "{0}.startswith({1})",
    "earlier": "min({0}, {1})",
    "later": "max({0}, {1})",
}
"""Functions that a Python expression gives; they are known wherever their arguments are."""


class Computing(Leaves, partial=True):
    """Writes what is computed of values."""

    # --- comparison

    def visit_Compare(self, node: n.Compare) -> Value:
        left, right = self.value(node.left), self.value(node.right)
        if left.bounds or right.bounds:
            return self._compared_by_bounds(node.op, left, right)
        if plain(node.left.type) == t.SPAN:
            operands = f"{self.named(left).text}, {self.named(right).text}"
            return self.checked(f'COMPARE_SPANS("{node.op}", {operands})')
        text = f"({left.text} {node.op} {right.text})"
        excluded = self._excluded(node)
        if excluded is not None:
            unknown = either((*left.guards, *right.guards))
            return self.checked(f"({node.op == '!='} if {excluded} else M) if {unknown} else {text}")
        return Value(text, self._unless_comparable(node.op, left, right))

    def _excluded(self, node: n.Compare | n.In) -> str | None:
        """Return a test for whether the fact whose field is compared with words is of a type that has none of them."""
        found = exclusion(node, self.frame.lets, self.vocabulary)
        if found is None:
            return None
        models = frozenset(self.fact_type(name).model for name in found.types)
        return f"type({self._named_fact(found.field.fact)}) in {self.source.constant(models)}"

    def _named_fact(self, node: n.Node) -> str:
        """Return an expression for a fact that costs nothing where it is not evaluated."""
        if self.parent is not None and not self.depends(node):
            return self.handed_fact(node)
        row = self.row(node)
        return row.fact or f"{self.source.need('facts_by_row', row.target)}.get(id({row.text}))"

    def _unless_comparable(self, op: str, left: Value, right: Value) -> tuple[str, ...]:
        """Return the tests that make a comparison unknown. None equals only None, and has no order."""
        if op in {"==", "!="}:
            return tuple(dict.fromkeys((*left.guards, *right.guards)))
        return self.guards(left, right)

    def _compared_by_bounds(self, op: str, left: Value, right: Value) -> Value:
        left, right = self.named(left), self.named(right)
        bounded = either(f"type({value.text}) is Bounds" for value in (left, right) if value.bounds)
        names = f'"{op}", {left.text}, {right.text}'
        guards = either(self._unless_comparable(op, left, right)) or FALSE_TEXT
        return self.checked(
            f"COMPARE_BOUNDS({names}) if {bounded} else M if {guards} else {left.text} {op} {right.text}"
        )

    def visit_In(self, node: n.In) -> Value:
        item = self.settled(self.value(node.item))
        if isinstance(node.members, n.Display):
            if not node.members.items:
                return Value(FALSE_TEXT)
            constants = [member.value for member in node.members.items if isinstance(member, n.Const)]
            if len(constants) == len(node.members.items):
                text = f"({item.text} in {self.source.constant(frozenset(constants))})"
                excluded = self._excluded(node)
                if excluded is not None:
                    return self.checked(f"(False if {excluded} else M) if {either(item.guards)} else {text}")
                return Value(text, item.guards)
        return self._among(item, self.named(self.settled(self.value(node.members))))

    def _among(self, item: Value, members: Value) -> Value:
        guards = self.guards(members)
        if not item.guards and not members.holes:
            return Value(f"({item.text} in {members.text})", guards)
        if members.holes:
            tested = f"AMONG({item.expression}, {members.text})"
        else:
            # In an empty list there is nothing, whatever the item is.
            tested = f"(M if {members.text} else False) if {either(item.guards)} else {item.text} in {members.text}"
        return self.checked(f"M if {either(guards)} else {tested}" if guards else tested)

    def visit_Display(self, node: n.Display) -> Value:
        if all(isinstance(item, n.Const) for item in node.items):
            return Value(self.source.constant(tuple(item.value for item in node.items if isinstance(item, n.Const))))
        items = [self.named(self.settled(self.value(item))) for item in node.items]
        name = self.assigned("(" + "".join(f"{item.text}, " for item in items) + ")").text
        return Value(name, holes=any(item.guards for item in items))

    # --- arithmetic and time

    def visit_Calc(self, node: n.Calc) -> Value:
        return self.strict(f'calculate("{node.op}", {{0}}, {{1}})', self.value(node.left), self.value(node.right))

    def visit_Divide(self, node: n.Divide) -> Value:
        return self.strict("divide({0}, {1})", self.value(node.left), self.value(node.right))

    def visit_Negate(self, node: n.Negate) -> Value:
        return self.strict("negative({0})", self.value(node.value))

    def visit_Shift(self, node: n.Shift) -> Value:
        moment, duration = self.value(node.moment), self.value(node.duration)
        if moment.bounds:
            operands = f"{moment.text}, {self.named(self.settled(duration)).text}"
            return self.checked(f"SHIFT_BOUNDS({operands}, {node.sign})", bounds=True)
        return self.strict(f"shift({{0}}, {{1}}, {node.sign})", moment, duration)

    def visit_Elapsed(self, node: n.Elapsed) -> Value:
        return self.strict("({0} - {1})", self.value(node.left), self.value(node.right), total=True)

    def visit_CalcDuration(self, node: n.CalcDuration) -> Value:
        template = f'calculate_duration("{node.op}", {{0}}, {{1}})'
        return self.strict(template, self.value(node.left), self.value(node.right))

    def visit_ScaleDuration(self, node: n.ScaleDuration) -> Value:
        return self.strict("scale({0}, {1})", self.value(node.duration), self.value(node.factor))

    def visit_DateOf(self, node: n.DateOf) -> Value:
        value = self.value(node.value)
        if value.bounds:
            return self.checked(f"DATE_OF_BOUNDS({value.text})", none=True, bounds=True)
        return self.strict("{0}.date()", value, total=True)

    # --- functions

    def visit_Call(self, node: n.Call) -> Value:
        key = ("call", self.frame.number, node)
        known: Value | None = self.block.find(key)
        if known is None:
            known = self._called(node)
            self.remember(key, known)
        return known

    def _called(self, node: n.Call) -> Value:
        folded = _folded(node)
        if folded is not None:
            return Value(self.source.constant(folded))
        operands = [self.value(argument) for argument in node.arguments]
        if node.name in SIMPLE:
            return self.strict(SIMPLE[node.name], *operands, total=True)
        places = ", ".join(f"{{{index}}}" for index in range(len(operands)))
        if node.name in CALENDAR_OPERATIONS:
            calendar = self._calendar()
            return self.strict(f"{node.name}({calendar}, {places})", *operands)
        if node.name == "date_of" and plain(node.arguments[0].type) == t.DATETIME:
            return self.strict("{0}.date()", *operands, total=True)
        if node.name == "within":
            return self._within(node, operands)
        operation = self.source.need("operation", node.name)
        return self.strict(f"{operation}({places})", *operands)

    def _within(self, node: n.Call, operands: list[Value]) -> Value:
        window = node.arguments[1]
        if plain(window.type) != t.SPAN:
            return self.strict("WITHIN_SLOTS({0}, {1})", *operands, total=True)
        day = operands[0]
        if plain(node.arguments[0].type) == t.DATETIME:
            day = self.strict("{0}.date()", day, total=True)
        if isinstance(window, n.Context) and window.name == "period":
            # A period of a rhythm has both days.
            first, last = (self.value(end(window, type=t.DATE)) for end in (n.SpanStart, n.SpanEnd))
            return self.strict("({0} <= {1} <= {2})", first, day, last, total=True)
        return self.strict("WITHIN_SPAN({0}, {1})", day, operands[1])

    def _calendar(self) -> str:
        """The name of the working days of the region of the subject's body."""
        if isinstance(self.parent, Computing):
            return self.argument(Value(self.parent._calendar()), None).text
        known: str | None = self.block.find("calendar")
        if known is None:
            regions = self.source.need("regions")
            known = self.assigned(f"{regions}[{self.body_key().text}]").text
            self.block.known["calendar"] = known
        return known


def _folded(node: n.Call) -> object:
    """Return the value of a function of literals; None where it depends on facts, or is unknown."""
    if node.name in CALENDAR_OPERATIONS or not all(isinstance(argument, n.Const) for argument in node.arguments):
        return None
    arguments = [argument.value for argument in node.arguments if isinstance(argument, n.Const)]
    found = OPERATIONS[node.name](*arguments)
    return None if found is MISSING else found
