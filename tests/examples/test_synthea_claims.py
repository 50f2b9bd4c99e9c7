"""The mapping of Synthea's claims: on rows written here, and on the public sample wherever it exists."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import MISSING

import qinglian_rules as ql
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.billing import BillingLine, PriceItem
from qinglian_rules.facts.care import CareEpisode
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.values import DateSpan
from tests.examples.outside import DATA, ROOT, load_script, rows_of, write_table

SAMPLE = DATA / "synthea-claims"
with_data = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the sample is not in ../shared/data/synthea-claims")

TWICE = "gx-2023/3.11/no-double-charge"
ABOVE = "gx-2023/3.11/no-charge-above-the-standard"
ADMITTED = "gx-2023/3.11/no-admission-without-indication"
FALSE_BILL = "gx-2023/3.11/no-false-settlement"


def money(
    key: str, kind: str, when: str, visit: str, item: str, unit: str = "10.5", amount: str = ""
) -> dict[str, str]:
    return {
        "ID": key,
        "TYPE": kind,
        "AMOUNT": amount or unit,
        "FROMDATE": when,
        "PLACEOFSERVICE": "ORG-1",
        "PROCEDURECODE": item,
        "UNITS": "1",
        "UNITAMOUNT": unit,
        "APPOINTMENTID": visit,
        "PROVIDERID": "DOC-1",
    }


def visit(key: str, kind: str, start: str, stop: str, reason: str = "") -> dict[str, str]:
    return {
        "Id": key,
        "START": start,
        "STOP": stop,
        "PATIENT": "PAT-1",
        "ORGANIZATION": "ORG-1",
        "PROVIDER": "DOC-1",
        "ENCOUNTERCLASS": kind,
        "REASONDESCRIPTION": reason,
    }


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("synthea-claims")


@pytest.fixture(scope="module")
def written(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("claims")
    write_table(
        folder / "claims_transactions.csv",
        money("C1", "CHARGE", "2023-03-01T08:00:00Z", "V1", "100"),
        money("C2", "CHARGE", "2023-03-01T09:00:00Z", "V1", "100"),
        money("P1", "PAYMENT", "2023-03-01T09:30:00Z", "V1", "100"),
        money("T1", "TRANSFEROUT", "2023-03-01T09:30:00Z", "V1", "100"),
        money("C3", "CHARGE", "2023-03-01T10:00:00Z", "V2", "100"),
        money("C4", "CHARGE", "2023-03-02T08:00:00Z", "V2", "200", "10.5", "10.52"),
        money("C5", "CHARGE", "2022-12-31T08:00:00Z", "V3", "100"),
    )
    write_table(
        folder / "encounters.csv",
        visit("V1", "wellness", "2023-03-01T07:50:00Z", "2023-03-01T11:00:00Z"),
        visit("V2", "inpatient", "2023-03-01T23:50:00Z", "2023-03-03T11:00:00Z", "Appendicitis"),
        visit("V3", "inpatient", "2023-04-01T07:50:00Z", "2023-04-03T11:00:00Z"),
    )
    return script.run(folder)


def price_list(lines: Iterable[Any], **more: Any) -> list[Fact]:
    """Return a price list that a hospital would supply: no limit on any item unless told."""
    free: dict[str, Any] = {"ceiling": None, "once_a_day": False, "daily_limit": None, "includes": ()} | more
    span = DateSpan(start=date(1960, 1, 1), end=None)
    keys = sorted({str(line.item) for line in lines if isinstance(line, BillingLine)})
    items = [PriceItem(id=key, body="ORG-1", code=key, span=span, **free) for key in keys]
    return [
        *items,
        Complete(type="ChargePair", end=date(2025, 12, 31)),
        Complete(type="PriceItem", end=date(2025, 12, 31)),
    ]


def found(done: Any, rule: str) -> dict[str, str]:
    return {one.subject.id: one.status for one in done.report.decisions if one.rule.id == rule}


@cache
def documents() -> ql.Policy:
    return ql.load("gx-2023")


def with_more(script: ModuleType, done: Any, more: Iterable[Fact]) -> Any:
    given = done.given.__class__(facts=(*done.given.facts, *more))
    return script.judge(given, documents(), script.FIRST, script.LAST)


def test_a_charge_becomes_a_line_of_a_bill(written: Any) -> None:
    line = written.facts(BillingLine)[0]
    assert (line.id, line.body, line.episode, line.item) == ("C1", "ORG-1", "V1", "100")
    assert (line.charged, line.number, line.amount) == (datetime(2023, 3, 1, 8), 1, Decimal("10.5"))


def test_payments_and_transfers_are_no_charges(written: Any) -> None:
    assert [line.id for line in written.facts(BillingLine)] == ["C1", "C2", "C3", "C4", "C5"]
    assert written.given.refused == ()


def test_a_stay_is_dated_by_its_days_and_an_empty_reason_is_unknown(written: Any) -> None:
    _, stay, other = (fact for fact in written.given.facts if isinstance(fact, CareEpisode))
    assert (stay.episode, stay.span) == ("住院", DateSpan(start=date(2023, 3, 1), end=date(2023, 3, 3)))
    assert (stay.admission_indication, other.admission_indication) == ("Appendicitis", MISSING)


def test_lines_of_another_year_are_not_judged(written: Any) -> None:
    assert set(found(written, TWICE)) == {"C1", "C2", "C3", "C4"}


def test_without_a_price_list_nobody_can_say_that_a_charge_is_not_a_second_one(written: Any) -> None:
    assert set(found(written, TWICE).values()) == {"undetermined"}


def test_an_item_once_a_day_is_found_on_the_later_line_of_the_visit(script: ModuleType, written: Any) -> None:
    again = with_more(script, written, price_list(written.given.facts, once_a_day=True))
    assert found(again, TWICE) == {"C1": "compliant", "C2": "violated", "C3": "compliant", "C4": "compliant"}


def test_a_price_list_without_limits_clears_all_lines(script: ModuleType, written: Any) -> None:
    again = with_more(script, written, price_list(written.given.facts))
    assert set(found(again, TWICE).values()) == {"compliant"}


def test_an_amount_above_price_times_number_is_found_whatever_else_is_unknown(written: Any) -> None:
    status = {"C1": "undetermined", "C2": "undetermined", "C3": "undetermined", "C4": "violated"}
    assert found(written, ABOVE) == status


def test_a_stay_is_judged_by_its_reason_and_an_outpatient_visit_is_not(written: Any) -> None:
    assert found(written, ADMITTED) == {"V1": "not_applicable", "V2": "compliant", "V3": "undetermined"}


def test_a_folder_without_claims_is_said_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "examples/synthea-claims/run.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "claims_transactions.csv" in done.stderr


@pytest.fixture(scope="module")
def sample(script: ModuleType) -> Any:
    return script.run(SAMPLE)


@pytest.fixture(scope="module")
def charges() -> list[dict[str, str]]:
    return [row for row in rows_of(SAMPLE / "claims_transactions.csv") if row["TYPE"] == "CHARGE"]


@with_data
def test_every_charge_of_the_sample_is_a_line_and_nothing_else_is(sample: Any, charges: list[dict[str, str]]) -> None:
    assert {line.id for line in sample.facts(BillingLine)} == {row["ID"] for row in charges}
    assert (len(charges), sample.given.refused) == (1545, ())


@with_data
def test_no_line_of_the_sample_is_violated_or_cleared_by_itself(sample: Any) -> None:
    assert [one.id for one in (*sample.report.violated, *sample.report.compliant) if "BillingLine" in one.id] == []
    assert sample.statuses(TWICE) == sample.statuses(ABOVE) == sample.statuses(FALSE_BILL) == {"undetermined": 351}


@with_data
def test_with_a_price_list_the_wrong_price_rule_stays_silent(script: ModuleType, sample: Any) -> None:
    again = with_more(script, sample, price_list(sample.given.facts))
    assert again.statuses(ABOVE) == again.statuses(TWICE) == {"compliant": 351}


@with_data
def test_over_all_years_only_one_visit_bears_an_item_twice_on_a_day(
    script: ModuleType, sample: Any, charges: list[dict[str, str]]
) -> None:
    groups = Counter((row["APPOINTMENTID"], row["PROCEDURECODE"], row["FROMDATE"][:10]) for row in charges)
    twice = {
        row["ID"] for row in charges if groups[row["APPOINTMENTID"], row["PROCEDURECODE"], row["FROMDATE"][:10]] > 1
    }
    first, last = date(1960, 1, 1), date(2024, 12, 31)
    running = sys.modules["outside.running"]
    given = sample.given.__class__(facts=(*sample.given.facts, *price_list(sample.given.facts, once_a_day=True)))
    done = running.judge(given, running.in_force_on(documents(), first), first, last)
    found_twice = {key for key, status in found(done, TWICE).items() if status == "violated"}
    assert found_twice == twice
    assert len(twice) == 2
    assert done.statuses(TWICE) == {"violated": 2, "compliant": 1543}


@with_data
def test_the_run_says_what_is_lacking(script: ModuleType, sample: Any) -> None:
    text = "\n".join(script.lines(sample))
    assert "费用明细 1545 行，诊疗经过 604 次" in text
    assert "付款和转账不是收费" in text
    assert "Payments and transfers are no charges" in text
