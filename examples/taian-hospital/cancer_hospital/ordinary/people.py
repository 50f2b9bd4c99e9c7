"""Staff of the hospital: ids, never names; and who works where since when."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from cancer_hospital.ordinary.bodies import DEPARTMENTS, HEADS, NEIGHBOUR, put
from made.book import Book
from made.days import span

from qinglian_rules.facts.people import CadreRank, Employment, Person, Profession

LEADERS = ("R001", "R002", "R003", "R004", "R005", "R006")
"""Who leads the hospital at the end of the year: secretary, president, discipline secretary, and three others."""

FORMER = ("R007", "R008", "R009", "R010")
"""Heads of the hospital who left in the year."""

SENIORS = ("R032", "R033", "R034")
"""Highly qualified people whom the leaders keep in touch with."""

_ROOMS: tuple[tuple[str, Profession, int], ...] = (
    ("KS01", "医师", 14),
    ("KS02", "医师", 14),
    ("KS03", "医师", 10),
    ("KS04", "医师", 8),
    ("KS01", "护士", 14),
    ("KS02", "护士", 14),
    ("KS03", "护士", 8),
    ("KS04", "护士", 6),
    ("KS05", "医技人员", 8),
    ("KS06", "医技人员", 8),
    ("KS07", "药师", 8),
    ("KS17", "管理人员", 4),
    ("KS20", "管理人员", 3),
    ("KS21", "管理人员", 3),
    ("KS22", "管理人员", 3),
)
MEDICAL = frozenset({"医师", "护士", "药师", "医技人员"})


def write(book: Book, rng: Random) -> None:
    """Write persons and their employments."""
    for number, key in enumerate((*LEADERS, *FORMER)):
        rank: CadreRank = "主要负责人" if number in {0, 1, 6, 7, 8, 9} else "领导班子其他成员"
        _add(book, rng, key, "管理人员", "KS11", rank)
    for department, kind, function in ((key, kind, function) for key, _, kind, function in DEPARTMENTS):
        doctor = kind == "临床科室" or function == "诊疗"
        _add(book, rng, HEADS[department], "医师" if doctor else "管理人员", department, "中层正职")
    number = 31
    for department, profession, count in _ROOMS:
        for _ in range(count):
            number += 1
            _add(book, rng, f"R{number:03}", profession, department, "一般人员")
    add_person(book, "L001", "管理人员", None, "中层正职", body=NEIGHBOUR)


def medical(book: Book) -> list[str]:
    """Return the medical staff of the hospital."""
    return [one.id for one in book.of(Person) if one.is_medical_staff is True]


def doctors(book: Book, department: str) -> list[str]:
    """Return the doctors of a department who are not its head."""
    return [
        one.id
        for one in book.of(Person)
        if one.department == department and one.profession == "医师" and one.rank == "一般人员"
    ]


def add_person(
    book: Book, key: str, profession: Profession, department: str | None, rank: CadreRank, **more: object
) -> Person:
    """Write one person; `more` overrides fields."""
    usual = {
        "is_medical_staff": profession in MEDICAL,
        "is_party_member": rank != "一般人员",
        "exercises_public_power": profession == "管理人员",
        "profession": profession,
        "rank": rank,
        "department": department,
        "branch": None,
    }
    return put(book, Person, key, usual, more)


def add_employment(book: Book, person: str, department: str, start: date, end: date | None = None) -> Employment:
    """Write one employment."""
    usual = {
        "person": person,
        "span": span(start, end),
        "department": department,
        "staff_kind": "在编",
        "on_leave": False,
    }
    return put(book, Employment, f"PY-{person}", usual, {})


def _add(book: Book, rng: Random, key: str, profession: Profession, department: str, rank: CadreRank) -> None:
    born = date(1968, 1, 1) + timedelta(days=rng.randrange((10 if rank != "一般人员" else 28) * 365))
    member = rank != "一般人员" or rng.random() < 0.35
    add_person(book, key, profession, department, rank, born=born, is_party_member=member)
    hired = max(date(2008, 7, 1), born + timedelta(days=25 * 365)) + timedelta(days=rng.randrange(600))
    add_employment(book, key, department, min(hired, date(2012, 7, 2) if rank != "一般人员" else date(2023, 9, 1)))
