"""Education and who came, tests, what is published, services, people cultivated and appointed, trips, side posts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from cancer_hospital.days import YEAR, workday_from
from cancer_hospital.ordinary.bodies import HEADS, put
from cancer_hospital.ordinary.meetings import add_decision, committee_key
from cancer_hospital.ordinary.people import medical
from made.book import Book
from made.days import month, span

from qinglian_rules.facts.appointments import Appointment, AppointmentCheck, AppointmentKind, ConcurrentPost, Trip
from qinglian_rules.facts.engine import EvidenceRecord
from qinglian_rules.facts.meetings import Meeting
from qinglian_rules.facts.party import Cultivation
from qinglian_rules.facts.prescribing import QualityIndicator, QualityMetric
from qinglian_rules.facts.service import NoticeContent, NoticeMedium, OfferingKind, PublicNotice, ServiceOffering
from qinglian_rules.facts.training import Attendance, KnowledgeTest, TrainingKind, TrainingSession

GATES = ("政治关", "品行关", "作风关", "廉洁关", "形象关")
METRICS: tuple[QualityMetric, ...] = ("病例组合指数", "成本产出", "医师绩效")
_SPIRITS = ("伟大建党精神", "伟大抗疫精神", "医疗卫生职业精神")
_ONCE: tuple[tuple[str, TrainingKind, date, tuple[str, ...]], ...] = (
    ("PX-忠诚", "忠诚教育", date(2025, 3, 12), ("对党忠诚教育",)),
    ("PX-党员", "党员教育", date(2025, 4, 16), ("“两个确立”",)),
    ("PX-职业精神", "职业精神教育", date(2025, 8, 15), (*_SPIRITS, "中国医师节")),
    ("PX-人文", "人文素养培训", date(2025, 9, 17), ()),
    ("PX-医德", "医德医风教育", date(2025, 5, 12), ("国际护士节",)),
    ("PX-医保", "医保政策培训", date(2025, 6, 18), ("医保基金政策", "医保基金法规")),
)
_REGULAR: tuple[tuple[str, TrainingKind], ...] = (
    ("理想", "理想信念教育"),
    ("党纪", "党规党纪教育"),
    ("廉洁", "廉洁从业教育"),
)
_NOTICES: tuple[tuple[NoticeContent, tuple[NoticeMedium, ...]], ...] = (
    ("院务公开", ("院内显著位置",)),
    ("院务公开", ("官方网站",)),
    ("监督举报电话", ("院内显著位置", "官方网站")),
    ("先进典型", ("微信公众号",)),
    ("清廉文化", ("官方网站", "微信公众号")),
    ("清廉文化", ("微博", "应用程序")),
)


def write(book: Book, rng: Random) -> None:
    """Write a year of education, notices, services, indicators, appointments and trips."""
    _education(book, rng)
    for number, (content, media) in enumerate(_NOTICES, 1):
        add_notice(book, f"GS-{number}", (content,), media)
    offerings: tuple[OfferingKind, ...] = ("健康义诊", "健康科普")
    for offering in offerings:
        usual: dict[str, Any] = {"offering": offering, "span": span(*YEAR), "departments": (), "uses": 800}
        put(book, ServiceOffering, f"BM-{offering}", usual, {"for_outpatients": True, "for_inpatients": False})
    for at in (3, 6, 9, 12):
        for metric in METRICS:
            add_indicator(book, f"ZB-{metric}-{at:02}", metric, at)
    _cultivated(book)
    _published(book)
    for number, person in enumerate(("R060", "R070", "R080"), 1):
        add_appointment(book, f"RY-{number}", person, "提拔", committee_key(2 * number, 2))
    add_appointment(book, "RY-引进", "R090", "引进", committee_key(9, 2))
    add_trip(book, "CG-出国-1", "R004", date(2025, 4, 2))
    add_side_post(book, "JZ-兼职-1", HEADS["KS01"], date(2025, 2, 1))


def add_session(
    book: Book, key: str, kind: TrainingKind, held: date, topics: tuple[str, ...] = (), **more: Any
) -> TrainingSession:
    """Write one session that took place; `more` overrides fields."""
    usual: dict[str, Any] = {
        "training": kind,
        "topics": topics,
        "held": held,
        "state": "已举行",
        "plan": None,
        "form": "现场",
        "department": None,
        "led_by": None,
        "for_key_posts": False,
        "for_all_staff": True,
        "minutes": f"{key}记录",
    }
    return put(book, TrainingSession, key, usual, more)


def attendance(person: str, session: str = "PX-医德") -> str:
    """Return the id of one person's part in a session."""
    return f"QD-{session}-{person}"


def test(person: str) -> str:
    """Return the id of one person's test of the year."""
    return f"CS-{person}"


