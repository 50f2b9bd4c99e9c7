"""Where facts are stated to be complete (LANGUAGE 3.4): stated, never inferred."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.values import FIRST_DAY
from qinglian_rules.facts.vocabulary import Vocabulary

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a quantifier asks about: facts dated `low` to `high`, both included.

    Of `bodies` and of `kinds`, None asking for every one. `keys` are key fields that must have a known value, as text:
    one fact alone has them all, and only the subject that such a field names can conclude a derived fact.
    """

    low: date
    high: date
    bodies: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    keys: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """All facts of a type from `low` to `high` are there, those of `body` and `kind` (None: all of them)."""

    low: date
    high: date
    body: str | None
    kind: str | None

    def speaks_for(self, body: str | None, kind: str | None) -> bool:
        """Whether it covers the facts of `body` and `kind`, where None asks for every one."""
        return self.body in (None, body) and self.kind in (None, kind)


class Completeness:
    """The statements that hold, by type.

    Args:
        statements: `Complete` facts, by English or Chinese type name.
        spoiled: types with a refused record: no statement holds for them.
    """

    def __init__(
        self, statements: Iterable[Complete], vocabulary: Vocabulary, spoiled: frozenset[str] = frozenset()
    ) -> None:
        self._vocabulary = vocabulary
        self._by_type: dict[str, list[Statement]] = {}
        for given in statements:
            fact_type = vocabulary.fact_type(given.type)
            for name in fact_type.subtypes if fact_type is not None else ():
                if name not in spoiled:
                    self._by_type.setdefault(name, []).append(_statement(given))

    def covers(self, target: str, ask: Ask) -> bool:
        """Whether every fact of `target` and its subtypes that `ask` is about must be among those handed over."""
        fact_type = self._vocabulary.types[target]
        return all(self._covers_one(name, ask, dated=fact_type.dated is not None) for name in fact_type.subtypes)

    def _covers_one(self, name: str, ask: Ask, *, dated: bool) -> bool:
        statements = self._by_type.get(name, [])
        for body in ask.bodies if ask.bodies is not None else (None,):
            for kind in ask.kinds if ask.kinds is not None else (None,):
                speaking = [s for s in statements if s.speaks_for(body, kind)]
                if not (_joined(speaking, ask.low, ask.high) if dated else speaking):
                    return False
        return True


def _joined(statements: Iterable[Statement], low: date, high: date) -> bool:
    """Whether the statements together cover every day from `low` to `high`."""
    reached = low
    for statement in sorted(statements, key=lambda s: s.low):
        if statement.low > reached:
            break
        if statement.high >= high:
            return True
        reached = max(reached, statement.high + DAY)
    return reached > high


def _statement(given: Complete) -> Statement:
    # A statement without a last day speaks for no day: only types without a date can be complete by it.
    return Statement(
        low=given.start if given.start is not None else FIRST_DAY,
        high=given.end if given.end is not None else FIRST_DAY - DAY,
        body=given.body,
        kind=given.kind,
    )
