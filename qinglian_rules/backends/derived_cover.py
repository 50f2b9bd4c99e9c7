"""Where no fact that is asked about may be missing: its type is complete, or what it is derived from (LANGUAGE 5.1).

One fact alone has a key: where a question fixes the key and that fact is there, nothing need be stated complete.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from pydantic import MISSING

from qinglian_rules.backends.completeness import Ask
from qinglian_rules.backends.world import World
from qinglian_rules.facts.base import join_key
from qinglian_rules.facts.values import FIRST_DAY, DateSpan
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition


def covers(world: World, target: str, ask: Ask) -> bool:
    """Whether every fact of `target` that `ask` is about must be known."""
    if ask.low > ask.high or _has_key(world, target, ask):
        return True
    if not world.vocabulary.types[target].derived:
        return world.covers(target, ask)
    sources = world.definitions_of(target)
    return (
        bool(sources)
        and target not in world.doubtful_types
        and all(
            _is_there(world, source, ask) or covers(world, source.subject.target, _source_ask(world, source, ask))
            for source in sources
        )
    )


def stated(world: World, target: str, ask: Ask) -> bool:
    """Whether that is so whatever keys `ask` fixes: then a fact without a date lies in none of its days (3.4)."""
    return covers(world, target, replace(ask, keys=()) if ask.keys else ask)


def _has_key(world: World, target: str, ask: Ask) -> bool:
    """Whether the one fact that `ask` can be about is there, its whole key being fixed."""
    fixed, names = dict(ask.keys), world.vocabulary.types[target].key
    if target in world.doubtful_types or not all(name in fixed for name in names):
        return False
    return world.find(target, join_key(fixed[name] for name in names)) is not None


def uncovered(world: World, target: str, ask: Ask) -> frozenset[str]:
    """Return the types that must be stated complete so that `target` is: itself, or what it follows from."""
    sources = world.definitions_of(target) if world.vocabulary.types[target].derived else ()
    found = frozenset(
        name
        for source in sources
        if not _is_there(world, source, ask)
        for name in uncovered(world, source.subject.target, _source_ask(world, source, ask))
    )
    if found or covers(world, target, ask):
        return found
    return frozenset({target})


def _is_there(world: World, definition: Definition, ask: Ask) -> bool:
    """Whether the one subject that can conclude what is asked about was handed over.

    That is so where a key field of the conclusion is the subject itself and the question fixes this field.
    """
    keyed = dict(definition.values)
    subject = definition.subject
    own = [key for field, key in ask.keys if is_subject(keyed[field], subject.name)]
    return any(world.find(subject.target, key) is not None for key in own)


def is_subject(node: n.Node, name: str) -> bool:
    """Whether a field of a conclusion is the subject itself, which another subject cannot give it."""
    inner = node.fact if isinstance(node, n.KeyOf) else node
    return isinstance(inner, n.Var) and inner.name == name


def subjects_complete(world: World, definition: Definition) -> bool:
    """Whether no subject of a definition may be missing, of any body, up to the day of judgement."""
    return covers(world, definition.subject.target, Ask(FIRST_DAY, world.setting.as_of))


def has_subjects_until(world: World, definition: Definition, first: date | DateSpan) -> bool:
    """Whether no subject of a definition may be missing that would date a conclusion before `first`.

    Where the conclusion takes the subject's date, earlier subjects are all that count.
    """
    start = first.start if isinstance(first, DateSpan) else first
    given = {name for name, _ in definition.values}
    types = world.vocabulary.types
    dated = types[definition.subject.target].dated is not None
    if types[definition.target].dated in given or definition.every is not None or not dated or start is MISSING:
        return subjects_complete(world, definition)
    day = start.date() if isinstance(start, datetime) else start
    return covers(world, definition.subject.target, Ask(FIRST_DAY, min(day, world.setting.as_of)))


def _source_ask(world: World, definition: Definition, ask: Ask) -> Ask:
    """What must be complete about the subjects, so that conclusions are.

    Where the conclusion takes the subject's date and body it is the same span and bodies. A date or body of its own may
    come from any earlier subject, of any body.
    """
    derived = world.vocabulary.types[definition.target]
    given = {name for name, _ in definition.values}
    source = world.vocabulary.types[definition.subject.target]
    same_date = derived.dated not in given and source.dated is not None and definition.every is None
    result = replace(ask, kinds=None, keys=())
    if not same_date:
        result = replace(result, low=FIRST_DAY, high=world.setting.as_of)
    return replace(result, bodies=None) if derived.body in given else result
