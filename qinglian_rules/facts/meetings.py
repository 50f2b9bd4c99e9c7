"""Meetings, what stands on their agenda, who says what in which order, and what is decided."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, Key, Money, PersonRef, fact_field
from qinglian_rules.facts.refs import AgendaItemRef, BranchRef, CatalogueRef, DecisionRef, DepartmentRef, MeetingRef
from qinglian_rules.facts.values import DateSpan, Day

MeetingKind = Literal[
    "党委会",
    "党组会",
    "院长办公会",
    "主管部门办公会",
    "党政联席会",
    "职工代表大会",
    "支部委员会",
    "支部党员大会",
    "党小组会",
    "党课",
    "理论学习中心组学习",
    "民主生活会",
    "组织生活会",
    "民主评议党员",
    "谈心谈话",
    "述职评议会",
    "书记院长沟通会",
    "行风专题会",
    "行风部门联席会",
    "科务会",
    "专家论证会",
    "听证会",
    "其他",
]
DecidingBody = Literal["党委会", "党组会", "院长办公会", "党政联席会", "支部委员会", "职工代表大会", "其他会议", "个人"]
MatterKind = Literal["重大事项决策", "重要干部任免", "重大项目安排", "大额度资金使用", "学习", "日常事项"]
"""The first four are 三重一大."""

DecisionResult = Literal["通过", "不通过", "缓议"]
CriticismKind = Literal["自我批评", "相互批评"]


class Meeting(Fact, title="会议", dated="held", kind="meeting"):
    """One meeting that was held. `held` dates it. Key: `id`. `chair` presides; `expected`, `present`: members."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    meeting: MeetingKind | MISSING = fact_field("会议类型")
    held: Day | MISSING = fact_field("会议日期")
    notified: Day | None | MISSING = fact_field("会议通知日期")
    branch: BranchRef | None | MISSING = fact_field("党支部")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    chair: PersonRef | MISSING = fact_field("主持人")
    recorder: PersonRef | None | MISSING = fact_field("记录人")
    expected: Count | MISSING = fact_field("应到人数", unit="人")
    present: Count | MISSING = fact_field("实到人数", unit="人")
    attendees: tuple[PersonRef, ...] | MISSING = fact_field("出席人员")
    leaders_present: Count | MISSING = fact_field("班子成员实到人数", unit="人")
    minutes: str | None | MISSING = fact_field("会议纪要")
    topics: tuple[str, ...] | MISSING = fact_field("主题")


class AgendaItem(Fact, title="议题", dated="held"):
    """One item of a meeting's agenda. `held`, the day of the meeting, dates it. Key: `id`. `order` counts from 1."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    meeting: MeetingRef | MISSING = fact_field("会议")
    held: Day | MISSING = fact_field("会议日期")
    order: Count | MISSING = fact_field("议题顺序")
    matter: MatterKind | MISSING = fact_field("事项类别")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    subject: str | MISSING = fact_field("议题名称")
    deliberated: bool | MISSING = fact_field("是否讨论")
    decided: bool | MISSING = fact_field("是否作出决定")
    temporary: bool | MISSING = fact_field("是否临时动议")
    opinions_heard: bool | MISSING = fact_field("是否听取意见")
    legally_reviewed: bool | MISSING = fact_field("是否合法性审查")
    party_first: bool | MISSING = fact_field("是否党委前置研究")


class Statement(Fact, title="会议发言", dated="held"):
    """One person's remark on one item. `held`, the day of the meeting, dates it. Key: `id`.

    `order` counts the remarks on the item from 1; `procedural` remarks only lead through the meeting.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    item: AgendaItemRef | MISSING = fact_field("议题")
    held: Day | MISSING = fact_field("会议日期")
    person: PersonRef | MISSING = fact_field("发言人")
    order: Count | MISSING = fact_field("发言顺序")
    procedural: bool | MISSING = fact_field("是否程序性发言")
    agrees: bool | None | MISSING = fact_field("是否同意")


class CriticismRemark(Fact, title="批评发言", dated="held", kind="criticism"):
    """One person's self-criticism, or criticism of another, at one meeting. `held`, its day, dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    meeting: MeetingRef | MISSING = fact_field("会议")
    held: Day | MISSING = fact_field("会议日期")
    criticism: CriticismKind | MISSING = fact_field("批评类别")
    person: PersonRef | MISSING = fact_field("发言人")
    about: PersonRef | None | MISSING = fact_field("被批评人")


class Decision(Fact, title="决策", dated="made"):
    """One decision. `made` dates it. Key: `id`. `collective`: a meeting discussed it together and decided it.

    `matter` is its class in 三重一大 and `entry` the entry of the catalogue under which it falls, None where it falls
    under none; `subject` says what was decided and `concerns` holds the ids of what it decides.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    made: Day | MISSING = fact_field("决策日期")
    item: AgendaItemRef | None | MISSING = fact_field("议题")
    meeting: MeetingRef | None | MISSING = fact_field("会议")
    organ: DecidingBody | MISSING = fact_field("决策机构")
    matter: MatterKind | MISSING = fact_field("事项类别")
    entry: CatalogueRef | None | MISSING = fact_field("清单条目")
    subject: str | MISSING = fact_field("决策事项")
    concerns: tuple[str, ...] | MISSING = fact_field("涉及记录编号")
    collective: bool | MISSING = fact_field("是否集体讨论决定")
    result: DecisionResult | MISSING = fact_field("决策结果")
    votes_for: Count | MISSING = fact_field("赞成票", unit="票")
    votes_against: Count | MISSING = fact_field("反对票", unit="票")
    abstentions: Count | MISSING = fact_field("弃权票", unit="票")
    amount: Money | None | MISSING = fact_field("涉及金额", unit="元")
    carried_out_by: PersonRef | None | MISSING = fact_field("执行负责人")
    carried_out: Day | None | MISSING = fact_field("执行日期", blank="none")
    supervised: bool | MISSING = fact_field("是否督办")
    published: bool | MISSING = fact_field("是否公开")


class Recusal(Fact, title="回避", dated="held"):
    """One person's conflict of interest in a matter, and whether the person withdrew. `held` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    held: Day | MISSING = fact_field("事项日期")
    person: PersonRef | MISSING = fact_field("人员")
    item: AgendaItemRef | None | MISSING = fact_field("议题")
    decision: DecisionRef | None | MISSING = fact_field("决策")
    matter: str | None | MISSING = fact_field("事项")
    reason: str | MISSING = fact_field("回避原因", private=True)
    withdrew: bool | MISSING = fact_field("是否回避")


class MajorMatterCatalogue(Fact, title="三重一大事项清单", dated="span"):
    """One entry of a body's catalogue of 三重一大 matters, in force for a run of days. `span` dates it. Key: `id`.

    `topic` is a word of the controlled topics, such as 轮岗; `from_amount` is the sum from which it falls under it.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("施行期间")
    matter: MatterKind | MISSING = fact_field("事项类别")
    topic: str | MISSING = fact_field("事项主题")
    description: str | None | MISSING = fact_field("事项说明")
    from_amount: Money | None | MISSING = fact_field("金额起点", unit="元")
    organ: DecidingBody | MISSING = fact_field("决策机构")
    needs_legal_review: bool | MISSING = fact_field("是否须合法性审查")
    needs_hearing: bool | MISSING = fact_field("是否须听证")
