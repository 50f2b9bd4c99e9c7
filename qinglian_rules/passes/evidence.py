"""`evidence` becomes the condition that it means: an `exists` over `EvidenceRecord` (LANGUAGE 4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from qinglian_rules.diagnostics import Span
from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.ir import build
from qinglian_rules.ir.nodes import (
    Call,
    Comprehension,
    Const,
    Context,
    Display,
    Exists,
    FactsOf,
    Field,
    In,
    KeyOf,
    Node,
    SpanStart,
    Var,
)
from qinglian_rules.ir.rules import EvidenceSpec
from qinglian_rules.ir.types import BOOL, DATE, DURATION, INT, SPAN, STR, FactOf, ListOf, RefOf
from qinglian_rules.passes.agreement import date_of, plain, type_of_field
from qinglian_rules.passes.head import Head
from qinglian_rules.passes.keys import Keys
from qinglian_rules.passes.rhythm import Length, read_length
from qinglian_rules.passes.words import RECORDS, canonical_topic, shown

EVIDENCE_KEYS: Final = ("record", "about", "by", "within")
_NAMES: Final = ("record", "evidence", "paper")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What must be on record, and the condition that says so."""

    spec: EvidenceSpec
    condition: Node


def read_evidence(keys: Keys, shared: Keys | None, head: Head) -> Evidence | None:
    """Check what must be on record.

    Args:
        shared: where `by` and `within` stand if not in `keys`: the head of a `duties` block.
    """
    record = _word_of(keys, "record", head)
    about = _topic(keys, head)
    by = keys.offices("by") or (() if shared is None else shared.texts("by"))
    within = keys.scalar("within") or (None if shared is None else shared.scalar("within"))
    length = None if within is None else read_length(within, keys.findings)
    body = _body(head, keys)
    if record is None or body is None or (within is not None and length is None):
        return None
    if about is None and keys.value("about") is not None:
        return None
    spec = EvidenceSpec(record, about, by, None if within is None else within.text)
    return Evidence(spec, _Desugaring(head, keys.mapping.span, spec, length, body).condition())


def _word_of(keys: Keys, key: str, head: Head) -> str | None:
    """Return the kind of record, which must be one that `EvidenceRecord` knows."""
    scalar = keys.scalar(key)
    kind = head.conditions.context.vocabulary.types[RECORDS].fields[key].type
    if scalar is None or scalar.text in kind.words:
        return None if scalar is None else scalar.text
    args = {"word": scalar.text, "field": f"{RECORDS}.{key}", "words": shown(kind.words)}
    suggestion = nearest(scalar.text, kind.words)
    keys.findings.report(type_codes.UNKNOWN_WORD, scalar.span, suggestion=suggestion, related=(), **args)
    return None


def _topic(keys: Keys, head: Head) -> str | None:
    """Return the canonical name of the topic under `about`."""
    scalar = keys.scalar("about")
    if scalar is None:
        return None
    return canonical_topic(scalar.text, scalar.span, head.conditions.context, keys.findings)


def _body(head: Head, keys: Keys) -> Node | None:
    """Return the reference to the body that answers for the subject."""
    fact_type = head.conditions.context.vocabulary.types.get(head.subject.target)
    if fact_type is None:
        return None
    if fact_type.body is None:
        keys.findings.report(codes.NO_BODY, keys.mapping.span, type=fact_type.name)
        return None
    subject = Var(head.subject.name, type=FactOf(fact_type.name))
    if fact_type.body == "id":
        return KeyOf(subject, type=RefOf(fact_type.name))
    return Field(subject, fact_type.body, type=type_of_field(fact_type.fields[fact_type.body]))


class _Desugaring:
    """The parts of the condition that a piece of evidence means."""

    def __init__(self, head: Head, span: Span, spec: EvidenceSpec, length: Length | None, body: Node) -> None:
        self.head = head
        self.span = span
        self.spec = spec
        self.length = length
        self.body = body
        self.fields = head.conditions.context.vocabulary.types[RECORDS].fields
        self.name = next(name for name in _NAMES if name not in head.scope.names)

    def condition(self) -> Node:
        """Return the `exists` over what is on record."""
        parts = [*self._facts(), *self._dates()]
        over = Comprehension(self.name, FactsOf(RECORDS), build.conjunction(parts, self.span))
        return Exists(over, type=BOOL, span=self.span)

    def _field(self, name: str) -> Field:
        fact = Var(self.name, type=FactOf(RECORDS), span=self.span)
        return Field(fact, name, type=type_of_field(self.fields[name]), span=self.span)

    def _facts(self) -> Iterator[Node]:
        yield build.comparison("==", self._field("body"), self.body, self.span)
        kind = self._field("record")
        yield build.comparison("==", kind, build.const(self.spec.record, plain(kind.type), self.span), self.span)
        if self.spec.about is not None:
            topic = build.const(self.spec.about, STR, self.span)
            yield In(topic, self._field("topics"), type=BOOL, span=self.span)
        if self.spec.by:
            offices = tuple(Const(office, type=STR, span=self.span) for office in self.spec.by)
            listed = Display(offices, type=ListOf(STR), span=self.span)
            yield In(self._field("approved_by"), listed, type=BOOL, span=self.span)

    def _dates(self) -> Iterator[Node]:
        """Yield what bounds the date: the span before the day judged, or the period; the limit, or that day.

        Where the rule asks no date, there is none: later records are not seen, and an undated one is taken not to lie
        later.
        """
        due, every = self.head.due, self.head.every
        if due is None and every is None and self.length is None:
            return
        date = self._field("date")
        now = Context("now", type=DATE, span=self.span)
        if self.length is not None:
            yield build.comparison(">", date, self._before(now, self.length), self.span)
        elif every is not None:
            period = Context("period", type=SPAN, span=self.span)
            yield build.comparison(">=", date, SpanStart(period, type=DATE, span=self.span), self.span)
        last = now if due is None else date_of(Context("due", type=due.type, span=self.span))
        yield build.comparison("<=", date, last, self.span)

    def _before(self, now: Node, length: Length) -> Node:
        if length.days:
            return build.shifted(now, build.const(timedelta(days=length.days), DURATION), -1, self.span)
        months = build.const(-length.months, INT, self.span)
        return Call("add_months", (now, months), type=DATE, span=self.span)
