"""Small changes of a condition, each of a kind that an author could make by mistake; one change at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Literal

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.types import BOOL, DATE, DATETIME, DURATION, Enum, Maybe
from qinglian_rules.ir.walk import parts_of

Change = Literal["negated", "moved", "boundary", "dropped", "swapped", "member", "shifted"]
CHANGES_ZH: Final[Mapping[Change, str]] = {
    "negated": "取反",
    "moved": "移动数值",
    "boundary": "改动边界",
    "dropped": "去掉一个条件",
    "swapped": "换用另一种运算",
    "member": "换成另一个词",
    "shifted": "移动一天",
}
DAY: Final = timedelta(days=1)
_EDGES: Final[Mapping[n.Order, n.Order]] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_ANSWERS: Final = (n.Compare, n.In, n.IsNone, n.Exists, n.All, n.Judged, n.Call, n.Field)
"""The conditions that hold or not by themselves; the others are put together of these, and change with them."""
_OPPOSITES: Final[Mapping[str, str]] = {"earlier": "later", "later": "earlier"}


@dataclass(frozen=True, slots=True)
class Variant:
    """A changed condition: what was changed, from what into what (None: left out), and the whole after it."""

    change: Change
    before: n.Node
    after: n.Node | None
    whole: n.Node


def variants(root: n.Node) -> Iterator[Variant]:
    """Yield `root` with every small change anywhere in it."""
    for change, after in _of_node(root):
        yield Variant(change, root, after, after)
    if isinstance(root, n.And | n.Or):
        yield from _without_one(root)
    for name in parts_of(root):
        part = getattr(root, name)
        for found, changed in _of_part(part):
            yield replace(found, whole=replace(root, **{name: changed}))


def _of_part(part: Any) -> Iterator[tuple[Variant, Any]]:
    """Yield the variants of a node, of a tuple of nodes or of a comprehension, each with the part after it."""
    if isinstance(part, n.Comprehension):
        for found in variants(part.condition):
            yield found, replace(part, condition=found.whole)
        if isinstance(part.source, n.Node):
            for found in variants(part.source):
                yield found, replace(part, source=found.whole)
    elif isinstance(part, tuple):
        for number, item in enumerate(part):
            for found in variants(item):
                yield found, (*part[:number], found.whole, *part[number + 1 :])
    else:
        for found in variants(part):
            yield found, found.whole


def _of_node(node: n.Node) -> Iterator[tuple[Change, n.Node]]:
    if isinstance(node, _ANSWERS) and node.type == BOOL:
        yield "negated", n.Not(node, type=BOOL, span=node.span)
    if isinstance(node, n.Not):
        yield "negated", node.value
    elif isinstance(node, n.Compare):
        yield from _of_compare(node)
    elif isinstance(node, n.And | n.Or):
        other = n.Or if isinstance(node, n.And) else n.And
        yield "swapped", other(node.items, type=BOOL, span=node.span)
    elif isinstance(node, n.Display):
        yield from _of_display(node)
    elif isinstance(node, n.Const):
        yield from _moved(node)
    elif isinstance(node, n.Call) and node.name in _OPPOSITES:
        yield "swapped", replace(node, name=_OPPOSITES[node.name])


def _of_compare(node: n.Compare) -> Iterator[tuple[Change, n.Node]]:
    if node.op in _EDGES:
        yield "boundary", replace(node, op=_EDGES[node.op])
    left, right = _reworded(node.left, node.right), _reworded(node.right, node.left)
    if left is not None:
        yield "member", replace(node, left=left)
    if right is not None:
        yield "member", replace(node, right=right)


def _reworded(operand: n.Node, other: n.Node) -> n.Const | None:
    """Return another word in place of a written one, of the type that it is compared with."""
    if not isinstance(operand, n.Const) or not isinstance(operand.value, str):
        return None
    return _other_word(operand, other, {operand.value})


def _without_one(node: n.And | n.Or) -> Iterator[Variant]:
    for number, item in enumerate(node.items):
        rest = (*node.items[:number], *node.items[number + 1 :])
        yield Variant("dropped", item, None, rest[0] if len(rest) == 1 else replace(node, items=rest))


def _of_display(node: n.Display) -> Iterator[tuple[Change, n.Node]]:
    words = {item.value for item in node.items if isinstance(item, n.Const) and isinstance(item.value, str)}
    for number, item in enumerate(node.items):
        if not isinstance(item, n.Const) or not isinstance(item.value, str):
            continue
        word = _other_word(item, item, words)
        replaced = () if word is None else (word,)
        items = (*node.items[:number], *replaced, *node.items[number + 1 :])
        if items:
            yield "member", replace(node, items=items)


def _other_word(node: n.Const, typed: n.Node, used: set[Any]) -> n.Const | None:
    """Return a word of the same enum that is not used, or another text; None where all words are used."""
    for one in (node.type, typed.type):
        kind = one.item if isinstance(one, Maybe) else one
        if isinstance(kind, Enum):
            word = next((word for word in kind.words if word not in used), None)
            return None if word is None else replace(node, value=word)
    return replace(node, value=f"另{node.value}")


def _moved(node: n.Const) -> Iterator[tuple[Change, n.Node]]:
    """Yield a number, day or duration one step to either side."""
    step = _step(node.value)
    if step is not None:
        change: Change = "shifted" if isinstance(node.value, date | timedelta) else "moved"
        value: Any = node.value
        yield change, replace(node, value=value + step)
        yield change, replace(node, value=value - step)


def _step(value: n.Plain) -> Any:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return 1
    if isinstance(value, Decimal | Fraction):
        return type(value)(1) / 100
    if isinstance(value, date):
        return DAY
    if isinstance(value, timedelta):
        return timedelta(minutes=1) if value % DAY else DAY
    return None


def shifted(moment: n.Node) -> Iterator[Variant]:
    """Yield a day or moment a day later and a day earlier."""
    if moment.type in (DATE, DATETIME):
        day = n.Const(DAY, type=DURATION)
        for sign in (1, -1):
            after = n.Shift(moment, day, sign, type=moment.type, span=moment.span)
            yield Variant("shifted", moment, after, after)
