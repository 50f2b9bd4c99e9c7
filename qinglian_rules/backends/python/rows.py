"""Facts as the generated code reads them: dicts by field name, M standing for what is unknown; and what finds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import compress
from operator import attrgetter, itemgetter, not_
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import AnyFact, Concluded, is_undated
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.operations import OPERATIONS
from qinglian_rules.backends.python.indexes import Index
from qinglian_rules.backends.python.keys import Path, Step
from qinglian_rules.backends.python.ranging import CERTAIN
from qinglian_rules.backends.world import World

FactRow = dict[str, Any]


class Rows:
    """The facts of a world as rows. What is built for a type is built once, when somebody first asks.

    A derived type must be concluded before anybody asks for it.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._concluded: dict[int, FactRow] = {}
        self._lists: dict[str, Sequence[FactRow]] = {}
        self._tables: dict[str, dict[str, FactRow]] = {}
        self._absent: dict[str, FactRow] = {}
        self._dated: dict[str, Sequence[FactRow]] = {}
        self._facts: dict[str, dict[int, AnyFact]] = {}
        self._columns: dict[tuple[str, Path, bool], Sequence[Any]] = {}
        self._indexes: dict[tuple[str, tuple[Path, ...], bool, bool], Index] = {}

    def row(self, fact: AnyFact) -> FactRow:
        """Return a fact as a row; one that was handed over is its own."""
        if not isinstance(fact, Concluded):
            return fact.__dict__
        if id(fact) not in self._concluded:
            self._concluded[id(fact)] = _concluded_row(fact)
        return self._concluded[id(fact)]

    def of(self, target: str) -> Sequence[FactRow]:
        """Return the facts of a type that are seen, in their order."""
        if target not in self._lists:
            self._lists[target] = [self.row(fact) for fact in self._world.seen(target)]
        return self._lists[target]

    def table(self, target: str) -> dict[str, FactRow]:
        """Return the facts of a type, of its subtypes too, that references can lead to, by key."""
        if target not in self._tables:
            self._tables[target] = self._by_key(target)
        return self._tables[target]

    def _by_key(self, target: str) -> dict[str, FactRow]:
        table: dict[str, FactRow] = {}
        for fact, row in zip(self._world.seen(target), self.of(target), strict=True):
            table.setdefault(fact.key, row)
        return table

    def absent(self, target: str) -> FactRow:
        """Return what stands for a fact of a type that is not there."""
        if target not in self._absent:
            types = self._world.vocabulary.types
            names = {name for one in (target, *types[target].subtypes) for name in types[one].fields}
            self._absent[target] = dict.fromkeys((*names, CERTAIN), MISSING)
        return self._absent[target]

    def facts_by_row(self, target: str) -> dict[int, AnyFact]:
        """Return the facts of a type by the identity of their rows."""
        if target not in self._facts:
            self._facts[target] = {id(self.row(fact)): fact for fact in self._world.seen(target)}
        return self._facts[target]

    def key_of(self, target: str) -> Callable[[FactRow], Any]:
        """Return a function that makes the key of a fact of a type."""
        names = self._world.vocabulary.types[target].key

        def key(row: FactRow) -> Any:
            parts = [row[name] for name in names]
            return MISSING if MISSING in parts else "|".join(map(str, parts))

        return key

    # --- indexes

    def index(self, target: str, paths: tuple[Path, ...], only_dated: bool, ordered: bool) -> Index:
        """Return the facts of a type by the values that `paths` lead to.

        Args:
            only_dated: leave out facts whose date is unknown.
            ordered: members that may match come in their place among those that do.
        """
        rows = self._dated_rows(target) if only_dated else self.of(target)
        whole = rows is self.of(target)
        wanted = (target, paths, whole, ordered)
        if wanted not in self._indexes:
            columns = [self._column(target, path, rows, whole) for path in paths]
            self._indexes[wanted] = Index(rows, columns, ordered=ordered)
        return self._indexes[wanted]

    def _column(self, target: str, path: Path, rows: Sequence[FactRow], whole: bool) -> Sequence[Any]:
        """Return the values that a path leads to, for each row."""
        wanted = (target, path, whole)
        if wanted not in self._columns:
            found: Sequence[Any] = rows
            for step in path:
                found = list(map(self._step(step, target), found))
            self._columns[wanted] = found
        return self._columns[wanted]

    def _dated_rows(self, target: str) -> Sequence[FactRow]:
        """The facts of a type whose date is known; the very list of all of them where no date is unknown."""
        if target not in self._dated:
            rows = self.of(target)
            undated = self._undated(target)
            self._dated[target] = list(compress(rows, map(not_, undated))) if any(undated) else rows
        return self._dated[target]

    def _undated(self, target: str) -> Sequence[bool]:
        """Whether the date of each fact of a type is unknown."""
        facts, fact_type = self._world.seen(target), self._world.vocabulary.types[target]
        if fact_type.derived or fact_type.abstract or fact_type.dated is None:
            return list(map(is_undated, facts))
        # Most facts are dated by a day that is known, which needs no further look.
        moments = map(attrgetter(fact_type.dated), facts)
        return [not isinstance(moment, date) and is_undated(fact) for fact, moment in zip(facts, moments, strict=True)]

    def _step(self, step: Step, target: str) -> Callable[[Any], Any]:
        kind, name = step
        if kind == "field":
            return itemgetter(name)
        if kind == "follow":
            table, absent = self.table(name), self.absent(name)
            return lambda key: table.get(key, absent)
        if kind == "key":
            return self.key_of(target)
        return _on_known(OPERATIONS[name] if kind == "call" else lambda span: span.__dict__[name])


def _on_known(operation: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Make what is unknown, or None where a value is needed, unknown."""
    return lambda value: MISSING if value is None or value is MISSING else operation(value)


def _concluded_row(fact: Concluded) -> FactRow:
    row = dict.fromkeys(fact.model.model_fields, MISSING) | {name: _known(value) for name, value in fact.values.items()}
    row[CERTAIN] = fact.certain is True or MISSING
    if fact.date_bounds is not None:
        row[fact.model.fact_dated or ""] = fact.date_bounds
    return row


def _known(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_known(member) for member in value)
    return MISSING if isinstance(value, Unknown) else value
