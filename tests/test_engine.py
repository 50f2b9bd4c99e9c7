"""The policy as its users hold it: loading, checking, what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import qinglian_rules as ql
from qinglian_rules.facts.ethics import EthicsGrade
from qinglian_rules.facts.people import Hospital
from tests.decisions.scenes import AS_OF, HOSPITAL, policy, visit


def test_loading_without_a_name_gives_every_bundled_document() -> None:
    assert {"gx-2021", "gx-2023", "ha-2024"} <= {document.id for document in policy().documents}


def test_an_unknown_name_is_a_policy_error_with_the_nearest_one() -> None:
    with pytest.raises(ql.PolicyError, match="gx-2021"):
        ql.load("gx-2012")


def test_a_folder_that_is_not_there_is_a_policy_error(tmp_path: Path) -> None:
    with pytest.raises(ql.PolicyError):
        ql.load(tmp_path / "none")


def test_facts_of_a_derived_type_are_refused() -> None:
    with pytest.raises(ql.FactsError, match="QL390"):
        policy("gx-2021").check([EthicsGrade(person="P-1", year=2023)], as_of=AS_OF)


def test_two_different_facts_with_one_key_are_reported_and_nothing_is_complete_about_them() -> None:
    twice = [visit(), visit(place="门诊")]
    everything = ql.Complete(type="RepVisit", end=AS_OF)
    report = policy("gx-2021").check([HOSPITAL, *twice, everything], as_of=AS_OF, engine="reference")
    assert [diagnostic.code.id for diagnostic in report.diagnostics] == ["QL391"]
    assert "RepVisit" in report.world.facts.spoiled


def test_a_named_document_reaches_whom_the_record_does_not_exclude() -> None:
    unknown_place = Hospital(id="H-2")
    elsewhere = Hospital(id="H-3", province="广东")
    report = policy("gx-2021").check([unknown_place, elsewhere], as_of=AS_OF, engine="reference")
    statuses = {(d.subject.id, d.status) for d in report if d.rule.id == "gx-2021/3.1.2/annual-training-plan"}
    assert ("H-2", "pending") in statuses
    assert {status for key, status in statuses if key == "H-3"} == {"not_applicable"}


def test_facts_without_a_body_are_given_the_one_named() -> None:
    homeless = visit(unknown=("body",))
    report = policy("gx-2021").check([HOSPITAL, homeless], as_of=AS_OF, body="H-1", engine="reference")
    assert report.world.facts.get("RepVisit", "V-1") == visit()


def test_topics_of_facts_may_be_called_by_an_alias() -> None:
    topics = policy("gx-2021").topics
    name, aliases = next((name, words) for name, words in topics.aliases.items() if words)
    record = ql.EvidenceRecord(id="K-1", body="H-1", topics=(aliases[0],))
    report = policy("gx-2021").check([HOSPITAL, record], as_of=AS_OF, engine="reference")
    stored = report.world.facts.get("EvidenceRecord", "K-1")
    assert isinstance(stored, ql.EvidenceRecord)
    assert stored.topics == (name,)


def test_a_review_needs_both_days() -> None:
    with pytest.raises(ValueError, match="both days"):
        policy("gx-2021").check([HOSPITAL], as_of=AS_OF, period=ql.DateSpan(start=date(2023, 1, 1)))
