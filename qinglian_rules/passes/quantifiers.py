"""Quantifiers over facts and lists, and the other forms that take facts."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.ir import build
from qinglian_rules.ir.build import NUMBERS
from qinglian_rules.ir.functions import QUANTIFIERS
from qinglian_rules.ir.nodes import (
    All,
    Average,
    Comprehension,
    Count,
    Exists,
    Extreme,
    Follow,
    Judged,
    Node,
    Rank,
    ShareOf,
    Spell,
    Sum,
    The,
)
from qinglian_rules.ir.types import BOOL, DURATION, INT, RATIO, SPAN, FactOf, Maybe, RefOf
from qinglian_rules.passes.agreement import ORDERED, plain
from qinglian_rules.passes.checker import Checker
from qinglian_rules.passes.ranges import Ranged, ranged
from qinglian_rules.passes.scope import Scope
from qinglian_rules.passes.units import check_units, is_non_negative


@dataclass(frozen=True, slots=True)
class _Use:
    """One quantifier as written."""

    checker: Checker
    expr: ast.Call
    scope: Scope
    name: str

    def misused(self) -> None:
        """Report that the quantifier is not written in its form."""
        form = " / ".join(QUANTIFIERS[self.name].forms)
        self.checker.report(type_codes.QUANTIFIER_FORM, self.expr, name=self.name, form=form)

    def over(self, index: int = 0) -> Ranged | None:
        """Return what the generator at the place `index` ranges over."""
        if len(self.expr.args) <= index or not isinstance(self.expr.args[index], ast.GeneratorExp):
            self.misused()
            return None
        generator = self.expr.args[index]
        assert isinstance(generator, ast.GeneratorExp)
        return ranged(self.checker, generator, self.scope, self.misused)

    def only(self, arguments: int, keyword: str | None = None) -> bool:
        """Whether it is given so many arguments, and no keyword but `keyword`; report where it is not."""
        if len(self.expr.args) == arguments and all(one.arg == keyword for one in self.expr.keywords):
            return True
        self.misused()
        return False


def check_quantifier(checker: Checker, expr: ast.Call, scope: Scope) -> Node | None:
    """A call of a quantifier, of `the`, `spell` or `judged`."""
    assert isinstance(expr.func, ast.Name)
    use = _Use(checker, expr, scope.comparing(False), expr.func.id)
    return _FORMS[use.name](use)


# --- truth ----------------------------------------------------------------------------------------


def _exists(use: _Use) -> Node | None:
    over = use.over() if use.only(1) else None
    if over is None:
        return None
    if over.gives_variable():
        return _with_span(Exists, use, over.comprehension)
    claim = use.checker.condition(over.element, over.scope)
    if claim is None or over.comprehension is None:
        return None
    condition = build.conjunction([over.comprehension.condition, claim], over.comprehension.condition.span)
    return _with_span(Exists, use, Comprehension(over.comprehension.name, over.comprehension.source, condition))


def _with_span(kind: type[Exists], use: _Use, over: Comprehension | None) -> Node | None:
    return None if over is None else kind(over, type=BOOL, span=use.checker.span(use.expr))


def _all(use: _Use) -> Node | None:
    found = _claimed(use)
    return None if found is None else All(*found, type=BOOL, span=use.checker.span(use.expr))


def _share(use: _Use) -> Node | None:
    found = _claimed(use)
    return None if found is None else ShareOf(*found, type=Maybe(RATIO), span=use.checker.span(use.expr))


def _claimed(use: _Use) -> tuple[Comprehension, Node] | None:
    over = use.over() if use.only(1) else None
    if over is None:
        return None
    claim = use.checker.condition(over.element, over.scope)
    return None if claim is None or over.comprehension is None else (over.comprehension, claim)


# --- numbers --------------------------------------------------------------------------------------


def _count(use: _Use) -> Node | None:
    over = use.over() if use.only(1) else None
    if over is None:
        return None
    if not over.gives_variable():
        use.misused()
        return None
    span = use.checker.span(use.expr)
    return None if over.comprehension is None else Count(over.comprehension, type=INT, span=span)


def _valued(use: _Use, wanted: tuple[object, ...], index: int = 0) -> tuple[Comprehension, Node] | None:
    """Return the range and the value of each match, which must be of a type among `wanted`."""
    over = use.over(index)
    value = None if over is None else use.checker.value(over.element, over.scope)
    if over is None or value is None:
        return None
    if value.type not in wanted:
        given, types = use.checker.named(value), " · ".join(map(str, wanted))
        use.checker.report(type_codes.ARGUMENTS, over.element, name=use.name, given=given, wanted=types)
        return None
    return None if over.comprehension is None else (over.comprehension, value)


def _sum(use: _Use) -> Node | None:
    found = _valued(use, NUMBERS) if use.only(1) else None
    if found is None:
        return None
    over, value = found
    positive = is_non_negative(value, use.checker.vocabulary, use.checker.lets)
    return Sum(over, value, positive, type=value.type, span=use.checker.span(use.expr))


def _extreme(use: _Use) -> Node | None:
    found = _valued(use, ORDERED) if use.only(1) else None
    if found is None:
        return None
    kind: Literal["min", "max"] = "min" if use.name == "min" else "max"
    return Extreme(kind, *found, type=Maybe(found[1].type), span=use.checker.span(use.expr))


def _average(use: _Use) -> Node | None:
    found = _valued(use, NUMBERS) if use.only(1) else None
    return None if found is None else Average(*found, type=Maybe(RATIO), span=use.checker.span(use.expr))


def _rank(use: _Use) -> Node | None:
    if not use.only(2):
        return None
    of = use.checker.value(use.expr.args[0], use.scope)
    found = _valued(use, ORDERED, 1)
    if of is None or found is None:
        return None
    if of.type != found[1].type and not {of.type, found[1].type} <= set(NUMBERS):
        args = use.checker.named(of), use.checker.named(found[1])
        use.checker.report(type_codes.DIFFERENT_TYPES, use.expr, left=args[0], right=args[1])
        return None
    check_units(use.checker, use.expr, of, found[1])
    return Rank(of, *found, type=INT, span=use.checker.span(use.expr))


# --- facts ----------------------------------------------------------------------------------------


def _the(use: _Use) -> Node | None:
    over = use.over() if use.only(1) else None
    value = None if over is None else use.checker.check(over.element, over.scope)
    if over is None or over.comprehension is None or value is None:
        return None
    value = use.checker.keyed(value)
    return The(over.comprehension, value, type=value.type, span=use.checker.span(use.expr))


def _spell(use: _Use) -> Node | None:
    if not use.only(2, keyword="gap"):
        return None
    fact = use.checker.check(use.expr.args[0], use.scope)
    over, gap = use.over(1), _gap(use)
    if over is not None and not over.gives_variable():
        use.misused()
        return None
    if fact is None or over is None or over.comprehension is None or gap is None:
        return None
    if not (_has_span(use, use.expr.args[0], fact) and _has_span(use, use.expr.args[1], over.variable)):
        return None
    return Spell(fact, over.comprehension, gap, type=SPAN, span=use.checker.span(use.expr))


def _gap(use: _Use) -> Node | None:
    if not use.expr.keywords:
        return build.const(timedelta(0), DURATION)
    value = use.expr.keywords[0].value
    found = use.checker.value(value, use.scope)
    if found is None or found.type == DURATION:
        return found
    use.checker.report(type_codes.DIFFERENT_TYPES, value, left=use.checker.named(found), right=str(DURATION))
    return None


def _has_span(use: _Use, expr: ast.expr, fact: Node | None) -> bool:
    """Whether a fact is dated by a span; report where it is not."""
    if fact is None:
        return False
    fact_type = use.checker.vocabulary.types[fact.type.target] if isinstance(fact.type, FactOf) else None
    if fact_type is not None and fact_type.dated is not None and fact_type.fields[fact_type.dated].type.name == "Span":
        return True
    use.checker.report(type_codes.NO_SPAN, expr, type=use.checker.named(fact))
    return False


def _judged(use: _Use) -> Node | None:
    question = use.expr.args[1] if len(use.expr.args) == 2 and not use.expr.keywords else None
    if not isinstance(question, ast.Constant) or not isinstance(question.value, str) or not question.value:
        use.checker.report(type_codes.QUESTION, use.expr)
        return None
    subject = use.expr.args[0]
    found = use.checker.check(subject, use.scope)
    fact = None if found is None else use.checker.guarded(subject, found)
    if fact is None:
        return None
    if isinstance(fact.type, RefOf):
        fact = Follow(fact, fact.type.target, type=FactOf(fact.type.target), span=fact.span)
    if not isinstance(plain(fact.type), FactOf):
        use.checker.report(type_codes.QUESTION, use.expr)
        return None
    return Judged(fact, question.value, type=BOOL, span=use.checker.span(use.expr))


_FORMS: Final[Mapping[str, Callable[[_Use], Node | None]]] = {
    "exists": _exists,
    "all": _all,
    "share": _share,
    "count": _count,
    "sum": _sum,
    "min": _extreme,
    "max": _extreme,
    "avg": _average,
    "rank": _rank,
    "the": _the,
    "spell": _spell,
    "judged": _judged,
}
