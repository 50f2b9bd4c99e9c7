"""What a gate says about one fact: at once whether all is in order, and when asked, the decisions."""

from __future__ import annotations

from typing import Protocol

from qinglian_rules.backends.python.gates import Failure, Outcome
from qinglian_rules.backends.verdicts import Status
from qinglian_rules.decisions.model import Decision
from qinglian_rules.decisions.shown import overshadow
from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.facts.base import Fact


class GateResult(Outcome):
    """What a gate found about one fact: `compliant`, `failed` and `failures` at once, decisions when they are read."""

    __slots__ = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions of all rules on the fact, of whatever status, in the order of the texts."""
        if self.made is None:
            self.made = () if self.findings is None else self._decided()
        decisions: tuple[Decision, ...] = self.made
        return decisions

    def _decided(self) -> tuple[Decision, ...]:
        world, verdicts = self.gate.verdicts(self.fact)
        return overshadow(Decision(verdict, world) for verdict in verdicts)

    def of(self, status: Status) -> tuple[Decision, ...]:
        """Return the decisions of a status; of one fault that a special and a general norm find, the special one."""
        return tuple(
            decision for decision in self.decisions if decision.status == status and decision.overshadowed_by is None
        )

    @property
    def violated(self) -> tuple[Decision, ...]:
        """What is violated."""
        return self.of("violated")

    @property
    def undetermined(self) -> tuple[Decision, ...]:
        """What cannot be decided on what is known."""
        return self.of("undetermined")

    @property
    def pending(self) -> tuple[Decision, ...]:
        """What is not done and not yet due."""
        return self.of("pending")


class Gate(Protocol):
    """A function that judges one fact against facts that are known.

    `diagnostics`: what is wrong with the facts that were handed over to be looked up.
    """

    diagnostics: tuple[Diagnostic, ...]

    def __call__(self, fact: Fact, /) -> GateResult:
        """Judge one fact."""


__all__ = ["Failure", "Gate", "GateResult"]
