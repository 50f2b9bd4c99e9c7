"""One thing missing at a time: what the authorities left undone, and what the key points of 2023 ask."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from made.book import Book, Plan
from made.days import half, quarter, span, whole

from hospital.ordinary.aftermath import examined
from hospital.ordinary.authorities import CITIES
from hospital.ordinary.billing import line
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE, PROVINCE_TCM
from hospital.ordinary.programme import check, lesson
from hospital.ordinary.quality import yearly
from hospital.planted.change import Change, authority
from qinglian_rules.facts.billing import BillingLine
from qinglian_rules.facts.care import ServiceRecord
from qinglian_rules.facts.engine import EvidenceRecord
from qinglian_rules.facts.ethics import Appraisal, Commendation, PersonnelDecision
from qinglian_rules.facts.governance import Structure
from qinglian_rules.facts.meetings import AgendaItem
from qinglian_rules.facts.misconduct import Accountability, Bulletin
from qinglian_rules.facts.prescribing import QualityIndicator
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.service import PublicNotice, SelfCheckEnrolment, ServiceOffering
from qinglian_rules.facts.supervision import Inspection, Rectification
from qinglian_rules.facts.training import TrainingSession

_2022, _2023 = "gx-2022", "gx-2023"


def plant(book: Book, plan: Plan) -> None:
    """Plant all of it, after all else is planted."""
    for change in (*_authorities(), *_of_2023(), *_services(book)):
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


def _of_2023() -> tuple[Change, ...]:
    tcm = authority(PROVINCE_TCM)
    secret = check(PROVINCE, "行风暗访2", 2023)
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
            tcm,
            whole(2023),
            values={"topics": ("中医药传承创新",)},
        ),
        Change(
            Structure,
            f"JG-{PROVINCE_TCM}-小组",
            "领导小组2023年6月撤销，没有再设",
            (f"{_2023}/1.3/led-by-a-group",),
            tcm,
            values={"span": span(date(2022, 2, 7), date(2023, 6, 30))},
        ),
        Change(
            Inspection,
            check(PROVINCE_TCM, "行风暗访1", 2023),
            "2023年上半年没有暗访",
            (f"{_2023}/1.3/open-and-secret-inspections",),
            tcm,
            half(2023, 1),
            ("暗访",),
        ),
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
        Change(
            Commendation,
            f"BZ-{PROVINCE_TCM}-行风先进单位",
            "2023年没有评选先进",
            (f"{_2023}/2.5/models-chosen",),
            tcm,
            whole(2023),
        ),
        Change(
            Bulletin,
            f"TB-{PROVINCE_TCM}-典型2023",
            "典型案例2024年1月才通报",
            (f"{_2023}/2.7/grave-cases-circulated",),
            tcm,
            whole(2023),
            values={"issued": date(2024, 1, 3)},
        ),
        Change(
            Inspection,
            check(PROVINCE_TCM, "执业", 2023),
            "2023年没有检查依法执业",
            (f"{_2023}/3.12/lawful-practice-inspected",),
            tcm,
            whole(2023),
        ),
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
        Change(
            QualityIndicator,
            yearly("平均取药等候时间", 2023),
            "与2022年一样，没有缩短",
            (f"{_2023}/5.18/shorter-wait-for-drugs",),
            period=whole(2023),
            values={"value": Decimal("14.5")},
        ),
    )


def _services(book: Book) -> tuple[Change, ...]:
    """Return what was not offered to patients."""
    offered = {one.offering: one.id for one in book.of(ServiceOffering)}
    ended = {"span": span(date(2021, 6, 1), date(2023, 10, 31))}
    book.remove(BillingLine, line("YC-3"))
    return (
        Change(
            ServiceOffering,
            offered["分时段预约"],
            "分时段预约停了",
            (f"{_2023}/5.18/appointments-offered",),
            failed=("分时段预约",),
            values=ended,
        ),
        Change(
            ServiceOffering,
            offered["便捷付费结算"],
            "只能在窗口结算",
            (f"{_2023}/5.18/payment-made-easy",),
            failed=("便捷", "多样化"),
            values={"payment_ways": ("窗口结算",)},
        ),
        Change(
            ServiceOffering,
            offered["一站式综合服务"],
            "一站式服务不办出入院",
            (f"{_2023}/5.18/one-stop-service",),
            failed=("入、出院患者",),
            values={"for_inpatients": False},
        ),
        Change(
            ServiceOffering,
            offered["互联网医疗"],
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
    visited = check(PROVINCE, CITIES[3], 2022)
    drives = ("打击欺诈骗取医疗保障基金", "打击非法应用人类辅助生殖技术", "社会办医乱象综合整治")
    more = ("整治擅自配置使用大型医用设备", "整治设备投放", "医疗领域互联网广告整治", "行业清源")
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
        Change(
            SelfCheckEnrolment,
            "ZC-1",
            "医院2023年1月才接入自查系统",
            (f"{_2022}/2.4.17/self-check-covers-every-institution",),
            authority(CITY),
            values={"span": span(date(2023, 1, 5))},
        ),
    )
