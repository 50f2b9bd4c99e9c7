"""Buying: projects, panels, orders, volume contracts, equipment, and who meddles."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Fact, HospitalRef, Key, Money, Number, PersonRef, fact_field
from qinglian_rules.facts.refs import (
    CompanyRef,
    DecisionRef,
    DepartmentRef,
    DrugRef,
    EpisodeRef,
    ExceptionRef,
    LicenceRef,
    ProcurementRef,
    VolumeContractRef,
)
from qinglian_rules.facts.values import DateSpan, Day

ProcurementObject = Literal[
    "药品", "医用耗材", "医疗器械", "医用设备", "试剂", "医疗卫生材料", "信息化", "工程", "物资", "服务", "其他"
]
ProcurementMethod = Literal[
    "公开招标",
    "邀请招标",
    "竞争性谈判",
    "竞争性磋商",
    "单一来源",
    "询价",
    "框架协议",
    "院内招标",
    "院内比选",
    "平台采购",
    "直接采购",
    "其他",
]
FundSource = Literal["财政资金", "自有资金", "专项债券", "贷款", "捐赠", "科研经费", "其他"]
OrderChannel = Literal["省级医药集中采购平台", "国家集中采购平台", "其他平台", "医院自行采购", "个人采购"]
PanelRole = Literal["评标专家", "采购人代表", "监督人员"]
EquipmentSource = Literal["购置", "捐赠", "借用", "合作", "投放", "租赁", "调拨", "试用"]
LargeEquipment = Literal["甲类大型医用设备", "乙类大型医用设备", "非大型医用设备"]
InterferenceArea = Literal["药品采购", "医疗器械采购", "耗材采购", "基本建设", "信息化建设", "人事任免", "其他"]
DealingAct = Literal["采购", "销售", "使用"]
ExceptionTopic = Literal["评标专家", "采购方式", "采购渠道", "采购程序", "其他"]
VolumeTier = Literal["国家", "省级", "省际联盟", "市级", "其他"]
VolumeObject = Literal["药品", "医用耗材"]


class ProcurementProject(Fact, title="采购项目", dated="announced", kind="object"):
    """One purchase project. `announced`, the day it was opened to bidders, dates it. Key: `id`.

    `fund_source` must be known for rules that bind 自有资金 alone.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("采购人")
    name: str | MISSING = fact_field("项目名称")
    object: ProcurementObject | MISSING = fact_field("采购对象")
    method: ProcurementMethod | MISSING = fact_field("采购方式")
    fund_source: FundSource | MISSING = fact_field("资金来源")
    budget: Money | MISSING = fact_field("预算金额", unit="元")
    approved: Day | None | MISSING = fact_field("立项日期", blank="none")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    announced: Day | MISSING = fact_field("公告日期")
    opened: Day | None | MISSING = fact_field("开标日期", blank="none")
    awarded: Day | None | MISSING = fact_field("中标日期", blank="none")
    winner: CompanyRef | None | MISSING = fact_field("中标企业")
    amount: Money | None | MISSING = fact_field("合同金额", unit="元")
    contract_signed: Day | None | MISSING = fact_field("合同签订日期", blank="none")
    accepted: Day | None | MISSING = fact_field("验收日期", blank="none")
    agency: CompanyRef | None | MISSING = fact_field("代理机构")
    supervised_by: str | None | MISSING = fact_field("监督部门")
    on_government_list: bool | MISSING = fact_field("是否政府采购项目")


class TenderPanelMember(Fact, title="评标成员", dated="served"):
    """One person on the panel of one project. `served`, the day of the evaluation, dates it. Key: `id`.

    `external`: not of the purchaser. A purchaser's representative is no 评标专家: see `role`.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("采购人")
    project: ProcurementRef | MISSING = fact_field("采购项目")
    served: Day | MISSING = fact_field("评标日期")
    member: str | MISSING = fact_field("成员编号", private=True)
    role: PanelRole | MISSING = fact_field("评标角色")
    external: bool | MISSING = fact_field("是否外部专家")
    drawn_at_random: bool | MISSING = fact_field("是否随机抽取")
    related_to_bidder: bool | MISSING = fact_field("是否与投标人有利害关系")
    withdrew: bool | MISSING = fact_field("是否回避")


class ExceptionRecord(Fact, title="例外审批", dated="recorded"):
    """One exception from a procedure, allowed in writing. `recorded` dates it. Key: `id`.

    `topic` is what is departed from. `own_rule` is the body's own rule that provides for it; None where there is none.
    A record that says nothing of an emergency is an ordinary exception.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    recorded: Day | MISSING = fact_field("记录日期")
    topic: ExceptionTopic | MISSING = fact_field("例外事项")
    project: ProcurementRef | None | MISSING = fact_field("采购项目")
    reason: str | MISSING = fact_field("理由")
    emergency: bool | MISSING = fact_field("是否紧急", default=False)
    own_rule: str | None | MISSING = fact_field("院内规定")
    approved_by: str | None | MISSING = fact_field("批准部门")


