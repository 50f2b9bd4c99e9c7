"""Assertions that explain themselves when they fail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qinglian_rules.backends.verdicts import Status
from qinglian_rules.decisions.model import Decision
from qinglian_rules.diagnostics import Lang
from qinglian_rules.engine import Engine, Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Rule
from qinglian_rules.testing.situation import Situation


def assert_status(  # noqa: PLR0913 - it takes what `Policy.check` takes
    policy: Policy,
    facts: Iterable[Fact] | Situation,
    rule: Rule | str,
    status: Status,
    *,
    as_of: date | None = None,
    period: DateSpan | tuple[date, date] | None = None,
    subject: str | None = None,
    engine: Engine = "reference",
    lang: Lang = "zh",
) -> Decision:
    """Judge facts, and return the one decision of a rule if it has that status.

    Args:
        facts: facts, or a situation, which brings its `as_of`, `period` and subject.
        subject: the key of the fact that is judged, where there are several.

    Raises:
        AssertionError: the status is another one, or there is not exactly one decision. The message explains the
            decision as a report would: the words of the document, the values read, what is missing.
    """
    __tracebackhide__ = True
    if isinstance(facts, Situation):
        as_of, period = as_of or facts.as_of, period or facts.period
        subject = subject or (None if facts.subject is None else facts.subject.key)
    name = rule if isinstance(rule, str) else rule.id
    report = policy.check(facts, as_of=as_of, period=period, engine=engine)
    found = [one for one in report if one.rule.id == name and subject in (None, one.subject.id)]
    if len(found) != 1:
        raise AssertionError(_not_one(name, found, policy))
    if found[0].status != status:
        raise AssertionError(f"{name}: expected {status}, got {found[0].status}\n\n{found[0].explain(lang)}")
    return found[0]


def _not_one(name: str, found: list[Decision], policy: Policy) -> str:
    if name not in policy.rules:
        return f"the policy has no rule {name}"
    if not found:
        return f"{name} says nothing: no subject was handed over, or it lies outside the period under review"
    lines = [f"  {one.id}: {one.status}" for one in found]
    return "\n".join([f"{name} says {len(found)} things; name a subject, or a period of one rhythm:", *lines])
