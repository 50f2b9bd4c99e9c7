"""Sessions of education and who came."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from made.book import Book

from hospital.days import workday_from
from hospital.ordinary.bodies import HOSPITAL, PRIVATE, PROVINCIAL
from hospital.ordinary.people import staff
from hospital.ordinary.posts import LEADERS
from qinglian_rules.facts.posts import PostTenure
from qinglian_rules.facts.training import Attendance, TrainingKind, TrainingSession

_FOR_ALL: tuple[tuple[str, TrainingKind, date], ...] = (
    ("PX-警示1", "警示教育", date(2024, 4, 18)),
    ("PX-廉洁1", "廉洁从业教育", date(2024, 6, 20)),
    ("PX-法纪1", "法纪教育", date(2024, 9, 12)),
    ("PX-业务1", "业务培训", date(2024, 10, 17)),
)
_FOR_MANAGERS: tuple[tuple[str, TrainingKind, date], ...] = (
    ("PX-纪律1", "党规党纪教育", date(2024, 5, 16)),
    ("PX-重点1", "重点岗位教育", date(2024, 11, 14)),
)


def write(book: Book, rng: Random) -> None:
    """Write the sessions of the year: for everybody, for who holds a post, and in the two other hospitals."""
    holders = {tenure.person for tenure in book.of(PostTenure) if tenure.body == HOSPITAL}
    for key, kind, day in _FOR_ALL:
        session = add_session(book, key, kind, workday_from(day))
        for person in staff(book):
            attend(book, session, person, attended=person in holders or rng.random() < 0.93)
    for key, kind, day in _FOR_MANAGERS:
        session = add_session(book, key, kind, workday_from(day), for_key_posts=True)
        for person in staff(book):
            if person in holders:
                attend(book, session, person, attended=person in LEADERS or rng.random() < 0.8)
    for body in (PROVINCIAL, PRIVATE):
        session = add_session(book, f"PX-{body}", "警示教育", workday_from(date(2024, 7, 9)), body=body)
        for person in staff(book, body):
            attend(book, session, person)


def add_session(book: Book, key: str, kind: TrainingKind, held: date, **more: Any) -> TrainingSession:
    """Write one session that took place; `more` overrides fields."""
    fields: dict[str, Any] = {"body": HOSPITAL, "state": "已举行", "for_key_posts": False}
    made = TrainingSession(
        id=key,
        training=kind,
        topics=(kind,),
        held=held,
        plan=None,
        form="现场",
        department=None,
        led_by=None,
        for_all_staff=True,
        materials=(),
        positive_cases=True,
        negative_cases=True,
        cases_nearby=False,
        minutes=f"{key}记录",
        **{**fields, **more},
    )
    book.add(made)
    return made


def attend(book: Book, session: TrainingSession, person: str, *, attended: bool = True) -> Attendance:
    """Write one person's part in a session."""
    made = Attendance(
        id=f"QD-{session.id}-{person}",
        body=session.body,
        session=session.id,
        held=session.held,
        person=person,
        attended=attended,
        reason=None if attended else "值班",
        made_up=None,
    )
    book.add(made)
    return made
