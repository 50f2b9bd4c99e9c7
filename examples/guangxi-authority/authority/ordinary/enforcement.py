"""What the authority enforces: cases of its area, the penalties, scores, bulletins and lessons of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from made.book import Book
from made.days import span

from authority.days import workday_from
from authority.ordinary.bodies import CLINIC, COMPANIES, MAIN, PRIVATE, PROVINCE, PUBLIC
from authority.ordinary.inspections import CAMPAIGN
from authority.ordinary.people import head_of
from authority.ordinary.reports import add_report
from qinglian_rules.facts.misconduct import (
    Accountability,
    Behaviour,
    Bulletin,
    CaseTransfer,
    CompanyMeasure,
    CompanyMeasureKind,
    HealthRights,
    Lead,
    Measure,
    MisconductCase,
    PracticeScore,
    Recipient,
    Sanction,
)
from qinglian_rules.facts.reports import ReportSubmission
from qinglian_rules.facts.supervision import Rectification
from qinglian_rules.facts.visits import BlacklistEntry

CLEAN = "清廉医院建设"
KICKBACK = "AJ-07"
"""The one case of a company: it is the authority's own, found in the joint campaign."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One case as it is written: whose, what, when it was done and when verified."""

    key: str
    body: str
    behaviour: Behaviour
    occurred: date
    verified: date
    person: str | None = None
    company: str | None = None
    campaign: str | None = None
    scored: bool = False
    crime: bool = False
    typical: bool = False
    health: HealthRights = "未涉及"


_CASES = (
    Wrong("AJ-01", PRIVATE, "非法医疗美容", date(2023, 3, 6), date(2023, 4, 10), scored=True, health="损害"),
    Wrong("AJ-02", CLINIC, "发布违法广告", date(2023, 5, 8), date(2023, 6, 5), scored=True),
    Wrong("AJ-03", PUBLIC, "违规收费", date(2022, 5, 16), date(2022, 6, 20), scored=True),
    Wrong("AJ-04", PUBLIC, "诱导医疗", date(2022, 9, 5), date(2022, 10, 11)),
    Wrong("AJ-05", PUBLIC, "泄露患者隐私", date(2023, 8, 7), date(2023, 9, 4)),
    Wrong("AJ-06", PRIVATE, "诱导消费", date(2024, 4, 8), date(2024, 5, 13), typical=True),
    Wrong(KICKBACK, MAIN, "输送回扣", date(2022, 5, 23), date(2022, 6, 13), company=COMPANIES[0], crime=True),
    Wrong("AJ-08", PUBLIC, "失职失责", date(2022, 7, 4), date(2022, 8, 8), person=head_of(PUBLIC), campaign=CAMPAIGN),
    Wrong("AJ-09", PUBLIC, "失职失责", date(2024, 3, 4), date(2024, 4, 15), person=head_of(PUBLIC), campaign=CLEAN),
    Wrong("AJ-10", CLINIC, "出租出借证照", date(2023, 9, 11), date(2023, 10, 16), scored=True, crime=True),
    Wrong("AJ-11", PRIVATE, "虚假检查诊断", date(2023, 10, 9), date(2023, 11, 6), scored=True),
    Wrong("AJ-12", CLINIC, "非法行医", date(2024, 6, 3), date(2024, 7, 8), scored=True),
)


def write(book: Book) -> None:
    """Write all cases, each with all that follows it, in good time."""
    for wrong in _CASES:
        add_case(book, wrong)
    _company(book)
    for key in ("AJ-08", "AJ-09"):
        add_accountability(book, key)
    _order_to_mend(book, "AJ-09")
    add_transfer(book, "AJ-02", "市场监管部门", date(2023, 6, 19))


def lead(case: str) -> str:
    """Return the id of the lead to a case."""
    return f"XS-{case}"


def sanction(case: str) -> str:
    """Return the id of a case's penalty."""
    return f"CF-{case}"


def bulletin(case: str) -> str:
    """Return the id of the bulletin about a case."""
    return f"TB-{case}"


def score(case: str) -> str:
    """Return the id of the score for a case."""
    return f"JF-{case}"


def lessons(case: str) -> str:
    """Return the id of the report on a case's lessons."""
    return f"ZG-{case}"


def accountability(case: str) -> str:
    """Return the id of the examination of the head's responsibility for a case."""
    return f"ZJ-{case}"


def transfer(case: str, recipient: Recipient) -> str:
    """Return the id of a case's transfer to another authority."""
    return f"YS-{case}-{recipient}"


def add_lead(
    book: Book,
    key: str,
    behaviour: Behaviour,
    received: date,
    closed: date,
    *,
    proved: bool = False,
    company: str | None = None,
) -> Lead:
    """Write one lead that the authority has received and closed."""
    made = Lead(
        id=key,
        body=MAIN,
        received=received,
        channel="12345热线",
        behaviour=behaviour,
        campaign=None,
        person=None,
        company=company,
        benefit=None,
        assigned_to="综合监督科",
        responsible=None,
        due=None,
        closed=closed,
        outcome="查实" if proved else "不属实",
        feedback=closed,
    )
    book.add(made)
    return made


def add_case(book: Book, wrong: Wrong) -> MisconductCase:
    """Write one verified case with its lead, penalty, bulletin, lessons, score and, for a crime, transfer."""
    key, verified = wrong.key, wrong.verified
    received = wrong.occurred + timedelta(days=7)
    add_lead(book, lead(key), wrong.behaviour, received, verified, proved=True, company=wrong.company)
    made = _case(wrong)
    book.add(made)
    _penalty(book, wrong, workday_from(verified + timedelta(days=21)))
    _bulletin(book, key, workday_from(verified + timedelta(days=35)))
    _lessons(book, wrong, workday_from(verified + timedelta(days=60)))
    if wrong.scored:
        _score(book, wrong, workday_from(verified + timedelta(days=28)))
    if wrong.crime:
        add_transfer(book, key, "公安机关", workday_from(verified + timedelta(days=10)))
    return made


