"""`and`, `or`, `not`, arithmetic, `x if c else y`, lists written out."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Final

from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.ir import build
from qinglian_rules.ir.build import NUMBERS
from qinglian_rules.ir.nodes import Arithmetic, Const, Display, Node
from qinglian_rules.ir.types import DURATION, INT, NONE, Enum, ListOf, Type
from qinglian_rules.passes.agreement import DAYS, as_words, date_of, foreign_words, is_text, joined, plain
from qinglian_rules.passes.checker import Checker, Handler
from qinglian_rules.passes.scope import Scope
from qinglian_rules.passes.units import check_units
from qinglian_rules.passes.words import report_foreign_words

_ARITHMETIC: Final[Mapping[type[ast.operator], Arithmetic]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_OTHERS: Final[Mapping[type[ast.AST], str]] = {
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.Invert: "~",
    ast.UAdd: "+",
}


def check_bool_op(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """`and` and `or`; what an operand says about None holds in those behind it."""
    assert isinstance(expr, ast.BoolOp)
    conjunctive = isinstance(expr.op, ast.And)
    nodes: list[Node] = []
    for operand in expr.values:
        node = checker.condition(operand, scope)
        if node is not None:
            nodes.append(node)
            scope = scope.knowing(checker.known(node, holds=conjunctive))
    if len(nodes) < len(expr.values):
        return None
    return (build.conjunction if conjunctive else build.disjunction)(nodes, checker.span(expr))


def check_unary_op(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """`not` and minus."""
    assert isinstance(expr, ast.UnaryOp)
    if isinstance(expr.op, ast.Not):
        return _negation(checker, expr, scope)
    if not isinstance(expr.op, ast.USub):
        checker.report(codes.OPERATOR, expr, found=_OTHERS[type(expr.op)])
        checker.check(expr.operand, scope)
        return None
    operand = checker.value(expr.operand, scope)
    if operand is None or operand.type in (*NUMBERS, DURATION):
        return None if operand is None else build.opposite(operand, checker.span(expr))
    # A minus sign takes its operand from nothing.
    checker.report(type_codes.WRONG_OPERANDS, expr, left=str(INT), op="-", right=checker.named(operand))
    return None


def _negation(checker: Checker, expr: ast.UnaryOp, scope: Scope) -> Node | None:
    if isinstance(expr.operand, ast.UnaryOp) and isinstance(expr.operand.op, ast.Not):
        checker.report(type_codes.DOUBLE_NEGATION, expr)
    operand = checker.condition(expr.operand, scope)
    return None if operand is None else build.negation(operand, checker.span(expr))


def check_choice(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """`x if c else y`, of the type that holds both."""
    assert isinstance(expr, ast.IfExp)
    condition = checker.condition(expr.test, scope)
    holds = fails = frozenset[Node]()
    if condition is not None:
        holds, fails = (checker.known(condition, holds=value) for value in (True, False))
    yes = checker.check(expr.body, scope.knowing(holds))
    no = checker.check(expr.orelse, scope.knowing(fails))
    if condition is None or yes is None or no is None:
        return None
    yes, no = _worded(checker, checker.keyed(yes), checker.keyed(no))
    type_ = joined(yes.type, no.type, checker.vocabulary)
    if type_ is None:
        checker.report(type_codes.DIFFERENT_TYPES, expr, left=checker.named(yes), right=checker.named(no))
        return None
    return build.choice(condition, yes, no, type_, checker.span(expr))


def _worded(checker: Checker, yes: Node, no: Node) -> tuple[Node, Node]:
    """Read a literal text in one branch as a word of the Enum in the other."""
    for one, other in ((yes, no), (no, yes)):
        enum = plain(other.type)
        if is_text(one) and isinstance(enum, Enum) and not report_foreign_words(checker, one, other, enum):
            words = as_words(one, enum)
            return (words, no) if one is yes else (yes, words)
    return yes, no


def check_bin_op(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """Arithmetic of numbers, dates and durations."""
    assert isinstance(expr, ast.BinOp)
    left, right = checker.value(expr.left, scope), checker.value(expr.right, scope)
    if type(expr.op) in _OTHERS:
        checker.report(codes.OPERATOR, expr, found=_OTHERS[type(expr.op)])
        return None
    if left is None or right is None:
        return None
    if isinstance(expr.op, ast.Div):
        return _quotient(checker, expr, left, right, scope)
    op = _ARITHMETIC[type(expr.op)]
    found = _calculated(checker, expr, op, left, right)
    if found is None:
        _report_operands(checker, expr, op, left, right)
    return found


def _quotient(checker: Checker, expr: ast.BinOp, left: Node, right: Node, scope: Scope) -> Node | None:
    if left.type not in NUMBERS or right.type not in NUMBERS:
        _report_operands(checker, expr, "/", left, right)
        return None
    if not scope.compares:
        checker.report(type_codes.DIVISION_OUTSIDE, expr)
        return None
    return build.quotient(left, right, checker.span(expr))


def _report_operands(checker: Checker, expr: ast.expr, op: str, left: Node, right: Node) -> None:
    suggestion = (
        f"days({right.value})" if left.type in DAYS and isinstance(right, Const) and right.type == INT else None
    )
    args = {"left": checker.named(left), "op": op, "right": checker.named(right)}
    checker.report(type_codes.WRONG_OPERANDS, expr, suggestion=suggestion, **args)


def _calculated(checker: Checker, expr: ast.expr, op: Arithmetic, left: Node, right: Node) -> Node | None:
    span = checker.span(expr)
    if left.type in NUMBERS and right.type in NUMBERS:
        if op != "*":
            check_units(checker, expr, left, right)
        return build.calculation(op, left, right, span)
    if op == "*":
        return _scaled(left, right, checker, expr)
    if left.type == DURATION and right.type == DURATION:
        return build.duration_sum(op, left, right, span)
    if left.type in DAYS and right.type == DURATION:
        return build.shifted(left, right, 1 if op == "+" else -1, span)
    if op == "+" and left.type == DURATION and right.type in DAYS:
        return build.shifted(right, left, 1, span)
    if op == "-" and left.type in DAYS and right.type in DAYS:
        return _elapsed(left, right, checker, expr)
    return None


def _scaled(left: Node, right: Node, checker: Checker, expr: ast.expr) -> Node | None:
    for duration, factor in ((left, right), (right, left)):
        if duration.type == DURATION and factor.type == INT:
            return build.scaled(duration, factor, checker.span(expr))
    return None


def _elapsed(left: Node, right: Node, checker: Checker, expr: ast.expr) -> Node:
    if left.type != right.type:
        left, right = date_of(left), date_of(right)
    return build.elapsed(left, right, checker.span(expr))


def check_display(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """A list written out; its members are of one type, and may be None."""
    assert isinstance(expr, ast.List | ast.Set)
    found = [checker.check(item, scope.comparing(False)) for item in expr.elts]
    items = [checker.keyed(item) for item in found if item is not None]
    if len(items) < len(found):
        return None
    items = _in_words_of_one(checker, items)
    type_: Type = items[0].type if items else NONE
    for item, part in zip(items, expr.elts, strict=True):
        wider = joined(type_, item.type, checker.vocabulary)
        if wider is None:
            checker.report(type_codes.MIXED_MEMBERS, part, left=str(type_), right=checker.named(item))
            return None
        type_ = wider
    return Display(tuple(items), type=ListOf(type_), span=checker.span(expr))


def _in_words_of_one(checker: Checker, items: list[Node]) -> list[Node]:
    """Read literal texts as words of the Enum among the members, if there is one."""
    enum = next((plain(item.type) for item in items if isinstance(plain(item.type), Enum)), None)
    if not isinstance(enum, Enum):
        return items
    return [item if not is_text(item) or foreign_words(item, enum) else as_words(item, enum) for item in items]


HANDLERS: Final[Mapping[type[ast.expr], Handler]] = {
    ast.BoolOp: check_bool_op,
    ast.UnaryOp: check_unary_op,
    ast.BinOp: check_bin_op,
    ast.IfExp: check_choice,
    ast.List: check_display,
    ast.Set: check_display,
}
