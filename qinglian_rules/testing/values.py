"""Values of every kind that a field of a fact can hold, as Hypothesis strategies."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st

from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan, WeeklySlot
from qinglian_rules.facts.vocabulary import FieldKind
from qinglian_rules.testing.limits import Limits

WORDS: Final = ("甲", "乙", "丙", "药学部", "院办", "", "A-1", "  ", "（一）“三重一大”")
"""Texts: plain ones, and those on which careless code stumbles."""

FROM: Final = date(2020, 1, 1)
TO: Final = date(2025, 12, 31)
"""Most days lie between these; a few at the ends of the calendar of the language."""

_EDGES: Final = (FIRST_DAY, date(2024, 2, 29), date(2021, 10, 8), date(2023, 12, 31), LAST_DAY)
_MINUTES: Final = tuple(time(hour, minute) for hour in (0, 8, 9, 14, 17, 23) for minute in (0, 1, 30, 59))


def days() -> st.SearchStrategy[date]:
    """Days, most of them in the years of the documents."""
    return st.one_of(st.dates(FROM, TO), st.dates(FROM, TO), st.sampled_from(_EDGES))


def moments() -> st.SearchStrategy[datetime]:
    """Moments to the minute."""
    return st.builds(datetime.combine, days(), st.sampled_from(_MINUTES))


def lengths() -> st.SearchStrategy[timedelta]:
    """Lengths of time, forth and back: whole days, hours and minutes."""
    return st.one_of(
        st.integers(-3, 400).map(lambda number: timedelta(days=number)),
        st.integers(-3, 100).map(lambda number: timedelta(hours=number)),
        st.integers(-3, 10_000).map(lambda number: timedelta(minutes=number)),
    )


@st.composite
def spans(draw: st.DrawFn, starts: st.SearchStrategy[date] | None = None) -> DateSpan:
    """Spans of days: ended, not ended, and with a start or an end that nobody told.

    Args:
        starts: where their first days come from, and the last ones of spans of which only that is known.
    """
    first = draw(starts if starts is not None else days())
    form = draw(st.sampled_from(("closed", "closed", "closed", "open", "open", "no end", "no start", "nothing")))
    if form == "nothing":
        return DateSpan()
    if form == "no start":
        return DateSpan(end=first)
    if form == "no end":
        return DateSpan(start=first)
    length = draw(st.sampled_from((0, 1, 29, 30, 365, 730))) if form == "closed" else 0
    last = date.fromordinal(min(LAST_DAY.toordinal(), first.toordinal() + length))
    return DateSpan(start=first, end=last if form == "closed" else None)


@st.composite
def slots(draw: st.DrawFn) -> WeeklySlot:
    """Weekly slots."""
    first, last = sorted(draw(st.lists(st.sampled_from(_MINUTES), min_size=2, max_size=2, unique=True)))
    return WeeklySlot(weekday=draw(st.integers(1, 7)), start=first, end=last)


def keys(target: str) -> st.SearchStrategy[str]:
    """Keys of facts of a type: few, so that references meet."""
    return st.sampled_from(tuple(f"{target}-{number}" for number in (1, 2, 3)))


def values(kind: FieldKind, limits: Limits = Limits()) -> st.SearchStrategy[Any]:  # noqa: B008 - it is frozen
    """Values of a kind, within limits; never None and never unknown."""
    return _STRATEGIES[kind.name](kind, limits)


def _integers(kind: FieldKind, limits: Limits) -> st.SearchStrategy[int]:
    low = -(10**6) if limits.low is None else int(limits.low) + limits.low_open
    high = max(low, 10**6) if limits.high is None else int(limits.high) - limits.high_open
    small = st.integers(max(low, min(-3, high)), min(high, max(12, low)))
    return st.one_of(small, small, st.integers(low, high))


def _decimals(kind: FieldKind, limits: Limits) -> st.SearchStrategy[Decimal]:
    digits = 18 if limits.digits is None else limits.digits
    places = min(2 if limits.places is None else limits.places, digits)
    most = Decimal(10) ** min(digits - places, 9) - 1
    low = max(-most, -most if limits.low is None else Decimal(limits.low))
    high = min(most, most if limits.high is None else Decimal(limits.high))
    cents = st.decimals(low, high, places=places, allow_nan=False, allow_infinity=False).filter(limits.allow)
    first, last = math.ceil(max(low, Decimal(0))), math.floor(min(high, Decimal(1000)))
    whole = st.integers(first, last).map(Decimal).filter(limits.allow)
    return st.one_of(whole, cents) if first < last else cents


def _ratios(kind: FieldKind, limits: Limits) -> st.SearchStrategy[Fraction]:
    low = Fraction(-2) if limits.low is None else Fraction(limits.low)
    high = max(low, Fraction(2)) if limits.high is None else Fraction(limits.high)
    return st.fractions(low, high, max_denominator=20).filter(limits.allow)


def _texts(kind: FieldKind, limits: Limits) -> st.SearchStrategy[str]:
    fitting = [word for word in WORDS if limits.shortest <= len(word) <= (limits.longest or len(word))]
    any_text = st.text(min_size=limits.shortest, max_size=min(limits.longest or 8, max(8, limits.shortest)))
    return st.one_of(st.sampled_from(fitting), any_text) if fitting else any_text


def _lists(kind: FieldKind, limits: Limits) -> st.SearchStrategy[tuple[Any, ...]]:
    item = values(kind.item or FieldKind("Str"), limits.item or Limits())
    most = max(limits.shortest, 3 if limits.longest is None else min(3, limits.longest))
    return st.lists(item, min_size=limits.shortest, max_size=most).map(tuple)


def _dates(kind: FieldKind, limits: Limits) -> st.SearchStrategy[date]:
    low = FIRST_DAY if limits.low is None else limits.low
    high = LAST_DAY if limits.high is None else limits.high
    if low <= FROM and high >= TO:
        return days().filter(limits.allow)
    return st.dates(low, high).filter(limits.allow)


def _bounded(strategy: Callable[[], st.SearchStrategy[Any]]) -> Callable[[FieldKind, Limits], st.SearchStrategy[Any]]:
    """Leave out what a model refuses; without limits of its own a field takes all days of the language."""
    return lambda kind, limits: strategy().filter(limits.allow) if limits != Limits() else strategy()


_STRATEGIES: Final[Mapping[str, Callable[[FieldKind, Limits], st.SearchStrategy[Any]]]] = {
    "Bool": lambda kind, limits: st.booleans(),
    "Int": _integers,
    "Decimal": _decimals,
    "Ratio": _ratios,
    "Str": _texts,
    "Enum": lambda kind, limits: st.sampled_from(kind.words),
    "Date": _dates,
    "DateTime": _bounded(moments),
    "Time": _bounded(lambda: st.sampled_from(_MINUTES)),
    "Duration": _bounded(lengths),
    "Span": lambda kind, limits: spans(),
    "Slot": lambda kind, limits: slots(),
    "List": _lists,
    "Ref": lambda kind, limits: keys(kind.target or "Thing"),
}
