"""Buildings begun too early, too dear or untendered, and money for buildings that went elsewhere."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cancer_hospital.days import AS_OF, LAST_DAY
from cancer_hospital.ordinary.bodies import THIS, put
from cancer_hospital.ordinary.limits import ACCEPTANCE_DAYS
from cancer_hospital.ordinary.projects import add_approval, add_building, add_entry, add_fund, approval
from made.book import Book, Plan, Status
from pydantic import MISSING

from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.governance import NamedResponsibility
from qinglian_rules.facts.procurement import ProcurementProject
from qinglian_rules.facts.projects import ConstructionProject, FundEntry, ProjectApproval

_ITEM = "ta-2024/2.2.6/"
_UNAPPROVED = _ITEM + "not-built-before-approval"
_APPROVALS = _ITEM + "approvals-complete"
_ESTIMATE = _ITEM + "cost-within-the-estimate"
_TENDER = _ITEM + "tendered-by-law"
_EARMARKED = _ITEM + "earmarked-money-for-its-purpose"
_USES = {"挪用": "no-diversion", "截留": "no-withholding", "挤占": "no-crowding-out"}
_DAY = timedelta(days=1)
_STARTED = date(2025, 4, 8)
_NO_APPROVAL, _TOO_LATE, _AFTERWARDS = "没有立项批复就开工", "立项批复晚于开工", "开工之后才批复"
_WITHOUT = "没有必需的许可就开工"
_QUESTION = "实际用途是否属于资金的规定用途"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns buildings."""
    _approvals(book, plan)
    _before_the_document(book, plan)
    _cost(book, plan)
    _tender(book, plan)
    _time(book, plan)
    _money(book, plan)
    _limits_of_money(book, plan)
    _other_money(book, plan)
    book.change(NamedResponsibility, "ZR-基建资金", person="R005")
    plan.expect("violated", _ITEM + "head-named-for-construction-money", THIS, "责任人写的是副院长，不是主要负责人")


def _approvals(book: Book, plan: Plan) -> None:
    late = add_building(book, "JJ-A1", _STARTED, "培训中心", approved=_STARTED + _DAY)
    book.change(ProjectApproval, approval("JJ-A1", "立项"), granted=_STARTED + _DAY)
    plan.expect("violated", _UNAPPROVED, late, "开工次日才批复立项", failed=(_TOO_LATE, _AFTERWARDS))
    same = add_building(book, "JJ-C1", _STARTED, "培训中心", approved=_STARTED)
    book.change(ProjectApproval, approval("JJ-C1", "立项"), granted=_STARTED)
    plan.expect("compliant", _UNAPPROVED, same, "开工当日批复立项")
    plan.expect("compliant", _APPROVALS, same, "开工当日批复立项")
    none = add_building(book, "JJ-A2", _STARTED, "车棚", approved=None)
    book.remove(ProjectApproval, approval("JJ-A2", "立项"))
    plan.expect("violated", _UNAPPROVED, none, "从来没有立项批复", failed=(_NO_APPROVAL,))
    licence = add_building(book, "JJ-A3", _STARTED, "食堂")
    book.change(ProjectApproval, approval("JJ-A3", "施工许可"), granted=_STARTED + _DAY)
    plan.expect("violated", _UNAPPROVED, licence, "开工次日才取得施工许可", failed=(_WITHOUT, _AFTERWARDS))
    skipped = add_building(book, "JJ-A4", _STARTED, "库房")
    book.remove(ProjectApproval, approval("JJ-A4", "初步设计"))
    plan.expect("violated", _APPROVALS, skipped, "没有批复初步设计", failed=("初步设计",))
    plan.expect("compliant", _UNAPPROVED, skipped, "缺初步设计，但没有一个环节是开工之后才批复的")
    book.change(ConstructionProject, add_building(book, "JJ-B1", _STARTED, "连廊").id, approved=MISSING)
    book.change(ProjectApproval, approval("JJ-B1", "立项"), step=MISSING)
    for rule in (_UNAPPROVED, _APPROVALS):
        plan.expect(
            "undetermined", rule, ("ConstructionProject", "JJ-B1"), "立项何时批复、一份批复是哪个环节，都没有登记"
        )
    later = add_building(book, "JJ-C2", _STARTED, "康复楼", finished=None, accepted=None)
    book.change(ConstructionProject, later.id, started=None)
    plan.expect("compliant", _UNAPPROVED, later, "还没有开工")


def _before_the_document(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, date, Status, str], ...] = (
        ("JJ-B2", date(2024, 7, 1), "undetermined", "2024年7月开工，方案何时印发不明，不知道是否在施行之后"),
        ("JJ-B3", date(2024, 12, 30), "undetermined", "2024年12月30日开工，差一天才一定在施行之后"),
        ("JJ-A5", date(2024, 12, 31), "violated", "2024年12月31日开工，方案必定已经施行"),
        ("JJ-C3", date(2023, 12, 29), "not_applicable", "2023年开工，不溯及"),
    )
    for key, started, status, why in lines:
        made = add_building(book, key, started, "制剂楼", approved=started + _DAY)
        failed = (_TOO_LATE,) if status == "violated" else ()
        plan.expect(status, _UNAPPROVED, made, why, failed=failed)


