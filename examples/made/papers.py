"""Papers on record and findings of offices: one for each duty that asks for one.

Which those are, the policies themselves are asked: they judge what is written so far, and where a rule finds no record
or no finding, one is written that is of the kind, on the topic, by the office and of the day that the rule asks for. So
an example need not be written anew when a rule of that sort changes. Rules that compute need facts written by hand,
except those that take one of several papers: `made.filed` says which one there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from pydantic import MISSING

from made.book import Book, Period, Place, Planted
from made.filed import FILED
from qinglian_rules.backends.force import force_of
from qinglian_rules.decisions.model import Decision
from qinglian_rules.engine import Policy
from qinglian_rules.facts.engine import EvidenceRecord, Judgement, RecordKind
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import EvidenceSpec, Rule

_OPEN = {"violated", "undetermined"}
_Paper = tuple[str, str, str | None, str | None, Period | None]


@dataclass(frozen=True, slots=True)
class Review:
    """How an example is judged, and how its papers are numbered.

    Args:
        period: first and last day of the review.
        as_of: the day of judgement.
        marks: what stands before the year in the numbers of a body's papers, by the body's key.
        seed: of the random days.
    """

    period: Period
    as_of: date
    marks: Mapping[str, str]
    seed: int


def paper_key(body: str, rule: str, period: Period | None = None) -> str:
    """Return the id of the record that a duty (a rule's id) asks of a body, in a period or not."""
    return f"ZL-{body}-{rule}{_shown(period)}"


def finding_key(subject: str, about: str, period: Period | None = None) -> str:
    """Return the id of the finding about a subject (its key) that a rule, by its id, asks for."""
    return f"RD-{subject}-{about}{_shown(period)}"


def write_papers(book: Book, policy: Policy, review: Review, planted: Iterable[Planted] = ()) -> None:
    """Write a record or a finding for every duty that has none, except where the lack of it is planted."""
    report = policy.check(book, as_of=review.as_of, period=review.period)
    left_open = _left_open(policy, planted)
    written: set[_Paper] = set()
    for decision in report.decisions:
        if decision.status not in _OPEN or _place(decision) in left_open:
            continue
        spec = decision.rule.evidence or FILED.get(decision.rule.id)
        if spec is not None:
            _add_record(book, decision, spec, review, written)
        elif decision.rule.form == "judgement":
            _add_finding(book, decision, review)


def _left_open(policy: Policy, planted: Iterable[Planted]) -> set[Place]:
    """Return where something is planted, under the one name of rules that ask the same."""
    rules = {rule.id: rule for document in policy.documents for rule in document.rules}
    return {(_name(rules[one.rule]), *one.place[1:]) for one in planted if one.rule in rules}


def _place(decision: Decision) -> Place:
    return _name(decision.rule), decision.subject.type, decision.subject.id, _period(decision)


def _name(rule: Rule) -> str:
    return rule.same_as or rule.id


def _add_record(book: Book, decision: Decision, spec: EvidenceSpec, review: Review, written: set[_Paper]) -> None:
    kind: RecordKind = spec.record  # type: ignore[assignment]
    body, period = _body_of(decision), _period(decision)
    topic = spec.about or decision.rule.title
    by = spec.by[0] if spec.by else None
    paper = (body, kind, topic, by, period)
    if spec.within is None and decision.rule.due is None:
        # Several rules may ask for the same paper: one is enough.
        if paper in written:
            return
        written.add(paper)
    key = paper_key(body, decision.rule.id, period)
    rng = Random(f"{review.seed}-{key}")
    day = _record_day(decision, review, rng)
    book.add(
        EvidenceRecord(
            id=key,
            body=body,
            record=kind,
            topics=(topic,),
            date=day,
            approved_by=by,
            number=f"{review.marks.get(body, '')}〔{day.year}〕{rng.randint(1, 400)}号",
            title=f"{topic}（{kind}）",
            location=None,
        )
    )


def _add_finding(book: Book, decision: Decision, review: Review) -> None:
    spec = decision.rule.judgement
    assert spec is not None
    period = decision.period
    key = finding_key(decision.subject.id, decision.rule.id, _period(decision))
    rng = Random(f"{review.seed}-{key}")
    book.add(
        Judgement(
            id=key,
            body=_body_of(decision),
            about=decision.rule.id,
            subject_type=Vocabulary.current().types[decision.subject.type].title,
            subject=decision.subject.id,
            period=period,
            office=spec.by[0],
            assessor=None,
            finding="符合" if rng.random() < 0.8 else "基本符合",
            basis="年度评议材料" if _dated(decision) is None else "卷宗",
            date=_finding_day(decision, review, rng),
        )
    )


def _record_day(decision: Decision, review: Review, rng: Random) -> date:
    """Return a day on which the record counts: early where it is due, late where it must be recent."""
    low, high = _days(decision, review)
    spec = decision.rule.evidence
    if decision.rule.due is not None:
        return low + timedelta(days=rng.randrange(min((high - low).days + 1, 8)))
    if spec is not None and spec.within is not None:
        return max(low, high - timedelta(days=rng.randrange(15)))
    return low + timedelta(days=rng.randrange(min((high - low).days + 1, 240)))


def _finding_day(decision: Decision, review: Review, rng: Random) -> date:
    """Return a day soon after what is judged, or late in the document's force where a body is."""
    low, high = _days(decision, review)
    day = _dated(decision)
    if day is None:
        return max(low, high - timedelta(days=rng.randrange(20)))
    return min(day + timedelta(days=60 + rng.randrange(10)), review.as_of)


def _days(decision: Decision, review: Review) -> tuple[date, date]:
    """Return the days of the document's force up to the judgement, those of the period alone where there is one."""
    force = force_of(decision.document, decision.rule.start, [decision.document])
    low, high = force.start.latest, min(force.end.earliest, review.as_of)
    period = _period(decision)
    return (low, high) if period is None else (max(low, period[0]), min(high, period[1]))


def _dated(decision: Decision) -> date | None:
    """Return the day of the subject, the first one of a span; None for what has no date."""
    name = Vocabulary.current().types[decision.subject.type].dated
    value = None if name is None else getattr(decision.fact, name)
    if isinstance(value, DateSpan):
        value = value.start
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _body_of(decision: Decision) -> str:
    """Return the body that answers for the subject."""
    fact_type = Vocabulary.current().types[decision.subject.type]
    body = decision.subject.id if fact_type.body == "id" else getattr(decision.fact, fact_type.body or "", MISSING)
    assert isinstance(body, str), f"nobody answers for {decision.id}"
    return body


def _period(decision: Decision) -> Period | None:
    if decision.period is None:
        return None
    start, end = decision.period.start, decision.period.end
    assert isinstance(start, date)
    assert isinstance(end, date)
    return start, end


def _shown(period: Period | None) -> str:
    """Return the end of an id: a year, or the month that ends another period."""
    if period is None:
        return ""
    start, end = period
    return f"-{end.year}" if (end - start).days > 360 else f"-{end:%Y-%m}"
