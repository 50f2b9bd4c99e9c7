"""What a rule, a definition and a block of duties have in common: subject, rhythm, names, whom it concerns, limit."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from datetime import date
from typing import Final

from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.ir.nodes import Context as ContextNode
from qinglian_rules.ir.nodes import Node, Var
from qinglian_rules.ir.rules import Every, Let, Subject
from qinglian_rules.ir.types import DATE, SPAN, FactOf
from qinglian_rules.passes.conditions import Conditions
from qinglian_rules.passes.context import Context
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.keys import Keys
from qinglian_rules.passes.names import NameReader
from qinglian_rules.passes.ranges import is_free
from qinglian_rules.passes.reading import read_condition
from qinglian_rules.passes.rhythm import read_every
from qinglian_rules.passes.scope import Absent, Scope
from qinglian_rules.syntax.surface import Scalar

HEAD_KEYS: Final = ("each", "every", "from", "let", "when", "unless")

_NO_PERIOD: Final = Absent("规则没有 every", "the rule has no `every`")
_NOT_YET: Final = Absent("它在 when 之后才算出", "it is computed after `when`")


@dataclass(frozen=True, slots=True)
class Head:
    """A head that is checked. `scope` is that of the conditions below it; `lets` and `due` are part of it."""

    subject: Subject
    every: Every | None
    start: date | None
    lets: tuple[Let, ...]
    when: Node
    due: Node | None
    scope: Scope
    conditions: Conditions


def read_head(keys: Keys, defaults: Keys | None, context: Context, *, has_due: bool) -> Head | None:
    """Check the head of a block. None where the subject is not known, so that nothing below can be checked.

    Args:
        defaults: what the front matter gives where the block does not.
        has_due: whether the end of a period is a limit; it is not for prohibitions and definitions.
    """
    scalar = keys.scalar("each") or (None if defaults is None else defaults.scalar("each"))
    named = None if scalar is None else _read_each(scalar, context, keys.findings)
    rhythm = keys.scalar("every")
    every = None if rhythm is None else read_every(rhythm, context, keys.findings)
    start = keys.day("from")
    if named is None:
        return None
    name, subject = named
    scope = _first_scope(name, subject, has_period=rhythm is not None)
    reader = NameReader(keys, Conditions(context, keys.findings))
    when, due, scope = reader.read(scope, implied=rhythm is not None and has_due, may_have=has_due)
    target = subject or Subject(name, "")
    return Head(target, every, start, reader.lets, when, due, scope, reader.conditions)


def _read_each(scalar: Scalar, context: Context, findings: Findings) -> tuple[str, Subject | None] | None:
    """Read `name in FactType`; the subject is None where its type is not known."""
    source = read_condition(scalar, findings)
    if source is None:
        return None
    tree = source.tree
    if not (isinstance(tree, ast.Compare) and len(tree.ops) == 1 and isinstance(tree.ops[0], ast.In)):
        findings.report(codes.BAD_EACH, scalar.span)
        return None
    name, target = tree.left, tree.comparators[0]
    if not isinstance(name, ast.Name) or not isinstance(target, ast.Name):
        findings.report(codes.BAD_EACH, scalar.span)
        return None
    free = is_free(Conditions(context, findings).checker(source), name, Scope({}))
    fact_type = context.vocabulary.fact_type(target.id)
    if fact_type is None:
        known = [*context.vocabulary.types, *context.vocabulary.titles]
        suggestion = nearest(target.id, known)
        findings.report(type_codes.UNKNOWN_TYPE, source.span(target), suggestion=suggestion, name=target.id)
    return name.id, None if fact_type is None or not free else Subject(name.id, fact_type.name)


def subject_scope(subject: Subject) -> Scope:
    """Return the scope of a condition over a subject alone, such as `reach`."""
    return Scope({subject.name: Var(subject.name, type=FactOf(subject.target))})


def _first_scope(name: str, subject: Subject | None, *, has_period: bool) -> Scope:
    names: dict[str, Node | Absent | None] = {
        name: None if subject is None else Var(name, type=FactOf(subject.target)),
        "now": ContextNode("now", type=DATE),
        "document": ContextNode("document", type=SPAN),
        "period": ContextNode("period", type=SPAN) if has_period else _NO_PERIOD,
        "due": _NOT_YET,
    }
    return Scope(names)
