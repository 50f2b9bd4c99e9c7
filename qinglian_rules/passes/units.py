"""Units of quantities: known where a field or a parameter declares one, and equal where two known ones meet."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.facts.vocabulary import FieldType, Vocabulary
from qinglian_rules.ir.nodes import (
    Average,
    Calc,
    Const,
    Count,
    Divide,
    Extreme,
    Field,
    IfElse,
    LetRef,
    Negate,
    Node,
    Param,
    ShareOf,
    Sum,
    The,
)
from qinglian_rules.ir.types import DURATION, FactOf
from qinglian_rules.passes.agreement import plain
from qinglian_rules.passes.checker import Checker


def declared(node: Field, vocabulary: Vocabulary) -> FieldType | None:
    """Return what the vocabulary says of the field that a node reads."""
    if not isinstance(node.fact.type, FactOf):
        return None
    return vocabulary.types[node.fact.type.target].fields.get(node.name)


def unit_of(node: Node, checker: Checker) -> str | None:
    """Return the unit of a quantity; None where it is not known, or where it has none."""
    if isinstance(node, Field):
        found = declared(node, checker.vocabulary)
        return None if found is None else found.unit
    if isinstance(node, Param):
        name = node.name.rpartition("/")[2]
        return checker.context.parameters[name].unit if plain(node.type) != DURATION else None
    if isinstance(node, LetRef):
        return unit_of(checker.lets[node.name], checker) if node.name in checker.lets else None
    if isinstance(node, Calc) and node.op != "*":
        return unit_of(node.left, checker) or unit_of(node.right, checker)
    return _unit_of_part(node, checker)


def _unit_of_part(node: Node, checker: Checker) -> str | None:
    if isinstance(node, Sum | Extreme | Average | The | Negate):
        return unit_of(node.value, checker)
    if isinstance(node, IfElse):
        return unit_of(node.yes, checker) or unit_of(node.no, checker)
    return None


def check_units(checker: Checker, expr: ast.expr, left: Node, right: Node) -> None:
    """Report two known units that differ."""
    units = unit_of(left, checker), unit_of(right, checker)
    if None not in units and units[0] != units[1]:
        checker.report(type_codes.UNITS, expr, left=str(units[0]), right=str(units[1]))


def is_non_negative(node: Node, vocabulary: Vocabulary, lets: Mapping[str, Node]) -> bool:
    """Whether a number cannot be negative: by its model, as a literal, or as a sum, product or part of such."""
    if isinstance(node, Const):
        return isinstance(node.value, int | Decimal | Fraction) and node.value >= 0
    if isinstance(node, Field):
        found = declared(node, vocabulary)
        return found is not None and found.non_negative
    if isinstance(node, LetRef):
        return node.name in lets and is_non_negative(lets[node.name], vocabulary, lets)
    if isinstance(node, Calc | Divide):
        sums = not isinstance(node, Calc) or node.op != "-"
        return sums and all(is_non_negative(part, vocabulary, lets) for part in (node.left, node.right))
    if isinstance(node, IfElse):
        return all(is_non_negative(part, vocabulary, lets) for part in (node.yes, node.no))
    if isinstance(node, Extreme | Average | The):
        return is_non_negative(node.value, vocabulary, lets)
    return isinstance(node, Count | ShareOf) or (isinstance(node, Sum) and node.non_negative)
