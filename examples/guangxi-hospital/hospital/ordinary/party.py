"""The Party's life: branches and their meetings, the committee's first topic, what is watched, what is reported."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book
from made.days import half, quarter, span

from hospital.days import workday_from
from hospital.ordinary.bodies import AUTHORITIES, HOSPITAL, PROVINCE, office
from hospital.ordinary.education import head_on
from hospital.ordinary.people import PARTY_HEAD, leaders_on
from hospital.ordinary.posts import CONDUCT_LEADER
from hospital.ordinary.programme import YEARS, add_check
from qinglian_rules.facts.appointments import PersonalMattersReport
from qinglian_rules.facts.meetings import AgendaItem, CriticismRemark, MatterKind, Meeting, MeetingKind
from qinglian_rules.facts.people import PartyBranch, Person
from qinglian_rules.facts.posts import Post, PostTenure
from qinglian_rules.facts.reports import ReportableMatter, ReportableWay, ReportSubmission
from qinglian_rules.facts.supervision import WatchListEntry

BRANCHES = ("ZB1", "ZB2")
_CLINICAL = ("KS01", "KS02", "KS03", "KS04", "KS05", "KS06")
_THOUGHT = "习近平新时代中国特色社会主义思想"
_SPEECHES = "习近平总书记重要讲话和重要指示精神"
_FIRST_TOPICS = ("党中央重大决策部署", "自治区重大决策部署", "党中央和自治区重点工作", "党中央重大决策部署")
_WATCHED = (
    "“1+1+4+3+N”目标任务体系",
    "“553384”系列工作要求",
    "统筹疫情防控",
    "卫生健康事业高质量发展",
)


def write(book: Book) -> None:
    """Write branches, meetings, lists and reports."""
    _branches(book)
    for year in YEARS:
        for number in range(1, 5):
            _quarter(book, year, number)
        for number in (1, 2):
            _half(book, year, number)
        _year(book, year)
    _watched(book)
    _matters(book)
    _personal_matters(book)


def add_meeting(book: Book, key: str, kind: MeetingKind, held: date, **more: Any) -> Meeting:
    """Write one meeting of the hospital, all leaders being there; `more` overrides fields."""
    fields: dict[str, Any] = {
        "notified": held - timedelta(days=3),
        "branch": None,
        "department": None,
        "chair": PARTY_HEAD,
        "recorder": None,
        "attendees": leaders_on(held),
        "leaders_present": len(leaders_on(held)),
        "minutes": f"纪要{key}",
        "topics": (),
    }
    made = Meeting(id=key, body=HOSPITAL, meeting=kind, held=held, **{**fields, **more})
    book.add(made)
    return made


def add_item(
    book: Book, meeting: Meeting, order: int, matter: MatterKind, *topics: str, subject: str, **more: Any
) -> AgendaItem:
    """Write one item of a meeting, deliberated and decided unless it is study; `more` overrides fields."""
    fields: dict[str, Any] = {
        "deliberated": matter != "学习",
        "decided": matter != "学习",
        "temporary": False,
        "opinions_heard": True,
        "legally_reviewed": True,
        "party_first": True,
    }
    made = AgendaItem(
        id=f"{meeting.id}-{order}",
        body=HOSPITAL,
        meeting=meeting.id,
        held=meeting.held,
        order=order,
        matter=matter,
        topics=topics,
        subject=subject,
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_committee(book: Book, key: str, held: date, first_topic: str = _FIRST_TOPICS[0]) -> Meeting:
    """Write one meeting of the committee that begins with study and with its first topic."""
    made = add_meeting(book, key, "党委会", held)
    add_item(book, made, 1, "学习", _SPEECHES, subject="学习重要讲话精神")
    add_item(book, made, 2, "日常事项", first_topic, subject="贯彻落实的意见")
    return made


def committee(year: int, number: int) -> str:
    """Return the id of the committee's meeting of a quarter."""
    return f"DW-{year}Q{number}"


def branch_meeting(branch: str, kind: MeetingKind, year: int, number: int) -> str:
    """Return the id of a branch's meeting of a kind in a quarter, or in a half-year of a lecture."""
    return f"HY-{branch}-{kind}-{year}-{number}"


def yearly(kind: MeetingKind, year: int, branch: str | None = None) -> str:
    """Return the id of a meeting that is held once a year, by the hospital or by a branch."""
    return f"HY-{branch or HOSPITAL}-{kind}-{year}"


def _branches(book: Book) -> None:
    for key, name, secretary in (("ZB1", "机关党支部", "R078"), ("ZB2", "临床党支部", "R005")):
        book.add(
            PartyBranch(
                id=key,
                body=HOSPITAL,
                name=name,
                departments=_CLINICAL if key == "ZB2" else ("KS11", "KS14", "KS15", "KS20"),
                secretary=secretary,
                secretary_leads_specialty=key == "ZB2",
                members=20,
                has_committee=True,
                has_groups=True,
                founded=date(2010, 7, 1),
            )
        )
    for person in book.of(Person):
        if person.body == HOSPITAL:
            member = person.is_party_member is True
            branch = "ZB2" if person.department in _CLINICAL else "ZB1"
            book.change(Person, person.id, branch=branch if member else None)


def _quarter(book: Book, year: int, number: int) -> None:
    end = quarter(year, number)[1]
    add_committee(book, committee(year, number), workday_from(end.replace(day=8)), _FIRST_TOPICS[number - 1])
    held = workday_from(end.replace(day=17))
    add_meeting(book, f"ZXZ-{year}Q{number}", "理论学习中心组学习", held, topics=(_THOUGHT,))
    kinds: tuple[MeetingKind, ...] = ("支部党员大会", "支部委员会", "党小组会")
    for branch in BRANCHES:
        for day, kind in enumerate(kinds, start=21):
            held = workday_from(end.replace(day=day))
            key = branch_meeting(branch, kind, year, number)
            add_meeting(
                book, key, kind, held, branch=branch, topics=(_THOUGHT,), attendees=_present(kind, branch, held)
            )


