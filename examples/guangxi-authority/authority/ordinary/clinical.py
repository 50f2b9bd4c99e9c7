"""What an institution's care leaves behind: numbers, reviews, checks of insurance, as little as the documents ask."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from made.book import Book
from made.days import span, whole

from authority.days import YEARS
from authority.ordinary.bodies import PRIVATE, add_department
from qinglian_rules.facts.billing import BillingFault, InsuranceCheck
from qinglian_rules.facts.care import CareEpisode, Prescription, PrescriptionReview, ServiceRecord
from qinglian_rules.facts.people import Person, Profession
from qinglian_rules.facts.prescribing import QualityIndicator, QualityMetric, UsageIndicator, UsageObject

_USED: tuple[UsageObject, ...] = ("全部药品", "全部耗材", "高值耗材", "一次性耗材")
_GROWING: tuple[QualityMetric, ...] = ("门诊患者基本药物处方占比", "住院患者基本药物使用率")
_OTHERS: tuple[QualityMetric, ...] = ("点评处方占处方总数的比例", "抗菌药物使用强度", "平均取药等候时间")
_FAULTS: tuple[BillingFault, ...] = (
    "重复收费",
    "串换收费",
    "分解收费",
    "超标准收费",
    "虚假结算",
    "超医保支付范围收费",
    "超范围用药",
    "无指征化验",
    "无指征入院",
    "资质不符",
)


def pharmacist_of(body: str) -> str:
    """Return the id of the pharmacist who comes to an institution to review."""
    return f"Z9{ord(body[-1]) % 100:02}"


def doctor_of(body: str) -> str:
    """Return the id of the doctor whose care is on record; where else the doctor works is not."""
    return f"Z8{ord(body[-1]) % 100:02}"


def care_department(body: str) -> str:
    """Return the id of the department that gives an institution's care."""
    return f"KS-{body}-门诊"


def visit(body: str, year: int) -> str:
    """Return the id of the one visit of a patient that is on record in a year."""
    return f"JZ-{body}-{year}"


def write(book: Book, body: str) -> None:
    """Write one institution's numbers, reviews and checks."""
    add_department(book, care_department(body), body, "门诊", "诊疗")
    _staff(book, pharmacist_of(body), body, "药师")
    _staff(book, doctor_of(body), body, "医师")
    for year in YEARS:
        _usage(book, body, year)
        _reviews(book, body, year)
    for year in (2022, 2023):
        _quality(book, body, year)
    _insurance_check(book, body)
    if body == PRIVATE:
        _telemedicine(book, body)


def _staff(book: Book, key: str, body: str, profession: Profession) -> None:
    book.add(
        Person(
            id=key,
            body=body,
            is_medical_staff=True,
            is_party_member=False,
            exercises_public_power=False,
            profession=profession,
            rank="一般人员",
            professional_title=None,
            specialty=None,
            department=None,
            branch=None,
            born=date(1980, 6, 5),
        )
    )


def _usage(book: Book, body: str, year: int) -> None:
    for used in _USED:
        book.add(
            UsageIndicator(
                id=f"YL-{body}-{used}-{year}",
                body=body,
                person=doctor_of(body),
                specialty="全科",
                department=None,
                period=span(*whole(year)),
                object=used,
                item=None,
                drug=None,
                metric="金额",
                value=Decimal(1000),
                patients=100,
                rank=4,
                peers=6,
                justified=True,
                reason=None,
                reviewed=None,
                reviewed_by=None,
            )
        )


def _quality(book: Book, body: str, year: int) -> None:
    """Numbers that grow, and a wait that shortens, from 2022 to 2023."""
    later = year - 2022
    for metric in (*_GROWING, *_OTHERS):
        value = Decimal(20 - later) if metric == "平均取药等候时间" else Decimal("0.5") + later * Decimal("0.1")
        book.add(
            QualityIndicator(
                id=f"ZB-{body}-{metric}-{year}",
                body=body,
                department=None,
                metric=metric,
                period=span(*whole(year)),
                value=value,
                numerator=None,
                denominator=None,
                target=None,
                analysed=None,
                measures=None,
                peer_value=None,
                causes=None,
            )
        )


def _reviews(book: Book, body: str, year: int) -> None:
    """One visit, what was prescribed, and what the pharmacist said of it."""
    day = date(year, 10, 18)
    book.add(
        CareEpisode(
            id=visit(body, year),
            body=body,
            patient=f"P-{body}-{year}",
            episode="门诊",
            span=span(day, day),
            department=care_department(body),
            physician=doctor_of(body),
            team=(),
            identity_checked=True,
            insured=False,
            total_cost=Decimal(120),
            referred_from=None,
            referred_to=None,
            admission_indication=None,
        ),
        Prescription(
            id=f"CF-{body}-{year}",
            body=body,
            episode=visit(body, year),
            patient_kind="门诊",
            issued=day,
            physician=doctor_of(body),
            department=care_department(body),
            pharmacist=pharmacist_of(body),
            drugs=(),
            days=3,
            essential_drugs=2,
            antibiotic=False,
            amount=Decimal(60),
            collector_checked=True,
        ),
        PrescriptionReview(
            id=f"DP-{body}-{year}",
            body=body,
            prescription=f"CF-{body}-{year}",
            reviewed=date(year, 10, 20),
            reviewer=pharmacist_of(body),
            result="合理",
            codes=(),
            talked_to=False,
        ),
    )


def _insurance_check(book: Book, body: str) -> None:
    book.add(
        InsuranceCheck(
            id=f"YB-{body}-2023",
            body=body,
            check="自查自纠",
            stage="事后监管",
            target=body,
            held=date(2023, 6, 13),
            covers=span(date(2022, 1, 1), date(2022, 12, 31)),
            uses_trace_codes=False,
            problems=0,
            amount=Decimal(0),
            cooperated=True,
            faults=_FAULTS,
            target_drawn=False,
            inspectors_drawn=False,
            published=None,
        )
    )


def _telemedicine(book: Book, body: str) -> None:
    book.add(
        ServiceRecord(
            id=f"ZL-{body}-2023",
            body=body,
            episode=visit(body, 2023),
            service="远程医疗",
            item="远程会诊",
            done=datetime(2023, 10, 18, 10, 0),
            ordered_by=doctor_of(body),
            performed_by=doctor_of(body),
            performer_qualified=True,
            indication="会诊",
            repeat_reason=None,
            quantity=Decimal(1),
            high_value_supply=False,
            consent=True,
        )
    )
