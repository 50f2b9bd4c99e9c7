"""What the documents ask of the institutions of the area themselves, as little as there may be of it.

This example is about authorities; how a hospital is judged is shown in examples/guangxi-hospital. But whoever is in the
area is reached by the same documents, so its own records are here, too.
"""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span, whole

from authority.days import LATER_YEARS, YEARS, months, workday_from
from authority.ordinary import clinical
from authority.ordinary.bodies import CLINIC, INSTITUTIONS, MAIN, PRIVATE, PUBLIC, conduct_office
from authority.ordinary.education import add_meeting, add_session, session
from authority.ordinary.inspections import CAMPAIGN, SCREENING, add
from authority.ordinary.people import head_of, officer_of
from authority.ordinary.reports import add_report
from authority.ordinary.standing import add_plan, add_structure, add_task
from qinglian_rules.facts.governance import SocialSupervisor, StaffAssignment, StructureKind
from qinglian_rules.facts.meetings import MajorMatterCatalogue, MatterKind, MeetingKind
from qinglian_rules.facts.posts import RotationPolicy
from qinglian_rules.facts.reports import PlanKind, WorkPlan
from qinglian_rules.facts.service import Licence, NoticeContent, OfferingKind, PublicNotice, ServiceOffering
from qinglian_rules.facts.supervision import (
    Audit,
    Inspection,
    InspectionKind,
    PatientFollowUp,
    SatisfactionSurvey,
)
from qinglian_rules.facts.training import Attendance, TrainingForm, TrainingKind
from qinglian_rules.facts.values import DateSpan

_SET_UP = date(2021, 10, 8)
_FOUR: tuple[MatterKind, ...] = ("重大事项决策", "重要干部任免", "重大项目安排", "大额度资金使用")
_SHOWN: tuple[NoticeContent, ...] = (
    "本单位举报途径",
    "上级举报途径",
    "监督举报电话",
    "诊疗资源分布",
    "行风学习教育",
    "清廉文化",
    "清廉医院建设进展",
    "先进典型",
    "清廉医院建设成效",
)
_BOOKING: tuple[OfferingKind, ...] = ("网络预约", "扫码预约", "线下预约", "检查检验结果互认")
_FOR_PATIENTS: tuple[OfferingKind, ...] = (
    "分时段预约",
    "中长期预约",
    "医技检查集中预约",
    "便捷付费结算",
    "一站式综合服务",
    "互联网医疗",
    "远程医疗",
    "日间医疗",
    "多学科诊疗",
    "智慧医院",
    "便利老年人就医",
)
_LAWS = (
    "中华人民共和国基本医疗卫生与健康促进法",
    "中华人民共和国医师法",
    "医疗机构管理条例",
    "民法典",
    "基本医疗卫生与健康促进法",
    "医师法",
    "护士条例",
    "医疗机构工作人员廉洁从业九项准则",
    "广西壮族自治区医疗卫生机构及其工作人员廉洁从业规定",
    "全区医疗机构及其工作人员廉洁从业行动计划（2021-2024年）",
)


def write(book: Book) -> None:
    """Write the records of each institution, those of the public one and of the private ones."""
    for body in INSTITUTIONS:
        _structures(book, body)
        _plans(book, body)
        _notices_and_services(book, body)
        _study(book, body)
        _inspections(book, body)
        _meetings(book, body)
        _patients(book, body)
        add_report(book, f"BS-{body}-2023-1", body, MAIN, "阶段性进展", whole(2022), date(2023, 2, 10))
        add_report(book, f"BS-{body}-2023-2", body, MAIN, "阶段性进展", None, date(2023, 8, 10))
        clinical.write(book, body)
        _licence(book, body)
    _of_the_public_one(book)


def _structures(book: Book, body: str) -> None:
    kinds: tuple[StructureKind, ...] = ("专项工作机制", "法治工作机构", "行风建设领导小组")
    for kind in kinds:
        add_structure(book, f"JG-{body}-{kind}", body, kind)
    book.add(
        StaffAssignment(
            id=f"ZZ-{body}",
            body=body,
            structure=f"JG-{body}-法治工作机构",
            person=officer_of(body),
            role="工作人员",
            full_time=False,
            duties_written=True,
            span=span(_SET_UP),
        )
    )
    book.add(SocialSupervisor(id=f"JDY-{body}", body=body, span=span(_SET_UP), occupation=None, opinions=2))


