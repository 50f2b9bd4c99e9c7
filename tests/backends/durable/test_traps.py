"""What durable-rules does that a caller must know: the trap itself where it can be shown, and that it is handled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from itertools import chain, count
from typing import Any

import pytest

from qinglian_rules.backends.durable import Durable, network
from qinglian_rules.backends.durable.encoding import ASPECTS, known_of
from qinglian_rules.backends.durable.network import Network, engine, fnv
from qinglian_rules.backends.durable.operands import Columns, Slots
from qinglian_rules.backends.durable.rulesets import RuleSet
from qinglian_rules.diagnostics import PolicyError
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.people import Hospital
from qinglian_rules.ir.nodes import Const
from qinglian_rules.ir.types import INT
from qinglian_rules.testing.rules import bundled
from tests.conformance.build import policy_of
from tests.conformance.format import Case
from tests.conformance.types import Event, Thing, Worker

DAY = date(2023, 6, 1)
COLLIDING = ("f6059", "f264602")
COLLIDING_PARTITIONS = ("p2039599", "p2222382")

pytestmark = pytest.mark.usefixtures("engine")


def policy(condition: str, each: str = "x in Thing") -> Policy:
    rules = f"id: r\neach: {each}\nrequire: {condition}\n"
    document = {"id": "d1", "in_force": {"from": "2021-01-01"}, "reach": "True", "rank": "province", "rules": rules}
    return policy_of(Case("", "", "", "2023-12-31", (document,), {}))


def statuses(condition: str, facts: list[Fact], each: str = "x in Thing") -> dict[str, str]:
    """Judge by durable-rules; the reference must say the same."""
    reports = [policy(condition, each).check(facts, as_of=DAY, engine=name) for name in ("durable", "reference")]  # type: ignore[arg-type]
    found, wanted = ({one.subject.id: one.status for one in report} for report in reports)
    assert found == wanted
    return dict(found)


def things(number: int, **fields: Any) -> list[Fact]:
    return [Thing(id=f"T-{one}", body="H-1", on=date(2023, 1, 2), **fields) for one in range(number)]


# --- two facts, one hash


def test_the_engine_takes_two_ids_of_one_hash_for_one_message() -> None:
    assert fnv(COLLIDING[0]) == fnv(COLLIDING[1])
    python, _ = engine()
    rules = python.Ruleset("collision", None, {"r": {"all": [{"m": {"flag": "y"}}], "run": lambda _: None}})
    rules.assert_fact({"id": COLLIDING[0], "sid": "p", "flag": "y"})
    with pytest.raises(python.MessageObservedException):
        rules.assert_fact({"id": COLLIDING[1], "sid": "p", "flag": "y"})


def test_a_fact_that_is_refused_unseen_is_sent_again_under_another_id() -> None:
    at_work = Network(RuleSet("Thing"), iter(["f0", *COLLIDING, "f1"]))
    sid = at_work.open_partition()
    message = {"shape": network.GREETED}
    sent = [at_work.send(sid, message) for _ in range(2)]
    assert [name for name, _ in sent] == [COLLIDING[0], "f1"]
    assert [firings for _, firings in sent] == [[("greeted", (COLLIDING[0],))], [("greeted", ("f1",))]]
    assert at_work.refused == 1


def test_a_collision_changes_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    def ids() -> Iterator[str]:
        return chain(["f0"], COLLIDING, (f"g{one}" for one in count()))

    monkeypatch.setattr(network, "fresh_ids", ids)
    facts = [*things(3, flag=True), Thing(id="T-9", body="H-1", on=date(2023, 1, 2), flag=False)]
    durable = Durable(policy("x.flag").rules.values())
    assert statuses("x.flag", facts) == {**dict.fromkeys(["T-0", "T-1", "T-2"], "compliant"), "T-9": "violated"}
    world = policy("x.flag").check(facts, as_of=DAY).world
    assert [one.status for one in durable.judge_all(world)] == ["compliant"] * 3 + ["violated"]
    assert sum(group.network.refused for group in durable.groups) == 1
    durable.close()


def test_partitions_of_one_hash_are_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fnv(COLLIDING_PARTITIONS[0]) == fnv(COLLIDING_PARTITIONS[1])
    at_work = Network(RuleSet("Thing"))
    monkeypatch.setattr(network, "fnv", lambda text: fnv("p0") if text in {"p0", "p1"} else fnv(text))
    assert [at_work.open_partition() for _ in range(3)] == ["p0", "p2", "p3"]


# --- numbers and texts


def test_the_engine_refuses_numbers_with_an_exponent_and_orders_texts_above_numbers() -> None:
    python, c = engine()
    rules = python.Ruleset("numbers", None, {"r": {"all": [{"m": {"$gt": {"a": 0.5}}}], "run": lambda _: None}})
    assert rules.assert_fact({"id": "1", "sid": "p", "a": "text"})
    found = c.start_action_for_state(rules._handle, 1)
    assert json.loads(found[1])
    with pytest.raises(Exception, match="error code"):
        rules.assert_fact({"id": "2", "sid": "p", "a": 1e-7})


@pytest.mark.parametrize("amount", ["1E-7", "0.0000001", "1E+2", "100.00", "99999999999999.99"])
def test_amounts_compare_exactly_however_they_are_written(amount: str) -> None:
    value = Decimal(amount)
    low, high = value - Decimal("1E-3"), value + Decimal("1E-3")
    facts: list[Fact] = [
        Thing(id=name, body="H-1", on=date(2023, 1, 2), balance=one, amount=abs(value))
        for name, one in (("below", low), ("same", value), ("above", high))
    ]
    assert statuses("x.balance >= x.amount", facts) == {"below": "violated", "same": "compliant", "above": "compliant"}


def test_numbers_beyond_a_double_are_kept_apart() -> None:
    facts: list[Fact] = [
        Thing(id="T-1", body="H-1", on=date(2023, 1, 2), number=2**53 - 1, other_number=2**53),
        Thing(id="T-2", body="H-1", on=date(2023, 1, 2), number=2**53, other_number=2**53),
    ]
    assert statuses("x.number + 1 == x.other_number + 1", facts) == {"T-1": "violated", "T-2": "compliant"}


def test_words_that_look_like_other_values_are_words() -> None:
    words = ["1", "true", "b:1", "-", "u", "n:1", "m0", "$m", "", "null", "NaN", '"', "'", "\\", "t:1"]
    facts: list[Fact] = [
        Thing(id=f"T-{one}", body="H-1", on=date(2023, 1, 2), text=text, tags=("1", "t:1"))
        for one, text in enumerate(words)
    ]
    found = statuses("x.text in x.tags", facts)
    assert [words[int(name[2:])] for name, status in found.items() if status == "compliant"] == ["1", "t:1"]


def test_none_and_unknown_equal_no_word() -> None:
    facts: list[Fact] = [
        Thing(id="none", body="H-1", on=date(2023, 1, 2), note=None, remark="-"),
        Thing(id="unknown", body="H-1", on=date(2023, 1, 2), remark="-"),
        Thing(id="both", body="H-1", on=date(2023, 1, 2), note=None, remark=None),
    ]
    assert statuses("x.note == x.remark", facts) == {"none": "violated", "unknown": "undetermined", "both": "compliant"}


# --- joins


def test_one_fact_may_stand_in_two_places_of_a_join() -> None:
    facts: list[Fact] = [
        Worker(id="W-1", body="H-1", mentor="W-1", flag=True),
        Worker(id="W-2", body="H-1", mentor="W-1", flag=False),
    ]
    condition = "x.mentor is not None and x.mentor.flag == x.flag"
    assert statuses(condition, facts, "x in Worker") == {"W-1": "compliant", "W-2": "violated"}
    # The subject is among those that it is compared with.
    assert statuses("exists(y for y in Worker if y.mentor == x)", facts, "x in Worker")["W-1"] == "compliant"


def test_the_engine_misjudges_groups_within_groups() -> None:
    python, c = engine()
    equal = {name: {name: {"q": name}} for name in "abc"}
    either = {"$or": [{"$and": [equal["a"], equal["b"]]}, equal["c"]]}
    condition = {"all": [{"q": {"$and": [{"tQ": "y"}]}}, {"v": {"$and": [{"tV": "y"}, either]}}], "run": lambda _: None}
    rules = python.Ruleset("groups", None, {"r": condition})
    rules.assert_fact({"id": "1", "sid": "p", "tQ": "y", "a": "1", "b": "1", "c": "1"})
    handle = rules.assert_fact({"id": "2", "sid": "p", "tV": "y", "a": "0", "b": "0", "c": "1"})
    assert c.start_action_for_state(rules._handle, handle) is None


def test_groups_of_conditions_within_one_another_are_told_apart() -> None:
    condition = "(x.flag or (x.number > 1 and x.visits > 1)) and (x.other_flag or x.other_number > 1)"
    cases = [(flag, number, other) for flag in (True, False) for number in (1, 2) for other in (True, False)]
    facts: list[Fact] = [
        Thing(
            id=f"T-{index}", body="H-1", on=date(2023, 1, 2), flag=flag, number=number, visits=number,
            other_flag=other, other_number=0,
        )
        for index, (flag, number, other) in enumerate(cases)
    ]  # fmt: skip
    found = statuses(condition, facts)
    wanted = {
        f"T-{index}": "compliant" if (flag or number > 1) and other else "violated"
        for index, (flag, number, other) in enumerate(cases)
    }
    assert found == wanted


def test_members_are_found_in_other_bodies_where_nothing_names_the_body() -> None:
    facts: list[Fact] = [
        *things(1),
        Event(id="E-1", body="H-2", at=datetime(2023, 1, 2), thing="T-0", flag=True),
    ]
    assert statuses("exists(y for y in Event if y.thing == x)", facts) == {"T-0": "compliant"}
    assert statuses("exists(y for y in Event if y.thing == x and y.body == x.body)", facts) == {"T-0": "undetermined"}


def test_a_fact_of_an_unknown_body_may_be_a_member_in_every_body() -> None:
    facts: list[Fact] = [*things(1), Event(id="E-1", at=datetime(2023, 1, 2), thing="T-0")]
    report = policy("exists(y for y in Event if y.body == x.body)").check(facts, as_of=DAY, engine="durable")
    (decision,) = report
    assert "Event.body" in decision.missing


def test_a_part_of_one_column_is_not_taken_for_another_column() -> None:
    """With more than thirty columns the first bound of the third might be called as the thirty-first."""
    columns, slots = Columns(), Slots()
    nodes = [Const(number, type=INT) for number in range(200)]
    names = [column.name for node in nodes for column in (columns.of("Thing", node), slots.of(node))]
    properties = [name + part for name in names for part in (*ASPECTS, *known_of(None))]
    assert len(set(properties)) == len(properties)


def test_no_two_properties_of_the_rule_sets_of_the_bundled_rules_have_one_hash() -> None:
    for group in Durable(bundled().rules.values(), leave_out=True).groups:
        names = group.ruleset.properties()
        assert len({fnv(name) for name in names}) == len(names)


# --- life and death of partitions


def test_a_partition_in_which_nothing_matched_is_freed() -> None:
    at_work = Network(RuleSet("Thing"))
    names = set()
    for _ in range(200):
        sid = at_work.open_partition()
        at_work.close_partition(sid)
        names.add(sid)
    assert len(names) == 1, "a name that is free again is used again"


def test_members_are_found_in_all_shards_of_a_body() -> None:
    facts = things(1_200, flag=True, visits=1)
    body = "count(y for y in Thing if y.body == b and y.flag and y.visits > 0) >= 1200"
    assert statuses(body, [*facts, Hospital(id="H-1")], "b in Hospital") == {"H-1": "compliant"}


# --- the engine itself


def test_without_the_engine_a_diagnostic_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(f"No module named {name!r}")

    assert import_module("durable.engine")
    monkeypatch.setattr(network, "import_module", missing)
    with pytest.raises(PolicyError) as caught:
        policy("x.flag").check(things(1, flag=True), as_of=DAY, engine="durable")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code.id == "QL731"
    assert "[durable]" in str(diagnostic.hint("en"))
    assert "durable.engine" in diagnostic.message("zh")
