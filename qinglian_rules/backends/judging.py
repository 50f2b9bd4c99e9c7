"""The reference judgement of a rule: who, when, whether it applies, holds, is due; and so the status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.concluded import Absent, AnyFact, Concluded, dated, read
from qinglian_rules.backends.findings import rule_finding
from qinglian_rules.backends.force import Force
from qinglian_rules.backends.kleene import Bounds, Unknown, both, compare_bounds, dates_of, either, negate, settle
from qinglian_rules.backends.occasions import (
    Norm,
    Occasion,
    body_of,
    earlier_periods,
    in_force,
    is_dated,
    norm_force,
    occasions_of,
    rhythm_of,
    touched,
)
from qinglian_rules.backends.periods import first_day, last_day
from qinglian_rules.backends.reference import Evaluator, Scope
from qinglian_rules.backends.spans import BoundedSpan, SpanBounds
from qinglian_rules.backends.verdicts import Verdict, missing_of, status_of
from qinglian_rules.backends.world import World
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.values import LAST_DAY, DateSpan
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Rule

DAY = timedelta(days=1)


def judge_all(world: World, rules: Iterator[Rule] | tuple[Rule, ...]) -> Iterator[Verdict]:
    """Yield the verdicts of rules on all their subjects, within the period under review."""
    for rule in rules:
        for fact in world.seen(rule.subject.target):
            yield from judge_subject(world, rule, fact)


def judge_subject(world: World, rule: Rule, fact: AnyFact) -> Iterator[Verdict]:
    """Yield the verdicts of a rule on one subject: one, or one a period."""
    for occasion in occasions_judged(world, rule, fact):
        yield judge(world, rule, occasion)


def occasions_judged(world: World, rule: Rule, fact: AnyFact) -> Iterator[Occasion]:
    """Yield the occasions on which a rule is judged on one subject within the period under review."""
    yield from occasions_of(world, rule, fact, one_off_due(world, rule, fact))
    if not world.setting.review_given:
        yield from _earlier(world, rule, fact)


def _earlier(world: World, rule: Rule, fact: AnyFact) -> Iterator[Occasion]:
    """Yield those in periods before the default review of which the day after the due lies in it."""
    rhythm = rhythm_of(world, rule, fact)
    if rhythm is None or isinstance(rhythm, Unknown) or (rule.form == "forbid" and rule.due is None):
        return
    low, high = world.setting.review_days
    for period in earlier_periods(world, rule, rhythm):
        if is_dated(world, rule) and not touched(world, fact, first_day(period), last_day(period)):
            continue
        due = due_day(world, Occasion(rule, fact, period))
        if isinstance(due, date) and due + DAY < low:
            return
        if isinstance(due, date) and due + DAY <= high:
            yield Occasion(rule, fact, period)


def judge(world: World, rule: Rule, occasion: Occasion) -> Verdict:
    """Return the verdict of a rule on one occasion."""
    return verdict_of(rule, Case.of(world, rule, occasion))


def verdict_of(rule: Rule, case: Case, among: Iterable[Judgement] | None = None) -> Verdict:
    """Return the verdict of a rule on an occasion that is made ready, whoever evaluates its conditions.

    Args:
        among: the findings that may be about it; all that are seen if not given.
    """
    world, occasion = case.world, case.occasion
    applies = case.applies()
    if applies is False:
        return Verdict(rule, occasion, "not_applicable")
    if rule.judgement is not None:
        holds: Any = rule_finding(world, rule.id, rule.judgement, occasion.fact, occasion.period, among)
        failed: tuple[str, ...] = ()
    else:
        holds, failed = case.holds()
    past = case.past_due()
    status = status_of(
        permission=rule.kind == "permission",
        applies=applies,
        holds=holds,
        past_due=past,
        has_due=case.due is not None,
        denied=rule.judgement is not None and holds is False,
    )
    return Verdict(
        rule,
        occasion,
        status,
        failed=failed if status == "violated" else (),
        missing=missing_of(applies, holds, past) if status == "undetermined" else (),
        running=status == "compliant" and _runs(world, occasion),
    )


def due_day(world: World, occasion: Occasion) -> date | Unknown | None:
    """Return the last day on which a rule may still be met; None where it has no due."""
    rule = occasion.norm
    if not isinstance(rule, Rule):
        return None
    due = Case.of(world, rule, occasion).due
    return due.date() if isinstance(due, datetime) else due


def one_off_due(world: World, rule: Rule, fact: AnyFact) -> Any:
    """Return the due of a rule on a body without a rhythm that depends on no subject; None for other rules."""
    if rule.every is not None or rule.due is None or is_dated(world, rule) or not depends_on_none(rule, rule.due):
        return None
    return Case.of(world, rule, Occasion(rule, fact, day=world.setting.as_of)).due


def depends_on_none(rule: Rule, node: Any) -> bool:
    """Whether an expression of a rule has one value whatever the subject and the period."""
    if isinstance(node, n.Var):
        return False
    if isinstance(node, n.Context):
        return node.name == "document"
    if isinstance(node, n.LetRef):
        return all(depends_on_none(rule, let.node) for let in rule.lets if let.name == node.name)
    names = getattr(type(node), "__dataclass_fields__", {})
    children = [getattr(node, name) for name in names]
    parts = [part for child in children for part in (child if isinstance(child, tuple) else (child,))]
    return all(depends_on_none(rule, part) for part in parts if isinstance(part, n.Node | n.Comprehension))


def _runs(world: World, occasion: Occasion) -> bool:
    return occasion.period is not None and world.setting.as_of <= last_day(occasion.period)


@dataclass(frozen=True, slots=True)
class Case:
    """One occasion made ready to be evaluated: its evaluator and its due.

    `due_bounds`: between which days the due lies, where that is all that is known of it; `due` is unknown then.
    """

    world: World
    norm: Norm
    occasion: Occasion
    evaluator: Evaluator
    due: date | datetime | Unknown | None
    due_bounds: Bounds | None = None

    @classmethod
    def of(cls, world: World, norm: Norm, occasion: Occasion) -> Case:
        """Set up the scope of an occasion: context, parameters' day, due."""
        scope = _scope(world, norm, occasion)
        evaluator = Evaluator(world, scope)
        due = _due(norm, occasion, evaluator)
        if due is not None:
            context = {**scope.context, "due": due}
            scope = Scope(scope.body, scope.parameter_day, scope.lets, context, scope.variables)
            evaluator = Evaluator(world, scope)
        return cls(world, norm, occasion, evaluator, settle(due), due if isinstance(due, Bounds) else None)

    def applies(self) -> Any:
        """Reach and force and `when`, and the truth of a derived subject (LANGUAGE 4.5)."""
        occasion = self.occasion
        certain = occasion.fact.certain if isinstance(occasion.fact, Concluded) else True
        known = both(
            [
                certain,
                reaches(self.world, self.norm.document, self.evaluator.scope.body),
                in_force(self.world, occasion),
            ]
        )
        if known is False:
            return False
        return both([known, occasion.rhythm or True, self.evaluator.value(self.norm.when)])

    def holds(self) -> tuple[Any, tuple[str, ...]]:
        """Whether the requirement holds, and the names of the conditions that fail."""
        rule = self.norm
        if not isinstance(rule, Rule):
            raise TypeError("a definition requires nothing")
        values = [(condition.name, self.evaluator.value(condition.node)) for condition in rule.conditions]
        if rule.form == "forbid":
            values = [(name, negate(value)) for name, value in values]
        failed = tuple(name for name, value in values if value is False and name)
        return both([value for _, value in values]), failed

    def past_due(self) -> Any:
        """Whether the due is past; True where there is none."""
        as_of = self.world.setting.as_of
        if self.due is None:
            return True
        if self.due_bounds is not None:
            return compare_bounds(">", as_of, dates_of(self.due_bounds))
        if isinstance(self.due, Unknown):
            return self.due
        day = self.due.date() if isinstance(self.due, datetime) else self.due
        return as_of > day


