"""Companies that gave: leads that were kept, sanctions that did not come; and leaders who did nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan, Status
from made.days import span
from made.papers import finding_key
from pydantic import MISSING

from hospital.days import workdays_after
from hospital.ordinary.bodies import COMPANIES
from hospital.ordinary.misconduct import (
    add_accountability,
    add_case,
    add_lead,
    add_transfer,
    company_case,
    find,
    inaction_case,
)
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.misconduct import Accountability, Bulletin, CaseTransfer, CompanyMeasure, Recipient
from qinglian_rules.facts.reports import ReportSubmission
from qinglian_rules.facts.visits import BlacklistEntry

_REPORTED = "gx-2021/3.3.4/verified-kickback-reported"
_PUNISHED = "gx-2021/2/interest-transfer-punished"
_SEVERELY = "gx-2021/2/interest-transfer-punished-severely"
_BANNED = "gx-2021/2/interest-transfer-banned"
_HANDED_OVER = "gx-2021/2/interest-transfer-lead-handed-over"
_DEALT_WITH = "gx-2021/4.2/companies-in-cases-dealt-with"
_CREDIT = "gx-2021/4.2/credit-rating-relied-on"
_BASIS = "gx-2021/4.2/discretion-standard-cited"
_FITS = "gx-2021/4.2/measure-fits-the-case"
_CIRCULATED = "gx-2021/4.4/kickback-cases-circulated"
_CALLED = "gx-2021/4.4/inaction-called-to-account"
_CALLED_SEVERELY = "gx-2021/4.4/inaction-called-to-account-severely"
_PURSUED = "gx-2021/4.4/responsibility-pursued-to-the-end"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns companies and inaction."""
    _reports(book, plan)
    _sanctions(book, plan)
    _measures(book, plan)
    _just_verified(book, plan)
    _leads(book, plan)
    _other_authorities(book, plan)
    _inaction(book, plan)


def _reports(book: Book, plan: Plan) -> None:
    verified = date(2023, 9, 28)
    company_case(book, "AJ-C1", COMPANIES[0], date(2023, 7, 3), verified)
    _receive(book, "AJ-C1", workdays_after(verified, 5))
    why = "9月28日核实，国庆后调休上班，10月11日是第5个工作日"
    plan.expect("compliant", _REPORTED, ("MisconductCase", "AJ-C1"), why)

    company_case(book, "AJ-C2", COMPANIES[1], date(2023, 7, 4), verified)
    _receive(book, "AJ-C2", workdays_after(verified, 6))
    plan.expect("violated", _REPORTED, ("MisconductCase", "AJ-C2"), "第6个工作日才收到，医院规定5个")

    company_case(book, "AJ-C3", COMPANIES[2], date(2024, 3, 5), date(2024, 5, 8))
    book.change(ReportSubmission, "BS-AJ-C3", case=MISSING)
    plan.expect("undetermined", _REPORTED, ("MisconductCase", "AJ-C3"), "有一份案件上报，没有写是哪个案件")


def _receive(book: Book, case: str, received: date) -> None:
    book.change(ReportSubmission, f"BS-{case}", received=received, sent=received)


def _sanctions(book: Book, plan: Plan) -> None:
    verified = date(2022, 10, 12)
    talked = company_case(book, "AJ-C4", COMPANIES[3], date(2022, 8, 1), verified)
    book.change(CompanyMeasure, "CJ-AJ-C4", measure="约谈")
    plan.expect("violated", _PUNISHED, talked, "只约谈了企业，约谈不是惩处")
    plan.expect("compliant", _DEALT_WITH, talked, "约谈算依据信用评级采取的措施")

    nothing = company_case(book, "AJ-C5", COMPANIES[5], date(2022, 8, 2), verified)
    _drop_measure(book, "AJ-C5")
    plan.expect("violated", _DEALT_WITH, nothing, "对涉案企业没有任何措施；报告列出专门规定的一条")
    plan.expect("violated", _CREDIT, nothing, "没有任何决定写明失信等级")

    late = company_case(book, "AJ-C6", COMPANIES[6], date(2022, 8, 3), verified)
    days = span(verified + timedelta(days=61), date(2026, 12, 31))
    book.change(BlacklistEntry, "HM-AJ-C6", span=days)
    plan.expect("violated", _BANNED, late, "第61天才列入黑名单，医院规定60天")

    timely = company_case(book, "AJ-C7", COMPANIES[8], date(2022, 8, 4), verified)
    book.change(CompanyMeasure, "CJ-AJ-C7", decided=verified + timedelta(days=60))
    book.change(BlacklistEntry, "HM-AJ-C7", span=span(verified + timedelta(days=60)))
    plan.expect("compliant", _PUNISHED, timely, "第60天暂停采购")
    plan.expect("compliant", _BANNED, timely, "第60天列入黑名单")

    lenient = company_case(book, "AJ-C8", COMPANIES[9], date(2022, 8, 5), verified)
    book.change(Judgement, finding_key("AJ-C8", _SEVERELY), finding="不符合")
    plan.expect("violated", _SEVERELY, lenient, "纪检监察部门认定惩处与情节不相称")
    book.change(Bulletin, "TB-AJ-C8", cases=())
    plan.expect("violated", _CIRCULATED, lenient, "通报里没有这个案件")


def _drop_measure(book: Book, case: str) -> None:
    book.remove(CompanyMeasure, f"CJ-{case}")
    book.remove(Judgement, finding_key(f"CJ-{case}", _FITS))


