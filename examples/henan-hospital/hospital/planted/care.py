"""Examinations nobody looked into, a cent above the ceiling, charges not corrected; cases that were let pass."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from made.days import whole
from made.papers import finding_key
from pydantic import MISSING

from hospital.days import AS_OF, DAY_BEFORE, LAST_DAY
from hospital.ordinary.bodies import COMPANIES, PRIVATE, PROVINCIAL
from hospital.ordinary.care import add_clinical_finding, add_finding, add_item, add_line, add_review, add_talk
from hospital.ordinary.conduct import add_case, add_lead, add_measure, add_sanction
from hospital.ordinary.limits import EXAMINATION_LEAD_DAYS, SANCTION_DAYS
from hospital.ordinary.supervision import CARE, KICKBACKS, campaign_plan
from hospital.planted.found import body
from qinglian_rules.facts.billing import BillingFault, BillingLine, CheckVerdict
from qinglian_rules.facts.care import ClinicalFault
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.misconduct import Behaviour
from qinglian_rules.facts.reports import WorkPlan

_PLANNED = "ha-2024/1.4/campaign-planned"
_AGAINST = {"红包": "ha-2024/1.5/red-packet-campaign", "回扣": "ha-2024/1.5/kickback-campaign"}
_LEADS = "ha-2024/1.4/leads-on-examinations-examined"
_PUNISHED = "ha-2024/1.4/verified-examinations-punished"
_SEVERELY = "ha-2024/1.4/verified-examinations-punished-severely"
_FOUND = "ha-2024/1.4/examinations-found-dealt-with"
_DRUGS_FOUND = "ha-2024/1.4/no-irrational-drug-use-found"
_REVIEWED = "ha-2024/1.4/no-unfit-prescription-reviewed"
_CEILING = "ha-2024/1.4/no-charge-above-the-ceiling"
_CORRECTED = "ha-2024/1.4/faulty-charges-corrected"
_RED_PACKETS = "ha-2024/1.5/verified-red-packets-dealt-with"
_KICKBACKS = "ha-2024/1.5/verified-kickbacks-dealt-with"
_YEAR = whole(2024)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns care, charges, and how envelopes and kickbacks were dealt with."""
    _campaigns(book, plan)
    _leads(book, plan)
    _examinations(book, plan)
    _findings(book, plan)
    _reviews(book, plan)
    _charges(book, plan)
    _corrections(book, plan)
    _red_packets(book, plan)
    _kickbacks(book, plan)


def _campaigns(book: Book, plan: Plan) -> None:
    late = campaign_plan(PROVINCIAL)
    book.change(WorkPlan, late, adopted=date(2025, 1, 2))
    for rule in (_PLANNED, *_AGAINST.values()):
        plan.expect("violated", rule, body(PROVINCIAL), "专项行动方案次年1月2日才制定", period=_YEAR)
    book.change(WorkPlan, campaign_plan(PRIVATE), topics=(CARE, KICKBACKS), adopted=LAST_DAY)
    plan.expect("violated", _AGAINST["红包"], body(PRIVATE), "方案里没有整治红包的内容", period=_YEAR)
    plan.expect("compliant", _AGAINST["回扣"], body(PRIVATE), "当年最后一天制定的方案", period=_YEAR)


