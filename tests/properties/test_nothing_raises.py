"""A policy that passes the check never raises while it runs, nor while it explains what it found (LANGUAGE 3.3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qinglian_rules.engine import Engine, Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan
from qinglian_rules.testing import Situation, facts, worlds
from tests.properties.comparing import FEW
from tests.properties.places import BASE_TYPES
from tests.properties.policies import policies

ENGINES: tuple[Engine, ...] = ("reference", "python")
ANY_FACTS = st.lists(st.one_of(*(facts(name) for name in (*BASE_TYPES, "Hospital", "EvidenceRecord"))), max_size=8)
ANY_DAY = st.one_of(st.sampled_from((FIRST_DAY, LAST_DAY, date(2024, 2, 29))), st.dates(FIRST_DAY, LAST_DAY))


@st.composite
def any_review(draw: st.DrawFn) -> DateSpan | None:
    """A period under review of up to eight years, anywhere, or none."""
    if draw(st.booleans()):
        return None
    start = draw(ANY_DAY)
    length = min(draw(st.sampled_from((0, 1, 365, 3000))), (LAST_DAY - start).days)
    return DateSpan(start=start, end=start + timedelta(days=length))


@pytest.mark.parametrize("engine", ENGINES)
def test_whatever_the_facts_the_day_and_the_review(engine: Engine) -> None:
    @FEW
    @given(policies(), ANY_FACTS, ANY_DAY, any_review())
    def judged(policy: Policy, given_facts: list[Fact], as_of: date, period: DateSpan | None) -> None:
        policy.check(given_facts, as_of=as_of, period=period, engine=engine)

    judged()


@pytest.mark.parametrize("engine", ENGINES)
def test_in_worlds_made_for_the_rules(engine: Engine) -> None:
    @FEW
    @given(st.data())
    def judged(data: st.DataObject) -> None:
        policy = data.draw(policies())
        data.draw(worlds(policy)).check(policy, engine)

    judged()


@FEW
@given(st.data())
def test_decisions_explain_themselves(data: st.DataObject) -> None:
    policy = data.draw(policies())
    situation: Situation = data.draw(worlds(policy))
    for decision in situation.check(policy):
        assert decision.rule.title in decision.explain("zh")
        assert decision.explain("en")
        assert decision.citation
        assert isinstance(decision.facts, dict)
