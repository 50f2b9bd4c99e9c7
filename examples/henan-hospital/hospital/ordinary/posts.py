"""Posts of the hospital, the power that they carry, who holds them since when, and what each leader is in charge of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import HOSPITAL
from qinglian_rules.facts.posts import (
    DutyObject,
    LeaderPortfolio,
    Post,
    PostCategory,
    PostDuty,
    PostPower,
    PostRole,
    PostTenure,
    PowerForm,
    PowerOver,
)

LEADERS = ("R001", "R002", "R003", "R004", "R005", "R006", "R007")
PARTY_SECRETARY, PRESIDENT, DISCIPLINE_SECRETARY = LEADERS[:3]
_LISTED = frozenset({"物资", "服务", "药剂", "耗材", "试剂", "基建", "信息", "设备"})
_BUYING = frozenset({"采购", "审批", "采购和审批"})
_OF_STAFF_OR_MONEY = frozenset({"人事干部", "财务", "审计"})


@dataclass(frozen=True, slots=True)
class PostLine:
    """What is on file about one post."""

    key: str
    name: str
    department: str | None
    category: PostCategory
    duty: PostDuty
    duty_object: DutyObject = "无"
    role: PostRole = "经办人员"
    power: tuple[PowerOver, PowerForm] | None = None
    major_risk: bool = False


_LEADER: PostRole = "领导班子其他成员"
_HEAD: PostRole = "部门负责人"
_POSTS: tuple[tuple[PostLine, str, date], ...] = (
    (PostLine("GW01", "党委书记", "KS12", "行政管理", "其他", role="主要负责人"), "R001", date(2021, 3, 8)),
    (PostLine("GW02", "院长", "KS11", "行政管理", "其他", role="主要负责人"), "R002", date(2020, 9, 1)),
    (PostLine("GW03", "纪委书记", "KS13", "纪检监察", "监督", role=_LEADER), "R003", date(2022, 1, 10)),
    (PostLine("GW04", "副院长（医疗）", "KS11", "行政管理", "其他", role=_LEADER), "R004", date(2019, 5, 6)),
    (PostLine("GW05", "副院长（采购后勤）", "KS11", "行政管理", "其他", role=_LEADER), "R005", date(2022, 6, 1)),
    (PostLine("GW06", "副院长（科教）", "KS11", "行政管理", "其他", role=_LEADER), "R006", date(2021, 11, 1)),
    (PostLine("GW07", "总会计师", "KS11", "行政管理", "其他", role=_LEADER), "R007", date(2023, 2, 1)),
    (PostLine("GW11", "院办公室主任", "KS11", "行政管理", "其他", role=_HEAD), "R008", date(2018, 4, 2)),
    (PostLine("GW12", "人事科科长", "KS15", "人事干部", "人事管理", role=_HEAD), "R133", date(2021, 4, 1)),
    (PostLine("GW13", "干部管理员", "KS15", "人事干部", "干部管理"), "R134", date(2022, 5, 9)),
    (PostLine("GW14", "财务科科长", "KS16", "财务", "财务管理", role=_HEAD), "R137", date(2020, 7, 1)),
    (PostLine("GW15", "出纳", "KS16", "财务", "会计出纳", power=("财", "执行权")), "R138", date(2022, 3, 1)),
    (PostLine("GW16", "会计", "KS16", "财务", "会计出纳"), "R139", date(2021, 9, 1)),
    (PostLine("GW17", "采购办主任", "KS24", "采购和审批", "采购和审批", "物资", _HEAD), "R153", date(2021, 1, 4)),
    (PostLine("GW18", "药品采购员", "KS24", "采购", "采购", "药剂"), "R154", date(2022, 8, 1)),
    (PostLine("GW19", "耗材采购员", "KS24", "采购", "采购", "耗材"), "R155", date(2022, 10, 8)),
    (PostLine("GW20", "试剂采购员", "KS24", "采购", "采购", "试剂"), "R156", date(2023, 1, 3)),
    (PostLine("GW21", "服务采购员", "KS24", "采购", "采购", "服务"), "R157", date(2022, 11, 1)),
    (PostLine("GW22", "设备采购员", "KS21", "采购", "采购", "设备"), "R146", date(2023, 3, 1)),
    (PostLine("GW23", "信息科科长", "KS22", "审批", "审批", "信息", _HEAD), "R150", date(2021, 6, 1)),
    (PostLine("GW24", "基建审批员", "KS25", "审批", "审批", "基建"), "R161", date(2022, 2, 7)),
    (PostLine("GW25", "药学部主任", "KS20", "药学", "审批", "药剂", _HEAD), "R106", date(2020, 10, 9)),
    (
        PostLine("GW26", "药库保管员", "KS20", "药品保管", "保管验收", "药剂", power=("物", "处置权"), major_risk=True),
        "R107",
        date(2022, 9, 1),
    ),
    (PostLine("GW27", "审计科科长", "KS17", "审计", "监督", role=_HEAD), "R142", date(2021, 7, 1)),
    (PostLine("GW28", "纪检监察室主任", "KS13", "纪检监察", "监督", role=_HEAD), "R128", date(2019, 3, 1)),
    (PostLine("GW29", "行风办主任", "KS14", "行政管理", "监督", role=_HEAD), "R131", date(2021, 10, 8)),
    (PostLine("GW30", "心血管内科主任", "KS01", "临床", "诊疗", role=_HEAD), "R009", date(2016, 5, 1)),
    (PostLine("GW31", "普通外科主任", "KS02", "临床", "诊疗", role=_HEAD), "R021", date(2018, 8, 1)),
    (PostLine("GW32", "妇产科主任", "KS03", "临床", "诊疗", role=_HEAD), "R033", date(2017, 3, 1)),
    (PostLine("GW33", "儿科主任", "KS04", "临床", "诊疗", role=_HEAD), "R043", date(2020, 1, 2)),
    (PostLine("GW34", "肿瘤科主任", "KS05", "临床", "诊疗", role=_HEAD), "R052", date(2019, 6, 3)),
    (PostLine("GW35", "设备科科长", "KS21", "审批", "审批", "设备", _HEAD), "R147", date(2021, 5, 6)),
    (PostLine("GW36", "医务科科长", "KS18", "行政管理", "其他", role=_HEAD), "R144", date(2020, 4, 1)),
)
_AREAS = {
    "R001": "党委全面工作",
    "R002": "行政全面工作",
    "R003": "纪检监察",
    "R004": "医疗",
    "R005": "采购、后勤、基建",
    "R006": "科教、信息",
    "R007": "财务、审计、价格",
}


def write(book: Book) -> None:
    """Write posts, powers, tenures and portfolios."""
    for line, person, since in _POSTS:
        add_post(book, line)
        add_tenure(book, tenure(line.key, person), line.key, person, since, None)
    for person, area in _AREAS.items():
        book.add(
            LeaderPortfolio(
                id=f"FG-{person}", body=HOSPITAL, person=person, span=span(date(2023, 3, 1)), area=area, direct=True
            )
        )


def tenure(post: str, person: str) -> str:
    """Return the id of a person's time in a post."""
    return f"RZ-{post}-{person}"