class PurchaseOrder(Fact, title="采购订单", dated="ordered", kind="object"):
    """One order of one product. `ordered` dates it. Key: `id`.

    `volume_selected`: the product won a 集中带量采购; `selected_available`: one of the same kind that won could be had.
    `reason` is why another was bought all the same, None where none is recorded. An order that says nothing of an
    exception has none.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    ordered: Day | MISSING = fact_field("采购日期")
    object: ProcurementObject | MISSING = fact_field("采购对象")
    product: str | MISSING = fact_field("产品名称")
    drug: DrugRef | None | MISSING = fact_field("药品")
    supplier: CompanyRef | None | MISSING = fact_field("供应企业")
    channel: OrderChannel | MISSING = fact_field("采购渠道")
    platform_required: bool | MISSING = fact_field("是否应当平台采购")
    volume_selected: bool | MISSING = fact_field("是否集采中选产品")
    selected_available: bool | MISSING = fact_field("是否有同类中选产品可供")
    volume_contract: VolumeContractRef | None | MISSING = fact_field("集采协议")
    reason: str | None | MISSING = fact_field("未选中选产品理由")
    exception: ExceptionRef | None | MISSING = fact_field("例外审批", blank="none", default=None)
    quantity: Number | MISSING = fact_field("数量", unit="最小包装")
    amount: Money | MISSING = fact_field("金额", unit="元")
    approved_by: PersonRef | None | MISSING = fact_field("审批人")


class VolumeContract(Fact, title="集采协议", dated="span"):
    """One hospital's agreed amount of one product of a 集中带量采购 batch. `span`, its term, dates it. Key: `id`.

    `monitored` is the last day on which the hospital looked at how much of it is used; None: never. `alerted` is the
    first day on which it warned that too little was bought; None: it has not.
    `alternatives_used` is the use of unselected products of the same kind; `use_reason` is why they went before.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    batch: str | MISSING = fact_field("集采批次")
    tier: VolumeTier | MISSING = fact_field("集采层级")
    object: VolumeObject | MISSING = fact_field("集采对象")
    product: str | MISSING = fact_field("中选产品")
    span: DateSpan | MISSING = fact_field("协议期间")
    agreed: Number | MISSING = fact_field("约定采购量", unit="最小包装")
    bought: Number | MISSING = fact_field("实际采购量", unit="最小包装")
    used: Number | MISSING = fact_field("实际使用量", unit="最小包装")
    alternatives_used: Number | MISSING = fact_field("同类未中选产品使用量", unit="最小包装")
    use_reason: str | None | MISSING = fact_field("未优先使用中选产品理由")
    counted_on: Day | MISSING = fact_field("统计日期")
    monitored: Day | None | MISSING = fact_field("最近监测日期", blank="none")
    alerted: Day | None | MISSING = fact_field("进度预警日期", blank="none")


class Equipment(Fact, title="医用设备", dated="acquired"):
    """One device. `acquired`, the day it came in, dates it. Key: `id`. `first_used` counts trial use as use.

    `licence` is the 配置许可, None where there is none; `tied_to_supplies`: it came with a duty to buy supplies.
    One that says nothing of `retired` is still there.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    name: str | MISSING = fact_field("设备名称")
    large: LargeEquipment | MISSING = fact_field("大型设备类别")
    source: EquipmentSource | MISSING = fact_field("设备来源")
    company: CompanyRef | None | MISSING = fact_field("来源企业")
    department: DepartmentRef | None | MISSING = fact_field("使用科室")
    acquired: Day | MISSING = fact_field("取得日期")
    first_used: Day | None | MISSING = fact_field("首次使用日期", blank="none")
    retired: Day | None | MISSING = fact_field("停用日期", blank="none", default=None)
    licence: LicenceRef | None | MISSING = fact_field("配置许可")
    amount: Money | None | MISSING = fact_field("金额", unit="元")
    project: ProcurementRef | None | MISSING = fact_field("采购项目")
    tied_to_supplies: bool | MISSING = fact_field("是否附带耗材采购")


class Interference(Fact, title="干预插手记录", dated="occurred"):
    """One attempt of one person to meddle in a matter of others. `occurred` dates it. Key: `id`.

    `against_rules`: the meddling breaks the rules (违反规定). `recorded` is when it was written down.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    occurred: Day | MISSING = fact_field("发生日期")
    person: PersonRef | MISSING = fact_field("干预人")
    area: InterferenceArea | MISSING = fact_field("干预领域")
    project: ProcurementRef | None | MISSING = fact_field("采购项目")
    against_rules: bool | MISSING = fact_field("是否违反规定")
    recorded: Day | None | MISSING = fact_field("登记日期", blank="none")
    reported: bool | MISSING = fact_field("是否报告")


class PrivateDealing(Fact, title="个人购销使用", dated="occurred"):
    """One purchase, sale or use of a medical product by staff outside the hospital's channels. Key: `id`.

    `occurred` dates it. `against_rules`: it breaks the rules (违反规定), as in 私自采购、销售、使用.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    occurred: Day | MISSING = fact_field("发生日期")
    person: PersonRef | MISSING = fact_field("人员")
    act: DealingAct | MISSING = fact_field("行为")
    object: ProcurementObject | MISSING = fact_field("产品类别")
    product: str | None | MISSING = fact_field("产品名称")
    episode: EpisodeRef | None | MISSING = fact_field("诊疗经过", private=True)
    approved_by: str | None | MISSING = fact_field("批准部门")
    against_rules: bool | MISSING = fact_field("是否违反规定")
    amount: Money | None | MISSING = fact_field("金额", unit="元")
