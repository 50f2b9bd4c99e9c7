"""Visits of company representatives, who may be where, and what companies and staff have pledged."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, HospitalRef, Key, Moment, PersonRef, fact_field
from qinglian_rules.facts.refs import BookingRef, CaseRef, CompanyRef, DepartmentRef, PledgeRef
from qinglian_rules.facts.values import DateSpan, Day

VisitorKind = Literal["医药代表", "售后工程师", "安装人员", "投标人", "送票据人员", "其他"]
VisitPurpose = Literal["产品推广", "学术信息沟通", "售后服务", "安装调试", "投标", "送票据或合同", "学术会议", "其他"]
VisitAction = Literal["正常接待", "劝离", "驱离", "上报", "其他"]
BookingState = Literal["未确认", "同意", "拒绝"]
IntruderKind = Literal["医药代表", "其他企业人员", "医托", "中介人员", "推销人员", "其他"]
PledgeParty = Literal["医务人员", "科室", "医疗机构", "企业", "医药代表", "患者与医务人员双方"]
BlacklistReason = Literal["招投标不良行为", "输送回扣", "违规推销", "合同违约", "产品质量问题", "其他"]


class RepVisit(Fact, title="医药代表来访", dated="start"):
    """One visit of a representative to a hospital. `start`, when the visit begins, dates it. Key: `id`.

    `visitor_kind` tells service engineers, installers and bidders who are entered in the same ledger: whoever is in it
    is a representative unless it says otherwise. `record` is the number of
    the written record of the visit, None where there is none.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    start: Moment | MISSING = fact_field("来访时间")
    end: Moment | None | MISSING = fact_field("离开时间")
    visitor_kind: VisitorKind | MISSING = fact_field("来访人员类别", default="医药代表")
    purpose: VisitPurpose | MISSING = fact_field("来访类型")
    company: CompanyRef | None | MISSING = fact_field("企业")
    representative: str | MISSING = fact_field("代表", private=True)
    filing_number: str | None | MISSING = fact_field("备案号", private=True)
    products: tuple[str, ...] | MISSING = fact_field("授权产品")
    authorised_until: Day | None | MISSING = fact_field("授权期限")
    pledge: PledgeRef | None | MISSING = fact_field("廉洁承诺书")
    visitors: Count | MISSING = fact_field("人数", unit="人")
    department: DepartmentRef | None | MISSING = fact_field("接待部门")
    place: str | MISSING = fact_field("接待地点")
    host: PersonRef | MISSING = fact_field("接待人")
    other_hosts: tuple[PersonRef, ...] | MISSING = fact_field("其他接待人")
    booking: BookingRef | None | MISSING = fact_field("预约")
    approved_by: PersonRef | None | MISSING = fact_field("审批人")
    record: str | None | MISSING = fact_field("来访记录")
    topic: str | None | MISSING = fact_field("洽谈内容")
    in_clinical_area: bool | MISSING = fact_field("是否在诊疗区")
    discipline_present: bool | MISSING = fact_field("纪检是否在场")
    action: VisitAction | MISSING = fact_field("处置")


class VisitBooking(Fact, title="来访预约", dated="made"):
    """One booking of a visit. `made`, when it was asked for, dates it. Key: `id`."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    made: Moment | MISSING = fact_field("预约时间")
    company: CompanyRef | None | MISSING = fact_field("企业")
    representative: str | MISSING = fact_field("代表", private=True)
    wanted: Moment | MISSING = fact_field("拟来访时间")
    place: str | None | MISSING = fact_field("拟来访地点")
    state: BookingState | MISSING = fact_field("预约结果")
    decided_by: PersonRef | None | MISSING = fact_field("预约审批人")
    decided: Moment | None | MISSING = fact_field("审批时间", blank="none")


class Intrusion(Fact, title="无关人员出现", dated="noticed"):
    """One appearance of an outsider in a place of care. `noticed`, when staff saw it, dates it. Key: `id`.

    `removed` None: not sent away, or not yet.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    noticed: Moment | MISSING = fact_field("发现时间")
    removed: Moment | None | MISSING = fact_field("驱离时间", blank="none")
    place: str | MISSING = fact_field("发现地点")
    intruder_kind: IntruderKind | MISSING = fact_field("人员类别")
    company: CompanyRef | None | MISSING = fact_field("企业")
    permitted: bool | MISSING = fact_field("是否经许可")
    care_related: bool | MISSING = fact_field("是否与诊疗有关")
    promoting: bool | MISSING = fact_field("是否推销产品")
    handled_by: PersonRef | None | MISSING = fact_field("处置人")
    reported: bool | MISSING = fact_field("是否上报")


class IntegrityPledge(Fact, title="廉洁承诺书", dated="signed"):
    """One signed pledge of integrity by staff, a company or its representative. `signed` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    signed: Day | MISSING = fact_field("签订日期")
    party: PledgeParty | MISSING = fact_field("承诺方")
    person: PersonRef | None | MISSING = fact_field("承诺人员")
    company: CompanyRef | None | MISSING = fact_field("企业")
    representative: str | None | MISSING = fact_field("代表", private=True)
    valid_until: Day | None | MISSING = fact_field("有效期至")
    commitments: tuple[str, ...] | MISSING = fact_field("承诺事项")


class BlacklistEntry(Fact, title="不良行为黑名单", dated="span"):
    """One company or outsider on a body's list of bad conduct, for a run of days. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("列入期间")
    company: CompanyRef | None | MISSING = fact_field("企业")
    representative: str | None | MISSING = fact_field("代表", private=True)
    reason: BlacklistReason | MISSING = fact_field("列入原因")
    case: CaseRef | None | MISSING = fact_field("案件")
    decided_by: str | None | MISSING = fact_field("决定部门")
    reported: bool | MISSING = fact_field("是否上报")
