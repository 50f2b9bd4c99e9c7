"""Who takes part: hospitals, authorities, departments, persons, companies."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import (
    AuthorityRef,
    Body,
    BodyRef,
    Count,
    Fact,
    HospitalRef,
    Key,
    PersonRef,
    fact_field,
    known_field,
)
from qinglian_rules.facts.refs import BranchRef, CompanyRef, DepartmentRef
from qinglian_rules.facts.values import DateSpan, Day, WeeklySlot

HospitalKind = Literal[
    "综合医院",
    "中医医院",
    "专科医院",
    "妇幼保健院",
    "社区卫生服务中心",
    "乡镇卫生院",
    "门诊部",
    "诊所",
    "村卫生室",
    "医疗美容机构",
    "其他医疗机构",
]
HospitalLevel = Literal[
    "三级特等",
    "三级甲等",
    "三级乙等",
    "三级丙等",
    "三级未定等",
    "二级甲等",
    "二级乙等",
    "二级丙等",
    "二级未定等",
    "一级甲等",
    "一级乙等",
    "一级丙等",
    "一级未定等",
    "未定级",
]
Ownership = Literal["公立", "民营"]
Affiliation = Literal["委属", "省级直属", "市属", "县属", "乡镇", "高校附属", "军队", "企业举办", "社会办", "其他"]
AuthorityKind = Literal["卫生健康主管部门", "中医药主管部门", "医疗保障部门", "其他主管部门"]
AuthorityLevel = Literal["国家级", "省级", "市级", "县级"]
CultureSpace = Literal["院史馆", "展览馆", "陈列馆", "长廊", "楼道", "亭子", "厅室", "墙体", "电梯内", "其他"]
DepartmentKind = Literal["临床科室", "医技科室", "职能科室", "后勤部门", "其他"]
Function = Literal[
    "办公室",
    "党务",
    "纪检监察",
    "行风管理",
    "人事",
    "财务",
    "审计",
    "医务",
    "护理",
    "质控",
    "感染管理",
    "药剂",
    "设备",
    "信息",
    "医保",
    "采购招标",
    "基建",
    "总务",
    "宣传",
    "科教",
    "保卫",
    "诊疗",
    "其他",
]
Profession = Literal["医师", "护士", "药师", "医技人员", "管理人员", "工勤人员", "其他"]
CadreRank = Literal["主要负责人", "领导班子其他成员", "中层正职", "中层副职", "一般人员"]
StaffKind = Literal["在编", "合同制", "劳务派遣", "规范化培训", "进修", "实习", "返聘", "多点执业", "其他"]
RelationKind = Literal[
    "配偶", "父母", "子女", "兄弟姐妹", "子女的配偶", "其他近亲属", "朋友", "同学", "老乡", "其他利害关系"
]
CompanyKind = Literal[
    "药品", "医疗器械", "医用耗材", "试剂", "医药流通", "信息化", "建设工程", "中介代理", "服务", "其他"
]


class Hospital(Body, title="医院", body="id"):
    """One medical institution, of any size and ownership: hospital, health centre, clinic. Key: `id`; no date.

    `reception_hours`, `reception_places` and `reception_staff` are what it has published for representatives of
    companies; an empty list says that it has published none. One that says nothing of `closed` is open.
    """

    kind: HospitalKind | None | MISSING = fact_field("机构类别")
    level: HospitalLevel | None | MISSING = fact_field("级别")
    district: str | None | MISSING = fact_field("县区")
    ownership: Ownership | MISSING = fact_field("举办性质")
    for_profit: bool | MISSING = fact_field("是否营利性")
    affiliation: Affiliation | None | MISSING = fact_field("隶属关系")
    registered_by: AuthorityRef | None | MISSING = fact_field("登记机关")
    registered: Day | MISSING = fact_field("登记日期")
    closed: Day | None | MISSING = fact_field("注销日期", blank="none", default=None)
    has_party_committee: bool | MISSING = fact_field("是否设党委")
    beds: Count | MISSING = fact_field("编制床位", unit="张")
    reception_hours: tuple[WeeklySlot, ...] | MISSING = fact_field("接待时段")
    reception_places: tuple[str, ...] | MISSING = fact_field("接待地点")
    reception_staff: tuple[PersonRef, ...] | MISSING = fact_field("接待人员")
    culture_spaces: tuple[CultureSpace, ...] | MISSING = fact_field("可作宣传的空间")


class HealthAuthority(Body, title="主管部门", body="id"):
    """One authority that supervises hospitals: 卫生健康委, 中医药局, 医保局. Key: `id`; no date.

    `affiliation` and `ownership` are a hospital's: an authority is known to have none, so that a rule on both can ask
    for them.
    """

    kind: AuthorityKind | None | MISSING = fact_field("机构类别")
    level: AuthorityLevel | None | MISSING = fact_field("级别")
    district: str | None | MISSING = fact_field("县区")
    affiliation: Affiliation | None = known_field("隶属关系", default=None)
    ownership: Ownership | None = known_field("举办性质", default=None)


class Department(Fact, title="科室"):
    """One department or office of a hospital or an authority. Key: `id`; no date."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    name: str | MISSING = fact_field("名称")
    kind: DepartmentKind | MISSING = fact_field("科室类别")
    function: Function | MISSING = fact_field("职能")
    specialty: str | None | MISSING = fact_field("专业")
    head: PersonRef | None | MISSING = fact_field("负责人")


