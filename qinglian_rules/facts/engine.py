"""Facts about facts: what is known completely, a body's own limits, what is on record, what a person found."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING, ConfigDict

from qinglian_rules.facts.base import BodyRef, Fact, Key, PersonRef, fact_field, known_field
from qinglian_rules.facts.values import DateSpan, Day

RecordKind = Literal[
    "制度",
    "机制",
    "方案",
    "计划",
    "分工",
    "承诺书",
    "会议",
    "学习",
    "教育培训",
    "活动",
    "宣传",
    "评选",
    "考核",
    "调查",
    "调研报告",
    "自查",
    "检查",
    "审计",
    "整改",
    "约谈",
    "谈话",
    "问责",
    "处置",
    "移送",
    "通报",
    "公示",
    "告知",
    "台账",
    "清单",
    "档案",
    "总结",
    "报告",
    "分析",
    "评审",
    "协议",
    "合同",
    "批复",
    "文件",
    "机构",
    "系统",
    "设施",
    "出版物",
    "服务",
    "其他",
]
"""What sort of paper, file, event or installation shows that something was done.

Words do not overlap. 制度 is a written rule, also 办法, 规则, 标准; 机制 is how offices work together. 学习 is study by
staff themselves, 教育培训 is taught. 方案 is also 实施细则; 计划 also 规划; 文件 also 部署, 意见, 通知; 分工 also 职责,
任务分解; 承诺书 also 责任书; 检查 also 督导, 巡查, 监督; 考核 also 评议; 调查 also 满意度, 随访; 公示 also 公开;
台账 also 登记; 分析 also 监测, 预警; 评审 also 验收; 机构 also 队伍; 系统 also 平台.
"""

FindingWord = Literal["符合", "基本符合", "不符合"]


class Complete(Fact, title="完整性声明", body=None, key=("type", "body", "kind", "start", "end")):
    """One statement that every fact of `type` between two days has been handed over; it has no date of its own.

    None of `start`, `body` or `kind` covers all of them. Its key is all that it says. `type` is an English name
    or a Chinese title. None of `end` states no day: such a statement speaks only for a type without a date.
    """

    model_config = ConfigDict(populate_by_name=True)

    type: Key = known_field("事实类型")
    body: BodyRef | None = known_field("机构", default=None)
    kind: str | None = known_field("类别", default=None)
    start: Day | None = known_field("自", default=None, alias="from")
    end: Day | None = known_field("至", default=None, alias="to")


class ParameterValue(Fact, title="参数取值", key=("body", "parameter", "start")):
    """One limit that a body has set for itself, from one day to another, both included; it has no date of its own.

    Its key is the body (None: every body), the parameter and the first day (None: always).
    None of `end`: it still holds. `parameter` is local (`removal_limit`) or qualified (`gx-2021/removal_limit`).
    `value` is text, read by the parameter's type and unit.
    """

    model_config = ConfigDict(populate_by_name=True)

    body: BodyRef | None = known_field("机构", default=None)
    parameter: Key = known_field("参数")
    start: Day | None = known_field("自", default=None, alias="from")
    end: Day | None = known_field("至", default=None, alias="to")
    value: str | MISSING = fact_field("取值")
    source: str | None | MISSING = fact_field("依据")


class EvidenceRecord(Fact, title="资料记录", dated="date", kind="record"):
    """One paper, file, event or installation on record: a policy, a plan, a meeting, a training. Key: `id`.

    `date` dates it: the day on which it was issued, held or put up. `topics` are words of `policies/topics.yaml`.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    record: RecordKind | MISSING = fact_field("资料类别")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    date: Day | MISSING = fact_field("日期")
    approved_by: str | None | MISSING = fact_field("批准单位")
    number: str | None | MISSING = fact_field("文号")
    title: str | MISSING = fact_field("名称")
    location: str | None | MISSING = fact_field("存放位置")


class Judgement(Fact, title="人工认定", dated="date"):
    """One finding by an office on what a person must judge. Key: `id`. `date`, the day of the finding, dates it.

    `about` is a rule (`gx-2021/3.3.4/rep-visit-policy-detailed`) or a question that a rule asks by `judged`.
    `subject` is the key of the fact judged and `subject_type` its type; the body itself where a body is judged.
    `period` is None where the rule has no `every`.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    about: str | MISSING = fact_field("认定事项")
    subject_type: str | MISSING = fact_field("对象类型")
    subject: str | MISSING = fact_field("对象")
    period: DateSpan | None | MISSING = fact_field("所属期间", blank="none")
    office: str | MISSING = fact_field("认定部门")
    assessor: PersonRef | None | MISSING = fact_field("认定人")
    finding: FindingWord | MISSING = fact_field("认定结论")
    basis: str | None | MISSING = fact_field("认定依据")
    date: Day | MISSING = fact_field("认定日期")
