"""Meetings of the committee and of the president's office, what they decide, and the catalogue of major matters."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from made.book import Book
from made.days import span

from hospital.days import workday_from
from hospital.ordinary.bodies import HOSPITAL, PUBLIC_HOSPITALS
from hospital.ordinary.posts import LEADERS
from qinglian_rules.facts.meetings import (
    AgendaItem,
    DecidingBody,
    Decision,
    MajorMatterCatalogue,
    MatterKind,
    Meeting,
    MeetingKind,
)

MAJOR: tuple[MatterKind, ...] = ("重大事项决策", "重要干部任免", "重大项目安排", "大额度资金使用")
_SUBJECTS = {
    "重大事项决策": "年度工作安排调整",
    "重要干部任免": "中层干部任免",
    "重大项目安排": "门诊楼改造项目",
    "大额度资金使用": "设备购置资金",
}


def write(book: Book, rng: Random) -> None:
    """Write the catalogues, a year of meetings and their decisions."""
    for body in PUBLIC_HOSPITALS:
        for matter in MAJOR:
            add_entry(book, f"SZ-{body}-{matter}", body, matter, matter)
        add_entry(book, f"SZ-{body}-轮岗", body, "重要干部任免", "轮岗")
    number = 0
    for month in range(1, 13):
        for half in (1, 2):
            committee = add_meeting(book, committee_key(month, half), "党委会", _held(month, half, 5), rng)
            office = add_meeting(book, f"HY-办公会-{month:02}-{half}", "院长办公会", _held(month, half, 12), rng)
            add_item(book, f"YT-党委会-{month:02}-{half}", committee, MAJOR[month % 4])
            add_item(book, f"YT-办公会-{month:02}-{half}", office, "日常事项")
            for _ in range(rng.randint(1, 2)):
                number += 1
                _decide(book, f"JC-{number:03}", MAJOR[number % 4], committee, rng)
            number += 1
            _decide(book, f"JC-{number:03}", "日常事项", office, rng)


def committee_key(month: int, half: int) -> str:
    """Return the id of the committee's first or second meeting of a month."""
    return f"HY-党委会-{month:02}-{half}"


def add_entry(book: Book, key: str, body: str, matter: MatterKind, topic: str) -> MajorMatterCatalogue:
    """Write one line of a catalogue: the committee decides the matter."""
    made = MajorMatterCatalogue(
        id=key,
        body=body,
        span=span(date(2023, 1, 1)),
        matter=matter,
        topic=topic,
        description="依照清单提交党委会",
        from_amount=None,
        organ="党委会",
        needs_legal_review=False,
        needs_hearing=False,
    )
    book.add(made)
    return made


def add_meeting(
    book: Book, key: str, kind: MeetingKind, held: date, rng: Random | None = None, body: str = HOSPITAL
) -> Meeting:
    """Write one meeting of the leaders; with random numbers one of them may be away."""
    away = rng.choice(LEADERS[2:]) if rng is not None and rng.random() < 0.4 else None
    present = tuple(leader for leader in LEADERS if leader != away)
    made = Meeting(
        id=key,
        body=body,
        meeting=kind,
        held=held,
        notified=held - timedelta(days=3),
        chair=LEADERS[0] if kind == "党委会" else LEADERS[1],
        recorder="R008",
        expected=len(LEADERS),
        present=len(present),
        attendees=present,
        leaders_present=len(present),
        minutes=f"{held.year}年纪要{held:%m%d}",
        topics=(),
    )
    book.add(made)
    return made


def add_item(book: Book, key: str, meeting: Meeting, matter: MatterKind) -> AgendaItem:
    """Write the first item of a meeting, which was discussed and decided there."""
    made = AgendaItem(
        id=key,
        body=meeting.body,
        meeting=meeting.id,
        held=meeting.held,
        order=1,
        matter=matter,
        topics=(),
        subject=_SUBJECTS.get(matter, "日常工作"),
        deliberated=True,
        decided=True,
        temporary=False,
    )
    book.add(made)
    return made


def add_decision(
    book: Book,
    key: str,
    made_on: date,
    matter: MatterKind,
    *,
    meeting: str | None,
    organ: DecidingBody = "党委会",
    body: str = HOSPITAL,
    **more: Any,
) -> Decision:
    """Write one decision, passed and carried out within a month by the leader in charge; `more` overrides fields."""
    fields: dict[str, Any] = {
        "subject": _SUBJECTS.get(matter, "日常工作"),
        "collective": True,
        "result": "通过",
        "votes_for": 6,
        "votes_against": 0,
        "abstentions": 0,
        "amount": None,
        "carried_out_by": LEADERS[4],
        "carried_out": made_on + timedelta(days=20),
        "supervised": True,
        "published": True,
    }
    made = Decision(
        id=key,
        body=body,
        made=made_on,
        item=None,
        meeting=meeting,
        organ=organ,
        matter=matter,
        entry=None,
        concerns=(),
        **{**fields, **more},
    )
    book.add(made)
    return made


def _held(month: int, half: int, day: int) -> date:
    return workday_from(date(2024, month, day + 14 * (half - 1)))


def _decide(book: Book, key: str, matter: MatterKind, meeting: Meeting, rng: Random) -> None:
    held = meeting.held
    assert isinstance(held, date)
    organ: DecidingBody = "党委会" if meeting.meeting == "党委会" else "院长办公会"
    carried_out = held + timedelta(days=rng.randint(1, 40))
    leader = rng.choice(LEADERS[3:])
    add_decision(
        book, key, held, matter, meeting=meeting.id, organ=organ, carried_out=carried_out, carried_out_by=leader
    )
