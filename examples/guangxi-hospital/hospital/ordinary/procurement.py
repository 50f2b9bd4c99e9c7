"""Orders on the provincial platform, contracts of volume-based purchase, and how they are watched."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from made.book import Book
from made.days import span

from hospital.days import PLAN_END, workday_from
from hospital.ordinary.bodies import COMPANIES, HOSPITAL
from qinglian_rules.facts.procurement import ProcurementObject, PurchaseOrder, VolumeContract

_OBJECTS: tuple[ProcurementObject, ...] = ("药品", "药品", "药品", "医用耗材", "药品", "医用耗材", "试剂", "医用设备")
_ORDERS = 160
_CONTRACTS = 24


def write(book: Book, rng: Random) -> None:
    """Write orders, spread evenly, and contracts of four batches."""
    for number in range(1, _CONTRACTS + 1):
        start = date(2021 + (number - 1) // 6, 1, 1)
        add_contract(book, f"XY{number:02}", start, rng.randint(900, 1500), rng.randint(20, 300))
    for number in range(1, _ORDERS + 1):
        ordered = workday_from(date(2021, 10, 8) + timedelta(days=(number - 1) * 1170 // _ORDERS))
        add_order(book, f"DD{number:04}", ordered, _OBJECTS[number % len(_OBJECTS)], rng)


def add_contract(book: Book, key: str, start: date, used: int, alternatives: int, **more: Any) -> VolumeContract:
    """Write one contract of a year, well used and watched; `more` overrides fields."""
    end = date(start.year, 12, 31)
    fields: dict[str, Any] = {
        "bought": Decimal(used + 50),
        "use_reason": None,
        "counted_on": end,
        "monitored": end - timedelta(days=20),
    }
    made = VolumeContract(
        id=key,
        body=HOSPITAL,
        batch=f"第{start.year - 2016}批",
        product=f"中选产品{key}",
        span=span(start, end),
        agreed=Decimal(1000),
        used=Decimal(used),
        alternatives_used=Decimal(alternatives),
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_order(book: Book, key: str, ordered: date, kind: ProcurementObject, rng: Random, **more: Any) -> PurchaseOrder:
    """Write one order in good form; `more` overrides fields."""
    platform = kind in {"药品", "医用耗材", "试剂"}
    selected = platform and rng.random() < 0.5
    fields: dict[str, Any] = {
        "channel": "省级医药集中采购平台" if platform else "医院自行采购",
        "platform_required": platform,
        "volume_selected": selected,
        "selected_available": selected,
        "volume_contract": None,
        "reason": None,
    }
    quantity = rng.randint(5, 400)
    made = PurchaseOrder(
        id=key,
        body=HOSPITAL,
        ordered=min(ordered, PLAN_END),
        object=kind,
        product=f"{kind}{rng.randint(1, 60):02}",
        drug=None,
        supplier=COMPANIES[rng.randrange(len(COMPANIES))],
        exception=None,
        quantity=Decimal(quantity),
        amount=Decimal(quantity) * Decimal(rng.randint(200, 9000)) / 100,
        approved_by="R095" if ordered >= date(2022, 1, 1) else "R004",
        **{**fields, **more},
    )
    book.add(made)
    return made
