"""Cases of the area: penalties too late or by the wrong office, scores, bulletins, transfers, those who answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan
from made.days import whole
from pydantic import MISSING

from authority.ordinary.bodies import CLINIC, INSURANCE, MAIN, PRIVATE, PUBLIC
from authority.ordinary.clinical import pharmacist_of
from authority.ordinary.enforcement import (
    KICKBACK,
    Wrong,
    accountability,
    add_case,
    bulletin,
    company_measure,
    lessons,
    sanction,
    score,
    transfer,
)
from qinglian_rules.facts.misconduct import (
    Accountability,
    Bulletin,
    CaseTransfer,
    CompanyMeasure,
    Measure,
    MisconductCase,
    PracticeScore,
    Sanction,
)
from qinglian_rules.facts.supervision import Rectification
from qinglian_rules.facts.visits import BlacklistEntry

RED_PACKET = "AJ-V2"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns cases."""
    _penalties(book, plan)
    _scores_and_bulletins(book, plan)
    _company(book, plan)
    _transfers(book, plan)
    _who_answers(book, plan)
    _too_many(book, plan)
    _red_packet(book, plan)
    _unreasonable(book, plan)


def _violated(plan: Plan, rule: str, case: str, why: str, failed: tuple[str, ...] = ()) -> None:
    plan.expect("violated", rule, ("MisconductCase", case), why, failed=failed)


def _verified(book: Book, case: str) -> date:
    day = book.get(MisconductCase, case).verified_on
    assert isinstance(day, date)
    return day


def _penalties(book: Book, plan: Plan) -> None:
    why = "查实后第91天才处罚，期限为90天"
    book.change(Sanction, sanction("AJ-01"), imposed=_verified(book, "AJ-01") + timedelta(days=91))
    _violated(plan, "gx-2023/3.12/illegal-practice-punished", "AJ-01", why, ("非法医疗美容",))
    # The general rules, that every case is dealt with, say no more than this.
    _violated(plan, "gx-2022/2.4.19/private-cases-dealt-with", "AJ-01", why)
    _violated(plan, "gx-2023/3.15/harm-to-health-rights-punished", "AJ-01", why, ("损害",))
    book.change(Sanction, sanction("AJ-10"), imposed=_verified(book, "AJ-10") + timedelta(days=90))
    near, why = ("MisconductCase", "AJ-10"), "正好第90天处罚"
    plan.expect("compliant", "gx-2023/3.12/illegal-practice-punished", near, why)
    book.change(Sanction, sanction("AJ-02"), body=INSURANCE)
    book.change(CaseTransfer, transfer("AJ-02", "市场监管部门"), recipient="税务部门")
    why = "违法广告没有由卫生健康部门处罚，也没有移送市场监管部门"
    _violated(plan, "gx-2023/3.13/illegal-advertisers-punished", "AJ-02", why)
    book.change(Sanction, sanction("AJ-12"), case=MISSING)
    near, why = ("MisconductCase", "AJ-12"), "这份处罚决定针对哪一起案件没有登记"
    for rule in (
        "gx-2022/2.3.14/one-dealt-with",
        "gx-2022/2.4.17/unlawful-practice-dealt-with",
        "gx-2022/2.4.19/private-cases-dealt-with",
    ):
        plan.expect("undetermined", rule, near, why)


def _scores_and_bulletins(book: Book, plan: Plan) -> None:
    book.change(PracticeScore, score("AJ-03"), institution=CLINIC)
    rule = "gx-2022/2.4.17/bad-practice-of-institutions-scored"
    _violated(plan, rule, "AJ-03", "记到了别的机构名下")
    book.change(PracticeScore, score("AJ-11"), institution=MISSING)
    plan.expect("undetermined", rule, ("MisconductCase", "AJ-11"), "记给了谁没有登记")
    book.change(PracticeScore, score("AJ-12"), scored=_verified(book, "AJ-12") + timedelta(days=60))
    plan.expect("compliant", rule, ("MisconductCase", "AJ-12"), "正好第60天记分")
    book.change(Bulletin, bulletin("AJ-06"), scope="系统内")
    rule = "gx-2022/2.4.17/typical-cases-made-known"
    _violated(plan, rule, "AJ-06", "典型案件只在系统内通报", ("曝光",))
    book.change(Bulletin, bulletin("AJ-04"), scope="科室内")
    _violated(plan, "gx-2022/2.3.14/many-warned", "AJ-04", "只在一个科室里通报")
    book.remove(Rectification, lessons("AJ-05"))
    _violated(plan, "gx-2022/2.3.14/lessons-drawn-from-each-case", "AJ-05", "没有以案促改")


def _company(book: Book, plan: Plan) -> None:
    book.change(Bulletin, bulletin(KICKBACK), body=PUBLIC)
    why = "只有医院自己通报，卫生健康委没有通报"
    _violated(plan, "gx-2021/4.4/kickback-cases-circulated", KICKBACK, why)
    book.change(CompanyMeasure, company_measure("行业禁入"), measure="暂停采购", credit_grade=None, basis=None)
    book.remove(BlacklistEntry, "HM-1")
    _violated(plan, "gx-2021/2/interest-transfer-banned", KICKBACK, "暂停采购不是行业禁入")
    subject = ("CompanyMeasure", company_measure("行业禁入"))
    rule = "gx-2021/4.2/discretion-standard-cited"
    plan.expect("violated", rule, subject, "没有写明裁量基准")
    book.change(CompanyMeasure, company_measure("信用评级"), credit_grade=None)
    _violated(plan, "gx-2021/4.2/credit-rating-relied-on", KICKBACK, "没有评定失信等级")


