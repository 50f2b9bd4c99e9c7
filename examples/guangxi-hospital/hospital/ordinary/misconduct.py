"""Leads and cases from the first hint to the last bulletin, each step in time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book
from made.days import span
from made.papers import finding_key

from hospital.days import workdays_after
from hospital.ordinary.bodies import CITY, COMPANIES, HOSPITAL, PROVINCE
from hospital.ordinary.oversight import CAMPAIGN
from qinglian_rules.facts.engine import FindingWord, Judgement
from qinglian_rules.facts.misconduct import (
    Accountability,
    Behaviour,
    Bulletin,
    CaseTransfer,
    CompanyMeasure,
    Lead,
    MisconductCase,
    Recipient,
    Sanction,
)
from qinglian_rules.facts.reports import ReportSubmission
from qinglian_rules.facts.visits import BlacklistEntry


def write(book: Book) -> None:
    """Write two companies that were found out and one leader who did nothing, all dealt with in order."""
    company_case(book, "AJ-Q0", COMPANIES[2], date(2022, 2, 8), date(2022, 4, 21))
    company_case(book, "AJ-Q1", COMPANIES[4], date(2022, 3, 14), date(2022, 5, 20), crime=True)
    company_case(book, "AJ-Q2", COMPANIES[7], date(2023, 8, 7), date(2023, 10, 30))
    inaction_case(book, "AJ-S1", "R015", date(2022, 8, 1), date(2022, 9, 30))
    add_case(book, "AJ-W1", "收受红包", date(2022, 6, 6), person="R016", verified=False, verified_on=None)
    lead = add_lead(book, "XS-Q3", date(2024, 2, 19), "输送回扣", company=COMPANIES[10])
    add_transfer(book, "YS-Q3", date(2024, 3, 4), "税务部门", lead=lead.id)


def add_lead(book: Book, key: str, received: date, behaviour: Behaviour, **more: Any) -> Lead:
    """Write one lead that was closed as founded within two months; `more` overrides fields."""
    fields: dict[str, Any] = {
        "channel": "来电",
        "campaign": CAMPAIGN,
        "person": None,
        "company": None,
        "benefit": None,
        "assigned_to": "纪检监察室",
        "responsible": "R077",
        "due": received + timedelta(days=60),
        "closed": received + timedelta(days=40),
        "outcome": "查实",
        "feedback": received + timedelta(days=42),
    }
    made = Lead(id=key, body=HOSPITAL, received=received, behaviour=behaviour, **{**fields, **more})
    book.add(made)
    return made


def add_case(book: Book, key: str, behaviour: Behaviour, occurred: date, **more: Any) -> MisconductCase:
    """Write one case, verified unless `more` says otherwise."""
    fields: dict[str, Any] = {
        "person": None,
        "department": None,
        "company": None,
        "lead": None,
        "benefit": None,
        "amount": None,
        "opened": occurred + timedelta(days=10),
        "verified": True,
        "verified_by": "纪检监察室",
        "crime_suspected": False,
        "major": False,
        "typical": False,
        "scored_parties": (),
        "political_and_economic": False,
        "health_rights": "未涉及",
        "campaign": CAMPAIGN,
        "review": None,
        "closed": None,
    }
    made = MisconductCase(id=key, body=HOSPITAL, behaviour=behaviour, occurred=occurred, **{**fields, **more})
    book.add(made)
    return made


def add_sanction(book: Book, case: MisconductCase, imposed: date, **more: Any) -> Sanction:
    """Write one penalty for a case, set by the sum involved; `more` overrides fields."""
    fields: dict[str, Any] = {
        "person": case.person,
        "company": case.company,
        "sanction": "警告",
        "imposed_by": "院党委",
        "amount_considered": True,
        "amount": None,
        "months": None,
    }
    made = Sanction(id=f"CF-{case.id}", body=HOSPITAL, case=case.id, imposed=imposed, **{**fields, **more})
    book.add(made)
    return made


def add_bulletin(book: Book, case: MisconductCase, issued: date, body: str = CITY, **more: Any) -> Bulletin:
    """Write the bulletin in which the city's health commission, or another body, reports a case."""
    fields: dict[str, Any] = {
        "id": f"TB-{case.id}",
        "subject": "案件查处",
        "scope": "系统内",
        "cases": (case.id,),
        "inspection": None,
        "target": HOSPITAL,
        "campaign": CAMPAIGN,
        "number": None,
    }
    made = Bulletin(body=body, issued=issued, **{**fields, **more})
    book.add(made)
    return made


