"""Posts, who holds them since when, what leaders are responsible for, and what leaders report about themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cancer_hospital.ordinary.bodies import DEPARTMENTS, HEADS, put
from cancer_hospital.ordinary.people import LEADERS, SENIORS
from made.book import Book
from made.days import span

from qinglian_rules.facts.appointments import PersonalMattersReport
from qinglian_rules.facts.governance import LeaderContact, NamedResponsibility, ResponsibilityName
from qinglian_rules.facts.posts import LeaderPortfolio, Post, PostRole, PostTenure
from qinglian_rules.facts.supervision import Audit

_HEAD: PostRole = "主要负责人"
_LEADER: PostRole = "领导班子其他成员"
_KEY_FUNCTIONS = frozenset({"设备", "基建", "采购招标", "人事", "财务", "医保"})


@dataclass(frozen=True, slots=True)
class Term:
    """One leader's time in office, and what the leader is in charge of."""

    post: str
    person: str
    start: date
    end: date | None
    area: str

    @property
    def key(self) -> str:
        """Id of the tenure."""
        return tenure(self.post, self.person)


TERMS = (
    Term("GW01", "R007", date(2020, 5, 6), date(2025, 1, 20), "党委全面工作"),
    Term("GW01", "R009", date(2025, 1, 21), date(2025, 2, 28), "主持党委工作"),
    Term("GW01", "R001", date(2025, 3, 1), None, "党委全面工作"),
    Term("GW02", "R010", date(2019, 3, 1), date(2025, 3, 31), "行政全面工作"),
    Term("GW02", "R008", date(2025, 4, 1), date(2025, 6, 30), "主持行政工作"),
    Term("GW02", "R002", date(2025, 7, 1), None, "行政全面工作"),
    Term("GW03", "R003", date(2022, 1, 10), None, "纪检监察"),
    Term("GW04", "R004", date(2021, 5, 6), None, "医疗、护理、药事"),
    Term("GW05", "R005", date(2022, 6, 1), None, "采购、后勤、基建"),
    Term("GW06", "R006", date(2023, 2, 1), None, "财务、运营"),
)
"""The secretary and the president changed in the year; two people filled in for a while."""

_NAMES = {"GW01": "党委书记", "GW02": "院长", "GW03": "纪委书记", "GW04": "副院长（医疗）", "GW05": "副院长（后勤）"}


def write(book: Book) -> None:
    """Write posts, tenures, responsibilities, portfolios, contacts, reports and audits."""
    for post in ("GW01", "GW02", "GW03", "GW04", "GW05", "GW06"):
        head = post in {"GW01", "GW02"}
        usual: dict[str, Any] = {"is_head": head, "is_party_head": post == "GW01", "is_leader": True}
        add_post(book, post, _NAMES.get(post, "总会计师"), "KS11", _HEAD if head else _LEADER, **usual)
    for term in TERMS:
        _add_term(book, term)
    for key, name, _, function in DEPARTMENTS:
        post = f"GW-{key}"
        add_post(book, post, f"{name}负责人", key, "部门负责人", named_key=function in _KEY_FUNCTIONS)
        add_tenure(book, tenure(post, HEADS[key]), HEADS[key], post, date(2021, 9, 1), None)
    _money_answered_for(book)
    for leader in LEADERS[:2]:
        term = next(one for one in TERMS if one.person == leader)
        add_audit(book, f"SJ-任期-{leader}", leader, "任期经济责任审计", (term.start, None), date(2025, 11, 20))


def tenure(post: str, person: str) -> str:
    """Return the id of a person's time in a post."""
    return f"RZ-{post}-{person}"


def leaving_audit(person: str) -> str:
    """Return the id of the audit of a head who left."""
    return f"SJ-离任-{person}"


def responsibility(term: Term) -> str:
    """Return the id of what a leader was made responsible for."""
    return f"ZR-{term.key}"


def add_post(book: Book, key: str, name: str, department: str, role: PostRole, **more: Any) -> Post:
    """Write one post; `more` overrides fields."""
    usual: dict[str, Any] = {
        "name": name,
        "department": department,
        "category": "行政管理",
        "duty": "其他",
        "duty_object": "无",
        "role": role,
        "is_head": False,
        "is_party_head": False,
        "is_leader": False,
        "named_key": False,
    }
    return put(book, Post, key, usual, more)


def add_tenure(book: Book, key: str, person: str, post: str, start: date, end: date | None) -> PostTenure:
    """Write one run of days on which a person held a post."""
    usual = {"person": person, "post": post, "span": span(start, end), "held_on": None}
    return put(book, PostTenure, key, usual, {"appointed_by": f"泰肿示干〔{start.year}〕{start.month}号"})


def add_audit(
    book: Book, key: str, person: str, kind: str, covers: tuple[date, date | None], reported: date, **more: Any
) -> Audit:
    """Write one audit of a head; `more` overrides fields."""
    usual = {
        "audit": kind,
        "started": reported - timedelta(days=40),
        "reported": reported,
        "covers": span(*covers),
        "person": person,
        "tenure": None,
        "topics": ("经济责任",),
        "auditor": "示例会计师事务所",
        "problems": 2,
    }
    return put(book, Audit, key, usual, more)


def name_responsible(
    book: Book, key: str, person: str, kind: ResponsibilityName, start: date, end: date | None
) -> NamedResponsibility:
    """Write that a person was made responsible."""
    usual = {"responsibility": kind, "person": person, "span": span(start, end), "number": "泰肿示党〔2025〕3号"}
    return put(book, NamedResponsibility, key, usual, {})


def add_report(book: Book, key: str, person: str, reported: date, **more: Any) -> PersonalMattersReport:
    """Write one report of a leader's personal matters, by the last of January; `more` overrides fields."""
    usual = {
        "person": person,
        "matter": "年度集中报告",
        "occurred": None,
        "due": date(2025, 1, 31),
        "reported": reported,
        "verified_true": None,
    }
    return put(book, PersonalMattersReport, key, usual, more)


def _add_term(book: Book, term: Term) -> None:
    add_tenure(book, term.key, term.person, term.post, term.start, term.end)
    kind: ResponsibilityName = "党建工作第一责任人" if term.post == "GW01" else "党风廉政建设一岗双责"
    name_responsible(book, responsibility(term), term.person, kind, term.start, term.end)
    usual: dict[str, Any] = {"person": term.person, "span": span(term.start, term.end), "area": term.area}
    put(book, LeaderPortfolio, f"FG-{term.key}", usual, {"direct": True})
    contact = {
        "leader": term.person,
        "matter": "高层次人才",
        "person": SENIORS[len(term.key) % len(SENIORS)],
        "department": None,
        "span": span(term.start, term.end),
        "last_contact": (term.end or date(2026, 3, 1)) - timedelta(days=20),
    }
    put(book, LeaderContact, f"LX-{term.key}", contact, {})
    if term.end is None:
        add_report(book, f"GR-{term.person}", term.person, date(2025, 1, 16))
    else:
        reported = term.end + timedelta(days=90)
        add_audit(book, leaving_audit(term.person), term.person, "离任审计", (term.start, term.end), reported)


def _money_answered_for(book: Book) -> None:
    start = date(2025, 7, 1)
    name_responsible(book, "ZR-基建资金", LEADERS[1], "基本建设资金管理责任人", start, None)
