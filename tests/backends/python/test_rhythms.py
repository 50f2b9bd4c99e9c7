"""A rhythm that a hospital has not set: whether the rule applies is unknown, whatever else is known."""

from __future__ import annotations

from datetime import date

import pytest

from qinglian_rules.engine import Engine, Policy
from qinglian_rules.facts.engine import ParameterValue
from qinglian_rules.facts.people import Hospital
from tests.backends.python import test_invented
from tests.backends.python.test_conformance_worlds import told
from tests.backends.python.test_invented import checked

RULES = {
    "a requirement due at the end of the period": "kind: obligation\nrequire: body.city is not None\n",
    "a requirement with a due of its own": "kind: obligation\nrequire: body.city is not None\ndue: date(2022, 2, 1)\n",
    "a prohibition": "kind: prohibition\nforbid: body.city is None\n",
}
HOSPITAL = Hospital(id="H-1", province="广西", city=None)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@pytest.mark.parametrize("day", [date(2022, 3, 10), date(2024, 3, 10)])
def test_an_unset_rhythm_leaves_it_undetermined(rule: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    metadata = test_invented.METADATA + "  cycle: {title: 周期, type: Rhythm, why: 样例}\n"
    monkeypatch.setattr(test_invented, "METADATA", metadata)
    document = checked(f"id: r\neach: body in Hospital\nevery: params.cycle\n{rule}")
    assert document is not None
    policy = Policy((document,))
    for facts in ([HOSPITAL], [HOSPITAL, ParameterValue(parameter="cycle", value="year")]):
        engines: tuple[Engine, Engine] = ("reference", "python")
        reports = [policy.check(facts, as_of=day, engine=one) for one in engines]
        assert told(reports[0]) == told(reports[1])
    unset = policy.check([HOSPITAL], as_of=date(2022, 3, 10))
    assert [decision.status for decision in unset.decisions] == ["undetermined"]
    result = policy.gate(Hospital, as_of=date(2022, 3, 10))(HOSPITAL)
    assert [decision.status for decision in result.decisions] == ["undetermined"]
    assert not result.compliant
