"""What comes to the authority, and what its visits bring: complaints, leads, findings, talks; the model hospitals."""

from __future__ import annotations

from datetime import date, timedelta

from made.book import Book

from authority.days import workday_from
from authority.ordinary.bodies import MAIN, PRIVATE, PROVINCE, PUBLIC
from authority.ordinary.enforcement import add_lead
from authority.ordinary.inspections import SCREENING, add, key
from authority.ordinary.people import officer_of
from authority.ordinary.reports import add_report
from qinglian_rules.facts.accreditation import DemonstrationReview
from qinglian_rules.facts.misconduct import Bulletin, Measure
from qinglian_rules.facts.supervision import Complaint, ComplaintChannel, Finding, Inspection, Rectification

PATROL = "民营医院专项巡查行动"
POOR_WORK = "FX-01"
SCREENED = "FX-02"
PATROLLED = "FX-03"
VISIT = f"{key(MAIN, '暗访', 2023)}-1"
"""The visit that found poor work."""

_CHANNELS: tuple[ComplaintChannel, ...] = ("12345热线", "12320热线", "信访", "来信", "来访", "网络")
_RECEIVED = tuple(date(year, month, 6) for year in (2022, 2023, 2024) for month in (2, 6, 9, 11))


def write(book: Book) -> None:
    """Write complaints, leads, findings and what became of them, the model hospitals of the province."""
    for number, received in enumerate(_RECEIVED, start=1):
        add_complaint(book, complaint(number), received, _CHANNELS[number % len(_CHANNELS)])
    add_lead(book, "XS-非法行医", "非法行医", date(2023, 2, 13), date(2023, 3, 20))
    add_lead(book, "XS-广告", "发布违法广告", date(2023, 3, 15), date(2023, 4, 24))
    add_lead(book, "XS-大处方", "大处方", date(2022, 8, 15), date(2022, 10, 10))
    add_lead(book, "XS-红包", "收受红包", date(2022, 3, 14), date(2022, 5, 16))
    _poor_work(book)
    _screening(book)
    _patrol(book)
    _models(book)


def complaint(number: int) -> str:
    """Return the id of a complaint, counted from 1."""
    return f"TS-{number:02}"


def add_complaint(book: Book, name: str, received: date, channel: ComplaintChannel) -> Complaint:
    """Write one complaint that was taken up in a week and closed in five."""
    closed = workday_from(received + timedelta(days=35))
    made = Complaint(
        id=name,
        body=MAIN,
        received=received,
        channel=channel,
        matter="行风",
        office="KS-执法",
        responsible=officer_of(MAIN),
        accepted=received + timedelta(days=5),
        due=received + timedelta(days=45),
        closed=closed,
        replied=closed,
        result="不属实",
        published=False,
        lead=None,
    )
    book.add(made)
    return made


def add_finding(book: Book, name: str, body: str, inspection: str, found: date, topics: tuple[str, ...]) -> Finding:
    """Write one problem that a body has to mend."""
    made = Finding(
        id=name,
        body=body,
        inspection=inspection,
        survey=None,
        found=found,
        cleared=found + timedelta(days=20),
        topics=topics,
        problem="台账不全",
        gravity="一般",
        department=None,
        person=None,
        due=found + timedelta(days=60),
        published=True,
    )
    book.add(made)
    return made


def add_rectification(book: Book, finding: Finding, done: date) -> Rectification:
    """Write that a problem was mended on a day."""
    assert isinstance(finding.body, str)
    made = Rectification(
        id=f"ZG-{finding.id}",
        body=finding.body,
        finding=finding.id,
        case=None,
        reported=done,
        measures="补齐台账，完善制度",
        state="已整改",
        completed=done,
        verified=True,
        public_satisfied=True,
        verified_by="综合监督科",
    )
    book.add(made)
    return made


def add_talk(book: Book, name: str, target: str, finding: str, taken: date) -> Measure:
    """Write that the authority called in a body for poor work."""
    made = Measure(
        id=name,
        body=MAIN,
        measure="约谈",
        taken=taken,
        person=None,
        department=None,
        target=target,
        reason="行风工作不力",
        indicator=None,
        alert=None,
        case=None,
        finding=finding,
        clinical_finding=None,
        amount=None,
        span=None,
    )
    book.add(made)
    return made


def add_bulletin(book: Book, name: str, inspection: str, issued: date) -> Bulletin:
    """Write the bulletin of what an inspection found."""
    made = Bulletin(
        id=name,
        body=MAIN,
        issued=issued,
        subject="督查问题",
        scope="系统内",
        cases=(),
        inspection=inspection,
        target=None,
        campaign=None,
        number=None,
    )
    book.add(made)
    return made


def _held(book: Book, inspection: str) -> date:
    held = book.get(Inspection, inspection).held
    assert isinstance(held, date)
    return held


def _poor_work(book: Book) -> None:
    book.change(Inspection, VISIT, target=PUBLIC, findings_count=1)
    held = _held(book, VISIT)
    found = add_finding(book, POOR_WORK, PUBLIC, VISIT, held + timedelta(days=1), ("行风工作不力",))
    add_talk(book, "YT-01", PUBLIC, POOR_WORK, held + timedelta(days=20))
    add_bulletin(book, "TB-暗访", VISIT, held + timedelta(days=25))
    add_rectification(book, found, held + timedelta(days=50))


def _screening(book: Book) -> None:
    inspection = key(MAIN, "自查", 2022)
    found = add_finding(book, SCREENED, MAIN, inspection, _held(book, inspection), (SCREENING,))
    add_rectification(book, found, _held(book, inspection) + timedelta(days=45))


def _patrol(book: Book) -> None:
    inspection = key(MAIN, "巡查民营", 2023)
    add(book, inspection, MAIN, "专项检查", date(2023, 7, 11), target=PRIVATE, campaigns=(PATROL,))
    found = add_finding(book, PATROLLED, PRIVATE, inspection, date(2023, 7, 12), ("依法执业",))
    add_rectification(book, found, date(2023, 8, 30))


def _models(book: Book) -> None:
    add_report(book, f"BS-{MAIN}-样本医院", MAIN, PROVINCE, "样本医院推荐", None, date(2022, 9, 2))
    for number, day in enumerate((date(2022, 11, 18), date(2023, 6, 16)), start=1):
        book.add(
            DemonstrationReview(
                id=f"YB-{number}",
                body=PROVINCE,
                unit=f"样本医院{number}",
                hospital=None,
                unit_kind="样本医院",
                accepted=day,
                result="通过",
                score=None,
            )
        )
