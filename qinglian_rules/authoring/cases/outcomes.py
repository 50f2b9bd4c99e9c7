"""What comes out of a case, and whether it is what must come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import MISSING

from qinglian_rules.authoring.cases.model import Case, Expect, FactName, Norm
from qinglian_rules.authoring.cases.stage import Stage, derived_values
from qinglian_rules.backends.concluded import model_of
from qinglian_rules.backends.judging import Case as Applied
from qinglian_rules.backends.judging import judge_all
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.occasions import Occasion, in_force, occasions
from qinglian_rules.decisions.model import STATUS_ZH
from qinglian_rules.diagnostics.model import Text
from qinglian_rules.engine import Judge
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Definition, Rule

GROUP_ZH: dict[Expect, str] = {
    **{status: STATUS_ZH[status] for status in STATUS_ZH},
    "concluded": "推定",
    "not_concluded": "不推定",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule or definition says of the subject of a case.

    `status` is None where it says nothing, or says it of several subjects or periods; `why` says which.
    `in_force`: whether the rule may be in force on the occasion.
    """

    status: Expect | None
    failed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    in_force: bool = False
    why: Text | None = None


NOTHING = Text(
    "没有判定：事实在审查期间之外，或者晚于判定日",
    "no decision: outside the period under review, or later than `as_of`",
)


def outcome(stage: Stage, norm: Norm, judge: Judge = judge_all) -> Outcome:
    """Judge the subject of a case by a rule, or see what a definition concludes from it."""
    if isinstance(norm, Definition):
        return _of_definition(stage, norm)
    return _of_rule(stage, norm, judge)


def _of_rule(stage: Stage, rule: Rule, judge: Judge) -> Outcome:
    verdicts = [verdict for verdict in judge(stage.world, (rule,)) if _is_subject(stage.case, verdict.occasion)]
    if not verdicts:
        # A derived subject that nothing concludes is what "does not apply" looks like for such a rule.
        derived = stage.world.vocabulary.types[rule.subject.target].derived
        return Outcome("not_applicable" if derived else None, why=None if derived else NOTHING)
    if len(verdicts) > 1:
        return Outcome(None, why=_several([verdict.occasion for verdict in verdicts]))
    verdict = verdicts[0]
    force = in_force(stage.world, verdict.occasion) is not False
    return Outcome(verdict.status, verdict.failed, verdict.missing, force)


def _of_definition(stage: Stage, definition: Definition) -> Outcome:
    found = [one for one in occasions(stage.world, definition) if _is_subject(stage.case, one)]
    found = [one for one in found if _in_review(stage.case, one.period)]
    applies = [Applied.of(stage.world, definition, one).applies() for one in found]
    force = any(in_force(stage.world, one) is not False for one in found)
    if any(value is True for value in applies):
        return Outcome("concluded", in_force=force)
    causes = [cause for value in applies if isinstance(value, Unknown) for cause in value.causes]
    unknown = any(isinstance(value, Unknown) for value in applies)
    return Outcome("undetermined" if unknown else "not_concluded", missing=tuple(sorted(set(causes))), in_force=force)


def _is_subject(case: Case, occasion: Occasion) -> bool:
    return case.of is None or case.of == FactName(model_of(occasion.fact).__name__, occasion.fact.key)


def _in_review(case: Case, period: DateSpan | None) -> bool:
    """Whether the period that a definition speaks of is the one that the case asks about."""
    return period is None or case.period is None or period == case.period


def _several(found: list[Occasion]) -> Text:
    names = list(dict.fromkeys(f"{model_of(one.fact).__name__} {one.fact.key}" for one in found))
    if len(names) > 1:
        listed = "、".join(names)
        return Text(f"有几个对象：{listed}，须写 of", f"several subjects: {listed}; write `of`")
    spans = "、".join(f"{one.period.start}..{one.period.end}" for one in found[:3] if one.period is not None)
    count = len(found)
    return Text(f"有 {count} 个期间：{spans} 等，须写 period", f"{count} periods: {spans} and so on; write `period`")


def differences(stage: Stage, found: Outcome) -> tuple[Text, ...]:
    """Return how what came out differs from what must; nothing where the case passes."""
    return tuple(_differences(stage, found))


def _differences(stage: Stage, found: Outcome) -> Iterator[Text]:
    expected = stage.case.expected
    if found.status != expected.status:
        yield _other_status(expected.status, found)
        return
    if expected.failed is not None and set(expected.failed) != set(found.failed):
        yield _other("不成立的条件", "failed", expected.failed, found.failed)
    if expected.missing is not None and set(expected.missing) != set(found.missing):
        yield _other("缺少的", "missing", expected.missing, found.missing)
    for name, values in expected.concluded:
        actual = derived_values(stage, name.type, name.key)
        if actual is None:
            yield Text(f"没有推定出 {name}", f"{name} is not concluded")
            continue
        for field, value in values.items():
            other = actual.get(field, Unknown())
            if not _same(value, other):
                yield _other(f"{name}.{field} ", f"{name}.{field}", (_shown(value),), (_shown(other),))


def _same(wanted: Any, found: Any) -> bool:
    return isinstance(found, Unknown) if wanted is MISSING else bool(wanted == found)


def _other_status(wanted: Expect, found: Outcome) -> Text:
    if found.status is None:
        why = found.why or NOTHING
        return Text(f"应为{GROUP_ZH[wanted]}；{why.zh}", f"must be {wanted}; {why.en}")
    details = "、".join(found.failed or found.missing)
    zh, en = (f"（{details}）", f" ({details})") if details else ("", "")
    return Text(f"应为{GROUP_ZH[wanted]}，实为{GROUP_ZH[found.status]}{zh}", f"must be {wanted}, is {found.status}{en}")


def _other(what_zh: str, what_en: str, wanted: tuple[str, ...], found: tuple[str, ...]) -> Text:
    first, second = ("、".join(words) or "—" for words in (wanted, found))
    return Text(f"{what_zh}应为 {first}，实为 {second}", f"{what_en} must be {first}, is {second}")


def _shown(value: Any) -> str:
    if value is MISSING or isinstance(value, Unknown):
        return "unknown"
    if isinstance(value, DateSpan):
        return f"{value.start}..{value.end}"
    return "none" if value is None else str(value)
