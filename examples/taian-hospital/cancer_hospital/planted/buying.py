"""Experts of the house who judged bids, purchases that nobody watched, contracts that were not fulfilled."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cancer_hospital.days import AS_OF
from cancer_hospital.ordinary.bodies import put
from cancer_hospital.ordinary.limits import ALERT_DAYS, ANALYSIS_DAYS
from cancer_hospital.ordinary.projects import add_contract, add_expert, add_purchase
from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from qinglian_rules.facts.meetings import Recusal
from qinglian_rules.facts.procurement import ExceptionRecord, ProcurementProject

_ITEM = "ta-2024/2.2.5/"
_EXTERNAL = _ITEM + "external-evaluation-experts"
_WITHDRAW = "ta-2024/2.3.11/panel-members-withdraw"
_DAY = timedelta(days=1)
_ANNOUNCED = date(2025, 5, 7)
_SERVED = _ANNOUNCED + timedelta(days=21)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns purchases."""
    _experts(book, plan)
    _other_panels(book, plan)
    _conflicts(book, plan)
    _contracts(book, plan)
    for key, values, status, why in (
        ("CG-A1", {"supervised_by": None}, "violated", "没有哪个部门监督"),
        ("CG-B1", {"supervised_by": MISSING}, "undetermined", "由哪个部门监督没有登记"),
        ("CG-C1", {"supervised_by": None, "object": "服务"}, "not_applicable", "买的是服务，不是医用设备"),
    ):
        made = add_purchase(book, key, _ANNOUNCED, **values)
        plan.expect(status, _ITEM + "purchaser-supervises-each-project", made, why)  # type: ignore[arg-type]


def _experts(book: Book, plan: Plan) -> None:
    """One expert of the house on each panel, with an exception on file or without."""
    lines: tuple[tuple[str, dict[str, Any] | None, Status, str], ...] = (
        ("CG-A2", None, "violated", "本院专家评标，没有记录例外"),
        ("CG-C2", {"recorded": _SERVED - _DAY}, "compliant", "本院专家评标，前一天记录了例外"),
        ("CG-C3", {"recorded": _SERVED}, "compliant", "评标当日记录了例外"),
        ("CG-A3", {"recorded": _SERVED + _DAY}, "violated", "评标次日才补记例外"),
        ("CG-A4", {"recorded": _SERVED - _DAY, "project": "CG-C2"}, "violated", "例外是另一个项目的"),
        ("CG-A5", {"recorded": _SERVED - _DAY, "topic": "采购方式"}, "violated", "例外是采购方式的，不是评标专家的"),
        ("CG-A6", {"recorded": date(2023, 12, 29)}, "violated", "例外是方案之前记录的"),
        ("CG-A7", {"recorded": _SERVED, "emergency": True}, "violated", "紧急的例外，本院规定里没有"),
        ("CG-C4", {"recorded": _SERVED, "emergency": True, "own_rule": "第9条"}, "compliant", "本院规定里有的紧急例外"),
        ("CG-B2", {"recorded": _SERVED, "topic": MISSING}, "undetermined", "例外是什么事项的没有登记"),
    )
    for key, exception, status, why in lines:
        project = add_purchase(book, key, _ANNOUNCED)
        member = add_expert(book, f"PB-{key}-内", project, external=False)
        if exception is not None:
            _except(book, key, exception)
        plan.expect(status, _EXTERNAL, member, why)


def _except(book: Book, project: str, more: dict[str, Any]) -> None:
    usual: dict[str, Any] = {
        "topic": "评标专家",
        "project": project,
        "reason": "库内没有同专业的外部专家",
        "emergency": False,
        "own_rule": None,
        "approved_by": "党委会",
    }
    put(book, ExceptionRecord, f"LW-{project}", usual, more)


