"""Facts and questions as messages: flat, of texts alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qinglian_rules.backends.concluded import AnyFact, model_of
from qinglian_rules.backends.durable.encoding import aspect_of, known_of, text_of, word
from qinglian_rules.backends.durable.operands import IT, Column, Slots
from qinglian_rules.backends.durable.rulesets import MEMBER, RuleSet
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.reference import Evaluator, Scope
from qinglian_rules.backends.world import World
from qinglian_rules.facts.values import WeeklySlot

Message = Mapping[str, str]


def messages_of_fact(ruleset: RuleSet, world: World, fact: AnyFact) -> tuple[Message, ...]:
    """Return the message of a fact, and after it those of the members of its lists."""
    line = {cls.__name__ for cls in model_of(fact).__mro__}
    targets = [target for target in ruleset.columns.by_target if target in line]
    evaluator = Evaluator(world, Scope(None, Unknown(), {}, {}, {IT: fact}))
    columns = [column for target in targets for column in ruleset.columns.by_target[target].values()]
    handle = word(f"{model_of(fact).__name__}/{fact.key}")
    own = {**dict.fromkeys((f"t{target}" for target in targets), "y"), "k": word(fact.key), "h": handle}
    return _written(own, handle, columns, evaluator)


def messages_of_question(form: str, slots: Slots, subject: str, handle: str, asking: Evaluator) -> tuple[Message, ...]:
    """Return the message of a question about the subject with a key, and those of the members of its lists."""
    own = {"shape": form, "subject": word(subject), "h": handle}
    return _written(own, handle, slots.columns.values(), asking)


def _written(own: Message, handle: str, columns: Iterable[Column], evaluator: Evaluator) -> tuple[Message, ...]:
    values = [(column, evaluator.settled(column.node)) for column in columns]
    found = {name: text for column, value in values for name, text in _properties(column, value)}
    members = [member for column, value in values for member in _members(handle, column, value)]
    return ({**found, **own}, *members)


def _properties(column: Column, value: Any) -> Iterator[tuple[str, str]]:
    known = known_of(value)
    for name in column.states:
        yield column.name + name, known[name]
    for aspect in column.aspects:
        yield column.name + aspect, aspect_of(value, aspect)


def _members(handle: str, column: Column, value: Any) -> Iterator[Message]:
    if column.is_list and isinstance(value, tuple):
        for member in dict.fromkeys(value):
            yield {MEMBER: handle, "f": column.name, **_member(member)}


def _member(member: Any) -> Message:
    if isinstance(member, WeeklySlot):
        return {"w": f"w:{member.weekday}", "a": text_of(member.start), "b": text_of(member.end)}
    return {"v": text_of(member)}
