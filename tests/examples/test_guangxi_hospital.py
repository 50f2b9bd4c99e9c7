"""The invented hospital: its workbook is what the script makes, and judging it finds what was planted, nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import qinglian_rules as ql
from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.graph import types_read
from qinglian_rules.inputs import Input, read_facts, template

EXAMPLE = Path(__file__).parents[2] / "examples/guangxi-hospital"
POLICIES = ("gx-2021", "gx-2023", "ha-2024")
REVIEW = (date(2021, 1, 1), date(2024, 12, 31))
AS_OF = date(2025, 3, 1)
HOW_TO_MAKE = "run examples/guangxi-hospital/make.py again: a policy has changed, or the script"
Found = tuple[str, str, str, tuple[str, str] | None]


def make(folder: Path, *options: str) -> Input:
    command = [sys.executable, str(EXAMPLE / "make.py"), "--out", str(folder), *options]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return read_facts([folder / "hospital.xlsx"])


def judge(given: Input) -> Report:
    return ql.load(*POLICIES).check(given.facts, as_of=AS_OF, period=REVIEW)


def place(decision: Decision) -> Found:
    period = decision.period
    days = None if period is None else (str(period.start), str(period.end))
    return decision.rule.id, decision.subject.type, decision.subject.id, days


@pytest.fixture(scope="module")
def workbook() -> Input:
    return read_facts([EXAMPLE / "hospital.xlsx"])


@pytest.fixture(scope="module")
def report(workbook: Input) -> Report:
    return judge(workbook)


@pytest.fixture(scope="module")
def planted() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((EXAMPLE / "planted.json").read_text(encoding="utf-8"))
    return entries


def expected(planted: list[dict[str, Any]], *statuses: str) -> dict[Found, dict[str, Any]]:
    found = {}
    for entry in planted:
        if entry["status"] in statuses:
            days = None if entry["period"] is None else (entry["period"][0], entry["period"][1])
            found[entry["rule"], entry["subject"]["type"], entry["subject"]["id"], days] = entry
    return found


def by_type(given: Input) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for fact in given.facts:
        found.setdefault(type(fact).__name__, set()).add(repr(fact))
    return found


@pytest.mark.xdist_group("hospital")
def test_the_workbook_is_read_without_a_word(workbook: Input) -> None:
    assert workbook.refused == ()
    assert workbook.diagnostics == ()
    assert 5_000 < len(workbook.facts) < 10_000


@pytest.mark.xdist_group("hospital")
def test_all_planted_violations_are_found_and_nothing_else(report: Report, planted: list[dict[str, Any]]) -> None:
    wanted = {place: set(entry["failed"]) for place, entry in expected(planted, "violated").items()}
    assert {place(one): set(one.failed) for one in report.violated} == wanted, HOW_TO_MAKE


@pytest.mark.xdist_group("hospital")
def test_all_planted_gaps_are_undetermined_and_nothing_else(report: Report, planted: list[dict[str, Any]]) -> None:
    found = {place(one): one for one in report.undetermined}
    assert set(found) == set(expected(planted, "undetermined")), HOW_TO_MAKE


@pytest.mark.xdist_group("hospital")
def test_every_gap_says_what_is_missing(report: Report) -> None:
    silent = {one.subject.id for one in report.undetermined if not one.missing}
    # No record lacks where the working days of a month are not published yet.
    assert silent <= {"AJ-E1"}


@pytest.mark.xdist_group("hospital")
def test_near_misses_come_out_as_planted(report: Report, planted: list[dict[str, Any]]) -> None:
    found = {place(one): one.status for one in report.decisions}
    near = expected(planted, "compliant", "pending", "not_applicable")
    assert {place: found.get(place) for place in near} == {place: entry["status"] for place, entry in near.items()}


@pytest.mark.xdist_group("hospital")
def test_enough_is_planted(planted: list[dict[str, Any]]) -> None:
    statuses = Counter(entry["status"] for entry in planted)
    near = statuses["compliant"] + statuses["pending"] + statuses["not_applicable"]
    assert statuses["violated"] >= 60
    assert statuses["undetermined"] >= 25
    assert near >= 25
    assert len({entry["rule"] for entry in planted if entry["status"] == "violated"}) >= 40


@pytest.mark.xdist_group("hospital")
def test_no_decision_is_planted_twice(planted: list[dict[str, Any]]) -> None:
    statuses = ("violated", "undetermined", "compliant", "pending", "not_applicable")
    assert len(expected(planted, *statuses)) == len(planted)


@pytest.mark.xdist_group("hospital")
def test_every_rule_has_something_to_decide_on(report: Report) -> None:
    decided = {one.rule.id for one in report.decisions if one.status != "not_applicable"}
    rules = {rule.id for document in report.world.documents.values() for rule in document.rules}
    assert rules - decided == set()


@pytest.mark.xdist_group("hospital")
def test_the_script_makes_the_committed_workbook_again(workbook: Input, tmp_path: Path) -> None:
    made = make(tmp_path)
    assert by_type(made) == by_type(workbook), HOW_TO_MAKE
    again = (tmp_path / "planted.json").read_text(encoding="utf-8")
    assert again == (EXAMPLE / "planted.json").read_text(encoding="utf-8"), HOW_TO_MAKE


@pytest.mark.xdist_group("hospital")
def test_without_what_is_planted_the_hospital_is_in_order(tmp_path: Path) -> None:
    found = judge(make(tmp_path, "--ordinary"))
    assert [one.id for one in (*found.violated, *found.undetermined)] == []
    assert len(found.compliant) > 2_000


@pytest.mark.xdist_group("hospital")
def test_sheets_and_headers_are_those_of_the_template(tmp_path: Path) -> None:
    policy = ql.load(*POLICIES)
    parameters = tuple(parameter for document in policy.documents for parameter in document.parameters)
    template(types_read(policy.documents), parameters, tmp_path / "blank.xlsx")
    blank, filled = headers(tmp_path / "blank.xlsx"), headers(EXAMPLE / "hospital.xlsx")
    # No policy reads what is on file about a company; the sheet only says that the companies named exist.
    assert set(filled) - set(blank) == {"企业"}
    others = {name: set(filled[name]) - set(blank[name]) for name in filled if name in blank}
    assert {name: columns for name, columns in others.items() if columns} == {}


def headers(path: Path) -> dict[str, tuple[str, ...]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names if not name.startswith("#")}
    return {name: tuple(str(cell) for cell in lines[0]) for name, lines in rows.items() if lines}


@pytest.mark.xdist_group("hospital")
def test_persons_are_ids(workbook: Input) -> None:
    persons = {fact.key for fact in workbook.facts if type(fact).__name__ == "Person"}
    assert persons
    assert [key for key in persons if not re.fullmatch(r"[RZ]\d+", key)] == []


@pytest.mark.xdist_group("hospital")
def test_nobody_acts_who_did_not_work_there(workbook: Input) -> None:
    """Whoever takes something, sits in a session or holds a post is employed on that day; officials have no entry."""
    employed = {fact.person: fact.span for fact in workbook.facts if type(fact).__name__ == "Employment"}
    found = []
    for fact in workbook.facts:
        name = {"Benefit": "receiver", "Attendance": "person", "UsageIndicator": "person"}.get(type(fact).__name__)
        days = employed.get(getattr(fact, name)) if name else None
        day = getattr(fact, Vocabulary.current().types[type(fact).__name__].dated or "", None)
        if days is not None and isinstance(day, date) and isinstance(days.end, date) and day > days.end:
            found.append(fact.key)
    # R026 is entered as absent after having left: one of the near misses.
    assert found == ["QD-XX-202304-R026"]


@pytest.mark.xdist_group("hospital")
def test_the_chain_leads_from_the_decision_back_to_the_benefit(report: Report) -> None:
    (award,) = (one for one in report.violated if one.subject.id == "RS-V1")
    (source, *_) = award.explanation.sources
    assert (source.type, source.subject_type, source.subject_key) == ("EthicsGrade", "MisconductCase", "AJ-V1")
    (before, *_) = source.sources
    assert (before.type, before.subject_type, before.subject_key) == ("RedPacket", "Benefit", "LY-V1")
