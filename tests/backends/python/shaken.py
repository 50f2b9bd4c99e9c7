"""Worlds shaken at random: values forgotten, exchanged or taken away, facts and statements lost."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from pydantic import MISSING, ValidationError

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import Vocabulary


def shaken(facts: Sequence[Fact], random: Random) -> list[Fact]:
    """Return facts of which some are changed, lost or doubled under another key."""
    kept = [fact for fact in facts if random.random() > 0.12]
    changed = [_changed(fact, facts, random) for fact in kept]
    return changed + [_doubled(fact, random) for fact in changed if random.random() < 0.25 and "id" in fact.fact_key]


def _doubled(fact: Fact, random: Random) -> Fact:
    copy = _changed(fact, (fact,), random)
    return copy.model_copy(update={"id": f"{fact.key}-2"})


def _changed(fact: Fact, facts: Sequence[Fact], random: Random) -> Fact:
    described = Vocabulary.current().types[type(fact).__name__]
    update = {}
    for name, kind in described.fields.items():
        if name in described.key or random.random() > 0.25:
            continue
        values = [getattr(other, name) for other in facts if type(other) is type(fact)]
        if kind.may_be_unknown:
            values.append(MISSING)
        if kind.nullable:
            values.append(None)
        update[name] = random.choice(values)
    try:
        return type(fact).model_validate({**dict(fact), **update})
    except ValidationError:
        return fact
