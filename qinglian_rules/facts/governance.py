"""Bodies of work: who leads them, who belongs to them, who works in them full time, and who watches from outside."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Fact, HospitalRef, Key, PersonRef, fact_field
from qinglian_rules.facts.people import Function
from qinglian_rules.facts.refs import DecisionRef, DepartmentRef, StructureRef
from qinglian_rules.facts.values import DateSpan, Day

StructureKind = Literal[
    "行风建设组织机构",
    "行风建设领导小组",
    "专项工作机制",
    "临时性工作机构",
    "部门协调机制",
    "清廉医院建设专班",
    "清廉医院建设协调机制",
    "法治工作机构",
    "纪检监察机构",
    "审计机构",
    "医保管理机构",
    "专业委员会",
    "医疗质量管理委员会",
    "医院感染管理委员会",
    "药事管理委员会",
    "其他",
]
StructureRole = Literal["组长", "副组长", "成员", "办公室主任", "工作人员"]
CoordinationKind = Literal["信息通报", "联合整治", "线索移交", "联席会议", "联合检查", "跟踪反馈", "联合惩戒", "其他"]
ResponsibilityName = Literal[
    "行风管理第一责任人",
    "专项行动第一承办人",
    "党风廉政建设第一责任人",
    "清廉医院建设第一责任人",
    "行风建设一岗双责",
    "行风工作专人",
    "党建工作第一责任人",
    "党风廉政建设一岗双责",
    "基本建设资金管理责任人",
    "其他",
]
ContactMatter = Literal["高层次人才", "党支部", "科室", "其他"]


class Structure(Fact, title="工作机构", dated="span", kind="structure"):
    """One body of work that exists for a run of days: a leading group, an office, a mechanism. `span` dates it.

    Key: `id`. `office` is where its daily work is done (办公室设在); `functions` are the lines of work that take part;
    `led_by` is the body that leads it (牵头).
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    structure: StructureKind | MISSING = fact_field("机构类型")
    span: DateSpan | MISSING = fact_field("设立期间")
    head: PersonRef | None | MISSING = fact_field("组长")
    deputies: tuple[PersonRef, ...] | MISSING = fact_field("副组长")
    office: DepartmentRef | None | MISSING = fact_field("办公室所在部门")
    functions: tuple[Function, ...] | MISSING = fact_field("参与部门职能")
    led_by: BodyRef | None | MISSING = fact_field("牵头单位")
    member_bodies: tuple[str, ...] | MISSING = fact_field("成员单位")
    duties_written: bool | MISSING = fact_field("是否明确职责")
    founding_document: str | None | MISSING = fact_field("成立文号")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")


class NamedResponsibility(Fact, title="责任人指定", dated="span", kind="responsibility"):
    """One naming, by a body, of the person who bears a responsibility. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    responsibility: ResponsibilityName | MISSING = fact_field("责任名称")
    person: PersonRef | MISSING = fact_field("责任人")
    span: DateSpan | MISSING = fact_field("指定期间")
    number: str | None | MISSING = fact_field("文号")


class StaffAssignment(Fact, title="工作机构人员", dated="span"):
    """One person's work in one structure, for a run of days. `span` dates it. Key: `id`. `full_time` is 专职."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    structure: StructureRef | MISSING = fact_field("工作机构")
    person: PersonRef | MISSING = fact_field("人员")
    role: StructureRole | MISSING = fact_field("角色")
    full_time: bool | MISSING = fact_field("是否专职")
    duties_written: bool | MISSING = fact_field("是否明确职责")
    span: DateSpan | MISSING = fact_field("任职期间")


class Coordination(Fact, title="部门联动", dated="held", kind="coordination"):
    """One act of co-operation between authorities or departments. `held` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    coordination: CoordinationKind | MISSING = fact_field("联动方式")
    held: Day | MISSING = fact_field("日期")
    partners: tuple[str, ...] | MISSING = fact_field("参与部门")
    topics: tuple[str, ...] | MISSING = fact_field("主题")
    result: str | None | MISSING = fact_field("结果")


class SocialSupervisor(Fact, title="社会监督员", dated="span"):
    """One outsider whom a hospital has asked to watch its conduct, for a run of days. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("聘期")
    occupation: str | None | MISSING = fact_field("职业背景", private=True)
    opinions: Count | MISSING = fact_field("反馈意见数", unit="条")


class SensitivePlace(Fact, title="重点场所"):
    """One place of a hospital where 红包 are likely, and its cameras. Key: `id`; no date.

    `cameras` is how many work there; `blind_spot`: a part of it is out of their sight.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    place: str | MISSING = fact_field("场所")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    red_packet_prone: bool | MISSING = fact_field("是否容易产生红包行为")
    cameras: Count | MISSING = fact_field("监控设施数量", unit="个")
    blind_spot: bool | MISSING = fact_field("是否有监控死角")
    checked: Day | None | MISSING = fact_field("最近检查日期")


class LeaderContact(Fact, title="领导联系服务", dated="span"):
    """One leader's charge to keep in touch with a person, a branch or a department. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    leader: PersonRef | MISSING = fact_field("领导")
    matter: ContactMatter | MISSING = fact_field("联系对象类别")
    person: PersonRef | None | MISSING = fact_field("联系人员")
    department: DepartmentRef | None | MISSING = fact_field("联系科室")
    span: DateSpan | MISSING = fact_field("联系期间")
    last_contact: Day | None | MISSING = fact_field("最近联系日期")
