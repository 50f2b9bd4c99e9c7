"""A report groups decisions by status, and shows one finding for one fault."""

from __future__ import annotations

from dataclasses import replace

from qinglian_rules.backends.verdicts import Status
from qinglian_rules.decisions import Decision, overshadow
from qinglian_rules.reports.json_report import decision_data
from tests.decisions.scenes import AS_OF, BOOKING, HOSPITAL, VISIT_RULE, decided, policy, visit


def test_every_decision_is_in_the_list_of_its_status() -> None:
    report = policy("gx-2021").check([HOSPITAL, BOOKING, visit(place="门诊")], as_of=AS_OF, engine="reference")
    lists = (report.violated, report.undetermined, report.pending, report.compliant, report.not_applicable)
    assert sum(len(found) for found in lists) == len(report.decisions)
    assert {status: len(report.of(status)) for status in report.summary} == dict(report.summary)


def test_an_id_is_made_of_rule_subject_and_period() -> None:
    assert decided(visit()).id == f"{VISIT_RULE}@RepVisit:V-1"
    report = policy("gx-2021").check([HOSPITAL], as_of=AS_OF, engine="reference")
    study = [decision.id for decision in report if decision.rule.id == "gx-2021/3.1.2/monthly-study"]
    assert "gx-2021/3.1.2/monthly-study@Hospital:H-1@2023-06-01..2023-06-30" in study
    assert len({decision.id for decision in report}) == len(report.decisions)


def test_a_citation_holds_number_section_and_words() -> None:
    citation = decided(visit()).citation
    assert citation.startswith("桂卫医发〔2021〕28号 三/（三）/4：“参照")


def _special_and_general() -> tuple[Decision, Decision]:
    general = decided(visit(place="门诊"))
    rule = replace(general.rule, id="gx-2021/3.3.4/special", specialises=(general.rule.id,))
    special = Decision(replace(general.verdict, rule=rule), general.world)
    return special, general


def test_a_special_norm_overshadows_the_general_one_that_found_the_same_fault() -> None:
    special, general = _special_and_general()
    marked = {decision.rule.id: decision.overshadowed_by for decision in overshadow([general, special])}
    assert marked == {general.rule.id: special.id, special.rule.id: None}


def test_a_special_norm_that_finds_nothing_overshadows_nothing() -> None:
    special, general = _special_and_general()
    calm = Decision(replace(special.verdict, status="compliant"), special.world)
    assert [decision.overshadowed_by for decision in overshadow([general, calm])] == [None, None]


def _same(status: Status = "violated") -> tuple[Decision, Decision]:
    """Return a decision, and one of another rule that says to ask the same."""
    first = decided(visit(place="门诊"))
    rule = replace(first.rule, id="gx-2021/3.3.4/again", section="二/11", same_as=first.rule.id)
    return first, Decision(replace(first.verdict, rule=rule, status=status), first.world)


def test_two_documents_that_ask_the_same_give_one_finding_with_two_citations() -> None:
    first, again = _same()
    shown, hidden = overshadow([first, again])
    assert (shown.overshadowed_by, hidden.overshadowed_by) == (None, first.id)
    assert [rule.id for rule in shown.also] == [again.rule.id]
    assert [words.partition(" ")[2].partition("：")[0] for words in shown.citations] == ["三/（三）/4", "二/11"]
    assert shown.explain("zh").count("依据：") == 2
    assert decision_data(shown)["also"] == [
        {"rule": again.rule.id, "policy": "gx-2021", "section": "二/11", "clause": decision_data(first)["clause"]}
    ]


def test_what_comes_out_otherwise_in_the_other_document_is_shown_by_itself() -> None:
    assert [one.overshadowed_by for one in overshadow(_same("undetermined"))] == [None, None]
    assert [one.also for one in overshadow(_same("compliant"))] == [(), ()]


def test_two_rules_that_ask_the_same_as_a_third_are_shown_once_where_the_third_does_not_decide() -> None:
    first, again = _same()
    other = Decision(replace(again.verdict, rule=replace(again.rule, id="gx-2021/3.3.4/once-more")), first.world)
    shown, hidden = overshadow([again, other])
    assert (shown.also, hidden.overshadowed_by) == ((other.rule,), again.id)