def _plans(book: Book, body: str) -> None:
    for year in YEARS:
        start = date(2021, 10, 11) if year == 2021 else workday_from(date(year, 1, 10))
        kinds: list[PlanKind] = ["行风教育培训计划"]
        kinds += ["普法计划"] if year > 2021 else []
        kinds += ["年度工作计划"] if year == 2023 else []
        for kind in kinds:
            key = f"JH-{body}-{kind}-{year}"
            add_plan(book, key, body, kind, start, ("行风建设",))
            book.change(WorkPlan, key, span=span(start, date(year, 12, 31)))
    add_plan(book, f"JH-{body}-总体", body, "医院发展总体规划", date(2021, 3, 1), ("医院法治建设",))
    for month in (2, 8):
        days = (date(2023, month, 6), date(2023, month + 2, 18))
        add_task(book, f"RW-{body}-2023-{month}", body, f"JH-{body}-年度工作计划-2023", ("行风建设",), days)


def _notices_and_services(book: Book, body: str) -> None:
    media = ("院内显著位置", "院内电子屏", "海报", "网站首页置顶", "官方网站", "微信公众号")
    book.add(
        PublicNotice.model_validate(
            {
                "id": f"GS-{body}",
                "body": body,
                "contents": _SHOWN,
                "media": media,
                "span": span(_SET_UP),
                "prominent": True,
                "place": "大厅",
                "spaces": ("厅室",),
                "forms": ("平面", "立体", "电子屏幕", "书集", "画册"),
                "issuer": None,
            }
        )
    )
    for offering in (*_BOOKING, *(_FOR_PATIENTS if body == PRIVATE else ())):
        book.add(
            ServiceOffering(
                id=f"FW-{body}-{offering}",
                body=body,
                offering=offering,
                span=span(date(2021, 9, 1)),
                departments=(),
                for_outpatients=True,
                for_inpatients=True,
                uses=500,
                payment_ways=("移动支付", "自助机结算"),
            )
        )


def _study(book: Book, body: str) -> None:
    """Monthly study, attended by all that are on record, and what is taught once a year."""
    for year, month in months():
        form: TrainingForm = {1: "线上", 2: "科室学习"}.get(month, "现场")  # type: ignore[assignment]
        name = f"XX-{body}-{year}{month:02}"
        held = workday_from(date(year, month, 12))
        add_session(book, name, body, "行风专题学习", held, form=form)
        book.add(
            Attendance(
                id=f"QD-{name}",
                body=body,
                session=name,
                held=held,
                person=head_of(body),
                attended=True,
                reason=None,
                made_up=None,
            )
        )
    yearly: tuple[TrainingKind, ...] = ("忠诚教育", "理想信念教育", "职业精神教育", "普法宣传")
    for year in LATER_YEARS:
        only: tuple[TrainingKind, ...] = ("职业道德教育", "法纪教育", "医保政策培训") if year == 2023 else ()
        for number, training in enumerate((*yearly, *only), start=3):
            materials = _LAWS if training == "普法宣传" else ()
            topics = ("爱岗敬业", "廉洁自律") if training == "职业精神教育" else ()
            held = workday_from(date(year, number, 3))
            add_session(book, session(body, training, year), body, training, held, topics=topics, materials=materials)


