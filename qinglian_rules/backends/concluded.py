"""A derived fact: what a definition concluded, how certain it is, and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.kleene import Bounds, Unknown
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import DateSpan


@dataclass(frozen=True, slots=True)
class Origin:
    """One conclusion behind a derived fact: the definition, and the subject and period that it came from."""

    definition: str
    subject_type: str
    subject_key: str
    period: DateSpan | None


@dataclass(frozen=True, slots=True)
class Concluded:
    """A fact of the derived type `model`.

    `values` holds every field that is known to the definitions, `Unknown` where they conflict or hang on something.
    `certain` is True, or `Unknown` with what it hangs on. `date_bounds`: between what its date lies, where that is all
    that is known of it. `undated`: no conclusion behind it gives a date that is known.
    """

    model: type[Fact]
    key: str
    values: Mapping[str, Any]
    certain: bool | Unknown
    origins: tuple[Origin, ...] = field(default=(), compare=False)
    date_bounds: Bounds | None = None
    undated: bool = False

    @property
    def type(self) -> str:
        """The name of the derived type."""
        return self.model.__name__


AnyFact = Fact | Concluded


@dataclass(frozen=True, slots=True)
class Absent:
    """A fact that a reference names and nobody handed over, or whose reference is itself unknown (`causes`)."""

    target: str
    causes: frozenset[str] | None = None


def model_of(fact: AnyFact) -> type[Fact]:
    """Return the class of a fact's type, handed over or concluded."""
    return fact.model if isinstance(fact, Concluded) else type(fact)


def read(fact: AnyFact | Absent, name: str) -> Any:
    """Return a field's value, None, or `Unknown` with the name of what is missing (`RepVisit.place`)."""
    if isinstance(fact, Absent):
        return Unknown(frozenset({f"{fact.target}.{name}"}) if fact.causes is None else fact.causes)
    if isinstance(fact, Concluded):
        return fact.values.get(name, Unknown(frozenset({f"{fact.type}.{name}"})))
    value = getattr(fact, name)
    return Unknown(frozenset({f"{type(fact).__name__}.{name}"})) if value is MISSING else value


def dated(fact: AnyFact) -> date | DateSpan | Unknown | None:
    """Return the day (of a moment) or the span that dates a fact; None for a type without a date.

    A date of None counts as unknown, and so does a span of which neither day is known.
    """
    name = model_of(fact).fact_dated
    if name is None:
        return None
    # Most facts are dated by a day that is known: read without the detour of `read`.
    value = read(fact, name) if isinstance(fact, Concluded) else getattr(fact, name)
    if value is MISSING:
        return Unknown(frozenset({f"{type(fact).__name__}.{name}"}))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    undated = value is None or (isinstance(value, DateSpan) and value.start is MISSING and value.end is MISSING)
    if undated:
        return Unknown(frozenset({f"{model_of(fact).__name__}.{name}"}))
    span: DateSpan | Unknown = value
    return span


def is_undated(fact: AnyFact) -> bool:
    """Whether nobody knows when a fact happened; a derived one whose date is one of several known ones is dated."""
    if isinstance(fact, Concluded):
        return fact.undated
    name = fact.fact_dated
    # Most facts are dated by a day that is known, which needs no further look.
    return name is not None and not isinstance(getattr(fact, name), date) and isinstance(dated(fact), Unknown)


def body_key(fact: AnyFact | Absent) -> str | Unknown | None:
    """Return the key of the body that answers for a fact; None where it is known to be nobody's."""
    if isinstance(fact, Absent):
        return Unknown(fact.causes or frozenset({f"{fact.target}.body"}))
    name = model_of(fact).fact_body
    if name is None:
        return None
    value: str | Unknown | None = read(fact, name)
    return value
