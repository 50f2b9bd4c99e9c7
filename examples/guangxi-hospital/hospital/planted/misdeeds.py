"""Misdeeds that the two later documents name: in bidding, selling, billing, promotion; and who must be talked to."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from made.days import span, whole
from pydantic import MISSING

from hospital.ordinary.authorities import add_finding, add_talk
from hospital.ordinary.benefits import IMPARTIAL, add_from_company, add_from_patient, judge
from hospital.ordinary.bodies import COMPANIES, HOSPITAL, PROVINCE
from hospital.ordinary.misconduct import (
    add_accountability,
    add_bulletin,
    add_case,
    add_lead,
    add_sanction,
    find,
)
from hospital.ordinary.programme import check
from hospital.ordinary.quality import set_right
from qinglian_rules.facts.misconduct import Behaviour, Lead, PracticeScore, Sanction, ScoredParty
from qinglian_rules.facts.visits import BlacklistEntry

_SUPERVISED, _CAMPAIGN, _CLEAN = "gx-2022/2.4.17", "gx-2022/2.4.18", "gx-2022/3.2"
_TAKEN, _TALKS = "gx-2023/3.14", "gx-2023/4.16"
_WITHIN: tuple[tuple[int, Status], ...] = ((0, "compliant"), (1, "violated"))
"""Days beyond the limit, and what comes of it."""


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns misdeeds."""
    _bidders(book, plan)
    _rectified(book, plan)
    _scored(book, plan)
    _practice(book, plan)
    _campaign(book, plan)
    _of_the_campaign_for_clean_hospitals(book, plan)
    _by_the_authority(book, plan)
    _taken_in_2023(book, plan)
    _verified_without_a_register(book, plan)
    _talks(book, plan)
    _leaders(book, plan)


def _bidders(book: Book, plan: Plan) -> None:
    verified = date(2024, 4, 8)
    for extra, status in _WITHIN:
        key, company = f"AJ-J{extra}", COMPANIES[5 + extra]
        more: dict[str, Any] = {"company": company, "verified_on": verified, "campaign": None}
        case = add_case(book, key, "招投标不良行为", date(2024, 2, 5), **more)
        book.add(
            BlacklistEntry(
                id=f"HM-{key}",
                body=HOSPITAL,
                span=span(verified + timedelta(days=60 + extra), date(2027, 12, 31)),
                company=company,
                representative=None,
                reason="招投标不良行为",
                case=key,
                decided_by="院长办公会",
                reported=True,
            )
        )
        why = f"查实后第{60 + extra}天列入黑名单，规定60天"
        plan.expect(status, "gx-2022/2.3.11/bad-bidders-blacklisted", case, why)


def _rectified(book: Book, plan: Plan) -> None:
    found = date(2023, 10, 16)
    lines: tuple[tuple[str, str, str, int, tuple[str, ...]], ...] = (
        ("核心", "医疗质量安全核心制度", "gx-2022/2.3.12/core-system-faults-put-right", 60, ()),
        ("薄弱", "廉洁风险防控薄弱环节", "gx-2022/2.3.14/weak-links-mended", 90, ("采取措施", "解决和纠正")),
        ("纠治", "红包礼金", f"{_CAMPAIGN}/problems-found-put-right", 90, ()),
    )
    for name, topic, rule, limit, failed in lines:
        inspection = check(HOSPITAL, "纠治", 2023) if name == "纠治" else None
        for extra, status in _WITHIN:
            made = add_finding(book, f"WT-{name}{extra}", inspection, found, topic, "制度没有落实")
            set_right(book, made.id, found + timedelta(days=limit + extra))
            names = failed if status == "violated" else ()
            plan.expect(status, rule, made, f"第{limit + extra}天整改，规定{limit}天", failed=names)


