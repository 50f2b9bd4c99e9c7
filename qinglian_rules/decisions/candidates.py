"""Values worth trying for a field: those at which one of the rule's conditions turns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from qinglian_rules.backends import operations
from qinglian_rules.backends.kleene import UNCOMPUTABLE, Unknown
from qinglian_rules.backends.reference import Evaluator
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.facts.vocabulary import FieldType
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.walk import walk

_STEP = {int: 1, date: timedelta(days=1), datetime: timedelta(minutes=1)}
SOMETHING = "…"
"""Stands for whatever a text field may hold."""
_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def candidates(rule: Rule, evaluator: Evaluator, path: n.Field, declared: FieldType) -> tuple[Any, ...]:
    """Return values for the field at `path` at which a condition of `rule` may change, the likeliest first."""
    found: list[Any] = []
    for root in _roots(rule):
        for node in walk(root):
            found.extend(_turning(node, path, evaluator))
    if declared.type.name == "Bool":
        found.extend([True, False])
    if declared.type.name == "Enum":
        found.extend(declared.type.words)
    if declared.nullable:
        found.extend([None, *_something(declared, evaluator.world.setting.as_of)])
    if declared.type.name == "Ref" and declared.type.target is not None:
        found.extend(fact.key for fact in evaluator.world.seen(declared.type.target)[:3])
    return tuple(_distinct(value for value in found if _fits(value, declared)))


def _something(declared: FieldType, as_of: date) -> Iterator[Any]:
    """A value that says no more than that there is one."""
    if declared.type.name == "Str":
        yield SOMETHING
    elif declared.type.name == "Date":
        yield as_of
    elif declared.type.name == "DateTime":
        yield datetime.combine(as_of, time())


def _roots(rule: Rule) -> Iterator[n.Node]:
    yield from (condition.node for condition in rule.conditions)
    yield rule.when
    yield from (let.node for let in rule.lets)
    if rule.due is not None:
        yield rule.due


def _turning(node: n.Node, path: n.Field, evaluator: Evaluator) -> Iterator[Any]:
    if isinstance(node, n.Compare):
        yield from _of_compare(node, path, evaluator)
    elif isinstance(node, n.In) and node.item == path:
        members = _value(node.members, evaluator)
        yield from members[:5] if isinstance(members, tuple) else ()
    elif isinstance(node, n.Call) and node.name == "within" and node.arguments[0] == path:
        yield from _inside(_value(node.arguments[1], evaluator), _value(path, evaluator))


def _value(node: n.Node, evaluator: Evaluator) -> Any:
    """Return the value of a node; unknown where it speaks of members of a quantifier, of which none is at hand."""
    names = {part.name for part in walk(node) if isinstance(part, n.Var | n.ItemVar)}
    ranges = [getattr(part, "over", None) for part in walk(node)]
    bound = {over.name for over in ranges if isinstance(over, n.Comprehension)}
    return evaluator.settled(node) if names - bound <= set(evaluator.scope.variables) else UNCOMPUTABLE


def _of_compare(node: n.Compare, path: n.Field, evaluator: Evaluator) -> Iterator[Any]:
    for side, other, op in ((node.left, node.right, node.op), (node.right, node.left, _MIRROR[node.op])):
        inner = side.value if isinstance(side, n.DateOf) else side
        value = _value(other, evaluator)
        if value is None or isinstance(value, Unknown):
            continue
        if inner == path:
            yield from _around(op, value) if inner is side else map(_at_midnight, _around(op, value))
        elif isinstance(side, n.Elapsed) and isinstance(value, timedelta) and side.left == path:
            start = _value(side.right, evaluator)
            if isinstance(start, date):
                yield operations.shift(start, value, 1)


def _around(op: str, value: Any) -> Iterator[Any]:
    """The value itself and the nearest on either side of it, the one that satisfies `op` first."""
    step = _STEP.get(type(value))
    if step is None or op in {"==", "<=", ">="}:
        yield value
    if step is not None:
        nearest = (value - step, value + step) if op in {"<", "<="} else (value + step, value - step)
        yield from nearest
    if step is not None and op not in {"==", "<=", ">="}:
        yield value


def _at_midnight(day: Any) -> Any:
    """The first moment of a day: a moment is compared with a day by its date."""
    return datetime.combine(day, time()) if isinstance(day, date) else day


def _inside(window: Any, moment: Any) -> Iterator[Any]:
    """Moments inside a period or in a weekly slot of the same week."""
    if isinstance(window, DateSpan) and isinstance(window.start, date):
        yield window.start
        yield datetime.combine(window.start, time())
    if isinstance(window, tuple) and isinstance(moment, datetime):
        for slot in window:
            if isinstance(slot, WeeklySlot):
                day = moment.date() + timedelta(days=slot.weekday - moment.isoweekday())
                yield datetime.combine(day, slot.start)


def _distinct(values: Iterator[Any]) -> Iterator[Any]:
    seen: list[Any] = []
    for value in values:
        if not any(type(value) is type(old) and value == old for old in seen):
            seen.append(value)
            yield value


_KINDS: dict[str, tuple[type, ...]] = {
    "Bool": (bool,),
    "Int": (int,),
    "Str": (str,),
    "Enum": (str,),
    "Ref": (str,),
    "Date": (date,),
    "DateTime": (datetime,),
    "Duration": (timedelta,),
    "Time": (time,),
}


def _fits(value: Any, declared: FieldType) -> bool:
    if value is None:
        return declared.nullable
    kind = declared.type.name
    if kind == "Enum":
        return value in declared.type.words
    if kind in _KINDS:
        return any(type(value) is exact for exact in _KINDS[kind])
    return not isinstance(value, str | bool)
