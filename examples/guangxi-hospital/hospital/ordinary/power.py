"""Power and how it is bound: what is decided where, who is appointed, who looks after what, the grid, the audits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from made.book import Book
from made.days import span, whole

from hospital.days import AS_OF
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.education import employed
from hospital.ordinary.party import add_committee, add_item, add_meeting
from hospital.ordinary.people import PARTY_HEAD
from hospital.ordinary.posts import CLINICAL_LEADER, CONDUCT_LEADER, HEAD_CHANGED, NEW_HEAD, OLD_HEAD, tenure
from qinglian_rules.facts.appointments import (
    Appointment,
    AppointmentCheck,
    AppointmentKind,
    ConcurrentPost,
    Signature,
    SignatureRole,
    Trip,
    UnfitFinding,
)
from qinglian_rules.facts.meetings import (
    AgendaItem,
    DecidingBody,
    Decision,
    MajorMatterCatalogue,
    MatterKind,
    Statement,
)
from qinglian_rules.facts.people import Person
from qinglian_rules.facts.posts import GridAssignment, LeaderPortfolio
from qinglian_rules.facts.supervision import Audit, AuditKind

CHECKS = tuple(f"“凡提四必”审核事项{number}" for number in "一二三四")
NOT_DIRECTLY = tuple(f"“五不直接分管”领域{number}" for number in "一二三四五")
"""The text names neither list's members, so the hospital's own list numbers them."""

_LAST_OF_OLD_HEAD = date(2024, 6, 30)
_KINDS: tuple[tuple[MatterKind, str], ...] = (
    ("重大事项决策", "重大事项"),
    ("重要干部任免", "干部任免"),
    ("重大项目安排", "重大项目"),
    ("大额度资金使用", "大额资金"),
)


def write(book: Book) -> None:
    """Write the catalogue, decisions, appointments, portfolios, the grid and audits."""
    for matter, topic in _KINDS:
        book.add(_entry(matter, topic))
    _decisions(book)
    _portfolios(book)
    _appointments(book)
    _abroad_and_elsewhere(book)
    _grid(book)
    _audits(book)
    add_unfit(book, "RD-不适宜", tenure("GW09", "R096"), "R096", "不适宜", date(2023, 6, 5))
    add_unfit(book, "RD-不胜任", tenure("GW07", "R084"), "R084", "不胜任", date(2022, 8, 15))


def entry(matter: MatterKind) -> str:
    """Return the id of the entry of the catalogue for a kind of matter."""
    return f"SZ-{matter}"


def _entry(matter: MatterKind, topic: str) -> MajorMatterCatalogue:
    return MajorMatterCatalogue(
        id=entry(matter),
        body=HOSPITAL,
        span=span(date(2021, 12, 1)),
        matter=matter,
        topic=topic,
        description=None,
        from_amount=None,
        organ="党委会",
        needs_legal_review=False,
        needs_hearing=False,
    )


def decide(book: Book, key: str, made_on: date, matter: MatterKind, subject: str, **more: Any) -> Decision:
    """Write one decision of the committee, with the meeting and the item of it; `more` overrides the decision's."""
    meeting = add_committee(book, f"DW-{key}", made_on)
    item = add_item(book, meeting, 3, matter, subject=subject)
    return add_decision(book, key, item, matter, subject, **more)


def add_decision(book: Book, key: str, item: AgendaItem, matter: MatterKind, subject: str, **more: Any) -> Decision:
    """Write the decision on one item of a meeting; `more` overrides fields."""
    organ: DecidingBody = "党委会"
    fields: dict[str, Any] = {
        "made": item.held,
        "item": item.id,
        "meeting": item.meeting,
        "organ": organ,
        "entry": entry(matter),
        "concerns": (),
        "collective": True,
        "result": "通过",
        "amount": None,
        "carried_out_by": None,
        "carried_out": None,
        "supervised": True,
        "published": True,
    }
    made = Decision(id=key, body=HOSPITAL, matter=matter, subject=subject, **{**fields, **more})
    book.add(made)
    return made


def speak(book: Book, item: AgendaItem, persons: Iterable[str]) -> None:
    """Write who spoke on an item, in this order."""
    for order, person in enumerate(persons, start=1):
        book.add(
            Statement(
                id=f"FY-{item.id}-{order}",
                body=HOSPITAL,
                item=item.id,
                held=item.held,
                person=person,
                order=order,
                procedural=False,
                agrees=True,
            )
        )