def _scored(book: Book, plan: Plan) -> None:
    verified = date(2024, 5, 13)
    parties: tuple[ScoredParty, ...] = ("医疗机构", "医师")
    more: dict[str, Any] = {"person": "R023", "verified_on": verified, "scored_parties": parties, "campaign": None}
    case = add_case(book, "AJ-J2", "违规收费", date(2024, 3, 4), **more)
    for person, days in ((None, 30), ("R023", 31)):
        book.add(
            PracticeScore(
                id=f"JF-{person}",
                body=PROVINCE,
                person=person,
                institution=HOSPITAL if person is None else None,
                case=case.id,
                behaviour="违规收费",
                points=Decimal(2),
                cycle=None,
                scored=verified + timedelta(days=days),
            )
        )
    plan.expect("compliant", f"{_SUPERVISED}/bad-practice-of-institutions-scored", case, "第30天记分")
    plan.expect("violated", f"{_SUPERVISED}/bad-practice-of-doctors-scored", case, "第31天才记分，规定30天")
    plan.expect("compliant", f"{_SUPERVISED}/unlawful-practice-dealt-with", case, "查实之后及时处理")
    unsaid: dict[str, Any] = {**more, "scored_parties": MISSING}
    blurred = add_case(book, "AJ-J3", "违规收费", date(2024, 3, 5), **unsaid)
    for who in ("institutions", "doctors"):
        rule = f"{_SUPERVISED}/bad-practice-of-{who}-scored"
        plan.expect("undetermined", rule, blurred, "应当给谁记分没有登记")


def _practice(book: Book, plan: Plan) -> None:
    received = date(2024, 6, 3)
    for extra, status in _WITHIN:
        closed = received + timedelta(days=90 + extra)
        lead = add_lead(book, f"XS-J{extra}", received, "大处方", closed=closed, outcome="不属实", campaign=None)
        failed = ("期限内办结",) if status == "violated" else ()
        why = f"第{90 + extra}天查清，规定90天"
        plan.expect(status, f"{_SUPERVISED}/big-prescription-leads-followed", lead, why, failed=failed)
    verified, rule = date(2024, 7, 1), f"{_SUPERVISED}/typical-cases-made-known"
    for key, scope, known in (("AJ-J4", "公开", True), ("AJ-J5", "系统内", False)):
        more: dict[str, Any] = {"person": "R024", "verified_on": verified, "typical": True, "campaign": None}
        case = add_case(book, key, "过度检查", date(2024, 5, 6), **more)
        add_bulletin(book, case, verified + timedelta(days=60), PROVINCE, scope=scope)
        status = "compliant" if known else "violated"
        plan.expect(status, rule, case, f"第60天{scope}通报", failed=() if known else ("曝光",))
        unreasonable = "gx-2022/2.3.11/unreasonable-care-as-verified"
        plan.expect("violated", unreasonable, case, "查实过度检查", failed=("检查",))
    for extra, status in _WITHIN:
        more = {"company": COMPANIES[7], "verified_on": verified, "campaign": None}
        case = add_case(book, f"AJ-J{6 + extra}", "违规推销产品", date(2024, 5, 7), **more)
        add_sanction(book, case, verified + timedelta(days=60 + extra), sanction="罚款")
        why = f"第{60 + extra}天处罚，规定60天"
        plan.expect(status, "gx-2022/2.4.20/illegal-marketing-dealt-with", case, why)


