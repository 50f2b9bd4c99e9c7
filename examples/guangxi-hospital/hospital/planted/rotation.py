"""Key posts held too long, across a new name or a short break."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import span

from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.posts import add_tenure, tenure
from qinglian_rules.facts.posts import DutyObject, Post, PostCategory, PostDuty, PostTenure
from qinglian_rules.facts.values import DateSpan

_TERM = "gx-2022/2.2.7/key-post-holder-rotates-in-time"
_HAS_TERM = "gx-2022/2.2.7/key-post-has-a-rotation-term"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns key posts."""
    _overdue(book, plan)
    _renamed(book, plan)
    _breaks(book, plan)
    _exactly(book, plan)
    _starts_unknown(book, plan)
    _without_a_term(book, plan)


def _post(
    book: Book,
    key: str,
    name: str,
    category: PostCategory,
    duty: PostDuty,
    duty_object: DutyObject,
) -> None:
    book.add(
        Post(
            id=key,
            body=HOSPITAL,
            name=name,
            category=category,
            duty=duty,
            duty_object=duty_object,
            role="经办人员",
            is_head=False,
            is_leader=False,
            major_risk=False,
            named_key=True,
            conduct_key=False,
        )
    )


def _overdue(book: Book, plan: Plan) -> None:
    key = tenure("GW15", "R064")
    book.change(PostTenure, key, span=span(date(2021, 2, 1)))
    both = ("本段任职超期", "连续任职超期")
    plan.expect("violated", _TERM, ("PostTenure", key), "药库保管员2021年2月到任，三年期满没有轮岗", failed=both)


def _renamed(book: Book, plan: Plan) -> None:
    """The post got a new name in 2022 and kept its duties, so the run goes on."""
    _post(book, "GW30", "耗材采购员（原名）", "采购", "采购", "耗材")
    add_tenure(book, tenure("GW30", "R097"), "GW30", "R097", date(2020, 6, 1), date(2022, 3, 31))
    why = "岗位2022年改名，职责没有变，从2020年6月起连续计算，超过三年"
    plan.expect("violated", _TERM, ("PostTenure", tenure("GW10", "R097")), why, failed=("连续任职超期",))


def _breaks(book: Book, plan: Plan) -> None:
    key = add_tenure(book, "RZ-GW13-R099-前", "GW13", "R099", date(2020, 10, 1), date(2021, 12, 1))
    why = "离岗89天后又回来，医院规定90天以内不中断，连续计算超过三年"
    plan.expect("violated", _TERM, ("PostTenure", tenure("GW13", "R099")), why, failed=("连续任职超期",))
    plan.expect("not_applicable", _TERM, key, "方案施行以前的任职")
    add_tenure(book, "RZ-GW12-R092-前", "GW12", "R092", date(2016, 1, 1), date(2021, 11, 29))
    why = "离岗91天后又回来，重新起算"
    plan.expect("compliant", _TERM, ("PostTenure", tenure("GW12", "R092")), why)


def _exactly(book: Book, plan: Plan) -> None:
    _post(book, "GW32", "试剂采购员", "采购", "采购", "试剂")
    last_day = add_tenure(book, tenure("GW32", "R070"), "GW32", "R070", date(2021, 6, 1), date(2024, 6, 1))
    plan.expect("compliant", _TERM, last_day, "正好在三年期满的那一天离岗")
    one_more = add_tenure(book, tenure("GW32", "R069"), "GW32", "R069", date(2021, 6, 1), date(2024, 6, 2))
    both = ("本段任职超期", "连续任职超期")
    plan.expect("violated", _TERM, one_more, "期满的次日才离岗", failed=both)


def _starts_unknown(book: Book, plan: Plan) -> None:
    known = tenure("GW07", "R085")
    book.change(PostTenure, known, span=DateSpan(end=date(2024, 11, 30)), held_on=date(2020, 6, 1))
    why = "何时到任没有登记，但2020年6月1日已经在岗，到2024年11月离岗时早已超过四年"
    plan.expect("violated", _TERM, ("PostTenure", known), why, failed=("自已知在岗日起超期",))
    unknown = tenure("GW17", "R086")
    book.change(PostTenure, unknown, span=DateSpan(end=None))
    plan.expect("undetermined", _TERM, ("PostTenure", unknown), "何时到任没有登记")


def _without_a_term(book: Book, plan: Plan) -> None:
    _post(book, "GW33", "病案管理员", "其他", "其他", "无")
    made = add_tenure(book, tenure("GW33", "R088"), "GW33", "R088", date(2019, 1, 1), None)
    plan.expect("violated", _HAS_TERM, ("KeyPost", "GW33"), "医院列为关键岗位，轮岗规定里没有这类岗位的期限")
    plan.expect("undetermined", _TERM, made, "没有期限，不知道是否超期")
