"""Days of this example: those on which Guangxi works, the years under review, the day of judgement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from made import days

REVIEW = (date(2021, 1, 1), date(2024, 12, 31))
AS_OF = date(2025, 3, 1)
"""The day on which the example is judged."""

YEARS = (2021, 2022, 2023, 2024)
LATER_YEARS = (2022, 2023, 2024)
"""The years in which gx-2022 asks for something."""

_REGION = "广西"


def workday_from(day: date) -> date:
    """Return the first working day that is not before `day`."""
    return days.workday_from(day, _REGION)


def workdays_after(day: date, count: int) -> date:
    """Return the `count`-th working day after `day`."""
    return days.workdays_after(day, count, _REGION)


def quarters() -> Iterator[tuple[int, int]]:
    """Yield year and quarter from the last of 2021 to the last of 2024."""
    yield from ((year, number) for year in YEARS for number in range(1, 5) if (year, number) >= (2021, 4))


def months() -> Iterator[tuple[int, int]]:
    """Yield year and month from October 2021 to December 2024."""
    yield from ((year, number) for year in YEARS for number in range(1, 13) if (year, number) >= (2021, 10))
