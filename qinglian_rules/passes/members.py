"""The conditions under `require` and `forbid`: one, several by name, or one for each member of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.ir.nodes import Const, Display
from qinglian_rules.ir.rules import Condition
from qinglian_rules.passes.conditions import Conditions
from qinglian_rules.passes.ranges import is_free_name
from qinglian_rules.passes.reading import read_condition
from qinglian_rules.passes.scope import Scope
from qinglian_rules.syntax.shapes import wrong_shape
from qinglian_rules.syntax.surface import Entry, Mapping, Scalar, Value

MOST_MEMBERS: Final = 200
"""How many members a list may have of which each becomes a condition."""

_FOR: Final = re.compile(r"for\s+(\S+)\s+in\s+(.+)", re.DOTALL)


def read_conditions(value: Value, key: str, scope: Scope, conditions: Conditions) -> tuple[Condition, ...]:
    """Check what stands under `require` or `forbid`; conditions that are wrong are left out."""
    if isinstance(value, Scalar):
        node = conditions.condition(value, scope)
        return () if node is None else (Condition("", node),)
    if not isinstance(value, Mapping):
        conditions.findings.found.append(wrong_shape(key, Mapping, value))
        return ()
    found = [condition for entry in value.entries for condition in _of_entry(entry, scope, conditions)]
    return tuple(found)


def _of_entry(entry: Entry, scope: Scope, conditions: Conditions) -> Iterator[Condition]:
    if not isinstance(entry.value, Scalar):
        conditions.findings.found.append(wrong_shape(entry.key.text, Scalar, entry.value))
    elif entry.key.text.startswith("for "):
        yield from _of_members(entry.key, entry.value, scope, conditions)
    else:
        node = conditions.condition(entry.value, scope)
        if node is not None:
            yield Condition(entry.key.text, node)


def _of_members(key: Scalar, value: Scalar, scope: Scope, conditions: Conditions) -> Iterator[Condition]:
    """Check a condition once for each member, the name standing for it."""
    named = _FOR.fullmatch(key.text)
    members = None if named is None else _members(key.cut(*named.span(2)), conditions)
    if named is None or members is None:
        conditions.findings.report(codes.BAD_MEMBERS, key.span)
        return
    name = named[1]
    if not is_free_name(name, key.place(*named.span(1)), scope, conditions.findings):
        return
    source = read_condition(value, conditions.findings)
    for member in () if source is None else members:
        inner = scope.bind(name, member)._replace(members=scope.members | {name})
        node = None if source is None else conditions.read(source, inner)
        if node is not None:
            yield Condition(str(member.value), node)


def _members(scalar: Scalar, conditions: Conditions) -> tuple[Const, ...] | None:
    """Return the literals of a list written out; None where it is no such list."""
    source = read_condition(scalar, conditions.findings)
    node = None if source is None else conditions.checker(source).check(source.tree, Scope({}))
    if not isinstance(node, Display) or len(node.items) > MOST_MEMBERS:
        return None
    members = tuple(item for item in node.items if isinstance(item, Const) and item.value is not None)
    return members if members and len(members) == len(node.items) else None


def report_same_names(found: tuple[Condition, ...], value: Value, conditions: Conditions) -> None:
    """Report two conditions of one name: a decision would not say which of them failed."""
    names = [normalize("NFKC", condition.name) for condition in found]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        conditions.findings.report(codes.SAME_NAME, value.span, name=name)
