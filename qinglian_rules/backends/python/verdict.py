"""Verdicts of generated code: a number each; names and what is missing are looked up when somebody reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import AnyFact
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.occasions import Occasion
from qinglian_rules.backends.python.ruling import UNDETERMINED, VIOLATED
from qinglian_rules.backends.python.whens import When
from qinglian_rules.backends.verdicts import NUMBERED, STATUS, STATUS_BITS, Status, Verdict
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Definition, Rule

Look = Callable[[Rule, Occasion], Verdict]
"""Judges again in the reference back end, which knows why something is unknown."""


class LazyVerdict(Verdict):
    """A verdict of which only the number is stored.

    Args:
        running: whether the period has not ended.
        look: judges again in the reference back end.
    """

    __slots__ = ("_code", "_fact", "_look", "_missing", "_rule", "_running", "_when")

    # A frozen dataclass sets its fields by a detour; nobody but `__init__` sets these.
    __setattr__ = object.__setattr__

    def __init__(self, rule: Rule, fact: AnyFact, code: int, when: When | None, running: bool, look: Look) -> None:
        self._rule = rule
        self._fact = fact
        self._code = code
        self._when = when
        self._running = running
        self._look = look
        self._missing: tuple[str, ...] | None = None if code & STATUS == UNDETERMINED else ()

    @property
    def code(self) -> int:
        """The status, and above `STATUS_BITS` the conditions that failed."""
        return self._code

    @property
    def when(self) -> When | None:
        """The time of the occasion, where the subject does not give it."""
        return self._when

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self._rule

    @property
    def occasion(self) -> Occasion:
        """The subject, and the period or day judged."""
        when = self._when
        if when is None:
            return Occasion(self.rule, self._fact)
        if when.span is not None:
            return Occasion(self.rule, self._fact, when.span)
        return Occasion(self.rule, self._fact, day=when.day, rhythm=unknown_rhythm(self.rule, when))

    @property
    def fact(self) -> AnyFact:
        """The subject."""
        return self._fact

    @property
    def period(self) -> DateSpan | None:
        """The period judged, if the rule has a rhythm."""
        return None if self._when is None else self._when.span

    @property
    def status(self) -> Status:
        """The status."""
        return NUMBERED[self._code & STATUS]

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the conditions that failed, of a violation."""
        if self._code & STATUS != VIOLATED:
            return ()
        return failed_names(self.rule, self._code)

    @property
    def missing(self) -> tuple[str, ...]:
        """What an undetermined verdict hangs on."""
        if self._missing is None:
            self._missing = self._look(self.rule, self.occasion).missing
        return self._missing

    @property
    def running(self) -> bool:
        """Whether it is compliant so far, in a period that has not ended."""
        return self._running and self.status == "compliant"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Verdict) and _parts(self) == _parts(other)

    def __hash__(self) -> int:
        return hash((self.rule.id, self._fact.key, self._code))

    def __repr__(self) -> str:
        return f"LazyVerdict({self.rule.id!r}, {self._fact.key!r}, {self.period!r}, {self.status!r}, {self.failed!r})"


def failed_names(rule: Rule, code: int) -> tuple[str, ...]:
    """Return the names of the conditions whose bits are set in a code."""
    bits = code >> STATUS_BITS
    return tuple(
        condition.name for index, condition in enumerate(rule.conditions) if bits >> index & 1 and condition.name
    )


def unknown_rhythm(norm: Rule | Definition, when: When) -> Unknown | None:
    """Return what an unknown rhythm hangs on; None where it is known."""
    if when.rhythm is not MISSING or norm.every is None or norm.every.param is None:
        return None
    return Unknown(frozenset({f"params.{norm.every.param.rpartition('/')[2]}"}))


def _parts(verdict: Verdict) -> tuple[Any, ...]:
    return verdict.rule, verdict.occasion, verdict.status, verdict.failed, verdict.missing, verdict.running
