"""What loading asks of the checker. The room `passes` answers; tests of this room may put another in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.rules import Document
from qinglian_rules.passes.context import CheckedItem, Context
from qinglian_rules.syntax import ItemFile, Scalar


class Checks(Protocol):
    """The three questions to the checker."""

    def check_item(self, item: ItemFile, context: Context) -> CheckedItem:
        """Check all blocks of an item."""

    def check_reach(self, reach: Scalar, context: Context) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        """Check the condition over `body` that says whom a document reaches."""

    def check_policies(self, documents: Sequence[Document]) -> tuple[Diagnostic, ...]:
        """Check what rules of all documents say together: ids, references, strata."""
