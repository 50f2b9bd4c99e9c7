"""Bills line by line with the prices they rest on, what was uploaded, and how the hospital checks itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book
from made.days import quarter, span

from hospital.ordinary.bodies import HOSPITAL
from qinglian_rules.facts.billing import (
    BillingFault,
    BillingFinding,
    BillingLine,
    ChargePair,
    FundRefund,
    InsuranceCheck,
    PriceItem,
    SettlementUpload,
)
from qinglian_rules.facts.care import CareEpisode, ServiceRecord

_FAULTS: tuple[BillingFault, ...] = (
    "重复收费",
    "串换收费",
    "分解收费",
    "超标准收费",
    "虚假结算",
    "超医保支付范围收费",
    "超范围用药",
    "无指征化验",
    "无指征入院",
    "资质不符",
)


def write(book: Book) -> None:
    """Write price items, one line for each service, uploads and checks."""
    for number in range(4):
        add_price(book, f"SF{number}", f"项目{number}")
    add_price(book, "SF远程", "远程会诊")
    add_price(book, "SF合", "综合项目", includes=("SF0", "SF1"))
    book.add(
        ChargePair(
            id="BT-1", body=HOSPITAL, first="SF2", second="SF3", same_day=True, span=span(date(2022, 1, 1)), basis=None
        )
    )
    for service in book.of(ServiceRecord):
        item = f"SF{service.item[-1]}" if service.service != "远程医疗" else "SF远程"  # type: ignore[index]
        add_line(book, line(service.id), service, item)
    for number, entry in enumerate(book.of(BillingLine)[:6], start=1):
        add_upload(book, f"SC-{number}", entry)
    for number in range(1, 5):
        add_check(book, f"YB-{number}", quarter(2023, number)[1] - timedelta(days=9))
    add_fault(book, "SF-W1", "其他", date(2023, 4, 20))


def line(service: str) -> str:
    """Return the id of the line of the bill for a service."""
    return f"FY-{service}"


def add_price(book: Book, key: str, code: str, **more: Any) -> PriceItem:
    """Write one chargeable item of up to 60 yuan, once a day; `more` overrides fields."""
    fields: dict[str, Any] = {
        "ceiling": Decimal(60),
        "unit": "次",
        "includes": (),
        "once_a_day": True,
        "daily_limit": None,
        "insured": True,
        "insurance_class": "甲类",
        "insurance_limits": (),
        "published": True,
        "must_combine": False,
    }
    days = span(date(2021, 12, 1))
    made = PriceItem(id=key, body=HOSPITAL, code=code, name=code, span=days, **{**fields, **more})
    book.add(made)
    return made


def add_line(book: Book, key: str, service: ServiceRecord, item: str, **more: Any) -> BillingLine:
    """Write one line of a bill for a service that was given; `more` overrides fields."""
    assert isinstance(service.episode, str)
    assert isinstance(service.done, datetime)
    episode = book.get(CareEpisode, service.episode)
    fields: dict[str, Any] = {
        "service": service.id,
        "drug": None,
        "charged": service.done + timedelta(minutes=20),
        "number": Decimal(1),
        "price": Decimal(60),
        "amount": Decimal(60),
        "reverses": None,
        "department": episode.department,
        "physician": episode.physician,
        "insured": True,
        "insurance_class": "甲类",
        "trace_code": None,
        "limits_met": True,
    }
    made = BillingLine(id=key, body=HOSPITAL, episode=episode.id, item=item, **{**fields, **more})
    book.add(made)
    return made


def add_upload(book: Book, key: str, entry: BillingLine, **more: Any) -> SettlementUpload:
    """Write what was uploaded of the stay that a line belongs to; `more` overrides fields."""
    assert isinstance(entry.charged, datetime)
    amounts = [one.amount for one in book.of(BillingLine) if one.episode == entry.episode]
    total = sum((one for one in amounts if isinstance(one, Decimal)), Decimal(0))
    fields: dict[str, Any] = {
        "uploaded": entry.charged.date() + timedelta(days=30),
        "complete": True,
        "accurate": True,
        "billed": total,
        "uploaded_amount": total,
        "fund_paid": total / 2,
    }
    made = SettlementUpload(id=key, body=HOSPITAL, episode=entry.episode, **{**fields, **more})
    book.add(made)
    return made


def add_check(book: Book, key: str, held: date) -> InsuranceCheck:
    """Write one check of the hospital by itself against all ten kinds of faults."""
    made = InsuranceCheck(
        id=key,
        body=HOSPITAL,
        check="自查自纠",
        stage="事后监管",
        target=HOSPITAL,
        held=held,
        covers=None,
        uses_trace_codes=True,
        problems=0,
        amount=Decimal(0),
        cooperated=True,
        faults=_FAULTS,
        target_drawn=False,
        inspectors_drawn=False,
        published=None,
    )
    book.add(made)
    return made


def add_fault(book: Book, key: str, fault: BillingFault, found: date, **more: Any) -> BillingFinding:
    """Write one faulty charge that was corrected and paid back within a month; `more` overrides fields."""
    fields: dict[str, Any] = {
        "verdict": "违规",
        "line": None,
        "episode": None,
        "inspection": None,
        "amount": Decimal(60),
        "deliberate": False,
        "corrected": found + timedelta(days=15),
        "case": None,
    }
    made = BillingFinding(id=key, body=HOSPITAL, found=found, fault=fault, **{**fields, **more})
    book.add(made)
    refund = found + timedelta(days=20)
    book.add(
        FundRefund(
            id=f"TH-{key}",
            body=HOSPITAL,
            refunded=refund,
            amount=Decimal(60),
            reason="主动退回",
            ordered=None,
            findings=(key,),
        )
    )
    return made
