"""What functions and arithmetic mean on known values; every Python back end calls these.

Operands are never None and never MISSING, except that a DateSpan may lack its start or end. MISSING as a result says
that it cannot be computed, or that what is known of a span does not settle it. Nothing raises.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar

from pydantic import MISSING

from qinglian_rules.backends.numbers import COMPARISONS, calculate, compare, divide, percent
from qinglian_rules.backends.spans import SpanBounds, span_bounds
from qinglian_rules.calendars import RegionalCalendar
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan, WeeklySlot

__all__ = [
    "CALENDAR_OPERATIONS",
    "COMPARISONS",
    "OPERATIONS",
    "calculate",
    "calculate_duration",
    "compare",
    "divide",
    "elapsed",
    "negative",
    "scale",
    "shift",
]

Moment = TypeVar("Moment", date, datetime)

LONGEST: Final = timedelta(microseconds=2**63 - 1)
"""The longest Duration, forth or back: its microseconds have 64 bits. A longer one is MISSING."""

_ONE_DAY: Final = timedelta(days=1)


# --- time -----------------------------------------------------------------------------------------


def shift(moment: Moment, duration: timedelta, sign: Literal[1, -1]) -> Moment | MISSING:
    """Move a Date or DateTime on (1) or back (-1); MISSING outside 1900-2199, or for a Date by a part of a day."""
    if not isinstance(moment, datetime) and duration % _ONE_DAY:
        return MISSING
    try:
        moved = moment + duration if sign == 1 else moment - duration
    except OverflowError:
        return MISSING
    return moved if FIRST_DAY.year <= moved.year <= LAST_DAY.year else MISSING


def elapsed(left: Moment, right: Moment) -> timedelta:
    """Return `left - right` of two Dates or of two DateTimes."""
    return left - right


def calculate_duration(op: Literal["+", "-"], left: timedelta, right: timedelta) -> timedelta | MISSING:
    """Return the sum or difference of two Durations."""
    return _duration(lambda: left + right if op == "+" else left - right)


def scale(duration: timedelta, factor: int) -> timedelta | MISSING:
    """Return a Duration `factor` times."""
    return _duration(lambda: duration * factor)


def negative(value: int | Decimal | Fraction | timedelta) -> int | Decimal | Fraction | timedelta | MISSING:
    """Return minus a number or a Duration."""
    if isinstance(value, timedelta):
        return scale(value, -1)
    return calculate("-", 0, value)


def minutes(count: int) -> timedelta | MISSING:
    """Return so many minutes."""
    return _duration(lambda: timedelta(minutes=count))


def hours(count: int) -> timedelta | MISSING:
    """Return so many hours."""
    return _duration(lambda: timedelta(hours=count))


def days(count: int) -> timedelta | MISSING:
    """Return so many days of 24 hours."""
    return _duration(lambda: timedelta(days=count))


def _duration(compute: Callable[[], timedelta]) -> timedelta | MISSING:
    try:
        duration = compute()
    except OverflowError:
        return MISSING
    return duration if -LONGEST <= duration <= LONGEST else MISSING


# --- days -----------------------------------------------------------------------------------------


def make_date(year: int, month: int, day: int) -> date | MISSING:
    """Return a date; MISSING for a day that does not exist or lies outside 1900-2199."""
    if not (FIRST_DAY.year <= year <= LAST_DAY.year and 1 <= month <= 12):
        return MISSING
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else MISSING


def date_of(moment: date) -> date:
    """Return the date of a DateTime, and a Date itself."""
    return moment.date() if isinstance(moment, datetime) else moment


def year(moment: date) -> int:
    """Return the year."""
    return moment.year


def month_of_year(moment: date) -> int:
    """Return the month, 1 to 12."""
    return moment.month


def weekday(moment: date) -> int:
    """Return the day of the week, 1 for Monday to 7 for Sunday."""
    return moment.isoweekday()


def same_month(left: date, right: date) -> bool:
    """Whether two days lie in the same month of the same year."""
    return left.month == right.month and left.year == right.year


def same_quarter(left: date, right: date) -> bool:
    """Whether two days lie in the same calendar quarter of the same year."""
    return (left.month - 1) // 3 == (right.month - 1) // 3 and left.year == right.year


def same_year(left: date, right: date) -> bool:
    """Whether two days lie in the same calendar year."""
    return left.year == right.year


def add_months(moment: Moment, count: int) -> Moment | MISSING:
    """Return the same day `count` months later, the last of the month where it has none; MISSING outside 1900-2199."""
    later_year, month = divmod(moment.year * 12 + moment.month - 1 + count, 12)
    if not FIRST_DAY.year <= later_year <= LAST_DAY.year:
        return MISSING
    last = monthrange(later_year, month + 1)[1]
    return moment.replace(year=later_year, month=month + 1, day=min(moment.day, last))


def add_years(moment: Moment, count: int) -> Moment | MISSING:
    """Return the same day `count` years later, 28 February for a 29 February that is not there."""
    return add_months(moment, count * 12)


# --- spans ----------------------------------------------------------------------------------------


def during(span: DateSpan, period: DateSpan) -> bool | MISSING:
    """Whether two spans share a day; MISSING where a start or end that nobody told us decides."""
    start, end, first, last = span.start, span.end, period.start, period.end
    if start is MISSING or end is MISSING or first is MISSING or last is MISSING:
        return _share_a_day(span_bounds(span), span_bounds(period))
    return (last is None or start <= last) and (end is None or first <= end)


def _share_a_day(one: SpanBounds, other: SpanBounds) -> bool | MISSING:
    if one.latest_start <= other.earliest_end and other.latest_start <= one.earliest_end:
        return True
    # The earliest start and the latest end may come together, so a day shared by them may be shared.
    if one.earliest_start <= other.latest_end and other.earliest_start <= one.latest_end:
        return MISSING
    return False


def within_span(moment: date, span: DateSpan) -> bool | MISSING:
    """Whether the day of a moment lies in a span; MISSING where a start or end that nobody told us decides."""
    day = date_of(moment)
    start, end = span.start, span.end
    if start is MISSING or end is MISSING:
        return during(DateSpan(start=day, end=day), span)
    return start <= day and (end is None or day <= end)


def within_slots(moment: datetime, slots: tuple[WeeklySlot, ...]) -> bool:
    """Whether a moment lies in one of the weekly slots: its start is in it, its end is not."""
    on, at = moment.isoweekday(), moment.time()
    for slot in slots:  # noqa: SIM110 - a generator would cost more than the comparison
        if slot.weekday == on and slot.start <= at < slot.end:
            return True
    return False


def within(moment: Any, window: DateSpan | tuple[WeeklySlot, ...]) -> bool | MISSING:
    """Whether a moment lies in a span of days or in one of the weekly slots."""
    return within_span(moment, window) if isinstance(window, DateSpan) else within_slots(moment, window)


# --- working days ---------------------------------------------------------------------------------


def workdays_after(calendar: RegionalCalendar, moment: date, count: int) -> date | MISSING:
    """Return the `count`-th working day after the day of a moment; MISSING beyond what is published."""
    day = calendar.workdays_after(date_of(moment), count)
    return MISSING if day is None else day


def workdays_between(calendar: RegionalCalendar, left: date, right: date) -> int | MISSING:
    """Return how many of the days after `left` up to `right` are worked; MISSING beyond what is published."""
    count = calendar.workdays_between(date_of(left), date_of(right))
    return MISSING if count is None else count


def is_workday(calendar: RegionalCalendar, moment: date) -> bool | MISSING:
    """Whether the day of a moment is worked; MISSING beyond what is published."""
    worked = calendar.is_workday(date_of(moment))
    return MISSING if worked is None else worked


OPERATIONS: Final[Mapping[str, Callable[..., Any]]] = MappingProxyType(
    {
        "during": during,
        "within": within,
        "year": year,
        "month_of_year": month_of_year,
        "weekday": weekday,
        "date_of": date_of,
        "same_month": same_month,
        "same_quarter": same_quarter,
        "same_year": same_year,
        "date": make_date,
        "minutes": minutes,
        "hours": hours,
        "days": days,
        "add_months": add_months,
        "add_years": add_years,
        "percent": percent,
        "earlier": min,
        "later": max,
        "len": len,
        "starts_with": str.startswith,
    }
)
"""What each function of `FUNCTIONS` does that needs no calendar."""

CALENDAR_OPERATIONS: Final[Mapping[str, Callable[..., Any]]] = MappingProxyType(
    {"workdays_after": workdays_after, "workdays_between": workdays_between, "is_workday": is_workday}
)
"""What the others do; their first argument is the calendar of the body's region."""
