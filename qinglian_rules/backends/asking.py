"""What a quantifier over facts asks about, read from the top-level `and` parts of its condition (LANGUAGE 3.4)."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Generic, TypeGuard, TypeVar

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
    ItemVar,
    KeyOf,
    Node,
    SpanEnd,
    SpanStart,
    Var,
)
from qinglian_rules.ir.walk import walk

Evaluate = Callable[[Node], Any]
"""Gives a node's value without the comprehension's own variable, or something that is no plain value."""

T = TypeVar("T")
Days = tuple[date, date]
Words = tuple[str, ...] | None

_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@dataclass(frozen=True, slots=True)
class _Bound(Generic[T]):
    """A part of a condition that bounds a question, by what `node` comes to; `read` says how."""

    node: Node
    read: Callable[[Any], T]


@dataclass(frozen=True, slots=True)
class Question:
    """What a quantifier asks about, as far as its condition says: how days, bodies, kinds and keys are bounded.

    `by_date`: its days come from a condition on the date; else it asks about all time. `by_key`: it names keys.
    """

    by_date: bool
    by_key: bool
    dated_by_span: bool
    days: tuple[_Bound[Days], ...]
    bodies: tuple[_Bound[Words], ...]
    kinds: tuple[_Bound[Words], ...]
    keys: tuple[tuple[str, _Bound[str | None]], ...]

    @property
    def nodes(self) -> Iterator[Node]:
        """The expressions by whose values it is bounded; one may come twice."""
        yield from (bound.node for bounds in (self.days, self.bodies, self.kinds) for bound in bounds)
        yield from (bound.node for _, bound in self.keys)

    def ask(self, as_of: date, evaluate: Evaluate) -> Ask:
        """Return the question where its expressions have these values. One that is not known bounds nothing."""
        low, high = FIRST_DAY, LAST_DAY
        for bound in self.days:
            first, last = bound.read(evaluate(bound.node))
            low, high = max(low, first), min(high, last)
        if low > high and self.dated_by_span:
            # A span that starts by one day and ends after a later one counts on both: the earlier day finds it.
            low = high
        found = ((field, bound.read(evaluate(bound.node))) for field, bound in self.keys)
        keys = tuple((field, key) for field, key in found if key is not None)
        return Ask(low, min(high, as_of), _all(self.bodies, evaluate), _all(self.kinds, evaluate), keys)


def question(over: Comprehension, fact_type: FactType) -> Question:
    """Return what `over` asks about."""
    reader = _Reader(over.name, fact_type)
    parts = tuple(conjuncts(over.condition))
    dating = None if fact_type.dated is None else fact_type.fields[fact_type.dated].type.name
    return Question(
        by_date=any(reader.is_about_date(part) for part in parts),
        by_key=any(reader.is_about_key(part) for part in parts),
        dated_by_span=dating == "Span",
        days=reader.free(reader.days(part) for part in parts),
        bodies=reader.free(reader.words(part, fact_type.body) for part in parts),
        kinds=reader.free(reader.words(part, fact_type.kind) for part in parts),
        keys=tuple(
            (field, bound)
            for part in parts
            for field in fact_type.key
            for bound in reader.free([reader.only(part, field)])
        ),
    )


def conjuncts(condition: Node) -> Iterator[Node]:
    """Yield the top-level `and` parts of a condition."""
    if isinstance(condition, And):
        for item in condition.items:
            yield from conjuncts(item)
    else:
        yield condition


def _all(bounds: Iterable[_Bound[Words]], evaluate: Evaluate) -> Words:
    """Return the words that all bounds allow; None allows every one."""
    words: Words = None
    for bound in bounds:
        new = bound.read(evaluate(bound.node))
        words = new if words is None else words if new is None else tuple(word for word in words if word in new)
    return words


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one part of the condition on the facts that `name` ranges over."""

    name: str
    fact_type: FactType

    def free(self, bounds: Iterable[_Bound[T] | None]) -> tuple[_Bound[T], ...]:
        """Leave out bounds that depend on the fact ranged over, which has no value yet."""
        return tuple(bound for bound in bounds if bound is not None and not self._is_in(bound.node))

    def _is_in(self, node: Node) -> bool:
        return any(isinstance(part, Var | ItemVar) and part.name == self.name for part in walk(node))

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

    def days(self, part: Node) -> _Bound[Days] | None:
        """The first and last day that the part leaves for the dating field."""
        if isinstance(part, Compare):
            return self._compared(part)
        if isinstance(part, Call) and len(part.arguments) == 2:
            return self._called(part)
        return None

    def only(self, part: Node, field: str) -> _Bound[str | None] | None:
        """The one value, as text, that the part allows for `field`; None where it allows others."""
        other = self._equal(part, field)
        if other is not None:
            return _Bound(other, _one_value)
        return _Bound(part.members, _one_word) if self._lists(part, field) else None

    def words(self, part: Node, field: str | None) -> _Bound[Words] | None:
        """The words that the part allows for `field`."""
        if field is None:
            return None
        other = self._equal(part, field)
        if other is not None:
            return _Bound(other, _word)
        return _Bound(part.members, _words) if self._lists(part, field) else None

    def _equal(self, part: Node, field: str) -> Node | None:
        """What the part says that `field` is equal to."""
        if isinstance(part, Compare) and part.op == "==":
            for side, other in ((part.left, part.right), (part.right, part.left)):
                if self._is_field(side, field):
                    return other
        return None

    def _lists(self, part: Node, field: str) -> TypeGuard[In]:
        """Whether the part says that `field` is one of several."""
        return isinstance(part, In) and self._is_field(part.item, field)

    def _compared(self, part: Compare) -> _Bound[Days] | None:
        pairs = ((part.left, part.right, part.op), (part.right, part.left, _MIRROR[part.op]))
        for side, other, op in pairs:
            if op == "==" and self._is_year(side):
                return _Bound(other, _days_of_year)
        for side, other, op in pairs:
            if self._dates(side):
                return _Bound(other, partial(_days_of_comparison, op))
        return None

    def _called(self, part: Call) -> _Bound[Days] | None:
        first, second = part.arguments
        other = second if self._dates(first) else first if self._dates(second) else None
        if other is None:
            return None
        if part.name == "within" and other is first:
            return _Bound(other, _days_of_moment)
        if part.name in {"within", "during"}:
            return _Bound(other, _days_of_span)
        return _Bound(other, partial(_months_around, _SAME[part.name])) if part.name in _SAME else None

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


