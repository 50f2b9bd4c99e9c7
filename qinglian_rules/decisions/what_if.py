"""Trying out: the same decision with some facts changed or added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from qinglian_rules.backends.conclusions import conclude
from qinglian_rules.backends.judging import judge
from qinglian_rules.backends.occasions import Occasion
from qinglian_rules.backends.verdicts import Verdict
from qinglian_rules.backends.world import World
from qinglian_rules.decisions.narrowed import narrowed
from qinglian_rules.facts.base import Fact
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition, Rule
from qinglian_rules.ir.walk import walk
from qinglian_rules.passes import strata

if TYPE_CHECKING:
    from qinglian_rules.decisions.model import Decision


class Trial:
    """Runs a decision's rule again on changed facts; at most `budget` times, since a trial reads all facts it needs."""

    def __init__(self, decision: Decision, budget: int = 200) -> None:
        self.decision = decision
        self.budget = budget
        wanted = derived_types(decision.world, decision.rule)
        documents = tuple(decision.world.documents.values())
        self._strata = tuple(target for target in strata(documents) if target in wanted)

    def verdict(self, changed: Iterable[Fact]) -> Verdict | None:
        """Return the verdict with `changed` facts replaced or added; None once the budget is spent."""
        if self.budget <= 0:
            return None
        self.budget -= 1
        old, facts = self.decision.world, tuple(changed)
        world = narrowed(World(tuple(old.documents.values()), old.facts.overlaid(facts), old.setting, old.calendar))
        conclude(world, self._strata)
        occasion = self.decision.verdict.occasion
        fact = world.find(self.decision.subject.type, self.decision.subject.id)
        if fact is None:
            return None
        return judge(world, self.decision.rule, Occasion(occasion.norm, fact, occasion.period, occasion.day))


def derived_types(world: World, rule: Rule) -> frozenset[str]:
    """Return the derived types that a rule reads or judges, and those that their definitions do."""
    found: set[str] = set()
    open_norms: list[Rule | Definition] = [rule]
    while open_norms:
        for target in _targets(open_norms.pop()):
            if world.vocabulary.types[target].derived and target not in found:
                found.add(target)
                open_norms.extend(world.definitions_of(target))
    return frozenset(found)


def _targets(norm: Rule | Definition) -> Iterator[str]:
    """Yield the fact types that a norm judges, ranges over, or follows references to."""
    yield norm.subject.target
    for node in (node for root in _roots(norm) for node in walk(root)):
        over = getattr(node, "over", None)
        if isinstance(over, n.Comprehension) and isinstance(over.source, n.FactsOf):
            yield over.source.target
        if isinstance(node, n.Follow):
            yield node.target


def _roots(norm: Rule | Definition) -> Iterator[n.Node]:
    yield norm.when
    yield from (let.node for let in norm.lets)
    if isinstance(norm, Definition):
        yield from (node for _, node in norm.values)
        return
    yield from (condition.node for condition in norm.conditions)
    if norm.due is not None:
        yield norm.due
