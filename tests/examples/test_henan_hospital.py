"""The invented hospital of Henan and its authorities: judging the workbook finds what was planted, nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from qinglian_rules.decisions.model import Decision
from qinglian_rules.facts.accreditation import CreationRoster, DemonstrationReview
from qinglian_rules.facts.people import Employment
from qinglian_rules.facts.posts import PostTenure
from qinglian_rules.facts.training import Attendance
from qinglian_rules.facts.values import DateSpan
from tests.examples import planted
from tests.examples.planted import EXAMPLES, Made

HENAN = Made(
    EXAMPLES / "henan-hospital",
    "hospital.xlsx",
    ("ha-2024",),
    (date(2024, 1, 1), date(2024, 12, 31)),
    date(2025, 3, 1),
)
SHARE = "ha-2024/1.1/thirty-percent-accepted"
TERM = "ha-2024/4.12/key-post-term-not-exceeded"


def test_the_workbook_is_read_without_a_word() -> None:
    planted.is_read_without_a_word(HENAN, (2_000, 10_000))


def test_all_planted_violations_are_found_and_nothing_else() -> None:
    planted.violations_are_as_planted(HENAN)


def test_all_planted_gaps_are_undetermined_and_nothing_else() -> None:
    planted.gaps_are_as_planted(HENAN)


def test_every_gap_says_what_is_missing() -> None:
    assert {one.id for one in HENAN.report.undetermined if not one.missing} == set()


def test_near_misses_come_out_as_planted() -> None:
    planted.near_misses_are_as_planted(HENAN)


def test_enough_is_planted() -> None:
    planted.enough_is_planted(HENAN, violated=120, undetermined=40, near=80, rules=70)


def test_no_decision_is_planted_twice() -> None:
    planted.nothing_is_planted_twice(HENAN)


def test_every_rule_has_something_to_decide_on() -> None:
    assert planted.rules_without_a_decision(HENAN) == set()


def test_nearly_every_computed_rule_is_broken_somewhere() -> None:
    broken = {one.rule.id for one in HENAN.report.decisions if one.status == "violated"}
    rules = [rule for document in HENAN.report.world.documents.values() for rule in document.rules]
    computed = {rule.id for rule in rules if rule.form not in {"evidence", "judgement"}}
    assert len(computed - broken) <= len(computed) / 10


def test_the_script_makes_the_committed_workbook_again(tmp_path: Path) -> None:
    planted.is_made_again_by_its_script(HENAN, tmp_path)


def test_without_what_is_planted_everything_is_in_order(tmp_path: Path) -> None:
    planted.is_in_order_without_what_is_planted(HENAN, tmp_path, compliant=1_500)


def test_sheets_and_headers_are_those_of_the_template(tmp_path: Path) -> None:
    # No rule reads what is on file about these; the sheets only say that those named exist.
    planted.has_the_sheets_of_the_template(HENAN, tmp_path, more=frozenset({"企业", "处方", "科室"}))


def test_persons_are_ids() -> None:
    planted.persons_are_ids(HENAN, r"[RSM]\d+")


def test_nobody_holds_a_post_or_attends_who_did_not_work_there() -> None:
    """Where the day is known; the people of the hospital next door do not sit in this one's sessions."""
    employed = {fact.person: fact for fact in HENAN.given.facts if isinstance(fact, Employment)}
    found = []
    for fact in HENAN.given.facts:
        if isinstance(fact, PostTenure):
            days: tuple[Any, ...] = (fact.span.start, fact.span.end)
        elif isinstance(fact, Attendance):
            days = (fact.held,)
        else:
            continue
        works = employed[fact.person]
        inside = [within(day, works.span) for day in days if isinstance(day, date)]
        if works.body != fact.body or not all(inside):
            found.append(fact.key)
    assert found == []


def within(day: date, span: DateSpan) -> bool:
    assert isinstance(span.start, date)
    return span.start <= day and (not isinstance(span.end, date) or day <= span.end)


def test_thirty_percent_is_exact() -> None:
    """6 of 20 are enough, 29 of 97 are not, though they would be if they were rounded."""
    reviews = [fact for fact in HENAN.given.facts if isinstance(fact, DemonstrationReview)]
    passed = Counter(one.body for one in reviews if one.result == "通过")
    roster = Counter(one.body for one in HENAN.given.facts if isinstance(one, CreationRoster))
    for body, counts, status in (("WJW-41A", (6, 20), "compliant"), ("WJW-41B", (29, 97), "violated")):
        assert (passed[body], roster[body]) == counts
        assert [one.status for one in of(SHARE, body)] == [status]
    assert round(29 / 97, 2) == 0.3


def test_the_run_under_a_new_name_is_traced_to_its_definition() -> None:
    (renamed,) = of(TERM, "RZ-GW19-R155")
    assert renamed.failed == ("连续任职超期",)
    assert "ContinuousTenure" in {source.type for source in renamed.explanation.sources}


def test_what_the_special_rule_finds_is_not_shown_again_under_the_general_one() -> None:
    """The matter that the president's office decided breaks the catalogue, too; the report shows the special rule."""
    shown = {one.rule.id for one in HENAN.report.violated if one.subject.id == "JC-A1"}
    every = {one.rule.id for one in HENAN.report.decisions if one.subject.id == "JC-A1" and one.status == "violated"}
    assert shown == {"ha-2024/2.7/major-questions-decided-by-the-committee"}
    assert every - shown == {"ha-2024/4.11/decided-by-the-organ-of-the-catalogue"}


def test_each_of_the_four_is_let_off_at_least_once() -> None:
    found = {one.rule.id.rpartition("/")[2] for one in HENAN.report.violated if one.subject.type == "Finding"}
    assert found == {
        "not-let-off-until-cleared-up",
        "not-let-off-until-set-right",
        "not-let-off-until-responsibility-settled",
        "not-let-off-until-people-satisfied",
    }


def of(rule: str, subject: str) -> list[Decision]:
    return [one for one in HENAN.report.decisions if one.rule.id == rule and one.subject.id == subject]
