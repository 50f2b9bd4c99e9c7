"""Days of this example: those on which Guangxi works, the time of the action plan, the day of judgement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from made import days

PLAN_START = date(2021, 9, 27)
PLAN_END = date(2024, 12, 31)
REVIEW = (date(2021, 1, 1), PLAN_END)
AS_OF = date(2025, 3, 1)
"""The day on which the example is judged."""

YEARS = (2021, 2022, 2023, 2024)
_REGION = "广西"


def is_workday(day: date) -> bool:
    """Say whether Guangxi works on a day."""
    return days.is_workday(day, _REGION)


def workday_from(day: date) -> date:
    """Return the first working day that is not before `day`."""
    return days.workday_from(day, _REGION)


def workdays_after(day: date, count: int) -> date:
    """Return the `count`-th working day after `day`."""
    return days.workdays_after(day, count, _REGION)


def months() -> Iterator[tuple[int, int]]:
    """Yield year and month from October 2021, the first whole month of the plan, to December 2024."""
    yield from ((year, number) for year in YEARS for number in range(1, 13) if (year, number) >= (2021, 10))


def quarters() -> Iterator[tuple[int, int]]:
    """Yield year and quarter from the last of 2021 to the last of 2024."""
    yield from ((year, number) for year in YEARS for number in range(1, 5) if (year, number) >= (2021, 4))


def in_plan(year: int) -> tuple[date, date]:
    """Return the first and last day of that part of a year on which the plan is in force."""
    return max(PLAN_START, date(year, 1, 1)), date(year, 12, 31)
