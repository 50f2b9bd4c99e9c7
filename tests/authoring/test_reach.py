"""What no case reaches follows from what a rule or definition can come to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qinglian_rules.authoring.cases import Outcome, Reached
from qinglian_rules.authoring.cases.reach import gaps, possible
from qinglian_rules.authoring.cases.run import norms_of
from tests.authoring.samples import SAMPLE, cases

NORMS = norms_of(SAMPLE)
VISIT = NORMS["sample/1/visits-in-order"]
(CASE,) = cases(
    "visits-in-order:\n  base:\n    RepVisit: {id: V-1}\n  compliant: [{title: a}]\n",
)


def told(norm_id: str, *outcomes: Outcome) -> list[str]:
    """Return what is not reached where cases come out so."""
    reached = Reached()
    for outcome in outcomes:
        reached.add(CASE, outcome)
    return [gap.what.en for gap in gaps(NORMS[norm_id], reached)]


@pytest.mark.parametrize(
    ("norm", "statuses"),
    [
        ("visits-in-order", ["compliant", "violated", "undetermined", "not_applicable"]),
        ("intruders-sent-away", ["compliant", "violated", "pending", "undetermined", "not_applicable"]),
        ("no-red-packet", ["compliant", "violated", "undetermined", "not_applicable"]),
        ("monthly-study", ["compliant", "violated", "pending", "undetermined", "not_applicable"]),
        ("red-packet", ["concluded", "not_concluded", "undetermined"]),
        ("explored", ["compliant", "not_applicable"]),
        ("reviewed", ["compliant", "violated", "undetermined", "not_applicable"]),
    ],
)
def test_what_a_rule_can_come_to_follows_from_its_form(norm: str, statuses: list[str]) -> None:
    assert list(possible(NORMS[f"sample/1/{norm}"])) == statuses


def test_a_rule_without_cases_is_one_gap() -> None:
    assert told("sample/1/visits-in-order") == ["no case of it passes"]


def test_each_status_and_each_condition_that_no_case_shows_is_a_gap() -> None:
    assert told("sample/1/visits-in-order", Outcome("violated", failed=("定点",))) == [
        "no case is compliant",
        "no case is undetermined",
        "no case is not_applicable",
        "the condition `有记录` fails in no case",
    ]


def test_nothing_is_a_gap_where_all_is_shown() -> None:
    statuses = [Outcome(status) for status in possible(VISIT)]
    assert told("sample/1/visits-in-order", *statuses, Outcome("violated", failed=("定点", "有记录"))) == []


def test_the_named_conditions_of_a_permission_need_not_fail() -> None:
    permission = replace(VISIT, kind="permission")
    reached = Reached()
    reached.add(CASE, Outcome("compliant"))
    reached.add(CASE, Outcome("not_applicable"))
    assert list(gaps(permission, reached)) == []


def test_written_and_standard_cases_are_counted_apart() -> None:
    reached = Reached()
    reached.add(CASE, Outcome("compliant"))
    reached.add(replace(CASE, standard=True), Outcome("compliant"))
    reached.add(replace(CASE, standard=True), Outcome("compliant"))
    assert (reached.written, reached.standard) == (1, 2)