def _decisions(book: Book) -> None:
    decide(book, "JC-规划", date(2022, 5, 12), "重大事项决策", "医院发展总体规划中期调整")
    decide(book, "JC-项目", date(2023, 6, 15), "重大项目安排", "门诊楼改造")
    decide(book, "JC-资金", date(2024, 3, 14), "大额度资金使用", "年度设备购置")
    for key in ("JC-规划", "JC-项目"):
        item = book.get(AgendaItem, f"DW-{key}-3")
        speak(book, item, (CONDUCT_LEADER, NEW_HEAD, PARTY_HEAD, OLD_HEAD))
    _in_the_office_meeting(book)
    _in_a_department(book)


def _in_the_office_meeting(book: Book) -> None:
    """The president's meeting decides what the committee has looked at before."""
    book.add(_entry("重大项目安排", "信息化项目").model_copy(update={"id": "SZ-院办", "organ": "院长办公会"}))
    meeting = add_meeting(book, "YB-2023", "院长办公会", date(2023, 9, 21), chair=OLD_HEAD)
    item = add_item(book, meeting, 1, "重大项目安排", subject="信息系统升级")
    add_decision(book, "JC-院办", item, "重大项目安排", "信息系统升级", organ="院长办公会", entry="SZ-院办")


def _in_a_department(book: Book) -> None:
    """The branch's secretary takes part where a department decides."""
    more = {"department": "KS01", "chair": "R005", "attendees": ("R005", "R006"), "leaders_present": 0}
    meeting = add_meeting(book, "KW-2023", "科务会", date(2023, 5, 18), **more)
    item = add_item(book, meeting, 1, "大额度资金使用", subject="科室设备耗材")
    add_decision(book, "JC-科务", item, "大额度资金使用", "科室设备耗材", organ="其他会议", entry=None)


def add_portfolio(
    book: Book, key: str, person: str, days: tuple[date, date | None], area: str, *, direct: bool = True
) -> LeaderPortfolio:
    """Write what one leader is in charge of."""
    made = LeaderPortfolio(id=key, body=HOSPITAL, person=person, span=span(*days), area=area, direct=direct)
    book.add(made)
    return made


def _portfolios(book: Book) -> None:
    add_portfolio(book, "FG-2", NEW_HEAD, (date(2019, 1, 4), _LAST_OF_OLD_HEAD), "医疗业务")
    add_portfolio(book, "FG-3", CLINICAL_LEADER, (HEAD_CHANGED, None), "医疗业务")
    add_portfolio(book, "FG-4", PARTY_HEAD, (date(2019, 3, 1), None), "党建工作")
    add_portfolio(book, "FG-5", OLD_HEAD, (date(2021, 1, 4), _LAST_OF_OLD_HEAD), NOT_DIRECTLY[0], direct=False)
    add_portfolio(book, "FG-6", CONDUCT_LEADER, (date(2021, 1, 4), None), NOT_DIRECTLY[0])


def appoint(
    book: Book, key: str, person: str, post: str, kind: AppointmentKind, appointed: date, decision: str, **more: Any
) -> Appointment:
    """Write one appointment with its checks and both signatures; `more` overrides the appointment's fields."""
    fields: dict[str, Any] = {
        "proposed": appointed - timedelta(days=40),
        "deliberated": True,
        "inspected": appointed - timedelta(days=25),
        "published": appointed - timedelta(days=10),
        "prior_case": None,
    }
    made = Appointment(
        id=key,
        body=HOSPITAL,
        person=person,
        post=post,
        appointment=kind,
        appointed=appointed,
        decision=decision,
        **{**fields, **more},
    )
    book.add(made)
    for number, check in enumerate(CHECKS, start=1):
        done = appointed - timedelta(days=20)
        book.add(
            AppointmentCheck(
                id=f"{key}-审{number}",
                body=HOSPITAL,
                appointment=key,
                check=check,
                done=done,
                passed=True,
                office="人事科",
            )
        )
    roles: tuple[tuple[SignatureRole, str], ...] = (("党委书记", PARTY_HEAD), ("纪委书记", CONDUCT_LEADER))
    for role, signer in roles:
        book.add(
            Signature(
                id=f"{key}-{role}",
                body=HOSPITAL,
                document="廉政意见",
                appointment=key,
                role=role,
                person=signer,
                signed=appointed - timedelta(days=15),
            )
        )
    return made


