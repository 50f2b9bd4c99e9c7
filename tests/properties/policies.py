"""Policies at random: well-typed rules and definitions over the fact types of the conformance cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from qinglian_rules.engine import Policy
from tests.conformance.build import CaseError, policy_of
from tests.conformance.format import Case
from tests.properties.blocks import TOPICS, definition, duties, rule
from tests.properties.expressions import Writer
from tests.properties.places import DERIVED_TYPES, PARAMETERS

FORCES: tuple[Any, ...] = (
    {"from": "2021-01-01", "to": "2024-12-31"},
    {"from": "2023-01-01"},
    {"from": {"earliest": "2022-01-01", "latest": "2022-06-30"}, "to": "2024-12-31"},
    {"from": "2021-10-08", "to": {"earliest": "2023-06-30", "latest": "2023-12-31"}},
)
REACHES = (
    'body.province == "广西"',
    "True",
    "True",
    'body.level in {"三级", "二级"}',
    'body.province == "广西" and body.city is not None and body.city != "桂林"',
    "body.superior is None",
)
SEEN = Counter[str]()
"""How many texts were accepted and refused, and by which codes."""


@st.composite
def texts(draw: st.DrawFn, *, definitions: bool = True, rules: int = 3) -> tuple[Mapping[str, Any], ...]:
    """Documents as specifications of conformance cases: metadata, and blocks as text."""
    writer = Writer(draw)
    count = writer.pick((1, 1, 1, 2))
    derived = [name for name in DERIVED_TYPES if writer.chance(3)] if definitions else []
    made = [_definitions(writer, derived, document) for document in range(count)]
    # A type that no document concludes is not read.
    concluded = [name for name in derived if any(name in targets for _, targets in made)]
    return tuple(_document(writer, number, made[number][0], concluded, rules) for number in range(count))


def _definitions(writer: Writer, derived: list[str], document: int) -> tuple[list[str], list[str]]:
    blocks, targets, ids = [], [], []
    for place, target in enumerate(derived):
        for number in range(writer.pick((1, 2, 2, 0))):
            own_id = f"def-{target.lower()}-{number + 1}"
            blocks.append(definition(writer, own_id, target, derived[:place], ids))
            ids.append(own_id)
            targets.append(target)
    return blocks, targets


def _document(writer: Writer, number: int, definitions: list[str], derived: list[str], rules: int) -> dict[str, Any]:
    blocks = [rule(writer, f"r{index}", derived) for index in range(1, writer.pick(range(1, rules + 1)) + 1)]
    if writer.chance(6):
        blocks.append(duties(writer, "d"))
    spec: dict[str, Any] = {
        "id": f"d{number + 1}",
        "in_force": writer.pick(FORCES),
        "reach": writer.pick(REACHES),
        "rank": writer.pick(("province", "hospital", "national")),
        "rules": "\n---\n".join([*definitions, *blocks]),
    }
    if number == 1 and writer.chance(3):
        spec["supersedes"] = ["d1"]
    return spec


def loaded(documents: tuple[Mapping[str, Any], ...]) -> Policy:
    """Return the policy of these documents.

    Raises:
        CaseError: the checker refuses one of them.
    """
    return policy_of(case_of(documents))


def case_of(documents: tuple[Mapping[str, Any], ...]) -> Case:
    """Return documents as a conformance case without facts."""
    return Case(
        group="generated",
        name="generated",
        cites="3.10",
        as_of="2023-12-31",
        documents=documents,
        facts={},
        params=PARAMETERS,
        topics=TOPICS,
        named=("d1",),
    )


@st.composite
def policies(draw: st.DrawFn, *, definitions: bool = True, rules: int = 3) -> Policy:
    """Policies that pass the checker."""
    documents = draw(texts(definitions=definitions, rules=rules))
    try:
        policy = loaded(documents)
    except CaseError as error:
        SEEN.update(["refused", *(line.split(" ")[0] for line in str(error).splitlines())])
        assume(False)
        raise
    SEEN["accepted"] += 1
    return policy
