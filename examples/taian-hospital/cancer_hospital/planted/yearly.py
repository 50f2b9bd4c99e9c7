"""What the hospital must do once a year, once a quarter or have at hand, and did not: one thing of each kind."""

from __future__ import annotations

from datetime import date
from typing import Any

from cancer_hospital.days import YEAR
from cancer_hospital.ordinary.bodies import HOSPITAL, THIS
from cancer_hospital.ordinary.meetings import entry
from cancer_hospital.ordinary.supervision import structure
from cancer_hospital.ordinary.teaching import METRICS
from made.book import Book, Period, Plan
from made.days import half, quarter, span

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.billing import InsuranceCheck
from qinglian_rules.facts.governance import StaffAssignment, Structure
from qinglian_rules.facts.meetings import MajorMatterCatalogue, Meeting
from qinglian_rules.facts.misconduct import DisciplineUse
from qinglian_rules.facts.party import Cultivation
from qinglian_rules.facts.prescribing import QualityIndicator
from qinglian_rules.facts.reports import ReportSubmission
from qinglian_rules.facts.service import PublicNotice, ServiceOffering
from qinglian_rules.facts.supervision import Audit, Inspection, Oversight
from qinglian_rules.facts.training import TrainingSession

_Change = tuple[type[Fact], str, dict[str, Any], str, Period | None, tuple[str, ...], str]
_Q2, _Q4 = quarter(2025, 2), quarter(2025, 4)
_NEXT_YEAR = date(2026, 1, 8)
_GONE = span(date(2023, 1, 1), date(2025, 12, 30))
_STAFF = ("遵守党章", "遵守党规", "遵守党纪", "遵守法律法规")

_MEETINGS: tuple[_Change, ...] = (
    (
        Meeting,
        "HY-中心组",
        {"topics": ()},
        "2.1.1/two-establishments-studied-by-cadres",
        YEAR,
        (),
        "学的不是“两个确立”",
    ),
    (
        Meeting,
        "HY-民主生活会",
        {"meeting": "组织生活会"},
        "2.1.2/democratic-life-meeting-held",
        YEAR,
        (),
        "开的是组织生活会",
    ),
    (Meeting, "HY-谈话-1", {"held": _NEXT_YEAR}, "2.1.2/heart-to-heart-talks-held", YEAR, (), "次年1月才谈心谈话"),
    (Meeting, "HY-职代会", {"held": _NEXT_YEAR}, "2.3.11/staff-may-supervise", YEAR, (), "次年1月才开职代会"),
    (
        ReportSubmission,
        "BS-院长负责制",
        {"report": "年度工作总结"},
        "2.3.9/presidency-reported-yearly",
        YEAR,
        (),
        "报的是年度工作总结",
    ),
)
_STANDING: tuple[_Change, ...] = (
    (
        Cultivation,
        "PY-双培养-2",
        {"span": _GONE},
        "2.1.3/two-way-cultivation",
        None,
        ("党员培养成业务骨干",),
        "年底前一天结束培养",
    ),
    (
        MajorMatterCatalogue,
        entry("大额度资金使用"),
        {"span": _GONE},
        "2.3.9/catalogue-covers-the-four-kinds",
        None,
        ("大额度资金使用",),
        "清单里大额度资金的一项年底前一天失效",
    ),
    (PublicNotice, "GS-1", {"media": ("其他",)}, "2.3.11/staff-may-know", None, (), "只在办公系统公开"),
    (PublicNotice, "GS-3", {"contents": ("价格收费",)}, "2.3.11/public-may-supervise", None, (), "没有公布举报电话"),
    (
        Structure,
        structure("药事管理委员会"),
        {"span": _GONE},
        "2.3.13/committees-set-up",
        None,
        ("药事管理",),
        "药事管理委员会年底前一天撤销",
    ),
    (
        Structure,
        structure("行风建设领导小组"),
        {"head": None},
        "2.6.21/conduct-structure-stands",
        None,
        ("领导小组",),
        "没有组长",
    ),
    (StaffAssignment, "RY-行风", {"full_time": False}, "2.6.21/full-time-staff", None, (), "工作人员都是兼职"),
)
_EDUCATION: tuple[_Change, ...] = (
    (TrainingSession, "PX-党员", {"state": "取消"}, "2.1.3/members-trained", YEAR, (), "党员教育取消了"),
    (
        TrainingSession,
        "PX-廉洁-05",
        {"held": date(2025, 7, 2)},
        "2.5.15/clean-practice-taught-regularly",
        _Q2,
        (),
        "二季度的拖到7月2日",
    ),
    (
        TrainingSession,
        "PX-职业精神",
        {"training": "其他", "topics": ("伟大建党精神", "医疗卫生职业精神", "中国医师节")},
        "2.5.15/three-spirits-taught",
        YEAR,
        ("伟大抗疫精神",),
        "没有讲伟大抗疫精神",
    ),
    (
        TrainingSession,
        "PX-警示",
        {"training": "法纪教育"},
        "2.6.19/warning-education-held",
        YEAR,
        (),
        "法纪教育不是警示教育",
    ),
    (
        ServiceOffering,
        "BM-健康科普",
        {"span": span(_NEXT_YEAR)},
        "2.5.17/health-knowledge-spread",
        YEAR,
        (),
        "次年1月才开始科普",
    ),
)
_SUPERVISION: tuple[_Change, ...] = (
    (InsuranceCheck, "ZX-09", {"check": "飞行检查"}, "2.2.8/special-drives", YEAR, (), "没有专项整治"),
    (InsuranceCheck, "RC-04", {"check": "大数据筛查"}, "2.2.8/daily-supervision", YEAR, (), "没有日常监管"),
    (Oversight, "QL-后续", {"nodes": ()}, "2.3.10/three-nodes-watched", YEAR, ("后续",), "没有围绕后续监督"),
    (
        Audit,
        "SJ-内审-2",
        {"reported": _NEXT_YEAR},
        "2.3.11/internal-audit-held",
        half(2025, 2),
        (),
        "次年1月才出具报告",
    ),
    (
        Inspection,
        "JD-七个-2",
        {"held": date(2025, 7, 3)},
        "2.6.18/seven-signs-looked-for",
        _Q2,
        (),
        "二季度的拖到7月3日",
    ),
    (Inspection, "JD-四风-4", {"held": _NEXT_YEAR}, "2.6.20/four-winds-looked-for", _Q4, (), "四季度的拖到次年1月"),
    (
        Inspection,
        "JD-部署",
        {"topics": ("党中央重大决策部署", "省委工作安排", "市卫健委工作安排")},
        "2.6.18/decisions-from-above-supervised",
        YEAR,
        ("市委工作安排",),
        "没有检查市委工作安排的落实",
    ),
    (
        Inspection,
        "JD-党员",
        {"topics": ("党员干部监督", *_STAFF[:1], *_STAFF[2:])},
        "2.6.19/members-and-cadres-checked",
        YEAR,
        ("党规",),
        "没有检查遵守党规",
    ),
    (
        Inspection,
        "JD-医务",
        {"topics": ("医务人员监督", *_STAFF[:3])},
        "2.6.19/medical-staff-checked",
        YEAR,
        ("国家法律法规",),
        "没有检查遵守法律法规",
    ),
    (
        Inspection,
        "JD-重点",
        {"topics": ("重点人员监管", "重点环节监督")},
        "2.6.19/key-points-checked",
        YEAR,
        ("重点部位",),
        "没有检查重点部位",
    ),
    (DisciplineUse, "XT-第一", {"form": "第二种形态"}, "2.6.20/first-form-used", YEAR, (), "没有运用第一种形态"),
)


