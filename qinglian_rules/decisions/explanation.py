"""One object that answers why, why not, what is missing and what would change it (LANGUAGE 7), as data.

`why` and `values` come from one more evaluation of the rule on the subject; the rest is tried out, and only when
somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qinglian_rules.backends.concluded import AnyFact, Concluded, Origin
from qinglian_rules.backends.judging import Case
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.occasions import Occasion, occasions_of
from qinglian_rules.backends.world import World
from qinglian_rules.decisions.deciding import Reason, deciding_reasons, reason_of
from qinglian_rules.decisions.narrowed import narrowed
from qinglian_rules.decisions.wording import quoted
from qinglian_rules.ir.rules import Definition

if TYPE_CHECKING:
    from qinglian_rules.decisions.change import Change
    from qinglian_rules.decisions.model import Decision
    from qinglian_rules.decisions.supply import MissingSet


@dataclass(frozen=True, slots=True)
class Source:
    """A derived fact that a decision rests on, the words that conclude it, and the fact that it comes from.

    `values` are what was concluded, keys and body aside. `sources` are the derived facts that the conclusion rests on.
    """

    type: str
    key: str
    values: Mapping[str, Any]
    definition: str
    veto: bool
    citation: str
    subject_type: str
    subject_key: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """Why a decision is as it is. Every part is computed when it is first read."""

    decision: Decision = field(repr=False)

    @cached_property
    def case(self) -> Case:
        """The rule set up on the subject, ready to be evaluated again."""
        decision = self.decision
        return Case.of(narrowed(decision.world), decision.rule, occasion_of(decision))

    @cached_property
    def why(self) -> tuple[Reason, ...]:
        """The conditions that decided: those that failed, that are unknown, or, of a compliant one, that hold."""
        rule, status = self.decision.rule, self.decision.status
        if status == "not_applicable":
            return self.why_not
        wanted = {"violated": False, "compliant": True, "pending": False}.get(status)
        named = [(condition.name, condition.node) for condition in rule.conditions]
        reasons = deciding_reasons(self.case, named, negated=rule.form == "forbid", wanted=wanted)
        if status == "undetermined":
            reasons = (*deciding_reasons(self.case, [("", rule.when)], wanted=None), *reasons)
            if rule.due is not None and isinstance(self.case.due, Unknown):
                reasons = (*reasons, reason_of(self.case, "", rule.due))
        return reasons

    @cached_property
    def why_not(self) -> tuple[Reason, ...]:
        """What kept the rule from applying: the parts of `when` that are false; empty where it applies."""
        return deciding_reasons(self.case, [("", self.decision.rule.when)], wanted=False)

    @property
    def values(self) -> Mapping[str, Any]:
        """The values read by what decided, by path from the subject: `visit.place` → 门诊诊室."""
        return {path: value for reason in self.why for path, value in reason.values.items()}

    @cached_property
    def missing(self) -> tuple[MissingSet, ...]:
        """At most three smallest sets of what, once known, would settle an undetermined decision."""
        from qinglian_rules.decisions.supply import settling_sets

        return settling_sets(self.decision) if self.decision.status == "undetermined" else ()

    @cached_property
    def change(self) -> Change | None:
        """The smallest change of one or two of the subject's own fields that makes a violation compliant, if any."""
        from qinglian_rules.decisions.change import smallest_change

        return smallest_change(self.decision) if self.decision.status == "violated" else None

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The derived facts that the decision rests on, each back to the facts that caused it."""
        found = [self.decision.fact, *(fact for reason in self.why for fact in reason.facts)]
        known = (fact for fact in found if isinstance(fact, Concluded) and (fact is found[0] or fact.certain is True))
        return tuple(source for fact in known for source in self._chain(fact))

    def _chain(self, fact: Concluded) -> tuple[Source, ...]:
        return tuple(self._source(fact, origin) for origin in fact.origins)

    def _source(self, fact: Concluded, origin: Origin) -> Source:
        world = self.decision.world
        definition = next(d for d in world.definitions_of(fact.type) if d.id == origin.definition)
        subject = world.find(origin.subject_type, origin.subject_key)
        before = [subject, *self._settled_by(definition, subject, origin)]
        aside = {*fact.model.fact_key, fact.model.fact_body}
        return Source(
            type=fact.type,
            key=fact.key,
            values={name: value for name, value in fact.values.items() if name not in aside},
            definition=definition.id,
            veto=definition.veto,
            citation=_citation(world, definition),
            subject_type=origin.subject_type,
            subject_key=origin.subject_key,
            sources=tuple(source for found in before if isinstance(found, Concluded) for source in self._chain(found)),
        )

    def _settled_by(self, definition: Definition, subject: AnyFact | None, origin: Origin) -> Iterator[AnyFact]:
        """Yield the facts by which the `when` of a definition holds for the subject that it concluded from."""
        world = self.decision.world
        if subject is None:
            return
        for occasion in occasions_of(world, definition, subject):
            if occasion.period == origin.period:
                case = Case.of(world, definition, occasion)
                for reason in deciding_reasons(case, [("", definition.when)], wanted=True):
                    yield from reason.facts


def _citation(world: World, definition: Definition) -> str:
    """The words that conclude; of a definition that quotes none, those of the rule that it helps."""
    document = world.documents[definition.document]
    helped = next((rule for rule in document.rules if rule.id == definition.helps), None)
    clause = definition.clause or (helped.clause if helped is not None else ())
    words = "；".join(quoted(str(quotation)) for quotation in clause)
    return f"{document.number or document.title} {definition.section}：{words}"


def occasion_of(decision: Decision) -> Occasion:
    """Return the occasion that a decision was made on."""
    return decision.verdict.occasion


def explain(decision: Decision) -> Explanation:
    """Return the explanation of a decision; nothing is computed yet."""
    return Explanation(decision)


__all__ = ["Explanation", "Source", "explain", "occasion_of"]
