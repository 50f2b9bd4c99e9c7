"""What the authorities do over the hospitals: tours, drives, general supervision, visits on the spot, enrolments."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from hospital.days import workday_from
from hospital.ordinary.bodies import AUTHORITIES, CITY, HOSPITAL, PROVINCE, office
from hospital.ordinary.people import officer_of
from hospital.ordinary.programme import YEARS, add_check, check
from qinglian_rules.facts.misconduct import Bulletin, Measure
from qinglian_rules.facts.service import SelfCheckEnrolment
from qinglian_rules.facts.supervision import Complaint, Finding, Inspection

CITIES = (
    "南宁",
    "柳州",
    "桂林",
    "梧州",
    "北海",
    "防城港",
    "钦州",
    "贵港",
    "玉林",
    "百色",
    "贺州",
    "河池",
    "来宾",
    "崇左",
)
_DRIVES = (
    "打击欺诈骗取医疗保障基金",
    "打击非法医疗美容服务",
    "打击非法应用人类辅助生殖技术",
    "整治擅自配置使用大型医用设备",
    "整治设备投放",
    "社会办医乱象综合整治",
    "行业清源",
    "医疗领域互联网广告整治",
)
_ON_THE_SPOT = ("医疗机构廉洁从业", "医疗机构腐败问题")


def write(book: Book) -> None:
    """Write what the authorities did."""
    for authority in (PROVINCE, CITY):
        for year in YEARS:
            day = workday_from(date(year, 8, 22))
            add_check(book, check(authority, "执法", year), authority, "专项执法", day, campaigns=_DRIVES)
            topics = ("社会办医医疗乱象", "医疗保健乱象")
            add_check(book, check(authority, "民营", year), authority, "专项检查", day, topics=topics, target=None)
    for authority in AUTHORITIES:
        _in_2023(book, authority)
    _tour(book)
    for number, city in enumerate(CITIES):
        held = workday_from(date(2022 + number // 7, 3 + number % 7, 14))
        add_check(
            book, check(PROVINCE, city, held.year), PROVINCE, "综合监管督察", held, topics=("行风建设",), city=city
        )
    enrolled = span(date(2022, 3, 1))
    book.add(SelfCheckEnrolment(id="ZC-1", body=HOSPITAL, span=enrolled, last_declared=None, reviewed=None))
    _complaint(book)


def _in_2023(book: Book, authority: str) -> None:
    add_check(book, check(authority, "调研", 2023), authority, "调研", date(2023, 6, 8), topics=_ON_THE_SPOT)
    add_check(book, check(authority, "执业", 2023), authority, "专项检查", date(2023, 9, 14), topics=("依法执业",))


def _tour(book: Book) -> None:
    matters = ("卫生健康工作重要讲话", "卫生健康领域重要指示批示", "党中央重大决策部署")
    add_check(book, "XC-1", PROVINCE, "政治巡察", date(2023, 3, 20), topics=matters)
    both = ("党风廉政建设责任制", "清廉医院建设")
    add_check(book, "ZRZ-1", PROVINCE, "专项检查", date(2023, 12, 6), topics=both)
    # One secret visit found something, and the province made it known.
    key = check(PROVINCE, "行风暗访2", 2023)
    book.change(Inspection, key, findings_count=1)
    add_finding(book, "WT-暗访", key, date(2023, 10, 23), "行风建设", "窗口解释不够", due=date(2023, 11, 30))
    book.add(
        Bulletin(
            id="TB-暗访",
            body=PROVINCE,
            issued=date(2023, 11, 3),
            subject="督查问题",
            scope="系统内",
            cases=(),
            inspection=key,
            target=HOSPITAL,
            campaign=None,
            number=None,
        )
    )


def add_finding(
    book: Book, key: str, inspection: str | None, found: date, topic: str, problem: str, *, due: date | None = None
) -> Finding:
    """Write one problem that the hospital must set right."""
    made = Finding(
        id=key,
        body=HOSPITAL,
        inspection=inspection,
        survey=None,
        found=found,
        cleared=found,
        topics=(topic,),
        problem=problem,
        gravity="一般",
        department=None,
        person=None,
        due=due,
        published=True,
    )
    book.add(made)
    return made


def add_talk(book: Book, key: str, taken: date, **about: str | None) -> Measure:
    """Write that the province called somebody in; `about` says whom and why."""
    fields: dict[str, str | None] = {
        "person": None,
        "department": None,
        "target": None,
        "reason": None,
        "indicator": None,
        "alert": None,
        "case": None,
        "finding": None,
        "clinical_finding": None,
    }
    made = Measure(id=key, body=PROVINCE, measure="约谈", taken=taken, amount=None, span=None, **{**fields, **about})
    book.add(made)
    return made


def _complaint(book: Book) -> None:
    book.add(
        Complaint(
            id=f"TS-{PROVINCE}-1",
            body=PROVINCE,
            received=date(2023, 5, 9),
            channel="12320热线",
            matter="行风",
            office=office(PROVINCE),
            responsible=officer_of(PROVINCE),
            accepted=date(2023, 5, 10),
            due=date(2023, 6, 9),
            closed=date(2023, 5, 30),
            replied=date(2023, 5, 31),
            result="部分属实",
            published=True,
            lead=None,
        )
    )