def plant(book: Book, plan: Plan) -> None:
    """Plant what was not done in the year."""
    for kind, key, values, rule, period, failed, why in (*_MEETINGS, *_STANDING, *_EDUCATION, *_SUPERVISION):
        book.change(kind, key, **values)
        plan.expect("violated", f"ta-2024/{rule}", THIS, why, period=period, failed=failed)
    _of_the_same_change(book, plan)
    _of_several_records(book, plan)


def _of_the_same_change(book: Book, plan: Plan) -> None:
    """What else follows from the changes above."""
    lines: tuple[tuple[str, tuple[str, ...], str], ...] = (
        ("2.1.1/two-establishments-taught-to-members", (), "讲“两个确立”的党员教育取消了"),
        ("2.5.15/professional-spirit-taught", (), "没有登记为职业精神教育"),
        ("2.5.16/taught-on-the-professional-days", ("中国医师节",), "医师节的一次不是廉政教育"),
    )
    for rule, failed, why in lines:
        plan.expect("violated", f"ta-2024/{rule}", THIS, why, period=YEAR, failed=failed)
    committee = ("Structure", structure("医院感染管理委员会"))
    book.change(Structure, committee[1], duties_written=False)
    rule = "ta-2024/2.3.13/committees-have-heads-and-duties"
    plan.expect("violated", rule, committee, "没有明确职责", failed=("明确职责",))


def _of_several_records(book: Book, plan: Plan) -> None:
    for at in (3, 6, 9, 12):
        book.remove(QualityIndicator, f"ZB-{METRICS[2]}-{at:02}")
    watched = "ta-2024/2.3.13/indicators-watched"
    plan.expect("violated", watched, THIS, "没有监测医生绩效", period=YEAR, failed=("医生绩效",))
    for check in book.of(InsuranceCheck):
        if check.body == HOSPITAL:
            stage = "事后监管" if check.stage == "事前提醒" else check.stage
            book.change(InsuranceCheck, check.id, uses_trace_codes=False, stage=stage)
    why = "全年的自查没有一次是事前提醒"
    plan.expect("violated", "ta-2024/2.2.8/reminders-beforehand", THIS, why, period=YEAR)
    why = "医院的检查没有一次应用追溯码"
    plan.expect("violated", "ta-2024/2.2.8/trace-codes-in-supervision", THIS, why, period=YEAR)
    for number in range(1, 5):
        book.change(Inspection, f"JD-日常-{number}", inspection="专项检查")
    for rule in ("2.6.20/daily-supervision-solid", "3/part-of-daily-supervision"):
        plan.expect("violated", f"ta-2024/{rule}", THIS, "登记的都是专项检查，没有日常监督", period=YEAR)
    plan.expect("compliant", "ta-2024/3/supervision-stronger", THIS, "专项检查以清廉医院建设为主题", period=YEAR)