def _inspections(book: Book, body: str) -> None:
    ways: tuple[InspectionKind, ...] = ("明查", "暗访", "第三方评估", "媒体监督")
    for number, way in enumerate(ways, start=1):
        add(book, f"JC-{body}-{way}", body, way, date(2022, number, 18), target=body, campaigns=(CAMPAIGN,))
    ten = tuple(f"虚构第{number}项" for number in range(1, 11))
    own = ("廉洁风险防控薄弱环节", "党员廉洁自律薄弱环节", "九项准则", "行风建设", "诊疗行为", "政治监督", *ten)
    screened = ("红包礼金", "公私财物", "津补贴", "基建工程", "采购受贿")
    care = (
        "医疗技术事前监管",
        "医疗技术事中监管",
        "医疗技术事后监管",
        "医院感染预防与控制",
        "实验室安全",
        "九项准则",
        "规范检查",
        "规范治疗",
        "合理用药",
        "行风建设",
    )
    for year in LATER_YEARS:
        campaigns = (SCREENING,) if year == 2022 else ()
        for half, month in enumerate((3, 9), start=1):
            made = f"JC-{body}-自查-{year}-{half}"
            held = workday_from(date(year, month, 4))
            topics = (*own, *screened)
            add(book, made, body, "自查自纠", held, target=body, campaigns=campaigns, topics=topics)
            book.change(Inspection, made, department=conduct_office(body))
        add(book, f"JC-{body}-日常-{year}", body, "日常监督", workday_from(date(year, 5, 6)), target=body, topics=care)


def _meetings(book: Book, body: str) -> None:
    kinds: tuple[MeetingKind, ...] = ("谈心谈话", "职工代表大会")
    for year in LATER_YEARS:
        for number, kind in enumerate(kinds, start=5):
            add_meeting(book, f"HY-{body}-{kind}-{year}", body, kind, workday_from(date(year, number, 16)))


def _patients(book: Book, body: str) -> None:
    for year in YEARS:
        for number, way in enumerate(("电话", "微信"), start=1):
            book.add(
                PatientFollowUp.model_validate(
                    {
                        "id": f"SF-{body}-{year}-{number}",
                        "body": body,
                        "done": date(year, 10, 12 + number),
                        "way": way,
                        "episode": None,
                        "by": officer_of(body),
                        "reached": True,
                        "asked_about_conduct": True,
                        "praised": False,
                        "lead": None,
                    }
                )
            )
        third = body == PUBLIC and year == 2023
        book.add(
            SatisfactionSurvey(
                id=f"MY-{body}-{year}",
                body=body,
                done=date(year, 11, 9),
                point="门诊挂号",
                third_party=third,
                surveyor="虚构调查公司" if third else None,
                asks_conduct=True,
                online=True,
                episode=None,
                answers=100,
                satisfied=96,
                leads=(),
            )
        )


def _of_the_public_one(book: Book) -> None:
    for number, matter in enumerate(_FOUR, start=1):
        book.add(
            MajorMatterCatalogue(
                id=f"SZ-{number}",
                body=PUBLIC,
                span=span(_SET_UP),
                matter=matter,
                topic="其他",
                description=None,
                from_amount=None,
                organ="院长办公会",
                needs_legal_review=False,
                needs_hearing=False,
            )
        )
    for year in LATER_YEARS:
        book.add(
            Audit(
                id=f"SJ-{PUBLIC}-{year}",
                body=PUBLIC,
                audit="内部审计",
                started=date(year, 6, 6),
                reported=date(year, 7, 8),
                covers=DateSpan(start=date(year - 1, 1, 1), end=date(year - 1, 12, 31)),
                person=None,
                tenure=None,
                topics=("重点部门审计", "重点岗位审计", "重点环节审计"),
                auditor="虚构会计师事务所",
                problems=0,
            )
        )
    book.add(
        RotationPolicy(
            id=f"LG-{PUBLIC}",
            body=PUBLIC,
            span=span(date(2019, 1, 1)),
            category=None,
            role=None,
            max_term_months=120,
            gap_days=90,
            number=None,
            decision=None,
        )
    )


def _licence(book: Book, body: str) -> None:
    book.add(
        Licence(
            id=f"ZZ-许可-{body}",
            body=body,
            licence="诊所备案证书" if body == CLINIC else "医疗机构执业许可证",
            person=None,
            number=f"虚构证号{body}",
            span=span(date(2021, 9, 1)),
            scope=(),
            issued_by=MAIN,
            misuses=(),
            misused_by=None,
        )
    )
