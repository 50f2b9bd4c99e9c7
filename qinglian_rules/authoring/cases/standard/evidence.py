"""Standard cases of rules that ask for a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from pydantic import MISSING

from qinglian_rules.authoring.cases.model import Case, Expected
from qinglian_rules.authoring.cases.standard.ground import Ground, Grounds
from qinglian_rules.authoring.cases.standard.timeline import DAY
from qinglian_rules.backends.periods import first_day
from qinglian_rules.facts.engine import EvidenceRecord, RecordKind
from qinglian_rules.ir.rules import EvidenceSpec

_COMPLIANT = Expected("compliant")
_VIOLATED = Expected("violated")


def evidence_cases(ground: Ground, grounds: Grounds) -> Iterator[Case]:
    """Yield the cases: with the record that is asked for, without it, and with records that are something else."""
    spec = ground.rule.evidence
    if spec is None:
        return
    days = ground.days
    good = _record(ground, spec, days.now if days.due is None else days.due)
    yield ground.case("有所要求的资料", _COMPLIANT, good)
    yield ground.case("没有资料", _VIOLATED)
    aliases = grounds.parts.policy.topics.aliases.get(spec.about or "", ())
    if aliases:
        yield ground.case("资料主题用的是别名", _COMPLIANT, good.model_copy(update={"topics": (aliases[0],)}))
    yield from _others(ground, spec, good)
    yield from _dates(ground, good, grounds.looks_back_to(ground))
    missing = Expected("undetermined", missing=("complete: EvidenceRecord",))
    yield ground.case("资料没有报全", missing, complete=False)
    unknown = good.model_copy(update={"record": MISSING})
    yield ground.case("资料类别不明", Expected("undetermined", missing=("EvidenceRecord.record",)), unknown)
    if days.due is not None:
        yield ground.case("还没有到期，没有资料", Expected("pending"), as_of=days.due)


def _record(ground: Ground, spec: EvidenceSpec, day: date) -> EvidenceRecord:
    return EvidenceRecord(
        id="E-1",
        body=ground.drawn.body,
        record=_kind(spec.record),
        topics=() if spec.about is None else (spec.about,),
        date=day,
        approved_by=spec.by[0] if spec.by else None,
    )


def _kind(word: str) -> Any:
    return next(kind for kind in get_args(RecordKind) if kind == word)


def _others(ground: Ground, spec: EvidenceSpec, good: EvidenceRecord) -> Iterator[Case]:
    """Yield cases with one record that is not the one asked for."""
    other = next(kind for kind in get_args(RecordKind) if kind != spec.record)
    changes: list[tuple[str, dict[str, Any]]] = [
        ("资料类别不对", {"record": other}),
        ("是别的机构的资料", {"body": "H-9"}),
    ]
    if spec.about is not None:
        changes.append(("资料主题不对", {"topics": ("无关的主题",)}))
    if spec.by:
        changes += [("资料没有批准", {"approved_by": None}), ("批准的不是规定的机构", {"approved_by": "无关的机构"})]
    for title, change in changes:
        yield ground.case(title, _VIOLATED, good.model_copy(update=change))


def _dates(ground: Ground, good: EvidenceRecord, too_old: date | None) -> Iterator[Case]:
    """Yield cases with a record on the first and last day that count, and on the day before and after."""
    days = ground.days
    if days.due is not None:
        late = good.model_copy(update={"date": days.due + DAY})
        yield ground.case("到期之后才有资料", _VIOLATED, late)
    if too_old is not None:
        yield ground.case("资料已经过时", _VIOLATED, good.model_copy(update={"date": too_old}))
        yield ground.case("资料刚好没有过时", _COMPLIANT, good.model_copy(update={"date": too_old + DAY}))
    elif days.judged is not None:
        first = first_day(days.judged)
        yield ground.case("期间之前的资料", _VIOLATED, good.model_copy(update={"date": first - DAY}))
        yield ground.case("期间第一天的资料", _COMPLIANT, good.model_copy(update={"date": first}))
