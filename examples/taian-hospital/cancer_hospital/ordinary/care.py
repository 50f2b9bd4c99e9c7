"""Patients, what was done for them, what was charged and what was uploaded."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from cancer_hospital.ordinary.bodies import put
from cancer_hospital.ordinary.people import doctors
from made.book import Book
from made.days import span

from qinglian_rules.facts.billing import BillingLine, ChargePair, PriceItem, SettlementUpload
from qinglian_rules.facts.care import (
    CareEpisode,
    Drug,
    EpisodeKind,
    Prescription,
    PrescriptionReview,
    ServiceKind,
    ServiceRecord,
)
from qinglian_rules.facts.values import DateSpan

CT, CONTRAST, PANEL, LIVER, KIDNEY, NURSING, DRESSING, DRUG_CHARGE = (f"XM{number}" for number in range(1, 9))
"""Items: a scan, the same with contrast (which includes it), a panel of tests and its parts, and others."""

ECG = "XM0"
OLD_ITEM = "XM9"
"""An item that nobody was charged for, and one that was taken off the list at the end of March."""

_ITEMS: tuple[tuple[str, str, int, dict[str, Any]], ...] = (
    (CT, "CT平扫", 180, {}),
    (CONTRAST, "CT增强扫描", 320, {"includes": (CT,)}),
    (PANEL, "生化全套", 120, {"includes": (LIVER, KIDNEY), "must_combine": True}),
    (LIVER, "肝功能检测", 60, {}),
    (KIDNEY, "肾功能检测", 50, {}),
    (NURSING, "级别护理", 30, {"once_a_day": True}),
    (DRESSING, "换药", 25, {"daily_limit": 2}),
    (DRUG_CHARGE, "药品费", 40, {"insurance_limits": ("限二线用药",)}),
    (ECG, "心电图", 25, {}),
    (OLD_ITEM, "旧项目", 20, {"span": span(date(2020, 1, 1), date(2025, 3, 31))}),
)
PRICES = {key: Decimal(price) for key, _, price, _ in _ITEMS}
DRUGS = ("YP1", "YP2", "YP3")
_ROOMS = ("KS01", "KS02", "KS03", "KS04")
_EPISODES = 130


def write(book: Book, rng: Random) -> None:
    """Write the price list, drugs, and a year of patients."""
    for key, name, price, more in _ITEMS:
        usual: dict[str, Any] = {
            "code": f"2501{key[-1]}",
            "name": name,
            "span": span(date(2020, 1, 1)),
            "ceiling": Decimal(price),
            "unit": "次",
            "includes": (),
            "once_a_day": False,
            "daily_limit": None,
            "insured": True,
            "insurance_class": "甲类",
            "insurance_limits": (),
            "published": True,
            "must_combine": False,
        }
        put(book, PriceItem, key, usual, more)
    for number, key in enumerate(DRUGS, 1):
        put(book, Drug, key, {"generic_name": f"示例药品{number}", "drug_class": "抗肿瘤药物", "insured": True}, {})
    pair: dict[str, Any] = {"first": NURSING, "second": DRESSING, "same_day": True}
    put(book, ChargePair, "TS-1", pair, {"span": span(date(2020, 1, 1), date(2025, 1, 31)), "basis": "价格政策"})
    for number in range(1, _EPISODES + 1):
        _episode(book, rng, f"JZ-{number:03}", date(2025, 1, 4) + timedelta(days=rng.randrange(350)))


def add_episode(book: Book, key: str, kind: EpisodeKind, start: date, **more: Any) -> CareEpisode:
    """Write one insured patient's stay of five days or visit of one; `more` overrides fields."""
    usual: dict[str, Any] = {
        "patient": f"HZ{key[-3:]}",
        "episode": kind,
        "span": span(start, start + timedelta(days=5 if kind == "住院" else 0)),
        "department": "KS01",
        "physician": doctors(book, "KS01")[0],
        "team": (),
        "identity_checked": True,
        "insured": True,
        "referred_from": None,
        "referred_to": None,
        "admission_indication": "符合入院标准" if kind == "住院" else None,
    }
    return put(book, CareEpisode, key, usual, more)


def add_service(
    book: Book, key: str, episode: CareEpisode, kind: ServiceKind, item: str, day: int = 0, **more: Any
) -> ServiceRecord:
    """Write one thing done on a day of a stay; `more` overrides fields."""
    start = _first_day(episode)
    usual: dict[str, Any] = {
        "episode": episode.id,
        "service": kind,
        "item": book.get(PriceItem, item).code,
        "done": datetime(start.year, start.month, start.day, 9) + timedelta(days=day),
        "ordered_by": episode.physician,
        "performed_by": episode.physician,
        "performer_qualified": True,
        "indication": "病情需要",
        "repeat_reason": None,
        "quantity": Decimal(1),
        "high_value_supply": False,
        "consent": True,
    }
    return put(book, ServiceRecord, key, usual, more)


