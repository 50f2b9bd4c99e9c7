"""A hash index over the facts of a type, in which a key that is unknown keeps a fact possible for every probe."""

from __future__ import annotations

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
        keys: the key values of each row; M for unknown ones.
        ordered: rows that may match come in their place among those that do; else after them.
    """

    __slots__ = ("_aside", "_keys", "_ordered", "_parts", "_positions", "_rows", "_width")

    def __init__(self, rows: Sequence[FactRow], keys: Sequence[Keys], *, ordered: bool = False) -> None:
        super().__init__()
        self._rows = rows
        self._keys = keys
        self._ordered = ordered
        self._width = len(keys[0]) if keys else 0
        self._parts: dict[tuple[int, ...], Index] = {}
        self._positions: dict[Keys, list[int]] = {}
        self._aside: dict[tuple[int, ...], dict[Keys, list[int]]] = {}
        self._fill()

    def _fill(self) -> None:
        for position, key in enumerate(self._keys):
            if MISSING in key:
                known = tuple(place for place, part in enumerate(key) if part is not MISSING)
                group = self._aside.setdefault(known, {})
                group.setdefault(tuple(key[place] for place in known), []).append(position)
            else:
                self._positions.setdefault(key, []).append(position)
        if not self._aside:
            for key, positions in self._positions.items():
                self[key[0] if self._width == 1 else key] = ((True, self._at(positions)),)
            self._positions = {}

    def __missing__(self, probe: Any) -> Runs:
        if not self._rows:
            return NOTHING
        key = probe if self._width != 1 else (probe,)
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
            keys = [tuple(row_key[place] for place in known) for row_key in self._keys]
            self._parts[known] = Index(self._rows, keys, ordered=self._ordered)
        part = tuple(key[place] for place in known)
        runs = self._parts[known][part[0] if len(known) == 1 else part]
        return tuple((MISSING, rows) for _, rows in runs)

    def _at(self, positions: Iterable[int]) -> Sequence[FactRow]:
        return [self._rows[position] for position in positions]
