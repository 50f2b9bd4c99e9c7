"""One thing missing at a time: a meeting, a topic, a paper on a list; all else is as in an ordinary hospital."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import half, quarter, span, whole
from made.papers import finding_key
from pydantic import MISSING

from hospital.ordinary.aftermath import lessons
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE_TCM
from hospital.ordinary.party import branch_meeting, yearly
from hospital.ordinary.power import entry
from hospital.ordinary.programme import check, lesson
from hospital.planted.change import Change, authority
from qinglian_rules.facts.billing import InsuranceCheck
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.governance import StaffAssignment
from qinglian_rules.facts.meetings import CriticismRemark, MajorMatterCatalogue, Meeting
from qinglian_rules.facts.prescribing import QualityIndicator, UsageIndicator
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.service import Licence
from qinglian_rules.facts.supervision import Inspection, Rectification, WatchListEntry
from qinglian_rules.facts.training import TrainingSession

_2022, _2023 = "gx-2022", "gx-2023"
_ZB1, _ZB2 = ("PartyBranch", "ZB1"), ("PartyBranch", "ZB2")


def plant(book: Book, plan: Plan) -> None:
    """Plant all of it, after all else is planted."""
    for change in (*_meetings(), *_standing(), *_watching(), *_taught()):
        change.make(book, plan)
    _left_over(book)


def _left_over(book: Book) -> None:
    """Take out what was written of meetings that are not there."""
    life = "gx-2022/2.1.4"
    for meeting, rule in (
        (yearly("民主生活会", 2022), f"{life}/leaders-party-meeting-of-high-quality"),
        (yearly("组织生活会", 2023, "ZB1"), f"{life}/branch-life-meeting-of-high-quality"),
    ):
        for number in (1, 2):
            book.remove(CriticismRemark, f"{meeting}-{number}")
        book.remove(Judgement, finding_key(meeting, rule))


def _meetings() -> tuple[Change, ...]:
    life = f"{_2022}/2.1.4"
    return (
        Change(
            Meeting,
            yearly("民主生活会", 2022),
            "2022年没有开民主生活会",
            (f"{life}/leaders-party-meeting-each-year",),
            period=whole(2022),
        ),
        Change(
            Meeting,
            yearly("组织生活会", 2023, "ZB1"),
            "2023年没有开组织生活会",
            (f"{life}/branch-life-meeting-each-year",),
            _ZB1,
            whole(2023),
        ),
        Change(
            Meeting,
            yearly("民主评议党员", 2024, "ZB2"),
            "是哪个支部评议的没有登记",
            (f"{life}/members-reviewed-each-year",),
            _ZB2,
            whole(2024),
            values={"branch": MISSING},
            status="undetermined",
        ),
        Change(
            Meeting,
            branch_meeting("ZB2", "党课", 2023, 1),
            "2023年上半年没有党课",
            (f"{life}/party-lecture",),
            _ZB2,
            half(2023, 1),
        ),
        Change(
            Meeting,
            branch_meeting("ZB2", "支部委员会", 2024, 3),
            "2024年第三季度没有开支部委员会",
            (f"{life}/branch-committee",),
            _ZB2,
            quarter(2024, 3),
        ),
        Change(
            Meeting,
            branch_meeting("ZB2", "支部党员大会", 2022, 3),
            "2022年第三季度没有开党员大会",
            (f"{life}/branch-assembly",),
            _ZB2,
            quarter(2022, 3),
        ),
        Change(
            Meeting, "TX-2023-1", "2023年上半年没有谈心谈话", (f"{life}/heart-to-heart-talks",), period=half(2023, 1)
        ),
        Change(
            Meeting,
            yearly("职工代表大会", 2023),
            "2023年没有开职工代表大会",
            (f"{_2022}/2.2.8/staff-congress-held",),
            period=whole(2023),
        ),
    )


def _standing() -> tuple[Change, ...]:
    ended = span(date(2022, 1, 10), date(2023, 6, 30))
    return (
        Change(
            WatchListEntry,
            "QD-3",
            "清单里这一项2023年6月就撤了",
            (f"{_2022}/2.1.3/list-follows-the-tasks",),
            failed=("统筹疫情防控",),
            values={"span": ended},
        ),
        Change(
            WatchListEntry,
            "QD-2023-2",
            "2023年下半年清单没有更新",
            (f"{_2022}/2.1.3/list-updated",),
            period=half(2023, 2),
        ),
        Change(
            MajorMatterCatalogue,
            entry("大额度资金使用"),
            "清单里大额度资金使用的条目到期没有续",
            (f"{_2022}/2.2.6/catalogue-covers-the-four-kinds",),
            failed=("大额度资金使用",),
            values={"span": span(date(2021, 12, 1), date(2024, 12, 15))},
        ),
        Change(
            WorkPlan,
            "JH-规划",
            "总体规划没有写法治建设",
            (f"{_2022}/2.2.8/rule-of-law-in-the-master-plan",),
            values={"topics": ("学科建设",)},
        ),
        Change(
            StaffAssignment,
            "ZZ-法治",
            "法治工作人员调走，没有补上",
            (f"{_2022}/2.2.8/legal-staff-in-place",),
            values={"span": span(date(2022, 2, 7), date(2024, 3, 31))},
        ),
        Change(
            Licence,
            "ZZ-执业",
            "骨科不在登记的诊疗科目之内",
            (f"{_2023}/3.12/no-care-beyond-the-registered-scope",),
            ("Licence", "ZZ-执业"),
            whole(2023),
            values={"scope": ("康复医学", "神经内科", "中医")},
        ),
        Change(
            Rectification,
            lessons("AJ-Q2"),
            "没有以案促改",
            (f"{_2022}/2.3.14/lessons-drawn-from-each-case",),
            ("MisconductCase", "AJ-Q2"),
        ),
    )


def _watching() -> tuple[Change, ...]:
    watched = ("九项准则", "医疗技术事前监管", "医疗技术事中监管", "医院感染预防与控制", "实验室安全")
    care = ("规范检查", "规范治疗", "合理用药")
    return (
        Change(
            Inspection,
            f"JC-{HOSPITAL}-政治监督-2024",
            "2024年没有开展政治监督",
            (f"{_2022}/2.1.3/supervision-made-regular",),
            period=whole(2024),
        ),
        Change(
            Inspection,
            check(HOSPITAL, "监督", 2022),
            "2022年没有事后监管",
            (f"{_2022}/2.3.12/key-technologies-supervised",),
            period=whole(2022),
            failed=("事后",),
            values={"topics": (*watched, *care)},
        ),
        Change(
            Inspection,
            check(HOSPITAL, "监督", 2024),
            "2024年没有监管院感防控",
            (f"{_2022}/2.3.12/infection-control-supervised",),
            period=whole(2024),
            values={"topics": (*watched[:3], "医疗技术事后监管", "实验室安全", *care)},
        ),
        Change(
            Inspection,
            check(HOSPITAL, "监督", 2023),
            "2023年没有监管规范治疗",
            (f"{_2023}/3.9/practice-supervised",),
            period=whole(2023),
            failed=("规范治疗",),
            values={"topics": (*watched, "医疗技术事后监管", "规范检查", "合理用药")},
        ),
        Change(
            UsageIndicator,
            "YL-2023Q2-一次性耗材",
            "2023年第二季度没有统计一次性耗材",
            (f"{_2022}/2.3.11/disposable-supplies-managed",),
            period=quarter(2023, 2),
        ),
        Change(
            UsageIndicator,
            "YL-2022Q4-抗菌药物",
            "2022年第四季度没有统计抗菌药物",
            (f"{_2022}/2.3.11/antibiotics-supervised",),
            period=quarter(2022, 4),
        ),
        Change(
            QualityIndicator,
            "ZB-抗菌药物使用强度-2023H2",
            "2023年下半年没有监测使用强度",
            (f"{_2023}/3.10/antibiotic-intensity-monitored",),
            period=half(2023, 2),
        ),
        Change(
            InsuranceCheck,
            "YB-2",
            "第二季度的自查没有查资质不符",
            (f"{_2023}/3.11/self-checks-against-the-ten-kinds",),
            period=quarter(2023, 2),
            failed=("超范围用药", "资质不符"),
            values={
                "faults": (
                    "重复收费",
                    "串换收费",
                    "分解收费",
                    "超标准收费",
                    "虚假结算",
                    "超医保支付范围收费",
                    "无指征化验",
                    "无指征入院",
                )
            },
        ),
    )


def _taught() -> tuple[Change, ...]:
    return (
        Change(
            TrainingSession,
            lesson(HOSPITAL, "职业精神教育", 2022),
            "2022年没有讲爱岗敬业",
            (f"{_2022}/2.3.13/devotion-to-the-profession-taught",),
            period=whole(2022),
            values={"topics": ("廉洁自律",)},
        ),
        Change(
            TrainingSession,
            lesson(HOSPITAL, "理想信念教育", 2022),
            "2022年的理想信念教育取消了",
            (f"{_2022}/2.1.1/conviction-taught-each-year",),
            period=whole(2022),
            values={"state": "取消"},
        ),
        Change(
            TrainingSession,
            lesson(HOSPITAL, "医保政策培训", 2023),
            "2023年的医保政策培训列了计划，没有举行",
            (f"{_2023}/3.11/insurance-policies-taught",),
            period=whole(2023),
            values={"state": "计划"},
        ),
        Change(
            TrainingSession,
            lesson(CITY, "医德医风教育", 2023),
            "2023年的医德医风教育取消了",
            (f"{_2023}/2.5/medical-ethics-taught", f"{_2022}/2.3.13/conduct-training-held"),
            authority(CITY),
            whole(2023),
            values={"state": "取消"},
        ),
        Change(
            TrainingSession,
            lesson(CITY, "职业精神教育", 2023),
            "没有讲廉洁自律",
            (f"{_2023}/2.5/professional-spirit-taught",),
            authority(CITY),
            whole(2023),
            ("廉洁自律",),
            {"topics": ("爱岗敬业",)},
        ),
        Change(
            TrainingSession,
            lesson(PROVINCE_TCM, "警示教育", 2023),
            "没有学剖析材料汇编",
            (f"{_2023}/2.7/named-materials-studied",),
            authority(PROVINCE_TCM),
            whole(2023),
            ("党员干部违纪违法案例剖析材料汇编",),
            {"materials": ("广西医疗卫生领域党员干部违纪违法案件",)},
        ),
    )
