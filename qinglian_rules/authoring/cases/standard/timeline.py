"""The days of a rule's standard cases: the period judged, the due, a day on which all of it is past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from qinglian_rules.backends.force import Force
from qinglian_rules.backends.periods import first_day, last_day, period_holding
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Every

DAY = timedelta(days=1)
WELL_IN_FORCE = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Timeline:
    """When things happen.

    Attributes:
        day: dates the subject, or is the day judged of one without a date.
        judged: the period judged, of a rule with a rhythm.
        review: the period under review; None: the calendar year up to the day of judgement.
        due: the last day on which the rule may still be met; None where it has no due.
        as_of: a day of judgement on which the rule must have been met.
        now: the day from which the rule looks back then.
    """

    day: date
    judged: DateSpan | None
    review: DateSpan | None
    due: date | None
    as_of: date
    now: date


@dataclass(frozen=True, slots=True)
class Clock:
    """Chooses the days for one rule.

    Attributes:
        every: its rhythm.
        dated: whether its subjects have a date.
    """

    force: Force
    every: Every | None
    dated: bool

    def in_force(self) -> Timeline | None:
        """Return days well inside the rule's force, as if it had no due; None where no whole period fits."""
        day = min(self.force.end.earliest, self.force.start.latest + WELL_IN_FORCE)
        if self.every is None:
            return self._on(day)
        found = period_holding(self.every, day)
        if found is not None and last_day(found) > self.force.end.earliest:
            found = period_holding(self.every, first_day(found) - DAY)
        if found is None or not self.force.start.latest <= last_day(found) <= self.force.end.earliest:
            return None
        return _of_period(found)

    def with_due(self, days: Timeline, due: date) -> Timeline:
        """Return the days with a due, judged on the day after."""
        after = due + DAY
        if days.judged is not None:
            return replace(days, due=due, as_of=after, now=min(after, last_day(days.judged)))
        if self.dated:
            return replace(days, due=due, as_of=after, now=after)
        # Without a rhythm a body is judged in the review that holds the due, on its last day in force.
        judged_on = min(due, self.force.end.latest)
        review = DateSpan(start=date(due.year, 1, 1), end=due)
        return Timeline(judged_on, None, review, due, after, judged_on)

    def before(self) -> Timeline | None:
        """Return days before the rule came into force, as if it had no due; None where nothing would be judged."""
        eve = self.force.start.earliest - DAY
        if self.every is None:
            return self._on(eve)
        found = period_holding(self.every, eve)
        if found is not None and last_day(found) > eve:
            found = period_holding(self.every, first_day(found) - DAY)
        return None if found is None or last_day(found) > eve else _of_period(found)

    def _on(self, day: date) -> Timeline:
        now = day + DAY if self.dated else day
        return Timeline(day, None, None, None, now, now)


def _of_period(period: DateSpan) -> Timeline:
    end = last_day(period)
    return Timeline(end, period, period, None, end + DAY, end)
