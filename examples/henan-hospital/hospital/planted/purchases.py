"""Purchases that the discipline office came to late, and a brother's company that won one."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.days import DAY_BEFORE
from hospital.ordinary.bodies import COMPANIES, HOSPITAL
from hospital.ordinary.meetings import add_decision, committee_key
from hospital.ordinary.procurement import FROM_AMOUNT, add_panel_member, add_project, add_relation, control
from hospital.planted.found import find
from qinglian_rules.facts.meetings import Decision, Meeting, Recusal
from qinglian_rules.facts.procurement import ProcurementProject
from qinglian_rules.facts.projects import RiskControl

_EARLY = "ha-2024/2.8/discipline-comes-in-early"
_THROUGHOUT = "ha-2024/2.8/discipline-takes-part-throughout"
_WINNER = "ha-2024/4.13/no-favoured-winner"
_PANEL = "ha-2024/4.13/no-related-panel-member"
_OF_KIN, _OF_OTHERS = "是否为亲友的企业中标提供便利", "是否为其他关系人的企业中标提供便利"
_OF_BIDDER = "是否为有利害关系的投标人提供便利"
_BROTHERS = "QY01"
_FRIENDS = "QY02"
_ANNOUNCED = date(2024, 8, 14)
_FOUND = date(2024, 12, 4)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns purchases."""
    _early(book, plan)
    _throughout(book, plan)
    _brothers_company(book, plan)
    _other_relations(book, plan)
    _unsettled(book, plan)
    _panel(book, plan)


def _early(book: Book, plan: Plan) -> None:
    day = timedelta(days=1)
    lines: tuple[tuple[str, Decimal, Any, Status, str], ...] = (
        ("CG-A1", Decimal(2_000_000), _ANNOUNCED + day, "violated", "公告次日才介入"),
        ("CG-C1", Decimal(2_000_000), _ANNOUNCED, "compliant", "公告当日介入"),
        ("CG-C2", FROM_AMOUNT - Decimal("0.01"), _ANNOUNCED + day, "not_applicable", "比医院定的金额少一分钱"),
        ("CG-A2", FROM_AMOUNT, _ANNOUNCED + day, "violated", "正好是医院定的金额，公告次日才介入"),
    )
    for key, budget, done, status, why in lines:
        project = add_project(book, key, _ANNOUNCED, budget, COMPANIES[4])
        book.change(RiskControl, control(key, "立项"), done=done)
        plan.expect(status, _EARLY, project, why)
    unsaid = add_project(book, "CG-B1", _ANNOUNCED, Decimal(1), COMPANIES[4])
    book.change(ProcurementProject, unsaid.id, budget=MISSING)
    book.change(RiskControl, control(unsaid.id, "立项"), done=_ANNOUNCED + day)
    plan.expect("undetermined", _EARLY, unsaid, "预算没有登记，不知道是否达到金额起点")
    before = add_project(book, "CG-C3", DAY_BEFORE, Decimal(3_000_000), COMPANIES[4])
    book.remove(RiskControl, control(before.id, "立项"))
    plan.expect("not_applicable", _EARLY, before, "文件印发的前一天公告")


def _throughout(book: Book, plan: Plan) -> None:
    budget = Decimal(1_800_000)
    skipped = add_project(book, "CG-A3", _ANNOUNCED, budget, COMPANIES[5])
    book.remove(RiskControl, control(skipped.id, "招标"))
    plan.expect("violated", _THROUGHOUT, skipped, "开标时没有参与", failed=("招标",))
    audited = add_project(book, "CG-A4", _ANNOUNCED, budget, COMPANIES[5])
    book.change(RiskControl, control(audited.id, "验收"), function="审计", office="审计科")
    plan.expect("violated", _THROUGHOUT, audited, "验收时到场的是审计科，不是纪检监察", failed=("验收",))
    not_yet = add_project(book, "CG-C4", _ANNOUNCED, budget, COMPANIES[5], accepted=None)
    plan.expect("compliant", _THROUGHOUT, not_yet, "还没有验收，不问验收")
    unsaid = add_project(book, "CG-B2", _ANNOUNCED, budget, COMPANIES[5])
    book.change(RiskControl, control(unsaid.id, "招标"), stage=MISSING)
    plan.expect("undetermined", _THROUGHOUT, unsaid, "一次防控没有登记是哪个环节")


