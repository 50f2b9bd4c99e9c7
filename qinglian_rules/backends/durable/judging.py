"""Rules judged by durable-rules: what is asked, partition by partition, and the verdicts on what was reported."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from qinglian_rules.backends.durable.encoding import word
from qinglian_rules.backends.durable.evaluating import ReportedEvaluator, Reports
from qinglian_rules.backends.durable.messages import messages_of_fact, messages_of_question
from qinglian_rules.backends.durable.network import Network
from qinglian_rules.backends.durable.partitions import Asked, Name, Partition, Warmth, name_of
from qinglian_rules.backends.durable.planning import plan_rule, planned_alone
from qinglian_rules.backends.durable.plans import RulePlan, asks_of
from qinglian_rules.backends.durable.reasons import UnsupportedError
from qinglian_rules.backends.durable.routes import Routes, partition_of
from qinglian_rules.backends.judging import Case, occasions_judged, verdict_of
from qinglian_rules.backends.occasions import Occasion
from qinglian_rules.backends.verdicts import Verdict
from qinglian_rules.backends.world import World
from qinglian_rules.diagnostics import Diagnostic, PolicyError, Text
from qinglian_rules.diagnostics.catalogue.engines import RULE_NOT_CARRIED
from qinglian_rules.ir.rules import Rule

WARM: Final = 32
"""How many shards stay in the engine. One takes a megabyte or two, and what its facts take."""

SHARD: Final = 500
"""How many facts of its own a shard takes: an id meets another one's hash once in some 30,000 shards."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    """An occasion made ready: its place in the order of the verdicts, its rule's plan, its case."""

    place: int
    plan: RulePlan
    case: Case

    @property
    def occasion(self) -> Occasion:
        return self.case.occasion

    def name(self, variable: str) -> str:
        """The name of a question of this occasion."""
        one = self.occasion
        return repr((self.plan.rule.id, name_of(one.fact), one.period, one.day, variable))

    def questions(self) -> Iterator[Asked]:
        """What is asked on this occasion."""
        fact = self.occasion.fact
        for variable, question in asks_of(self.plan):
            name = self.name(variable)
            messages = messages_of_question(
                question.form, question.slots, fact.key, word(f"?{name}"), self.case.evaluator
            )
            yield Asked(name, name_of(fact) if variable == "" else None, messages)


class Group:
    """The rules of one rule set, and the partitions that the engine holds for them."""

    def __init__(self, plan: RulePlan, warmth: Warmth) -> None:
        self.ruleset = plan.ruleset
        self.plans = [plan]
        self.partitions: dict[str, Partition] = {}
        """By body."""
        self._warmth = warmth
        self._network: Network | None = None

    @property
    def network(self) -> Network:
        """The engine for these rules, made when it is first needed."""
        if self._network is None:
            self._network = Network(self.ruleset)
        return self._network

    def judge(self, world: World, first: Mapping[str, int], *, keep: bool) -> Iterator[tuple[int, int, Verdict]]:
        """Yield the verdicts of all rules, each with the place of its rule and its place among those of the rule."""
        batches: dict[str, list[_Occasion]] = {}
        for plan in self.plans:
            for place, case in enumerate(_cases(world, plan)):
                batches.setdefault(partition_of(case.occasion.fact), []).append(_Occasion(place, plan, case))
        for body in [body for body in self.partitions if body not in batches]:
            self.partitions.pop(body).cool()
        routes = Routes(self.ruleset, world)
        order = {name_of(fact): place for place, fact in enumerate(world.facts)}
        for body, batch in batches.items():
            partition = self._updated(world, routes, body, batch)
            for one in batch:
                yield first[one.plan.rule.id], one.place, _verdict(one, partition, order)
            if not keep:
                self.partitions.pop(body).cool()

    def _updated(self, world: World, routes: Routes, body: str, batch: Sequence[_Occasion]) -> Partition:
        if body not in self.partitions:
            self.partitions[body] = Partition(self.network, SHARD, self._warmth)
        partition = self.partitions[body]
        own = routes.own(body, [one.occasion.fact for one in batch])
        questions = [question for one in batch for question in one.questions()]
        partition.update(own, routes.led, questions, lambda fact: messages_of_fact(self.ruleset, world, fact))
        return partition

    def cool(self) -> None:
        """Free all that the engine holds."""
        for partition in self.partitions.values():
            partition.cool()


def _cases(world: World, plan: RulePlan) -> Iterator[Case]:
    rule = plan.original
    for fact in world.seen(rule.subject.target):
        for occasion in occasions_judged(world, rule, fact):
            yield Case.of(world, rule, occasion)


def _verdict(one: _Occasion, partition: Partition, order: Mapping[Name, int]) -> Verdict:
    plan, case = one.plan, one.case
    reports = Reports(plan, partition, {variable: one.name(variable) for variable, _ in asks_of(plan)}, order)
    world = copy.copy(case.world)
    world.narrow = reports.candidates
    evaluator = ReportedEvaluator(world, case.evaluator.scope, reports)
    among = None if plan.finding is None else reports.findings(plan.finding.sure, [one.name("finding")])
    return verdict_of(plan.original, replace(case, world=world, norm=plan.rule, evaluator=evaluator), among)


class Durable:
    """Rules at work in durable-rules, for one world after another.

    Args:
        rules: the rules to judge, in the order of their verdicts.
        leave_out: whether rules that it cannot carry are left out (`left_out`); they are refused otherwise.
        warm: how many shards stay in the engine; those that are let go are filled again when something changes.
        keep: whether what was reported is kept, so that the next world is only asked about what is new.

    Raises:
        PolicyError: a rule cannot be carried (QL733), or durable-rules is not there (QL731).
    """

    def __init__(self, rules: Iterable[Rule], *, leave_out: bool = False, warm: int = WARM, keep: bool = True) -> None:
        self.rules = tuple(rules)
        self.left_out: dict[str, Text] = {}
        """The rules that are not judged, by id, each with the reason."""
        self.groups: list[Group] = []
        self._first = {rule.id: place for place, rule in enumerate(self.rules)}
        self._keep = keep
        self._warmth = Warmth(warm)
        for rule in self.rules:
            self._plan(rule)
        if self.left_out and not leave_out:
            raise PolicyError(tuple(map(_refusal, self.left_out.items())))

    def _plan(self, rule: Rule) -> None:
        try:
            alone = planned_alone(rule)
        except UnsupportedError as error:
            self.left_out[rule.id] = error.reason
            return
        group = next((group for group in reversed(self.groups) if group.ruleset.target == rule.subject.target), None)
        if group is not None and group.ruleset.takes(alone.ruleset):
            group.plans.append(plan_rule(group.ruleset, rule))
        else:
            self.groups.append(Group(alone, self._warmth))

    def judge_all(self, world: World) -> Iterator[Verdict]:
        """Yield the verdicts on all subjects of a world, in the order of the rules, then of the facts."""
        found = [one for group in self.groups for one in group.judge(world, self._first, keep=self._keep)]
        found.sort(key=lambda one: one[:2])
        yield from (verdict for _, _, verdict in found)

    @property
    def warm(self) -> int:
        """How many shards the engine holds."""
        return len(self._warmth)

    def close(self) -> None:
        """Free all that the engine holds."""
        for group in self.groups:
            group.cool()


def _refusal(left_out: tuple[str, Text]) -> Diagnostic:
    rule, reason = left_out
    return Diagnostic(RULE_NOT_CARRIED, args={"rule": rule, "reason": reason.zh, "reason_en": reason.en})


def judge_all(world: World, rules: Sequence[Rule]) -> Iterator[Verdict]:
    """Yield the verdicts of rules on all their subjects, in the order of the reference back end.

    Raises:
        PolicyError: a rule cannot be carried (QL733), or durable-rules is not there (QL731).
    """
    durable = Durable(rules, warm=1, keep=False)
    try:
        yield from durable.judge_all(world)
    finally:
        durable.close()
