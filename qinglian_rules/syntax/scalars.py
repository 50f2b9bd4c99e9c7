"""How scalars are put together from lines, and how quotes are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from qinglian_rules.diagnostics import Span
from qinglian_rules.syntax.lines import Line
from qinglian_rules.syntax.surface import Scalar, Segment

QUOTES = "\"'"


def join(file: str, lines: Sequence[Line], *, between_words: bool) -> Scalar:
    """Join lines into one scalar, with a space between two.

    Args:
        between_words: leave the space out where both neighbours are Chinese, which is written without any.
    """
    if len(lines) == 1:
        only = lines[0]
        return Scalar(only.text, only.span(file), (Segment(0, only.number, only.column, len(only.text)),))
    text = ""
    segments: list[Segment] = []
    for line in lines:
        if text and line.text and not (between_words and _is_wide(text[-1]) and _is_wide(line.text[0])):
            text += " "
        segments.append(Segment(len(text), line.number, line.column, len(line.text)))
        text += line.text
    return Scalar(text, lines[0].span(file).to(lines[-1].span(file)), tuple(segments))


def read_quoted(whole: Scalar, start: int) -> tuple[Scalar, int] | None:
    r"""Read the quoted text that opens at `start`; in double quotes `\"` and `\\`, in single quotes `''` are escapes.

    Returns:
        The text, and the offset behind its closing quote; None where it is not closed.
    """
    text, quote = whole.text, whole.text[start]
    kept: list[tuple[int, int]] = []
    first = position = start + 1
    while position < len(text):
        escape = text[position : position + 2]
        if escape in ('\\"', "\\\\") if quote == '"' else escape == "''":
            kept.append((first, position))
            first, position = position + 1, position + 2
        elif text[position] == quote:
            kept.append((first, position))
            return _splice(whole, kept, whole.place(start, position + 1)), position + 1
        else:
            position += 1
    return None


def _splice(whole: Scalar, ranges: Iterable[tuple[int, int]], span: Span) -> Scalar:
    text = ""
    segments: list[Segment] = []
    for start, end in ranges:
        piece = whole.cut(start, end)
        segments.extend(
            Segment(len(text) + found.offset, found.line, found.column, found.length) for found in piece.segments
        )
        text += piece.text
    return Scalar(text, span, tuple(segments), quoted=True)


def _is_wide(character: str) -> bool:
    # "A" holds “ ” … — which stand among Chinese words, and × where a text is masked.
    return east_asian_width(character) in "WFA"
