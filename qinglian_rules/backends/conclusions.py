"""What definitions conclude: derived facts, stratum by stratum; which of two conclusions stands (LANGUAGE 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import Concluded, Origin, body_key, dated
from qinglian_rules.backends.dating import standing_body, standing_date, start_of
from qinglian_rules.backends.derived_cover import has_subjects_until, is_subject, subjects_complete
from qinglian_rules.backends.judging import Case
from qinglian_rules.backends.kleene import Bounds, Unknown, causes_of, settle
from qinglian_rules.backends.occasions import Occasion, norm_force, occasions
from qinglian_rules.backends.periods import last_day
from qinglian_rules.backends.world import World
from qinglian_rules.facts.base import join_key
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition

_RANKS = ("hospital", "city", "province", "national")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What one definition says on one occasion. `certain` is True or Unknown; `key` None where it is unknown."""

    definition: Definition
    key: str | None
    values: dict[str, Any]
    certain: bool | Unknown
    origin: Origin


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two equally strong conclusions on one key with different values: reported, and the value is unknown."""

    type: str
    key: str
    field: str
    candidates: tuple[Any, ...]
    definitions: tuple[str, ...]


Conclude = Callable[[World, Definition], Iterable[Conclusion]]
"""Gives what a definition says on all its occasions."""


def conclude(world: World, strata: Iterable[str], conclusions: Conclude | None = None) -> tuple[Conflict, ...]:
    """Fill `world.derived` with the facts of the derived types, in the order of `strata`; return the conflicts.

    Args:
        conclusions: how a back end applies a definition; the reference does where it is not given.
    """
    conflicts: list[Conflict] = []
    for target in strata:
        found = [c for d in world.definitions_of(target) for c in (conclusions or _conclusions)(world, d)]
        merged = _Merge(world, target, [c for c in found if c.key is None])
        world.derived.add(target, [merged.fact(key, group) for key, group in _by_key(found).items()])
        conflicts.extend(merged.conflicts)
    return tuple(conflicts)


def _by_key(found: Iterable[Conclusion]) -> dict[str, list[Conclusion]]:
    groups: dict[str, list[Conclusion]] = {}
    for conclusion in found:
        if conclusion.key is not None:
            groups.setdefault(conclusion.key, []).append(conclusion)
    return groups


def _conclusions(world: World, definition: Definition) -> Iterator[Conclusion]:
    for occasion in occasions(world, definition):
        conclusion = conclusion_on(world, definition, occasion)
        if conclusion is not None:
            yield conclusion


def conclusion_on(world: World, definition: Definition, occasion: Occasion) -> Conclusion | None:
    """Return what a definition says on one occasion; None where it does not apply."""
    case = Case.of(world, definition, occasion)
    certain = case.applies()
    if certain is False:
        return None
    values = {name: case.evaluator.settled(node) for name, node in definition.values}
    return conclusion_of(world, definition, occasion, values, certain)


def conclusion_of(
    world: World, definition: Definition, occasion: Occasion, values: dict[str, Any], certain: bool | Unknown
) -> Conclusion:
    """Return a conclusion from the values that `conclude` gives, with the subject's body and date where it lacks them.

    One whose key is unknown makes the derived type doubtful.
    """
    key = [values[name] for name in world.vocabulary.types[definition.target].key]
    if any(isinstance(part, Unknown) for part in key):
        # It may be any fact of the type, so the type is complete for nobody.
        world.doubtful_types.add(definition.target)
        return Conclusion(definition, None, values, Unknown(causes_of([certain, *key])), _origin(occasion))
    return Conclusion(definition, join_key(key), _completed(world, occasion, values), certain, _origin(occasion))


def _origin(occasion: Occasion) -> Origin:
    fact = occasion.fact
    name = fact.type if isinstance(fact, Concluded) else type(fact).__name__
    return Origin(occasion.norm.id, name, fact.key, occasion.period)


def _completed(world: World, occasion: Occasion, values: dict[str, Any]) -> dict[str, Any]:
    """Add the subject's body, and its date or the period's end, where the definition gives none."""
    definition = occasion.norm
    derived = world.vocabulary.types[definition.target] if isinstance(definition, Definition) else None
    if derived is None:
        return values
    if derived.body is not None and derived.body not in values:
        values[derived.body] = body_key(occasion.fact)
    if derived.dated is not None and derived.dated not in values:
        spanned = derived.fields[derived.dated].type.name == "Span"
        values[derived.dated] = _date_of(occasion, spanned=spanned)
    return values


def _date_of(occasion: Occasion, *, spanned: bool) -> Any:
    if occasion.period is not None:
        return occasion.period if spanned else last_day(occasion.period)
    day = occasion.day if occasion.day is not None else dated(occasion.fact)
    if isinstance(day, DateSpan) and not spanned:
        return Unknown() if day.start is MISSING else day.start
    if isinstance(day, date) and spanned:
        return DateSpan(start=day, end=day)
    return Unknown() if day is None else day


def stronger(world: World, one: Definition, other: Definition) -> bool:
    """Whether `one` wins over `other`: veto, then rank, then `overrides`, then the later document (LANGUAGE 5.2)."""
    if one.veto != other.veto:
        return one.veto
    ranks = [_RANKS.index(world.documents[d.document].rank) for d in (one, other)]
    if ranks[0] != ranks[1]:
        return ranks[0] > ranks[1]
    if (other.id in one.overrides) != (one.id in other.overrides):
        return other.id in one.overrides
    return norm_force(world, one).start.earliest > norm_force(world, other).start.latest


class _Merge:
    """Makes one fact of all conclusions on one key."""

    def __init__(self, world: World, target: str, keyless: Sequence[Conclusion]) -> None:
        self.world = world
        self.keyless = keyless
        self.type = world.vocabulary.types[target]
        self.conflicts: list[Conflict] = []
        self.elsewhere = [d for d in world.definitions_of(target) if self._may_add(d)]
        """Definitions of which a subject may be missing, so that they may conclude on any key."""

    def fact(self, key: str, group: Sequence[Conclusion]) -> Concluded:
        """Return the fact that the conclusions of `group`, all on `key`, amount to."""
        sure = [c for c in group if c.certain is True]
        certain = True if sure else Unknown(causes_of([c.certain for c in group]))
        names = dict.fromkeys(name for c in group for name in c.values)
        values = {name: self._value(key, name, sure, group) for name in names}
        origins = tuple(c.origin for c in self._standing(sure, group))
        dates = [c.values[self.type.dated] for c in sure or group if self.type.dated in c.values]
        undated = bool(dates) and all(isinstance(value, Unknown) for value in dates)
        bounds = next((value for value in values.values() if isinstance(value, Bounds)), None)
        if bounds is not None:
            values[self.type.dated or ""] = settle(bounds)
        return Concluded(self.type.model, key, values, certain, origins, bounds, undated)

    def _standing(self, sure: Sequence[Conclusion], group: Sequence[Conclusion]) -> Sequence[Conclusion]:
        """The conclusions that the fact rests on: the certain ones, if any, without those that a stronger one beat."""
        found = sure or group
        return [c for c in found if not any(self._beats(other, c) for other in found)] or found

    def _beats(self, one: Conclusion, other: Conclusion) -> bool:
        free = {self.type.dated, self.type.body, *self.type.key}
        differ = any(
            _differs(value, one.values.get(name, MISSING)) for name, value in other.values.items() if name not in free
        )
        return differ and stronger(self.world, one.definition, other.definition)

    def _value(self, key: str, name: str, sure: Sequence[Conclusion], group: Sequence[Conclusion]) -> Any:
        having = [c for c in sure if name in c.values]
        if name in self.type.key:
            return group[0].values[name]
        if name == self.type.dated:
            return self._date(name, having, group)
        if name == self.type.body:
            found = [c for c in having or group if name in c.values]
            dates = [c.values.get(self.type.dated or "", MISSING) for c in found]
            return standing_body(dates, [c.values[name] for c in found])
        if not having:
            return self._if_possible(name, group)
        best = self._strongest(having)
        first = best[0].values[name]
        if any(_differs(c.values[name], first) for c in best):
            return self._conflict(key, name, best)
        if isinstance(first, Unknown):
            return first
        doubts = self._doubts(name, first, best, [*(c for c in group if c.certain is not True), *self.keyless])
        return Unknown(doubts) if doubts is not None else first

    def _date(self, name: str, having: Sequence[Conclusion], group: Sequence[Conclusion]) -> Any:
        others = [*(c for c in group if c.certain is not True), *self.keyless]
        possible = [(c.certain, c.values[name]) for c in others if name in c.values]
        return standing_date([c.values[name] for c in having], possible, self._may_be_earlier)

    def _may_be_earlier(self, first: date | DateSpan) -> frozenset[str]:
        """What must be complete so that no subject which nobody handed over concludes on an earlier date."""
        return frozenset(
            f"complete: {definition.subject.target}"
            for definition in self.elsewhere
            if not _is_no_earlier(_constant(definition, self.type.dated or ""), first)
            and not has_subjects_until(self.world, definition, first)
        )

    def _if_possible(self, name: str, group: Sequence[Conclusion]) -> Any:
        """The value of a fact that is itself only possible: the one on which all that might conclude it agree."""
        values = [c.values[name] for c in group if name in c.values]
        others = [_constant(definition, name) for definition in self.elsewhere]
        others += [c.values.get(name, MISSING) for c in self.keyless]
        if all(not _differs(value, values[0]) for value in [*values, *others]):
            return values[0]
        causes = causes_of([*values, *(c.certain for c in group)])
        return Unknown(causes | frozenset(f"complete: {d.subject.target}" for d in self.elsewhere))

    def _strongest(self, having: Sequence[Conclusion]) -> list[Conclusion]:
        return [
            c for c in having if not any(stronger(self.world, other.definition, c.definition) for other in having)
        ] or list(having)

    def _conflict(self, key: str, name: str, best: Sequence[Conclusion]) -> Unknown:
        values = [c.values[name] for c in best]
        known = tuple(dict.fromkeys(value for value in values if not isinstance(value, Unknown)))
        if len(known) > 1:
            rules = tuple(dict.fromkeys(c.definition.id for c in best))
            self.conflicts.append(Conflict(self.type.name, key, name, known, rules))
        return Unknown(causes_of(values) | {f"conflict: {self.type.name}.{name}"})

    def _doubts(
        self, name: str, value: Any, best: Sequence[Conclusion], possible: Sequence[Conclusion]
    ) -> frozenset[str] | None:
        """What might still conclude another value and is not weaker; None where nothing does."""
        causes: frozenset[str] = frozenset()
        doubtful = False
        for conclusion in possible:
            other = conclusion.values.get(name, value)
            if _differs(other, value) and not self._beaten(conclusion.definition, best):
                doubtful, causes = True, causes | causes_of([conclusion.certain, other])
        for definition in self.elsewhere:
            other = _constant(definition, name)
            if _differs(other, value) and other is not MISSING and not self._beaten(definition, best):
                doubtful, causes = True, causes | {f"complete: {definition.subject.target}"}
        return causes if doubtful else None

    def _beaten(self, definition: Definition, best: Sequence[Conclusion]) -> bool:
        return any(stronger(self.world, c.definition, definition) for c in best)

    def _may_add(self, definition: Definition) -> bool:
        """Whether a subject that nobody handed over may lead to a conclusion on a key that is known."""
        keyed = dict(definition.values)
        own = any(is_subject(keyed[name], definition.subject.name) for name in self.type.key)
        return not own and not subjects_complete(self.world, definition)


def _constant(definition: Definition, name: str) -> Any:
    """The value that a definition gives a field whatever its subject; Unknown if it depends, MISSING if none."""
    node = dict(definition.values).get(name)
    return MISSING if node is None else node.value if isinstance(node, n.Const) else Unknown()


def _is_no_earlier(constant: Any, first: date | DateSpan) -> bool:
    return isinstance(constant, date | DateSpan) and start_of(constant) >= start_of(first)


def _differs(one: Any, other: Any) -> bool:
    """Whether two values may differ; what is not given does not."""
    if one is MISSING or other is MISSING:
        return False
    return isinstance(one, Unknown) or isinstance(other, Unknown) or one != other