def _campaign(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, Behaviour, str, str], ...] = (
        ("AJ-M1", "违规占有公私财物", "no-property-taken-over", "查实违规占有公物"),
        ("AJ-M2", "违规发放津补贴", "no-unlawful-allowances", "查实违规发放津补贴"),
        ("AJ-M3", "违规操作基建项目", "no-unlawful-building-projects", "查实违规操作基建项目"),
        ("AJ-M4", "采购中收受贿赂", "no-bribe-in-procurement-as-verified", "查实采购中收受贿赂"),
    )
    for key, behaviour, rule, why in lines:
        more: dict[str, Any] = {"person": "R098", "verified_on": date(2024, 9, 9), "campaign": None}
        case = add_case(book, key, behaviour, date(2024, 7, 1), **more)
        plan.expect("violated", f"{_CAMPAIGN}/{rule}", case, why)
    unproved = add_case(book, "AJ-M5", "违规发放津补贴", date(2024, 7, 2), verified=False, verified_on=None)
    plan.expect("compliant", f"{_CAMPAIGN}/no-unlawful-allowances", unproved, "没有查实")
    taken = add_from_company(book, "LY-J1", date(2024, 8, 8), "R098", "礼品", act="采购")
    judge(book, taken, IMPARTIAL, "不符合", date(2024, 9, 2))
    plan.expect("violated", f"{_CAMPAIGN}/no-bribe-in-procurement", taken, "采购员收受供货企业的礼品")
    refused = add_from_company(book, "LY-J2", date(2024, 8, 9), "R098", "礼品", act="采购", accepted=False)
    plan.expect("not_applicable", f"{_CAMPAIGN}/no-red-packet-or-cash-gift-taken", refused, "企业送的，没有收")


def _of_the_campaign_for_clean_hospitals(book: Book, plan: Plan) -> None:
    verified = date(2024, 3, 18)
    lines: tuple[tuple[str, Behaviour, str, int], ...] = (
        ("AJ-M6", "失职失责", "poor-performance-dealt-with", 60),
        ("AJ-M7", "形式主义官僚主义", "mere-show-dealt-with", 61),
    )
    for key, behaviour, rule, days in lines:
        more: dict[str, Any] = {"person": "R085", "verified_on": verified, "campaign": "清廉医院建设"}
        case = add_case(book, key, behaviour, date(2024, 2, 1), **more)
        talk = add_talk(book, f"CZ-{key}", verified + timedelta(days=30), case=key, target=HOSPITAL)
        book.change(type(talk), talk.id, measure="责令整改")
        add_accountability(book, case, verified + timedelta(days=days))
        status: Status = "compliant" if days == 60 else "violated"
        why = f"第{days}天问责，规定60天"
        plan.expect(status, f"{_CLEAN}/{rule}", case, why, failed=() if days == 60 else ("追责问责",))


def _by_the_authority(book: Book, plan: Plan) -> None:
    """Leads that the province itself looks into, and penalties that only an authority can impose."""
    received, verified = date(2023, 3, 6), date(2023, 4, 24)
    lines: tuple[tuple[str, Behaviour, str, str], ...] = (
        ("非法", "出租出借证照", "3.12/leads-on-illegal-practice-investigated", "3.12/illegal-practice-punished"),
        ("广告", "发布违法广告", "3.13/leads-on-advertisements-investigated", "3.13/illegal-advertisers-punished"),
    )
    for name, behaviour, lead_rule, case_rule in lines:
        for extra, status in _WITHIN:
            closed = received + timedelta(days=60 + extra)
            more: dict[str, Any] = {"closed": closed, "due": closed, "outcome": "查实", "campaign": None}
            lead = add_lead(book, f"XS-{name}{extra}", received, behaviour, **more)
            book.change(Lead, lead.id, body=PROVINCE)
            failed = ("按期办结",) if status == "violated" else ()
            why = f"第{60 + extra}天办结，规定60天"
            plan.expect(status, f"gx-2023/{lead_rule}", ("Lead", lead.id), why, failed=failed)
            case = add_case(book, f"AJ-{name}{extra}", behaviour, date(2023, 2, 6), verified_on=verified, campaign=None)
            made = add_sanction(book, case, verified + timedelta(days=90 + extra), sanction="罚款")
            book.change(Sanction, made.id, body=PROVINCE)
            failed = (behaviour,) if status == "violated" and name == "非法" else ()
            plan.expect(status, f"gx-2023/{case_rule}", case, f"第{90 + extra}天处罚，规定90天", failed=failed)


