"""The plan of a rule: which antecedents answer for which part of its conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from qinglian_rules.backends.durable.operands import Slots
from qinglian_rules.backends.durable.rulesets import Match, RuleSet
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule


@dataclass(frozen=True, slots=True)
class Atom:
    """A leaf of a condition.

    `members`: the list and the item of a test for membership, which is false where both are known and nothing matched.
    `held`: a condition that every member of its quantifier meets which is reported as sure.
    `findings`: matches of a fact with the findings about it, for `judged`.
    """

    true: tuple[Match, ...] = ()
    false: tuple[Match, ...] = ()
    members: tuple[n.Node, ...] = ()
    held: bool = False
    findings: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked once an occasion: `sure` and `open` are the rules that report (question, member)."""

    form: str
    slots: Slots
    sure: tuple[Match, ...] = ()
    open: tuple[Match, ...] = ()


@dataclass(slots=True)
class RulePlan:
    """What the engine reports of a rule. The nodes of its conditions are known by their identity."""

    original: Rule
    rule: Rule
    """As it is written out."""
    ruleset: RuleSet
    atoms: dict[int, Atom] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    """By the variable of the quantifier; `""` for what the subject's own conditions ask."""
    finding: Question | None = None


def asks_of(plan: RulePlan) -> Iterator[tuple[str, Question]]:
    """Yield what is asked on every occasion of a rule, with its name."""
    yield from plan.questions.items()
    if plan.finding is not None:
        yield "finding", plan.finding
