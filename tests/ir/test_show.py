"""Conditions as policy text, in English and in Chinese names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qinglian_rules.ir.build import const
from qinglian_rules.ir.show import show
from qinglian_rules.ir.types import DECIMAL, INT
from tests.passes.samples import good


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("hospital.beds > 100", "hospital.编制床位 > 100"),
        ("visit.host.is_medical_staff", "visit.接待人.是否医务人员"),
        ("not hospital.for_profit", "not hospital.是否营利性"),
        ("hospital.closed is not None", "hospital.注销日期 is not None"),
        (
            "hospital.for_profit or hospital.beds > 1 and hospital.beds < 9",
            "hospital.是否营利性 or hospital.编制床位 > 1 and hospital.编制床位 < 9",
        ),
        (
            "(hospital.for_profit or hospital.beds > 1) and hospital.beds < 9",
            "(hospital.是否营利性 or hospital.编制床位 > 1) and hospital.编制床位 < 9",
        ),
        ('visit.place in ["甲", "乙"]', 'visit.接待地点 in ["甲", "乙"]'),
        ("hospital.beds * (2 + hospital.beds) / 3 > 1", "hospital.编制床位 * (2 + hospital.编制床位) / 3 > 1"),
        ("hospital.beds - (1 - hospital.beds) > 1", "hospital.编制床位 - (1 - hospital.编制床位) > 1"),
        (
            "exists(p for p in Person if p.body == hospital)",
            "exists(p for p in 人员 if p.机构 == hospital)",
        ),
        ("count(p for p in Person) >= 3", "count(p for p in 人员) >= 3"),
        ("now <= hospital.registered + days(30)", "now <= hospital.登记日期 + days(30)"),
        ("date_of(visit.start) <= due", "date_of(visit.来访时间) <= due"),
        (
            "rank(visit.visitors, (v.visitors for v in RepVisit)) <= 3",
            "rank(visit.人数, (v.人数 for v in 医药代表来访)) <= 3",
        ),
        (
            "spell(job, (o for o in Employment), gap=days(30)).start < now",
            "spell(job, (o for o in 聘用), gap=days(30)).开始 < now",
        ),
        ("spell(job, (o for o in Employment)).start < now", "spell(job, (o for o in 聘用)).开始 < now"),
        ('judged(visit, "是否推广")', 'judged(visit, "是否推广")'),
        ("params.part >= percent(12.5)", "params.part >= percent(12.5)"),
        ("params.part >= 1 / 3", "params.part >= 1 / 3"),
        ("params.wait < minutes(90)", "params.wait < minutes(90)"),
        ("params.wait > -hours(36)", "params.wait > -hours(36)"),
        ("now > date(2024, 2, 29)", "now > date(2024, 2, 29)"),
        ("hospital.name == '\"'", "hospital.名称 == '\"'"),
    ],
)
def test_a_condition_is_shown_as_it_would_be_written(text: str, zh: str) -> None:
    assert show(good(text)) == text
    assert show(good(text), "zh") == zh
    assert good(zh) == good(text)


def test_a_choice_is_shown_in_brackets_where_it_needs_them() -> None:
    text = "(1 if hospital.for_profit else 2) < hospital.beds"
    assert show(good(text)) == text


def test_negative_parts_keep_their_brackets() -> None:
    text = "hospital.beds - -3 > 1"
    assert good(show(good(text))) == good(text)


def test_a_decimal_without_fraction_is_no_int_when_it_is_read_again() -> None:
    assert show(const(Decimal(3), DECIMAL)) == "3.0"
    assert show(const(Decimal("-2.50"), DECIMAL)) == "-2.50"
    assert show(const(3, INT)) == "3"
