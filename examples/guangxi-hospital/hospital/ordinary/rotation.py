"""The hospital's own terms for key posts."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import HOSPITAL
from qinglian_rules.facts.posts import PostCategory, RotationPolicy

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
    """Write the terms."""
    for number, (category, months) in enumerate(TERMS, start=1):
        add_term(book, f"LG-规定{number}", category, months)


def add_term(book: Book, key: str, category: PostCategory, months: int) -> RotationPolicy:
    """Write one line of the hospital's rule on rotation."""
    made = RotationPolicy(
        id=key,
        body=HOSPITAL,
        span=span(date(2022, 1, 1)),
        category=category,
        role=None,
        max_term_months=months,
        gap_days=GAP_DAYS,
        number="院人〔2021〕41号",
        decision=None,
    )
    book.add(made)
    return made
