"""Pay that does not depend on how the hospital was assessed; schemes decided elsewhere; communities on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.days import DAY_BEFORE
from hospital.ordinary.bodies import CITY, HOSPITAL, OTHER_CITY, PRIVATE, PROVINCE, PROVINCIAL, TCM_BUREAU
from hospital.ordinary.creation import add_community, community
from hospital.ordinary.meetings import add_decision
from hospital.ordinary.pay import add_scheme, coordination, scheme
from hospital.planted.found import body
from qinglian_rules.facts.communities import MedicalCommunity
from qinglian_rules.facts.ethics import PayScheme
from qinglian_rules.facts.governance import Coordination

_LINKED = "ha-2024/1.2/pay-linked-to-the-national-assessment"
_OWN = "ha-2024/1.2/hospital-decides-its-own-pay-scheme"
_COORDINATED = "ha-2024/1.2/departments-coordinate-on-pay"
_WATCHED = "ha-2024/1.3/community-watched"
_YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns pay and medical communities."""
    _not_linked(book, plan)
    _decided_elsewhere(book, plan)
    _coordination(book, plan)
    _communities(book, plan)
    _yearly_watch(book, plan)


def _not_linked(book: Book, plan: Plan) -> None:
    apart: dict[str, Any] = {"linked_to_hospital_appraisal": False}
    unsaid: dict[str, Any] = {"linked_to_hospital_appraisal": MISSING}
    lines: tuple[tuple[str, str, tuple[date, date | None], dict[str, Any], Status, str], ...] = (
        ("XC-A1", HOSPITAL, (date(2024, 9, 1), None), apart, "violated", "临床科室奖金方案只与个人考核挂钩"),
        ("XC-A2", HOSPITAL, (date(2022, 1, 1), date(2024, 3, 17)), apart, "violated", "没有挂钩，印发当日才停止施行"),
        ("XC-C1", HOSPITAL, (date(2022, 1, 1), DAY_BEFORE), apart, "not_applicable", "没有挂钩，印发前一天停止施行"),
        ("XC-C2", PRIVATE, (date(2022, 1, 1), None), apart, "not_applicable", "民营医院，本项只约束公立医院"),
        ("XC-B1", HOSPITAL, (date(2024, 10, 1), None), unsaid, "undetermined", "与什么考核挂钩没有登记"),
    )
    for key, owner, days, values, status, why in lines:
        plan.expect(status, _LINKED, add_scheme(book, key, owner, days, None, **values), why)


def _decided_elsewhere(book: Book, plan: Plan) -> None:
    superior = add_decision(book, "JC-薪酬-省", date(2023, 6, 25), "重大事项决策", meeting=None, body=PROVINCE)
    book.change(PayScheme, scheme(PROVINCIAL), decision=superior.id)
    plan.expect("violated", _OWN, body(PROVINCIAL), "薪酬分配方案是省卫生健康委定的，医院没有自主决定")


def _coordination(book: Book, plan: Plan) -> None:
    book.change(Coordination, coordination(OTHER_CITY), partners=())
    why = "没有别的部门参与"
    plan.expect("violated", _COORDINATED, body(OTHER_CITY), why, period=_YEAR)
    book.change(Coordination, coordination(TCM_BUREAU), topics=MISSING)
    why = "协调的内容没有登记"
    plan.expect("undetermined", _COORDINATED, body(TCM_BUREAU), why, period=_YEAR)
    book.change(Coordination, coordination(CITY), held=date(2024, 12, 31))
    plan.expect("compliant", _COORDINATED, body(CITY), "当年的最后一天协调", period=_YEAR)


def _communities(book: Book, plan: Plan) -> None:
    rules = {
        "leadership": "ha-2024/1.3/community-has-leadership",
        "internal_rules": "ha-2024/1.3/community-works-by-rules",
        "payment_reformed": "ha-2024/1.3/community-paid-in-a-reformed-way",
    }
    lines: tuple[tuple[str, str, Any, Status, str], ...] = (
        ("YGT-A1", "leadership", None, "violated", "没有领导机构"),
        ("YGT-A2", "internal_rules", None, "violated", "没有内部运行制度"),
        ("YGT-A3", "payment_reformed", False, "violated", "没有实行医保支付方式改革"),
        ("YGT-B1", "payment_reformed", MISSING, "undetermined", "是否实行没有登记"),
    )
    for key, name, value, status, why in lines:
        made = add_community(book, key, leadership=f"JG-{community(1)}")
        book.change(MedicalCommunity, key, **{name: value})
        plan.expect(status, rules[name], made, why)


def _yearly_watch(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("YGT-A4", {"evaluated": date(2023, 12, 29)}, "violated", ("评估",), "最近一次评估在上一年"),
        ("YGT-A5", {"appraised": None}, "violated", ("考核",), "从来没有考核"),
        ("YGT-B2", {"monitored": MISSING}, "undetermined", (), "监测日期没有登记"),
        ("YGT-C1", {"appraised": date(2024, 12, 31)}, "compliant", (), "当年的最后一天考核"),
    )
    for key, values, status, failed, why in lines:
        made = add_community(book, key, leadership=f"JG-{community(1)}", **values)
        plan.expect(status, _WATCHED, made, why, period=_YEAR, failed=failed)
