"""Standard cases of rules that ask for a record or a finding: they pass, show every status, and notice changes."""

from __future__ import annotations

import pytest

from qinglian_rules.authoring.cases import Case, Runner, cases_of
from qinglian_rules.authoring.cases.reach import possible
from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Rule
from tests.authoring.samples import policy

RULE = "sample/1/asked"
EVIDENCE = "evidence: {record: 制度, about: 医药代表来访管理, by: 院长办公会}"
JUDGEMENT = "judgement: {by: [行风管理部门, 纪检监察部门]}"
TAKEN = """each: case in MisconductCase
when: case.behaviour == "收受红包" and case.verified and case.verified_on is not None and not case.crime_suspected"""

LEVEL = 'authority.level in {"市级", "县级"} and authority.city is not None'
SUBJECTS = {
    "hospital": "each: hospital in Hospital",
    "body": "each: body in Body",
    "authority-of-a-level": f"each: authority in HealthAuthority\nwhen: {LEVEL}",
    "unless": 'each: hospital in Hospital\nunless: hospital.ownership == "民营" or hospital.level is None',
    "one-hospital": 'each: hospital in Hospital\nwhen: hospital.id == "H-1"',
    "every-month": "each: hospital in Hospital\nevery: month",
    "every-year": "each: hospital in Hospital\nevery: year\nreading: 甲",
    "every-two-years": "each: hospital in Hospital\nevery: 2 years from 2022-01-01\nreading: 甲",
    "every-as-set": "each: hospital in Hospital\nevery: params.review_cycle",
    "every-quarter-with-due": "each: hospital in Hospital\nevery: quarter\ndue: workdays_after(period.end, 3)",
    "once": "each: hospital in Hospital\ndue: date(2022, 6, 30)",
    "once-to-the-end": "each: hospital in Hospital\ndue: date(2024, 12, 31)",
    "of-an-event": TAKEN,
    "of-an-event-with-due": f"{TAKEN}\ndue: case.verified_on + params.removal_limit",
    "of-a-person": f"{TAKEN} and case.person is not None and case.person.is_medical_staff",
    "from": "each: hospital in Hospital\nevery: month\nfrom: 2022-03-01",
    "span": "each: tenure in PostTenure\nwhen: tenure.post.is_head",
    "span-every-year": "each: tenure in PostTenure\nevery: year\nwhen: within(period.end, tenure.span)\nreading: 甲",
}


def asking(form: str, subject: str = SUBJECTS["hospital"], kind: str = "obligation") -> Policy:
    """Return the sample with one more rule."""
    return policy(f"\n```rule\nid: asked\nclause: 鼓励探索\nkind: {kind}\n{subject}\n{form}\n```\n")


def standard(chosen: Policy) -> tuple[Case, ...]:
    return cases_of(chosen, chosen.rules[RULE])


def failing(cases: tuple[Case, ...], chosen: Policy) -> list[str]:
    """Return the titles of the cases that do not pass on another policy's rule of the same id."""
    runner = Runner(chosen)
    return [case.title for case in cases if runner.run(case).problems]


def shown(cases: tuple[Case, ...]) -> set[str]:
    return {case.expect for case in cases}


def rule_of(chosen: Policy) -> Rule:
    return chosen.rules[RULE]


@pytest.mark.parametrize("form", [EVIDENCE, JUDGEMENT], ids=["evidence", "judgement"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_standard_cases_pass_and_show_every_status(subject: str, form: str) -> None:
    chosen = asking(form, SUBJECTS[subject])
    cases = standard(chosen)
    assert failing(cases, chosen) == []
    assert shown(cases) == set(possible(rule_of(chosen)))


@pytest.mark.parametrize("within", ["30 days", "12 months"])
@pytest.mark.parametrize("subject", ["hospital", "every-month", "once", "of-an-event"])
def test_how_recent_a_record_must_be_is_shown_by_the_last_day_that_is_too_old(subject: str, within: str) -> None:
    chosen = asking(EVIDENCE.replace("}", f", within: {within}}}"), SUBJECTS[subject])
    cases = standard(chosen)
    assert failing(cases, chosen) == []
    assert {"资料已经过时", "资料刚好没有过时"} <= {case.title for case in cases}


@pytest.mark.parametrize("form", [EVIDENCE, JUDGEMENT], ids=["evidence", "judgement"])
def test_a_permission_is_used_or_does_not_apply(form: str) -> None:
    chosen = asking(form, kind="permission")
    cases = standard(chosen)
    assert failing(cases, chosen) == []
    assert shown(cases) == {"compliant", "not_applicable"}


def test_only_the_findings_that_are_accepted_hold() -> None:
    chosen = asking("judgement: {by: 行风管理部门, accept: [符合]}")
    cases = {case.title: case.expect for case in standard(chosen)}
    assert failing(standard(chosen), chosen) == []
    assert cases["认定为基本符合"] == "violated"


@pytest.mark.parametrize(
    ("one", "other", "noticed"),
    [
        (EVIDENCE, EVIDENCE.replace(", by: 院长办公会", ""), "资料没有批准"),
        (EVIDENCE, EVIDENCE.replace(", about: 医药代表来访管理", ""), "资料主题不对"),
        (EVIDENCE, EVIDENCE.replace("制度", "方案"), "有所要求的资料"),
        (EVIDENCE, EVIDENCE.replace("}", ", within: 30 days}"), "期间第一天的资料"),
        (JUDGEMENT, JUDGEMENT.replace("行风管理部门, ", ""), "认定为符合"),
        (JUDGEMENT, JUDGEMENT.replace("}", ", accept: [符合]}"), "认定为基本符合"),
        (EVIDENCE, JUDGEMENT, "有所要求的资料"),
    ],
    ids=["no office", "no topic", "another record", "more recent", "fewer offices", "fewer findings", "another form"],
)
def test_a_change_of_what_is_asked_is_noticed(one: str, other: str, noticed: str) -> None:
    subject = SUBJECTS["every-year"]
    assert noticed in failing(standard(asking(one, subject)), asking(other, subject))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("authority-of-a-level", "body"),
        ("unless", "hospital"),
        ("every-month", "every-year"),
        ("every-quarter-with-due", "hospital"),
        ("once", "hospital"),
        ("of-a-person", "of-an-event"),
        ("of-an-event-with-due", "of-an-event"),
    ],
)
def test_a_change_of_whom_or_when_it_concerns_is_noticed(one: str, other: str) -> None:
    cases = standard(asking(EVIDENCE, SUBJECTS[one]))
    assert failing(cases, asking(EVIDENCE, SUBJECTS[other])) != []


def test_a_rule_whose_subject_is_concluded_is_left_to_its_author() -> None:
    assert standard(asking(EVIDENCE, "each: packet in RedPacket")) == ()


def test_a_condition_on_other_facts_is_left_to_its_author() -> None:
    when = "when: exists(s for s in TrainingSession if s.body == hospital)"
    assert standard(asking(EVIDENCE, f"each: hospital in Hospital\n{when}")) == ()


def test_a_rule_that_facts_decide_has_no_standard_cases() -> None:
    chosen = policy()
    assert cases_of(chosen, chosen.rules["sample/1/visits-in-order"]) == ()


def test_a_topic_may_be_called_by_an_alias() -> None:
    (case,) = [case for case in standard(asking(EVIDENCE)) if case.title == "资料主题用的是别名"]
    assert case.expect == "compliant"
