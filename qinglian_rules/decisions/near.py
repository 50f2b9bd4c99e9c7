"""Where nothing matches what a rule asks for: the facts that come nearest, and what of them does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qinglian_rules.backends.asking import conjuncts
from qinglian_rules.backends.concluded import AnyFact, model_of
from qinglian_rules.backends.reference import Evaluator
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.walk import walk

MOST = 3
"""More facts than these that miss by one part are no near misses, but simply others."""


@dataclass(frozen=True, slots=True)
class Near:
    """A fact that would match but for one part of the condition, and the fields of it that this part reads."""

    fact: AnyFact
    values: Mapping[str, Any]


def nearest(evaluator: Evaluator, over: n.Comprehension) -> tuple[Near, ...]:
    """Return the facts that miss a match by one part alone: those of the right day first, none where they are many."""
    if not isinstance(over.source, n.FactsOf):
        return ()
    parts = tuple(conjuncts(over.condition))
    missed = list(_by_one_part(evaluator, over, over.source.target, parts)) if len(parts) > 1 else []
    dated = evaluator.world.vocabulary.types[over.source.target].dated
    in_time = [(near, part) for near, part in missed if not _speaks_of(part, over.name, dated)]
    found = [near for near, _ in in_time or missed]
    return tuple(found) if len(found) <= MOST else ()


def _by_one_part(
    evaluator: Evaluator, over: n.Comprehension, target: str, parts: Sequence[n.Node]
) -> Iterator[tuple[Near, n.Node]]:
    for fact in evaluator.world.seen(target):
        inner = evaluator.within(over.name, fact)
        failing: list[n.Node] = []
        for part in parts:
            if inner.value(part) is not True:
                failing.append(part)
            if len(failing) > 1:
                break
        if len(failing) == 1 and inner.value(failing[0]) is False:
            yield Near(fact, dict(_own_values(inner, failing[0], over.name))), failing[0]


def _own_values(inner: Evaluator, part: n.Node, name: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields of the fact that a part reads, and their values, of which none is unknown."""
    fields = model_of(inner.scope.variables[name]).model_fields
    for node in walk(part):
        own = isinstance(node, n.Field) and isinstance(node.fact, n.Var) and node.fact.name == name
        if own and isinstance(node, n.Field) and node.name in fields:
            yield node.name, inner.settled(node)


def _speaks_of(part: n.Node, name: str, field: str | None) -> bool:
    return any(
        isinstance(node, n.Field) and node.name == field and isinstance(node.fact, n.Var) and node.fact.name == name
        for node in walk(part)
    )
