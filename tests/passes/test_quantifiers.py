"""Quantifiers: what they range over, what they give, what they cost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.build import TRUE
from qinglian_rules.ir.types import BOOL, DATE, DECIMAL, DURATION, INT, RATIO, SPAN, FactOf, Maybe, RefOf, Type
from qinglian_rules.passes import cost
from tests.passes.samples import check, good, unmarked


def side(text: str) -> n.Node:
    """Return the left side of a comparison, or what `is None` asks about."""
    node = good(text)
    assert isinstance(node, n.Compare | n.IsNone)
    return node.left if isinstance(node, n.Compare) else node.value


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("count(p for p in Person) > 3", INT),
        ("sum(v.visitors for v in RepVisit) > 3", INT),
        ("sum(b.amount for b in Benefit if b.amount is not None) > 3", DECIMAL),
        ("min(p.born for p in Person) is None", Maybe(DATE)),
        ("max(v.visitors for v in RepVisit) is None", Maybe(INT)),
        ("avg(v.visitors for v in RepVisit) is None", Maybe(RATIO)),
        ("share(p.is_party_member for p in Person) is None", Maybe(RATIO)),
        ("rank(visit.visitors, (v.visitors for v in RepVisit)) <= 3", INT),
        ("the(p.born for p in Person) < now", DATE),
        ("the(h.closed for h in Hospital) is None", Maybe(DATE)),
        ("the(p for p in Person) == person", RefOf("Person")),
        ("min(v.end - v.start for v in RepVisit if v.end is not None) is None", Maybe(DURATION)),
    ],
)
def test_a_quantifier_has_its_type(text: str, type_: Type) -> None:
    assert side(text).type == type_


def test_exists_ranges_over_facts() -> None:
    node = good("exists(p for p in Person if p.body == hospital)")
    assert isinstance(node, n.Exists)
    assert node.over.name == "p"
    assert node.over.source == n.FactsOf("Person")
    assert isinstance(good("exists(p for p in Person)"), n.Exists)


def test_a_source_without_condition_takes_all() -> None:
    node = good("exists(p for p in Person)")
    assert isinstance(node, n.Exists)
    assert node.over.condition == TRUE


def test_a_condition_before_for_is_joined() -> None:
    one = "exists(p.is_party_member for p in Person if p.body == hospital)"
    assert good(one) == good("exists(p for p in Person if p.body == hospital and p.is_party_member)")


def test_several_ifs_are_joined() -> None:
    one = "count(p for p in Person if p.body == hospital if p.is_party_member) > 1"
    assert good(one) == good("count(p for p in Person if p.body == hospital and p.is_party_member) > 1")


def test_a_list_is_ranged_over() -> None:
    node = good('exists(place for place in hospital.reception_places if starts_with(place, "药"))')
    assert isinstance(node, n.Exists)
    assert isinstance(node.over.source, n.Field)


def test_a_member_of_a_list_of_references_is_followed() -> None:
    node = good("all(staff.is_medical_staff for staff in hospital.reception_staff)")
    assert isinstance(node, n.All)
    assert isinstance(node.claim, n.Field)
    assert node.claim.fact == n.Follow(n.ItemVar("staff", type=RefOf("Person")), "Person", type=FactOf("Person"))


def test_a_list_written_out_is_ranged_over() -> None:
    good("all(exists(p for p in Person if p.profession == kind) for kind in [person.profession])")


def test_sums_of_what_cannot_be_negative_say_so() -> None:
    for text, positive in (
        ("sum(v.visitors for v in RepVisit) > 3", True),
        ("sum(v.visitors * 2 + 1 for v in RepVisit) > 3", True),
        ("sum(v.visitors - 1 for v in RepVisit) > 3", False),
        ("sum(-v.visitors for v in RepVisit) > 3", False),
        ("sum(2 for v in RepVisit) > 3", True),
        ("sum(params.limit for v in RepVisit) > 3", False),
        ("sum(v.visitors if v.in_clinical_area else 0 for v in RepVisit) > 3", True),
    ):
        node = side(text)
        assert isinstance(node, n.Sum)
        assert node.non_negative is positive, text


def test_a_spell_is_a_span() -> None:
    node = good("within(now, spell(job, (o for o in Employment if o.person == job.person), gap=days(30)))")
    assert isinstance(node, n.Call)
    spell = node.arguments[1]
    assert isinstance(spell, n.Spell)
    assert (spell.type, spell.gap) == (SPAN, n.Const(timedelta(days=30), type=DURATION))


def test_a_gap_is_nothing_unless_given() -> None:
    node = good("spell(job, (o for o in Employment)).start < now")
    assert isinstance(node, n.Compare)
    assert isinstance(node.left, n.SpanStart)
    assert isinstance(node.left.value, n.Spell)
    assert node.left.value.gap == n.Const(timedelta(0), type=DURATION)


def test_a_question_is_about_a_fact() -> None:
    node = good('judged(visit, "是否推广")')
    assert node == n.Judged(n.Var("visit", type=FactOf("RepVisit")), "是否推广", type=BOOL)
    followed = good('judged(visit.host, "是否合格")')
    assert isinstance(followed, n.Judged)
    assert isinstance(followed.fact, n.Follow)


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        pytest.param("«exists(Person)»", "QL255", id="no generator"),
        pytest.param("«exists()»", "QL255", id="no argument"),
        pytest.param("«exists([p for p in Person])»", "QL255", id="a list comprehension"),
        pytest.param("«count(p.is_party_member for p in Person)» > 1", "QL255", id="count of a condition"),
        pytest.param("«rank(v.visitors for v in RepVisit)» > 1", "QL255", id="rank without a value"),
        pytest.param("«exists((a, b) for a, b in Person)»", "QL255", id="two variables"),
        pytest.param("within(now, «spell(job, (o for o in Employment), hole=days(1))»)", "QL255", id="a keyword"),
        pytest.param("exists«(p for p in Person for q in Person if p == q)»", "QL256", id="two for"),
        pytest.param("exists(c for c in «hospital.name»)", "QL257", id="a text as source"),
        pytest.param("exists(c for c in «hospital»)", "QL257", id="a fact as source"),
        pytest.param("«judged(visit)»", "QL260", id="no question"),
        pytest.param("«judged(visit, visit.place)»", "QL260", id="a question that is not written out"),
        pytest.param('«judged(visit.place, "x")»', "QL260", id="a question about a text"),
        pytest.param("within(now, spell(«visit», (o for o in Employment)))", "QL261", id="a fact without a span"),
        pytest.param("within(now, spell(job, «(p for p in Person)»))", "QL261", id="facts without a span"),
        pytest.param("sum(«p.born» for p in Person) > 1", "QL249", id="a sum of dates"),
        pytest.param("max(«p.is_party_member» for p in Person) is None", "QL249", id="a maximum of truth values"),
        pytest.param("«rank(now, (v.visitors for v in RepVisit))» > 1", "QL242", id="a rank among other types"),
        pytest.param("«rank(hospital.beds, (v.visitors for v in RepVisit))» > 1", "QL247", id="a rank among others"),
        pytest.param("«[p for p in Person]» == 1", "QL221", id="a comprehension outside"),
        pytest.param("exists(p for p in Person if «p.closed»)", "QL232", id="a field of the member that is not there"),
        pytest.param("all(«p.born» for p in Person)", "QL245", id="a claim that is no condition"),
    ],
)
def test_a_misuse_is_underlined(marked: str, code: str) -> None:
    text, parts = unmarked(marked)
    assert (code, parts[0]) in check(text).underlined


# --- cost -----------------------------------------------------------------------------------------


def nested(depth: int) -> str:
    """Return quantifiers over facts, `depth` of them in each other."""
    inner = "hospital.for_profit"
    for level in range(depth, 0, -1):
        inner = f"exists(p{level} for p{level} in Person if p{level}.is_party_member and {inner})"
    return inner


def test_the_cost_is_the_nesting_over_facts() -> None:
    assert cost(good("hospital.beds > 3")) == 0
    assert cost(good(f"{nested(1)} and {nested(1).replace('p1', 'q')}")) == 1
    assert cost(good(nested(3))) == 3
    assert cost(good('exists(c for c in hospital.reception_places if c == "药学部")')) == 0


def test_quantifiers_nested_to_explode_are_refused() -> None:
    assert check(nested(4)).codes == []
    assert check(nested(5)).codes == ["QL258"]


def test_lists_nested_to_explode_are_refused() -> None:
    members = "[" + ", ".join(map(str, range(101))) + "]"
    one = f"exists(a for a in {members} if a > hospital.beds)"
    assert check(one).codes == []
    two = f"exists(a for a in {members} if exists(b for b in {members} if a > b and b > hospital.beds))"
    assert check(two).codes == ["QL259"]


def test_a_name_may_serve_twice_side_by_side_and_not_inside() -> None:
    good("exists(p for p in Person if p.is_party_member) and exists(p for p in Person if p.is_medical_staff)")
    inside = "exists(p for p in Person if exists(p for p in Person if p.is_medical_staff))"
    assert check(inside).codes == ["QL236"]
