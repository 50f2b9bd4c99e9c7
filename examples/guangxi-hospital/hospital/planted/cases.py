"""Cases of persons: leads that lay about, takers who were not dealt with, crimes that were not handed over."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.misconduct import (
    add_bulletin,
    add_case,
    add_lead,
    add_sanction,
    add_transfer,
    find,
)
from qinglian_rules.facts.engine import FindingWord
from qinglian_rules.facts.misconduct import MisconductCase, Recipient, Sanction

_LEADS = "gx-2021/3.2.2/leads-investigated"
_INVESTIGATED = "gx-2023/4.17/every-problem-found-is-investigated"
_RED_PACKET = "gx-2021/2/red-packet-taken-as-verified"
_KICKBACK = "gx-2021/2/kickback-taken-as-verified"
_UNREGISTERED = "查实收受，利益往来没有登记，以个案为准"
_DEALT_WITH = "gx-2021/3.2.2/takers-dealt-with"
_CIRCULATED = "gx-2021/4.4/red-packet-cases-circulated"
_PUNISHED = "gx-2021/3.3.4/kickback-taker-punished"
_SEVERELY = "gx-2021/3.3.4/kickback-taker-punished-severely"
_TRANSFERRED = "gx-2021/3.3.4/suspected-crime-transferred"
_BOTH = ("已处罚", "根据金额")


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns leads and cases of persons."""
    _leads(book, plan)
    _red_packet_cases(book, plan)
    _asked_for(book, plan)
    _red_packet_cases_not_settled(book, plan)
    _kickback_cases(book, plan)
    _crimes(book, plan)
    _by_case_alone(book, plan)


def _leads(book: Book, plan: Plan) -> None:
    received = date(2023, 9, 5)
    ninety = received + timedelta(days=90)
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("XS-A1", {"closed": received + timedelta(days=91)}, "violated", ("按期办结",), "第91天才办结，医院规定90天"),
        ("XS-A2", {"closed": None, "outcome": "办理中"}, "violated", ("按期办结", "有查办结果"), "一年多没有办结"),
        ("XS-A3", {"outcome": "办理中"}, "violated", ("有查办结果",), "记作办结，但没有查办结果"),
        ("XS-B1", {"outcome": MISSING}, "undetermined", (), "办结了，结果没有登记"),
        ("XS-B2", {"closed": MISSING}, "undetermined", (), "有结果，不知道哪天办结"),
        ("XS-C1", {"closed": ninety, "due": ninety}, "compliant", (), "第90天办结"),
    )
    for key, values, status, failed, why in lines:
        add_lead(book, key, received, "收受红包", **{"outcome": "不属实", **values})
        for rule in (_LEADS, _INVESTIGATED):
            plan.expect(status, rule, ("Lead", key), why, failed=failed)
    add_lead(book, "XS-C2", date(2024, 12, 20), "收受红包", closed=None, outcome="办理中")
    plan.expect("pending", _LEADS, ("Lead", "XS-C2"), "2024年12月20日收到，90天还没有到")


def _red_packet_cases(book: Book, plan: Plan) -> None:
    """Cases of 2022, so that the veto of 2023 has no part in them."""
    verified = date(2022, 6, 10)
    lines: tuple[tuple[str, int | None, int | None, Status, Status, str, str], ...] = (
        ("AJ-A1", None, 30, "violated", "compliant", "查实之后没有处理", "通报及时"),
        ("AJ-A2", 61, 90, "violated", "compliant", "第61天才处理，医院规定60天", "第90天通报"),
        ("AJ-A3", 60, 91, "compliant", "violated", "第60天处理", "第91天才通报，规定90天"),
        ("AJ-A4", 20, None, "compliant", "violated", "处理及时", "市卫生健康委没有通报"),
    )
    for key, sanctioned, circulated, dealt_with, told, why, why_told in lines:
        case = add_case(book, key, "收受红包", date(2022, 5, 2), person="R043", verified_on=verified)
        if sanctioned is not None:
            add_sanction(book, case, verified + timedelta(days=sanctioned))
        if circulated is not None:
            add_bulletin(book, case, verified + timedelta(days=circulated))
        plan.expect(dealt_with, _DEALT_WITH, case, why)
        plan.expect(told, _CIRCULATED, case, why_told)
        plan.expect("violated", _RED_PACKET, case, _UNREGISTERED)
    own = add_case(book, "AJ-A5", "收受红包", date(2022, 5, 3), person="R044", verified_on=verified)
    add_sanction(book, own, date(2022, 7, 1))
    add_bulletin(book, own, date(2022, 7, 4), HOSPITAL)
    plan.expect("violated", _CIRCULATED, own, "只有医院自己的通报，不能代替市卫生健康委")
    plan.expect("violated", _RED_PACKET, own, _UNREGISTERED)


def _asked_for(book: Book, plan: Plan) -> None:
    verified = date(2022, 6, 10)
    asked = add_case(book, "AJ-A6", "索取红包", date(2022, 5, 4), person="R046", verified_on=verified)
    add_sanction(book, asked, date(2022, 7, 1))
    add_bulletin(book, asked, date(2022, 7, 4))
    rule = "gx-2021/2/red-packet-asked-for-as-verified"
    plan.expect("violated", rule, asked, "查实索取“红包”，利益往来没有登记，以个案为准")
    plan.expect("compliant", _DEALT_WITH, asked, "查实之后及时处理")


