"""Where a generated expression stands: which names there are, what is known not to be None, how deep it may go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from qinglian_rules.facts.vocabulary import FactType, FieldKind, FieldType, Vocabulary
from tests.conformance import types as _fact_types  # noqa: F401  defining the types puts them into the vocabulary

BASE_TYPES = ("Thing", "Event", "Slip", "Stay", "Worker")
BODY_TYPES = ("Hospital", "Body")
DERIVED_TYPES = ("Mark", "Run", "Grade", "YearMark", "Verdict")
"""In an order in which they are concluded: each reads only those before it."""

FIELDS = {"Hospital": ("id", "province", "city", "level", "superior", "for_profit", "adopts")}
FIELDS["Body"] = ("id", "kind", "province", "city", "level", "superior", "adopts")
"""Of the bodies only some fields are read."""

TYPES = Vocabulary.current().types

PARAMETERS: Mapping[str, Mapping[str, str]] = {
    "limit": {"type": "Int", "bounds": "{low: 0, high: 9}"},
    "amount": {"type": "Decimal", "unit": "元"},
    "part": {"type": "Ratio"},
    "wait": {"type": "Duration", "unit": "days"},
    "since": {"type": "Date"},
    "moment": {"type": "DateTime"},
    "clock": {"type": "Time"},
    "word": {"type": "Str"},
    "ok": {"type": "Bool"},
    "sort": {"type": "Enum[甲, 乙, 丙]"},
    "places": {"type": "List[Str]"},
    "cycle": {"type": "Rhythm"},
}
PARAMETER_KINDS = {
    "limit": FieldKind("Int"),
    "amount": FieldKind("Decimal"),
    "part": FieldKind("Ratio"),
    "wait": FieldKind("Duration"),
    "since": FieldKind("Date"),
    "moment": FieldKind("DateTime"),
    "clock": FieldKind("Time"),
    "word": FieldKind("Str"),
    "ok": FieldKind("Bool"),
    "sort": FieldKind("Enum", words=("甲", "乙", "丙")),
    "places": FieldKind("List", item=FieldKind("Str")),
}


@dataclass(frozen=True)
class Path:
    """A field of a fact at hand, as text."""

    text: str
    field: FieldType

    @property
    def kind(self) -> FieldKind:
        return self.field.type


@dataclass(frozen=True)
class Place:
    """Where an expression stands.

    Attributes:
        facts: names that stand for facts, with their types.
        items: names that stand for members of lists, with their kinds.
        lets: names of `let`, with their kinds.
        names: which of `period`, `due` there are.
        present: texts of values that may be None and are known not to be.
        depth: how many levels an expression may still have.
        quantifiers: how many quantifiers may still stand in each other.
        sources: types over which quantifiers may range.
    """

    facts: Mapping[str, str]
    sources: tuple[str, ...]
    items: Mapping[str, FieldKind] = field(default_factory=dict)
    lets: Mapping[str, FieldKind] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    depth: int = 3
    quantifiers: int = 2

    def deeper(self) -> Place:
        return replace(self, depth=self.depth - 1)

    def knowing(self, text: str) -> Place:
        return replace(self, present=self.present | {text})

    def binding(self, name: str, target: str) -> Place:
        return replace(self, facts={**self.facts, name: target}, quantifiers=self.quantifiers - 1)

    def listing(self, name: str, kind: FieldKind) -> Place:
        return replace(self, items={**self.items, name: kind}, quantifiers=self.quantifiers - 1)

    def paths(self, hops: int = 1) -> Iterator[Path]:
        """Yield the fields of the facts at hand, and of those to which they refer."""
        for name, target in self.facts.items():
            yield from self._paths(name, fact_type(target), hops)
        for name, kind in self.items.items():
            if kind.name == "Ref":
                yield from self._paths(name, fact_type(kind.target or ""), 0)

    def _paths(self, text: str, target: FactType, hops: int) -> Iterator[Path]:
        for name in FIELDS.get(target.name, tuple(target.fields)):
            path = Path(f"{text}.{name}", target.fields[name])
            yield path
            if hops > 0 and path.kind.name == "Ref" and self.has_value(path):
                yield from self._paths(path.text, fact_type(path.kind.target or ""), hops - 1)

    def has_value(self, path: Path) -> bool:
        """Whether a field is known not to be None here."""
        return not path.field.nullable or path.text in self.present


def fact_type(name: str) -> FactType:
    return TYPES[name]


def fits(found: FieldKind, wanted: FieldKind) -> bool:
    """Whether a value of one kind may stand where another is wanted."""
    if wanted.name == "Enum":
        return found.name == "Enum" and bool(set(found.words) & set(wanted.words))
    if wanted.name == "Ref":
        return found.name == "Ref" and _meet(found.target or "", wanted.target or "")
    if wanted.name == "List":
        return found.name == "List" and (wanted.item is None or fits(found.item or FieldKind("Str"), wanted.item))
    return found.name == wanted.name


def _meet(one: str, other: str) -> bool:
    return bool(set(fact_type(one).subtypes) & set(fact_type(other).subtypes))
