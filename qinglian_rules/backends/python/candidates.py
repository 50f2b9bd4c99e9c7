"""The facts that a quantifier may match, found by the indexes of generated code, for the reference back end.

The reference looks at every fact. A fact whose key differs from what the condition wants matches neither for certain
nor perhaps, and nothing hangs on it, so leaving it out changes no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import AnyFact
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.python.keys import Split, split
from qinglian_rules.backends.python.rows import Rows
from qinglian_rules.backends.world import World
from qinglian_rules.ir import nodes as n


class Candidates:
    """Narrows down what a quantifier ranges over."""

    def __init__(self, world: World, rows: Rows) -> None:
        self._world = world
        self._rows = rows
        self._splits: dict[int, tuple[n.Comprehension, Split]] = {}

    def __call__(self, over: n.Comprehension, target: str, value: Callable[[n.Node], Any]) -> Sequence[AnyFact]:
        """Return the seen facts of `target` that `over` may match, in their order, and maybe others."""
        found = self._split(over)
        if not found.paths:
            return self._world.seen(target)
        probe = tuple(_probe(value(node)) for node in found.probes)
        index = self._rows.index(target, found.paths, False, True)
        facts = self._rows.facts_by_row(target)
        runs = index[probe[0] if len(probe) == 1 else probe]
        return [facts[id(row)] for _, rows in runs for row in rows]

    def _split(self, over: n.Comprehension) -> Split:
        # By identity, since equal comprehensions of two rules may name different `let`s; kept, so that it stays unique.
        if id(over) not in self._splits:
            self._splits[id(over)] = (over, split(over, {}))
        return self._splits[id(over)][1]


def _probe(value: Any) -> Any:
    return MISSING if isinstance(value, Unknown) else value
