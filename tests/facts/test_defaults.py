"""A field that means something where a record leaves it out is a decision, and is listed as one."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import MISSING

from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.vocabulary import Vocabulary

PAGE = Path(__file__).parents[2] / "docs/decisions/what-a-record-leaves-unsaid.md"


def test_the_fields_with_a_default_are_those_that_the_decision_lists() -> None:
    ours = (one for one in Vocabulary.current().types.values() if one.model.__module__.startswith("qinglian_rules."))
    found = {
        f"{fact_type.name}.{field.name}"
        for fact_type in ours
        for field in fact_type.fields.values()
        if field.may_be_unknown and field.default is not MISSING
    }
    assert found == set(re.findall(r"`([A-Z]\w+\.\w+)`", PAGE.read_text(encoding="utf-8")))


def test_what_is_said_to_be_unknown_is_unknown_though_the_field_has_a_default() -> None:
    assert Hospital(id="H-1").closed is None
    assert Hospital(id="H-1", closed=MISSING).closed is MISSING
