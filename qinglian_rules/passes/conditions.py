"""The text of a condition becomes a typed node: here the handlers of all forms meet, and the forms that are refused."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Final

from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.model import Code
from qinglian_rules.ir.nodes import Const, Node
from qinglian_rules.passes import access, calls, comparisons, operators
from qinglian_rules.passes.checker import Checker, Handler
from qinglian_rules.passes.comparisons import report_constant
from qinglian_rules.passes.context import Context
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.narrowing import present_if
from qinglian_rules.passes.reading import Source, read_condition
from qinglian_rules.passes.scope import Scope
from qinglian_rules.syntax.surface import Scalar

_REFUSED: Final[Mapping[type[ast.expr], Code]] = {
    ast.Lambda: codes.LAMBDA,
    ast.Subscript: codes.SUBSCRIPT,
    ast.JoinedStr: codes.FORMAT_STRING,
    ast.NamedExpr: codes.WALRUS,
    ast.Starred: codes.STAR,
    ast.ListComp: codes.COMPREHENSION_OUTSIDE,
    ast.SetComp: codes.COMPREHENSION_OUTSIDE,
    ast.DictComp: codes.COMPREHENSION_OUTSIDE,
    ast.GeneratorExp: codes.COMPREHENSION_OUTSIDE,
    ast.Tuple: codes.DISPLAY_KIND,
    ast.Dict: codes.DISPLAY_KIND,
}


def _refuse(checker: Checker, expr: ast.expr, scope: Scope) -> None:
    checker.report(_REFUSED[type(expr)], expr)


HANDLERS: Final[Mapping[type[ast.expr], Handler]] = {
    **access.HANDLERS,
    **operators.HANDLERS,
    **comparisons.HANDLERS,
    **calls.HANDLERS,
    **dict.fromkeys(_REFUSED, _refuse),
}


class Conditions:
    """Checks the conditions of one rule, one after the other. `lets` grows as `let` names are added."""

    def __init__(self, context: Context, findings: Findings) -> None:
        self.context = context
        self.findings = findings
        self.lets: dict[str, Node] = {}

    def checker(self, source: Source) -> Checker:
        """Return a checker of one text."""
        return Checker(source, self.context, self.findings, self.lets, HANDLERS)

    def condition(self, scalar: Scalar, scope: Scope) -> Node | None:
        """Check the text of a condition that must be true or false."""
        source = read_condition(scalar, self.findings)
        return None if source is None else self.read(source, scope)

    def read(self, source: Source, scope: Scope) -> Node | None:
        """Check a condition that must be true or false; warn where it is always the same."""
        checker = self.checker(source)
        node = checker.condition(source.tree, scope)
        if isinstance(node, Const) and not scope.members:
            report_constant(checker, checker.span(source.tree), holds=bool(node.value))
        return node

    def known(self, node: Node, *, holds: bool) -> frozenset[Node]:
        """Return what is not None where `node` is `holds`."""
        return present_if(node, self.lets, holds=holds)
