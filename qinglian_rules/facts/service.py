"""What a hospital offers and tells the public, and what it is licensed to do."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, HospitalRef, Key, PersonRef, fact_field
from qinglian_rules.facts.people import CultureSpace
from qinglian_rules.facts.refs import DepartmentRef, EpisodeRef, LicenceRef
from qinglian_rules.facts.values import DateSpan, Day

OfferingKind = Literal[
    "网络预约",
    "扫码预约",
    "线下预约",
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
    "健康义诊",
    "健康科普",
    "其他",
]
NoticeContent = Literal[
    "本单位举报途径",
    "上级举报途径",
    "监督举报电话",
    "诊疗资源分布",
    "廉洁从业行动计划",
    "行风学习教育",
    "九项准则",
    "九项倡议",
    "价格收费",
    "党务公开",
    "院务公开",
    "医药代表接待规定",
    "清廉文化",
    "清廉医院建设进展",
    "清廉医院建设成效",
    "先进典型",
    "典型案例",
    "人事任免",
    "采购结果",
    "其他",
]
NoticeMedium = Literal[
    "院内显著位置",
    "院内电子屏",
    "海报",
    "网站首页置顶",
    "官方网站",
    "微信公众号",
    "微博",
    "应用程序",
    "报刊",
    "广播电视",
    "科室公示栏",
    "其他",
]
NoticeForm = Literal["平面", "立体", "电子屏幕", "书集", "画册", "其他"]
PatientNoticeKind = Literal["不收不送红包告知", "知情同意", "费用告知", "其他"]
AdvertisementKind = Literal["医疗广告", "医疗器械广告", "医美广告", "医疗信息"]
LicenceKind = Literal[
    "医疗机构执业许可证",
    "诊所备案证书",
    "医师执业证书",
    "护士执业证书",
    "大型医用设备配置许可证",
    "人类辅助生殖技术批准证书",
    "医疗广告审查证明",
    "其他",
]

LicenceMisuse = Literal["伪造", "变造", "买卖", "出租", "出借"]
LicenceMisuser = Literal["医疗机构", "医师", "其他"]
PaymentWay = Literal["移动支付", "自助机结算", "诊间结算", "床旁结算", "信用支付", "刷脸支付", "窗口结算", "其他"]


class ServiceOffering(Fact, title="便民服务", dated="span", kind="offering"):
    """One service that a hospital offers for a run of days. `span` dates it. Key: `id`."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    offering: OfferingKind | MISSING = fact_field("服务类型")
    span: DateSpan | MISSING = fact_field("提供期间")
    departments: tuple[DepartmentRef, ...] | MISSING = fact_field("提供科室")
    for_outpatients: bool | MISSING = fact_field("是否面向门诊患者")
    for_inpatients: bool | MISSING = fact_field("是否面向出入院患者")
    uses: Count | MISSING = fact_field("服务人次", unit="人次")
    payment_ways: tuple[PaymentWay, ...] | MISSING = fact_field("付费结算方式")


class PublicNotice(Fact, title="公示告知", dated="span"):
    """One notice that stands for a run of days in some places or media. `span` dates it. Key: `id`.

    `spaces` are the kinds of places of the hospital where it stands, `forms` how it is made: flat, in the round, …
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    contents: tuple[NoticeContent, ...] | MISSING = fact_field("公示内容")
    media: tuple[NoticeMedium, ...] | MISSING = fact_field("公示方式")
    span: DateSpan | MISSING = fact_field("公示期间")
    prominent: bool | MISSING = fact_field("是否显著位置")
    place: str | None | MISSING = fact_field("公示地点")
    spaces: tuple[CultureSpace, ...] | MISSING = fact_field("所用空间")
    forms: tuple[NoticeForm, ...] | MISSING = fact_field("展示形式")
    issuer: BodyRef | None | MISSING = fact_field("内容发布机构")


class PatientNotice(Fact, title="患者告知", dated="given", kind="notice"):
    """One notice given to one patient, signed by both sides or not. `given` dates it. Key: `id`."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    notice: PatientNoticeKind | MISSING = fact_field("告知类型")
    given: Day | MISSING = fact_field("告知日期", private=True)
    episode: EpisodeRef | MISSING = fact_field("诊疗经过", private=True)
    given_by: PersonRef | MISSING = fact_field("告知人")
    signed_by_patient: bool | MISSING = fact_field("患方是否签字", private=True)
    signed_by_staff: bool | MISSING = fact_field("医方是否签字")


class Advertisement(Fact, title="广告", dated="span", kind="advertisement"):
    """One advertisement or piece of medical information that a hospital has out for a run of days. `span` dates it.

    Key: `id`. `licence` is its 审查证明, None where there is none; `as_reviewed`: it is what was reviewed.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    advertisement: AdvertisementKind | MISSING = fact_field("广告类别")
    span: DateSpan | MISSING = fact_field("发布期间")
    medium: str | MISSING = fact_field("发布媒介")
    online: bool | MISSING = fact_field("是否互联网广告")
    licence: LicenceRef | None | MISSING = fact_field("审查证明")
    as_reviewed: bool | MISSING = fact_field("是否与审查样件一致")
    exaggerates: bool | MISSING = fact_field("是否夸大疗效")
    induces_spending: bool | MISSING = fact_field("是否过度诱导消费")
    false_claims: bool | MISSING = fact_field("是否虚假")


class Licence(Fact, title="证照", dated="span", kind="licence"):
    """One licence of a hospital or of a person, valid for a run of days. `span` dates it. Key: `id`.

    `scope` is what it registers. `misuses` are what was done with it against the law, by `misused_by`; none: nothing.
    One that names no `person` is the institution's.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    licence: LicenceKind | MISSING = fact_field("证照类型")
    person: PersonRef | None | MISSING = fact_field("持证人", blank="none", default=None)
    number: str | MISSING = fact_field("证照编号", private=True)
    span: DateSpan | MISSING = fact_field("有效期间")
    scope: tuple[str, ...] | MISSING = fact_field("登记范围")
    issued_by: BodyRef | None | MISSING = fact_field("发证机关")
    misuses: tuple[LicenceMisuse, ...] | MISSING = fact_field("违法情形")
    misused_by: LicenceMisuser | None | MISSING = fact_field("违法主体")


class SelfCheckEnrolment(Fact, title="依法执业自查系统接入", dated="span"):
    """One institution's use of the system of self-checks for lawful practice, for a run of days. `span` dates it.

    Key: `id`.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医疗机构")
    span: DateSpan | MISSING = fact_field("接入期间")
    last_declared: Day | None | MISSING = fact_field("最近申报日期", blank="none")
    reviewed: Day | None | MISSING = fact_field("最近审核日期", blank="none")