def _transfers(book: Book, plan: Plan) -> None:
    late = transfer(KICKBACK, "市场监管部门")
    started = book.get(CaseTransfer, late).transferred
    assert isinstance(started, date)
    book.change(CaseTransfer, late, investigated=started + timedelta(days=61))
    rule = "gx-2021/4.2/market-regulators-investigate"
    plan.expect("violated", rule, ("CaseTransfer", late), "第61天才开展调查，期限为60天")
    tax = transfer(KICKBACK, "税务部门")
    book.change(CaseTransfer, tax, investigated=started + timedelta(days=60))
    plan.expect("compliant", "gx-2021/4.2/tax-leads-checked", ("CaseTransfer", tax), "正好第60天开展核查")
    police = transfer(KICKBACK, "公安机关")
    book.change(CaseTransfer, police, investigated=MISSING)
    rule = "gx-2021/4.2/police-investigate"
    plan.expect("undetermined", rule, ("CaseTransfer", police), "是否开展调查没有反馈")
    own = transfer("AJ-10", "公安机关")
    book.change(CaseTransfer, own, recipient="纪检监察机关", investigated=None)
    why = "涉嫌犯罪，移送的却不是司法机关"
    _violated(plan, "gx-2022/2.4.17/suspected-crime-transferred", "AJ-10", why)


def _who_answers(book: Book, plan: Plan) -> None:
    verified = _verified(book, "AJ-08")
    late: dict[str, Any] = {"decided": verified + timedelta(days=61), "examined": verified + timedelta(days=62)}
    book.change(Accountability, accountability("AJ-08"), **late)
    _violated(plan, "gx-2021/4.4/inaction-called-to-account", "AJ-08", "第61天才问责，期限为60天")
    subject = ("Accountability", accountability("AJ-08"))
    rule = "gx-2021/4.4/responsibility-pursued-to-the-end"
    plan.expect("violated", rule, subject, "决定以后才查清责任")
    book.remove(Measure, "CS-AJ-09")
    rule = "gx-2022/3.2/poor-performance-dealt-with"
    _violated(plan, rule, "AJ-09", "追了责，没有督促整改", ("督促整改",))


def _too_many(book: Book, plan: Plan) -> None:
    """A third case of the private hospital in 2023; the second of its kind in the area, as in the year before."""
    add_case(book, Wrong("AJ-V1", PRIVATE, "违规收费", date(2023, 6, 5), date(2023, 7, 10), scored=True))
    why, year = "全年三起案件，年后三十天内没有约谈", whole(2023)
    rule = "gx-2023/4.16/frequent-cases-unit-talked-to"
    plan.expect("violated", rule, ("Hospital", PRIVATE), why, period=year)
    rule, why = "gx-2023/4.16/fewer-cases-of-malpractice", "两起，和上一年一样多，没有减少"
    plan.expect("violated", rule, ("HealthAuthority", MAIN), why, period=year)
    plan.expect("compliant", "gx-2023/4.16/fewer-cases-of-bribery", ("HealthAuthority", MAIN), "没有发生", period=year)


def _red_packet(book: Book, plan: Plan) -> None:
    """One major case: penalty in time, but nobody was called in, told, or asked who leads."""
    taker = pharmacist_of(PUBLIC)
    add_case(book, Wrong(RED_PACKET, PUBLIC, "收受红包", date(2023, 4, 3), date(2023, 5, 8), person=taker))
    book.change(MisconductCase, RED_PACKET, major=True)
    _violated(plan, "gx-2021/2/red-packet-taken-as-verified", RED_PACKET, "查实收受“红包”，三份文件都不许")
    rule, why = "gx-2023/4.16/major-case-unit-talked-to", "重大案件发生后没有约谈单位"
    _violated(plan, rule, RED_PACKET, why, ("“红包”案件",))
    subject = ("Sanction", sanction(RED_PACKET))
    plan.expect("violated", "gx-2023/4.16/head-examined-at-the-same-time", subject, "没有同时追查主要领导")
    rule = "gx-2023/4.16/leader-in-charge-examined-at-the-same-time"
    plan.expect("violated", rule, subject, "没有同时追查分管领导")
    rule, why = "gx-2021/4.4/red-packet-cases-circulated", "市卫生健康委按期通报了"
    plan.expect("compliant", rule, ("MisconductCase", RED_PACKET), why)


def _unreasonable(book: Book, plan: Plan) -> None:
    """One needless examination: all that follows is in good time, the examination itself is not undone by it."""
    add_case(book, Wrong("AJ-V3", PUBLIC, "过度检查", date(2024, 2, 5), date(2024, 3, 11)))
    _violated(plan, "gx-2022/2.3.11/unreasonable-care-as-verified", "AJ-V3", "查实过度检查", ("检查",))
