"""What only all rows together show: two facts with one key, references that lead nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary
from qinglian_rules.inputs.cells.shown import shown
from qinglian_rules.inputs.model import Place, found


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact was read: its table and the number of its row."""

    place: Place
    row: int

    @property
    def span(self) -> Span:
        """The row as the place of a diagnostic."""
        return self.place.span(self.row)


@dataclass(slots=True)
class Lost:
    """The keys of one field that lead to no fact: how often each occurs, and where it does first."""

    fact_type: FactType
    referring: FieldType
    target: str
    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, Span] = field(default_factory=dict)

    def see(self, value: Any, known: set[str], origin: Origin) -> None:
        """Count the keys in a field's value that are not known; None and MISSING are no keys."""
        for key in value if isinstance(value, tuple) else (value,):
            if isinstance(key, str) and key not in known:
                self.counts[key] += 1
                self.first.setdefault(key, origin.span)


def duplicate(fact: Fact, first: Origin) -> Diagnostic:
    """Report a fact whose type and key another has already."""
    title = type(fact).fact_title or type(fact).__name__
    diagnostic = found(codes.DUPLICATE_FACT, type=title, key=shown(fact.key), file=first.place, row=first.row)
    return replace(diagnostic, related=(first.span,))


def dangling(facts: Sequence[Fact], origins: Sequence[Origin], vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a warning for each key that leads nowhere, and one for each type that fields refer to and nobody gave."""
    keys: dict[str, set[str]] = {}
    for fact in facts:
        keys.setdefault(type(fact).__name__, set()).add(fact.key)
    lost = [one for name in keys for one in _references(vocabulary.types[name])]
    known = {target: _known(target, keys, vocabulary) for target in {one.target for one in lost}}
    by_type: dict[str, list[Lost]] = {name: [] for name in keys}
    for one in lost:
        by_type[one.fact_type.name].append(one)
    for fact, origin in zip(facts, origins, strict=True):
        for one in by_type[type(fact).__name__]:
            one.see(getattr(fact, one.referring.name), known[one.target], origin)
    yield from _warnings(lost, known, vocabulary)


def _references(fact_type: FactType) -> Iterator[Lost]:
    for one in fact_type.fields.values():
        kind = one.type.item or one.type
        if kind.target is not None:
            yield Lost(fact_type, one, kind.target)


def _known(target: str, keys: Mapping[str, set[str]], vocabulary: Vocabulary) -> set[str]:
    fact_type = vocabulary.types.get(target)
    names = fact_type.subtypes if fact_type is not None else (target,)
    return {key for name in names for key in keys.get(name, ())}


def _warnings(lost: Sequence[Lost], known: Mapping[str, set[str]], vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    for target in dict.fromkeys(one.target for one in lost if one.counts):
        title = _title(vocabulary.types.get(target), target)
        fields = [one for one in lost if one.target == target and one.counts]
        if not known[target]:
            names = "、".join(_field_title(one) for one in fields)
            yield replace(found(codes.NOTHING_REFERRED_TO, target=title, fields=names), span=_first(fields))
            continue
        for one in fields:
            yield from _of_field(one, title)


def _of_field(one: Lost, title: str) -> Iterator[Diagnostic]:
    for key, count in one.counts.items():
        said = found(codes.DANGLING_REFERENCE, field=_field_title(one), target=title, key=shown(key), count=count)
        yield replace(said, span=one.first[key])


def _first(fields: Sequence[Lost]) -> Span:
    return next(iter(fields[0].first.values()))


def _field_title(one: Lost) -> str:
    return f"{_title(one.fact_type, one.fact_type.name)}.{one.referring.title or one.referring.name}"


def _title(fact_type: FactType | None, name: str) -> str:
    return (fact_type.title if fact_type is not None else "") or name
