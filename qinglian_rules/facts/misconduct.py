"""Leads, cases of misconduct, and what was done about them."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import (
    BodyRef,
    Count,
    Fact,
    HospitalRef,
    Key,
    Money,
    Number,
    PersonRef,
    fact_field,
)
from qinglian_rules.facts.refs import (
    BenefitRef,
    CaseRef,
    ClinicalFindingRef,
    CompanyRef,
    DepartmentRef,
    FindingRef,
    IndicatorRef,
    InspectionRef,
    LeadRef,
    ReviewRef,
    UsageAlertRef,
)
from qinglian_rules.facts.values import DateSpan, Day

Behaviour = Literal[
    "收受红包",
    "索取红包",
    "收受回扣",
    "索取回扣",
    "输送回扣",
    "收受其他不正当利益",
    "索取其他不正当利益",
    "收受提成",
    "介绍患者收取提成",
    "接受企业宴请娱乐",
    "参加交换条件推广活动",
    "违规接受捐赠",
    "借学术科研捐赠输送利益",
    "违规插手采购",
    "违规插手基本建设",
    "采购中收受贿赂",
    "招投标不良行为",
    "私自采购",
    "私自销售",
    "私自使用",
    "违规推销产品",
    "商业统方",
    "泄露患者隐私",
    "欺诈骗保",
    "违规收费",
    "过度检查",
    "过度诊疗",
    "不合理用药",
    "大处方",
    "诱导消费",
    "诱导医疗",
    "违规占有公私财物",
    "违规发放津补贴",
    "违规操作基建项目",
    "违规选人用人",
    "为亲友谋利",
    "以权谋私",
    "非法行医",
    "出租出借证照",
    "伪造买卖证照",
    "超范围执业",
    "使用非卫生技术人员",
    "虚假检查诊断",
    "发布违法广告",
    "违规配置使用大型设备",
    "违规投放设备",
    "非法医疗美容",
    "非法应用辅助生殖技术",
    "违反政治纪律",
    "对党不忠诚不老实",
    "阳奉阴违",
    "形式主义官僚主义",
    "政绩观错位",
    "违背新发展理念",
    "背离高质量发展要求",
    "搞形象工程",
    "搞政绩工程",
    "失职失责",
    "其他",
]
LeadChannel = Literal[
    "来信",
    "来访",
    "来电",
    "网络",
    "12345热线",
    "12320热线",
    "信访",
    "明查暗访",
    "第三方评估",
    "媒体监督",
    "社会监督员",
    "随访",
    "满意度评价",
    "监控",
    "监测预警",
    "检查",
    "自查",
    "审计",
    "上级交办",
    "部门移送",
    "主动上缴",
    "其他",
]
LeadOutcome = Literal["查实", "部分查实", "不属实", "无法查实", "办理中"]
Recipient = Literal[
    "司法机关", "公安机关", "纪检监察机关", "卫生健康部门", "医保部门", "市场监管部门", "药监部门", "税务部门", "其他"
]
SanctionKind = Literal[
    "批评教育",
    "通报批评",
    "诫勉",
    "党内警告",
    "党内严重警告",
    "撤销党内职务",
    "留党察看",
    "开除党籍",
    "警告",
    "记过",
    "记大过",
    "降低岗位等级",
    "撤职",
    "开除",
    "解聘",
    "低聘",
    "扣发绩效",
    "罚款",
    "没收违法所得",
    "暂停执业",
    "吊销执业证书",
    "取消评优资格",
    "其他",
]
MeasureKind = Literal["约谈", "调岗", "核减绩效", "暂停执业", "限制处方权", "离岗培训", "提醒谈话", "责令整改", "其他"]
ResponsibleRole = Literal["当事人", "部门负责人", "分管领导", "主要领导", "选任责任人"]
AccountabilityResult = Literal["查清无责任", "批评教育", "诫勉", "通报", "组织处理", "纪律处分", "其他"]
BulletinScope = Literal["科室内", "院内", "系统内", "公开"]
BulletinSubject = Literal["案件查处", "典型案例", "督查问题", "监测排名", "工作进展", "其他"]
CompanyMeasureKind = Literal[
    "信用评级", "约谈", "暂停采购", "中止采购", "取消中选", "行业禁入", "列入黑名单", "移送线索", "其他"
]
HealthRights = Literal["漠视", "损害", "未涉及"]
"""How an act bears on the health of the people: 漠视 disregards it, 损害 harms it."""

CreditGrade = Literal["一般", "中等", "严重", "特别严重"]
ScoredParty = Literal["医疗机构", "医师"]
DisciplineForm = Literal["第一种形态", "第二种形态", "第三种形态", "第四种形态"]


class Lead(Fact, title="问题线索", dated="received"):
    """One hint at misconduct that a body has received. `received` dates it. Key: `id`. `closed` None: still open."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    received: Day | MISSING = fact_field("收到日期")
    channel: LeadChannel | MISSING = fact_field("线索渠道")
    behaviour: Behaviour | MISSING = fact_field("反映行为")
    campaign: str | None | MISSING = fact_field("专项行动")
    person: PersonRef | None | MISSING = fact_field("被反映人")
    company: CompanyRef | None | MISSING = fact_field("涉及企业")
    benefit: BenefitRef | None | MISSING = fact_field("利益往来")
    assigned_to: str | None | MISSING = fact_field("承办部门")
    responsible: PersonRef | None | MISSING = fact_field("承办人")
    due: Day | None | MISSING = fact_field("办理期限")
    closed: Day | None | MISSING = fact_field("办结日期", blank="none")
    outcome: LeadOutcome | MISSING = fact_field("办理结果")
    feedback: Day | None | MISSING = fact_field("反馈日期", blank="none")


