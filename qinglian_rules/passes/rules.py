"""A `rule` block becomes a `Rule`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from qinglian_rules.diagnostics import Span
from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.ir.rules import Condition, EvidenceSpec, Form, JudgementSpec, Kind, Quotation, Rule
from qinglian_rules.ir.rules import Severity as RuleSeverity
from qinglian_rules.passes.evidence import EVIDENCE_KEYS, read_evidence
from qinglian_rules.passes.frame import RULE_KINDS, SEVERITIES, Frame
from qinglian_rules.passes.head import HEAD_KEYS, Head, read_head
from qinglian_rules.passes.keys import Keys
from qinglian_rules.passes.meaning import check_meaning
from qinglian_rules.passes.members import read_conditions, report_same_names
from qinglian_rules.syntax.shapes import span_of_key
from qinglian_rules.syntax.surface import Block

FORMS: Final[tuple[Form, ...]] = ("require", "forbid", "evidence", "judgement")
NORM_KEYS: Final = (
    "title",
    "clause",
    "kind",
    "severity",
    "reading",
    "specialises",
    "same_as",
    "refs",
    "handle",
    "known_false_positives",
)
RULE_KEYS: Final = ("id", *NORM_KEYS, *HEAD_KEYS, "due", *FORMS)
JUDGEMENT_KEYS: Final = ("by", "basis", "accept")
FINDING_WORDS: Final = ("符合", "基本符合", "不符合")


@dataclass(frozen=True, slots=True)
class Demand:
    """What a rule asks for, in one of the four forms."""

    form: Form
    conditions: tuple[Condition, ...] = ()
    evidence: EvidenceSpec | None = None
    judgement: JudgementSpec | None = None


@dataclass(frozen=True, slots=True)
class Norm:
    """What a rule says about itself, whatever its form."""

    title: str
    clause: tuple[Quotation, ...]
    kind: Kind
    severity: RuleSeverity
    reading: str | None
    specialises: tuple[str, ...]
    same_as: str | None
    refs: tuple[str, ...]
    handle: tuple[Quotation, ...]
    known_false_positives: tuple[str, ...]


def check_rule(block: Block, frame: Frame) -> Rule | None:
    """Check a `rule` block; None where an error is in it."""
    keys = frame.keys(block.body, "rule 块", "the rule block")
    keys.expect(RULE_KEYS, () if block.damaged else ("id", "clause", *frame.needed_head()))
    own_id = keys.identity("id")
    forms = _forms(keys, block)
    head = read_head(keys, frame.defaults, frame.context, has_due="forbid" not in forms)
    norm = read_norm(keys, (), frame, forms[0] if forms else "require")
    demands = [] if head is None else [_demand(keys, form, head) for form in forms]
    demand = demands[0] if demands else None
    if own_id is None or head is None or demand is None:
        return None
    rule = make_rule(Origin(own_id, block.source, block.span), frame, head, norm, demand)
    check_meaning(rule, keys)
    return rule


def _forms(keys: Keys, block: Block) -> tuple[Form, ...]:
    """Return the forms that are written; one is right, and all are checked."""
    found = tuple(form for form in FORMS if keys.value(form) is not None)
    if len(found) > 1 or (not found and not block.damaged):
        places = [span_of_key(keys.mapping, form) for form in found] or [keys.mapping.span]
        later = max(places)
        others = [place for place in places if place != later]
        keys.findings.report(codes.ONE_FORM, later, related=others, count=str(len(found)))
    return found


def _demand(keys: Keys, form: Form, head: Head) -> Demand | None:
    if form == "evidence":
        return _evidence(keys, head)
    if form == "judgement":
        return _judgement(keys)
    value = keys.value(form)
    if value is None:
        return None
    found = read_conditions(value, form, head.scope, head.conditions)
    report_same_names(found, value, head.conditions)
    if form == "forbid" and keys.value("due") is not None:
        keys.findings.report(codes.DUE_OF_FORBID, span_of_key(keys.mapping, "due"))
    return Demand(form, found) if found else None


def _evidence(keys: Keys, head: Head) -> Demand | None:
    inner = keys.inner("evidence", ("evidence ", "`evidence`"))
    if inner is None:
        return None
    inner.expect(EVIDENCE_KEYS, ("record",))
    found = read_evidence(inner, None, head)
    return None if found is None else Demand("evidence", (Condition("", found.condition),), found.spec)


def _judgement(keys: Keys) -> Demand | None:
    inner = keys.inner("judgement", ("judgement ", "`judgement`"))
    if inner is None:
        return None
    inner.expect(JUDGEMENT_KEYS, ("by",))
    return Demand("judgement", judgement=read_judgement(inner, None))


def read_judgement(keys: Keys, shared: Keys | None) -> JudgementSpec:
    """Return whose finding decides; `shared` is the head of a `duties` block, which may say it for all lines."""
    by = keys.offices("by") or (() if shared is None else shared.texts("by"))
    basis = keys.text("basis") or (None if shared is None else shared.text("basis"))
    accepted = keys.scalars("accept") or (() if shared is None else shared.scalars("accept"))
    accept = tuple(word for one in accepted if (word := keys.one_of(one, "accept", FINDING_WORDS)) is not None)
    return JudgementSpec(by, basis, accept) if accepted else JudgementSpec(by, basis)


def read_norm(keys: Keys, shared: tuple[Keys, ...], frame: Frame, form: Form) -> Norm:
    """Return what a rule says about itself.

    Args:
        shared: where a value stands that `keys` does not give, before the front matter.
        form: decides the kind that is taken where none is written: a prohibition for `forbid`, else an obligation.
    """
    heads = [keys, *shared]
    sources = [*heads, *(() if frame.defaults is None else (frame.defaults,))]
    kinds = [one.word("kind", RULE_KINDS) for one in sources if one.value("kind") is not None]
    severities = [one.word("severity", SEVERITIES) for one in sources if one.value("severity") is not None]
    readings = [one.text("reading") for one in heads if one.value("reading") is not None]
    usual: Kind = "prohibition" if form == "forbid" else "obligation"
    clause = frame.quote(keys.value("clause"))
    same = keys.text("same_as")
    return Norm(
        title=keys.text("title") or "；".join(map(str, clause)),
        clause=clause,
        kind=(kinds[0] if kinds else None) or usual,
        severity=(severities[0] if severities else None) or "minor",
        reading=readings[0] if readings else None,
        specialises=tuple(frame.rule_id(one) for source in heads for one in source.texts("specialises")),
        same_as=None if same is None else frame.rule_id(same),
        refs=tuple(frame.cited(one) for source in heads for one in source.texts("refs")),
        handle=frame.quote(keys.value("handle")),
        known_false_positives=keys.texts("known_false_positives"),
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule comes from: its own id, its text, its place; whether it is a line of a `duties` block."""

    own_id: str
    source: str
    span: Span
    from_duties: bool = False


def make_rule(origin: Origin, frame: Frame, head: Head, norm: Norm, demand: Demand) -> Rule:
    """Put a rule together. Its offices are those of the item, which are added when all blocks are read."""
    return Rule(
        id=frame.full_id(origin.own_id),
        title=norm.title,
        document=frame.context.document_id,
        section=frame.item.section,
        clause=norm.clause,
        kind=norm.kind,
        form=demand.form,
        subject=head.subject,
        every=head.every,
        start=head.start,
        lets=head.lets,
        when=head.when,
        conditions=demand.conditions,
        due=head.due,
        severity=norm.severity,
        judgement=demand.judgement,
        evidence=demand.evidence,
        specialises=norm.specialises,
        same_as=norm.same_as,
        refs=norm.refs,
        handle=norm.handle,
        reading=norm.reading,
        known_false_positives=norm.known_false_positives,
        from_duties=origin.from_duties,
        source=origin.source,
        span=origin.span,
    )