def _due(norm: Norm, occasion: Occasion, evaluator: Evaluator) -> Any:
    if not isinstance(norm, Rule):
        return None
    if norm.due is not None:
        due = evaluator.value(norm.due)
        if isinstance(due, Bounds) and due.maybe_none:
            return Unknown(due.causes)
        return Unknown() if due is None else due
    if occasion.period is not None and norm.form != "forbid":
        return last_day(occasion.period)
    return occasion.rhythm


def _scope(world: World, norm: Norm, occasion: Occasion) -> Scope:
    return Scope(
        body=body_of(occasion.fact),
        parameter_day=_parameter_day(occasion),
        lets={let.name: let.node for let in norm.lets},
        context={
            "now": _now(world, occasion),
            "period": occasion.period if occasion.period is not None else occasion.rhythm,
            "document": span_of_force(norm_force(world, norm)),
        },
        variables={norm.subject.name: occasion.fact},
    )


def _parameter_day(occasion: Occasion) -> date | Unknown:
    """The fact's date, a span's start, a period's end, or the day judged (LANGUAGE 4.2)."""
    if occasion.period is not None:
        return last_day(occasion.period)
    if occasion.day is not None:
        return occasion.day
    day = dated(occasion.fact)
    if isinstance(day, DateSpan):
        return day.start if isinstance(day.start, date) else Unknown()
    return day if isinstance(day, date) else Unknown()


def _now(world: World, occasion: Occasion) -> date:
    """The earlier of the period's end and the day on which we judge."""
    if occasion.period is not None:
        return min(world.setting.as_of, last_day(occasion.period))
    return min(world.setting.as_of, occasion.day) if occasion.day is not None else world.setting.as_of


def span_of_force(force: Force) -> DateSpan:
    """Return the days of force; a day that the text does not give is known by its bounds, and no last day is None.

    What was superseded before it began has no days: none is known.
    """
    start, end = force.start, force.end
    if end.latest < start.earliest:
        return DateSpan()
    first = start.latest if start.earliest == start.latest else MISSING
    last = None if end.earliest == LAST_DAY else end.latest if end.earliest == end.latest else MISSING
    if first is not MISSING and last is not MISSING:
        return DateSpan(start=first, end=last)
    bounds = SpanBounds(start.earliest, start.latest, end.earliest, end.latest)
    return BoundedSpan(start=first, end=last, bounds=bounds, causes=force.unknown.causes)


def reaches(world: World, document_id: str, body: str | Unknown | None) -> Any:
    """Whether a document reaches a body: by its `reach`, or since the body adopted it (LANGUAGE 4.4)."""
    document = world.documents[document_id]
    fact: AnyFact | Absent
    if isinstance(body, str):
        fact = world.find("Body", body) or Absent("Body")
    else:
        fact = Absent("Body", body.causes if isinstance(body, Unknown) else frozenset())
    scope = Scope(body, Unknown(), {}, {}, {"body": fact})
    by_text = Evaluator(world, scope).value(document.reach)
    adopted = read(fact, "adopts")
    by_adoption = document_id in adopted if isinstance(adopted, tuple) else by_text
    result = either([by_text, by_adoption])
    named = document_id in world.setting.named
    return True if named and isinstance(result, Unknown) else result
