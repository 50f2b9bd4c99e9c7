"""The periods of a rhythm: calendar months, quarters, years, or cycles from a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan
from qinglian_rules.ir.rules import Every

NAMED_MONTHS = {
    "month": 1, "quarter": 3, "half-year": 6, "year": 12,
    "月": 1, "每月": 1, "季度": 3, "每季度": 3, "半年": 6, "每半年": 6, "年": 12, "每年": 12,
}  # fmt: skip
_CYCLE = re.compile(r"(\d{1,2}) years? from (\d{4}-\d{2}-\d{2})")


def parse_every(text: str) -> Every | None:
    """Return the rhythm that a text names, or None where it names none."""
    clean = text.strip()
    if clean in NAMED_MONTHS:
        return Every(months=NAMED_MONTHS[clean])
    found = _CYCLE.fullmatch(clean)
    if found is None or int(found[1]) == 0:
        return None
    try:
        return Every(months=12 * int(found[1]), anchor=date.fromisoformat(found[2]))
    except ValueError:
        return None


def periods_beginning(every: Every, low: date, high: date) -> Iterator[DateSpan]:
    """Yield the periods whose first day lies from `low` to `high`, in order."""
    period = period_holding(every, low)
    while period is not None and first_day(period) <= high:
        if first_day(period) >= low:
            yield period
        period = _next(every, period)


def periods_touching(every: Every, low: date, high: date) -> Iterator[DateSpan]:
    """Yield the periods that share a day with `low` to `high`, in order."""
    period = period_holding(every, low)
    while period is not None and first_day(period) <= high:
        yield period
        period = _next(every, period)


def period_holding(every: Every, day: date) -> DateSpan | None:
    """Return the period that holds a day (the first one, if its cycles begin later); None beyond the calendar's end."""
    months = every.months or 12
    anchor = every.anchor or FIRST_DAY
    passed = max(0, (day.year - anchor.year) * 12 + day.month - anchor.month - (day.day < anchor.day))
    return _period(anchor, passed // months, months)


def _period(anchor: date, number: int, months: int) -> DateSpan | None:
    start, after = _moved(anchor, number * months), _moved(anchor, (number + 1) * months)
    if start is None or after is None:
        return None
    return DateSpan(start=start, end=after - timedelta(days=1))


def _next(every: Every, period: DateSpan) -> DateSpan | None:
    after = last_day(period) + timedelta(days=1)
    return period_holding(every, after) if after < LAST_DAY else None


def _moved(day: date, months: int) -> date | None:
    """`day` moved by months; a day that the month lacks becomes its last."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if year > LAST_DAY.year:
        return None
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def first_day(period: DateSpan) -> date:
    """Return the first day of a period of a rhythm."""
    assert isinstance(period.start, date)
    return period.start


def last_day(period: DateSpan) -> date:
    """Return the last day of a period of a rhythm, included."""
    assert isinstance(period.end, date)
    return period.end