class PartyBranch(Fact, title="党支部"):
    """One party branch. Key: `id`; no date. `secretary_leads_specialty`: its secretary also leads the specialty.

    A branch that says nothing of it has a committee and party groups, and was founded before any day that is asked
    about.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    name: str | MISSING = fact_field("名称")
    departments: tuple[DepartmentRef, ...] | MISSING = fact_field("所在科室")
    secretary: PersonRef | None | MISSING = fact_field("书记")
    secretary_leads_specialty: bool | MISSING = fact_field("书记是否学科带头人")
    members: Count | MISSING = fact_field("党员人数", unit="人")
    has_committee: bool | MISSING = fact_field("是否设支部委员会", default=True)
    has_groups: bool | MISSING = fact_field("是否设党小组", default=True)
    founded: Day | None | MISSING = fact_field("成立日期", blank="none", default=None)


class Person(Fact, title="人员"):
    """One person who works for a hospital or an authority, known by an id and never by a name. Key: `id`; no date.

    `exercises_public_power` is 行使公权力的公职人员. Patients, representatives and other outsiders need no record here.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    is_medical_staff: bool | MISSING = fact_field("是否医务人员")
    is_party_member: bool | MISSING = fact_field("是否党员", private=True)
    exercises_public_power: bool | MISSING = fact_field("是否行使公权力")
    profession: Profession | MISSING = fact_field("人员类型")
    rank: CadreRank | MISSING = fact_field("干部层级")
    professional_title: str | None | MISSING = fact_field("职称")
    specialty: str | None | MISSING = fact_field("专业")
    department: DepartmentRef | None | MISSING = fact_field("所在科室")
    branch: BranchRef | None | MISSING = fact_field("所在党支部", private=True)
    born: Day | MISSING = fact_field("出生日期", private=True)


class Employment(Fact, title="聘用", dated="span"):
    """One run of days on which a person works for a body. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    span: DateSpan | MISSING = fact_field("在岗期间")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    staff_kind: StaffKind | MISSING = fact_field("用工形式")
    on_leave: bool | MISSING = fact_field("是否长期离岗")


class Relationship(Fact, title="利害关系"):
    """One tie of a person to somebody outside or inside, or to a company. Key: `id`; no date.

    `other` is the id of the other person; None where the tie is to a company alone.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    other: str | None | MISSING = fact_field("关系人", private=True)
    relation: RelationKind | MISSING = fact_field("关系类别", private=True)
    company: CompanyRef | None | MISSING = fact_field("关联企业")
    declared: Day | None | MISSING = fact_field("申报日期")


class Company(Fact, title="企业"):
    """One company that deals with a hospital, as the hospital keeps it on file. Key: `id`; no date."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    name: str | MISSING = fact_field("名称")
    kind: CompanyKind | MISSING = fact_field("企业类别")
    is_producer: bool | MISSING = fact_field("是否生产企业")
    is_distributor: bool | MISSING = fact_field("是否经营企业")
