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


def candidates(rule: Rule, document: Document, day: date, *, when: bool = True, reach: bool = True) -> Iterator[Drawn]:
    """Yield facts to which a rule may apply, dated `day`; with `when` or `reach` False, facts to which it may not."""
    vocabulary = Vocabulary.current()
    target = vocabulary.types[rule.subject.target]
    for name in () if target.derived else target.subtypes:
        found = _sketches(rule, document, vocabulary.types[name], day, when=when, reach=reach)
        yield from islice(_drawn(found, vocabulary, day), MOST)


def _sketches(
    rule: Rule, document: Document, subject: FactType, day: date, *, when: bool, reach: bool
) -> Iterator[Sketch]:
    vocabulary = Vocabulary.current()
    path = body_path(subject)
    if path is None or subject.key != ("id",):
        return
    variables: dict[str, Path] = {rule.subject.name: ()}
    lets = {let.name: let.node for let in rule.lets}
    since = day - timedelta(days=365)
    for start in _starts(subject, path, vocabulary):
        for one in Solver(vocabulary, {"body": path}, {}, since).solutions(document.reach, reach, start):
            yield from Solver(vocabulary, variables, lets, since).solutions(rule.when, when, one)


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


def _drawn(found: Iterator[Sketch], vocabulary: Vocabulary, day: date) -> Iterator[Drawn]:
    for sketch in found:
        drawn = _draw(sketch, vocabulary, day)
        if drawn is not None:
            yield drawn


def _draw(sketch: Sketch, vocabulary: Vocabulary, day: date) -> Drawn | None:
    """Make the facts of a sketch; None where a model refuses one."""
    keys: dict[Path, str] = {path: f"{name}-{number}" for number, (path, name) in enumerate(sketch.types.items(), 1)}
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
