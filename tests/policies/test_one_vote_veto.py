"""gx-2023 三（八） with the definitions of gx-2021: from a benefit to the grade, the recorded assessment, the award."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

import qinglian_rules as ql
from qinglian_rules.backends.concluded import Concluded
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.benefits import Benefit
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.ethics import EffectRule, EthicsAssessment, PersonnelDecision
from qinglian_rules.facts.misconduct import Behaviour, MisconductCase
from qinglian_rules.facts.people import Hospital, Person
from qinglian_rules.facts.values import DateSpan

YEAR_END = date(2023, 12, 31)
RECORDED_GRADE = "gx-2023/3.8/recorded-grade-agrees-with-the-veto@EthicsAssessment:A-1"
AWARD = "gx-2023/3.8/decisions-follow-the-verified-grade@PersonnelDecision:D-1"

RED_PACKET = Benefit(
    id="B-1",
    body="H-1",
    taken=date(2023, 3, 1),
    form="礼金",
    receiver="P-1",
    accepted=True,
    giver_kind="患者",
    care_stage="诊疗过程中",
)
KICKBACK = RED_PACKET.model_copy(update={"form": "回扣", "giver_kind": "医药企业"})


def records(benefit: Benefit, behaviour: Behaviour) -> Iterator[Fact]:
    """A benefit, the case that it led to, and a hospital that went on as if nothing had happened."""
    yield Hospital(id="H-1", province="广西")
    yield Person(id="P-1", body="H-1", is_medical_staff=True)
    yield benefit
    yield MisconductCase(
        id="C-1",
        body="H-1",
        occurred=date(2023, 3, 1),
        behaviour=behaviour,
        person="P-1",
        benefit="B-1",
        verified=True,
        verified_on=date(2023, 4, 10),
    )
    yield EthicsAssessment(id="A-1", body="H-1", person="P-1", year=2023, assessed=date(2023, 5, 1), grade="优秀")
    yield EffectRule(
        id="R-1",
        body="H-1",
        span=DateSpan(start=date(2020, 1, 1), end=None),
        decision="评先评优",
        grade="优秀",
        effect="优先",
    )
    yield PersonnelDecision(
        id="D-1",
        body="H-1",
        person="P-1",
        decision="评先评优",
        decided=date(2023, 6, 1),
        result="有利",
        basis="R-1",
        assessment="A-1",
    )
    for name in ("Benefit", "MisconductCase", "EthicsAssessment", "Person"):
        yield Complete(type=name, end=YEAR_END)


@cache
def policy(*names: str) -> ql.Policy:
    return ql.load(*names)


def statuses(report: ql.Report) -> dict[str, str]:
    return {decision.id: decision.status for decision in report}


def grade(report: ql.Report) -> Concluded:
    return next(fact for fact in report.concluded if fact.key == "P-1|2023")


@pytest.mark.parametrize(
    ("benefit", "behaviour"),
    [(RED_PACKET, "收受红包"), (KICKBACK, "收受回扣"), (RED_PACKET, "其他"), (KICKBACK, "其他")],
)
def test_what_a_verified_case_took_decides_the_grade_and_what_rests_on_it(
    benefit: Benefit, behaviour: Behaviour
) -> None:
    report = policy("gx-2021", "gx-2023").check(records(benefit, behaviour), as_of=YEAR_END)
    assert grade(report).values["grade"] == "不合格"
    found = statuses(report)
    assert found[RECORDED_GRADE] == "violated"
    assert found[AWARD] == "violated"


def test_a_case_of_another_name_waits_for_the_definition_of_gx_2021() -> None:
    report = policy("gx-2023").check(records(RED_PACKET, "其他"), as_of=YEAR_END)
    decision = next(decision for decision in report if decision.id == RECORDED_GRADE)
    assert decision.status == "undetermined"
    assert "complete: RedPacket" in decision.missing


def test_a_gift_of_a_case_of_another_name_that_is_neither_waits_for_a_finding() -> None:
    gift = RED_PACKET.model_copy(update={"giver_kind": "其他个人"})
    report = policy("gx-2021", "gx-2023").check(records(gift, "其他"), as_of=YEAR_END)
    decision = next(decision for decision in report if decision.id == RECORDED_GRADE)
    assert decision.status == "undetermined"
    assert decision.missing == ("judged: 是否属于回扣、红包一类的违法违规违纪行为",)