def _leads(book: Book, plan: Plan) -> None:
    none: dict[str, Any] = {"closed": None, "outcome": "办理中", "feedback": None}
    lines: tuple[tuple[str, date, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("XS-A1", date(2024, 5, 20), none, "violated", ("办结", "有结论"), "半年多没有办结"),
        ("XS-A2", date(2024, 5, 20), {"outcome": "办理中"}, "violated", ("有结论",), "记作办结，没有结论"),
        ("XS-C1", date(2024, 5, 20), {"closed": date(2025, 2, 8)}, "compliant", (), "晚办结也算查清"),
        (
            "XS-C2",
            AS_OF - timedelta(days=EXAMINATION_LEAD_DAYS),
            {**none, "due": None},
            "pending",
            (),
            "到判定日九十天",
        ),
        ("XS-B1", date(2024, 5, 20), {"outcome": MISSING}, "undetermined", (), "办理结果没有登记"),
        ("XS-C3", DAY_BEFORE, none, "not_applicable", (), "文件印发的前一天收到"),
    )
    for key, received, values, status, failed, why in lines:
        made = add_lead(book, key, received, "过度检查", **values)
        plan.expect(status, _LEADS, made, why, failed=failed)


def _examinations(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, int | None, Status, str], ...] = (
        ("AJ-A1", None, "violated", "查实过度检查，没有处理"),
        ("AJ-C2", SANCTION_DAYS + 1, "compliant", "第31天处理，晚处理也是处理"),
    )
    for key, days, status, why in lines:
        case = add_case(book, key, "过度检查", date(2024, 5, 7), person="R036")
        if days is not None:
            add_sanction(book, case, days)
        plan.expect(status, _PUNISHED, case, why)
    lightly = finding_key("AJ-1", _SEVERELY)
    book.change(Judgement, lightly, finding="不符合")
    plan.expect("violated", _SEVERELY, ("MisconductCase", "AJ-1"), "认定处理与情节不相称")
    doubtful = add_case(book, "AJ-B1", "过度检查", date(2024, 5, 8), verified=MISSING, verified_on=MISSING)
    for rule in (_PUNISHED, _SEVERELY):
        plan.expect("undetermined", rule, doubtful, "是否查实没有登记")
    drugs = add_case(book, "AJ-A3", "不合理用药", date(2024, 5, 9), person="R044")
    plan.expect("violated", "ha-2024/1.4/no-irrational-drug-use", drugs, "查实不合理用药")
    charged = add_case(book, "AJ-A4", "违规收费", date(2024, 5, 10), person="R063")
    plan.expect("violated", "ha-2024/1.4/no-verified-overcharging", charged, "查实违规收费")
    cleared = add_case(book, "AJ-C3", "违规收费", date(2024, 5, 11), verified=False, verified_on=None)
    plan.expect("compliant", "ha-2024/1.4/no-verified-overcharging", cleared, "反映违规收费，没有查实")


def _findings(book: Book, plan: Plan) -> None:
    """Examinations found to be without reason: half a year ago, just now, and one that somebody was spoken to about."""
    lines: tuple[tuple[str, ClinicalFault, date, Status, str], ...] = (
        ("RZ-A1", "重复检查", date(2024, 8, 20), "violated", "认定重复检查半年，没有立案，也没有采取措施"),
        ("RZ-C1", "过度检查", date(2024, 8, 21), "compliant", "认定过度检查，约谈了当事人"),
        ("RZ-A2", "无依据检查", LAST_DAY, "violated", "到判定日六十天，过了三十天"),
    )
    for key, fault, found, status, why in lines:
        made = add_clinical_finding(book, key, fault, found)
        plan.expect(status, _FOUND, made, why)
        plan.expect("compliant", _DRUGS_FOUND, made, "检查的问题，不是用药")
    add_talk(book, "CS-RZ-C1", "RZ-C1", date(2024, 8, 30))
    drugs = add_clinical_finding(book, "RZ-A3", "不合理用药", date(2024, 8, 22))
    plan.expect("not_applicable", _FOUND, drugs, "用药的问题，不是检查")
    plan.expect("violated", _DRUGS_FOUND, drugs, "认定不合理用药")


def _reviews(book: Book, plan: Plan) -> None:
    unfit = add_review(book, "DP-A1", "超常处方", date(2024, 7, 30))
    plan.expect("violated", _REVIEWED, unfit, "点评为超常处方")
    formal = add_review(book, "DP-C1", "不规范处方", date(2024, 7, 31))
    plan.expect("compliant", _REVIEWED, formal, "只是书写不规范")


