"""The surface tree: what a block or a YAML-like file says, every value with its place in the file.

Every scalar is text; its key gives it a type later. Lines and columns count from 1, in characters.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from qinglian_rules.diagnostics import Span

BlockKind = Literal["rule", "duties", "define", "responsible", "text"]


class Segment(NamedTuple):
    """`length` characters of a scalar's text, from `offset`, stand in the file at `line` from `column`."""

    offset: int
    line: int
    column: int
    length: int


class Scalar(NamedTuple):
    """Text as typed, without its quotes; continuation lines are joined to it.

    Characters that joining put in (one space) stand in no segment. `span` holds the quotes, if there are any.
    """

    text: str
    span: Span
    segments: tuple[Segment, ...] = ()
    quoted: bool = False

    def place(self, start: int, end: int) -> Span:
        """Return the span in the file of `text[start:end]`; offsets outside the text are moved to its ends."""
        if not self.segments:
            return self.span
        if len(self.segments) == 1:
            return self._place_on_one_line(start, end)
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        line, column = self._point(start)
        end_line, end_column = (line, column) if end == start else self._after(end - 1)
        return Span(self.span.file, line, column, end_line, end_column)

    def _place_on_one_line(self, start: int, end: int) -> Span:
        _, line, column, length = self.segments[0]
        if not 0 <= start <= end <= length:
            start = min(max(start, 0), length)
            end = min(max(end, start), length)
        return Span(self.span.file, line, column + start, line, column + end)

    def cut(self, start: int, end: int) -> Scalar:
        """Return `text[start:end]` as a scalar of its own, with its place."""
        segments = tuple(_clip(segment, start, end) for segment in self._between(start, end))
        return Scalar(self.text[start:end], self.place(start, end), segments)

    def _point(self, offset: int) -> tuple[int, int]:
        segment = self._segment(offset)
        return segment.line, segment.column + min(offset - segment.offset, segment.length)

    def _after(self, offset: int) -> tuple[int, int]:
        """Return the place behind the character at `offset`."""
        segment = self._segment(offset)
        return segment.line, segment.column + min(offset - segment.offset + 1, segment.length)

    def _segment(self, offset: int) -> Segment:
        index = bisect_right(self.segments, offset, key=_offset)
        return self.segments[max(index - 1, 0)]

    def _between(self, start: int, end: int) -> tuple[Segment, ...]:
        if len(self.segments) == 1 and start < self.segments[0].length:
            return self.segments
        first = max(bisect_right(self.segments, start, key=_offset) - 1, 0)
        last = bisect_right(self.segments, end - 1, key=_offset)
        return tuple(found for found in self.segments[first:last] if found.offset + found.length > start)


def _offset(segment: Segment) -> int:
    return segment.offset


def _clip(segment: Segment, start: int, end: int) -> Segment:
    """Return the part of `segment` between two offsets, counted from the first of them."""
    low = max(segment.offset, start)
    high = min(segment.offset + segment.length, end)
    return Segment(low - start, segment.line, segment.column + low - segment.offset, high - low)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list: lines that start with `- `, or `[a, b]`."""

    items: tuple[Value, ...]
    span: Span


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Value


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file; no key occurs twice."""

    entries: tuple[Entry, ...]
    span: Span
    _by_key: dict[str, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {entry.key.text: entry for entry in self.entries})

    def get(self, name: str) -> Value | None:
        """Return the value of the key `name`; None where it is not there."""
        entry = self._by_key.get(name)
        return None if entry is None else entry.value

    def entry(self, name: str) -> Entry | None:
        """Return the entry of the key `name`; None where it is not there."""
        return self._by_key.get(name)

    def keys(self) -> tuple[str, ...]:
        """Return the keys, in their order."""
        return tuple(entry.key.text for entry in self.entries)


Value = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block. `source` is what stands inside the fence; `span` is the whole fence.

    `damaged` says that an entry could not be read and is left out, so that a missing key is no second mistake.
    """

    kind: BlockKind
    body: Mapping
    span: Span
    source: str
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class ItemFile:
    """An item file: its numbering and title, its words, its blocks.

    `words` is the text outside front matter and fences, a heading without its `#`, a line break between two lines:
    together with those of the other files it is `source.txt`. `headings` are ranges (start, end) of `words.text`.
    """

    path: str
    section: str
    title: str
    defaults: Mapping | None
    words: Scalar
    headings: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...]
    section_span: Span

    @property
    def text(self) -> str:
        """The item's words."""
        return self.words.text

    @property
    def number(self) -> str:
        """The numbering in the file's name, the middle part of a rule's id: `3.3.4` of `3.3.4-punish-violations.md`."""
        return PurePosixPath(self.path).stem.partition("-")[0]
