"""Days of this example: the year of the document, the days on which Henan works, the day of judgement."""

from __future__ import annotations

from datetime import date

from made import days

ISSUED = date(2024, 3, 17)
"""The first day on which the document is in force; a Sunday."""

DAY_BEFORE = date(2024, 3, 16)
LAST_DAY = date(2024, 12, 31)
REVIEW = (date(2024, 1, 1), LAST_DAY)
AS_OF = date(2025, 3, 1)
"""The day on which the example is judged."""

_REGION = "河南"


def workday_from(day: date) -> date:
    """Return the first working day of Henan that is not before `day`."""
    return days.workday_from(day, _REGION)
