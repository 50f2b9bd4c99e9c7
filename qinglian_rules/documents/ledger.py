"""The ledger: which characters of a document's text the clauses of its blocks cover, and which none does.

White space and punctuation do not count, and the document's headings need no block: what is left is what
`characters` counts. All ranges are (start, end) in characters of `source.txt`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from unicodedata import category

from qinglian_rules.ir.nodes import Const
from qinglian_rules.ir.rules import Definition, Document, Form, Item, Quotation, Rule, TextBlock

BlockForm = Literal["require", "forbid", "evidence", "judgement", "define", "responsible", "text"]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class BlockCoverage:
    """A block, or a line of a `duties` block: how many conditions it states and which characters it quotes.

    `kind` is the kind of norm; for words that state none, `why`; for offices, `responsibility`. A judgement states
    no condition; a definition states one where it says when it applies.
    """

    id: str
    form: BlockForm
    kind: str
    conditions: int
    spans: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """The ledger of a document. It is closed when `uncovered` is empty."""

    id: str
    status: str
    characters: int
    covered: int
    uncovered: tuple[Range, ...]
    blocks: tuple[BlockCoverage, ...]
    covered_by: Mapping[str, int] = field(default_factory=dict)
    """Characters covered by `rules`, by `definitions`, by `texts`; one may be covered by several."""

    @property
    def is_open(self) -> bool:
        """Whether a document that is not a draft has an uncovered character."""
        return self.status != "draft" and bool(self.uncovered)

    @property
    def rules_by_form(self) -> Mapping[str, int]:
        """How many rules there are of each form."""
        forms = Counter(block.form for block in self.blocks)
        return {form: forms[form] for form in ("require", "forbid", "evidence", "judgement")}


def coverage(document: Document) -> DocumentCoverage:
    """Compare the clauses of all blocks with the text."""
    headings = _mark(len(document.source), (span for item in document.items for span in item.headings))
    counted = _counted(document.source, headings)
    blocks = tuple(block for item in document.items for block in _blocks(document, item))
    covered = _mark(len(document.source), (span for block in blocks for span in block.spans))
    settled = bytearray(one | other for one, other in zip(covered, headings, strict=True))
    return DocumentCoverage(
        id=document.id,
        status=document.status,
        characters=sum(counted),
        covered=_both(counted, covered),
        uncovered=tuple(_runs(counted, settled)),
        blocks=blocks,
        covered_by={
            "rules": _covered_by(counted, blocks, ("require", "forbid", "evidence", "judgement")),
            "definitions": _covered_by(counted, blocks, ("define",)),
            "texts": _covered_by(counted, blocks, ("text", "responsible")),
        },
    )


def to_json(documents: Iterable[DocumentCoverage]) -> dict[str, Any]:
    """Return what `qinglian coverage --format json` prints."""
    return {"documents": [_document_json(document) for document in documents]}


def _document_json(document: DocumentCoverage) -> dict[str, Any]:
    return {
        "id": document.id,
        "status": document.status,
        "characters": document.characters,
        "covered": document.covered,
        "uncovered": [list(span) for span in document.uncovered],
        "blocks": [_block_json(block) for block in document.blocks],
    }


def _block_json(block: BlockCoverage) -> dict[str, Any]:
    return {
        "id": block.id,
        "form": block.form,
        "kind": block.kind,
        "conditions": block.conditions,
        "spans": [list(span) for span in block.spans],
    }


def _blocks(document: Document, item: Item) -> Iterator[BlockCoverage]:
    for rule in item.rules:
        yield _of_rule(rule)
    for definition in item.definitions:
        yield _of_definition(definition)
    for number, text in enumerate(item.texts, start=1):
        prefix = f"{document.id}/{item.file.partition('-')[0]}"
        yield _of_text(f"{prefix}/{text.form}-{number}", text)


def _of_rule(rule: Rule) -> BlockCoverage:
    form: Form = rule.form
    return BlockCoverage(rule.id, form, rule.kind, len(rule.conditions), _spans(rule.clause))


def _of_definition(definition: Definition) -> BlockCoverage:
    states_when = not (isinstance(definition.when, Const) and definition.when.value is True)
    return BlockCoverage(definition.id, "define", definition.kind, int(states_when), _spans(definition.clause))


def _of_text(name: str, text: TextBlock) -> BlockCoverage:
    return BlockCoverage(name, text.form, text.why or "responsibility", 0, _spans(text.clause))


def _spans(clause: Sequence[Quotation]) -> tuple[Range, ...]:
    """Return the ranges of an item's own words; words of another item do not count for the ledger."""
    return tuple(sorted({span for quotation in clause if not quotation.borrowed for span in quotation.spans}))


def _counted(source: str, headings: bytearray) -> bytearray:
    """Return 1 for each character that needs a block, 0 for white space, punctuation and headings."""
    pairs = zip(source, headings, strict=True)
    return bytearray(category(character)[0] not in "PZC" and not heading for character, heading in pairs)


def _mark(length: int, spans: Iterable[Range]) -> bytearray:
    marked = bytearray(length)
    for start, end in spans:
        marked[start:end] = b"\1" * (end - start)
    return marked


def _both(one: bytearray, other: bytearray) -> int:
    return sum(left & right for left, right in zip(one, other, strict=True))


def _covered_by(counted: bytearray, blocks: Iterable[BlockCoverage], forms: Sequence[str]) -> int:
    spans = (span for block in blocks if block.form in forms for span in block.spans)
    return _both(counted, _mark(len(counted), spans))


def _runs(counted: bytearray, settled: bytearray) -> Iterator[Range]:
    """Yield the uncovered runs; punctuation and white space between two uncovered characters belong to their run."""
    start = end = None
    for index, (counts, done) in enumerate(zip(counted, settled, strict=True)):
        if counts and not done:
            start, end = index if start is None else start, index + 1
        elif start is not None and end is not None and done:
            yield start, end
            start = end = None
    if start is not None and end is not None:
        yield start, end
