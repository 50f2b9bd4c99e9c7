"""Appointing leaders, what must be checked before, and what leaders must report."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Fact, Key, Money, PersonRef, fact_field
from qinglian_rules.facts.refs import AppointmentRef, CaseRef, DecisionRef, PostRef, TenureRef
from qinglian_rules.facts.values import DateSpan, Day

AppointmentKind = Literal["提拔", "平级调动", "聘任", "任命", "续聘", "免职", "降职", "引进"]
SignatureRole = Literal["党委书记", "纪委书记", "党组织主要负责人", "纪检组织主要负责人", "其他"]
SignedDocument = Literal["廉政意见", "任前公示", "考察报告", "其他"]
TripPurpose = Literal["因公", "因私"]
ConcurrentKind = Literal["企业", "社会团体", "学会协会", "基金会", "其他医疗机构", "高校", "其他"]
Unfitness = Literal["不适宜", "不胜任"]
PersonalMatter = Literal["年度集中报告", "婚姻变化", "因私出国境", "房产", "投资", "子女从业", "其他"]


class Appointment(Fact, title="干部任用", dated="appointed"):
    """One appointment of one person to one post. `appointed` dates it. Key: `id`.

    `prior_case` is conduct before the appointment that came to light later or was passed over (带病提拔).
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    post: PostRef | MISSING = fact_field("岗位")
    appointment: AppointmentKind | MISSING = fact_field("任用方式")
    proposed: Day | None | MISSING = fact_field("动议日期", blank="none")
    deliberated: bool | MISSING = fact_field("是否规范酝酿")
    inspected: Day | None | MISSING = fact_field("考察日期", blank="none")
    decision: DecisionRef | None | MISSING = fact_field("集体决策")
    published: Day | None | MISSING = fact_field("公示日期", blank="none")
    appointed: Day | MISSING = fact_field("任用日期")
    prior_case: CaseRef | None | MISSING = fact_field("此前违规案件", blank="none")


class AppointmentCheck(Fact, title="任用审核", dated="done"):
    """One of the checks that must precede an appointment (凡提四必). `done` dates it. Key: `id`.

    `check` is in the words of the list that the body uses; `passed` is its result.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    appointment: AppointmentRef | MISSING = fact_field("干部任用")
    check: str | MISSING = fact_field("审核事项")
    done: Day | MISSING = fact_field("审核日期")
    passed: bool | MISSING = fact_field("是否通过")
    office: str | None | MISSING = fact_field("审核部门")


class Signature(Fact, title="签字", dated="signed"):
    """One person's signature under one document, as in 双签字. `signed` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    document: SignedDocument | MISSING = fact_field("签字文件")
    appointment: AppointmentRef | None | MISSING = fact_field("干部任用")
    role: SignatureRole | MISSING = fact_field("签字身份")
    person: PersonRef | MISSING = fact_field("签字人")
    signed: Day | MISSING = fact_field("签字日期")


class UnfitFinding(Fact, title="任职不适认定", dated="found"):
    """One finding that a cadre is not suited to, or not up to, the post that the person holds. `found` dates it.

    Key: `id`. `tenure` is the holding of that post: its end is the day on which the person left it.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("干部")
    tenure: TenureRef | MISSING = fact_field("任职")
    unfitness: Unfitness | MISSING = fact_field("认定情形")
    found: Day | MISSING = fact_field("认定日期")
    found_by: str | None | MISSING = fact_field("认定部门")
    reason: str | None | MISSING = fact_field("认定原因", private=True)


class PersonalMattersReport(Fact, title="个人有关事项报告", dated="reported"):
    """One report by one leader on personal matters. `reported` dates it. Key: `id`.

    `verified_true` None: not checked yet.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("报告人")
    matter: PersonalMatter | MISSING = fact_field("报告事项", private=True)
    occurred: Day | None | MISSING = fact_field("事项发生日期", blank="none", private=True)
    due: Day | None | MISSING = fact_field("报告期限")
    reported: Day | MISSING = fact_field("报告日期")
    verified_true: bool | None | MISSING = fact_field("核查是否属实", blank="none", private=True)


class Trip(Fact, title="出国境", dated="departed"):
    """One trip abroad of one person. `departed` dates it. Key: `id`. `registered`: the person is on file (登记备案)."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    purpose: TripPurpose | MISSING = fact_field("出境类型", private=True)
    registered: bool | MISSING = fact_field("是否登记备案")
    approved: Day | None | MISSING = fact_field("批准日期", blank="none")
    departed: Day | MISSING = fact_field("离境日期", private=True)
    returned: Day | None | MISSING = fact_field("返回日期", blank="none", private=True)
    passport_handed_in: Day | None | MISSING = fact_field("证件交回日期", blank="none")


class ConcurrentPost(Fact, title="兼职任职", dated="span"):
    """One post that one person holds elsewhere, for a run of days. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("人员")
    organisation_kind: ConcurrentKind | MISSING = fact_field("兼职单位类别")
    organisation: str | MISSING = fact_field("兼职单位")
    span: DateSpan | MISSING = fact_field("兼职期间")
    approved: Day | None | MISSING = fact_field("批准日期", blank="none")
    paid: bool | MISSING = fact_field("是否取酬")
    amount: Money | None | MISSING = fact_field("报酬金额", unit="元", private=True)
