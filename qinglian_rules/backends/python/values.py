"""Functions that give the values which decided a condition, by path from the subject: what a failure shows.

Only what decided is given: of an `and` that is false its false parts, of an `or` that is true its true ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from qinglian_rules.backends.python.expressions import Expressions, expressions
from qinglian_rules.backends.python.source import FALSE_TEXT, TRUE_TEXT, Code, Function, Source
from qinglian_rules.backends.python.units import WHEN, Surroundings
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.walk import walk


@dataclass(frozen=True, slots=True)
class ValuesUnit:
    """For each condition of a rule, in order, the name of the function that gives the values by which it failed."""

    code: Code
    names: tuple[str, ...]


def values_unit(rule: Rule, surroundings: Surroundings) -> ValuesUnit:
    """Compile what shows the failures of a rule."""
    source = Source()
    failing = rule.form == "forbid"
    names = tuple(_function(source, rule, condition.node, failing, surroundings) for condition in rule.conditions)
    return ValuesUnit(source.compiled(f"values {rule.id}"), names)


def _function(source: Source, rule: Rule, node: n.Node, failing: bool, surroundings: Surroundings) -> str:
    function = Function(parameters=["s", "d", WHEN])
    timed = rule.every is not None or not surroundings.is_dated(rule)
    frame = surroundings.frame(rule, 0, WHEN if timed else None)
    writer = expressions(source, surroundings.vocabulary, frame, function)
    function.body.add("found = {}")
    _gather(writer, node, failing)
    function.body.add("return found")
    return source.add(function, "values")


def _gather(writer: Expressions, node: n.Node, value: bool) -> None:
    """Write what takes the values that made `node` come out as `value`."""
    if isinstance(node, n.Not):
        _gather(writer, node.value, not value)
    elif isinstance(node, n.And | n.Or):
        for item in node.items:
            _gather_part(writer, item, value, decides=isinstance(node, n.Or) is value)
    elif isinstance(node, n.LetRef):
        _gather(writer, writer.frame.lets[node.name], value)
    else:
        _take_paths(writer, node)


def _gather_part(writer: Expressions, item: n.Node, value: bool, *, decides: bool) -> None:
    """Write a part of an `and` or `or`: one that decides alone counts only where it came out as the whole."""
    if not decides:
        _gather(writer, item, value)
        return
    result = writer.named(writer.value(item))
    block = writer.below()
    with writer.within(block):
        _gather(writer, item, value)
    writer.block.nest(f"if {result.text} is {TRUE_TEXT if value else FALSE_TEXT}:", block)


def _take_paths(writer: Expressions, atom: n.Node) -> None:
    paths = _paths(atom, writer.frame.norm.subject.name)
    values = {path: writer.named(writer.value(node)) for path, node in paths.items()}
    for path, value in values.items():
        # A reference that only led to a value is not shown.
        further = [other for name, other in values.items() if name.startswith(f"{path}.")]
        if all(other.guards for other in further):
            tests = [f"{other.text} is M" for other in further]
            tests += [f"{value.text} is not M"] if value.guards else []
            line = f"found[{writer.source.constant(path)}] = {value.text}"
            writer.block.add(f"if {' and '.join(tests)}: {line}" if tests else line)


def _paths(atom: n.Node, subject: str) -> dict[str, n.Field]:
    """Return the fields read by an atom that a path from the subject or a `let` leads to."""
    fields = [(path_of(node, subject), node) for node in walk(atom) if isinstance(node, n.Field)]
    return {path: node for path, node in fields if path is not None}


def path_of(node: n.Node, subject: str) -> str | None:
    """Return the path of a field from the subject or a `let` (`visit.body.province`); None if it starts elsewhere."""
    if isinstance(node, n.LetRef) or (isinstance(node, n.Var) and node.name == subject):
        return node.name
    if isinstance(node, n.Follow):
        return path_of(node.ref, subject)
    if isinstance(node, n.Field):
        start = path_of(node.fact, subject)
        return None if start is None else f"{start}.{node.name}"
    return None
