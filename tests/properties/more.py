"""More information about the same world: what LANGUAGE 3.10 says must not turn compliant into violated or back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st
from pydantic import MISSING, ValidationError

from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, Judgement, ParameterValue
from qinglian_rules.facts.values import LAST_DAY, DateSpan
from qinglian_rules.testing.drawn_facts import made
from qinglian_rules.testing.drawn_worlds import Table
from qinglian_rules.testing.menus import Menus
from qinglian_rules.testing.reading import Reading, read_norms
from qinglian_rules.testing.situation import Situation


class Informer:
    """Adds information to a situation, one piece at a time."""

    def __init__(self, policy: Policy, situation: Situation) -> None:
        self.reading: Reading = read_norms(policy, policy.rules.values())
        self.situation = situation
        keys: dict[str, tuple[str, ...]] = {}
        for fact in situation:
            keys[type(fact).__name__] = (*keys.get(type(fact).__name__, ()), fact.key)
        self.table = Table(Menus(self.reading), keys)
        self.judged = {
            norm.subject.target for document in policy.documents for norm in (*document.rules, *document.definitions)
        }

    def is_stated(self, name: str) -> bool:
        """Whether something is stated to be complete about a type."""
        stated = {fact.type for fact in self.situation if isinstance(fact, Complete)}
        return bool(stated & set(self.reading.lineage(name)))

    # --- a value for something unknown

    def gaps(self) -> Sequence[tuple[int, str]]:
        """Return the unknown fields that the rules read: which fact, which field."""
        return [
            (place, name)
            for place, fact in enumerate(self.situation.facts)
            if not isinstance(fact, Complete | Judgement | ParameterValue)
            for name in sorted(self.reading.reads(type(fact).__name__) | {type(fact).fact_dated or "id"})
            if _is_unknown(getattr(fact, name)) and not self._is_exempt(fact, name)
        ]

    def _is_exempt(self, fact: Fact, name: str) -> bool:
        """A date that is learnt may contradict a statement (3.4), or take a subject out of the review (4.2)."""
        if name != type(fact).fact_dated:
            return False
        lines = set(self.reading.lineage(type(fact).__name__))
        return self.is_stated(type(fact).__name__) or bool(lines & self.judged)

    def filled(self, draw: st.DrawFn, gap: tuple[int, str]) -> Situation:
        """Return the situation with a gap filled."""
        place, name = gap
        fact = self.situation.facts[place]
        fact_type = self.reading.vocabulary.types[type(fact).__name__]
        value = draw(self.table.field(fact_type, fact_type.fields[name]))
        old = getattr(fact, name)
        if isinstance(old, DateSpan):
            value = _refined(old, value)
        if name == fact_type.dated and _starts_after(value, self.situation.as_of):
            return self.situation
        facts = list(self.situation.facts)
        facts[place] = made(fact_type, {**{one: getattr(fact, one) for one in fact.model_fields_set}, name: value})
        return replace(self.situation, facts=tuple(facts))

    # --- what nobody handed over

    def absent(self) -> Sequence[str]:
        """Return the types of which facts may be missing."""
        return [name for name in self.reading.types if name != "Judgement" and not self.is_stated(name)]

    def joined(self, draw: st.DrawFn, name: str) -> Situation:
        """Return the situation with one more fact, to which references may have led in vain."""
        fact_type = self.reading.vocabulary.types[name]
        key = draw(st.sampled_from([f"{one}-9" for one in self.reading.lineage(name)] + [f"{name}-8"]))
        wanted = {*self.reading.reads(name), fact_type.dated, fact_type.body, fact_type.kind}
        given = {
            field.name: draw(self.table.field(fact_type, field))
            for field in fact_type.fields.values()
            if field.name in wanted or field.required
        }
        fact = made(fact_type, {**given, "id": key})
        if any(type(one) is type(fact) and one.key == fact.key for one in self.situation):
            return self.situation
        return replace(self.situation, facts=(*self.situation.facts, fact))

    def stated(self, name: str) -> Situation:
        """Return the situation with a type stated complete."""
        return replace(self.situation, facts=(*self.situation.facts, Complete(type=name, end=LAST_DAY)))

    def unset(self) -> Sequence[str]:
        """Return the parameters that nobody has set."""
        settings = {fact.parameter for fact in self.situation if isinstance(fact, ParameterValue)}
        return [one.name for one in self.reading.parameters if not settings & {one.name, one.name.rpartition("/")[2]}]

    def set(self, draw: st.DrawFn, name: str) -> Situation:
        """Return the situation with a parameter set."""
        (parameter,) = (one for one in self.reading.parameters if one.name == name)
        text = draw(st.sampled_from(self.table.menus.parameter(parameter)))
        return replace(self.situation, facts=(*self.situation.facts, ParameterValue(parameter=name, value=text)))


def _is_unknown(value: Any) -> bool:
    return value is MISSING or (isinstance(value, DateSpan) and MISSING in (value.start, value.end))


def _refined(old: DateSpan, new: Any) -> DateSpan:
    """Return the old span with what it lacks taken from the new one, where that makes a span."""
    if not isinstance(new, DateSpan):
        return old
    try:
        return DateSpan(
            start=new.start if old.start is MISSING else old.start, end=new.end if old.end is MISSING else old.end
        )
    except ValidationError:
        return old


def _starts_after(value: Any, day: date) -> bool:
    start = value.start if isinstance(value, DateSpan) else value
    return isinstance(start, date) and (start.date() if hasattr(start, "date") else start) > day


@st.composite
def more(draw: st.DrawFn, policy: Policy, situation: Situation) -> Situation:
    """The same situation, with one to three pieces of information added."""
    for _ in range(draw(st.integers(1, 3))):
        informer = Informer(policy, situation)
        options: list[tuple[str, Any]] = [("fill", gap) for gap in informer.gaps()]
        options += [("join", name) for name in informer.absent() for _ in range(2)]
        options += [("state", name) for name in informer.reading.types if not informer.is_stated(name)]
        options += [("set", name) for name in informer.unset()]
        if not options:
            break
        how, what = draw(st.sampled_from(options))
        if how == "fill":
            situation = informer.filled(draw, what)
        elif how == "join":
            situation = informer.joined(draw, what)
        elif how == "set":
            situation = informer.set(draw, what)
        else:
            situation = informer.stated(what)
    return situation
