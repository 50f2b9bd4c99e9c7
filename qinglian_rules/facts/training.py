"""Training that was held, who took part, and what people know."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, Key, Number, PersonRef, fact_field
from qinglian_rules.facts.refs import DepartmentRef, PlanRef, SessionRef
from qinglian_rules.facts.values import Day

TrainingKind = Literal[
    "行风专题学习",
    "重点岗位教育",
    "警示教育",
    "廉洁从业教育",
    "医德医风教育",
    "职业精神教育",
    "职业道德教育",
    "法纪教育",
    "忠诚教育",
    "理想信念教育",
    "党规党纪教育",
    "党员教育",
    "岗前教育",
    "业务培训",
    "入职晋升前培训",
    "医保政策培训",
    "普法宣传",
    "人文素养培训",
    "其他",
]
SessionState = Literal["计划", "已举行", "取消"]
TrainingForm = Literal["现场", "线上", "科室学习", "参观警示教育基地", "观看警示片", "其他"]
AbsenceReason = Literal["休假", "出差", "值班", "病假", "无故缺席", "其他"]


class TrainingSession(Fact, title="教育培训", dated="held", kind="training"):
    """One session of training or study. `held` dates it. Key: `id`.

    `state` tells one that took place from one that was planned or called off. `materials` are what was learned, law
    by law; `for_key_posts`: it is for the holders of key posts; `led_by` gave or led it. `cases_nearby`: cases from
    the body itself or from around it were used (身边案).
    Nobody counted one that says nothing of `expected` or `present`.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    training: TrainingKind | MISSING = fact_field("培训类别")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    held: Day | MISSING = fact_field("举行日期")
    state: SessionState | MISSING = fact_field("举行情况")
    plan: PlanRef | None | MISSING = fact_field("所属计划")
    form: TrainingForm | MISSING = fact_field("培训形式")
    department: DepartmentRef | None | MISSING = fact_field("组织科室")
    led_by: PersonRef | None | MISSING = fact_field("主讲人")
    for_key_posts: bool | MISSING = fact_field("是否面向重点岗位")
    for_all_staff: bool | MISSING = fact_field("是否面向全员")
    materials: tuple[str, ...] | MISSING = fact_field("学习内容")
    positive_cases: bool | MISSING = fact_field("是否使用正面典型")
    negative_cases: bool | MISSING = fact_field("是否使用反面典型")
    cases_nearby: bool | MISSING = fact_field("是否使用身边案例")
    expected: Count | None | MISSING = fact_field("应到人数", unit="人", blank="none", default=None)
    present: Count | None | MISSING = fact_field("实到人数", unit="人", blank="none", default=None)
    minutes: str | None | MISSING = fact_field("培训记录")


class Attendance(Fact, title="学习签到", dated="held"):
    """One person's part in one session. `held`, the day of the session, dates it. Key: `id`.

    `made_up` is the day on which an absent person caught up; None, or where a row says nothing of it: not yet.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    session: SessionRef | MISSING = fact_field("教育培训")
    held: Day | MISSING = fact_field("举行日期")
    person: PersonRef | MISSING = fact_field("人员")
    attended: bool | MISSING = fact_field("是否参加")
    reason: AbsenceReason | None | MISSING = fact_field("缺席原因", blank="none")
    made_up: Day | None | MISSING = fact_field("补学日期", blank="none", default=None)


class KnowledgeTest(Fact, title="知晓率测试", dated="held"):
    """One person's test on one topic. `held` dates it. Key: `id`. `knows` is the result that counts for 知晓率."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    held: Day | MISSING = fact_field("测试日期")
    person: PersonRef | MISSING = fact_field("人员")
    topic: str | MISSING = fact_field("测试主题")
    score: Number | None | MISSING = fact_field("得分", unit="分")
    knows: bool | MISSING = fact_field("是否知晓")
