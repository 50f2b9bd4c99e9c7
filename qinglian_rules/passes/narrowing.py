"""What a condition says about None: which values are not None where it is true, and which where it is false.

A value is listed only if its being None would make the condition known to be false (or true), whatever else is
unknown. So `a == b` says nothing: against an unknown `b` it is unknown, even if `a` is None. A constant is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qinglian_rules.ir.nodes import And, Compare, Const, Display, IfElse, In, IsNone, LetRef, Node, Not, Or
from qinglian_rules.ir.types import Maybe

Known = frozenset[Node]
NOTHING: Known = frozenset()


def present_if(node: Node, lets: Mapping[str, Node], *, holds: bool) -> Known:
    """Return the values that are not None wherever `node` is `holds`; `lets` says what `let` names stand for."""
    if isinstance(node, Not):
        return present_if(node.value, lets, holds=not holds)
    if isinstance(node, LetRef):
        return present_if(lets[node.name], lets, holds=holds) if node.name in lets else NOTHING
    if isinstance(node, And | Or):
        parts = [present_if(item, lets, holds=holds) for item in node.items]
        return NOTHING.union(*parts) if isinstance(node, And) is holds else _common(parts)
    if isinstance(node, IfElse):
        return _of_choice(node, lets, holds=holds)
    if isinstance(node, IsNone):
        return NOTHING if holds else frozenset({node.value})
    if isinstance(node, Compare):
        return _of_comparison(node) if (node.op == "==") is holds and node.op in {"==", "!="} else NOTHING
    if isinstance(node, In) and holds and isinstance(node.members, Display) and _are_constant(node.members.items):
        return _if_nullable(node.item)
    return NOTHING


def _of_comparison(node: Compare) -> Known:
    """Return what equality with a constant says is not None."""
    if _are_constant((node.right,)):
        return _if_nullable(node.left)
    return _if_nullable(node.right) if _are_constant((node.left,)) else NOTHING


def _of_choice(node: IfElse, lets: Mapping[str, Node], *, holds: bool) -> Known:
    yes = present_if(node.condition, lets, holds=True) | present_if(node.yes, lets, holds=holds)
    no = present_if(node.condition, lets, holds=False) | present_if(node.no, lets, holds=holds)
    return yes & no


def _common(parts: list[Known]) -> Known:
    return frozenset.intersection(*parts) if parts else NOTHING


def _are_constant(items: Iterable[Node]) -> bool:
    return all(isinstance(item, Const) and item.value is not None for item in items)


def _if_nullable(node: Node) -> Known:
    return frozenset({node}) if isinstance(node.type, Maybe) else NOTHING
