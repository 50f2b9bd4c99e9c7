"""Reviews of hospitals, the creation of model units, and what a veto makes of them."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Fact, HospitalRef, Key, Number, fact_field, known_field
from qinglian_rules.facts.refs import CaseRef, DepartmentRef, FindingRef, ReviewRef
from qinglian_rules.facts.values import DateSpan, Day

ReviewKind = Literal["医院评审", "临床重点专科评审", "医院等级复审", "其他评审"]
ReviewResultWord = Literal["通过", "不通过", "整改后再审", "未结论"]
UnitKind = Literal["医院", "科室", "领导班子", "团队", "支部", "亮点单元", "样本医院"]
DemonstrationResult = Literal["通过", "不通过", "待验收"]


class AccreditationReview(Fact, title="医院评审", dated="held", kind="review"):
    """One review of a hospital or of one of its specialties. `held`, the day of its result, dates it. Key: `id`.

    `major_problem`: a written finding says that a major problem of conduct came up; `finding` is that document and
    `cases` are what it rests on. `result` is what was recorded, whatever should have followed.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("参评医院")
    reviewer: BodyRef | MISSING = fact_field("评审机构")
    review: ReviewKind | MISSING = fact_field("评审类型")
    specialty: str | None | MISSING = fact_field("专科")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    held: Day | MISSING = fact_field("评审结论日期")
    span: DateSpan | None | MISSING = fact_field("评审周期")
    result: ReviewResultWord | MISSING = fact_field("评审结论")
    score: Number | None | MISSING = fact_field("评分", unit="分")
    major_problem: bool | MISSING = fact_field("是否认定重大行风问题")
    finding_document: str | None | MISSING = fact_field("认定文书")
    found_on: Day | None | MISSING = fact_field("认定日期")
    finding: FindingRef | None | MISSING = fact_field("检查发现")
    cases: tuple[CaseRef, ...] | MISSING = fact_field("相关案件")
    covers_integrity: bool | MISSING = fact_field("是否纳入清廉医院建设")


class CreationRoster(Fact, title="创建名单", dated="span"):
    """One unit on an authority's roster of units that work to become models, for a run of days. `span` dates it.

    Key: `id`. `body` is the authority whose roster it is.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("名单主管机构")
    unit: str | MISSING = fact_field("创建单位")
    hospital: HospitalRef | None | MISSING = fact_field("医院")
    unit_kind: UnitKind | MISSING = fact_field("单位类型")
    span: DateSpan | MISSING = fact_field("列入期间")


class DemonstrationReview(Fact, title="示范单位验收", dated="accepted"):
    """One acceptance of one unit as a model, or its refusal. `accepted`, the day of the result, dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("验收机构")
    unit: str | MISSING = fact_field("创建单位")
    hospital: HospitalRef | None | MISSING = fact_field("医院")
    unit_kind: UnitKind | MISSING = fact_field("单位类型")
    accepted: Day | MISSING = fact_field("验收日期")
    result: DemonstrationResult | MISSING = fact_field("验收结果")
    score: Number | None | MISSING = fact_field("评分", unit="分")


class ReviewOutcome(Fact, title="评审结果", dated="date", key=("review",), derived=True):
    """What a review must come to. Its key is the review; `date`, when that came about, dates it."""

    review: ReviewRef = known_field("评审")
    body: HospitalRef | MISSING = fact_field("参评医院")
    outcome: ReviewResultWord | MISSING = fact_field("应有结论")
    date: Day | MISSING = fact_field("形成日期")