def _cost(book: Book, plan: Plan) -> None:
    estimate = Decimal(8_000_000)
    over = estimate + Decimal("0.01")
    lines: tuple[tuple[str, Any, Decimal | None, Status, str], ...] = (
        ("JJ-A6", over, None, "violated", "超过概算一分钱"),
        ("JJ-C4", estimate, None, "compliant", "正好用完概算"),
        ("JJ-C5", over, over, "compliant", "超过原概算，批准调整到刚好够"),
        ("JJ-A7", over + 1, over, "violated", "超过调整后的概算"),
        ("JJ-B4", MISSING, None, "undetermined", "累计投资没有登记"),
    )
    for key, cost, adjusted, status, why in lines:
        made = add_building(book, key, _STARTED, "门诊楼加固", cost=cost)
        if adjusted is not None:
            add_approval(book, f"SP-{key}-调整", key, "概算调整", _STARTED + timedelta(days=90), adjusted)
            plan.expect("compliant", _UNAPPROVED, made, "概算调整可以在建设中批复")
        plan.expect(status, _ESTIMATE, made, why)
    without = add_building(book, "JJ-C10", _STARTED, "围墙", estimate=None)
    plan.expect("not_applicable", _ESTIMATE, without, "没有批复概算，由审批程序一条管")


def _tender(book: Book, plan: Plan) -> None:
    by_law, in_time = "公开或者邀请招标", "开工之前定标"
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("JJ-A9", {"method": "竞争性谈判"}, "violated", (by_law,), "必须招标的项目采用竞争性谈判"),
        ("JJ-A10", {"awarded": _STARTED + _DAY}, "violated", (in_time,), "开工次日才定标"),
        ("JJ-C6", {"awarded": _STARTED}, "compliant", (), "开工当日定标"),
        ("JJ-B5", {"method": MISSING}, "undetermined", (), "采购方式没有登记"),
    )
    for key, values, status, failed, why in lines:
        made = add_building(book, key, _STARTED, "病房改造")
        book.change(ProcurementProject, f"CG-{key}", **values)
        plan.expect(status, _TENDER, made, why, failed=failed)
    small = add_building(book, "JJ-C7", _STARTED, "标识牌", tender_required=False, procurement=None)
    plan.expect("not_applicable", _TENDER, small, "依法不必招标")


def _time(book: Book, plan: Plan) -> None:
    days, accepted = _ITEM + "time-for-building-reasonable", _ITEM + "accepted-in-time"
    hurried = add_building(book, "JJ-A11", _STARTED, "停车场", contract_days=179)
    plan.expect("violated", days, hurried, "合同工期比论证的合理工期少一天")
    headless = add_building(book, "JJ-A12", _STARTED, "绿化", responsible=None)
    plan.expect("violated", _ITEM + "project-has-a-head", headless, "没有项目负责人")
    finished = date(2025, 9, 1)
    limit = timedelta(days=ACCEPTANCE_DAYS)
    lines: tuple[tuple[str, date, Any, Status, str], ...] = (
        ("JJ-A13", finished, finished + limit + _DAY, "violated", "第六十一天才验收"),
        ("JJ-C8", finished, finished + limit, "compliant", "第六十天验收"),
        ("JJ-C9", AS_OF - limit, None, "pending", "到判定日正好六十天，还没有验收"),
        ("JJ-A14", AS_OF - limit - _DAY, None, "violated", "过了六十天没有验收"),
        ("JJ-B6", finished, MISSING, "undetermined", "验收日期没有登记"),
    )
    for key, ended, value, status, why in lines:
        made = add_building(book, key, _STARTED, "给水改造", finished=ended, accepted=value)
        plan.expect(status, accepted, made, why)


