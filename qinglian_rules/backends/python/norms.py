"""What the compiler knows of a norm before it reads its conditions, and where its time comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qinglian_rules.backends.force import Force
from qinglian_rules.facts.vocabulary import FactType
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition, Rule
from qinglian_rules.ir.walk import walk

Norm = Rule | Definition


@dataclass(frozen=True, slots=True)
class Frame:
    """A norm made ready for the compiler.

    Attributes:
        number: tells it from the other norms of its function.
        when: the name of the `When` that holds its time (period, day judged, force); None for a dated subject without a
            rhythm, whose time is read from the fact.
        uses: how often each `let` is named in the norm.
    """

    norm: Norm
    number: int
    subject: FactType
    force: Force
    when: str | None
    lets: Mapping[str, n.Node]
    uses: Mapping[str, int]

    @property
    def rhythm_may_be_unknown(self) -> bool:
        """Whether a parameter holds the rhythm."""
        return self.norm.every is not None and self.norm.every.param is not None

    @property
    def due(self) -> n.Node | None:
        """When it may still be met, as written."""
        return self.norm.due if isinstance(self.norm, Rule) else None

    @property
    def ends_with_period(self) -> bool:
        """Whether it is due at the period's end without saying so."""
        norm = self.norm
        return isinstance(norm, Rule) and norm.due is None and norm.every is not None and norm.form != "forbid"


def roots(norm: Norm) -> tuple[n.Node, ...]:
    """Return all expressions of a norm but its `let`s."""
    if isinstance(norm, Definition):
        return (norm.when, *(node for _, node in norm.values))
    due = () if norm.due is None else (norm.due,)
    return (norm.when, *(condition.node for condition in norm.conditions), *due)


def let_uses(norm: Norm) -> Mapping[str, int]:
    """Return how often each `let` is named in a norm."""
    nodes: Iterable[n.Node] = (*roots(norm), *(let.node for let in norm.lets))
    return Counter(node.name for root in nodes for node in walk(root) if isinstance(node, n.LetRef))
