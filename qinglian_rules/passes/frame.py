"""What the blocks of one item share: where they stand, how their words are looked up, how ids become whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, get_args

from qinglian_rules.diagnostics import Span
from qinglian_rules.ir.rules import Kind, Quotation
from qinglian_rules.ir.rules import Severity as RuleSeverity
from qinglian_rules.passes.context import Context
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.keys import Keys
from qinglian_rules.syntax.surface import Block, ItemFile, Mapping, Value

ALL_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
RULE_KINDS: Final = tuple(kind for kind in ALL_KINDS if kind not in {"definition", "consequence", "veto"})
SEVERITIES: Final[tuple[RuleSeverity, ...]] = get_args(RuleSeverity)


@dataclass(frozen=True, slots=True)
class Frame:
    """An item while its blocks are checked; `findings` are those of one block, `ids` those of the whole item."""

    item: ItemFile
    context: Context
    findings: Findings
    ids: frozenset[str]

    def for_block(self) -> Frame:
        """Return this frame with findings of its own."""
        return replace(self, findings=Findings())

    @property
    def defaults(self) -> Keys | None:
        """What the front matter gives where a block does not."""
        if self.item.defaults is None:
            return None
        return Keys(self.item.defaults, self.findings, ("defaults ", "`defaults`"))

    def needed_head(self) -> tuple[str, ...]:
        """Return the keys of the head that a block must have: `each`, unless the front matter gives it."""
        return ("each",) if self.defaults is None or self.defaults.value("each") is None else ()

    def keys(self, mapping: Mapping, zh: str, en: str) -> Keys:
        """Return the keys of a mapping of this item."""
        return Keys(mapping, self.findings, (zh, en))

    def quote(self, value: Value | None) -> tuple[Quotation, ...]:
        """Return the words that a `clause` or a `handle` quotes; none where nothing is written."""
        if value is None:
            return ()
        quotations, diagnostics = self.context.quote(self.item, value)
        self.findings.found.extend(diagnostics)
        return quotations

    def full_id(self, own: str) -> str:
        """Return the whole id of a rule of this item."""
        return f"{self.context.document_id}/{self.item.number}/{own}"

    def rule_id(self, reference: str) -> str:
        """Return the whole id of the rule that a reference means: of this item, of this document, or of any."""
        missing = 2 - reference.count("/")
        start = (self.context.document_id, self.item.number)[:missing] if missing > 0 else ()
        return "/".join((*start, reference))

    def cited(self, reference: str) -> str:
        """Return what `refs` means by a word: a rule, where it names one, else a document."""
        return self.rule_id(reference) if "/" in reference or reference in self.ids else reference


def ids_of(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Span]]:
    """Yield the ids of all rules and definitions, and where they stand."""
    for block in blocks:
        found = Keys(block.body, Findings(), ("", ""))
        if block.kind in {"rule", "define"}:
            scalar = found.scalar("id")
            if scalar is not None:
                yield scalar.text, scalar.span
        elif block.kind == "duties":
            for key in ("records", "judgements"):
                lines = found.inner(key, ("", ""))
                for entry in () if lines is None else lines.mapping.entries:
                    yield entry.key.text, entry.key.span
