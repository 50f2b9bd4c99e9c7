"""A fact base: facts by type and key. Immutable once built; what it looks up, it looks up by hash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import Vocabulary


class FactBase:
    """Facts as they were handed over, each once.

    A fact given twice counts once. Two different facts with one type and key are a mistake of whoever hands them
    over: the first stands, the others are listed in `clashes`, and their type counts as not complete (`spoiled`).

    Args:
        facts: any facts of known types, in any order.
        incomplete: types of which a record was refused on reading; nothing can be complete about them.
        clashes: facts that were already found to clash with one of `facts`.
    """

    def __init__(self, facts: Iterable[Fact], *, incomplete: Iterable[str] = (), clashes: Iterable[Fact] = ()) -> None:
        self._by_key: dict[str, dict[str, Fact]] = {}
        found: list[Fact] = list(clashes)
        for model, group in _by_model(facts).items():
            fresh = dict(zip(model.keys(group), group, strict=True))
            # A class that was defined anew bears the name of the old one: its facts join the others.
            if len(fresh) == len(group) and model.__name__ not in self._by_key:
                self._by_key[model.__name__] = fresh
            else:
                found.extend(_clashing(model, group, self._by_key.setdefault(model.__name__, {})))
        self.clashes: tuple[Fact, ...] = tuple(found)
        self.spoiled: frozenset[str] = frozenset(incomplete) | {type(fact).__name__ for fact in found}
        self._lists: dict[str, tuple[Fact, ...]] = {}
        self._vocabulary = Vocabulary.current()

    def __iter__(self) -> Iterator[Fact]:
        for facts in self._by_key.values():
            yield from facts.values()

    def __len__(self) -> int:
        return sum(len(facts) for facts in self._by_key.values())

    @property
    def types(self) -> frozenset[str]:
        """The types of which there is at least one fact."""
        return frozenset(self._by_key)

    def of(self, target: str) -> Sequence[Fact]:
        """Return all facts of type `target`, those of its subtypes included."""
        if target not in self._lists:
            found = tuple(fact for name in self._concrete(target) for fact in self._by_key.get(name, {}).values())
            self._lists[target] = found
        return self._lists[target]

    def get(self, target: str, key: str) -> Fact | None:
        """Return the fact of type `target` (or of a subtype) with `key`, or None where nobody handed it over."""
        for name in self._concrete(target):
            fact = self._by_key.get(name, {}).get(key)
            if fact is not None:
                return fact
        return None

    def overlaid(self, changed: Iterable[Fact]) -> FactBase:
        """Return this fact base with some facts added or, by type and key, replaced."""
        other = FactBase((), incomplete=self.spoiled)
        other._by_key = dict(self._by_key)
        for fact in changed:
            name = type(fact).__name__
            if other._by_key.get(name) is self._by_key.get(name):
                other._by_key[name] = dict(self._by_key.get(name, {}))
            other._by_key[name][fact.key] = fact
        return other

    def _concrete(self, target: str) -> tuple[str, ...]:
        fact_type = self._vocabulary.types.get(target)
        return fact_type.subtypes if fact_type is not None else (target,)


def _by_model(facts: Iterable[Fact]) -> dict[type[Fact], list[Fact]]:
    groups: defaultdict[type[Fact], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[type(fact)].append(fact)
    return groups


def _clashing(model: type[Fact], group: Sequence[Fact], stored: dict[str, Fact]) -> Iterator[Fact]:
    """Let the first fact of each key stand in `stored`; yield those that differ from it."""
    for key, fact in zip(model.keys(group), group, strict=True):
        first = stored.setdefault(key, fact)
        if first is not fact and first != fact:
            yield fact
