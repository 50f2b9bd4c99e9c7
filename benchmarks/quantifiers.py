"""`count`, `exists` and `share` over facts: the time for a fact must not grow with the number of facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from benchmarks.documents import policy_of
from benchmarks.measuring import Result, seconds
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.training import Attendance, TrainingSession

SIZES = (1_000, 10_000, 100_000)
A_SESSION = 20
AS_OF = date(2024, 12, 31)
FIRST = date(2024, 1, 1)
RULES = {
    "count": "each: session in TrainingSession\n"
    "require: count(a for a in Attendance if a.session == session and a.attended) >= 19",
    "exists": "each: session in TrainingSession\n"
    "require: exists(a for a in Attendance if a.session == session and a.held == session.held and not a.attended)",
    "share": "each: session in TrainingSession\n"
    "require: share(a.attended for a in Attendance if a.session == session) is not None"
    " and share(a.attended for a in Attendance if a.session == session) >= percent(95)",
    "share of the group of each": "each: one in Attendance\n"
    "require: share(a.attended for a in Attendance if a.session == one.session) is not None"
    " and share(a.attended for a in Attendance if a.session == one.session) >= percent(95)",
}


def measured() -> Iterator[Result]:
    """Yield the time for each fact when all subjects are judged once, by the number of facts."""
    for name, rule in RULES.items():
        policy = policy_of([f"id: measured\nkind: obligation\n{rule}"])
        each: list[float] = []
        for size in SIZES:
            facts = FactBase(_facts(size))
            _judged(policy, facts)
            each.append(seconds(partial(_judged, policy, facts)) / size * 1e6)
            yield Result(f"{name}, {size:,} facts: for each", each[-1], "µs")
        yield Result(f"{name}, {SIZES[-1]:,} facts to {SIZES[0]:,}: for each", each[-1] / each[0], "ratio", 2.0)


def _judged(policy: Policy, facts: FactBase) -> None:
    report = policy.check(facts, as_of=AS_OF)
    assert {decision.status for decision in report.decisions} == {"compliant", "violated"}


def _facts(size: int) -> Iterator[Fact]:
    yield Hospital(id="H-1", province="广西")
    yield Complete(type="Attendance", start=None, end=AS_OF)
    for number in range(size // A_SESSION):
        held = FIRST + timedelta(days=number % 360)
        yield TrainingSession(id=f"S-{number}", body="H-1", held=held)
        for place in range(A_SESSION):
            key, attended = f"S-{number}-{place}", place >= number % 3
            yield Attendance(id=key, body="H-1", session=f"S-{number}", held=held, attended=attended)
