"""On every world of the conformance cases the generated code says all that the reference says of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from qinglian_rules.decisions.model import Report
from qinglian_rules.engine import Engine
from tests.conformance.build import facts_of, policy_of
from tests.conformance.format import Case, read_cases

CASES = tuple(read_cases())
SHIFTS = (timedelta(0), timedelta(days=-45), timedelta(days=400))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_are_equal(case: Case) -> None:
    policy, facts = policy_of(case), facts_of(case)
    period = None if case.period is None else (date.fromisoformat(case.period[0]), date.fromisoformat(case.period[1]))
    for shift in SHIFTS:
        as_of = date.fromisoformat(case.as_of) + shift

        def report(engine: Engine, day: date = as_of) -> Report:
            return policy.check(facts, as_of=day, period=period, body=case.body, engine=engine)

        assert told(report("python")) == told(report("reference"))


def told(report: Report) -> list[object]:
    decisions = [(d.id, d.status, d.failed, d.missing, d.running) for d in report.decisions]
    concluded = [(fact, fact.origins) for fact in report.concluded]
    return [decisions, concluded, report.conflicts]