def add_notice(
    book: Book, key: str, contents: tuple[NoticeContent, ...], media: tuple[NoticeMedium, ...], **more: Any
) -> PublicNotice:
    """Write one thing published since 2024; `more` overrides fields."""
    usual: dict[str, Any] = {"contents": contents, "media": media, "span": span(date(2024, 6, 3)), "prominent": True}
    return put(book, PublicNotice, key, usual, more)


def add_indicator(book: Book, key: str, metric: QualityMetric, at: int, **more: Any) -> QualityIndicator:
    """Write one indicator of the quarter that ends with a month, analysed soon after; `more` overrides fields."""
    end = month(2025, at)[1]
    usual: dict[str, Any] = {
        "department": None,
        "metric": metric,
        "period": span(month(2025, at - 2)[0], end),
        "value": Decimal("1.04"),
        "numerator": None,
        "denominator": None,
        "target": None,
        "analysed": end + timedelta(days=15),
        "measures": None,
    }
    return put(book, QualityIndicator, key, usual, more)


def add_appointment(
    book: Book, key: str, person: str, kind: AppointmentKind, meeting: str, after: int = 10, **more: Any
) -> Appointment:
    """Write one appointment that a meeting decided and the five gates let through; `more` overrides fields."""
    held = book.get(Meeting, meeting)
    decided = add_decision(book, f"JC-{key}", held, "重要干部任免", concerns=(person,))
    made = held.held
    assert isinstance(made, date)
    usual: dict[str, Any] = {
        "person": person,
        "post": "GW-KS01",
        "appointment": kind,
        "proposed": made - timedelta(days=40),
        "deliberated": True,
        "inspected": made - timedelta(days=20),
        "decision": decided.id,
        "published": made + timedelta(days=1),
        "appointed": made + timedelta(days=after),
        "prior_case": None,
    }
    for gate in GATES:
        check = {"appointment": key, "check": gate, "done": made - timedelta(days=5), "passed": True}
        put(book, AppointmentCheck, f"SH-{key}-{gate}", check, {"office": "党委办公室"})
    return put(book, Appointment, key, usual, more)


def add_trip(book: Book, key: str, person: str, departed: date, **more: Any) -> Trip:
    """Write one trip abroad, registered and approved; `more` overrides fields."""
    usual: dict[str, Any] = {
        "person": person,
        "purpose": "因私",
        "registered": True,
        "approved": departed - timedelta(days=15),
        "departed": departed,
        "returned": departed + timedelta(days=8),
        "passport_handed_in": departed + timedelta(days=12),
    }
    return put(book, Trip, key, usual, more)


def add_side_post(book: Book, key: str, person: str, start: date, **more: Any) -> ConcurrentPost:
    """Write one unpaid post in a learned society, approved beforehand; `more` overrides fields."""
    usual: dict[str, Any] = {
        "person": person,
        "organisation_kind": "学会协会",
        "organisation": "示例学会",
        "span": span(start),
        "approved": start - timedelta(days=12),
        "paid": False,
        "amount": None,
    }
    return put(book, ConcurrentPost, key, usual, more)


def _education(book: Book, rng: Random) -> None:
    for key, kind, day, topics in _ONCE:
        add_session(book, key, kind, workday_from(day), topics)
    for at in (2, 5, 8, 11):
        for key, kind in _REGULAR:
            add_session(book, f"PX-{key}-{at:02}", kind, workday_from(date(2025, at, 11)))
    add_session(book, "PX-警示", "警示教育", date(2025, 10, 23), form="参观警示教育基地")
    session = book.get(TrainingSession, "PX-医德")
    for person in medical(book):
        add_attendance(book, session, person)
        usual: dict[str, Any] = {"held": date(2025, 11, 5), "person": person, "topic": "医德医风"}
        put(book, KnowledgeTest, test(person), usual, {"score": Decimal(rng.randint(70, 100)), "knows": True})


def add_attendance(book: Book, session: TrainingSession, person: str, **more: Any) -> Attendance:
    """Write one person's part in a session; `more` overrides fields."""
    usual: dict[str, Any] = {"session": session.id, "held": session.held, "person": person, "attended": True}
    return put(book, Attendance, attendance(person, session.id), usual, {"reason": None, "made_up": None, **more})


def _cultivated(book: Book) -> None:
    for number, aim in enumerate(("把业务骨干培养成党员", "把党员培养成业务骨干"), 1):
        usual: dict[str, Any] = {
            "person": f"R0{40 + number}",
            "branch": "ZB1",
            "aim": aim,
            "span": span(date(2024, 9, 2)),
        }
        put(book, Cultivation, f"PY-双培养-{number}", usual, {})


def _published(book: Book) -> None:
    """Write a booklet on integrity: what the document only encourages."""
    topic = "廉洁文化产品创作"
    usual: dict[str, Any] = {"record": "出版物", "topics": (topic,), "date": date(2025, 9, 3), "approved_by": None}
    put(book, EvidenceRecord, "CP-1", usual, {"number": None, "title": topic, "location": None})