def _red_packet_cases_not_settled(book: Book, plan: Plan) -> None:
    unsaid = {"verified": MISSING, "verified_on": MISSING}
    open_case = add_case(book, "AJ-B1", "收受红包", date(2024, 3, 4), person="R045", **unsaid)
    plan.expect("undetermined", _DEALT_WITH, open_case, "是否查实没有登记")
    plan.expect("undetermined", _CIRCULATED, open_case, "是否查实没有登记")
    plan.expect("undetermined", _RED_PACKET, open_case, "是否查实没有登记")
    fresh = add_case(book, "AJ-B2", "收受红包", date(2024, 12, 11), person="R048", verified_on=date(2025, 2, 10))
    plan.expect("pending", _DEALT_WITH, fresh, "2025年2月10日才查实，60天还没有到")
    plan.expect("violated", _RED_PACKET, fresh, _UNREGISTERED)
    plan.expect("pending", _CIRCULATED, fresh, "2025年2月10日才查实，90天还没有到")


def _kickback_cases(book: Book, plan: Plan) -> None:
    verified = date(2022, 5, 18)
    chains: tuple[tuple[str, str, int | None, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("AJ-K1", "LY-K1", 60, {}, "compliant", (), "第60天处罚，依据金额"),
        ("AJ-K2", "LY-K2", None, {}, "violated", _BOTH, "查实之后没有处罚"),
        ("AJ-K3", "", 25, {"amount_considered": False}, "violated", ("根据金额",), "处罚没有依据金额"),
        ("AJ-K4", "", 25, {"amount_considered": MISSING}, "undetermined", (), "不知道处罚是否依据金额"),
    )
    for key, benefit, days, values, status, failed, why in chains:
        day = verified if benefit != "LY-K2" else date(2022, 11, 4)
        occurred = day - timedelta(days=70)
        more = {"benefit": benefit or None, "amount": Decimal(12_000), "person": "R009" if benefit else "R025"}
        case = add_case(book, key, "收受回扣", occurred, verified_on=day, **more)
        if days is not None:
            add_sanction(book, case, day + timedelta(days=days), **values)
        add_bulletin(book, case, day + timedelta(days=45))
        if key != "AJ-K4":
            finding: FindingWord = "不符合" if key == "AJ-K3" else "符合"
            find(book, _SEVERELY, ("违规案件", key), day + timedelta(days=62), "纪检监察部门", finding)
        plan.expect(status, _PUNISHED, case, why, failed=failed)
        if not benefit:
            plan.expect("violated", _KICKBACK, case, _UNREGISTERED)
    plan.expect("violated", _SEVERELY, ("MisconductCase", "AJ-K3"), "纪检监察部门认定处罚与金额不相称")
    plan.expect("undetermined", _SEVERELY, ("MisconductCase", "AJ-K4"), "处罚是否从严还没有认定")


def _crimes(book: Book, plan: Plan) -> None:
    verified = date(2022, 5, 18)
    lines: tuple[tuple[str, Any, Recipient | None, int, Status, str], ...] = (
        ("AJ-X1", True, "公安机关", 30, "compliant", "第30天移送公安机关"),
        ("AJ-X2", True, "公安机关", 31, "violated", "第31天才移送，医院规定30天"),
        ("AJ-X3", True, "纪检监察机关", 10, "violated", "只移送了纪检监察机关"),
        ("AJ-X4", MISSING, None, 0, "undetermined", "是否涉嫌犯罪没有登记"),
    )
    for key, crime, recipient, days, status, why in lines:
        case = add_case(
            book, key, "收受回扣", date(2022, 4, 25), person="R050", verified_on=verified, crime_suspected=crime
        )
        _settle(book, case, verified)
        if recipient is not None:
            add_transfer(book, f"YS-{key}", verified + timedelta(days=days), recipient, case=key)
        plan.expect(status, _TRANSFERRED, case, why)
        plan.expect("violated", _KICKBACK, case, _UNREGISTERED)


def _settle(book: Book, case: MisconductCase, verified: date) -> Sanction:
    """Write what else follows a kickback case: penalty, finding, bulletin."""
    add_bulletin(book, case, verified + timedelta(days=45))
    find(book, _SEVERELY, ("违规案件", case.id), verified + timedelta(days=55), "纪检监察部门")
    return add_sanction(book, case, verified + timedelta(days=30))


def _by_case_alone(book: Book, plan: Plan) -> None:
    """What only a verified case shows."""
    asked = add_case(book, "AJ-Y1", "索取回扣", date(2022, 7, 8), person="R051", verified_on=date(2022, 8, 31))
    add_bulletin(book, asked, date(2022, 10, 10))
    plan.expect("violated", "gx-2021/2/no-kickback-asked-for", asked, "查实索取回扣")
    verified = date(2024, 8, 30)
    taken = add_case(book, "AJ-Y2", "收受其他不正当利益", date(2024, 7, 8), person="R052", verified_on=verified)
    plan.expect("violated", "gx-2021/2/no-other-improper-gain-taken", taken, "查实收受其他不正当利益")
    wanted = add_case(book, "AJ-Y3", "索取其他不正当利益", date(2024, 7, 9), person="R053", verified_on=verified)
    plan.expect("violated", "gx-2021/2/no-other-improper-gain-asked-for", wanted, "查实索取其他不正当利益")
    doubtful = add_case(book, "AJ-Y4", "收受其他不正当利益", date(2024, 9, 9), person="R054", verified=MISSING)
    plan.expect("undetermined", "gx-2021/2/no-other-improper-gain-taken", doubtful, "是否查实没有登记")
    unproved = add_case(book, "AJ-Y5", "索取回扣", date(2024, 9, 10), person="R056", verified=False, verified_on=None)
    plan.expect("compliant", "gx-2021/2/no-kickback-asked-for", unproved, "反映索取回扣，没有查实")
