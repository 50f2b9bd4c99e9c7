"""Representatives who came as they should, outsiders who were sent away in time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from made.book import Book

from hospital.days import PLAN_END, is_workday
from hospital.ordinary.bodies import COMPANIES, HOSPITAL, RECEPTION_PLACES, RECEPTION_STAFF
from qinglian_rules.facts.visits import IntegrityPledge, IntruderKind, Intrusion, RepVisit, VisitBooking

KEY_COMPANY = COMPANIES[-1]
"""The company that the hospital calls 重点单位."""

_FIRST = date(2021, 10, 13)
_HOURS = {3: (14, 30, 150), 5: (9, 0, 120)}
"""Hour, minute and length in minutes of the reception hours, by weekday."""
_WARDS = ("住院部三楼护士站", "门诊二楼诊室", "骨科病区", "康复大厅")
_INTRUDERS: tuple[IntruderKind, ...] = ("推销人员", "医药代表", "中介人员", "医托", "其他")


def write(book: Book, rng: Random) -> None:
    """Write about two visits a week, and an outsider every three weeks."""
    for number in range(1, 4):
        _pledge(book, f"DB{len(COMPANIES) - 1:02}{number}")
    day = _FIRST
    number = 0
    while day <= PLAN_END:
        if day.isoweekday() in _HOURS and is_workday(day) and rng.random() < 0.85:
            number += 1
            add_visit(book, f"LF{number:04}", _moment(day, rng), rng)
        day += timedelta(days=1)
    for number in range(1, 41):
        noticed = datetime(2022, 1, 5, 10, 0) + timedelta(days=27 * number, minutes=rng.randrange(300))
        add_intrusion(book, f"WR{number:02}", noticed, rng.randint(3, 25), rng)


def add_visit(book: Book, key: str, start: datetime, rng: Random) -> RepVisit:
    """Write one visit with its booking, in order in all six respects."""
    number = rng.randrange(len(COMPANIES))
    company, representative = COMPANIES[number], f"DB{number:02}{rng.randint(1, 3)}"
    place = rng.randrange(2)
    host = RECEPTION_STAFF[2 * place + rng.randrange(2)]
    visit = RepVisit(
        id=key,
        body=HOSPITAL,
        start=start,
        end=start + timedelta(minutes=rng.randint(10, 30)),
        visitor_kind="医药代表",
        purpose="学术信息沟通",
        company=company,
        representative=representative,
        filing_number=f"BA-{representative}",
        products=(f"产品{company}",),
        authorised_until=PLAN_END,
        pledge=pledge(representative) if company == KEY_COMPANY else None,
        visitors=1,
        department="KS20" if place == 0 else "KS21",
        place=RECEPTION_PLACES[place],
        host=host,
        other_hosts=(),
        booking=f"YY-{key}",
        approved_by="R078",
        record=f"JL-{key}",
        topic=None,
        in_clinical_area=False,
        discipline_present=False,
        action="正常接待",
    )
    book.add(_booking(visit, rng, start), visit)
    return visit


def add_intrusion(book: Book, key: str, noticed: datetime, minutes: int, rng: Random) -> Intrusion:
    """Write one outsider who was sent away after some minutes."""
    place = _WARDS[rng.randrange(len(_WARDS))]
    kind = _INTRUDERS[rng.randrange(len(_INTRUDERS))]
    made = Intrusion(
        id=key,
        body=HOSPITAL,
        noticed=noticed,
        removed=noticed + timedelta(minutes=minutes),
        place=place,
        intruder_kind=kind,
        company=None,
        permitted=False,
        care_related=False,
        promoting=rng.random() < 0.5 and kind != "医药代表",
        handled_by="R080",
        reported=True,
    )
    book.add(made)
    return made


def pledge(representative: str) -> str:
    """Return the id of a representative's pledge."""
    return f"CN-{representative}"


def _pledge(book: Book, representative: str) -> None:
    book.add(
        IntegrityPledge(
            id=pledge(representative),
            body=HOSPITAL,
            signed=date(2021, 9, 28),
            party="医药代表",
            person=None,
            company=KEY_COMPANY,
            representative=representative,
            valid_until=PLAN_END,
            commitments=("不向医务人员给付回扣",),
        )
    )


def _booking(visit: RepVisit, rng: Random, start: datetime) -> VisitBooking:
    made = start - timedelta(days=rng.randint(1, 9), minutes=rng.randrange(240))
    return VisitBooking(
        id=f"YY-{visit.id}",
        body=HOSPITAL,
        made=made,
        company=visit.company,
        representative=visit.representative,
        wanted=start,
        place=visit.place,
        state="同意",
        decided_by="R078",
        decided=made + timedelta(hours=3),
    )


def _moment(day: date, rng: Random) -> datetime:
    hour, minute, length = _HOURS[day.isoweekday()]
    return datetime(day.year, day.month, day.day, hour, minute) + timedelta(minutes=rng.randrange(1, length))
