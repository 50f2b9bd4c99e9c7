"""Subjects for standard cases: facts to which a rule applies, and facts to which it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from pydantic import ValidationError

from qinglian_rules.authoring.cases.model import FactName
from qinglian_rules.authoring.cases.standard.samples import sample
from qinglian_rules.authoring.cases.standard.solve import GIVEN, Path, Sketch, Solver, body_path
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.ir.rules import Document, Rule

MOST = 40
"""How many candidates are tried before a rule is left to its author."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Facts of a candidate: the subject first, then what it refers to; the key of the body that answers for it."""

    facts: tuple[Fact, ...]
    subject: FactName
    body: str


@dataclass(frozen=True, slots=True)
class Subjects:
    """Draws subjects of one rule that are dated `day`."""

    rule: Rule
    document: Document
    day: date
    vocabulary: Vocabulary

    def applying(self) -> Iterator[Drawn]:
        """Yield facts to which the rule may apply."""
        target = self.vocabulary.types[self.rule.subject.target]
        for name in () if target.derived else target.subtypes:
            yield from self._drawn(self._meeting(self._reached(name)))

    def not_reached(self, name: str) -> Iterator[Drawn]:
        """Yield facts of type `name` that meet the rule's `when` and whose body the document may not reach."""
        return self._drawn(self._meeting(self._reached(name, wanted=False)))

    def missing(self, name: str) -> Iterator[Iterator[Drawn]]:
        """Yield, for each part of the rule's `when`, facts of type `name` that may fail it and meet the others."""
        for reached in islice(self._reached(name), 1):
            for group in self._solver().misses(self.rule.when, reached):
                yield self._drawn(group)

    def _reached(self, name: str, *, wanted: bool = True) -> Iterator[Sketch]:
        subject = self.vocabulary.types[name]
        path = body_path(subject)
        if path is None or subject.key != ("id",):
            return
        reach = Solver(self.vocabulary, {"body": path}, {}, self._since())
        for start in _starts(subject, path, self.vocabulary):
            yield from reach.solutions(self.document.reach, wanted, start)

    def _meeting(self, reached: Iterator[Sketch]) -> Iterator[Sketch]:
        solver = self._solver()
        for one in reached:
            yield from solver.solutions(self.rule.when, True, one)

    def _solver(self) -> Solver:
        lets = {let.name: let.node for let in self.rule.lets}
        return Solver(self.vocabulary, {self.rule.subject.name: ()}, lets, self._since())

    def _since(self) -> date:
        """The first day of spans that must hold some day."""
        return self.day - timedelta(days=365)

    def _drawn(self, found: Iterator[Sketch]) -> Iterator[Drawn]:
        for sketch in islice(found, MOST):
            drawn = _draw(sketch, self.vocabulary, self.day)
            if drawn is not None:
                yield drawn


def _starts(subject: FactType, path: Path, vocabulary: Vocabulary) -> Iterator[Sketch]:
    """Yield the subject with its body, which may be of several types."""
    start = Sketch({(): subject.name})
    if path == ():
        yield start
        return
    target = subject.fields[path[0]].type.target or "Body"
    for name in vocabulary.types[target].subtypes:
        known = start.through(path, name).choose(path, GIVEN)
        yield from () if known is None else (known,)


def _draw(sketch: Sketch, vocabulary: Vocabulary, day: date) -> Drawn | None:
    """Make the facts of a sketch; None where a model refuses one."""
    keys: dict[Path, str] = {path: f"{name}-{number}" for number, (path, name) in enumerate(sketch.types.items(), 1)}
    # A condition may ask for the key itself, as the reach of a hospital's own document does.
    asked = {place[:-1]: value for place, value in sketch.values.items() if place[-1] == "id"}
    keys |= {place: value for place, value in asked.items() if place in keys and isinstance(value, str)}
    path = body_path(vocabulary.types[sketch.types[()]])
    assert path is not None
    try:
        facts = tuple(_fact(sketch, place, keys, vocabulary, day, keys[path]) for place in sketch.types)
    except ValidationError:
        return None
    return Drawn(facts, FactName(sketch.types[()], keys[()]), keys[path])


def _fact(sketch: Sketch, place: Path, keys: Mapping[Path, str], vocabulary: Vocabulary, day: date, body: str) -> Fact:
    fact_type = vocabulary.types[sketch.types[place]]
    values: dict[str, Any] = {"id": keys[place]}
    if fact_type.body not in (None, "id"):
        values[fact_type.body] = body
    if fact_type.dated is not None:
        values[fact_type.dated] = sample(fact_type.fields[fact_type.dated], day)
    for path, value in sketch.values.items():
        if path[:-1] == place:
            name = path[-1]
            given = keys.get(path) or sample(fact_type.fields[name], day)
            values[name] = given if value is GIVEN else value
    return fact_type.model(**values)
