"""The hospital that ta-2024 binds, with invented facts: judging the workbook finds what was planted, nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qinglian_rules.decisions.model import Decision
from qinglian_rules.facts.billing import BillingLine
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.projects import FundEntry
from tests.examples import planted
from tests.examples.planted import EXAMPLES, Made

TAIAN = Made(
    EXAMPLES / "taian-hospital",
    "hospital.xlsx",
    ("ta-2024",),
    (date(2025, 1, 1), date(2025, 12, 31)),
    date(2026, 3, 1),
)
UNAPPROVED = "ta-2024/2.2.6/not-built-before-approval"
DOUBLE = "ta-2024/2.3.12/no-double-charge"
DIVERTED = "ta-2024/2.2.6/no-diversion"
LINKS = ("appraisals", "promotions", "posts", "awards", "pay")


def test_the_workbook_is_read_without_a_word() -> None:
    planted.is_read_without_a_word(TAIAN, (2_000, 10_000))


def test_all_planted_violations_are_found_and_nothing_else() -> None:
    planted.violations_are_as_planted(TAIAN)


def test_all_planted_gaps_are_undetermined_and_nothing_else() -> None:
    planted.gaps_are_as_planted(TAIAN)


def test_every_gap_says_what_is_missing() -> None:
    """Except where nothing is missing but the day of the document, which its text does not give."""
    open_ones = {one.subject.id for one in TAIAN.report.undetermined if not one.missing}
    assert open_ones <= {"JJ-B2", "JJ-B3", "XX-B2"}


def test_near_misses_come_out_as_planted() -> None:
    planted.near_misses_are_as_planted(TAIAN)


def test_enough_is_planted() -> None:
    planted.enough_is_planted(TAIAN, violated=250, undetermined=70, near=130, rules=190)


def test_no_decision_is_planted_twice() -> None:
    planted.nothing_is_planted_twice(TAIAN)


def test_every_rule_has_something_to_decide_on() -> None:
    assert planted.rules_without_a_decision(TAIAN) == set()


def test_nearly_every_computed_rule_is_broken_somewhere() -> None:
    broken = {one.rule.id for one in TAIAN.report.decisions if one.status == "violated"}
    rules = [rule for document in TAIAN.report.world.documents.values() for rule in document.rules]
    computed = {rule.id for rule in rules if rule.form not in {"evidence", "judgement"} and rule.kind != "permission"}
    assert len(broken & computed) >= len(computed) * 9 / 10


def test_the_script_makes_the_committed_workbook_again(tmp_path: Path) -> None:
    planted.is_made_again_by_its_script(TAIAN, tmp_path)


def test_without_what_is_planted_everything_is_in_order(tmp_path: Path) -> None:
    planted.is_in_order_without_what_is_planted(TAIAN, tmp_path, compliant=4_000)


def test_sheets_and_headers_are_those_of_the_template(tmp_path: Path) -> None:
    # No rule reads what is on file about companies; the sheet only says that those named exist.
    planted.has_the_sheets_of_the_template(TAIAN, tmp_path, more=frozenset({"企业"}))


def test_persons_are_ids() -> None:
    planted.persons_are_ids(TAIAN, r"[RL]\d+")


def test_only_the_hospital_that_the_document_names_is_bound() -> None:
    """Next door, in the same city, nothing is violated whatever happens."""
    names = {fact.id: fact.name for fact in TAIAN.given.facts if isinstance(fact, Hospital)}
    assert names["YY-51"] == "泰安市肿瘤防治院"
    assert len(names) == 2
    others = [one for one in TAIAN.report.decisions if getattr(one.fact, "body", one.subject.id) == "YY-52"]
    assert {one.status for one in others} == {"not_applicable"}


def test_what_happened_in_2024_is_undetermined_until_the_last_day_of_it() -> None:
    """The text has no date of issue: only what follows 2024-12-31 is judged for certain."""
    statuses = {key: status(UNAPPROVED, key) for key in ("JJ-C3", "JJ-B2", "JJ-B3", "JJ-A5")}
    assert list(statuses.values()) == ["not_applicable", "undetermined", "undetermined", "violated"]


def test_paying_back_does_not_mend_a_diversion() -> None:
    entries = {fact.id: fact for fact in TAIAN.given.facts if isinstance(fact, FundEntry)}
    taken, back = entries["ZC-A1"], entries["ZC-C1"]
    assert (taken.use, back.use) == ("挪用", "归还")
    assert (taken.fund, taken.amount) == (back.fund, back.amount)
    assert status(DIVERTED, "ZC-A1") == "violated"


def test_a_charge_taken_back_is_not_charged_twice() -> None:
    lines = {fact.id: fact for fact in TAIAN.given.facts if isinstance(fact, BillingLine)}
    assert lines["MX-C1-冲"].reverses == "MX-C1-1"
    assert [status(DOUBLE, key) for key in ("MX-A1-2", "MX-C1-2")] == ["violated", "compliant"]


def test_results_were_used_for_four_of_five_purposes() -> None:
    found = {
        one.rule.id.rpartition("/")[2].removesuffix("-linked"): one.status
        for one in TAIAN.report.decisions
        if one.subject.id.startswith("RS-四用-") and one.status != "not_applicable" and one.rule.id.endswith("-linked")
    }
    assert found == {name: "violated" if name == "posts" else "compliant" for name in LINKS}


def test_what_the_special_rule_finds_is_not_shown_again_under_the_general_one() -> None:
    """Money that was diverted was not spent on its purpose either; the report shows the special rule."""
    every = {one.rule.id for one in TAIAN.report.decisions if one.subject.id == "ZC-A1" and one.status == "violated"}
    shown = {one.rule.id for one in TAIAN.report.violated if one.subject.id == "ZC-A1"}
    assert shown == {DIVERTED}
    assert every - shown == {"ta-2024/2.2.6/earmarked-money-for-its-purpose"}


def status(rule: str, subject: str) -> str:
    (found,) = (one for one in TAIAN.report.decisions if one.rule.id == rule and one.subject.id == subject)
    assert isinstance(found, Decision)
    return found.status
