"""Values of cases are text, typed by their fields."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from pydantic import MISSING

from qinglian_rules.facts.values import DateSpan, WeeklySlot
from tests.authoring.samples import VISITS, cases

SPAN = DateSpan(start=date(2021, 1, 1), end=date(2023, 5, 1))


def value_of(target: str, field: str, text: str) -> Any:
    """Return the value that a field of a fact gets."""
    content = f"{VISITS}  compliant: [{{title: a, add: {{{target}: {{id: X-1, {field}: {text}}}}}}}]\n"
    (case,) = cases(content.replace("compliant: [{", "compliant: [{of: RepVisit V-1, "))
    fact = next(fact for fact in case.facts if type(fact).__name__ == target and fact.key == "X-1")
    return getattr(fact, field)


@pytest.mark.parametrize(
    ("target", "field", "text", "value"),
    [
        ("Hospital", "province", "广西", "广西"),
        ("RepVisit", "visitors", "3", 3),
        ("RepVisit", "start", "2023-05-10 15:00", datetime(2023, 5, 10, 15)),
        ("IntegrityPledge", "signed", "2023-05-10", date(2023, 5, 10)),
        ("Intrusion", "permitted", "false", False),
        ("Intrusion", "permitted", "是", True),
        ("RepVisit", "booking", "none", None),
        ("RepVisit", "booking", "无", None),
        ("RepVisit", "booking", "unknown", MISSING),
        ("RepVisit", "visitor_kind", "未知", MISSING),
        ("RepVisit", "place", '"none"', "none"),
        ("RepVisit", "place", '"unknown"', "unknown"),
        ("RepVisit", "products", "[甲, 乙]", ("甲", "乙")),
        ("RepVisit", "products", "甲、乙", ("甲", "乙")),
        ("RepVisit", "products", "[]", ()),
        ("RepVisit", "products", "unknown", MISSING),
        ("BlacklistEntry", "span", "2021-01-01..2023-05-01", SPAN),
        ("BlacklistEntry", "span", "{start: 2021-01-01, end: 2023-05-01}", SPAN),
        ("BlacklistEntry", "span", "{start: 2021-01-01, end: none}", DateSpan(start=date(2021, 1, 1), end=None)),
        ("BlacklistEntry", "span", "{start: 2021-01-01}", DateSpan(start=date(2021, 1, 1))),
        ("BlacklistEntry", "span", "{start: unknown, end: 2023-05-01}", DateSpan(end=date(2023, 5, 1))),
        (
            "Hospital",
            "reception_hours",
            "[{weekday: 3, from: 14:00, to: 17:00}]",
            (WeeklySlot(weekday=3, start=time(14), end=time(17)),),
        ),
        ("Hospital", "reception_hours", "周三 14:00-17:00", (WeeklySlot(weekday=3, start=time(14), end=time(17)),)),
    ],
)
def test_a_value_is_read_by_the_kind_of_its_field(target: str, field: str, text: str, value: object) -> None:
    assert value_of(target, field, text) == value


def test_a_field_may_be_named_by_its_chinese_title() -> None:
    content = VISITS + "  violated: [{title: a, change: {医药代表来访 V-1: {接待地点: 诊室}}}]\n"
    (case,) = cases(content)
    assert [fact.place for fact in case.facts if type(fact).__name__ == "RepVisit"] == ["诊室"]


def test_a_field_with_a_default_is_unknown_where_a_case_says_so_and_stays_it() -> None:
    base = VISITS.replace("place: 接待室", "place: 接待室, visitor_kind: unknown")
    kept, given = cases(base + "  compliant: [{title: a, change: {RepVisit V-1: {record: K-2}}}, {title: b}]\n")
    for case in (kept, given):
        (visit,) = [fact for fact in case.facts if type(fact).__name__ == "RepVisit"]
        assert visit.visitor_kind is MISSING
