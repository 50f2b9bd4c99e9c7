"""The mapping of US Open Payments: on rows written here, and on the public sample wherever that folder exists."""

from __future__ import annotations

import csv
import importlib.util
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import MISSING

from qinglian_rules.facts.benefits import Benefit
from qinglian_rules.facts.engine import Judgement

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "examples/open-payments/run.py"
DATA = ROOT.parent / "shared/data/us-open-payments"
with_data = pytest.mark.skipif(not DATA.is_dir(), reason="the public sample is not in ../shared/data/us-open-payments")

SWAYS = "gx-2021/3.3.1/nothing-that-sways-care"
KICKBACK = "gx-2021/3.3.1/no-kickback-in-another-form"
HEADER = (
    "physician_key,specialty,Record_ID,Date_of_Payment,Total_Amount_of_Payment_USDollars,"
    "Form_of_Payment_or_Transfer_of_Value,Nature_of_Payment_or_Transfer_of_Value,"
    "Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name,Name_of_Associated_Covered_Drug_or_Biological1\n"
)
ROWS = (
    "P1,Cardiology,1,10/12/2022,13.76,In-kind items and services,Food and Beverage,Alpha Inc.,Drug A\n",
    "P1,Cardiology,2,10/13/2022,2500.10,Cash or cash equivalent,Consulting Fee,Alpha Inc.,\n",
    "P2,,3,10/14/2022,0.00,In-kind items and services,Space rental,Beta LLC,\n",
)


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("open_payments_run", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script()


@pytest.fixture(scope="module")
def written(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("payments")
    (folder / "general.csv").write_text(HEADER + "".join(ROWS), encoding="utf-8")
    return script.run(folder)


def test_a_payment_becomes_a_benefit_in_its_own_currency(written: Any) -> None:
    meal, fee, _ = written.benefits
    assert (meal.taken, meal.form, meal.receiver, meal.company) == (date(2022, 10, 12), "宴请", "P1", "CO-Alpha Inc.")
    assert (fee.form, fee.pretext, fee.foreign_amount, fee.currency) == (
        "劳务报酬",
        "咨询费",
        Decimal("2500.10"),
        "USD",
    )
    assert {one.amount for one in written.benefits} == {MISSING}


def test_a_nature_that_nobody_translated_is_unknown(written: Any) -> None:
    assert written.benefits[2].form is MISSING


def test_physicians_companies_and_the_hospital_are_made_once(written: Any) -> None:
    counts = Counter(type(fact).__name__ for fact in written.given.facts)
    assert counts == {"Benefit": 3, "Person": 2, "Company": 2, "Hospital": 1}
    assert written.given.refused == ()


def test_a_folder_without_payments_is_said_so(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no CSV file" in done.stderr


@pytest.fixture(scope="module")
def sample(script: ModuleType) -> Any:
    return script.run(DATA)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (DATA / "payments.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def statuses(done: Any, rule: str) -> Counter[str]:
    return Counter(one.status for one in done.report.decisions if one.rule.id == rule)


@with_data
def test_every_row_is_a_fact_or_refused(sample: Any, rows: list[dict[str, str]]) -> None:
    refused = {refusal.row for refusal in sample.given.refused}
    assert len(sample.benefits) + len(refused) == len(rows) == 10_535
    assert refused == set()


@with_data
def test_amounts_are_exact_and_none_is_in_yuan(sample: Any, rows: list[dict[str, str]]) -> None:
    amounts = {row["Record_ID"]: Decimal(row["Total_Amount_of_Payment_USDollars"]) for row in rows}
    assert {fact.id: fact.foreign_amount for fact in sample.benefits} == {
        f"OP-{key}": amount for key, amount in amounts.items()
    }
    assert {fact.amount for fact in sample.benefits} == {MISSING}


@with_data
def test_nothing_is_violated_for_being_listed(sample: Any) -> None:
    assert [one.id for one in sample.report.violated if one.subject.type == "Benefit"] == []


@with_data
def test_what_a_person_must_find_is_undetermined_and_says_so(sample: Any) -> None:
    forms = Counter(fact.form for fact in sample.benefits)
    social = sum(forms[form] for form in ("宴请", "礼品", "旅游", "学习", "娱乐"))
    assert statuses(sample, SWAYS) == {"undetermined": social, "not_applicable": 10_535 - social}
    missing = {one.missing for one in sample.report.undetermined if one.rule.id == SWAYS}
    assert missing == {("judged: 是否影响医疗行为公正性",)}


@with_data
def test_whether_a_payment_is_a_kickback_hangs_on_the_act(sample: Any) -> None:
    assert statuses(sample, KICKBACK) == {"undetermined": 10_535}
    assert all("Benefit.act" in one.missing for one in sample.report.undetermined if one.rule.id == KICKBACK)


@with_data
def test_a_companys_money_is_no_red_packet(sample: Any) -> None:
    assert statuses(sample, "gx-2021/2/no-red-packet-taken") == {"compliant": 10_535}


@with_data
@pytest.mark.parametrize(("finding", "status"), [("符合", "violated"), ("不符合", "compliant")])
def test_a_persons_finding_decides_one_meal(script: ModuleType, sample: Any, finding: str, status: str) -> None:
    meal: Benefit = next(fact for fact in sample.benefits if fact.form == "宴请")
    found = Judgement(
        id="J-1",
        body="H-IA",
        about="是否影响医疗行为公正性",
        subject_type="Benefit",
        subject=meal.id,
        office="行风管理部门",
        finding=finding,
        date=meal.taken,
    )
    facts = [fact for fact in sample.given.facts if not isinstance(fact, Benefit) or fact.id == meal.id]
    policy = script.in_force_on(script.ql.load("gx-2021"), meal.taken, meal.taken)
    report = policy.check([*facts, found], as_of=meal.taken, period=(meal.taken, meal.taken))
    assert [one.status for one in report.decisions if one.rule.id == SWAYS] == [status]


@with_data
def test_the_run_says_why_so_much_is_open_and_takes_a_reasonable_time(script: ModuleType, sample: Any) -> None:
    text = "\n".join(script.lines(sample))
    assert "只能由人认定" in text
    assert "is a person's finding" in text
    assert "读入 10535 笔利益往来" in text
    assert sample.seconds < 180
