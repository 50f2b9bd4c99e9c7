"""One hospital of Guangxi and what happens in it, for tests of decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any

import qinglian_rules as ql
from qinglian_rules.facts.benefits import Benefit
from qinglian_rules.facts.misconduct import MisconductCase
from qinglian_rules.facts.people import Hospital, Person
from qinglian_rules.facts.visits import RepVisit, VisitBooking

VISIT_RULE = "gx-2021/3.3.4/rep-visit-three-fixed-three-recorded"
AS_OF = date(2023, 6, 1)

HOSPITAL = Hospital(
    id="H-1",
    province="广西",
    reception_hours=(ql.WeeklySlot(weekday=3, start=time(14), end=time(17)),),
    reception_places=("药学部接待室",),
    reception_staff=("P-1",),
)
BOOKING = VisitBooking(id="B-1", body="H-1", made=datetime(2023, 5, 8, 9, 30))


@cache
def policy(*names: str) -> ql.Policy:
    return ql.load(*names)


def visit(**changed: Any) -> RepVisit:
    """A visit that is in order, with some fields changed; `unknown=(...)` leaves fields out."""
    left_out = changed.pop("unknown", ())
    given: Mapping[str, Any] = {
        "id": "V-1",
        "body": "H-1",
        "start": datetime(2023, 5, 10, 15, 0),
        "place": "药学部接待室",
        "host": "P-1",
        "booking": "B-1",
        "approved_by": "P-2",
        "record": "K-1",
    }
    return RepVisit(**{name: value for name, value in {**given, **changed}.items() if name not in left_out})


def decided(fact: RepVisit, *others: ql.Fact, engine: str = "reference") -> ql.Decision:
    """The decision of the visit rule on a visit."""
    known = [HOSPITAL, BOOKING, *others]
    report = policy("gx-2021").check([fact, *known], as_of=AS_OF, engine=engine)  # type: ignore[arg-type]
    return next(decision for decision in report if decision.rule.id == VISIT_RULE)


def taken_envelope() -> list[ql.Fact]:
    """A doctor takes a patient's money, which is verified in the year after."""
    return [
        HOSPITAL,
        Person(id="P-1", body="H-1", is_medical_staff=True),
        Benefit(
            id="G-1",
            body="H-1",
            receiver="P-1",
            giver_kind="患者",
            form="礼金",
            accepted=True,
            care_stage="诊疗过程中",
            taken=date(2022, 11, 3),
        ),
        MisconductCase(
            id="C-1",
            body="H-1",
            person="P-1",
            benefit="G-1",
            behaviour="收受红包",
            occurred=date(2022, 11, 3),
            verified=True,
            verified_on=date(2023, 3, 1),
        ),
    ]
