"""What two judgements of the same facts must agree on, and how many of them were compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings

from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.engine import Policy
from qinglian_rules.testing import Situation, worlds
from tests.conftest import COMPARED

COUNTED = f"{COMPARED} (generated policies)"
COUNTED_BUNDLED = f"{COMPARED} (bundled policies)"

FEW = settings(max_examples=40, suppress_health_check=list(HealthCheck), database=None)
"""For properties that take a policy and some worlds in each example."""


def told(report: Report) -> Mapping[Any, Any]:
    """Return all that a report says, by what it says it of."""
    found: dict[Any, Any] = {decision.id: said(decision) for decision in report}
    found |= {("concluded", fact.type, fact.key): (fact.certain, dict(fact.values)) for fact in report.concluded}
    found["conflicts"] = sorted(map(repr, report.conflicts))
    return found


def said(decision: Decision) -> tuple[Any, ...]:
    """Return what a decision says."""
    return (decision.status, decision.failed, decision.missing, decision.running, decision.overshadowed_by)


def differences(one: Mapping[Any, Any], other: Mapping[Any, Any]) -> Mapping[Any, tuple[Any, Any]]:
    """Return what two reports tell differently."""
    return {name: (one.get(name), other.get(name)) for name in {**one, **other} if one.get(name) != other.get(name)}


def in_worlds(policy: Policy, examples: int, agreed: Callable[[Policy, Situation], int]) -> int:
    """Ask in so many worlds made for a policy whether two judgements agree; return on how many decisions they did."""
    compared = 0

    @settings(FEW, max_examples=examples)
    @given(worlds(policy))
    def compare(situation: Situation) -> None:
        nonlocal compared
        compared += agreed(policy, situation)

    compare()
    return compared
