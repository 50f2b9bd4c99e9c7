"""Records as hospitals keep them: what is taken, what is refused, what stays unknown."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import MISSING, ValidationError

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.benefits import Benefit, RedPacket
from qinglian_rules.facts.billing import BillingLine
from qinglian_rules.facts.engine import Complete, EvidenceRecord, ParameterValue
from qinglian_rules.facts.ethics import EthicsAssessment, EthicsGrade
from qinglian_rules.facts.governance import Structure
from qinglian_rules.facts.misconduct import MisconductCase
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.posts import ContinuousTenure, PostTenure
from qinglian_rules.facts.prescribing import UsageIndicator
from qinglian_rules.facts.reports import ReportSubmission
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.facts.visits import Intrusion, RepVisit


def test_what_a_record_leaves_out_is_unknown_and_not_none() -> None:
    visit = RepVisit(id="V-1", booking=None)
    assert visit.booking is None
    assert visit.place is MISSING
    assert visit.body is MISSING


def test_a_hospital_publishes_when_it_receives_representatives() -> None:
    slot = WeeklySlot.model_validate({"weekday": 3, "from": time(14), "to": time(17)})
    hospital = Hospital(id="H-1", level="三级甲等", reception_hours=(slot,), reception_places=())
    assert hospital.adopts == ()
    assert hospital.reception_hours == (slot,)
    assert hospital.reception_places == ()
    assert hospital.reception_staff is MISSING


def test_completeness_reads_from_and_to_as_they_are_written() -> None:
    written = Complete.model_validate({"type": "Sanction", "from": date(2023, 1, 1), "to": date(2023, 12, 31)})
    assert written == Complete(type="Sanction", start=date(2023, 1, 1), end=date(2023, 12, 31))
    assert (written.body, written.kind) == (None, None)


def test_statements_about_different_kinds_are_different_facts() -> None:
    one, other = (Complete(type="Benefit", kind=kind, end=date(2023, 12, 31)) for kind in ("礼金", "宴请"))
    assert one.key != other.key


def test_a_parameter_needs_no_id() -> None:
    first = ParameterValue(body="H-1", parameter="removal_limit", start=date(2021, 9, 27), value="30 minutes")
    later = ParameterValue(body="H-1", parameter="removal_limit", start=date(2022, 1, 1), value="15 minutes")
    assert first.key == "H-1|removal_limit|2021-09-27"
    assert first.end is None
    assert later.key != first.key


def test_a_derived_fact_is_known_by_what_it_follows_from() -> None:
    assert RedPacket(benefit="B-1", person="P-1").key == "B-1"
    assert EthicsGrade(person="P-1", year=2023, grade="不合格").key == "P-1|2023"
    assert ContinuousTenure(tenure="T-1").key == "T-1"


def test_a_tenure_may_run_on_and_its_start_may_be_unknown() -> None:
    tenure = PostTenure(id="T-1", span=DateSpan(end=None), held_on=date(2019, 5, 1))
    assert isinstance(tenure.span, DateSpan)
    assert tenure.span.start is MISSING
    assert tenure.span.end is None


def test_a_line_that_takes_another_back_is_negative() -> None:
    line = BillingLine(id="L-2", number=Decimal(-1), amount=Decimal("-35.50"), reverses="L-1")
    assert line.amount == Decimal("-35.50")


def test_a_report_belongs_to_its_sender() -> None:
    quarter = DateSpan(start=date(2021, 10, 1), end=date(2021, 12, 31))
    report = ReportSubmission(id="R-1", body="H-1", recipient="A-1", report="季度工作进展", period_covered=quarter)
    assert (report.body, report.recipient) == ("H-1", "A-1")


WRONG: list[tuple[str, type[Fact], dict[str, Any]]] = [
    ("a negative amount", Benefit, {"amount": Decimal(-1)}),
    ("an amount as a float", Benefit, {"amount": 0.1}),
    ("an amount of nineteen digits", Benefit, {"amount": Decimal(1234567890123456789)}),
    ("a word that is no form of a benefit", Benefit, {"form": "红包"}),
    ("a day that was given as a number", Benefit, {"taken": 44927}),
    ("a moment with a zone", Intrusion, {"noticed": datetime.fromisoformat("2023-05-10T15:00:00+08:00")}),
    ("a moment in the future of the calendar", Intrusion, {"noticed": datetime(2200, 1, 1)}),
    ("a moment as text", Intrusion, {"noticed": "2023-05-10 15:00"}),
    ("yes as text", MisconductCase, {"verified": "是"}),
    ("none where a value is known to exist", MisconductCase, {"behaviour": None}),
    ("a field that nobody knows", RepVisit, {"colour": "红"}),
    ("an empty id", RepVisit, {"id": ""}),
    ("a year out of range", EthicsAssessment, {"year": 23}),
    ("a negative count", UsageIndicator, {"patients": -1}),
    ("a kind of record that is not in the list", EvidenceRecord, {"record": "纪念章"}),
    ("a department's function that is none", Structure, {"functions": ("厨房",)}),
]


@pytest.mark.parametrize(("model", "fields"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_wrong_value_is_refused(model: type[Fact], fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"id": "X-1", **fields})
    (error,) = {error["loc"][0] for error in caught.value.errors()}
    assert error in fields


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValidationError, match="ends before it starts"):
        DateSpan(start=date(2023, 2, 1), end=date(2023, 1, 31))


def test_a_record_cannot_be_changed() -> None:
    visit = RepVisit(id="V-1")
    with pytest.raises(ValidationError, match="frozen"):
        visit.place = "门诊诊室"  # type: ignore[misc]
