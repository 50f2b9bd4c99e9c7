"""What quantifiers make of the values that they have gathered; M stands for unknown ones.

`sure` holds the values of what matches for certain, `possible` those of what may match; `closed` says that no match is
missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any, Final, Literal

from pydantic import MISSING

from qinglian_rules.backends import operations
from qinglian_rules.backends.kleene import Bounds, compare_bounds, dates_of, settle
from qinglian_rules.backends.quantifiers import run_around
from qinglian_rules.backends.reference import shifted_bounds
from qinglian_rules.facts.values import DateSpan

NO_CAUSES: Final[frozenset[str]] = frozenset()


def counted(sure: int, possible: int, closed: bool) -> int | Bounds:
    """Return how many match."""
    high = sure + possible if closed else None
    return sure if sure == high else Bounds(sure, high, NO_CAUSES)


def summed(sure: Sequence[Any], possible: Sequence[Any], closed: bool, non_negative: bool) -> Any:
    """Return the sum of the matches, or its bounds where it cannot be negative."""
    known = [value for value in sure if _is_known(value)]
    total = _total(known)
    if total is MISSING:
        return MISSING
    complete = len(known) == len(sure)
    if closed and complete and not possible:
        return total
    if not non_negative:
        return MISSING
    bounded = closed and complete and all(_is_known(value) for value in possible)
    high = _total([total, *possible]) if bounded else None
    return Bounds(total, None if high is MISSING else high, NO_CAUSES)


def extreme(kind: Literal["min", "max"], sure: Sequence[Any], possible: Sequence[Any], closed: bool) -> Any:
    """Return the smallest or largest value of the matches; None over nothing."""
    known = [value for value in sure if _is_known(value)]
    best = _best(kind, known)
    complete = len(known) == len(sure)
    if closed and complete and not possible:
        return best
    bounded = closed and complete and all(_is_known(value) for value in possible)
    far = _best(kind, [*known, *possible]) if bounded else None
    low, high = (best, far) if kind == "max" else (far, best)
    return Bounds(low, high, NO_CAUSES, maybe_none=not sure)


def shared(sure: Sequence[Any], possible: Sequence[Any], closed: bool) -> Any:
    """Return the part of the matches for which a claim holds; the values are those of the claim."""
    yes, no = sure.count(True), sure.count(False)
    if closed and not possible and yes + no == len(sure):
        return Fraction(yes, len(sure)) if sure else None
    if not closed:
        # With a known failure the share comes near 1 and never reaches it.
        ends = Fraction(0), Fraction(1)
        return Bounds(*ends, NO_CAUSES, low_open=yes > 0, high_open=no > 0, maybe_none=not sure)
    may_fail = sum(1 for claim in possible if claim is not True)
    may_hold = sum(1 for claim in possible if claim is not False)
    low = Fraction(yes, len(sure) + may_fail) if len(sure) + may_fail else Fraction(1)
    high = Fraction(len(sure) - no + may_hold, len(sure) + may_hold) if len(sure) + may_hold else Fraction(0)
    return Bounds(low, high, NO_CAUSES, maybe_none=not sure)


def average(values: Sequence[Any]) -> Any:
    """Return the exact mean of known values; None of none."""
    if not values:
        return None
    total = _total(values)
    if total is MISSING:
        return MISSING
    return total / len(values) if isinstance(total, timedelta) else Fraction(total) / len(values)


def the_one(values: Sequence[Any]) -> Any:
    """Return the value that all of `values` are; unknown where there is none or several."""
    if not values or any(value != values[0] for value in values):
        return MISSING
    return values[0]


def ranked(value: Any, others: Iterable[Any]) -> Any:
    """Return the place of a value among others, 1 for the largest."""
    if not _is_known(value):
        return MISSING
    return 1 + sum(1 for other in others if other > value)


def spell(span: Any, others: Sequence[Any], gap: Any) -> Any:
    """Return the unbroken run of spans that holds `span`; unknown unless every day is known."""
    if not isinstance(gap, timedelta) or not all(_has_days(one) for one in (span, *others)):
        return MISSING
    return run_around(span, others, gap)


def _has_days(span: object) -> bool:
    return isinstance(span, DateSpan) and span.start is not MISSING and span.end is not MISSING


def _is_known(value: Any) -> bool:
    return value is not None and value is not MISSING


def _best(kind: str, values: Sequence[Any]) -> Any:
    if not values:
        return None
    return max(values) if kind == "max" else min(values)


def _total(values: Iterable[Any]) -> Any:
    total: Any = None
    for value in values:
        total = value if total is None else _added(total, value)
        if total is MISSING:
            return MISSING
    return 0 if total is None else total


def _added(one: Any, other: Any) -> Any:
    if isinstance(one, timedelta):
        return operations.calculate_duration("+", one, other)
    return operations.calculate("+", one, other)


# --- what is known by bounds ----------------------------------------------------------------------


def settled(value: Any) -> Any:
    """Return a bounded value as plain where its bounds meet, else M; anything else as it is."""
    if type(value) is not Bounds:
        return value
    found = settle(value)
    return found if found is value.low else MISSING


def compared_by_bounds(op: str, left: Any, right: Any) -> Any:
    """Compare two values of which one is bounded; M where that leaves it open, or where one is unknown or None."""
    if left is MISSING or right is MISSING:
        return MISSING
    found = compare_bounds(op, left, right)
    return found if isinstance(found, bool) else MISSING


def is_none(value: Any) -> Any:
    """Whether there is nothing, of a value that may be bounded."""
    if type(value) is Bounds:
        return MISSING if value.maybe_none else False
    return MISSING if value is MISSING else value is None


def date_of_bounds(value: Any) -> Any:
    """Return the date of a DateTime that may be bounded."""
    if type(value) is Bounds:
        return dates_of(value)
    return MISSING if value is None or value is MISSING else value.date()


def shifted_by_bounds(moment: Any, duration: Any, sign: Literal[1, -1]) -> Any:
    """Move a day on or back that may be bounded; M of what is gathered, unless its bounds meet."""
    if type(moment) is Bounds and moment.is_day and duration is not MISSING and duration is not None:
        found = shifted_bounds(moment, duration, sign)
        return found if type(found) is Bounds else MISSING
    moment = settled(moment)
    if any(value is None or value is MISSING for value in (moment, duration)):
        return MISSING
    return operations.shift(moment, duration, sign)


def due(value: Any) -> Any:
    """Return a due that may be bounded; M where there may be none."""
    return MISSING if value is None or (type(value) is Bounds and value.maybe_none) else value
