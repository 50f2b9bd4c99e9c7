"""Comparisons: `== != < <= > >=`, chained or not, `in`, `is None`."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from qinglian_rules.diagnostics import Span
from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.ir import build
from qinglian_rules.ir.build import NUMBERS
from qinglian_rules.ir.nodes import Const, Display, Node, Order
from qinglian_rules.ir.types import DATE, DATETIME, NONE, SLOT, SPAN, STR, Enum, FactOf, ListOf, Maybe, RefOf, Type
from qinglian_rules.passes.agreement import DAYS, ORDERED, as_words, date_of, is_text, plain, related
from qinglian_rules.passes.checker import Checker, Handler
from qinglian_rules.passes.keys import read_date
from qinglian_rules.passes.scope import Scope
from qinglian_rules.passes.units import check_units
from qinglian_rules.passes.words import canonical_topic, is_list_of_topics, report_foreign_words

_ORDERS: Final[Mapping[type[ast.cmpop], Order]] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


_TRUTHS: Final = {"是": True, "否": False, "true": True, "false": False, "True": True, "False": False}


class _Link(NamedTuple):
    """One link of a comparison: an operator between two operands."""

    checker: Checker
    scope: Scope
    whole: ast.Compare
    op: ast.cmpop
    left: ast.expr
    right: ast.expr

    @property
    def span(self) -> Span:
        if len(self.whole.ops) == 1:
            return self.checker.span(self.whole)
        return self.checker.span(self.left).to(self.checker.span(self.right))

    def words(self) -> str:
        return self.checker.source.words(self.left)


def check_compare(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """A comparison; `a < b < c` is `a < b and b < c`."""
    assert isinstance(expr, ast.Compare)
    operands = [expr.left, *expr.comparators]
    inner = scope.comparing(True)
    nodes = [checker.check(operand, inner) for operand in operands]
    found = []
    for op, (left, right), (one, other) in zip(expr.ops, pairwise(operands), pairwise(nodes), strict=True):
        link = _Link(checker, inner, expr, op, left, right)
        found.append(None if one is None or other is None else _linked(link, one, other))
    links = [node for node in found if node is not None]
    if len(links) < len(found):
        return None
    result = links[0] if len(links) == 1 else build.conjunction(links, checker.span(expr))
    _warn_if_constant(checker, expr, result, nodes, scope)
    return result


def _linked(link: _Link, left: Node, right: Node) -> Node | None:
    if isinstance(link.op, ast.Is | ast.IsNot):
        return _is_none(link, left, right)
    if isinstance(link.op, ast.In | ast.NotIn):
        return _membership(link, left, right)
    if NONE in (left.type, right.type):
        _refuse_none(link)
        return None
    return _comparison(link, _ORDERS[type(link.op)], left, right)


def _refuse_none(link: _Link) -> None:
    verb = "is" if isinstance(link.op, ast.Eq) else "is not"
    link.checker.findings.report(codes.EQUALS_NONE, link.span, fix=f"{link.words()} {verb} None")


def _is_none(link: _Link, left: Node, right: Node) -> Node | None:
    if right.type != NONE:
        link.checker.findings.report(codes.IS_ONLY_NONE, link.span)
        return None
    denied = isinstance(link.op, ast.IsNot)
    if not isinstance(left.type, Maybe):
        unguarded = replace(left, type=Maybe(left.type))
        if unguarded not in link.scope.present:
            link.checker.report(type_codes.NEVER_NONE, link.left, what=link.words())
            return None
        # It may be None, and a guard around has said that it is not.
        report_constant(link.checker, link.span, holds=denied)
        left = unguarded
    found = build.is_none(left, link.span)
    return build.negation(found, link.span) if denied else found


# --- equality and order ---------------------------------------------------------------------------


def _comparison(link: _Link, op: Order, left: Node, right: Node) -> Node | None:
    ordered = op not in {"==", "!="}
    pair = _guarded(link, left, right) if ordered else (left, right)
    agreed = None if pair is None else _agreed(link, *pair)
    if agreed is None or not _has(link, agreed, ORDERED if ordered else None):
        return None
    check_units(link.checker, link.whole, *agreed)
    return build.comparison(op, *agreed, link.span)


def _guarded(link: _Link, left: Node, right: Node) -> tuple[Node, Node] | None:
    one = link.checker.guarded(link.left, left)
    other = link.checker.guarded(link.right, right)
    return None if one is None or other is None else (one, other)


def _has(link: _Link, pair: tuple[Node, Node], ordered: tuple[Type, ...] | None) -> bool:
    """Whether values of the pair's type can be compared so; report where they cannot."""
    found = plain(pair[0].type)
    if ordered is not None and found not in ordered:
        link.checker.findings.report(type_codes.NOT_ORDERED, link.span, type=str(found))
        return False
    if isinstance(found, ListOf) or found in {SPAN, SLOT}:
        link.checker.findings.report(type_codes.NOT_COMPARABLE, link.span, type=str(found))
        return False
    return True


def _agreed(link: _Link, left: Node, right: Node) -> tuple[Node, Node] | None:
    """Return both operands as values of one type; report where that cannot be."""
    if _has_stray_fact(link, left, right):
        return None
    left, right = link.checker.keyed(left), link.checker.keyed(right)
    for one, other in ((left, right), (right, left)):
        enum = plain(other.type)
        if is_text(one) and isinstance(enum, Enum):
            if report_foreign_words(link.checker, one, other, enum):
                return None
            worded = as_words(one, enum)
            return (worded, right) if one is left else (left, worded)
    if {plain(left.type), plain(right.type)} == set(DAYS):
        pair = _guarded(link, left, right)
        return None if pair is None else (date_of(pair[0]), date_of(pair[1]))
    if _alike(plain(left.type), plain(right.type), link.checker):
        return left, right
    _report_different(link, left, link.checker.named(right))
    return None


