"""Worlds: facts of all types that some rules read, which refer to each other, judged on one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st
from pydantic import MISSING

from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.values import LAST_DAY, DateSpan
from qinglian_rules.facts.vocabulary import FactType, FieldKind, FieldType
from qinglian_rules.ir.rules import Rule
from qinglian_rules.testing.drawn_facts import made
from qinglian_rules.testing.menus import Menus
from qinglian_rules.testing.reading import periods_around, read_norms
from qinglian_rules.testing.rules import found_rule
from qinglian_rules.testing.situation import Situation

Draw = st.DrawFn
Keys = Mapping[str, tuple[str, ...]]

# Simple worlds come first in each list: a failing example shrinks to them.
_HOW_MANY_SUBJECTS: Final = (1, 1, 2, 3)
_HOW_MANY_OTHERS: Final = (0, 1, 1, 2, 3)
_STATED: Final = ("not", "wholly", "wholly", "until today", "for a time", "of one body")


def worlds(policy_or_rule: Policy | Rule | str, policy: Policy | None = None) -> st.SearchStrategy[Situation]:
    """Facts of the types that a policy, or one rule of it, reads, and when they are judged.

    Values come from the rules' own thresholds, members and dates and those next to them. References mostly lead to a
    fact. A type is stated complete in three worlds of four, not always as a whole. Parameters are set in most.

    Args:
        policy_or_rule: a policy, a rule, or the id of a rule.
        policy: where a rule stands, if not in a bundled document.

    Raises:
        LookupError: there is no such rule.

    Example:
        >>> from hypothesis import given, settings
        >>> import qinglian_rules as ql
        >>> policy = ql.load("gx-2023")
        >>> @settings(max_examples=20, deadline=None)
        ... @given(worlds(policy))
        ... def both_back_ends_agree(world):
        ...     found = [decision.status for decision in world.check(policy, engine="reference")]
        ...     assert set(found) <= {"compliant", "violated", "pending", "undetermined", "not_applicable"}
        >>> both_back_ends_agree()
    """
    if isinstance(policy_or_rule, Policy):
        return situations(Menus(read_norms(policy_or_rule, policy_or_rule.rules.values())))
    rule, home = found_rule(policy_or_rule, policy)
    return situations(Menus(read_norms(home, [rule])))


@st.composite
def situations(draw: Draw, menus: Menus) -> Situation:
    """Situations made of menus; `worlds` says more."""
    as_of = draw(st.sampled_from((menus.base, menus.evening, menus.evening, *menus.days)))
    keys = _keys(draw, menus)
    table = Table(menus, keys)
    facts = [fact for name, own in keys.items() for key in own if (fact := _fact(draw, table, name, key)) is not None]
    facts = list({(type(fact).__name__, fact.key): fact for fact in facts}.values())
    statements = [one for name in keys if (one := _statement(draw, menus, name, as_of, keys)) is not None]
    settings = list(_settings(draw, menus, keys))
    return Situation((*facts, *statements, *settings), as_of, draw(st.sampled_from(_reviews(menus, as_of))))


def _keys(draw: Draw, menus: Menus) -> Keys:
    reading = menus.reading
    counts = {name: _HOW_MANY_SUBJECTS if name in reading.subjects else _HOW_MANY_OTHERS for name in reading.types}
    return {
        name: tuple(f"{name}-{number}" for number in range(1, draw(st.sampled_from(count)) + 1))
        for name, count in counts.items()
    }


class Table:
    """What is on offer for each field, given which facts there are."""

    def __init__(self, menus: Menus, keys: Keys) -> None:
        self.menus = menus
        self.keys = keys
        self._strategies: dict[tuple[str, str], st.SearchStrategy[Any]] = {}

    def field(self, fact_type: FactType, field: FieldType) -> st.SearchStrategy[Any]:
        """Return values of a field of a fact in this world."""
        place = (fact_type.name, field.name)
        if place not in self._strategies:
            self._strategies[place] = st.sampled_from(self._offered(fact_type, field))
        return self._strategies[place]

    def _offered(self, fact_type: FactType, field: FieldType) -> Sequence[Any]:
        known = (
            self._special(fact_type, field) or self.references(field.type) or self.menus.field(fact_type.name, field)
        )
        absent = [*([MISSING] if field.may_be_unknown else []), *([None] if field.nullable else [])]
        return [*absent * (1 + len(known) // 8), *known] or [MISSING]

    def references(self, kind: FieldKind) -> Sequence[Any]:
        """Return keys of the facts to which a reference may lead, and one that leads nowhere."""
        if kind.name == "List" and kind.item is not None and kind.item.name == "Ref":
            keys = self.references(kind.item)
            return [(), *((key,) for key in keys), tuple(keys)]
        if kind.name != "Ref" or kind.target is None:
            return []
        subtypes = self.menus.reading.vocabulary.types[kind.target].subtypes
        there = [key for name in subtypes for key in self.keys.get(name, ())]
        return [*there * 3, f"{kind.target}-9"]

    def _special(self, fact_type: FactType, field: FieldType) -> Sequence[Any]:
        """What a finding is about: the rules that a person judges, and the facts that are there."""
        reading = self.menus.reading
        if fact_type.name != "Judgement":
            return []
        offered: dict[str, list[Any]] = {
            "about": [*reading.questions, "别的事项"],
            "subject": [key for keys in self.keys.values() for key in keys],
            "subject_type": [MISSING, *reading.subjects],
            "office": [*reading.offices, "别的部门"],
            "period": [None, *periods_around(reading.rhythms, self.menus.base)],
        }
        return offered.get(field.name, [])


def _fact(draw: Draw, table: Table, name: str, key: str) -> Fact | None:
    """Draw a fact: the fields that the rules read; the others are left unknown seven times of eight."""
    fact_type = table.menus.reading.vocabulary.types[name]
    wanted = {*table.menus.reading.reads(name), fact_type.dated, fact_type.body, fact_type.kind}
    if name == "Judgement" or draw(st.integers(0, 7)) == 7:
        wanted |= set(fact_type.fields)
    wanted |= {field.name for field in fact_type.fields.values() if field.required}
    given: dict[str, Any] = {}
    for field in fact_type.fields.values():
        if fact_type.has_key_id() and field.name == "id":
            given["id"] = key
        elif field.name in wanted:
            given[field.name] = draw(table.field(fact_type, field))
    return made(fact_type, given)


def _statement(draw: Draw, menus: Menus, name: str, as_of: date, keys: Keys) -> Complete | None:
    how = draw(st.sampled_from(_STATED))
    if how == "not":
        return None
    if how == "for a time":
        first, last = sorted((draw(st.sampled_from(menus.days)), draw(st.sampled_from(menus.days))))
        return Complete(type=name, start=first, end=last)
    body = next((key for one in ("Hospital", "HealthAuthority") for key in keys.get(one, ())), None)
    return Complete(
        type=name,
        end=as_of if how == "until today" else LAST_DAY,
        body=body if how == "of one body" else None,
    )


def _settings(draw: Draw, menus: Menus, keys: Keys) -> Iterator[ParameterValue]:
    """Set each parameter for everybody, for one body, from some day on, twice, or not at all."""
    body = next((key for one in ("Hospital", "HealthAuthority") for key in keys.get(one, ())), None)
    for parameter in menus.reading.parameters:
        texts = st.sampled_from(menus.parameter(parameter))
        how = draw(st.sampled_from(("not", "always", "always", "always", "from", "own", "twice")))
        local = parameter.name.rpartition("/")[2]
        if how in {"always", "twice"}:
            yield ParameterValue(parameter=parameter.name, value=draw(texts))
        if how in {"own", "twice"}:
            yield ParameterValue(parameter=local, value=draw(texts), body=body)
        if how == "from":
            yield ParameterValue(parameter=local, value=draw(texts), start=draw(st.sampled_from(menus.days)))


def _reviews(menus: Menus, as_of: date) -> Sequence[DateSpan | None]:
    """Periods under review: none given, those of the rules' rhythms, all time, a month."""
    given = [
        *periods_around(menus.reading.rhythms, as_of),
        DateSpan(start=min(as_of, menus.days[-1]), end=max(as_of, menus.days[-1])),
        DateSpan(start=as_of - timedelta(days=min(30, as_of.toordinal() - 693_596)), end=as_of),
    ]
    return [None, None, *given]
