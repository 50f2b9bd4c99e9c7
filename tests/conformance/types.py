"""The fact types of the conformance cases: small, made up, with a field of every kind that a condition can read.

They take part in the vocabulary as a class of a user's own package does. Titles start with 样例, so that they meet no
title of a real type.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import Annotated, Literal

from pydantic import MISSING

from qinglian_rules.facts.base import (
    BodyRef,
    Count,
    Fact,
    Key,
    Moment,
    Money,
    RefTo,
    Share,
    SignedMoney,
    fact_field,
    known_field,
)
from qinglian_rules.facts.values import DateSpan, Day, WeeklySlot

ThingRef = Annotated[str, RefTo("Thing")]
StayRef = Annotated[str, RefTo("Stay")]
WorkerRef = Annotated[str, RefTo("Worker")]

LARGEST = 2**53


class Thing(Fact, title="样例事物", dated="on", kind="sort"):
    """One record dated by a day. Its fields have every plain type; `other_…` fields give a second operand."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    on: Day | MISSING = fact_field("日期")
    sort: Literal["甲", "乙", "丙"] | MISSING = fact_field("类别")
    flag: bool | MISSING = fact_field("标志")
    other_flag: bool | MISSING = fact_field("另一标志")
    number: int | MISSING = fact_field("数", ge=-LARGEST, le=LARGEST)
    other_number: int | MISSING = fact_field("另一数", ge=-LARGEST, le=LARGEST)
    visits: Count | MISSING = fact_field("次数", unit="次")
    amount: Money | MISSING = fact_field("金额", unit="元")
    other_amount: Money | MISSING = fact_field("另一金额", unit="元")
    balance: SignedMoney | MISSING = fact_field("余额", unit="元")
    part: Share | MISSING = fact_field("占比")
    text: str | MISSING = fact_field("文字")
    note: str | None | MISSING = fact_field("备注")
    remark: str | None | MISSING = fact_field("附注")
    until: Day | None | MISSING = fact_field("截止")
    deadline: Day | MISSING = fact_field("期限")
    moment: Moment | MISSING = fact_field("时刻")
    other_moment: Moment | MISSING = fact_field("另一时刻")
    clock: time | MISSING = fact_field("钟点")
    other_clock: time | MISSING = fact_field("另一钟点")
    lasts: timedelta | MISSING = fact_field("历时")
    span: DateSpan | MISSING = fact_field("期间")
    other_span: DateSpan | MISSING = fact_field("另一期间")
    tags: tuple[str, ...] | MISSING = fact_field("标签")
    numbers: tuple[int, ...] | MISSING = fact_field("数列")
    slots: tuple[WeeklySlot, ...] | MISSING = fact_field("时段")
    other: ThingRef | None | MISSING = fact_field("另一事物")
    third: ThingRef | None | MISSING = fact_field("第三事物")
    others: tuple[ThingRef, ...] | MISSING = fact_field("其他事物")
    worker: WorkerRef | MISSING = fact_field("员工")


class Event(Fact, title="样例事件", dated="at"):
    """One happening, dated by a moment, that may belong to a thing."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    at: Moment | MISSING = fact_field("时刻")
    thing: ThingRef | None | MISSING = fact_field("事物")
    flag: bool | MISSING = fact_field("标志")


class Slip(Fact, title="样例便条", dated="on"):
    """One record whose date may be None."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    on: Day | None | MISSING = fact_field("日期")
    flag: bool | MISSING = fact_field("标志")


class Stay(Fact, title="样例任期", dated="span"):
    """One run of days of a worker."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("期间")
    worker: WorkerRef | MISSING = fact_field("员工")
    flag: bool | MISSING = fact_field("标志")
    number: int | MISSING = fact_field("数", ge=-LARGEST, le=LARGEST)


class Worker(Fact, title="样例员工"):
    """One person of a body; a type without a date."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    level: Literal["高", "中", "低"] | MISSING = fact_field("层级")
    mentor: WorkerRef | None | MISSING = fact_field("导师")
    recorded: Literal["优秀", "合格", "不合格"] | None | MISSING = fact_field("所记等次")
    flag: bool | MISSING = fact_field("标志")


class Grade(Fact, title="样例等次", dated="on", key=("worker", "year"), derived=True):
    """The grade of a worker in a year."""

    worker: WorkerRef = known_field("员工")
    year: int = known_field("年度")
    body: BodyRef | MISSING = fact_field("机构")
    on: Day | MISSING = fact_field("日期")
    grade: Literal["优秀", "合格", "不合格"] | MISSING = fact_field("等次")


class Mark(Fact, title="样例标记", dated="on", key=("thing",), derived=True):
    """A mark on a thing; `level` need not be concluded."""

    thing: ThingRef = known_field("事物")
    body: BodyRef | MISSING = fact_field("机构")
    on: Day | MISSING = fact_field("日期")
    level: Literal["轻", "重"] | MISSING = fact_field("程度")


class YearMark(Fact, title="样例年度标记", dated="on", key=("owner", "year"), derived=True):
    """A mark on a body in a year."""

    owner: BodyRef = known_field("所属机构")
    year: int = known_field("年度")
    body: BodyRef | MISSING = fact_field("机构")
    on: Day | MISSING = fact_field("日期")


class Verdict(Fact, title="样例结论", key=("worker",), derived=True):
    """What follows for a worker from other derived facts; without a date."""

    worker: WorkerRef = known_field("员工")
    body: BodyRef | MISSING = fact_field("机构")
    barred: bool | MISSING = fact_field("是否受限")


class Run(Fact, title="样例连续任期", dated="span", key=("stay",), derived=True):
    """The unbroken run of stays that holds a stay."""

    stay: StayRef = known_field("任期")
    body: BodyRef | MISSING = fact_field("机构")
    span: DateSpan | MISSING = fact_field("期间")
