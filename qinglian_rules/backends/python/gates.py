"""The hot path: one fact in, what is wrong with it out, against facts that do not change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from time import time
from typing import Any, NamedTuple

from qinglian_rules.backends.python.entangled import is_entangled
from qinglian_rules.backends.python.ruling import NOT_APPLICABLE, VIOLATED
from qinglian_rules.backends.python.session import Session
from qinglian_rules.backends.python.values import values_unit
from qinglian_rules.backends.python.verdict import LazyVerdict, failed_names
from qinglian_rules.backends.python.whens import When
from qinglian_rules.backends.verdicts import STATUS, STATUS_BITS
from qinglian_rules.backends.world import World
from qinglian_rules.facts.base import Fact
from qinglian_rules.ir.rules import Rule

Finding = tuple[int, int, When | None]
"""The number of a rule, its code, and the occasion's time if the fact does not give it."""

Judge = Callable[[Fact], "Outcome"]
Shown = tuple[str, int, Callable[..., Mapping[str, Any]]]
"""The name of a condition, its bit in a code, and the function that gives the values by which it failed."""


class Failure(NamedTuple):
    """A condition that failed: its rule, its name, and the values that decided it, by path from the subject."""

    rule: Rule
    name: str
    values: Mapping[str, Any]


class Outcome:
    """What a gate found about one fact. Texts and values are made when somebody reads them.

    `findings` holds what is not in order; None where the fact is dated after the day of judgement: nobody sees it yet.
    `gate` is the gate of its type; `made` keeps what has been made of it.
    """

    __slots__ = ("fact", "findings", "gate", "made")

    fact: Fact
    findings: tuple[Finding, ...] | None
    gate: TypeGate
    made: Any

    @property
    def compliant(self) -> bool:
        """Whether every rule that applies holds. False where something is open or to come, or the fact is not seen."""
        return self.findings == ()

    @property
    def failed(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the failed conditions by the id of the rule that is violated."""
        return {rule.id: failed_names(rule, code) for rule, code, _, _ in self._violated()}

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The failed conditions with the values that decided them."""
        found: list[Failure] = []
        fact = self.fact
        row = fact.__dict__
        for rule, code, when, number in self._violated():
            for name, bit, values in self.gate.shows(number):
                if code & bit:
                    found.append(Failure(rule, name, values(fact, row, when)))
        return tuple(found)

    def _violated(self) -> Iterator[tuple[Rule, int, When | None, int]]:
        for number, code, when in self.findings or ():
            if code & STATUS == VIOLATED:
                yield self.gate.rules[number], code, when, number


@dataclass
class Watch:
    """The rules of some documents at work on facts that do not change.

    Args:
        session: the facts that may be looked up, with what follows from them.
        overlaid: gives the session in which a fact is among the others.
        complete: gives a fact what it lacks, such as its body; None where facts are taken as they are.
        outcome: the class of what a gate returns.
        target: the type of the facts that come in.
    """

    session: Session
    overlaid: Callable[[Fact], Session]
    complete: Callable[[Fact], Fact] | None
    outcome: type[Outcome]
    target: str
    judges: dict[type[Fact], Judge] = field(default_factory=dict)

    def judge_of(self, model: type[Fact]) -> Judge:
        """Return the function that judges facts of one concrete type.

        Raises:
            TypeError: facts of that type are not what the gate is for.
        """
        if model not in self.judges:
            types = self.session.program.surroundings.vocabulary.types
            if model.__name__ not in types[self.target].subtypes:
                raise TypeError(f"this gate takes facts of type {self.target}, not {model.__name__}")
            self.judges[model] = TypeGate(self, model).judge
        return self.judges[model]

    def judge(self, fact: Fact) -> Outcome:
        """Judge a fact by the gate of its own type."""
        return self.judge_of(type(fact))(fact)


class TypeGate:
    """The gate of one concrete type."""

    def __init__(self, watch: Watch, model: type[Fact]) -> None:
        self.watch = watch
        self.model = model
        program, target = watch.session.program, model.__name__
        self.unit = program.gate(target, fills_body=watch.complete is not None)
        self.rules = (*self.unit.together, *self.unit.alone)
        surroundings = program.surroundings
        self.entangled = is_entangled(target, self.rules, surroundings.documents, surroundings.vocabulary)
        self._generated = None if self.entangled else self._bound(watch.session)
        self._shown: dict[int, tuple[Shown, ...]] = {}

    @property
    def judge(self) -> Judge:
        """The function that judges a fact: generated code, unless the rules may look up the very fact."""
        if self._generated is not None:
            return self._generated

        def judge(fact: Fact) -> Outcome:
            return self._judged_among_others(fact)

        return judge

    def _bound(self, session: Session) -> Judge:
        names = {
            "TYPE": self.model,
            "OTHER": self._other,
            "LATER": self._later,
            "OCCASIONS": lambda fact, row: self._occasions(session, fact, row),
            "NEW": object.__new__,
            "RESULT": self.watch.outcome,
            "GATE": self,
        }
        judge: Judge = session.runtime.bind(self.unit.code, names)["gate"]
        return judge

    def _judged_among_others(self, fact: Fact) -> Outcome:
        if type(fact) is not self.model:
            return self._other(fact)
        completed = self._completed(fact)
        return self._bound(self.watch.overlaid(completed))(completed)

    def _completed(self, fact: Fact) -> Fact:
        return fact if self.watch.complete is None else self.watch.complete(fact)

    def _other(self, fact: Fact) -> Outcome:
        """Judge a fact of another type, or one that lacks its body."""
        if self._generated is not None and type(fact) is self.model:
            return self._generated(self._completed(fact))
        return self.watch.judge_of(type(fact))(fact)

    def _later(self, fact: Fact) -> Outcome:
        outcome = self.watch.outcome()
        outcome.fact, outcome.findings, outcome.gate, outcome.made = fact, None, self, None
        return outcome

    def _occasions(self, session: Session, fact: Fact, row: dict[str, Any]) -> tuple[Finding, ...]:
        """Judge a fact by the rules that judge it in periods, or once and for all."""
        return tuple(
            (number, verdict.code, verdict.when)
            for number, rule in enumerate(self.unit.alone, len(self.unit.together))
            for verdict in session.judge_on_occasions(rule, fact, row)
            if verdict.code & STATUS > NOT_APPLICABLE
        )

    def shows(self, number: int) -> tuple[Shown, ...]:
        """Return what shows the failures of a rule, condition by condition."""
        if number not in self._shown:
            rule = self.rules[number]
            unit = values_unit(rule, self.watch.session.program.surroundings)
            bound = self.watch.session.runtime.bind(unit.code)
            self._shown[number] = tuple(
                (condition.name, 1 << STATUS_BITS + index, bound[name])
                for index, (condition, name) in enumerate(zip(rule.conditions, unit.names, strict=True))
            )
        return self._shown[number]

    def verdicts(self, fact: Fact) -> tuple[World, Sequence[LazyVerdict]]:
        """Return the verdicts of all rules on a fact, of whatever status, and the world in which it is judged."""
        fact = self._completed(fact)
        session = self.watch.overlaid(fact)
        return session.world, session.judge_fact(fact)


def daily(make: Callable[[date], Judge]) -> Judge:
    """Return a gate that judges as of today, and is made anew when the day ends."""
    judge, until = make(date.today()), _midnight()

    def judge_today(fact: Fact) -> Outcome:
        nonlocal judge, until
        if time() >= until:
            judge, until = make(date.today()), _midnight()
        return judge(fact)

    return judge_today


def _midnight() -> float:
    return datetime.combine(date.today() + timedelta(days=1), datetime.min.time()).timestamp()


__all__ = ["Failure", "Judge", "Outcome", "TypeGate", "Watch", "daily"]
