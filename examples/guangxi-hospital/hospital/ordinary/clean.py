"""The building of a clean hospital: plans, reports, the five activities on 九项准则, offices and who answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from made.book import Book
from made.days import span, whole

from hospital.ordinary.bodies import AUTHORITIES, CITY, HOSPITAL, PROVINCE
from hospital.ordinary.people import PARTY_HEAD, head_of
from hospital.ordinary.posts import CONDUCT_LEADER, NEW_HEAD, OLD_HEAD
from hospital.ordinary.power import decide
from hospital.ordinary.programme import YEARS
from qinglian_rules.facts.engine import EvidenceRecord, RecordKind
from qinglian_rules.facts.governance import (
    NamedResponsibility,
    ResponsibilityName,
    StaffAssignment,
    Structure,
    StructureKind,
)
from qinglian_rules.facts.reports import PlanKind, ReportSubmission, TaskAssignment, WorkPlan

PLAN = "JH-清廉"
GOALS = ("党风清正", "院风清朗", "医风清新", "行风清明", "九项准则", "社会办医综合整治")
_OFFICE = "清廉医院建设工作专班"
_MEMBERS = (
    "自治区发展改革委",
    "自治区教育厅",
    "自治区审计厅",
    "自治区市场监管局",
    "自治区医保局",
    "自治区中医药局",
    "自治区药监局",
    "自治区纪委监委驻自治区卫生健康委纪检监察组",
)
_FIVE_ONES: tuple[tuple[RecordKind, str], ...] = (
    ("承诺书", "九项准则廉洁承诺"),
    ("活动", "九项准则知识竞赛"),
    ("学习", "九项准则学习体会"),
    ("出版物", "九项准则专题版报"),
)


def write(book: Book) -> None:
    """Write plans, reports, activities, offices and names."""
    decide(book, "JC-清廉", date(2022, 4, 7), "重大事项决策", "清廉医院建设实施方案")
    add_plan(book, PLAN, HOSPITAL, "清廉医院建设实施方案", date(2022, 4, 11), topics=GOALS, decision="JC-清廉")
    add_plan(book, f"{PLAN}-{CITY}", CITY, "清廉医院建设实施方案", date(2022, 4, 12), topics=GOALS)
    for body in (HOSPITAL, CITY):
        _send_plan(book, body, date(2022, 4, 18))
    for number, task in enumerate(("制度建设", "警示教育", "监督检查"), start=1):
        _add_task(book, f"RW-清廉-{number}", task)
    add_plan(book, "JH-规划", HOSPITAL, "医院发展总体规划", date(2021, 3, 1), topics=("医院法治建设",), years=5)
    for year in YEARS:
        add_plan(book, f"JH-普法-{year}", HOSPITAL, "普法计划", date(year, 2, 18), topics=("普法",))
    for record, topic in _FIVE_ONES:
        _add_activity(book, record, topic)
    _structures(book)
    _names(book)


def add_plan(
    book: Book, key: str, body: str, kind: PlanKind, adopted: date, *, years: int = 1, **more: Any
) -> WorkPlan:
    """Write one plan of a year or of several; `more` overrides fields."""
    fields: dict[str, Any] = {
        "span": span(adopted, whole(adopted.year + years - 1)[1]),
        "topics": (),
        "sessions_planned": None,
        "quantified": True,
        "specific": True,
        "binding": True,
        "decision": None,
        "number": None,
    }
    made = WorkPlan(id=key, body=body, plan=kind, adopted=adopted, **{**fields, **more})
    book.add(made)
    return made


def plan_report(body: str) -> str:
    """Return the id of the report by which a body sent in its plan."""
    return f"BS-{body}-清廉方案"


def five_ones(topic: str) -> str:
    """Return the id of the record of one of the activities."""
    return f"HD-{topic}"


def _send_plan(book: Book, body: str, received: date) -> None:
    book.add(
        ReportSubmission(
            id=plan_report(body),
            body=body,
            report="实施方案",
            recipient=PROVINCE,
            recipient_office=_OFFICE,
            period_covered=None,
            topics=(),
            sent=received,
            received=received,
            form="公文系统",
            case=None,
            lead=None,
            matter=None,
            number=None,
        )
    )


def _add_task(book: Book, key: str, task: str) -> None:
    book.add(
        TaskAssignment(
            id=key,
            body=HOSPITAL,
            plan=PLAN,
            task=task,
            topics=(),
            office="KS14",
            person=CONDUCT_LEADER,
            assigned=date(2022, 4, 25),
            due=date(2024, 12, 31),
            done=None,
        )
    )


def _add_activity(book: Book, record: RecordKind, topic: str) -> None:
    book.add(
        EvidenceRecord(
            id=five_ones(topic),
            body=HOSPITAL,
            record=record,
            topics=(topic,),
            date=date(2022, 9, 16),
            approved_by=None,
            number=None,
            title=topic,
            location=None,
        )
    )


def _structures(book: Book) -> None:
    _add_structure(book, "JG-法治", HOSPITAL, "法治工作机构", CONDUCT_LEADER)
    book.add(
        StaffAssignment(
            id="ZZ-法治",
            body=HOSPITAL,
            structure="JG-法治",
            person="R068",
            role="工作人员",
            full_time=True,
            duties_written=True,
            span=span(date(2022, 2, 7)),
        )
    )
    for authority in AUTHORITIES:
        _add_structure(book, f"JG-{authority}-小组", authority, "行风建设领导小组", head_of(authority))
    more = {"led_by": PROVINCE, "member_bodies": _MEMBERS}
    _add_structure(book, "JG-协调", PROVINCE, "清廉医院建设协调机制", head_of(PROVINCE), **more)


def _add_structure(book: Book, key: str, body: str, kind: StructureKind, head: str, **more: Any) -> None:
    fields: dict[str, Any] = {"led_by": None, "member_bodies": ()}
    book.add(
        Structure(
            id=key,
            body=body,
            structure=kind,
            span=span(date(2022, 2, 7)),
            head=head,
            deputies=(),
            office=None,
            functions=(),
            duties_written=True,
            founding_document=f"2022年{key}",
            decision=None,
            **{**fields, **more},
        )
    )


def two_duties(person: str) -> str:
    """Return the id of the naming of a leader who also answers for conduct."""
    return f"ZR-双责-{person}"


def _names(book: Book) -> None:
    for person in (OLD_HEAD, NEW_HEAD, CONDUCT_LEADER, PARTY_HEAD):
        _name(book, two_duties(person), HOSPITAL, "行风建设一岗双责", person)
    for authority in AUTHORITIES:
        person = head_of(authority)
        _name(book, two_duties(person), authority, "行风建设一岗双责", person)
    _name(book, "ZR-清廉", HOSPITAL, "清廉医院建设第一责任人", PARTY_HEAD)


def _name(book: Book, key: str, body: str, what: ResponsibilityName, person: str) -> None:
    end = date(2024, 6, 30) if person == OLD_HEAD else None
    book.add(
        NamedResponsibility(
            id=key, body=body, responsibility=what, person=person, span=span(date(2022, 1, 10), end), number=None
        )
    )
