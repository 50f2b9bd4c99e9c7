"""Facts on which rules come to a status."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qinglian_rules.testing import Situation, UnreachableError, boundary, compliant, violating, worlds
from qinglian_rules.testing.rules import bundled
from tests.testing.samples import DECIDABLE, policy, rule

QUICK = settings(max_examples=10, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
VISITS = "gx-2021/3.3.4/rep-visit-three-fixed-three-recorded"

Strategy = Callable[..., st.SearchStrategy[Situation]]


def drawn(strategy: st.SearchStrategy[Situation]) -> list[Situation]:
    seen: list[Situation] = []

    @QUICK
    @given(strategy)
    def draw(situation: Situation) -> None:
        seen.append(situation)

    draw()
    return seen


@pytest.mark.parametrize(("strategy", "status"), [(compliant, "compliant"), (violating, "violated")])
@pytest.mark.parametrize("name", DECIDABLE)
def test_facts_come_to_the_status_that_is_asked_for(strategy: Strategy, status: str, name: str) -> None:
    for situation in drawn(strategy(rule(name), policy())):
        assert situation.decision(policy(), rule(name)).status == status


@pytest.mark.parametrize("name", DECIDABLE)
def test_facts_at_the_edge_differ_in_one_field_from_the_other_side(name: str) -> None:
    for situation in drawn(boundary(rule(name), policy())):
        assert situation.beyond is not None
        sides = (situation, situation.beyond)
        assert {one.decision(policy(), rule(name)).status for one in sides} == {"compliant", "violated"}
        assert len(set(situation.facts) - set(situation.beyond.facts)) == 1


def test_a_number_at_the_edge_moves_by_one() -> None:
    moved = {situation.moved: situation for situation in drawn(boundary(rule("kept"), policy()))}
    assert any(place is not None and place.endswith(".number") for place in moved)
    for place, situation in moved.items():
        if place is not None and place.endswith(".number"):
            numbers = {getattr(fact, "number", None) for side in (situation, situation.beyond) for fact in side or ()}
            assert {2, 3} <= numbers


def test_a_bundled_rule_starts_from_its_cases() -> None:
    for situation in drawn(violating(VISITS)):
        assert situation.decision(bundled(), VISITS).failed


def test_drawn_facts_differ() -> None:
    assert len({situation.facts for situation in drawn(compliant(rule("kept"), policy()))}) > 4


def test_what_cannot_be_is_said_clearly() -> None:
    with pytest.raises(UnreachableError, match="permits something: it cannot be violated"):
        violating(rule("allowed"), policy())
    with pytest.raises(UnreachableError, match="permits something: it has no edge"):
        boundary(rule("allowed"), policy())
    with pytest.raises(UnreachableError, match="no facts were found on which d1/1/never comes to violated"):
        drawn(violating(rule("never"), policy()))


def test_a_situation_gives_its_facts_and_is_judged_on_its_own_day() -> None:
    for situation in drawn(worlds(policy())):
        assert tuple(situation) == situation.facts
        assert situation.check(policy()).as_of == situation.as_of


def test_a_decision_is_asked_for_one_subject() -> None:
    (first, *_) = drawn(compliant(rule("kept"), policy()))
    assert first.decision(policy(), rule("kept")).subject.id == (first.subject.key if first.subject else "")
    with pytest.raises(LookupError, match="0 decisions of d1/1/few"):
        first.decision(policy(), rule("few"))
