"""The place where facts, refusals and diagnostics of one reading come together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.inputs.checks import Origin, dangling, duplicate
from qinglian_rules.inputs.model import Input, Place, Refusal
from qinglian_rules.inputs.rows import Mistake

Repeated: TypeAlias = Literal["refuse", "same", "first"]
"""What becomes of a fact whose key is taken: refused; let go where it says the same; or let go in any case."""


@dataclass(slots=True)
class Collector:
    """Collects what is read; `result` puts it together and looks at all of it."""

    vocabulary: Vocabulary
    facts: list[Fact] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    _index: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, fact: Fact, origin: Origin, repeated: Repeated, column: str | None) -> None:
        """Take a fact, or refuse it where another has its key; `column` is that of the key."""
        name = type(fact).__name__
        index = self._index.setdefault((name, fact.key), len(self.facts))
        if index == len(self.facts):
            self.facts.append(fact)
            self.origins.append(origin)
        elif repeated == "refuse" or (repeated == "same" and self.facts[index] != fact):
            self.refuse(origin.place, origin.row, Mistake(column, 1, duplicate(fact, self.origins[index])), [name])

    def refuse(self, place: Place, row: int | None, mistake: Mistake, types: Iterable[str]) -> None:
        """Note what is not read; nothing is complete about `types` then."""
        span = mistake.diagnostic.span or place.span(row or 1, max(mistake.number, 1))
        diagnostic = replace(mistake.diagnostic, span=span)
        self.refused.append(Refusal(place.file, place.sheet, row, mistake.column, diagnostic))
        self.incomplete.update(types)

    def refuse_table(self, place: Place, diagnostic: Diagnostic, name: str) -> None:
        """Note a table or file that is not read; where its name names no type, it may have held any."""
        named = self.vocabulary.fact_type(name)
        self.refuse(place, None, Mistake(None, 1, diagnostic), concrete(named, self.vocabulary))

    def say(self, diagnostic: Diagnostic, place: Place, row: int | None = None, column: int = 1) -> None:
        """Note a diagnostic that refuses nothing."""
        self.diagnostics.append(replace(diagnostic, span=diagnostic.span or place.span(row or 1, column)))

    def result(self) -> Input:
        """Return everything, references that lead nowhere included."""
        lost = dangling(self.facts, self.origins, self.vocabulary)
        return Input(
            facts=tuple(self.facts),
            refused=tuple(self.refused),
            diagnostics=(*self.diagnostics, *lost),
            incomplete_types=frozenset(self.incomplete),
            tables=frozenset(self.tables),
        )


def concrete(fact_type: FactType | None, vocabulary: Vocabulary) -> Iterable[str]:
    """Return the types whose facts a table of `fact_type` may hold: its subtypes; all there are where it is None."""
    if fact_type is not None:
        return fact_type.subtypes
    return [one.name for one in vocabulary.types.values() if not one.abstract and not one.derived]