def _present(kind: MeetingKind, branch: str, held: date) -> tuple[str, ...]:
    return leaders_on(held) if branch == "ZB1" and kind == "支部党员大会" else ("R078",)


def _half(book: Book, year: int, number: int) -> None:
    end = half(year, number)[1]
    for branch in BRANCHES:
        add_meeting(book, branch_meeting(branch, "党课", year, number), "党课", end.replace(day=25), branch=branch)
    add_meeting(book, f"TX-{year}-{number}", "谈心谈话", end.replace(day=15))
    add_watched(book, f"QD-{year}-{number}", HOSPITAL, half(year, number)[0] + timedelta(days=4), "当期重点", end)


def _year(book: Book, year: int) -> None:
    leaders = add_meeting(book, yearly("民主生活会", year), "民主生活会", workday_from(date(year, 12, 20)))
    _criticise(book, leaders)
    for branch in BRANCHES:
        held = workday_from(date(year, 12, 23))
        life = add_meeting(book, yearly("组织生活会", year, branch), "组织生活会", held, branch=branch)
        _criticise(book, life)
        add_meeting(book, yearly("民主评议党员", year, branch), "民主评议党员", held, branch=branch)
    add_meeting(book, yearly("职工代表大会", year), "职工代表大会", workday_from(date(year, 3, 10)))
    key = f"JC-{HOSPITAL}-政治监督-{year}"
    add_check(book, key, HOSPITAL, "日常监督", workday_from(date(year, 7, 12)), topics=("政治监督",))


def _criticise(book: Book, meeting: Meeting) -> None:
    book.add(
        CriticismRemark(
            id=f"{meeting.id}-1",
            body=HOSPITAL,
            meeting=meeting.id,
            held=meeting.held,
            criticism="自我批评",
            person=CONDUCT_LEADER,
            about=None,
        ),
        CriticismRemark(
            id=f"{meeting.id}-2",
            body=HOSPITAL,
            meeting=meeting.id,
            held=meeting.held,
            criticism="相互批评",
            person=CONDUCT_LEADER,
            about="R004",
        ),
    )


def add_watched(book: Book, key: str, body: str, start: date, topic: str, due: date) -> WatchListEntry:
    """Write one entry of a list of what is watched politically."""
    made = WatchListEntry(
        id=key,
        body=body,
        watch_list="政治监督动态清单",
        span=span(start),
        matter=topic,
        topics=(topic,),
        measures="监督检查和谈话提醒",
        office="KS13" if body == HOSPITAL else None,
        due=due,
        updated=None,
    )
    book.add(made)
    return made


def _watched(book: Book) -> None:
    for number, topic in enumerate(_WATCHED, start=1):
        add_watched(book, f"QD-{number}", HOSPITAL, date(2022, 1, 10), topic, date(2024, 12, 31))
    for authority in AUTHORITIES:
        made = add_watched(book, f"QD-{authority}", authority, date(2022, 1, 20), _WATCHED[3], date(2024, 12, 31))
        book.change(WatchListEntry, made.id, office=office(authority))


def add_matter(
    book: Book, key: str, way: ReportableWay, arose: date, days: int, decided: date | None
) -> ReportableMatter:
    """Write one major matter, asked about or reported some days after it arose."""
    made = ReportableMatter(id=key, body=HOSPITAL, way=way, arose=arose, matter="重大事项", decided=decided)
    received = arose + timedelta(days=days)
    book.add(
        made,
        ReportSubmission(
            id=f"BS-{key}",
            body=HOSPITAL,
            report="重大事项请示报告",
            recipient=PROVINCE,
            recipient_office=None,
            period_covered=None,
            topics=(),
            sent=received,
            received=received,
            form="公文系统",
            case=None,
            lead=None,
            matter=key,
            number=None,
        ),
    )
    return made


def _matters(book: Book) -> None:
    add_matter(book, "SX-1", "请示", date(2022, 6, 6), 9, date(2022, 6, 27))
    add_matter(book, "SX-2", "报告", date(2023, 4, 10), 5, None)


def personal(person: str, year: int) -> str:
    """Return the id of a leader's yearly report on personal matters."""
    return f"GR-{person}-{year}"


def add_personal(book: Book, key: str, person: str, reported: date, **more: Any) -> PersonalMattersReport:
    """Write one report of a leader on personal matters, the yearly one unless `more` says otherwise."""
    fields: dict[str, Any] = {
        "matter": "年度集中报告",
        "occurred": None,
        "due": date(reported.year, 1, 31),
        "verified_true": None,
    }
    made = PersonalMattersReport(id=key, body=HOSPITAL, person=person, reported=reported, **{**fields, **more})
    book.add(made)
    return made


def _personal_matters(book: Book) -> None:
    posts = {post.id for post in book.of(Post) if post.is_leader is True and post.body == HOSPITAL}
    leaders = {tenure.person for tenure in book.of(PostTenure) if tenure.post in posts}
    for year in YEARS:
        for person in sorted(one for one in leaders if isinstance(one, str)):
            add_personal(book, personal(person, year), person, date(year, 1, 18), verified_true=True)
    changed = {"matter": "因私出国境", "occurred": date(2023, 7, 3), "due": None}
    add_personal(book, "GR-变化1", head_on(date(2023, 7, 3)), date(2023, 7, 20), **changed)
