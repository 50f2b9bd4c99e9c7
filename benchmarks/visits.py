"""One visit through twelve conditions: against hand-written Python, and with 40,000 other rules loaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from benchmarks.by_hand import AS_OF, ByHand
from benchmarks.documents import policy_of, with_others
from benchmarks.measuring import Result, compared
from qinglian_rules.decisions.gate import Gate
from qinglian_rules.engine import Policy
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.values import WeeklySlot
from qinglian_rules.facts.visits import RepVisit, VisitBooking

RULE = """\
id: rep-visit
kind: obligation
each: visit in RepVisit
require:
  定时: within(visit.start, visit.body.reception_hours)
  定点: visit.place in visit.body.reception_places
  定人: visit.host in visit.body.reception_staff
  有预约: visit.booking is not None and visit.booking.made < visit.start
  有流程: visit.approved_by is not None
  有记录: visit.record is not None
  有承诺: visit.pledge is not None
  授权有效: visit.authorised_until is None or visit.start <= visit.authorised_until
  人数: visit.visitors <= 3
  不在诊疗区: not visit.in_clinical_area
  来访目的: visit.purpose in {"产品推广", "学术信息沟通", "学术会议"}
  已备案: visit.filing_number is not None
"""
OTHER = """\
id: intruder-sent-away
kind: obligation
each: intrusion in Intrusion
when: not intrusion.permitted
require: intrusion.removed is not None
"""
OTHERS = 40_000

HOSPITAL = Hospital(
    id="H-1",
    province="广西",
    reception_hours=(WeeklySlot(weekday=3, start=time(14), end=time(17)),),
    reception_places=("药学部接待室", "行政楼会议室"),
    reception_staff=("P-1", "P-2"),
)
BOOKING = VisitBooking(id="B-1", body="H-1", made=datetime(2023, 5, 8, 9, 30))
VISIT = RepVisit(
    id="V-1",
    body="H-1",
    start=datetime(2023, 5, 10, 15),
    place="药学部接待室",
    host="P-1",
    booking="B-1",
    approved_by="P-2",
    record="K-1",
    pledge="L-1",
    authorised_until=date(2023, 12, 31),
    visitors=2,
    in_clinical_area=False,
    purpose="产品推广",
    filing_number="F-1",
)
FAULTY = VISIT.model_copy(update={"place": "门诊诊室", "record": None, "visitors": 5})


def measured() -> Iterator[Result]:
    """Yield what one visit costs."""
    policy = policy_of([RULE])
    gate, by_hand = gate_of(policy), ByHand({"H-1": HOSPITAL}, {"B-1": BOOKING})
    assert gate(VISIT).compliant
    assert by_hand.judged(VISIT) == ([], False)
    ratio, ours, theirs = compared(lambda: gate(VISIT), lambda: by_hand.judged(VISIT))
    yield Result("a compliant visit", ours, "µs", note=f"by hand {theirs:.2f} µs")
    yield Result("a compliant visit, to by hand with reach and force", ratio, "ratio", 2.0)
    ratio, _, theirs = compared(lambda: gate(VISIT), lambda: by_hand.conditions(VISIT))
    yield Result("a compliant visit, to by hand without them", ratio, "ratio", 2.0, f"by hand {theirs:.2f} µs")
    yield from _with_failures(gate, by_hand)
    yield from _with_other_rules(policy, gate)


def gate_of(policy: Policy) -> Gate:
    """Return the gate for visits."""
    return policy.gate(RepVisit, [HOSPITAL, BOOKING], as_of=AS_OF)


def _with_failures(gate: Gate, by_hand: ByHand) -> Iterator[Result]:
    assert [(one.name, dict(one.values)) for one in gate(FAULTY).failures] == by_hand.with_values(FAULTY)
    ratio, ours, theirs = compared(lambda: gate(FAULTY), lambda: by_hand.judged(FAULTY))
    note = f"{ours:.2f} µs, by hand {theirs:.2f} µs"
    yield Result("a visit with three failures, to by hand", ratio, "ratio", 2.0, note)
    ratio, ours, theirs = compared(lambda: gate(FAULTY).failures, lambda: by_hand.with_values(FAULTY))
    note = f"{ours:.2f} µs, by hand {theirs:.2f} µs"
    yield Result("three failures with the values read, to by hand", ratio, "ratio", 1.5, note)


def _with_other_rules(policy: Policy, alone: Gate) -> Iterator[Result]:
    loaded = Policy((with_others(policy.documents[0], OTHERS, OTHER),))
    assert len(loaded.rules) == OTHERS + 1
    gate = gate_of(loaded)
    ratio, _, _ = compared(lambda: gate(VISIT), lambda: alone(VISIT))
    yield Result(f"the same with {OTHERS:,} rules of another type, to without", ratio, "ratio", 1.1)
