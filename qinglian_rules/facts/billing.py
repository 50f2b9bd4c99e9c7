"""Bills line by line, what may be charged, what the insurance pays, and what was paid back."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import (
    BodyRef,
    Count,
    Fact,
    HospitalRef,
    Key,
    Moment,
    Money,
    Number,
    PersonRef,
    SignedMoney,
    fact_field,
)
from qinglian_rules.facts.refs import (
    BillingLineRef,
    CaseRef,
    DepartmentRef,
    DrugRef,
    EpisodeRef,
    InspectionRef,
    PriceItemRef,
    ServiceRecordRef,
)
from qinglian_rules.facts.values import DateSpan, Day

InsuranceClass = Literal["甲类", "乙类", "丙类", "自费"]
BillingFault = Literal[
    "重复收费",
    "串换收费",
    "分解收费",
    "超标准收费",
    "虚假结算",
    "超医保支付范围收费",
    "超范围用药",
    "无指征化验",
    "无指征入院",
    "资质不符",
    "过度诊疗",
    "过度检查",
    "诱导就医",
    "伪造资料",
    "转嫁费用",
    "其他",
]
CheckVerdict = Literal["违规", "可疑", "不违规", "无法判定"]
CheckStage = Literal["事前提醒", "事中审核", "事后监管"]
CheckKind = Literal["自查自纠", "日常监管", "专项整治", "交叉检查", "双随机一公开抽查", "飞行检查", "大数据筛查"]
RefundReason = Literal["主动退回", "责令退回", "协议扣款", "其他"]
RecordKindKept = Literal[
    "财务账目",
    "会计凭证",
    "处方",
    "病历",
    "治疗检查记录",
    "费用明细",
    "药品出入库记录",
    "医用耗材出入库记录",
    "结算信息",
    "其他",
]


class BillingLine(Fact, title="费用明细", dated="charged"):
    """One line of a bill. `charged`, when the cost arose, dates it. Key: `id`.

    `number` is how often: negative where the line takes another back, which `reverses` names.
    A line that names none takes none back.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    episode: EpisodeRef | MISSING = fact_field("诊疗经过", private=True)
    item: PriceItemRef | MISSING = fact_field("收费项目")
    service: ServiceRecordRef | None | MISSING = fact_field("诊疗服务记录")
    drug: DrugRef | None | MISSING = fact_field("药品")
    charged: Moment | MISSING = fact_field("费用发生时间", private=True)
    number: Number | MISSING = fact_field("数量", unit="按计价单位")
    price: Money | MISSING = fact_field("单价", unit="元")
    amount: SignedMoney | MISSING = fact_field("金额", unit="元")
    reverses: BillingLineRef | None | MISSING = fact_field("冲销的明细", blank="none", default=None)
    department: DepartmentRef | MISSING = fact_field("开单科室")
    physician: PersonRef | MISSING = fact_field("开单医师")
    insured: bool | MISSING = fact_field("是否医保支付", private=True)
    insurance_class: InsuranceClass | MISSING = fact_field("收费项目等级")
    trace_code: str | None | MISSING = fact_field("追溯码")
    limits_met: bool | MISSING = fact_field("是否符合支付限制")


class PriceItem(Fact, title="收费项目", dated="span"):
    """One chargeable item as priced for a run of days. `span` dates it. Key: `id`. `includes` lists what it covers.

    `insurance_limits` are the limits of payment as the catalogue words them. `must_combine`: what it includes may only
    be charged together, as this item. An item that names no `daily_limit` has none.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    code: str | MISSING = fact_field("项目编码")
    name: str | MISSING = fact_field("项目名称")
    span: DateSpan | MISSING = fact_field("执行期间")
    ceiling: Money | None | MISSING = fact_field("最高价格", unit="元")
    unit: str | MISSING = fact_field("计价单位")
    includes: tuple[PriceItemRef, ...] | MISSING = fact_field("项目内涵")
    once_a_day: bool | MISSING = fact_field("是否每日限收一次")
    daily_limit: Count | None | MISSING = fact_field("每日限收数量", unit="按计价单位", blank="none", default=None)
    insured: bool | MISSING = fact_field("是否医保支付")
    insurance_class: InsuranceClass | MISSING = fact_field("项目等级")
    insurance_limits: tuple[str, ...] | MISSING = fact_field("支付限制")
    published: bool | MISSING = fact_field("是否公示")
    must_combine: bool | MISSING = fact_field("是否应合并收费")


class ChargePair(Fact, title="不得同收项目", dated="span"):
    """Two items that must not be charged together, for a run of days. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    first: PriceItemRef | MISSING = fact_field("项目甲")
    second: PriceItemRef | MISSING = fact_field("项目乙")
    same_day: bool | MISSING = fact_field("是否限同日")
    span: DateSpan | MISSING = fact_field("执行期间")
    basis: str | None | MISSING = fact_field("依据")


