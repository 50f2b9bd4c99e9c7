"""Facts of a type, as strategies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import MISSING
from pydantic import Field as Limit

from qinglian_rules.facts.base import Body, Fact, Key, fact_field, known_field
from qinglian_rules.facts.ethics import EthicsGrade
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.visits import RepVisit
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.testing import facts
from tests.conformance.types import Thing

GIVEN = [name for name, found in Vocabulary.current().types.items() if not (found.abstract or found.derived)]


class Limited(Fact, title="样例限值"):
    """One record whose fields are limited in every way."""

    id: Key
    code: Annotated[str, Limit(min_length=2, max_length=3)] = known_field("代码")
    grade: Annotated[int, Limit(gt=2, lt=5)] = known_field("等级")
    price: Annotated[Decimal, Limit(gt=0, le=Decimal("9.99"), max_digits=3, decimal_places=2)] = known_field("单价")
    since: Annotated[date, Limit(ge=date(2024, 1, 1), le=date(2024, 1, 3))] | MISSING = fact_field("起始")
    scores: Annotated[tuple[Annotated[int, Limit(ge=0, le=1)], ...], Limit(min_length=1)] = known_field("得分")


@pytest.mark.parametrize("name", GIVEN)
def test_facts_of_every_type_can_be_drawn(name: str) -> None:
    """Drawing itself is the test: a model that refuses what is drawn raises or rejects."""

    @settings(max_examples=5)
    @given(facts(name))
    def drawn(fact: Fact) -> None:
        assert type(fact).__name__ == name

    drawn()


@given(facts(Limited))
def test_the_limits_of_a_users_own_type_are_kept(fact: Limited) -> None:
    assert 2 <= len(fact.code) <= 3
    assert fact.grade in {3, 4}
    assert 0 < fact.price <= Decimal("9.99")
    assert all(score in {0, 1} for score in fact.scores)
    assert fact.scores


@pytest.fixture(scope="module")
def things() -> list[Thing]:
    seen: list[Thing] = []

    @settings(max_examples=200)
    @given(facts(Thing))
    def draw(fact: Thing) -> None:
        seen.append(fact)

    draw()
    return seen


@pytest.mark.parametrize("name", ["flag", "note", "until", "moment", "span", "other", "tags", "slots"])
def test_what_may_be_unknown_is_so_sometimes(name: str, things: list[Thing]) -> None:
    unknown = sum(getattr(thing, name) is MISSING for thing in things)
    assert 0 < unknown < len(things) / 2


@pytest.mark.parametrize("name", ["note", "until", "other"])
def test_what_may_be_none_is_so_sometimes(name: str, things: list[Thing]) -> None:
    none = sum(getattr(thing, name) is None for thing in things)
    assert 0 < none < len(things) / 2


def test_what_is_never_none_is_never_so(things: list[Thing]) -> None:
    assert all(thing.flag is not None and thing.span is not None for thing in things)


def test_spans_lack_a_start_or_an_end_sometimes(things: list[Thing]) -> None:
    spans = [thing.span for thing in things if isinstance(thing.span, DateSpan)]
    lacking = {(span.start is MISSING, span.end is MISSING) for span in spans}
    assert lacking == {(False, False), (False, True), (True, False), (True, True)}


@given(facts(Thing, body="H-1", number=st.integers(5, 6), note=None, flag=MISSING))
def test_fields_may_be_fixed_to_a_value_a_strategy_none_or_unknown(fact: Thing) -> None:
    assert fact.body == "H-1"
    assert fact.number in {5, 6}
    assert fact.note is None
    assert fact.flag is MISSING


def test_references_are_keys_of_a_small_pool(things: list[Thing]) -> None:
    assert {thing.worker for thing in things} == {MISSING, "Worker-1", "Worker-2", "Worker-3"}


@given(facts(Body, id="B-1"))
def test_facts_of_an_abstract_type_are_of_its_subtypes(fact: Body) -> None:
    assert type(fact).__name__ in {"Hospital", "HealthAuthority"}


@given(facts("医药代表来访"))
def test_a_type_may_be_named_in_chinese(fact: Fact) -> None:
    assert isinstance(fact, RepVisit)


def test_an_unknown_type_or_field_and_a_derived_type_are_refused_at_once() -> None:
    with pytest.raises(TypeError, match="no fact type Nothing"):
        facts("Nothing")
    with pytest.raises(TypeError, match="has no field place_of_visit"):
        facts(RepVisit, place_of_visit="A")
    with pytest.raises(TypeError, match="never handed over"):
        facts(EthicsGrade)
