"""Meetings of leaders and branches, what they deliberate and decide, what is asked of and reported to the superior."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, get_args

from cancer_hospital.days import YEAR, workday_from
from cancer_hospital.ordinary.bodies import BRANCHES, COMMISSION, HEADS, SECRETARIES, put
from cancer_hospital.ordinary.people import LEADERS
from cancer_hospital.ordinary.posts import TERMS
from made.book import Book
from made.days import month, span

from qinglian_rules.facts.meetings import (
    AgendaItem,
    CriticismRemark,
    Decision,
    MajorMatterCatalogue,
    MatterKind,
    Meeting,
    MeetingKind,
    Recusal,
)
from qinglian_rules.facts.reports import ReportableMatter, ReportSubmission

MAJOR: tuple[MatterKind, ...] = get_args(MatterKind)[:4]
_SUBJECTS = ("年度预算调整", "中层干部任免", "门诊楼修缮项目", "设备购置资金")
HEARD = "医疗服务价格调整"
"""What the hospital's catalogue says must be heard."""


def write(book: Book, rng: Random) -> None:
    """Write the catalogue, a year of meetings, and what goes to the superior."""
    for matter in (*MAJOR, HEARD):
        _add_entry(book, matter)
    _of_leaders(book, rng)
    _of_branches(book)
    _once_a_year(book)
    _to_the_superior(book)


def committee_key(number: int, half: int) -> str:
    """Return the id of the committee's first or second meeting of a month."""
    return f"HY-党委会-{number:02}-{half}"


def add_meeting(book: Book, key: str, kind: MeetingKind, held: date, **more: Any) -> Meeting:
    """Write one meeting of the leaders, all present; `more` overrides fields."""
    usual: dict[str, Any] = {
        "meeting": kind,
        "held": held,
        "notified": held - timedelta(days=3),
        "branch": None,
        "department": None,
        "chair": LEADERS[0],
        "recorder": HEADS["KS12"],
        "expected": len(LEADERS),
        "present": len(LEADERS),
        "attendees": LEADERS,
        "leaders_present": len(LEADERS),
        "minutes": f"〔{held.year}〕纪要{held:%m%d}",
        "topics": (),
    }
    return put(book, Meeting, key, usual, more)


def add_item(book: Book, key: str, meeting: Meeting, matter: MatterKind, **more: Any) -> AgendaItem:
    """Write one item of a meeting that was deliberated and decided; `more` overrides fields."""
    usual: dict[str, Any] = {
        "meeting": meeting.id,
        "held": meeting.held,
        "order": 1,
        "matter": matter,
        "topics": (),
        "subject": "议题",
        "deliberated": True,
        "decided": True,
        "temporary": False,
        "opinions_heard": True,
        "legally_reviewed": True,
        "party_first": meeting.meeting == "党委会",
    }
    return put(book, AgendaItem, key, usual, more)


def add_decision(book: Book, key: str, held: Meeting, matter: MatterKind, **more: Any) -> Decision:
    """Write one item and the decision on it, passed and carried out within a month; `more` overrides its fields."""
    item = add_item(book, f"YT-{key}", held, matter)
    made = held.held
    assert isinstance(made, date)
    usual: dict[str, Any] = {
        "made": made,
        "item": item.id,
        "meeting": held.id,
        "organ": "党委会" if held.meeting == "党委会" else "院长办公会",
        "matter": matter,
        "entry": entry(matter) if matter in MAJOR else None,
        "subject": _SUBJECTS[MAJOR.index(matter)] if matter in MAJOR else "日常工作",
        "concerns": (),
        "collective": True,
        "result": "通过",
        "votes_for": len(LEADERS),
        "votes_against": 0,
        "abstentions": 0,
        "amount": None,
        "carried_out_by": LEADERS[4],
        "carried_out": made + timedelta(days=30),
        "supervised": True,
        "published": True,
    }
    return put(book, Decision, key, usual, more)


def entry(topic: str) -> str:
    """Return the id of a line of the catalogue."""
    return f"SX-{topic}"


def add_matter(book: Book, key: str, way: str, arose: date, decided: date | None) -> ReportableMatter:
    """Write one matter on which the superior must be asked or told."""
    usual = {"way": way, "arose": arose, "matter": "重大事项", "decided": decided}
    return put(book, ReportableMatter, key, usual, {})


def add_submission(book: Book, key: str, received: date, matter: str | None, **more: Any) -> ReportSubmission:
    """Write one report on a major matter to the superior; `more` overrides fields."""
    usual: dict[str, Any] = {
        "report": "重大事项请示报告",
        "recipient": COMMISSION,
        "recipient_office": None,
        "period_covered": None,
        "topics": (),
        "sent": received,
        "received": received,
        "form": "公文系统",
        "case": None,
        "lead": None,
        "matter": matter,
        "number": None,
    }
    return put(book, ReportSubmission, key, usual, more)


def _add_entry(book: Book, topic: str) -> None:
    usual: dict[str, Any] = {
        "span": span(date(2024, 1, 1)),
        "matter": topic if topic in MAJOR else MAJOR[0],
        "topic": topic,
        "description": None,
        "from_amount": None,
        "organ": "党委会",
        "needs_legal_review": False,
        "needs_hearing": topic == HEARD,
    }
    put(book, MajorMatterCatalogue, entry(topic), usual, {})


