"""Reading an item file: Markdown -> `ItemFile`, all its mistakes at once."""

from __future__ import annotations

from typing import get_args

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import syntax as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.syntax.markdown import Fence, Parts, take_apart
from qinglian_rules.syntax.reader import MAX_BYTES, RULE_CONDITIONS, read_lines, too_large
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of
from qinglian_rules.syntax.surface import Block, BlockKind, ItemFile, Mapping, Scalar, Segment

KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
FRONT_KEYS = ("section", "title", "defaults")
DEFAULT_KEYS = ("each", "kind", "severity")


def read_item(path: str, content: str) -> tuple[ItemFile | None, tuple[Diagnostic, ...]]:
    """Read an item file.

    Args:
        path: the file's name or path, as diagnostics shall show it; its last part carries the item's number.
        content: the whole file.

    Returns:
        The item, or None where its front matter does not say which item it is, and every mistake in the file, in the
        order of the lines. A block with mistakes is there as far as it could be read.
    """
    size = len(content.encode())
    if size > MAX_BYTES:
        return None, (too_large(path, size),)
    found: list[Diagnostic] = []
    parts = take_apart(path, content, found)
    blocks = tuple(block for fence in parts.fences if (block := _block(path, fence, found)) is not None)
    words, headings = _words(path, parts)
    if not words.text and parts.front is not None:
        found.append(Diagnostic(codes.NO_WORDS, Span(path, 1, 1, 1, 1)))
    front = None if parts.front is None else _front(path, parts.front, found)
    item = None if front is None else _item(path, front, words, headings, blocks, found)
    return item, tuple(sorted(found, key=lambda diagnostic: diagnostic.span or Span(path, 0, 0, 0, 0)))


def _front(path: str, lines: list[tuple[int, str]], found: list[Diagnostic]) -> Mapping:
    reading = read_lines(path, lines, RULE_CONDITIONS)
    found.extend(reading.found)
    required = () if reading.damaged else ("section", "title")
    where = Span(path, 1, 1, 1, 4)
    check_keys(reading.mapping, FRONT_KEYS, required, where, ("前言", "the front matter"), found)
    return reading.mapping


def _item(
    path: str,
    front: Mapping,
    words: Scalar,
    headings: tuple[tuple[int, int], ...],
    blocks: tuple[Block, ...],
    found: list[Diagnostic],
) -> ItemFile | None:
    section = text_of(front, "section", found)
    title = text_of(front, "title", found)
    defaults = mapping_of(front, "defaults", found)
    if defaults is not None:
        check_keys(defaults, DEFAULT_KEYS, (), defaults.span, ("defaults ", "`defaults`"), found)
    if section is None or title is None:
        return None
    return ItemFile(path, section.text, title.text, defaults, words, headings, blocks, section.span)


def _block(path: str, fence: Fence, found: list[Diagnostic]) -> Block | None:
    kind = next((known for known in KINDS if known == fence.kind), None)
    if kind is None:
        code = codes.UNKNOWN_FENCE if fence.kind else codes.NAMELESS_FENCE
        suggestion = nearest(fence.kind, KINDS) if fence.kind else None
        found.append(Diagnostic(code, fence.opening_span(path), {"kind": excerpt(fence.kind)}, suggestion))
        return None
    reading = read_lines(path, fence.lines, RULE_CONDITIONS)
    found.extend(reading.found)
    if not reading.mapping.entries and not reading.damaged:
        found.append(Diagnostic(codes.EMPTY_BLOCK, fence.opening_span(path)))
        return None
    source = "\n".join(text for _, text in fence.lines)
    return Block(kind, reading.mapping, fence.span(path), source, reading.damaged)


def _words(path: str, parts: Parts) -> tuple[Scalar, tuple[tuple[int, int], ...]]:
    """Join the lines of words by line breaks; return them, and where the headings stand in them."""
    text = ""
    segments: list[Segment] = []
    headings: list[tuple[int, int]] = []
    for number, column, line, is_heading in parts.words:
        text += "\n" if text else ""
        if is_heading:
            headings.append((len(text), len(text) + len(line)))
        segments.append(Segment(len(text), number, column, len(line)))
        text += line
    if not segments:
        return Scalar("", Span(path, 1, 1, 1, 1)), ()
    last = segments[-1]
    span = Span(path, segments[0].line, segments[0].column, last.line, last.column + last.length)
    return Scalar(text, span, tuple(segments)), tuple(headings)