def _charges(book: Book, plan: Plan) -> None:
    add_item(book, "SF-A1", Decimal("48.00"))
    add_item(book, "SF-C1", None)
    moment = datetime(2024, 10, 9, 10, 30)
    lines: tuple[tuple[str, str, datetime, str, dict[str, Any], Status, str], ...] = (
        ("MX-A1", "SF-A1", moment, "48.01", {}, "violated", "最高价格48元，多收一分钱"),
        ("MX-C1", "SF-A1", moment, "48.00", {}, "compliant", "正好是最高价格"),
        ("MX-C2", "SF-A1", moment, "60.00", {"number": Decimal(-1)}, "not_applicable", "冲销的明细"),
        ("MX-C3", "SF-C1", moment, "960.00", {}, "not_applicable", "没有最高价格的项目"),
        ("MX-B1", "SF-A1", moment, "48.00", {"price": MISSING}, "undetermined", "单价没有登记"),
        ("MX-A2", "SF-A1", datetime(2024, 3, 17, 0, 0), "50.00", {}, "violated", "印发当日零点"),
        ("MX-C4", "SF-A1", datetime(2024, 3, 16, 23, 59), "50.00", {}, "not_applicable", "印发前一天的最后一分钟"),
    )
    for key, item, charged, price, values, status, why in lines:
        made = add_line(book, key, item, charged, Decimal(price))
        book.change(BillingLine, key, **values)
        plan.expect(status, _CEILING, made, why)


def _corrections(book: Book, plan: Plan) -> None:
    in_force = date(2024, 11, 20)
    lines: tuple[tuple[str, BillingFault, CheckVerdict, dict[str, Any], Status, str], ...] = (
        ("RF-A1", "重复收费", "违规", {}, "violated", "认定重复收费三个多月，没有纠正"),
        ("RF-C1", "重复收费", "违规", {"corrected": date(2025, 2, 25)}, "compliant", "晚纠正也算纠正"),
        ("RF-C2", "重复收费", "可疑", {}, "not_applicable", "只是可疑"),
        ("RF-C3", "无指征化验", "违规", {}, "not_applicable", "诊疗的问题，不是收费行为本身的"),
        ("RF-B1", "串换收费", "违规", {"corrected": MISSING}, "undetermined", "是否纠正没有登记"),
    )
    for key, fault, verdict, values, status, why in lines:
        plan.expect(status, _CORRECTED, add_finding(book, key, fault, verdict, in_force, **values), why)


def _red_packets(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, Behaviour, int | None, Status, str], ...] = (
        ("AJ-A5", "收受红包", None, "violated", "查实收受红包，没有处理"),
        ("AJ-A6", "索取红包", None, "violated", "查实索取红包，没有处理"),
        ("AJ-C5", "收受红包", SANCTION_DAYS + 1, "compliant", "第31天处理，晚处理也是处理"),
    )
    for key, behaviour, days, status, why in lines:
        case = add_case(book, key, behaviour, date(2024, 6, 3), person="R045")
        if days is not None:
            add_sanction(book, case, days)
        plan.expect(status, _RED_PACKETS, case, why)
    fresh = add_case(
        book, "AJ-C6", "收受红包", date(2024, 12, 20), person="R045", verified_on=AS_OF - timedelta(days=SANCTION_DAYS)
    )
    plan.expect("pending", _RED_PACKETS, fresh, "查实到判定日正好三十天，还没有处理")
    undated = add_case(book, "AJ-B2", "收受红包", date(2024, 6, 4), person="R046", verified_on=None)
    plan.expect("violated", _RED_PACKETS, undated, "没有查实日期，行为发生已过三十天，没有处理")


def _kickbacks(book: Book, plan: Plan) -> None:
    company = COMPANIES[6]
    lines: tuple[tuple[str, str | None, int, Status, str], ...] = (
        ("AJ-A7", "约谈", 10, "violated", "对企业只约谈"),
        ("AJ-A8", "移送线索", 10, "violated", "只移送了线索"),
        ("AJ-A9", None, 0, "violated", "没有任何措施"),
        ("AJ-C7", "列入黑名单", SANCTION_DAYS + 1, "compliant", "第31天列入黑名单"),
    )
    for key, measure, days, status, why in lines:
        case = add_case(book, key, "输送回扣", date(2024, 7, 1), person=None, company=company)
        if measure is not None:
            add_measure(book, case, company, days, measure=measure)
        plan.expect(status, _KICKBACKS, case, why)
