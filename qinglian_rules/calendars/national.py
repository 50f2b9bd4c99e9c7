"""The national calendar as the State Council's notices have it, 调休 included."""

from __future__ import annotations

from datetime import date
from functools import cache


@cache
def national_workday(day: date) -> bool | None:
    """Return whether `day` is worked; None for a year whose notice the installed `chinesecalendar` does not hold.

    Version 1.11 holds 2004 to 2026.
    """
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:  # its word for a year without a notice; unlike its peers it never guesses one
        return None
