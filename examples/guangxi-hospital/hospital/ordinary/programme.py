"""What the hospital and the authorities do every year: teaching, inspections, notices, plans and talks on conduct."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from made.book import Book
from made.days import half, span, whole

from hospital.days import workday_from
from hospital.ordinary.bodies import AUTHORITIES, HOSPITAL, NATION, PROVINCE
from hospital.ordinary.oversight import CAMPAIGN
from hospital.ordinary.people import head_of
from hospital.ordinary.posts import CONDUCT_LEADER
from qinglian_rules.facts.engine import EvidenceRecord
from qinglian_rules.facts.ethics import Commendation
from qinglian_rules.facts.meetings import AgendaItem, Meeting, MeetingKind
from qinglian_rules.facts.misconduct import Bulletin
from qinglian_rules.facts.reports import ReportSubmission, TaskAssignment, WorkPlan
from qinglian_rules.facts.service import NoticeContent, NoticeMedium, PublicNotice
from qinglian_rules.facts.supervision import Inspection, InspectionKind
from qinglian_rules.facts.training import TrainingKind, TrainingSession

BODIES = (HOSPITAL, *AUTHORITIES)
YEARS = (2022, 2023, 2024)
CLEAN_UP = "纠治医疗领域腐败和作风问题"


@dataclass(frozen=True, slots=True)
class _Lesson:
    """One session of a year, by the month in which it is held."""

    training: TrainingKind
    month: int
    topics: tuple[str, ...]
    materials: tuple[str, ...] = ()


_SPIRIT = _Lesson("职业精神教育", 5, ("爱岗敬业", "廉洁自律"))
_FOR_ALL = (
    _Lesson("医德医风教育", 4, ("医德医风",)),
    _Lesson("警示教育", 6, ("典型案例",), ("广西医疗卫生领域党员干部违纪违法案件", "党员干部违纪违法案例剖析材料汇编")),
    _Lesson("廉洁从业教育", 9, ("法律法规", "党纪条规", "行业规章制度")),
)
_LAWS = (
    "中华人民共和国基本医疗卫生与健康促进法",
    "中华人民共和国医师法",
    "医疗机构管理条例",
    "民法典",
    "基本医疗卫生与健康促进法",
    "医师法",
    "护士条例",
    "医疗机构工作人员廉洁从业九项准则",
    "广西壮族自治区医疗卫生机构及其工作人员廉洁从业规定",
    "全区医疗机构及其工作人员廉洁从业行动计划（2021-2024年）",
)
_FOR_THE_HOSPITAL = (
    _SPIRIT,
    _Lesson("忠诚教育", 3, ("忠诚教育",)),
    _Lesson("理想信念教育", 7, ("理想信念教育",)),
    _Lesson("普法宣传", 12, ("法律法规",), _LAWS),
    _Lesson("职业道德教育", 5, ("职业道德",)),
    _Lesson("法纪教育", 8, ("法律法规",)),
    _Lesson("医保政策培训", 10, ("医保政策",)),
)
_SCREENED = ("红包礼金", "公私财物", "津补贴", "基建工程", "采购受贿")
_WATCHED = (
    "九项准则",
    "医疗技术事前监管",
    "医疗技术事中监管",
    "医疗技术事后监管",
    "医院感染预防与控制",
    "实验室安全",
    "规范检查",
    "规范治疗",
    "合理用药",
)
_WEAK = (
    "廉洁风险防控薄弱环节",
    "党员廉洁自律薄弱环节",
    "九项准则",
    *(f"“十严禁”第{number}项" for number in "一二三四五六七八九十"),
)


def write(book: Book) -> None:
    """Write the programme of all bodies, year by year."""
    for body in BODIES:
        for year in YEARS:
            _teach(book, body, year)
            _inspect(book, body, year)
            _activities(book, body, year)
        _show(book, body)
        _conduct_in_2023(book, body)
        _models(book, body)


def lesson(body: str, training: TrainingKind, year: int) -> str:
    """Return the id of a body's session of a kind in a year."""
    return f"JY-{body}-{training}-{year}"


