"""Staff of the hospital and the leaders of the authorities: ids, never names; and who worked when."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE, PROVINCE_TCM, SPECIALTIES
from qinglian_rules.facts.people import CadreRank, Employment, Person, Profession

_GROUPS: tuple[tuple[Profession, str, int], ...] = (
    ("管理人员", "KS11", 4),
    ("医师", "KS01", 8),
    ("医师", "KS02", 7),
    ("医师", "KS03", 7),
    ("医师", "KS04", 6),
    ("护士", "KS01", 8),
    ("护士", "KS02", 7),
    ("护士", "KS03", 7),
    ("护士", "KS04", 6),
    ("药师", "KS20", 6),
    ("医技人员", "KS05", 4),
    ("医技人员", "KS06", 4),
    ("管理人员", "KS12", 1),
    ("管理人员", "KS13", 2),
    ("管理人员", "KS14", 3),
    ("管理人员", "KS15", 2),
    ("管理人员", "KS16", 3),
    ("管理人员", "KS17", 1),
    ("管理人员", "KS18", 1),
    ("管理人员", "KS19", 1),
    ("管理人员", "KS21", 3),
    ("管理人员", "KS22", 2),
    ("管理人员", "KS23", 1),
    ("管理人员", "KS24", 4),
    ("管理人员", "KS25", 2),
    ("工勤人员", "KS25", 2),
)
MEDICAL = frozenset({"医师", "护士", "药师", "医技人员"})
LEAVERS = {
    "R001": date(2024, 6, 30),
    "R012": date(2022, 6, 30),
    "R026": date(2023, 2, 28),
    "R040": date(2022, 11, 15),
    "R046": date(2024, 4, 17),
}
JOINERS = {"R011": date(2022, 7, 1), "R033": date(2023, 3, 1), "R047": date(2022, 3, 1), "R055": date(2023, 9, 4)}
PARTY_HEAD = "R075"
LEADERS = ("R001", "R002", "R003", "R004", PARTY_HEAD)
_HEADS = {PROVINCE: "Z4501", PROVINCE_TCM: "Z4502", CITY: "Z0101"}
_STAFF = {PROVINCE: "Z4511", PROVINCE_TCM: "Z4512", CITY: "Z0111"}


def write(book: Book, rng: Random) -> None:
    """Write persons and their employments."""
    number = 0
    for profession, department, count in _GROUPS:
        for _ in range(count):
            number += 1
            _add_staff(book, rng, f"R{number:03}", profession, department)
    for body, head in _HEADS.items():
        _add_official(book, body, head, "主要负责人")
        _add_official(book, body, _STAFF[body], "一般人员")


def leaders_on(day: date) -> tuple[str, ...]:
    """Return who belongs to the hospital's leading group and works there on a day."""
    return tuple(person for person in LEADERS if day <= LEAVERS.get(person, day))


def head_of(authority: str) -> str:
    """Return the person who heads an authority."""
    return _HEADS[authority]


def officer_of(authority: str) -> str:
    """Return the person who works full time on conduct in an authority."""
    return _STAFF[authority]


def doctors(book: Book, department: str) -> list[str]:
    """Return the doctors of a department who worked there all the time."""
    return [
        person.id
        for person in book.of(Person)
        if person.profession == "医师"
        and person.department == department
        and person.id not in LEAVERS
        and person.id not in JOINERS
    ]


def _add_staff(book: Book, rng: Random, key: str, profession: Profession, department: str) -> None:
    born = date(1965, 1, 1) + timedelta(days=rng.randrange(30 * 365))
    hired = max(date(2006, 7, 1), born + timedelta(days=24 * 365)) + timedelta(days=rng.randrange(5 * 365))
    start = JOINERS.get(key, min(hired, date(2020, 9, 1)))
    book.add(
        Person(
            id=key,
            body=HOSPITAL,
            is_medical_staff=profession in MEDICAL,
            is_party_member=rng.random() < 0.4 or key in LEADERS,
            exercises_public_power=profession == "管理人员",
            profession=profession,
            rank=_rank(key),
            specialty=SPECIALTIES.get(department) if profession == "医师" else None,
            department=department,
            born=born,
        ),
        Employment(
            id=f"PY-{key}",
            body=HOSPITAL,
            person=key,
            span=span(start, LEAVERS.get(key)),
            department=department,
            staff_kind="在编" if rng.random() < 0.6 else "合同制",
            on_leave=False,
        ),
    )


def _rank(key: str) -> CadreRank:
    if key in {"R001", "R002", PARTY_HEAD}:
        return "主要负责人"
    return "领导班子其他成员" if key in {"R003", "R004"} else "一般人员"


def _add_official(book: Book, body: str, key: str, rank: CadreRank) -> None:
    book.add(
        Person(
            id=key,
            body=body,
            is_medical_staff=False,
            exercises_public_power=True,
            profession="管理人员",
            rank=rank,
            department=None,
        )
    )