class MisconductCase(Fact, title="违规案件", dated="occurred", kind="behaviour"):
    """One case of one behaviour of one person, company or body. Key: `id`.

    `occurred`, the day of the behaviour, dates it. `verified` is 查实, and `verified_on` its day: None only where the
    case is known not to be verified. `person` is None where a company or the body itself is at fault.
    A case that names no `benefit` or no `lead` rests on none that is recorded.
    `scored_parties` are those who get points for it under the rules on 不良执业行为记分; an empty list: nobody.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    occurred: Day | MISSING = fact_field("行为发生日期")
    behaviour: Behaviour | MISSING = fact_field("行为")
    person: PersonRef | None | MISSING = fact_field("当事人")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    company: CompanyRef | None | MISSING = fact_field("企业")
    lead: LeadRef | None | MISSING = fact_field("线索", blank="none", default=None)
    benefit: BenefitRef | None | MISSING = fact_field("利益往来", blank="none", default=None)
    amount: Money | None | MISSING = fact_field("涉案金额", unit="元")
    opened: Day | None | MISSING = fact_field("立案日期")
    verified: bool | MISSING = fact_field("是否查实")
    verified_on: Day | None | MISSING = fact_field("查实日期")
    verified_by: str | None | MISSING = fact_field("查实部门")
    crime_suspected: bool | MISSING = fact_field("是否涉嫌犯罪")
    major: bool | MISSING = fact_field("是否重大案件")
    typical: bool | MISSING = fact_field("是否典型案件")
    scored_parties: tuple[ScoredParty, ...] | MISSING = fact_field("应记分对象")
    political_and_economic: bool | MISSING = fact_field("是否政治经济问题交织")
    campaign: str | None | MISSING = fact_field("专项行动")
    review: ReviewRef | None | MISSING = fact_field("相关评审")
    health_rights: HealthRights | MISSING = fact_field("健康权益影响")
    closed: Day | None | MISSING = fact_field("结案日期", blank="none")


class CaseTransfer(Fact, title="线索案件移送", dated="transferred"):
    """One transfer of a case or a lead to another authority. `transferred` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("移送机构")
    case: CaseRef | None | MISSING = fact_field("案件")
    lead: LeadRef | None | MISSING = fact_field("线索")
    recipient: Recipient | MISSING = fact_field("接收机关")
    transferred: Day | MISSING = fact_field("移送日期")
    accepted: bool | MISSING = fact_field("是否受理")
    investigated: Day | None | MISSING = fact_field("开展调查日期", blank="none")
    feedback: Day | None | MISSING = fact_field("反馈日期", blank="none")


class Sanction(Fact, title="处罚处分", dated="imposed", kind="sanction"):
    """One penalty for a case. `imposed` dates it. Key: `id`. `amount_considered`: it was set by the sum involved."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    case: CaseRef | MISSING = fact_field("案件")
    person: PersonRef | None | MISSING = fact_field("被处罚人")
    company: CompanyRef | None | MISSING = fact_field("被处罚企业")
    sanction: SanctionKind | MISSING = fact_field("处罚种类")
    imposed: Day | MISSING = fact_field("处罚日期")
    imposed_by: str | None | MISSING = fact_field("处罚决定部门")
    amount_considered: bool | MISSING = fact_field("是否依据金额")
    amount: Money | None | MISSING = fact_field("处罚金额", unit="元")
    months: Count | None | MISSING = fact_field("处罚期限", unit="月")


class DisciplineUse(Fact, title="四种形态运用", dated="applied", kind="form"):
    """One use of one of the 四种形态 of discipline on one person. `applied` dates it. Key: `id`.

    `case` is None where it was early advice and no case.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    form: DisciplineForm | MISSING = fact_field("形态")
    applied: Day | MISSING = fact_field("运用日期")
    person: PersonRef | MISSING = fact_field("对象人员")
    case: CaseRef | None | MISSING = fact_field("案件", blank="none")
    lead: LeadRef | None | MISSING = fact_field("线索", blank="none")


