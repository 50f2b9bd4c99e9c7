"""The hospitals, the authorities that the document addresses, departments, companies."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from made.book import Book

from qinglian_rules.facts.people import (
    AuthorityKind,
    AuthorityLevel,
    Company,
    CompanyKind,
    CultureSpace,
    Department,
    DepartmentKind,
    Function,
    HealthAuthority,
    Hospital,
)

HOSPITAL = "YY-41"
PROVINCIAL = "YY-42"
PRIVATE = "YY-43"
HOSPITALS = (HOSPITAL, PROVINCIAL, PRIVATE)
PUBLIC_HOSPITALS = (HOSPITAL, PROVINCIAL)

PROVINCE = "WJW-41"
CITY = "WJW-41A"
OTHER_CITY = "WJW-41B"
TCM_BUREAU = "ZYJ-41N"
AUTHORITIES = (PROVINCE, CITY, OTHER_CITY, TCM_BUREAU)
"""The authorities to which the document is addressed, and the one that issued it."""

COUNTY = "WJW-41A1"
"""A county's commission, which the document does not address."""

MARKS = {
    HOSPITAL: "甲一院",
    PROVINCIAL: "省示院",
    PRIVATE: "民示院",
    PROVINCE: "省卫行风",
    CITY: "甲卫行风",
    OTHER_CITY: "乙卫行风",
    TCM_BUREAU: "中医发展",
}
SPACES: tuple[CultureSpace, ...] = ("院史馆", "长廊", "楼道", "墙体", "电梯内")

_PROVINCE_NAME = "河南"
_HEALTH: AuthorityKind = "卫生健康主管部门"
_CLINICAL, _TECHNICAL, _OFFICE = get_args(DepartmentKind)[:3]
_DEPARTMENTS: tuple[tuple[str, str, DepartmentKind, Function], ...] = (
    ("KS01", "心血管内科", _CLINICAL, "诊疗"),
    ("KS02", "普通外科", _CLINICAL, "诊疗"),
    ("KS03", "妇产科", _CLINICAL, "诊疗"),
    ("KS04", "儿科", _CLINICAL, "诊疗"),
    ("KS05", "肿瘤科", _CLINICAL, "诊疗"),
    ("KS06", "检验科", _TECHNICAL, "诊疗"),
    ("KS07", "影像科", _TECHNICAL, "诊疗"),
    ("KS11", "院办公室", _OFFICE, "办公室"),
    ("KS12", "党委办公室", _OFFICE, "党务"),
    ("KS13", "纪检监察室", _OFFICE, "纪检监察"),
    ("KS14", "行风办公室", _OFFICE, "行风管理"),
    ("KS15", "人事科", _OFFICE, "人事"),
    ("KS16", "财务科", _OFFICE, "财务"),
    ("KS17", "审计科", _OFFICE, "审计"),
    ("KS18", "医务科", _OFFICE, "医务"),
    ("KS20", "药学部", _OFFICE, "药剂"),
    ("KS21", "设备科", _OFFICE, "设备"),
    ("KS22", "信息科", _OFFICE, "信息"),
    ("KS24", "招标采购办公室", _OFFICE, "采购招标"),
    ("KS25", "总务基建科", _OFFICE, "基建"),
)
_COMPANIES: tuple[CompanyKind, ...] = (
    "药品", "药品", "药品", "医用耗材", "医用耗材", "医疗器械", "医疗器械", "试剂", "医药流通", "医药流通",
)  # fmt: skip
COMPANIES = tuple(f"QY{number:02}" for number in range(1, len(_COMPANIES) + 1))


def write(book: Book) -> None:
    """Write the bodies, departments and companies."""
    _hospitals(book)
    _authority(book, PROVINCE, "省卫生健康委（示例）", _HEALTH, "省级", None)
    _authority(book, CITY, "甲市卫生健康委（示例）", _HEALTH, "市级", "甲市")
    _authority(book, OTHER_CITY, "乙市卫生健康委（示例）", _HEALTH, "市级", "乙市")
    # The only bureau of traditional medicine to which the document is addressed is that of this city.
    _authority(book, TCM_BUREAU, "市中医药发展局（示例）", "中医药主管部门", "市级", "南阳")
    _authority(book, COUNTY, "甲市某县卫生健康委（示例）", _HEALTH, "县级", "甲市")
    for key, name, kind, function in _DEPARTMENTS:
        book.add(Department(id=key, body=HOSPITAL, name=name, kind=kind, function=function, specialty=None, head=None))
    for key, company in zip(COMPANIES, _COMPANIES, strict=True):
        _company(book, key, company)


def _hospitals(book: Book) -> None:
    common: dict[str, Any] = {"province": _PROVINCE_NAME, "adopts": (), "district": None, "closed": None}
    public: dict[str, Any] = {"ownership": "公立", "for_profit": False, "has_party_committee": True, **common}
    book.add(
        Hospital(
            id=HOSPITAL,
            name="甲市第一示例医院",
            kind="综合医院",
            level="三级甲等",
            city="甲市",
            affiliation="市属",
            superior=CITY,
            registered_by=CITY,
            registered=date(1986, 5, 4),
            beds=600,
            culture_spaces=SPACES,
            **public,
        ),
        Hospital(
            id=PROVINCIAL,
            name="省直示例医院",
            kind="专科医院",
            level="三级甲等",
            city="乙市",
            affiliation="省级直属",
            superior=PROVINCE,
            registered_by=PROVINCE,
            registered=date(1992, 9, 1),
            beds=400,
            culture_spaces=("长廊", "墙体"),
            **public,
        ),
        Hospital(
            id=PRIVATE,
            name="甲市民营示例医院",
            kind="综合医院",
            level="二级甲等",
            city="甲市",
            affiliation="社会办",
            ownership="民营",
            for_profit=True,
            has_party_committee=False,
            superior=CITY,
            registered_by=CITY,
            registered=date(2009, 3, 2),
            beds=120,
            culture_spaces=("厅室",),
            **common,
        ),
    )


def _authority(book: Book, key: str, name: str, kind: AuthorityKind, level: AuthorityLevel, city: str | None) -> None:
    superior = {"省级": None, "市级": PROVINCE, "县级": CITY}[level]
    book.add(
        HealthAuthority(
            id=key,
            name=name,
            kind=kind,
            level=level,
            province=_PROVINCE_NAME,
            city=city,
            district="某县" if level == "县级" else None,
            adopts=(),
            superior=superior,
        )
    )


def _company(book: Book, key: str, kind: CompanyKind) -> None:
    trades = kind == "医药流通"
    book.add(
        Company(
            id=key,
            body=HOSPITAL,
            name=f"{kind}企业{key}",
            kind=kind,
            is_producer=not trades,
            is_distributor=trades,
        )
    )
