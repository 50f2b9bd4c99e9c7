"""Days: working days of Guangxi, months, quarters and years of the plan, spans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from qinglian_rules.calendars import Calendar
from qinglian_rules.facts.values import DateSpan

PLAN_START = date(2021, 9, 27)
PLAN_END = date(2024, 12, 31)
AS_OF = date(2025, 3, 1)
"""The day on which the example is judged."""

YEARS = (2021, 2022, 2023, 2024)
_CALENDAR = Calendar()
_DAY = timedelta(days=1)


def is_workday(day: date) -> bool:
    """Say whether Guangxi works on a day; beyond the published calendar nobody knows, and it counts as off."""
    return _CALENDAR.is_workday(day, "广西") is True


def workday_from(day: date) -> date:
    """Return the first working day that is not before `day`."""
    while not is_workday(day):
        day += _DAY
    return day


def workdays_after(day: date, count: int) -> date:
    """Return the `count`-th working day after `day`."""
    for _ in range(count):
        day = workday_from(day + _DAY)
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


def months() -> Iterator[tuple[int, int]]:
    """Yield year and month from October 2021, the first whole month of the plan, to December 2024."""
    yield from ((year, number) for year in YEARS for number in range(1, 13) if (year, number) >= (2021, 10))


def quarters() -> Iterator[tuple[int, int]]:
    """Yield year and quarter from the last of 2021 to the last of 2024."""
    yield from ((year, number) for year in YEARS for number in range(1, 5) if (year, number) >= (2021, 4))


def span(start: date, end: date | None = None) -> DateSpan:
    """Return a run of days; one that has not ended has no end."""
    return DateSpan(start=start, end=end)


def in_plan(year: int) -> tuple[date, date]:
    """Return the first and last day of that part of a year on which the plan is in force."""
    return max(PLAN_START, date(year, 1, 1)), date(year, 12, 31)


def _last_of_month(year: int, number: int) -> date:
    return date(year + number // 12, number % 12 + 1, 1) - _DAY