def check(body: str, what: str, year: int) -> str:
    """Return the id of a body's inspection in a year."""
    return f"JC-{body}-{what}-{year}"


def leader_of(body: str) -> str:
    """Return who leads the work on conduct of a body."""
    return CONDUCT_LEADER if body == HOSPITAL else head_of(body)


def add_lesson(book: Book, key: str, body: str, training: TrainingKind, held: date, **more: Any) -> TrainingSession:
    """Write one session that was held; `more` overrides fields."""
    fields: dict[str, Any] = {
        "topics": (),
        "state": "已举行",
        "plan": None,
        "form": "现场",
        "department": None,
        "led_by": leader_of(body),
        "for_key_posts": False,
        "for_all_staff": False,
        "materials": (),
        "positive_cases": False,
        "negative_cases": training == "警示教育",
        "cases_nearby": training == "警示教育",
        "minutes": f"记录{key}",
    }
    made = TrainingSession(id=key, body=body, training=training, held=held, **{**fields, **more})
    book.add(made)
    return made


def add_check(book: Book, key: str, body: str, kind: InspectionKind, held: date, **more: Any) -> Inspection:
    """Write one inspection in which nothing was found; `more` overrides fields."""
    fields: dict[str, Any] = {
        "ended": held,
        "target": HOSPITAL,
        "city": None,
        "department": None,
        "topics": (),
        "campaigns": (),
        "on_site": True,
        "findings_count": 0,
        "leads": (),
        "report": f"报告{key}",
    }
    made = Inspection(id=key, body=body, inspection=kind, held=held, **{**fields, **more})
    book.add(made)
    return made


def _teach(book: Book, body: str, year: int) -> None:
    lessons = (*_FOR_ALL, *_FOR_THE_HOSPITAL) if body == HOSPITAL else (*_FOR_ALL, _SPIRIT)
    for one in lessons:
        held = workday_from(date(year, one.month, 11))
        key = lesson(body, one.training, year)
        add_lesson(book, key, body, one.training, held, topics=one.topics, materials=one.materials)


def _inspect(book: Book, body: str, year: int) -> None:
    ways: tuple[tuple[str, InspectionKind, int, dict[str, Any]], ...] = (
        ("监督", "日常监督", 5, {"topics": _WATCHED}),
        ("薄弱环节", "自查自纠", 8, {"topics": _WEAK, "target": body}),
        ("纠治", "专项检查", 10, {"topics": _SCREENED, "campaigns": (CLEAN_UP,)}),
    )
    for what, kind, month, more in ways:
        add_check(book, check(body, what, year), body, kind, workday_from(date(year, month, 16)), **more)


def _activities(book: Book, body: str, year: int) -> None:
    for number, month in enumerate((6, 9), start=1):
        book.add(
            EvidenceRecord(
                id=f"HD-{body}-{year}-{number}",
                body=body,
                record="活动",
                topics=("清廉系列活动",),
                date=workday_from(date(year, month, 20)),
                approved_by=None,
                number=None,
                title=("清廉书画展", "廉洁故事会")[number - 1],
                location=None,
            )
        )


def _show(book: Book, body: str) -> None:
    contents: tuple[NoticeContent, ...] = ("清廉文化", "清廉医院建设进展", "先进典型", "清廉医院建设成效")
    add_notice(book, f"GS-{body}-清廉", body, contents, ("官方网站", "微信公众号"))
    add_notice(book, f"GS-{body}-电话", body, ("监督举报电话",), ("院内显著位置", "官方网站"))


def add_notice(
    book: Book, key: str, body: str, contents: tuple[NoticeContent, ...], media: tuple[NoticeMedium, ...]
) -> PublicNotice:
    """Write one notice that stands from the first weeks of 2022 on."""
    made = PublicNotice(
        id=key,
        body=body,
        contents=contents,
        media=media,
        span=span(date(2022, 1, 17)),
        prominent=True,
        place=None,
        spaces=(),
        forms=(),
        issuer=None,
    )
    book.add(made)
    return made


