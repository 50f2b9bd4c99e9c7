"""Standard cases of rules that a person must judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from qinglian_rules.authoring.cases.model import Case, Expected
from qinglian_rules.authoring.cases.standard.ground import Ground
from qinglian_rules.authoring.cases.standard.timeline import DAY
from qinglian_rules.backends.periods import first_day
from qinglian_rules.facts.engine import FindingWord, Judgement
from qinglian_rules.facts.values import DateSpan

_COMPLIANT = Expected("compliant")
_VIOLATED = Expected("violated")
_WORDS: tuple[FindingWord, ...] = get_args(FindingWord)


def finding_cases(ground: Ground) -> Iterator[Case]:
    """Yield the cases: with each finding, without one, with one that does not count."""
    spec = ground.rule.judgement
    if spec is None:
        return
    days = ground.days
    for word in _WORDS:
        expected = _COMPLIANT if word in spec.accept else _VIOLATED
        yield ground.case(f"认定为{word}", expected, _finding(ground, word))
    yield from _several(ground, spec.accept)
    open_ = Expected("undetermined", missing=("judgement: " + "、".join(spec.by),))
    yield ground.case("没有认定", open_)
    yield from _not_counting(ground, open_)
    if days.due is not None:
        yield ground.case("还没有到期，没有认定", Expected("pending"), as_of=days.due)
        refused = next(word for word in reversed(_WORDS) if word not in spec.accept)
        denied = _finding(ground, refused, date=days.due)
        yield ground.case("还没有到期，已认定不符合", _VIOLATED, denied, as_of=days.due)


def _several(ground: Ground, accept: tuple[str, ...]) -> Iterator[Case]:
    """Yield cases with two findings: the later one counts."""
    day = ground.days.as_of
    good = next(word for word in _WORDS if word in accept)
    bad = next(word for word in reversed(_WORDS) if word not in accept)
    for title, first, last, expected in (
        ("后来改认定为符合", bad, good, _COMPLIANT),
        ("后来改认定为不符合", good, bad, _VIOLATED),
    ):
        earlier = _finding(ground, first, id="J-0", date=day - DAY)
        yield ground.case(title, expected, earlier, _finding(ground, last))


def _not_counting(ground: Ground, open_: Expected) -> Iterator[Case]:
    changes: list[tuple[str, dict[str, Any]]] = [
        ("认定的不是规定的部门", {"office": "无关的部门"}),
        ("认定的是别的对象", {"subject": "X-9"}),
        ("认定的是别的事项", {"about": "无关的事项"}),
    ]
    if ground.days.judged is not None:
        before = first_day(ground.days.judged) - DAY
        changes.append(("认定的是别的期间", {"period": DateSpan(start=before, end=before)}))
    for title, change in changes:
        yield ground.case(title, open_, _finding(ground, _WORDS[0], **change))


def _finding(ground: Ground, word: FindingWord, **other: Any) -> Judgement:
    """Return a finding for the rule on the day of judgement, changed by `other`."""
    spec, subject = ground.rule.judgement, ground.drawn.subject
    values = {
        "id": "J-1",
        "body": ground.drawn.body,
        "about": ground.rule.id,
        "subject_type": subject.type,
        "subject": subject.key,
        "period": ground.days.judged,
        "office": spec.by[0] if spec is not None and spec.by else "",
        "finding": word,
        "date": ground.days.as_of,
    }
    return Judgement(**{**values, **other})
