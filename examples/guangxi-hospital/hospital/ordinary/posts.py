"""Posts of the hospital and of the authorities, and who held them when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import AUTHORITIES, HOSPITAL
from hospital.ordinary.people import PARTY_HEAD, head_of, officer_of
from qinglian_rules.facts.posts import (
    DutyObject,
    Post,
    PostCategory,
    PostDuty,
    PostRole,
    PostTenure,
)

HEAD_CHANGED = date(2024, 7, 1)
OLD_HEAD, NEW_HEAD, CONDUCT_LEADER, CLINICAL_LEADER = "R001", "R002", "R003", "R004"


@dataclass(frozen=True, slots=True)
class _PostLine:
    key: str
    name: str
    department: str
    category: PostCategory
    duty: PostDuty
    duty_object: DutyObject = "无"
    role: PostRole = "经办人员"
    conduct_key: bool = False


_POSTS = (
    _PostLine("GW01", "院长", "KS11", "行政管理", "其他", role="主要负责人"),
    _PostLine("GW02", "副院长（分管行风）", "KS11", "行政管理", "其他", role="领导班子其他成员"),
    _PostLine("GW03", "副院长（分管医疗）", "KS11", "行政管理", "其他", role="领导班子其他成员"),
    _PostLine("GW04", "人事科科长", "KS15", "人事干部", "人事管理", role="部门负责人"),
    _PostLine("GW05", "人事科干事", "KS15", "人事干部", "干部管理"),
    _PostLine("GW06", "财务科科长", "KS16", "财务", "财务管理", role="部门负责人", conduct_key=True),
    _PostLine("GW07", "出纳", "KS16", "财务", "会计出纳"),
    _PostLine("GW08", "采购中心主任", "KS24", "采购和审批", "采购和审批", "物资", "部门负责人", conduct_key=True),
    _PostLine("GW09", "药品采购员", "KS24", "采购", "采购", "药剂", conduct_key=True),
    _PostLine("GW10", "耗材采购员", "KS24", "采购", "采购", "耗材", conduct_key=True),
    _PostLine("GW11", "设备采购员", "KS24", "采购", "采购", "设备", conduct_key=True),
    _PostLine("GW12", "信息科科长", "KS22", "审批", "审批", "信息", "部门负责人"),
    _PostLine("GW13", "基建管理员", "KS25", "采购", "采购", "基建"),
    _PostLine("GW14", "药学部主任", "KS20", "药学", "审批", "药剂", "部门负责人", conduct_key=True),
    _PostLine("GW15", "药库保管员", "KS20", "药品保管", "保管验收", "药剂"),
    _PostLine("GW16", "医保办主任", "KS23", "医保", "监督", "无", "部门负责人"),
    _PostLine("GW17", "审计科科长", "KS17", "审计", "监督", "无", "部门负责人"),
    _PostLine("GW18", "纪检监察室主任", "KS13", "纪检监察", "监督", "无", "部门负责人"),
    _PostLine("GW19", "行风办主任", "KS14", "行政管理", "监督", "无", "部门负责人"),
    _PostLine("GW20", "康复医学科主任", "KS01", "临床", "诊疗", "无", "部门负责人", conduct_key=True),
    _PostLine("GW21", "神经内科主任", "KS02", "临床", "诊疗", "无", "部门负责人", conduct_key=True),
    _PostLine("GW22", "骨科主任", "KS03", "临床", "诊疗", "无", "部门负责人", conduct_key=True),
    _PostLine("GW23", "中医科主任", "KS04", "临床", "诊疗", "无", "部门负责人", conduct_key=True),
    _PostLine("GW24", "设备科科长", "KS21", "审批", "审批", "设备", "部门负责人"),
    _PostLine("GW25", "党委书记", "KS12", "行政管理", "其他", role="主要负责人"),
)

_KEY = {"人事干部", "财务", "采购", "审批", "采购和审批", "药学", "药品保管", "医保", "审计"}
"""Categories of posts that the hospital lists as key posts."""

_TENURES: tuple[tuple[str, str, date, date | None], ...] = (
    ("GW01", OLD_HEAD, date(2016, 3, 1), date(2024, 6, 30)),
    ("GW01", NEW_HEAD, HEAD_CHANGED, None),
    ("GW02", CONDUCT_LEADER, date(2020, 5, 8), None),
    ("GW03", NEW_HEAD, date(2019, 1, 4), date(2024, 6, 30)),
    ("GW03", CLINICAL_LEADER, HEAD_CHANGED, None),
    ("GW04", "R081", date(2022, 4, 1), None),
    ("GW05", "R082", date(2021, 9, 1), None),
    ("GW06", "R083", date(2021, 6, 1), None),
    ("GW07", "R084", date(2019, 9, 1), date(2022, 8, 31)),
    ("GW07", "R085", date(2022, 9, 1), None),
    ("GW08", "R095", date(2022, 1, 1), None),
    ("GW09", "R096", date(2020, 7, 1), date(2023, 6, 30)),
    ("GW09", "R098", date(2023, 7, 1), None),
    ("GW10", "R097", date(2022, 4, 1), None),
    ("GW11", "R091", date(2022, 10, 1), None),
    ("GW12", "R092", date(2022, 3, 1), None),
    ("GW13", "R099", date(2022, 3, 1), None),
    ("GW14", "R063", date(2020, 4, 1), None),
    ("GW15", "R064", date(2022, 11, 1), None),
    ("GW16", "R094", date(2020, 10, 12), None),
    ("GW17", "R086", date(2020, 4, 13), None),
    ("GW18", "R076", date(2021, 1, 4), None),
    ("GW19", "R078", date(2021, 10, 8), None),
    ("GW20", "R005", date(2018, 5, 1), None),
    ("GW21", "R013", date(2019, 8, 1), None),
    ("GW22", "R020", date(2017, 3, 1), None),
    ("GW23", "R027", date(2020, 1, 1), None),
    ("GW24", "R089", date(2022, 5, 1), None),
    ("GW25", PARTY_HEAD, date(2019, 3, 1), None),
)  # fmt: skip


def write(book: Book) -> None:
    """Write posts and tenures."""
    for line in _POSTS:
        _add_post(book, line)
    for post, person, start, end in _TENURES:
        add_tenure(book, tenure(post, person), post, person, start, end)
    for authority in AUTHORITIES:
        _add_authority_posts(book, authority)


def tenure(post: str, person: str) -> str:
    """Return the id of a person's time in a post."""
    return f"RZ-{post}-{person}"


