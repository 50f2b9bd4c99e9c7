"""What the vocabulary says about types, ours and a user's own."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, cast

import pytest
from pydantic import MISSING, BaseModel

from qinglian_rules.facts.base import Body, Fact, HospitalRef, Key, fact_field
from qinglian_rules.facts.benefits import Benefit
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.people import HealthAuthority, Hospital
from qinglian_rules.facts.values import Day
from qinglian_rules.facts.visits import RepVisit
from qinglian_rules.facts.vocabulary import FactType, Vocabulary


def described(model: type[Fact], *others: type[Fact]) -> FactType:
    return Vocabulary.of([model, *others]).types[model.__name__]


def test_a_type_is_found_by_its_name_and_by_its_title() -> None:
    vocabulary = Vocabulary.current()
    assert vocabulary.fact_type("RepVisit") is vocabulary.fact_type("医药代表来访")
    assert vocabulary.fact_type("RepVisits") is None


def test_a_field_is_found_by_its_name_its_title_and_its_alias() -> None:
    visit = described(RepVisit)
    assert visit.field("place") is visit.field("接待地点")
    complete = described(Complete)
    assert complete.field("from") is complete.field("start")
    assert complete.field("自") is complete.field("start")
    assert visit.field("nowhere") is None


def test_a_reference_to_an_abstract_type_may_lead_to_each_of_its_subtypes() -> None:
    body = described(Body, Hospital, HealthAuthority)
    assert body.subtypes == ("Hospital", "HealthAuthority")
    assert described(Hospital).subtypes == ("Hospital",)


def test_a_field_says_whether_it_can_be_none_unknown_or_negative() -> None:
    amount = described(Benefit).fields["amount"]
    assert (amount.nullable, amount.may_be_unknown, amount.non_negative, amount.unit) == (True, True, True, "元")
    foreign = described(Benefit).fields["foreign_amount"]
    assert not foreign.non_negative
    assert foreign.blank == "none"


def test_the_id_has_a_title_and_is_required() -> None:
    key = described(RepVisit).fields["id"]
    assert (key.title, key.required, key.may_be_unknown) == ("编号", True, False)


def test_a_key_field_that_may_be_none_has_none_as_its_default() -> None:
    body = described(Complete).fields["body"]
    assert (body.required, body.default, body.nullable, body.blank) == (False, None, True, "none")


def test_a_reference_to_a_person_is_private_without_saying_so() -> None:
    visit = described(RepVisit)
    assert visit.fields["host"].private
    assert visit.fields["other_hosts"].private
    assert not visit.fields["company"].private


def test_a_type_of_a_user_takes_part_as_soon_as_it_is_defined() -> None:
    before = Vocabulary.current()

    class CanteenMeal(Fact, title="食堂用餐", dated="eaten"):
        id: Key
        body: HospitalRef | MISSING = fact_field("医院")
        eaten: Day | MISSING = fact_field("日期")

    assert before.fact_type("食堂用餐") is None
    found = Vocabulary.current().fact_type("食堂用餐")
    assert found is not None
    assert (found.model, found.dated, found.key, found.derived) == (CanteenMeal, "eaten", ("id",), False)


def test_the_vocabulary_is_the_same_object_until_a_type_is_defined() -> None:
    assert Vocabulary.current() is Vocabulary.current()


def test_a_users_type_cannot_take_the_name_of_one_of_ours() -> None:
    with pytest.raises(TypeError, match="RepVisit of elsewhere is defined by"):
        Vocabulary.of([RepVisit, stranger("RepVisit", "别的来访")])


def test_a_users_type_cannot_take_the_title_of_one_of_ours() -> None:
    with pytest.raises(TypeError, match="Infirmary has the title 医院 of Hospital"):
        Vocabulary.of([Hospital, stranger("Infirmary", "医院")])


def test_a_users_type_that_is_defined_again_replaces_the_earlier_one() -> None:
    found = Vocabulary.of([stranger("Ward", "甲病区"), stranger("Ward", "乙病区")])
    assert found.types["Ward"].title == "乙病区"
    assert found.fact_type("甲病区") is None


def test_two_fields_with_one_title_are_refused() -> None:
    twice = stranger("Twice", "重名", first=(str, fact_field("同名")), second=(str, fact_field("同名")))
    with pytest.raises(TypeError, match="two fields of fact type Twice are called 同名"):
        Vocabulary.of([twice])


def test_an_enumeration_keeps_the_order_of_its_words() -> None:
    words = stranger("Words", "有序", word=(Literal["丙", "甲", "乙"], fact_field("词")))
    assert described(words).fields["word"].type.words == ("丙", "甲", "乙")


def stranger(name: str, title: str, **fields: tuple[object, object]) -> type[Fact]:
    """Return a model that describes itself as a fact type does, but that no vocabulary finds by itself."""
    annotations = {word: kind for word, (kind, _) in fields.items()}
    settings = {
        "__module__": "elsewhere",
        "__annotations__": annotations,
        **{word: default for word, (_, default) in fields.items()},
        "fact_title": title,
        "fact_dated": None,
        "fact_key": ("id",),
        "fact_body": None,
        "fact_kind": None,
        "fact_abstract": False,
        "fact_derived": False,
    }
    annotations.update({word: ClassVar for word in settings if word.startswith("fact_")})
    metaclass: Any = type(BaseModel)
    return cast("type[Fact]", metaclass(name, (BaseModel,), settings))
