"""Inspections, plans and their tasks, bulletins; what an inspection found and how it was set right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book
from made.days import span

from hospital.days import LAST_DAY, workday_from
from hospital.ordinary.bodies import AUTHORITIES, CITY, HOSPITAL, HOSPITALS, PROVINCE, PROVINCIAL
from qinglian_rules.facts.misconduct import Bulletin
from qinglian_rules.facts.reports import PlanKind, TaskAssignment, WorkPlan
from qinglian_rules.facts.supervision import Finding, Inspection, InspectionKind, Rectification

BUILDING = "清廉医院建设"
MODELS = "清廉医院示范单位创建"
CARE = "“三合理一规范”专项行动"
PRICES = "医疗服务价格"
RED_PACKETS = "整治“红包”专项行动"
KICKBACKS = "整治回扣专项行动"
MAJOR_MATTERS = "“三重一大”监督检查"
CENTRALISM = "一把手民主集中制"
HEAD_RISKS = "一把手廉政风险"
ACTIONS = tuple(f"第{word}项行动" for word in "一二三四五六七八九十")
"""What the authorities call the ten actions, of which the document gives no names; invented."""

_INSPECTIONS: tuple[tuple[str, InspectionKind, date, tuple[str, ...]], ...] = (
    ("日常1", "日常监督", date(2024, 2, 22), (BUILDING,)),
    ("日常2", "日常监督", date(2024, 5, 23), (BUILDING,)),
    ("日常3", "日常监督", date(2024, 8, 22), (BUILDING,)),
    ("日常4", "日常监督", date(2024, 11, 21), (BUILDING,)),
    ("调研", "调研", date(2024, 4, 25), (BUILDING,)),
    ("专项", "专项检查", date(2024, 6, 13), (BUILDING,)),
    ("督查", "督查", date(2024, 7, 18), (BUILDING,)),
    ("考核", "考核验收", date(2024, 12, 12), (BUILDING, MODELS)),
    ("示范1", "督查", date(2024, 5, 30), (MODELS,)),
    ("示范2", "督查", date(2024, 10, 24), (MODELS,)),
    ("合理", "专项检查", date(2024, 8, 8), (CARE,)),
    ("价格", "抽查", date(2024, 9, 5), (PRICES,)),
    ("红包", "专项检查", date(2024, 6, 27), (RED_PACKETS,)),
    ("回扣", "专项检查", date(2024, 9, 26), (KICKBACKS,)),
)
_PROBLEMS = ("台账不全", "公示不及时", "谈话记录缺失", "采购资料归档不及时", "随访不到位", "制度没有修订")


def write(book: Book) -> None:
    """Write the year's supervision."""
    for authority in AUTHORITIES:
        for name, kind, held, topics in _INSPECTIONS:
            add_inspection(book, inspection(authority, name), authority, kind, workday_from(held), topics)
        _plan_and_tasks(book, authority)
        _bulletin(book, authority)
    for hospital, superior in ((HOSPITAL, CITY), (PROVINCIAL, PROVINCE)):
        _of_the_leaders(book, hospital, superior)
    for hospital in HOSPITALS:
        topics = (CARE, RED_PACKETS, KICKBACKS)
        add_plan(book, campaign_plan(hospital), hospital, "专项行动方案", date(2024, 4, 15), topics)
    for number in range(1, 13):
        add_finding(book, f"FX-{number:02}", inspection(CITY, "专项"), date(2024, 6, 14), number)


def inspection(body: str, name: str) -> str:
    """Return the id of a body's inspection by its short name."""
    return f"JC-{body}-{name}"


def yearly_plan(authority: str) -> str:
    """Return the id of an authority's plan of the year."""
    return f"JH-{authority}-年度"


def campaign_plan(hospital: str) -> str:
    """Return the id of a hospital's plan of its campaigns."""
    return f"JH-{hospital}-专项"


def task(authority: str, number: int) -> str:
    """Return the id of the task that one of the ten actions became, counted from 1."""
    return f"RW-{authority}-{number:02}"