def add_transfer(book: Book, case: str, recipient: Recipient, day: date) -> CaseTransfer:
    """Write one transfer; the other authority looks into it in four weeks."""
    made = CaseTransfer(
        id=transfer(case, recipient),
        body=MAIN,
        case=case,
        lead=lead(case),
        recipient=recipient,
        transferred=day,
        accepted=True,
        investigated=day + timedelta(days=28),
        feedback=day + timedelta(days=60),
    )
    book.add(made)
    return made


def add_accountability(book: Book, case: str) -> None:
    """Write that the head of the body answers for a case."""
    found = book.get(MisconductCase, case)
    assert isinstance(found.verified_on, date)
    assert isinstance(found.person, str)
    book.add(
        Accountability(
            id=accountability(case),
            body=MAIN,
            case=case,
            person=found.person,
            role="主要领导",
            examined=found.verified_on + timedelta(days=14),
            decided=found.verified_on + timedelta(days=21),
            liable=True,
            result="诫勉",
            matter=None,
        )
    )


def _case(wrong: Wrong) -> MisconductCase:
    return MisconductCase(
        id=wrong.key,
        body=wrong.body,
        occurred=wrong.occurred,
        behaviour=wrong.behaviour,
        person=wrong.person,
        department=None,
        company=wrong.company,
        lead=lead(wrong.key),
        benefit=None,
        amount=Decimal(3000),
        opened=wrong.occurred + timedelta(days=10),
        verified=True,
        verified_on=wrong.verified,
        verified_by="综合监督科",
        crime_suspected=wrong.crime,
        major=False,
        typical=wrong.typical,
        scored_parties=("医疗机构",) if wrong.scored else (),
        political_and_economic=False,
        campaign=wrong.campaign,
        review=None,
        health_rights=wrong.health,
        closed=wrong.verified + timedelta(days=90),
    )


def _penalty(book: Book, wrong: Wrong, day: date) -> None:
    book.add(
        Sanction(
            id=sanction(wrong.key),
            body=MAIN,
            case=wrong.key,
            person=wrong.person,
            company=wrong.company,
            sanction="诫勉" if wrong.person else "罚款",
            imposed=day,
            imposed_by="综合监督科",
            amount_considered=True,
            amount=None if wrong.person else Decimal(5000),
            months=None,
        )
    )


def _bulletin(book: Book, case: str, day: date) -> None:
    book.add(
        Bulletin(
            id=bulletin(case),
            body=MAIN,
            issued=day,
            subject="案件查处",
            scope="公开",
            cases=(case,),
            inspection=None,
            target=None,
            campaign=None,
            number=None,
        )
    )


def _lessons(book: Book, wrong: Wrong, day: date) -> None:
    book.add(
        Rectification(
            id=lessons(wrong.key),
            body=wrong.body,
            finding=None,
            case=wrong.key,
            reported=day,
            measures="举一反三，完善制度",
            state="已整改",
            completed=day,
            verified=True,
            public_satisfied=True,
            verified_by="综合监督科",
        )
    )


def _score(book: Book, wrong: Wrong, day: date) -> None:
    book.add(
        PracticeScore(
            id=score(wrong.key),
            body=MAIN,
            person=None,
            institution=wrong.body,
            case=wrong.key,
            behaviour=wrong.behaviour,
            points=Decimal(4),
            cycle=None,
            scored=day,
        )
    )


def _order_to_mend(book: Book, case: str) -> None:
    book.add(
        Measure(
            id=f"CS-{case}",
            body=MAIN,
            measure="责令整改",
            taken=date(2024, 4, 29),
            person=None,
            department=None,
            target=PUBLIC,
            reason="落实不力",
            indicator=None,
            alert=None,
            case=case,
            finding=None,
            clinical_finding=None,
            amount=None,
            span=None,
        )
    )


def company_measure(measure: CompanyMeasureKind) -> str:
    """Return the id of a measure against the company of the one kickback case."""
    return f"QC-{measure}"


def _company(book: Book) -> None:
    """Credit grade, ban and blacklist for the company, reports of its case, and what other authorities do."""
    measures: tuple[tuple[CompanyMeasureKind, date], ...] = (
        ("信用评级", date(2022, 7, 4)),
        ("行业禁入", date(2022, 7, 11)),
    )
    for measure, day in measures:
        book.add(
            CompanyMeasure(
                id=company_measure(measure),
                body=MAIN,
                company=COMPANIES[0],
                case=KICKBACK,
                measure=measure,
                credit_grade="严重",
                basis="医药价格和招采失信事项裁量基准",
                decided=day,
            )
        )
    book.add(
        BlacklistEntry(
            id="HM-1",
            body=MAIN,
            company=COMPANIES[0],
            representative=None,
            reason="输送回扣",
            case=KICKBACK,
            span=span(date(2022, 7, 11), date(2025, 7, 10)),
        )
    )
    for recipient in ("市场监管部门", "税务部门"):
        add_transfer(book, KICKBACK, recipient, date(2022, 6, 20))
    add_report(book, f"BS-{KICKBACK}", MAIN, PROVINCE, "案件上报", None, date(2022, 6, 17))
    book.change(ReportSubmission, f"BS-{KICKBACK}", case=KICKBACK)
