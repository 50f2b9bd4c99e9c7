"""Text without its white space, each character with its place: page layout does not count when texts are compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from qinglian_rules.diagnostics import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Bare:
    """The characters of a text that are no white space, and the offset of each in that text."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original text that holds `text[start:end]`, which is not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def cut(self, start: int, end: int) -> Bare:
        """Return `text[start:end]`, with the same places."""
        return Bare(self.text[start:end], self.offsets[start:end])


def bare(text: str) -> Bare:
    """Return `text` without white space; a full-width space is white space too."""
    words = list(_WORD.finditer(text))
    offsets = tuple(offset for word in words for offset in range(word.start(), word.end()))
    return Bare("".join(word.group() for word in words), offsets)


class SourceText:
    """A document's text as issued, and the place of each of its characters."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.bare = bare(text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, start: int, end: int) -> Span:
        """Return the span in the file of `start` to `end` of the bare text; the end of the file for what is beyond."""
        if start >= len(self.bare.text):
            return Span(self.file, *self._point(len(self.text)), *self._point(len(self.text)))
        first, last = self.bare.span(start, min(end, len(self.bare.text)))
        return Span(self.file, *self._point(first), *self._point(last))

    def _point(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
