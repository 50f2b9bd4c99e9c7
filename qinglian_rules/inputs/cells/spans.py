"""Spans of days, weekly slots, durations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

from pydantic import MISSING

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.inputs.cells.dates import read_date, read_time
from qinglian_rules.inputs.cells.lists import json_items
from qinglian_rules.inputs.cells.numbers import read_decimal
from qinglian_rules.inputs.cells.shown import bad, plain
from qinglian_rules.inputs.model import Cell

OPEN_ENDS = frozenset({"", "无", "今", "至今", "none", "null"})
"""What stands behind `..` or 至 where a span has not ended."""

_UNKNOWN_ENDS = frozenset({"未知", "unknown", "?"})
_BETWEEN = re.compile(r"\.\.+|至|到|~|—+|…|\s-\s")
_DAY = r"(?:(?:周|星期|礼拜)[一二三四五六日天1-7]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
_TO = r"\s*(?:至|到|-|~|—+)\s*"
_CLOCK = r"\d{1,2}(?::\d{2}(?::\d{2})?|[时点](?:\d{1,2}分?)?)?"
_SLOT = re.compile(rf"(?:(?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY}))?)?\s*(?P<start>{_CLOCK}){_TO}(?P<end>{_CLOCK})")
_DAYS = {
    **{name: number for number, name in enumerate("一二三四五六日", start=1)},
    **{name: number for number, name in enumerate("1234567", start=1)},
    **{name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), start=1)},
    "天": 7,
}
_SLOT_KEYS = {"weekday", "from", "to", "start", "end"}
_QUANTITY = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s*([^\d\s.]+)\s*")
_SECONDS = {
    **dict.fromkeys(("秒", "s", "second", "seconds"), 1),
    **dict.fromkeys(("分钟", "分", "min", "minute", "minutes"), 60),
    **dict.fromkeys(("小时", "时", "h", "hour", "hours"), 3600),
    **dict.fromkeys(("天", "日", "d", "day", "days"), 86_400),
    **dict.fromkeys(("周", "星期", "week", "weeks"), 604_800),
}
LONGEST = timedelta(days=400 * 366)


def read_span(cell: Cell) -> DateSpan | Diagnostic:
    """Read `2021-01-01..2023-05-01`, `2021-01-01 至 2023-05-01`, or `2021-01-01..` for what has not ended."""
    if isinstance(cell, dict) and cell.keys() <= {"start", "end"}:
        return make_span(_end(cell.get("start", MISSING)), _end(cell.get("end", MISSING)), cell)
    parts = _BETWEEN.split(plain(cell), maxsplit=1) if isinstance(cell, str) else []
    if len(parts) != 2:
        return bad(codes.NOT_A_SPAN, cell)
    start = parts[0].strip()
    return make_span(_end(start) if start else MISSING, _end(parts[1]), cell)


def make_span(start: Any, end: Any, cell: Cell) -> DateSpan | Diagnostic:
    """Put a span together; each end is a date, None, MISSING, or the diagnostic of a cell that is none."""
    for part in (start, end):
        if isinstance(part, Diagnostic):
            return part
    if start is None:
        return bad(codes.NOT_A_SPAN, cell)
    if isinstance(start, date) and isinstance(end, date) and end < start:
        return bad(codes.SPAN_BACKWARDS, f"{start}..{end}")
    return DateSpan(start=start, end=end)


def _end(text: Cell) -> Any:
    word = text.strip() if isinstance(text, str) else text
    if word is MISSING or word in _UNKNOWN_ENDS:
        return MISSING
    if word is None or word in OPEN_ENDS:
        return None
    return read_date(word)


def read_slots(cell: Cell) -> tuple[WeeklySlot, ...] | Diagnostic:
    """Read `周三 14:00-17:00；周四 9:00-11:00` or `周一至周五 8:00-12:00、14:00-17:00`.

    A part that names no day has those of the part before it.
    """
    items = json_items(cell.strip()) if isinstance(cell, str) else cell
    if isinstance(items, list):
        return _all(read_slot(item) for item in items)
    if not isinstance(cell, str):
        return bad(codes.NOT_A_SLOT, cell)
    slots: list[WeeklySlot] = []
    days: tuple[int, ...] = ()
    for part in re.split(r"[;,、|\n]", plain(cell)):
        if part.strip():
            read = _slots_of(part.strip(), days)
            if isinstance(read, Diagnostic):
                return read
            days = tuple(slot.weekday for slot in read)
            slots.extend(read)
    return tuple(slots)


def read_slot(cell: Cell) -> WeeklySlot | Diagnostic:
    """Read one slot: `周三 14:00-17:00`, or in JSON `{"weekday": 3, "from": "14:00", "to": "17:00"}`."""
    if isinstance(cell, dict):
        return _slot_of_json(cell)
    read = read_slots(cell)
    if isinstance(read, Diagnostic):
        return read
    return read[0] if len(read) == 1 else bad(codes.NOT_A_SLOT, cell)


def read_duration(cell: Cell, unit: str | None = None) -> timedelta | Diagnostic:
    """Read `30分钟`, `2 hours`, `1天12小时`, a time-span cell, or a bare number in the field's unit."""
    if isinstance(cell, timedelta):
        return cell
    if isinstance(cell, time):
        return datetime.combine(date.min, cell) - datetime.min
    text = plain(cell).casefold() if isinstance(cell, str) else ""
    parts = _QUANTITY.findall(text) if _QUANTITY.sub("", text) == "" else []
    if not parts and unit is not None:
        number = read_decimal(cell)
        parts = [] if isinstance(number, Diagnostic) else [(str(number), unit)]
    seconds = [Fraction(number) * _SECONDS[word] for number, word in parts if word in _SECONDS]
    if not parts or len(seconds) != len(parts):
        return _no_duration(cell, unit)
    total = sum(seconds, Fraction(0)) * 1_000_000
    if total.denominator != 1 or abs(total) > LONGEST // timedelta(microseconds=1):
        return _no_duration(cell, unit)
    return timedelta(microseconds=int(total))


