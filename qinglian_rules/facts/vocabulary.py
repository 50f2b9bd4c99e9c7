"""What the checker, the readers and the docs know of the fact types: the one place that looks into pydantic's fields.

`Vocabulary.current()` describes every subclass of `Fact` that is defined, ours and a user's alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Self

from pydantic import MISSING
from pydantic.fields import FieldInfo

from qinglian_rules.facts.base import Blank, Fact, FieldMeta
from qinglian_rules.facts.kinds import FieldKind, Reading, read_annotation

__all__ = ["FactType", "FieldKind", "FieldType", "Vocabulary"]

OURS = "qinglian_rules.facts."
TOPICS = "topics"
"""The field, of whatever type, that holds words of `topics.yaml`: canonical names, whichever alias is handed over."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field of a fact type. A reference to a person is private without saying so.

    `default` is what a fact holds that does not give the field: MISSING (unknown), a value, or None;
    `required` says that there is no default. `aliases` are other names under which readers accept it.
    """

    name: str
    title: str
    type: FieldKind
    nullable: bool
    may_be_unknown: bool
    unit: str | None = None
    blank: Blank = "unknown"
    private: bool = False
    non_negative: bool = False
    doc: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    default: object = MISSING


@dataclass(frozen=True, slots=True)
class FactType:
    """A fact type. `subtypes` are the names of the concrete types that a reference to it may lead to."""

    name: str
    title: str
    doc: str
    model: type[Fact]
    fields: Mapping[str, FieldType]
    dated: str | None
    body: str | None
    kind: str | None
    key: tuple[str, ...]
    abstract: bool
    derived: bool
    subtypes: tuple[str, ...]
    _names: Mapping[str, str] = field(repr=False, compare=False)

    def field(self, name_or_title: str) -> FieldType | None:
        """Return the field with this name, Chinese title or alias; None where there is none."""
        name = self._names.get(name_or_title)
        return None if name is None else self.fields[name]

    def has_key_id(self) -> bool:
        """Say whether facts of this type can be referred to."""
        return self.key == ("id",)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All fact types by English name, and the names by Chinese title."""

    types: Mapping[str, FactType]
    titles: Mapping[str, str]

    _cached: ClassVar[tuple[tuple[type[Fact], ...], Vocabulary] | None] = None

    @classmethod
    def current(cls) -> Vocabulary:
        """Return the vocabulary of all fact types that are defined now.

        Raises:
            TypeError: two types share a name or a title, one of them being ours.
        """
        models = tuple(_subclasses(Fact))
        if cls._cached is None or cls._cached[0] != models:
            cls._cached = (models, cls.of(models))
        return cls._cached[1]

    @classmethod
    def of(cls, models: Iterable[type[Fact]]) -> Self:
        """Describe `models`. A type that is defined again under its name replaces the earlier one.

        Raises:
            TypeError: a type takes the name or the title of one of ours, or a title that is taken.
        """
        chosen: dict[str, type[Fact]] = {}
        for model in models:
            earlier = chosen.get(model.__name__)
            if earlier is not None and earlier.__module__.startswith(OURS):
                raise TypeError(f"fact type {model.__name__} of {model.__module__} is defined by {earlier.__module__}")
            chosen[model.__name__] = model
        types = {name: _describe(model, chosen) for name, model in chosen.items()}
        return cls(MappingProxyType(types), MappingProxyType(_titles(types)))

    def fact_type(self, name_or_title: str) -> FactType | None:
        """Return the type with this English name or Chinese title; None where there is none."""
        found = self.types.get(name_or_title)
        return found or self.types.get(self.titles.get(name_or_title, ""))


def _subclasses(model: type[Fact]) -> Iterator[type[Fact]]:
    for child in model.__subclasses__():
        yield child
        yield from _subclasses(child)


def _titles(types: Mapping[str, FactType]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for name, fact_type in types.items():
        taken = titles.get(fact_type.title)
        if taken is not None and types[taken].model.__module__.startswith(OURS):
            raise TypeError(f"fact type {name} has the title {fact_type.title} of {taken}")
        if fact_type.title:
            titles[fact_type.title] = name
    return titles


def _describe(model: type[Fact], chosen: Mapping[str, type[Fact]]) -> FactType:
    fields = {name: _describe_field(name, info) for name, info in model.model_fields.items()}
    subtypes = tuple(name for name, other in chosen.items() if issubclass(other, model) and not other.fact_abstract)
    return FactType(
        name=model.__name__,
        title=model.fact_title,
        doc=(model.__doc__ or "").strip(),
        model=model,
        fields=MappingProxyType(fields),
        dated=model.fact_dated,
        body=model.fact_body,
        kind=model.fact_kind,
        key=model.fact_key,
        abstract=model.fact_abstract,
        derived=model.fact_derived,
        subtypes=subtypes,
        _names=MappingProxyType(_field_names(model, fields)),
    )


def _field_names(model: type[Fact], fields: Mapping[str, FieldType]) -> dict[str, str]:
    """Return every word that leads to a field. A name goes before a title or an alias of another field."""
    names: dict[str, str] = {}
    for found in fields.values():
        for word in (found.title, *found.aliases):
            if word in names:
                raise TypeError(f"two fields of fact type {model.__name__} are called {word}")
            if word:
                names[word] = found.name
    return names | {name: name for name in fields}


def _describe_field(name: str, info: FieldInfo) -> FieldType:
    reading = _read(info)
    meta = next((mark for mark in info.metadata if isinstance(mark, FieldMeta)), FieldMeta(info.title or ""))
    return FieldType(
        name=name,
        title=meta.title or info.title or "",
        type=reading.kind,
        nullable=reading.nullable,
        may_be_unknown=reading.may_be_unknown,
        unit=meta.unit,
        blank=meta.blank,
        private=meta.private or _names_a_person(reading.kind),
        non_negative=reading.non_negative,
        doc=info.description or "",
        aliases=(info.alias,) if info.alias else (),
        required=info.is_required(),
        default=None if info.is_required() else info.default,
    )


def _read(info: FieldInfo) -> Reading:
    return read_annotation(info.annotation, tuple(info.metadata))


def _names_a_person(kind: FieldKind) -> bool:
    return kind.target == "Person" or (kind.item is not None and _names_a_person(kind.item))