def add_tenure(book: Book, key: str, post: str, person: str, start: date, end: date | None) -> PostTenure:
    """Write one run of days on which a person of the hospital held a post."""
    number = f"院干〔{start.year}〕{start.month}号"
    made = PostTenure(
        id=key, body=HOSPITAL, person=person, post=post, span=span(start, end), held_on=None, appointed_by=number
    )
    book.add(made)
    return made


def _add_post(book: Book, line: _PostLine) -> None:
    book.add(
        Post(
            id=line.key,
            body=HOSPITAL,
            name=line.name,
            department=line.department,
            category=line.category,
            duty=line.duty,
            duty_object=line.duty_object,
            role=line.role,
            is_head=line.key == "GW01",
            is_leader=line.key in {"GW01", "GW02", "GW03", "GW25"},
            is_party_head=line.key == "GW25",
            major_risk=line.key in {"GW08", "GW09", "GW10", "GW15"},
            named_key=line.category in _KEY,
            conduct_key=line.conduct_key,
        )
    )


def _add_authority_posts(book: Book, authority: str) -> None:
    """Write the head's post of an authority, and that of the officer who works on conduct."""
    for post, name, person, is_head in (
        (f"GW-{authority}-1", "主任（局长）", head_of(authority), True),
        (f"GW-{authority}-2", "行风工作人员", officer_of(authority), False),
    ):
        book.add(
            Post(
                id=post,
                body=authority,
                name=name,
                category="行政管理",
                duty="其他" if is_head else "监督",
                duty_object="无",
                role="主要负责人" if is_head else "一般岗位",
                is_head=is_head,
                is_leader=is_head,
                is_party_head=False,
                major_risk=False,
                named_key=False,
                conduct_key=False,
            ),
            PostTenure(
                id=tenure(post, person),
                body=authority,
                person=person,
                post=post,
                span=span(date(2020, 6, 1)),
                held_on=None,
                appointed_by=None,
            ),
        )