def _taken_in_2023(book: Book, plan: Plan) -> None:
    """What was taken and asked for in 2023; the acts were verified in 2024, by persons whom nobody assesses."""
    more: dict[str, Any] = {"person": "R096", "verified_on": date(2024, 1, 15)}
    lines: tuple[tuple[str, Behaviour, str, str], ...] = (
        ("AJ-N1", "收受红包", "gx-2021/2/red-packet-taken-as-verified", "查实收受红包，三份文件都不许"),
        ("AJ-N2", "索取红包", "gx-2021/2/red-packet-asked-for-as-verified", "查实索取红包，三份文件都不许"),
        ("AJ-N3", "收受回扣", "gx-2021/2/kickback-taken-as-verified", "查实收受回扣，两份文件都不许"),
        ("AJ-N4", "索取回扣", "gx-2021/2/no-kickback-asked-for", "查实索取回扣，两份文件都不许"),
        ("AJ-N5", "收受其他不正当利益", "gx-2021/2/no-other-improper-gain-taken", "查实收受其他不正当利益"),
        ("AJ-N6", "索取其他不正当利益", "gx-2021/2/no-other-improper-gain-asked-for", "查实索取其他不正当利益"),
        ("AJ-N7", "介绍患者收取提成", f"{_TAKEN}/commission-for-referral-as-verified", "查实介绍患者收取提成"),
        ("AJ-N9", "接受企业宴请娱乐", f"{_TAKEN}/company-entertainment-as-verified", "查实接受企业宴请娱乐"),
    )
    for key, behaviour, rule, why in lines:
        values = {**more, "person": "R065"} if rule.startswith(_TAKEN) else more
        case = add_case(book, key, behaviour, date(2023, 11, 6), **values)
        add_bulletin(book, case, date(2024, 2, 20))
        plan.expect("violated", rule, case, why)
    question = "是否参加企业安排的娱乐活动"
    find(book, question, ("违规案件", "AJ-N9"), date(2024, 2, 1), "行风管理部门")
    fun = add_from_company(book, "LY-Q1", date(2023, 5, 19), "R010", "娱乐", arranged_by_giver=True)
    judge(book, fun, IMPARTIAL, "不符合", date(2023, 6, 12))
    plan.expect("violated", f"{_TAKEN}/no-company-entertainment", fun, "接受企业安排的娱乐，不问是否影响公正性")
    referral: dict[str, Any] = {"giver_kind": "其他医疗机构", "company": None, "act": "介绍患者", "pretext": "介绍费"}
    fee = add_from_company(book, "LY-Q2", date(2023, 5, 20), "R010", "礼金", **referral)
    plan.expect("violated", f"{_TAKEN}/no-commission-for-referral", fee, "介绍患者收介绍费")
    gain = add_from_company(book, "LY-Q3", date(2023, 5, 21), "R010", "其他不正当利益")
    plan.expect("violated", "gx-2021/2/improper-gain-taken", gain, "收受其他不正当利益")
    asked = add_from_company(book, "LY-Q4", date(2023, 5, 22), "R010", "其他不正当利益", accepted=False, solicited=True)
    plan.expect("violated", "gx-2021/2/improper-gain-asked-for", asked, "索取其他不正当利益，没有得到")
    other = add_from_patient(book, "LY-Q5", date(2024, 4, 21), "R010", "礼品", accepted=False)
    plan.expect("not_applicable", f"{_TAKEN}/no-company-entertainment", other, "2024年的，要点只管2023年")


def _verified_without_a_register(book: Book, plan: Plan) -> None:
    """Breaches of gx-2021 三（三）1 and 2 that only a case tells, no activity and no register."""
    lines: tuple[tuple[str, Behaviour, str], ...] = (
        ("AJ-N11", "参加交换条件推广活动", "3.3.1/promotion-in-exchange-as-verified"),
        ("AJ-N12", "违规插手采购", "3.3.2/meddling-in-purchase-as-verified"),
        ("AJ-N13", "违规插手基本建设", "3.3.2/meddling-in-building-as-verified"),
        ("AJ-N14", "私自采购", "3.3.2/private-purchase-as-verified"),
        ("AJ-N15", "私自销售", "3.3.2/private-sale-as-verified"),
        ("AJ-N16", "私自使用", "3.3.2/private-use-as-verified"),
    )
    for key, behaviour, rule in lines:
        case = add_case(book, key, behaviour, date(2023, 11, 6), person="R065", verified_on=date(2024, 1, 15))
        add_bulletin(book, case, date(2024, 2, 20))
        plan.expect("violated", f"gx-2021/{rule}", case, f"查实{behaviour}")
    why = "插手就是违规操作基建项目"
    plan.expect("violated", "gx-2022/2.4.18/no-unlawful-building-projects", ("MisconductCase", "AJ-N13"), why)


