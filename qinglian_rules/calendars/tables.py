"""Dated tables of days that differ from the calendar below them, and the days that each table speaks for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY


@dataclass(frozen=True, slots=True)
class DayTable:
    """Days off and days worked that differ from the calendar below.

    Attributes:
        region: the province, by the word that `Body.province` uses; None for the whole nation.
        first: the first day that the table speaks for; `last` the last one, included. A day between them that is in
            neither list follows the calendar below.
        source: where the days come from.
    """

    region: str | None
    first: date
    last: date
    off: frozenset[date]
    work: frozenset[date]
    other_names: tuple[str, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        if not FIRST_DAY <= self.first <= self.last <= LAST_DAY:
            raise ValueError(f"a table of days runs from {self.first} to {self.last}")
        if both := self.off & self.work:
            raise ValueError(f"{min(both)} is both off and worked")
        if outside := [day for day in self.off | self.work if not self.covers(day)]:
            raise ValueError(f"{min(outside)} lies outside the days that the table speaks for")

    def covers(self, day: date) -> bool:
        """Whether the table speaks for `day`."""
        return self.first <= day <= self.last

    def listed(self, day: date) -> bool | None:
        """True for a day listed as worked, False for one listed as off, None for any other."""
        if day in self.work:
            return True
        return False if day in self.off else None


def read_table(content: str) -> DayTable:
    """Read a table written in TOML with the keys of `DayTable` (`regions/guangxi.toml` is one).

    Raises:
        ValueError: the text is no TOML, a key is missing, or the days contradict each other.
    """
    table = tomllib.loads(content)
    if missing := {"region", "first", "last", "off", "work", "source"} - table.keys():
        raise ValueError(f"a table of days lacks `{min(missing)}`")
    return DayTable(
        region=table["region"],
        first=table["first"],
        last=table["last"],
        off=frozenset(table["off"]),
        work=frozenset(table["work"]),
        other_names=tuple(table.get("other_names", ())),
        source=table["source"],
    )


@cache
def bundled_tables() -> tuple[DayTable, ...]:
    """Return the regional tables that come with the package, by file name."""
    folder = resources.files("qinglian_rules.calendars").joinpath("regions")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(read_table(file.read_text(encoding="utf-8")) for file in files)