def _appointments(book: Book) -> None:
    decide(book, "JC-干部", date(2024, 6, 14), "重要干部任免", "院领导任免")
    appoint(book, "RY-1", NEW_HEAD, "GW01", "任命", HEAD_CHANGED, "JC-干部")
    appoint(book, "RY-2", CLINICAL_LEADER, "GW03", "提拔", HEAD_CHANGED, "JC-干部")


def add_trip(book: Book, key: str, person: str, approved: date | None, departed: date, **more: Any) -> Trip:
    """Write one trip abroad; `more` overrides fields."""
    fields: dict[str, Any] = {"purpose": "因私", "registered": True}
    made = Trip(
        id=key,
        body=HOSPITAL,
        person=person,
        approved=approved,
        departed=departed,
        returned=departed + timedelta(days=8),
        passport_handed_in=departed + timedelta(days=12),
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_second_post(book: Book, key: str, person: str, approved: date | None, start: date) -> ConcurrentPost:
    """Write one unpaid post elsewhere."""
    made = ConcurrentPost(
        id=key,
        body=HOSPITAL,
        person=person,
        organisation_kind="学会协会",
        organisation="某学会",
        span=span(start),
        approved=approved,
        paid=False,
        amount=None,
    )
    book.add(made)
    return made


def _abroad_and_elsewhere(book: Book) -> None:
    add_trip(book, "CJ-1", OLD_HEAD, date(2023, 6, 20), date(2023, 7, 3))
    add_trip(book, "CJ-2", "R083", date(2024, 1, 20), date(2024, 2, 8))
    add_second_post(book, "JZ-1", NEW_HEAD, date(2022, 8, 30), date(2022, 9, 15))


def in_grid(person: str) -> str:
    """Return the id of a person's place in the grid."""
    return f"WG-{person}"


def _grid(book: Book) -> None:
    """Put everybody with public power who is still there into the grid of the leader in charge."""
    officials = {person.id for person in book.of(Person) if person.exercises_public_power is True}
    for person in employed(book, AS_OF):
        if person in officials:
            book.add(
                GridAssignment(
                    id=in_grid(person),
                    body=HOSPITAL,
                    grid="职能部门网格",
                    person=person,
                    role="网格成员",
                    head=CONDUCT_LEADER,
                    span=span(date(2022, 3, 1)),
                )
            )


def add_audit(book: Book, key: str, kind: AuditKind, reported: date, covers: tuple[date, date], **more: Any) -> Audit:
    """Write one audit; `more` overrides fields."""
    fields: dict[str, Any] = {"person": None, "tenure": None, "topics": (), "auditor": "审计科", "problems": 0}
    made = Audit(
        id=key,
        body=HOSPITAL,
        audit=kind,
        started=reported - timedelta(days=50),
        reported=reported,
        covers=span(*covers),
        **{**fields, **more},
    )
    book.add(made)
    return made


def audit(year: int) -> str:
    """Return the id of a year's internal audit."""
    return f"SJ-{year}"


def _audits(book: Book) -> None:
    for year in (2022, 2023, 2024):
        topics = ("重点部门审计", "重点岗位审计", "重点环节审计")
        add_audit(book, audit(year), "内部审计", date(year, 11, 25), whole(year - 1), topics=topics)
    more = {"person": OLD_HEAD, "tenure": tenure("GW01", OLD_HEAD), "auditor": "自治区卫生健康委"}
    add_audit(book, "SJ-离任", "离任审计", date(2024, 10, 18), (date(2016, 3, 1), _LAST_OF_OLD_HEAD), **more)


def add_unfit(book: Book, key: str, held: str, person: str, why: str, found: date) -> UnfitFinding:
    """Write that a cadre was found not suited to a post, or not up to it."""
    made = UnfitFinding(
        id=key,
        body=HOSPITAL,
        person=person,
        tenure=held,
        unfitness="不适宜" if why == "不适宜" else "不胜任",
        found=found,
        found_by="院党委",
        reason="年度考核",
    )
    book.add(made)
    return made
