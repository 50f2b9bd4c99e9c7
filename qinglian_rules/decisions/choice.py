"""Which references a remedy may change: those that the rule asks somebody to choose, and records not made yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from qinglian_rules.facts.vocabulary import FieldType, Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.walk import children


def remedies(
    values: Iterable[Any], rule: Rule, path: n.Field, declared: FieldType, present: Any, vocabulary: Vocabulary
) -> tuple[Any, ...]:
    """Return those of `values` that a remedy may give the field at `path`, which holds `present`.

    Of a reference: where the rule is about that very choice, or where a record that is not there is filled in; and
    never none, which only takes away whom or what it is about.
    """
    if declared.type.name != "Ref" or declared.type.target is None:
        return tuple(values)
    missing_record = present is None and vocabulary.types[declared.type.target].dated is not None
    if missing_record or is_choice((condition.node for condition in rule.conditions), path, present):
        return tuple(value for value in values if value is not None)
    return ()


def is_choice(conditions: Iterable[n.Node], path: n.Field, present: Any) -> bool:
    """Whether conditions compare the reference at `path` itself, or ask that there be one where `present` is None.

    A comparison inside a quantifier only finds the facts that belong to the subject.
    """
    for condition in conditions:
        for node in _outside_quantifiers(condition):
            if isinstance(node, n.Compare) and path in {node.left, node.right}:
                return True
            if isinstance(node, n.In) and node.item == path:
                return True
            if present is None and isinstance(node, n.IsNone) and node.value == path:
                return True
    return False


def _outside_quantifiers(node: n.Node) -> Iterator[n.Node]:
    yield node
    if not isinstance(getattr(node, "over", None), n.Comprehension):
        for child in children(node):
            yield from _outside_quantifiers(child)
