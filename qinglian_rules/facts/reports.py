"""What is planned, shared out and reported upwards."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, Key, PersonRef, fact_field
from qinglian_rules.facts.refs import CaseRef, DecisionRef, DepartmentRef, LeadRef, PlanRef, ReportableMatterRef
from qinglian_rules.facts.values import DateSpan, Day

ReportKind = Literal[
    "季度工作进展",
    "年度工作总结",
    "下一年度工作计划",
    "阶段性进展",
    "实施方案",
    "案件上报",
    "线索上报",
    "重大事项请示报告",
    "院长负责制执行情况报告",
    "自查自纠报告",
    "整改报告",
    "调研报告",
    "样本医院推荐",
    "典型案例报送",
    "其他",
]
ReportableWay = Literal["请示", "报告"]
ReportForm = Literal["纸质", "电子邮件", "公文系统", "传真", "其他"]
PlanKind = Literal[
    "年度工作计划",
    "行风教育培训计划",
    "医院发展总体规划",
    "专项行动方案",
    "清廉医院建设实施方案",
    "轮岗计划",
    "普法计划",
    "审计计划",
    "整改方案",
    "其他",
]


class ReportSubmission(Fact, title="材料报送", dated="received", kind="report"):
    """One report that `body`, the sender, has sent to one recipient. `received` dates it. Key: `id`.

    `period_covered` is the quarter, year or other span that it reports on, None where it is about an event.
    `recipient_office` is the office at the recipient, such as 清廉医院建设工作专班.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("报送单位")
    report: ReportKind | MISSING = fact_field("报送类型")
    recipient: BodyRef | MISSING = fact_field("接收单位")
    recipient_office: str | None | MISSING = fact_field("接收部门")
    period_covered: DateSpan | None | MISSING = fact_field("报告期间")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    sent: Day | None | MISSING = fact_field("发出日期")
    received: Day | MISSING = fact_field("收到日期")
    form: ReportForm | MISSING = fact_field("报送方式")
    case: CaseRef | None | MISSING = fact_field("案件")
    lead: LeadRef | None | MISSING = fact_field("线索")
    matter: ReportableMatterRef | None | MISSING = fact_field("请示报告事项")
    number: str | None | MISSING = fact_field("文号")


class ReportableMatter(Fact, title="请示报告事项", dated="arose", kind="way"):
    """One major matter that a body asks its superior about (请示) or tells it of (报告). `arose` dates it. Key: `id`.

    `decided` is when the body decided the matter, None: not yet, or there is nothing to decide.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    way: ReportableWay | MISSING = fact_field("请示或报告")
    arose: Day | MISSING = fact_field("事项发生日期")
    matter: str | MISSING = fact_field("事项")
    decided: Day | None | MISSING = fact_field("决定日期", blank="none")


class WorkPlan(Fact, title="工作计划", dated="adopted", kind="plan"):
    """One plan of a body. `adopted` dates it. Key: `id`. `span` is the time that it plans.

    `quantified`, `specific` and `binding` are 量化, 细化, 硬化 of its goals, as found when it was adopted.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    plan: PlanKind | MISSING = fact_field("计划类型")
    adopted: Day | MISSING = fact_field("制定日期")
    span: DateSpan | MISSING = fact_field("计划期间")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    sessions_planned: Count | None | MISSING = fact_field("计划培训次数", unit="次")
    quantified: bool | MISSING = fact_field("目标是否量化")
    specific: bool | MISSING = fact_field("目标是否细化")
    binding: bool | MISSING = fact_field("目标是否硬化")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    number: str | None | MISSING = fact_field("文号")


class TaskAssignment(Fact, title="任务分解", dated="assigned"):
    """One task of a plan, given to one office. `assigned` dates it. Key: `id`. `done` None: not done yet."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    plan: PlanRef | None | MISSING = fact_field("工作计划")
    task: str | MISSING = fact_field("任务")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    office: DepartmentRef | None | MISSING = fact_field("责任部门")
    person: PersonRef | None | MISSING = fact_field("责任人")
    assigned: Day | MISSING = fact_field("分解日期")
    due: Day | None | MISSING = fact_field("完成期限")
    done: Day | None | MISSING = fact_field("完成日期", blank="none")
