"""The mapping of tenders of Himachal Pradesh: on rows written here, and on the public sample wherever it exists."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import MISSING

import qinglian_rules as ql
from qinglian_rules.facts.engine import ParameterValue
from qinglian_rules.facts.people import HealthAuthority, Hospital
from qinglian_rules.facts.procurement import ProcurementProject
from tests.examples.outside import DATA, ROOT, load_script, rows_of, write_table

SAMPLE = DATA / "hp-health-procurement"
with_data = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the sample is not in ../shared/data/hp-health-procurement")

METHOD = "gx-2022/2.2.10/government-purchase-by-lawful-methods"
SUPERVISED = "ta-2024/2.2.5/purchaser-supervises-each-project"
EARLY = "ha-2024/2.8/discipline-comes-in-early"
WINNER = "ha-2024/4.13/no-favoured-winner"
METHODS = ParameterValue(
    parameter="gx-2022/government_procurement_methods",
    value="公开招标；邀请招标；竞争性谈判；单一来源；询价",
    source="试",
)

HOSPITAL = "Department of Health and Family Welfare||Directorate of Health and Family Welfare||MS ZH MANDI"
COLLEGE = "Directorate of Medical Education and Research||Dr Rajendra Prasad Govt Medical College Tanda Kangra"
DISTRICT = "Department of Health and Family Welfare||Directorate of Health and Family Welfare||CMO CHAMBA"


def tender(key: str, buyer: str, item: str, method: str = "limited", awarded: str = "2020-04-01") -> dict[str, str]:
    return {
        "tender/id": key,
        "tender/title": f"Tender {key}",
        "buyer/name": buyer,
        "tender/procurementMethod": method,
        "tender/items/id": item,
        "tender/value/amount": "500000",
        "tender/datePublished": "2020-02-12T18:55:00Z",
        "tender/awardPeriod/startDate": "2020-03-02T11:30:00Z",
        "award/date": awarded and f"{awarded}T00:00:00Z",
    }


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("hp-procurement")


@pytest.fixture(scope="module")
def written(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("tenders")
    write_table(
        folder / "tenders.csv",
        tender("T1", HOSPITAL, "Medical Equipments/Waste"),
        tender("T2", COLLEGE, "Miscellaneous Goods", "open", awarded=""),
        tender("T3", DISTRICT, "Housekeeping/ Cleaning"),
        tender("T4", "PWD", "Civil Works"),
    )
    write_table(folder / "awards.csv", *({"ocid": "o", "supplier_key": key} for key in ("S0001", "S0001", "")))
    return script.run(folder)


def projects(done: Any) -> dict[str, ProcurementProject]:
    return {fact.id: fact for fact in done.given.facts if isinstance(fact, ProcurementProject)}


def test_a_tender_becomes_a_project_dated_by_the_day_that_the_source_wrote(written: Any) -> None:
    one = projects(written)["T1"]
    assert (one.body, one.object, one.announced, one.opened, one.awarded) == (
        HOSPITAL,
        "医用设备",
        date(2020, 2, 12),
        date(2020, 3, 2),
        date(2020, 4, 1),
    )


def test_rupees_are_not_read_as_yuan(written: Any) -> None:
    assert {one.budget for one in projects(written).values()} == {MISSING}


def test_a_method_or_class_that_does_not_say_what_it_was_is_unknown(written: Any) -> None:
    read = projects(written)
    assert (read["T1"].method, read["T2"].method) == (MISSING, "公开招标")
    assert read["T2"].object is MISSING


def test_an_empty_day_of_award_says_nothing(written: Any) -> None:
    assert projects(written)["T2"].awarded is MISSING


def test_buyers_are_hospitals_or_authorities_and_others_make_no_project(written: Any) -> None:
    assert set(projects(written)) == {"T1", "T2", "T3"}
    assert {fact.id for fact in written.given.facts if isinstance(fact, Hospital)} == {HOSPITAL, COLLEGE}
    assert {fact.id for fact in written.given.facts if isinstance(fact, HealthAuthority)} == {DISTRICT}
    assert written.given.refused == ()


def test_suppliers_are_companies_once_each(written: Any) -> None:
    assert Counter(type(fact).__name__ for fact in written.given.facts)["Company"] == 1


def test_only_what_may_be_a_device_must_be_supervised(written: Any) -> None:
    found = {one.subject.id: one.status for one in written.report.decisions if one.rule.id == SUPERVISED}
    assert found == {"T1": "undetermined", "T2": "undetermined", "T3": "not_applicable"}


@pytest.mark.parametrize(("supervisor", "status"), [("Finance", "compliant"), (None, "violated")])
def test_who_supervised_decides_a_device(written: Any, supervisor: str | None, status: str) -> None:
    told = projects(written)["T1"].model_copy(update={"supervised_by": supervisor})
    assert judged_again(written, told)[SUPERVISED] == status


def test_an_open_tender_is_lawful_once_the_lawful_methods_are_given(written: Any) -> None:
    assert judged_again(written, projects(written)["T2"], METHODS)[METHOD] == "compliant"
    assert judged_again(written, projects(written)["T1"], METHODS)[METHOD] == "undetermined"


def test_a_hospital_without_a_party_committee_owes_no_discipline_inspection(written: Any) -> None:
    # The record of this very hospital is there, so nobody need say that all hospitals are.
    assert judged_again(written, projects(written)["T1"])[EARLY] == "not_applicable"


@cache
def in_force(day: date) -> ql.Policy:
    policy: ql.Policy = load_script("hp-procurement").in_force_on(ql.load("gx-2022", "ha-2024", "ta-2024"), day)
    return policy


def judged_again(done: Any, project: ProcurementProject, *more: Any) -> dict[str, str]:
    """Judge one project alone, with more facts beside it."""
    facts = [fact for fact in done.given.facts if not isinstance(fact, ProcurementProject)]
    day = project.announced
    assert isinstance(day, date)
    report = in_force(day).check([*facts, project, *more], as_of=day, period=(day, day))
    return {one.rule.id: one.status for one in report.decisions if one.subject.type == "ProcurementProject"}


def test_a_folder_without_tenders_is_said_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "examples/hp-procurement/run.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "tenders.csv" in done.stderr


@pytest.fixture(scope="module")
def sample(script: ModuleType) -> Any:
    return script.run(SAMPLE)


@with_data
def test_every_health_tender_of_the_sample_is_a_project_and_no_other(sample: Any) -> None:
    rows = rows_of(SAMPLE / "tenders.csv")
    health = ("Department of Health and Family Welfare||", "Directorate of Medical Education and Research||")
    assert len(rows) == 2137
    assert set(projects(sample)) == {row["tender/id"] for row in rows if row["buyer/name"].startswith(health)}
    assert len(projects(sample)) == 49
    assert sample.given.refused == ()


@with_data
def test_no_tender_of_the_sample_is_violated_or_compliant_for_being_listed(sample: Any) -> None:
    settled = [one.id for one in (*sample.report.violated, *sample.report.compliant)]
    assert [one for one in settled if "ProcurementProject" in one] == []
    assert sample.statuses(METHOD) == {"undetermined": 49}
    assert sample.statuses(WINNER) == {"undetermined": 49}
    unclear = sum(one.object in {"医用设备", MISSING} for one in projects(sample).values())
    assert sample.statuses(SUPERVISED) == {"undetermined": unclear, "not_applicable": 49 - unclear}


@with_data
def test_with_the_lawful_methods_three_tenders_of_the_sample_are_lawful(script: ModuleType, sample: Any) -> None:
    period = sample.report.period
    policy = script.in_force_on(ql.load("gx-2022"), period.start)
    report = policy.check([*sample.given.facts, METHODS], as_of=period.end, period=period)
    found = Counter(one.status for one in report.decisions if one.rule.id == METHOD)
    assert found == {"compliant": 3, "undetermined": 46}


@with_data
def test_the_run_says_what_no_document_rules_upon(script: ModuleType, sample: Any) -> None:
    text = "\n".join(script.lines(sample))
    assert "采购项目 49 个" in text
    assert "五份文件没有一句话规定" in text
    assert "rupees" in text
