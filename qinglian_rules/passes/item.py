"""The blocks of an item file become rules, definitions and text blocks, with every error of the file at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from qinglian_rules.diagnostics import Span
from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.ir.rules import Definition, Rule, TextBlock
from qinglian_rules.passes.context import CheckedItem, Context
from qinglian_rules.passes.define import check_define
from qinglian_rules.passes.duties import check_duties
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.frame import Frame, ids_of
from qinglian_rules.passes.rules import check_rule
from qinglian_rules.syntax.surface import Block, ItemFile

WHYS: Final = ("title", "preamble", "cross-reference", "contact", "signature", "artefact")


@dataclass(slots=True)
class _Found:
    """What the blocks of an item have given so far."""

    rules: list[Rule] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    texts: list[TextBlock] = field(default_factory=list)


def check_item(item: ItemFile, context: Context) -> CheckedItem:
    """Check all blocks of an item; what has an error in it is left out, and everything found is reported."""
    findings = Findings()
    _report_same_ids(item, findings)
    ids = frozenset(own for own, _ in ids_of(item.blocks))
    found = _Found()
    for block in item.blocks:
        frame = Frame(item, context, Findings(), ids)
        _check_block(block, frame, found)
        findings.found.extend(frame.findings.found)
    offices = tuple(dict.fromkeys(office for text in found.texts for office in text.offices))
    rules = tuple(replace(rule, offices=offices) for rule in found.rules) if offices else tuple(found.rules)
    return CheckedItem(rules, tuple(found.definitions), tuple(found.texts), findings.in_order())


def _check_block(block: Block, frame: Frame, found: _Found) -> None:
    if block.kind == "duties":
        # Its lines stand or fall alone; a line that was lost may have been the head of all.
        rules = check_duties(block, frame)
        found.rules.extend(() if block.damaged else rules)
        return
    made = _made(block, frame)
    if made is None or block.damaged or frame.findings.has_errors():
        return
    if isinstance(made, Rule):
        found.rules.append(made)
    elif isinstance(made, Definition):
        found.definitions.append(made)
    else:
        found.texts.append(made)


def _made(block: Block, frame: Frame) -> Rule | Definition | TextBlock | None:
    if block.kind == "rule":
        return check_rule(block, frame)
    if block.kind == "define":
        return check_define(block, frame)
    return _responsible(block, frame) if block.kind == "responsible" else _text(block, frame)


def _responsible(block: Block, frame: Frame) -> TextBlock:
    keys = frame.keys(block.body, "responsible 块", "the responsible block")
    keys.expect(("clause", "offices"), () if block.damaged else ("clause", "offices"))
    return TextBlock("responsible", frame.quote(keys.value("clause")), None, keys.texts("offices"), block.span)


def _text(block: Block, frame: Frame) -> TextBlock:
    keys = frame.keys(block.body, "text 块", "the text block")
    keys.expect(("clause", "why"), () if block.damaged else ("clause", "why"))
    return TextBlock("text", frame.quote(keys.value("clause")), keys.word("why", WHYS), (), block.span)


def _report_same_ids(item: ItemFile, findings: Findings) -> None:
    places: dict[str, Span] = {}
    for own, span in _in_order(item):
        earlier = places.setdefault(own, span)
        if earlier is not span:
            findings.report(codes.SAME_ID, span, related=(earlier,), id=own)


def _in_order(item: ItemFile) -> Iterator[tuple[str, Span]]:
    yield from ids_of(item.blocks)
