"""What follows every verified case, whoever did it: a penalty, a bulletin, lessons drawn, leaders examined."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

from made.book import Book

from hospital.days import AS_OF
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.education import head_on
from hospital.ordinary.misconduct import add_accountability, add_bulletin, add_sanction
from hospital.ordinary.posts import CONDUCT_LEADER
from hospital.ordinary.quality import set_right
from qinglian_rules.facts.misconduct import (
    Accountability,
    Bulletin,
    CompanyMeasure,
    MisconductCase,
    ResponsibleRole,
    Sanction,
)
from qinglian_rules.facts.supervision import Rectification

_FORCE = date(2022, 1, 1)
"""Before it nobody asked for it."""


def write(book: Book, left_out: Container[str] = ()) -> None:
    """Write what follows the verified cases that have not got it.

    Args:
        left_out: ids of cases that were never punished: that is planted.
    """
    for case in book.of(MisconductCase):
        day = case.verified_on
        if case.verified is not True or not isinstance(day, date) or day < _FORCE:
            continue
        if case.id not in left_out:
            _punish(book, case, day)
        _draw_lessons(book, case, day)
    for sanction in book.of(Sanction):
        _examine_leaders(book, sanction)


def lessons(case: str) -> str:
    """Return the id of the report on the lessons drawn from a case."""
    return f"ZG-{case}"


def own_bulletin(case: str) -> str:
    """Return the id of the hospital's own bulletin on a case."""
    return f"TB-院内-{case}"


def examined(sanction: str, role: ResponsibleRole) -> str:
    """Return the id of the examination of a leader that went with a penalty."""
    return f"WZ-{sanction}-{role}"


def _punish(book: Book, case: MisconductCase, verified: date) -> None:
    """Write a penalty or, for a company, trust the measure; and a bulletin of the hospital's own."""
    if not any(one.case == case.id for one in book.of(Sanction)) and not _measured(book, case):
        add_sanction(book, case, min(verified + timedelta(days=18), AS_OF))
    if not any(case.id in one.cases for one in book.of(Bulletin)):  # type: ignore[operator]
        issued = min(verified + timedelta(days=21), AS_OF)
        add_bulletin(book, case, issued, HOSPITAL, id=own_bulletin(case.id), scope="院内")


def _measured(book: Book, case: MisconductCase) -> bool:
    return any(one.case == case.id for one in book.of(CompanyMeasure))


def _draw_lessons(book: Book, case: MisconductCase, verified: date) -> None:
    if not any(one.case == case.id for one in book.of(Rectification)):
        reported = min(verified + timedelta(days=30), AS_OF)
        set_right(book, None, reported, case=case.id)


def _examine_leaders(book: Book, sanction: Sanction) -> None:
    """Write that both leaders were examined at the same time, and answer for nothing."""
    imposed, key = sanction.imposed, sanction.case
    if not isinstance(imposed, date) or imposed.year != 2023 or not isinstance(sanction.person, str):
        return
    assert isinstance(key, str)
    case = book.get(MisconductCase, key)
    roles: tuple[tuple[ResponsibleRole, str], ...] = (("主要领导", head_on(imposed)), ("分管领导", CONDUCT_LEADER))
    for role, person in roles:
        if not any(one.case == key and one.role == role for one in book.of(Accountability)):
            more = {"person": person, "examined": imposed, "liable": False, "result": "查清无责任"}
            add_accountability(book, case, imposed, id=examined(sanction.id, role), role=role, **more)
