"""Alternatives of conjunctions: what is put together, what is dropped."""

from __future__ import annotations

from qinglian_rules.backends.durable.antecedents import ASKING, FALSE, TRUE, Prop, all_of, any_of, comparison

STATE = Prop(ASKING, "s0s")
KNOWN, NONE = comparison(STATE, "==", "v"), comparison(STATE, "==", "n")
LARGE = comparison(Prop(ASKING, "s0"), ">", "n:7")


def test_a_property_cannot_be_two_texts() -> None:
    assert all_of([KNOWN, NONE]) == FALSE


def test_alternatives_are_multiplied_out() -> None:
    assert set(all_of([any_of([KNOWN, NONE]), LARGE])) == {KNOWN[0] | LARGE[0], NONE[0] | LARGE[0]}


def test_an_alternative_that_says_more_than_another_is_dropped() -> None:
    assert any_of([KNOWN, all_of([KNOWN, LARGE])]) == KNOWN


def test_nothing_asked_is_true_and_no_alternative_is_false() -> None:
    assert all_of([]) == TRUE
    assert any_of([]) == FALSE
    assert all_of([KNOWN, FALSE]) == FALSE
