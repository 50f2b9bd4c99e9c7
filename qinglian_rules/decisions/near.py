"""Where nothing matches what a rule asks for: the facts that come nearest, and what of them does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from qinglian_rules.backends.asking import conjuncts
from qinglian_rules.backends.concluded import AnyFact, model_of
from qinglian_rules.backends.reference import Evaluator
from qinglian_rules.ir import build
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.walk import walk

MOST = 3
"""More facts than these that miss by one part are no near misses, but simply others."""

LOOKED_AT = 500
"""Among more facts than these nobody would look for the one that was meant; a report of thousands would take hours."""


@dataclass(frozen=True, slots=True)
class Near:
    """A fact that would match but for one part of the condition, and the fields of it that this part reads."""

    fact: AnyFact
    values: Mapping[str, Any]


def nearest(evaluator: Evaluator, over: n.Comprehension) -> tuple[Near, ...]:
    """Return the facts that miss a match by one part alone; none where they are many.

    What ties a fact to the subject must hold: records of somebody else do not come near. What came late goes before
    what is of another kind, and that before what is of another time.
    """
    if not isinstance(over.source, n.FactsOf):
        return ()
    parts = tuple(conjuncts(over.condition))
    dated = evaluator.world.vocabulary.types[over.source.target].dated
    ranks = {id(part): _rank(part, over.name, dated) for part in parts if not _ties(part, over.name)}
    found: dict[int, list[Near]] = {}
    facts = _tied(evaluator, over, over.source.target) if len(parts) > 1 else ()
    for near, part in _by_one_part(evaluator, over.name, facts, parts):
        if id(part) in ranks:
            found.setdefault(ranks[id(part)], []).append(near)
    best = found[min(found)] if found else []
    return tuple(best) if len(best) <= MOST else ()


def _ties(part: n.Node, name: str) -> bool:
    """Whether a part is an equality of the fact with something outside of it, such as the subject."""
    if isinstance(part, n.Or):
        return all(any(_ties(item, name) for item in conjuncts(choice)) for choice in part.items)
    if not isinstance(part, n.Compare) or part.op != "==":
        return False
    inside = [any(_is_of(node, name) for node in walk(side)) for side in (part.left, part.right)]
    outside = [any(_is_outer(node, name) for node in walk(side)) for side in (part.left, part.right)]
    return any(inside) and any(outside)


def _is_of(node: n.Node, name: str) -> bool:
    return isinstance(node, n.Var) and node.name == name


def _is_outer(node: n.Node, name: str) -> bool:
    return isinstance(node, n.Var | n.LetRef | n.ItemVar) and node.name != name


def _rank(part: n.Node, name: str, dated: str | None) -> int:
    """0 where a part asks for being in time, 2 where it asks for another time, 1 elsewhere."""
    if any(isinstance(node, n.Context) and node.name == "due" for node in walk(part)):
        return 0
    own = {node.name for node in walk(part) if isinstance(node, n.Field) and _is_of(node.fact, name)}
    return 2 if dated is not None and dated in own else 1


def _tied(evaluator: Evaluator, over: n.Comprehension, target: str) -> Sequence[AnyFact]:
    """Return the facts that what ties them to the subject lets in, and maybe others; none where they are many."""
    facts = evaluator.world.candidates(_ties_of(over), target, evaluator.settled)
    return facts if len(facts) <= LOOKED_AT else ()


@lru_cache(maxsize=4096)
def _ties_of(over: n.Comprehension) -> n.Comprehension:
    """Return the comprehension with only those parts of its condition that tie a fact to the subject."""
    parts = (part for part in conjuncts(over.condition) if _ties(part, over.name))
    return replace(over, condition=build.conjunction(tuple(parts)))


def _by_one_part(
    evaluator: Evaluator, name: str, facts: Sequence[AnyFact], parts: Sequence[n.Node]
) -> Iterator[tuple[Near, n.Node]]:
    for fact in facts:
        inner = evaluator.within(name, fact)
        failing: list[n.Node] = []
        for part in parts:
            if inner.value(part) is not True:
                failing.append(part)
            if len(failing) > 1:
                break
        if len(failing) == 1 and inner.value(failing[0]) is False:
            yield Near(fact, dict(_own_values(inner, failing[0], name))), failing[0]


def _own_values(inner: Evaluator, part: n.Node, name: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields of the fact that a part reads, and their values, of which none is unknown."""
    fields = model_of(inner.scope.variables[name]).model_fields
    for node in walk(part):
        if isinstance(node, n.Field) and _is_of(node.fact, name) and node.name in fields:
            yield node.name, inner.settled(node)
