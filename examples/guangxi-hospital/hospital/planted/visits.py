"""Representatives at the wrong hour, place or person, without booking, approval or record; outsiders who stayed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.ordinary.visits import add_intrusion, add_visit
from qinglian_rules.facts.engine import ParameterValue
from qinglian_rules.facts.visits import Intrusion, RepVisit, VisitBooking

_RULE = "gx-2021/3.3.4/rep-visit-three-fixed-three-recorded"
_INTRUDER = "gx-2021/3.3.4/intruder-sent-away"
_WEDNESDAY = datetime(2023, 5, 10, 15, 0)
_ALL = ("定时", "定点", "定人", "有预约", "有流程", "有记录")

_VISITS: tuple[tuple[str, datetime, dict[str, Any], tuple[str, ...], str], ...] = (
    ("LF-A1", datetime(2022, 3, 16, 11, 0), {}, ("定时",), "周三上午不是接待时段"),
    ("LF-A2", datetime(2022, 4, 20, 17, 0), {}, ("定时",), "17:00是接待时段的终点，不在时段之内"),
    ("LF-A3", datetime(2022, 6, 15, 15, 20), {"place": "门诊诊室", "in_clinical_area": True}, ("定点",), "到了诊室"),
    ("LF-A4", datetime(2022, 8, 17, 15, 0), {"host": "R006"}, ("定人",), "由医师直接接待"),
    ("LF-A5", datetime(2022, 11, 9, 16, 0), {"booking": None}, ("有预约",), "没有预约"),
    ("LF-A6", datetime(2023, 2, 15, 15, 0), {"approved_by": None}, ("有流程",), "没有审批"),
    ("LF-A7", datetime(2023, 3, 22, 15, 0), {"record": None}, ("有记录",), "没有来访记录"),
    ("LF-A8", datetime(2024, 1, 17, 15, 0), {"place": "骨科病区", "record": MISSING}, ("定点",), "到了病区，记录不明"),
    (
        "LF-A9",
        datetime(2024, 8, 19, 19, 30),
        {"place": "医生办公室", "host": "R021", "booking": None, "approved_by": None, "record": None},
        _ALL,
        "晚上到医生办公室，六项都不符合",
    ),
)
_UNKNOWN: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("LF-B1", {"place": MISSING}, "没有登记接待地点"),
    ("LF-B2", {"approved_by": MISSING}, "审批单没有找到"),
    ("LF-B3", {"host": MISSING}, "没有登记接待人"),
    ("LF-B4", {"record": MISSING}, "不知道有没有来访记录"),
)


def plant(book: Book, plan: Plan, rng: Random) -> None:
    """Plant what concerns visits and outsiders."""
    for key, start, values, failed, why in _VISITS:
        add_visit(book, key, start, rng)
        book.change(RepVisit, key, **values)
        plan.expect("violated", _RULE, ("RepVisit", key), why, failed=failed)
    for key, values, why in _UNKNOWN:
        add_visit(book, key, _WEDNESDAY, rng)
        book.change(RepVisit, key, **values)
        plan.expect("undetermined", _RULE, ("RepVisit", key), why)
    _bookings(book, plan, rng)
    _near(book, plan, rng)
    _intrusions(book, plan, rng)


def _book(book: Book, key: str, made: Any) -> None:
    """Change when a visit was booked."""
    book.change(VisitBooking, f"YY-{key}", made=made, decided=MISSING)


def _bookings(book: Book, plan: Plan, rng: Random) -> None:
    visits: tuple[tuple[str, Any, Status, tuple[str, ...], str], ...] = (
        ("LF-C1", _WEDNESDAY + timedelta(hours=3), "violated", ("有预约",), "来访之后才补登预约"),
        ("LF-C2", MISSING, "undetermined", (), "不知道预约是什么时候提出的"),
        ("LF-C3", _WEDNESDAY - timedelta(minutes=1), "compliant", (), "来访前一分钟预约"),
    )
    for key, made, status, failed, why in visits:
        add_visit(book, key, _WEDNESDAY, rng)
        _book(book, key, made)
        plan.expect(status, _RULE, ("RepVisit", key), why, failed=failed)


def _near(book: Book, plan: Plan, rng: Random) -> None:
    for key, start, why in (
        ("LF-D1", datetime(2023, 6, 14, 14, 30), "接待时段的第一分钟"),
        ("LF-D2", datetime(2023, 6, 14, 16, 59), "接待时段的最后一分钟"),
    ):
        add_visit(book, key, start, rng)
        plan.expect("compliant", _RULE, ("RepVisit", key), why)
    nothing = {"place": "设备机房", "booking": None, "approved_by": None, "record": None}
    add_visit(book, "LF-D3", datetime(2023, 9, 3, 22, 10), rng)
    book.change(RepVisit, "LF-D3", visitor_kind="售后工程师", purpose="售后服务", **nothing)
    plan.expect("not_applicable", _RULE, ("RepVisit", "LF-D3"), "售后工程师夜间抢修，不是医药代表")
    add_visit(book, "LF-D4", datetime(2021, 9, 26, 9, 0), rng)
    book.change(RepVisit, "LF-D4", **nothing)
    plan.expect("not_applicable", _RULE, ("RepVisit", "LF-D4"), "行动计划印发的前一天")


def _intrusions(book: Book, plan: Plan, rng: Random) -> None:
    noticed = datetime(2023, 11, 6, 9, 40)
    lines: tuple[tuple[str, int, dict[str, Any], Status, str], ...] = (
        ("WR-A1", 31, {}, "violated", "31分钟后才驱离，本院规定30分钟"),
        ("WR-A2", 0, {"removed": None}, "violated", "发现后没有驱离"),
        ("WR-B1", 50, {"permitted": MISSING}, "undetermined", "不知道是否经过许可"),
        ("WR-B2", 0, {"removed": MISSING}, "undetermined", "不知道有没有驱离"),
        ("WR-C1", 30, {}, "compliant", "正好30分钟"),
        ("WR-C2", 240, {"permitted": True}, "not_applicable", "经许可进入的施工人员"),
    )
    for key, minutes, values, status, why in lines:
        add_intrusion(book, key, noticed, minutes, rng)
        book.change(Intrusion, key, **values)
        plan.expect(status, _INTRUDER, ("Intrusion", key), why)
    (limit,) = (one for one in book.of(ParameterValue) if one.parameter.endswith("/removal_limit"))
    book.remove(ParameterValue, limit.key)
    later = {"start": date(2021, 12, 1), "source": "院行风〔2021〕25号"}
    book.add(limit.model_copy(update=later))
    early = add_intrusion(book, "WR-B3", datetime(2021, 11, 10, 10, 5), 20, rng)
    plan.expect("undetermined", _INTRUDER, early, "当时医院还没有规定驱离的时限")
