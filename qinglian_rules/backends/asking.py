"""What a quantifier over facts asks about, read from the top-level `and` parts of its condition (LANGUAGE 3.4)."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from qinglian_rules.backends.completeness import DAY, Ask
from qinglian_rules.backends.kleene import Bounds, settle
from qinglian_rules.backends.spans import span_bounds
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan
from qinglian_rules.facts.vocabulary import FactType
from qinglian_rules.ir.nodes import (
    And,
    Call,
    Compare,
    Comprehension,
    DateOf,
    Field,
    In,
    KeyOf,
    Node,
    SpanEnd,
    SpanStart,
    Var,
)

Evaluate = Callable[[Node], Any]
"""Gives a node's value without the comprehension's own variable, or something that is no plain value."""

_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@dataclass(frozen=True, slots=True)
class Asked:
    """The question; whether its span came from a condition on the date, else it is all time; whether it names keys."""

    ask: Ask
    by_date: bool
    by_key: bool


def asked(over: Comprehension, fact_type: FactType, as_of: date, evaluate: Evaluate) -> Asked:
    """Return what `over` asks about. Parts whose other side is not known bound nothing."""
    reader = _Reader(over.name, fact_type, evaluate)
    parts = tuple(conjuncts(over.condition))
    low, high = FIRST_DAY, LAST_DAY
    bodies: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    for part in parts:
        first, last = reader.days(part)
        low, high = max(low, first), min(high, last)
        bodies = _common(bodies, reader.words(part, fact_type.body))
        kinds = _common(kinds, reader.words(part, fact_type.kind))
    by_date = any(reader.is_about_date(part) for part in parts)
    if low > high and fact_type.dated is not None and fact_type.fields[fact_type.dated].type.name == "Span":
        # A span that starts by one day and ends after a later one counts on both: the earlier day finds it.
        low = high
    by_key = any(reader.is_about_key(part) for part in parts)
    keys = tuple(_keys(reader, parts)) if by_key else ()
    return Asked(Ask(low, min(high, as_of), bodies=bodies, kinds=kinds, keys=keys), by_date, by_key)


def conjuncts(condition: Node) -> Iterator[Node]:
    """Yield the top-level `and` parts of a condition."""
    if isinstance(condition, And):
        for item in condition.items:
            yield from conjuncts(item)
    else:
        yield condition


def _keys(reader: _Reader, parts: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Yield the key fields that a part holds to one value, with this value as text."""
    for part in parts:
        for field in reader.fact_type.key:
            value = reader.only(part, field)
            if value is not None:
                yield field, str(value)


