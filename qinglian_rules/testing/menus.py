"""Menus: short lists of values worth having in a field, made of what the rules compare it with.

A rule turns at its own thresholds, members and dates. A value drawn from all that a field can hold hardly ever meets
one; so each menu has these, the nearest on either side, and a few plain ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from pydantic import MISSING

from qinglian_rules.backends.parameter_text import parse_value
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan, WeeklySlot
from qinglian_rules.facts.vocabulary import FieldKind, FieldType
from qinglian_rules.ir.rules import Parameter
from qinglian_rules.testing.limits import Limits, limits_of
from qinglian_rules.testing.reading import Reading, periods_around

DAY: Final = timedelta(days=1)
MINUTE: Final = timedelta(minutes=1)
USUAL: Final = date(2023, 5, 10)
"""A Wednesday, and a working day everywhere in China."""

_TEXTS: Final = ("甲", "乙", "")
_SLOTS: Final = (
    (WeeklySlot(weekday=3, start=time(14), end=time(17)),),
    (WeeklySlot(weekday=3, start=time(9), end=time(9, 1)), WeeklySlot(weekday=7, start=time(0), end=time(23, 59))),
    (),
)
_MOST: Final = 48
"""How many values a menu may have."""


class Menus:
    """The menus of what some rules read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __repr__(self) -> str:
        # Hypothesis shows what a strategy is made of; all that is read would say too much.
        return f"Menus({', '.join(self.reading.subjects)})"

    @cached_property
    def base(self) -> date:
        """A day on which the rules are in force, if there is one."""
        firsts = [day for day in self.reading.days if FIRST_DAY < day < LAST_DAY]
        low, high = (min(firsts), max(firsts)) if firsts else (USUAL, USUAL)
        return USUAL if not firsts or low <= USUAL <= high else low + (high - low) // 2

    @cached_property
    def evening(self) -> date:
        """The last day of the year of the usual day: what happened on it is past."""
        return date(self.base.year, 12, 31)

    @cached_property
    def lengths(self) -> tuple[timedelta, ...]:
        """The lengths of time that the rules name or that a parameter may have, and plain ones."""
        named = [value for value in self.reading.literals if isinstance(value, timedelta)]
        plain = [timedelta(0), DAY, MINUTE, timedelta(days=30)]
        return tuple(
            _distinct([*named, *(near for value in named for near in (value - MINUTE, value + MINUTE)), *plain])
        )

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days at which something turns: the first and last of force and of periods, and those that rules name."""
        literals = [value for value in self.reading.literals if isinstance(value, date) and type(value) is date]
        years = [date(value, 1, 1) for value in self.reading.literals if _is_year(value)]
        periods = periods_around(self.reading.rhythms, self.base)
        ends = [day for period in periods for day in (period.start, period.end) if isinstance(day, date)]
        turning = [*literals, *ends, *self.reading.days, *years]
        whole = [length for length in self.lengths if length % DAY == timedelta(0)]
        moved = [day for length in whole for day in _shifted(self.base, length)]
        near = [day for one in turning for day in _shifted(one, DAY)]
        return tuple(_distinct([self.base, *turning, *moved, *near]))[:_MOST]

    @cached_property
    def moments(self) -> tuple[datetime, ...]:
        """Moments around one o'clock in the afternoon of the usual day, and at both ends of the other days."""
        base = datetime.combine(self.base, time(14))
        near = [moment for length in self.lengths for moment in _moved(base, length)]
        ends = [datetime.combine(day, at) for day in self.days for at in (time(0), time(23, 59))]
        return tuple(_distinct([base, *near, *ends]))[:_MOST]

    @cached_property
    def numbers(self) -> tuple[int | Decimal | Fraction, ...]:
        """The numbers that the rules name, the nearest on either side, and plain ones."""
        named = [
            one for one in self.reading.literals if isinstance(one, int | Decimal | Fraction) and one not in (0, 1)
        ]
        near = [value for one in named if not isinstance(one, bool) for value in (one, one - 1, one + 1)]
        return tuple(_distinct([0, 1, 2, *near, -1]))

    def field(self, type_name: str, field: FieldType) -> tuple[Any, ...]:
        """Return what a field may hold, known values only; references aside, which depend on the facts there are."""
        model = self.reading.vocabulary.types[type_name].model
        limits = limits_of(model.model_fields[field.name])
        named = self.reading.compared_with(type_name, field.name)
        turning = [value for value in self._near(named) if _fits(value, field.type, limits)]
        plain = [value for value in self.kind(field.type, named) if _fits(value, field.type, limits)]
        # What the rules compare the field with comes as often as everything else.
        times = max(1, min(len(plain), _MOST) // max(1, len(turning)))
        return (*turning * times, *plain[:_MOST])

    def _near(self, named: Sequence[Any]) -> Iterator[Any]:
        """Literals and the nearest values on either side."""
        for value in named:
            yield from (value, value)
            step = _step(value)
            if step is not None:
                yield from (one for one in (_add(value, step), _add(value, -step)) if one is not None)

    def kind(self, kind: FieldKind, named: Sequence[Any] = ()) -> tuple[Any, ...]:
        """Return plain values of a kind, and those that the rules make interesting."""
        if kind.name == "List":
            return self._lists(kind.item or FieldKind("Str"), named)
        plain: dict[str, tuple[Any, ...]] = {
            "Bool": (True, False),
            "Int": self.numbers,
            "Decimal": (Decimal("0.5"), *(Decimal(one) for one in self.numbers if isinstance(one, int | Decimal))),
            "Ratio": (Fraction(1, 2), Fraction(1, 3), *(Fraction(one) for one in self.numbers)),
            "Str": _TEXTS,
            "Enum": kind.words,
            "Date": self.days,
            "DateTime": self.moments,
            "Time": tuple(_distinct([time(14), time(0), time(9, 30), *self._times()])),
            "Duration": self.lengths,
            "Span": self.spans,
            "Slot": tuple(slot for slots in _SLOTS for slot in slots),
        }
        return plain.get(kind.name, ())

    def _times(self) -> list[time]:
        return [value for value in self.reading.literals if isinstance(value, time)]

    def _lists(self, item: FieldKind, named: Sequence[Any]) -> tuple[tuple[Any, ...], ...]:
        if item.name == "Slot":
            return _SLOTS
        members = list(_distinct([*named, *self.kind(item)]))[:4]
        return (*((one,) for one in members), (), tuple(members), tuple(members[:1] * 2))

    @cached_property
    def spans(self) -> tuple[DateSpan, ...]:
        """Spans that start, end or hold the days at which something turns, and such as are known in part."""
        some = self.days[:8]
        found = [DateSpan(start=day, end=None) for day in some]
        found += [DateSpan(start=one, end=other) for one in some for other in some if one <= other]
        found += [DateSpan(start=self.base), DateSpan(end=self.base), DateSpan()]
        found += [DateSpan(end=day) for day in some[:3]]
        return tuple(found)[:_MOST]

    def parameter(self, parameter: Parameter) -> tuple[str, ...]:
        """Return texts that a parameter may be given: its bounds, what the rules name, and one that it cannot be."""
        bounds = [text for text in (parameter.low, parameter.high) if text is not None]
        texts = [*bounds, *_PARAMETER_TEXTS, *getattr(parameter.type, "words", ())]
        texts += [str(value) for value in self.reading.literals if isinstance(value, str | int | Decimal | date)]
        readable = [text for text in texts if parse_value(text, parameter.type, parameter.unit) is not MISSING]
        return (*_distinct(readable), "不详")[:_MOST]


_PARAMETER_TEXTS: Final = (
    *("year", "month", "quarter", "2 years from 2022-01-01"),
    *("1", "0", "3", "1.5", "30 minutes", "1 day", "30 days", "30%", "1/3", "100%"),
    *("是", "否", "2023-05-10", "2021-10-08", "2023-05-10 14:00", "14:00", "甲", "甲、乙"),
)


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and FIRST_DAY.year < value < LAST_DAY.year


def _shifted(day: date, length: timedelta) -> Iterator[date]:
    """The days so far before and after, as far as the calendar of the language has them."""
    for moved in (day.toordinal() + length.days, day.toordinal() - length.days):
        if FIRST_DAY.toordinal() <= moved <= LAST_DAY.toordinal():
            yield date.fromordinal(moved)


def _moved(moment: datetime, length: timedelta) -> Iterator[datetime]:
    for sign in (1, -1):
        moved = _add(moment, sign * length)
        if moved is not None and FIRST_DAY.year <= moved.year <= LAST_DAY.year:
            yield moved


def _step(value: Any) -> Any:
    """The least that makes a difference to a value; None for words and truth values."""
    if isinstance(value, bool | str | time):
        return None
    if isinstance(value, datetime):
        return MINUTE
    if isinstance(value, date | timedelta):
        return DAY if type(value) is date else MINUTE
    return {int: 1, Decimal: Decimal("0.01"), Fraction: Fraction(1, 1000)}.get(type(value))


def _add(value: Any, step: Any) -> Any:
    try:
        return value + step
    except OverflowError:
        return None


def _distinct(values: Iterable[Any]) -> Iterator[Any]:
    """Yield each value once; `True` is not `1`."""
    seen: set[tuple[type, Any]] = set()
    for value in values:
        place = (type(value), value)
        if place not in seen:
            seen.add(place)
            yield value


_CLASSES: Final[dict[str, type]] = {
    "Bool": bool,
    "Int": int,
    "Decimal": Decimal,
    "Ratio": Fraction,
    "Str": str,
    "Enum": str,
    "Date": date,
    "DateTime": datetime,
    "Time": time,
    "Duration": timedelta,
    "Span": DateSpan,
    "Slot": WeeklySlot,
    "List": tuple,
}


def _fits(value: Any, kind: FieldKind, limits: Limits) -> bool:
    if type(value) is not _CLASSES.get(kind.name):
        return False
    if kind.name == "Enum":
        return value in kind.words
    if isinstance(value, str | tuple):
        return limits.shortest <= len(value) <= (len(value) if limits.longest is None else limits.longest)
    return kind.name in {"Bool", "Span", "Slot"} or limits.allow(value)
