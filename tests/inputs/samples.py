"""Fact types with a field of every kind, and facts of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from hypothesis import strategies as st
from pydantic import MISSING

from qinglian_rules.facts.base import Count, Fact, Key, Moment, Money, RefTo, Share, SignedMoney, fact_field
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan, Day, WeeklySlot
from qinglian_rules.inputs import Input, Refusal

Colour = Literal["红", "绿", "其他, 另注", "无"]
Size = Literal["大", "中", "小"]
InkRef = Annotated[str, RefTo("SampleInk")]


class SampleInk(Fact, title="样例墨水", body=None):
    """One ink. Key: `id`; no date."""

    id: Key
    name: str | MISSING = fact_field("名称")


class SampleKinds(Fact, title="样例各类", dated="day", body=None):
    """One record with a field of every kind. `day` dates it. Key: `id`."""

    id: Key
    yes: bool | MISSING = fact_field("是否合格")
    maybe: bool | None | MISSING = fact_field("是否复核", blank="none")
    number: Count | MISSING = fact_field("件数", unit="件")
    amount: Money | None | MISSING = fact_field("金额", unit="元")
    balance: SignedMoney | MISSING = fact_field("结余", unit="元")
    part: Share | MISSING = fact_field("占比")
    words: str | None | MISSING = fact_field("说明")
    note: str | None | MISSING = fact_field("附注", blank="none")
    colour: Colour | MISSING = fact_field("颜色")
    size: Size | None | MISSING = fact_field("大小")
    day: Day | MISSING = fact_field("日期")
    ended: Day | None | MISSING = fact_field("终止日", blank="none")
    moment: Moment | MISSING = fact_field("时刻")
    clock: time | MISSING = fact_field("钟点")
    took: timedelta | MISSING = fact_field("用时", unit="分钟")
    term: DateSpan | MISSING = fact_field("任期")
    period: DateSpan | None | MISSING = fact_field("所属期间", blank="none")
    hours: tuple[WeeklySlot, ...] | MISSING = fact_field("时段")
    places: tuple[str, ...] | MISSING = fact_field("地点")
    days: tuple[Day, ...] | None | MISSING = fact_field("各日")
    ink: InkRef | None | MISSING = fact_field("墨水")
    inks: tuple[InkRef, ...] | MISSING = fact_field("各墨水")


class SampleDerived(Fact, title="样例推出", body=None, derived=True):
    """One fact that only rules conclude. Key: `id`; no date."""

    id: Key


FULL = SampleKinds(
    id="甲-001",
    yes=True,
    maybe=False,
    number=3,
    amount=Decimal("1234.50"),
    balance=Decimal(-5),
    part=Fraction(3, 10),
    words="说明、有“引号”",
    note="附注",
    colour="其他, 另注",
    size="大",
    day=date(2023, 5, 10),
    ended=date(2023, 6, 1),
    moment=datetime(2023, 5, 10, 15, 20),
    clock=time(14, 30),
    took=timedelta(minutes=90),
    term=DateSpan(start=date(2021, 1, 1), end=None),
    period=DateSpan(start=date(2021, 1, 1), end=date(2021, 12, 31)),
    hours=(WeeklySlot(weekday=3, start=time(14), end=time(17)), WeeklySlot(weekday=4, start=time(9), end=time(11))),
    places=("药学部接待室", "门诊办公室"),
    days=(date(2023, 5, 10), date(2023, 5, 11)),
    ink="墨-1",
    inks=("墨-1", "墨-2"),
)
"""Every field has a value."""


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """Write a text file and return its path."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def reasons(read: Input) -> list[tuple[str, int | None, str | None, str]]:
    """Return what was refused: file, row, column, code."""
    return [(one.file, one.row, one.column, one.diagnostic.code.id) for one in read.refused]


def only(refused: Sequence[Refusal]) -> Refusal:
    """Return the one refusal that there is."""
    assert len(refused) == 1, [one.diagnostic.message() for one in refused]
    return refused[0]


# --- generated facts ---------------------------------------------------------------------------------------------

_characters = st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")
_texts = st.text(_characters, max_size=12).filter(lambda text: text == text.strip())
_keys = st.one_of(_texts.filter(bool), st.sampled_from(["无", "未知", "'", "甲、乙", "[]", "1", "=1+1"]))
_days = st.dates(FIRST_DAY, LAST_DAY)
_money = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)
_minutes = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(lambda at: at.replace(microsecond=0))
_moments = st.one_of(
    _minutes, _days.map(lambda day: datetime.combine(day, time())), st.just(datetime(2023, 1, 1, 1, 1, 1, 5))
)
_clocks = st.one_of(st.times().map(lambda at: at.replace(microsecond=0)), st.times())
_texts_or_words = st.one_of(_texts, st.sampled_from(["无", "未知", "'无", "是", "45056", "a；b", "[1]"]))


@st.composite
def _spans(draw: st.DrawFn) -> DateSpan:
    start = draw(st.one_of(_days, st.just(MISSING)))
    last = draw(st.one_of(_days, st.none(), st.just(MISSING)))
    if isinstance(start, date) and isinstance(last, date) and last < start:
        start, last = last, start
    return DateSpan(start=start, end=last)


@st.composite
def _slots(draw: st.DrawFn) -> WeeklySlot:
    clock = st.times().map(lambda at: at.replace(second=0, microsecond=0))
    start, end = sorted(draw(st.lists(clock, min_size=2, max_size=2, unique=True)))
    return WeeklySlot(weekday=draw(st.integers(1, 7)), start=start, end=end)


def _or_unknown(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(values, st.just(MISSING))


def _or_none(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(values, st.none(), st.just(MISSING))


SAMPLES: st.SearchStrategy[SampleKinds] = st.builds(
    SampleKinds,
    id=_keys,
    yes=_or_unknown(st.booleans()),
    maybe=_or_none(st.booleans()),
    number=_or_unknown(st.integers(0, 2**53)),
    amount=_or_none(_money),
    balance=_or_unknown(st.one_of(_money, _money.map(lambda amount: -amount), st.just(Decimal(999999999999999999)))),
    part=_or_unknown(st.fractions(0, 1, max_denominator=10**6)),
    words=_or_none(_texts_or_words),
    note=_or_none(_texts_or_words),
    colour=_or_unknown(st.sampled_from(["红", "绿", "其他, 另注", "无"])),
    size=_or_none(st.sampled_from(["大", "中", "小"])),
    day=_or_unknown(_days),
    ended=_or_none(_days),
    moment=_or_unknown(_moments),
    clock=_or_unknown(_clocks),
    took=_or_unknown(st.timedeltas(timedelta(), timedelta(days=4000))),
    term=_or_unknown(_spans()),
    period=_or_none(_spans()),
    hours=_or_unknown(st.lists(_slots(), max_size=3).map(tuple)),
    places=_or_unknown(st.lists(_texts_or_words, max_size=3).map(tuple)),
    days=_or_none(st.lists(_days, max_size=3).map(tuple)),
    ink=_or_none(_keys),
    inks=_or_unknown(st.lists(_keys, max_size=3).map(tuple)),
)
"""Facts with any of the three in each field: a value, None where it may be, unknown."""
