"""Which subjects a rule or definition is applied to, and in which periods (LANGUAGE 4.1 to 4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from qinglian_rules.backends.concluded import Absent, AnyFact, body_key, dated, model_of
from qinglian_rules.backends.force import Force, force_of
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.parameters import parameter_value
from qinglian_rules.backends.periods import first_day, last_day, parse_every, periods_beginning, periods_touching
from qinglian_rules.backends.world import World
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Definition, Every, Rule

Norm = Rule | Definition
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One application of a norm: to a subject, in a period or not.

    `day` is the day judged of what has no date of its own, a body foremost; None for a dated subject.
    `rhythm` is Unknown where the parameter that holds the rhythm is; there is one occasion then.
    """

    norm: Norm
    fact: AnyFact
    period: DateSpan | None = None
    day: date | None = None
    rhythm: Unknown | None = None


def norm_force(world: World, norm: Norm) -> Force:
    """Return when a norm is in force."""
    document = world.documents[norm.document]
    return force_of(document, norm.start, world.documents.values())


def body_of(fact: AnyFact) -> str | Unknown | None:
    """Return the key of the body that answers for a fact; unknown where nobody said."""
    return body_key(fact)


def rhythm_of(world: World, norm: Norm, fact: AnyFact) -> Every | Unknown | None:
    """Return the rhythm of a norm for a subject's body; Unknown where the parameter that holds it is."""
    every = norm.every
    if every is None or every.param is None:
        return every
    text = parameter_value(world, every.param, body_of(fact), world.setting.review_days[1])
    parsed = None if isinstance(text, Unknown) else parse_every(str(text))
    return parsed or Unknown(frozenset({f"params.{every.param.rpartition('/')[2]}"}))


def touched(world: World, fact: AnyFact, low: date, high: date) -> tuple[date, date] | None:
    """Return the first and last day from `low` to `high` that a dated fact touches; all where its date is unknown."""
    day = dated(fact)
    if isinstance(day, date):
        return (day, day) if low <= day <= high else None
    start, end = low, high
    if isinstance(day, DateSpan):
        start = max(low, day.start) if isinstance(day.start, date) else low
        end = min(high, day.end) if isinstance(day.end, date) else high
    return (start, end) if start <= end else None


def touching(world: World, target: str, low: date, high: date) -> Sequence[AnyFact]:
    """Return the seen facts of a dated type that touch a day from `low` to `high`, as `touched` says of each."""
    facts = world.seen(target)
    fact_type = world.vocabulary.types[target]
    if fact_type.derived or fact_type.abstract or fact_type.dated is None:
        return [fact for fact in facts if touched(world, fact, low, high) is not None]
    # Most facts are dated by a plain day, which needs no further look.
    moments = map(attrgetter(fact_type.dated), facts)
    return [
        fact
        for fact, moment in zip(facts, moments, strict=True)
        if (low <= moment <= high if type(moment) is date else touched(world, fact, low, high) is not None)
    ]


def is_dated(world: World, norm: Norm) -> bool:
    """Whether the subjects of a norm have a date; others are judged like a body."""
    return world.vocabulary.types[norm.subject.target].dated is not None


def in_force(world: World, occasion: Occasion) -> bool | Unknown:
    """Whether the norm is in force for an occasion: on the fact's date, where a span overlaps, where a period ends."""
    force = norm_force(world, occasion.norm)
    if occasion.period is not None:
        return force.on(last_day(occasion.period))
    if occasion.day is not None:
        return force.on(occasion.day)
    day = dated(occasion.fact)
    if isinstance(day, DateSpan):
        return span_in_force(force, day, world.setting.as_of, _unknown_date(occasion.fact))
    if isinstance(day, date):
        return force.on(day)
    low, high = world.setting.review_days
    return force.throughout(low, high) if not isinstance(day, Unknown) else _with(force.throughout(low, high), day)


def _unknown_date(fact: AnyFact) -> Unknown:
    return Unknown(frozenset({f"{model_of(fact).__name__}.{model_of(fact).fact_dated}"}))


def _with(value: bool | Unknown, why: Unknown) -> bool | Unknown:
    """An unknown force of a fact whose date is not known hangs on that date."""
    return why if isinstance(value, Unknown) else value


