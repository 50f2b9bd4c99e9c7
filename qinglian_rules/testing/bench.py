"""A bench for one rule: judges situations by it, and finds situations of which it says what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample

from qinglian_rules.authoring.cases import FactName, Part, Parts, cases_of
from qinglian_rules.backends.concluded import model_of
from qinglian_rules.backends.conclusions import conclude
from qinglian_rules.backends.judging import Case as Applied
from qinglian_rules.backends.judging import judge_all
from qinglian_rules.backends.quantifiers import members
from qinglian_rules.backends.verdicts import Status, Verdict
from qinglian_rules.backends.world import World
from qinglian_rules.engine import Policy, prepared, setting, with_canonical_topics
from qinglian_rules.ir.nodes import Comprehension, Node
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.walk import children
from qinglian_rules.testing.drawn_worlds import situations
from qinglian_rules.testing.menus import Menus
from qinglian_rules.testing.reading import read_norms
from qinglian_rules.testing.repairs import repairs
from qinglian_rules.testing.situation import Situation

_STEPS: Final = 8
"""How many repairs one situation may take."""

_MOST: Final = 2
"""The grade of a condition that is as it should be; 1 where it is unknown, 0 where it is the contrary."""

_REACHED: Final = (_MOST + 1,)
"""How near a situation is that is as wanted, whatever happens to be unknown of others."""

_SEARCHED: Final = settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class UnreachableError(LookupError):
    """No facts are known of which a rule says what is wanted. The text says why."""


@dataclass(frozen=True)
class Judged:
    """A situation with what the rule says of its subject, and the world in which it says so."""

    situation: Situation
    verdict: Verdict
    world: World

    @property
    def status(self) -> Status:
        """What the rule says."""
        return self.verdict.status


class Bench:
    """Judges situations by one rule of a policy, with the definitions that it needs and nothing else."""

    def __init__(self, rule: Rule, policy: Policy) -> None:
        self.rule = rule
        self.policy = policy
        self._seeds: dict[Status, tuple[Situation, ...]] = {}

    def __repr__(self) -> str:
        # Hypothesis shows what a strategy is made of; a whole policy would say too much.
        return f"Bench({self.rule.id!r})"

    @cached_property
    def menus(self) -> Menus:
        """What facts for the rule are made of."""
        return Menus(read_norms(self.policy, [self.rule]))

    @cached_property
    def part(self) -> Part:
        """What of the policy the rule needs."""
        return Parts(self.policy).of(self.rule)

    def judged(self, situation: Situation) -> Judged | None:
        """Judge the subject of a situation; None where the rule says nothing of it, or several things."""
        found = self._all_judged(situation)
        return found[0] if len(found) == 1 else None

    def _all_judged(self, situation: Situation) -> list[Judged]:
        base, _ = prepared(situation.facts, None, self.part.reference)
        when = setting(situation.as_of, situation.period, self.policy.named)
        world = World(self.part.documents, with_canonical_topics(base, self.part.topics), when)
        conclude(world, self.part.strata)
        verdicts = (one for one in judge_all(world, (self.rule,)) if _is_subject(one, situation.subject))
        return [Judged(replace(situation, subject=_named(one)), one, world) for one in verdicts]

    @cached_property
    def cases(self) -> tuple[Judged, ...]:
        """The rule's cases, those that stand in files and the standard ones, judged."""
        found = (
            self.judged(Situation(case.facts, case.as_of, case.period, case.of))
            for case in cases_of(self.policy, self.rule)
        )
        return tuple(one for one in found if one is not None)

    def seeds(self, status: Status) -> tuple[Situation, ...]:
        """Return situations of which the rule says `status`: its cases, or else one that is searched for.

        Raises:
            UnreachableError: none is found.
        """
        if status not in self._seeds:
            self._seeds[status] = tuple(one.situation for one in self.cases if one.status == status) or (
                self._searched(status),
            )
        return self._seeds[status]

    def _searched(self, status: Status) -> Situation:
        """Mend the rule's other cases, then drawn worlds, until one is as wanted."""
        found: list[Situation] = []

        def is_found(situation: Situation) -> bool:
            # Some conditions turn when there are more facts that match, others when there are fewer.
            tried = (self.mended(situation, status, lean) for lean in (1, -1))
            found.extend(one for one in [next((one for one in tried if one is not None), None)] if one is not None)
            return bool(found)

        if any(is_found(case.situation) for case in self.cases):
            return found[0]

        try:
            find(situations(self.menus), is_found, settings=_SEARCHED)
        except NoSuchExample:
            why = f"no facts were found on which {self.rule.id} comes to {status}; write a case that shows some"
            raise UnreachableError(why) from None
        return found[0]

    def mended(self, situation: Situation, status: Status, lean: int = 1) -> Situation | None:
        """Repair a situation until the rule applies to it and says `status`; None where that fails."""
        steps = self.steps(situation, status, lean)
        return steps[-1].situation if steps and self._nearness(steps[-1], status, lean) == _REACHED else None

    def steps(self, situation: Situation, status: Status, lean: int = 1) -> list[Judged]:
        """Return the way from a situation to one of which the rule says `status`, each step a repair.

        Args:
            lean: 1 to take more facts that match what a condition asks about for nearer, -1 to take fewer.
        """
        best = self._first(situation, status, lean)
        found: list[Judged] = []
        while best is not None and len(found) < _STEPS:
            found.append(best)
            nearness = self._nearness(best, status, lean)
            if nearness == _REACHED:
                break
            tried = (self.judged(one) for one in repairs(self.rule, self.menus, best.situation, self.applied(best)))
            best = next((one for one in tried if one and self._nearness(one, status, lean) > nearness), None)
        return found

    def _first(self, situation: Situation, status: Status, lean: int) -> Judged | None:
        """Judge a situation for the one subject and period of which the rule is nearest to `status`."""
        found = sorted(self._all_judged(situation), key=lambda one: self._nearness(one, status, lean))
        if len(found) < 2:
            return found[0] if found else None
        best = found[-1].situation
        return self.judged(replace(best, period=found[-1].verdict.period or best.period))

    def applied(self, judged: Judged) -> Applied:
        """Return the rule made ready to be evaluated on a situation."""
        return Applied.of(judged.world, self.rule, judged.verdict.occasion)

    def _nearness(self, judged: Judged, status: Status, lean: int) -> tuple[int, ...]:
        """How near a verdict is: whether the rule applies, how many conditions are as wanted, how many facts match.

        Last comes whether any may match and how little that hangs on: several steps may lead to a sure match.
        """
        applied = self.applied(judged)
        applies = _grade(applied.applies(), wanted=True)
        if judged.status == status and applies == _MOST:
            return _REACHED
        sure, possible, causes = self._matches(applied)
        return applies, sum(self._wanted(applied, status)), lean * sure, lean * min(possible, 1), -causes

    def _wanted(self, applied: Applied, status: Status) -> Iterator[int]:
        holds = status == "compliant"
        for condition in self.rule.conditions:
            value = applied.evaluator.value(condition.node)
            yield _grade(value, wanted=holds is (self.rule.form != "forbid"))
        yield _grade(applied.past_due(), wanted=not holds)

    def _matches(self, applied: Applied) -> tuple[int, int, int]:
        """How many facts match what the conditions range over, how many more may, and on how much that hangs."""
        ranges = (getattr(node, "over", None) for one in self.rule.conditions for node in _outermost(one.node))
        found = [members(applied.evaluator, over) for over in ranges if isinstance(over, Comprehension)]
        causes = {cause for one in found for cause in one.causes}
        return sum(len(one.sure) for one in found), sum(len(one.possible) for one in found), len(causes)


def _outermost(root: Node) -> Iterator[Node]:
    """Yield the quantifiers that stand in no other."""
    if isinstance(getattr(root, "over", None), Comprehension):
        yield root
    else:
        for child in children(root):
            yield from _outermost(child)


def _grade(value: Any, *, wanted: bool) -> int:
    return _MOST * (value is wanted) if isinstance(value, bool) else 1


def _named(verdict: Verdict) -> FactName:
    return FactName(model_of(verdict.fact).__name__, verdict.fact.key)


def _is_subject(verdict: Verdict, subject: FactName | None) -> bool:
    return subject is None or subject == _named(verdict)
