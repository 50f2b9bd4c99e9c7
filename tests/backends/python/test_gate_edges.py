"""What a gate does with facts that are late, of another type, without a body; and with days that pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from qinglian_rules.backends.python import gates
from qinglian_rules.decisions.gate import Gate
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Body
from qinglian_rules.facts.engine import EvidenceRecord, ParameterValue
from qinglian_rules.facts.people import Hospital
from tests.backends.python.test_generated_text import policy_of
from tests.backends.python.test_invented import checked
from tests.conformance.types import Event, Grade, Thing

AS_OF = date(2022, 3, 10)
HOSPITAL = Hospital(id="H-1", province="广西")


def thing(**values: object) -> Thing:
    return Thing(**{"id": "T-1", "body": "H-1", "on": AS_OF, "flag": True, **values})


def gate_of(condition: str, *known: Hospital | ParameterValue, body: str | None = None, **more: str) -> Gate:
    return policy_of(condition, **more).gate(Thing, [HOSPITAL, *known], as_of=AS_OF, body=body)


def test_a_fact_in_order_has_no_findings() -> None:
    result = gate_of("thing.flag")(thing())
    assert result.compliant
    assert result.findings == ()
    assert (result.failed, result.failures, result.violated) == ({}, (), ())
    assert [decision.status for decision in result.decisions] == ["compliant"]


def test_a_failed_condition_shows_the_values_that_decided_it() -> None:
    gate = gate_of("thing.flag and (thing.number > 2 or thing.note is None)")
    result = gate(thing(number=1, note="x"))
    assert not result.compliant
    assert result.failed == {"bench/1/r": ("一",)}
    (failure,) = result.failures
    assert (failure.rule.id, failure.name) == ("bench/1/r", "一")
    assert failure.values == {"thing.number": 1, "thing.note": "x"} == result.violated[0].facts


def test_a_reference_that_only_leads_on_is_not_shown() -> None:
    gate = gate_of('thing.other is not None and thing.other.note == "a"')
    assert [dict(one.values) for one in gate(thing(other=None)).failures] == [{"thing.other": None}]
    known = policy_of('thing.other is not None and thing.other.note == "a"').gate(
        Thing, [HOSPITAL, thing(id="T-2", note="b")], as_of=AS_OF
    )
    assert [dict(one.values) for one in known(thing(other="T-2")).failures] == [{"thing.other.note": "b"}]


def test_what_is_unknown_is_neither_compliant_nor_failed() -> None:
    result = gate_of("thing.flag")(Thing(id="T-1", body="H-1", on=AS_OF))
    assert not result.compliant
    assert result.failed == {}
    assert [decision.missing for decision in result.undetermined] == [("Thing.flag",)]


def test_what_may_still_be_met_is_pending() -> None:
    result = gate_of("thing.flag", due="thing.deadline")(thing(flag=False, deadline=AS_OF + timedelta(days=1)))
    assert not result.compliant
    assert [decision.status for decision in result.pending] == ["pending"]


def test_a_fact_dated_after_the_day_of_judgement_is_not_judged_and_not_compliant() -> None:
    result = gate_of("thing.flag")(thing(on=AS_OF + timedelta(days=1)))
    assert not result.compliant
    assert result.findings is None
    assert (result.decisions, result.failed, result.failures) == ((), {}, ())


def test_a_moment_on_the_day_of_judgement_is_judged() -> None:
    document = checked("id: r\nkind: obligation\neach: event in Event\nrequire: event.flag\n")
    assert document is not None
    gate = Policy((document,)).gate(Event, [HOSPITAL], as_of=AS_OF)
    last = datetime(2022, 3, 10, 23, 59)
    assert gate(Event(id="E-1", body="H-1", at=last, flag=True)).compliant
    assert gate(Event(id="E-1", body="H-1", at=last + timedelta(minutes=1), flag=True)).findings is None


def test_facts_of_another_type_are_refused() -> None:
    with pytest.raises(TypeError, match="takes facts of type Thing, not Event"):
        gate_of("thing.flag")(Event(id="E-1"))


def test_derived_types_have_no_gate() -> None:
    with pytest.raises(TypeError, match="never handed over"):
        policy_of("thing.flag").gate(Grade)


def test_a_fact_without_a_body_gets_the_one_given() -> None:
    condition = 'thing.body.province == "广西"'
    nameless = Thing(id="T-1", on=AS_OF)
    assert not gate_of(condition)(nameless).compliant
    assert gate_of(condition, body="H-1")(nameless).compliant
    assert gate_of(condition, body="H-9")(thing()).compliant


def test_rules_that_look_up_their_own_type_see_the_fact_among_the_others() -> None:
    condition = "count(other for other in Thing if other.sort == thing.sort) <= 2"
    known = [HOSPITAL, thing(id="T-2", sort="甲"), thing(id="T-3", sort="乙")]
    gate = policy_of(condition).gate(Thing, known, as_of=AS_OF)
    assert not gate(thing(sort="甲")).violated
    more = policy_of(condition).gate(Thing, [*known, thing(id="T-4", sort="甲")], as_of=AS_OF)
    assert [decision.status for decision in more(thing(sort="甲")).violated] == ["violated"]


def test_a_gate_for_bodies_takes_hospitals() -> None:
    document = checked("id: r\nkind: obligation\neach: body in Body\nrequire: body.city is not None\n")
    assert document is not None
    gate = Policy((document,)).gate(Body, as_of=AS_OF)
    assert gate(Hospital(id="H-1", province="广西", city="南宁")).compliant
    assert gate(Hospital(id="H-1", province="广西", city=None)).failed == {"bench/1/r": ()}


def test_topics_of_a_record_are_read_by_their_canonical_names() -> None:
    from qinglian_rules.documents import Topics

    document = checked(
        "id: r\nkind: obligation\neach: one in EvidenceRecord\n"
        'require: exists(topic for topic in one.topics if starts_with(topic, "廉"))\n'
    )
    assert document is not None
    topics = Topics.of({"廉洁": ["清廉"]})
    gate = Policy((document,), topics=topics).gate(EvidenceRecord, [HOSPITAL], as_of=AS_OF)
    assert gate(EvidenceRecord(id="R-1", body="H-1", date=AS_OF, topics=("清廉",))).compliant


def test_without_a_day_it_judges_as_of_the_day_on_which_a_fact_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    now = {"day": date(2022, 3, 10)}

    class Today(date):
        @classmethod
        def today(cls) -> date:
            return now["day"]

    def seconds() -> float:
        return datetime.combine(now["day"], datetime.min.time()).timestamp() + 60

    monkeypatch.setattr(gates, "date", Today)
    monkeypatch.setattr(gates, "time", seconds)
    gate = policy_of("thing.flag", due="thing.deadline").gate(Thing, [HOSPITAL])
    late = thing(flag=False, deadline=date(2022, 3, 10))
    assert [decision.status for decision in gate(late).pending] == ["pending"]
    now["day"] = date(2022, 3, 11)
    assert [decision.status for decision in gate(late).violated] == ["violated"]


@pytest.mark.parametrize("made", [lambda: gate_of("thing.flag"), lambda: policy_of("thing.flag").gate(Thing)])
def test_a_gate_says_what_is_wrong_with_the_known_facts(made: Callable[[], Gate]) -> None:
    assert made().diagnostics == ()
    clashing = [HOSPITAL, Hospital(id="H-1", province="广东")]
    assert [one.code.id for one in policy_of("thing.flag").gate(Thing, clashing).diagnostics] != []
