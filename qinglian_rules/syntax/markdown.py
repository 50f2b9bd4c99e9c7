"""An item file taken apart: front matter, words, headings, fenced blocks, each line with its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import syntax as codes

_FENCE = re.compile(r"(`{3,}|~{3,})\s*(.*)")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")

Numbered = tuple[int, str]


@dataclass(slots=True)
class Fence:
    """A fenced block: the words behind its opening marks, the lines inside, where it opens and ends."""

    marks: str
    kind: str
    opening: Numbered
    lines: list[Numbered] = field(default_factory=list)
    end_line: int = 0

    def span(self, file: str) -> Span:
        """Return the whole fence, its last line included."""
        return Span(file, self.opening[0], 1, self.end_line + 1, 1)

    def opening_span(self, file: str) -> Span:
        """Return the opening line."""
        number, text = self.opening
        return Span(file, number, 1, number, len(text) + 1)


@dataclass(slots=True)
class Parts:
    """What an item file consists of. A line of words is (number, column, text, whether it is a heading)."""

    front: list[Numbered] | None = None
    words: list[tuple[int, int, str, bool]] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)


def take_apart(file: str, content: str, found: list[Diagnostic]) -> Parts:
    """Divide the lines of an item file; `front` is None where there is no front matter."""
    lines = content.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    parts = Parts()
    body = _front_matter(file, lines, parts, found)
    _Divider(file, parts, found).divide(list(enumerate(lines, start=1))[body:])
    return parts


def _front_matter(file: str, lines: list[str], parts: Parts, found: list[Diagnostic]) -> int:
    """Take the front matter; return the index of the first line behind it."""
    if lines[0].rstrip() != "---":
        found.append(Diagnostic(codes.NO_FRONT_MATTER, Span(file, 1, 1, 1, len(lines[0]) + 1)))
        return 0
    end = next((index for index in range(1, len(lines)) if lines[index].rstrip() == "---"), None)
    if end is None:
        found.append(Diagnostic(codes.OPEN_FRONT_MATTER, Span(file, 1, 1, 1, 4)))
        return len(lines)
    parts.front = list(enumerate(lines[1:end], start=2))
    return end + 1


class _Divider:
    """Divides the lines behind the front matter."""

    def __init__(self, file: str, parts: Parts, found: list[Diagnostic]) -> None:
        self.file = file
        self.parts = parts
        self.found = found
        self.open: Fence | None = None

    def divide(self, lines: list[Numbered]) -> None:
        for number, text in lines:
            fence = _FENCE.match(text)
            if fence is not None:
                self._fence(number, text, fence.group(1), fence.group(2).rstrip())
            elif self.open is not None:
                self.open.lines.append((number, text))
            else:
                self._words(number, text)
        if self.open is not None:
            self._close(lines[-1][0], terminated=False)

    def _fence(self, number: int, text: str, marks: str, kind: str) -> None:
        if self.open is None:
            self.open = Fence(marks, kind, (number, text))
        elif not kind and marks.startswith(self.open.marks):
            self._close(number, terminated=True)
        elif kind and marks.startswith(self.open.marks):
            # A closing line names no kind, so the block above was left open and another one begins.
            self._close(number - 1, terminated=False)
            self.open = Fence(marks, kind, (number, text))
        else:
            self.open.lines.append((number, text))

    def _close(self, number: int, *, terminated: bool) -> None:
        fence = self.open
        assert fence is not None
        fence.end_line = number
        if not terminated:
            place = fence.opening_span(self.file)
            self.found.append(Diagnostic(codes.OPEN_FENCE, place, {"fence": fence.marks}))
        self.parts.fences.append(fence)
        self.open = None

    def _words(self, number: int, text: str) -> None:
        heading = _HEADING.match(text)
        if heading is not None:
            self.parts.words.append((number, heading.start(2) + 1, heading.group(2).rstrip(), True))
        elif text.strip():
            start = len(text) - len(text.lstrip())
            self.parts.words.append((number, start + 1, text.strip(), False))
