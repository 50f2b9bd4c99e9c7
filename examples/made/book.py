"""The records of an example while they are written, and what is planted among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal, TypeVar

from qinglian_rules.facts.base import Fact

F = TypeVar("F", bound=Fact)
Place = tuple[str, str, str, "Period | None"]
"""A decision: its rule, the type and key of its subject, its period."""

Status = Literal["violated", "undetermined", "compliant", "pending", "not_applicable"]
Period = tuple[date, date]


class Book:
    """Facts by type and key, in the order in which they were written."""

    def __init__(self) -> None:
        self._facts: dict[str, dict[str, Fact]] = {}

    def add(self, *facts: Fact) -> None:
        """Write records.

        Raises:
            ValueError: a record of the type has the key already.
        """
        for fact in facts:
            records = self._facts.setdefault(type(fact).__name__, {})
            if fact.key in records:
                raise ValueError(f"{type(fact).__name__} {fact.key} is there already")
            records[fact.key] = fact

    def get(self, kind: type[F], key: str) -> F:
        """Return the record of a type with a key."""
        found = self._facts[kind.__name__][key]
        assert isinstance(found, kind)
        return found

    def of(self, kind: type[F]) -> list[F]:
        """Return all records of a type."""
        return [fact for fact in self._facts.get(kind.__name__, {}).values() if isinstance(fact, kind)]

    def change(self, kind: type[Fact], key: str, **values: Any) -> None:
        """Write some fields of a record anew; MISSING says that nobody knows."""
        old = self.get(kind, key)
        given = {name: getattr(old, name) for name in old.model_fields_set}
        self._facts[kind.__name__][key] = kind(**{**given, **values})

    def remove(self, kind: type[Fact], key: str) -> None:
        """Take a record out."""
        del self._facts[kind.__name__][key]

    def __iter__(self) -> Iterator[Fact]:
        for records in self._facts.values():
            yield from records.values()


@dataclass(frozen=True, slots=True)
class Subject:
    """The fact that a decision is about."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Planted:
    """One decision that must come out: of which rule, on what, in which period, and why."""

    rule: str
    subject: Subject
    period: Period | None
    status: Status
    failed: tuple[str, ...]
    why: str

    @property
    def place(self) -> Place:
        """Where the decision stands."""
        return self.rule, self.subject.type, self.subject.id, self.period

    def data(self) -> dict[str, Any]:
        """Return it as plain data, days in ISO form."""
        plain = asdict(self)
        plain["period"] = None if self.period is None else [day.isoformat() for day in self.period]
        plain["failed"] = list(self.failed)
        return plain


@dataclass(slots=True)
class Plan:
    """What is planted, in the order in which it was."""

    planted: list[Planted] = field(default_factory=list)

    def expect(
        self,
        status: Status,
        rule: str,
        subject: Fact | tuple[str, str],
        why: str,
        *,
        period: Period | None = None,
        failed: tuple[str, ...] = (),
    ) -> None:
        """Note one decision that the records written must lead to; `subject` is a fact, or a type and a key."""
        name, key = (type(subject).__name__, subject.key) if isinstance(subject, Fact) else subject
        self.planted.append(Planted(rule, Subject(name, key), period, status, failed, why))
