"""A condition that stands alone, over one subject."""

from __future__ import annotations

from typing import Final

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.rules import Subject
from qinglian_rules.passes.conditions import Conditions
from qinglian_rules.passes.context import Context
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.head import subject_scope
from qinglian_rules.passes.reading import read_condition
from qinglian_rules.syntax.surface import Scalar

BODY: Final = Subject("body", "Body")


def check_condition(scalar: Scalar, subject: Subject, context: Context) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Check a condition over `subject`; None, with everything found, where an error is in it."""
    findings = Findings()
    source = read_condition(scalar, findings)
    # No warning of what is always true: a document may reach everybody.
    checker = None if source is None else Conditions(context, findings).checker(source)
    node = None if source is None or checker is None else checker.condition(source.tree, subject_scope(subject))
    return None if findings.has_errors() else node, findings.in_order()


def check_reach(reach: Scalar, context: Context) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Check the condition over `body` that says whom a document reaches."""
    return check_condition(reach, BODY, context)
