"""The ground of a rule's standard cases: a subject to which it applies and the days that count; or does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import Any

from pydantic import MISSING

from qinglian_rules.authoring.cases.model import Case, Expected
from qinglian_rules.authoring.cases.stage import Parts, roots, set_up
from qinglian_rules.authoring.cases.standard.subjects import Drawn, Subjects
from qinglian_rules.authoring.cases.standard.timeline import Clock, Timeline
from qinglian_rules.backends.force import force_of
from qinglian_rules.backends.judging import Case as Applied
from qinglian_rules.backends.occasions import Occasion
from qinglian_rules.backends.parameter_text import parse_parameter
from qinglian_rules.backends.periods import parse_every
from qinglian_rules.documents.parameters import RHYTHM
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.values import LAST_DAY, DateSpan
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Parameter, Rule
from qinglian_rules.ir.walk import walk

RHYTHM_TAKEN = "year"
"""What a parameter says that holds a rhythm."""

_TEXTS = ("30 days", "1 day", "1", "50%", "2023-01-01", "是", "甲")


@dataclass(frozen=True, slots=True)
class Ground:
    """A subject of a rule with what it needs, the parameters' values, and the days."""

    rule: Rule
    drawn: Drawn
    parameters: tuple[ParameterValue, ...]
    days: Timeline

    def case(
        self, title: str, expected: Expected, *added: Fact, as_of: date | None = None, complete: bool = True
    ) -> Case:
        """Return a case on this ground; `complete` says whether all facts of its types are handed over."""
        facts: tuple[Fact, ...] = (*self.drawn.facts, *self.parameters, *added)
        if complete:
            types = dict.fromkeys([*(type(fact).__name__ for fact in self.drawn.facts), "EvidenceRecord", "Judgement"])
            facts += tuple(Complete(type=name, end=LAST_DAY) for name in types)
        day = self.days.as_of if as_of is None else as_of
        return Case(self.rule.id, title, expected, facts, day, self.days.review, self.drawn.subject, standard=True)


class Grounds:
    """Finds grounds for the rules of a policy."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.documents = {document.id: document for document in parts.policy.documents}
        self.declared = {one.name: one for document in parts.policy.documents for one in document.parameters}

    def ground(self, rule: Rule) -> Ground | None:
        """Return a ground on which the rule applies, on the day after its due; None where none is found."""
        days = self._clock(rule).in_force()
        found = () if days is None else self._grounds(rule, days)
        return next((with_due for one in found if (with_due := self._with_due(one)) is not None), None)

    def elsewhere(self, ground: Ground) -> Iterator[tuple[str, Ground]]:
        """Yield grounds on which the rule does not apply, each with what is different there."""
        draws, name = self._subjects(ground.rule, ground.days), ground.drawn.subject.type
        outside = self._not_applying(ground, draws.not_reached(name))
        yield from () if outside is None else (("文件不适用于该机构", outside),)
        for number, group in enumerate(draws.missing(name), start=1):
            missed = self._not_applying(ground, group)
            yield from () if missed is None else ((f"不属于规定的情形（{number}）", missed),)
        days = self._clock(ground.rule).before()
        one_off = ground.days.judged is None and ground.days.review is not None
        if days is not None and not one_off:
            found = (one for one in self._grounds(ground.rule, days) if not _reaches_beyond(one))
            yield from (("施行之前", one) for one in islice(found, 1))

    def _not_applying(self, ground: Ground, found: Iterator[Drawn]) -> Ground | None:
        others = (replace(ground, drawn=drawn) for drawn in found)
        return next((one for one in others if self._applied(one).applies() is False), None)

    def looks_back_to(self, ground: Ground) -> date | None:
        """Return the last day that is too old for the record that is asked for; None where none is."""
        applied = self._applied(ground)
        for node in walk(ground.rule.conditions[0].node):
            if isinstance(node, n.Compare) and node.op == ">" and isinstance(node.left, n.Field):
                found = applied.evaluator.settled(node.right)
                return found if isinstance(found, date) else None
        return None

    def _grounds(self, rule: Rule, days: Timeline) -> Iterator[Ground]:
        parameters = self._parameters(rule)
        for drawn in self._subjects(rule, days).applying():
            yield Ground(rule, drawn, parameters, days)

    def _subjects(self, rule: Rule, days: Timeline) -> Subjects:
        return Subjects(rule, self.documents[rule.document], days.day, self.parts.vocabulary)

    def _clock(self, rule: Rule) -> Clock:
        force = force_of(self.documents[rule.document], rule.start, self.documents.values())
        every = rule.every if rule.every is None or rule.every.param is None else parse_every(RHYTHM_TAKEN)
        return Clock(force, every, self.parts.vocabulary.types[rule.subject.target].dated is not None)

    def _with_due(self, ground: Ground) -> Ground | None:
        """Return the ground with its due; None where the rule does not apply there, or its due is not known."""
        applied = self._applied(ground)
        if applied.applies() is not True:
            return None
        due: Any = applied.due
        if due is None:
            return ground
        if not isinstance(due, date):
            return None
        last = due.date() if isinstance(due, datetime) else due
        return replace(ground, days=self._clock(ground.rule).with_due(ground.days, last))

    def _applied(self, ground: Ground) -> Applied:
        """Set up the occasion of a ground, without anything on record."""
        stage = set_up(ground.case("", Expected("compliant")), self.parts.of(ground.rule))
        fact = stage.world.find(ground.drawn.subject.type, ground.drawn.subject.key)
        if fact is None:
            raise ValueError(f"{ground.drawn.subject} is later than {ground.days.as_of}")
        clock = self._clock(ground.rule)
        day = None if ground.days.judged is not None or clock.dated else ground.days.day
        return Applied.of(stage.world, ground.rule, Occasion(ground.rule, fact, ground.days.judged, day))

    def _parameters(self, rule: Rule) -> tuple[ParameterValue, ...]:
        declared = [self.declared[name] for name in _parameters(rule) if name in self.declared]
        texts = [(one.name, _text_for(one)) for one in declared]
        return tuple(ParameterValue(parameter=name, value=text) for name, text in texts if text is not None)


def _reaches_beyond(ground: Ground) -> bool:
    """Whether the subject is a span that goes on after its day, so that it touches what comes later."""
    subject = ground.drawn.facts[0]
    dated = None if subject.fact_dated is None else getattr(subject, subject.fact_dated)
    return isinstance(dated, DateSpan) and dated.end != ground.days.day and ground.days.judged is None


def _parameters(rule: Rule) -> tuple[str, ...]:
    """Return the names of the parameters that a rule reads, its rhythm included."""
    named = [node.name for root in roots(rule) for node in walk(root) if isinstance(node, n.Param)]
    if rule.every is not None and rule.every.param is not None:
        named.append(rule.every.param)
    return tuple(dict.fromkeys(named))


def _text_for(parameter: Parameter) -> str | None:
    """Return some text that the parameter takes."""
    if parameter.unit == RHYTHM:
        return RHYTHM_TAKEN
    words: Sequence[str] = getattr(parameter.type, "words", ())
    tried = (*words, *_TEXTS, parameter.low, parameter.high)
    return next((text for text in tried if text and parse_parameter(text, parameter) is not MISSING), None)
