"""Anything of value that is offered to or taken by staff or a hospital, and what follows from it."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Fact, HospitalRef, Key, Money, Number, PersonRef, fact_field, known_field
from qinglian_rules.facts.refs import BenefitRef, CompanyRef, DecisionRef, DepartmentRef, EpisodeRef
from qinglian_rules.facts.values import Day

BenefitForm = Literal[
    "礼品",
    "礼金",
    "消费卡",
    "有价证券",
    "股权",
    "其他金融产品",
    "其他财物",
    "宴请",
    "旅游",
    "健身",
    "娱乐",
    "学习",
    "考察",
    "其他休闲社交活动",
    "其他活动",
    "回扣",
    "提成",
    "劳务报酬",
    "捐赠",
    "借款",
    "其他不正当利益",
]
"""财物 are the first seven words, 活动安排 the next eight."""

GiverKind = Literal["患者", "患者亲友", "医药企业", "医药企业人员", "其他医疗机构", "其他单位", "其他个人"]
"""医药企业 makes or deals in medicines, devices, consumables or reagents; 医药企业人员 works for one."""

CareStage = Literal["诊疗前", "诊疗过程中", "出院后", "与诊疗无关"]
RelatedAct = Literal[
    "处方", "检查检验", "推荐产品", "采购", "供应", "使用产品", "统方", "介绍患者", "开展研究", "招聘任用", "其他", "无"
]
Pretext = Literal[
    "学术会议", "讲课费", "咨询费", "科研经费", "赞助", "捐赠", "节日慰问", "感谢", "介绍费", "其他名义", "无名义"
]
SurrenderWay = Literal["当场退回", "事后退回", "上缴", "抵交住院费用", "其他"]
SurrenderReason = Literal["不知情", "不可抗", "主动上缴", "其他"]
ExchangeCondition = Literal["推荐", "采购", "供应", "使用"]
DonationForm = Literal["货币", "药品", "医用耗材", "设备", "其他物资", "服务"]
DonationTaker = Literal["单位", "科室", "个人"]


class Benefit(Fact, title="利益往来", dated="taken", kind="form"):
    """One thing of value offered to or taken by one person: a gift, money, a meal, a trip, a share. Key: `id`.

    `taken` dates it: the day on which it was taken, or offered where it was refused (`accepted` false).
    `arranged_by_giver`, `organised_by_giver` and `paid_by_giver` are of activities. `episode` is the care that it
    relates to and `act` the act; `care_stage` says when it was given, seen from the care of the patient.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    taken: Day | MISSING = fact_field("发生日期")
    form: BenefitForm | MISSING = fact_field("形式")
    amount: Money | None | MISSING = fact_field("金额", unit="元")
    foreign_amount: Number | None | MISSING = fact_field("外币金额", unit="原币", blank="none")
    currency: str | None | MISSING = fact_field("外币币种", blank="none")
    receiver: PersonRef | MISSING = fact_field("收受人")
    accepted: bool | MISSING = fact_field("是否收受")
    solicited: bool | MISSING = fact_field("是否索取")
    giver: str | None | MISSING = fact_field("给予人", private=True)
    giver_kind: GiverKind | MISSING = fact_field("给予方类别")
    company: CompanyRef | None | MISSING = fact_field("企业")
    arranged_by_giver: bool | MISSING = fact_field("是否由给予方安排")
    organised_by_giver: bool | MISSING = fact_field("是否由给予方组织")
    paid_by_giver: bool | MISSING = fact_field("是否由给予方支付费用")
    own_share: Money | None | MISSING = fact_field("本人承担金额", unit="元")
    episode: EpisodeRef | None | MISSING = fact_field("关联诊疗", private=True)
    care_stage: CareStage | MISSING = fact_field("所处诊疗阶段")
    act: RelatedAct | MISSING = fact_field("关联行为")
    product: str | None | MISSING = fact_field("涉及产品")
    pretext: Pretext | MISSING = fact_field("名义")
    could_not_refuse: bool | MISSING = fact_field("是否不知情或不可抗")
    place: str | None | MISSING = fact_field("发生地点")


class BenefitSurrender(Fact, title="上缴退回登记", dated="surrendered"):
    """One hand-over or return of a benefit, and its entry in the register. `surrendered` dates it. Key: `id`.

    `registered` None: not entered in the register.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    benefit: BenefitRef | MISSING = fact_field("利益往来")
    person: PersonRef | MISSING = fact_field("上缴人")
    surrendered: Day | MISSING = fact_field("上缴日期")
    way: SurrenderWay | MISSING = fact_field("处理方式")
    reason: SurrenderReason | MISSING = fact_field("上缴原因")
    amount: Money | None | MISSING = fact_field("金额", unit="元")
    office: str | None | MISSING = fact_field("受理部门")
    registered: Day | None | MISSING = fact_field("登记日期", blank="none")
    register_number: str | None | MISSING = fact_field("登记号")
    receipt: str | None | MISSING = fact_field("单据号")


class PromotionActivity(Fact, title="产品推广活动", dated="held"):
    """One event at which a company promotes a product. `held` dates it. Key: `id`.

    `conditions` are what it asks for in exchange; an empty list says nothing is asked.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    held: Day | MISSING = fact_field("举办日期")
    company: CompanyRef | None | MISSING = fact_field("企业")
    product: str | None | MISSING = fact_field("推广产品")
    participants: tuple[PersonRef, ...] | MISSING = fact_field("参加人员")
    conditions: tuple[ExchangeCondition, ...] | MISSING = fact_field("交换条件")
    costs_paid_by_company: bool | MISSING = fact_field("费用是否由企业承担")
    amount: Money | None | MISSING = fact_field("费用金额", unit="元")
    approved_by: str | None | MISSING = fact_field("批准部门")


class Donation(Fact, title="捐赠资助", dated="received"):
    """One donation or grant to a hospital, a department or a person. `received` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("受赠机构")
    received: Day | MISSING = fact_field("接受日期")
    company: CompanyRef | None | MISSING = fact_field("捐赠企业")
    donor: str | None | MISSING = fact_field("捐赠人", private=True)
    taker: DonationTaker | MISSING = fact_field("接受方")
    person: PersonRef | None | MISSING = fact_field("接受人员")
    department: DepartmentRef | None | MISSING = fact_field("接受科室")
    form: DonationForm | MISSING = fact_field("捐赠形式")
    amount: Money | MISSING = fact_field("金额", unit="元")
    purpose: str | None | MISSING = fact_field("用途")
    agreement: str | None | MISSING = fact_field("捐赠协议")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    assessed: bool | MISSING = fact_field("是否预评估")
    tied_to_purchase: bool | MISSING = fact_field("是否附加采购条件")
    booked: bool | MISSING = fact_field("是否入账")
    published: bool | MISSING = fact_field("是否公示")


class RedPacket(Fact, title="红包", dated="date", key=("benefit",), derived=True):
    """One benefit that is a 红包 by the definition of gx-2021. Its key is the benefit; `date`, its day, dates it."""

    benefit: BenefitRef = known_field("利益往来")
    body: HospitalRef | MISSING = fact_field("医院")
    person: PersonRef | MISSING = fact_field("收受人")
    date: Day | MISSING = fact_field("发生日期")


class Kickback(Fact, title="回扣", dated="date", key=("benefit",), derived=True):
    """One benefit that is a kickback or commission. Its key is the benefit; `date`, its day, dates it."""

    benefit: BenefitRef = known_field("利益往来")
    body: HospitalRef | MISSING = fact_field("医院")
    person: PersonRef | MISSING = fact_field("收受人")
    date: Day | MISSING = fact_field("发生日期")
