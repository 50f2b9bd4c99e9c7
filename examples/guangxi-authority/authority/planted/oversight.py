"""Complaints, leads and findings: taken up late, without an office, closed a day too late or just in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan
from made.days import whole
from pydantic import MISSING

from authority.ordinary.bodies import CLINIC, MAIN
from authority.ordinary.inspections import SCREENING, key
from authority.ordinary.oversight import (
    POOR_WORK,
    SCREENED,
    VISIT,
    add_complaint,
    add_finding,
    add_rectification,
    add_talk,
    complaint,
)
from qinglian_rules.facts.misconduct import Lead, Measure
from qinglian_rules.facts.supervision import Complaint, Finding, Rectification


def plant(book: Book, plan: Plan) -> None:
    """Plant what comes to the authority."""
    _feedback(book, plan)
    _complaints_of_2023(book, plan)
    _leads(book, plan)
    _findings(book, plan)


def _after(book: Book, name: str, days: int) -> date:
    received = book.get(Complaint, name).received
    assert isinstance(received, date)
    return received + timedelta(days=days)


def _feedback(book: Book, plan: Plan) -> None:
    rule = "gx-2022/2.4.16/fed-back-problems-dealt-with"

    def closed(number: int, status: str, why: str, day: Any) -> None:
        book.change(Complaint, complaint(number), closed=day)
        plan.expect(status, rule, ("Complaint", complaint(number)), why)  # type: ignore[arg-type]

    closed(2, "violated", "第61天才办结，期限为60天", _after(book, complaint(2), 61))
    closed(3, "compliant", "正好第60天办结", _after(book, complaint(3), 60))
    closed(10, "undetermined", "是否办结没有登记", MISSING)
    closed(12, "violated", "一直没有办结", None)
    made = add_complaint(book, "TS-N1", date(2024, 5, 7), "信访")
    book.change(Complaint, made.id, matter="医疗质量", closed=None)
    plan.expect("not_applicable", rule, made, "医疗质量投诉不是行风问题")


def _complaints_of_2023(book: Book, plan: Plan) -> None:
    base = "gx-2023/4.17/"

    def add(name: str, month: int, why: str, rule: str, failed: tuple[str, ...] = (), **values: Any) -> None:
        made = add_complaint(book, name, date(2023, month, 11), "信访")
        book.change(Complaint, name, **values)
        plan.expect("violated", base + rule, made, why, failed=failed)

    late = date(2023, 3, 11) + timedelta(days=16)
    add("TS-V1", 3, "第16天才受理，期限为15天", "complaints-taken-up", ("信访",), accepted=late)
    add("TS-V2", 4, "没有落实责任部门", "office-named", office=None)
    add("TS-V3", 5, "没有落实责任人", "person-named", responsible=None)
    add("TS-V4", 7, "没有规定办理期限", "time-limit-set", due=None)
    day = date(2023, 8, 11) + timedelta(days=46)
    add("TS-V5", 8, "晚一天办结", "time-limit-kept", closed=day)
    day = date(2023, 10, 11) + timedelta(days=45)
    made = add_complaint(book, "TS-N2", date(2023, 10, 11), "12345热线")
    book.change(Complaint, made.id, closed=day, accepted=date(2023, 10, 26))
    plan.expect("compliant", base + "time-limit-kept", made, "到期当天办结")
    plan.expect("compliant", base + "complaints-taken-up", made, "第15天受理")
    _of_the_year_before(book, plan)
    book.change(Complaint, complaint(8), closed=date(2024, 1, 4))
    subject = ("Complaint", complaint(8))
    plan.expect("violated", base + "time-limit-kept", subject, "到期没有办结")
    why = "一件当年到期的到第二年才办结：办结率不到100%"
    plan.expect("violated", base + "all-closed", ("HealthAuthority", MAIN), why, period=whole(2023))


def _of_the_year_before(book: Book, plan: Plan) -> None:
    made = add_complaint(book, "TS-V6", date(2022, 12, 5), "网络")
    book.change(Complaint, made.id, closed=date(2024, 1, 2))
    why = "上年转来的一件拖到下一年才办结"
    rule = "gx-2023/4.17/carried-over-all-closed"
    plan.expect("violated", rule, ("HealthAuthority", MAIN), why, period=whole(2023))
    plan.expect("violated", "gx-2022/2.4.16/fed-back-problems-dealt-with", made, why)


def _leads(book: Book, plan: Plan) -> None:
    def at(name: str) -> tuple[str, str]:
        return "Lead", f"XS-{name}"

    book.change(Lead, "XS-非法行医", closed=date(2023, 2, 13) + timedelta(days=61))
    rule = "gx-2023/3.12/leads-on-illegal-practice-investigated"
    plan.expect("violated", rule, at("非法行医"), "第61天才办结，期限为60天", failed=("按期办结",))
    plan.expect("compliant", "gx-2023/4.17/every-problem-found-is-investigated", at("非法行医"), "期限为90天")
    book.change(Lead, "XS-广告", closed=None, outcome="办理中")
    both = ("按期办结", "有查办结果")
    rule = "gx-2023/3.13/leads-on-advertisements-investigated"
    plan.expect("violated", rule, at("广告"), "两年了还在办理", failed=both)
    book.change(Lead, "XS-大处方", closed=date(2022, 8, 15) + timedelta(days=91))
    rule = "gx-2022/2.4.17/big-prescription-leads-followed"
    plan.expect("violated", rule, at("大处方"), "第91天才办结，期限为90天", failed=("期限内办结",))
    book.change(Lead, "XS-红包", outcome=MISSING)
    rule = "gx-2021/3.2.2/leads-investigated"
    plan.expect("undetermined", rule, at("红包"), "办理结果没有登记")


def _findings(book: Book, plan: Plan) -> None:
    rule = "gx-2023/4.16/poor-work-unit-talked-to"
    for name, days, status in (("FX-V2", 31, "violated"), ("FX-N1", 30, "compliant")):
        found = date(2023, 5, 16)
        made = add_finding(book, name, CLINIC, VISIT, found, ("行风工作不力",))
        add_talk(book, f"YT-{name}", CLINIC, name, found + timedelta(days=days))
        plan.expect(status, rule, made, f"第{days}天约谈，期限为30天")  # type: ignore[arg-type]
    book.change(Measure, "YT-01", finding=MISSING)
    plan.expect("undetermined", rule, ("Finding", POOR_WORK), "为什么约谈没有登记")
    due = book.get(Finding, SCREENED).due
    assert isinstance(due, date)
    late = due + timedelta(days=1)
    book.change(Rectification, f"ZG-{SCREENED}", completed=late, reported=late)
    rule = "gx-2022/2.4.18/problems-found-put-right"
    plan.expect("violated", rule, ("Finding", SCREENED), "整改晚了一天")
    inspection = key(MAIN, "自查", 2022)
    made = add_finding(book, "FX-N2", MAIN, inspection, date(2022, 11, 21), (SCREENING,))
    add_rectification(book, made, date(2022, 11, 21) + timedelta(days=60))
    plan.expect("compliant", rule, made, "到期当天整改完成")
