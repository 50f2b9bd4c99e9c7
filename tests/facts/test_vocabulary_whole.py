"""Our vocabulary as a whole: each type says what the checker, the readers and a hospital's table need to know."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

import pytest

from qinglian_rules.facts.kinds import FieldKind
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary

VOCABULARY = Vocabulary.current()
OURS = {
    name: fact_type
    for name, fact_type in VOCABULARY.types.items()
    if fact_type.model.__module__.startswith("qinglian_rules.facts.")
}
FIELDS = [(fact_type, found) for fact_type in OURS.values() for found in fact_type.fields.values()]
NEVER_UNKNOWN = {
    ("ParameterValue", "end"),
    ("HealthAuthority", "affiliation"),
    ("HealthAuthority", "ownership"),
    ("PostTenure", "held_on"),
} | {(name, "adopts") for name in ("Body", "Hospital", "HealthAuthority")}
"""Fields outside a key that are known where nobody gives them: an open end, no document adopted, no affiliation."""

each_type = pytest.mark.parametrize("fact_type", [pytest.param(found, id=name) for name, found in OURS.items()])
each_derived = pytest.mark.parametrize(
    "fact_type", [pytest.param(found, id=name) for name, found in OURS.items() if found.derived]
)


def kinds(kind: FieldKind) -> Iterator[FieldKind]:
    yield kind
    if kind.item is not None:
        yield from kinds(kind.item)


def names(pairs: list[tuple[FactType, FieldType]]) -> list[str]:
    return [f"{fact_type.name}.{found.name}" for fact_type, found in pairs]


def test_no_two_types_share_a_title() -> None:
    titles = [fact_type.title for fact_type in OURS.values()]
    assert sorted(titles) == sorted(set(titles))


@each_type
def test_a_title_can_stand_in_a_condition(fact_type: FactType) -> None:
    words = [fact_type.title, *(found.title for found in fact_type.fields.values())]
    assert [word for word in words if not word.isidentifier() or keyword.iskeyword(word)] == []


@each_type
def test_titles_are_chinese(fact_type: FactType) -> None:
    words = [fact_type.title, *(found.title for found in fact_type.fields.values())]
    assert [word for word in words if not re.fullmatch(r"[一-鿿]+", word)] == []


@each_type
def test_no_two_fields_of_a_type_share_a_title(fact_type: FactType) -> None:
    titles = [found.title for found in fact_type.fields.values()]
    assert sorted(titles) == sorted(set(titles))


@each_type
def test_a_type_says_what_one_record_is(fact_type: FactType) -> None:
    first = fact_type.doc.splitlines()[0]
    assert re.match(r"(One|Two|The|What|Who) ", first)
    assert first.endswith(".")


@each_type
def test_a_type_says_which_field_dates_it_and_what_its_key_is(fact_type: FactType) -> None:
    if fact_type.dated is not None:
        assert re.search(rf"`{fact_type.dated}`[^.;]*\bdates? it", fact_type.doc)
    elif not fact_type.abstract:
        assert re.search(r"no date", fact_type.doc)
    if not fact_type.abstract:
        assert re.search(r"\b[Kk]ey\b", fact_type.doc)


@each_type
def test_the_dating_field_is_a_day_a_moment_or_a_span_that_is_never_none(fact_type: FactType) -> None:
    if fact_type.dated is None:
        return
    dated = fact_type.fields[fact_type.dated]
    assert dated.type.name in {"Date", "DateTime", "Span"}
    assert not dated.nullable


@each_type
def test_a_type_names_its_body(fact_type: FactType) -> None:
    if fact_type.name == "Complete":
        assert fact_type.body is None
        return
    assert fact_type.body is not None
    body = fact_type.fields[fact_type.body]
    if fact_type.body != "id":
        assert body.type.target in {"Body", "Hospital", "HealthAuthority"}


@each_type
def test_completeness_may_be_stated_by_an_enumeration(fact_type: FactType) -> None:
    if fact_type.kind is not None:
        assert fact_type.fields[fact_type.kind].type.name == "Enum"


@each_type
def test_key_fields_are_never_unknown(fact_type: FactType) -> None:
    key = [fact_type.fields[name] for name in fact_type.key]
    assert [found.name for found in key if found.may_be_unknown] == []
    assert [found.name for found in key if not found.required and not found.nullable] == []


def test_every_field_outside_a_key_may_be_unknown() -> None:
    wrong = [
        (fact_type.name, found.name)
        for fact_type, found in FIELDS
        if found.name not in fact_type.key and not found.may_be_unknown
    ]
    assert set(wrong) == NEVER_UNKNOWN


def test_what_nobody_gives_is_unknown() -> None:
    wrong = [(fact, found) for fact, found in FIELDS if found.may_be_unknown and found.required]
    assert names(wrong) == []


def test_a_blank_cell_means_none_only_where_none_can_be() -> None:
    assert names([(fact, found) for fact, found in FIELDS if found.blank == "none" and not found.nullable]) == []


def test_references_lead_to_types_with_a_key_of_one_id() -> None:
    targets = {kind.target for _, found in FIELDS for kind in kinds(found.type) if kind.target is not None}
    assert targets - set(OURS) == set()
    assert sorted(name for name in targets if OURS[name].key != ("id",)) == []


def test_references_to_persons_and_patients_are_private() -> None:
    people = {"patient", "giver", "representative", "member", "donor", "other", "episode"}
    wrong = [
        (fact, found)
        for fact, found in FIELDS
        if not found.private
        and (any(kind.target == "Person" for kind in kinds(found.type)) or (found.name in people and fact.body != "id"))
        and found.type.name != "Enum"
    ]
    assert names(wrong) == []


def test_nothing_about_a_person_is_a_name() -> None:
    with_a_name = {fact_type.name for fact_type in OURS.values() if "name" in fact_type.fields}
    assert with_a_name.isdisjoint({"Person", "Employment", "Benefit", "CareEpisode", "RepVisit", "Relationship"})


def test_an_amount_of_money_says_its_unit() -> None:
    amounts = [(fact, found) for fact, found in FIELDS if found.title.endswith("金额") and found.type.name == "Decimal"]
    assert amounts
    assert names([(fact, found) for fact, found in amounts if not found.unit]) == []


def test_a_number_says_its_unit() -> None:
    bare = {"order", "rank", "numerator", "denominator", "year"}
    wrong = [
        (fact, found)
        for fact, found in FIELDS
        if found.type.name in {"Int", "Decimal"} and not found.unit and found.name not in bare
    ]
    assert names(wrong) == []


def test_no_word_stands_twice_in_an_enumeration() -> None:
    enums = [(fact, found, kind.words) for fact, found in FIELDS for kind in kinds(found.type) if kind.words]
    assert [f"{fact.name}.{found.name}" for fact, found, words in enums if len(words) != len(set(words))] == []


@each_derived
def test_a_derived_type_has_a_key_a_body_and_a_date_like_what_it_follows_from(fact_type: FactType) -> None:
    assert fact_type.key != ("id",)
    assert fact_type.body == "body"
    assert fact_type.dated is not None or fact_type.name == "KeyPost"


def test_a_body_is_a_hospital_or_an_authority() -> None:
    assert set(OURS["Body"].subtypes) == {"Hospital", "HealthAuthority"}
    assert OURS["Body"].abstract
    shared = {"id", "name", "kind", "level", "province", "city", "affiliation", "adopts", "superior"}
    assert all(shared <= set(OURS[name].fields) for name in ("Body", "Hospital", "HealthAuthority"))
