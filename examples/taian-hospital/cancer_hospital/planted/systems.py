"""Information systems whose security came later, that nobody watched, or that were not booked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cancer_hospital.days import AS_OF
from cancer_hospital.ordinary.limits import BOOKING_DAYS, USE_CONTROL_DAYS
from cancer_hospital.ordinary.projects import add_system, guard, security
from made.book import Book, Plan, Status
from pydantic import MISSING

from qinglian_rules.facts.procurement import ProcurementProject
from qinglian_rules.facts.projects import ProjectStage, RiskControl, SecurityStage, SecurityWork

_ITEM = "ta-2024/2.2.7/"
_DAY = timedelta(days=1)
_PLANNED = date(2025, 3, 11)
_WORKS: tuple[tuple[SecurityWork, str, str], ...] = (
    ("规划", "planned", "security-planned-together"),
    ("建设", "built", "security-built-together"),
    ("运行", "in_use", "security-run-together"),
)
_STAGES: tuple[tuple[ProjectStage, str], ...] = (
    ("立项", "risk-control-at-approval"),
    ("招标", "risk-control-at-tendering"),
    ("建设", "risk-control-at-building"),
    ("验收", "risk-control-at-acceptance"),
    ("使用", "risk-control-in-use"),
)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns information systems."""
    _security(book, plan)
    _of_2024(book, plan)
    _risks(book, plan)
    _booking(book, plan)
    for number, (name, word) in enumerate((("finance", "财务"), ("audit", "审计"), ("discipline", "纪检")), 1):
        made = add_system(book, f"XX-A{10 + number}", _PLANNED, **{f"{name}_involved": False})
        plan.expect("violated", _ITEM + "supervisors-take-part", made, f"{word}部门没有参与", failed=(word,))
    unsaid = add_system(book, "XX-B5", _PLANNED, audit_involved=MISSING)
    plan.expect("undetermined", _ITEM + "supervisors-take-part", unsaid, "审计部门是否参与没有登记")


def _security(book: Book, plan: Plan) -> None:
    for number, (work, name, rule) in enumerate(_WORKS, 1):
        for key, late, status in ((f"XX-A{number}", 1, "violated"), (f"XX-C{number}", 0, "compliant")):
            made = add_system(book, key, _PLANNED)
            day = getattr(made, name) + timedelta(days=late)
            book.change(SecurityStage, security(key, work), done=day)
            why = f"网络安全的{work}比项目晚一天" if late else f"网络安全的{work}与项目同一天"
            plan.expect(status, _ITEM + rule, made, why)  # type: ignore[arg-type]
    none = add_system(book, "XX-A4", _PLANNED)
    book.remove(SecurityStage, security("XX-A4", "运行"))
    plan.expect("violated", _ITEM + "security-run-together", none, "网络安全设施从来没有运行")
    unsaid = add_system(book, "XX-B1", _PLANNED)
    book.change(SecurityStage, security("XX-B1", "规划"), work=MISSING)
    plan.expect("undetermined", _ITEM + "security-planned-together", unsaid, "一项网络安全工作没有登记是规划还是建设")


def _of_2024(book: Book, plan: Plan) -> None:
    """Planned in 2024, before or after the document nobody knows; built and used in 2025."""
    lines: tuple[tuple[str, date, Status, str], ...] = (
        ("XX-B2", date(2024, 9, 3), "undetermined", "2024年9月规划，方案何时印发不明"),
        ("XX-A5", date(2024, 12, 31), "violated", "2024年12月31日规划，方案必定已经施行，网络安全次日才规划"),
        ("XX-C4", date(2023, 12, 29), "not_applicable", "2023年规划，不溯及"),
    )
    for key, planned, status, why in lines:
        made = add_system(
            book, key, planned, built=date(2025, 5, 8), in_use=date(2025, 6, 8), accepted=date(2025, 7, 8)
        )
        book.change(SecurityStage, security(key, "规划"), done=planned + _DAY)
        for work in ("建设", "运行"):
            book.change(SecurityStage, security(key, work), done=date(2025, 5, 8))
        book.change(RiskControl, guard(key, "使用"), done=date(2025, 7, 1))
        plan.expect(status, _ITEM + "security-planned-together", made, why)


def _risks(book: Book, plan: Plan) -> None:
    for number, (stage, rule) in enumerate(_STAGES, 6):
        made = add_system(book, f"XX-A{number}", _PLANNED)
        book.remove(RiskControl, guard(made.id, stage))
        plan.expect("violated", _ITEM + rule, made, f"{stage}环节没有廉政风险防控")
    approved = add_system(book, "XX-A14", _PLANNED)
    start = _PLANNED - timedelta(days=5)
    book.change(RiskControl, guard("XX-A14", "立项"), done=start + _DAY)
    plan.expect("violated", _ITEM + "risk-control-at-approval", approved, "立项次日才防控")
    same = add_system(book, "XX-C5", _PLANNED)
    book.change(RiskControl, guard("XX-C5", "立项"), done=start)
    plan.expect("compliant", _ITEM + "risk-control-at-approval", same, "立项当日防控")
    waiting = add_system(book, "XX-C6", _PLANNED)
    book.change(ProcurementProject, "CG-XX-C6", awarded=None)
    plan.expect("not_applicable", _ITEM + "risk-control-at-tendering", waiting, "还没有定标")
    used = _ITEM + "risk-control-in-use"
    for key, after, status in (
        ("XX-A15", USE_CONTROL_DAYS + 1, "compliant"),
        ("XX-C7", USE_CONTROL_DAYS, "compliant"),
        ("XX-A16", -1, "violated"),
    ):
        made = add_system(book, key, _PLANNED)
        in_use = made.in_use
        assert isinstance(in_use, date)
        book.change(RiskControl, guard(key, "使用"), done=in_use + timedelta(days=after))
        plan.expect(status, used, made, f"投入使用之后{after}天防控")  # type: ignore[arg-type]
    unsaid = add_system(book, "XX-B3", _PLANNED)
    book.change(RiskControl, guard("XX-B3", "验收"), stage=MISSING)
    plan.expect("undetermined", _ITEM + "risk-control-at-acceptance", unsaid, "一次防控没有登记是哪个环节")


def _booking(book: Book, plan: Plan) -> None:
    accepted = AS_OF - timedelta(days=BOOKING_DAYS)
    lines: tuple[tuple[str, dict[str, Any], Status, str], ...] = (
        (
            "XX-A17",
            {"accepted": accepted - _DAY, "intangible_booked": False},
            "violated",
            "验收九十一天没有计入无形资产",
        ),
        ("XX-C8", {"accepted": accepted, "intangible_booked": False}, "pending", "到判定日正好九十天，还没有计入"),
        ("XX-C9", {"it": "硬件", "intangible_booked": False}, "not_applicable", "硬件是固定资产"),
        ("XX-B4", {"intangible_booked": MISSING}, "undetermined", "是否计入没有登记"),
    )
    for key, values, status, why in lines:
        made = add_system(book, key, _PLANNED, **values)
        plan.expect(status, _ITEM + "intangible-assets-booked", made, why)
