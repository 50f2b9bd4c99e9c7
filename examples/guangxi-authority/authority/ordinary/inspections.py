"""What the authorities look into, year by year: each drive of the main one by itself, those of the others together."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TypedDict, Unpack

from made.book import Book

from authority.days import LATER_YEARS, YEARS, workday_from
from authority.ordinary.bodies import (
    AUTHORITIES,
    CITIES,
    CITY_OF,
    INSTITUTIONS,
    INSURANCE,
    MAIN,
    PRIVATE,
    PROVINCE,
    PUBLIC,
    STATIONS,
)
from qinglian_rules.facts.supervision import Inspection, InspectionKind

CAMPAIGN = "整治“红包”、回扣专项行动"
SCREENING = "纠治医疗领域腐败和作风问题"
FRAUD = "打击欺诈骗取医疗保障基金"
_SCREENED = ("红包礼金", "公私财物", "津补贴", "基建工程", "采购受贿")
_WEAK = ("廉洁风险防控薄弱环节", "党员廉洁自律薄弱环节")
_TECHNOLOGY = ("医疗技术事前监管", "医疗技术事中监管", "医疗技术事后监管")
_CARE = (*_TECHNOLOGY, "医院感染预防与控制", "实验室安全")
_ENFORCEMENT = (FRAUD, "打击非法医疗美容服务", "打击非法应用人类辅助生殖技术")
_EQUIPMENT = ("整治擅自配置使用大型医用设备", "整治设备投放")
_PRIVATE_CARE = ("社会办医医疗乱象", "医疗保健乱象")
_RECTIFICATION = "社会办医乱象综合整治"
_CLEANING = "行业清源"
_ADVERTISING = "医疗领域互联网广告整治"
_POLITICAL = ("卫生健康工作重要讲话", "卫生健康领域重要指示批示", "党中央重大决策部署")


def write(book: Book, rng: Random) -> None:
    """Write the inspections of every authority."""
    for authority in AUTHORITIES:
        for year in YEARS:
            _campaign(book, authority, year, rng)
        for year in LATER_YEARS:
            _programme(book, authority, year, rng)
        _studies_of_2023(book, authority, rng)
    for year in LATER_YEARS:
        _of_insurance(book, year, rng)
    for cycle in (2022, 2024):
        add(book, tour(cycle), MAIN, "政治巡察", date(cycle, 9, 6), target=PUBLIC, topics=_POLITICAL)
    _whole_cities(book, rng)


def key(authority: str, name: str, year: int) -> str:
    """Return the id of a yearly inspection."""
    return f"JC-{authority}-{name}-{year}"


def tour(cycle: int) -> str:
    """Return the id of the main authority's political tour in the two years from `cycle`."""
    return f"JC-{MAIN}-巡察-{cycle}"


def supervised(city: str, cycle: int) -> str:
    """Return the id of the province's inspection of a whole city in the two years from `cycle`."""
    return f"JC-{PROVINCE}-{city}-{cycle}"


class About(TypedDict, total=False):
    """Whom and what an inspection looks at."""

    target: str
    campaigns: tuple[str, ...]
    topics: tuple[str, ...]
    city: str


def add(book: Book, name: str, body: str, kind: InspectionKind, held: date, **about: Unpack[About]) -> Inspection:
    """Write one inspection that found nothing."""
    made = Inspection(
        id=name,
        body=body,
        inspection=kind,
        held=held,
        ended=held + timedelta(days=2),
        target=about.get("target"),
        city=about.get("city"),
        department=None,
        topics=about.get("topics", ()),
        campaigns=about.get("campaigns", ()),
        on_site=True,
        findings_count=0,
        leads=(),
        report=f"报告{name}",
    )
    book.add(made)
    return made


def _day(year: int, rng: Random) -> date:
    return workday_from(date(year, rng.randint(10, 11) if year == 2021 else rng.randint(3, 11), rng.randint(1, 20)))


