"""Facts together with when they are judged: what the strategies over rules give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qinglian_rules.authoring.cases.model import FactName
from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.engine import Engine, Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Rule


@dataclass(frozen=True, slots=True)
class Situation:
    """Facts, `Complete` statements and parameters' values among them, and the day on which they are judged.

    Iterating over it gives the facts, so `policy.check(situation, as_of=situation.as_of)` works.

    Attributes:
        period: the period under review; None: the calendar year up to `as_of`.
        subject: the fact that a rule is to judge, where the situation was made for one.
        beyond: of a situation at the edge of a condition, the one just over it; see `moved`.
        moved: the one field in which `beyond` differs: `RepVisit V-1.start`.
    """

    facts: tuple[Fact, ...]
    as_of: date
    period: DateSpan | None = None
    subject: FactName | None = None
    beyond: Situation | None = None
    moved: str | None = None

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def check(self, policy: Policy, engine: Engine = "reference") -> Report:
        """Judge the facts by every rule of a policy."""
        return policy.check(self.facts, as_of=self.as_of, period=self.period, engine=engine)

    def decision(self, policy: Policy, rule: Rule | str, engine: Engine = "reference") -> Decision:
        """Return what a rule says of the situation's subject.

        Raises:
            LookupError: it says nothing, or says it of several periods.
        """
        name = rule if isinstance(rule, str) else rule.id
        found = [one for one in self.check(policy, engine) if one.rule.id == name and self._is_subject(one)]
        if len(found) != 1:
            raise LookupError(f"{len(found)} decisions of {name} on {self.subject}")
        return found[0]

    def _is_subject(self, decision: Decision) -> bool:
        subject = decision.subject
        return self.subject is None or self.subject == FactName(subject.type, subject.id)
