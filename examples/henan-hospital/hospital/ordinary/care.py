"""Price items, a year of charges, and what was found wrong with charges and set right."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.people import staff
from qinglian_rules.facts.billing import BillingFault, BillingFinding, BillingLine, CheckVerdict, PriceItem
from qinglian_rules.facts.care import ClinicalFault, ClinicalFinding, Prescription, PrescriptionReview, ReviewResult
from qinglian_rules.facts.misconduct import Measure
from qinglian_rules.facts.people import Person

_ITEMS = 30
_LINES = 700
_CENT = Decimal("0.01")


def write(book: Book, rng: Random) -> None:
    """Write items, charges at or below the ceiling, and a few findings."""
    for number in range(1, _ITEMS + 1):
        ceiling = None if number % 10 == 0 else Decimal(rng.randint(500, 80_000)) * _CENT
        add_item(book, f"SF-{number:02}", ceiling)
    doctors = [person.id for person in book.of(Person) if person.profession == "医师" and person.id in staff(book)]
    for number in range(1, _LINES + 1):
        item = book.get(PriceItem, f"SF-{rng.randint(1, _ITEMS):02}")
        charged = datetime(2024, 1, 2, 8) + timedelta(minutes=number * 518 + rng.randrange(300) * 97 % 480)
        ceiling = item.ceiling if isinstance(item.ceiling, Decimal) else Decimal(rng.randint(20, 300))
        share = Decimal(1) if rng.random() < 0.6 else Decimal("0.9")
        price = (ceiling * share).quantize(_CENT)
        add_line(book, f"MX-{number:04}", item.id, charged, price, physician=rng.choice(doctors))
    lines: tuple[tuple[str, BillingFault, CheckVerdict, date, date | None], ...] = (
        ("RF-1", "重复收费", "违规", date(2024, 5, 7), date(2024, 5, 20)),
        ("RF-2", "超标准收费", "违规", date(2024, 9, 3), date(2024, 9, 9)),
        ("RF-3", "分解收费", "可疑", date(2024, 6, 12), None),
        ("RF-4", "串换收费", "不违规", date(2024, 10, 15), None),
    )
    for key, fault, verdict, found, corrected in lines:
        add_finding(book, key, fault, verdict, found, corrected=corrected)
    for month in range(4, 13):
        add_review(book, f"DP-{month:02}", "不规范处方" if month % 4 == 0 else "合理", date(2024, month, 25))


def add_item(book: Book, key: str, ceiling: Decimal | None) -> PriceItem:
    """Write one price item."""
    made = PriceItem(
        id=key,
        body=HOSPITAL,
        code=f"3301{key[-2:]}",
        name=f"收费项目{key}",
        span=span(date(2022, 1, 1)),
        ceiling=ceiling,
        unit="次",
        includes=(),
        once_a_day=False,
        daily_limit=None,
        insured=True,
        insurance_class="乙类",
        insurance_limits=(),
        published=True,
        must_combine=False,
    )
    book.add(made)
    return made


def add_line(
    book: Book, key: str, item: str, charged: datetime, price: Decimal, *, physician: str = "R009", **more: Any
) -> BillingLine:
    """Write one charge; `more` overrides fields."""
    fields: dict[str, Any] = {"number": Decimal(1), "amount": price, "reverses": None}
    department = book.get(Person, physician).department
    assert isinstance(department, str)
    made = BillingLine(
        id=key,
        body=HOSPITAL,
        item=item,
        service=None,
        drug=None,
        charged=charged,
        insured=True,
        insurance_class="乙类",
        trace_code=None,
        limits_met=True,
        department=department,
        physician=physician,
        **{"price": price, **fields, **more},
    )
    book.add(made)
    return made


def add_finding(
    book: Book, key: str, fault: BillingFault, verdict: CheckVerdict, found: date, **more: Any
) -> BillingFinding:
    """Write one finding about charges; `more` overrides fields."""
    fields: dict[str, Any] = {"corrected": None, "amount": Decimal(120)}
    made = BillingFinding(
        id=key,
        body=HOSPITAL,
        found=found,
        fault=fault,
        verdict=verdict,
        line=None,
        inspection=None,
        deliberate=False,
        case=None,
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_clinical_finding(book: Book, key: str, fault: ClinicalFault, found: date) -> ClinicalFinding:
    """Write one fault in care that the medical office found, and of which no case was made."""
    made = ClinicalFinding(
        id=key,
        body=HOSPITAL,
        found=found,
        fault=fault,
        person="R036",
        serious=False,
        found_by="医务部",
        case=None,
    )
    book.add(made)
    return made


def add_talk(book: Book, key: str, finding: str, taken: date) -> None:
    """Write that somebody was spoken to about a fault in care."""
    book.add(
        Measure(id=key, body=HOSPITAL, measure="约谈", taken=taken, person="R036", case=None, clinical_finding=finding)
    )


def add_review(book: Book, key: str, result: ReviewResult, reviewed: date) -> PrescriptionReview:
    """Write one prescription of ten days before, and what its reviewer said of it."""
    prescription = Prescription(
        id=f"CF-{key}",
        body=HOSPITAL,
        patient_kind="门诊",
        issued=reviewed - timedelta(days=10),
        physician="R036",
        days=7,
        antibiotic=False,
    )
    book.add(prescription)
    made = PrescriptionReview(
        id=key,
        body=HOSPITAL,
        prescription=prescription.id,
        reviewed=reviewed,
        reviewer="R044",
        result=result,
        codes=(),
        talked_to=False,
    )
    book.add(made)
    return made
