"""The generated Python back end: one function for the rules of a fact type, made from the checked nodes.

Its results equal those of the reference back end; what is unknown carries no causes here, and the reference is asked
for them when somebody reads what a decision is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qinglian_rules.backends.python.program import Program
from qinglian_rules.backends.python.session import Session
from qinglian_rules.backends.verdicts import Verdict
from qinglian_rules.backends.world import World
from qinglian_rules.ir.rules import Rule

__all__ = ["Program", "Session", "judge_all"]


def judge_all(world: World, rules: Sequence[Rule]) -> Iterator[Verdict]:
    """Yield the verdicts of rules on all their subjects, in the order of the reference back end."""
    yield from Session(Program(tuple(world.documents.values()), rules), world).judge_all(rules)
