"""Quarterly ranking of doctors within their specialty, measures where use was not justified, and alerts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from made.book import Book
from made.days import quarter, span

from hospital.days import quarters, workdays_after
from hospital.ordinary.bodies import HOSPITAL, SPECIALTIES
from hospital.ordinary.people import doctors
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.misconduct import Measure, MeasureKind
from qinglian_rules.facts.prescribing import AlertLevel, UsageAlert, UsageIndicator, UsageObject, WatchedNode

FRONT = 3
"""Places that the hospital counts as 靠前, as the sheet of parameters says."""
MEASURE_FITS = "gx-2021/3.3.3/measure-fits-the-act"
_SUPPLIES = ("KS02", "KS03")
_NODES: tuple[WatchedNode, ...] = ("重点药品耗材", "重点人员", "重点医疗行为", "重点岗位")
_LEVELS: tuple[AlertLevel, ...] = ("提示", "一般", "重点")


def write(book: Book, rng: Random) -> None:
    """Write rankings, measures and alerts."""
    for year, number in quarters():
        for department in SPECIALTIES:
            _ranking(book, department, "全部药品", (year, number), rng)
        for department in _SUPPLIES:
            _ranking(book, department, "全部耗材", (year, number), rng)
    for number in range(1, 61):
        occurred = date(2021, 10, 20) + timedelta(days=19 * number)
        add_alert(book, f"YJ{number:03}", occurred, rng.randint(0, 6), number)


def indicator(department: str, kind: UsageObject, year: int, number: int, rank: int) -> str:
    """Return the id of one place in one ranking."""
    return f"YL-{year}Q{number}-{department}-{kind[2:]}-{rank}"


def add_measure(
    book: Book, indicator_key: str, person: str, taken: date, measure: MeasureKind = "约谈", *, judged: bool = True
) -> Measure:
    """Write one measure for one place in a ranking, and that it fits the act."""
    made = Measure(
        id=f"CZ-{indicator_key}",
        body=HOSPITAL,
        measure=measure,
        taken=taken,
        person=person,
        department=None,
        target=None,
        reason="用量排名靠前且无正当理由",
        indicator=indicator_key,
        alert=None,
        case=None,
        finding=None,
        clinical_finding=None,
        amount=None,
        span=None,
    )
    book.add(made)
    if judged:
        book.add(
            Judgement(
                id=f"RD-{made.id}",
                body=HOSPITAL,
                about=MEASURE_FITS,
                subject_type="处理措施",
                subject=made.id,
                period=None,
                office="医务管理部门",
                assessor="R087",
                finding="符合",
                basis="用量核查表",
                date=taken + timedelta(days=10),
            )
        )
    return made


def add_alert(book: Book, key: str, occurred: date, days: int, number: int) -> UsageAlert:
    """Write one alert that was sorted, and issued some days after what set it off."""
    made = UsageAlert(
        id=key,
        body=HOSPITAL,
        node=_NODES[number % len(_NODES)],
        level=_LEVELS[number % len(_LEVELS)],
        occurred=occurred,
        issued=occurred + timedelta(days=days),
        indicator=None,
        person=None,
        department=None,
        classified=True,
        handled=occurred + timedelta(days=days + 5),
        outcome="已核查",
        analysed=occurred + timedelta(days=days + 3),
        commented=occurred + timedelta(days=days + 4),
        unreasonable=False,
    )
    book.add(made)
    return made


def _ranking(book: Book, department: str, kind: UsageObject, period: tuple[int, int], rng: Random) -> None:
    """Write the places of all doctors of a department in one quarter."""
    staff = doctors(book, department)
    rng.shuffle(staff)
    value = 90_000 + rng.randrange(20_000)
    for rank, person in enumerate(staff, start=1):
        value -= rng.randint(2_000, 9_000)
        place = UsageIndicator(
            id=indicator(department, kind, *period, rank),
            body=HOSPITAL,
            person=person,
            specialty=SPECIALTIES[department],
            department=department,
            period=span(*quarter(*period)),
            object=kind,
            item=None,
            drug=None,
            metric="金额",
            value=Decimal(value),
            patients=rng.randint(150, 600),
            rank=rank,
            peers=len(staff),
            reviewed=None,
            reviewed_by=None,
        )
        book.add(place)
        if rank <= FRONT:
            _review(book, place.id, person, quarter(*period)[1], rng)


def _review(book: Book, place: str, person: str, end: date, rng: Random) -> None:
    """Write what the office of medicine found about a front place, and a talk where there was no good reason."""
    justified = rng.random() < 0.85
    reviewed = workdays_after(end, rng.randint(3, 12))
    reason = "收治疑难病人" if justified else None
    found = {"justified": justified, "reason": reason, "reviewed": reviewed, "reviewed_by": "医务科"}
    book.change(UsageIndicator, place, **found)
    if not justified:
        add_measure(book, place, person, reviewed + timedelta(days=rng.randint(3, 20)))
