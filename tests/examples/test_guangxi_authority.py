"""The invented authority: its workbook is what the script makes; judging it finds what was planted, nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.examples import planted
from tests.examples.planted import EXAMPLES, Made

AUTHORITY = Made(
    EXAMPLES / "guangxi-authority",
    "authority.xlsx",
    ("gx-2021", "gx-2022", "gx-2023"),
    (date(2021, 1, 1), date(2024, 12, 31)),
    date(2025, 3, 1),
)
SELF_CHECK = "gx-2022/2.4.17/self-check-covers-every-institution"


def test_the_workbook_is_read_without_a_word() -> None:
    # Fourteen commissions of cities are on record, since the province has to look into all of them.
    planted.is_read_without_a_word(AUTHORITY, (8_000, 15_000))


def test_all_planted_violations_are_found_and_nothing_else() -> None:
    planted.violations_are_as_planted(AUTHORITY)


def test_all_planted_gaps_are_undetermined_and_nothing_else() -> None:
    planted.gaps_are_as_planted(AUTHORITY)


def test_every_gap_says_what_is_missing() -> None:
    assert [one.id for one in AUTHORITY.report.undetermined if not one.missing] == []


def test_near_misses_come_out_as_planted() -> None:
    planted.near_misses_are_as_planted(AUTHORITY)


def test_enough_is_planted() -> None:
    planted.enough_is_planted(AUTHORITY, violated=100, undetermined=25, near=30, rules=90)


def test_no_decision_is_planted_twice() -> None:
    planted.nothing_is_planted_twice(AUTHORITY)


def test_every_rule_on_authorities_has_something_to_decide_on() -> None:
    without = planted.rules_without_a_decision(AUTHORITY)
    documents = AUTHORITY.report.world.documents.values()
    theirs = {rule.id for one in documents for rule in one.rules if rule.subject.target == "HealthAuthority"}
    permitted = {rule.id for one in documents for rule in one.rules if rule.kind == "permission"}
    assert without & theirs <= permitted


def test_most_that_is_planted_is_the_authorities_own_duty() -> None:
    """The institutions are only there to be supervised: that one was not called in is planted, nothing more."""
    theirs = [entry for entry in AUTHORITY.planted if entry["subject"]["type"] == "Hospital"]
    assert len(theirs) == 1


def test_the_system_covers_who_was_registered_on_the_last_day() -> None:
    """Registered on 2022-12-31 and covered a day later is too late; registered a day later is nobody's fault."""
    found = {one.subject.id: one for one in AUTHORITY.report.decisions if one.rule.id == SELF_CHECK}
    assert {key for key, one in found.items() if one.status == "violated"} == {"WJW-45", "WJW-4501"}
    assert {one.status for one in found.values()} == {"violated", "compliant", "not_applicable"}


def test_nothing_is_asked_of_whom_the_documents_do_not_reach() -> None:
    elsewhere = {"ZS-外省", "WJW-00", "ZYJ-00", "YBJ-00"}
    asked = {one.subject.id for one in AUTHORITY.report.decisions if one.status != "not_applicable"}
    assert asked & elsewhere == set()


def test_the_script_makes_the_committed_workbook_again(tmp_path: Path) -> None:
    planted.is_made_again_by_its_script(AUTHORITY, tmp_path)


def test_without_what_is_planted_the_authority_is_in_order(tmp_path: Path) -> None:
    planted.is_in_order_without_what_is_planted(AUTHORITY, tmp_path, compliant=8_000)


def test_sheets_and_headers_are_those_of_the_template(tmp_path: Path) -> None:
    # No policy reads what is on file about a company; the sheet only says that the companies named exist.
    planted.has_the_sheets_of_the_template(AUTHORITY, tmp_path, more=frozenset({"企业"}))


def test_persons_are_ids() -> None:
    planted.persons_are_ids(AUTHORITY)
