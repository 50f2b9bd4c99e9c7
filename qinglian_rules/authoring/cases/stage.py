"""Cases set up to be judged: the part of a policy that one rule needs, and the facts of a case as a world.

Judging many variants of a rule on one case costs one set-up: `set_up` builds the world and what definitions
conclude in it, and `outcome` judges any rule there. A variant of a definition needs a set-up of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qinglian_rules.authoring.cases.model import Case, Norm
from qinglian_rules.backends.conclusions import conclude
from qinglian_rules.backends.world import World
from qinglian_rules.documents import Topics
from qinglian_rules.engine import Policy, setting, with_canonical_topics
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition, Document
from qinglian_rules.ir.walk import walk
from qinglian_rules.passes import strata


@dataclass(frozen=True, slots=True)
class Part:
    """What of a policy one rule or definition needs.

    Attributes:
        documents: all documents, without rules, with the definitions that are needed.
        strata: the derived types that are needed, in their order.
        reference: reference data that the documents bring, of the types that are read.
        topics: the subject matters of records.
    """

    documents: tuple[Document, ...]
    strata: tuple[str, ...]
    reference: tuple[Fact, ...]
    topics: Topics


class Parts:
    """The parts of a policy. Rules that need the same definitions share one."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.vocabulary = Vocabulary.current()
        self._definitions: dict[str, list[Definition]] = {}
        for document in policy.documents:
            for definition in document.definitions:
                self._definitions.setdefault(definition.target, []).append(definition)
        self._parts: dict[frozenset[str], Part] = {}
        self._latest: tuple[Norm, Part] | None = None

    def of(self, norm: Norm) -> Part:
        """Return the part that a rule or definition needs."""
        # The cases of one norm follow each other.
        if self._latest is None or self._latest[0] is not norm:
            self._latest = (norm, self._part(norm))
        return self._latest[1]

    def _part(self, norm: Norm) -> Part:
        types = self._reads(norm)
        wanted = frozenset(name for name in types if name in self._definitions)
        if wanted not in self._parts:
            documents = tuple(_only(document, wanted) for document in self.policy.documents)
            order = tuple(name for name in strata(documents) if name in wanted)
            self._parts[wanted] = Part(documents, order, (), self.policy.topics)
        reference = tuple(fact for fact in self.policy.reference if type(fact).__name__ in types)
        return replace(self._parts[wanted], reference=reference) if reference else self._parts[wanted]

    def _reads(self, norm: Norm) -> frozenset[str]:
        """Return the types that a norm reads, itself or through what definitions conclude."""
        found: set[str] = set()
        waiting = [*self._direct(norm), *((norm.target,) if isinstance(norm, Definition) else ())]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(read for one in self._definitions.get(name, ()) for read in self._direct(one))
        return frozenset(found)

    def _direct(self, norm: Norm) -> set[str]:
        named = {norm.subject.target}
        for root in roots(norm):
            named.update(name for node in walk(root) for name in _named_by(node))
        types = self.vocabulary.types
        return {subtype for name in named if name in types for subtype in (name, *types[name].subtypes)}


def roots(norm: Norm) -> tuple[n.Node, ...]:
    """Return the conditions and expressions of a rule or definition."""
    lets = tuple(let.node for let in norm.lets)
    if isinstance(norm, Definition):
        return (norm.when, *lets, *(node for _, node in norm.values))
    conditions = tuple(condition.node for condition in norm.conditions)
    return (norm.when, *lets, *conditions, *(() if norm.due is None else (norm.due,)))


def _named_by(node: n.Node) -> Iterator[str]:
    if isinstance(node, n.Follow):
        yield node.target
    over = getattr(node, "over", None)
    if isinstance(over, n.Comprehension) and isinstance(over.source, n.FactsOf):
        yield over.source.target


def _only(document: Document, wanted: frozenset[str]) -> Document:
    items = tuple(
        replace(item, rules=(), definitions=tuple(one for one in item.definitions if one.target in wanted))
        for item in document.items
    )
    return replace(document, items=tuple(item for item in items if item.definitions))


@dataclass(frozen=True, slots=True)
class Stage:
    """A case set up: its facts as the day of judgement sees them, with what the definitions conclude."""

    case: Case
    world: World


def set_up(case: Case, part: Part) -> Stage:
    """Build the world of a case. Reference data stand in for types of which the case gives no fact."""
    given = {type(fact).__name__ for fact in case.facts}
    facts = [*case.facts, *(fact for fact in part.reference if type(fact).__name__ not in given)]
    base = with_canonical_topics(FactBase(facts), part.topics)
    world = World(part.documents, base, setting(case.as_of, case.period))
    conclude(world, part.strata)
    return Stage(case, world)


def derived_values(stage: Stage, target: str, key: str) -> Mapping[str, Any] | None:
    """Return the values of a derived fact that is certain, unknown ones as `Unknown`; None where there is none."""
    fact = stage.world.derived.get(target, key)
    return fact.values if fact is not None and fact.certain is True else None
