"""When a comparison is surely true, when surely false, and when it may be open: one function for each kind of leaf."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from qinglian_rules.backends.durable import reasons
from qinglian_rules.backends.durable.antecedents import (
    MIRRORED,
    NEGATED,
    Choice,
    Element,
    Forms,
    Prop,
    all_of,
    any_of,
    comparison,
)
from qinglian_rules.backends.durable.operands import Frame, Known, Operand, Stored, has_value, is_open
from qinglian_rules.backends.durable.reasons import UnsupportedError
from qinglian_rules.backends.numbers import COMPARISONS
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.types import BOOL, SLOT, SPAN, ListOf, Maybe, Type

ASPECT_OF_FUNCTION: Final = {"same_month": "M", "same_quarter": "Q", "same_year": "Y"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """The forms of a leaf.

    `members`: of a test for a member of a list, the list and the item; where both are known and no member was found,
    it is false. A list has no test that says so.
    """

    forms: Forms
    members: tuple[n.Node, ...] = ()


def leaf_of(frame: Frame, node: n.Node) -> Leaf:
    """Return when a leaf of a condition is true, false and open.

    Raises:
        UnsupportedError: durable-rules cannot carry it.
    """
    match node:
        case n.Compare():
            return Leaf(compared(node.op, frame.operand(node.left), frame.operand(node.right), node.left.type))
        case n.IsNone():
            return Leaf(_is_none(frame.operand(node.value)))
        case n.In():
            return _in(frame, node)
        case n.Call() if node.name in _CALLS:
            return _CALLS[node.name](frame, node)
        case _:
            return Leaf(_truth(_whole(frame, node)))


def compared(op: n.Order, left: Operand, right: Operand, kind: Type) -> Forms:
    """Return the forms of a comparison.

    Raises:
        UnsupportedError: values of the type have no fixed form.
    """
    if _bare(kind) in {SPAN, SLOT} or isinstance(_bare(kind), ListOf):
        raise UnsupportedError(reasons.NO_FIXED_FORM)
    if op in {"==", "!="}:
        same, other = _equal(left, right), _unequal(left, right)
        unknown = any_of([left.state("s", "u"), right.state("s", "u")])
        return Forms(same, other, unknown) if op == "==" else Forms(other, same, unknown)
    known = [has_value(left), has_value(right)]
    return Forms(
        all_of([*known, _test(left, op, right)]),
        all_of([*known, _test(left, NEGATED[op], right)]),
        is_open(left, right),
    )


def _bare(kind: Type) -> Type:
    return kind.item if isinstance(kind, Maybe) else kind


def _item_type(members: n.Node) -> Type | None:
    kind = _bare(members.type)
    return kind.item if isinstance(kind, ListOf) else None


def same_value(left: Operand, right: Operand) -> Choice:
    """When both are the same value; None is none."""
    return all_of([has_value(left), has_value(right), _test(left, "==", right)])


def _equal(left: Operand, right: Operand) -> Choice:
    return any_of([same_value(left, right), all_of([left.state("s", "n"), right.state("s", "n")])])


def _unequal(left: Operand, right: Operand) -> Choice:
    return any_of(
        [
            all_of([has_value(left), has_value(right), _test(left, "!=", right)]),
            all_of([has_value(left), right.state("s", "n")]),
            all_of([left.state("s", "n"), has_value(right)]),
        ]
    )


def _test(left: Operand, op: n.Order, right: Operand, aspects: tuple[str, str] = ("", "")) -> Choice:
    """Compare two texts; those of values that are not there compare somehow, so the states are asked as well."""
    one, other = left.text(aspects[0]), right.text(aspects[1])
    if isinstance(one, Prop):
        return comparison(one, op, other)
    if isinstance(other, Prop):
        return comparison(other, MIRRORED[op], one)
    # Fixed forms keep the order, so that the texts of constants compare as their values do.
    return (frozenset(),) if COMPARISONS[op](one, other) else ()


def _is_none(operand: Operand) -> Forms:
    return Forms(operand.state("s", "n"), operand.state("k", "1"), operand.state("s", "u"))


def _truth(operand: Operand) -> Forms:
    yes, no = Known(True), Known(False)
    return Forms(
        all_of([has_value(operand), _test(operand, "==", yes)]),
        all_of([has_value(operand), _test(operand, "==", no)]),
        is_open(operand),
    )


def _whole(frame: Frame, node: n.Node) -> Operand:
    """Return where the truth of a function or field stands that is read as one value."""
    try:
        return frame.operand(node)
    except UnsupportedError as error:
        words = isinstance(node, n.Call) and error.reason is reasons.SEVERAL_FACTS
        raise UnsupportedError(reasons.JOINED_WORDS if words else error.reason) from error


def _in(frame: Frame, node: n.In) -> Leaf:
    item = frame.operand(node.item)
    if isinstance(node.members, n.Display):
        each = [compared("==", item, frame.operand(one), node.item.type) for one in node.members.items]
        return Leaf(
            Forms(
                any_of(one.true for one in each),
                all_of(one.false for one in each),
                any_of(one.open for one in each),
            )
        )
    members = frame.operand(node.members)
    if not isinstance(members, Stored) or _item_type(node.members) in {SPAN, SLOT}:
        raise UnsupportedError(reasons.NO_FIXED_FORM)
    found = all_of([has_value(members), has_value(item), _test(_member(members), "==", item)])
    unknown = any_of([is_open(members), item.state("s", "u")])
    return Leaf(Forms(found, members.state("s", "e"), unknown), (node.members, node.item))


def _member(members: Stored) -> Stored:
    """Return a member of a list as an operand: the message about it has the text as its `v`."""
    members.column.is_list = True
    return _Member(members.seat, members.column, "v")


@dataclass(frozen=True, slots=True)
class _Member(Stored):
    """A member of a list, or a part of it."""

    part: str

    def text(self, aspect: str = "") -> Prop:
        return Prop(Element(self.seat, self.column.name), self.part)


def _within(frame: Frame, node: n.Call) -> Leaf:
    moment, window = (frame.operand(argument) for argument in node.arguments)
    if isinstance(_bare(node.arguments[1].type), ListOf):
        return _within_slots(moment, window, node)
    known = [has_value(moment), window.state("k", "1")]
    day = "D"
    inside = [_test(moment, ">=", window, (day, "2")), _test(moment, "<=", window, (day, "3"))]
    outside = [_test(moment, "<", window, (day, "1")), _test(moment, ">", window, (day, "4"))]
    return Leaf(Forms(all_of([*known, *inside]), all_of([*known, any_of(outside)]), is_open(moment, window)))


def _within_slots(moment: Operand, slots: Operand, node: n.Call) -> Leaf:
    if not isinstance(slots, Stored):
        raise UnsupportedError(reasons.NO_FIXED_FORM)
    slots.column.is_list = True
    weekday, start, end = (_Member(slots.seat, slots.column, part) for part in ("w", "a", "b"))
    found = [
        _test(weekday, "==", moment, ("", "W")),
        _test(start, "<=", moment, ("", "T")),
        _test(end, ">", moment, ("", "T")),
    ]
    known = [has_value(moment), has_value(slots)]
    empty = all_of([has_value(moment), slots.state("s", "e")])
    return Leaf(Forms(all_of([*known, *found]), empty, is_open(moment, slots)), node.arguments[::-1])


def _during(frame: Frame, node: n.Call) -> Leaf:
    one, other = (frame.operand(argument) for argument in node.arguments)
    known = [one.state("k", "1"), other.state("k", "1")]
    shared = [_test(one, "<=", other, ("2", "3")), _test(other, "<=", one, ("2", "3"))]
    apart = [_test(one, ">", other, ("1", "4")), _test(other, ">", one, ("1", "4"))]
    return Leaf(Forms(all_of([*known, *shared]), all_of([*known, any_of(apart)]), is_open(one, other)))


def _same(frame: Frame, node: n.Call) -> Leaf:
    one, other = (frame.operand(argument) for argument in node.arguments)
    aspects = (ASPECT_OF_FUNCTION[node.name],) * 2
    known = [has_value(one), has_value(other)]
    return Leaf(
        Forms(
            all_of([*known, _test(one, "==", other, aspects)]),
            all_of([*known, _test(one, "!=", other, aspects)]),
            is_open(one, other),
        )
    )


_CALLS: Final[Mapping[str, Callable[[Frame, Any], Leaf]]] = {
    "within": _within,
    "during": _during,
    "same_month": _same,
    "same_quarter": _same,
    "same_year": _same,
}


def is_leaf(node: n.Node) -> bool:
    """Whether a truth value is a leaf: neither put together from others nor a quantifier."""
    return _bare(node.type) == BOOL and isinstance(node, n.Compare | n.In | n.IsNone | n.Call | n.Field | n.Param)
