"""Purchases, how the discipline office goes along with them, who judged the bids, and who is related to whom."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from made.book import Book

from hospital.days import workday_from
from hospital.ordinary.bodies import COMPANIES, HOSPITAL
from hospital.ordinary.meetings import committee_key
from qinglian_rules.facts.meetings import Decision, Meeting
from qinglian_rules.facts.people import RelationKind, Relationship
from qinglian_rules.facts.procurement import ProcurementObject, ProcurementProject, TenderPanelMember
from qinglian_rules.facts.projects import ProjectStage, RiskControl

FROM_AMOUNT = Decimal(1_000_000)
"""From this budget on the discipline office goes along: the hospital's own choice."""

_OBJECTS: tuple[ProcurementObject, ...] = ("医用设备", "试剂", "医用耗材", "信息化", "服务", "物资")
_PROJECTS = 24


def write(book: Book, rng: Random) -> None:
    """Write two purchases a month, and the relations that leaders have declared."""
    decided = {made.meeting: made.id for made in book.of(Decision) if isinstance(made.meeting, str)}
    for number in range(1, _PROJECTS + 1):
        meeting = book.get(Meeting, committee_key((number + 1) // 2, 2 - number % 2))
        assert isinstance(meeting.held, date)
        budget = Decimal(rng.randint(20, 400)) * 10_000
        add_project(
            book,
            f"CG-{number:02}",
            workday_from(meeting.held + timedelta(days=7)),
            budget,
            COMPANIES[rng.randrange(2, len(COMPANIES))],
            object=_OBJECTS[number % len(_OBJECTS)],
            decision=decided[meeting.id],
        )
    add_relation(book, "GX-1", "R004", "配偶", None)
    add_relation(book, "GX-2", "R006", "同学", None)


def add_project(
    book: Book, key: str, announced: date, budget: Decimal, winner: str | None, **more: Any
) -> ProcurementProject:
    """Write one purchase from its approval to its acceptance, watched at each stage; `more` overrides fields."""
    fields: dict[str, Any] = {
        "object": "医用设备",
        "method": "公开招标",
        "approved": announced - timedelta(days=7),
        "decision": None,
        "opened": announced + timedelta(days=21),
        "awarded": announced + timedelta(days=24),
        "contract_signed": announced + timedelta(days=35),
        "accepted": announced + timedelta(days=60) if announced < date(2024, 11, 1) else None,
    }
    project = ProcurementProject(
        id=key,
        body=HOSPITAL,
        name=f"采购项目{key}",
        fund_source="自有资金",
        budget=budget,
        announced=announced,
        winner=winner,
        amount=budget,
        agency=None,
        supervised_by="纪检监察室",
        on_government_list=True,
        **{**fields, **more},
    )
    book.add(project)
    _watch(book, project)
    for number in range(1, 6):
        add_panel_member(book, f"PB-{key}-{number}", project)
    return project


def control(project: str, stage: ProjectStage) -> str:
    """Return the id of the watch over one stage of a purchase."""
    return f"FK-{project}-{stage}"


def add_panel_member(book: Book, key: str, project: ProcurementProject, **more: Any) -> TenderPanelMember:
    """Write one who judged the bids, unrelated to any bidder; `more` overrides fields."""
    fields: dict[str, Any] = {"related_to_bidder": False, "withdrew": False}
    served = project.opened
    assert isinstance(served, date)
    made = TenderPanelMember(
        id=key,
        body=HOSPITAL,
        project=project.id,
        served=served,
        member=f"ZJ{sum(map(ord, key)) % 400:03}",
        role="评标专家",
        external=True,
        drawn_at_random=True,
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_relation(book: Book, key: str, person: str, relation: RelationKind, company: str | None) -> Relationship:
    """Write one relation that a person has declared."""
    made = Relationship(
        id=key,
        body=HOSPITAL,
        person=person,
        other="关系人",
        relation=relation,
        company=company,
        declared=date(2024, 1, 15),
    )
    book.add(made)
    return made


def _watch(book: Book, project: ProcurementProject) -> None:
    approved, opened = project.approved, project.opened
    assert isinstance(approved, date)
    assert isinstance(opened, date)
    stages: list[tuple[ProjectStage, date]] = [("立项", approved), ("招标", opened)]
    if isinstance(project.accepted, date):
        stages.append(("验收", project.accepted))
    for stage, done in stages:
        book.add(
            RiskControl(
                id=control(project.id, stage),
                body=HOSPITAL,
                stage=stage,
                it_project=None,
                construction=None,
                procurement=project.id,
                done=done,
                office="纪检监察室",
                function="纪检监察",
                risks=("围标串标", "人情往来"),
            )
        )
