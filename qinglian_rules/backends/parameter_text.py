"""Reading the text of a parameter's value by the type and unit that the document declares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.numbers import calculate
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY
from qinglian_rules.ir import types as t
from qinglian_rules.ir.rules import Parameter

_SECONDS = {
    "minute": 60, "minutes": 60, "分钟": 60, "分": 60,
    "hour": 3600, "hours": 3600, "小时": 3600, "时": 3600,
    "day": 86400, "days": 86400, "天": 86400, "日": 86400,
    "week": 604800, "weeks": 604800, "周": 604800,
}  # fmt: skip
_QUANTITY = re.compile(r"(-?\d{1,18}(?:\.\d{1,18})?)\s*(\S*)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_WORDS = {"是": True, "true": True, "否": False, "false": False}


def parse_parameter(text: str, parameter: Parameter) -> Any:
    """Return the value that `text` gives a parameter, or MISSING where it cannot be read or is out of bounds."""
    value = parse_value(text, parameter.type, parameter.unit)
    if value is MISSING:
        return MISSING
    low, high = (_limit(bound, parameter) for bound in (parameter.low, parameter.high))
    outside = (low is not MISSING and value < low) or (high is not MISSING and value > high)
    return MISSING if outside else value


def _limit(bound: str | None, parameter: Parameter) -> Any:
    return MISSING if bound is None else parse_value(bound, parameter.type, parameter.unit)


@lru_cache(maxsize=4096)
def parse_value(text: str, kind: t.Type, unit: str | None) -> Any:
    """Return `text` as a value of `kind` (a bare number being in `unit`), or MISSING where it is none."""
    clean = unicodedata.normalize("NFKC", text).strip()
    if isinstance(kind, t.ListOf):
        parts = [part for part in re.split(r"[、;,\n]", clean) if part.strip()]
        values = tuple(parse_value(part, kind.item, unit) for part in parts)
        return MISSING if any(value is MISSING for value in values) else values
    if isinstance(kind, t.Enum):
        return clean if clean in kind.words else MISSING
    if not isinstance(kind, t.Scalar) or kind.name not in _READERS:
        return clean or MISSING
    return _READERS[kind.name](clean, unit)


def _bool(text: str, unit: str | None) -> Any:
    return _WORDS.get(text.lower(), MISSING)


def _number(text: str, unit: str | None) -> Decimal | Any:
    found = _QUANTITY.fullmatch(text)
    if found is None or found[2] not in ("", unit):
        return MISSING
    try:
        return Decimal(found[1])
    except InvalidOperation:
        return MISSING


def _int(text: str, unit: str | None) -> Any:
    number = _number(text, unit)
    return int(number) if number is not MISSING and number == number.to_integral_value() else MISSING


def _decimal(text: str, unit: str | None) -> Any:
    number = _number(text, unit)
    return MISSING if number is MISSING else calculate("+", number, Decimal(0))


def _ratio(text: str, unit: str | None) -> Any:
    if re.fullmatch(r"\d{1,9}\s*/\s*[1-9]\d{0,8}", text):
        return Fraction(text.replace(" ", ""))
    percent = text.endswith("%")
    number = _number(text.removesuffix("%").strip(), None)
    return MISSING if number is MISSING else Fraction(number) / (100 if percent else 1)


def _date(text: str, unit: str | None) -> Any:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return MISSING
    return day if FIRST_DAY <= day <= LAST_DAY else MISSING


def _moment(text: str, unit: str | None) -> Any:
    day, _, clock = text.partition(" ")
    found = _date(day, unit), _time(clock.strip(), unit)
    return MISSING if MISSING in found else datetime.combine(*found)


def _time(text: str, unit: str | None) -> Any:
    if not _CLOCK.fullmatch(text):
        return MISSING
    try:
        return time.fromisoformat(text if text[1] != ":" else f"0{text}")
    except ValueError:
        return MISSING


def _duration(text: str, unit: str | None) -> Any:
    found = _QUANTITY.fullmatch(text)
    seconds = _SECONDS.get((found[2] or unit or "").lower()) if found is not None else None
    if found is None or seconds is None:
        return MISSING
    total = Fraction(found[1]) * seconds
    return timedelta(seconds=int(total)) if total.denominator == 1 and abs(total) < 10**10 else MISSING


_READERS: Mapping[str, Callable[[str, str | None], Any]] = {
    "Bool": _bool,
    "Int": _int,
    "Decimal": _decimal,
    "Ratio": _ratio,
    "Date": _date,
    "DateTime": _moment,
    "Time": _time,
    "Duration": _duration,
}
