"""What the hospital and the authorities report upwards: quarters, years, plans, half-yearly progress."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.book import Book
from made.days import half, quarter, span, whole

from hospital.days import YEARS, quarters, workdays_after
from hospital.ordinary.bodies import CITY, HOSPITAL, NATION, NATION_TCM, PROVINCE, PROVINCE_TCM
from qinglian_rules.facts.reports import ReportKind, ReportSubmission

SENDERS = (HOSPITAL, CITY)
RECIPIENTS = (PROVINCE, PROVINCE_TCM)


def write(book: Book, rng: Random) -> None:
    """Write all reports, each in good time."""
    for sender in SENDERS:
        for recipient in RECIPIENTS:
            _first(book, sender, recipient)
            for year, number in quarters():
                received = workdays_after(quarter(year, number)[1], rng.randint(1, 2))
                add_quarterly(book, sender, recipient, year, number, received)
            for year in YEARS:
                received = workdays_after(whole(year)[1], rng.randint(2, 4))
                _add(book, annual(sender, year, recipient), sender, recipient, "年度工作总结", whole(year), received)
                plan = whole(year + 1)
                _add(book, next_plan(sender, year, recipient), sender, recipient, "下一年度工作计划", plan, received)
    for sender, recipient in ((PROVINCE, NATION), (PROVINCE_TCM, NATION_TCM)):
        for year in YEARS:
            for number in (1, 2) if year > 2021 else (2,):
                received = workdays_after(half(year, number)[1], rng.randint(4, 8))
                covered = half(year, number)
                _add(book, progress(sender, year, number), sender, recipient, "阶段性进展", covered, received)


def quarterly(sender: str, year: int, number: int, recipient: str) -> str:
    """Return the id of a quarter's report."""
    return f"BS-{sender}-{year}Q{number}-{recipient}"


def annual(sender: str, year: int, recipient: str) -> str:
    """Return the id of a year's summary."""
    return f"BS-{sender}-{year}总结-{recipient}"


def next_plan(sender: str, year: int, recipient: str) -> str:
    """Return the id of the plan that is reported at the end of `year`."""
    return f"BS-{sender}-{year + 1}计划-{recipient}"


def progress(sender: str, year: int, number: int) -> str:
    """Return the id of a half-year's progress."""
    return f"BS-{sender}-{year}H{number}"


def add_quarterly(book: Book, sender: str, recipient: str, year: int, number: int, received: date) -> None:
    """Write one quarter's report."""
    key, covered = quarterly(sender, year, number, recipient), quarter(year, number)
    _add(book, key, sender, recipient, "季度工作进展", covered, received)


def _first(book: Book, sender: str, recipient: str) -> None:
    """The first report is the one of the third quarter of 2021, due by 8 October."""
    add_quarterly(book, sender, recipient, 2021, 3, date(2021, 9, 30))


def _add(
    book: Book,
    key: str,
    sender: str,
    recipient: str,
    report: ReportKind,
    covered: tuple[date, date],
    received: date,
) -> None:
    book.add(
        ReportSubmission(
            id=key,
            body=sender,
            report=report,
            recipient=recipient,
            recipient_office=None,
            period_covered=span(*covered),
            topics=("行风建设",),
            sent=received - timedelta(days=1),
            received=received,
            form="公文系统",
            case=None,
            lead=None,
            number=None,
        )
    )
