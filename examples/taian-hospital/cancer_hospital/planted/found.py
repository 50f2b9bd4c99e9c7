"""Faults of care, of charging and of purchasing that a check or a case established, and orders past the platforms."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cancer_hospital.ordinary.bodies import HEADS, put
from cancer_hospital.ordinary.insurance import add_finding, add_refund
from cancer_hospital.ordinary.supervision import add_case
from made.book import Book, Plan, Status
from pydantic import MISSING

from qinglian_rules.facts.billing import BillingFault
from qinglian_rules.facts.care import ClinicalFault, ClinicalFinding
from qinglian_rules.facts.misconduct import Behaviour
from qinglian_rules.facts.procurement import ExceptionRecord, PurchaseOrder

_ITEM, _BUYING = "ta-2024/2.3.12/", "ta-2024/2.2.5/"
_DAY = date(2025, 8, 18)


def plant(book: Book, plan: Plan) -> None:
    """Plant what was found."""
    _care(book, plan)
    _charges(book, plan)
    _cases(book, plan)
    _orders(book, plan)


def _care(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, ClinicalFault, str], ...] = (
        ("A1", "违反诊疗常规", "care-found-against-the-standards"),
        ("A2", "过度治疗", "care-found-unreasonable"),
        ("A3", "重复检查", "care-found-unnecessary"),
        ("A4", "夸大病情", "care-conduct-in-order"),
    )
    for key, fault, rule in lines:
        usual: dict[str, Any] = {"found": _DAY, "fault": fault, "service": None, "prescription": None}
        made = put(book, ClinicalFinding, f"RD-{key}", usual, {"episode": None, "serious": False})
        plan.expect("violated", _ITEM + rule, made, f"认定为{fault}，没有认定到哪一次服务", failed=(fault,))


def _charges(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, BillingFault, str, tuple[str, ...]], ...] = (
        ("F1", "过度检查", "charges-found-for-needless-care", ("不合理",)),
        ("F2", "转嫁费用", "charging-found-irregular", ()),
        ("F3", "超医保支付范围收费", "catalogue-found-broken", ()),
        ("F4", "超标准收费", "price-policy-found-broken", ()),
        ("F5", "虚假结算", "settlement-found-false", ()),
    )
    for key, fault, rule, failed in lines:
        made = add_finding(book, f"WT-{key}", "", _DAY, fault=fault, line=None)
        add_refund(book, f"TH-{key}", made.id, _DAY + timedelta(days=5))
        plan.expect("violated", _ITEM + rule, made, f"认定为{fault}", failed=failed)
    unclear = add_finding(book, "WT-F6", "", _DAY, fault="转嫁费用", line=None, verdict="可疑")
    plan.expect("compliant", _ITEM + "charging-found-irregular", unclear, "只是可疑，先查明")


def _cases(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, Behaviour, str], ...] = (
        ("AJ-F1", "诱导医疗", _ITEM + "care-conduct-as-verified"),
        ("AJ-F2", "违规收费", _ITEM + "charging-conduct-as-verified"),
        ("AJ-F3", "私自采购", _BUYING + "purchasing-conduct-as-verified"),
    )
    for key, behaviour, rule in lines:
        made = add_case(book, key, behaviour, HEADS["KS05"], _DAY, _DAY + timedelta(days=30))
        plan.expect("violated", rule, made, f"查实{behaviour}")


def _orders(book: Book, plan: Plan) -> None:
    selected, platform = _BUYING + "selected-products-bought", _BUYING + "orders-through-the-platform"
    lines: tuple[tuple[str, dict[str, Any], str, Status, tuple[str, ...], str], ...] = (
        ("A1", {"volume_selected": False}, selected, "violated", (), "有中选产品可供，买了别的，没有理由"),
        ("C1", {"volume_selected": False, "reason": "中选产品断供"}, selected, "compliant", (), "买了别的，有理由"),
        ("B1", {"volume_selected": False, "reason": MISSING}, selected, "undetermined", (), "有没有理由没有登记"),
        ("A2", {"channel": "医院自行采购"}, platform, "violated", ("没有在平台采购",), "应当平台采购而自行采购"),
        ("A3", {"channel": "个人采购", "platform_required": False}, platform, "violated", ("个人采购",), "个人采购"),
        ("C2", {"channel": "医院自行采购", "exception": "LW-DD"}, platform, "compliant", (), "当日批准了渠道的例外"),
    )
    granted: dict[str, Any] = {"recorded": _DAY, "topic": "采购渠道", "project": None, "reason": "平台断供"}
    put(book, ExceptionRecord, "LW-DD", granted, {"emergency": False, "own_rule": None, "approved_by": "院长办公会"})
    for key, values, rule, status, failed, why in lines:
        made = put(book, PurchaseOrder, f"DD-{key}", _usual_order(), values)
        plan.expect(status, rule, made, why, failed=failed)


def _usual_order() -> dict[str, Any]:
    return {
        "ordered": _DAY,
        "object": "药品",
        "product": "注射用示例药",
        "drug": None,
        "supplier": None,
        "channel": "省级医药集中采购平台",
        "platform_required": True,
        "volume_selected": True,
        "selected_available": True,
        "volume_contract": None,
        "reason": None,
        "exception": None,
        "quantity": Decimal(100),
        "amount": Decimal(1200),
        "approved_by": None,
    }
