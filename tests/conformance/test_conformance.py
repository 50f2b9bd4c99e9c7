"""Every case of every file, on every back end; and what holds of the files themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest

from qinglian_rules.backends.concluded import Concluded
from qinglian_rules.backends.durable import refused
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.engine import Engine
from tests.conformance.build import facts_of, policy_of
from tests.conformance.format import Case, ExpectedDecision, ExpectedFact, read_cases
from tests.conftest import CARRIED

CASES = tuple(read_cases())
LEAST_CASES = 500
LEAST_CARRIED = 0.95
"""Of the cases, by durable-rules."""
SENTENCES = {
    *("2.1", "2.2", "2.3"),
    *(f"3.{number}" for number in range(1, 11)),
    *(f"4.{number}" for number in range(1, 9)),
    *(f"5.{number}" for number in range(1, 5)),
}
NO_PYTHON = pytest.mark.skipif(
    find_spec("qinglian_rules.backends.python") is None, reason="the generated Python back end is not written yet"
)


def _imports(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True


NO_DURABLE = pytest.mark.skipif(
    not _imports("durable_rules_engine"), reason="durable-rules is not installed, or does not import on this Python"
)

Place = tuple[str, str, str | None]
ENGINES = ["reference", pytest.param("python", marks=NO_PYTHON), pytest.param("durable", marks=NO_DURABLE)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, engine: Engine) -> None:
    if engine == "durable" and (left_out := refused(policy_of(case).rules.values())):
        pytest.skip("; ".join(f"{rule}: {reason.en}" for rule, reason in left_out.items()))
    report = judged(case, engine)
    decisions = {_place(decision): decision for decision in report.decisions}
    wanted = {_wanted_place(case, expected): expected for expected in case.expect}
    if case.exactly:
        assert {_shown(place): decisions[place].status for place in decisions} == {
            _shown(place): wanted[place].status for place in wanted
        }
    for place, expected in wanted.items():
        assert place in decisions, f"no decision {_shown(place)}"
        assert_decided(decisions[place], expected)
    if case.concluded is not None:
        assert_concluded(report.concluded, case.concluded)


def judged(case: Case, engine: Engine) -> Report:
    period = None if case.period is None else (date.fromisoformat(case.period[0]), date.fromisoformat(case.period[1]))
    as_of = date.fromisoformat(case.as_of)
    return policy_of(case).check(facts_of(case), as_of=as_of, period=period, body=case.body, engine=engine)


def assert_decided(decision: Decision, expected: ExpectedDecision) -> None:
    """Compare all that the case asks about, at once, so that a failure shows all of it."""
    found: dict[str, Any] = {"status": decision.status}
    wanted: dict[str, Any] = {"status": expected.status}
    if expected.failed is not None:
        found["failed"], wanted["failed"] = decision.failed, expected.failed
    if expected.missing is not None:
        found["missing"], wanted["missing"] = sorted(decision.missing), sorted(expected.missing)
    if expected.running is not None:
        found["running"], wanted["running"] = decision.running, expected.running
    assert found == wanted


def assert_concluded(found: Iterable[Concluded], wanted: Iterable[ExpectedFact]) -> None:
    expected = {(fact.type, fact.key): fact for fact in wanted}
    lines = {(fact.type, fact.key): fact for fact in found}
    assert {place: fact.certain is True for place, fact in lines.items()} == {
        place: fact.certain for place, fact in expected.items()
    }
    for place, fact in expected.items():
        assert {name: _text(lines[place].values, name) for name in fact.values} == dict(fact.values)


def _text(values: Mapping[str, Any], name: str) -> str:
    """Return a value as cases write it."""
    value = values.get(name)
    if name not in values or isinstance(value, Unknown):
        return "unknown"
    return str(value).lower() if isinstance(value, bool) else "none" if value is None else str(value)


def _place(decision: Decision) -> Place:
    period = decision.period
    return decision.rule.id, decision.subject.id, None if period is None else f"{period.start}..{period.end}"


def _wanted_place(case: Case, expected: ExpectedDecision) -> Place:
    document, _, rule = expected.rule.rpartition("/")
    rule_id = f"{document or case.documents[0]['id']}/1/{rule}"
    return rule_id, expected.subject, None if expected.period is None else "..".join(expected.period)


def _shown(place: Place) -> str:
    return " ".join(part for part in place if part is not None)


def test_durable_rules_carry_nearly_all_cases(record_property: Callable[[str, object], None]) -> None:
    carried = sum(1 for case in CASES if not refused(policy_of(case).rules.values()))
    record_property(f"{CARRIED} (conformance cases)", carried)
    assert carried >= LEAST_CARRIED * len(CASES)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= LEAST_CASES


def test_every_case_asks_for_something_and_cites_a_sentence() -> None:
    asking = [case for case in CASES if case.expect or case.concluded is not None or case.exactly]
    assert [str(case) for case in CASES if case not in asking or case.cites not in SENTENCES] == []


@pytest.mark.parametrize("sentence", sorted(SENTENCES))
def test_every_sentence_has_a_case(sentence: str) -> None:
    assert any(case.cites == sentence for case in CASES)


def test_no_two_cases_of_a_group_share_a_name() -> None:
    names = Counter(str(case) for case in CASES)
    assert [name for name, times in names.items() if times > 1] == []
