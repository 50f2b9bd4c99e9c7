"""Trying out: the same decision with some facts changed or added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qinglian_rules.backends.conclusions import conclude
from qinglian_rules.backends.judging import judge
from qinglian_rules.backends.occasions import Occasion
from qinglian_rules.backends.verdicts import Verdict
from qinglian_rules.backends.world import World
from qinglian_rules.decisions.narrowed import narrowed
from qinglian_rules.facts.base import Fact
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.walk import walk
from qinglian_rules.passes import strata

if TYPE_CHECKING:
    from qinglian_rules.decisions.model import Decision


class Trial:
    """Runs a decision's rule again on changed facts; at most `budget` times, since a trial reads all facts it needs."""

    def __init__(self, decision: Decision, budget: int = 200) -> None:
        self.decision = decision
        self.budget = budget
        self._derives = reads_derived(decision.world, decision.rule)

    def verdict(self, changed: Iterable[Fact]) -> Verdict | None:
        """Return the verdict with `changed` facts replaced or added; None once the budget is spent."""
        if self.budget <= 0:
            return None
        self.budget -= 1
        old, facts = self.decision.world, tuple(changed)
        world = narrowed(World(tuple(old.documents.values()), old.facts.overlaid(facts), old.setting, old.calendar))
        if self._derives:
            conclude(world, strata(tuple(world.documents.values())))
        else:
            world.derived = old.derived
        occasion = self.decision.verdict.occasion
        fact = world.find(self.decision.subject.type, self.decision.subject.id)
        if fact is None:
            return None
        return judge(world, self.decision.rule, Occasion(occasion.norm, fact, occasion.period, occasion.day))


def reads_derived(world: World, rule: Rule) -> bool:
    """Whether a rule reads or judges facts of derived types."""
    nodes: list[Any] = [rule.when, *(condition.node for condition in rule.conditions), *(let.node for let in rule.lets)]
    nodes += [rule.due] if rule.due is not None else []
    targets = {rule.subject.target}
    for root in nodes:
        for node in walk(root):
            over = getattr(node, "over", None)
            if isinstance(over, n.Comprehension) and isinstance(over.source, n.FactsOf):
                targets.add(over.source.target)
            if isinstance(node, n.Follow):
                targets.add(node.target)
    return any(world.vocabulary.types[target].derived for target in targets)
