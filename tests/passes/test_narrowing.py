"""What a guard says about None, and where it says it (LANGUAGE 2.2)."""

from __future__ import annotations

import pytest

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.types import DATE, Maybe
from tests.passes.samples import check, found_in, good, rule


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("hospital.closed is not None and hospital.closed > now", id="and"),
        pytest.param("hospital.closed is None or hospital.closed > now", id="or"),
        pytest.param("not (hospital.closed is None) and hospital.closed > now", id="not"),
        pytest.param("not (hospital.closed is None or hospital.closed > now)", id="not of or"),
        pytest.param("hospital.closed > now if hospital.closed is not None else hospital.for_profit", id="if"),
        pytest.param("hospital.for_profit if hospital.closed is None else hospital.closed > now", id="else"),
        pytest.param(
            "hospital.for_profit and hospital.closed is not None and (hospital.beds > 3 or hospital.closed > now)",
            id="an and around an or",
        ),
        pytest.param(
            "(hospital.closed is None and hospital.for_profit)"
            " or (hospital.closed is not None and hospital.closed > now)",
            id="each arm of an or",
        ),
        pytest.param(
            "((hospital.closed is not None and hospital.beds > 1)"
            " or (hospital.closed is not None and hospital.beds < 9)) and hospital.closed > now",
            id="what both arms of an or say",
        ),
        pytest.param("visit.booking is not None and visit.booking.made < visit.start", id="following a reference"),
        pytest.param(
            "visit.booking is not None and visit.booking.decided is not None and visit.booking.decided < visit.start",
            id="two references deep",
        ),
        pytest.param("visit.booking is None or visit.booking.made < visit.start", id="or before following"),
        pytest.param(
            'hospital.level == "三级甲等" and starts_with(hospital.level, "三")', id="equality with a constant"
        ),
        pytest.param('hospital.city in ["南宁"] and starts_with(hospital.city, "南")', id="membership among constants"),
        pytest.param('hospital.city != "南宁" or starts_with(hospital.city, "南")', id="inequality before or"),
        pytest.param(
            "exists(h for h in Hospital if h.closed is not None and h.closed > now)", id="inside a quantifier"
        ),
        pytest.param("exists(h for h in Hospital if h.closed is not None if h.closed > now)", id="two ifs"),
        pytest.param(
            "all(h.closed > now for h in Hospital if h.closed is not None)", id="a claim behind its condition"
        ),
        pytest.param(
            "max(h.closed for h in Hospital if h.closed is not None) is None", id="a value behind its condition"
        ),
        pytest.param("exists(h.closed > now for h in Hospital if h.closed is not None)", id="a joined condition"),
        pytest.param(
            "hospital.closed is not None and exists(h for h in Hospital if h.registered < hospital.closed)",
            id="from around a quantifier into it",
        ),
        pytest.param(
            "share(p.is_party_member for p in Person) is None"
            " or share(p.is_party_member for p in Person) >= percent(90)",
            id="a share over nothing",
        ),
        pytest.param(
            "max(p.born for p in Person) is not None and max(p.born for p in Person) < now", id="a maximum over nothing"
        ),
        pytest.param("document.end is None or document.end > now", id="the end of a span"),
    ],
)
def test_a_guard_is_enough(text: str) -> None:
    good(text)


@pytest.mark.parametrize(
    ("text", "underlined"),
    [
        pytest.param("hospital.closed > now and hospital.closed is not None", "hospital.closed", id="a guard too late"),
        pytest.param("hospital.closed is not None or hospital.closed > now", "hospital.closed", id="a guard before or"),
        pytest.param(
            "(hospital.closed is not None or hospital.for_profit) and hospital.closed > now",
            "hospital.closed",
            id="one arm",
        ),
        pytest.param("hospital.closed == hospital.closed_on", "hospital.closed_on", id="an unknown field"),
        pytest.param(
            "hospital.city == hospital.name and len(hospital.city) > 1",
            "hospital.city",
            id="equality with what may be unknown",
        ),
        pytest.param(
            "hospital.city in params.places and len(hospital.city) > 1", "hospital.city", id="membership in a parameter"
        ),
        pytest.param(
            "exists(h for h in Hospital if h.closed is not None) and hospital.closed > now",
            "hospital.closed",
            id="a guard of another fact",
        ),
        pytest.param("max(h.closed for h in Hospital) is None", "h.closed", id="a value that may be None"),
        pytest.param(
            "share(p.is_party_member for p in Person) >= percent(90)",
            "share(p.is_party_member for p in Person)",
            id="a share without a guard",
        ),
        pytest.param(
            "share(p.is_party_member for p in Person) is None"
            " or share(p.is_medical_staff for p in Person) >= percent(9)",
            "share(p.is_medical_staff for p in Person)",
            id="a guard of another share",
        ),
    ],
)
def test_a_guard_is_missing(text: str, underlined: str) -> None:
    assert [words for _, words in check(text).underlined] == [underlined]


def test_behind_a_guard_a_field_has_the_type_without_none() -> None:
    node = good("hospital.closed is not None and hospital.closed > now")
    assert isinstance(node, n.And)
    guard, comparison = node.items
    assert isinstance(guard, n.Not)
    assert isinstance(guard.value, n.IsNone)
    assert isinstance(comparison, n.Compare)
    assert guard.value.value.type == Maybe(DATE)
    assert comparison.left.type == DATE


WHEN = """rule
id: a
clause: 文字
each: hospital in Hospital
when: hospital.closed is not None
require: hospital.closed > hospital.registered"""


def test_when_guards_what_stands_below() -> None:
    rule(WHEN)
    rule(WHEN.replace("when: hospital.closed is not None", "unless: hospital.closed is None"))
    rule(WHEN + "\ndue: hospital.closed + params.wait")
    rule(WHEN.replace("require", "let:\n  age: hospital.closed - hospital.registered\nrequire") + " + age")


def test_named_conditions_do_not_guard_each_other() -> None:
    block = """rule
id: a
clause: 文字
each: hospital in Hospital
require:
  已关: hospital.closed is not None
  在后: hospital.closed > hospital.registered"""
    assert found_in(block) == [("QL240", "hospital.closed")]


def test_a_let_name_carries_its_guard() -> None:
    rule(
        """rule
id: a
clause: 文字
each: hospital in Hospital
let:
  shut: hospital.closed is not None
when: shut
require: hospital.closed > hospital.registered"""
    )