def _talks(book: Book, plan: Plan) -> None:
    found = date(2023, 9, 11)
    for extra, status in _WITHIN:
        made = add_finding(book, f"WT-不力{extra}", None, found, "行风工作不力", "行风工作没有安排")
        book.change(type(made), made.id, department="KS03")
        taken = found + timedelta(days=60 + extra)
        add_talk(book, f"YT-{extra}-单位", taken, finding=made.id, target=HOSPITAL)
        add_talk(book, f"YT-{extra}-部门", taken, finding=made.id, department="KS03")
        for what in ("unit", "department"):
            why = f"第{60 + extra}天约谈，规定60天"
            plan.expect(status, f"{_TALKS}/poor-work-{what}-talked-to", made, why)
    verified = date(2023, 10, 9)
    more: dict[str, Any] = {"person": "R090", "department": "KS21", "verified_on": verified, "major": True}
    case = add_case(book, "AJ-N8", "索取回扣", date(2023, 8, 7), **more)
    add_bulletin(book, case, verified + timedelta(days=45))
    plan.expect("violated", "gx-2021/2/no-kickback-asked-for", case, "查实索取回扣")
    add_talk(book, "YT-大-单位", verified + timedelta(days=60), case=case.id, target=HOSPITAL)
    plan.expect("compliant", f"{_TALKS}/major-case-unit-talked-to", case, "第60天约谈医院")
    plan.expect("violated", f"{_TALKS}/major-case-department-talked-to", case, "没有约谈设备科")
    for number in range(2):
        like: dict[str, Any] = {"person": "R089", "department": "KS21", "verified_on": verified, "campaign": None}
        add_case(book, f"AJ-R{number}", "私自采购", date(2023, 8, 8 + number), **like)
    why = "2023年查实的不正之风案件不比2022年少"
    rule = f"{_TALKS}/fewer-cases-of-malpractice"
    plan.expect("violated", rule, ("HealthAuthority", PROVINCE), why, period=whole(2023))
    why = "设备科一年查实三起案件，没有约谈"
    department = ("Department", "KS21")
    plan.expect("violated", f"{_TALKS}/frequent-cases-department-talked-to", department, why, period=whole(2023))


def _leaders(book: Book, plan: Plan) -> None:
    """Leaders who answer for a case of 2023: in time, too late, or not at all."""
    examined = date(2023, 11, 1)
    lines: tuple[tuple[str, int, Any, str, Status], ...] = (
        ("WZ-L1", 30, "诫勉", "leaders-held-to-account", "compliant"),
        ("WZ-L2", 31, "诫勉", "leaders-held-to-account", "violated"),
        ("WZ-L3", 10, "查清无责任", "leaders-dealt-with", "violated"),
    )
    verified = date(2023, 10, 18)
    for key, days, result, rule, status in lines:
        like: dict[str, Any] = {"person": "R097", "verified_on": verified, "campaign": None}
        case = add_case(book, f"AJ-{key}", "私自销售", date(2023, 9, 4), **like)
        more = {"id": key, "person": "R003", "role": "分管领导", "examined": examined, "result": result}
        add_accountability(book, case, examined + timedelta(days=days), **more)
        add_sanction(book, case, examined)
        why = "查清负有责任，结果写作查清无责任" if rule == "leaders-dealt-with" else f"第{days}天作出决定，规定30天"
        plan.expect(status, f"{_TALKS}/{rule}", ("Accountability", key), why)
