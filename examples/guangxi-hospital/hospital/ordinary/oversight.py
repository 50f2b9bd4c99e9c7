"""Inspections, plans of campaigns and their tasks, joint work, what patients say, model hospitals."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.book import Book
from made.days import span

from hospital.days import YEARS, months, workday_from
from hospital.ordinary.bodies import AUTHORITIES, CITY, HOSPITAL, PROVINCE
from qinglian_rules.facts.accreditation import DemonstrationReview
from qinglian_rules.facts.governance import Coordination
from qinglian_rules.facts.reports import ReportSubmission, TaskAssignment, WorkPlan
from qinglian_rules.facts.supervision import (
    FollowUpWay,
    Inspection,
    InspectionKind,
    PatientFollowUp,
    SatisfactionSurvey,
    SurveyPoint,
)

CAMPAIGN = "整治“红包”、回扣专项行动"
_WAYS: tuple[FollowUpWay, ...] = ("电话", "短信", "微信", "上门")
_POINTS: tuple[SurveyPoint, ...] = ("门诊挂号", "门诊结算", "入院", "出院", "住院期间")


def write(book: Book, rng: Random) -> None:
    """Write what watches over the campaign, year by year."""
    for authority in AUTHORITIES:
        _campaign_plan(book, authority)
        for year in YEARS:
            _authority_inspections(book, authority, year, rng)
            _coordination(book, authority, year)
    own: tuple[InspectionKind, ...] = ("明查", "暗访", "第三方评估", "媒体监督")
    for number, kind in enumerate(own * 3):
        held = date(2021, 10, 20) + timedelta(days=90 * number)
        add_inspection(book, f"JC-{HOSPITAL}-{number + 1:02}", HOSPITAL, kind, held, HOSPITAL)
    _voices_of_patients(book, rng)
    _model_hospitals(book)


def add_inspection(book: Book, key: str, body: str, kind: InspectionKind, held: date, target: str | None) -> Inspection:
    """Write one inspection that takes in the campaign."""
    made = Inspection(
        id=key,
        body=body,
        inspection=kind,
        held=held,
        ended=held + timedelta(days=1),
        target=target,
        city=None,
        department=None,
        topics=("行风", "九项准则"),
        campaigns=(CAMPAIGN,),
        on_site=kind != "媒体监督",
        findings_count=0,
        leads=(),
        report=f"报告{key}",
    )
    book.add(made)
    return made


def inspection_key(authority: str, kind: InspectionKind, year: int) -> str:
    """Return the id of an authority's yearly inspection of a kind."""
    return f"JC-{authority}-{kind}-{year}"


def follow_up(year: int, month: int, number: int) -> str:
    """Return the id of one call of a month."""
    return f"SF-{year}{month:02}-{number}"


def survey(year: int, month: int, number: int) -> str:
    """Return the id of one round of a month."""
    return f"MY-{year}{month:02}-{number}"


def campaign_plan(authority: str) -> str:
    """Return the id of an authority's plan of the campaign."""
    return f"JH-{authority}-专项"


def _campaign_plan(book: Book, authority: str) -> None:
    plan = campaign_plan(authority)
    book.add(
        WorkPlan(
            id=plan,
            body=authority,
            plan="专项行动方案",
            adopted=date(2021, 10, 29),
            span=span(date(2021, 10, 29), date(2024, 12, 31)),
            topics=("廉洁从业行动计划",),
            sessions_planned=None,
            quantified=True,
            specific=True,
            binding=True,
            decision=None,
            number=None,
        )
    )
    for number, task in enumerate(("线索排查", "督导检查", "宣传报道"), start=1):
        book.add(
            TaskAssignment(
                id=f"RW-{authority}-{number}",
                body=authority,
                plan=plan,
                task=task,
                topics=(),
                office=None,
                person=None,
                assigned=date(2021, 11, 5 + number),
                due=date(2024, 12, 31),
                done=None,
            )
        )


def _authority_inspections(book: Book, authority: str, year: int, rng: Random) -> None:
    kinds: tuple[InspectionKind, ...] = ("医院巡查",) if authority == CITY else ("督查", "抽查")
    for kind in kinds:
        held = workday_from(date(year, rng.randint(10, 12) if year == 2021 else rng.randint(4, 11), rng.randint(1, 20)))
        add_inspection(book, inspection_key(authority, kind, year), authority, kind, held, HOSPITAL)


def _coordination(book: Book, authority: str, year: int) -> None:
    book.add(
        Coordination(
            id=f"LD-{authority}-{year}",
            body=authority,
            coordination="联合整治",
            held=workday_from(date(year, 11, 5)),
            partners=("市场监管部门", "公安机关", "税务部门"),
            topics=("纠正医药购销领域不正之风",),
            result=None,
        )
    )


def _voices_of_patients(book: Book, rng: Random) -> None:
    for year, month in months():
        for number in range(1, 4):
            done = workday_from(date(year, month, rng.randint(1, 24)))
            book.add(
                PatientFollowUp(
                    id=follow_up(year, month, number),
                    body=HOSPITAL,
                    done=done,
                    way=_WAYS[rng.randrange(len(_WAYS))],
                    episode=None,
                    by="R079",
                    reached=True,
                    asked_about_conduct=number != 3,
                    praised=rng.random() < 0.1,
                    lead=None,
                )
            )
        for number in range(1, 3):
            answers = rng.randint(20, 80)
            book.add(
                SatisfactionSurvey(
                    id=survey(year, month, number),
                    body=HOSPITAL,
                    done=workday_from(date(year, month, rng.randint(1, 24))),
                    point=_POINTS[(month + number) % len(_POINTS)],
                    third_party=False,
                    surveyor=None,
                    asks_conduct=True,
                    online=number == 1,
                    episode=None,
                    answers=answers,
                    satisfied=answers - rng.randint(0, 4),
                    leads=(),
                )
            )


def _model_hospitals(book: Book) -> None:
    """The province chooses model hospitals on the recommendation of the city."""
    book.add(
        ReportSubmission(
            id=f"BS-{CITY}-样本医院",
            body=CITY,
            report="样本医院推荐",
            recipient=PROVINCE,
            recipient_office=None,
            period_covered=None,
            topics=(),
            sent=date(2022, 9, 1),
            received=date(2022, 9, 2),
            form="公文系统",
            case=None,
            lead=None,
            number=None,
        )
    )
    for number, day in enumerate((date(2022, 11, 18), date(2023, 6, 16), date(2024, 5, 24)), start=1):
        add_model(book, f"YB-{number}", f"样本医院{number}", day)


def add_model(book: Book, key: str, unit: str, accepted: date) -> DemonstrationReview:
    """Write one choice of a model hospital."""
    made = DemonstrationReview(
        id=key,
        body=PROVINCE,
        unit=unit,
        hospital=None,
        unit_kind="样本医院",
        accepted=accepted,
        result="通过",
        score=None,
    )
    book.add(made)
    return made
