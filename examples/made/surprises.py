"""Where judging an example and what is planted in it disagree: for whoever changes a rule or the example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from made.book import Place, Plan
from made.papers import Review
from qinglian_rules.decisions.model import Decision
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact

_FAULTS = {"violated", "undetermined"}


def surprises(policy: Policy, facts: Iterable[Fact], review: Review, plan: Plan) -> Iterator[str]:
    """Yield a line for each decision that is not as planted, each rule without a decision, and the count of each."""
    report = policy.check(facts, as_of=review.as_of, period=review.period)
    shown = {_place(one): one for one in report.decisions if one.overshadowed_by is None}
    every = {_place(one): one for one in report.decisions}
    planted = {one.place: one for one in plan.planted}
    for place, one in planted.items():
        found = (shown if one.status in _FAULTS else every).get(place)
        wrong_names = found is not None and one.status == "violated" and set(found.failed) != set(one.failed)
        if found is None or found.status != one.status or wrong_names:
            yield f"planted {one.status} {one.failed}, found {_said(found)}: {place}"
    for place, found in shown.items():
        if found.status in _FAULTS and place not in planted:
            yield f"not planted: {found.status} {_said(found)}: {place}"
    decided = {one.rule.id for one in report.decisions if one.status != "not_applicable"}
    for document in policy.documents:
        yield from (f"nothing to decide on: {rule.id}" for rule in document.rules if rule.id not in decided)


def _place(decision: Decision) -> Place:
    period = decision.period
    days = None if period is None else (period.start, period.end)
    return decision.rule.id, decision.subject.type, decision.subject.id, days  # type: ignore[return-value]


def _said(decision: Decision | None) -> str:
    if decision is None:
        return "nothing"
    return f"{decision.status} {' '.join((*decision.failed, *decision.missing))}"
