"""Rules written out: without `let`s, every quantifier with a variable of its own name."""

from __future__ import annotations

from dataclasses import replace

from qinglian_rules.backends.durable.operands import QUANTIFIERS
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.walk import rewrite


def written_out(rule: Rule) -> Rule:
    """Return a rule without `let`s in its conditions; the key of a followed fact is the reference itself."""
    lets: dict[str, n.Node] = {}

    def change(node: n.Node) -> n.Node:
        if isinstance(node, n.LetRef):
            return lets[node.name]
        return node.fact.ref if isinstance(node, n.KeyOf) and isinstance(node.fact, n.Follow) else node

    renamed = _Renaming()
    for let in rule.lets:
        lets[let.name] = renamed.of(rewrite(let.node, change))
    conditions = tuple(
        replace(condition, node=renamed.of(rewrite(condition.node, change))) for condition in rule.conditions
    )
    return replace(rule, when=renamed.of(rewrite(rule.when, change)), conditions=conditions)


class _Renaming:
    """Gives every quantifier of a rule a variable of its own name."""

    def __init__(self) -> None:
        self._count = 0

    def of(self, root: n.Node) -> n.Node:
        return rewrite(root, self._change)

    def _change(self, node: n.Node) -> n.Node:
        if not isinstance(node, QUANTIFIERS):
            return node
        self._count += 1
        old, new = node.over.name, f"{node.over.name}#{self._count}"

        def change(inner: n.Node) -> n.Node:
            return replace(inner, name=new) if isinstance(inner, n.Var | n.ItemVar) and inner.name == old else inner

        inside = rewrite(node, change)
        assert isinstance(inside, QUANTIFIERS)
        return replace(inside, over=replace(inside.over, name=new))
