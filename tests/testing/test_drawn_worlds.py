"""Worlds for the rules of a policy."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from pydantic import MISSING

import qinglian_rules as ql
from qinglian_rules.facts.engine import Complete, Judgement, ParameterValue
from qinglian_rules.facts.people import Hospital
from qinglian_rules.testing import Situation, worlds
from tests.conformance.types import Event, Thing
from tests.testing.samples import policy, rule


def drawn(name: str | None = None, count: int = 100) -> list[Situation]:
    """Return worlds for a rule of the sample, or for all of it."""
    seen: list[Situation] = []

    @settings(max_examples=count)
    @given(worlds(policy()) if name is None else worlds(rule(name), policy()))
    def draw(world: Situation) -> None:
        seen.append(world)

    draw()
    return seen


def of(kind: type[ql.Fact], worlds_drawn: list[Situation]) -> list[ql.Fact]:
    return [fact for world in worlds_drawn for fact in world if isinstance(fact, kind)]


def test_a_world_holds_facts_of_the_types_that_the_rule_reads_and_no_other_records() -> None:
    types = {type(fact).__name__ for world in drawn("answered") for fact in world}
    assert types == {"Thing", "Event", "Hospital", "HealthAuthority", "Complete", "ParameterValue"}


def test_what_definitions_read_is_part_of_it() -> None:
    assert of(Thing, drawn("few"))


def test_no_two_facts_of_a_type_share_a_key() -> None:
    for world in drawn():
        assert max(Counter((type(fact).__name__, fact.key) for fact in world).values()) == 1


def test_references_mostly_lead_to_a_fact() -> None:
    leads: Counter[bool] = Counter()
    for world in drawn("answered"):
        things = {fact.key for fact in world if isinstance(fact, Thing)}
        named = [fact.thing for fact in world if isinstance(fact, Event) and isinstance(fact.thing, str)]
        leads.update(name in things for name in named)
    assert leads[True] > leads[False] > 0


def test_types_are_sometimes_stated_complete_and_sometimes_for_a_time_or_a_body_only() -> None:
    statements = [fact for fact in of(Complete, drawn()) if isinstance(fact, Complete)]
    assert any(one.start is not None for one in statements)
    assert any(one.body is not None for one in statements)
    assert any(one.start is None and one.body is None for one in statements)


def test_parameters_are_set_for_all_for_one_body_from_a_day_on_or_not_at_all() -> None:
    worlds_drawn = drawn("answered")
    settings = [fact for fact in of(ParameterValue, worlds_drawn) if isinstance(fact, ParameterValue)]
    assert any(not of(ParameterValue, [world]) for world in worlds_drawn)
    assert {(one.body is None, one.start is None) for one in settings} >= {(True, True), (False, True), (True, False)}


def test_values_that_a_rule_names_and_the_next_ones_come_often() -> None:
    things = [fact for fact in of(Thing, drawn("kept")) if isinstance(fact, Thing)]
    numbers = Counter(thing.number for thing in things if thing.number is not MISSING)
    assert sum(numbers[near] for near in (2, 3, 4)) > len(things) / 3
    assert all(numbers[near] for near in (2, 3, 4))
    assert any(thing.number is MISSING for thing in things)


def test_bodies_mostly_lie_where_the_document_reaches() -> None:
    places = [fact.province for fact in of(Hospital, drawn()) if isinstance(fact, Hospital)]
    assert len(places) / 4 < places.count("广西") < len(places)


def test_findings_are_about_the_rules_that_a_person_judges_and_the_facts_that_are_there() -> None:
    found = [fact for fact in of(Judgement, drawn("proper")) if isinstance(fact, Judgement)]
    assert Counter(one.about for one in found)[rule("proper")] > len(found) / 5
    assert "纪检监察部门" in {one.office for one in found}
    assert "Worker-1" in {one.subject for one in found}


def test_rules_come_to_every_status_in_their_worlds() -> None:
    found = {one.status for world in drawn(count=500) for one in world.check(policy())}
    assert found == {"violated", "undetermined", "pending", "compliant", "not_applicable"}


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(LookupError, match="no rule d1/1/nothing"):
        worlds(rule("nothing"), policy())
    with pytest.raises(LookupError, match="no rule"):
        worlds(policy().rules[rule("kept")], ql.Policy(()))
