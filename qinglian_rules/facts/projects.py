"""Building, information technology, and the money set apart for them."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, Key, Money, PersonRef, fact_field
from qinglian_rules.facts.people import Function
from qinglian_rules.facts.refs import CompanyRef, ConstructionRef, DecisionRef, FundRef, ItProjectRef, ProcurementRef
from qinglian_rules.facts.values import DateSpan, Day

ApprovalStep = Literal[
    "项目建议书",
    "可行性研究报告",
    "初步设计",
    "投资概算",
    "用地规划许可",
    "工程规划许可",
    "施工许可",
    "概算调整",
    "立项",
    "其他",
]
FundKind = Literal["基本建设资金", "专项资金", "设备购置资金", "信息化资金", "科研资金", "自有资金", "其他"]
FundUse = Literal["按规定用途", "截留", "挤占", "挪用", "归还", "收入"]
ItKind = Literal["信息系统", "网络安全", "硬件", "数据平台", "互联网医院", "其他"]
SecurityWork = Literal["规划", "建设", "运行"]
ProjectStage = Literal["立项", "招标", "建设", "验收", "使用"]


class ConstructionProject(Fact, title="基本建设项目", dated="span"):
    """One building project. `span`, from its first step to its acceptance, dates it. Key: `id`.

    `started` None: not begun. `estimate` is 批复概算 and `cost` what has been spent.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("建设单位")
    name: str | MISSING = fact_field("项目名称")
    span: DateSpan | MISSING = fact_field("项目期间")
    started: Day | None | MISSING = fact_field("开工日期", blank="none")
    approved: Day | None | MISSING = fact_field("立项批复日期", blank="none")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    estimate: Money | None | MISSING = fact_field("批复概算", unit="元")
    cost: Money | MISSING = fact_field("累计投资", unit="元")
    procurement: ProcurementRef | None | MISSING = fact_field("采购项目")
    tender_required: bool | MISSING = fact_field("是否依法必须招标")
    contractor: CompanyRef | None | MISSING = fact_field("施工企业")
    planned_days: Count | MISSING = fact_field("合理工期", unit="天")
    contract_days: Count | MISSING = fact_field("合同工期", unit="天")
    finished: Day | None | MISSING = fact_field("完工日期", blank="none")
    accepted: Day | None | MISSING = fact_field("竣工验收日期", blank="none")
    audited: Day | None | MISSING = fact_field("竣工决算审计日期", blank="none")
    responsible: PersonRef | None | MISSING = fact_field("项目负责人")


class ProjectApproval(Fact, title="建设审批", dated="granted"):
    """One approval of one step of a building project. `granted` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("建设单位")
    project: ConstructionRef | MISSING = fact_field("基本建设项目")
    step: ApprovalStep | MISSING = fact_field("审批环节")
    granted: Day | MISSING = fact_field("批复日期")
    authority: str | MISSING = fact_field("审批机关")
    number: str | None | MISSING = fact_field("批复文号")
    amount: Money | None | MISSING = fact_field("批复金额", unit="元")


class Fund(Fact, title="资金", dated="granted"):
    """One sum that is earmarked. `granted`, when it came in, dates it. Key: `id`. `purpose` is what it is for."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    kind: FundKind | MISSING = fact_field("资金类别")
    granted: Day | MISSING = fact_field("到账日期")
    amount: Money | MISSING = fact_field("金额", unit="元")
    purpose: str | MISSING = fact_field("规定用途")
    project: ConstructionRef | None | MISSING = fact_field("基本建设项目")
    source: str | None | MISSING = fact_field("资金来源")


class FundEntry(Fact, title="资金支出", dated="entered"):
    """One payment out of a fund. `entered` dates it. Key: `id`. `use` tells proper use from diversion.

    Paying back later is an entry of its own and cures nothing.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    fund: FundRef | MISSING = fact_field("资金")
    entered: Day | MISSING = fact_field("支出日期")
    amount: Money | MISSING = fact_field("金额", unit="元")
    purpose: str | MISSING = fact_field("实际用途")
    use: FundUse | MISSING = fact_field("使用认定")
    charged_to: ConstructionRef | None | MISSING = fact_field("列支项目")
    approved_by: PersonRef | None | MISSING = fact_field("审批人")


class ItProject(Fact, title="信息化项目", dated="span"):
    """One information technology project. `span`, from its approval to its end, dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("建设单位")
    name: str | MISSING = fact_field("项目名称")
    it: ItKind | MISSING = fact_field("项目类别")
    span: DateSpan | MISSING = fact_field("项目期间")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    procurement: ProcurementRef | None | MISSING = fact_field("采购项目")
    planned: Day | None | MISSING = fact_field("规划日期", blank="none")
    built: Day | None | MISSING = fact_field("建设日期", blank="none")
    in_use: Day | None | MISSING = fact_field("投入使用日期", blank="none")
    accepted: Day | None | MISSING = fact_field("验收日期", blank="none")
    intangible_booked: bool | MISSING = fact_field("是否计入无形资产")
    finance_involved: bool | MISSING = fact_field("财务是否参与")
    audit_involved: bool | MISSING = fact_field("审计是否参与")
    discipline_involved: bool | MISSING = fact_field("纪检是否参与")


class SecurityStage(Fact, title="网络安全工作", dated="done"):
    """One stage of the security work of an information technology project. `done` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("建设单位")
    project: ItProjectRef | MISSING = fact_field("信息化项目")
    work: SecurityWork | MISSING = fact_field("安全工作")
    done: Day | MISSING = fact_field("完成日期")
    level: str | None | MISSING = fact_field("等级保护级别")


class RiskControl(Fact, title="廉政风险防控", dated="done"):
    """One check of integrity risks in one stage of a project. `done` dates it. Key: `id`.

    `function` is the line of work of the office that made it.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    stage: ProjectStage | MISSING = fact_field("项目环节")
    it_project: ItProjectRef | None | MISSING = fact_field("信息化项目")
    construction: ConstructionRef | None | MISSING = fact_field("基本建设项目")
    procurement: ProcurementRef | None | MISSING = fact_field("采购项目")
    done: Day | MISSING = fact_field("防控日期")
    office: str | MISSING = fact_field("监督部门")
    function: Function | MISSING = fact_field("监督部门职能")
    risks: tuple[str, ...] | MISSING = fact_field("风险点")
