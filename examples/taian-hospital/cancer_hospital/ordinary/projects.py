"""Purchases and who judged the bids; contracts of volume purchasing; buildings, their money; information systems."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cancer_hospital.days import AS_OF
from cancer_hospital.ordinary.bodies import COMPANIES, put
from made.book import Book
from made.days import span

from qinglian_rules.facts.procurement import ProcurementProject, TenderPanelMember, VolumeContract
from qinglian_rules.facts.projects import (
    ApprovalStep,
    ConstructionProject,
    Fund,
    FundEntry,
    ItProject,
    ProjectApproval,
    ProjectStage,
    RiskControl,
    SecurityStage,
    SecurityWork,
)

STEPS: tuple[ApprovalStep, ...] = ("立项", "可行性研究报告", "初步设计", "投资概算", "施工许可")
"""What must be approved before a building is begun: so the hospital has set."""

_DAY = timedelta(days=1)
_PURPOSES = {"JJ-1": "放疗楼建设", "JJ-2": "门诊楼修缮", "JJ-3": "污水站改造"}


def write(book: Book) -> None:
    """Write a year of purchases, contracts, buildings and information systems."""
    for number in range(1, 13):
        announced = date(2025, number, 3)
        add_purchase(book, f"CG-{number:02}", announced, object="医用设备" if number % 3 else "服务")
    for number in range(1, 11):
        add_contract(book, f"JC-集采-{number:02}", date(2024, 3 + number % 6, 1), tier="国家" if number % 2 else "省级")
    for number, (key, purpose) in enumerate(_PURPOSES.items()):
        add_building(book, key, date(2025, 3 + number, 10), purpose)
    for number in range(1, 5):
        add_system(book, f"XX-{number}", date(2025, number, 8))


def add_purchase(book: Book, key: str, announced: date, **more: Any) -> ProcurementProject:
    """Write one purchase from the hospital's own money, judged by five external experts; `more` overrides fields."""
    usual: dict[str, Any] = {
        "name": f"采购项目{key}",
        "object": "医用设备",
        "method": "公开招标",
        "fund_source": "自有资金",
        "budget": Decimal(900_000),
        "approved": announced - timedelta(days=7),
        "decision": None,
        "announced": announced,
        "opened": announced + timedelta(days=21),
        "awarded": announced + timedelta(days=24),
        "winner": COMPANIES[len(key) % len(COMPANIES)],
        "amount": Decimal(880_000),
        "contract_signed": announced + timedelta(days=35),
        "accepted": None,
        "agency": None,
        "supervised_by": "纪检监察室",
        "on_government_list": True,
    }
    project = put(book, ProcurementProject, key, usual, more)
    for number in range(1, 6):
        add_expert(book, f"PB-{key}-{number}", project)
    return project


def add_expert(book: Book, key: str, project: ProcurementProject, **more: Any) -> TenderPanelMember:
    """Write one external expert who judged the bids, unrelated to any bidder; `more` overrides fields."""
    usual: dict[str, Any] = {
        "project": project.id,
        "served": project.opened,
        "member": f"ZJ{sum(map(ord, key)) % 400:03}",
        "role": "评标专家",
        "external": True,
        "drawn_at_random": True,
        "related_to_bidder": False,
        "withdrew": False,
    }
    return put(book, TenderPanelMember, key, usual, more)


def add_contract(book: Book, key: str, start: date, **more: Any) -> VolumeContract:
    """Write one contract of a year or so, more than fulfilled and analysed to its end; `more` overrides fields."""
    end = date(start.year + 1, 8 + start.month % 4, 28)
    usual: dict[str, Any] = {
        "batch": f"{start.year}年第{start.month}批",
        "tier": "国家",
        "object": "药品" if start.month % 2 else "医用耗材",
        "product": f"品种{key[-2:]}",
        "span": span(start, end),
        "agreed": Decimal(1000),
        "bought": Decimal(1080),
        "used": Decimal(1050),
        "alternatives_used": Decimal(200),
        "use_reason": None,
        "counted_on": end,
        "monitored": end - timedelta(days=20),
        "alerted": None,
    }
    return put(book, VolumeContract, key, usual, more)


