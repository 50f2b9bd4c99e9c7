"""Values to what stands in a cell. Whatever is written here is read back as the same value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from pydantic import MISSING

from qinglian_rules.diagnostics import FactsError
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.facts.vocabulary import FieldKind
from qinglian_rules.inputs.cells.empty import NONE_WORD, UNKNOWN_WORD, members
from qinglian_rules.inputs.cells.lists import SEPARATORS
from qinglian_rules.inputs.cells.words import TEXT_MARK, needs_mark
from qinglian_rules.inputs.columns import Part
from qinglian_rules.inputs.limits import MAX_CELL_CHARACTERS
from qinglian_rules.inputs.model import found
from qinglian_rules.inputs.workbook.layout import ColumnSpec

JOINT = "；"
_WEEKDAYS = "一二三四五六日"
_UNITS = ((timedelta(days=1), "天"), (timedelta(hours=1), "小时"), (timedelta(minutes=1), "分钟"))
_NEVER = re.compile("[\x00\ud800-\udfff]")
"""What neither a workbook nor a text file can hold."""


class _DoesNotFitError(ValueError):
    """A value cannot be written as a cell; the arguments say why in Chinese and in English."""


def cell_text(fact: Fact, column: ColumnSpec) -> str:
    """Return the text of one cell of a fact's row.

    Raises:
        FactsError: the value cannot be written so that it is read back.
    """
    value = getattr(fact, column.field.name)
    try:
        text = _text(value, column) if column.part is None else _end_text(value, column.part)
        if len(text) > MAX_CELL_CHARACTERS:
            raise _DoesNotFitError(f"超过 {MAX_CELL_CHARACTERS} 个字", f"more than {MAX_CELL_CHARACTERS} characters")
        return text
    except _DoesNotFitError as error:
        zh, en = error.args
        title = type(fact).fact_title or type(fact).__name__
        said = found(codes.CANNOT_BE_WRITTEN, type=title, key=fact.key, reason_zh=zh, reason_en=en)
        raise FactsError((said,)) from None


def cell_json(value: Any, kind: FieldKind) -> Any:
    """Return a value as JSON lines hold it: numbers exact, so decimals as text; unknown ends of a span left out."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, tuple):
        return [cell_json(item, kind.item or kind) for item in value]
    if isinstance(value, DateSpan):
        ends = {end: getattr(value, end) for end in ("start", "end")}
        return {end: day if day is None else day.isoformat() for end, day in ends.items() if day is not MISSING}
    if isinstance(value, WeeklySlot):
        return {"weekday": value.weekday, "from": _clock(value.start), "to": _clock(value.end)}
    return plain_text(value, kind)


def plain_text(value: Any, kind: FieldKind | None) -> str:
    """Return the text of a value that is not None, unknown or a list; words of a closed list stand as they are."""
    if kind is not None and kind.name == "Enum":
        return str(value)
    for value_type, write in _WRITERS:
        if isinstance(value, value_type):
            return write(value)
    return str(value)


def _text(value: Any, column: ColumnSpec) -> str:
    if value is MISSING or value is None:
        return _empty_text(value, column)
    if isinstance(value, tuple):
        return _list_text(value, column.field.type.item)
    return plain_text(value, column.field.type)


def _empty_text(value: Any, column: ColumnSpec) -> str:
    """Return what says None or unknown: nothing at all where the field takes an empty cell for it."""
    field = column.field
    means_none = field.blank == "none" and field.nullable
    if (value is None) == means_none:
        return ""
    word = UNKNOWN_WORD if value is MISSING else NONE_WORD
    if word in members(field):
        raise _DoesNotFitError(f"“{word}”在这里另有意思", f"`{word}` means something else here")
    return word


def _end_text(span: Any, part: Part) -> str:
    """Return one end of a span; both are empty where the span itself is unknown."""
    if span is MISSING:
        return ""
    day = getattr(span, part)
    return NONE_WORD if day is None else _end(day)


def _list_text(items: tuple[Any, ...], kind: FieldKind | None) -> str:
    texts = [plain_text(item, kind) for item in items]
    joined = JOINT.join(texts)
    ambiguous = not texts or joined.startswith("[") or any(mark in text for text in texts for mark in SEPARATORS)
    return json.dumps(texts, ensure_ascii=False) if ambiguous else joined


def _marked(text: str) -> str:
    if text != text.strip() or _NEVER.search(text):
        raise _DoesNotFitError(
            "首尾有空格，或有不能写入的字符", "it has spaces around it, or characters that no cell holds"
        )
    return TEXT_MARK + text if needs_mark(text) else text


def _clock(value: time) -> str:
    if value.microsecond:
        return value.isoformat("microseconds")
    return value.isoformat("seconds" if value.second else "minutes")


def _moment(value: datetime) -> str:
    return f"{value.date().isoformat()} {_clock(value.time())}"


def _duration(value: timedelta) -> str:
    """Return the duration in the largest unit of which it is a whole number."""
    for unit, name in _UNITS:
        if value % unit == timedelta():
            return f"{value // unit}{name}"
    if value.microseconds:
        return f"{Decimal(value // timedelta(microseconds=1)) / 1_000_000:f}秒"
    return f"{value // timedelta(seconds=1)}秒"


def _span(value: DateSpan) -> str:
    return f"{_end(value.start)}..{'' if value.end is None else _end(value.end)}"


def _end(value: Any) -> str:
    return UNKNOWN_WORD if value is MISSING else str(value.isoformat())


def _slot(value: WeeklySlot) -> str:
    return f"周{_WEEKDAYS[value.weekday - 1]} {_clock(value.start)}-{_clock(value.end)}"


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: "是" if value else "否"),
    (str, _marked),
    (datetime, _moment),
    (date, date.isoformat),
    (time, _clock),
    (timedelta, _duration),
    (Decimal, lambda value: f"{value:f}"),
    (DateSpan, _span),
    (WeeklySlot, _slot),
)
"""How values are written, the first that fits: a bool is an int, and a datetime a date, to Python."""