def _first_day(episode: CareEpisode) -> date:
    start = _stay(episode).start
    assert isinstance(start, date)
    return start


def _stay(episode: CareEpisode) -> DateSpan:
    stay = episode.span
    assert isinstance(stay, DateSpan)
    return stay


def charge(book: Book, key: str, given: ServiceRecord, item: str, number: int = 1, **more: Any) -> BillingLine:
    """Write what was charged for something done, an hour later; `more` overrides fields."""
    price, done = PRICES[item], given.done
    assert isinstance(done, datetime)
    usual: dict[str, Any] = {
        "episode": given.episode,
        "item": item,
        "service": given.id,
        "drug": None,
        "charged": done + timedelta(hours=1),
        "number": Decimal(number),
        "price": price,
        "amount": price * number,
        "reverses": None,
        "department": "KS01",
        "physician": given.ordered_by,
        "insured": True,
        "insurance_class": "甲类",
        "trace_code": None,
        "limits_met": True,
    }
    return put(book, BillingLine, key, usual, more)


def reverse(book: Book, key: str, line: BillingLine, charged: datetime) -> BillingLine:
    """Write that a charge was taken back."""
    number, amount = line.number, line.amount
    assert isinstance(number, Decimal)
    assert isinstance(amount, Decimal)
    given = {name: getattr(line, name) for name in line.model_fields_set}
    made = BillingLine(
        **{**given, "id": key, "charged": charged, "number": -number, "amount": -amount, "reverses": line.id}
    )
    book.add(made)
    return made


def upload(book: Book, episode: CareEpisode, **more: Any) -> SettlementUpload:
    """Write what was uploaded of a stay: what its lines come to; `more` overrides fields."""
    amounts = [line.amount for line in book.of(BillingLine) if line.episode == episode.id]
    total = sum((amount for amount in amounts if isinstance(amount, Decimal)), Decimal(0))
    usual: dict[str, Any] = {
        "episode": episode.id,
        "uploaded": _stay(episode).end,
        "complete": True,
        "accurate": True,
        "billed": total,
        "uploaded_amount": total,
        "fund_paid": total * 7 / 10,
    }
    return put(book, SettlementUpload, f"SC-{episode.id}", usual, more)


def prescribe(book: Book, key: str, episode: CareEpisode, **more: Any) -> Prescription:
    """Write one prescription of the first day; `more` overrides fields."""
    usual: dict[str, Any] = {
        "episode": episode.id,
        "patient_kind": episode.episode,
        "issued": _first_day(episode),
        "physician": episode.physician,
        "department": "KS01",
        "pharmacist": None,
        "drugs": (DRUGS[0],),
        "days": 5,
        "essential_drugs": 1,
        "antibiotic": False,
        "amount": Decimal(40),
        "collector_checked": True,
    }
    return put(book, Prescription, key, usual, more)


def review(book: Book, key: str, prescription: Prescription, result: str, reviewed: date) -> PrescriptionReview:
    """Write what a pharmacist thinks of a prescription."""
    usual: dict[str, Any] = {"prescription": prescription.id, "reviewed": reviewed, "reviewer": "R017"}
    return put(book, PrescriptionReview, key, usual, {"result": result, "codes": (), "talked_to": False})


def _episode(book: Book, rng: Random, key: str, start: date) -> None:
    room = rng.choice(_ROOMS)
    kind: EpisodeKind = "住院" if rng.random() < 0.5 else "门诊"
    made = add_episode(book, key, kind, start, department=room, physician=rng.choice(doctors(book, room)))
    lines: list[tuple[ServiceKind, str]] = [("检查", rng.choice((CT, CONTRAST))), ("检验", PANEL)]
    if kind == "住院":
        lines.append(("护理", NURSING))
    for number, (service, item) in enumerate(lines, 1):
        done = add_service(book, f"FW-{key}-{number}", made, service, item)
        charge(book, f"MX-{key}-{number}", done, item, department=room)
    if rng.random() < 0.4:
        written = prescribe(book, f"CF-{key}", made, department=room)
        if rng.random() < 0.5:
            review(book, f"DP-{key}", written, "合理", start + timedelta(days=10))
    upload(book, made)
