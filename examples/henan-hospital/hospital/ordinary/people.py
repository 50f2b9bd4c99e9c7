"""Staff of the hospitals: ids, never names; and who works where since when."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import HOSPITAL, PRIVATE, PROVINCIAL
from qinglian_rules.facts.people import Employment, Person, Profession

_GROUPS: tuple[tuple[Profession, str, int], ...] = (
    ("管理人员", "KS11", 8),
    ("医师", "KS01", 12),
    ("医师", "KS02", 12),
    ("医师", "KS03", 10),
    ("医师", "KS04", 9),
    ("医师", "KS05", 9),
    ("护士", "KS01", 10),
    ("护士", "KS02", 10),
    ("护士", "KS03", 9),
    ("护士", "KS04", 8),
    ("护士", "KS05", 8),
    ("药师", "KS20", 8),
    ("医技人员", "KS06", 6),
    ("医技人员", "KS07", 6),
    ("管理人员", "KS12", 2),
    ("管理人员", "KS13", 3),
    ("管理人员", "KS14", 2),
    ("管理人员", "KS15", 4),
    ("管理人员", "KS16", 5),
    ("管理人员", "KS17", 2),
    ("管理人员", "KS18", 2),
    ("管理人员", "KS21", 4),
    ("管理人员", "KS22", 3),
    ("管理人员", "KS24", 8),
    ("管理人员", "KS25", 4),
)
_ELSEWHERE: tuple[tuple[str, str, Profession], ...] = (
    ("S001", PROVINCIAL, "医师"),
    ("S002", PROVINCIAL, "护士"),
    ("S003", PROVINCIAL, "管理人员"),
    ("M001", PRIVATE, "医师"),
    ("M002", PRIVATE, "护士"),
    ("M003", PRIVATE, "管理人员"),
)
MEDICAL = frozenset({"医师", "护士", "药师", "医技人员"})
_SENIOR = frozenset({"R009", "R021", "R033", "R043", "R052", "R106", "R107"})
"""Doctors and pharmacists who hold a post; like all who manage they have been there for years."""

LEAVERS = {"R012": date(2024, 8, 31), "R095": date(2024, 12, 30)}


def write(book: Book, rng: Random) -> None:
    """Write persons and their employments; of the two other hospitals only a few are on file."""
    number = 0
    for profession, department, count in _GROUPS:
        for _ in range(count):
            number += 1
            _add(book, rng, f"R{number:03}", HOSPITAL, profession, department)
    for key, body, profession in _ELSEWHERE:
        _add(book, rng, key, body, profession, None)


def staff(book: Book, body: str = HOSPITAL, *, medical: bool = False) -> list[str]:
    """Return who works for a body all the year, the medical staff alone if asked."""
    people = {person.id: person for person in book.of(Person) if person.body == body}
    return [
        key for key, person in people.items() if key not in LEAVERS and (not medical or person.is_medical_staff is True)
    ]


def _add(book: Book, rng: Random, key: str, body: str, profession: Profession, department: str | None) -> None:
    senior = profession == "管理人员" or key in _SENIOR
    born = date(1966, 1, 1) + timedelta(days=rng.randrange((20 if senior else 30) * 365))
    hired = max(date(2006, 7, 1), born + timedelta(days=24 * 365)) + timedelta(days=rng.randrange(5 * 365))
    book.add(
        Person(
            id=key,
            body=body,
            is_medical_staff=profession in MEDICAL,
            is_party_member=rng.random() < 0.4,
            exercises_public_power=profession == "管理人员",
            profession=profession,
            rank="一般人员",
            department=department,
            born=born,
        ),
        Employment(
            id=f"PY-{key}",
            body=body,
            person=key,
            span=span(min(hired, date(2014, 9, 1) if senior else date(2022, 9, 1)), LEAVERS.get(key)),
            department=department,
            staff_kind="在编" if rng.random() < 0.6 else "合同制",
            on_leave=False,
        ),
    )