def _money(book: Book, plan: Plan) -> None:
    """Money withheld, crowded out or diverted, and paid back later, which does not mend it."""
    for number, (use, rule) in enumerate(_USES.items(), 1):
        fund = add_fund(book, f"ZJ-A{number}", "JJ-1", "放疗楼建设", amount=Decimal(3_000_000))
        taken = date(2025, 6, 3)
        more: dict[str, Any] = {"use": use, "purpose": "购买车辆", "charged_to": None}
        entry = add_entry(book, f"ZC-A{number}", fund, taken, **more)
        plan.expect("violated", _ITEM + rule, entry, f"{use}，一个月后归还也不改变")
        back = add_entry(book, f"ZC-C{number}", fund, taken + timedelta(days=30), use="归还", purpose="归还")
        plan.expect("compliant", _ITEM + rule, back, "归还不是支出")
        plan.expect("not_applicable", _EARMARKED, back, "归还不是支出")
    fund = add_fund(book, "ZJ-A4", "JJ-2", "门诊楼修缮")
    other = add_entry(book, "ZC-A4", fund, date(2025, 7, 1), charged_to="JJ-3")
    plan.expect("violated", _EARMARKED, other, "在另一个项目里列支", failed=("用于本项目",))
    wrong = add_entry(book, "ZC-A5", fund, date(2025, 7, 2), purpose="会议室装修")
    _find(book, wrong, "不符合")
    plan.expect("violated", _EARMARKED, wrong, "会议室装修，认定不属于门诊楼修缮", failed=("用于规定用途",))
    other_words = add_entry(book, "ZC-C5", fund, date(2025, 7, 5), purpose="门诊大楼维修", amount=Decimal(1))
    _find(book, other_words, "符合")
    plan.expect("compliant", _EARMARKED, other_words, "写法不同，认定是同一用途")
    open_question = add_entry(book, "ZC-B3", fund, date(2025, 7, 6), purpose="墙面粉刷", amount=Decimal(1))
    plan.expect("undetermined", _EARMARKED, open_question, "写法不同，是不是同一用途还没有人认定")
    unsaid = add_entry(book, "ZC-B1", fund, date(2025, 7, 3), purpose=MISSING)
    plan.expect("undetermined", _EARMARKED, unsaid, "实际用途没有登记")
    unknown = add_entry(book, "ZC-B2", fund, date(2025, 7, 4), use=MISSING, amount=Decimal(1))
    for rule in _USES.values():
        plan.expect("undetermined", _ITEM + rule, unknown, "怎样使用没有认定")


def _find(book: Book, entry: FundEntry, word: str) -> None:
    """Write what the audit office thinks of a payment's purpose."""
    usual: dict[str, Any] = {"about": _QUESTION, "subject_type": "资金支出", "subject": entry.id, "period": None}
    more: dict[str, Any] = {"office": "审计科", "assessor": None, "finding": word, "basis": "凭证", "date": LAST_DAY}
    put(book, Judgement, f"RD-{entry.id}", usual, more)


def _limits_of_money(book: Book, plan: Plan) -> None:
    rule = _ITEM + "spending-within-the-fund"
    lines: tuple[tuple[str, Any, Any, Status, str], ...] = (
        ("ZJ-A5", Decimal("2000000.01"), "按规定用途", "violated", "支出比资金多一分钱"),
        ("ZJ-C1", Decimal(2_000_000), "按规定用途", "compliant", "正好用完"),
        ("ZJ-B1", MISSING, "按规定用途", "undetermined", "一笔支出的金额没有登记"),
    )
    for key, amount, use, status, why in lines:
        fund = add_fund(book, key, "JJ-3", "污水站改造", amount=Decimal(3_000_000))
        add_entry(book, f"ZC-{key}-1", fund, date(2025, 8, 1))
        add_entry(book, f"ZC-{key}-2", fund, date(2025, 8, 2), amount=amount, use=use)
        plan.expect(status, rule, ("FundEntry", f"ZC-{key}-2"), why)
    fund = add_fund(book, "ZJ-A6", "JJ-3", "污水站改造", amount=Decimal(1_500_000))
    for number in (1, 2):
        add_entry(book, f"ZC-ZJ-A6-{number}", fund, date(2025, 8, number))
    add_entry(book, "ZC-ZJ-A6-3", fund, date(2025, 8, 1), use="归还")
    why = "支出合计超过资金，前一天归还的不抵减支出"
    plan.expect("violated", rule, ("FundEntry", "ZC-ZJ-A6-2"), why)


def _other_money(book: Book, plan: Plan) -> None:
    """Money that is not for buildings: another item forbids the same."""
    rule = "ta-2024/2.3.11/money-not-diverted"
    fund = add_fund(book, "ZJ-设备", None, "购买设备", kind="设备购置资金")
    for number, use in enumerate(_USES, 1):
        entry = add_entry(book, f"ZC-D{number}", fund, date(2025, 10, number), use=use, purpose="发放补贴")
        plan.expect("violated", rule, entry, f"设备购置资金被{use}", failed=(use,))
        diverted = _ITEM + _USES[use]
        plan.expect("not_applicable", diverted, ("FundEntry", entry.id), "不是基本建设资金")
    fine = add_entry(book, "ZC-D4", fund, date(2025, 10, 9))
    plan.expect("compliant", rule, fine, "按规定用途")
    book.change(FundEntry, add_entry(book, "ZC-D5", fund, date(2025, 10, 10)).id, use=MISSING)
    plan.expect("undetermined", rule, ("FundEntry", "ZC-D5"), "怎样使用没有认定")