def _other_panels(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], dict[str, Any], Status, str], ...] = (
        ("CG-C5", {"fund_source": "财政资金"}, {}, "not_applicable", "财政资金，不是自有资金"),
        ("CG-C6", {"object": "医用耗材"}, {}, "not_applicable", "买的不是医用设备"),
        ("CG-C7", {}, {"role": "采购人代表"}, "not_applicable", "采购人代表不是评标专家"),
        ("CG-B4", {}, {"external": MISSING}, "undetermined", "是不是外部专家没有登记"),
    )
    for key, values, member_values, status, why in lines:
        project = add_purchase(book, key, _ANNOUNCED, **values)
        member = add_expert(book, f"PB-{key}-内", project, **{"external": False, **member_values})
        plan.expect(status, _EXTERNAL, member, why)
    project = add_purchase(book, "CG-B3", _ANNOUNCED)
    member = add_expert(book, "PB-CG-B3-内", project, external=False)
    book.change(ProcurementProject, project.id, fund_source=MISSING)
    plan.expect("undetermined", _EXTERNAL, member, "资金来源没有登记")
    plan.expect("compliant", _EXTERNAL, ("TenderPanelMember", "PB-CG-B3-1"), "外部专家，资金来源是什么都不违反")


def _conflicts(book: Book, plan: Plan) -> None:
    project = add_purchase(book, "CG-A8", _ANNOUNCED)
    lines: tuple[tuple[str, dict[str, Any], Status, str], ...] = (
        ("PB-A1", {"related_to_bidder": True}, "violated", "与投标人有利害关系，没有回避"),
        ("PB-A2", {"related_to_bidder": True, "role": "监督人员"}, "violated", "监督人员与投标人有利害关系，没有回避"),
        ("PB-C1", {"related_to_bidder": True, "withdrew": True}, "compliant", "有利害关系，回避了"),
        ("PB-B1", {"related_to_bidder": MISSING}, "undetermined", "有没有利害关系没有登记"),
    )
    for key, values, status, why in lines:
        plan.expect(status, _WITHDRAW, add_expert(book, key, project, **values), why)
    for key, withdrew, status in (("HB-A1", False, "violated"), ("HB-B1", MISSING, "undetermined")):
        usual: dict[str, Any] = {"held": date(2025, 6, 5), "person": "R004", "item": None, "decision": None}
        made = put(book, Recusal, key, usual, {"matter": "采购", "reason": "配偶任职的企业", "withdrew": withdrew})
        why = "有利益冲突，没有回避" if withdrew is False else "是否回避没有登记"
        plan.expect(status, "ta-2024/2.3.11/conflict-of-interest-withdrawn", made, why)


def _contracts(book: Book, plan: Plan) -> None:
    end = date(2025, 10, 31)
    alert = end - timedelta(days=ALERT_DAYS)
    tiers = {"国家": "national-volume-results-carried-out", "省际联盟": "provincial-volume-results-carried-out"}
    lines: tuple[tuple[str, str, str, str], ...] = (
        ("国家", "药品", "A1", "国家集采的药品差一盒没有完成"),
        ("省际联盟", "医用耗材", "A2", "省际联盟集采的耗材差一件没有完成"),
    )
    for tier, kind, key, why in lines:
        made = _contract(book, key, end, tier=tier, object=kind, bought=Decimal(999), alerted=alert)
        plan.expect("violated", _ITEM + tiers[tier], made, why, failed=(kind,))
        plan.expect("compliant", _ITEM + "volume-shortfall-alerted", made, "期满前正好六十天预警")
    city = _contract(book, "A3", end, tier="市级", bought=Decimal(999), alerted=alert + _DAY)
    plan.expect("violated", _ITEM + "volume-shortfall-alerted", city, "期满前五十九天才预警")
    exact = _contract(book, "C1", end, bought=Decimal(1000))
    plan.expect("compliant", _ITEM + tiers["国家"], exact, "刚好完成约定量")
    running = _contract(book, "C2", AS_OF, bought=Decimal(999), alerted=date(2025, 12, 1), monitored=AS_OF)
    plan.expect("pending", _ITEM + tiers["国家"], running, "判定日才期满，还差一盒")
    unsaid = _contract(book, "B1", end, bought=MISSING, alerted=alert)
    plan.expect("undetermined", _ITEM + tiers["国家"], unsaid, "采购量没有登记")
    analysed = _ITEM + "volume-data-analysed"
    for key, days, status in (("A4", ANALYSIS_DAYS + 1, "violated"), ("C3", ANALYSIS_DAYS, "compliant")):
        made = _contract(book, key, end, monitored=end - timedelta(days=days))
        plan.expect(status, analysed, made, f"期满前{days}天最后一次分析")  # type: ignore[arg-type]


def _contract(book: Book, key: str, end: date, **more: Any) -> Any:
    return add_contract(
        book, f"JC-集采-{key}", date(2024, 9, 1), span=span(date(2024, 9, 1), end), **{"monitored": end, **more}
    )
