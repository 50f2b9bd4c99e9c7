"""Walking a condition: children, the fold, and the promise that every consumer covers every node."""

from __future__ import annotations

from typing import Any

import pytest

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.build import TRUE
from qinglian_rules.ir.types import BOOL, INT, FactOf
from qinglian_rules.ir.walk import NODES, Over, Visitor, children, fold, rewrite, walk

ONE, TWO = n.Const(1, type=INT), n.Const(2, type=INT)
LESS = n.Compare("<", ONE, TWO, type=BOOL)
PERSON = n.Var("p", type=FactOf("Person"))
STAFF = n.Field(PERSON, "is_medical_staff", type=BOOL)
SOME = n.All(n.Comprehension("p", n.FactsOf("Person"), STAFF), LESS, type=BOOL)


def name(node: n.Node, *results: Any) -> str:
    """Return a node's class and the results below it."""
    return f"{type(node).__name__}({', '.join(map(str, results))})"


def test_children_come_in_the_order_of_the_fields() -> None:
    assert children(LESS) == (ONE, TWO)
    assert children(n.And((LESS, TRUE), type=BOOL)) == (LESS, TRUE)
    assert children(SOME) == (STAFF, LESS)
    assert children(ONE) == ()


def test_a_source_that_is_a_list_is_a_child() -> None:
    listed = n.Display((ONE, TWO), type=INT)
    some = n.Exists(n.Comprehension("x", listed, TRUE), type=BOOL)
    assert children(some) == (listed, TRUE)


def test_the_fold_gives_results_in_the_shape_of_the_fields() -> None:
    assert fold(LESS, name) == "Compare(Const(), Const())"
    assert fold(n.And((TRUE, LESS), type=BOOL), name) == "And(('Const()', 'Compare(Const(), Const())'))"


def test_the_fold_gives_a_comprehension_as_an_over() -> None:
    seen: list[Any] = []

    def visit(node: n.Node, *results: Any) -> str:
        seen.extend(results)
        return type(node).__name__

    fold(SOME, visit)
    assert seen[-2:] == [Over(n.FactsOf("Person"), "Field"), "Compare"]


def test_walking_meets_parents_first() -> None:
    assert [type(node).__name__ for node in walk(LESS)] == ["Compare", "Const", "Const"]


def test_rewriting_goes_from_the_leaves_up() -> None:
    def swap(node: n.Node) -> n.Node:
        return TWO if node == ONE else node

    assert rewrite(LESS, swap) == n.Compare("<", TWO, TWO, type=BOOL)
    assert rewrite(SOME, swap) == n.All(SOME.over, n.Compare("<", TWO, TWO, type=BOOL), type=BOOL)


def test_all_node_classes_are_known() -> None:
    assert {kind.__name__ for kind in NODES} == {kind.__name__ for kind in n.Node.__subclasses__()}


def test_a_visitor_that_forgets_a_node_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="visit_Spell"):
        type("Forgetful", (Visitor,), {f"visit_{kind.__name__}": name for kind in NODES if kind is not n.Spell})


def test_a_visitor_may_say_what_it_does_not_support() -> None:
    methods: dict[str, Any] = {f"visit_{kind.__name__}": name for kind in NODES if kind is not n.Spell}
    made = type("Honest", (Visitor,), methods | {"unsupported": frozenset({n.Spell})})
    assert made.unsupported == {n.Spell}


def test_a_visitor_may_leave_methods_to_its_subclasses() -> None:
    class Half(Visitor[str], partial=True):
        """Has no methods of its own."""

    with pytest.raises(TypeError, match="visit_Const"):
        type("Whole", (Half,), {})


def test_a_visitor_folds() -> None:
    class Counter(Visitor[int]):
        """Counts nodes."""

        def __getattr__(self, called: str) -> Any:
            raise AttributeError(called)

        visit_Const = visit_Param = visit_Var = visit_LetRef = visit_Context = visit_ItemVar = lambda self, node: 1
        visit_Compare = lambda self, node, left, right: 1 + left + right  # noqa: E731
        unsupported = frozenset(
            kind
            for kind in NODES
            if kind.__name__ not in {"Const", "Param", "Var", "LetRef", "Context", "ItemVar", "Compare"}
        )

    assert Counter().fold(LESS) == 3
