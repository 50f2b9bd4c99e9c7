"""The generator itself: most of what it writes passes the checker, and nothing of the language is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from qinglian_rules.authoring.cases.stage import roots
from qinglian_rules.engine import Policy
from qinglian_rules.ir.functions import FUNCTIONS, QUANTIFIERS
from qinglian_rules.ir.nodes import Call, Node
from qinglian_rules.ir.walk import NODES, walk
from tests.conformance.build import CaseError
from tests.properties.policies import loaded, texts

TOGETHER = settings(max_examples=600, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
MOST_REFUSED = 0.1
# What the checker turns into other nodes, and the one that needs no function.
NOT_CALLED = {"date_of", "minutes", "hours", "days"}


@pytest.fixture(scope="module")
def written() -> list[Policy | str]:
    """Six hundred policies; of those that the checker refuses, why."""
    found: list[Policy | str] = []

    @TOGETHER
    @given(texts())
    def write(documents: tuple[dict[str, object], ...]) -> None:
        try:
            found.append(loaded(documents))
        except CaseError as error:
            found.append(str(error))

    write()
    return found


def policies(written: list[Policy | str]) -> list[Policy]:
    return [one for one in written if isinstance(one, Policy)]


def nodes(written: list[Policy | str]) -> Iterator[Node]:
    for policy in policies(written):
        for document in policy.documents:
            for norm in (*document.rules, *document.definitions):
                for root in roots(norm):
                    yield from walk(root)


def test_most_policies_pass_the_checker(written: list[Policy | str]) -> None:
    refused = Counter(one.splitlines()[0] for one in written if isinstance(one, str))
    assert sum(refused.values()) < len(written) * MOST_REFUSED, refused.most_common(5)


def test_every_class_of_node_occurs(written: list[Policy | str]) -> None:
    assert {kind.__name__ for kind in NODES} - {type(node).__name__ for node in nodes(written)} == set()


def test_every_function_occurs(written: list[Policy | str]) -> None:
    called = {node.name for node in nodes(written) if isinstance(node, Call)}
    assert set(FUNCTIONS) - NOT_CALLED - called == set()
    assert len(QUANTIFIERS) == 12  # each has a node of its own, but `min` and `max` share one


def test_every_form_of_rule_and_definitions_of_every_derived_type_occur(written: list[Policy | str]) -> None:
    rules = [rule for policy in policies(written) for rule in policy.rules.values()]
    assert {rule.form for rule in rules} == {"require", "forbid", "evidence", "judgement"}
    assert {rule.every is None for rule in rules} == {rule.due is None for rule in rules} == {True, False}
    assert "permission" in {rule.kind for rule in rules}
    targets = {
        one.target for policy in policies(written) for document in policy.documents for one in document.definitions
    }
    assert targets == {"Mark", "Run", "Grade", "YearMark", "Verdict"}