def _of_leaders(book: Book, rng: Random) -> None:
    number = 0
    for at in range(1, 13):
        for half in (1, 2):
            held = workday_from(date(2025, at, 6 + 13 * (half - 1)))
            committee = add_meeting(book, committee_key(at, half), "党委会", held)
            for _ in range(rng.randint(1, 2)):
                number += 1
                add_decision(book, f"JC-{number:03}", committee, MAJOR[number % 4])
        held = workday_from(date(2025, at, 12))
        office = add_meeting(book, f"HY-办公会-{at:02}", "院长办公会", held, chair=LEADERS[1])
        number += 1
        add_decision(book, f"JC-{number:03}", office, "日常事项")
        held = workday_from(date(2025, at, 24))
        both = tuple(term.person for term in TERMS[:6] if term.start <= held <= (term.end or held))
        add_meeting(book, f"HY-沟通-{at:02}", "书记院长沟通会", held, attendees=both, expected=2, present=2)
    for key, topic in (("YT-清廉", "清廉医院建设"), ("YT-党风", "党风廉政建设")):
        meeting = book.get(Meeting, committee_key(2, 1))
        add_item(book, key, meeting, "学习", topics=(topic,))


def _of_branches(book: Book) -> None:
    for branch in BRANCHES:
        for at in range(1, 13):
            start = month(2025, at)[0]
            kinds: tuple[MeetingKind, ...] = ("支部委员会", "党小组会")
            if at % 3 == 1:
                kinds = (*kinds, "支部党员大会", "党课")
            if at == 12:
                kinds = (*kinds, "组织生活会")
            for place, kind in enumerate(kinds):
                add_branch_meeting(book, branch, kind, workday_from(start + timedelta(days=9 + 3 * place)))


def add_branch_meeting(book: Book, branch: str, kind: MeetingKind, held: date) -> Meeting:
    """Write one meeting of a branch."""
    secretary = SECRETARIES[branch]
    more: dict[str, Any] = {"branch": branch, "chair": secretary, "recorder": None, "attendees": (secretary,)}
    return add_meeting(book, branch_meeting(branch, kind, held.month), kind, held, expected=12, present=11, **more)


def branch_meeting(branch: str, kind: MeetingKind, at: int) -> str:
    """Return the id of a branch's meeting of a month."""
    return f"HY-{branch}-{kind}-{at:02}"


def _once_a_year(book: Book) -> None:
    lines: tuple[tuple[str, MeetingKind, date, tuple[str, ...], tuple[str, ...]], ...] = (
        ("HY-民主生活会", "民主生活会", date(2025, 12, 18), LEADERS, ()),
        ("HY-谈话-1", "谈心谈话", date(2025, 6, 12), LEADERS, ()),
        ("HY-述职", "述职评议会", date(2025, 12, 26), tuple(SECRETARIES.values()), ()),
        ("HY-中心组", "理论学习中心组学习", date(2025, 5, 15), LEADERS, ("“两个确立”",)),
        ("HY-职代会", "职工代表大会", date(2025, 3, 27), LEADERS, ()),
        ("HY-听证", "听证会", date(2025, 4, 10), LEADERS, (HEARD,)),
    )
    for key, kind, held, attendees, topics in lines:
        meeting = add_meeting(book, key, kind, held, attendees=attendees, topics=topics)
        if kind == "民主生活会":
            for leader in LEADERS:
                _criticise(book, meeting, leader)
    meeting = book.get(Meeting, committee_key(5, 1))
    add_decision(book, "JC-价格", meeting, MAJOR[0], entry=entry(HEARD))
    usual: dict[str, Any] = {"held": meeting.held, "person": LEADERS[4], "item": None, "decision": "JC-价格"}
    put(book, Recusal, "HB-1", usual, {"matter": "价格", "reason": "亲属任职的企业", "withdrew": True})


def criticism(leader: str) -> str:
    """Return the id of what a leader said of another at the year's meeting."""
    return f"PP-{leader}"


def _criticise(book: Book, meeting: Meeting, leader: str) -> None:
    about = LEADERS[(LEADERS.index(leader) + 1) % len(LEADERS)]
    usual = {"meeting": meeting.id, "held": meeting.held, "criticism": "相互批评", "person": leader, "about": about}
    put(book, CriticismRemark, criticism(leader), usual, {})


def _to_the_superior(book: Book) -> None:
    for number, at in enumerate((date(2025, 3, 4), date(2025, 8, 5)), 1):
        asked = add_matter(book, f"QS-{number}", "请示", at, at + timedelta(days=30))
        add_submission(book, f"BS-QS-{number}", at + timedelta(days=5), asked.id)
        told = add_matter(book, f"BG-{number}", "报告", at + timedelta(days=60), None)
        add_submission(book, f"BS-BG-{number}", at + timedelta(days=63), told.id)
    usual: dict[str, Any] = {"report": "院长负责制执行情况报告", "period_covered": span(*YEAR)}
    add_submission(book, "BS-院长负责制", date(2026, 1, 20), None, **usual)
