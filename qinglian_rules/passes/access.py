"""Names, fields, parameters and literals."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.ir.build import const, none
from qinglian_rules.ir.nodes import Context, Field, Follow, Node, Param, SpanEnd, SpanStart
from qinglian_rules.ir.types import BOOL, DATE, DECIMAL, INT, SPAN, STR, FactOf, Maybe, RefOf
from qinglian_rules.passes.agreement import plain, type_of_field
from qinglian_rules.passes.checker import Checker, Handler
from qinglian_rules.passes.scope import Absent, Scope

SPAN_FIELDS: Final = {"start": "start", "end": "end", "开始": "start", "结束": "end"}
_WORDS_OF_OTHERS: Final = {"true": "True", "false": "False", "null": "None", "nil": "None", "none": "None"} | {
    "真": "True",
    "假": "False",
    "无": "None",
}


def check_name(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """A name of the scope."""
    assert isinstance(expr, ast.Name)
    if expr.id.startswith("_"):
        checker.report(codes.PYTHON_NAME, expr, found=expr.id)
        return None
    if expr.id not in scope.names:
        _report_unknown_name(checker, expr, scope)
        return None
    found = scope.names[expr.id]
    if isinstance(found, Absent):
        checker.report(type_codes.NOT_IN_SCOPE, expr, name=expr.id, reason=found.zh, reason_en=found.en)
        return None
    return found


def _report_unknown_name(checker: Checker, expr: ast.Name, scope: Scope) -> None:
    suggestion = _WORDS_OF_OTHERS.get(expr.id)
    if suggestion is None and checker.vocabulary.fact_type(expr.id) is not None:
        suggestion = f"exists(x for x in {expr.id} if …)"
    if suggestion is None and expr.id == "params":
        suggestion = "params.…"
    known = [name for name, value in scope.names.items() if not isinstance(value, Absent)]
    near = suggestion or nearest(expr.id, scope.names) or _field_of_a_subject(checker, expr.id, scope)
    checker.report(type_codes.UNKNOWN_NAME, expr, suggestion=near, name=expr.id, known="、".join([*known, "params"]))


def _field_of_a_subject(checker: Checker, word: str, scope: Scope) -> str | None:
    """Return `visit.来访记录` for a bare 来访记录: a field of what a name stands for, or one nearly called so."""
    for name, value in scope.names.items():
        target = plain(value.type) if isinstance(value, Node) else None
        if isinstance(target, FactOf):
            fields = checker.vocabulary.types[target.target].fields
            near = nearest(word, [*fields, *(field.title for field in fields.values())])
            if near is not None:
                return f"{name}.{near}"
    return None


def check_attribute(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """A field of a fact or of what a reference leads to, an end of a span, a parameter."""
    assert isinstance(expr, ast.Attribute)
    if expr.attr.startswith("_"):
        checker.report(codes.PYTHON_NAME, expr, found=expr.attr)
        return None
    if isinstance(expr.value, ast.Name) and expr.value.id == "params":
        return _parameter(checker, expr)
    base = checker.check(expr.value, scope.comparing(False))
    if base is None:
        return None
    if isinstance(plain(base.type), FactOf | RefOf) or plain(base.type) == SPAN:
        guarded = checker.guarded(expr.value, base)
        return None if guarded is None else _part(checker, expr, guarded)
    checker.report(type_codes.NO_FIELDS, expr, type=checker.named(base), name=expr.attr)
    return None


def _part(checker: Checker, expr: ast.Attribute, base: Node) -> Node | None:
    if isinstance(base.type, RefOf):
        target = base.type.target
        base = Follow(base, target, type=FactOf(target))
    if isinstance(base.type, FactOf):
        return _field(checker, expr, base, base.type.target)
    return _end_of_span(checker, expr, base)


def _field(checker: Checker, expr: ast.Attribute, base: Node, target: str) -> Node | None:
    fact_type = checker.vocabulary.types[target]
    found = fact_type.field(expr.attr)
    if found is None:
        known = [*fact_type.fields, *(one.title for one in fact_type.fields.values())]
        suggestion = nearest(expr.attr, known)
        checker.report(type_codes.UNKNOWN_FIELD, expr, suggestion=suggestion, type=target, name=expr.attr)
        return None
    return Field(base, found.name, type=type_of_field(found))


def _end_of_span(checker: Checker, expr: ast.Attribute, base: Node) -> Node | None:
    part = SPAN_FIELDS.get(expr.attr)
    if part is None:
        suggestion = nearest(expr.attr, SPAN_FIELDS)
        checker.report(type_codes.NO_FIELDS, expr, suggestion=suggestion, type=str(SPAN), name=expr.attr)
        return None
    if part == "start":
        return SpanStart(base, type=DATE)
    # A period is a whole month, quarter or year: it always has its last day.
    ends = isinstance(base, Context) and base.name == "period"
    return SpanEnd(base, type=DATE if ends else Maybe(DATE))


def _parameter(checker: Checker, expr: ast.Attribute) -> Node | None:
    found = checker.context.parameters.get(expr.attr)
    if found is None:
        suggestion = nearest(expr.attr, checker.context.parameters)
        checker.report(type_codes.UNKNOWN_PARAMETER, expr, suggestion=suggestion, name=expr.attr)
        return None
    return Param(found.name, type=found.type)


def check_constant(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """A literal: a truth value, None, a number, a text."""
    assert isinstance(expr, ast.Constant)
    value = expr.value
    if value is None:
        return none()
    if isinstance(value, bool):
        return const(value, BOOL)
    if isinstance(value, int):
        return const(value, INT)
    if isinstance(value, float):
        # Python has rounded it; the text says what was meant.
        return const(Decimal(checker.source.words(expr)), DECIMAL)
    if isinstance(value, str):
        return const(value, STR, checker.span(expr))
    checker.report(codes.LITERAL, expr, found=checker.source.words(expr))
    return None


HANDLERS: Final[Mapping[type[ast.expr], Handler]] = {
    ast.Name: check_name,
    ast.Attribute: check_attribute,
    ast.Constant: check_constant,
}
