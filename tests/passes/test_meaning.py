"""Warnings of what is well formed and most likely not meant."""

from __future__ import annotations

import pytest

from tests.passes.samples import found_in

HEAD = "rule\nid: a\nclause: {clause}\neach: hospital in Hospital\n"
SHARE = "share(p.is_party_member for p in Person)"
STAFF = "p in Person if p.body == hospital"


def warned(block: str, clause: str = "文字") -> list[tuple[str, str]]:
    return found_in(HEAD.format(clause=clause) + block)


# --- all over nothing -----------------------------------------------------------------------------


def test_an_all_that_nothing_satisfies_is_a_warning() -> None:
    claim = f"all(p.is_party_member for {STAFF})"
    assert warned(f"require: {claim}") == [("QL530", claim)]
    assert warned(f"require:\n  甲: hospital.for_profit or {claim}") == [("QL530", claim)]


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(
            f"require: exists({STAFF.replace('p in', 'p for p in')}) and all(p.is_party_member for {STAFF})",
            id="beside it",
        ),
        pytest.param(f"when: exists(q for q in Person)\nrequire: all(p.is_party_member for {STAFF})", id="in when"),
        pytest.param(f"require: not all(p.is_party_member for {STAFF})", id="denied"),
        pytest.param(f"forbid: all(p.is_party_member for {STAFF})", id="forbidden"),
        pytest.param('require: all(x != "甲" for x in hospital.reception_places)', id="over a list"),
    ],
)
def test_an_all_is_no_warning_where_something_asks_for_one(block: str) -> None:
    assert [code for code, _ in warned(block)] == []


# --- upper limits ---------------------------------------------------------------------------------

VISITS = "count(v for v in RepVisit if v.body == hospital and within(v.start, period))"


@pytest.mark.parametrize(
    "limit",
    [f"{VISITS} <= 4", f"{VISITS} < 4", f"4 >= {VISITS}", "sum(v.visitors for v in RepVisit) <= 4"],
    ids=["at most", "below", "mirrored", "of a sum"],
)
def test_an_upper_limit_in_a_requirement_with_a_rhythm_is_refused(limit: str) -> None:
    assert warned(f"every: month\nreading: 按月\nrequire: {limit}") == [("QL531", limit)]


def test_a_limit_is_fine_elsewhere() -> None:
    assert warned(f"every: month\nreading: 按月\nforbid: {VISITS} > 4") == []
    assert warned(f"every: month\nreading: 按月\nrequire: {VISITS} >= 4") == []
    assert warned(f"reading: 总数\nrequire: {VISITS.replace(', period', ', document')} <= 4") == []


# --- what the words do not say --------------------------------------------------------------------


def test_a_rhythm_that_the_words_lack_is_a_warning() -> None:
    block = "every: year\nrequire: hospital.for_profit"
    assert warned(block) == [("QL532", "year")]
    assert warned(block, clause="每年开展一次") == []
    assert warned(block + "\nreading: 按年检查") == []
    assert warned(block.replace("year", "params.cycle")) == []


@pytest.mark.parametrize(
    ("block", "clause"),
    [
        ("due: hospital.registered + days(3)\nrequire: hospital.for_profit", "应当在3日内"),
        ("due: hospital.registered + days(15)\nrequire: hospital.for_profit", "应当在十五日内"),
        ("due: workdays_after(hospital.registered, 2)\nrequire: hospital.for_profit", "两个工作日内"),
        ("due: date(2022, 4, 20)\nrequire: hospital.for_profit", "4月20日前"),
        ("require: count(p for p in Person) >= 31", "不少于三十一人"),
        (
            f"require: {SHARE} is None or {SHARE} >= percent(30)",
            "达到30%",
        ),
    ],
)
def test_a_number_stands_in_the_words(block: str, clause: str) -> None:
    assert warned(block, clause) == []
    assert [code for code, _ in warned(block, "应当做到")] == ["QL533"]
    assert warned(block + "\nreading: 理由", "应当做到") == []


def test_a_parameter_and_one_and_none_need_no_number_in_the_words() -> None:
    assert warned("due: hospital.registered + params.wait\nrequire: hospital.for_profit") == []
    assert warned("require: count(p for p in Person) >= 1") == []
    assert warned("forbid: count(p for p in Person) > 0") == []
    assert warned(f"require: {SHARE} is None or {SHARE} >= percent(100)") == []


# --- two norms ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param("hospital.for_profit and hospital.has_party_committee", id="two fields"),
        pytest.param("hospital.closed is not None and hospital.city is not None", id="two tests of None"),
        pytest.param(
            "hospital.beds > 3 and exists(p for p in Person if p.is_party_member)", id="a field and a quantifier"
        ),
    ],
)
def test_two_norms_in_one_condition_are_a_warning(condition: str) -> None:
    assert ("QL534", condition) in warned(f"reading: 理由\nrequire: {condition}")


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("require: hospital.closed is not None and hospital.closed > hospital.registered", id="a guard"),
        pytest.param("require: hospital.beds > 3 and hospital.beds < 9", id="two bounds of one field"),
        pytest.param("require: 3 < hospital.beds < 9", id="a chain"),
        pytest.param("require:\n  甲: hospital.for_profit and hospital.has_party_committee", id="a named condition"),
        pytest.param("forbid: hospital.for_profit and hospital.has_party_committee", id="a prohibition"),
        pytest.param(
            "require: exists(p for p in Person if p.is_party_member)"
            " and exists(p for p in Person if p.is_medical_staff)",
            id="two questions about one type",
        ),
    ],
)
def test_one_norm_is_no_warning(block: str) -> None:
    assert [code for code, _ in warned("reading: 理由\n" + block)] == []
