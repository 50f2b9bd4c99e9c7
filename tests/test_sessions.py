"""A session says at any time what a check of the facts that are there would say."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import MISSING

from qinglian_rules.diagnostics import FactsError, PolicyError
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, Judgement, ParameterValue
from tests.conformance.build import policy_of
from tests.conformance.format import Case
from tests.conformance.types import Event, Mark, Slip, Thing, Worker

pytest.importorskip(
    "durable_rules_engine", reason="durable-rules is not installed, or does not import here", exc_type=ImportError
)

from qinglian_rules.sessions import Session

DAY = date(2023, 6, 1)
RULES = """id: limit
each: x in Thing
when: x.other is None or x.other.flag
require:
  few: count(y for y in Slip if y.body == x.body and y.on is not None and y.on >= x.on) <= params.limit
  named: x.text in x.tags or x.worker.level == "高"
---
id: found
each: x in Thing
judgement: {by: 院纪委, basis: 检查}
---
id: mentored
each: w in Worker
forbid:
  low: w.mentor is not None and w.mentor.level == "低" and judged(w, "是否回避")
  mutual: w.mentor is not None and exists(y for y in Worker if y.mentor == w)
"""
NESTED = (
    "id: nested\neach: x in Thing\nrequire: exists(y for y in Slip if exists(z for z in Stay if z.body == y.body))\n"
)


def policy(rules: str = RULES) -> Policy:
    document = {"id": "d1", "in_force": {"from": "2021-01-01"}, "reach": "True", "rank": "province", "rules": rules}
    return policy_of(Case("", "", "", "2023-12-31", (document,), {}, params={"limit": {"type": "Int"}}))


def told(report: Any) -> dict[str, Any]:
    return {one.id: (one.status, one.failed, one.missing, one.running) for one in report}


def thing(key: str, **fields: Any) -> Thing:
    return Thing(**{"id": key, "body": "H-1", "on": date(2023, 1, 2), "other": None, **fields})


def test_what_is_asserted_is_judged() -> None:
    with Session(policy(), as_of=DAY) as session:
        session.assert_many([thing("T-1", text="a", tags=("a",)), ParameterValue(parameter="limit", value="1")])
        assert told(session.report()) == told(policy().check(
            [thing("T-1", text="a", tags=("a",)), ParameterValue(parameter="limit", value="1")], as_of=DAY
        ))  # fmt: skip
        assert [one.status for one in session.decisions()] == ["undetermined", "undetermined"]


def test_a_fact_asserted_again_replaces_the_first() -> None:
    with Session(policy(), as_of=DAY) as session:
        session.assert_many([
            ParameterValue(parameter="limit", value="1"),
            Complete(type="Slip", end=DAY),
            thing("T-1", text="a", tags=("b",), worker="W-1"),
            Worker(id="W-1", body="H-1", level="中"),
        ])  # fmt: skip
        first, _, *_ = session.decisions()
        assert (first.status, first.failed) == ("violated", ("named",))
        session.assert_fact(Worker(id="W-1", body="H-1", level="高"))
        assert len(session) == 4
        assert session.decisions()[0].status == "compliant"


def test_what_is_retracted_counts_no_more() -> None:
    with Session(policy(), as_of=DAY) as session:
        slips = [Slip(id=f"S-{one}", body="H-1", on=date(2023, 2, 1)) for one in range(2)]
        session.assert_many([
            ParameterValue(parameter="limit", value="1"), Complete(type="Slip", end=DAY),
            thing("T-1", text="a", tags=("a",)), *slips,
        ])  # fmt: skip
        assert session.decisions()[0].failed == ("few",)
        assert session.retract_fact(slips[1])
        assert session.decisions()[0].status == "compliant"
        assert not session.retract_fact(slips[1])
        assert session.retract_fact(thing("T-1"))
        assert session.decisions() == ()


def test_a_finding_decides_until_it_is_retracted() -> None:
    with Session(policy(), as_of=DAY) as session:
        finding = Judgement(id="J-1", about="d1/1/found", subject="T-1", office="院纪委", finding="符合", date=DAY)
        session.assert_many([thing("T-1"), finding])
        assert told(session.report())["d1/1/found@Thing:T-1"][0] == "compliant"
        session.retract_fact(finding)
        assert told(session.report())["d1/1/found@Thing:T-1"][0] == "undetermined"


def test_facts_of_derived_types_are_refused_and_nothing_is_added() -> None:
    with Session(policy(), as_of=DAY) as session, pytest.raises(FactsError):
        session.assert_many([thing("T-1"), Mark(thing="T-1")])
    assert len(session) == 0


def test_a_policy_with_a_rule_that_cannot_be_carried_is_refused_before_anything_runs() -> None:
    with pytest.raises(PolicyError) as caught:
        Session(policy(f"{RULES}---\n{NESTED}"))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code.id == "QL733"
    assert "d1/1/nested" in diagnostic.message("zh")
    assert "quantifier within a quantifier" in diagnostic.message("en")


def test_rules_that_cannot_be_carried_are_left_out_where_the_caller_says_so() -> None:
    with Session(policy(f"{RULES}---\n{NESTED}"), as_of=DAY, leave_out=True) as session:
        assert list(session.left_out) == ["d1/1/nested"]
        session.assert_fact(thing("T-1"))
        assert {one.rule.id for one in session.decisions()} == {"d1/1/limit", "d1/1/found"}


def test_a_session_without_a_day_judges_on_the_day_of_asking() -> None:
    with Session(policy()) as session:
        session.assert_many([thing("T-1"), thing("T-2", on=date.today() + timedelta(days=1))])
        assert {one.subject.id for one in session.decisions()} == {"T-1"}


def test_a_closed_session_can_be_asked_again() -> None:
    session = Session(policy(), as_of=DAY)
    session.assert_fact(thing("T-1"))
    before = told(session.report())
    session.close()
    assert told(session.report()) == before
    session.close()


GUIDE = Path(__file__).parents[1] / "docs" / "guides" / "sessions.md"


def test_the_examples_of_the_guide_run(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"^```py\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, GUIDE.name, "exec", dont_inherit=True), names)
    assert "定点" in capsys.readouterr().out


MAYBE = st.sampled_from([None, "W-1", "W-2"])
FACTS = st.one_of(
    st.builds(
        thing,
        st.sampled_from(["T-1", "T-2"]),
        body=st.sampled_from(["H-1", "H-2"]),
        other=st.sampled_from([None, "T-1", "T-2"]),
        flag=st.booleans(),
        text=st.sampled_from("ab"),
        tags=st.sampled_from([(), ("a",), ("a", "b")]),
        worker=st.sampled_from(["W-1", "W-2"]),
    ),
    st.builds(
        Worker,
        id=st.sampled_from(["W-1", "W-2"]),
        body=st.sampled_from(["H-1", "H-2"]),
        level=st.sampled_from(["高", "低"]),
        mentor=MAYBE,
    ),
    st.builds(
        Slip,
        id=st.sampled_from(["S-1", "S-2", "S-3"]),
        body=st.sampled_from(["H-1", "H-2"]),
        on=st.sampled_from([None, date(2023, 1, 1), date(2023, 3, 1), date(2024, 1, 1)]),
    ),
    st.builds(
        Judgement,
        id=st.sampled_from(["J-1", "J-2"]),
        about=st.sampled_from(["d1/1/found", "是否回避"]),
        subject=st.sampled_from(["T-1", "W-1"]),
        office=st.just("院纪委"),
        finding=st.sampled_from(["符合", "不符合"]),
        date=st.sampled_from([date(2023, 4, 1), date(2023, 5, 1)]),
    ),
    st.builds(ParameterValue, parameter=st.just("limit"), value=st.sampled_from(["0", "1", "不详"])),
    st.builds(Complete, type=st.sampled_from(["Slip", "Worker"]), end=st.just(DAY)),
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.booleans(), FACTS), max_size=25), st.sampled_from([0, 1, 32]))
def test_whatever_was_asserted_and_retracted_a_report_is_that_of_the_facts_that_are_left(
    steps: list[tuple[bool, Fact]], warm: int
) -> None:
    left: dict[tuple[str, str], Fact] = {}
    with Session(policy(), as_of=DAY, warm=warm) as session:
        for number, (add, fact) in enumerate(steps):
            if add:
                session.assert_fact(fact)
                left[type(fact).__name__, fact.key] = fact
            else:
                assert session.retract_fact(fact) == (left.pop((type(fact).__name__, fact.key), None) is not None)
            if number % 3 == 0 or number == len(steps) - 1:
                assert told(session.report()) == told(policy().check(left.values(), as_of=DAY, engine="reference"))


DERIVED = """id: marked
each: e in Event
when: e.thing is not None and e.flag
conclude: Mark(thing=e.thing, level="重")
---
id: r
each: x in Thing
forbid: exists(m for m in Mark if m.thing == x and m.level == "重")
"""


def test_what_follows_from_other_facts_follows_them_in_and_out() -> None:
    with Session(policy(DERIVED), as_of=DAY) as session:
        event = Event(id="E-1", body="H-1", at=datetime(2023, 2, 1), thing="T-1", flag=True)
        session.assert_many([thing("T-1"), Complete(type="Event", end=DAY), event])
        assert told(session.report())["d1/1/r@Thing:T-1"][0] == "violated"
        session.retract_fact(event)
        assert told(session.report())["d1/1/r@Thing:T-1"][0] == "compliant"
        session.assert_fact(event.model_copy(update={"flag": MISSING}))
        assert told(session.report())["d1/1/r@Thing:T-1"][0] == "undetermined"