class BillingFinding(Fact, title="收费问题认定", dated="found", kind="fault"):
    """One faulty charge that a check found. `found` dates it. Key: `id`."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    found: Day | MISSING = fact_field("认定日期")
    fault: BillingFault | MISSING = fact_field("问题类型")
    verdict: CheckVerdict | MISSING = fact_field("认定结论")
    line: BillingLineRef | None | MISSING = fact_field("费用明细")
    episode: EpisodeRef | None | MISSING = fact_field("诊疗经过", private=True)
    inspection: InspectionRef | None | MISSING = fact_field("检查")
    amount: Money | MISSING = fact_field("违规金额", unit="元")
    deliberate: bool | MISSING = fact_field("是否恶意骗保")
    corrected: Day | None | MISSING = fact_field("纠正日期", blank="none")
    case: CaseRef | None | MISSING = fact_field("违规案件", blank="none")


class InsuranceCheck(Fact, title="医保基金检查", dated="held", kind="check"):
    """One check of the use of insurance funds, by the hospital or by others. `held` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("检查机构")
    check: CheckKind | MISSING = fact_field("检查类型")
    stage: CheckStage | MISSING = fact_field("监管环节")
    target: HospitalRef | MISSING = fact_field("被检查医院")
    held: Day | MISSING = fact_field("检查日期")
    covers: DateSpan | None | MISSING = fact_field("检查期间")
    uses_trace_codes: bool | MISSING = fact_field("是否应用追溯码")
    problems: Count | MISSING = fact_field("发现问题数", unit="个")
    amount: Money | MISSING = fact_field("违规金额", unit="元")
    cooperated: bool | MISSING = fact_field("医院是否配合")
    faults: tuple[BillingFault, ...] | MISSING = fact_field("检查问题类型")
    target_drawn: bool | MISSING = fact_field("检查对象是否随机抽取")
    inspectors_drawn: bool | MISSING = fact_field("检查人员是否随机选派")
    published: Day | None | MISSING = fact_field("结果公开日期", blank="none")


class FundRefund(Fact, title="医保基金退回", dated="refunded"):
    """One sum of insurance money that a hospital has paid back. `refunded` dates it. Key: `id`.

    `reason`: only 主动退回 is of its own accord. `ordered` is the day of the order, None where there was none or
    the record says nothing of one.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    refunded: Day | MISSING = fact_field("退回日期")
    amount: Money | MISSING = fact_field("退回金额", unit="元")
    reason: RefundReason | MISSING = fact_field("退回原因")
    ordered: Day | None | MISSING = fact_field("责令日期", blank="none", default=None)
    findings: tuple[str, ...] | MISSING = fact_field("收费问题认定编号")


class InsuranceRecord(Fact, title="医保资料保管", dated="made"):
    """One batch of records that must be kept. `made`, its day, dates it. Key: `id`.

    `keep_until` is the end of its keeping time; `destroyed` None: still kept.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    record: RecordKindKept | MISSING = fact_field("资料类型")
    made: Day | MISSING = fact_field("形成日期")
    keep_until: Day | MISSING = fact_field("保管期限")
    destroyed: Day | None | MISSING = fact_field("销毁日期", blank="none")
    complete: bool | MISSING = fact_field("是否完整")


class SettlementUpload(Fact, title="结算信息上传", dated="uploaded"):
    """One upload of settlement data of one episode of care. `uploaded` dates it. Key: `id`."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    episode: EpisodeRef | MISSING = fact_field("诊疗经过", private=True)
    uploaded: Day | MISSING = fact_field("上传日期")
    complete: bool | MISSING = fact_field("是否完整")
    accurate: bool | MISSING = fact_field("是否准确")
    billed: Money | MISSING = fact_field("费用总额", unit="元", private=True)
    uploaded_amount: Money | MISSING = fact_field("上传总额", unit="元", private=True)
    fund_paid: Money | MISSING = fact_field("基金支付", unit="元", private=True)
