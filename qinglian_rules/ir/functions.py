"""The plain functions of the policy language: a closed list, with types, meaning and law.

The checker reads the signatures; the reference pages print all of it; the tests execute the examples.
What a function does to known values stands in `backends/operations.py`. Every function is strict: an unknown
argument makes the result unknown, unless its law says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Final

from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.ir.quantifiers import QUANTIFIERS
from qinglian_rules.ir.signatures import ANYTHING, Function, Quantifier, Signature
from qinglian_rules.ir.types import (
    BOOL,
    DATE,
    DATETIME,
    DECIMAL,
    DURATION,
    INT,
    RATIO,
    SLOT,
    SPAN,
    STR,
    TIME,
    ListOf,
    Type,
)

__all__ = [
    "EXAMPLE_REGION",
    "EXAMPLE_VALUES",
    "FUNCTIONS",
    "QUANTIFIERS",
    "Function",
    "Quantifier",
    "Signature",
]

EXAMPLE_REGION: Final = "广西"
EXAMPLE_VALUES: Final[Mapping[str, object]] = MappingProxyType(
    {
        "period": DateSpan(start=date(2022, 1, 1), end=date(2022, 3, 31)),
        "stay": DateSpan(start=date(2022, 3, 31), end=date(2022, 4, 6)),
        "tenure": DateSpan(start=date(2021, 9, 1), end=None),
        "ended": DateSpan(end=date(2021, 12, 31)),
        "morning": datetime(2022, 3, 31, 9, 30),
        "closing": datetime(2022, 3, 30, 17, 0),
        "wednesday": datetime(2022, 3, 30, 14, 0),
        "hours_of_reception": (WeeklySlot(weekday=3, start=time(14), end=time(17)),),
    }
)
"""What the names in examples stand for; `ended` has an unknown start."""

_DAYS: Final = (DATE, DATETIME)
_NUMBERS: Final = (INT, DECIMAL, RATIO)
_CLIP: Final = {"clip": ("end",)}


def _of_day(result: Type) -> tuple[Signature, ...]:
    return tuple(Signature((day,), result) for day in _DAYS)


def _of_two_days(result: Type) -> tuple[Signature, ...]:
    return tuple(Signature((first, second), result) for first in _DAYS for second in _DAYS)


def _moved_by_count() -> tuple[Signature, ...]:
    return tuple(Signature((day, INT), day, _CLIP) for day in _DAYS)


def _of_two_alike() -> tuple[Signature, ...]:
    alike = tuple(Signature((kind, kind), kind) for kind in (DATE, DATETIME, TIME, DURATION))
    numbers = tuple(
        Signature((first, second), max(first, second, key=_NUMBERS.index)) for first in _NUMBERS for second in _NUMBERS
    )
    return alike + numbers


_SPANS: Final = (
    Function(
        "during",
        (Signature((SPAN, SPAN), BOOL),),
        zh="两段时间至少有一天重合",
        en="whether two spans share a day",
        law="Both ends of a span belong to it; a span that has not ended goes on. With an unknown start or end it is "
        "answered where every possible one gives the same answer, and unknown elsewhere.",
        law_zh="两端的日子都算在内；未结束的一直延续。起止不明时，凡各种可能结果一致的照答，否则为未知。",
        examples=(
            ("during(stay, period)", "True"),
            ("during(tenure, period)", "True"),
            ("during(ended, period)", "False"),
            ("during(ended, tenure)", "True"),
        ),
    ),
    Function(
        "within",
        (Signature((DATE, SPAN), BOOL), Signature((DATETIME, SPAN), BOOL), Signature((DATETIME, ListOf(SLOT)), BOOL)),
        zh="时刻落在一段时间内，或落在每周的某个时段内",
        en="whether a moment lies in a span of days, or in one of the weekly slots",
        law="The last day of a span is in it, to its last minute; the end of a slot is not. Without slots it is false. "
        "With an unknown start or end of the span it is answered where every possible one gives the same answer.",
        law_zh="一段时间的最后一天整日在内；时段的终点不在内。没有时段则为假。起止不明时，凡各种可能结果一致的照答。",
        examples=(
            ("within(morning, period)", "True"),
            ("within(date(2022, 4, 1), period)", "False"),
            ("within(wednesday, hours_of_reception)", "True"),
            ("within(closing, hours_of_reception)", "False"),
            ("within(date(2022, 1, 1), ended)", "False"),
            ("within(date(2021, 1, 1), ended)", "unknown"),
        ),
    ),
)

_PARTS: Final = (
    Function(
        "year",
        _of_day(INT),
        zh="年份",
        en="the year",
        law="Of a DateTime, the year of its wall time.",
        law_zh="日期时间取其当地时间的年份。",
        examples=(("year(date(2021, 10, 8))", "2021"), ("year(morning)", "2022")),
    ),
    Function(
        "month_of_year",
        _of_day(INT),
        zh="月份，1 至 12",
        en="the month, 1 to 12",
        law="Months of different years are equal in it; `same_month` tells them apart.",
        law_zh="不同年份的同一月份相等；须区分年份的用 `same_month`。",
        examples=(("month_of_year(date(2021, 10, 8))", "10"),),
    ),
    Function(
        "weekday",
        _of_day(INT),
        zh="星期几，1 为星期一，7 为星期日",
        en="the day of the week, 1 for Monday to 7 for Sunday",
        law="It knows no working days: a Saturday that is worked is still a 6.",
        law_zh="与是否上班无关：调休上班的星期六仍为 6。",
        examples=(("weekday(date(2021, 10, 9))", "6"), ("weekday(wednesday)", "3")),
    ),
    Function(
        "date_of",
        _of_day(DATE),
        zh="日期时间所在的日期",
        en="the date of a moment",
        law="A Date is its own date. A DateTime that meets a Date in a comparison is read so without being asked.",
        law_zh="日期取其自身。日期时间与日期相比较时，自动按其日期比较。",
        examples=(("date_of(morning)", "date(2022, 3, 31)"),),
    ),
    Function(
        "same_month",
        _of_two_days(BOOL),
        zh="同年同月",
        en="whether two days lie in the same month of the same year",
        law="A DateTime counts by its date.",
        law_zh="日期时间按其日期计。",
        examples=(
            ("same_month(morning, date(2022, 3, 1))", "True"),
            ("same_month(date(2021, 3, 1), date(2022, 3, 1))", "False"),
        ),
    ),
    Function(
        "same_quarter",
        _of_two_days(BOOL),
        zh="同年同季度",
        en="whether two days lie in the same calendar quarter of the same year",
        law="Quarters begin in January, April, July and October.",
        law_zh="季度自一月、四月、七月、十月起算。",
        examples=(
            ("same_quarter(date(2022, 1, 1), morning)", "True"),
            ("same_quarter(date(2022, 3, 31), date(2022, 4, 1))", "False"),
        ),
    ),
    Function(
        "same_year",
        _of_two_days(BOOL),
        zh="同一年",
        en="whether two days lie in the same calendar year",
        law="A DateTime counts by its date.",
        law_zh="日期时间按其日期计。",
        examples=(("same_year(date(2022, 1, 1), morning)", "True"),),
    ),
)

_BUILDERS: Final = (
    Function(
        "date",
        (Signature((INT, INT, INT), DATE),),
        zh="由年、月、日构成日期",
        en="the date of a year, a month and a day",
        law="A day that does not exist, or lies outside 1900 to 2199, is unknown.",
        law_zh="不存在的日子，或在 1900 至 2199 年以外的，为未知。",
        examples=(("date(2024, 2, 29)", "date(2024, 2, 29)"), ("date(2023, 2, 29)", "unknown")),
    ),
    Function(
        "minutes",
        (Signature((INT,), DURATION),),
        zh="若干分钟的时长",
        en="a duration of so many minutes",
        law="Whole minutes; negative ones go back.",
        law_zh="整分钟；负数表示往前。",
        examples=(("minutes(90) == hours(1) + minutes(30)", "True"),),
    ),
    Function(
        "hours",
        (Signature((INT,), DURATION),),
        zh="若干小时的时长",
        en="a duration of so many hours",
        law="Whole hours; half an hour is `minutes(30)`. A Date moved by a part of a day is unknown.",
        law_zh="整小时；半小时写作 `minutes(30)`。日期移动不足整天的，为未知。",
        examples=(("hours(24) == days(1)", "True"), ("date(2021, 9, 30) + hours(36)", "unknown")),
    ),
    Function(
        "days",
        (Signature((INT,), DURATION),),
        zh="若干天的时长",
        en="a duration of so many days of 24 hours",
        law="Calendar days, not working days. Negative ones go back.",
        law_zh="按自然日计，不是工作日。负数表示往前。",
        examples=(("date(2021, 9, 30) + days(1)", "date(2021, 10, 1)"),),
    ),
    Function(
        "add_months",
        _moved_by_count(),
        zh="若干个月之后的同一日；该月没有这一日的，取月末",
        en="the same day so many months later; the last day of that month where it has no such day",
        law='`clip="end"` is the one choice and may be left out. A negative number goes back. A DateTime keeps its '
        "time. Unknown outside 1900 to 2199.",
        law_zh='`clip="end"`（取月末）是唯一选项，可以不写。'
        "负数往前推。日期时间保留其时刻。超出 1900 至 2199 年为未知。",
        examples=(
            ('add_months(date(2024, 1, 31), 1, clip="end")', "date(2024, 2, 29)"),
            ("add_months(date(2024, 2, 29), -1)", "date(2024, 1, 29)"),
            ("add_months(date(2024, 1, 31), 3000)", "unknown"),
        ),
    ),
    Function(
        "add_years",
        _moved_by_count(),
        zh="若干年之后的同一日；2 月 29 日在平年取 28 日",
        en="the same day so many years later; 28 February for a 29 February in a common year",
        law="As `add_months` by twelve times as many.",
        law_zh="等于 `add_months` 推移十二倍的月数。",
        examples=(("add_years(date(2024, 2, 29), 1)", "date(2025, 2, 28)"),),
    ),
    Function(
        "percent",
        (Signature((INT,), RATIO), Signature((DECIMAL,), RATIO)),
        zh="百分之几，精确的比例",
        en="so many hundredths, as an exact ratio",
        law="Exact: 30 percent of 10 is 3, and a third is never 33.33 percent.",
        law_zh="精确值：三分之一不等于 33.33%。",
        examples=(("percent(30) == 3 / 10", "True"), ("percent(33.33) == 1 / 3", "False")),
    ),
)

_WORKDAYS: Final = (
    Function(
        "workdays_after",
        tuple(Signature((day, INT), DATE) for day in _DAYS),
        zh="某日之后的第几个工作日",
        en="the n-th working day after a day",
        law="The day itself never counts: 1 is the first working day after it, 0 the day itself even if it is a day "
        "off, -1 the last working day before it. Unknown where a day that is needed lies beyond the published "
        "calendar, where the body's region is unknown, and for more than 3660 working days.",
        law_zh="当日不计：1 为其后第一个工作日，0 为当日本身（休息日亦然），-1 为其前最近的工作日。"
        "所需日子超出已公布的日历、机构所在省份不明，或超过 3660 个工作日的，为未知。",
        examples=(
            ("workdays_after(date(2021, 9, 30), 3)", "date(2021, 10, 11)"),
            ("workdays_after(date(2021, 12, 31), 5)", "date(2022, 1, 10)"),
            ("workdays_after(date(2022, 4, 1), 1)", "date(2022, 4, 7)"),
            ("workdays_after(date(2022, 4, 2), 0)", "date(2022, 4, 2)"),
            ("workdays_after(date(2025, 1, 27), 10)", "unknown"),
        ),
        needs_calendar=True,
    ),
    Function(
        "workdays_between",
        _of_two_days(INT),
        zh="某日之后至另一日（含）的工作日天数",
        en="how many of the days after the first up to the second are working days",
        law="The first day does not count, the second does. 0 where the second is not later. Unknown where one of "
        "these days lies beyond the published calendar, or the body's region is unknown.",
        law_zh="前一日不计，后一日计入；后一日不晚于前一日的，为 0。"
        "其间有日子超出已公布的日历，或机构所在省份不明的，为未知。",
        examples=(
            ("workdays_between(date(2021, 9, 30), date(2021, 10, 11))", "3"),
            ("workdays_between(date(2021, 10, 11), date(2021, 9, 30))", "0"),
        ),
        needs_calendar=True,
    ),
    Function(
        "is_workday",
        _of_day(BOOL),
        zh="是否工作日（含调休与本地区节假日）",
        en="whether a day is worked: the week, the State Council's notices and the region's own days",
        law="Unknown beyond the published calendar and where the body's region is unknown.",
        law_zh="超出已公布的日历，或机构所在省份不明的，为未知。",
        examples=(
            ("is_workday(date(2021, 10, 9))", "True"),
            ("is_workday(date(2022, 4, 2))", "False"),
            ("is_workday(date(2027, 1, 4))", "unknown"),
        ),
        needs_calendar=True,
    ),
)

_OTHERS: Final = (
    Function(
        "earlier",
        _of_two_alike(),
        zh="两者中较早或较小的一个",
        en="the earlier of two days, moments or times; the smaller of two durations or numbers",
        law="Both must be known, even where one alone would seem to settle a comparison.",
        law_zh="两者都须已知。",
        examples=(("earlier(date(2021, 10, 8), date(2021, 10, 11))", "date(2021, 10, 8)"), ("earlier(3, 2.5)", "2.5")),
    ),
    Function(
        "later",
        _of_two_alike(),
        zh="两者中较晚或较大的一个",
        en="the later of two days, moments or times; the larger of two durations or numbers",
        law="Both must be known, even where one alone would seem to settle a comparison.",
        law_zh="两者都须已知。",
        examples=(("later(date(2021, 10, 8), date(2021, 10, 11))", "date(2021, 10, 11)"), ("later(3, 2.5)", "3")),
    ),
    Function(
        "len",
        (Signature((ListOf(ANYTHING),), INT), Signature((STR,), INT)),
        zh="列表的项数，或文字的字数",
        en="how many members a list has, or how many characters a text",
        law="Members that occur twice count twice. Facts are counted by `count`.",
        law_zh="重复的项分别计数。记录的条数用 `count`。",
        examples=(('len("三定三有")', "4"), ("len(hours_of_reception)", "1")),
    ),
    Function(
        "starts_with",
        (Signature((STR, STR), BOOL),),
        zh="文字是否以某段文字开头",
        en="whether a text starts with another",
        law="Character by character; every text starts with the empty one.",
        law_zh="逐字比较；空文字是任何文字的开头。",
        examples=(
            ('starts_with("药学部接待室", "药学部")', "True"),
            ('starts_with("药学部", "药学部接待室")', "False"),
        ),
    ),
)

FUNCTIONS: Final[Mapping[str, Function]] = MappingProxyType(
    {function.name: function for function in _SPANS + _PARTS + _BUILDERS + _WORKDAYS + _OTHERS}
)
"""Every plain function by its name, in the order of the reference."""
