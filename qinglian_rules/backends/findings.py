"""What a person found: the latest recorded finding about a subject (LANGUAGE 2.2 `judged`, 4.7 `judgement`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import AnyFact, model_of
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.world import World
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import JudgementSpec

HOLDING = ("符合", "基本符合")


def latest_finding(
    world: World, question: str, fact: AnyFact, among: Iterable[Judgement] | None = None
) -> bool | Unknown:
    """Return whether the latest finding on `question` about `fact` is a yes; unknown without one.

    Args:
        among: the findings that may be about it; all that are seen if not given.
    """
    found = _about(world, question, fact, among)
    return _latest(found, HOLDING, f"judged: {question}")


def rule_finding(
    world: World,
    rule: str,
    spec: JudgementSpec,
    fact: AnyFact,
    period: DateSpan | None,
    among: Iterable[Judgement] | None = None,
) -> bool | Unknown:
    """Return whether the latest finding for a rule, of an office that counts, holds; unknown without one.

    Args:
        among: the findings that may be about it; all that are seen if not given.
    """
    found = _that_count(world, rule, spec, fact, period, among)
    return _latest(found, spec.accept, "judgement: " + "、".join(spec.by))


def deciding_findings(world: World, about: str, fact: AnyFact) -> tuple[Judgement, ...]:
    """Return the findings of the last day on a question about a fact: one, or several that may contradict."""
    return tuple(_of_last_day(_about(world, about, fact, None)))


def deciding_rule_findings(
    world: World, rule: str, spec: JudgementSpec, fact: AnyFact, period: DateSpan | None
) -> tuple[Judgement, ...]:
    """Return the findings of the last day for a rule, of offices that count."""
    return tuple(_of_last_day(_that_count(world, rule, spec, fact, period, None)))


def _that_count(
    world: World,
    rule: str,
    spec: JudgementSpec,
    fact: AnyFact,
    period: DateSpan | None,
    among: Iterable[Judgement] | None,
) -> list[Judgement]:
    return [
        judgement
        for judgement in _about(world, rule, fact, among)
        if judgement.office in spec.by and (period is None or _speaks_of(judgement, period))
    ]


def _about(world: World, about: str, fact: AnyFact, among: Iterable[Judgement] | None) -> list[Judgement]:
    return [
        judgement
        for judgement in (world.seen("Judgement") if among is None else among)
        if isinstance(judgement, Judgement)
        and judgement.about == about
        and judgement.subject == fact.key
        and judgement.subject_type in (MISSING, *_names(world, fact))
    ]


def _names(world: World, fact: AnyFact) -> tuple[str, ...]:
    """The type of a fact in both languages, and the abstract types above it."""
    lines = [cls.__name__ for cls in model_of(fact).__mro__ if cls.__name__ in world.vocabulary.types]
    return tuple(word for name in lines for word in (name, world.vocabulary.types[name].title))


def _speaks_of(judgement: Judgement, period: DateSpan) -> bool:
    """Whether a finding is about the period: it says so, or it names none and was made in it."""
    if isinstance(judgement.period, DateSpan):
        return judgement.period == period
    made = judgement.date
    return isinstance(made, date) and _in(period, made)


def _in(period: DateSpan, day: date) -> bool:
    return isinstance(period.start, date) and isinstance(period.end, date) and period.start <= day <= period.end


def _latest(found: Iterable[Judgement], accept: Iterable[str], missing: str) -> bool | Unknown:
    """The answer of the last day; contradictory ones of a day, and undated ones that differ, are unknown."""
    deciding = _of_last_day(list(found))
    answers = {_answer(judgement, tuple(accept)) for judgement in deciding}
    if len(answers) == 1:
        answer = answers.pop()
        if answer is not None:
            return answer
    return Unknown(frozenset({missing}))


def _of_last_day(judgements: list[Judgement]) -> list[Judgement]:
    """Those of the last day, and those whose day is unknown."""
    last = max((judgement.date for judgement in judgements if isinstance(judgement.date, date)), default=None)
    return [judgement for judgement in judgements if judgement.date == last or judgement.date is MISSING]


def _answer(judgement: Judgement, accept: tuple[str, ...]) -> bool | None:
    finding: Any = judgement.finding
    return None if finding is MISSING else finding in accept
