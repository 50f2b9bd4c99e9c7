"""The hospital, the authorities it deals with, its departments and the companies that come to it."""

from __future__ import annotations

from datetime import date, time
from typing import get_args

from made.book import Book

from qinglian_rules.facts.people import (
    AuthorityKind,
    AuthorityLevel,
    Company,
    CompanyKind,
    Department,
    DepartmentKind,
    Function,
    HealthAuthority,
    Hospital,
)
from qinglian_rules.facts.values import WeeklySlot

HOSPITAL = "YY-01"
PROVINCE = "WJW-45"
PROVINCE_TCM = "ZYJ-45"
CITY = "WJW-4501"
NATION = "WJW-00"
NATION_TCM = "ZYJ-00"
AUTHORITIES = (PROVINCE, PROVINCE_TCM, CITY)
"""The authorities that the Guangxi documents reach; those of the nation are only reported to."""

HEALTH: AuthorityKind = "卫生健康主管部门"
TCM: AuthorityKind = "中医药主管部门"
RECEPTION_PLACES = ("药学部接待室", "设备科接待室")
RECEPTION_STAFF = ("R061", "R062", "R089", "R090")
SPECIALTIES = {"KS01": "康复医学", "KS02": "神经内科", "KS03": "骨科", "KS04": "中医"}

_CLINICAL, _TECHNICAL, _OFFICE = get_args(DepartmentKind)[:3]
_DEPARTMENTS: tuple[tuple[str, str, DepartmentKind, Function], ...] = (
    ("KS01", "康复医学科", _CLINICAL, "诊疗"),
    ("KS02", "神经内科", _CLINICAL, "诊疗"),
    ("KS03", "骨科", _CLINICAL, "诊疗"),
    ("KS04", "中医科", _CLINICAL, "诊疗"),
    ("KS05", "检验科", _TECHNICAL, "诊疗"),
    ("KS06", "放射科", _TECHNICAL, "诊疗"),
    ("KS11", "办公室", _OFFICE, "办公室"),
    ("KS12", "党委办公室", _OFFICE, "党务"),
    ("KS13", "纪检监察室", _OFFICE, "纪检监察"),
    ("KS14", "行风管理办公室", _OFFICE, "行风管理"),
    ("KS15", "人事科", _OFFICE, "人事"),
    ("KS16", "财务科", _OFFICE, "财务"),
    ("KS17", "审计科", _OFFICE, "审计"),
    ("KS18", "医务科", _OFFICE, "医务"),
    ("KS19", "护理部", _OFFICE, "护理"),
    ("KS20", "药学部", _OFFICE, "药剂"),
    ("KS21", "设备科", _OFFICE, "设备"),
    ("KS22", "信息科", _OFFICE, "信息"),
    ("KS23", "医保办公室", _OFFICE, "医保"),
    ("KS24", "采购中心", _OFFICE, "采购招标"),
    ("KS25", "总务基建科", _OFFICE, "基建"),
)
_COMPANIES: tuple[CompanyKind, ...] = (
    "药品", "药品", "药品", "药品", "医用耗材", "医用耗材", "医用耗材", "医疗器械", "医疗器械", "试剂", "医药流通",
    "医药流通",
)  # fmt: skip
COMPANIES = tuple(f"QY{number:02}" for number in range(1, len(_COMPANIES) + 1))


def write(book: Book) -> None:
    """Write the bodies, departments and companies."""
    book.add(_hospital())
    _authority(book, NATION, HEALTH, "国家级", "北京", None)
    _authority(book, NATION_TCM, TCM, "国家级", "北京", None)
    _authority(book, PROVINCE, HEALTH, "省级", "广西", NATION)
    _authority(book, PROVINCE_TCM, TCM, "省级", "广西", NATION_TCM)
    _authority(book, CITY, HEALTH, "市级", "广西", PROVINCE)
    for key, name, kind, function in _DEPARTMENTS:
        specialty = SPECIALTIES.get(key)
        book.add(
            Department(id=key, body=HOSPITAL, name=name, kind=kind, function=function, specialty=specialty, head=None)
        )
    for authority in AUTHORITIES:
        book.add(_office(authority))
    for key, company in zip(COMPANIES, _COMPANIES, strict=True):
        trades = company == "医药流通"
        book.add(
            Company(
                id=key,
                body=HOSPITAL,
                name=f"{company}企业{key}",
                kind=company,
                is_producer=not trades,
                is_distributor=trades,
            )
        )


def office(authority: str) -> str:
    """Return the id of the office of an authority that works on conduct."""
    return f"KS-{authority}"


def _office(authority: str) -> Department:
    return Department(
        id=office(authority),
        body=authority,
        name="行风监督处",
        kind="职能科室",
        function="行风管理",
        specialty=None,
        head=None,
    )


def _hospital() -> Hospital:
    afternoon, morning = (time(14, 30), time(17, 0)), (time(9, 0), time(11, 0))
    return Hospital(
        id=HOSPITAL,
        name="虚构医院（示例）",
        kind="专科医院",
        level="二级甲等",
        province="广西",
        city="南宁",
        ownership="公立",
        for_profit=False,
        affiliation="省级直属",
        registered_by=PROVINCE,
        registered=date(1998, 6, 1),
        closed=None,
        has_party_committee=True,
        beds=160,
        superior=PROVINCE,
        adopts=(),
        reception_hours=(
            WeeklySlot(weekday=3, start=afternoon[0], end=afternoon[1]),
            WeeklySlot(weekday=5, start=morning[0], end=morning[1]),
        ),
        reception_places=RECEPTION_PLACES,
        reception_staff=RECEPTION_STAFF,
    )


def _authority(
    book: Book, key: str, kind: AuthorityKind, level: AuthorityLevel, province: str, superior: str | None
) -> None:
    city = "南宁" if level == "市级" else None
    titles = {"国家级": "国家", "省级": "自治区", "市级": "市"}
    office = "卫生健康委（示例）" if kind == HEALTH else "中医药局（示例）"
    book.add(
        HealthAuthority(
            id=key,
            name=titles[level] + office,
            kind=kind,
            level=level,
            province=province,
            city=city,
            superior=superior,
        )
    )
