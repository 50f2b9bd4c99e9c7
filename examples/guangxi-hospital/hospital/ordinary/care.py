"""Stays of patients, and the notice that both sides sign: no red packets."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import HOSPITAL, SPECIALTIES
from hospital.ordinary.people import doctors
from qinglian_rules.facts.care import CareEpisode
from qinglian_rules.facts.service import PatientNotice

_STAYS = 180
_OUTPATIENTS = 40
_FIRST = date(2021, 10, 1)


def write(book: Book, rng: Random) -> None:
    """Write a sample of stays, spread over the years, and some outpatients."""
    departments = tuple(SPECIALTIES)
    for number in range(1, _STAYS + 1):
        start = _FIRST + timedelta(days=(number - 1) * 1180 // _STAYS)
        department = departments[number % len(departments)]
        episode = add_stay(book, f"ZY{number:04}", start, rng.randint(3, 20), department, rng)
        tell(book, episode, start)
    for number in range(1, _OUTPATIENTS + 1):
        day = _FIRST + timedelta(days=29 * number)
        book.add(_episode(book, f"MZ{number:04}", "门诊", day, 0, departments[number % 4], rng))


def add_stay(book: Book, key: str, start: date, days: int, department: str, rng: Random) -> CareEpisode:
    """Write one stay."""
    made = _episode(book, key, "住院", start, days, department, rng)
    book.add(made)
    return made


def tell(book: Book, episode: CareEpisode, given: date) -> PatientNotice:
    """Write the notice of one stay, signed by both sides."""
    physician = episode.physician
    made = PatientNotice(
        id=f"GZ-{episode.id}",
        body=HOSPITAL,
        notice="不收不送红包告知",
        given=given,
        episode=episode.id,
        given_by=physician,
        signed_by_patient=True,
        signed_by_staff=True,
    )
    book.add(made)
    return made


def _episode(book: Book, key: str, kind: str, start: date, days: int, department: str, rng: Random) -> CareEpisode:
    staff = doctors(book, department)
    return CareEpisode(
        id=key,
        body=HOSPITAL,
        patient=f"HZ-{key}",
        episode="住院" if kind == "住院" else "门诊",
        span=span(start, start + timedelta(days=days)),
        department=department,
        physician=staff[rng.randrange(len(staff))],
        identity_checked=True,
        insured=rng.random() < 0.9,
        total_cost=Decimal(1200 + 310 * days),
        referred_from=None,
        referred_to=None,
        admission_indication="病情需要住院" if kind == "住院" else None,
    )
