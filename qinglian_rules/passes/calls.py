"""Calls of the plain functions; quantifiers and their like are handed on."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY
from qinglian_rules.ir import build
from qinglian_rules.ir.functions import FUNCTIONS, QUANTIFIERS, Function, Signature
from qinglian_rules.ir.nodes import Call, Const, Node
from qinglian_rules.ir.types import DATE, DURATION, RATIO, STR, Enum, Type
from qinglian_rules.passes.agreement import date_of
from qinglian_rules.passes.checker import Checker, Handler
from qinglian_rules.passes.quantifiers import check_quantifier
from qinglian_rules.passes.scope import Scope

_CHINESE: Final = {
    "存在": "exists",
    "有": "exists",
    "所有": "all",
    "全部": "all",
    "都": "all",
    "计数": "count",
    "数量": "count",
    "次数": "count",
    "合计": "sum",
    "总和": "sum",
    "最大": "max",
    "最小": "min",
    "平均": "avg",
    "占比": "share",
    "比例": "share",
    "属于": "within",
    "在": "within",
    "之内": "within",
    "天": "days",
    "小时": "hours",
    "分钟": "minutes",
    "工作日": "workdays_after",
    "日期": "date",
    "年": "year",
}
"""Functions as somebody may call them who has not read their list."""
_UNITS: Final = {"minutes": timedelta(minutes=1), "hours": timedelta(hours=1), "days": timedelta(days=1)}


def check_call(checker: Checker, expr: ast.expr, scope: Scope) -> Node | None:
    """A call of a function of the closed list."""
    assert isinstance(expr, ast.Call)
    name = _called(checker, expr, scope)
    if name is None or _has_stars(checker, expr):
        return None
    if name in QUANTIFIERS:
        return check_quantifier(checker, expr, scope)
    function = FUNCTIONS.get(name)
    if function is None:
        suggestion = _CHINESE.get(name) or nearest(name, [*QUANTIFIERS, *FUNCTIONS])
        checker.report(type_codes.UNKNOWN_FUNCTION, expr.func, suggestion=suggestion, name=name)
        return None
    arguments = [checker.value(argument, scope.comparing(False)) for argument in expr.args]
    known = [argument for argument in arguments if argument is not None]
    return _applied(checker, expr, function, known) if len(known) == len(arguments) else None


def _called(checker: Checker, expr: ast.Call, scope: Scope) -> str | None:
    func = expr.func
    name = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
    if name.startswith("_"):
        checker.report(codes.PYTHON_NAME, func, found=name)
        return None
    if isinstance(func, ast.Name):
        return name
    # What is called may be no part of the language itself; then that is what is wrong.
    if isinstance(func, ast.Attribute) or checker.check(func, scope) is not None:
        checker.report(codes.NOT_A_FUNCTION, func)
    return None


def _has_stars(checker: Checker, expr: ast.Call) -> bool:
    starred: list[ast.expr | ast.keyword] = [part for part in expr.args if isinstance(part, ast.Starred)]
    starred += [keyword for keyword in expr.keywords if keyword.arg is None]
    for part in starred:
        checker.report(codes.STAR, part)
    return bool(starred)


def _applied(checker: Checker, expr: ast.Call, function: Function, arguments: list[Node]) -> Node | None:
    signature, arguments = _chosen(function, arguments)
    if signature is None:
        given = ", ".join(checker.named(argument) for argument in arguments)
        wanted = " · ".join(_described(one) for one in function.signatures)
        checker.report(type_codes.ARGUMENTS, expr, name=function.name, given=given, wanted=wanted)
        return None
    if not _keywords_fit(checker, expr, signature):
        return None
    return _made(checker, expr, function.name, arguments, signature.result)


def _described(signature: Signature) -> str:
    return "(" + ", ".join(map(str, signature.parameters)) + ")"


def _chosen(function: Function, arguments: list[Node]) -> tuple[Signature | None, list[Node]]:
    """Return the signature that fits, with the arguments as it takes them: a word as text, a moment by its date."""
    for variant in (arguments, [date_of(argument) for argument in arguments]):
        found = function.signature_for(tuple(_as_given(argument.type) for argument in variant))
        if found is not None:
            return found, variant
    return None, arguments


def _as_given(type_: Type) -> Type:
    return STR if isinstance(type_, Enum) else type_


def _keywords_fit(checker: Checker, expr: ast.Call, signature: Signature) -> bool:
    wrong = [keyword for keyword in expr.keywords if not _keyword_fits(keyword, signature)]
    for keyword in wrong:
        name = ast.unparse(expr.func)
        checker.report(type_codes.KEYWORD, keyword, name=name, keyword=checker.source.words(keyword))
    return not wrong


def _keyword_fits(keyword: ast.keyword, signature: Signature) -> bool:
    words = signature.keywords.get(keyword.arg or "", ())
    return isinstance(keyword.value, ast.Constant) and keyword.value.value in words


def _made(checker: Checker, expr: ast.Call, name: str, arguments: list[Node], result: Type) -> Node | None:
    """Return the node of a call: a literal where it is one in the author's eyes, else a `Call`."""
    span = checker.span(expr)
    if name in _UNITS:
        return build.scaled(build.const(_UNITS[name], DURATION, span), arguments[0], span)
    if name == "date_of":
        return date_of(arguments[0])
    values = [argument.value for argument in arguments if isinstance(argument, Const)]
    if len(values) == len(arguments):
        if name == "date":
            return _literal_date(checker, expr, values)
        if name == "percent" and isinstance(values[0], int | Decimal):
            return build.const(Fraction(values[0]) / 100, RATIO, span)
    return Call(name, tuple(arguments), type=result, span=span)


def _literal_date(checker: Checker, expr: ast.Call, values: Sequence[object]) -> Node | None:
    year, month, day = (value if isinstance(value, int) else 0 for value in values)
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        found = None
    if found is None or not FIRST_DAY <= found <= LAST_DAY:
        checker.report(type_codes.NO_SUCH_DATE, expr, found=f"{year}-{month}-{day}")
        return None
    return build.const(found, DATE, checker.span(expr))


HANDLERS: Final[Mapping[type[ast.expr], Handler]] = {ast.Call: check_call}
