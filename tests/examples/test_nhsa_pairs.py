"""The official pairs of items not to be charged together: on rows written here, and on the public ones."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import MISSING

from qinglian_rules.facts.billing import BillingLine, ChargePair
from qinglian_rules.facts.values import DateSpan
from tests.examples.outside import DATA, ROOT, load_script, rows_of, write_table

SAMPLE = DATA / "nhsa-two-libraries"
with_data = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the library is not in ../shared/data/nhsa-two-libraries")
RULE = "医疗服务项目重复收费"


def point(key: str, codes: str, rule: str = RULE, published: str = "") -> dict[str, str]:
    return {
        "kp_id": key,
        "rule_name": rule,
        "rule_code": "GZ1",
        "item_name": "甲×乙",
        "item_codes": codes,
        "constraint": "含乙",
        "detect_logic": "项目A和项目B同时收费" if rule == RULE else "与限定性别不符",
        "published_at": published,
    }


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("nhsa-pairs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pairs")
    write_table(
        made / "knowledge_points.csv",
        point("KP-1", "001|002"),
        point("KP-2", "001|003", published="2026-01-28"),
        point("KP-3", "X1|X2|X3", rule="药品区分性别使用"),
    )
    return made


def pairs_of(given: Any) -> list[ChargePair]:
    return [fact for fact in given.facts if isinstance(fact, ChargePair)]


def test_only_points_of_the_double_charge_rule_become_pairs(script: ModuleType, folder: Path) -> None:
    given = script.read_pairs(folder)
    one, other = pairs_of(given)
    assert (one.id, one.first, one.second, one.same_day, one.basis) == ("KP-1", "001", "002", True, "GZ1 甲×乙：含乙")
    assert given.refused == ()
    assert (one.span.start, other.span.start) == (MISSING, date(2026, 1, 28))


def test_a_pair_is_found_on_one_day_and_left_alone_otherwise(script: ModuleType, folder: Path) -> None:
    assert script.by_way(script.run(folder)) == {
        "同日": {"violated": 2},
        "隔日": {"compliant": 2},
        "两次": {"compliant": 2},
        "冲销": {"compliant": 2},
    }


def test_a_pair_without_a_first_day_settles_nothing_on_the_day_and_one_of_later_does(
    script: ModuleType, folder: Path
) -> None:
    done = script.run(folder, first=None)
    found = {one.subject.id: one for one in done.report.decisions if one.rule.id == script.RULE}
    assert found["KP-1/同日"].status == "undetermined"
    assert "ChargePair.span" in found["KP-1/同日"].missing[0]
    assert found["KP-2/同日"].status == "compliant"


def test_a_charge_before_the_first_day_of_the_table_is_left_alone(script: ModuleType, folder: Path) -> None:
    assert script.by_way(script.run(folder, first=date(2023, 6, 2)))["同日"] == {"compliant": 2}


def test_which_of_the_two_was_charged_first_does_not_matter(script: ModuleType, folder: Path) -> None:
    done = script.run(folder)
    facts = [
        fact.model_copy(update={"charged": fact.charged + timedelta(hours=2)})
        if isinstance(fact, BillingLine) and fact.id == "KP-1/同日/甲"
        else fact
        for fact in done.given.facts
    ]
    again = script.judge(done.given.__class__(facts=tuple(facts)), script.ql.load("gx-2023"), script.FIRST, script.LAST)
    found = {one.subject.id: one.status for one in again.report.decisions if one.rule.id == script.RULE}
    assert (found["KP-1/同日/甲"], found["KP-1/同日"]) == ("compliant", "violated")


def test_a_pair_that_does_not_ask_for_the_same_day_looks_at_the_whole_visit(script: ModuleType, folder: Path) -> None:
    given = script.read_pairs(folder)
    span = DateSpan(start=date(2023, 1, 1), end=None)
    pairs = [one.model_copy(update={"same_day": False, "span": span}) for one in pairs_of(given)]
    facts = given.__class__(facts=(*pairs, *script.bills(pairs)))
    done = script.judge(facts, script.ql.load("gx-2023"), script.FIRST, script.LAST)
    ways = script.by_way(done)
    assert (ways["同日"], ways["隔日"]) == ({"violated": 2}, {"violated": 2})
    assert (ways["两次"], ways["冲销"]) == ({"compliant": 2}, {"compliant": 2})


def test_a_folder_without_knowledge_points_is_said_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "examples/nhsa-pairs/run.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "knowledge_points.csv" in done.stderr


@pytest.fixture(scope="module")
def official(script: ModuleType) -> Any:
    return script.run(SAMPLE)


@with_data
def test_every_official_pair_is_read_with_both_its_codes(official: Any) -> None:
    rows = [row for row in rows_of(SAMPLE / "knowledge_points.csv") if row["rule_name"] == RULE]
    read = {one.id: f"{one.first}|{one.second}" for one in pairs_of(official.given)}
    assert read == {row["kp_id"]: row["item_codes"] for row in rows}
    assert (len(read), official.given.refused) == (900, ())


@with_data
def test_every_official_pair_finds_the_double_charge_and_nothing_else(script: ModuleType, official: Any) -> None:
    assert script.by_way(official) == {
        "同日": {"violated": 900},
        "隔日": {"compliant": 900},
        "两次": {"compliant": 900},
        "冲销": {"compliant": 900},
    }


@with_data
def test_as_published_the_pairs_have_no_first_day_and_settle_nothing(script: ModuleType) -> None:
    ways = script.by_way(script.run(SAMPLE, first=None))
    assert ways["同日"] == {"undetermined": 900}


@with_data
def test_the_run_says_what_is_found_and_what_is_left_alone(script: ModuleType, official: Any) -> None:
    text = "\n".join(script.lines(official))
    assert "不得同收项目 900 对" in text
    assert "同日：违反 900" in text
    assert "冲销：合规 900" in text
