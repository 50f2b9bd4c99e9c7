"""Laws of checking and printing, on generated conditions and on every condition of the documents that are there."""

from __future__ import annotations

from hypothesis import given, settings

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.show import show
from qinglian_rules.ir.types import BOOL, FactOf, Maybe
from qinglian_rules.ir.walk import children, rewrite, walk
from tests.passes.samples import check
from tests.passes.texts import conditions

MANY = settings(max_examples=300, deadline=None)


def node_of(text: str) -> Node:
    """Return the node of a generated condition; that a part is constant is no error."""
    checked = check(text)
    assert [one.message() for one in checked.diagnostics if one.severity == "error"] == []
    assert checked.node is not None
    return checked.node


@given(conditions(3))
@MANY
def test_a_well_typed_condition_is_accepted(text: str) -> None:
    assert node_of(text).type == BOOL


@given(conditions(3))
@MANY
def test_parse_after_print_is_the_identity(text: str) -> None:
    node = node_of(text)
    assert node_of(show(node, "en")) == node
    assert node_of(show(node, "zh")) == node


@given(conditions(2))
@MANY
def test_what_is_printed_is_printed_again(text: str) -> None:
    shown = show(node_of(text))
    assert show(node_of(shown)) == shown


@given(conditions(3))
@MANY
def test_nodes_keep_their_invariants(text: str) -> None:
    assert faults(node_of(text)) == []


@given(conditions(2))
@MANY
def test_rewriting_by_nothing_changes_nothing(text: str) -> None:
    node = node_of(text)
    assert rewrite(node, lambda one: one) == node


@given(conditions(2))
@MANY
def test_spans_stand_inside_the_text_and_inside_their_parents(text: str) -> None:
    for node in walk(node_of(text)):
        if node.span.file:
            assert 1 <= node.span.column <= node.span.end_column <= len(text) + 1


def faults(root: Node) -> list[str]:
    """Return where a node breaks what `ir/nodes.py` promises to those that evaluate it."""
    return [f"{type(node).__name__}: {fault}" for node in walk(root) for fault in _faults(node)]


TAKES_NONE = (n.IsNone, n.Display, n.IfElse, n.The, n.In, n.Compare)


def _faults(node: Node) -> list[str]:
    found = []
    if not isinstance(node, TAKES_NONE) and any(isinstance(child.type, Maybe) for child in children(node)):
        found.append("an operand may be None")
    if isinstance(node, n.Compare) and node.op not in {"==", "!="}:
        found += ["an ordered operand may be None" for side in (node.left, node.right) if isinstance(side.type, Maybe)]
    if isinstance(node, n.Compare | n.In | n.Display | n.Calc):
        found += ["a fact stands for a value" for child in children(node) if isinstance(child.type, FactOf)]
    if isinstance(node, n.Not | n.And | n.Or):
        found += ["an operand is no condition" for child in children(node) if child.type != BOOL]
    if isinstance(node, n.And | n.Or):
        found += ["a part of the same kind is not joined" for child in children(node) if isinstance(child, type(node))]
    if isinstance(node, n.Field) and not isinstance(node.fact.type, FactOf):
        found.append("a field is read of what is no fact")
    return found
