"""What comes out of a case is compared with what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qinglian_rules.authoring.cases import Parts, differences, outcome, set_up
from qinglian_rules.ir.nodes import Not
from tests.authoring.samples import BODY, SAMPLE, VISIT, VISITS, cases, problems

INTRUSION = f"""intruders-sent-away:
  base:
    {BODY}
    Intrusion: {{id: I-1, body: H-1, noticed: 2023-05-10 09:00, removed: 2023-05-10 09:30, permitted: false}}
  params: {{removal_limit: 30分钟}}
"""
PACKET = f"""
  base:
    {BODY}
    Person: {{id: P-1, body: H-1}}
    Benefit: {{id: B-1, body: H-1, taken: 2023-03-01, receiver: P-1, giver_kind: 患者, accepted: true}}
"""
STUDY = f"""monthly-study:
  base:
    {BODY}
    TrainingSession: {{id: S-1, body: H-1, held: 2023-02-28}}
"""


@pytest.mark.parametrize(
    "case",
    [
        "compliant: [{title: a}]",
        "violated: [{title: a, change: {RepVisit V-1: {place: 诊室}}, failed: [定点]}]",
        "violated: [{title: a, change: {RepVisit V-1: {place: 诊室, record: none}}, failed: [有记录, 定点]}]",
        "violated: [{title: a, change: {RepVisit V-1: {place: 诊室, record: unknown}}, failed: [定点]}]",
        "undetermined: [{title: a, change: {RepVisit V-1: {place: unknown}}, missing: [RepVisit.place]}]",
        "not_applicable: [{title: a, change: {Hospital H-1: {province: 广东}}}]",
        "not_applicable: [{title: a, change: {RepVisit V-1: {start: 2025-05-14 15:00}}, as_of: 2025-12-31}]",
        "compliant: [{title: a, add: {RepVisit: {id: V-2, body: H-1, place: 诊室}}, of: RepVisit V-1}]",
        (
            "violated: [{title: a, add: {RepVisit: {id: V-2, start: 2023-05-10 15:00, body: H-1, place: 诊室}},"
            " of: RepVisit V-2}]"
        ),
    ],
)
def test_a_case_of_a_rule_passes_where_its_status_and_names_come_out(case: str) -> None:
    assert problems(f"{VISITS}  {case}\n") == []


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("violated: [{title: a}]", "must be violated, is compliant"),
        ("compliant: [{title: a, change: {RepVisit V-1: {place: 诊室}}}]", "must be compliant, is violated (定点)"),
        (
            "compliant: [{title: a, change: {RepVisit V-1: {place: unknown}}}]",
            "must be compliant, is undetermined (RepVisit.place)",
        ),
        (
            "violated: [{title: a, change: {RepVisit V-1: {place: 诊室, record: none}}, failed: [定点]}]",
            "failed must be 定点, is 定点、有记录",
        ),
        (
            (
                "undetermined: [{title: a, change: {RepVisit V-1: {place: unknown, record: unknown}},"
                " missing: [RepVisit.place]}]"
            ),
            "missing must be RepVisit.place, is RepVisit.place、RepVisit.record",
        ),
        (
            "compliant: [{title: a, as_of: 2023-05-09}]",
            "must be compliant; no decision: outside the period under review, or later than `as_of`",
        ),
        (
            "compliant: [{title: a, period: 2022-01-01..2022-12-31}]",
            "must be compliant; no decision: outside the period under review, or later than `as_of`",
        ),
    ],
)
def test_a_case_that_comes_out_otherwise_says_how(case: str, told: str) -> None:
    assert problems(f"{VISITS}  {case}\n") == [told]


def test_a_type_in_the_base_is_complete_even_when_its_facts_are_removed() -> None:
    assert (
        problems(STUDY + "  period: 2023-02-01..2023-02-28\n  violated: [{title: a, remove: [TrainingSession S-1]}]\n")
        == []
    )


def test_an_empty_list_makes_a_type_complete_that_has_no_facts() -> None:
    content = f"monthly-study:\n  base:\n    {BODY}\n    TrainingSession: []\n  period: 2023-02-01..2023-02-28\n"
    assert problems(content + "  violated: [{title: a}]\n") == []


@pytest.mark.parametrize("case", ["incomplete: [TrainingSession]", "incomplete: [教育培训]"])
def test_a_type_that_is_said_to_be_incomplete_is(case: str) -> None:
    content = STUDY + "  period: 2023-02-01..2023-02-28\n"
    missing = 'missing: ["complete: TrainingSession"]'
    assert (
        problems(content + f"  undetermined: [{{title: a, remove: [TrainingSession S-1], {case}, {missing}}}]\n") == []
    )


def test_several_periods_ask_for_one() -> None:
    (told,) = problems(STUDY + "  as_of: 2023-03-31\n  compliant: [{title: a}]\n")
    assert told.startswith("must be compliant; 4 periods: 2023-01-01..2023-01-31")


def test_a_period_of_all_cases_is_taken_away_by_none() -> None:
    first = STUDY + "  period: 2023-02-01..2023-02-28\n  as_of: 2023-02-28\n"
    assert problems(first + "  compliant: [{title: a}]\n") == []
    (told,) = problems(first + "  compliant: [{title: a, period: none}]\n")
    assert "3 periods" in told


@pytest.mark.parametrize(
    "case",
    [
        "compliant: [{title: a}]",
        "violated: [{title: a, params: {removal_limit: 29}}]",
        "compliant: [{title: a, params: {sample/removal_limit: 1小时}}]",
        "undetermined: [{title: a, params: {removal_limit: unknown}, missing: [params.removal_limit]}]",
        "pending: [{title: a, as_of: 2023-05-10, change: {Intrusion I-1: {removed: none}}}]",
        "not_applicable: [{title: a, change: {Intrusion I-1: {permitted: true}}}]",
    ],
)
def test_parameters_stand_beside_the_base_or_in_a_case(case: str) -> None:
    assert problems(f"{INTRUSION}  {case}\n") == []


@pytest.mark.parametrize(
    "case",
    [
        "concluded: [{title: a}]",
        "concluded: [{title: a, concluded: {RedPacket B-1: {person: P-1, date: 2023-03-01, body: H-1}}}]",
        (
            "concluded: [{title: a, change: {Benefit B-1: {receiver: unknown}},"
            " concluded: {RedPacket B-1: {person: unknown}}}]"
        ),
        "not_concluded: [{title: a, change: {Benefit B-1: {giver_kind: 其他个人}}}]",
        "not_concluded: [{title: a, change: {Benefit B-1: {taken: 2021-09-26}}}]",
        "undetermined: [{title: a, change: {Benefit B-1: {giver_kind: unknown}}, missing: [Benefit.giver_kind]}]",
    ],
)
def test_a_case_of_a_definition_says_whether_it_concludes(case: str) -> None:
    assert problems(f"red-packet:{PACKET}  {case}\n") == []


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("not_concluded: [{title: a}]", "must be not_concluded, is concluded"),
        (
            "concluded: [{title: a, concluded: {RedPacket B-1: {person: P-2}}}]",
            "RedPacket B-1.person must be P-2, is P-1",
        ),
        ("concluded: [{title: a, concluded: {RedPacket B-2: {person: P-1}}}]", "RedPacket B-2 is not concluded"),
        (
            "concluded: [{title: a, concluded: {RedPacket B-1: {person: unknown}}}]",
            "RedPacket B-1.person must be unknown, is P-1",
        ),
    ],
)
def test_what_a_definition_concludes_is_compared_by_field(case: str, told: str) -> None:
    assert problems(f"red-packet:{PACKET}  {case}\n") == [told]


def test_a_rule_on_what_is_concluded_does_not_apply_where_nothing_is() -> None:
    content = f"no-red-packet:{PACKET}"
    assert problems(content + "  violated: [{title: a, concluded: {RedPacket B-1: {person: P-1}}}]\n") == []
    assert problems(content + "  not_applicable: [{title: a, change: {Benefit B-1: {giver_kind: 其他个人}}}]\n") == []


def test_facts_of_a_base_on_top_of_the_file_go_to_all_its_blocks() -> None:
    shared = f"base:\n  {BODY}\n  {VISIT}\nvisits-in-order:\n"
    assert problems(shared + "  compliant: [{title: a}]\n") == []
    own = "  base:\n    Hospital: {id: H-1, province: 广西, reception_places: [别处]}\n"
    assert problems(shared + own + "  violated: [{title: a, failed: [定点]}]\n") == []


def test_a_document_that_is_named_by_the_caller_is_judged_as_if_nobody_had() -> None:
    named = replace(SAMPLE, named=frozenset({"sample"}))
    change = "{Hospital H-1: {province: unknown}, RepVisit V-1: {place: 诊室}}"
    content = f"{VISITS}  undetermined: [{{title: a, change: {change}, missing: [Hospital.province]}}]\n"
    assert problems(content, named) == []


def test_a_variant_of_a_rule_is_judged_on_a_case_that_is_set_up_once() -> None:
    (case,) = cases(VISITS + "  compliant: [{title: a}]\n")
    rule = SAMPLE.rules["sample/1/visits-in-order"]
    stage = set_up(case, Parts(SAMPLE).of(rule))
    assert differences(stage, outcome(stage, rule)) == ()
    wrong = replace(rule, conditions=tuple(replace(c, node=Not(c.node, type=c.node.type)) for c in rule.conditions))
    assert [told.en for told in differences(stage, outcome(stage, wrong))] == [
        "must be compliant, is violated (定点、有记录)"
    ]


def test_the_part_of_a_rule_holds_the_definitions_that_it_needs() -> None:
    parts = Parts(SAMPLE)
    assert parts.of(SAMPLE.rules["sample/1/no-red-packet"]).strata == ("RedPacket",)
    assert parts.of(SAMPLE.rules["sample/1/visits-in-order"]).strata == ()
    assert [d.id for d in parts.of(SAMPLE.rules["sample/1/no-red-packet"]).documents[0].definitions] == [
        "sample/1/red-packet"
    ]
