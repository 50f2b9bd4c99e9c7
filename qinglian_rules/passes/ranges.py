"""What a quantifier ranges over: `for x in source if condition`, one variable, one source."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from keyword import iskeyword
from typing import Final
from unicodedata import normalize

from qinglian_rules.diagnostics import Span
from qinglian_rules.diagnostics.catalogue import blocks as block_codes
from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.ir import build
from qinglian_rules.ir.nodes import Comprehension, Display, FactsOf, ItemVar, Node, Var
from qinglian_rules.ir.types import FactOf, ListOf
from qinglian_rules.passes.agreement import plain
from qinglian_rules.passes.checker import Checker
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.scope import RESERVED, Scope

DEEPEST: Final = 4
"""How deep quantifiers may stand in each other."""

MOST_COMBINATIONS: Final = 10_000
"""How many members the lists written out in nested quantifiers may have together, multiplied."""


@dataclass(frozen=True, slots=True)
class Ranged:
    """A generator that is checked.

    Attributes:
        comprehension: None where something in it is wrong.
        element: what stands before `for`; not checked yet.
        scope: where the element is to be checked: the variable bound, the condition known.
        variable: what the name stands for, None where that is not known.
    """

    comprehension: Comprehension | None
    element: ast.expr
    scope: Scope
    name: str
    variable: Node | None

    def gives_variable(self) -> bool:
        """Whether the element is the variable itself."""
        return isinstance(self.element, ast.Name) and self.element.id == self.name


def ranged(checker: Checker, expr: ast.GeneratorExp, scope: Scope, misused: Callable[[], None]) -> Ranged | None:
    """Check the `for` and the `if` of a generator; `misused` reports that it has not the form that is wanted."""
    if len(expr.generators) > 1:
        checker.report(type_codes.ONE_FOR, expr)
        return None
    generator = expr.generators[0]
    if not isinstance(generator.target, ast.Name) or generator.is_async:
        misused()
        return None
    name = generator.target.id
    free = is_free(checker, generator.target, scope)
    source = _source(checker, generator.iter, scope)
    inner = _deeper(checker, expr, scope, source)
    variable = None if source is None else _variable(name, source)
    inner = inner.bind(name, variable) if free else inner
    condition, inner = _condition(checker, generator.ifs, inner)
    whole = None
    if free and source is not None and condition is not None:
        whole = Comprehension(name, source, condition)
    return Ranged(whole, expr.elt, inner, name, variable)


def is_free(checker: Checker, target: ast.Name, scope: Scope) -> bool:
    """Whether a name may be given to something here; report where it may not."""
    return is_free_name(target.id, checker.span(target), scope, checker.findings)


def is_free_name(name: str, span: Span, scope: Scope, findings: Findings) -> bool:
    """Whether `name`, which stands at `span`, may be given to something here; report where it may not."""
    if name.startswith("_"):
        findings.report(codes.PYTHON_NAME, span, found=name)
    elif name in RESERVED:
        findings.report(type_codes.RESERVED, span, name=name)
    elif name in scope.names:
        findings.report(type_codes.SHADOWED, span, name=name)
    elif normalize("NFKC", name) != name:
        findings.report(codes.FULL_WIDTH_NAME, span, found=name, fix=normalize("NFKC", name))
    elif not name.isidentifier() or iskeyword(name):
        findings.report(block_codes.BAD_NAME, span, name=name)
    else:
        return True
    return False


def _source(checker: Checker, expr: ast.expr, scope: Scope) -> FactsOf | Node | None:
    if isinstance(expr, ast.Name):
        fact_type = checker.vocabulary.fact_type(expr.id)
        if fact_type is not None:
            return FactsOf(fact_type.name)
        if expr.id not in scope.names and not expr.id.startswith("_"):
            known = [*checker.vocabulary.types, *checker.vocabulary.titles]
            checker.report(type_codes.UNKNOWN_TYPE, expr, suggestion=nearest(expr.id, known), name=expr.id)
            return None
    found = checker.check(expr, scope)
    if found is None or isinstance(found.type, ListOf):
        return found
    if isinstance(plain(found.type), ListOf):
        return checker.guarded(expr, found)
    checker.report(type_codes.NOT_A_SOURCE, expr, type=checker.named(found))
    return None


def _variable(name: str, source: FactsOf | Node) -> Node:
    if isinstance(source, FactsOf):
        return Var(name, type=FactOf(source.target))
    assert isinstance(source.type, ListOf)
    return ItemVar(name, type=plain(source.type.item))


def _deeper(checker: Checker, expr: ast.expr, scope: Scope, source: FactsOf | Node | None) -> Scope:
    """Return the scope inside the quantifier; report it where it stands too deep."""
    inner = scope.deeper(len(source.items) if isinstance(source, Display) else 1)
    if inner.depth > DEEPEST:
        checker.report(type_codes.TOO_COSTLY, expr, depth=str(inner.depth), limit=str(DEEPEST))
    if inner.combinations > MOST_COMBINATIONS:
        size, limit = str(inner.combinations), str(MOST_COMBINATIONS)
        checker.report(type_codes.LISTS_TOO_COSTLY, expr, size=size, limit=limit)
    return inner


def _condition(checker: Checker, parts: list[ast.expr], scope: Scope) -> tuple[Node | None, Scope]:
    """Return the joined conditions, and the scope behind them."""
    nodes = []
    for part in parts:
        node = checker.condition(part, scope)
        if node is not None:
            nodes.append(node)
            scope = scope.knowing(checker.known(node, holds=True))
    if len(nodes) < len(parts):
        return None, scope
    return build.conjunction(nodes, nodes[0].span.to(nodes[-1].span)) if nodes else build.TRUE, scope
