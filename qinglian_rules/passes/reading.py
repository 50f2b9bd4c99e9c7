"""The text of a condition becomes a tree of Python's `ast`, in which every node has its place in the Markdown file."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final

from qinglian_rules.diagnostics import Span
from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.tokens import (
    MOST_BRACKETS,
    Mistake,
    Token,
    blanked,
    is_ordinary,
    misread,
    repaired,
    tokens,
    unreadable,
    widened,
    words_at_most,
)
from qinglian_rules.syntax.surface import Scalar

LONGEST: Final = 8000
"""How many characters a condition may have."""

_STARTS: Final = bytes(byte & 0b1100_0000 != 0b1000_0000 for byte in range(256))
"""For each byte of UTF-8 whether a character starts with it."""

DEEPEST: Final = 60
"""How deep the tree of a condition may be."""


@dataclass(frozen=True)
class Source:
    """A condition that has been read: where it stands, the text that was parsed, and its tree."""

    scalar: Scalar
    text: str
    tree: ast.expr

    def span(self, node: ast.expr | ast.keyword) -> Span:
        """Return the place of `node` in the file."""
        start, end = self._range(node)
        if self._line is None:
            return self.scalar.place(start, end)
        file, line, column = self._line
        return Span(file, line, column + start, line, column + end)

    def words(self, node: ast.expr | ast.keyword) -> str:
        """Return the text of `node`, as it was written."""
        start, end = self._range(node)
        return self.text[start:end]

    @cached_property
    def _line(self) -> tuple[str, int, int] | None:
        """File, line and column of a text that stands on one line, as most do; None for others."""
        segments = self.scalar.segments
        if len(segments) != 1 or segments[0].length != len(self.text):
            return None
        return self.scalar.span.file, segments[0].line, segments[0].column

    def _range(self, node: ast.expr | ast.keyword) -> tuple[int, int]:
        start, end = node.col_offset, node.end_col_offset or 0
        return self._offsets[start], self._offsets[end]

    @cached_property
    def _offsets(self) -> Sequence[int]:
        """The offset in the text of each column that the tree may name.

        Python counts columns in bytes of UTF-8, and the tree starts behind leading blanks.
        """
        blank = len(self.text) - len(self.text.lstrip())
        if self.text.isascii():
            return range(blank, len(self.text) + 1)
        return list(accumulate(self.text[blank:].encode().translate(_STARTS), initial=blank))


def read_condition(scalar: Scalar, findings: Findings) -> Source | None:
    """Parse a condition; None, with everything found wrong reported, where that cannot be done."""
    if len(scalar.text) > LONGEST:
        findings.report(codes.TOO_LONG, scalar.span, length=str(len(scalar.text)), limit=str(LONGEST))
        return None
    if not scalar.text.strip():
        findings.report(codes.EMPTY, scalar.span)
        return None
    text = scalar.text
    tree = _ordinary(text)
    if tree is not None:
        return Source(scalar, text, tree)
    found = tokens(text)
    wide = widened(found)
    if wide:
        text = repaired(text, wide)
        found = tokens(text)
    text = blanked(found, text)
    wrong = misread(found)
    for mistake in (*wide, *wrong):
        _report(mistake, scalar, findings)
    return None if wrong else _parsed(scalar, text, found, findings)


def _report(mistake: Mistake, scalar: Scalar, findings: Findings) -> None:
    findings.report(
        mistake.code,
        scalar.place(mistake.start, mistake.end),
        found=mistake.found,
        fix=mistake.fix,
        quote=mistake.fix,
        limit=str(MOST_BRACKETS),
    )


def _parsed(scalar: Scalar, text: str, found: tuple[Token, ...], findings: Findings) -> Source | None:
    tree = _tree(text)
    if isinstance(tree, SyntaxError):
        blank = len(text) - len(text.lstrip())
        # Python counts from 1, and says 0 where it met the end.
        offset = blank + tree.offset - 1 if tree.offset else len(text)
        _report(unreadable(found, offset), scalar, findings)
        return None
    # A tree is no deeper than its words and signs are many, so most need no look.
    if tree is None or (len(found) > DEEPEST and _depth(tree) > DEEPEST):
        findings.report(codes.TOO_DEEP, scalar.span, limit=str(DEEPEST))
        return None
    return Source(scalar, text, tree)


@lru_cache(maxsize=256)
def _ordinary(text: str) -> ast.expr | None:
    """Return the tree of a condition with which nothing is wrong; rules that stand together repeat each other's."""
    tree = _tree(text) if is_ordinary(text) else None
    if not isinstance(tree, ast.expr):
        return None
    # A tree is no deeper than its words and signs are many, so most need no look.
    return None if words_at_most(text) > DEEPEST and _depth(tree) > DEEPEST else tree


def _tree(text: str) -> ast.expr | SyntaxError | None:
    """Return the tree of a condition, or why it has none; None where it is beyond what the parser takes."""
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        return error
    except (RecursionError, MemoryError, ValueError):
        # The bounds above keep a condition far from the parser's own, unless a later Python lowers those.
        return None


def _depth(tree: ast.expr) -> int:
    """Return how deep a tree is, without recursion."""
    level: list[ast.AST] = [tree]
    depth = 0
    while level:
        depth += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return depth
