"""A fact base keeps every fact once, and says which of two with one key it did not take."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import MISSING

from qinglian_rules.facts.base import Fact, Key, fact_field
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.store import FactBase


def defined() -> Callable[..., Fact]:
    class DefinedAnew(Fact, title="重新定义的事实", dated=None, body=None):
        id: Key
        word: str | MISSING = fact_field("字")

    return DefinedAnew


def test_the_first_of_two_facts_with_one_key_stands() -> None:
    first, same, other = Hospital(id="H-1"), Hospital(id="H-1"), Hospital(id="H-1", name="某院")
    base = FactBase([first, same, other, Hospital(id="H-2")])
    assert [fact.key for fact in base] == ["H-1", "H-2"]
    assert base.get("Hospital", "H-1") is first
    assert (base.clashes, base.spoiled) == ((other,), {"Hospital"})


def test_facts_of_a_class_that_was_defined_anew_join_those_of_the_old_one() -> None:
    old, new = defined(), defined()
    kept, added, clashing = old(id="T-1"), new(id="T-2"), new(id="T-1", word="x")
    base = FactBase([kept, added, clashing])
    assert list(base) == [kept, added]
    assert base.clashes == (clashing,)
