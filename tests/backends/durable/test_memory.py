"""What the engine holds is bounded: it does not grow with the bodies that were judged, and shrinks with the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from qinglian_rules.backends.durable import Durable
from qinglian_rules.backends.world import World
from qinglian_rules.engine import Policy, setting
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.store import FactBase
from tests.conformance.build import policy_of
from tests.conformance.format import Case
from tests.conformance.types import Slip, Thing

DAY = date(2023, 6, 1)
MEMORY = Path("/proc/self/statm")
ROUNDS = 6
LEVEL = 4
"""Megabytes that a round over many bodies may add once the first rounds are over."""

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def policy() -> Policy:
    rules = """id: r
each: x in Thing
require:
  few: count(y for y in Slip if y.body == x.body and y.flag) <= 3
  named: x.text in x.tags and x.number > 2
"""
    document = {"id": "d1", "in_force": {"from": "2021-01-01"}, "reach": "True", "rank": "province", "rules": rules}
    return policy_of(Case("", "", "", "2023-12-31", (document,), {}))


def facts(bodies: range) -> Iterator[Fact]:
    for body in bodies:
        for number in range(5):
            key = f"{body}-{number}"
            yield Thing(id=key, body=f"H-{body}", on=date(2023, 1, 2), text="a", tags=("a", "b"), number=number)
            yield Slip(id=key, body=f"H-{body}", on=date(2023, 1, 2), flag=True)


def world(policy: Policy, bodies: range) -> World:
    return World(policy.documents, FactBase(facts(bodies)), setting(DAY, None))


def megabytes() -> float:
    return int(MEMORY.read_text(encoding="ascii").split()[1]) * 4096 / 2**20


@pytest.mark.skipif(not MEMORY.exists(), reason="the system does not tell how much memory a process takes")
def test_memory_stays_level_over_many_bodies(policy: Policy) -> None:
    durable = Durable(policy.rules.values(), warm=4, keep=False)
    taken = []
    for turn in range(ROUNDS):
        assert len(list(durable.judge_all(world(policy, range(turn * 100, turn * 100 + 100))))) == 500
        assert durable.warm <= 4
        taken.append(megabytes())
    durable.close()
    assert durable.warm == 0
    assert taken[-1] - taken[ROUNDS // 2] < LEVEL, taken


def test_no_more_shards_stay_in_the_engine_than_may(policy: Policy) -> None:
    durable = Durable(policy.rules.values(), warm=3)
    before = list(durable.judge_all(world(policy, range(10))))
    assert durable.warm == 3
    # What was reported of the others stays, so that nothing is asked again.
    assert list(durable.judge_all(world(policy, range(10)))) == before
    durable.close()


def test_the_partition_of_a_body_without_subjects_is_dropped(policy: Policy) -> None:
    durable = Durable(policy.rules.values())
    list(durable.judge_all(world(policy, range(5))))
    (group,) = durable.groups
    assert sorted(group.partitions) == [f"H-{number}" for number in range(5)]
    list(durable.judge_all(world(policy, range(2))))
    assert sorted(group.partitions) == ["H-0", "H-1"]
    assert durable.warm == 2
    durable.close()


def test_questions_do_not_stay_in_the_engine(policy: Policy) -> None:
    durable = Durable(policy.rules.values())
    list(durable.judge_all(world(policy, range(1))))
    (group,) = durable.groups
    # Five things and five slips, and two tags of each thing.
    assert group.network.held("p0") == 20
    durable.close()


def test_matches_are_forgotten_with_the_facts_on_which_they_rest(policy: Policy) -> None:
    durable = Durable(policy.rules.values())
    list(durable.judge_all(world(policy, range(1))))
    matches = durable.groups[0].partitions["H-0"].matches
    assert len(matches) > 0
    fewer = World(policy.documents, FactBase(list(facts(range(1)))[:2]), setting(DAY, None))
    held = len(matches)
    assert len(list(durable.judge_all(fewer))) == 1
    assert len(matches) < held / 3
    durable.close()