def _no_duration(cell: Cell, unit: str | None) -> Diagnostic:
    zh, en = (f"，或只写以{unit}计的数", f", or a bare number of {unit}") if unit is not None else ("", "")
    return bad(codes.NOT_A_DURATION, cell, unit_zh=zh, unit_en=en)


def _slots_of(part: str, days: tuple[int, ...]) -> tuple[WeeklySlot, ...] | Diagnostic:
    found = _SLOT.fullmatch(part.casefold())
    if found is None:
        return bad(codes.NOT_A_SLOT, part)
    named = days if found["day"] is None else _days_of(found["day"], found["last"] or found["day"])
    start, end = read_time(_with_minutes(found["start"])), read_time(_with_minutes(found["end"]))
    if not named or isinstance(start, Diagnostic) or isinstance(end, Diagnostic):
        return bad(codes.NOT_A_SLOT, part)
    return _all(_slot(day, start, end) for day in named)


def _with_minutes(text: str) -> str:
    return f"{text}:00" if text.isdigit() else text


def _days_of(first: str, last: str) -> tuple[int, ...]:
    """Return the days from `first` to `last`, such as 周一 to 周五; none where the week ends between them."""
    low, high = (_DAYS[day[:3] if day.isascii() else day[-1]] for day in (first, last))
    return tuple(range(low, high + 1))


def _slot_of_json(cell: dict[str, Any]) -> WeeklySlot | Diagnostic:
    start = cell.get("from", cell.get("start"))
    end = cell.get("to", cell.get("end"))
    weekday = cell.get("weekday")
    if not isinstance(weekday, int) or isinstance(weekday, bool) or not cell.keys() <= _SLOT_KEYS:
        return bad(codes.NOT_A_SLOT, cell)
    first, last = read_time(start), read_time(end)
    if isinstance(first, Diagnostic) or isinstance(last, Diagnostic):
        return bad(codes.NOT_A_SLOT, cell)
    return _slot(weekday, first, last)


def _slot(weekday: int, start: time, end: time) -> WeeklySlot | Diagnostic:
    if not 1 <= weekday <= 7:
        return bad(codes.NOT_A_SLOT, str(weekday))
    if end <= start:
        return bad(codes.SPAN_BACKWARDS, f"{start:%H:%M}-{end:%H:%M}")
    return WeeklySlot(weekday=weekday, start=start, end=end)


def _all(slots: Iterator[WeeklySlot | Diagnostic]) -> tuple[WeeklySlot, ...] | Diagnostic:
    read: list[WeeklySlot] = []
    for slot in slots:
        if isinstance(slot, Diagnostic):
            return slot
        read.append(slot)
    return tuple(read)
