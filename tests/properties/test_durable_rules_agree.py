"""durable-rules say what the reference says: of generated policies in generated worlds, and of the bundled rules."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from qinglian_rules.backends.durable import supported
from qinglian_rules.engine import Policy
from qinglian_rules.testing import Situation, worlds
from tests.conftest import COMPARED
from tests.properties.bundled import only, rules
from tests.properties.carried import carried
from tests.properties.comparing import FEW, differences, in_worlds, told
from tests.properties.policies import policies

pytest.importorskip(
    "durable_rules_engine", reason="durable-rules is not installed, or does not import here", exc_type=ImportError
)

COUNTED = f"{COMPARED} with durable-rules (generated policies)"
COUNTED_BUNDLED = f"{COMPARED} with durable-rules (bundled policies)"
LEAST = 600
LEAST_LONG = 40_000
SHARDS = 8
WORLDS = 3
Record = Callable[[str, object], None]


def agreed(policy: Policy, situation: Situation) -> int:
    """Judge a situation by both, which must say the same; return of how many rules and subjects."""
    reference = situation.check(policy, "reference")
    assert differences(told(reference), told(situation.check(policy, "durable"))) == {}
    return len(reference.decisions)


def compare_generated(first: int, least: int) -> int:
    compared = 0
    for number in count(first):

        @seed(number)
        @settings(FEW, max_examples=30)
        @given(st.data())
        def compare(data: st.DataObject) -> None:
            nonlocal compared
            policy = carried(data.draw(policies()))
            for _ in range(WORLDS if policy.rules else 0):
                compared += agreed(policy, data.draw(worlds(policy)))

        compare()
        if compared >= least:
            return compared
    return compared


def compare_bundled(every: int, first: int, examples: int) -> int:
    return sum(in_worlds(only(rule), examples, agreed) for rule in rules()[first::every] if supported(rule) is None)


def test_on_generated_policies(record_property: Record) -> None:
    record_property(COUNTED, compare_generated(5_000_000, LEAST))


def test_on_bundled_policies(record_property: Record) -> None:
    record_property(COUNTED_BUNDLED, compare_bundled(every=40, first=7, examples=5))


@pytest.mark.long
@pytest.mark.parametrize("shard", range(SHARDS))
def test_on_very_many_generated_policies(shard: int, record_property: Record) -> None:
    record_property(COUNTED, compare_generated(6_000_000 + shard * 100_000, LEAST_LONG // SHARDS))


@pytest.mark.long
@pytest.mark.parametrize("shard", range(SHARDS))
def test_on_all_bundled_policies(shard: int, record_property: Record) -> None:
    record_property(COUNTED_BUNDLED, compare_bundled(every=SHARDS, first=shard, examples=30))
