"""`assert_status` and what it says when it fails."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

import qinglian_rules as ql
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.visits import RepVisit
from qinglian_rules.testing import assert_status

RULE = "gx-2021/3.3.4/rep-visit-three-fixed-three-recorded"
DAY = date(2023, 5, 10)


@pytest.fixture(scope="module")
def policy() -> ql.Policy:
    return ql.load("gx-2021")


def facts(**changed: object) -> list[ql.Fact]:
    slots = (ql.WeeklySlot(weekday=3, start=time(14), end=time(17)),)
    visit = {"id": "V-1", "body": "H-1", "start": datetime(2023, 5, 10, 15), "place": "门诊诊室", **changed}
    hospital = Hospital(id="H-1", province="广西", reception_hours=slots, reception_places=("接待室",))
    return [hospital, RepVisit(**visit)]


def test_the_decision_is_given_back(policy: ql.Policy) -> None:
    assert assert_status(policy, facts(), RULE, "violated", as_of=DAY).failed == ("定点",)


def test_another_status_is_explained_with_the_words_of_the_document(policy: ql.Policy) -> None:
    with pytest.raises(AssertionError) as found:
        assert_status(policy, facts(), RULE, "compliant", as_of=DAY)
    assert "expected compliant, got violated" in str(found.value)
    assert "三定" in str(found.value)
    assert "门诊诊室" in str(found.value)


def test_no_decision_and_several_are_told_apart(policy: ql.Policy) -> None:
    with pytest.raises(AssertionError, match="says nothing"):
        assert_status(policy, [], RULE, "compliant", as_of=DAY)
    with pytest.raises(AssertionError, match="says 2 things"):
        assert_status(policy, [*facts(), *facts(id="V-2")[1:]], RULE, "violated", as_of=DAY)
    with pytest.raises(AssertionError, match="has no rule gx-2021/9/nothing"):
        assert_status(policy, facts(), "gx-2021/9/nothing", "violated", as_of=DAY)


def test_a_subject_is_chosen_by_its_key(policy: ql.Policy) -> None:
    both = [*facts(), *facts(id="V-2")[1:]]
    assert assert_status(policy, both, RULE, "violated", as_of=DAY, subject="V-2").subject.id == "V-2"
