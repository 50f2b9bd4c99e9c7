"""What patients meet: services offered, complaints, surveys, indicators, results taken over, staff who know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from made.book import Book
from made.days import half, span, whole

from hospital.ordinary.authorities import add_finding
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.education import employed
from qinglian_rules.facts.care import ResultReuse
from qinglian_rules.facts.prescribing import ImprovementMeasure, QualityIndicator, QualityMetric
from qinglian_rules.facts.service import OfferingKind, ServiceOffering
from qinglian_rules.facts.supervision import Complaint, ComplaintChannel, Rectification, SatisfactionSurvey
from qinglian_rules.facts.training import KnowledgeTest

_OFFERINGS: tuple[OfferingKind, ...] = (
    "分时段预约",
    "中长期预约",
    "医技检查集中预约",
    "检查检验结果互认",
    "便捷付费结算",
    "一站式综合服务",
    "互联网医疗",
    "远程医疗",
    "日间医疗",
    "多学科诊疗",
    "智慧医院",
    "便利老年人就医",
)
_YEARLY: tuple[tuple[QualityMetric, tuple[str, str, str]], ...] = (
    ("门诊患者基本药物处方占比", ("48.2", "51.6", "52.4")),
    ("住院患者基本药物使用率", ("55.1", "57.9", "58.3")),
    ("平均取药等候时间", ("14.5", "11.2", "10.8")),
    ("次均费用", ("386", "391", "395")),
)
_MONITORED: tuple[tuple[QualityMetric, str], ...] = (
    ("点评处方占处方总数的比例", "0.02"),
    ("抗菌药物使用强度", "36.4"),
    ("门诊患者基本药物处方占比", "51.6"),
    ("住院患者基本药物使用率", "57.9"),
)
_CHANNELS: tuple[ComplaintChannel, ...] = ("12345热线", "12320热线", "信访", "来电", "来信", "网络")


def write(book: Book) -> None:
    """Write services, indicators, complaints, surveys and tests."""
    for number, offering in enumerate(_OFFERINGS, start=1):
        _offer(book, f"FW-{number:02}", offering)
    for metric, values in _YEARLY:
        for year, value in zip((2022, 2023, 2024), values, strict=True):
            add_indicator(book, yearly(metric, year), metric, whole(year), value)
    add_indicator(book, yearly("次均费用", 2021), "次均费用", whole(2021), "380")
    for metric, value in _MONITORED:
        for number in (1, 2):
            add_indicator(book, f"ZB-{metric}-2023H{number}", metric, half(2023, number), value)
    for number, channel in enumerate(_CHANNELS, start=1):
        add_complaint(book, f"TS-{number}", date(2023, 2 * number - 1, 6), channel)
    _survey(book)
    for person in employed(book, date(2023, 12, 31)):
        book.add(
            KnowledgeTest(
                id=knows(person),
                body=HOSPITAL,
                held=date(2023, 11, 10),
                person=person,
                topic="九项准则",
                score=Decimal(96),
                knows=True,
            )
        )
    for number in range(1, 7):
        add_reuse(book, f"HR-{number}", date(2023, 2 * number, 4), reused=number % 3 != 0)


def yearly(metric: QualityMetric, year: int) -> str:
    """Return the id of a metric of a year."""
    return f"ZB-{metric}-{year}"


def knows(person: str) -> str:
    """Return the id of a person's test on 九项准则 in 2023."""
    return f"ZX-{person}"


def _offer(book: Book, key: str, offering: OfferingKind) -> None:
    book.add(
        ServiceOffering(
            id=key,
            body=HOSPITAL,
            offering=offering,
            span=span(date(2021, 6, 1)),
            departments=("KS01", "KS02", "KS03", "KS04"),
            for_outpatients=True,
            for_inpatients=True,
            uses=3_600,
            payment_ways=("移动支付", "自助机结算", "窗口结算") if offering == "便捷付费结算" else (),
        )
    )


