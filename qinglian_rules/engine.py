"""A policy as its users hold it: load, check, gate."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from pydantic import MISSING

from qinglian_rules.backends.conclusions import Conflict, conclude
from qinglian_rules.backends.judging import judge_all
from qinglian_rules.backends.verdicts import Batch, Verdict, batch_of
from qinglian_rules.backends.world import Setting, World
from qinglian_rules.calendars import Calendar
from qinglian_rules.decisions.found import Found
from qinglian_rules.decisions.model import Report
from qinglian_rules.diagnostics import Diagnostic, FactsError
from qinglian_rules.diagnostics.catalogue.facts import CLASHING_FACTS, DERIVED_FACT
from qinglian_rules.documents import Topics
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import TOPICS, Vocabulary
from qinglian_rules.ir.rules import Document, Rule
from qinglian_rules.passes import strata

if TYPE_CHECKING:
    from qinglian_rules.backends.python import Program
    from qinglian_rules.backends.python.gates import Outcome, Watch
    from qinglian_rules.decisions.gate import Gate

Engine = Literal["reference", "python", "durable"]
Judge = Callable[[World, tuple[Rule, ...]], Iterator[Verdict]]
"""A back end: the verdicts of rules on all their subjects."""


@dataclass(frozen=True)
class Policy:
    """Documents that are judged together.

    Args:
        documents: checked documents, in the order in which their decisions are reported.
        named: those that the caller asked for by name: they reach whom a body's record does not exclude (LANGUAGE 4.4).
        diagnostics: what loading had to say: warnings, and errors of blocks that were left out.
        reference: reference data that come with the documents, as facts.
        topics: the subject matters of records and the names by which records may call them.
        folders: where the documents were loaded from, by id; those made in Python have none.
    """

    documents: tuple[Document, ...]
    named: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
    reference: tuple[Fact, ...] = ()
    topics: Topics = field(default_factory=Topics, compare=False)
    folders: Mapping[str, Path] = field(default_factory=dict, compare=False)

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """All rules by id, in the order of the texts."""
        return {rule.id: rule for document in self.documents for rule in document.rules}

    @cached_property
    def strata(self) -> tuple[str, ...]:
        """The derived types in an order in which they can be computed."""
        return strata(self.documents)

    def check(
        self,
        facts: Iterable[Fact] | FactBase,
        *,
        as_of: date | None = None,
        period: DateSpan | tuple[date, date] | None = None,
        body: str | None = None,
        calendar: Calendar | None = None,
        engine: Engine = "python",
    ) -> Report:
        """Judge facts by every rule.

        Args:
            facts: facts in any order, `Complete` statements and `ParameterValue`s among them.
            as_of: the day of judgement, today if not given; later facts are not seen.
            period: the period under review; the calendar year of `as_of` up to `as_of` if not given.
            body: the key of the body to which facts belong that name none.
            calendar: working days, instead of the bundled tables.
            engine: the generated Python back end, the reference that defines the meaning, or durable-rules; they agree.

        Raises:
            FactsError: facts of a derived type were handed over (QL3xx).
            PolicyError: durable-rules cannot carry a rule, or is not there (QL73x).
        """
        with without_collecting():
            base, diagnostics = prepared(facts, body, self.reference)
            base = with_canonical_topics(base, self.topics)
            world = World(self.documents, base, setting(as_of, period, self.named), calendar)
            conflicts, batches = self._judged(world, engine)
            return Report(Found(batches, world), world, engine, conflicts, diagnostics)

    def gate(
        self,
        fact_type: type[Fact],
        known: Iterable[Fact] | FactBase = (),
        *,
        as_of: date | None = None,
        body: str | None = None,
        calendar: Calendar | None = None,
    ) -> Gate:
        """Return a function that judges one fact of a type as `check` does among `known` facts.

        It costs about a microsecond for a fact that is in order, whatever other rules there are. Where the rules may
        look up the fact itself, or what follows from it, each call takes in all known facts anew.

        Args:
            fact_type: the type of the facts that will come in.
            known: what may be looked up: bodies, bookings, parameters, statements of completeness.
            as_of: the day of judgement; if not given, the day on which a fact comes in.
            body: the key of the body to which facts belong that name none.
            calendar: working days, instead of the bundled tables.

        Raises:
            FactsError: facts of a derived type were handed over (QL3xx).
            TypeError: facts of the type follow from others and are never handed over.
        """
        from qinglian_rules.backends.python.gates import daily

        if fact_type.fact_derived:
            raise TypeError(f"{fact_type.__name__} follows from other facts and is never handed over")
        base, diagnostics = prepared(known, body, self.reference)
        base = with_canonical_topics(base, self.topics)

        def made(day: date) -> Callable[[Fact], Outcome]:
            watch = self._watch(fact_type, base, setting(day, None, self.named), body, calendar)
            if fact_type.fact_abstract or TOPICS in fact_type.model_fields:
                return lambda fact: watch.judge(_with_canonical_topics(fact, self.topics))
            return watch.judge_of(fact_type)

        judge = cast("Gate", made(as_of) if as_of is not None else daily(made))
        judge.diagnostics = diagnostics
        return judge

    def _watch(
        self, fact_type: type[Fact], base: FactBase, when: Setting, body: str | None, calendar: Calendar | None
    ) -> Watch:
        from qinglian_rules.backends.python import Session
        from qinglian_rules.backends.python.gates import Watch
        from qinglian_rules.decisions.gate import GateResult

        def session(facts: FactBase) -> Session:
            found = Session(self._program, World(self.documents, facts, when, calendar))
            found.conclude(self.strata)
            return found

        return Watch(
            session(base),
            lambda fact: session(base.overlaid([fact])),
            None if body is None else lambda fact: _with_body(fact, body),
            GateResult,
            fact_type.__name__,
        )

    @cached_property
    def _program(self) -> Program:
        from qinglian_rules.backends.python import Program

        return Program(self.documents)

    def _judged(self, world: World, engine: Engine) -> tuple[tuple[Conflict, ...], Iterable[Batch]]:
        """Conclude what follows from the facts of a world, and judge it."""
        rules = tuple(self.rules.values())
        if engine == "python":
            from qinglian_rules.backends.python import Session

            session = Session(self._program, world)
            return session.conclude(self.strata), session.batches(rules)
        return conclude(world, self.strata), [batch_of(judge_of(engine)(world, rules))]


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage among objects of which nearly all live as long as what is being made.

    It would look through all of them again and again, which takes a third of the time of loading, a quarter of judging.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            # Counted as old, or the next allocation would look through all that was made.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def setting(
    as_of: date | None, period: DateSpan | tuple[date, date] | None, named: frozenset[str] = frozenset()
) -> Setting:
    """Return the day of judgement and the period under review, by their defaults where not given.

    Raises:
        ValueError: the period lacks a day or ends before it starts.
    """
    day = as_of if as_of is not None else date.today()
    if period is None:
        return Setting(day, DateSpan(start=date(day.year, 1, 1), end=day), review_given=False, named=named)
    span = period if isinstance(period, DateSpan) else DateSpan(start=period[0], end=period[1])
    if not isinstance(span.start, date) or not isinstance(span.end, date):
        raise ValueError("a period under review has both days")
    return Setting(day, span, review_given=True, named=named)


def prepared(
    facts: Iterable[Fact] | FactBase, body: str | None, reference: Sequence[Fact] = ()
) -> tuple[FactBase, tuple[Diagnostic, ...]]:
    """Return facts as a fact base, those without a body given `body`, and what is wrong with them.

    `reference` facts come with the documents; a fact handed over with the same key goes before.

    Raises:
        FactsError: facts of a derived type were handed over.
    """
    base = facts if isinstance(facts, FactBase) else FactBase(facts)
    clashing = base.clashes
    if body is not None:
        base = FactBase((_with_body(fact, body) for fact in base), incomplete=base.spoiled)
    if reference:
        base = base.overlaid(fact for fact in reference if base.get(type(fact).__name__, fact.key) is None)
    types = Vocabulary.current().types
    derived = sorted(name for name in base.types if types[name].derived)
    if derived:
        raise FactsError(tuple(Diagnostic(DERIVED_FACT, args={"type": name}) for name in derived))
    clashes = tuple(
        Diagnostic(CLASHING_FACTS, args={"type": type(fact).__name__, "key": fact.key}) for fact in clashing
    )
    return base, clashes


def with_canonical_topics(base: FactBase, topics: Topics) -> FactBase:
    """Return the facts with their topics called by the canonical names, as rules call them."""
    known = Vocabulary.current().types
    types = [name for name in base.types if TOPICS in known[name].fields]
    facts = (fact for name in types for fact in base.of(name))
    renamed = [new for fact in facts if (new := _with_canonical_topics(fact, topics)) is not fact]
    return base.overlaid(renamed) if renamed else base


def _with_canonical_topics(fact: Fact, topics: Topics) -> Fact:
    words = getattr(fact, TOPICS, None)
    if not isinstance(words, tuple):
        return fact
    canonical = tuple(topics.canonical(word) or word for word in words)
    return fact if canonical == words else fact.model_copy(update={TOPICS: canonical})


def _with_body(fact: Fact, body: str | None) -> Fact:
    name = type(fact).fact_body
    if body is None or name is None or name == "id" or getattr(fact, name) is not MISSING:
        return fact
    return fact.model_copy(update={name: body})


def judge_of(engine: Engine) -> Judge:
    """Return the back end of that name."""
    if engine == "reference":
        return judge_all
    if engine == "durable":
        from qinglian_rules.backends.durable import judge_all as judge_in_engine

        return judge_in_engine
    from qinglian_rules.backends.python import judge_all as judge_compiled

    return judge_compiled
