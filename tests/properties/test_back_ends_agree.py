"""Both back ends say the same: of generated policies in generated worlds, and of the bundled policies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from qinglian_rules.decisions.model import Decision
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.testing import Situation, worlds
from tests.properties.bundled import only, rules
from tests.properties.comparing import COUNTED, COUNTED_BUNDLED, FEW, differences, in_worlds, said, told
from tests.properties.policies import policies

pytest.importorskip("qinglian_rules.backends.python", reason="the generated Python back end is not there")

LEAST = 2_000
LEAST_LONG = 200_000
SHARDS = 8
WORLDS = 3
Record = Callable[[str, object], None]


def agreed(policy: Policy, situation: Situation) -> int:
    """Judge a situation by both back ends, which must say the same; return of how many rules and subjects."""
    reference = situation.check(policy, "reference")
    python = situation.check(policy, "python")
    assert differences(told(reference), told(python)) == {}
    return len(reference.decisions)


def compare_generated(first: int, least: int) -> int:
    """Compare generated policies, in worlds made for them, until so many pairs of rule and subject are compared."""
    compared = 0
    for number in count(first):

        @seed(number)
        @settings(FEW, max_examples=30)
        @given(st.data())
        def compare(data: st.DataObject) -> None:
            nonlocal compared
            policy = data.draw(policies())
            for _ in range(WORLDS):
                compared += agreed(policy, data.draw(worlds(policy)))

        compare()
        if compared >= least:
            return compared
    return compared


def test_on_generated_policies(record_property: Record) -> None:
    record_property(COUNTED, compare_generated(0, LEAST))


@pytest.mark.long
@pytest.mark.parametrize("shard", range(1, SHARDS + 1))
def test_on_very_many_generated_policies(shard: int, record_property: Record) -> None:
    record_property(COUNTED, compare_generated(shard * 1_000_000, LEAST_LONG // SHARDS))


def compare_bundled(every: int, first: int, examples: int) -> int:
    """Compare one bundled rule in so many, each in worlds made for it."""
    return sum(in_worlds(only(rule), examples, agreed) for rule in rules()[first::every])


def test_on_bundled_policies(record_property: Record) -> None:
    record_property(COUNTED_BUNDLED, compare_bundled(every=12, first=0, examples=8))


@pytest.mark.long
@pytest.mark.parametrize("shard", range(SHARDS))
def test_on_all_bundled_policies(shard: int, record_property: Record) -> None:
    record_property(COUNTED_BUNDLED, compare_bundled(every=SHARDS, first=shard, examples=60))


@FEW
@given(st.data())
def test_a_gate_says_of_a_fact_what_a_check_says_of_it_among_the_others(data: st.DataObject) -> None:
    policy = data.draw(policies())
    situation: Situation = data.draw(worlds(policy))
    for fact in [fact for fact in situation if _judges(policy, fact)][:2]:
        known = [other for other in situation if other is not fact]
        result = policy.gate(type(fact), known, as_of=situation.as_of)(fact)
        whole = policy.check(situation, as_of=situation.as_of, engine="reference")
        name = (type(fact).__name__, fact.key)
        wanted = {one.id: one for one in whole if (one.subject.type, one.subject.id) == name}
        assert {one.id: said(one) for one in result.decisions} == {key: said(one) for key, one in wanted.items()}
        assert result.compliant == _in_order(
            wanted.values(), seen=situation.check(policy).world.find(*name) is not None
        )
        assert result.failed == {one.rule.id: one.failed for one in wanted.values() if one.status == "violated"}


def _in_order(decisions: Iterable[Decision], *, seen: bool) -> bool:
    return seen and all(one.status in {"compliant", "not_applicable"} for one in decisions)


def _judges(policy: Policy, fact: Fact) -> bool:
    types = {cls.__name__ for cls in type(fact).__mro__}
    return any(rule.subject.target in types for rule in policy.rules.values())
