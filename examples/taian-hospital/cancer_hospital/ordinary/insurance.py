"""Checks of the insurance fund, what they found and what was paid back, and the records that must be kept."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

from cancer_hospital.days import workday_from
from cancer_hospital.ordinary.bodies import HOSPITAL, INSURANCE_BUREAU, put
from made.book import Book
from made.days import month

from qinglian_rules.facts.billing import (
    BillingFinding,
    BillingLine,
    CheckKind,
    CheckStage,
    FundRefund,
    InsuranceCheck,
    InsuranceRecord,
    RecordKindKept,
)

KINDS: tuple[RecordKindKept, ...] = get_args(RecordKindKept)
_CHECKS: tuple[tuple[str, str, CheckKind, CheckStage, date], ...] = (
    *(("ZC", HOSPITAL, "自查自纠", "事前提醒", date(2025, at, 18)) for at in (2, 5, 8, 11)),
    ("CC", HOSPITAL, "双随机一公开抽查", "事后监管", date(2025, 6, 10)),
    ("RC", INSURANCE_BUREAU, "日常监管", "事中审核", date(2025, 4, 15)),
    ("ZX", INSURANCE_BUREAU, "专项整治", "事后监管", date(2025, 9, 9)),
    ("JC", INSURANCE_BUREAU, "交叉检查", "事后监管", date(2025, 10, 21)),
)


def write(book: Book) -> None:
    """Write a year of checks, six findings with what was paid back, and a year of records."""
    for key, body, kind, stage, held in _CHECKS:
        add_check(book, f"{key}-{held:%m}", kind, stage, workday_from(held), body=body)
    lines = [line for line in book.of(BillingLine) if line.id.endswith("-1")]
    for number, line in enumerate(lines[:6], 1):
        found = date(2025, 12, 29) - timedelta(days=20 * number)
        add_finding(book, f"WT-{number}", line.id, found)
        add_refund(book, f"TH-{number}", f"WT-{number}", found + timedelta(days=6))
    for at in range(1, 13):
        for kept in KINDS:
            add_record(book, record(kept, at), kept, month(2025, at)[1])


def add_check(book: Book, key: str, kind: CheckKind, stage: CheckStage, held: date, **more: Any) -> InsuranceCheck:
    """Write one check of the hospital, which helped and published it; `more` overrides fields."""
    usual: dict[str, Any] = {
        "check": kind,
        "stage": stage,
        "target": HOSPITAL,
        "held": held,
        "covers": None,
        "uses_trace_codes": True,
        "problems": 1,
        "amount": Decimal(500),
        "cooperated": True,
        "faults": (),
        "target_drawn": True,
        "inspectors_drawn": True,
        "published": held + timedelta(days=10),
    }
    return put(book, InsuranceCheck, key, usual, more)


def add_finding(book: Book, key: str, charged: str, found: date, **more: Any) -> BillingFinding:
    """Write that a charge was found to be against the rules, and corrected; `more` overrides fields."""
    usual: dict[str, Any] = {
        "found": found,
        "fault": "其他",
        "verdict": "违规",
        "line": charged,
        "episode": None,
        "inspection": None,
        "amount": Decimal(60),
        "deliberate": False,
        "corrected": found + timedelta(days=8),
        "case": None,
    }
    return put(book, BillingFinding, key, usual, more)


def add_refund(book: Book, key: str, finding: str, refunded: date, **more: Any) -> FundRefund:
    """Write that money was paid back to the fund of the hospital's own accord; `more` overrides fields."""
    usual: dict[str, Any] = {
        "refunded": refunded,
        "amount": Decimal(60),
        "reason": "主动退回",
        "ordered": None,
        "findings": (finding,),
    }
    return put(book, FundRefund, key, usual, more)


def record(kind: RecordKindKept, at: int) -> str:
    """Return the id of a month's batch of records."""
    return f"ZL-保管-{kind}-{at:02}"


def add_record(book: Book, key: str, kind: RecordKindKept, made: date, **more: Any) -> InsuranceRecord:
    """Write one batch of records, kept for fifteen years; `more` overrides fields."""
    usual: dict[str, Any] = {
        "record": kind,
        "made": made,
        "keep_until": date(2040, 12, 31),
        "destroyed": None,
        "complete": True,
    }
    return put(book, InsuranceRecord, key, usual, more)
