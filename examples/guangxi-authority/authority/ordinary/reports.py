"""What the authorities report upwards: quarters, years, plans, half-yearly progress, the plan of clean hospitals."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.book import Book
from made.days import half, quarter, span, whole

from authority.days import YEARS, quarters, workdays_after
from authority.ordinary.bodies import CITIES, NATION, NATION_TCM, PROVINCE, PROVINCE_TCM
from qinglian_rules.facts.reports import ReportKind, ReportSubmission

RECIPIENTS = (PROVINCE, PROVINCE_TCM)
TASK_FORCE = "清廉医院建设工作专班"


def write(book: Book, rng: Random) -> None:
    """Write all reports, each in good time."""
    for city in CITIES:
        for recipient in RECIPIENTS:
            _to_the_province(book, city, recipient, rng)
        add_report(book, f"BS-{city}-清廉", city, PROVINCE, "实施方案", None, date(2022, 4, rng.randint(6, 15)))
        book.change(ReportSubmission, f"BS-{city}-清廉", recipient_office=TASK_FORCE)
    for sender, recipient in ((PROVINCE, NATION), (PROVINCE_TCM, NATION_TCM)):
        for year in YEARS:
            for number in (1, 2) if year > 2021 else (2,):
                received = workdays_after(half(year, number)[1], rng.randint(4, 8))
                add_report(
                    book, progress(sender, year, number), sender, recipient, "阶段性进展", half(year, number), received
                )


def quarterly(sender: str, year: int, number: int, recipient: str) -> str:
    """Return the id of a quarter's report."""
    return f"BS-{sender}-{year}Q{number}-{recipient}"


def first(sender: str, recipient: str) -> str:
    """Return the id of the first report, of the third quarter of 2021."""
    return quarterly(sender, 2021, 3, recipient)


def annual(sender: str, year: int, recipient: str) -> str:
    """Return the id of a year's summary."""
    return f"BS-{sender}-{year}总结-{recipient}"


def next_plan(sender: str, year: int, recipient: str) -> str:
    """Return the id of the plan that is reported at the end of `year`."""
    return f"BS-{sender}-{year + 1}计划-{recipient}"


def progress(sender: str, year: int, number: int) -> str:
    """Return the id of a half-year's progress."""
    return f"BS-{sender}-{year}H{number}"


def add_report(
    book: Book,
    key: str,
    sender: str,
    recipient: str,
    report: ReportKind,
    covered: tuple[date, date] | None,
    received: date,
) -> ReportSubmission:
    """Write one report; those of a quarter or of a stage speak of conduct."""
    made = ReportSubmission(
        id=key,
        body=sender,
        report=report,
        recipient=recipient,
        recipient_office=None,
        period_covered=None if covered is None else span(*covered),
        topics=("行风建设",) if report in {"季度工作进展", "阶段性进展"} else (),
        sent=received - timedelta(days=1),
        received=received,
        form="公文系统",
        case=None,
        lead=None,
        matter=None,
        number=None,
    )
    book.add(made)
    return made


def _to_the_province(book: Book, city: str, recipient: str, rng: Random) -> None:
    # The first report, of the third quarter of 2021, is due by 8 October.
    add_report(book, first(city, recipient), city, recipient, "季度工作进展", quarter(2021, 3), date(2021, 9, 30))
    for year, number in quarters():
        covered = quarter(year, number)
        received = workdays_after(covered[1], rng.randint(1, 2))
        key = quarterly(city, year, number, recipient)
        add_report(book, key, city, recipient, "季度工作进展", covered, received)
    for year in YEARS:
        received = workdays_after(whole(year)[1], rng.randint(2, 4))
        add_report(book, annual(city, year, recipient), city, recipient, "年度工作总结", whole(year), received)
        plan = next_plan(city, year, recipient)
        add_report(book, plan, city, recipient, "下一年度工作计划", whole(year + 1), received)
