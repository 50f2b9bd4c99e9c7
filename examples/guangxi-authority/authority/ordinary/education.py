"""Training, activities, meetings, models and bulletins of a year: what every body owes its own staff."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TypedDict, Unpack

from made.book import Book

from authority.days import LATER_YEARS, YEARS, workday_from
from authority.ordinary.bodies import AUTHORITIES, INSTITUTIONS
from authority.ordinary.people import head_of, officer_of
from qinglian_rules.facts.engine import EvidenceRecord
from qinglian_rules.facts.ethics import Commendation
from qinglian_rules.facts.governance import Coordination
from qinglian_rules.facts.meetings import AgendaItem, Meeting, MeetingKind
from qinglian_rules.facts.misconduct import Bulletin
from qinglian_rules.facts.training import TrainingForm, TrainingKind, TrainingSession

_PARTNERS = ("市场监管部门", "公安机关", "医保部门")
_LAW = ("法律法规", "党纪条规", "行业规章制度")
_CASES = ("广西医疗卫生领域党员干部违纪违法案件", "党员干部违纪违法案例剖析材料汇编")


def write(book: Book, rng: Random) -> None:
    """Write the sessions of every body, the joint work of authorities."""
    for body in (*AUTHORITIES, *INSTITUTIONS):
        for year in LATER_YEARS:
            _sessions(book, body, year, rng)
            _activities(book, body, year, rng)
        _of_2023(book, body, rng)
    for authority in AUTHORITIES:
        for year in YEARS:
            _coordination(book, authority, year)


def session(body: str, training: str, year: int) -> str:
    """Return the id of a body's yearly session of a kind."""
    return f"XX-{body}-{training}-{year}"


def activity(body: str, year: int, number: int) -> str:
    """Return the id of one of a body's yearly activities."""
    return f"HD-{body}-{year}-{number}"


def coordination(authority: str, year: int) -> str:
    """Return the id of an authority's joint work of a year."""
    return f"LD-{authority}-{year}"


def bulletin(body: str) -> str:
    """Return the id of a body's bulletin of typical cases of 2023."""
    return f"TB-{body}-2023"


class Taught(TypedDict, total=False):
    """What a session is about, and how it is held."""

    topics: tuple[str, ...]
    materials: tuple[str, ...]
    form: TrainingForm


def add_session(
    book: Book, name: str, body: str, training: TrainingKind, held: date, **taught: Unpack[Taught]
) -> TrainingSession:
    """Write one session for all staff, led by the head; warning examples use cases from nearby."""
    warning = training == "警示教育"
    made = TrainingSession(
        id=name,
        body=body,
        training=training,
        topics=taught.get("topics", ()),
        held=held,
        state="已举行",
        plan=None,
        form=taught.get("form", "现场"),
        department=None,
        led_by=head_of(body),
        for_key_posts=False,
        for_all_staff=True,
        materials=taught.get("materials", ()),
        positive_cases=not warning,
        negative_cases=warning,
        cases_nearby=warning,
        expected=20,
        present=20,
        minutes=None,
    )
    book.add(made)
    return made


def add_meeting(book: Book, name: str, body: str, kind: MeetingKind, held: date) -> Meeting:
    """Write one meeting that everybody who should have come has come to."""
    made = Meeting(
        id=name,
        body=body,
        meeting=kind,
        held=held,
        notified=None,
        branch=None,
        department=None,
        chair=head_of(body),
        recorder=officer_of(body),
        expected=7,
        present=7,
        attendees=(head_of(body),),
        leaders_present=5,
        minutes="纪要",
        topics=(),
    )
    book.add(made)
    return made


def _day(year: int, rng: Random) -> date:
    return workday_from(date(year, rng.randint(2, 11), rng.randint(1, 25)))


def _sessions(book: Book, body: str, year: int, rng: Random) -> None:
    kinds: tuple[tuple[TrainingKind, tuple[str, ...]], ...] = (
        ("警示教育", ()),
        ("医德医风教育", ()),
        ("廉洁从业教育", _LAW),
    )
    for training, topics in kinds:
        materials = _CASES if training == "警示教育" and year == 2023 else ()
        name = session(body, training, year)
        add_session(book, name, body, training, _day(year, rng), topics=topics, materials=materials)


def _activities(book: Book, body: str, year: int, rng: Random) -> None:
    for number in (1, 2):
        book.add(
            EvidenceRecord(
                id=activity(body, year, number),
                body=body,
                record="活动",
                topics=("清廉系列活动",),
                date=_day(year, rng),
                approved_by=None,
                number=None,
                title="清廉系列活动",
                location=None,
            )
        )


def _of_2023(book: Book, body: str, rng: Random) -> None:
    spirit = ("爱岗敬业", "廉洁自律")
    if body in AUTHORITIES:
        add_session(book, session(body, "职业精神教育", 2023), body, "职业精神教育", _day(2023, rng), topics=spirit)
    for number, month in enumerate((3, 9), start=1):
        _deliberation(book, body, number, workday_from(date(2023, month, rng.randint(1, 20))))
    book.add(
        Bulletin(
            id=bulletin(body),
            body=body,
            issued=_day(2023, rng),
            subject="典型案例",
            scope="系统内",
            cases=(),
            inspection=None,
            target=None,
            campaign=None,
            number=None,
        )
    )
    book.add(
        Commendation(
            id=f"BZ-{body}",
            body=body,
            honour="行风先进个人",
            decided=date(2023, 8, 18),
            person=officer_of(body),
            unit=None,
            praised=True,
            rewarded=True,
            number=None,
        )
    )


def deliberation(body: str, number: int) -> str:
    """Return the id of a body's meeting on conduct in a half-year of 2023; its only item bears the same id."""
    return f"HY-{body}-2023-{number}"


def _deliberation(book: Book, body: str, number: int, held: date) -> None:
    kind: MeetingKind = "主管部门办公会" if body in AUTHORITIES else "院长办公会"
    name = deliberation(body, number)
    add_meeting(book, name, body, kind, held)
    book.add(
        AgendaItem(
            id=name,
            body=body,
            meeting=name,
            held=held,
            order=1,
            matter="重大事项决策",
            topics=("行风建设",),
            subject="行风建设工作",
            deliberated=True,
            decided=True,
            temporary=False,
            opinions_heard=True,
            legally_reviewed=False,
            party_first=True,
        )
    )


def _coordination(book: Book, authority: str, year: int) -> None:
    book.add(
        Coordination(
            id=coordination(authority, year),
            body=authority,
            coordination="联合整治",
            held=workday_from(date(year, 11, 5)),
            partners=_PARTNERS,
            topics=("纠正医药购销领域不正之风",),
            result=None,
        )
    )
