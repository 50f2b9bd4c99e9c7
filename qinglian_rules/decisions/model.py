"""A decision and a report, as their readers hold them. Explanations are made when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from qinglian_rules.backends.concluded import AnyFact, Concluded, model_of
from qinglian_rules.backends.conclusions import Conflict
from qinglian_rules.backends.verdicts import Status, Verdict
from qinglian_rules.backends.world import World
from qinglian_rules.decisions.wording import quoted
from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Document, Rule, Severity

if TYPE_CHECKING:
    from qinglian_rules.decisions.explanation import Explanation
    from qinglian_rules.decisions.found import Found

STATUSES: tuple[Status, ...] = ("violated", "undetermined", "pending", "compliant", "not_applicable")
STATUS_ZH: Mapping[Status, str] = {
    "not_applicable": "不适用",
    "compliant": "合规",
    "pending": "未到期",
    "undetermined": "待查明",
    "violated": "违反",
}


@dataclass(frozen=True, slots=True)
class SubjectRef:
    """The fact that a decision is about, by type and key."""

    type: str
    id: str


@dataclass(frozen=True)
class Decision:
    """What a rule says of a subject, in a period or not.

    Args:
        verdict: what the back end found.
        world: the facts as the judgement saw them, for explanations.
        overshadowed_by: the id of the decision that is shown in place of this one: that of a rule that specialises its
            rule and found the same fault, or that of another document's rule that asks the same.
        also: the rules of other documents that ask the same, and whose decisions this one is shown in place of.
    """

    verdict: Verdict = field(repr=False)
    world: World = field(repr=False, compare=False)
    overshadowed_by: str | None = None
    also: tuple[Rule, ...] = ()

    @property
    def rule(self) -> Rule:
        """The rule that decides."""
        return self.verdict.rule

    @property
    def document(self) -> Document:
        """The document that the rule stands in."""
        return self.world.documents[self.rule.document]

    @property
    def fact(self) -> AnyFact:
        """The subject itself."""
        return self.verdict.fact

    @property
    def subject(self) -> SubjectRef:
        """The subject, by type and key."""
        return SubjectRef(model_of(self.verdict.fact).__name__, self.verdict.fact.key)

    @property
    def period(self) -> DateSpan | None:
        """The period judged, of a rule with `every`."""
        return self.verdict.period

    @property
    def id(self) -> str:
        """Stable: made of rule, subject and period."""
        subject = self.subject
        period = "" if self.period is None else f"@{self.period.start}..{self.period.end}"
        return f"{self.rule.id}@{subject.type}:{subject.id}{period}"

    @property
    def status(self) -> Status:
        """One of `STATUSES`."""
        return self.verdict.status

    @property
    def severity(self) -> Severity:
        """How bad a violation of the rule is."""
        return self.rule.severity

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the conditions that failed."""
        return self.verdict.failed

    @property
    def missing(self) -> tuple[str, ...]:
        """What an undetermined decision hangs on, such as `RepVisit.place` or `complete: Sanction`."""
        return self.verdict.missing

    @property
    def running(self) -> bool:
        """Whether the period has not ended, so that the decision is one so far."""
        return self.verdict.running

    @property
    def offices(self) -> tuple[str, ...]:
        """Who answers for the item."""
        return self.rule.offices

    @property
    def citation(self) -> str:
        """The words that decide, with document and section: `桂卫医发〔2021〕28号 三/（三）/4：“…”`."""
        return self.citations[0]

    @property
    def citations(self) -> tuple[str, ...]:
        """The words of all rules that ask this, `citation` first, each with document and section."""
        return tuple(self._cited(rule) for rule in (self.rule, *self.also))

    def _cited(self, rule: Rule) -> str:
        document = self.world.documents[rule.document]
        words = "；".join(quoted(str(quotation)) for quotation in rule.clause)
        return f"{document.number or document.title} {rule.section}：{words}"

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """The values that the deciding conditions read, by path from the subject (`visit.place`)."""
        return self.explanation.values

    @cached_property
    def explanation(self) -> Explanation:
        """Why, why not, what is missing, what would change it: as data."""
        from qinglian_rules.decisions.explanation import explain

        return explain(self)

    def explain(self, lang: Lang = "zh") -> str:
        """Return the explanation as text in Chinese or English."""
        from qinglian_rules.decisions.rendering import render_text

        return render_text(self, lang)


@dataclass(frozen=True)
class Report:
    """All decisions of one check, in the order of the documents' texts.

    `found`: the decisions, made when they are read. `diagnostics`: what was wrong with the facts handed over.
    `conflicts`: equally strong conclusions that differ.
    """

    found: Found = field(repr=False)
    world: World = field(repr=False)
    engine: Literal["reference", "python", "durable"]
    conflicts: tuple[Conflict, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    assumed_complete: bool = False

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.decisions)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, of whatever status."""
        return self.found.all

    def of(self, status: Status) -> tuple[Decision, ...]:
        """Return the decisions of a status; of one fault that a special and a general norm find, the special one."""
        shown = self.found.shown
        if status in shown:
            return shown[status]
        return tuple(decision for decision in self.decisions if decision.status == status)

    @property
    def violated(self) -> tuple[Decision, ...]:
        """What is violated."""
        return self.of("violated")

    @property
    def undetermined(self) -> tuple[Decision, ...]:
        """What cannot be decided on what is known."""
        return self.of("undetermined")

    @property
    def pending(self) -> tuple[Decision, ...]:
        """What is not done and not yet due."""
        return self.of("pending")

    @property
    def compliant(self) -> tuple[Decision, ...]:
        """What is in order."""
        return self.of("compliant")

    @property
    def not_applicable(self) -> tuple[Decision, ...]:
        """What no rule asks."""
        return self.of("not_applicable")

    @property
    def as_of(self) -> date:
        """The day of judgement."""
        return self.world.setting.as_of

    @property
    def period(self) -> DateSpan:
        """The period under review."""
        return self.world.setting.review

    @property
    def concluded(self) -> tuple[Concluded, ...]:
        """All derived facts, certain and possible."""
        return tuple(fact for facts in self.world.derived.facts.values() for fact in facts)

    @property
    def summary(self) -> Mapping[Status, int]:
        """How many decisions of each status there are."""
        return {status: self.found.counts[status] for status in STATUSES}
