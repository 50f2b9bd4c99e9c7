"""Facts that make a condition true or false, as far as it speaks of fields of the subject and of what it refers to.

What is found is a candidate: the evaluator has the last word. Conditions over other facts are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from qinglian_rules.authoring.cases.standard.samples import mirrored, opposite, others, satisfying
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary
from qinglian_rules.ir import nodes as n

Path = tuple[str, ...]
"""The way from the subject to a field: `("body", "province")`."""

GIVEN = object()
"""Stands for any value but None."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Values by path; the types of the facts that paths lead through, the subject's under `()`."""

    types: Mapping[Path, str]
    values: Mapping[Path, Any] = field(default_factory=dict)

    def holds(self, path: Path) -> bool:
        """Say whether a value is chosen already."""
        return path in self.values

    def choose(self, path: Path, value: Any) -> Sketch | None:
        """Return the sketch with a value chosen; None where another one is."""
        chosen = self.values.get(path, GIVEN)
        if chosen is GIVEN:
            if path in self.values and value is None:
                return None
            return Sketch(self.types, {**self.values, path: value})
        if value is GIVEN:
            return self if chosen is not None else None
        return self if chosen == value and type(chosen) is type(value) else None

    def through(self, path: Path, target: str) -> Sketch:
        """Return the sketch with the type of the fact behind a reference."""
        return self if path in self.types else Sketch({**self.types, path: target}, self.values)


@dataclass(frozen=True, slots=True)
class Solver:
    """Finds sketches for the conditions of one rule.

    Attributes:
        variables: the paths of the facts that names stand for.
        lets: the rule's `let`s.
        since: the first day of spans that must hold some day.
    """

    vocabulary: Vocabulary
    variables: Mapping[str, Path]
    lets: Mapping[str, n.Node]
    since: date

    def solutions(self, node: n.Node, wanted: bool, sketch: Sketch) -> Iterator[Sketch]:
        """Yield sketches that go further than `sketch` and make the condition what is wanted."""
        if isinstance(node, n.And | n.Or):
            if isinstance(node, n.And) is wanted:
                yield from self._all(node.items, wanted, sketch)
            else:
                for item in node.items:
                    yield from self.solutions(item, wanted, sketch)
        elif isinstance(node, n.Not):
            yield from self.solutions(node.value, not wanted, sketch)
        elif isinstance(node, n.LetRef):
            yield from self.solutions(self.lets[node.name], wanted, sketch)
        elif isinstance(node, n.Const):
            yield from (sketch,) if node.value is wanted else ()
        else:
            yield from self._atom(node, wanted, sketch)

    def _all(self, items: tuple[n.Node, ...], wanted: bool, sketch: Sketch) -> Iterator[Sketch]:
        if not items:
            yield sketch
            return
        for first in self.solutions(items[0], wanted, sketch):
            yield from self._all(items[1:], wanted, first)

    def misses(self, node: n.Node, sketch: Sketch) -> Iterator[Iterator[Sketch]]:
        """Yield, for each part of a condition that must hold, sketches in which it fails and the others hold."""
        if not isinstance(node, n.And):
            yield self.solutions(node, False, sketch)
            return
        for index, item in enumerate(node.items):
            others = node.items[:index] + node.items[index + 1 :]
            yield (miss for rest in self._all(others, True, sketch) for miss in self.solutions(item, False, rest))

    def _atom(self, node: n.Node, wanted: bool, sketch: Sketch) -> Iterator[Sketch]:
        for read, values in self._choices(node, wanted, sketch):
            path, typed = read
            for value in values:
                further = typed.choose(path, value)
                if further is not None:
                    yield further

    def _choices(
        self, node: n.Node, wanted: bool, sketch: Sketch
    ) -> Iterator[tuple[tuple[Path, Sketch], Iterator[Any] | tuple[Any, ...]]]:
        """Yield the path that a condition reads, with values that make it what is wanted."""
        if isinstance(node, n.Field):
            for path, one, _ in self._path(node, sketch):
                yield (path, one), (wanted,)
        elif isinstance(node, n.IsNone):
            for path, one, _ in self._path(node.value, sketch):
                yield (path, one), (None if wanted else GIVEN,)
        elif isinstance(node, n.Compare):
            yield from self._comparison(node, wanted, sketch)
        elif isinstance(node, n.In):
            yield from self._membership(node, wanted, sketch)
        elif isinstance(node, n.Call) and node.name in {"within", "during"} and wanted:
            for argument in node.arguments:
                for path, one, found in self._path(argument, sketch):
                    if found.type.name == "Span":
                        yield (path, one), (DateSpan(start=self.since, end=None),)

    def _comparison(
        self, node: n.Compare, wanted: bool, sketch: Sketch
    ) -> Iterator[tuple[tuple[Path, Sketch], Iterator[Any]]]:
        op = node.op if wanted else opposite(node.op)
        for side, other, order in ((node.left, node.right, op), (node.right, node.left, mirrored(op))):
            if isinstance(other, n.Const):
                for path, one, found in self._path(side, sketch):
                    yield (path, one), satisfying(found, order, other.value)

    def _membership(
        self, node: n.In, wanted: bool, sketch: Sketch
    ) -> Iterator[tuple[tuple[Path, Sketch], Iterator[Any] | tuple[Any, ...]]]:
        if isinstance(node.members, n.Display):
            members = tuple(item.value for item in node.members.items if isinstance(item, n.Const))
            for path, one, found in self._path(node.item, sketch):
                yield (path, one), members if wanted else others(found, members)
        elif isinstance(node.item, n.Const):
            for path, one, _ in self._path(node.members, sketch):
                yield (path, one), ((node.item.value,) if wanted else (),)

    def _path(self, node: n.Node, sketch: Sketch) -> Iterator[tuple[Path, Sketch, FieldType]]:
        """Yield the path of a field, the sketch that knows the facts on the way, and the field; or nothing."""
        if isinstance(node, n.DateOf):
            yield from self._path(node.value, sketch)
        if not isinstance(node, n.Field):
            return
        for prefix, one in self._fact(node.fact, sketch):
            fact_type = self.vocabulary.types[one.types[prefix]]
            found = fact_type.fields.get(node.name)
            if found is not None:
                yield (*prefix, node.name), one, found

    def _fact(self, node: n.Node, sketch: Sketch) -> Iterator[tuple[Path, Sketch]]:
        if isinstance(node, n.Var) and node.name in self.variables:
            path = self.variables[node.name]
            if path in sketch.types:
                yield path, sketch
        elif isinstance(node, n.Follow):
            for path, one, _ in self._path(node.ref, sketch):
                target = self.vocabulary.types[node.target].subtypes[0]
                known = one.through(path, target).choose(path, GIVEN)
                if known is not None:
                    yield path, known


def body_path(fact_type: FactType) -> Path | None:
    """Return the path from a subject to its body; None where nobody answers for it."""
    if fact_type.body is None:
        return None
    return () if fact_type.body == "id" else (fact_type.body,)
