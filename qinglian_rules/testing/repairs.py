"""Repairs: situations that differ from one in a single thing, such that a rule may say something else of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pydantic import MISSING, ValidationError

from qinglian_rules.backends.judging import Case as Applied
from qinglian_rules.backends.reference import Evaluator
from qinglian_rules.decisions.candidates import candidates
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, FindingWord, Judgement, ParameterValue
from qinglian_rules.facts.values import LAST_DAY
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.testing.menus import Menus
from qinglian_rules.testing.situation import Situation

Read = tuple[Fact, str, n.Field | None]
"""A fact that was handed over, a field that is read of it, and where the rule itself does so; None: a definition."""


def repairs(rule: Rule, menus: Menus, situation: Situation, applied: Applied) -> Iterator[Situation]:
    """Yield situations with one thing changed: a field, a parameter, a statement, a finding; the likeliest first."""
    yield from _with_finding(rule, situation, applied)
    for read in reads(rule, menus, situation, applied):
        for value in values_to_try(rule, menus, applied, read):
            changed = with_value(situation, read[0], read[1], value)
            if changed is not None:
                yield changed
    yield from _with_copies(menus, situation)
    yield from _with_parameter(menus, situation)
    yield with_statements(menus, situation)


def reads(rule: Rule, menus: Menus, situation: Situation, applied: Applied) -> Sequence[Read]:
    """Return what is read of facts that were handed over, each once: by the rule itself, then by definitions."""
    found: dict[tuple[str, str, str], Read] = {}

    def observe(node: n.Field, fact: Any, value: Any) -> None:
        if isinstance(fact, Fact):
            found.setdefault((type(fact).__name__, fact.key, node.name), (fact, node.name, node))

    evaluator = Evaluator(applied.world, applied.evaluator.scope, observe)
    for root in (*(one.node for one in rule.conditions), rule.when, *([] if rule.due is None else [rule.due])):
        evaluator.value(root)
    body = applied.evaluator.scope.body
    answerable = applied.world.find("Body", body) if isinstance(body, str) else None
    if answerable is not None:
        evaluator.within("body", answerable).value(applied.world.documents[rule.document].reach)
    for fact in situation:
        for name in sorted(_read_of(menus, fact)):
            found.setdefault((type(fact).__name__, fact.key, name), (fact, name, None))
    return tuple(found.values())


def _read_of(menus: Menus, fact: Fact) -> set[str]:
    """Return the fields that norms read of a fact, and those that tell when and of which body it is."""
    kind = type(fact)
    if kind.__name__ not in menus.reading.types:
        return menus.reading.reads_of(fact)
    implied = {name for name in (kind.fact_dated, kind.fact_body) if name is not None}
    return menus.reading.reads_of(fact) | implied


def values_to_try(rule: Rule, menus: Menus, applied: Applied, read: Read) -> Iterator[Any]:
    """Yield other values for a field: those at which the rule turns, then plain ones."""
    fact, name, node = read
    fact_type = menus.reading.vocabulary.types[type(fact).__name__]
    if name in fact_type.key:
        return
    declared = fact_type.fields[name]
    present = getattr(fact, name)
    turning = () if node is None else candidates(rule, applied.evaluator, node, declared)
    target = declared.type.target if declared.type.name == "Ref" else None
    elsewhere = [] if target is None else [*(one.key for one in applied.world.facts.of(target)), f"{target}-9"]
    for value in dict.fromkeys([*turning, *elsewhere, *menus.field(fact_type.name, declared)[:12]]):
        if value is not MISSING and (type(value) is not type(present) or value != present):
            yield value


def with_value(situation: Situation, fact: Fact, name: str, value: Any) -> Situation | None:
    """Return the situation with one field of a fact changed; None where its model refuses that."""
    given = {one: getattr(fact, one) for one in fact.model_fields_set} | {name: value}
    try:
        changed = type(fact)(**{key: one for key, one in given.items() if one is not MISSING})
    except ValidationError:
        return None
    facts = tuple(changed if _is_same(one, fact) else one for one in situation.facts)
    return replace(situation, facts=facts)


def _is_same(one: Fact, other: Fact) -> bool:
    return type(one) is type(other) and one.key == other.key


def _with_finding(rule: Rule, situation: Situation, applied: Applied) -> Iterator[Situation]:
    """Let an office that counts find one thing or the other."""
    if rule.judgement is None or situation.subject is None:
        return
    findings: tuple[FindingWord, ...] = ("符合", "基本符合", "不符合")
    for finding in findings:
        added = Judgement(
            id="finding",
            about=rule.id,
            subject=situation.subject.key,
            subject_type=situation.subject.type,
            period=applied.occasion.period,
            office=rule.judgement.by[0],
            finding=finding,
            date=situation.as_of,
        )
        others = tuple(fact for fact in situation.facts if not isinstance(fact, Judgement))
        yield replace(situation, facts=(*others, added))


def _with_copies(menus: Menus, situation: Situation) -> Iterator[Situation]:
    """Let something have happened twice, or three times."""
    for fact in situation:
        fact_type = menus.reading.vocabulary.types[type(fact).__name__]
        if fact_type.name in menus.reading.types and fact_type.has_key_id():
            one, other = (fact.model_copy(update={"id": f"{fact.key}-{number}"}) for number in (2, 3))
            yield replace(situation, facts=(*situation.facts, one))
            yield replace(situation, facts=(*situation.facts, one, other))


def _with_parameter(menus: Menus, situation: Situation) -> Iterator[Situation]:
    for parameter in menus.reading.parameters:
        names = {parameter.name, parameter.name.rpartition("/")[2]}
        others = [one for one in situation if not (isinstance(one, ParameterValue) and one.parameter in names)]
        for text in menus.parameter(parameter)[:6]:
            yield replace(situation, facts=(*others, ParameterValue(parameter=parameter.name, value=text)))


def with_statements(menus: Menus, situation: Situation) -> Situation:
    """Return the situation with every type that is read stated complete."""
    others = [fact for fact in situation if not isinstance(fact, Complete)]
    return replace(situation, facts=(*others, *(Complete(type=name, end=LAST_DAY) for name in menus.reading.types)))
