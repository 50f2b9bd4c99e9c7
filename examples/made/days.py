"""Days: working days of a region, months, quarters, half-years and years, spans."""

from __future__ import annotations

from datetime import date, timedelta

from qinglian_rules.calendars import Calendar
from qinglian_rules.facts.values import DateSpan

_CALENDAR = Calendar()
_DAY = timedelta(days=1)


def is_workday(day: date, region: str) -> bool:
    """Say whether a region works on a day; beyond the published calendar nobody knows, and it counts as off."""
    return _CALENDAR.is_workday(day, region) is True


def workday_from(day: date, region: str) -> date:
    """Return the first working day of a region that is not before `day`."""
    while not is_workday(day, region):
        day += _DAY
    return day


def workdays_after(day: date, count: int, region: str) -> date:
    """Return the `count`-th working day of a region after `day`."""
    for _ in range(count):
        day = workday_from(day + _DAY, region)
    return day


def month(year: int, number: int) -> tuple[date, date]:
    """Return the first and last day of a month."""
    return date(year, number, 1), _last_of_month(year, number)


def quarter(year: int, number: int) -> tuple[date, date]:
    """Return the first and last day of a quarter, counted from 1."""
    return date(year, 3 * number - 2, 1), _last_of_month(year, 3 * number)


def half(year: int, number: int) -> tuple[date, date]:
    """Return the first and last day of a half-year, counted from 1."""
    return date(year, 6 * number - 5, 1), _last_of_month(year, 6 * number)


def whole(year: int) -> tuple[date, date]:
    """Return the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def span(start: date, end: date | None = None) -> DateSpan:
    """Return a run of days; one that has not ended has no end."""
    return DateSpan(start=start, end=end)


def _last_of_month(year: int, number: int) -> date:
    return date(year + number // 12, number % 12 + 1, 1) - _DAY
