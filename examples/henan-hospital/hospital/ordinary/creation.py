"""Rosters of units that work to become models, their acceptance at the end of the year, medical communities."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import CITY, HOSPITAL, HOSPITALS, OTHER_CITY, PRIVATE, PROVINCE, PROVINCIAL, TCM_BUREAU
from qinglian_rules.facts.accreditation import CreationRoster, DemonstrationReview, UnitKind
from qinglian_rules.facts.communities import MedicalCommunity
from qinglian_rules.facts.governance import Structure

ROSTERS = {PROVINCE: 15, CITY: 20, OTHER_CITY: 97, TCM_BUREAU: 11}
"""How many units each authority has on its roster."""

PASSED = {PROVINCE: 6, CITY: 8, OTHER_CITY: 35, TCM_BUREAU: 5}
"""How many of them were accepted."""

YEAR_END = date(2024, 12, 1)
"""From this day on it is the end of the year: the authorities' own choice."""

_ON_THE_ROSTER = date(2024, 4, 1)
_UNITS: tuple[UnitKind, ...] = ("领导班子", "团队", "科室", "亮点单元")


def write(book: Book, rng: Random) -> None:
    """Write the rosters of the authorities and of the hospitals, the acceptances and three communities."""
    of = {CITY: {1: HOSPITAL, 2: PRIVATE}, PROVINCE: {1: PROVINCIAL}}
    for authority, count in ROSTERS.items():
        for number in range(1, count + 1):
            hospital = of.get(authority, {}).get(number)
            add_unit(book, authority, number, hospital)
            accepted = YEAR_END + timedelta(days=1 + rng.randrange(28))
            passed = number <= PASSED[authority]
            add_review(book, authority, number, accepted, passed=passed, score=rng.randint(80 if passed else 50, 95))
    for hospital in HOSPITALS:
        for kind in _UNITS:
            _own_unit(book, hospital, kind)
    for number in range(1, 4):
        key = community(number)
        add_community(book, key)
        book.add(
            Structure(
                id=leadership(key),
                body=CITY,
                structure="其他",
                span=span(date(2021, 6, 1)),
                duties_written=True,
                founding_document="〔2021〕12号",
            )
        )


def roster_key(authority: str, number: int) -> str:
    """Return the id of a unit's entry on an authority's roster."""
    return f"MD-{authority}-{number:02}"


def review_key(authority: str, number: int) -> str:
    """Return the id of the acceptance of a unit on an authority's roster."""
    return f"YS-{authority}-{number:02}"


def own_unit(hospital: str, kind: UnitKind) -> str:
    """Return the id of the entry of a hospital's unit on its own roster."""
    return f"MD-{hospital}-{kind}"


def community(number: int) -> str:
    """Return the id of a medical community."""
    return f"YGT-{number}"


def leadership(of_community: str) -> str:
    """Return the id of the group that directs a community."""
    return f"JG-{of_community}"


def add_unit(book: Book, authority: str, number: int, hospital: str | None = None) -> CreationRoster:
    """Write one hospital on an authority's roster."""
    made = CreationRoster(
        id=roster_key(authority, number),
        body=authority,
        unit=_unit(authority, number),
        hospital=hospital,
        unit_kind="医院",
        span=span(_ON_THE_ROSTER),
    )
    book.add(made)
    return made


def add_review(
    book: Book, authority: str, number: int, accepted: date, *, passed: bool, score: int
) -> DemonstrationReview:
    """Write the result of one acceptance."""
    made = DemonstrationReview(
        id=review_key(authority, number),
        body=authority,
        unit=_unit(authority, number),
        hospital=None,
        unit_kind="医院",
        accepted=accepted,
        result="通过" if passed else "不通过",
        score=Decimal(score),
    )
    book.add(made)
    return made


def add_community(book: Book, key: str, **more: Any) -> MedicalCommunity:
    """Write one community of the city, watched and assessed; `more` overrides fields."""
    fields: dict[str, Any] = {
        "leadership": leadership(key),
        "internal_rules": "〔2022〕3号",
        "payment_reformed": True,
        "monitored": date(2024, 11, 8),
        "evaluated": date(2024, 11, 29),
        "appraised": date(2024, 12, 18),
    }
    made = MedicalCommunity(
        id=key,
        body=CITY,
        name=f"县域医共体{key}",
        span=span(date(2021, 6, 1)),
        members=(),
        **{**fields, **more},
    )
    book.add(made)
    return made


def _own_unit(book: Book, hospital: str, kind: UnitKind) -> None:
    book.add(
        CreationRoster(
            id=own_unit(hospital, kind),
            body=hospital,
            unit=f"{hospital}{kind}",
            hospital=hospital,
            unit_kind=kind,
            span=span(_ON_THE_ROSTER),
        )
    )


def _unit(authority: str, number: int) -> str:
    return f"{authority}示例单位{number:02}"