def _won(book: Book, key: str, winner: str, month: int) -> ProcurementProject:
    """Write a purchase that the committee's first meeting of a month decided on."""
    meeting = book.get(Meeting, committee_key(month, 1))
    book.change(Meeting, meeting.id, expected=7, present=7, attendees=tuple(f"R00{number}" for number in range(1, 8)))
    assert isinstance(meeting.held, date)
    decided = add_decision(book, f"JC-{key}", meeting.held, "重大项目安排", meeting=meeting.id)
    return add_project(book, key, meeting.held + timedelta(days=9), Decimal(900_000), winner, decision=decided.id)


def _withdraw(book: Book, decision: str, person: str) -> None:
    book.add(
        Recusal(
            id=f"HB-{decision}",
            body=HOSPITAL,
            held=book.get(Decision, decision).made,
            person=person,
            item=None,
            decision=decision,
            matter="采购项目",
            reason="与中标企业有关系",
            withdrew=True,
        )
    )


def _brothers_company(book: Book, plan: Plan) -> None:
    """The company belongs to the brother of the vice president for purchases."""
    add_relation(book, "GX-A1", "R005", "兄弟姐妹", _BROTHERS)
    favoured = _won(book, "CG-A5", _BROTHERS, 4)
    find(book, favoured, _OF_KIN, "符合", _FOUND)
    plan.expect("violated", _WINNER, favoured, "分管副院长参加决定，兄弟的企业中标，认定提供了便利", failed=("亲友",))
    cleared = _won(book, "CG-C5", _BROTHERS, 5)
    find(book, cleared, _OF_KIN, "不符合", _FOUND)
    plan.expect("compliant", _WINNER, cleared, "没有回避，但查明没有提供便利")
    withdrew = _won(book, "CG-C6", _BROTHERS, 6)
    _withdraw(book, "JC-CG-C6", "R005")
    plan.expect("compliant", _WINNER, withdrew, "兄弟的企业中标，他回避了")
    absent = _won(book, "CG-C7", _BROTHERS, 10)
    without = tuple(f"R00{number}" for number in (1, 2, 3, 4, 6, 7))
    book.change(Meeting, committee_key(10, 1), present=6, attendees=without)
    plan.expect("compliant", _WINNER, absent, "兄弟的企业中标，他没有到会")


def _other_relations(book: Book, plan: Plan) -> None:
    add_relation(book, "GX-A2", "R006", "其他利害关系", _FRIENDS)
    favoured = _won(book, "CG-A6", _FRIENDS, 7)
    find(book, favoured, _OF_OTHERS, "基本符合", _FOUND)
    why = "有其他利害关系的企业中标，认定提供了便利"
    plan.expect("violated", _WINNER, favoured, why, failed=("其他关系人",))
    stranger = _won(book, "CG-C8", "QY10", 8)
    add_relation(book, "GX-C1", "R008", "配偶", "QY10")
    plan.expect("compliant", _WINNER, stranger, "院办主任配偶的企业中标，他不参加党委会")


def _unsettled(book: Book, plan: Plan) -> None:
    open_question = _won(book, "CG-B3", _BROTHERS, 9)
    plan.expect("undetermined", _WINNER, open_question, "兄弟的企业中标，没有回避，是否提供便利还没有认定")
    unnamed = _won(book, "CG-B4", _BROTHERS, 11)
    book.change(Meeting, committee_key(11, 1), attendees=MISSING)
    plan.expect("undetermined", _WINNER, unnamed, "出席人员没有登记")


def _panel(book: Book, plan: Plan) -> None:
    project = book.get(ProcurementProject, "CG-12")
    lines: tuple[tuple[str, dict[str, Any], Any, Status, str], ...] = (
        ("PB-A1", {"related_to_bidder": True}, "符合", "violated", "与投标人有利害关系，没有回避，认定提供了便利"),
        ("PB-B1", {"related_to_bidder": True}, None, "undetermined", "有利害关系，没有回避，是否提供便利还没有认定"),
        ("PB-B2", {"related_to_bidder": MISSING}, None, "undetermined", "与投标人有没有利害关系没有登记"),
        ("PB-C1", {"related_to_bidder": True, "withdrew": True}, None, "compliant", "有利害关系，回避了"),
    )
    for key, values, word, status, why in lines:
        member = add_panel_member(book, key, project, **values)
        if word is not None:
            find(book, member, _OF_BIDDER, word, _FOUND)
        plan.expect(status, _PANEL, member, why)
