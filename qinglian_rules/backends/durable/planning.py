"""A rule as durable-rules carries it: which antecedents answer for which part of its conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from qinglian_rules.backends.asking import conjuncts
from qinglian_rules.backends.durable import reasons
from qinglian_rules.backends.durable.antecedents import (
    ASKING,
    TRUE,
    Choice,
    Conjunction,
    Place,
    all_of,
    any_of,
    comparison,
    seats_of,
)
from qinglian_rules.backends.durable.encoding import word
from qinglian_rules.backends.durable.leaves import Leaf, is_leaf, leaf_of, same_value
from qinglian_rules.backends.durable.operands import IT, QUANTIFIERS, Frame, Slots, Stored, checked_place, target_of
from qinglian_rules.backends.durable.plans import Atom, Question, RulePlan
from qinglian_rules.backends.durable.reasons import UnsupportedError
from qinglian_rules.backends.durable.rulesets import Match, RuleSet
from qinglian_rules.backends.durable.written import written_out
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.reference import Evaluator, Scope
from qinglian_rules.backends.world import Setting, World
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.values import FIRST_DAY, DateSpan
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.types import STR, FactOf
from qinglian_rules.ir.walk import children, parts_of, walk

MOST_SURE: Final = 4
"""A quantifier whose members could be found in more ways than this leaves conditions to be tested one by one."""


def plan_rule(ruleset: RuleSet, rule: Rule) -> RulePlan:
    """Add a rule to a rule set.

    Raises:
        UnsupportedError: durable-rules cannot carry it; the rule set may then hold parts of it that nobody asks for.
    """
    written = written_out(rule)
    plan = RulePlan(rule, written, ruleset)
    subject = n.Var(rule.subject.name, type=FactOf(rule.subject.target))
    frame = Frame(ruleset.columns, Slots(), subject, constant)
    _Planner(plan, frame, ruleset.form(("rule", rule.id))).plan()
    return plan


def planned_alone(rule: Rule) -> RulePlan:
    """Return the plan of a rule in a rule set of its own.

    Raises:
        UnsupportedError: durable-rules cannot carry it.
    """
    plan = plan_rule(RuleSet(rule.subject.target), rule)
    if plan.ruleset.is_too_wide:
        raise UnsupportedError(reasons.TOO_WIDE)
    return plan


@cache
def _nowhere() -> Evaluator:
    world = World((), FactBase(()), Setting(FIRST_DAY, DateSpan(start=FIRST_DAY, end=FIRST_DAY), review_given=True))
    return Evaluator(world, Scope(None, Unknown(), {}, {}, {}))


def constant(node: n.Node) -> Any:
    """Return the value of an expression that reads nothing."""
    return _nowhere().settled(node)


class _Planner:
    """Plans the conditions of one rule that stand in one frame."""

    def __init__(self, plan: RulePlan, frame: Frame, form: str = "", prefix: Choice = TRUE) -> None:
        self.plan_of = plan
        self.ruleset = plan.ruleset
        self.frame = frame
        self.subject = frame.subject
        self.form = form
        self.prefix = prefix

    def plan(self) -> None:
        rule = self.plan_of.rule
        for root in (rule.when, *(condition.node for condition in rule.conditions)):
            self.condition(root)
        if self.frame.slots.columns:
            self.plan_of.questions[""] = Question(self.form, self.frame.slots)
        if rule.judgement is not None:
            self.plan_of.finding = self._finding(rule)

    def condition(self, node: n.Node) -> None:
        """Plan a truth value."""
        inner = [child for child in walk(node) if isinstance(child, QUANTIFIERS)]
        if isinstance(node, QUANTIFIERS):
            self._quantifier(node)
        elif isinstance(node, n.Judged):
            self._judged(node)
        elif is_leaf(node) and not inner:
            self.plan_of.atoms[id(node)] = self._atom(leaf_of(self.frame, node))
        elif is_leaf(node):
            # What is counted, summed or compared of members is put together from what the engine reports of them.
            for one in _outermost(node):
                self._quantifier(one)
        else:
            for child in children(node):
                self.condition(child)

    def _atom(self, leaf: Leaf) -> Atom:
        return Atom(self._added(leaf.forms.true), self._added(leaf.forms.false), leaf.members)

    def _added(self, choice: Choice) -> tuple[Match, ...]:
        return tuple(match for conjunction in choice for match in self._placed(conjunction))

    def _placed(self, conjunction: Conjunction) -> tuple[Match, ...]:
        seats = set(seats_of(conjunction))
        if self.frame.member is None:
            return self.ruleset.add_all((conjunction,), seats or {Place(self.subject)}, self.form, self.subject)
        base = Place(self.frame.member)
        if ASKING not in seats:
            return self.ruleset.add_all((conjunction,), seats or {base}, None, self.subject)
        # Only of members that are found: else every question would meet every fact of the type.
        return self.ruleset.add_all(all_of([self.prefix, (conjunction,)]), (ASKING, base), self.form, self.subject)

    # --- quantifiers

    def _quantifier(self, node: Any) -> None:
        over: n.Comprehension = node.over
        if self.frame.member is not None:
            raise UnsupportedError(reasons.NESTED)
        if not isinstance(over.source, n.FactsOf):
            raise UnsupportedError(reasons.LIST_MEMBERS)
        member = n.Var(over.name, type=FactOf(over.source.target))
        _Planner(self.plan_of, replace(self.frame, slots=Slots(), member=member)).members(node, member)

    def members(self, node: Any, member: n.Var) -> None:
        """Plan how the members of a quantifier are found, and what is asked of them."""
        parts = [part for part in conjuncts(node.over.condition) if not isinstance(part, n.Const) or not part.value]
        leaves = {id(part): leaf for part in parts if (leaf := self._joining(part, member)) is not None}
        joined = _within_limit(leaves)
        self.plan_of.questions[member.name] = self._found_by(list(joined.values()), member)
        self.plan_of.atoms |= {key: Atom(held=True) for key in joined}
        self._range(parts, member)
        for part in parts:
            if id(part) not in joined:
                self.condition(part)
        if isinstance(node, n.All | n.ShareOf):
            self.condition(node.claim)
        _check_values(node)

    def _found_by(self, leaves: list[Leaf], member: n.Var) -> Question:
        self.prefix = all_of(leaf.forms.true for leaf in leaves)
        unsure = any_of(_open_ways(leaves))
        self.form = self.ruleset.form((target_of(member), self.prefix, unsure))
        seats = (ASKING, Place(member))
        sure, may_be = (
            self.ruleset.add_all(choice, seats, self.form, self.subject) for choice in (self.prefix, unsure)
        )
        return Question(self.form, self.frame.slots, sure, may_be)

    def _range(self, parts: list[n.Node], member: n.Var) -> None:
        target = target_of(member)
        self.ruleset.columns.of_type(target)
        self.ruleset.ranged.add(target)
        if not any(self._names_body(part, member) for part in parts):
            self.ruleset.wide.add(target)

    def _joining(self, part: n.Node, member: n.Var) -> Leaf | None:
        """The forms of a condition by which members are found: on the member alone, or on it and the question."""
        if not is_leaf(part) or any(isinstance(child, QUANTIFIERS) for child in walk(part)):
            return None
        leaf = leaf_of(self.frame, part)
        seats = {seat for choice in (leaf.forms.true, leaf.forms.open) for one in choice for seat in seats_of(one)}
        places = {seat.node for seat in seats if isinstance(seat, Place)}
        return leaf if places <= {member} else None

    def _names_body(self, part: n.Node, member: n.Var) -> bool:
        """Whether a condition says that the member is of the subject's body."""
        if not isinstance(part, n.Compare) or part.op != "==":
            return False
        sides = (part.left, part.right)
        return any(self._body(member, one) and self._body(self.subject, other) for one, other in (sides, sides[::-1]))

    @staticmethod
    def _body(var: n.Var, node: n.Node) -> bool:
        name = Vocabulary.current().types[target_of(var)].body
        if name == "id":
            return isinstance(node, n.KeyOf) and node.fact == var
        return isinstance(node, n.Field) and node.fact == var and node.name == name

    # --- findings

    def _judged(self, node: n.Judged) -> None:
        # Whatever leads to the fact, it is met with the findings about it.
        target = target_of(checked_place(node.fact))
        place = Place(n.Var("judged", type=FactOf(target)))
        self.frame.operand(n.KeyOf(node.fact, type=STR))
        key = Stored(place, self.ruleset.columns.of(target, n.KeyOf(n.Var(IT, type=FactOf(target)), type=STR)))
        judgement, about, subject = self._judgement()
        self.ruleset.judged.add(target)
        wanted = all_of([comparison(about.text(), "==", word(node.question)), same_value(subject, key)])
        matches = self.ruleset.add_all(wanted, (place, judgement), None, self.subject)
        self.plan_of.atoms[id(node)] = Atom(findings=matches)

    def _finding(self, rule: Rule) -> Question:
        slots = Slots()
        about_and_subject = (n.Const(rule.id, type=STR), n.KeyOf(self.subject, type=STR))
        asked = [Stored(ASKING, slots.of(node)) for node in about_and_subject]
        judgement, *told = self._judgement()
        wanted = all_of(same_value(one, other) for one, other in zip(told, asked, strict=True))
        form = self.ruleset.form("finding")
        return Question(form, slots, self.ruleset.add_all(wanted, (ASKING, judgement), form, self.subject))

    def _judgement(self) -> tuple[Place, Stored, Stored]:
        it = n.Var(IT, type=FactOf("Judgement"))
        place = Place(n.Var("judgement", type=FactOf("Judgement")))
        fields = (n.Field(it, name, type=STR) for name in ("about", "subject"))
        about, subject = (Stored(place, self.ruleset.columns.of("Judgement", field)) for field in fields)
        return place, about, subject


