"""More information never changes a settled answer (3.10), but for what docs/decisions/more-information.md says."""

from __future__ import annotations

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from qinglian_rules.decisions.model import Decision
from qinglian_rules.testing import Situation, worlds
from tests.properties.comparing import FEW
from tests.properties.more import more
from tests.properties.policies import policies

SETTLED = {"compliant", "violated"}


def turned(before: Decision, after: Decision) -> bool:
    """Whether a settled answer became the contrary; in a period that runs none is settled."""
    return not (before.running or after.running) and {before.status, after.status} == SETTLED


def keep_the_law(number: int, examples: int) -> None:
    """Look for a settled answer that more information turns."""

    @seed(number)
    @settings(FEW, max_examples=examples)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        policy = data.draw(policies())
        before: Situation = data.draw(worlds(policy))
        after = data.draw(more(policy, before))
        later = {decision.id: decision for decision in after.check(policy)}
        for decision in before.check(policy):
            assert decision.id not in later or not turned(decision, later[decision.id]), decision.id

    law()


def test_compliant_never_becomes_violated_nor_back() -> None:
    keep_the_law(0, 80)


@pytest.mark.long
@pytest.mark.parametrize("number", range(1, 9))
def test_compliant_never_becomes_violated_nor_back_in_many_worlds(number: int) -> None:
    keep_the_law(number, 1000)
