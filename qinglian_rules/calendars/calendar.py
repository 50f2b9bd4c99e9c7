"""The working-day calendar: what is known of a day in a region, and counting by working days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from pydantic import MISSING

from qinglian_rules.calendars.national import national_workday
from qinglian_rules.calendars.tables import DayTable, bundled_tables
from qinglian_rules.facts.values import DateSpan

FARTHEST: Final = 3660
"""The most working days that anybody counts onwards or back: some fifteen years."""

_ONE_DAY: Final = timedelta(days=1)


class _Days(dict[date, bool | None]):
    """What is known of days, decided once each."""

    __slots__ = ("_decide",)

    def __init__(self, decide: Callable[[date], bool | None]) -> None:
        super().__init__()
        self._decide = decide

    def __missing__(self, day: date) -> bool | None:
        known = self[day] = self._decide(day)
        return known


class Calendar:
    """What is known of the days of every region. It never changes; `with_days` returns another one.

    The State Council's notices hold for the nation. A region that has tables is known on the days that one of them
    speaks for: the latest such table decides, and leaves to the nation what it does not list. Outside of its tables
    such a region is unknown. A region without tables follows the nation.
    """

    __slots__ = ("_days", "_names", "_of_region", "tables")

    def __init__(self, tables: tuple[DayTable, ...] | None = None) -> None:
        """Build a calendar from `tables`, later ones over earlier ones; those of the package where None is given."""
        self.tables = bundled_tables() if tables is None else tables
        self._names: dict[str, str] = {}
        self._of_region: dict[str | None, list[DayTable]] = {None: []}
        for table in self.tables:
            region = self.canonical(table.region)
            self._of_region.setdefault(region, []).insert(0, table)
            if region is not None:
                self._names.update(dict.fromkeys(table.other_names, region))
        self._days = {region: _Days(self._decider(region)) for region in self._of_region}

    def is_workday(self, day: date, region: str | None) -> bool | None:
        """Return whether `day` is worked in `region`; None if that is not known, as in a region None."""
        return self.days(region)[day]

    def days(self, region: str | None) -> dict[date, bool | None]:
        """Return the days of `region` as a mapping that knows every key: True worked, False off, None not known."""
        if region is None:
            return _Days(_nothing_known)
        return self._days.get(self.canonical(region), self._days[None])

    def with_days(
        self, region: str | None, span: DateSpan, off: Iterable[date] = (), work: Iterable[date] = ()
    ) -> Calendar:
        """Return this calendar with days that the caller vouches for, over what is known by now.

        Args:
            region: the province; None for the nation.
            span: the days that the caller speaks for, both ends given. In it the nation's days that are neither
                listed nor published follow the week; a region's days that are not listed follow the nation.
            off: days off of that span; `work` the days worked.

        Raises:
            ValueError: the span is open, a day lies outside of it, or a day is both off and worked.
        """
        if span.start is MISSING or span.end is MISSING or span.end is None:
            raise ValueError("the days that a calendar speaks for need a first and a last one")
        table = DayTable(region, span.start, span.end, frozenset(off), frozenset(work), source="caller")
        return Calendar((*self.tables, table))

    def canonical(self, region: str | None) -> str | None:
        """Return the name under which a region's days are kept."""
        return region if region is None else self._names.get(region, region)

    def _decider(self, region: str | None) -> Callable[[date], bool | None]:
        tables = tuple(self._of_region[region])

        def decide(day: date) -> bool | None:
            table = next((table for table in tables if table.covers(day)), None)
            if table is None:
                return national_workday(day) if region is None else None
            listed = table.listed(day)
            if listed is not None:
                return listed
            return _published_or_week(day) if region is None else self._days[None][day]

        return decide


class RegionalCalendar:
    """The calendar of one region. All answers are None where a day that they need is not known.

    `region` is its name here, whatever other name of it was given: 广西 for 广西壮族自治区.
    """

    __slots__ = ("_days", "region")

    def __init__(self, calendar: Calendar, region: str | None) -> None:
        """Bind `calendar` to a province; None where the province is unknown, and then no day is known."""
        self.region = calendar.canonical(region)
        self._days = calendar.days(region)

    def is_workday(self, day: date) -> bool | None:
        """Return whether `day` is worked."""
        return self._days[day]

    def workdays_after(self, day: date, count: int) -> date | None:
        """Return the `count`-th working day after `day`, which itself never counts.

        0 is the day itself, worked or not; a negative count goes back. None for more than `FARTHEST`.
        """
        if abs(count) > FARTHEST:
            return None
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        left = abs(count)
        while left:
            day += step
            worked = self._days[day]
            if worked is None:
                return None
            left -= worked
        return day

    def workdays_between(self, first: date, last: date) -> int | None:
        """Return how many of the days after `first` up to `last`, included, are worked; 0 if `last` is not later."""
        total = 0
        day = first
        while day < last:
            day += _ONE_DAY
            worked = self._days[day]
            if worked is None:
                return None
            total += worked
        return total


def _nothing_known(_: date) -> bool | None:
    return None


def _published_or_week(day: date) -> bool:
    published = national_workday(day)
    return day.isoweekday() <= 5 if published is None else published
