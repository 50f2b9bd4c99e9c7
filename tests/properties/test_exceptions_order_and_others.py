"""An exception never adds a violation; the order of facts, and facts of other types, do not matter."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.visits import Intrusion, RepVisit
from qinglian_rules.testing import Situation, facts, worlds
from tests.conformance.build import CaseError
from tests.properties.comparing import FEW, differences, told
from tests.properties.expressions import BOOL, Writer
from tests.properties.places import BASE_TYPES, Place
from tests.properties.policies import loaded, policies, texts

Documents = tuple[dict[str, object], ...]
ONE_RULE = texts(definitions=False, rules=1)


@st.composite
def excepted(draw: st.DrawFn, documents: Documents) -> Documents:
    """The same documents with an exception added to the first rule."""
    rule = next(iter(loaded(documents).rules.values()))
    place = Place({rule.subject.name: rule.subject.target}, BASE_TYPES)
    condition = Writer(draw).value(BOOL, place).replace("y1 ", "u1 ")
    first, *others = documents
    blocks = str(first["rules"]).split("\n---\n")
    blocks[0] += f"\nunless: {condition}"
    return ({**first, "rules": "\n---\n".join(blocks)}, *others)


@FEW
@given(st.data())
def test_an_exception_never_adds_a_violation(data: st.DataObject) -> None:
    documents = data.draw(ONE_RULE)
    assume("unless:" not in str(documents[0]["rules"]))
    try:
        general, special = loaded(documents), loaded(data.draw(excepted(documents)))
    except CaseError:
        assume(False)
        return
    situation: Situation = data.draw(worlds(special))
    violated = {decision.id for decision in situation.check(general).of("violated")}
    assert {decision.id for decision in situation.check(special).of("violated")} <= violated


@FEW
@given(st.data())
def test_the_order_of_facts_does_not_matter(data: st.DataObject) -> None:
    policy = data.draw(policies())
    situation: Situation = data.draw(worlds(policy))
    shuffled = replace(situation, facts=tuple(data.draw(st.permutations(situation.facts))))
    assert differences(told(situation.check(policy)), told(shuffled.check(policy))) == {}


@FEW
@given(st.data())
def test_facts_of_other_types_do_not_matter(data: st.DataObject) -> None:
    policy = data.draw(policies())
    situation: Situation = data.draw(worlds(policy))
    others: list[Fact] = data.draw(st.lists(st.one_of(facts(RepVisit), facts(Intrusion)), max_size=3))
    more = replace(situation, facts=(*others, *situation.facts))
    assert differences(told(situation.check(policy)), told(more.check(policy))) == {}
