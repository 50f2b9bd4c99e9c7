"""The hospital's own terms for key posts, its plan of rotation, and the moves that it decided beforehand."""

from __future__ import annotations

from datetime import date, timedelta

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.meetings import add_decision, committee_key
from hospital.ordinary.posts import add_tenure, tenure
from qinglian_rules.facts.meetings import Decision, Meeting
from qinglian_rules.facts.posts import PostCategory, PostRole, RotationMove, RotationPlan, RotationPolicy

TERMS: tuple[tuple[PostCategory, PostRole | None, int], ...] = (
    ("人事干部", None, 60),
    ("财务", "部门负责人", 60),
    ("财务", "经办人员", 48),
    ("采购", None, 36),
    ("审批", None, 48),
    ("采购和审批", None, 60),
    ("药学", None, 60),
    ("审计", None, 60),
)
"""Months that a post may be held, by category and level: the hospital's own choice."""

GAP_DAYS = 90
"""A break of so many whole days does not interrupt a term: the hospital's own choice."""


def write(book: Book) -> None:
    """Write terms, of which one was changed in 2024, one plan and its moves."""
    for number, (category, role, months) in enumerate(TERMS, start=1):
        add_term(book, f"LG-规定{number}", category, months, role=role)
    add_term(book, "LG-规定9", "药品保管", 48, days=(date(2023, 1, 1), date(2024, 5, 31)))
    changed = decide(book, "JC-轮岗规定", 5, 1)
    add_term(book, "LG-规定10", "药品保管", 36, days=(date(2024, 6, 1), None), decision=changed.id)
    plan = decide(book, "JC-轮岗计划", 4, 1)
    add_plan(book, "LG-计划1", date(2024, 4, 10), ("GW18", "GW22", "GW15"), plan.id)
    single = decide(book, "JC-轮岗单项", 9, 1)
    lines: tuple[tuple[str, str, str, date, date, dict[str, str]], ...] = (
        ("LG-1", "R158", "GW18", date(2021, 9, 1), date(2024, 5, 6), {"plan": "LG-计划1"}),
        ("LG-2", "R148", "GW22", date(2021, 8, 2), date(2024, 5, 7), {"plan": "LG-计划1"}),
        ("LG-3", "R140", "GW15", date(2021, 10, 8), date(2024, 9, 20), {"decision": single.id}),
    )
    for key, person, post, start, moved, decided in lines:
        add_tenure(book, tenure(post, person), post, person, start, moved - timedelta(days=1))
        add_move(book, key, person, post, moved, **decided)


def decide(book: Book, key: str, month: int, half: int) -> Decision:
    """Write one decision of the committee on rotation."""
    meeting = book.get(Meeting, committee_key(month, half))
    assert isinstance(meeting.held, date)
    return add_decision(book, key, meeting.held, "重要干部任免", meeting=meeting.id, subject="关键岗位轮岗")


def add_term(
    book: Book,
    key: str,
    category: PostCategory,
    months: int,
    *,
    role: PostRole | None = None,
    days: tuple[date, date | None] = (date(2023, 1, 1), None),
    decision: str | None = None,
) -> RotationPolicy:
    """Write one line of the hospital's rule on rotation."""
    made = RotationPolicy(
        id=key,
        body=HOSPITAL,
        span=span(*days),
        category=category,
        role=role,
        max_term_months=months,
        gap_days=GAP_DAYS,
        number=f"院人〔{days[0].year}〕7号",
        decision=decision,
    )
    book.add(made)
    return made


def add_plan(book: Book, key: str, adopted: date, posts: tuple[str, ...], decision: str | None) -> RotationPlan:
    """Write one plan of rotation."""
    made = RotationPlan(
        id=key, body=HOSPITAL, adopted=adopted, span=span(adopted, date(2024, 12, 31)), posts=posts, decision=decision
    )
    book.add(made)
    return made


def add_move(
    book: Book,
    key: str,
    person: str,
    post: str,
    moved: date,
    *,
    decision: str | None = None,
    plan: str | None = None,
) -> RotationMove:
    """Write one move away from a post."""
    made = RotationMove(
        id=key,
        body=HOSPITAL,
        person=person,
        from_post=post,
        to_post=None,
        moved=moved,
        reason="到期轮岗",
        plan=plan,
        decision=decision,
        handover_checked=True,
    )
    book.add(made)
    return made
