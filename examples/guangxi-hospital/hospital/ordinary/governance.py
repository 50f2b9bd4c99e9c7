"""Bodies of work and who leads them, what is published, who watches: the standing order of things."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import AUTHORITIES, CITY, HOSPITAL, PROVINCE
from hospital.ordinary.people import head_of, officer_of
from hospital.ordinary.posts import CONDUCT_LEADER, HEAD_CHANGED, NEW_HEAD, OLD_HEAD
from qinglian_rules.facts.governance import (
    NamedResponsibility,
    ResponsibilityName,
    SensitivePlace,
    SocialSupervisor,
    StaffAssignment,
    Structure,
    StructureKind,
)
from qinglian_rules.facts.people import Function
from qinglian_rules.facts.posts import LeaderPortfolio
from qinglian_rules.facts.service import NoticeContent, NoticeMedium, OfferingKind, PublicNotice, ServiceOffering

_SET_UP = date(2021, 10, 8)
_LAST_OF_OLD_HEAD = date(2024, 6, 30)
FUNCTIONS: tuple[Function, ...] = (
    *("纪检监察", "人事", "财务", "信息", "质控", "护理", "药剂", "设备", "医保"),
    *("医务", "党务"),
)
_PLACES = ("手术室谈话间", "医生办公室", "护士站", "住院部谈话室", "药学部接待室", "设备科接待室", "门诊诊室走廊")


def write(book: Book) -> None:
    """Write structures, responsibilities, notices, services, supervisors and sensitive places."""
    _hospital_structures(book)
    for authority in AUTHORITIES:
        _authority_structures(book, authority)
    _responsibilities(book)
    _notices(book)
    _offerings(book)
    for number in range(1, 7):
        book.add(
            SocialSupervisor(
                id=f"JDY{number}", body=HOSPITAL, span=span(_SET_UP, date(2025, 10, 7)), opinions=number % 4
            )
        )
    for number, place in enumerate((*_PLACES, *(f"{place}（二部）" for place in _PLACES)), start=1):
        add_place(book, f"CS{number:02}", place, cameras=1 + number % 3, blind_spot=False)


def add_place(book: Book, key: str, place: str, *, cameras: int, blind_spot: bool) -> SensitivePlace:
    """Write one place in which red packets are likely."""
    made = SensitivePlace(
        id=key,
        body=HOSPITAL,
        place=place,
        department=None,
        red_packet_prone=True,
        cameras=cameras,
        blind_spot=blind_spot,
        checked=date(2024, 11, 20),
    )
    book.add(made)
    return made


def add_structure(
    book: Book, key: str, body: str, kind: StructureKind, days: tuple[date, date | None], head: str
) -> Structure:
    """Write one body of work with all that is asked of it."""
    made = Structure(
        id=key,
        body=body,
        structure=kind,
        span=span(*days),
        head=head,
        deputies=(CONDUCT_LEADER,) if body == HOSPITAL else (),
        office="KS14" if body == HOSPITAL else None,
        functions=FUNCTIONS if body == HOSPITAL else (),
        duties_written=True,
        founding_document=f"{days[0].year}年第{days[0].month}号",
        decision=None,
    )
    book.add(made)
    return made


def _hospital_structures(book: Book) -> None:
    add_structure(book, "JG-行风", HOSPITAL, "行风建设组织机构", (_SET_UP, None), OLD_HEAD)
    add_structure(book, "JG-专项1", HOSPITAL, "专项工作机制", (_SET_UP, _LAST_OF_OLD_HEAD), OLD_HEAD)
    add_structure(book, "JG-专项2", HOSPITAL, "专项工作机制", (HEAD_CHANGED, None), NEW_HEAD)
    book.change(Structure, "JG-行风", head=CONDUCT_LEADER)
    _assign(book, "ZZ-1", HOSPITAL, "JG-行风", "R079", full_time=True)
    _assign(book, "ZZ-2", HOSPITAL, "JG-行风", "R080", full_time=False)
    book.add(
        LeaderPortfolio(
            id="FG-1", body=HOSPITAL, person=CONDUCT_LEADER, span=span(_SET_UP), area="行风管理", direct=True
        )
    )


def _authority_structures(book: Book, authority: str) -> None:
    standing, temporary = f"JG-{authority}-1", f"JG-{authority}-2"
    add_structure(book, standing, authority, "行风建设组织机构", (_SET_UP, None), head_of(authority))
    add_structure(book, temporary, authority, "临时性工作机构", (date(2021, 10, 12), None), head_of(authority))
    _assign(book, f"ZZ-{authority}-1", authority, standing, officer_of(authority), full_time=True)
    _assign(book, f"ZZ-{authority}-2", authority, temporary, officer_of(authority), full_time=True)


def _assign(book: Book, key: str, body: str, structure: str, person: str, *, full_time: bool) -> None:
    book.add(
        StaffAssignment(
            id=key,
            body=body,
            structure=structure,
            person=person,
            role="工作人员",
            full_time=full_time,
            duties_written=True,
            span=span(date(2021, 10, 12)),
        )
    )


def _responsibilities(book: Book) -> None:
    names: tuple[ResponsibilityName, ...] = ("行风管理第一责任人", "专项行动第一承办人")
    for number, name in enumerate(names, start=1):
        for person, days in ((OLD_HEAD, span(_SET_UP, _LAST_OF_OLD_HEAD)), (NEW_HEAD, span(HEAD_CHANGED))):
            book.add(
                NamedResponsibility(
                    id=f"ZR{number}-{person}",
                    body=HOSPITAL,
                    responsibility=name,
                    person=person,
                    span=days,
                    number=None,
                )
            )


def _notices(book: Book) -> None:
    _notice(book, "GS-本单位", HOSPITAL, ("本单位举报途径",), ("院内显著位置", "官方网站"))
    _notice(book, "GS-上级", HOSPITAL, ("上级举报途径",), ("院内显著位置",))
    _notice(book, "GS-资源1", HOSPITAL, ("诊疗资源分布",), ("官方网站", "微信公众号"))
    _notice(book, "GS-资源2", HOSPITAL, ("诊疗资源分布",), ("院内电子屏",))
    _notice(book, "GS-学习", HOSPITAL, ("行风学习教育", "清廉文化"), ("网站首页置顶", "院内电子屏", "海报"))
    media: tuple[NoticeMedium, ...] = ("官方网站", "微信公众号", "应用程序")
    _notice(book, f"GS-{CITY}-学习", CITY, ("行风学习教育",), media)
    for authority in AUTHORITIES:
        second: NoticeMedium = "微信公众号" if authority == PROVINCE else "报刊"
        _notice(book, f"GS-{authority}-计划", authority, ("廉洁从业行动计划",), ("官方网站", second))


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
            prominent=body == HOSPITAL,
            place="门诊大厅" if body == HOSPITAL else None,
            issuer=None,
        )
    )


def _offerings(book: Book) -> None:
    offerings: tuple[OfferingKind, ...] = ("网络预约", "扫码预约", "线下预约")
    for number, offering in enumerate(offerings, start=1):
        book.add(
            ServiceOffering(
                id=f"FW{number}",
                body=HOSPITAL,
                offering=offering,
                span=span(date(2020, 3 + number, 1)),
                departments=("KS01", "KS02", "KS03", "KS04"),
                for_outpatients=True,
                for_inpatients=offering == "线下预约",
                uses=12_000 * number,
                payment_ways=(),
            )
        )
