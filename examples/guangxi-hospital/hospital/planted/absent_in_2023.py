"""One thing missing at a time of what the key points of 2023 ask, chapter by chapter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from made.book import Book
from made.days import half, quarter, span, whole

from hospital.ordinary.aftermath import examined
from hospital.ordinary.billing import line
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE, PROVINCE_TCM
from hospital.ordinary.programme import check, lesson
from hospital.ordinary.quality import yearly
from hospital.planted.change import Change, authority
from qinglian_rules.facts.billing import BillingLine
from qinglian_rules.facts.care import ServiceRecord
from qinglian_rules.facts.ethics import Commendation
from qinglian_rules.facts.governance import Structure
from qinglian_rules.facts.meetings import AgendaItem
from qinglian_rules.facts.misconduct import Accountability, Bulletin
from qinglian_rules.facts.prescribing import QualityIndicator
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.service import ServiceOffering
from qinglian_rules.facts.supervision import Inspection, Rectification
from qinglian_rules.facts.training import TrainingSession

_2023 = "gx-2023"
_TCM = authority(PROVINCE_TCM)


def asked_in_2023(book: Book) -> tuple[Change, ...]:
    """Return all of it, in the order in which it is planted; take out the bill of the service that was not given."""
    book.remove(BillingLine, line("YC-3"))
    return (
        *_leaders_work(),
        *_led_and_inspected(),
        *_studied_on_the_spot(),
        *_findings_followed_up(),
        *_models_and_warnings(),
        *_lawful_practice(),
        *_leaders_examined(),
        *_laws_studied(),
        *_waiting_and_paying(book),
        *_services(book),
    )


def _leaders_work() -> tuple[Change, ...]:
    """Return what the leaders did not discuss, and did not plan."""
    return (
        Change(
            AgendaItem,
            f"HY-{CITY}-行风1-1",
            "列了议题，没有讨论",
            (f"{_2023}/1.2/leaders-deliberate",),
            authority(CITY),
            half(2023, 1),
            values={"deliberated": False},
        ),
        Change(
            WorkPlan,
            f"JH-{PROVINCE_TCM}-年度2023",
            "年度计划没有行风建设",
            (f"{_2023}/1.2/planned-together",),
            _TCM,
            whole(2023),
            values={"topics": ("中医药传承创新",)},
        ),
    )


def _led_and_inspected() -> tuple[Change, ...]:
    """Return the leading group that was dissolved and the secret inspection that was not made."""
    return (
        Change(
            Structure,
            f"JG-{PROVINCE_TCM}-小组",
            "领导小组2023年6月撤销，没有再设",
            (f"{_2023}/1.3/led-by-a-group",),
            _TCM,
            values={"span": span(date(2022, 2, 7), date(2023, 6, 30))},
        ),
        Change(
            Inspection,
            check(PROVINCE_TCM, "行风暗访1", 2023),
            "2023年上半年没有暗访",
            (f"{_2023}/1.3/open-and-secret-inspections",),
            _TCM,
            half(2023, 1),
            ("暗访",),
        ),
    )


def _studied_on_the_spot() -> tuple[Change, ...]:
    """Return the study that left out a topic, and the one without a report."""
    return (
        Change(
            Inspection,
            check(CITY, "调研", 2023),
            "没有调研腐败问题",
            (f"{_2023}/1.3/conduct-and-corruption-studied-on-the-spot",),
            authority(CITY),
            whole(2023),
            ("腐败问题",),
            {"topics": ("医疗机构廉洁从业",)},
        ),
        Change(
            Inspection,
            check(PROVINCE_TCM, "调研", 2023),
            "没有写调研报告",
            (f"{_2023}/1.3/study-report-written",),
            ("Inspection", check(PROVINCE_TCM, "调研", 2023)),
            values={"report": None},
        ),
    )


def _findings_followed_up() -> tuple[Change, ...]:
    """Return the findings that were circulated or set right too late."""
    secret = check(PROVINCE, "行风暗访2", 2023)
    return (
        Change(
            Bulletin,
            "TB-暗访",
            "暗访结束一个多月才通报，规定30天",
            (f"{_2023}/1.3/findings-circulated",),
            ("Inspection", secret),
            values={"issued": date(2023, 12, 8)},
        ),
        Change(
            Rectification,
            "ZG-WT-调查",
            "12月20日到期，21日才整改完",
            (f"{_2023}/1.4/problems-found-set-right",),
            ("Finding", "WT-调查"),
            values={"completed": date(2023, 12, 21)},
        ),
    )


def _models_and_warnings() -> tuple[Change, ...]:
    """Return the models that were not chosen and the grave cases that were circulated too late."""
    return (
        Change(
            Commendation,
            f"BZ-{PROVINCE_TCM}-行风先进单位",
            "2023年没有评选先进",
            (f"{_2023}/2.5/models-chosen",),
            _TCM,
            whole(2023),
        ),
        Change(
            Bulletin,
            f"TB-{PROVINCE_TCM}-典型2023",
            "典型案例2024年1月才通报",
            (f"{_2023}/2.7/grave-cases-circulated",),
            _TCM,
            whole(2023),
            values={"issued": date(2024, 1, 3)},
        ),
    )


def _lawful_practice() -> tuple[Change, ...]:
    """Return the inspection of lawful practice that was not made."""
    return (
        Change(
            Inspection,
            check(PROVINCE_TCM, "执业", 2023),
            "2023年没有检查依法执业",
            (f"{_2023}/3.12/lawful-practice-inspected",),
            _TCM,
            whole(2023),
        ),
    )


def _leaders_examined() -> tuple[Change, ...]:
    """Return the leaders who were not examined together with those who were punished."""
    return (
        Change(
            Accountability,
            examined("CF-AJ-WZ-L1", "主要领导"),
            "处理了当事人，没有同时查主要领导",
            (f"{_2023}/4.16/head-examined-at-the-same-time",),
            ("Sanction", "CF-AJ-WZ-L1"),
        ),
        Change(
            Accountability,
            examined("CF-AJ-N8", "分管领导"),
            "处理了当事人，没有同时查分管领导",
            (f"{_2023}/4.16/leader-in-charge-examined-at-the-same-time",),
            ("Sanction", "CF-AJ-N8"),
        ),
    )


def _laws_studied() -> tuple[Change, ...]:
    """Return the law that was not studied."""
    return (
        Change(
            TrainingSession,
            lesson(HOSPITAL, "普法宣传", 2023),
            "2023年没有学护士条例",
            (f"{_2023}/2.6/named-laws-studied",),
            period=whole(2023),
            failed=("护士条例",),
            values={
                "materials": (
                    "中华人民共和国基本医疗卫生与健康促进法",
                    "中华人民共和国医师法",
                    "医疗机构管理条例",
                    "民法典",
                    "基本医疗卫生与健康促进法",
                    "医师法",
                    "医疗机构工作人员廉洁从业九项准则",
                    "广西壮族自治区医疗卫生机构及其工作人员廉洁从业规定",
                    "全区医疗机构及其工作人员廉洁从业行动计划（2021-2024年）",
                )
            },
        ),
    )


def _waiting_and_paying(book: Book) -> tuple[Change, ...]:
    """Return what did not become easier: the wait for drugs, appointments, payment."""
    ended = {"span": span(date(2021, 6, 1), date(2023, 10, 31))}
    return (
        Change(
            QualityIndicator,
            yearly("平均取药等候时间", 2023),
            "与2022年一样，没有缩短",
            (f"{_2023}/5.18/shorter-wait-for-drugs",),
            period=whole(2023),
            values={"value": Decimal("14.5")},
        ),
        Change(
            ServiceOffering,
            _offered(book, "分时段预约"),
            "分时段预约停了",
            (f"{_2023}/5.18/appointments-offered",),
            failed=("分时段预约",),
            values=ended,
        ),
        Change(
            ServiceOffering,
            _offered(book, "便捷付费结算"),
            "只能在窗口结算",
            (f"{_2023}/5.18/payment-made-easy",),
            failed=("便捷", "多样化"),
            values={"payment_ways": ("窗口结算",)},
        ),
    )


def _services(book: Book) -> tuple[Change, ...]:
    """Return the services that were not offered to patients, or not to all."""
    return (
        Change(
            ServiceOffering,
            _offered(book, "一站式综合服务"),
            "一站式服务不办出入院",
            (f"{_2023}/5.18/one-stop-service",),
            failed=("入、出院患者",),
            values={"for_inpatients": False},
        ),
        Change(
            ServiceOffering,
            _offered(book, "互联网医疗"),
            "互联网医疗2024年才开",
            (f"{_2023}/5.18/internet-care",),
            values={"span": span(date(2024, 1, 2))},
        ),
        Change(
            ServiceRecord,
            "YC-3",
            "2023年第三季度没有远程医疗",
            (f"{_2023}/5.18/regular-telemedicine",),
            period=quarter(2023, 3),
        ),
    )


def _offered(book: Book, service: str) -> str:
    """Return the key under which the hospital offers a service."""
    (key,) = (one.id for one in book.of(ServiceOffering) if one.offering == service)
    return key
