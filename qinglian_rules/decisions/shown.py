"""Which of several decisions on one thing is shown: the special norm's, and one for documents that ask the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qinglian_rules.backends.verdicts import FIRST_OPEN, NUMBERED, Status
from qinglian_rules.decisions.model import Decision, SubjectRef
from qinglian_rules.facts.values import DateSpan

_Fault = tuple[str, SubjectRef, DateSpan | None]
_Finding = tuple[str, SubjectRef, DateSpan | None, Status]
_SHOWN_ONCE: frozenset[Status] = frozenset(NUMBERED[FIRST_OPEN:])


def overshadow(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Mark what is not shown by itself.

    A violation of a general norm, where a norm that specialises it found the same subject at fault; and a decision of
    a rule that asks the same as a rule of another document (`same_as`) where both say the same of one subject in one
    period: the first in the order given is shown, with the citations of the others.
    """
    found = list(decisions)
    # Most decisions are compliant or do not apply: nothing is said of them.
    open_ones = [number for number, decision in enumerate(found) if decision.status in _SHOWN_ONCE]
    _put_special_first(found, open_ones)
    _show_once(found, open_ones)
    return tuple(found)


def _put_special_first(found: list[Decision], numbers: Sequence[int]) -> None:
    violated = [number for number in numbers if found[number].status == "violated"]
    special: dict[_Fault, str] = {}
    for decision in (found[number] for number in violated):
        for general in decision.rule.specialises:
            special[(general, decision.subject, decision.period)] = decision.id
    generals = {general for general, _, _ in special}
    for number in violated:
        decision = found[number]
        if decision.rule.id in generals:
            shadow = special.get((decision.rule.id, decision.subject, decision.period))
            found[number] = decision if shadow is None else replace(decision, overshadowed_by=shadow)


def _show_once(found: list[Decision], numbers: Sequence[int]) -> None:
    named = {found[number].rule.same_as for number in numbers} - {None}
    groups: dict[_Finding, list[int]] = {}
    for number in numbers if named else ():
        decision = found[number]
        asked = decision.rule.same_as or decision.rule.id
        if asked in named and decision.overshadowed_by is None:
            groups.setdefault((asked, decision.subject, decision.period, decision.status), []).append(number)
    for first, *others in groups.values():
        if others:
            found[first] = replace(found[first], also=tuple(found[number].rule for number in others))
        for number in others:
            found[number] = replace(found[number], overshadowed_by=found[first].id)