def add_post(book: Book, line: PostLine) -> Post:
    """Write one post; it is on the hospital's list of key posts where the document names its work."""
    buying = line.duty in _BUYING and line.duty_object in _LISTED
    deciding = line.major_risk and line.power is not None and line.power[1] in {"处置权", "决定权"}
    made = Post(
        id=line.key,
        body=HOSPITAL,
        name=line.name,
        department=line.department,
        category=line.category,
        duty=line.duty,
        duty_object=line.duty_object,
        role=line.role,
        is_head=line.key == "GW02",
        is_party_head=line.key == "GW01",
        is_leader=line.role in {"主要负责人", "领导班子其他成员"},
        major_risk=line.major_risk,
        named_key=buying or deciding or line.category in _OF_STAFF_OR_MONEY,
        conduct_key=False,
    )
    book.add(made)
    if line.power is not None:
        over, form = line.power
        book.add(PostPower(id=f"QL-{line.key}", body=HOSPITAL, post=line.key, over=over, form=form, matter=line.name))
    return made


def add_tenure(
    book: Book, key: str, post: str, person: str, start: date, end: date | None, body: str = HOSPITAL
) -> PostTenure:
    """Write one run of days on which a person held a post."""
    number = f"院干〔{start.year}〕{start.month}号"
    made = PostTenure(
        id=key, body=body, person=person, post=post, span=span(start, end), held_on=None, appointed_by=number
    )
    book.add(made)
    return made
