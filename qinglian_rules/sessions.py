"""Sessions that live long: facts are asserted and retracted one by one, and judged whenever somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Self

from qinglian_rules.backends.conclusions import conclude
from qinglian_rules.backends.durable import Durable
from qinglian_rules.backends.durable.judging import WARM
from qinglian_rules.backends.verdicts import batch_of
from qinglian_rules.backends.world import World
from qinglian_rules.calendars import Calendar
from qinglian_rules.decisions.found import Found
from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.diagnostics import Diagnostic, FactsError, Text
from qinglian_rules.diagnostics.catalogue.facts import DERIVED_FACT
from qinglian_rules.engine import Policy, prepared, setting, with_canonical_topics
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import DateSpan

__all__ = ["Session"]


class Session:
    """Facts kept in durable-rules, which matches what is new or changed; a report says what `check` would say of them.

    Use it as a context manager, or `close` it: the engine's memory is not Python's.

    Args:
        policy: the documents to judge by.
        as_of: the day of judgement; if not given, the day on which a report is asked for.
        period: the period under review; the calendar year of the day of judgement up to it if not given.
        body: the key of the body to which facts belong that name none.
        calendar: working days, instead of the bundled tables.
        leave_out: whether rules that durable-rules cannot carry are left out, and listed in `left_out`.
        warm: how many shards stay in the engine; those that are let go are filled again when something changes.

    Raises:
        PolicyError: a rule cannot be carried and may not be left out (QL733), or durable-rules is not there (QL731).
    """

    def __init__(
        self,
        policy: Policy,
        *,
        as_of: date | None = None,
        period: DateSpan | tuple[date, date] | None = None,
        body: str | None = None,
        calendar: Calendar | None = None,
        leave_out: bool = False,
        warm: int = WARM,
    ) -> None:
        self._policy = policy
        self._as_of = as_of
        self._period = period
        self._body = body
        self._calendar = calendar
        self._facts: dict[tuple[str, str], Fact] = {}
        self._durable = Durable(policy.rules.values(), leave_out=leave_out, warm=warm)

    @property
    def left_out(self) -> Mapping[str, Text]:
        """The rules that are not judged, by id, each with the reason."""
        return self._durable.left_out

    def assert_fact(self, fact: Fact) -> None:
        """Add a fact; one of its type and key that is there is replaced.

        Raises:
            FactsError: the fact is of a derived type.
        """
        self.assert_many([fact])

    def assert_many(self, facts: Iterable[Fact]) -> None:
        """Add facts; of those of one type and key the last one stands.

        Raises:
            FactsError: a fact is of a derived type; then none is added.
        """
        new = list(facts)
        derived = sorted({type(fact).__name__ for fact in new if type(fact).fact_derived})
        if derived:
            raise FactsError(tuple(Diagnostic(DERIVED_FACT, args={"type": name}) for name in derived))
        self._facts |= {(type(fact).__name__, fact.key): fact for fact in new}

    def retract_fact(self, fact: Fact) -> bool:
        """Take out the fact of that type and key; return whether there was one."""
        return self._facts.pop((type(fact).__name__, fact.key), None) is not None

    def report(self) -> Report:
        """Judge the facts that are there.

        Raises:
            FactsError: a number is beyond what the engine compares exactly (QL732).
        """
        policy = self._policy
        base, diagnostics = prepared(self._facts.values(), self._body, policy.reference)
        base = with_canonical_topics(base, policy.topics)
        world = World(policy.documents, base, setting(self._as_of, self._period, policy.named), self._calendar)
        conflicts = conclude(world, policy.strata)
        found = Found([batch_of(self._durable.judge_all(world))], world)
        return Report(found, world, "durable", conflicts, diagnostics)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions on all facts that are there, in the order of the rules."""
        return self.report().decisions

    def __len__(self) -> int:
        return len(self._facts)

    def close(self) -> None:
        """Free all that the engine holds; the facts stay, and another report fills it again."""
        self._durable.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
