"""A `duties` block becomes a rule for each of its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.ir.rules import Condition, Form, Rule
from qinglian_rules.passes.evidence import EVIDENCE_KEYS, read_evidence
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.frame import Frame
from qinglian_rules.passes.head import HEAD_KEYS, Head, read_head
from qinglian_rules.passes.keys import Keys
from qinglian_rules.passes.meaning import check_meaning
from qinglian_rules.passes.rules import JUDGEMENT_KEYS, NORM_KEYS, Demand, Origin, make_rule, read_judgement, read_norm
from qinglian_rules.syntax.shapes import wrong_shape
from qinglian_rules.syntax.surface import Block, Entry, Mapping

SHARED_KEYS: Final = ("kind", "severity", "reading", "specialises", "refs", "by", "within", "basis", "accept")
DUTIES_KEYS: Final = (*HEAD_KEYS, "due", *SHARED_KEYS, "records", "judgements")


@dataclass(frozen=True, slots=True)
class _Duties:
    """A block of duties while its lines are read."""

    block: Block
    frame: Frame
    keys: Keys
    head: Head | None

    def line(
        self, entry: Entry, form: Form, known: tuple[str, ...], read: Callable[[Keys, Head], Demand | None]
    ) -> Rule | None:
        """Check one line; what is wrong in it does not touch the others."""
        frame = self.frame.for_block()
        rule = self._rule(entry, form, frame, known, read)
        self.keys.findings.found.extend(frame.findings.found)
        return None if frame.findings.has_errors() else rule

    def _rule(
        self,
        entry: Entry,
        form: Form,
        frame: Frame,
        known: tuple[str, ...],
        read: Callable[[Keys, Head], Demand | None],
    ) -> Rule | None:
        if not isinstance(entry.value, Mapping):
            frame.findings.found.append(wrong_shape(entry.key.text, Mapping, entry.value))
            return None
        keys = frame.keys(entry.value, f"{entry.key.text} ", f"`{entry.key.text}`")
        keys.expect((*NORM_KEYS, *known), self._required(form))
        own_id = keys.as_identity(entry.key)
        norm = read_norm(keys, (self.keys,), frame, form)
        demand = None if self.head is None else read(keys, self.head)
        if own_id is None or self.head is None or demand is None:
            return None
        origin = Origin(own_id, self._source(entry), entry.key.span.to(entry.value.span), from_duties=True)
        rule = make_rule(origin, frame, self.head, norm, demand)
        check_meaning(rule, keys)
        return rule

    def _required(self, form: Form) -> tuple[str, ...]:
        if form == "evidence":
            return ("clause", "record")
        return ("clause",) if self.keys.value("by") is not None else ("clause", "by")

    def _source(self, entry: Entry) -> str:
        """Return the line as written."""
        lines = self.block.source.split("\n")
        first = self.block.span.line + 1
        return "\n".join(lines[entry.key.span.line - first : entry.value.span.end_line - first + 1])

    def evidence(self, keys: Keys, head: Head) -> Demand | None:
        """Read what must be on record."""
        found = read_evidence(keys, self.keys, head)
        return None if found is None else Demand("evidence", (Condition("", found.condition),), found.spec)

    def judgement(self, keys: Keys, head: Head) -> Demand | None:
        """Read whose finding decides."""
        return Demand("judgement", judgement=read_judgement(keys, self.keys))


def check_duties(block: Block, frame: Frame) -> tuple[Rule, ...]:
    """Check a `duties` block; lines with an error are left out, and all of them where one is above the lines."""
    keys = frame.keys(block.body, "duties 块", "the duties block")
    keys.expect(DUTIES_KEYS, () if block.damaged else frame.needed_head())
    if keys.value("records") is None and keys.value("judgements") is None and not block.damaged:
        keys.findings.report(codes.NO_LINES, keys.mapping.span)
    head = read_head(keys, frame.defaults, frame.context, has_due=True)
    keys.offices("by")
    wrong = keys.findings.has_errors()
    duties = _Duties(block, frame, replace(keys, findings=Findings()), head)
    rules = tuple(rule for rule in _lines(duties) if rule is not None)
    keys.findings.found.extend(duties.keys.findings.found)
    return () if wrong else rules


def _lines(duties: _Duties) -> Iterator[Rule | None]:
    for entry in _entries(duties, "records"):
        yield duties.line(entry, "evidence", EVIDENCE_KEYS, duties.evidence)
    for entry in _entries(duties, "judgements"):
        yield duties.line(entry, "judgement", JUDGEMENT_KEYS, duties.judgement)


def _entries(duties: _Duties, key: str) -> tuple[Entry, ...]:
    inner = duties.keys.inner(key, (f"{key} ", f"`{key}`"))
    return () if inner is None else inner.mapping.entries
