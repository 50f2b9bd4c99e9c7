"""What generated code calls for what no operator of Python says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends import operations
from qinglian_rules.facts.values import DateSpan, WeeklySlot


def among(item: Any, members: Sequence[Any]) -> Any:
    """Whether a value is among others of which some may be unknown; in an empty list there is nothing."""
    if not members:
        return False
    if item is MISSING:
        return MISSING
    if any(member is not MISSING and member == item for member in members):
        return True
    return MISSING if any(member is MISSING for member in members) else False


def within_slots(moment: datetime, slots: Sequence[WeeklySlot]) -> bool:
    """Whether a moment lies in one of the weekly slots: its start is in it, its end is not."""
    on = moment.isoweekday()
    for slot in slots:
        # Read from the dict: a pydantic model looks up attributes by way of a Python function.
        parts = slot.__dict__
        if parts["weekday"] == on and parts["start"] <= moment.time() < parts["end"]:
            return True
    return False


def within_span(day: date, span: DateSpan) -> Any:
    """Whether a day lies in a span; M where a start or end that nobody told us decides."""
    parts = span.__dict__
    start, end = parts["start"], parts["end"]
    if start is MISSING or end is MISSING:
        return operations.within_span(day, span)
    return start <= day and (end is None or day <= end)


def compare_spans(op: Any, left: Any, right: Any) -> Any:
    """Compare two spans by `==` or `!=`; None equals only None."""
    if left is MISSING or right is MISSING:
        return MISSING
    if left is None or right is None:
        return (left is right) is (op == "==")
    return operations.compare(op, left, right)
