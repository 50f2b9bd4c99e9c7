"""Inspections and what they found, cases and what followed, oversight of power, tasks, structures."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cancer_hospital.days import workday_from
from cancer_hospital.ordinary.bodies import COMMISSION, DEPARTMENTS, HEADS, HOSPITAL, put
from cancer_hospital.ordinary.people import LEADERS
from made.book import Book
from made.days import span

from qinglian_rules.facts.accreditation import AccreditationReview
from qinglian_rules.facts.governance import Coordination, StaffAssignment, Structure, StructureKind
from qinglian_rules.facts.misconduct import Behaviour, DisciplineUse, Measure, MisconductCase, Sanction
from qinglian_rules.facts.posts import Post
from qinglian_rules.facts.reports import TaskAssignment
from qinglian_rules.facts.supervision import (
    Audit,
    Finding,
    Inspection,
    InspectionKind,
    Oversight,
    Rectification,
    WatchListEntry,
)

QUARTERS = (date(2025, 2, 20), date(2025, 5, 20), date(2025, 8, 20), date(2025, 11, 20))
POLITICAL, SEVEN, WINDS = "政治监督", "治理“七个有之”", "“四风”问题"
STAFF_TOPICS = ("遵守党章", "遵守党规", "遵守党纪", "遵守法律法规")
_FROM_ABOVE = ("党中央重大决策部署", "省委工作安排", "市委工作安排", "市卫健委工作安排")
_KEY_POINTS = ("重点人员监管", "重点部位监督", "重点环节监督")
_STRUCTURES: tuple[StructureKind, ...] = (
    "行风建设领导小组",
    "行风建设组织机构",
    "医疗质量管理委员会",
    "医院感染管理委员会",
    "药事管理委员会",
)


def write(book: Book) -> None:
    """Write a year of supervision."""
    _inspections(book)
    _oversight(book)
    _cases(book)
    _structures(book)
    for number in range(1, 13):
        add_task(book, f"RW-{number:02}", date(2025, number, 25))
    for number in range(1, 5):
        add_entry(book, f"QD-{number}")
    for number in (1, 2):
        reported = date(2025, 6 * number - 1, 22)
        usual: dict[str, Any] = {"audit": "内部审计", "reported": reported, "covers": span(date(2024, 1, 1), reported)}
        put(book, Audit, f"SJ-内审-{number}", usual, {"person": None, "auditor": "审计科", "problems": 3})
    add_accreditation(book, "PS-1", date(2025, 9, 16))


def add_inspection(
    book: Book, key: str, kind: InspectionKind, held: date, topics: tuple[str, ...], **more: Any
) -> Inspection:
    """Write one inspection of the hospital by itself; `more` overrides fields."""
    usual: dict[str, Any] = {
        "inspection": kind,
        "held": held,
        "ended": held,
        "target": HOSPITAL,
        "city": None,
        "department": None,
        "topics": topics,
        "campaigns": (),
        "on_site": True,
        "findings_count": 1,
        "leads": (),
        "report": f"检查报告{key}",
    }
    return put(book, Inspection, key, usual, more)


def add_finding(book: Book, key: str, found: date, topic: str, person: str | None = None, **more: Any) -> Finding:
    """Write one small thing found; `more` overrides fields."""
    usual: dict[str, Any] = {
        "inspection": None,
        "survey": None,
        "found": found,
        "cleared": found,
        "topics": (topic,),
        "problem": "登记不全",
        "gravity": "一般",
        "department": None,
        "person": person,
        "due": None,
        "published": True,
    }
    return put(book, Finding, key, usual, more)


def set_right(
    book: Book, key: str, completed: date | None, *, finding: str | None = None, case: str | None = None
) -> None:
    """Write what was done about something found, or about a case."""
    usual: dict[str, Any] = {
        "finding": finding,
        "case": case,
        "reported": completed or date(2025, 12, 1),
        "measures": "完善制度",
        "state": "整改中" if completed is None else "已整改",
        "completed": completed,
        "verified": completed is not None,
        "public_satisfied": True,
        "verified_by": "纪检监察室",
    }
    put(book, Rectification, key, usual, {})


def remind(book: Book, key: str, finding: str, person: str, taken: date) -> None:
    """Write that a person was spoken to about something small."""
    usual: dict[str, Any] = {"measure": "提醒谈话", "taken": taken, "person": person, "finding": finding}
    put(book, Measure, key, usual, {"case": None, "department": None, "target": None, "reason": "登记不全"})


def add_case(
    book: Book, key: str, behaviour: Behaviour, person: str, occurred: date, verified_on: date, **more: Any
) -> MisconductCase:
    """Write one verified case with all that must follow it twenty days later; `more` overrides fields."""
    usual: dict[str, Any] = {
        "occurred": occurred,
        "behaviour": behaviour,
        "person": person,
        "department": None,
        "company": None,
        "lead": None,
        "benefit": None,
        "amount": None,
        "opened": occurred,
        "verified": True,
        "verified_on": verified_on,
        "verified_by": "纪检监察室",
        "crime_suspected": False,
        "major": False,
        "typical": False,
        "closed": None,
    }
    made = put(book, MisconductCase, key, usual, more)
    day = verified_on + timedelta(days=20)
    sanction: dict[str, Any] = {"case": key, "person": person, "company": None, "sanction": "党内警告", "imposed": day}
    put(book, Sanction, f"CF-{key}", sanction, {"imposed_by": "医院党委", "amount_considered": True})
    set_right(book, f"ZG-{key}", day, case=key)
    use_form(book, f"XT-{key}", "第二种形态", person, day, key)
    return made


def use_form(book: Book, key: str, form: str, person: str, applied: date, case: str | None = None) -> None:
    """Write that one of the four forms was used."""
    put(book, DisciplineUse, key, {"form": form, "applied": applied, "person": person, "case": case, "lead": None}, {})


def add_oversight(book: Book, key: str, held: date, **more: Any) -> Oversight:
    """Write one act of oversight over those in power; `more` overrides fields."""
    usual: dict[str, Any] = {
        "held": held,
        "way": "预防式",
        "persons": (),
        "functions": (),
        "posts": (),
        "links": (),
        "nodes": (),
        "by": "纪检监察室",
    }
    return put(book, Oversight, key, usual, more)


def add_task(book: Book, key: str, due: date, **more: Any) -> TaskAssignment:
    """Write one task of building a clean hospital, done two days early; `more` overrides fields."""
    usual: dict[str, Any] = {
        "plan": None,
        "task": f"任务{key}",
        "topics": ("清廉医院建设",),
        "office": "KS12",
        "person": None,
        "assigned": date(2025, 1, 15),
        "due": due,
        "done": due - timedelta(days=2),
    }
    return put(book, TaskAssignment, key, usual, more)


def add_entry(book: Book, key: str, **more: Any) -> WatchListEntry:
    """Write one matter on the list of political supervision; `more` overrides fields."""
    usual: dict[str, Any] = {
        "watch_list": "政治监督动态清单",
        "span": span(date(2025, 1, 20)),
        "matter": f"事项{key}",
        "topics": (POLITICAL,),
        "measures": "季度检查",
        "office": "KS13",
        "due": None,
        "updated": None,
    }
    return put(book, WatchListEntry, key, usual, more)


def add_accreditation(book: Book, key: str, held: date, **more: Any) -> AccreditationReview:
    """Write one review of the hospital that looked at its integrity; `more` overrides fields."""
    usual: dict[str, Any] = {
        "reviewer": COMMISSION,
        "review": "医院评审",
        "specialty": None,
        "department": None,
        "held": held,
        "span": None,
        "result": "通过",
        "score": None,
        "major_problem": False,
        "finding_document": None,
        "found_on": None,
        "finding": None,
        "cases": (),
        "covers_integrity": True,
    }
    return put(book, AccreditationReview, key, usual, more)


def add_joint_punishment(book: Book, key: str, held: date) -> Coordination:
    """Write that several offices punished a deliberate fraud together."""
    usual: dict[str, Any] = {"coordination": "联合惩戒", "held": held, "partners": ("医疗保障部门", "公安机关")}
    return put(book, Coordination, key, usual, {"topics": (), "result": None})


def _inspections(book: Book) -> None:
    for number, day in enumerate(QUARTERS, 1):
        held = workday_from(day)
        add_inspection(book, f"JD-政治-{number}", "专项检查", held, (POLITICAL,))
        add_inspection(book, f"JD-七个-{number}", "专项检查", held, (SEVEN,))
        add_inspection(book, f"JD-四风-{number}", "专项检查", held, (WINDS,))
        add_inspection(book, f"JD-日常-{number}", "日常监督", held, ("清廉医院建设", "基本建设项目监督"))
        for topic, key in ((SEVEN, "七个"), (WINDS, "四风")):
            finding = add_finding(book, f"FX-{key}-{number}", held, topic, HEADS["KS01"])
            set_right(book, f"ZG-{key}-{number}", held + timedelta(days=20), finding=finding.id)
            remind(book, f"TX-{key}-{number}", finding.id, HEADS["KS01"], held + timedelta(days=5))
    add_inspection(book, "JD-部署", "督查", date(2025, 6, 17), _FROM_ABOVE)
    add_inspection(book, "JD-党员", "专项检查", date(2025, 4, 22), ("党员干部监督", *STAFF_TOPICS))
    add_inspection(book, "JD-医务", "专项检查", date(2025, 7, 22), ("医务人员监督", *STAFF_TOPICS))
    add_inspection(book, "JD-重点", "专项检查", date(2025, 10, 22), _KEY_POINTS)
    add_inspection(book, "JD-巡查", "医院巡查", date(2025, 9, 2), ("清廉医院建设",), body=COMMISSION)


def _oversight(book: Book) -> None:
    posts = tuple(post.id for post in book.of(Post) if post.named_key is True)
    persons = (*LEADERS, *(HEADS[key] for key, *_ in DEPARTMENTS))
    add_oversight(book, "QL-源头", QUARTERS[0], persons=persons[:9], nodes=("源头",), links=("医药购销", "建设工程"))
    add_oversight(
        book, "QL-过程", QUARTERS[1], way="下沉式", persons=persons[9:18], nodes=("过程",), links=("干部任免",)
    )
    add_oversight(
        book, "QL-后续", QUARTERS[2], way="近身式", persons=persons[18:], nodes=("后续",), links=("经费使用",)
    )
    functions = ("设备", "基建", "采购招标", "人事", "财务", "医保")
    add_oversight(book, "QL-重点", QUARTERS[3], functions=functions, posts=posts)


def _cases(book: Book) -> None:
    add_case(book, "AJ-1", "收受红包", "R051", date(2025, 2, 11), date(2025, 3, 18))
    add_case(book, "AJ-2", "形式主义官僚主义", HEADS["KS21"], date(2025, 5, 13), date(2025, 6, 24))
    use_form(book, "XT-第一", "第一种形态", HEADS["KS22"], date(2025, 10, 14))


def _structures(book: Book) -> None:
    for kind in _STRUCTURES:
        usual: dict[str, Any] = {
            "structure": kind,
            "span": span(date(2023, 5, 8)),
            "head": LEADERS[1],
            "deputies": (),
            "office": "KS14",
            "functions": ("行风管理",),
            "led_by": None,
            "member_bodies": (),
            "duties_written": True,
            "founding_document": "泰肿示〔2023〕12号",
            "decision": None,
        }
        put(book, Structure, structure(kind), usual, {})
    usual = {"structure": structure("行风建设组织机构"), "person": "R050", "role": "工作人员", "full_time": True}
    put(book, StaffAssignment, "RY-行风", usual, {"duties_written": True, "span": span(date(2023, 5, 8))})


def structure(kind: StructureKind) -> str:
    """Return the id of one of the hospital's structures."""
    return f"JG-{kind}"
