"""The example hospital's records, judged by many rules at once: the rule sets of real documents fit into the engine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qinglian_rules.backends.durable import Durable
from qinglian_rules.backends.world import World
from qinglian_rules.engine import Policy, prepared, setting, with_canonical_topics
from qinglian_rules.inputs import read_facts
from qinglian_rules.testing.rules import bundled

WORKBOOK = Path(__file__).parents[3] / "examples" / "guangxi-hospital" / "hospital.xlsx"
AS_OF = date(2025, 3, 1)
REVIEW = (date(2021, 1, 1), date(2024, 12, 31))

pytestmark = pytest.mark.usefixtures("engine")


def agree(policy: Policy, every: int) -> None:
    """Judge one record in so many by durable-rules and by the generated Python."""
    facts = read_facts([WORKBOOK]).facts[::every]
    base, _ = prepared(facts, None, policy.reference)
    world = World(policy.documents, with_canonical_topics(base, policy.topics), setting(AS_OF, REVIEW, policy.named))
    report = policy.check(facts, as_of=AS_OF, period=REVIEW)
    world.derived = report.world.derived
    durable = Durable(policy.rules.values(), leave_out=True)
    found = {(one.rule.id, one.fact.key, one.period): (one.status, one.failed) for one in durable.judge_all(world)}
    durable.close()
    wanted = {
        (one.rule.id, one.subject.id, one.period): (one.status, one.failed)
        for one in report
        if one.rule.id not in durable.left_out
    }
    assert len(found) > 100
    assert found == wanted


def test_some_of_its_records_by_one_document() -> None:
    policy = bundled()
    documents = tuple(document for document in policy.documents if document.id == "gx-2021")
    agree(Policy(documents, frozenset({"gx-2021"}), topics=policy.topics), every=40)


@pytest.mark.long
def test_all_of_its_records_by_all_documents() -> None:
    agree(bundled(), every=1)