def _days_of_comparison(op: str, value: Any) -> Days:
    """The days that a comparison with a value leaves."""
    first, last = _bounds(value)
    low, high = FIRST_DAY, LAST_DAY
    if op in {"==", ">", ">="} and first is not None:
        low = _next(first, DAY) if op == ">" else _day(first) or low
    if op in {"==", "<", "<="} and last is not None:
        high = _next(last, -DAY) if op == "<" else _day(last) or high
    return low, high


def _days_of_year(value: Any) -> Days:
    year = settle(value)
    if isinstance(year, int) and FIRST_DAY.year <= year <= LAST_DAY.year:
        return date(year, 1, 1), date(year, 12, 31)
    return FIRST_DAY, LAST_DAY


def _days_of_moment(value: Any) -> Days:
    """The days of facts whose span holds a moment: they count on its day."""
    first, last = _bounds(value)
    return _day(first) or FIRST_DAY, _day(last) or LAST_DAY


def _days_of_span(value: Any) -> Days:
    if not isinstance(value, DateSpan):
        return FIRST_DAY, LAST_DAY
    bounds = span_bounds(value)
    return bounds.earliest_start, bounds.latest_end


def _next(bound: date, step: timedelta) -> date:
    """The day after or before a bound, or its own where it is a moment: the rest of that day is left."""
    if isinstance(bound, datetime):
        return bound.date()
    return bound if bound in (FIRST_DAY, LAST_DAY) else bound + step


def _months_around(months: int, value: Any) -> Days:
    """The calendar month, quarter or year that holds a day."""
    day = _day(value)
    if day is None:
        return FIRST_DAY, LAST_DAY
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1])


def _word(value: Any) -> Words:
    return (value,) if isinstance(value, str) else None


def _words(value: Any) -> Words:
    return value if isinstance(value, tuple) and all(isinstance(member, str) for member in value) else None


def _one_value(value: Any) -> str | None:
    known = settle(value)
    return str(known) if isinstance(known, str | int | date) else None


def _one_word(value: Any) -> str | None:
    words = _words(value)
    return words[0] if words is not None and len(words) == 1 else None
