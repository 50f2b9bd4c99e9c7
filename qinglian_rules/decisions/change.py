"""What would change a decision: the smallest change of the subject's own fields, checked by running it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from qinglian_rules.backends.judging import Case
from qinglian_rules.decisions.candidates import candidates
from qinglian_rules.decisions.choice import remedies
from qinglian_rules.decisions.what_if import Trial
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import FactType
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.walk import walk

if TYPE_CHECKING:
    from qinglian_rules.decisions.model import Decision


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of the subject and the value that it would have to have."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One or two changes of the subject after which the rule holds; checked by running it."""

    fields: tuple[FieldChange, ...]


def smallest_change(decision: Decision) -> Change | None:
    """Return the smallest change of at most two of the subject's own fields that makes it compliant, or None.

    Never a key, the body, or a limit that the hospital has set, nor whom or what it is about (`choice.py`).
    """
    fact = decision.fact
    if not isinstance(fact, Fact):
        return None
    fact_type = decision.world.vocabulary.types[decision.subject.type]
    case = decision.explanation.case
    options = {path.name: _values(case, decision.rule, path, fact_type) for path in _own(decision.rule, fact_type)}
    trial = Trial(decision)
    for count in (1, 2):
        for change in _changes(options, count):
            changed = _changed(fact, change)
            if changed is None:
                continue
            verdict = trial.verdict([changed])
            if verdict is not None and verdict.status == "compliant":
                return Change(change)
    return None


def _own(rule: Rule, fact_type: FactType) -> Iterator[n.Field]:
    """Yield the subject's own fields that the rule's conditions read; neither keys nor the body."""
    seen: set[str] = set()
    for condition in rule.conditions:
        for node in walk(condition.node):
            own = isinstance(node, n.Field) and isinstance(node.fact, n.Var) and node.fact.name == rule.subject.name
            if own and isinstance(node, n.Field) and node.name not in {*seen, *fact_type.key, fact_type.body}:
                seen.add(node.name)
                yield node


def _values(case: Case, rule: Rule, path: n.Field, fact_type: FactType) -> tuple[Any, ...]:
    present = case.evaluator.settled(path)
    declared = fact_type.fields[path.name]
    found = candidates(rule, case.evaluator, path, declared)
    offered = remedies(found, rule, path, declared, present, case.world.vocabulary)
    return tuple(value for value in offered if value != present)


def _changes(options: dict[str, tuple[Any, ...]], count: int) -> Iterator[tuple[FieldChange, ...]]:
    for names in combinations(options, count):
        for values in product(*(options[name] for name in names)):
            yield tuple(FieldChange(name, value) for name, value in zip(names, values, strict=True))


def _changed(fact: Fact, change: tuple[FieldChange, ...]) -> Fact | None:
    """The fact with the change made; None where its model refuses it."""
    given = {name: getattr(fact, name) for name in fact.model_fields_set}
    given.update({item.field: item.value for item in change})
    try:
        return type(fact)(**given)
    except ValidationError:
        return None
