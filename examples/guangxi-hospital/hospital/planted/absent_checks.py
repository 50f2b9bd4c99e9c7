"""One thing missing at a time: an inspection or what it looks into, a figure, a topic of training."""

from __future__ import annotations

from made.days import half, quarter, whole

from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE_TCM
from hospital.ordinary.programme import check, lesson
from hospital.planted.change import Change, authority
from qinglian_rules.facts.billing import InsuranceCheck
from qinglian_rules.facts.prescribing import QualityIndicator, UsageIndicator
from qinglian_rules.facts.supervision import Inspection
from qinglian_rules.facts.training import TrainingSession

_2022, _2023 = "gx-2022", "gx-2023"


def checks_and_training() -> tuple[Change, ...]:
    """Return all of it, in the order in which it is planted."""
    return (
        *_political_supervision(),
        *_medical_supervision(),
        *_use_of_drugs_and_supplies(),
        *_insurance_checks(),
        *_taught_at_the_hospital(),
        *_taught_by_the_authorities(),
    )


def _political_supervision() -> tuple[Change, ...]:
    """Return the political supervision that a year lacks."""
    return (
        Change(
            Inspection,
            f"JC-{HOSPITAL}-政治监督-2024",
            "2024年没有开展政治监督",
            (f"{_2022}/2.1.3/supervision-made-regular",),
            period=whole(2024),
        ),
    )


def _medical_supervision() -> tuple[Change, ...]:
    """Return the topics that the supervision of medical technologies and of practice left out."""
    watched = ("九项准则", "医疗技术事前监管", "医疗技术事中监管", "医院感染预防与控制", "实验室安全")
    care = ("规范检查", "规范治疗", "合理用药")
    return (
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
    )


def _use_of_drugs_and_supplies() -> tuple[Change, ...]:
    """Return the figures on antibiotics and disposable supplies that were not counted."""
    return (
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
    )


def _insurance_checks() -> tuple[Change, ...]:
    """Return the faults in billing that a self-check did not look for."""
    return (
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


def _taught_at_the_hospital() -> tuple[Change, ...]:
    """Return the education that the hospital cut short, called off or only planned."""
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
    )


def _taught_by_the_authorities() -> tuple[Change, ...]:
    """Return the education that the authorities called off, or from which a topic or a book is missing."""
    return (
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
