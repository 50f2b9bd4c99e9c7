"""How types go together: what a field's kind is in the language, which values compare, what a choice of two yields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from qinglian_rules.facts.vocabulary import FieldKind, FieldType, Vocabulary
from qinglian_rules.ir import types
from qinglian_rules.ir.build import NUMBERS, wider
from qinglian_rules.ir.nodes import Const, DateOf, Display, IfElse, Node
from qinglian_rules.ir.types import DATE, DATETIME, DURATION, NONE, STR, TIME, Enum, ListOf, Maybe, RefOf, Type

SCALARS: Final[Mapping[str, Type]] = {
    scalar.name: scalar
    for scalar in (
        types.BOOL,
        types.INT,
        types.DECIMAL,
        types.RATIO,
        types.STR,
        types.DATE,
        types.DATETIME,
        types.TIME,
        types.DURATION,
        types.SPAN,
        types.SLOT,
    )
}
ORDERED: Final = (*NUMBERS, DATE, DATETIME, TIME, DURATION)
DAYS: Final = (DATE, DATETIME)


def type_of_kind(kind: FieldKind) -> Type:
    """Return the type of values of a kind."""
    if kind.name == "Enum":
        return Enum(kind.words)
    if kind.name == "List" and kind.item is not None:
        return ListOf(type_of_kind(kind.item))
    if kind.name == "Ref" and kind.target is not None:
        return RefOf(kind.target)
    return SCALARS[kind.name]


def type_of_field(found: FieldType) -> Type:
    """Return the type that reading a field gives."""
    plain = type_of_kind(found.type)
    return Maybe(plain) if found.nullable else plain


def plain(type_: Type) -> Type:
    """Return a type without its None."""
    return type_.item if isinstance(type_, Maybe) else type_


def present(node: Node) -> Node:
    """Return `node` with the type that it has where it is known not to be None."""
    return replace(node, type=plain(node.type))


def related(left: RefOf, right: RefOf, vocabulary: Vocabulary) -> bool:
    """Whether references of both types may lead to one fact."""
    if left == right:
        return True
    return not set(vocabulary.types[left.target].subtypes).isdisjoint(vocabulary.types[right.target].subtypes)


def joined(left: Type, right: Type, vocabulary: Vocabulary) -> Type | None:
    """Return the type that holds the values of both; None where there is none."""
    if NONE in {left, right} or isinstance(left, Maybe) or isinstance(right, Maybe):
        return _joined_with_none(left, right, vocabulary)
    if left in NUMBERS and right in NUMBERS:
        return wider(left, right)
    if isinstance(left, RefOf) and isinstance(right, RefOf) and related(left, right, vocabulary):
        return max(left, right, key=lambda ref: len(vocabulary.types[ref.target].subtypes))
    return left if left == right else None


def _joined_with_none(left: Type, right: Type, vocabulary: Vocabulary) -> Type | None:
    values = [plain(type_) for type_ in (left, right) if type_ != NONE]
    if not values:
        return NONE
    found = values[0] if len(values) == 1 else joined(values[0], values[1], vocabulary)
    return None if found is None else Maybe(found)


def foreign_words(node: Node, enum: Enum) -> tuple[Const, ...]:
    """Return the texts, among those that `node` may stand for, that are none of the words of `enum`."""
    return tuple(text for text in texts(node) if text.value not in enum.words)


def texts(node: Node) -> tuple[Const, ...]:
    """Return the literal texts that `node` may stand for, or hold as a list."""
    if isinstance(node, Const):
        return (node,) if node.type == STR else ()
    if isinstance(node, IfElse):
        return texts(node.yes) + texts(node.no)
    if isinstance(node, Display):
        return tuple(text for item in node.items for text in texts(item))
    return ()


def is_text(node: Node) -> bool:
    """Whether `node` stands for nothing but literal texts, so that it may be read as words of an Enum."""
    if isinstance(node, IfElse):
        return is_text(node.yes) and is_text(node.no)
    return isinstance(node, Const) and node.type == STR


def as_words(node: Node, enum: Enum) -> Node:
    """Return `node` with its literal texts read as words of `enum`."""
    if isinstance(node, Const):
        return Const(node.value, type=enum, span=node.span) if node.type == STR else node
    if isinstance(node, IfElse):
        return replace(node, yes=as_words(node.yes, enum), no=as_words(node.no, enum), type=enum)
    if isinstance(node, Display):
        items = tuple(as_words(item, enum) for item in node.items)
        return replace(node, items=items, type=ListOf(enum))
    return node


def date_of(node: Node) -> Node:
    """Return the date of a DateTime; anything else as it is."""
    return DateOf(node, type=DATE, span=node.span) if node.type == DATETIME else node
