"""Dates, times and dates with a time. What has two readings is refused with a hint, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from qinglian_rules.diagnostics import Code, Diagnostic
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.inputs.cells.shown import bad, plain
from qinglian_rules.inputs.model import Cell

_DATE = r"(\d{4})(?:(?P<sep>[-/.])(\d{1,2})(?P=sep)(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))"
_CLOCK = r"(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,6})0*)?)?|[时点](?:(\d{1,2})分?(?:(\d{1,2})秒)?)?)"
_ZONE = r"\s*(?:Z|[+-]\d{2}(?::?\d{2})?|UTC.*|GMT.*|CST|[A-Za-z]+/[A-Za-z_]+)"
_ONLY_DATE = re.compile(_DATE)
_MIDNIGHT = re.compile(rf"({_DATE})[T\s]+0?0:00(?::00(?:\.0+)?)?")
_ONLY_CLOCK = re.compile(_CLOCK)
_MOMENT = re.compile(rf"(?P<date>{_DATE})(?:[T\s]+|(?<=日))(?P<clock>{_CLOCK})(?P<zone>{_ZONE})?")
_STAMP = re.compile(r"(\d{8})(\d{2})(\d{2})(\d{2})?")
_SERIAL = re.compile(r"\d{5}(?:\.\d{1,15})?")
_EPOCH = datetime(1899, 12, 30)
"""Day 0 of Excel's usual date system, as it counts from March 1900 on."""


def read_date(cell: Cell) -> date | Diagnostic:
    """Read `2023-05-10`, `2023/5/10`, `2023年5月10日`, `20230510` or a date cell; a time of 0:00 is let go."""
    if isinstance(cell, datetime):
        if cell.time() == time():
            return cell.date()
        return bad(codes.DATE_WITH_TIME, cell, date=cell.date())
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        return _date_of_text(cell)
    return _of_number(cell, codes.NOT_A_DATE)


def read_datetime(cell: Cell) -> datetime | Diagnostic:
    """Read `2023-05-10 15:00`, `2023/5/10 15:00:30`, `2023年5月10日15时30分` or a cell with date and time."""
    if isinstance(cell, datetime):
        return cell if cell.tzinfo is None else bad(codes.TIME_WITH_ZONE, cell)
    if isinstance(cell, date):
        return bad(codes.DATE_WITHOUT_TIME, cell, date=cell.isoformat())
    if isinstance(cell, str):
        return _moment_of_text(cell)
    number = _of_number(cell, codes.NOT_A_DATE_TIME)
    return number if isinstance(number, Diagnostic) else bad(codes.DATE_WITHOUT_TIME, cell, date=number.isoformat())


def read_time(cell: Cell) -> time | Diagnostic:
    """Read `14:00`, `14:00:30`, `14时30分` or a time cell."""
    if isinstance(cell, time):
        return cell if cell.tzinfo is None else bad(codes.TIME_WITH_ZONE, cell)
    if isinstance(cell, timedelta) and timedelta() <= cell < timedelta(days=1):
        return (datetime.min + cell).time()
    found = _ONLY_CLOCK.fullmatch(plain(cell)) if isinstance(cell, str) else None
    return bad(codes.NOT_A_TIME, cell) if found is None else _clock(found, cell)


def _date_of_text(cell: str) -> date | Diagnostic:
    text = plain(cell)
    found = _ONLY_DATE.fullmatch(text)
    if found is not None:
        return _day(found, cell)
    midnight = _MIDNIGHT.fullmatch(text)
    if midnight is not None:
        return _date_of_text(midnight[1])
    moment = _MOMENT.fullmatch(text)
    if moment is not None:
        day = _date_of_text(moment["date"])
        return day if isinstance(day, Diagnostic) else bad(codes.DATE_WITH_TIME, cell, date=day)
    return _serial(cell, Decimal(text)) if _SERIAL.fullmatch(text) else bad(codes.NOT_A_DATE, cell)


def _moment_of_text(cell: str) -> datetime | Diagnostic:
    text = plain(cell)
    if text.isdigit():
        text = _STAMP.sub(r"\1 \2:\3:\4", text).rstrip(":")
    found = _MOMENT.fullmatch(text)
    if found is None:
        return _not_a_moment(cell, text)
    if found["zone"]:
        return bad(codes.TIME_WITH_ZONE, cell)
    day = _date_of_text(found["date"])
    clock = read_time(found["clock"])
    if isinstance(day, Diagnostic) or isinstance(clock, Diagnostic):
        return bad(codes.IMPOSSIBLE_DATE, cell)
    return datetime.combine(day, clock)


def _not_a_moment(cell: str, text: str) -> Diagnostic:
    if _ONLY_DATE.fullmatch(text):
        day = _date_of_text(text)
        return day if isinstance(day, Diagnostic) else bad(codes.DATE_WITHOUT_TIME, cell, date=day)
    return _serial(cell, Decimal(text)) if _SERIAL.fullmatch(text) else bad(codes.NOT_A_DATE_TIME, cell)


def _day(found: re.Match[str], cell: Cell) -> date | Diagnostic:
    year, _, *rest = found.groups()
    month, day = (int(part) for part in rest if part is not None)
    try:
        return date(int(year), month, day)
    except ValueError:
        return bad(codes.IMPOSSIBLE_DATE, cell)


def _clock(found: re.Match[str], cell: Cell) -> time | Diagnostic:
    hour, minute, second, fraction, minute_zh, second_zh = found.groups()
    microsecond = int((fraction or "0").ljust(6, "0"))
    try:
        return time(int(hour), int(minute or minute_zh or 0), int(second or second_zh or 0), microsecond)
    except ValueError:
        return bad(codes.IMPOSSIBLE_DATE, cell)


def _of_number(cell: Cell, otherwise: Code) -> date | Diagnostic:
    """Read a numeric cell: eight digits are a date, what may be a serial number is refused as one."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float, Decimal)) or not 10_000 <= cell < 10**8:
        return bad(otherwise, cell)
    number = Decimal(str(cell))
    if number == number.to_integral_value() and number >= 10**7:
        return _date_of_text(str(int(number)))
    return _serial(cell, number) if number < 100_000 else bad(otherwise, cell)


def _serial(cell: Cell, number: Decimal) -> Diagnostic:
    """Refuse a number that Excel would show as a date, and say which."""
    moment = _EPOCH + timedelta(minutes=round(float(number) * 1440))
    form = "%Y-%m-%d" if moment.time() == time() else "%Y-%m-%d %H:%M"
    return bad(codes.EXCEL_SERIAL, cell, date=moment.strftime(form))
