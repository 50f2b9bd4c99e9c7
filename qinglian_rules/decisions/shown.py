"""Which of several decisions on one thing is shown: the special norm's, and one for documents that ask the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from qinglian_rules.backends.verdicts import Status
from qinglian_rules.decisions.model import Decision, SubjectRef
from qinglian_rules.facts.values import DateSpan

_Fault = tuple[str, SubjectRef, DateSpan | None]
_Finding = tuple[str, SubjectRef, DateSpan | None, Status]
_SHOWN_ONCE: frozenset[Status] = frozenset({"violated", "undetermined", "pending"})


def overshadow(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Mark what is not shown by itself.

    A violation of a general norm, where a norm that specialises it found the same subject at fault; and a decision of
    a rule that asks the same as a rule of another document (`same_as`) where both say the same of one subject in one
    period: the first in the order given is shown, with the citations of the others.
    """
    return _shown_once(_special_first(tuple(decisions)))


def _special_first(found: Sequence[Decision]) -> tuple[Decision, ...]:
    special: dict[_Fault, str] = {}
    for decision in found:
        if decision.status == "violated":
            for general in decision.rule.specialises:
                special[(general, decision.subject, decision.period)] = decision.id
    if not special:
        return tuple(found)
    return tuple(_marked(decision, special) for decision in found)


def _marked(decision: Decision, special: Mapping[_Fault, str]) -> Decision:
    if decision.status != "violated":
        return decision
    shadow = special.get((decision.rule.id, decision.subject, decision.period))
    return decision if shadow is None else replace(decision, overshadowed_by=shadow)


def _shown_once(found: tuple[Decision, ...]) -> tuple[Decision, ...]:
    named = {decision.rule.same_as for decision in found if decision.rule.same_as is not None}
    groups: dict[_Finding, list[int]] = {}
    for number, decision in enumerate(found if named else ()):
        asked = decision.rule.same_as or decision.rule.id
        if asked in named and decision.status in _SHOWN_ONCE and decision.overshadowed_by is None:
            groups.setdefault((asked, decision.subject, decision.period, decision.status), []).append(number)
    shown = list(found)
    for first, *others in groups.values():
        if others:
            shown[first] = replace(found[first], also=tuple(found[number].rule for number in others))
        for number in others:
            shown[number] = replace(found[number], overshadowed_by=found[first].id)
    return tuple(shown)
