"""Whom a document reaches and when it is in force (LANGUAGE 4.2 to 4.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.facts.values import LAST_DAY, DateSpan
from qinglian_rules.ir.rules import Bound, Document

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Force:
    """From when to when a rule is in force, as far as the text says.

    For certain in force from `start.latest` to `end.earliest`; certainly not before `start.earliest`
    or after `end.latest`.
    """

    document: str
    start: Bound
    end: Bound

    @property
    def days(self) -> DateSpan:
        """The days on which it may be in force."""
        return DateSpan(start=self.start.earliest, end=max(self.start.earliest, self.end.latest))

    def on(self, day: date) -> bool | Unknown:
        """Whether it is in force on a day."""
        if not self.start.earliest <= day <= self.end.latest:
            return False
        return True if self.start.latest <= day <= self.end.earliest else self.unknown

    def during(self, low: date, high: date) -> bool | Unknown:
        """Whether it is in force on a day from `low` to `high`."""
        if high < self.start.earliest or low > self.end.latest:
            return False
        return True if high >= self.start.latest and low <= self.end.earliest else self.unknown

    def throughout(self, low: date, high: date) -> bool | Unknown:
        """Whether it is in force on all days from `low` to `high`; unknown where on some (LANGUAGE 4.2)."""
        if self.during(low, high) is False:
            return False
        return True if self.on(low) is True and self.on(high) is True else self.unknown

    def last_day(self, low: date, high: date) -> date | None:
        """The last day from `low` to `high` on which it may be in force, or None."""
        if self.during(low, high) is False:
            return None
        return min(high, self.end.latest)

    @property
    def unknown(self) -> Unknown:
        """What stands for not knowing whether it is in force."""
        return Unknown(frozenset({f"in_force: {self.document}"}))


def force_of(document: Document, first: date | None, later: Iterable[Document]) -> Force:
    """Return the force of a rule of `document`.

    Args:
        first: the rule's own first day (`from`), if it has one.
        later: all loaded documents; those that supersede `document` end its force on the day before theirs starts.
    """
    start = document.force_from if first is None else Bound(first, first)
    end = document.force_to or Bound(LAST_DAY, LAST_DAY)
    for other in later:
        if document.id in other.supersedes:
            begins = other.force_from
            end = Bound(min(end.earliest, begins.earliest - DAY), min(end.latest, begins.latest - DAY))
    return Force(document.id, start, end)