def add_building(book: Book, key: str, started: date, purpose: str, **more: Any) -> ConstructionProject:
    """Write one building with its approvals, its tender and its fund; `more` overrides fields of the project."""
    tender = add_purchase(book, f"CG-{key}", started - timedelta(days=60), object="工程", fund_source="财政资金")
    usual: dict[str, Any] = {
        "name": purpose,
        "span": span(started - timedelta(days=200), AS_OF),
        "started": started,
        "approved": started - timedelta(days=180),
        "decision": None,
        "estimate": Decimal(8_000_000),
        "cost": Decimal(3_500_000),
        "procurement": tender.id,
        "tender_required": True,
        "contractor": COMPANIES[-1],
        "planned_days": 180,
        "contract_days": 180,
        "finished": started + timedelta(days=185),
        "accepted": started + timedelta(days=200),
        "audited": None,
        "responsible": "R005",
    }
    made = put(book, ConstructionProject, key, usual, more)
    for number, step in enumerate(STEPS):
        add_approval(book, approval(key, step), key, step, started - timedelta(days=170 - 30 * number))
    fund = add_fund(book, f"ZJ-{key}", key, purpose, granted=started - timedelta(days=20))
    for number in range(1, 4):
        add_entry(book, f"ZC-{key}-{number}", fund, started + timedelta(days=40 * number))
    return made


def approval(project: str, step: ApprovalStep) -> str:
    """Return the id of one approval of a building."""
    return f"SP-{project}-{step}"


def add_approval(
    book: Book, key: str, project: str, step: ApprovalStep, granted: date, amount: Decimal | None = None
) -> ProjectApproval:
    """Write one approval."""
    usual = {"project": project, "step": step, "granted": granted, "authority": "示例审批部门", "number": None}
    return put(book, ProjectApproval, key, usual, {"amount": amount})


def add_fund(book: Book, key: str, project: str | None, purpose: str, **more: Any) -> Fund:
    """Write money for a building; `more` overrides fields."""
    usual: dict[str, Any] = {
        "kind": "基本建设资金",
        "granted": date(2025, 1, 10),
        "amount": Decimal(4_000_000),
        "purpose": purpose,
        "project": project,
        "source": "市级财政",
    }
    return put(book, Fund, key, usual, more)


def add_entry(book: Book, key: str, fund: Fund, entered: date, **more: Any) -> FundEntry:
    """Write one payment for what the money is for; `more` overrides fields."""
    usual: dict[str, Any] = {
        "fund": fund.id,
        "entered": entered,
        "amount": Decimal(1_000_000),
        "purpose": fund.purpose,
        "use": "按规定用途",
        "charged_to": fund.project,
        "approved_by": "R002",
    }
    return put(book, FundEntry, key, usual, more)


def add_system(book: Book, key: str, planned: date, **more: Any) -> ItProject:
    """Write one information system, guarded and secured at each stage; `more` overrides fields of the project."""
    tender = add_purchase(book, f"CG-{key}", planned + timedelta(days=30), object="信息化")
    usual: dict[str, Any] = {
        "name": f"信息系统{key}",
        "it": "信息系统",
        "span": span(planned - timedelta(days=5)),
        "decision": None,
        "procurement": tender.id,
        "planned": planned,
        "built": planned + timedelta(days=120),
        "in_use": planned + timedelta(days=130),
        "accepted": planned + timedelta(days=150),
        "intangible_booked": True,
        "finance_involved": True,
        "audit_involved": True,
        "discipline_involved": True,
    }
    made = put(book, ItProject, key, usual, more)
    stages: tuple[tuple[ProjectStage, int], ...] = (
        ("立项", -7),
        ("招标", 50),
        ("建设", 110),
        ("验收", 148),
        ("使用", 150),
    )
    for stage, after in stages:
        _guard(book, key, stage, planned + timedelta(days=after))
    works: tuple[tuple[SecurityWork, int], ...] = (("规划", 0), ("建设", 118), ("运行", 129))
    for work, after in works:
        usual = {"project": key, "work": work, "done": planned + timedelta(days=after), "level": "二级"}
        put(book, SecurityStage, security(key, work), usual, {})
    return made


def security(project: str, work: SecurityWork) -> str:
    """Return the id of a stage of the security of a system."""
    return f"WA-{project}-{work}"


def guard(project: str, stage: ProjectStage) -> str:
    """Return the id of the guard against corruption at a stage of a system."""
    return f"FK-{project}-{stage}"


def _guard(book: Book, project: str, stage: ProjectStage, done: date) -> None:
    usual: dict[str, Any] = {
        "stage": stage,
        "it_project": project,
        "construction": None,
        "procurement": None,
        "done": done,
        "office": "纪检监察室",
        "function": "纪检监察",
        "risks": ("围标串标",),
    }
    put(book, RiskControl, guard(project, stage), usual, {})
