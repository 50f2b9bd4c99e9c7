"""Which date and which body a derived fact has, of those that its conclusions give it (LANGUAGE 5.1).

Dates and bodies never conflict: the earlier date stands, and the body of the conclusion that has it. As with other
values, what is only possible makes them unknown where it would change them (5.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.kleene import Bounds, Unknown, causes_of
from qinglian_rules.facts.values import LAST_DAY, DateSpan

Possible = tuple[bool | Unknown, Any]
"""Whether a conclusion stands, and the date that it gives."""


def standing_date(
    sure: Sequence[Any], possible: Sequence[Possible], missing: Callable[[date | DateSpan], frozenset[str]]
) -> Any:
    """Return the date of a derived fact; bounds where an earlier one is possible; Unknown where no date is certain.

    Args:
        sure: the dates that certain conclusions give.
        possible: what may be concluded beside them.
        missing: what must be stated complete, so that nobody who was not handed over gives an earlier date than this.
    """
    dates = [*sure] or [value for _, value in possible]
    unknown = [value for value in dates if isinstance(value, Unknown)]
    if unknown:
        return Unknown(causes_of(unknown))
    first = min(dates, key=start_of)
    lacking = missing(first)
    doubts = [one for one in possible if _may_change(one, first, certain=bool(sure))]
    if not doubts and not lacking:
        return first
    causes = lacking | causes_of([part for one in doubts for part in one])
    if not sure or isinstance(first, DateSpan):
        return Unknown(causes)
    # The date is no later than the earliest that is certain.
    others = [value for _, value in doubts]
    open_end = bool(lacking) or any(isinstance(value, Unknown) for value in others)
    return Bounds(None if open_end else min(others), first, causes)


def _may_change(one: Possible, first: Any, *, certain: bool) -> bool:
    """Whether a possible conclusion bears on the date: an earlier one; any other where none is certain."""
    _, value = one
    if isinstance(value, Unknown):
        return True
    return start_of(value) < start_of(first) if certain else bool(value != first)


def standing_body(dates: Sequence[Any], bodies: Sequence[Any]) -> Any:
    """Return the body of a derived fact: that of the earliest conclusion, the first by name where several are.

    Args:
        dates: those of the conclusions, in the order of `bodies`; MISSING where the type has none.
    """
    known = [value for value in dates if value is not MISSING and not isinstance(value, Unknown)]
    first = min(map(start_of, known), default=None)
    earliest = [
        body
        for value, body in zip(dates, bodies, strict=True)
        if first is not None and value is not MISSING and not isinstance(value, Unknown) and start_of(value) == first
    ]
    return _first_by_name(earliest) or _first_by_name(bodies) or Unknown(causes_of(bodies))


def _first_by_name(bodies: Iterable[Any]) -> str | None:
    return min((body for body in bodies if isinstance(body, str)), default=None)


def start_of(value: Any) -> tuple[str, str]:
    """Return what orders dates, moments and spans: the start, then the end. An unknown start comes first."""
    if isinstance(value, DateSpan):
        start = value.start.isoformat() if isinstance(value.start, date) else ""
        return start, value.end.isoformat() if isinstance(value.end, date) else LAST_DAY.isoformat()
    return (value.isoformat(), "") if isinstance(value, date) else ("", "")
