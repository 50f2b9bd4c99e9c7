"""Words that a fact of one type cannot have, though the upper type by which a condition speaks of it may.

`check.body.kind == "医疗保障部门"` reads the kind of a `Body`. Where the body is a `Hospital`, whose kinds are others,
that is false even if nobody told its kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A field that is compared with words, and the names of the types whose facts can have none of them there."""

    field: n.Field
    types: frozenset[str]


def exclusion(node: n.Compare | n.In, lets: Mapping[str, n.Node], vocabulary: Vocabulary) -> Exclusion | None:
    """Return what the words that a comparison is written with exclude; None where that is nothing.

    Args:
        lets: what `let` names stand for.
    """
    if isinstance(node, n.In):
        return _excluded(node.item, node.members, lets, vocabulary)
    if node.op not in {"==", "!="}:
        return None
    pairs = ((node.left, node.right), (node.right, node.left))
    return next((found for one, other in pairs if (found := _excluded(one, other, lets, vocabulary))), None)


def _excluded(node: n.Node, other: n.Node, lets: Mapping[str, n.Node], vocabulary: Vocabulary) -> Exclusion | None:
    while isinstance(node, n.LetRef) and node.name in lets:
        node = lets[node.name]
    words = _written(other)
    if not words or not isinstance(node, n.Field) or not isinstance(node.fact.type, t.FactOf):
        return None
    fact_type = vocabulary.types[node.fact.type.target]
    if not fact_type.abstract:
        return None
    own = {name: vocabulary.types[name].fields[node.name].type.words for name in fact_type.subtypes}
    types = frozenset(name for name, kept in own.items() if kept and not words & set(kept))
    return Exclusion(node, types) if types else None


def _written(node: n.Node) -> frozenset[str]:
    """The words that stand in the text; none where something else stands there too."""
    items = node.items if isinstance(node, n.Display) else (node,)
    words = frozenset(item.value for item in items if isinstance(item, n.Const) and isinstance(item.value, str))
    return words if all(isinstance(item, n.Const) and isinstance(item.value, str) for item in items) else frozenset()
