"""What the plan of clean hospitals asks of an institution: its own plan, the five ones, the watch list, the head."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from authority.days import LATER_YEARS
from authority.ordinary.bodies import INSTITUTIONS, PUBLIC, conduct_office
from authority.ordinary.people import head_of, officer_of
from authority.ordinary.standing import add_plan, add_task
from qinglian_rules.facts.appointments import PersonalMattersReport
from qinglian_rules.facts.engine import EvidenceRecord, RecordKind
from qinglian_rules.facts.governance import Structure
from qinglian_rules.facts.meetings import Decision
from qinglian_rules.facts.posts import LeaderPortfolio
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.supervision import WatchListEntry
from qinglian_rules.facts.training import KnowledgeTest

_PLANNED = date(2022, 5, 18)
_TOPICS = ("党风清正", "院风清朗", "医风清新", "行风清明", "九项准则")
_WATCHED = (
    "“1+1+4+3+N”目标任务体系",
    "“553384”系列工作要求",
    "统筹疫情防控",
    "卫生健康事业高质量发展",
)
_ONES: tuple[tuple[RecordKind, str], ...] = (
    ("承诺书", "九项准则廉洁承诺"),
    ("活动", "九项准则知识竞赛"),
    ("学习", "九项准则学习体会"),
    ("出版物", "九项准则专题版报"),
)


def write(book: Book) -> None:
    """Write what every institution, and what the public one alone, has on record."""
    for body in INSTITUTIONS:
        _plan(book, body)
        _watch_lists(book, body)
        _five_ones(book, body)
        _knowledge(book, body)
        _mechanism(book, body)
    for year in LATER_YEARS:
        book.add(
            PersonalMattersReport(
                id=f"GR-{PUBLIC}-{year}",
                body=PUBLIC,
                person=head_of(PUBLIC),
                matter="年度集中报告",
                occurred=None,
                due=date(year, 5, 31),
                reported=date(year, 5, 20),
                verified_true=True,
            )
        )


def _plan(book: Book, body: str) -> None:
    """The plan is decided before it is drawn up, and shared out after."""
    key = f"JH-{body}-清廉"
    book.add(
        Decision(
            id=f"JC-{key}",
            body=body,
            made=date(2022, 5, 11),
            item=None,
            meeting=None,
            organ="支部委员会",
            matter="日常事项",
            entry=None,
            subject="清廉医院建设方案",
            concerns=(key,),
            collective=True,
            result="通过",
            amount=None,
        )
    )
    add_plan(book, key, body, "清廉医院建设实施方案", _PLANNED, _TOPICS)
    book.change(WorkPlan, key, decision=f"JC-{key}")
    add_task(book, f"RW-{key}", body, key, (), (date(2022, 6, 1), date(2024, 11, 29)))


def _watch_lists(book: Book, body: str) -> None:
    """A list for each year, the last one still in force."""
    for year in LATER_YEARS:
        start = date(year, 1, 17) if year > 2022 else date(2022, 5, 9)
        book.add(
            WatchListEntry(
                id=f"QD-{body}-{year}",
                body=body,
                watch_list="政治监督动态清单",
                span=span(start, None if year == LATER_YEARS[-1] else date(year, 12, 31)),
                matter="清廉医院建设",
                topics=_WATCHED,
                measures="月度督办",
                office=conduct_office(body),
                due=date(year, 12, 31),
                updated=None,
            )
        )


def _five_ones(book: Book, body: str) -> None:
    for number, (record, topic) in enumerate(_ONES, start=1):
        book.add(
            EvidenceRecord(
                id=f"WG-{body}-{number}",
                body=body,
                record=record,
                topics=(topic,),
                date=date(2022, 6 + number, 14),
                approved_by=None,
                number=None,
                title=topic,
                location=None,
            )
        )


def _knowledge(book: Book, body: str) -> None:
    book.add(
        KnowledgeTest(
            id=f"ZX-{body}",
            body=body,
            held=date(2023, 11, 8),
            person=head_of(body),
            topic="九项准则",
            score=None,
            knows=True,
        )
    )


def _mechanism(book: Book, body: str) -> None:
    """The officer is in charge of conduct in the leadership, and deputy head of the special mechanism."""
    officer = officer_of(body)
    book.change(Structure, f"JG-{body}-专项工作机制", deputies=(officer,), office=conduct_office(body))
    book.add(
        LeaderPortfolio(
            id=f"FG-{body}", body=body, person=officer, span=span(date(2021, 10, 8)), area="行风管理", direct=True
        )
    )
