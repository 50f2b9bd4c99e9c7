"""Literal texts that must be words of a closed list: the words of an Enum, the topics."""

from __future__ import annotations

from typing import Final

from qinglian_rules.diagnostics import Span
from qinglian_rules.diagnostics.catalogue import blocks as block_codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.vocabulary import TOPICS
from qinglian_rules.ir.nodes import Field, Node
from qinglian_rules.ir.types import Enum, FactOf
from qinglian_rules.passes.agreement import foreign_words
from qinglian_rules.passes.checker import Checker
from qinglian_rules.passes.context import Context
from qinglian_rules.passes.findings import Findings

RECORDS: Final = "EvidenceRecord"
"""The type of what is on record."""

SHOWN_WORDS: Final = 8
"""How many words of a list a message shows."""


def report_foreign_words(checker: Checker, node: Node, beside: Node, enum: Enum) -> bool:
    """Report the literal texts of `node` that are no words of `enum`, the type of `beside`; return whether any is."""
    found = foreign_words(node, enum)
    for text in found:
        word = str(text.value)
        checker.findings.report(
            type_codes.UNKNOWN_WORD,
            text.span,
            suggestion=nearest(word, enum.words),
            word=word,
            field=_called(beside),
            words=shown(enum.words),
        )
    return bool(found)


def canonical_topic(word: str, span: Span, context: Context, findings: Findings) -> str | None:
    """Return the canonical name of a topic that is given by it or by an alias; report what is neither."""
    name = context.topic_of.get(word)
    if name is None:
        findings.report(block_codes.UNKNOWN_TOPIC, span, suggestion=nearest(word, context.topic_of), topic=word)
    return name


def is_list_of_topics(node: Node) -> bool:
    """Whether a node reads the topics of a fact, of whatever type: they are controlled words everywhere."""
    return isinstance(node, Field) and node.name == TOPICS


def shown(words: tuple[str, ...]) -> str:
    """Return the first words of a list, as a message shows them."""
    return "、".join(words[:SHOWN_WORDS]) + ("…" if len(words) > SHOWN_WORDS else "")


def _called(node: Node) -> str:
    if isinstance(node, Field) and isinstance(node.fact.type, FactOf):
        return f"{node.fact.type.target}.{node.name}"
    return "Enum"
