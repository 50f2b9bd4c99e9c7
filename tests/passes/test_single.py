"""Conditions that stand alone, such as whom a document reaches."""

from __future__ import annotations

from qinglian_rules.ir.build import TRUE
from qinglian_rules.ir.rules import Subject
from qinglian_rules.passes import check_condition, check_reach
from tests.passes.samples import CONTEXT, scalar
from tests.syntax.marked import marked


def test_reach_speaks_of_a_body() -> None:
    node, found = check_reach(scalar('body.province == "广西" and body.city is not None'), CONTEXT)
    assert node is not None
    assert found == ()


def test_a_document_may_reach_everybody() -> None:
    assert check_reach(scalar("True"), CONTEXT) == (TRUE, ())


def test_a_mistake_in_reach_is_underlined() -> None:
    text = 'body.beds > 3 and body.province == "广西" and hospital.for_profit'
    node, found = check_reach(scalar(text), CONTEXT)
    assert node is None
    assert marked(text, found) == [("QL232", "body.beds"), ("QL230", "hospital")]


def test_a_condition_may_speak_of_any_subject() -> None:
    node, found = check_condition(scalar("person.is_party_member"), Subject("person", "Person"), CONTEXT)
    assert node is not None
    assert found == ()
