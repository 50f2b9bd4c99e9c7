"""Conditions put together from what the engine reported, by the reference's own logic.

The engine says of every leaf whether it is surely true or surely false, and of every quantifier which facts surely are
its members and which may be. The reference puts these together (`and`, `or`, `not`, counts, shares) and says what an
unknown hangs on. Where the engine says nothing of a leaf, the leaf is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from qinglian_rules.backends.concluded import Absent, AnyFact, Concluded
from qinglian_rules.backends.durable.antecedents import Asking, Place
from qinglian_rules.backends.durable.partitions import Name, Partition, name_of
from qinglian_rules.backends.durable.plans import Atom, RulePlan
from qinglian_rules.backends.durable.rulesets import Match
from qinglian_rules.backends.findings import latest_finding
from qinglian_rules.backends.kleene import Bounds, Unknown, causes_of
from qinglian_rules.backends.reference import Evaluator, Observer, Scope
from qinglian_rules.backends.world import World
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.walk import children


class Reports:
    """What the engine reported of one occasion of a rule.

    Args:
        plan: of the rule.
        partition: where it was asked.
        questions: the names of what was asked, by the quantifier's variable.
        order: the places of facts among those handed over.
    """

    def __init__(
        self, plan: RulePlan, partition: Partition, questions: Mapping[str, str], order: Mapping[Name, int]
    ) -> None:
        self.plan = plan
        self.partition = partition
        self.questions = questions
        self._order = order
        self._facts = partition.facts()
        self._sure: dict[str, set[Name]] = {}

    def sure(self, variable: str) -> set[Name]:
        """Return the facts that surely meet what the members of a quantifier are found by."""
        if variable not in self._sure:
            self._sure[variable] = set(self._reported(variable, self.plan.questions[variable].sure))
        return self._sure[variable]

    def _reported(self, variable: str, rules: Sequence[Match]) -> dict[Name, AnyFact]:
        return {name_of(fact): fact for fact in self._met(rules, self.questions[variable])}

    def _met(self, rules: Sequence[Match], first: str) -> Iterator[AnyFact]:
        for match in rules:
            for ids in self.partition.matches.of(match.rule, first):
                yield self._facts[ids[1]]

    def candidates(self, over: n.Comprehension, _target: str, _value: Callable[[n.Node], Any]) -> Sequence[AnyFact]:
        """Return the facts that a quantifier may match, in their order."""
        question = self.plan.questions[over.name]
        found = self._reported(over.name, (*question.sure, *question.open))
        return sorted(found.values(), key=lambda fact: (self._order.get(name_of(fact), -1), name_of(fact)))

    def findings(self, rules: Sequence[Match], firsts: Iterable[str]) -> list[Judgement]:
        """Return the findings that were reported about a fact, by its ids, or for a question, by its name."""
        found = {name_of(fact): fact for first in firsts for fact in self._met(rules, first)}
        return [fact for fact in found.values() if isinstance(fact, Judgement)]


class ReportedEvaluator(Evaluator):
    """Evaluates conditions of a rule by what the engine reported of their leaves."""

    def __init__(
        self, world: World, scope: Scope, reports: Reports, variable: str = "", observe: Observer | None = None
    ) -> None:
        super().__init__(world, scope, observe)
        self.reports = reports
        self.variable = variable

    def within(self, name: str, value: Any) -> Evaluator:
        """Return an evaluator for a member: of one that only may match the reference says whether it does."""
        scope = self.scope.bind(name, value)
        if name_of(value) in self.reports.sure(name):
            return ReportedEvaluator(self.world, scope, self.reports, name)
        return Evaluator(self.world, scope)

    def value(self, node: n.Node) -> Any:
        """Return the value of a node: of a leaf, what was reported."""
        atom = self.reports.plan.atoms.get(id(node))
        if atom is None:
            return super().value(node)
        if atom.held:
            return True
        if atom.findings and isinstance(node, n.Judged):
            return self._finding(node, atom)
        if any(self._matched(match) for match in atom.true):
            return True
        if any(self._matched(match) for match in atom.false) or self._is_no_member(node, atom):
            return False
        found = Evaluator(self.world, self.scope).value(node)
        return found if self._is_left(node, atom) else Unknown(causes_of([found]))

    def _matched(self, match: Match) -> bool:
        asks = bool(match.seats) and isinstance(match.seats[0], Asking)
        names = [self._name(seat.node) for seat in match.seats if isinstance(seat, Place)]
        known = [name for name in names if name is not None]
        question = self.reports.questions[self.variable] if asks else None
        return len(known) == len(names) and self.reports.partition.matched(match.rule, question, known)

    def _is_left(self, node: n.Node, atom: Atom) -> bool:
        """Whether the reference decides alone: by bounds, or by what words the type of a fact does not have."""
        ruled_out = isinstance(node, n.Compare | n.In) and Evaluator(self.world, self.scope).is_ruled_out(node)
        return ruled_out or self._is_bounded(node, atom)

    def _is_bounded(self, node: n.Node, atom: Atom) -> bool:
        """Whether all that is known of a date is between which days it lies: no text of one form stands for that."""
        reference = Evaluator(self.world, self.scope)
        if any(isinstance(reference.value(part), Bounds) for part in children(node)):
            return True
        places = {seat.node for match in (*atom.true, *atom.false) for seat in match.seats if isinstance(seat, Place)}
        facts = (super(ReportedEvaluator, self).value(place) for place in places)
        return any(isinstance(fact, Concluded) and fact.date_bounds is not None for fact in facts)

    def _name(self, place: n.Node) -> Name | None:
        fact = super().value(place)
        return None if fact is None or isinstance(fact, Absent | Unknown) else name_of(fact)

    def _is_no_member(self, node: n.Node, atom: Atom) -> bool:
        """Whether list and item are known, so that an item which was not found is none of the members."""
        if not atom.members:
            return False
        reference = Evaluator(self.world, self.scope)
        members, item = (reference.settled(part) for part in atom.members)
        if isinstance(members, Unknown) or members is None or isinstance(item, Unknown):
            return False
        return item is not None or isinstance(node, n.In)

    def _finding(self, node: n.Judged, atom: Atom) -> Any:
        fact = super().value(node.fact)
        if fact is None or isinstance(fact, Absent | Unknown):
            return super().value(node)
        among = self.reports.findings(atom.findings, self.reports.partition.ids(name_of(fact)))
        return latest_finding(self.world, node.question, fact, among)
