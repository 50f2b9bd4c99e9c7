"""The times on which a norm is judged that are not its subject's own: periods, and days of what has no date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import AnyFact
from qinglian_rules.backends.force import Force
from qinglian_rules.backends.judging import one_off_due
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.occasions import (
    Norm,
    day_judged,
    earlier_periods,
    is_dated,
    norm_force,
    periods_judged,
    rhythm_of,
    touched,
)
from qinglian_rules.backends.periods import first_day, last_day
from qinglian_rules.backends.world import World
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Definition, Every, Rule


@dataclass(frozen=True, slots=True)
class When:
    """The time of an occasion, as generated code reads it.

    `period`, its `first` and `last` day are M where the rhythm is unknown, and None without a rhythm. Parameters are
    read on `day`. `force`: True, False or M. `rhythm`: M where it is unknown, else None.
    """

    period: Any
    first: Any
    last: Any
    day: date
    now: date
    force: Any
    rhythm: Any = None

    @property
    def span(self) -> DateSpan | None:
        """The period judged, None where there is none."""
        return self.period if isinstance(self.period, DateSpan) else None


_Times = tuple[str, date | None, bool]


class Whens:
    """The occasions of norms in a world; those of subjects without a date depend on their body alone."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._forces: dict[_Times, Force] = {}
        self._rhythms: dict[tuple[str, Any], Every | Unknown | None] = {}
        self._standing: dict[tuple[str, Any], tuple[When, ...]] = {}
        self._days: dict[_Times, When] = {}
        self._periods: dict[tuple[_Times, Every, bool], tuple[When, ...]] = {}

    def of(self, norm: Norm, fact: AnyFact, body: Any) -> Iterable[When]:
        """Return the occasions of a norm for one subject: of rules in the review, of definitions up to now."""
        rhythm = self.rhythm(norm, fact, body)
        if isinstance(rhythm, Unknown):
            return (self._unknown_rhythm(norm),)
        if rhythm is not None:
            return self._touched(norm, fact, self._in_periods(norm, rhythm))
        key = (norm.id, body)
        if key not in self._standing:
            self._standing[key] = tuple(self._on_days(norm, fact))
        return self._standing[key]

    def earlier(self, rule: Rule, fact: AnyFact, body: Any) -> Iterable[When]:
        """Return the periods before the default review, latest first, whose due may still fall into it."""
        rhythm = self.rhythm(rule, fact, body)
        if rhythm is None or isinstance(rhythm, Unknown):
            return ()
        key = (_times(rule), rhythm, True)
        if key not in self._periods:
            found = earlier_periods(self._world, rule, rhythm)
            self._periods[key] = tuple(self._in(rule, period) for period in found)
        return self._touched(rule, fact, self._periods[key])

    def standing(self, norm: Norm) -> When:
        """Return the day on which subjects without a date are judged by a norm that has no due of its own."""
        times = _times(norm)
        if times not in self._days:
            day = day_judged(self._world, norm, None)
            assert day is not None
            self._days[times] = self._on(norm, day)
        return self._days[times]

    def rhythm(self, norm: Norm, fact: AnyFact, body: Any) -> Every | Unknown | None:
        """Return the rhythm of a norm for the body of a subject."""
        if norm.every is None or norm.every.param is None:
            return norm.every
        key = (norm.id, body)
        if key not in self._rhythms:
            self._rhythms[key] = rhythm_of(self._world, norm, fact)
        return self._rhythms[key]

    def _force(self, norm: Norm) -> Force:
        times = _times(norm)
        if times not in self._forces:
            self._forces[times] = norm_force(self._world, norm)
        return self._forces[times]

    def _on_days(self, norm: Norm, fact: AnyFact) -> Iterator[When]:
        due = one_off_due(self._world, norm, fact) if isinstance(norm, Rule) else None
        day = day_judged(self._world, norm, due)
        if day is not None:
            yield self._on(norm, day)

    def _in_periods(self, norm: Norm, rhythm: Every) -> tuple[When, ...]:
        key = (_times(norm), rhythm, False)
        if key not in self._periods:
            found = periods_judged(self._world, norm, rhythm)
            self._periods[key] = tuple(self._in(norm, period) for period in found)
        return self._periods[key]

    def _touched(self, norm: Norm, fact: AnyFact, whens: Iterable[When]) -> Iterable[When]:
        if not is_dated(self._world, norm):
            return whens
        return [when for when in whens if touched(self._world, fact, when.first, when.last)]

    def _in(self, norm: Norm, period: DateSpan) -> When:
        last = last_day(period)
        now = min(self._world.setting.as_of, last)
        return When(period, first_day(period), last, last, now, _known(self._force(norm).on(last)))

    def _on(self, norm: Norm, day: date) -> When:
        now = min(self._world.setting.as_of, day)
        return When(None, None, None, day, now, _known(self._force(norm).on(day)))

    def _unknown_rhythm(self, norm: Norm) -> When:
        day = day_judged(self._world, norm, None)
        assert day is not None
        now = min(self._world.setting.as_of, day)
        return When(MISSING, MISSING, MISSING, day, now, _known(self._force(norm).on(day)), MISSING)


def _times(norm: Norm) -> _Times:
    """Return what the days of a norm follow from: norms of which it is equal are in force, and judged, alike."""
    return norm.document, norm.start, isinstance(norm, Definition)


def _known(value: bool | Unknown) -> Any:
    return value if isinstance(value, bool) else MISSING
