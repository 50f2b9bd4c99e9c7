"""One object answers why, why not, what is missing, and what would change it (LANGUAGE 7)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from qinglian_rules.decisions.choice import is_choice
from qinglian_rules.decisions.rendering import render_html, render_markdown, render_text
from qinglian_rules.diagnostics import Lang
from qinglian_rules.facts.people import Person
from qinglian_rules.facts.visits import VisitBooking
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.walk import walk
from tests.decisions.scenes import AS_OF, decided, policy, taken_envelope, visit
from tests.passes.samples import check


def test_why_names_only_the_conditions_that_decided_and_what_they_read() -> None:
    explanation = decided(visit(place="门诊诊室")).explanation
    assert [reason.name for reason in explanation.why] == ["定点"]
    assert explanation.values == {"visit.place": "门诊诊室", "visit.body.reception_places": ("药学部接待室",)}


def test_what_holds_is_the_reason_of_a_compliant_decision() -> None:
    names = [reason.name for reason in decided(visit()).explanation.why]
    assert {"定时", "定点", "定人", "有预约", "有流程", "有记录"} == set(names)


def test_why_not_says_what_kept_the_rule_from_applying() -> None:
    decision = decided(visit(visitor_kind="安装人员", place="门诊诊室"))
    assert decision.status == "not_applicable"
    assert [dict(reason.values) for reason in decision.explanation.why_not] == [{"visit.visitor_kind": "安装人员"}]


def test_the_smallest_change_is_one_field_that_was_run() -> None:
    change = decided(visit(place="门诊诊室")).explanation.change
    assert change is not None
    assert [(item.field, item.value) for item in change.fields] == [("place", "药学部接待室")]


def test_a_change_of_two_fields_is_found_where_one_is_not_enough() -> None:
    change = decided(visit(place="门诊诊室", host="P-9")).explanation.change
    assert change is not None
    assert {item.field: item.value for item in change.fields} == {"place": "药学部接待室", "host": "P-1"}


def test_no_change_is_offered_where_more_than_two_fields_are_wrong() -> None:
    broken = visit(place="门诊诊室", host="P-9", start=datetime(2023, 5, 11, 15, 0))
    assert decided(broken).explanation.change is None


def test_a_change_never_touches_the_body_or_the_key() -> None:
    change = decided(visit(place="门诊诊室")).explanation.change
    assert change is not None
    assert not {"id", "body"} & {item.field for item in change.fields}


def test_another_record_than_the_one_referred_to_is_no_remedy() -> None:
    late = VisitBooking(id="B-2", body="H-1", made=datetime(2023, 5, 11, 9, 30))
    assert decided(visit(booking="B-2"), late).explanation.change is None


def test_a_missing_record_may_be_filled_in() -> None:
    change = decided(visit(booking=None)).explanation.change
    assert change is not None
    assert [(item.field, item.value) for item in change.fields] == [("booking", "B-1")]


def test_a_missing_approver_may_be_filled_in_where_the_rule_asks_for_one() -> None:
    change = decided(visit(approved_by=None), Person(id="P-2", body="H-1")).explanation.change
    assert change is not None
    assert [(item.field, item.value) for item in change.fields] == [("approved_by", "P-2")]


@pytest.mark.parametrize(
    ("condition", "present", "asked"),
    [
        ("visit.approved_by in visit.body.reception_staff", "P-9", True),
        ("visit.approved_by == visit.host", "P-9", True),
        ("visit.approved_by is None or visit.approved_by.is_medical_staff", "P-9", False),
        ("visit.approved_by is not None and visit.approved_by.is_medical_staff", None, True),
        ("exists(p for p in Person if p == visit.approved_by)", "P-9", False),
    ],
)
def test_a_reference_may_change_only_where_the_rule_asks_for_that_choice(
    condition: str, present: str | None, asked: bool
) -> None:
    node = check(condition).node
    assert node is not None
    path = next(one for one in walk(node) if isinstance(one, n.Field) and one.name == "approved_by")
    assert is_choice((node,), path, present) is asked


def test_what_is_missing_is_the_smallest_set_that_settles_it() -> None:
    decision = decided(visit(unknown=("place",)))
    assert decision.missing == ("RepVisit.place",)
    (found,) = decision.explanation.missing
    assert [lack.name for lack in found.lacks] == ["RepVisit.place"]
    assert "接待地点" in found.lacks[0].supplier.zh


def test_two_unknowns_settle_together() -> None:
    decision = decided(visit(unknown=("place", "record")))
    (found,) = decision.explanation.missing
    assert [lack.name for lack in found.lacks] == ["RepVisit.place", "RepVisit.record"]


def test_a_missing_parameter_says_who_sets_it() -> None:
    from qinglian_rules.facts.visits import Intrusion

    stranger = Intrusion(
        id="I-1",
        body="H-1",
        noticed=datetime(2023, 5, 10, 9, 0),
        removed=datetime(2023, 5, 10, 9, 20),
        permitted=False,
        care_related=False,
    )
    report = policy("gx-2021").check([stranger, *taken_envelope()[:1]], as_of=AS_OF, engine="reference")
    decision = next(d for d in report.undetermined if d.subject.id == "I-1")
    assert decision.missing == ("params.removal_limit",)
    assert [lack.name for found in decision.explanation.missing for lack in found.lacks] == ["params.removal_limit"]


def test_a_derived_fact_explains_itself_back_to_what_caused_it() -> None:
    report = policy("gx-2021").check(taken_envelope(), as_of=date(2022, 12, 1), engine="reference")
    decision = next(d for d in report.violated if d.rule.id == "gx-2021/2/no-red-packet-taken")
    sources = decision.explanation.sources
    assert {(source.type, source.subject_type, source.subject_key) for source in sources} == {
        ("RedPacket", "Benefit", "G-1")
    }
    assert all("均应认定为" in source.citation for source in sources)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_of_words_quotes_the_text_that_decides(lang: Lang) -> None:
    decision = decided(visit(place="门诊诊室"))
    for render in (render_text, render_markdown, render_html):
        assert "参照‘定时定点定人’" in render(decision, lang)


def test_the_chinese_words_are_those_of_the_fields() -> None:
    text = decided(visit(place="门诊诊室")).explain("zh")
    assert "未满足：定点 — 接待地点是“门诊诊室”，医院的接待地点是“药学部接待室”" in text
    assert "如果：接待地点为“药学部接待室”，则合规" in text


def test_a_field_that_only_has_to_be_filled_in_is_called_so() -> None:
    assert "如果：填有来访记录，则合规" in decided(visit(record=None)).explain("zh")


def test_html_escapes_what_a_record_holds() -> None:
    text = render_html(decided(visit(place="<script>alert(1)</script>")))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