def _conduct_in_2023(book: Book, body: str) -> None:
    """Write how the leaders saw to conduct in 2023, in both halves of the year."""
    book.add(
        WorkPlan(
            id=f"JH-{body}-年度2023",
            body=body,
            plan="年度工作计划",
            adopted=date(2023, 2, 1),
            span=span(*whole(2023)),
            topics=("行风建设",),
            sessions_planned=None,
            quantified=True,
            specific=True,
            binding=True,
            decision=None,
            number=None,
        )
    )
    for number in (1, 2):
        end = half(2023, number)[1]
        _leaders_meet(book, body, workday_from(end.replace(day=12)), number)
        task_given, task_done = workday_from(end.replace(day=14)), end.replace(day=28)
        _task(book, f"RW-{body}-行风{number}", body, task_given, task_done)
        held = workday_from(end.replace(month=end.month - 2, day=20))
        department = "KS14" if body == HOSPITAL else None
        for kind in ("自查自纠", "专项检查") if body == HOSPITAL else ("明查", "暗访"):
            key = check(body, f"行风{kind}{number}", 2023)
            add_check(book, key, body, kind, held, topics=("行风建设", "诊疗行为"), department=department)
        _report(book, f"BS-{body}-行风{number}", body, workday_from(end.replace(day=20)))


def _leaders_meet(book: Book, body: str, held: date, number: int) -> None:
    key = f"HY-{body}-行风{number}"
    kind: MeetingKind = "院长办公会" if body == HOSPITAL else "主管部门办公会"
    meeting = Meeting(
        id=key,
        body=body,
        meeting=kind,
        held=held,
        notified=None,
        branch=None,
        department=None,
        chair=leader_of(body),
        leaders_present=3,
        minutes=f"纪要{key}",
        topics=("行风建设",),
    )
    item = AgendaItem(
        id=f"{key}-1",
        body=body,
        meeting=key,
        held=held,
        order=1,
        matter="日常事项",
        topics=("行风建设",),
        subject="行风建设工作",
        deliberated=True,
        decided=True,
        temporary=False,
        party_first=False,
    )
    book.add(meeting, item)


def _task(book: Book, key: str, body: str, assigned: date, done: date) -> None:
    book.add(
        TaskAssignment(
            id=key,
            body=body,
            plan=None,
            task="行风重点任务",
            topics=("行风建设",),
            office=None,
            person=leader_of(body),
            assigned=assigned,
            due=done,
            done=done,
        )
    )


def _report(book: Book, key: str, body: str, received: date) -> None:
    recipient = NATION if body == PROVINCE else PROVINCE
    book.add(
        ReportSubmission(
            id=key,
            body=body,
            report="其他",
            recipient=recipient,
            recipient_office=None,
            period_covered=None,
            topics=("行风建设",),
            sent=received,
            received=received,
            form="公文系统",
            case=None,
            lead=None,
            matter=None,
            number=None,
        )
    )


def _models(book: Book, body: str) -> None:
    """Write the models chosen in 2023, and the bulletin of typical cases."""
    person = "R033" if body == HOSPITAL else None
    for honour, who, unit in (("行风先进个人", person, None), ("行风先进单位", None, "先进科室")):
        if who is None and unit is None:
            continue
        book.add(
            Commendation(
                id=f"BZ-{body}-{honour}",
                body=body,
                honour="行风先进个人" if unit is None else "行风先进单位",
                decided=date(2023, 11, 20),
                person=who,
                unit=unit,
                praised=True,
                rewarded=True,
                number=None,
            )
        )
    book.add(
        Bulletin(
            id=f"TB-{body}-典型2023",
            body=body,
            issued=date(2023, 9, 8),
            subject="典型案例",
            scope="系统内",
            cases=(),
            inspection=None,
            target=None,
            campaign=CAMPAIGN,
            number=None,
        )
    )
