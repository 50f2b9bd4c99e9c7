"""Assessment of medical ethics, what a grade does, and decisions about staff that rest on it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import MISSING, Field

from qinglian_rules.facts.base import BodyRef, Fact, Key, Money, Number, PersonRef, fact_field, known_field
from qinglian_rules.facts.refs import DecisionRef, EffectRuleRef, EthicsAssessmentRef
from qinglian_rules.facts.values import DateSpan, Day

Year = Annotated[int, Field(ge=1900, le=2199)]
Grade = Literal["优秀", "良好", "合格", "一般", "较差", "不合格"]
AppraisalKind = Literal["年度考核", "综合考评", "医师定期考核", "聘期考核", "绩效考核", "党建考核"]
AppraisalResult = Literal["优秀", "合格", "基本合格", "不合格", "不确定等次"]
PersonnelKind = Literal[
    "评先评优",
    "职务晋级",
    "职称聘任",
    "岗位聘用",
    "绩效分配",
    "薪酬待遇",
    "年度考核",
    "定期考核",
    "其他",
]
PersonnelResult = Literal["有利", "不利", "不变"]
GradeEffect = Literal["取消资格", "不予晋升", "不予聘任", "扣减", "降等", "优先", "加分", "无影响"]
PayForm = Literal["岗位绩效工资", "年薪制", "协议工资", "项目工资", "其他"]
Honour = Literal["行风先进个人", "行风先进单位", "其他先进个人", "其他先进单位"]


class EthicsAssessment(Fact, title="医德考评", dated="assessed"):
    """One recorded assessment of one person for one year. `assessed` dates it. Key: `id`.

    `covers_nine_rules`: whether it takes in how the person keeps 九项准则.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    year: Year | MISSING = fact_field("考评年度")
    assessed: Day | MISSING = fact_field("考评日期")
    grade: Grade | MISSING = fact_field("考评等级")
    score: Number | None | MISSING = fact_field("医院评分", unit="分")
    own_score: Number | None | MISSING = fact_field("个人评分", unit="分")
    department_score: Number | None | MISSING = fact_field("科室评分", unit="分")
    added: Number | MISSING = fact_field("加分", unit="分")
    deducted: Number | MISSING = fact_field("扣分", unit="分")
    covers_nine_rules: bool | MISSING = fact_field("是否纳入九项准则")
    published: bool | MISSING = fact_field("是否公示")
    signed_by: PersonRef | None | MISSING = fact_field("签名人")


class EthicsFile(Fact, title="医德档案", dated="opened"):
    """One person's file of medical ethics. `opened` dates it. Key: `id`. `updated` is the day of its last entry."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    opened: Day | MISSING = fact_field("建档日期")
    updated: Day | None | MISSING = fact_field("最近更新日期")
    number: str | None | MISSING = fact_field("档案编号")


class Appraisal(Fact, title="人员考核", dated="appraised", kind="appraisal"):
    """One appraisal of one person: yearly, periodical, of doctors. `appraised` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    appraisal: AppraisalKind | MISSING = fact_field("考核类别")
    year: Year | MISSING = fact_field("考核年度")
    appraised: Day | MISSING = fact_field("考核日期")
    result: AppraisalResult | MISSING = fact_field("考核结果")
    covers_nine_rules: bool | MISSING = fact_field("是否纳入九项准则")
    covers_party_work: bool | MISSING = fact_field("是否纳入党建工作成效")
    assessment: EthicsAssessmentRef | None | MISSING = fact_field("引用的医德考评")


class PersonnelDecision(Fact, title="人事决定", dated="decided", kind="decision"):
    """One decision on one person: an award, a promotion, a post, pay. `decided` dates it. Key: `id`.

    `basis` is the body's own rule on what a grade does, None where it rests on none; `assessment` is the
    assessment that it cites. `result` is seen from the person.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    decision: PersonnelKind | MISSING = fact_field("决定类别")
    decided: Day | MISSING = fact_field("决定日期")
    year: Year | MISSING = fact_field("所属年度")
    result: PersonnelResult | MISSING = fact_field("决定结果")
    basis: EffectRuleRef | None | MISSING = fact_field("依据的运用规定")
    assessment: EthicsAssessmentRef | None | MISSING = fact_field("引用的医德考评")
    collective: DecisionRef | None | MISSING = fact_field("集体决策")
    party_work_considered: bool | MISSING = fact_field("是否以党建工作成效为依据")
    reason: str | None | MISSING = fact_field("理由")


class EffectRule(Fact, title="考评结果运用规定", dated="span"):
    """One line of a body's own rule on what a grade does to one kind of decision, in force for a run of days.

    `span` dates it. Key: `id`. `grade` None or not given: the line holds for every grade.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("施行期间")
    decision: PersonnelKind | MISSING = fact_field("决定类别")
    grade: Grade | None | MISSING = fact_field("考评等级", blank="none", default=None)
    effect: GradeEffect | MISSING = fact_field("运用方式")
    years: Number | None | MISSING = fact_field("影响年限", unit="年")
    number: str | None | MISSING = fact_field("文号")


class PayScheme(Fact, title="薪酬分配方案", dated="span"):
    """One scheme of pay of a hospital, in force for a run of days. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("施行期间")
    adopted: Day | MISSING = fact_field("通过日期")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    total_managed: bool | MISSING = fact_field("是否薪酬总量管理")
    total: Money | None | MISSING = fact_field("薪酬总量", unit="元")
    linked_to_appraisal: bool | MISSING = fact_field("是否与考核结果挂钩")
    linked_to_hospital_appraisal: bool | MISSING = fact_field("是否与医院绩效考核结果挂钩")
    linked_to_head_pay: bool | MISSING = fact_field("主要负责人薪酬是否挂钩")
    linked_to_revenue: bool | MISSING = fact_field("是否与业务收入挂钩")
    reflects_duties: bool | MISSING = fact_field("是否体现岗位职责")
    reflects_knowledge: bool | MISSING = fact_field("是否体现知识价值")
    published: bool | MISSING = fact_field("是否公开")
    forms: tuple[PayForm, ...] | MISSING = fact_field("分配方式")


class Commendation(Fact, title="评选表彰", dated="decided", kind="honour"):
    """One person or one unit that a body has chosen as a model, and how it was honoured. `decided` dates it. Key: `id`.

    `body` is who chose; `person` is None for a unit. `praised` is 通报表扬, `rewarded` is 嘉奖 or any other reward.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("评选机构")
    honour: Honour | MISSING = fact_field("荣誉类别")
    decided: Day | MISSING = fact_field("评定日期")
    person: PersonRef | None | MISSING = fact_field("先进个人")
    unit: str | None | MISSING = fact_field("先进单位")
    praised: bool | MISSING = fact_field("是否表扬")
    rewarded: bool | MISSING = fact_field("是否嘉奖")
    number: str | None | MISSING = fact_field("文号")


class EthicsGrade(Fact, title="医德等级", dated="date", key=("person", "year"), derived=True):
    """The grade that follows for one person and one year. Its key is both; `date`, when it came about, dates it."""

    person: PersonRef = known_field("人员")
    year: Year = known_field("考评年度")
    body: BodyRef | MISSING = fact_field("机构")
    grade: Grade | MISSING = fact_field("考评等级")
    date: Day | MISSING = fact_field("形成日期")