class Measure(Fact, title="处理措施", dated="taken", kind="measure"):
    """One measure short of a penalty, on a person, a department or a body. `taken` dates it. Key: `id`.

    `target` is the body that an authority calls in; None where the measure is on a person or a department.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    measure: MeasureKind | MISSING = fact_field("措施种类")
    taken: Day | MISSING = fact_field("采取日期")
    person: PersonRef | None | MISSING = fact_field("对象人员")
    department: DepartmentRef | None | MISSING = fact_field("对象科室")
    target: BodyRef | None | MISSING = fact_field("对象机构")
    reason: str | None | MISSING = fact_field("原因")
    indicator: IndicatorRef | None | MISSING = fact_field("用量指标")
    alert: UsageAlertRef | None | MISSING = fact_field("用量预警")
    case: CaseRef | None | MISSING = fact_field("案件")
    finding: FindingRef | None | MISSING = fact_field("检查发现")
    clinical_finding: ClinicalFindingRef | None | MISSING = fact_field("诊疗问题认定", blank="none")
    amount: Money | None | MISSING = fact_field("核减金额", unit="元")
    span: DateSpan | None | MISSING = fact_field("措施期间")


class Accountability(Fact, title="责任追究", dated="decided"):
    """One examination of one person's responsibility for a case, and its result. `decided` dates it. Key: `id`.

    `liable` is what the examination found: the person answers for it.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    case: CaseRef | None | MISSING = fact_field("案件")
    person: PersonRef | MISSING = fact_field("责任人")
    role: ResponsibleRole | MISSING = fact_field("责任类型")
    examined: Day | None | MISSING = fact_field("查清日期", blank="none")
    decided: Day | MISSING = fact_field("决定日期")
    liable: bool | MISSING = fact_field("是否负有责任")
    result: AccountabilityResult | MISSING = fact_field("追究结果")
    matter: str | None | MISSING = fact_field("追责事由")


class Bulletin(Fact, title="通报", dated="issued"):
    """One bulletin. `issued` dates it. Key: `id`. `cases` are those that it reports; `campaign` the drive it serves.

    `inspection` is the one whose findings it makes known; None: none in particular.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("发布机构")
    issued: Day | MISSING = fact_field("通报日期")
    subject: BulletinSubject | MISSING = fact_field("通报内容")
    scope: BulletinScope | MISSING = fact_field("通报范围")
    cases: tuple[CaseRef, ...] | MISSING = fact_field("通报案件")
    inspection: InspectionRef | None | MISSING = fact_field("通报的检查", blank="none")
    target: BodyRef | None | MISSING = fact_field("被通报机构")
    campaign: str | None | MISSING = fact_field("专项行动")
    number: str | None | MISSING = fact_field("文号")


class CompanyMeasure(Fact, title="企业惩戒", dated="decided"):
    """One measure against a company that is involved in a case. `decided` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    company: CompanyRef | MISSING = fact_field("企业")
    case: CaseRef | None | MISSING = fact_field("案件")
    measure: CompanyMeasureKind | MISSING = fact_field("惩戒种类")
    credit_grade: CreditGrade | None | MISSING = fact_field("失信等级")
    basis: str | None | MISSING = fact_field("裁量依据")
    decided: Day | MISSING = fact_field("决定日期")


class PracticeScore(Fact, title="不良执业行为记分", dated="scored"):
    """One entry of points against a doctor or an institution. `scored` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("记分机构")
    person: PersonRef | None | MISSING = fact_field("医师")
    institution: HospitalRef | None | MISSING = fact_field("医疗机构")
    case: CaseRef | None | MISSING = fact_field("案件")
    behaviour: str | MISSING = fact_field("不良执业行为")
    points: Number | MISSING = fact_field("分值", unit="分")
    cycle: DateSpan | None | MISSING = fact_field("记分周期")
    scored: Day | MISSING = fact_field("记分日期")
