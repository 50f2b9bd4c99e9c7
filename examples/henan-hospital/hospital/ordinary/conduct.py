"""Leads and cases from the first hint to the sanction, each step in time; what companies were found to have offered."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book

from hospital.ordinary.bodies import COMPANIES, HOSPITAL
from qinglian_rules.facts.benefits import Benefit
from qinglian_rules.facts.misconduct import Behaviour, CompanyMeasure, Lead, MisconductCase, Sanction


def write(book: Book) -> None:
    """Write leads and cases that were dealt with in order."""
    add_lead(book, "XS-1", date(2024, 4, 8), "过度检查")
    add_lead(book, "XS-2", date(2024, 7, 3), "过度检查", outcome="查实")
    add_lead(book, "XS-3", date(2024, 5, 6), "收受红包", outcome="查实")
    add_sanction(book, add_case(book, "AJ-1", "过度检查", date(2024, 6, 20), lead="XS-2", person="R022"))
    add_sanction(book, add_case(book, "AJ-2", "收受红包", date(2024, 4, 25), lead="XS-3", person="R034"))
    company = COMPANIES[3]
    bribery = add_case(book, "AJ-3", "输送回扣", date(2024, 5, 13), person=None, company=company)
    add_measure(book, bribery, company)
    add_case(book, "AJ-4", "为亲友谋利", date(2024, 9, 5), person="R157", verified=False, verified_on=None)
    add_benefit(book, "LY-1", date(2024, 8, 12), accepted=False)


def add_lead(book: Book, key: str, received: date, behaviour: Behaviour, **more: Any) -> Lead:
    """Write one lead that was closed within two months; `more` overrides fields."""
    fields: dict[str, Any] = {
        "channel": "来电",
        "person": None,
        "company": None,
        "benefit": None,
        "responsible": "R129",
        "due": received + timedelta(days=60),
        "closed": received + timedelta(days=40),
        "outcome": "不属实",
        "feedback": received + timedelta(days=42),
    }
    made = Lead(
        id=key,
        body=HOSPITAL,
        received=received,
        behaviour=behaviour,
        campaign=None,
        assigned_to="纪检监察室",
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_case(book: Book, key: str, behaviour: Behaviour, occurred: date, **more: Any) -> MisconductCase:
    """Write one case, verified after two months unless `more` says otherwise."""
    fields: dict[str, Any] = {
        "person": "R010",
        "department": None,
        "company": None,
        "lead": None,
        "benefit": None,
        "amount": None,
        "opened": occurred + timedelta(days=10),
        "verified": True,
        "verified_on": occurred + timedelta(days=60),
        "verified_by": "纪检监察室",
        "closed": None,
    }
    made = MisconductCase(
        id=key,
        body=HOSPITAL,
        occurred=occurred,
        behaviour=behaviour,
        crime_suspected=False,
        major=False,
        typical=False,
        campaign=None,
        review=None,
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_sanction(book: Book, case: MisconductCase, days: int = 20) -> Sanction:
    """Write the sanction of a verified case, `days` after it was verified."""
    verified = case.verified_on
    assert isinstance(verified, date)
    made = Sanction(
        id=f"CF-{case.id}",
        body=HOSPITAL,
        case=case.id,
        person=case.person,
        company=None,
        sanction="记过",
        imposed=verified + timedelta(days=days),
        imposed_by="甲市第一示例医院",
        amount_considered=True,
        amount=None,
        months=None,
    )
    book.add(made)
    return made


def add_measure(book: Book, case: MisconductCase, company: str, days: int = 25, **more: Any) -> CompanyMeasure:
    """Write what follows for a company, `days` after the case was verified; `more` overrides fields."""
    verified = case.verified_on
    assert isinstance(verified, date)
    fields: dict[str, Any] = {"measure": "暂停采购"}
    made = CompanyMeasure(
        id=f"CJ-{case.id}",
        body=HOSPITAL,
        company=company,
        case=case.id,
        credit_grade=None,
        basis="购销廉洁协议",
        decided=verified + timedelta(days=days),
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_benefit(book: Book, key: str, taken: date, **more: Any) -> Benefit:
    """Write one gift card that a company's man offered a buyer and got back; `more` overrides fields."""
    fields: dict[str, Any] = {
        "form": "消费卡",
        "amount": Decimal(2000),
        "receiver": "R154",
        "accepted": True,
        "solicited": False,
        "giver_kind": "医药企业人员",
        "company": COMPANIES[0],
        "act": "采购",
        "pretext": "无名义",
    }
    made = Benefit(
        id=key,
        body=HOSPITAL,
        taken=taken,
        giver=None,
        arranged_by_giver=True,
        organised_by_giver=True,
        paid_by_giver=True,
        own_share=None,
        care_stage="与诊疗无关",
        product=None,
        could_not_refuse=False,
        place="院外",
        **{**fields, **more},
    )
    book.add(made)
    return made