def span_in_force(force: Force, span: DateSpan, as_of: date, undated: Unknown) -> bool | Unknown:
    """Whether a span overlaps. Of a day that nobody told only what its other day settles is known.

    Args:
        undated: what it hangs on where a day is not known.
    """
    open_end = max(as_of, span.start) if isinstance(span.start, date) else as_of
    end = span.end if isinstance(span.end, date) else open_end if span.end is None else None
    start = span.start if isinstance(span.start, date) else None
    if start is not None and end is not None:
        return force.during(start, end)
    known = start if start is not None else end
    if known is None:
        return undated
    if force.on(known) is True:
        return True
    outside = known > force.end.latest if start is not None else known < force.start.earliest
    return False if outside else undated


def occasions(world: World, norm: Norm) -> Iterator[Occasion]:
    """Yield every occasion of a norm, rules within the period under review, definitions up to the day of judgement."""
    for fact in world.seen(norm.subject.target):
        yield from occasions_of(world, norm, fact)


def occasions_of(world: World, norm: Norm, fact: AnyFact, due: Any = None) -> Iterator[Occasion]:
    """Yield the occasions of a norm for one subject.

    Args:
        due: of a rule on a body without a rhythm, its due, where that depends on no subject; else None.
    """
    rhythm = rhythm_of(world, norm, fact)
    if isinstance(rhythm, Unknown):
        yield Occasion(norm, fact, day=day_judged(world, norm, None), rhythm=rhythm)
    elif rhythm is not None:
        for period in _periods(world, norm, fact, rhythm):
            yield Occasion(norm, fact, period)
    elif is_dated(world, norm):
        if (
            isinstance(norm, Definition)
            or not world.setting.review_given
            or touched(world, fact, *world.setting.review_days)
        ):
            yield Occasion(norm, fact)
    else:
        day = day_judged(world, norm, due)
        if day is not None:
            yield Occasion(norm, fact, day=day)


def day_judged(world: World, norm: Norm, due: Any) -> date | None:
    """Return the day on which a norm on a body is judged; None where this review does not judge it.

    Args:
        due: of a one-off rule, its due (Unknown where a parameter is); None for others.
    """
    low, high = world.setting.review_days
    last = min(high, world.setting.as_of)
    force = norm_force(world, norm)
    if isinstance(norm, Definition):
        return max(force.start.earliest, min(world.setting.as_of, force.end.latest))
    if due is None:
        return force.last_day(low, last) or last
    if last < force.start.earliest or (isinstance(due, date) and low > _date(due)):
        return None
    return min(last, force.end.latest)


def _date(value: Any) -> date:
    day: date = value.date() if hasattr(value, "date") else value
    return day


def _periods(world: World, norm: Norm, fact: AnyFact, rhythm: Every) -> Iterator[DateSpan]:
    for period in periods_judged(world, norm, rhythm):
        if not is_dated(world, norm) or touched(world, fact, first_day(period), last_day(period)):
            yield period


def periods_judged(world: World, norm: Norm, rhythm: Every) -> Iterator[DateSpan]:
    """Yield the periods of a rhythm: of a rule those that begin in the review, of a definition all up to now."""
    setting = world.setting
    if not isinstance(norm, Definition):
        yield from periods_beginning(rhythm, *setting.review_days)
        return
    for period in periods_touching(rhythm, norm_force(world, norm).start.earliest, setting.as_of):
        if first_day(period) <= setting.as_of:
            yield period


def earlier_periods(world: World, rule: Rule, rhythm: Every) -> Iterator[DateSpan]:
    """Yield the periods before the default review, latest first, whose due may still fall into it."""
    low, _ = world.setting.review_days
    force = norm_force(world, rule)
    start = max(force.start.earliest, date(max(1900, low.year - 12), 1, 1))
    if start >= low:
        return
    before = [period for period in periods_touching(rhythm, start, low - DAY) if first_day(period) < low]
    yield from reversed(before)


__all__ = [
    "Absent",
    "Norm",
    "Occasion",
    "body_of",
    "day_judged",
    "earlier_periods",
    "in_force",
    "is_dated",
    "norm_force",
    "occasions",
    "occasions_of",
    "periods_judged",
    "rhythm_of",
    "span_in_force",
    "touched",
    "touching",
]
