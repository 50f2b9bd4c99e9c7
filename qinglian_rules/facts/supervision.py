"""Inspections, audits, what they find and whether it is set right; what patients say."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, HospitalRef, Key, PersonRef, fact_field
from qinglian_rules.facts.people import Function
from qinglian_rules.facts.refs import (
    CaseRef,
    DepartmentRef,
    EpisodeRef,
    FindingRef,
    InspectionRef,
    LeadRef,
    PostRef,
    SurveyRef,
    TenureRef,
)
from qinglian_rules.facts.values import DateSpan, Day

InspectionKind = Literal[
    "督查",
    "抽查",
    "明查",
    "暗访",
    "第三方评估",
    "媒体监督",
    "医院巡查",
    "政治巡察",
    "综合监管督察",
    "自查自纠",
    "专项检查",
    "日常监督",
    "交叉检查",
    "双随机一公开抽查",
    "飞行检查",
    "专项执法",
    "考核验收",
    "调研",
    "其他",
]
WatchList = Literal["政治监督动态清单", "廉政风险清单", "其他"]
PowerLink = Literal["医药购销", "建设工程", "干部任免", "经费使用", "其他"]
PowerNode = Literal["源头", "过程", "后续"]
OversightWay = Literal["预防式", "下沉式", "近身式", "其他"]
FindingGravity = Literal["一般", "较重", "重大"]
FindingState = Literal["待整改", "整改中", "已整改", "无法整改"]
AuditKind = Literal["任期经济责任审计", "离任审计", "专项审计", "内部审计", "财务收支审计", "基建审计", "其他"]
SurveyPoint = Literal[
    "门诊挂号",
    "门诊结算",
    "入院",
    "住院期间",
    "出院",
    "出院后",
    "第三方调查",
    "职工调查",
    "其他",
]
FollowUpWay = Literal["电话", "短信", "微信", "上门", "门诊复诊", "信函", "其他"]
ComplaintChannel = Literal[
    "12345热线",
    "12320热线",
    "信访",
    "来信",
    "来访",
    "来电",
    "网络",
    "意见箱",
    "上级转办",
    "媒体",
    "其他",
]
ComplaintKind = Literal["行风", "红包回扣", "服务态度", "医疗质量", "收费", "医保", "其他"]
ComplaintResult = Literal["属实", "部分属实", "不属实", "无法查实"]


class Inspection(Fact, title="检查", dated="held", kind="inspection"):
    """One inspection by a body, of itself or of another. `held`, its first day, dates it. Key: `id`.

    `target` is who is inspected: the body itself in 自查自纠. `topics` are what is looked at, `campaigns` the drives
    that it takes in, `leads` what hints it brought; `city` is the 设区市 whose whole area it covers, None for one body.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("检查机构")
    inspection: InspectionKind | MISSING = fact_field("检查类型")
    held: Day | MISSING = fact_field("检查日期")
    ended: Day | None | MISSING = fact_field("结束日期", blank="none")
    target: BodyRef | None | MISSING = fact_field("被检查机构")
    city: str | None | MISSING = fact_field("覆盖设区市", blank="none")
    department: DepartmentRef | None | MISSING = fact_field("检查部门")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    campaigns: tuple[str, ...] | MISSING = fact_field("专项行动")
    on_site: bool | MISSING = fact_field("是否现场检查")
    findings_count: Count | MISSING = fact_field("发现问题数", unit="个")
    leads: tuple[LeadRef, ...] | MISSING = fact_field("发现线索")
    report: str | None | MISSING = fact_field("检查报告")


class Oversight(Fact, title="权力运行监督", dated="held", kind="way"):
    """One act of a body's watch over how power is exercised. `held` dates it. Key: `id`.

    It looks at `persons`, at the work of offices (`functions`) and of `posts`, at `links` of the exercise of power
    (权力运行环节), and comes at its source, in its course or after it (`nodes`).
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    held: Day | MISSING = fact_field("监督日期")
    way: OversightWay | MISSING = fact_field("监督方式")
    persons: tuple[PersonRef, ...] | MISSING = fact_field("监督对象人员")
    functions: tuple[Function, ...] | MISSING = fact_field("监督对象部门职能")
    posts: tuple[PostRef, ...] | MISSING = fact_field("监督对象岗位")
    links: tuple[PowerLink, ...] | MISSING = fact_field("权力运行环节")
    nodes: tuple[PowerNode, ...] | MISSING = fact_field("监督节点")
    by: str | None | MISSING = fact_field("监督部门")


class Finding(Fact, title="检查发现", dated="found"):
    """One problem that an inspection or a survey has found. `found` dates it. Key: `id`. `body` must set it right.

    `cleared` is the day on which it was looked into to the bottom, None: not yet.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("责任机构")
    inspection: InspectionRef | None | MISSING = fact_field("检查")
    survey: SurveyRef | None | MISSING = fact_field("满意度评价", blank="none")
    found: Day | MISSING = fact_field("发现日期")
    cleared: Day | None | MISSING = fact_field("查清日期", blank="none")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    problem: str | MISSING = fact_field("问题")
    gravity: FindingGravity | MISSING = fact_field("严重程度")
    department: DepartmentRef | None | MISSING = fact_field("责任科室")
    person: PersonRef | None | MISSING = fact_field("责任人")
    due: Day | None | MISSING = fact_field("整改期限")
    published: bool | MISSING = fact_field("是否通报")


