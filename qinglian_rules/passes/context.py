"""What a check is told from outside: vocabulary, parameters, topics, and how to look up a quotation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Definition, Parameter, Quotation, Rule, TextBlock
from qinglian_rules.syntax.surface import ItemFile, Value

Quote = Callable[[ItemFile, Value], tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]]
"""Looks up a quotation, or a list of them, in the text; what is not found comes back as diagnostics."""


@dataclass(frozen=True)
class Context:
    """What the blocks of one document are checked against.

    Attributes:
        parameters: the document's parameters by their local name (`removal_limit`).
        topics: canonical topics, each with its aliases.
    """

    document_id: str
    vocabulary: Vocabulary
    parameters: Mapping[str, Parameter]
    topics: Mapping[str, tuple[str, ...]]
    quote: Quote

    @cached_property
    def topic_of(self) -> Mapping[str, str]:
        """The canonical topic of every word that means one."""
        return {word: name for name, aliases in self.topics.items() for word in (name, *aliases)}


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """What an item file holds after checking; a block with an error in it is left out."""

    rules: tuple[Rule, ...]
    definitions: tuple[Definition, ...]
    texts: tuple[TextBlock, ...]
    diagnostics: tuple[Diagnostic, ...]