def add_transfer(
    book: Book,
    key: str,
    transferred: date,
    recipient: Recipient,
    *,
    lead: str | None = None,
    case: str | None = None,
) -> CaseTransfer:
    """Write one transfer, which the recipient began to look into after four weeks."""
    made = CaseTransfer(
        id=key,
        body=HOSPITAL,
        case=case,
        lead=lead,
        recipient=recipient,
        transferred=transferred,
        accepted=True,
        investigated=transferred + timedelta(days=28),
        feedback=None,
    )
    book.add(made)
    return made


def add_report(book: Book, case: MisconductCase, received: date) -> ReportSubmission:
    """Write the report of a case to the province."""
    made = ReportSubmission(
        id=f"BS-{case.id}",
        body=HOSPITAL,
        report="案件上报",
        recipient=PROVINCE,
        recipient_office=None,
        period_covered=None,
        topics=(),
        sent=received,
        received=received,
        form="公文系统",
        case=case.id,
        lead=None,
        number=None,
    )
    book.add(made)
    return made


def find(book: Book, rule: str, subject: tuple[str, str], day: date, office: str, finding: FindingWord = "符合") -> str:
    """Write what an office found about a rule's subject (Chinese title of its type, key); return the finding's id."""
    key = finding_key(subject[1], rule)
    book.add(
        Judgement(
            id=key,
            body=HOSPITAL,
            about=rule,
            subject_type=subject[0],
            subject=subject[1],
            period=None,
            office=office,
            assessor=None,
            finding=finding,
            basis="卷宗",
            date=day,
        )
    )
    return key


def company_case(
    book: Book, key: str, company: str, occurred: date, verified_on: date, *, crime: bool = False, **more: Any
) -> MisconductCase:
    """Write a company's case with everything that must follow: lead, report, measures, ban, bulletin, findings."""
    lead = add_lead(book, f"XS-{key}", occurred + timedelta(days=20), "输送回扣", company=company)
    add_transfer(book, f"YS-{key}-1", occurred + timedelta(days=35), "市场监管部门", lead=lead.id)
    case = add_case(
        book,
        key,
        "输送回扣",
        occurred,
        company=company,
        lead=lead.id,
        verified_on=verified_on,
        crime_suspected=crime,
        amount=Decimal(36_000),
        **more,
    )
    add_report(book, case, workdays_after(verified_on, 2))
    add_company_measure(book, case, verified_on + timedelta(days=25))
    book.add(
        BlacklistEntry(
            id=f"HM-{key}",
            body=HOSPITAL,
            span=span(verified_on + timedelta(days=30), date(2026, 12, 31)),
            company=company,
            representative=None,
            reason="输送回扣",
            case=key,
            decided_by="院长办公会",
            reported=True,
        )
    )
    add_bulletin(book, case, verified_on + timedelta(days=50))
    day = verified_on + timedelta(days=45)
    find(book, "gx-2021/2/interest-transfer-punished-severely", ("违规案件", key), day, "纪检监察部门")
    if crime:
        add_transfer(book, f"YS-{key}-2", verified_on + timedelta(days=12), "公安机关", case=key)
    return case


def add_company_measure(book: Book, case: MisconductCase, decided: date, **more: Any) -> CompanyMeasure:
    """Write one measure against a company, with its credit grade and the standard that it rests on."""
    fields: dict[str, Any] = {"measure": "暂停采购", "credit_grade": "中等", "basis": "医药价格和招采信用评价裁量基准"}
    assert isinstance(case.company, str)
    made = CompanyMeasure(
        id=f"CJ-{case.id}", body=HOSPITAL, company=case.company, case=case.id, decided=decided, **{**fields, **more}
    )
    book.add(made)
    rule = "gx-2021/4.2/measure-fits-the-case"
    find(book, rule, ("企业惩戒", made.id), decided + timedelta(days=10), "医疗保障部门")
    return made


def inaction_case(book: Book, key: str, person: str, occurred: date, verified_on: date) -> MisconductCase:
    """Write a case of inaction in the campaign, looked into and called to account."""
    case = add_case(book, key, "失职失责", occurred, person=person, verified_on=verified_on)
    add_accountability(book, case, verified_on + timedelta(days=30))
    rule = "gx-2021/4.4/inaction-called-to-account-severely"
    find(book, rule, ("违规案件", key), verified_on + timedelta(days=40), "纪检监察部门")
    return case


def add_accountability(book: Book, case: MisconductCase, decided: date, **more: Any) -> Accountability:
    """Write that somebody was called to account for a case; `more` overrides fields."""
    fields: dict[str, Any] = {
        "examined": decided - timedelta(days=7),
        "liable": True,
        "result": "诫勉",
        "matter": "分工责任不落实",
        "id": f"WZ-{case.id}",
        "person": case.person,
        "role": "部门负责人",
    }
    made = Accountability(body=HOSPITAL, case=case.id, decided=decided, **{**fields, **more})
    book.add(made)
    return made