def _campaign(book: Book, authority: str, year: int, rng: Random) -> None:
    """The inspections of the plan of 2021; tours of hospitals take in the nine rules."""
    if authority not in CITIES:
        for kind in ("督查", "抽查"):
            short: About = {"campaigns": (CAMPAIGN,), "topics": ("廉洁从业行动计划",)}
            add(book, key(authority, kind, year), authority, kind, _day(year, rng), **short)
        return
    main = authority == MAIN
    target = PUBLIC if main else STATIONS[authority]
    about: About = {"target": target, "campaigns": (CAMPAIGN,), "topics": ("九项准则", "行风建设")}
    add(book, key(authority, "巡查", year), authority, "医院巡查" if main else "督查", _day(year, rng), **about)


def _programme(book: Book, authority: str, year: int, rng: Random) -> None:
    """The drives of the plan of 2022."""
    own = key(authority, "自查", year)
    screening = (SCREENING,) if year == 2022 else ()
    add(
        book,
        own,
        authority,
        "自查自纠",
        _day(year, rng),
        target=authority,
        campaigns=screening,
        topics=(*_WEAK, *_SCREENED),
    )
    if authority == MAIN:
        _drives_one_by_one(book, year, rng)
        return
    care = (*_CARE, "九项准则", "依法执业", "行风建设")
    add(book, key(authority, "医疗", year), authority, "日常监督", _day(year, rng), topics=care)
    drives = (*_ENFORCEMENT, *_EQUIPMENT, _RECTIFICATION, _CLEANING, _ADVERTISING)
    name = key(authority, "执法", year)
    add(book, name, authority, "专项执法", _day(year, rng), campaigns=drives, topics=_PRIVATE_CARE)


def _drives_one_by_one(book: Book, year: int, rng: Random) -> None:
    for number, topic in enumerate(_CARE, start=1):
        add(book, key(MAIN, f"医疗{number}", year), MAIN, "日常监督", _day(year, rng), target=PUBLIC, topics=(topic,))
    add(
        book,
        key(MAIN, "依法执业", year),
        MAIN,
        "双随机一公开抽查",
        _day(year, rng),
        target=PRIVATE,
        topics=("依法执业", "九项准则"),
    )
    for number, drive in enumerate(_ENFORCEMENT, start=1):
        add(book, key(MAIN, f"执法{number}", year), MAIN, "专项执法", _day(year, rng), campaigns=(drive,))
    for number, topic in enumerate(_PRIVATE_CARE, start=1):
        name = key(MAIN, f"社会办医{number}", year)
        add(book, name, MAIN, "专项检查", _day(year, rng), topics=(topic,), campaigns=(_RECTIFICATION,))
    for number, drive in enumerate((*_EQUIPMENT, _CLEANING, _ADVERTISING), start=1):
        add(book, key(MAIN, f"专项{number}", year), MAIN, "专项检查", _day(year, rng), campaigns=(drive,))


def _studies_of_2023(book: Book, authority: str, rng: Random) -> None:
    study = ("医疗机构廉洁从业", "医疗机构腐败问题")
    add(book, key(authority, "调研", 2023), authority, "调研", _day(2023, rng), topics=study)
    for number, month in enumerate((4, 9), start=1):
        for kind in ("明查", "暗访"):
            held = workday_from(date(2023, month, rng.randint(1, 20)))
            name = f"{key(authority, kind, 2023)}-{number}"
            add(book, name, authority, kind, held, topics=("行风建设",))


def _of_insurance(book: Book, year: int, rng: Random) -> None:
    target = INSTITUTIONS[year % 3]
    topics = ("九项准则",)
    name = key(INSURANCE, "执法", year)
    add(book, name, INSURANCE, "专项执法", _day(year, rng), target=target, campaigns=(FRAUD,), topics=topics)


def _whole_cities(book: Book, rng: Random) -> None:
    """The province's own inspection of each of the 14 cities, once in two years."""
    for cycle in (2022, 2024):
        for number, city in enumerate(CITIES):
            year = cycle + number % 2 if cycle == 2022 else cycle
            name = supervised(city, cycle)
            held = _day(year, rng)
            add(book, name, PROVINCE, "综合监管督察", held, city=CITY_OF[city], topics=("行风建设",))
