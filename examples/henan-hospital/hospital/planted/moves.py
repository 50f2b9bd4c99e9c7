"""Rotation that nobody decided beforehand: terms, plans, single moves."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.days import DAY_BEFORE, ISSUED
from hospital.ordinary.meetings import add_decision, committee_key
from hospital.ordinary.rotation import add_move, add_plan, add_term, decide
from qinglian_rules.facts.meetings import Decision
from qinglian_rules.facts.posts import RotationMove

_PLAN = "ha-2024/4.12/rotation-plan-decided-collectively"
_MOVE = "ha-2024/4.12/rotation-decided-collectively-beforehand"
_POLICY = "ha-2024/4.12/rotation-policy-decided-collectively"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns decisions on rotation."""
    _terms(book, plan)
    _plans(book, plan)
    _moves(book, plan)
    _moves_around_the_first_day(book, plan)


def _terms(book: Book, plan: Plan) -> None:
    late = decide(book, "JC-规定晚", 8, 1)
    lines: tuple[tuple[str, date, str | None, Status, tuple[str, ...], str], ...] = (
        ("LG-规定11", date(2024, 8, 1), late.id, "violated", ("决策在先",), "8月1日施行，8月5日才决策"),
        ("LG-规定12", date(2024, 8, 5), late.id, "compliant", (), "施行当日作出的决策"),
        ("LG-规定13", date(2024, 9, 1), None, "violated", ("集体决策",), "没有集体决策"),
        ("LG-规定14", DAY_BEFORE, None, "not_applicable", (), "文件印发的前一天施行，不溯及"),
    )
    for key, start, decision, status, failed, why in lines:
        # Of a kind of post that nobody holds, so that no term depends on it.
        made = add_term(book, key, "物资保管", 36, days=(start, None), decision=decision)
        plan.expect(status, _POLICY, made, why, failed=failed)


def _plans(book: Book, plan: Plan) -> None:
    refused = decide(book, "JC-计划缓议", 6, 1)
    book.change(Decision, refused.id, result="缓议")
    lines: tuple[tuple[str, tuple[str, ...], str | None, Status, tuple[str, ...], str], ...] = (
        ("LG-计划2", ("GW12", "GW14"), None, "violated", ("集体决策",), "没有集体决策"),
        ("LG-计划3", ("GW17",), refused.id, "violated", ("决策通过",), "党委会缓议，照样印发了计划"),
        ("LG-计划4", ("GW30", "GW31"), None, "not_applicable", (), "临床科主任不是关键岗位"),
    )
    for key, posts, decision, status, failed, why in lines:
        made = add_plan(book, key, date(2024, 7, 2), posts, decision)
        plan.expect(status, _PLAN, made, why, failed=failed)


def _moves(book: Book, plan: Plan) -> None:
    """Moves of the day on which the committee met; the next meeting came two weeks later."""
    same_day = decide(book, "JC-轮岗当日", 6, 1)
    later = decide(book, "JC-轮岗补", 6, 2)
    unsaid = decide(book, "JC-轮岗缺", 4, 2)
    book.change(Decision, unsaid.id, collective=MISSING)
    _expect_unsaid(plan, unsaid)
    everyday = decide(book, "JC-轮岗日常", 4, 2)
    book.change(Decision, everyday.id, matter="日常事项")
    moved = same_day.made
    assert isinstance(moved, date)
    lines: tuple[tuple[str, str | None, Status, tuple[str, ...], str], ...] = (
        ("LG-A1", later.id, "violated", ("决策在先",), "先轮岗，两周以后才补决策"),
        ("LG-A2", None, "violated", ("集体决策",), "没有决策"),
        ("LG-A3", everyday.id, "violated", ("按三重一大事项",), "作为日常事项决定，没有纳入“三重一大”"),
        ("LG-C1", same_day.id, "compliant", (), "轮岗当日作出的决策"),
        ("LG-B1", unsaid.id, "undetermined", (), "是否集体讨论没有记录"),
        ("LG-C2", None, "not_applicable", (), "退休，不是轮岗"),
    )
    for key, decision, status, failed, why in lines:
        move = add_move(book, key, "R148", "GW35", moved, decision=decision)
        if key == "LG-C2":
            book.change(RotationMove, key, reason="其他调动")
        plan.expect(status, _MOVE, move, why, failed=failed)
    other = add_move(book, "LG-A4", "R140", "GW14", date(2024, 5, 20), plan="LG-计划1")
    plan.expect("violated", _MOVE, other, "轮岗计划里没有列这个岗位", failed=("集体决策",))


def _expect_unsaid(plan: Plan, decision: Decision) -> None:
    rule = "ha-2024/2.7/major-questions-decided-by-the-committee"
    plan.expect("undetermined", rule, decision, "是否集体讨论没有记录")


def _moves_around_the_first_day(book: Book, plan: Plan) -> None:
    before = add_move(book, "LG-C3", "R160", "GW24", DAY_BEFORE)
    plan.expect("not_applicable", _MOVE, before, "文件印发的前一天，没有决策也不溯及")
    alone = add_decision(
        book, "JC-轮岗个人", ISSUED, "日常事项", meeting=committee_key(3, 1), organ="个人", collective=False
    )
    first = add_move(book, "LG-A5", "R160", "GW24", ISSUED, decision=alone.id)
    both = ("集体决策", "按三重一大事项")
    plan.expect("violated", _MOVE, first, "印发当日，由院长一人决定", failed=both)
