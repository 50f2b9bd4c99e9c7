"""One thing missing at a time: what the authorities left undone, and what decisions on persons do not cite."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import span, whole

from hospital.ordinary.authorities import CITIES
from hospital.ordinary.bodies import CITY, PROVINCE, PROVINCE_TCM
from hospital.ordinary.programme import check
from hospital.planted.absent_in_2023 import asked_in_2023
from hospital.planted.change import Change, authority
from qinglian_rules.facts.engine import EvidenceRecord
from qinglian_rules.facts.ethics import Appraisal, PersonnelDecision
from qinglian_rules.facts.governance import Structure
from qinglian_rules.facts.service import PublicNotice, SelfCheckEnrolment
from qinglian_rules.facts.supervision import Inspection

_2022 = "gx-2022"


def plant(book: Book, plan: Plan) -> None:
    """Plant all of it, after all else is planted."""
    for change in (*_authorities(), *asked_in_2023(book)):
        change.make(book, plan)
    rule = f"{_2022}/2.4.17/self-check-covers-every-institution"
    plan.expect("violated", rule, authority(PROVINCE), "医院2023年1月才接入自查系统")
    _screening(book, plan)
    _persons(book, plan)


def _screening(book: Book, plan: Plan) -> None:
    """In no year did the office for Chinese medicine look at allowances."""
    for year in (2022, 2023, 2024):
        topics = ("红包礼金", "公私财物", "基建工程", "采购受贿")
        book.change(Inspection, check(PROVINCE_TCM, "纠治", year), topics=topics)
    rule = f"{_2022}/2.4.18/outstanding-problems-screened"
    plan.expect("violated", rule, authority(PROVINCE_TCM), "从来没有排查津补贴", failed=("津补贴",))


def _persons(book: Book, plan: Plan) -> None:
    """Decisions and appraisals that do not cite what they must."""
    post = next(one for one in book.of(PersonnelDecision) if one.decision == "岗位聘用")
    book.change(PersonnelDecision, post.id, basis=None)
    rule = f"{_2022}/2.3.13/posts-linked-to-the-grade"
    plan.expect("violated", rule, post, "没有依据本院的规定", failed=("依据本院规定",))
    term = next(one for one in book.of(PersonnelDecision) if one.decision == "定期考核")
    book.change(PersonnelDecision, term.id, assessment=None)
    rule = f"{_2022}/2.3.13/appraisals-linked-to-the-grade"
    plan.expect("violated", rule, term, "没有引用医德考评", failed=("引用本人考评",))
    first, second, *_ = (one for one in book.of(Appraisal) if one.appraisal == "医师定期考核")
    book.change(Appraisal, first.id, assessment=None)
    rule = f"{_2022}/2.3.13/doctors-appraisals-cite-the-grade"
    plan.expect("violated", rule, first, "没有引用医德考评", failed=("引用本人考评",))
    book.change(Appraisal, second.id, covers_nine_rules=False)
    rule = f"{_2022}/2.4.16/nine-rules-in-the-doctors-appraisal"
    plan.expect("violated", rule, second, "定期考核没有纳入九项准则")


def _authorities() -> tuple[Change, ...]:
    """Return what the authorities left undone of the document of 2022."""
    return (*_publicity(), *_supervision(), *_private_care(), *_clean_hospitals(), *_self_checks())


def _publicity() -> tuple[Change, ...]:
    """Return the activity that was not held and the telephone number that was not published."""
    return (
        Change(
            EvidenceRecord,
            f"HD-{CITY}-2023-2",
            "2023年只办了一次活动",
            (f"{_2022}/2.3.15/series-of-activities",),
            authority(CITY),
            whole(2023),
        ),
        Change(
            PublicNotice,
            f"GS-{CITY}-电话",
            "没有公布举报电话",
            (f"{_2022}/2.4.16/feedback-channels-published",),
            authority(CITY),
        ),
    )


def _supervision() -> tuple[Change, ...]:
    """Return what general supervision and the enforcement drives left out."""
    visited = check(PROVINCE, CITIES[3], 2022)
    drives = ("打击欺诈骗取医疗保障基金", "打击非法应用人类辅助生殖技术", "社会办医乱象综合整治")
    more = ("整治擅自配置使用大型医用设备", "整治设备投放", "医疗领域互联网广告整治", "行业清源")
    return (
        Change(
            Inspection,
            visited,
            "综合监管督察没有看行风",
            (f"{_2022}/2.4.17/conduct-in-general-supervision",),
            ("Inspection", visited),
            values={"topics": ("医疗质量",)},
        ),
        Change(
            Inspection,
            check(CITY, "执法", 2023),
            "2023年没有打击非法医疗美容",
            (f"{_2022}/2.4.17/enforcement-drives",),
            authority(CITY),
            whole(2023),
            ("打击非法医疗美容服务",),
            {"campaigns": (*drives, *more)},
        ),
    )


def _private_care() -> tuple[Change, ...]:
    """Return what the inspections of private care left out."""
    return (
        Change(
            Inspection,
            check(CITY, "民营", 2024),
            "2024年没有查医疗保健",
            (f"{_2022}/2.4.19/private-care-inspected",),
            authority(CITY),
            whole(2024),
            ("医疗保健",),
            {"topics": ("社会办医医疗乱象",)},
        ),
    )


def _clean_hospitals() -> tuple[Change, ...]:
    """Return what is missing in leading and checking the building of clean hospitals."""
    return (
        Change(
            Inspection,
            "ZRZ-1",
            "责任制检查没有看清廉医院建设",
            (f"{_2022}/3.2/part-of-the-responsibility-check",),
            ("Inspection", "ZRZ-1"),
            values={"topics": ("党风廉政建设责任制",)},
        ),
        Change(
            Structure,
            "JG-协调",
            "协调机制没有自治区审计厅",
            (f"{_2022}/3.1/members-of-the-coordination",),
            ("Structure", "JG-协调"),
            failed=("自治区审计厅",),
            values={
                "member_bodies": (
                    "自治区发展改革委",
                    "自治区教育厅",
                    "自治区市场监管局",
                    "自治区医保局",
                    "自治区中医药局",
                    "自治区药监局",
                    "自治区纪委监委驻自治区卫生健康委纪检监察组",
                )
            },
        ),
    )


def _self_checks() -> tuple[Change, ...]:
    """Return the enrolment in the self-check system that came late."""
    return (
        Change(
            SelfCheckEnrolment,
            "ZC-1",
            "医院2023年1月才接入自查系统",
            (f"{_2022}/2.4.17/self-check-covers-every-institution",),
            authority(CITY),
            values={"span": span(date(2023, 1, 5))},
        ),
    )
