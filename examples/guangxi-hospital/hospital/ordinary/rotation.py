"""The hospital's own terms for key posts, its plan of rotation, and the moves that it decided beforehand."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import HOSPITAL
from qinglian_rules.facts.meetings import DecidingBody, Decision, MajorMatterCatalogue
from qinglian_rules.facts.posts import PostCategory, RotationMove, RotationPlan, RotationPolicy

TERMS: tuple[tuple[PostCategory, int], ...] = (
    ("人事干部", 60),
    ("财务", 48),
    ("采购", 36),
    ("审批", 60),
    ("采购和审批", 60),
    ("药学", 60),
    ("药品保管", 36),
    ("医保", 60),
    ("审计", 60),
)
"""Months that a post may be held, by category: the hospital's own choice."""

GAP_DAYS = 90


def write(book: Book) -> None:
    """Write terms, the catalogue of major matters, one plan and two moves."""
    for number, (category, months) in enumerate(TERMS, start=1):
        add_term(book, f"LG-规定{number}", category, months)
    book.add(
        MajorMatterCatalogue(
            id="SZ-轮岗",
            body=HOSPITAL,
            span=span(date(2023, 3, 1)),
            matter="重要干部任免",
            topic="轮岗",
            description="关键岗位轮岗计划和人员",
            from_amount=None,
            organ="党委会",
            needs_legal_review=False,
        )
    )
    add_decision(book, "JC-轮岗1", date(2024, 4, 10), "党委会")
    add_plan(book, "LG-计划1", date(2024, 4, 12), ("GW15", "GW11"), "JC-轮岗1")
    add_move(book, "LG-1", "R090", "GW11", date(2024, 5, 6), plan="LG-计划1")
    add_decision(book, "JC-轮岗2", date(2024, 9, 2), "院长办公会")
    add_move(book, "LG-2", "R093", "GW12", date(2024, 9, 20), decision="JC-轮岗2")


def add_term(book: Book, key: str, category: PostCategory, months: int) -> RotationPolicy:
    """Write one line of the hospital's rule on rotation."""
    made = RotationPolicy(
        id=key,
        body=HOSPITAL,
        span=span(date(2023, 1, 1)),
        category=category,
        role=None,
        max_term_months=months,
        gap_days=GAP_DAYS,
        number="院人〔2022〕41号",
        decision=None,
    )
    book.add(made)
    return made


def add_decision(book: Book, key: str, made_on: date, organ: DecidingBody, *, collective: bool = True) -> Decision:
    """Write one decision on rotation."""
    made = Decision(
        id=key,
        body=HOSPITAL,
        made=made_on,
        item=None,
        meeting=None,
        organ=organ,
        matter="重要干部任免",
        subject="关键岗位轮岗",
        concerns=(),
        collective=collective,
        result="通过",
        amount=None,
        carried_out_by=None,
        supervised=True,
        published=True,
    )
    book.add(made)
    return made


def add_plan(book: Book, key: str, adopted: date, posts: tuple[str, ...], decision: str | None) -> RotationPlan:
    """Write one plan of rotation."""
    made = RotationPlan(
        id=key,
        body=HOSPITAL,
        adopted=adopted,
        span=span(adopted, date(2024, 12, 31)),
        posts=posts,
        decision=decision,
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