def _common(old: tuple[str, ...] | None, new: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Return the words that both allow; None allows all."""
    if old is None or new is None:
        return new if old is None else old
    return tuple(word for word in old if word in new)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one part of the condition on the facts that `name` ranges over."""

    name: str
    fact_type: FactType
    evaluate: Evaluate

    def days(self, part: Node) -> tuple[date, date]:
        """The first and last day that the part leaves for the dating field."""
        if isinstance(part, Compare):
            return self._compared(part)
        if isinstance(part, Call) and len(part.arguments) == 2:
            return self._called(part)
        return FIRST_DAY, LAST_DAY

    def is_about_date(self, part: Node) -> bool:
        """Whether the part speaks of the dating field."""
        if isinstance(part, Compare):
            return any(self._dates(side) or self._is_year(side) for side in (part.left, part.right))
        return isinstance(part, Call) and any(self._dates(argument) for argument in part.arguments)

    def is_about_key(self, part: Node) -> bool:
        """Whether the part may hold a key field to one value."""
        sides = (part.left, part.right) if isinstance(part, Compare) and part.op == "==" else ()
        items = (part.item,) if isinstance(part, In) else sides
        return any(self._is_field(item, field) for item in items for field in self.fact_type.key)

    def only(self, part: Node, field: str) -> str | int | date | None:
        """The one value that the part allows for `field`, or None where it allows others."""
        if isinstance(part, Compare) and part.op == "==":
            for side, other in ((part.left, part.right), (part.right, part.left)):
                if self._is_field(side, field):
                    value = settle(self.evaluate(other))
                    return value if isinstance(value, str | int | date) else None
        words = self.words(part, field)
        return words[0] if words is not None and len(words) == 1 else None

    def words(self, part: Node, field: str | None) -> tuple[str, ...] | None:
        """The words that the part allows for `field`, or None where it says nothing about it."""
        if field is None:
            return None
        if isinstance(part, Compare) and part.op == "==":
            for side, other in ((part.left, part.right), (part.right, part.left)):
                if self._is_field(side, field):
                    value = self.evaluate(other)
                    return (value,) if isinstance(value, str) else None
        if isinstance(part, In) and self._is_field(part.item, field):
            members = self.evaluate(part.members)
            known = isinstance(members, tuple) and all(isinstance(member, str) for member in members)
            return members if known else None
        return None

    def _compared(self, part: Compare) -> tuple[date, date]:
        for side, other in ((part.left, part.right), (part.right, part.left)):
            year = settle(self.evaluate(other)) if part.op == "==" and self._is_year(side) else None
            if isinstance(year, int) and FIRST_DAY.year <= year <= LAST_DAY.year:
                return date(year, 1, 1), date(year, 12, 31)
        for side, other, op in ((part.left, part.right, part.op), (part.right, part.left, _MIRROR[part.op])):
            if self._dates(side):
                return _days_of_comparison(op, *_bounds(self.evaluate(other)))
        return FIRST_DAY, LAST_DAY

    def _called(self, part: Call) -> tuple[date, date]:
        first, second = part.arguments
        other = second if self._dates(first) else first if self._dates(second) else None
        if other is None:
            return FIRST_DAY, LAST_DAY
        value = self.evaluate(other)
        if part.name == "within" and other is first:
            # The span that dates the fact holds the moment, so the fact counts on that day.
            first, last = _bounds(value)
            return _day(first) or FIRST_DAY, _day(last) or LAST_DAY
        if part.name in {"within", "during"} and isinstance(value, DateSpan):
            bounds = span_bounds(value)
            return bounds.earliest_start, bounds.latest_end
        if part.name in _SAME and isinstance(value, date):
            return _months_around(_day(value) or value, _SAME[part.name])
        return FIRST_DAY, LAST_DAY

    def _dates(self, node: Node) -> bool:
        """Whether the node is the dating field, its date, or an end of its span."""
        if isinstance(node, DateOf | SpanStart | SpanEnd):
            node = node.value
        return self.fact_type.dated is not None and self._is_field(node, self.fact_type.dated)

    def _is_year(self, node: Node) -> bool:
        return isinstance(node, Call) and node.name == "year" and self._dates(node.arguments[0])

    def _is_field(self, node: Node, field: str) -> bool:
        if isinstance(node, KeyOf) and isinstance(node.fact, Var):
            return field == "id" and node.fact.name == self.name
        return (
            isinstance(node, Field)
            and node.name == field
            and isinstance(node.fact, Var)
            and node.fact.name == self.name
        )


_SAME = {"same_month": 1, "same_quarter": 3, "same_year": 12}


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _bounds(value: Any) -> tuple[Any, Any]:
    """The earliest and the latest that a moment or day may be; None where that is not known."""
    if isinstance(value, Bounds):
        return value.low, value.high
    return (value, value) if isinstance(value, date) else (None, None)


def _days_of_comparison(op: str, first: Any, last: Any) -> tuple[date, date]:
    """The days that a comparison with what lies between `first` and `last` leaves."""
    low, high = FIRST_DAY, LAST_DAY
    if op in {"==", ">", ">="} and first is not None:
        low = _next(first, DAY) if op == ">" else _day(first) or low
    if op in {"==", "<", "<="} and last is not None:
        high = _next(last, -DAY) if op == "<" else _day(last) or high
    return low, high


def _next(bound: date, step: timedelta) -> date:
    """The day after or before a bound, or its own where it is a moment: the rest of that day is left."""
    if isinstance(bound, datetime):
        return bound.date()
    return bound if bound in (FIRST_DAY, LAST_DAY) else bound + step


def _months_around(day: date, months: int) -> tuple[date, date]:
    """The calendar month, quarter or year that holds `day`."""
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1])
