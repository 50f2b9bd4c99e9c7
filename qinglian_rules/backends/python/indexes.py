"""A hash index over the facts of a type, in which a key that is unknown keeps a fact possible for every probe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from pydantic import MISSING

from qinglian_rules.backends.python.tables import MOST_ENTRIES

FactRow = dict[str, Any]
Keys = tuple[Any, ...]
Runs = tuple[tuple[Any, Sequence[FactRow]], ...]
"""Rows in portions: with True those whose keys equal the probe, with M those of which one is unknown."""

NOTHING: Final[Runs] = ()


class Index(dict[Any, Runs]):
    """Rows by the values of their keys; `index[probe]` gives those that match or may match it.

    A probe is the value itself where there is one key, else a tuple of values. With an unknown value in the probe
    nothing matches for certain.

    Args:
        columns: for each key its values, one for each row; M for unknown ones.
        ordered: rows that may match come in their place among those that do; else after them.
    """

    __slots__ = ("_aside", "_columns", "_ordered", "_parts", "_positions", "_rows")

    def __init__(self, rows: Sequence[FactRow], columns: Sequence[Sequence[Any]], *, ordered: bool = False) -> None:
        super().__init__()
        self._rows = rows
        self._columns = columns
        self._ordered = ordered
        self._parts: dict[tuple[int, ...], Index] = {}
        self._positions: dict[Keys, list[int]] = {}
        self._aside: dict[tuple[int, ...], dict[Keys, list[int]]] = {}
        if any(MISSING in column for column in columns):
            self._put_aside()
        else:
            self._fill()

    def _fill(self) -> None:
        """Put all rows where their keys, which are all known, say."""
        if not self._columns:
            if self._rows:
                self[()] = ((True, self._rows),)
            return
        keys = self._columns[0] if len(self._columns) == 1 else zip(*self._columns, strict=True)
        groups: defaultdict[Any, list[FactRow]] = defaultdict(list)
        for key, row in zip(keys, self._rows, strict=True):
            groups[key].append(row)
        for key, rows in groups.items():
            self[key] = ((True, rows),)

    def _put_aside(self) -> None:
        """Keep apart the rows of which a key is unknown, by the keys that are known."""
        for position, key in enumerate(zip(*self._columns, strict=True)):
            if MISSING in key:
                known = tuple(place for place, part in enumerate(key) if part is not MISSING)
                group = self._aside.setdefault(known, {})
                group.setdefault(tuple(key[place] for place in known), []).append(position)
            else:
                self._positions.setdefault(key, []).append(position)

    def __missing__(self, probe: Any) -> Runs:
        if not self._rows:
            return NOTHING
        key = probe if len(self._columns) != 1 else (probe,)
        if MISSING in key:
            return self._possible(key)
        if not self._aside:
            return NOTHING
        runs = self._runs(key)
        if len(self) < MOST_ENTRIES:
            self[probe] = runs
        return runs

    def _runs(self, key: Keys) -> Runs:
        sure = self._positions.get(key, [])
        aside = [group.get(tuple(key[place] for place in known), []) for known, group in self._aside.items()]
        if self._ordered and any(aside):
            return self._merged(sure, aside)
        portions = [(True, sure), *((MISSING, positions) for positions in aside)]
        return tuple((match, self._at(positions)) for match, positions in portions if positions)

    def _merged(self, sure: Iterable[int], aside: Iterable[Iterable[int]]) -> Runs:
        found: list[tuple[int, Any]] = [(position, True) for position in sure]
        found += [(position, MISSING) for positions in aside for position in positions]
        return tuple((match, (self._rows[position],)) for position, match in sorted(found, key=lambda pair: pair[0]))

    def _possible(self, key: Keys) -> Runs:
        """What may match a probe that is unknown in part: what agrees with the rest of it."""
        known = tuple(place for place, part in enumerate(key) if part is not MISSING)
        if known not in self._parts:
            columns = [self._columns[place] for place in known]
            self._parts[known] = Index(self._rows, columns, ordered=self._ordered)
        part = tuple(key[place] for place in known)
        runs = self._parts[known][part[0] if len(known) == 1 else part]
        return tuple((MISSING, rows) for _, rows in runs)

    def _at(self, positions: Iterable[int]) -> Sequence[FactRow]:
        return [self._rows[position] for position in positions]
