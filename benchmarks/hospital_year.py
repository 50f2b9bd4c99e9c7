"""One hospital-year judged by all documents, beside reading and validating the same facts with pydantic; then ten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Result, compared_slowly, seconds
from qinglian_rules.backends.concluded import read
from qinglian_rules.decisions import Report
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import FieldKind, Vocabulary
from qinglian_rules.inputs import read_facts
from qinglian_rules.loading import load

WORKBOOK = Path(__file__).parents[1] / "examples/guangxi-hospital/hospital.xlsx"
THE_YEAR = 2023
YEAR = DateSpan(start=date(THE_YEAR, 1, 1), end=date(THE_YEAR, 12, 31))
AS_OF = date(2024, 3, 1)
FACTS = 20_000
HOSPITALS = 10
EVERYDAY = (
    "RepVisit",
    "VisitBooking",
    "CareEpisode",
    "PatientNotice",
    "PurchaseOrder",
    "PatientFollowUp",
    "Attendance",
    "UsageIndicator",
    "Prescription",
    "BillingLine",
)
"""What a hospital records every day; its other records do not grow with what it does."""


def measured() -> Iterator[Result]:
    """Yield how judging compares with reading, and how it grows."""
    policy = load()
    facts = hospital_year()
    judge = partial(judged, policy, facts)
    with TemporaryDirectory() as folder:
        files = written(facts, Path(folder))
        ratio, ours, theirs = compared_slowly(judge, partial(validated, files))
    note = f"{len(facts):,} facts, {len(policy.rules):,} rules, {ours:.2f} s to {theirs:.2f} s"
    yield Result("a hospital-year judged to the same facts read and validated", ratio, "ratio", 3.0, note)
    every, _, _ = compared_slowly(lambda: judged(policy, facts).decisions, judge)
    note = "what is compliant or does not apply is an object only when it is read"
    yield Result("all decisions read, to the open ones", every, "ratio", None, note)
    many = [fact for number in range(HOSPITALS) for fact in elsewhere(facts, f"~{number}")]
    ten = seconds(partial(judged, policy, many), 1)
    yield Result(
        f"{HOSPITALS} hospital-years to one: for each fact", ten / len(many) / (ours / len(facts)), "ratio", 1.3,
        f"{len(many):,} facts in {ten:.1f} s",
    )  # fmt: skip


def judged(policy: Policy, facts: Sequence[Fact]) -> Report:
    """Judge a year, and read how many decisions of each status there are and all that are open."""
    report = policy.check(facts, as_of=AS_OF, period=YEAR)
    assert sum(report.summary.values()) >= len(report.violated) + len(report.undetermined) + len(report.pending)
    return report


def written(facts: Sequence[Fact], folder: Path) -> Mapping[type[Fact], Path]:
    """Write facts as JSON lines, a file for each type; return the files."""
    lines: dict[type[Fact], list[str]] = {}
    for fact in facts:
        lines.setdefault(type(fact), []).append(fact.model_dump_json())
    files = {model: folder / f"{model.__name__}.jsonl" for model in lines}
    for model, path in files.items():
        path.write_text("\n".join(lines[model]), encoding="utf-8")
    return files


def validated(files: Mapping[type[Fact], Path]) -> list[Fact]:
    """Read facts with pydantic and nothing else."""
    found: list[Fact] = []
    for model, path in files.items():
        with path.open(encoding="utf-8") as lines:
            found += [model.model_validate_json(line) for line in lines]
    return found


def hospital_year() -> list[Fact]:
    """Return the example hospital, with its everyday records of the year repeated under other keys."""
    facts = [fact for fact in read_facts([WORKBOOK]).facts if _by_the_day(fact)]
    everyday = [fact for fact in facts if type(fact).__name__ in EVERYDAY and _is_of_the_year(fact)]
    number = 0
    while everyday and len(facts) < FACTS:
        number += 1
        facts.extend(with_keys(fact, f"+{number}", frozenset(EVERYDAY)) for fact in everyday[: FACTS - len(facts)])
    return facts


def _by_the_day(fact: Fact) -> bool:
    day = _day(fact)
    return day is None or day <= AS_OF


def _is_of_the_year(fact: Fact) -> bool:
    day = _day(fact)
    return day is not None and day.year == THE_YEAR


def _day(fact: Fact) -> date | None:
    """Return the day of a fact, the first day of a span; None where it has none or it is not known."""
    name = type(fact).fact_dated
    value = None if name is None else read(fact, name)
    moment: object = value.start if isinstance(value, DateSpan) else value
    if isinstance(moment, datetime):
        return moment.date()
    return moment if isinstance(moment, date) else None


def elsewhere(facts: Sequence[Fact], suffix: str) -> Iterator[Fact]:
    """Yield the records of another hospital and its authorities: every key and every reference is another one."""
    types = frozenset(Vocabulary.current().types)
    return (with_keys(fact, suffix, types) for fact in facts)


def with_keys(fact: Fact, suffix: str, types: frozenset[str]) -> Fact:
    """Return a fact whose keys, and whose references to facts of these types, end with a suffix."""
    fact_type = Vocabulary.current().types[type(fact).__name__]
    changed: dict[str, object] = {}
    for field in fact_type.fields.values():
        value = getattr(fact, field.name)
        if field.name == "id" and fact_type.name in types:
            changed["id"] = f"{value}{suffix}"
        elif isinstance(value, str) and _leads_to(field.type, types):
            changed[field.name] = f"{value}{suffix}"
        elif isinstance(value, tuple) and field.type.item is not None and _leads_to(field.type.item, types):
            changed[field.name] = tuple(f"{one}{suffix}" for one in value)
    if isinstance(fact, Judgement) and isinstance(fact.subject, str):
        changed["subject"] = f"{fact.subject}{suffix}"
    return fact.model_copy(update=changed)


def _leads_to(kind: FieldKind, types: frozenset[str]) -> bool:
    return kind.name == "Ref" and kind.target in types