class Rectification(Fact, title="整改", dated="reported"):
    """One report on how a problem was set right. `reported` dates it. Key: `id`. `completed` None: not done yet.

    `case` is the case whose lessons it draws (以案促改), None where it draws none. `public_satisfied` is what the
    people concerned said of the result, None: nobody has asked them.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    finding: FindingRef | None | MISSING = fact_field("检查发现")
    case: CaseRef | None | MISSING = fact_field("案件", blank="none")
    reported: Day | MISSING = fact_field("整改报告日期")
    measures: str | None | MISSING = fact_field("整改措施")
    state: FindingState | MISSING = fact_field("整改状态")
    completed: Day | None | MISSING = fact_field("整改完成日期", blank="none")
    verified: bool | MISSING = fact_field("是否验收")
    public_satisfied: bool | None | MISSING = fact_field("群众是否满意", blank="none")
    verified_by: str | None | MISSING = fact_field("验收部门")


class WatchListEntry(Fact, title="监督清单事项", dated="span", kind="watch_list"):
    """One matter on a body's list of what it watches, for a run of days. `span` dates it. Key: `id`.

    `measures`, `office` and `due` say how, by whom and until when it is watched; `updated` None: never since it was put
    on the list.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    watch_list: WatchList | MISSING = fact_field("清单类型")
    span: DateSpan | MISSING = fact_field("列入期间")
    matter: str | MISSING = fact_field("监督事项")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    measures: str | None | MISSING = fact_field("监督措施")
    office: DepartmentRef | None | MISSING = fact_field("责任部门")
    due: Day | None | MISSING = fact_field("完成时限")
    updated: Day | None | MISSING = fact_field("最近更新日期", blank="none")


class Audit(Fact, title="审计", dated="reported", kind="audit"):
    """One audit. `reported`, the day of its report, dates it. Key: `id`. `covers` is the time that it looked at.

    `person` and `tenure` are of an audit of a person's responsibility: 任期经济责任审计, 离任审计.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    audit: AuditKind | MISSING = fact_field("审计类型")
    started: Day | MISSING = fact_field("开始日期")
    reported: Day | MISSING = fact_field("报告日期")
    covers: DateSpan | MISSING = fact_field("审计期间")
    person: PersonRef | None | MISSING = fact_field("被审计人")
    tenure: TenureRef | None | MISSING = fact_field("任职")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    auditor: str | MISSING = fact_field("审计单位")
    problems: Count | MISSING = fact_field("发现问题数", unit="个")


class SatisfactionSurvey(Fact, title="满意度评价", dated="done", kind="point"):
    """One patient's answer, or one round of a survey with the sum of its answers. `done` dates it. Key: `id`.

    `asks_conduct`: it asks about 行风; `online`: it was made through networks, by a site, an app or a scanned code.
    `answers` and `satisfied` are 1 and 0 or 1 for one patient's answer.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    done: Day | MISSING = fact_field("评价日期")
    point: SurveyPoint | MISSING = fact_field("评价环节")
    third_party: bool | MISSING = fact_field("是否第三方实施")
    surveyor: str | None | MISSING = fact_field("调查机构")
    asks_conduct: bool | MISSING = fact_field("是否评价行风")
    online: bool | MISSING = fact_field("是否通过信息网络")
    episode: EpisodeRef | None | MISSING = fact_field("诊疗经过", private=True)
    answers: Count | MISSING = fact_field("评价人数", unit="人")
    satisfied: Count | MISSING = fact_field("满意人数", unit="人")
    leads: tuple[LeadRef, ...] | MISSING = fact_field("收集线索")


class PatientFollowUp(Fact, title="患者随访", dated="done"):
    """One call on a patient after care. `done` dates it. Key: `id`. `asked_about_conduct`: it asked about 行风."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    done: Day | MISSING = fact_field("随访日期")
    way: FollowUpWay | MISSING = fact_field("随访方式")
    episode: EpisodeRef | None | MISSING = fact_field("诊疗经过", private=True)
    by: PersonRef | None | MISSING = fact_field("随访人")
    reached: bool | MISSING = fact_field("是否接通")
    asked_about_conduct: bool | MISSING = fact_field("是否询问行风")
    praised: bool | MISSING = fact_field("是否表扬")
    lead: LeadRef | None | MISSING = fact_field("线索")


class Complaint(Fact, title="投诉举报", dated="received"):
    """One complaint or petition. `received` dates it. Key: `id`. `closed` None: still open."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    received: Day | MISSING = fact_field("收到日期")
    channel: ComplaintChannel | MISSING = fact_field("渠道")
    matter: ComplaintKind | MISSING = fact_field("投诉类别")
    office: DepartmentRef | None | MISSING = fact_field("责任部门")
    responsible: PersonRef | None | MISSING = fact_field("责任人")
    accepted: Day | None | MISSING = fact_field("受理日期", blank="none")
    due: Day | None | MISSING = fact_field("办理期限")
    closed: Day | None | MISSING = fact_field("办结日期", blank="none")
    replied: Day | None | MISSING = fact_field("答复日期", blank="none")
    result: ComplaintResult | None | MISSING = fact_field("办理结果")
    published: bool | MISSING = fact_field("是否通报")
    lead: LeadRef | None | MISSING = fact_field("线索")
