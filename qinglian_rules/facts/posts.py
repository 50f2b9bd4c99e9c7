"""Posts, the power that they carry, who holds them, and how they rotate."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, Key, PersonRef, fact_field, known_field
from qinglian_rules.facts.refs import DecisionRef, DepartmentRef, PostRef, RotationPlanRef, TenureRef
from qinglian_rules.facts.values import DateSpan, Day

PostCategory = Literal[
    "人事干部",
    "财务",
    "采购",
    "审批",
    "采购和审批",
    "审计",
    "纪检监察",
    "医保",
    "药品保管",
    "物资保管",
    "行政管理",
    "临床",
    "医技",
    "护理",
    "药学",
    "其他",
]
PostDuty = Literal[
    "人事管理", "干部管理", "财务管理", "会计出纳", "采购", "审批", "采购和审批", "保管验收", "监督", "诊疗", "其他"
]
DutyObject = Literal["物资", "服务", "药剂", "耗材", "试剂", "基建", "信息", "设备", "其他", "无"]
PostRole = Literal["主要负责人", "领导班子其他成员", "部门负责人", "经办人员", "一般岗位"]
PowerOver = Literal["人", "财", "物", "其他"]
PowerForm = Literal["处置权", "决定权", "建议权", "执行权"]
GridRole = Literal["网格长", "网格员", "网格成员"]
MoveReason = Literal["到期轮岗", "提前轮岗", "发现问题", "其他调动"]


class Post(Fact, title="岗位"):
    """One post of a body, judged by what its holder does and not by its name. Key: `id`; no date.

    `duty` and `duty_object` say what it does and to what: 采购 of 耗材. `major_risk` is 重大廉政风险; `named_key`:
    the body itself has named it a key post; `conduct_key`: it is a key post in the body's watch over conduct.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    name: str | MISSING = fact_field("岗位名称")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    category: PostCategory | MISSING = fact_field("岗位类别")
    duty: PostDuty | MISSING = fact_field("职责")
    duty_object: DutyObject | MISSING = fact_field("职责对象")
    role: PostRole | MISSING = fact_field("岗位层级")
    is_head: bool | MISSING = fact_field("是否主要负责人岗位")
    is_party_head: bool | MISSING = fact_field("是否党组织主要负责人岗位")
    is_leader: bool | MISSING = fact_field("是否领导班子岗位")
    major_risk: bool | MISSING = fact_field("是否重大廉政风险")
    named_key: bool | MISSING = fact_field("是否列为关键岗位")
    conduct_key: bool | MISSING = fact_field("是否行风重点岗位")


class PostPower(Fact, title="岗位权力"):
    """One power that a post carries: over people, money or goods, and in which form. Key: `id`; no date."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    post: PostRef | MISSING = fact_field("岗位")
    over: PowerOver | MISSING = fact_field("权力对象")
    form: PowerForm | MISSING = fact_field("权力形式")
    matter: str | None | MISSING = fact_field("权力事项")


class PostTenure(Fact, title="任职", dated="span"):
    """One run of days on which one person holds one post. `span` dates it. Key: `id`.

    `held_on` is a day on which the person is known to have held the post: it bounds a start that is not known. It says
    what somebody knows, so that a tenure for which nobody gives it is known to have none.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    post: PostRef | MISSING = fact_field("岗位")
    span: DateSpan | MISSING = fact_field("任职期间")
    held_on: Day | None = known_field("已知在岗日期", default=None)
    appointed_by: str | None | MISSING = fact_field("任命文号")


class RotationPolicy(Fact, title="轮岗规定", dated="span"):
    """One line of a body's own rule on rotation, in force for a run of days. `span` dates it. Key: `id`.

    It holds for posts of `category` and of `role`; None, or where the line says nothing: for all of them. A break of
    at most `gap_days` whole days does not restart the term.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("施行期间")
    category: PostCategory | None | MISSING = fact_field("岗位类别", blank="none", default=None)
    role: PostRole | None | MISSING = fact_field("岗位层级", blank="none", default=None)
    max_term_months: Count | MISSING = fact_field("最长任期", unit="月")
    gap_days: Count | MISSING = fact_field("不中断任期的间隔", unit="天")
    number: str | None | MISSING = fact_field("文号")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")


class RotationPlan(Fact, title="轮岗计划", dated="adopted"):
    """One plan of who rotates when. `adopted` dates it. Key: `id`. `decision` None: not decided collectively."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    adopted: Day | MISSING = fact_field("制定日期")
    span: DateSpan | MISSING = fact_field("计划期间")
    posts: tuple[PostRef, ...] | MISSING = fact_field("轮岗岗位")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")


class RotationMove(Fact, title="轮岗", dated="moved"):
    """One move of one person from one post to another. `moved` dates it. Key: `id`.

    `decision` None: not decided collectively. A move is a rotation unless its reason says otherwise, and under no plan
    unless it names one.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    from_post: PostRef | MISSING = fact_field("原岗位")
    to_post: PostRef | None | MISSING = fact_field("新岗位")
    moved: Day | MISSING = fact_field("轮岗日期")
    reason: MoveReason | MISSING = fact_field("轮岗原因", default="到期轮岗")
    plan: RotationPlanRef | None | MISSING = fact_field("轮岗计划", blank="none", default=None)
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    handover_checked: bool | MISSING = fact_field("是否交接审查")


class LeaderPortfolio(Fact, title="领导分管", dated="span"):
    """One field of work that one leader is in charge of, for a run of days. `span` dates it. Key: `id`.

    `area` is in the words of the list that the body uses for 五不直接分管; `direct` is 直接分管.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("领导")
    span: DateSpan | MISSING = fact_field("分管期间")
    area: str | MISSING = fact_field("分管领域")
    direct: bool | MISSING = fact_field("是否直接分管")


class GridAssignment(Fact, title="网格监督", dated="span"):
    """One person's place in the grid of mutual supervision, for a run of days. `span` dates it. Key: `id`.

    `head` is somebody else who leads the grid and has no row of his own; a row that says nothing of it names nobody.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    grid: str | MISSING = fact_field("网格")
    person: PersonRef | MISSING = fact_field("人员")
    role: GridRole | MISSING = fact_field("网格角色")
    head: PersonRef | None | MISSING = fact_field("网格负责人", blank="none", default=None)
    span: DateSpan | MISSING = fact_field("在网期间")


class KeyPost(Fact, title="关键岗位", key=("post",), derived=True):
    """One post that is a key post by a document's definition. Its key is the post; like a post it has no date."""

    post: PostRef = known_field("岗位")
    body: BodyRef | MISSING = fact_field("机构")


class ContinuousTenure(Fact, title="连续任职", dated="span", key=("tenure",), derived=True):
    """The unbroken run of days on which a person has done the same duties, across renames and short breaks.

    Its key is the tenure that it was reckoned for; `span`, the whole run, dates it.
    """

    tenure: TenureRef = known_field("任职")
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    post: PostRef | MISSING = fact_field("岗位")
    span: DateSpan | MISSING = fact_field("连续任职期间")
