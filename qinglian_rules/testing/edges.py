"""Edges: pairs of situations that differ in one field, between which a rule turns from compliant to violated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Any, Final

from qinglian_rules.backends.verdicts import Status
from qinglian_rules.facts.base import Fact
from qinglian_rules.testing.bench import Bench, Judged
from qinglian_rules.testing.repairs import Read, reads, values_to_try, with_statements, with_value
from qinglian_rules.testing.situation import Situation

SIDES: Final[tuple[Status, Status]] = ("violated", "compliant")


class EdgeFinder:
    """Finds the edges of one rule. Each is a situation with the other side in `beyond`."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def __repr__(self) -> str:
        return f"EdgeFinder({self.bench!r})"

    @cached_property
    def own(self) -> Sequence[Situation]:
        """Edges at the situations from which all others are drawn, else on the way from one status to the other."""
        seeds = [seed for side in SIDES for seed in self.bench.seeds(side)]
        closed = [with_statements(self.bench.menus, seed) for seed in seeds]
        near = (self.near(one, 0) for pair in zip(seeds, closed, strict=True) for one in pair)
        passed = (tuple(self._on_the_way(one, lean)) for one in closed for lean in (1, -1))
        return next((found for source in (near, passed) for found in source if found), ())

    def near(self, situation: Situation, first: int) -> Sequence[Situation]:
        """Return the edges at one field of a situation: the first that has any, from the field number `first` on."""
        judged = self.bench.judged(situation)
        if judged is None:
            return ()
        fields = reads(self.bench.rule, self.bench.menus, situation, self.bench.applied(judged))
        turned = first % max(1, len(fields))
        edges = (tuple(self._at(judged, read)) for read in (*fields[turned:], *fields[:turned]))
        return next((found for found in edges if found), ())

    def _at(self, judged: Judged, read: Read) -> Iterator[Situation]:
        """Yield both sides of each pair of neighbouring values of a field between which the rule turns."""
        fact, name, _ = read
        applied = self.bench.applied(judged)
        values = (getattr(fact, name), *values_to_try(self.bench.rule, self.bench.menus, applied, read))
        tried = [(value, with_value(judged.situation, fact, name, value)) for value in values]
        found = [(value, self.bench.judged(one)) for value, one in tried if one is not None]
        for one, other in _neighbours([(value, outcome) for value, outcome in found if outcome is not None]):
            yield from _both_sides(one, other)

    def _on_the_way(self, situation: Situation, lean: int) -> Iterator[Situation]:
        """Yield both sides of the step with which the rule turns while a situation is mended."""
        for side in SIDES:
            for one, other in pairwise(self.bench.steps(situation, side, lean)):
                yield from _both_sides(one, other)


def _both_sides(one: Judged, other: Judged) -> Iterator[Situation]:
    """Yield the two situations, each with the other, if the rule turns between them and one field differs."""
    moved = _moved(one.situation, other.situation)
    if moved is not None and {one.status, other.status} == set(SIDES):
        yield replace(one.situation, beyond=other.situation, moved=moved)
        yield replace(other.situation, beyond=one.situation, moved=moved)


def _moved(one: Situation, other: Situation) -> str | None:
    """Return the one field in which two situations differ; None where they differ in more."""
    before, after = _by_name(one), _by_name(other)
    changed = [name for name in before if before[name] != after.get(name)]
    if before.keys() != after.keys() or len(changed) != 1:
        return None
    fact, moved = before[changed[0]], after[changed[0]]
    fields = [name for name in type(fact).model_fields if getattr(fact, name) != getattr(moved, name)]
    return f"{type(fact).__name__} {fact.key}.{fields[0]}" if len(fields) == 1 else None


def _by_name(situation: Situation) -> dict[tuple[str, str], Fact]:
    return {(type(fact).__name__, fact.key): fact for fact in situation}


def _neighbours(found: Sequence[tuple[Any, Judged]]) -> Iterator[tuple[Judged, Judged]]:
    """Yield values next to each other where they have an order, and the first value beside each other elsewhere."""
    ordered = [(value, judged) for value, judged in found if _is_ordered(value)]
    if len({type(value) for value, _ in ordered}) == 1:
        ordered.sort(key=lambda pair: pair[0])
        yield from ((one, other) for (_, one), (_, other) in pairwise(ordered))
    rest = [judged for value, judged in found if not _is_ordered(value)]
    for other in rest[1:]:
        yield rest[0], other
    if rest and ordered:
        yield rest[0], ordered[0][1]


def _is_ordered(value: Any) -> bool:
    return isinstance(value, int | Decimal | Fraction | date | time | timedelta) and not isinstance(value, bool)
