"""What a condition costs, known before it runs."""

from __future__ import annotations

from qinglian_rules.ir.nodes import Comprehension, FactsOf, Node
from qinglian_rules.ir.walk import children


def cost(node: Node) -> int:
    """Return the degree of a condition: how many quantifiers over facts stand in each other at its deepest place.

    With `n` facts it takes at most in the order of `n ** cost(node)` steps. A `let` name costs nothing where it is
    used: it is evaluated once, and its own expression has its own cost.
    """
    over = getattr(node, "over", None)
    own = 1 if isinstance(over, Comprehension) and isinstance(over.source, FactsOf) else 0
    return own + max((cost(child) for child in children(node)), default=0)
