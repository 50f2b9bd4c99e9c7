"""Days of this example: the year under review, the first day surely in force, the working days of Shandong."""

from __future__ import annotations

from datetime import date

from made import days

SURE = date(2024, 12, 31)
"""From this day on the document is in force for certain: the text says no more than that it is of 2024."""

YEAR = (date(2025, 1, 1), date(2025, 12, 31))
LAST_DAY = YEAR[1]
AS_OF = date(2026, 3, 1)
"""The day on which the example is judged; yearly duties of 2025 are due by then."""

_REGION = "山东"


def workday_from(day: date) -> date:
    """Return the first working day of Shandong that is not before `day`."""
    return days.workday_from(day, _REGION)
