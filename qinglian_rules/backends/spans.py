"""Between which days a span starts and ends, for all that is known of it."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from pydantic import MISSING

from qinglian_rules.backends.kleene import Bounds
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan


class SpanBounds(NamedTuple):
    """Between which days a span starts and ends: it starts no later than it ends."""

    earliest_start: date
    latest_start: date
    earliest_end: date
    latest_end: date


class BoundedSpan(DateSpan):
    """A span of which a start or end that nobody told is still known to lie between two days.

    `start` and `end` are MISSING where that is so. `causes`: what would narrow it.
    """

    bounds: SpanBounds
    causes: frozenset[str]


def span_bounds(span: DateSpan) -> SpanBounds:
    """Return between which days a span starts and ends."""
    if isinstance(span, BoundedSpan):
        return span.bounds
    start, end = span.start, LAST_DAY if span.end is None else span.end
    if start is not MISSING:
        return SpanBounds(start, start, start if end is MISSING else end, LAST_DAY if end is MISSING else end)
    if end is not MISSING:
        return SpanBounds(FIRST_DAY, end, end, end)
    return SpanBounds(FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY)


def first_of(span: DateSpan) -> Any:
    """Return the first day of a span, `Bounds` where it is known to lie between two, MISSING where nobody told."""
    if span.start is MISSING and isinstance(span, BoundedSpan):
        return Bounds(span.bounds.earliest_start, span.bounds.latest_start, span.causes, is_day=True)
    return span.start


def last_of(span: DateSpan) -> Any:
    """Return the last day of a span likewise, or None where it has not ended."""
    if span.end is MISSING and isinstance(span, BoundedSpan):
        return Bounds(span.bounds.earliest_end, span.bounds.latest_end, span.causes, is_day=True)
    return span.end
