"""What names stand for at a place in a condition, and what is known there not to be None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from qinglian_rules.ir.functions import FUNCTIONS, QUANTIFIERS
from qinglian_rules.ir.nodes import Node

CONTEXT_NAMES: Final = ("period", "due", "now", "document", "params")
RESERVED: Final = frozenset({*CONTEXT_NAMES, *FUNCTIONS, *QUANTIFIERS})
"""Words that no subject, `let` or comprehension may be called."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Why a name of the language stands for nothing here, in both languages."""

    zh: str
    en: str


class Scope(NamedTuple):
    """A place in a condition.

    Attributes:
        names: what each name stands for; None where its own error is reported already.
        present: nodes known not to be None here.
        compares: whether a comparison stands around, so that a quotient may.
        depth: how many quantifiers stand around.
        combinations: how many members the lists written out in these quantifiers have together.
        members: names that stand for a constant in turn (`for k in […]`).
    """

    names: Mapping[str, Node | Absent | None]
    present: frozenset[Node] = frozenset()
    compares: bool = False
    depth: int = 0
    combinations: int = 1
    members: frozenset[str] = frozenset()

    def bind(self, name: str, value: Node | Absent | None) -> Scope:
        """Return this scope with one more name."""
        return self._replace(names={**self.names, name: value})

    def knowing(self, present: frozenset[Node]) -> Scope:
        """Return this scope, in which more is known not to be None."""
        return self._replace(present=self.present | present) if present else self

    def comparing(self, compares: bool) -> Scope:
        """Return this scope, inside of a comparison or out of one."""
        if self.compares is compares:
            return self
        return Scope(self.names, self.present, compares, self.depth, self.combinations, self.members)

    def deeper(self, members: int = 1) -> Scope:
        """Return this scope inside one more quantifier, over a list of `members` written out or over anything else."""
        return self._replace(depth=self.depth + 1, combinations=self.combinations * members)