def _has_stray_fact(link: _Link, left: Node, right: Node) -> bool:
    """Report a fact that meets what is neither a fact nor a reference."""
    found = False
    for expr, node, other in ((link.left, left, right), (link.right, right, left)):
        if isinstance(node.type, FactOf) and not isinstance(plain(other.type), FactOf | RefOf):
            words = link.checker.source.words(expr)
            link.checker.report(type_codes.FACT_AS_VALUE, expr, what=words, type=node.type.target)
            found = True
    return found


def _alike(left: Type, right: Type, checker: Checker) -> bool:
    if isinstance(left, Enum) and isinstance(right, Enum):
        return bool(set(left.words) & set(right.words))
    if isinstance(left, RefOf) and isinstance(right, RefOf):
        return related(left, right, checker.vocabulary)
    return left == right or (left in NUMBERS and right in NUMBERS)


# --- membership -----------------------------------------------------------------------------------


def _membership(link: _Link, item: Node, members: Node) -> Node | None:
    if not isinstance(plain(members.type), ListOf):
        link.checker.report(type_codes.NOT_A_LIST, link.right, type=link.checker.named(members))
        return None
    listed = link.checker.guarded(link.right, members)
    item = link.checker.keyed(item)
    agreed = None if listed is None else _agreed_member(link, item, listed)
    if agreed is None:
        return None
    found = build.membership(*agreed, link.span)
    return build.negation(found, link.span) if isinstance(link.op, ast.NotIn) else found


def _agreed_member(link: _Link, item: Node, members: Node) -> tuple[Node, Node] | None:
    """Return item and list such that the members are of the item's type; report where that cannot be."""
    worded = _worded_members(link, _as_topic(link, item, members), members)
    if worded is None:
        return None
    item, members = worded
    wanted, member = plain(item.type), _member(members)
    if wanted == DATETIME and member == DATE:
        guarded = link.checker.guarded(link.left, item)
        return None if guarded is None else (date_of(guarded), members)
    if member == NONE or _alike(wanted, member, link.checker):
        return item, members
    _report_different(link, item, str(member))
    return None


def _as_topic(link: _Link, item: Node, members: Node) -> Node:
    """Read a literal text that is looked for among the topics of a record as the canonical topic that it means."""
    if not (isinstance(item, Const) and item.type == STR and is_list_of_topics(members)):
        return item
    topic = canonical_topic(str(item.value), item.span, link.checker.context, link.checker.findings)
    return item if topic is None else replace(item, value=topic)


def _worded_members(link: _Link, item: Node, members: Node) -> tuple[Node, Node] | None:
    """Read literal texts on one side as words of the Enum on the other; None where a text is none of them."""
    wanted, member = plain(item.type), _member(members)
    if isinstance(wanted, Enum) and isinstance(members, Display):
        if report_foreign_words(link.checker, members, item, wanted):
            return None
        return item, as_words(members, wanted) if all(map(is_text, members.items)) else members
    if isinstance(member, Enum) and is_text(item):
        return None if report_foreign_words(link.checker, item, members, member) else (as_words(item, member), members)
    return item, members


def _member(members: Node) -> Type:
    assert isinstance(members.type, ListOf)
    return plain(members.type.item)


def _report_different(link: _Link, left: Node, right: str) -> None:
    suggestion = repaired(link.checker, link.left, link.right) or repaired(link.checker, link.right, link.left)
    args = {"left": link.checker.named(left), "right": right}
    link.checker.findings.report(type_codes.DIFFERENT_TYPES, link.span, suggestion=suggestion, related=(), **args)


def repaired(checker: Checker, literal: ast.expr, other: ast.expr) -> str | None:
    """Return how what a literal was meant to say is written: a day as `date(…)`, yes and no as a condition."""
    if not isinstance(literal, ast.Constant) or not isinstance(literal.value, str):
        return None
    if literal.value in _TRUTHS:
        words = checker.source.words(other)
        return words if _TRUTHS[literal.value] else f"not {words}"
    day = read_date(literal.value)
    return None if day is None else f"date({day.year}, {day.month}, {day.day})"


# --- what says nothing ----------------------------------------------------------------------------


def _warn_if_constant(
    checker: Checker, expr: ast.Compare, result: Node, nodes: list[Node | None], scope: Scope
) -> None:
    """Warn of a comparison that cannot come out both ways. One about a member's name may: it is read once for each."""
    same = len(nodes) == 2 and nodes[0] == nodes[1] and isinstance(expr.ops[0], ast.Eq | ast.LtE | ast.GtE)
    if not same and not isinstance(result, Const):
        return
    if any(isinstance(part, ast.Name) and part.id in scope.members for part in ast.walk(expr)):
        return
    report_constant(checker, checker.span(expr), holds=bool(result.value) if isinstance(result, Const) else True)


def report_constant(checker: Checker, span: Span, *, holds: bool) -> None:
    """Warn that a condition is always true, or always false."""
    words = ("成立", "true") if holds else ("不成立", "false")
    checker.findings.report(type_codes.CONSTANT, span, value=words[0], value_en=words[1])


HANDLERS: Final[Mapping[type[ast.expr], Handler]] = {ast.Compare: check_compare}
