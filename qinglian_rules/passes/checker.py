"""The checker of one rule's conditions: it dispatches on the form of an expression and keeps what all forms share.

What a form means to it stands in `access`, `operators`, `comparisons`, `calls` and `quantifiers`; each gives a table
of handlers, and `conditions` puts them together. A handler returns a node, or None where an error is reported.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from qinglian_rules.diagnostics import Code, Span
from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.ir.nodes import KeyOf, Node
from qinglian_rules.ir.types import BOOL, NONE, FactOf, Maybe, RefOf
from qinglian_rules.passes.agreement import plain, present
from qinglian_rules.passes.context import Context
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.narrowing import present_if
from qinglian_rules.passes.reading import Source
from qinglian_rules.passes.scope import Scope

Handler = Callable[["Checker", ast.expr, Scope], Node | None]


class Checker:
    """Checks one condition, whose text is `source`.

    Attributes:
        lets: what the `let` names of the rule stand for.
    """

    def __init__(
        self,
        source: Source,
        context: Context,
        findings: Findings,
        lets: Mapping[str, Node],
        handlers: Mapping[type[ast.expr], Handler],
    ) -> None:
        self.source = source
        self.context = context
        self.vocabulary = context.vocabulary
        self.findings = findings
        self.lets = lets
        self._handlers = handlers

    def check(self, expr: ast.expr, scope: Scope) -> Node | None:
        """Return the node of an expression of any type."""
        handler = self._handlers.get(type(expr))
        if handler is None:
            self.report(codes.OTHER_FORM, expr)
            return None
        node = handler(self, expr, scope)
        if node is None or not scope.present or not isinstance(node.type, Maybe):
            return node
        return present(node) if node in scope.present else node

    def condition(self, expr: ast.expr, scope: Scope) -> Node | None:
        """Return the node of an expression that must be true or false."""
        node = self.check(expr, scope.comparing(False))
        if node is None or node.type == BOOL:
            return node
        if plain(node.type) == BOOL:
            return self.guarded(expr, node)
        self.report(type_codes.NOT_BOOL, expr, type=self.named(node))
        return None

    def value(self, expr: ast.expr, scope: Scope) -> Node | None:
        """Return the node of an expression that must be a value, never None and no fact."""
        node = self.check(expr, scope)
        return None if node is None else self.plain_value(expr, node)

    def plain_value(self, expr: ast.expr, node: Node) -> Node | None:
        """Return `node` if it is a value that is never None here; report what else it is."""
        if isinstance(node.type, FactOf):
            self.report(type_codes.FACT_AS_VALUE, expr, what=self.source.words(expr), type=node.type.target)
            return None
        return self.guarded(expr, node)

    def guarded(self, expr: ast.expr, node: Node) -> Node | None:
        """Return `node` if it is never None here; report that it needs a guard otherwise."""
        if isinstance(node.type, Maybe) or node.type == NONE:
            self.report(type_codes.NEEDS_GUARD, expr, what=self.source.words(expr))
            return None
        return node

    def keyed(self, node: Node) -> Node:
        """Return the key of a fact, so that it compares with references; any other value as it is."""
        if isinstance(node.type, FactOf):
            return KeyOf(node, type=RefOf(node.type.target), span=node.span)
        return node

    def known(self, node: Node, *, holds: bool) -> frozenset[Node]:
        """Return what is not None where `node` is `holds`."""
        return present_if(node, self.lets, holds=holds)

    def span(self, expr: ast.expr | ast.keyword) -> Span:
        """Return the place of an expression."""
        return self.source.span(expr)

    def report(self, code: Code, expr: ast.expr | ast.keyword, *, suggestion: str | None = None, **args: str) -> None:
        """Report something about an expression."""
        self.findings.report(code, self.span(expr), suggestion=suggestion, related=(), **args)

    def named(self, node: Node) -> str:
        """Return the name of a node's type, as messages say it."""
        return str(node.type)
