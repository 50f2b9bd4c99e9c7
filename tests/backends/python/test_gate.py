"""A gate says of one fact what `check` says of it among the others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from qinglian_rules.decisions.model import Decision
from qinglian_rules.facts.base import Fact
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.walk import walk
from tests.conformance.build import facts_of, policy_of
from tests.conformance.format import Case, read_cases

CASES = tuple(case for case in read_cases() if case.period is None)
QUANTIFIERS = (n.Exists, n.All, n.Count, n.Sum, n.Extreme, n.Average, n.ShareOf, n.Rank, n.The, n.Spell)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_gate_agrees_with_check(case: Case) -> None:
    policy, facts, as_of = policy_of(case), list(facts_of(case)), date.fromisoformat(case.as_of)
    report = policy.check(facts, as_of=as_of, body=case.body, engine="reference")
    for fact in facts:
        own = [decision for decision in report.decisions if _is_about(decision, fact)]
        if type(fact).__name__ not in {rule.subject.target for rule in policy.rules.values()} | {"Hospital"}:
            continue
        gate = policy.gate(type(fact), [one for one in facts if one is not fact], as_of=as_of, body=case.body)
        result = gate(fact)
        assert told(result.decisions) == told(own)
        assert result.compliant is (result.findings is not None and all(_is_fine(decision) for decision in own))
        assert result.failed == {one.rule.id: one.failed for one in own if one.status == "violated"}
        assert set(result.violated) <= set(result.decisions)
        for decision in own:
            if decision.status == "violated" and not _has_quantifiers(decision):
                shown = [dict(one.values) for one in result.failures if one.rule == decision.rule]
                assert {path: value for values in shown for path, value in values.items()} == decision.facts


def told(decisions: Iterable[Decision]) -> list[object]:
    return [(d.id, d.status, d.failed, d.missing, d.running) for d in decisions]


def _is_about(decision: Decision, fact: Fact) -> bool:
    return (decision.subject.type, decision.subject.id) == (type(fact).__name__, fact.key)


def _is_fine(decision: Decision) -> bool:
    return decision.status in {"compliant", "not_applicable"}


def _has_quantifiers(decision: Decision) -> bool:
    nodes = (condition.node for condition in decision.rule.conditions)
    return any(isinstance(part, QUANTIFIERS) for node in nodes for part in walk(node))