def bulletin(authority: str) -> str:
    """Return the id of an authority's bulletin on what its inspection found."""
    return f"TB-{authority}"


def rectification(finding: str) -> str:
    """Return the id of the report on how a problem was set right."""
    return f"ZG-{finding}"


def add_inspection(
    book: Book,
    key: str,
    body: str,
    kind: InspectionKind,
    held: date,
    topics: tuple[str, ...],
    target: str | None = None,
) -> Inspection:
    """Write one inspection on the spot."""
    made = Inspection(
        id=key,
        body=body,
        inspection=kind,
        held=held,
        ended=held + timedelta(days=1),
        target=target,
        city=None,
        department=None,
        topics=topics,
        campaigns=(),
        on_site=True,
        findings_count=0,
        leads=(),
        report=f"报告{key}",
    )
    book.add(made)
    return made


def add_plan(book: Book, key: str, body: str, kind: PlanKind, adopted: date, topics: tuple[str, ...]) -> WorkPlan:
    """Write one plan that reaches to the end of the year."""
    made = WorkPlan(
        id=key,
        body=body,
        plan=kind,
        adopted=adopted,
        span=span(adopted, LAST_DAY),
        topics=topics,
        sessions_planned=None,
        quantified=True,
        specific=True,
        binding=True,
        decision=None,
        number=None,
    )
    book.add(made)
    return made


def add_finding(book: Book, key: str, of: str, found: date, number: int, **more: Any) -> Finding:
    """Write one problem that an inspection found, and that it was set right in time; `more` overrides fields."""
    fields: dict[str, Any] = {
        "cleared": found + timedelta(days=6 + number),
        "department": f"KS{11 + number % 8}",
        "person": None,
        "due": found + timedelta(days=60),
    }
    made = Finding(
        id=key,
        body=HOSPITAL,
        inspection=of,
        survey=None,
        found=found,
        topics=(BUILDING,),
        problem=_PROBLEMS[number % len(_PROBLEMS)],
        gravity="一般",
        published=True,
        **{**fields, **more},
    )
    completed = found + timedelta(days=20 + number)
    book.add(
        made,
        Rectification(
            id=rectification(key),
            body=HOSPITAL,
            finding=key,
            case=None,
            reported=completed + timedelta(days=3),
            measures="补充完善，举一反三",
            state="已整改",
            completed=completed,
            verified=True,
            public_satisfied=True,
            verified_by="清廉医院建设办公室",
        ),
    )
    return made


def _plan_and_tasks(book: Book, authority: str) -> None:
    plan = add_plan(book, yearly_plan(authority), authority, "年度工作计划", date(2024, 3, 28), (BUILDING,))
    for number, action in enumerate(ACTIONS, start=1):
        book.add(
            TaskAssignment(
                id=task(authority, number),
                body=authority,
                plan=plan.id,
                task=action,
                topics=(BUILDING,),
                office=None,
                person=None,
                assigned=date(2024, 4, 9),
                due=LAST_DAY,
                done=None,
            )
        )


def _bulletin(book: Book, authority: str) -> None:
    book.add(
        Bulletin(
            id=bulletin(authority),
            body=authority,
            issued=date(2024, 7, 25),
            subject="督查问题",
            scope="系统内",
            cases=(),
            inspection=inspection(authority, "专项"),
            target=None,
            campaign=None,
            number=None,
        )
    )


def _of_the_leaders(book: Book, hospital: str, superior: str) -> None:
    """Write how the superior looked at major matters, and twice a year at the head, of a hospital."""
    held = workday_from(date(2024, 10, 10))
    add_inspection(book, inspection(hospital, "三重一大"), superior, "专项检查", held, (MAJOR_MATTERS,), hospital)
    for number, day in enumerate((date(2024, 5, 9), date(2024, 11, 7)), start=1):
        topics = (CENTRALISM, HEAD_RISKS)
        add_inspection(book, inspection(hospital, f"一把手{number}"), superior, "日常监督", day, topics, hospital)
