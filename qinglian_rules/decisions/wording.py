"""Values and names in the reader's words, in Chinese or in English."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import MISSING

from qinglian_rules.diagnostics import Lang
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.facts.values import DateSpan, WeeklySlot

SEVERITY_ZH = {"minor": "轻微", "serious": "严重", "critical": "特别严重"}
_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONGEST_LIST = 6
_LONGEST_TEXT = 200


def quoted(words: str) -> str:
    """Return words of a text in Chinese quotation marks, those inside them made single."""
    return "“" + words.replace("“", "‘").replace("”", "’") + "”"


def word_value(value: Any, lang: Lang) -> str:
    """Return a value as a reader of `lang` writes it, on one line; of a long text its beginning."""
    zh = lang == "zh"
    if value is MISSING:
        return "未知" if zh else "unknown"
    if value is None:
        return "无" if zh else "none"
    if isinstance(value, bool):
        return ("是" if value else "否") if zh else ("yes" if value else "no")
    if isinstance(value, str):
        words = excerpt(" ".join(value.split()), _LONGEST_TEXT)
        return f"“{words}”" if zh else f'"{words}"'
    if isinstance(value, tuple):
        return _word_list(value, lang)
    return _word_plain(value, lang)


def _word_list(values: tuple[Any, ...], lang: Lang) -> str:
    if not values:
        return "无" if lang == "zh" else "none"
    shown = [word_value(value, lang) for value in values[:_LONGEST_LIST]]
    rest = len(values) - len(shown)
    if rest:
        shown.append(f"等{len(values)}项" if lang == "zh" else f"… ({len(values)} in all)")
    return ("、" if lang == "zh" else ", ").join(shown)


def _word_plain(value: Any, lang: Lang) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes" if not value.second else "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Fraction):
        return _word_part(value, lang)
    if isinstance(value, timedelta):
        return _word_duration(value, lang)
    if isinstance(value, DateSpan):
        return _word_span(value, lang)
    if isinstance(value, WeeklySlot):
        days = "周" + _WEEKDAYS_ZH[value.weekday - 1] if lang == "zh" else _WEEKDAYS_EN[value.weekday - 1]
        return f"{days} {value.start:%H:%M}-{value.end:%H:%M}"
    return str(value)


def _word_part(value: Fraction, lang: Lang) -> str:
    """A whole percentage as such; any other part exactly, and by its percentage, which is rounded."""
    percent = value * 100
    if percent.denominator == 1:
        return f"{percent}%"
    rounded = f"{float(percent):.1f}%"
    return f"{value}（{rounded}）" if lang == "zh" else f"{value} ({rounded})"


def _word_duration(value: timedelta, lang: Lang) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    names = ("天", "小时", "分钟", "秒") if lang == "zh" else (" days", " hours", " minutes", " seconds")
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [f"{n}{name}" for n, name in zip((days, hours, minutes, seconds), names, strict=True) if n]
    return ("" if lang == "zh" else " ").join(parts) or f"0{names[2]}"


def _word_span(value: DateSpan, lang: Lang) -> str:
    start = word_value(value.start, lang)
    end = ("今" if lang == "zh" else "now") if value.end is None else word_value(value.end, lang)
    return f"{start}至{end}" if lang == "zh" else f"{start} to {end}"
