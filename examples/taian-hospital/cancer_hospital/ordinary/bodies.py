"""The hospital that the document binds, one beside it that it does not, the authorities, departments and branches."""

from __future__ import annotations

from datetime import date
from typing import Any

from made.book import Book, F

from qinglian_rules.facts.people import (
    Company,
    Department,
    DepartmentKind,
    Function,
    HealthAuthority,
    Hospital,
    PartyBranch,
)

HOSPITAL = "YY-51"
NEIGHBOUR = "YY-52"
"""A hospital of the same city that the document does not reach."""

COMMISSION = "WJW-51"
INSURANCE_BUREAU = "YB-51"
MARKS = {HOSPITAL: "泰肿示", COMMISSION: "泰卫示", INSURANCE_BUREAU: "泰医保示"}

DEPARTMENTS: tuple[tuple[str, str, DepartmentKind, Function], ...] = (
    ("KS01", "肿瘤内科", "临床科室", "诊疗"),
    ("KS02", "肿瘤外科", "临床科室", "诊疗"),
    ("KS03", "放疗科", "临床科室", "诊疗"),
    ("KS04", "中西医结合科", "临床科室", "诊疗"),
    ("KS05", "检验科", "医技科室", "诊疗"),
    ("KS06", "影像科", "医技科室", "诊疗"),
    ("KS07", "药剂科", "医技科室", "药剂"),
    ("KS11", "办公室", "职能科室", "办公室"),
    ("KS12", "党委办公室", "职能科室", "党务"),
    ("KS13", "纪检监察室", "职能科室", "纪检监察"),
    ("KS14", "医务部", "职能科室", "医务"),
    ("KS15", "护理部", "职能科室", "护理"),
    ("KS16", "人事科", "职能科室", "人事"),
    ("KS17", "财务科（医院运营科）", "职能科室", "财务"),
    ("KS18", "审计科", "职能科室", "审计"),
    ("KS19", "医疗保险办公室", "职能科室", "医保"),
    ("KS20", "设备科（信息科）", "职能科室", "设备"),
    ("KS21", "总务科", "后勤部门", "基建"),
    ("KS22", "招标办", "职能科室", "采购招标"),
    ("KS23", "宣传科", "职能科室", "宣传"),
    ("KS24", "感染管理科", "职能科室", "感染管理"),
)
HEADS = {key: f"R{10 + number:03}" for number, (key, *_) in enumerate(DEPARTMENTS, 1)}
"""Who is the head of a department."""

BRANCHES: dict[str, tuple[str, ...]] = {
    "ZB1": ("KS01", "KS04"),
    "ZB2": ("KS02", "KS03"),
    "ZB3": ("KS05", "KS06", "KS07"),
    "ZB4": ("KS11", "KS12", "KS13", "KS14", "KS15", "KS16", "KS23"),
    "ZB5": ("KS17", "KS18", "KS19", "KS20", "KS21", "KS22", "KS24"),
}
SECRETARIES = {branch: HEADS[departments[0]] for branch, departments in BRANCHES.items()}
COMPANIES = tuple(f"QY{number:02}" for number in range(1, 9))

THIS = ("Hospital", HOSPITAL)
"""The hospital as the subject of a decision."""


def put(book: Book, kind: type[F], key: str, usual: dict[str, Any], more: dict[str, Any]) -> F:
    """Write one record of the hospital: what is usual for it, and what is different about this one."""
    made = kind(**{"id": key, "body": HOSPITAL, **usual, **more})
    book.add(made)
    return made


def write(book: Book) -> None:
    """Write the bodies, departments, branches and companies."""
    _hospital(book, HOSPITAL, "泰安市肿瘤防治院", "专科医院", "三级未定等")
    _hospital(book, NEIGHBOUR, "邻近示例医院", "综合医院", "二级甲等")
    _authority(book, COMMISSION, "市卫生健康委（示例）", "卫生健康主管部门")
    _authority(book, INSURANCE_BUREAU, "市医疗保障局（示例）", "医疗保障部门")
    for key, name, kind, function in DEPARTMENTS:
        usual = {"name": name, "kind": kind, "function": function, "specialty": None, "head": HEADS[key]}
        put(book, Department, key, usual, {})
    for key, departments in BRANCHES.items():
        add_branch(book, key, departments)
    for key in COMPANIES:
        book.add(Company(id=key, body=HOSPITAL, name=f"{key}公司", kind="医疗器械"))


def add_branch(book: Book, key: str, departments: tuple[str, ...], **more: Any) -> PartyBranch:
    """Write one party branch; `more` overrides fields."""
    usual: dict[str, Any] = {
        "name": f"第{key[-1]}党支部",
        "departments": departments,
        "secretary": SECRETARIES.get(key),
        "secretary_leads_specialty": True,
        "members": 4 + 3 * len(departments),
        "has_committee": True,
        "has_groups": True,
        "founded": date(2019, 7, 1),
    }
    return put(book, PartyBranch, key, usual, more)


def _hospital(book: Book, key: str, name: str, kind: Any, level: Any) -> None:
    book.add(
        Hospital(
            id=key,
            name=name,
            kind=kind,
            level=level,
            province="山东",
            city="泰安",
            district=None,
            affiliation="市属",
            ownership="公立",
            for_profit=False,
            has_party_committee=True,
            adopts=(),
            superior=COMMISSION,
            registered_by=COMMISSION,
            registered=date(1979, 10, 1),
            closed=None,
            beds=500,
        )
    )


def _authority(book: Book, key: str, name: str, kind: Any) -> None:
    book.add(
        HealthAuthority(
            id=key,
            name=name,
            kind=kind,
            level="市级",
            province="山东",
            city="泰安",
            district=None,
            adopts=(),
            superior=None,
        )
    )
