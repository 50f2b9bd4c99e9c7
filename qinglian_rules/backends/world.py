"""What a judgement can see: facts up to the day of judgement, what is complete, parameters, the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.completeness import Ask, Completeness
from qinglian_rules.backends.concluded import Absent, AnyFact, Concluded, dated, read
from qinglian_rules.backends.kleene import UNCOMPUTABLE, Unknown
from qinglian_rules.calendars import Calendar, RegionalCalendar
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.nodes import Comprehension, Node
from qinglian_rules.ir.rules import Definition, Document

Narrowing = Callable[[Comprehension, str, Callable[[Node], Any]], Sequence[AnyFact]]


@dataclass(frozen=True, slots=True)
class Setting:
    """When and of what a judgement is made.

    Args:
        as_of: the day of judgement: facts dated after it are not seen.
        review: the period under review.
        review_given: whether the caller gave it (else it is the calendar year of `as_of` up to `as_of`).
        named: documents that the caller named; they reach whom the body's record does not exclude.
    """

    as_of: date
    review: DateSpan
    review_given: bool
    named: frozenset[str] = frozenset()

    @property
    def review_days(self) -> tuple[date, date]:
        """The first and last day of the review."""
        start, end = self.review.start, self.review.end
        if not isinstance(start, date) or not isinstance(end, date):
            raise ValueError("a period under review has both days")
        return start, end


class DerivedTypes:
    """Derived facts by type, filled stratum by stratum; and how complete each type is."""

    def __init__(self) -> None:
        self.facts: dict[str, tuple[Concluded, ...]] = {}
        self._by_key: dict[str, dict[str, Concluded]] = {}

    def add(self, target: str, facts: Iterable[Concluded]) -> None:
        """Set the derived facts of a type, certain and possible ones."""
        self.facts[target] = tuple(facts)
        self._by_key[target] = {fact.key: fact for fact in self.facts[target]}

    def get(self, target: str, key: str) -> Concluded | None:
        """Return the derived fact with that key, or None."""
        return self._by_key.get(target, {}).get(key)


class World:
    """Facts as the day of judgement sees them."""

    def __init__(
        self,
        documents: Sequence[Document],
        facts: FactBase,
        setting: Setting,
        calendar: Calendar | None = None,
    ) -> None:
        self.documents: Mapping[str, Document] = {document.id: document for document in documents}
        self.facts = facts
        self.setting = setting
        self.calendar = calendar if calendar is not None else Calendar()
        self.derived = DerivedTypes()
        statements = [fact for fact in facts.of("Complete") if isinstance(fact, Complete)]
        self.vocabulary = Vocabulary.current()
        self.completeness = Completeness(statements, self.vocabulary, facts.spoiled)
        self._definitions: dict[str, tuple[Definition, ...]] = {}
        for document in documents:
            for definition in document.definitions:
                self._definitions[definition.target] = (*self._definitions.get(definition.target, ()), definition)
        self.doubtful_types: set[str] = set()
        """Derived types of which a conclusion has an unknown key, so that it may be any fact of the type."""
        self.narrow: Narrowing | None = None
        """Gives, if set, facts among which are all that a quantifier may match, so that the others need no look."""
        self._seen: dict[str, tuple[AnyFact, ...]] = {}
        self._settings: dict[str, list[ParameterValue]] | None = None
        self._regions: dict[str | None, RegionalCalendar] = {}

    def definitions_of(self, target: str) -> tuple[Definition, ...]:
        """Return the loaded definitions that conclude facts of a derived type."""
        return self._definitions.get(target, ())

    def seen(self, target: str) -> tuple[AnyFact, ...]:
        """Return the facts of a type, derived or not, that are not dated after the day of judgement."""
        if target not in self._seen:
            found: Sequence[AnyFact] = self.derived.facts.get(target) or self.facts.of(target)
            visible = self._visible(found, target)
            if self.vocabulary.types[target].derived and target not in self.derived.facts:
                return visible
            self._seen[target] = visible
        return self._seen[target]

    def _visible(self, found: Sequence[AnyFact], target: str) -> tuple[AnyFact, ...]:
        """Leave out what is dated after the day of judgement."""
        fact_type = self.vocabulary.types[target]
        if fact_type.derived or fact_type.abstract:
            return tuple(fact for fact in found if not self._later(fact))
        if fact_type.dated is None:
            return tuple(found)
        # Facts of one type are dated by one field, and most of them by a plain day.
        moments = map(attrgetter(fact_type.dated), found)
        as_of = self.setting.as_of
        return tuple(
            [
                fact
                for fact, moment in zip(found, moments, strict=True)
                if not (moment > as_of if type(moment) is date else self._is_later(moment))
            ]
        )

    def _is_later(self, moment: Any) -> bool:
        """Whether a moment, day or span starts after the day of judgement; not where it is not known."""
        if isinstance(moment, DateSpan):
            moment = moment.start
        elif isinstance(moment, datetime):
            moment = moment.date()
        return isinstance(moment, date) and moment > self.setting.as_of

    def candidates(self, over: Comprehension, target: str, value: Callable[[Node], Any]) -> Sequence[AnyFact]:
        """Return the seen facts of a type that a quantifier may match, in their order, and maybe others.

        Args:
            value: gives what an expression stands for that does not depend on the quantifier's variable.
        """
        return self.seen(target) if self.narrow is None else self.narrow(over, target, value)

    def find(self, target: str, key: str) -> AnyFact | None:
        """Return the fact that a reference leads to, or None where it is not there or not seen yet."""
        fact: AnyFact | None = self.derived.get(target, key) or self.facts.get(target, key)
        return None if fact is None or self._later(fact) else fact

    def parameter_settings(self, name: str) -> tuple[ParameterValue, ...]:
        """Return all settings of a parameter, of every body and time; `name` is qualified.

        A setting may name it qualified or by its local name.
        """
        if self._settings is None:
            self._settings = {}
            for fact in self.facts.of("ParameterValue"):
                if isinstance(fact, ParameterValue):
                    self._settings.setdefault(fact.parameter, []).append(fact)
        local = name.rpartition("/")[2]
        return (*self._settings.get(name, ()), *self._settings.get(local, ()))

    def covers(self, target: str, ask: Ask) -> bool:
        """Whether the facts that `ask` is about are stated to be complete; for base types only."""
        return self.completeness.covers(target, ask)

    def regional(self, body: str | Unknown | None) -> RegionalCalendar:
        """Return the working days of a body's region; those of an unknown region are unknown."""
        region = self._region_of(body)
        if region not in self._regions:
            self._regions[region] = RegionalCalendar(self.calendar, region)
        return self._regions[region]

    def lack_of_days(self, body: str | Unknown | None) -> Unknown:
        """Return what a day hangs on that is not known to be worked: the calendar of the region, or which one it is."""
        region = self.regional(body).region
        if region is not None:
            return Unknown(frozenset({f"calendar: {region}"}))
        if not isinstance(body, str):
            return body if isinstance(body, Unknown) else UNCOMPUTABLE
        province = read(self.find("Body", body) or Absent("Body"), "province")
        return province if isinstance(province, Unknown) else UNCOMPUTABLE

    def _region_of(self, body: str | Unknown | None) -> str | None:
        fact = self.find("Body", body) if isinstance(body, str) else None
        province = getattr(fact, "province", MISSING)
        return province if isinstance(province, str) else None

    def _later(self, fact: AnyFact) -> bool:
        return self._is_later(dated(fact))