def add_indicator(
    book: Book, key: str, metric: QualityMetric, days: tuple[date, date], value: str, **more: Any
) -> QualityIndicator:
    """Write one number about the care of the whole hospital; `more` overrides fields."""
    number = Decimal(value)
    above = metric.startswith(("抗菌药物", "平均取药", "次均"))
    fields: dict[str, Any] = {
        "department": None,
        "numerator": None,
        "denominator": Decimal(20_000),
        "target": number + (1 if above else -1),
        "analysed": None,
        "measures": None,
        "peer_value": number + (1 if above else -1),
        "causes": None,
    }
    if metric == "点评处方占处方总数的比例":
        fields |= {"target": Decimal("0.01"), "peer_value": Decimal("0.01")}
    made = QualityIndicator(
        id=key, body=HOSPITAL, metric=metric, period=span(*days), value=number, **{**fields, **more}
    )
    book.add(made)
    return made


def improve(book: Book, key: str, indicator: str, adopted: date, **more: Any) -> ImprovementMeasure:
    """Write one measure that mends what an indicator shows; `more` overrides fields."""
    fields: dict[str, Any] = {"cause": "习惯用药", "office": "KS20", "due": None, "done": adopted}
    made = ImprovementMeasure(id=key, body=HOSPITAL, indicator=indicator, adopted=adopted, **{**fields, **more})
    book.add(made)
    return made


def add_complaint(book: Book, key: str, received: date, channel: ComplaintChannel, **more: Any) -> Complaint:
    """Write one complaint about conduct, taken up and closed in time; `more` overrides fields."""
    fields: dict[str, Any] = {
        "matter": "行风",
        "office": "KS14",
        "responsible": "R079",
        "accepted": received.replace(day=received.day + 2),
        "due": received.replace(day=received.day + 20),
        "closed": received.replace(day=received.day + 15),
        "replied": received.replace(day=received.day + 16),
        "result": "不属实",
        "published": False,
        "lead": None,
    }
    made = Complaint(id=key, body=HOSPITAL, received=received, channel=channel, **{**fields, **more})
    book.add(made)
    return made


def _survey(book: Book) -> None:
    book.add(
        SatisfactionSurvey(
            id="MY-第三方2023",
            body=HOSPITAL,
            done=date(2023, 10, 16),
            point="出院",
            third_party=True,
            surveyor="某调查公司",
            asks_conduct=True,
            online=True,
            episode=None,
            answers=420,
            satisfied=402,
            leads=(),
        )
    )
    found = add_finding(book, "WT-调查", None, date(2023, 10, 20), "满意度", "候诊时间长", due=date(2023, 12, 20))
    book.change(type(found), found.id, survey="MY-第三方2023")
    set_right(book, found.id, date(2023, 12, 11))


def set_right(book: Book, finding: str | None, reported: date, **more: Any) -> Rectification:
    """Write the report that a problem was set right; `more` overrides fields."""
    fields: dict[str, Any] = {
        "case": None,
        "measures": "完善制度，逐项落实",
        "state": "已整改",
        "completed": reported,
        "verified": True,
        "public_satisfied": None,
        "verified_by": "行风管理办公室",
    }
    key = finding or more["case"]
    made = Rectification(id=f"ZG-{key}", body=HOSPITAL, finding=finding, reported=reported, **{**fields, **more})
    book.add(made)
    return made


def add_reuse(book: Book, key: str, day: date, *, reused: bool, reason: str | None = "病情变化") -> ResultReuse:
    """Write one result of another hospital that was taken over, or not and why."""
    made = ResultReuse(
        id=key,
        body=HOSPITAL,
        episode="MZ0020",
        item="血常规",
        decided=day,
        physician="R005",
        source=None,
        eligible=True,
        reused=reused,
        reason=None if reused else reason,
    )
    book.add(made)
    return made
