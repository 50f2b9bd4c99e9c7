"""The four of 不放过: problems not cleared up, not set right, without anybody responsible, people not satisfied."""

from __future__ import annotations

from datetime import date
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.days import DAY_BEFORE
from hospital.ordinary.bodies import CITY
from hospital.ordinary.supervision import add_finding, inspection, rectification
from hospital.planted.found import find
from qinglian_rules.facts.engine import FindingWord
from qinglian_rules.facts.supervision import Finding, Rectification

_RULES = {
    "查清": "ha-2024/2.6/not-let-off-until-cleared-up",
    "整改": "ha-2024/2.6/not-let-off-until-set-right",
    "责任": "ha-2024/2.6/not-let-off-until-responsibility-settled",
    "群众": "ha-2024/2.6/not-let-off-until-people-satisfied",
}
_OF_BUILDING = inspection(CITY, "专项")


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns problems that inspections found."""
    _each_of_the_four(book, plan)
    _reports(book, plan)
    _nobody_asked(book, plan)
    _due(book, plan)
    _not_of_the_campaign(book, plan)


def _each_of_the_four(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, dict[str, Any], Status, str], ...] = (
        ("FX-A1", "查清", {"cleared": None}, "violated", "半年多了还没有查清"),
        ("FX-B1", "查清", {"cleared": MISSING}, "undetermined", "是否查清没有登记"),
        ("FX-C1", "查清", {"cleared": date(2025, 1, 20)}, "compliant", "晚查清也算查清"),
        ("FX-A3", "责任", {"department": None}, "violated", "责任没有落实到科室，也没有落实到人"),
        ("FX-B3", "责任", {"department": MISSING}, "undetermined", "没有落实到人，责任科室没有登记"),
        ("FX-C3", "责任", {"department": None, "person": "R154"}, "compliant", "责任落实到人"),
    )
    for number, (key, rule, values, status, why) in enumerate(lines):
        found = add_finding(book, key, _OF_BUILDING, date(2024, 6, 14), number, **values)
        plan.expect(status, _RULES[rule], found, why)


def _reports(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, dict[str, Any], Status, str], ...] = (
        ("FX-A2", "整改", {"state": "整改中", "completed": None, "verified": False}, "violated", "还在整改"),
        ("FX-A5", "整改", {"verified": False}, "violated", "自称整改到位，没有经过验收"),
        ("FX-B2", "整改", {"verified": MISSING}, "undetermined", "是否验收没有登记"),
        ("FX-C2", "整改", {"completed": date(2024, 12, 30)}, "compliant", "晚到位也算到位"),
        ("FX-A4", "群众", {"public_satisfied": False}, "violated", "群众不满意"),
        ("FX-B5", "群众", {"public_satisfied": None}, "undetermined", "没有征求群众意见，也没有人认定群众是否满意"),
        ("FX-B4", "群众", {"public_satisfied": MISSING}, "undetermined", "群众意见没有登记"),
    )
    for number, (key, rule, values, status, why) in enumerate(lines):
        found = add_finding(book, key, _OF_BUILDING, date(2024, 6, 14), number)
        book.change(Rectification, rectification(key), **values)
        plan.expect(status, _RULES[rule], found, why)
    nobody = add_finding(book, "FX-A7", _OF_BUILDING, date(2024, 6, 14), 3)
    book.remove(Rectification, rectification(nobody.id))
    for rule in ("整改", "群众"):
        plan.expect("violated", _RULES[rule], nobody, "没有整改报告")


def _nobody_asked(book: Book, plan: Plan) -> None:
    """Where the people were not asked, a person says whether they are satisfied."""
    lines: tuple[tuple[str, FindingWord, Status, str], ...] = (
        ("FX-A6", "不符合", "violated", "没有征求群众意见，行风办认定群众不满意"),
        ("FX-C6", "符合", "compliant", "没有征求群众意见，行风办认定群众满意"),
    )
    for key, word, status, why in lines:
        found = add_finding(book, key, _OF_BUILDING, date(2024, 6, 14), 4)
        book.change(Rectification, rectification(key), public_satisfied=None)
        find(book, found, "群众对整改结果是否满意", word, date(2024, 11, 5))
        plan.expect(status, _RULES["群众"], found, why)


def _due(book: Book, plan: Plan) -> None:
    """Problems of the year's last days: the day of judgement is the last one of their time, or the day after it."""
    of = inspection(CITY, "考核")
    lines: tuple[tuple[str, date, date | None, Status, str], ...] = (
        ("FX-A8", date(2024, 12, 13), date(2025, 2, 28), "violated", "整改期限是判定日的前一天"),
        ("FX-C8", date(2024, 12, 13), date(2025, 3, 1), "pending", "整改期限正是判定日"),
        ("FX-C9", date(2024, 12, 31), None, "pending", "没有写明期限，医院规定60天，到判定日正好60天"),
        ("FX-A9", date(2024, 12, 30), None, "violated", "没有写明期限，医院规定60天，已经过了一天"),
    )
    for key, found, due, status, why in lines:
        made = add_finding(book, key, of, found, 1, cleared=None, due=due)
        book.remove(Rectification, rectification(key))
        for rule in ("查清", "整改", "群众"):
            plan.expect(status, _RULES[rule], made, why)
        plan.expect("compliant", _RULES["责任"], made, "责任已经落实到科室")


def _not_of_the_campaign(book: Book, plan: Plan) -> None:
    values: dict[str, Any] = {"cleared": None, "department": None}
    other = add_finding(book, "FX-D1", inspection(CITY, "价格"), date(2024, 9, 6), 2, **values)
    early = add_finding(book, "FX-D2", inspection(CITY, "日常1"), DAY_BEFORE, 2, **values)
    own = add_finding(book, "FX-D3", inspection(CITY, "专项"), date(2024, 6, 14), 2, **values)
    book.change(Finding, own.id, inspection=None)
    for made, why in (
        (other, "价格检查发现的问题，不是清廉医院建设的检查"),
        (early, "文件印发的前一天发现"),
        (own, "职工自己反映的，不是检查发现的"),
    ):
        for rule in ("查清", "责任"):
            plan.expect("not_applicable", _RULES[rule], made, why)