def _outermost(node: n.Node) -> Iterator[n.Node]:
    if isinstance(node, QUANTIFIERS):
        yield node
    else:
        for child in children(node):
            yield from _outermost(child)


def _within_limit(leaves: Mapping[int, Leaf]) -> dict[int, Leaf]:
    """Drop the conditions with the most alternatives until members are found in few enough ways."""
    kept = dict(leaves)
    while len(all_of(leaf.forms.true for leaf in kept.values())) > MOST_SURE:
        del kept[max(kept, key=lambda key: len(kept[key].forms.true))]
    return kept


def _open_ways(leaves: list[Leaf]) -> Iterator[Choice]:
    """The ways in which a fact may be a member and is not surely one: some conditions hold, and the next one is open.

    Facts that are no members may be among them, and the reference sifts them out: so conditions that hold in several
    ways are not asked for.
    """
    for index, leaf in enumerate(leaves):
        simple = [before.forms.true for before in leaves[:index] if len(before.forms.true) == 1]
        yield all_of([*simple, leaf.forms.open])


def _check_values(node: n.Node) -> None:
    """What is computed of members, and what they are compared with, may not range over others in turn."""
    for name in parts_of(node):
        part = getattr(node, name)
        if name not in {"over", "claim"} and any(isinstance(child, QUANTIFIERS) for child in walk(part)):
            raise UnsupportedError(reasons.NESTED)
