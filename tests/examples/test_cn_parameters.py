"""Figures that hospitals published: on rows written here, and on the collected ones wherever that folder exists."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import MISSING

import qinglian_rules as ql
from qinglian_rules.facts.care import Prescription, PrescriptionReview
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.prescribing import QualityIndicator
from qinglian_rules.facts.values import DateSpan
from tests.examples.outside import DATA, ROOT, load_script, rows_of, write_table

SAMPLE = DATA / "cn-hospital-parameters"
with_data = pytest.mark.skipif(
    not SAMPLE.is_dir(), reason="the figures are not in ../shared/data/cn-hospital-parameters"
)

ANALYSED = "gx-2023/3.10/problems-analysed"
MONITORED = "gx-2023/3.10/antibiotic-intensity-monitored"
REVIEWED = "gx-2023/3.10/prescriptions-reviewed-in-proportion"
INTENSITY = "甲医院/2018-10/antibiotic_intensity"


def bulletin(hospital: str, period: str, indicator: str, value: str) -> dict[str, str]:
    return {"hospital": hospital, "period": period, "indicator": indicator, "value": value, "unit": "percent"}


def limit(
    issuer: str, value: str, unit: str, topic: str = "red_envelope", name: str = "hand_in_deadline"
) -> dict[str, str]:
    kind = "ministry" if topic == "prescription_review" else "hospital"
    words = {"topic": topic, "parameter": name, "value": value, "unit": unit}
    return words | {"condition": "", "issuer": issuer, "issuer_kind": kind, "year": "", "source": "网页"}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("cn-parameters")


@pytest.fixture(scope="module")
def written(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("figures")
    write_table(
        folder / "bulletins.csv",
        bulletin("甲医院", "2018-10", "antibiotic_intensity", "39.74"),
        bulletin("甲医院", "2018-10", "essential_drug_amount_share", "38.1"),
        bulletin("乙医院", "published 2020-01-17", "inpatient_antibiotic_use_rate", "38.0"),
    )
    write_table(
        folder / "parameters.csv",
        limit("一院", "24", "hours"),
        limit("二院", "2", "working days"),
        limit("三院", "3", "days"),
        limit("四院", "1", "month", topic="kickback"),
        limit("部", "1", "per mille", "prescription_review", "outpatient_sample_rate_min"),
        limit("部", "1", "percent of discharged records", "prescription_review", "inpatient_sample_rate_min"),
    )
    return script.run(folder)


def indicators(done: Any) -> dict[str, QualityIndicator]:
    return {fact.id: fact for fact in done.given.facts if isinstance(fact, QualityIndicator)}


def test_a_bulletin_becomes_an_indicator_of_its_month(written: Any) -> None:
    one = indicators(written)[INTENSITY]
    assert (one.body, one.metric, one.value, one.department) == ("甲医院", "抗菌药物使用强度", Decimal("39.74"), None)
    assert one.period == DateSpan(start=date(2018, 10, 1), end=date(2018, 10, 31))


def test_a_day_of_publication_is_no_period(written: Any) -> None:
    assert indicators(written)["乙医院/published 2020-01-17/inpatient_antibiotic_use_rate"].period is MISSING


def test_a_share_by_amount_is_not_taken_for_one_of_prescriptions(written: Any) -> None:
    assert indicators(written)["甲医院/2018-10/essential_drug_amount_share"].metric == "其他"


def test_limits_keep_their_unit_and_what_is_no_fixed_span_is_left_unset(written: Any) -> None:
    read = [(one.body, one.parameter, one.value) for one in written.given.facts if isinstance(one, ParameterValue)]
    assert read == [
        ("一院", "gx-2021/surrender_limit", "24 hours"),
        ("三院", "gx-2021/surrender_limit", "3 days"),
        (None, "gx-2023/outpatient_review_share", "1/1000"),
        (None, "gx-2023/inpatient_review_share", "1%"),
    ]
    assert written.given.refused == ()


@pytest.mark.parametrize(
    ("days", "first", "third"),
    [
        (0, "compliant", "compliant"),
        (1, "compliant", "compliant"),
        (2, "violated", "compliant"),
        (4, "violated", "violated"),
    ],
)
def test_one_red_packet_is_judged_by_the_limit_of_each_hospital(
    script: ModuleType, written: Any, days: int, first: str, third: str
) -> None:
    found = script.by_hospital(script.red_packets(written.given, days))
    assert (found["B/一院"], found["B/二院"], found["B/三院"]) == (first, "undetermined", third)


@cache
def in_force() -> ql.Policy:
    script = load_script("cn-parameters")
    policy: ql.Policy = script.in_force_on(ql.load("gx-2023"), script.FIRST)
    return policy


def judged_with(done: Any, facts: list[Any], rule: str, last: date = date(2019, 6, 30)) -> dict[str, str]:
    report = in_force().check(facts, as_of=last, period=(date(2018, 10, 1), last))
    return {one.subject.id: one.status for one in report.decisions if one.rule.id == rule}


def parameters(**values: str) -> list[ParameterValue]:
    return [ParameterValue(parameter=f"gx-2023/{name}", value=value, source="试") for name, value in values.items()]


def test_an_intensity_without_target_and_patient_days_may_be_a_problem_or_not(written: Any) -> None:
    assert judged_with(written, list(written.given.facts), ANALYSED)[INTENSITY] == "undetermined"


@pytest.mark.parametrize(
    ("target", "patient_days", "status"),
    [("40", "5000", None), ("39.74", "5000", None), ("39", "5000", "violated"), ("39", "50", None)],
)
def test_the_hospitals_target_decides_unless_the_patient_days_are_few(
    written: Any, target: str, patient_days: str, status: str | None
) -> None:
    told = {"target": Decimal(target), "denominator": Decimal(patient_days)}
    one = indicators(written)[INTENSITY].model_copy(update=told)
    facts = [fact for fact in written.given.facts if not isinstance(fact, QualityIndicator)]
    set_values = parameters(min_patient_days="100", indicator_analysis_limit="30天")
    one = one.model_copy(update={"analysed": None})
    assert judged_with(written, [*facts, *set_values, one], ANALYSED).get(INTENSITY) == status


def test_a_published_intensity_is_monitoring_of_its_month_alone(written: Any) -> None:
    beds = [fact for fact in written.given.facts if not isinstance(fact, Hospital)]
    hospital = Hospital(id="甲医院", adopts=("gx-2023",), beds=100)
    facts = [
        *beds,
        hospital,
        *parameters(drug_indicator_cycle="每月"),
        Complete(type="QualityIndicator", end=date(2018, 12, 31)),
    ]
    report = in_force().check(facts, as_of=date(2018, 12, 31), period=(date(2018, 10, 1), date(2018, 12, 31)))
    found = {
        one.period.start.month: one.status
        for one in report.decisions
        if one.rule.id == MONITORED and one.subject.id == "甲医院" and one.period is not None
    }
    assert found[10] == "compliant"
    assert "compliant" not in {found[11], found[12]}


@pytest.mark.parametrize(("reviewed", "status"), [(1, "compliant"), (0, "violated")])
def test_the_ministrys_share_is_read_as_a_ratio(written: Any, reviewed: int, status: str) -> None:
    issued = [
        Prescription(id=f"R-{number}", body="甲医院", issued=date(2018, 10, 5), patient_kind="门诊")
        for number in (1, 2, 3)
    ]
    reviews = [
        PrescriptionReview(id="V-1", body="甲医院", prescription="R-1", reviewed=date(2018, 10, 20), result="合理")
    ]
    complete = [Complete(type=name, end=date(2018, 12, 31)) for name in ("Prescription", "PrescriptionReview")]
    values = parameters(prescription_review_cycle="每月", review_completion_limit="5天")
    facts = [*written.given.facts, *issued, *reviews[:reviewed], *complete, *values]
    report = in_force().check(facts, as_of=date(2018, 12, 31), period=(date(2018, 10, 1), date(2018, 12, 31)))
    found = {
        (one.subject.id, one.period.start.month): one.status
        for one in report.decisions
        if one.rule.id == REVIEWED and one.period is not None
    }
    assert found["甲医院", 10] == status


def test_a_folder_without_figures_is_said_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "examples/cn-parameters/run.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "bulletins.csv" in done.stderr


@pytest.fixture(scope="module")
def collected(script: ModuleType) -> Any:
    return script.run(SAMPLE)


@with_data
def test_every_bulletin_is_an_indicator_and_six_are_of_a_known_month(collected: Any) -> None:
    read = indicators(collected)
    assert len(read) == len(rows_of(SAMPLE / "bulletins.csv")) == 20
    assert sum(isinstance(one.period, DateSpan) for one in read.values()) == 6
    assert Counter(one.metric for one in read.values())["抗菌药物使用强度"] == 1
    assert collected.given.refused == ()


@with_data
def test_no_published_figure_is_violated_for_being_high(collected: Any) -> None:
    assert {one.subject.type for one in collected.report.violated} & {"IndicatorProblem", "QualityIndicator"} == set()
    assert collected.statuses(ANALYSED) == {"undetermined": 1}


@with_data
def test_the_collected_limits_judge_one_red_packet_differently(script: ModuleType, collected: Any) -> None:
    found = Counter(script.by_hospital(script.red_packets(collected.given, 2)).values())
    assert found == {"violated": 1, "compliant": 1, "undetermined": 4}


@with_data
def test_the_run_says_why_working_days_are_no_limit(script: ModuleType, collected: Any) -> None:
    text = "\n".join(script.lines(collected))
    assert "违反  上海市第五人民医院" in text
    assert "待查明  淄博市第六人民医院" in text
    assert "2个工作日不是一段固定的时间" in text