def _measures(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], Status, str, str], ...] = (
        ("AJ-D1", {"credit_grade": None}, "violated", _CREDIT, "措施没有写明失信等级"),
        ("AJ-D2", {"basis": None}, "violated", _BASIS, "措施没有写明裁量依据"),
        ("AJ-D3", {"basis": MISSING}, "undetermined", _BASIS, "决定书缺页，不知道有没有裁量依据"),
    )
    for number, (key, values, status, rule, why) in enumerate(lines):
        case = company_case(book, key, COMPANIES[number], date(2024, 6, 3), date(2024, 8, 5))
        book.change(CompanyMeasure, f"CJ-{key}", **values)
        plan.expect(status, rule, case if rule == _CREDIT else ("CompanyMeasure", f"CJ-{key}"), why)
    book.remove(Judgement, finding_key("CJ-AJ-D1", _FITS))
    plan.expect("undetermined", _FITS, ("CompanyMeasure", "CJ-AJ-D1"), "措施与失信等级是否相应还没有认定")


def _just_verified(book: Book, plan: Plan) -> None:
    """Verified so late that some limits are not over, and one cannot be reckoned."""
    case = company_case(book, "AJ-E1", COMPANIES[11], date(2024, 11, 18), date(2025, 1, 24))
    book.remove(ReportSubmission, "BS-AJ-E1")
    why = "广西2025年2月以后的放假安排没有收录，算不出第5个工作日是哪天"
    plan.expect("undetermined", _REPORTED, case, why)
    plan.expect("pending", _SEVERELY, case, "60天还没有到，尚未认定")
    plan.expect("pending", _CIRCULATED, case, "90天还没有到，尚未通报")


def _leads(book: Book, plan: Plan) -> None:
    received = date(2024, 1, 15)
    lines: tuple[tuple[str, int | None, Status, str], ...] = (
        ("XS-D1", None, "violated", "线索没有移送"),
        ("XS-D2", 31, "violated", "第31天才移送，医院规定30天"),
        ("XS-D3", 30, "compliant", "第30天移送"),
    )
    for number, (key, days, status, why) in enumerate(lines):
        lead = add_lead(book, key, received, "输送回扣", company=COMPANIES[number])
        if days is not None:
            add_transfer(book, f"YS-{key}", received + timedelta(days=days), "市场监管部门", lead=key)
        plan.expect(status, _HANDED_OVER, lead, why)


def _other_authorities(book: Book, plan: Plan) -> None:
    lead = add_lead(book, "XS-E1", date(2024, 2, 1), "输送回扣", company=COMPANIES[4])
    transferred = date(2024, 2, 20)
    lines: tuple[tuple[str, Recipient, Any, Status, str, str], ...] = (
        ("YS-E1", "市场监管部门", None, "violated", "market-regulators-investigate", "移送之后没有开展调查"),
        ("YS-E2", "药监部门", 60, "compliant", "market-regulators-investigate", "第60天开展调查"),
        ("YS-E3", "税务部门", 61, "violated", "tax-leads-checked", "第61天才核查，规定60天"),
        ("YS-E4", "税务部门", MISSING, "undetermined", "tax-leads-checked", "税务部门没有反馈"),
        ("YS-E5", "公安机关", MISSING, "undetermined", "police-investigate", "公安机关没有反馈"),
        ("YS-E6", "公安机关", None, "violated", "police-investigate", "移送之后公安机关没有开展调查"),
        ("YS-E7", "公安机关", 60, "compliant", "police-investigate", "第60天开展调查"),
    )
    for key, recipient, after, status, rule, why in lines:
        add_transfer(book, key, transferred, recipient, lead=lead.id)
        begun = transferred + timedelta(days=after) if isinstance(after, int) else after
        book.change(CaseTransfer, key, investigated=begun)
        plan.expect(status, f"gx-2021/4.2/{rule}", ("CaseTransfer", key), why)


def _inaction(book: Book, plan: Plan) -> None:
    verified = date(2023, 11, 6)
    ignored = inaction_case(book, "AJ-F1", "R092", date(2023, 9, 1), verified)
    book.remove(Accountability, "WZ-AJ-F1")
    plan.expect("violated", _CALLED, ignored, "查实失职之后没有问责")
    inaction_case(book, "AJ-F2", "R099", date(2023, 9, 4), verified)
    book.change(Accountability, "WZ-AJ-F2", examined=None)
    plan.expect("violated", _PURSUED, ("Accountability", "WZ-AJ-F2"), "没有查清责任就作了决定")
    late = inaction_case(book, "AJ-F3", "R094", date(2023, 9, 5), verified)
    book.change(Accountability, "WZ-AJ-F3", decided=verified + timedelta(days=61))
    plan.expect("violated", _CALLED, late, "第61天才问责，医院规定60天")

    cleared = add_case(book, "AJ-F4", "失职失责", date(2023, 9, 6), person="R086", verified_on=verified)
    add_accountability(book, cleared, verified + timedelta(days=60), result="通报")
    plan.expect("compliant", _CALLED, cleared, "第60天问责")
    plan.expect("undetermined", _CALLED_SEVERELY, cleared, "问责是否严肃还没有认定")
    mild = add_case(book, "AJ-F5", "失职失责", date(2023, 9, 7), person="R084", verified_on=verified)
    add_accountability(book, mild, verified + timedelta(days=20))
    find(book, _CALLED_SEVERELY, ("违规案件", mild.id), verified + timedelta(days=30), "上级卫生健康行政部门", "不符合")
    plan.expect("violated", _CALLED_SEVERELY, mild, "上级认定问责与失职情节不相称")
