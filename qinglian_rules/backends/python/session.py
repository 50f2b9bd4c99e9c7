"""One world judged by generated code: derived facts concluded, rules judged in the order of the texts."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import AnyFact, model_of
from qinglian_rules.backends.conclusions import Conclusion, Conflict, conclude, conclusion_of, conclusion_on
from qinglian_rules.backends.judging import judge
from qinglian_rules.backends.occasions import Occasion, touching
from qinglian_rules.backends.python.candidates import Candidates
from qinglian_rules.backends.python.program import Program
from qinglian_rules.backends.python.rows import FactRow
from qinglian_rules.backends.python.runtime import Runtime
from qinglian_rules.backends.python.verdict import LazyVerdict, unknown_rhythm
from qinglian_rules.backends.python.whens import When
from qinglian_rules.backends.verdicts import Batch, Verdict
from qinglian_rules.backends.world import World
from qinglian_rules.ir.rules import Definition, Rule

DAY = timedelta(days=1)


class Session:
    """Generated code at work on a world."""

    def __init__(self, program: Program, world: World) -> None:
        self.program = program
        self.world = world
        self.runtime = Runtime(world)
        self._functions: dict[str, dict[str, Any]] = {}
        self._whole: dict[str, tuple[Sequence[AnyFact], Mapping[str, Sequence[int]]]] = {}
        self._careful = copy.copy(world)
        self._careful.narrow = Candidates(world, self.runtime.rows)

    # --- conclusions

    def conclude(self, strata: Iterable[str]) -> tuple[Conflict, ...]:
        """Fill the derived types of the world, in the order of `strata`; return the conflicts."""
        return conclude(self.world, strata, self._conclusions)

    def _conclusions(self, world: World, definition: Definition) -> Iterator[Conclusion]:
        unit = self.program.definition(definition)
        apply = self.runtime.bind(unit.code)[unit.name]
        names = [name for name, _ in definition.values]
        for fact in world.seen(definition.subject.target):
            row = self.runtime.rows.row(fact)
            for when in self._whens(definition, fact, row):
                found = apply(fact, row, when)
                if found is None:
                    continue
                occasion = _occasion(definition, fact, when)
                if unit.is_plain and MISSING not in found and found[0] is True:
                    values = dict(zip(names, found[1:], strict=True))
                    yield conclusion_of(world, definition, occasion, values, True)
                else:
                    # The reference knows what an unknown hangs on.
                    yield from _at_most_one(conclusion_on(self._careful, definition, occasion))

    def _whens(self, norm: Rule | Definition, fact: AnyFact, row: FactRow) -> Iterable[When | None]:
        if norm.every is None and self.program.surroundings.is_dated(norm):
            return (None,)
        return self.runtime.whens.of(norm, fact, self._body(norm, row))

    def _body(self, norm: Rule | Definition, row: FactRow) -> Any:
        name = self.world.vocabulary.types[norm.subject.target].body
        return None if name is None else row[name]

    # --- verdicts

    def judge_all(self, rules: Iterable[Rule]) -> Iterator[Verdict]:
        """Yield the verdicts of rules on all their subjects, in the order of the rules, then of the facts."""
        return chain.from_iterable(self.batches(rules))

    def batches(self, rules: Iterable[Rule]) -> Iterator[Batch]:
        """Judge rules; yield the verdicts of each, in the order of the facts, to be made when they are read."""
        for rule in rules:
            alone = rule.id in self.program.unit(rule.subject.target).judge
            yield self._judged_alone(rule) if alone else self._judged_together(rule)

    def _judged_alone(self, rule: Rule) -> Batch:
        """Judge all facts by a rule that has occasions of its own."""
        occasions: list[tuple[AnyFact, When]] = []
        codes: list[int] = []
        row = self.runtime.rows.row
        for fact in self.world.seen(rule.subject.target):
            for when, code in self._on_occasions(rule, fact, row(fact)):
                occasions.append((fact, when))
                codes.append(code)
        return Batch(codes, lambda place: self._verdict(rule, occasions[place][0], codes[place], occasions[place][1]))

    def _judged_together(self, rule: Rule) -> Batch:
        """Return what a rule says that is judged together with others on its type."""
        target = rule.subject.target
        if target not in self._whole:
            self._whole[target] = self._judged(target)
        facts, columns = self._whole[target]
        codes = columns.get(rule.id, ())
        return Batch(codes, partial(self._made, rule, facts, codes))

    def _made(self, rule: Rule, facts: Sequence[AnyFact], codes: Sequence[int], place: int) -> LazyVerdict:
        when = None if self.program.surroundings.is_dated(rule) else self.runtime.give_standing(rule)
        return LazyVerdict(rule, facts[place], codes[place], when, False, self.look)

    def _judged(self, target: str) -> tuple[Sequence[AnyFact], Mapping[str, Sequence[int]]]:
        """Judge all facts of a type by all rules that judge them once; return the facts, and the codes by rule."""
        unit = self.program.unit(target)
        facts = self._in_review(target)
        if not facts:
            return (), {}
        functions = self._bound(target)
        rows = list(map(self.runtime.rows.row, facts))
        found = chain.from_iterable(zip(*map(functions[name], facts, rows), strict=True) for name in unit.whole)
        return facts, dict(zip((rule.id for rule in unit.together), found, strict=True))

    def _in_review(self, target: str) -> Sequence[AnyFact]:
        setting = self.world.setting
        if not setting.review_given or self.world.vocabulary.types[target].dated is None:
            return self.world.seen(target)
        return touching(self.world, target, *setting.review_days)

    def _bound(self, target: str) -> dict[str, Any]:
        if target not in self._functions:
            self._functions[target] = self.runtime.bind(self.program.unit(target).code)
        return self._functions[target]

    def judge_fact(self, fact: AnyFact) -> list[LazyVerdict]:
        """Return the verdicts of all rules on one fact, in the order of the rules."""
        found: list[LazyVerdict] = []
        codes: dict[str, dict[str, int]] = {}
        row = self.runtime.rows.row(fact)
        for rule in self.program.rules_on(model_of(fact).__name__):
            target = rule.subject.target
            if rule.id in self.program.unit(target).judge:
                found.extend(self.judge_on_occasions(rule, fact, row))
                continue
            if target not in codes:
                codes[target] = self._codes(target, fact, row)
            when = None if self.program.surroundings.is_dated(rule) else self.runtime.give_standing(rule)
            found.append(LazyVerdict(rule, fact, codes[target][rule.id], when, False, self.look))
        return found

    def _codes(self, target: str, fact: AnyFact, row: FactRow) -> dict[str, int]:
        """Judge one fact by all rules on a type that judge it once; return their codes by the rule's id."""
        unit = self.program.unit(target)
        functions = self._bound(target)
        codes = [code for name in unit.whole for code in functions[name](fact, row)]
        return {rule.id: code for rule, code in zip(unit.together, codes, strict=True)}

    def judge_on_occasions(self, rule: Rule, fact: AnyFact, row: FactRow) -> Iterator[LazyVerdict]:
        """Yield the verdicts of a rule that is judged in periods, or once and for all, on one subject."""
        return (self._verdict(rule, fact, code, when) for when, code in self._on_occasions(rule, fact, row))

    def _on_occasions(self, rule: Rule, fact: AnyFact, row: FactRow) -> Iterator[tuple[When, int]]:
        """Yield the times on which one subject is judged, with the codes."""
        judged = self._bound(rule.subject.target)[self.program.unit(rule.subject.target).judge[rule.id]]
        for when in self.runtime.whens.of(rule, fact, self._body(rule, row)):
            yield when, judged(fact, row, when)
        if not self.world.setting.review_given and (rule.form != "forbid" or rule.due is not None):
            for when in self._earlier(rule, fact, row):
                yield when, judged(fact, row, when)

    def _verdict(self, rule: Rule, fact: AnyFact, code: int, when: When) -> LazyVerdict:
        running = when.span is not None and self.world.setting.as_of <= when.last
        return LazyVerdict(rule, fact, code, when, running, self.look)

    def _earlier(self, rule: Rule, fact: AnyFact, row: FactRow) -> Iterator[When]:
        """Yield the periods before the default review of which the day after the due lies in it."""
        low, high = self.world.setting.review_days
        name = self.program.unit(rule.subject.target).due[rule.id]
        due_of = self._bound(rule.subject.target)[name] if name else None
        for when in self.runtime.whens.earlier(rule, fact, self._body(rule, row)):
            due = when.last if due_of is None else _day(due_of(fact, row, when))
            if due is not MISSING and due + DAY < low:
                return
            if due is not MISSING and due + DAY <= high:
                yield when

    def look(self, rule: Rule, occasion: Occasion) -> Verdict:
        """Judge one occasion in the reference back end, which knows why something is unknown."""
        return judge(self._careful, rule, occasion)


def judge_all(world: World, rules: Sequence[Rule]) -> Iterator[Verdict]:
    """Yield the verdicts of rules on all their subjects, in the order of the reference back end."""
    yield from Session(Program(tuple(world.documents.values()), rules), world).judge_all(rules)


def _occasion(norm: Definition, fact: AnyFact, when: When | None) -> Occasion:
    if when is None:
        return Occasion(norm, fact)
    if when.span is not None:
        return Occasion(norm, fact, when.span)
    return Occasion(norm, fact, day=when.day, rhythm=unknown_rhythm(norm, when))


def _day(due: Any) -> date | Any:
    return due.date() if isinstance(due, datetime) else due


def _at_most_one(conclusion: Conclusion | None) -> Iterator[Conclusion]:
    if conclusion is not None:
        yield conclusion
