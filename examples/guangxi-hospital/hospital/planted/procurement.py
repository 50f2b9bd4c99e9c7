"""Meddling, orders off the platform, contracts that were not watched, private dealings."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from hospital.ordinary.benefits import add_dealing, add_interference
from hospital.ordinary.procurement import add_contract, add_order
from qinglian_rules.facts.procurement import (
    Interference,
    InterferenceArea,
    ProcurementObject,
    PurchaseOrder,
    VolumeContract,
)

_ITEM = "gx-2021/3.3.2"
_OFF_PLATFORM = {"channel": "医院自行采购", "volume_selected": False, "selected_available": False}


def plant(book: Book, plan: Plan, rng: Random) -> None:
    """Plant what concerns purchases."""
    _meddling(book, plan)
    _platform(book, plan, rng)
    _selected_first(book, plan, rng)
    _used_first(book, plan)
    _watched(book, plan)
    _dealings(book, plan)


def _meddling(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, InterferenceArea, Any, Status, str, str], ...] = (
        ("GY-A1", "药品采购", True, "violated", "no-meddling-in-drug-purchase", "打招呼指定药品"),
        ("GY-A2", "耗材采购", True, "violated", "no-meddling-in-device-purchase", "打招呼指定耗材"),
        ("GY-A3", "基本建设", True, "violated", "no-meddling-in-building", "打招呼指定施工单位"),
        ("GY-A4", "信息化建设", True, "violated", "no-meddling-elsewhere", "打招呼指定软件供应商"),
        ("GY-B1", "医疗器械采购", MISSING, "undetermined", "no-meddling-in-device-purchase", "是否违反规定还没有认定"),
        ("GY-C1", "人事任免", False, "compliant", "no-meddling-elsewhere", "依职责提出意见，没有违反规定"),
    )
    for number, (key, area, against, status, rule, why) in enumerate(lines):
        add_interference(book, key, date(2023, 2 + number, 8), area, against_rules=against is True)
        book.change(Interference, key, against_rules=against)
        plan.expect(status, f"{_ITEM}/{rule}", ("Interference", key), why)


def _platform(book: Book, plan: Plan, rng: Random) -> None:
    drugs, supplies = "drugs-bought-on-the-provincial-platform", "supplies-bought-on-the-provincial-platform"
    exempt = {**_OFF_PLATFORM, "platform_required": False}
    lines: tuple[tuple[str, ProcurementObject, dict[str, Any], Status, str, str], ...] = (
        ("DD-A1", "药品", _OFF_PLATFORM, "violated", drugs, "平台外采购药品"),
        ("DD-A2", "医用耗材", _OFF_PLATFORM, "violated", supplies, "平台外采购耗材"),
        ("DD-A3", "试剂", {**_OFF_PLATFORM, "channel": "其他平台"}, "violated", supplies, "在其他平台采购试剂"),
        ("DD-B1", "药品", {"channel": MISSING}, "undetermined", drugs, "不知道在哪里采购"),
        (
            "DD-B2",
            "医用耗材",
            {**exempt, "platform_required": MISSING},
            "undetermined",
            supplies,
            "不知是否应上平台",
        ),
        ("DD-C1", "药品", exempt, "not_applicable", drugs, "应急采购，政策允许线下"),
    )
    for key, kind, values, status, rule, why in lines:
        add_order(book, key, date(2023, 8, 9), kind, rng)
        book.change(PurchaseOrder, key, **values)
        plan.expect(status, f"{_ITEM}/{rule}", ("PurchaseOrder", key), why)


def _selected_first(book: Book, plan: Plan, rng: Random) -> None:
    rule = f"{_ITEM}/selected-products-bought-first"
    lines: tuple[tuple[str, Any, Status, str], ...] = (
        ("DD-D1", None, "violated", "有中选产品可供，买了别的，没有理由"),
        ("DD-D2", MISSING, "undetermined", "买了别的，不知道有没有理由"),
        ("DD-D3", "患者过敏，经药事会同意", "compliant", "买了别的，理由有记录"),
    )
    for key, reason, status, why in lines:
        add_order(book, key, date(2024, 4, 9), "药品", rng)
        book.change(PurchaseOrder, key, volume_selected=False, selected_available=True, reason=reason)
        plan.expect(status, rule, ("PurchaseOrder", key), why)


def _used_first(book: Book, plan: Plan) -> None:
    rule = f"{_ITEM}/selected-products-used-first"
    start = date(2023, 1, 1)
    lines: tuple[tuple[str, int, Any, Any, Status, str], ...] = (
        ("XY-A1", 599, 401, None, "violated", "中选产品占59.9%，医院规定60%"),
        ("XY-A2", 600, 400, None, "compliant", "中选产品正好占60%"),
        ("XY-A3", 300, 700, "临床试验方案指定", "compliant", "占30%，理由有记录"),
        ("XY-A4", 800, MISSING, None, "undetermined", "不知道同类未中选产品用了多少"),
        ("XY-A5", 500, 500, MISSING, "undetermined", "占50%，不知道有没有理由"),
    )
    for key, used, others, reason, status, why in lines:
        add_contract(book, key, start, used, 0, use_reason=reason)
        alternatives = Decimal(others) if isinstance(others, int) else others
        book.change(VolumeContract, key, alternatives_used=alternatives)
        plan.expect(status, rule, ("VolumeContract", key), why)


def _watched(book: Book, plan: Plan) -> None:
    rule = f"{_ITEM}/selected-products-monitored"
    end = date(2023, 12, 31)
    lines: tuple[tuple[str, Any, Status, str], ...] = (
        ("XY-B1", end - timedelta(days=93), "violated", "最近一次监测到期满隔了93天，医院规定92天"),
        ("XY-B2", None, "violated", "从来没有监测"),
        ("XY-B3", MISSING, "undetermined", "不知道最近一次监测是哪天"),
        ("XY-B4", end - timedelta(days=92), "compliant", "正好92天"),
    )
    for key, monitored, status, why in lines:
        add_contract(book, key, date(2023, 1, 1), 1000, 100)
        book.change(VolumeContract, key, monitored=monitored)
        plan.expect(status, rule, ("VolumeContract", key), why)
    add_contract(book, "XY-B5", date(2024, 12, 10), 100, 10)
    book.change(VolumeContract, "XY-B5", monitored=None, span=span(date(2024, 12, 10), date(2025, 12, 9)))
    plan.expect("pending", rule, ("VolumeContract", "XY-B5"), "2024年12月10日签约，92天还没有到")


def _dealings(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, str, ProcurementObject, bool, Status, tuple[str, ...], str, str], ...] = (
        ("GR-A1", "R022", "采购", "医用耗材", True, "violated", ("医疗卫生材料",), "no-private-purchase", "私购耗材"),
        ("GR-A2", "R065", "销售", "药品", True, "violated", ("药品",), "no-private-sale", "私自向患者销售药品"),
        ("GR-A3", "R023", "使用", "医用设备", True, "violated", ("医疗器械",), "no-private-use", "私自试用设备"),
        ("GR-C1", "R087", "采购", "药品", True, "not_applicable", (), "no-private-purchase", "不是医疗卫生人员"),
        ("GR-C2", "R066", "采购", "药品", False, "compliant", (), "no-private-purchase", "经批准的临时采购"),
        ("GR-C3", "R066", "销售", "药品", False, "compliant", (), "no-private-sale", "经批准的代售"),
    )
    for number, (key, person, act, kind, against, status, failed, rule, why) in enumerate(lines):
        dealing = add_dealing(
            book, key, date(2024, 2 + number, 6), person, act, against_rules=against, object=kind, product=None
        )
        plan.expect(status, f"{_ITEM}/{rule}", dealing, why, failed=failed)
