"""Papers on record and findings of offices: one for each duty that asks for one, body by body and year by year.

Which those are, the policies themselves are asked: they judge the bodies alone, and what is left open wants a record.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hospital.book import Book
from hospital.days import AS_OF, PLAN_END, YEARS, whole
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE, PROVINCE_TCM
from qinglian_rules.backends.force import force_of
from qinglian_rules.decisions.model import Decision
from qinglian_rules.engine import Policy
from qinglian_rules.facts.engine import EvidenceRecord, Judgement, RecordKind
from qinglian_rules.facts.people import HealthAuthority, Hospital

_MARKS = {HOSPITAL: "院", PROVINCE: "区卫", PROVINCE_TCM: "区中医", CITY: "市卫"}
_TITLES = {"Hospital": "医院", "HealthAuthority": "主管部门"}


def write(book: Book, policy: Policy, rng: Random) -> None:
    """Write a record or a finding for every duty on a body."""
    review = (whole(YEARS[0])[0], PLAN_END)
    bodies = [*book.of(Hospital), *book.of(HealthAuthority)]
    report = policy.check(bodies, as_of=AS_OF, period=review, engine="reference")
    for number, decision in enumerate(report.undetermined, start=1):
        if decision.rule.form == "evidence":
            _add_record(book, decision, number, rng)
        elif decision.rule.form == "judgement" and decision.subject.type in _TITLES:
            _add_finding(book, decision, rng)


def record(body: str, rule: str, year: int | None = None) -> str:
    """Return the id of the record that a duty asks for; `rule` is the last part of its id, or more of it."""
    return f"ZL-{body}-{rule}" if year is None else f"ZL-{body}-{rule}-{year}"


def finding(body: str, rule: str) -> str:
    """Return the id of the finding that a duty asks for; `rule` is its id."""
    return f"RD-{body}-{rule.rpartition('/')[2]}-{rule.split('/')[1]}"


def _add_record(book: Book, decision: Decision, number: int, rng: Random) -> None:
    spec = decision.rule.evidence
    assert spec is not None
    kind: RecordKind = spec.record  # type: ignore[assignment]
    low, high = _days(decision)
    day = low + timedelta(days=rng.randrange(min((high - low).days, 240)))
    body = decision.subject.id
    year = None if decision.period is None else high.year
    topic = spec.about or decision.rule.title
    book.add(
        EvidenceRecord(
            id=record(body, "/".join(decision.rule.id.split("/")[1:]), year),
            body=body,
            record=kind,
            topics=(topic,),
            date=day,
            approved_by=spec.by[0] if spec.by else None,
            number=f"{_MARKS[body]}行风〔{day.year}〕{number}号",
            title=f"{topic}（{kind}）",
            location=None,
        )
    )


def _add_finding(book: Book, decision: Decision, rng: Random) -> None:
    spec = decision.rule.judgement
    assert spec is not None
    low, high = _days(decision)
    book.add(
        Judgement(
            id=finding(decision.subject.id, decision.rule.id),
            body=decision.subject.id,
            about=decision.rule.id,
            subject_type=_TITLES[decision.subject.type],
            subject=decision.subject.id,
            period=None,
            office=spec.by[0],
            assessor=None,
            finding="符合" if rng.random() < 0.8 else "基本符合",
            basis="年度评议材料",
            date=max(low, high - timedelta(days=rng.randrange(20))),
        )
    )


def _days(decision: Decision) -> tuple[date, date]:
    """Return the days of the document's force, those of the period alone where there is one."""
    force = force_of(decision.document, decision.rule.start, [decision.document])
    low, high = force.start.latest, min(force.end.earliest, AS_OF)
    if decision.period is not None:
        start, end = decision.period.start, decision.period.end
        assert isinstance(start, date)
        assert isinstance(end, date)
        low, high = max(low, start), min(high, end)
    return low, high
