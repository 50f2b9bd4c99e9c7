"""The standing order of an authority: bodies of work, plans, lists, notices."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span, whole

from authority.ordinary.bodies import AUTHORITIES, CITIES, INSURANCE, PROVINCE, STATIONS, conduct_office
from authority.ordinary.people import head_of, officer_of
from qinglian_rules.facts.governance import StaffAssignment, Structure, StructureKind
from qinglian_rules.facts.reports import PlanKind, TaskAssignment, WorkPlan
from qinglian_rules.facts.service import NoticeContent, NoticeMedium, PublicNotice
from qinglian_rules.facts.supervision import WatchListEntry

SET_UP = date(2021, 10, 8)
CAMPAIGN_PLANNED = date(2021, 10, 29)
CLEAN_PLAN = date(2022, 3, 28)
MEMBERS = (
    "自治区发展改革委",
    "自治区教育厅",
    "自治区审计厅",
    "自治区市场监管局",
    "自治区医保局",
    "自治区中医药局",
    "自治区药监局",
    "自治区纪委监委驻自治区卫生健康委纪检监察组",
)
CLEAN_TOPICS = ("党风清正", "院风清朗", "医风清新", "行风清明", "九项准则", "社会办医综合整治")
_STANDING: tuple[NoticeContent, ...] = (
    "清廉文化",
    "清廉医院建设进展",
    "先进典型",
    "清廉医院建设成效",
    "本单位举报途径",
    "监督举报电话",
)


def write(book: Book) -> None:
    """Write what stands for years, for every authority."""
    for authority in AUTHORITIES:
        _structures(book, authority)
        _campaign_plan(book, authority)
        _conduct_plan(book, authority)
        _watch_list(book, authority)
        _notices(book, authority)
    for city in CITIES:
        add_plan(book, clean_plan(city), city, "清廉医院建设实施方案", CLEAN_PLAN, CLEAN_TOPICS)
    _notice(book, f"GS-{INSURANCE}-常设", INSURANCE, _STANDING, ("官方网站", "微信公众号"))
    for station in STATIONS.values():
        _notice(book, f"GS-{station}-常设", station, _STANDING, ("官方网站", "微信公众号"))
    add_structure(book, f"JG-{PROVINCE}-协调", PROVINCE, "清廉医院建设协调机制")
    book.change(Structure, f"JG-{PROVINCE}-协调", led_by=PROVINCE, member_bodies=MEMBERS)


def structure(authority: str, kind: StructureKind) -> str:
    """Return the id of an authority's body of work of a kind."""
    return f"JG-{authority}-{kind}"


def campaign_plan(authority: str) -> str:
    """Return the id of an authority's plan of the campaign."""
    return f"JH-{authority}-专项"


def conduct_plan(authority: str) -> str:
    """Return the id of an authority's plan of 2023."""
    return f"JH-{authority}-2023"


def tasks(authority: str) -> str:
    """Return the id of the one task of an authority's plan of the campaign."""
    return f"RW-{authority}-专项"


def clean_plan(authority: str) -> str:
    """Return the id of a city's plan of clean hospitals."""
    return f"JH-{authority}-清廉"


def notice(authority: str, name: str) -> str:
    """Return the id of an authority's notice: 常设, 计划, 学习."""
    return f"GS-{authority}-{name}"


def add_structure(book: Book, key: str, authority: str, kind: StructureKind) -> Structure:
    """Write one body of work that has stood since October 2021."""
    made = Structure(
        id=key,
        body=authority,
        structure=kind,
        span=span(SET_UP),
        head=head_of(authority),
        deputies=(),
        office=None,
        functions=(),
        led_by=None,
        member_bodies=(),
        duties_written=True,
        founding_document="2021年第10号",
        decision=None,
    )
    book.add(made)
    return made


def add_plan(book: Book, key: str, body: str, kind: PlanKind, adopted: date, topics: tuple[str, ...]) -> WorkPlan:
    """Write one plan from its adoption to the end of 2024."""
    made = WorkPlan(
        id=key,
        body=body,
        plan=kind,
        adopted=adopted,
        span=span(adopted, date(2024, 12, 31)),
        topics=topics,
        sessions_planned=None,
        quantified=True,
        specific=True,
        binding=True,
        decision=None,
        number=None,
    )
    book.add(made)
    return made


def add_task(book: Book, key: str, body: str, plan: str, topics: tuple[str, ...], days: tuple[date, date]) -> None:
    """Write one task of a plan, given on one day and done by another."""
    book.add(
        TaskAssignment(
            id=key,
            body=body,
            plan=plan,
            task="督导检查",
            topics=topics,
            office=None,
            person=None,
            assigned=days[0],
            due=days[1],
            done=days[1],
        )
    )


def _structures(book: Book, authority: str) -> None:
    kinds: tuple[StructureKind, ...] = ("行风建设组织机构", "临时性工作机构", "行风建设领导小组")
    for kind in kinds:
        key = structure(authority, kind)
        add_structure(book, key, authority, kind)
        if kind != "行风建设领导小组":
            _assign(book, f"ZZ-{key}", authority, key)


def _assign(book: Book, key: str, authority: str, structure: str) -> None:
    book.add(
        StaffAssignment(
            id=key,
            body=authority,
            structure=structure,
            person=officer_of(authority),
            role="工作人员",
            full_time=True,
            duties_written=True,
            span=span(SET_UP),
        )
    )


def _campaign_plan(book: Book, authority: str) -> None:
    key = campaign_plan(authority)
    add_plan(book, key, authority, "专项行动方案", CAMPAIGN_PLANNED, ("廉洁从业行动计划",))
    add_task(book, tasks(authority), authority, key, (), (date(2021, 11, 5), date(2024, 12, 20)))


def _conduct_plan(book: Book, authority: str) -> None:
    """The plan of 2023 takes in conduct; its tasks are given out in each half-year."""
    key = conduct_plan(authority)
    add_plan(book, key, authority, "年度工作计划", date(2023, 1, 16), ("行风建设",))
    book.change(WorkPlan, key, span=span(*whole(2023)))
    for number, month in enumerate((2, 8), start=1):
        days = (date(2023, month, 8), date(2023, month + 3, 20))
        add_task(book, f"RW-{authority}-2023-{number}", authority, key, ("行风建设",), days)


def _watch_list(book: Book, authority: str) -> None:
    book.add(
        WatchListEntry(
            id=f"QD-{authority}",
            body=authority,
            watch_list="政治监督动态清单",
            span=span(date(2022, 2, 14)),
            matter="清廉医院建设",
            topics=("党中央重大决策部署",),
            measures="季度督办",
            office=conduct_office(authority),
            due=date(2025, 12, 31),
            updated=date(2024, 6, 14),
        )
    )


def _notices(book: Book, authority: str) -> None:
    media: tuple[NoticeMedium, ...] = ("官方网站", "微信公众号", "应用程序")
    _notice(book, notice(authority, "常设"), authority, _STANDING, media)
    _notice(book, notice(authority, "计划"), authority, ("廉洁从业行动计划",), ("官方网站", "报刊"))
    if authority in CITIES:
        _notice(book, notice(authority, "学习"), authority, ("行风学习教育",), media)


def _notice(
    book: Book, key: str, body: str, contents: tuple[NoticeContent, ...], media: tuple[NoticeMedium, ...]
) -> None:
    book.add(
        PublicNotice(
            id=key,
            body=body,
            contents=contents,
            media=media,
            span=span(date(2021, 10, 11)),
            prominent=False,
            place=None,
            spaces=(),
            forms=(),
            issuer=None,
        )
    )
