"""Lines of a block: indentation counted, what cannot be seen reported, comments and empty lines left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import category

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import syntax as codes

TAB_WIDTH = 2
# Form feeds, zero-width characters and marks that turn the direction of writing: none is part of a policy.
_SUSPECT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Line(NamedTuple):
    """A line with content. `text` stands without surrounding blanks and starts at `column`; a tab indents by 2."""

    number: int
    column: int
    indent: int
    text: str

    def span(self, file: str, start: int = 0, end: int | None = None) -> Span:
        """Return the place of `text[start:end]`."""
        stop = len(self.text) if end is None else end
        return Span(file, self.number, self.column + start, self.number, self.column + stop)

    def behind(self, count: int) -> Line:
        """Return what follows the first `count` characters, as a line of its own that starts where it starts."""
        rest = self.text[count:]
        skipped = count + len(rest) - len(rest.lstrip(" "))
        return Line(self.number, self.column + skipped, self.indent + skipped, rest.lstrip(" "))


def split_lines(file: str, numbered: Iterable[tuple[int, str]], found: list[Diagnostic]) -> list[Line]:
    """Return the lines that hold something; a line whose first character is `#` is a comment."""
    lines = (_line(file, number, raw, found) for number, raw in numbered)
    return [line for line in lines if line.text and not line.text.startswith("#")]


def _line(file: str, number: int, raw: str, found: list[Diagnostic]) -> Line:
    if not raw.isprintable():
        _report_unseen(file, number, raw, found)
    blank = _blank_prefix(raw)
    if any(character not in " \t" for character in raw[:blank]) and blank < len(raw):
        found.append(Diagnostic(codes.WIDE_BLANK, Span(file, number, 1, number, blank + 1)))
    indent = blank + raw[:blank].count("\t") * (TAB_WIDTH - 1)
    text = raw[blank:].rstrip().replace("\t", " ")
    return Line(number, blank + 1, indent, text)


def _report_unseen(file: str, number: int, raw: str, found: list[Diagnostic]) -> None:
    found.extend(Diagnostic(codes.TAB, _at(file, number, match)) for match in re.finditer(r"\t+", raw))
    for match in _SUSPECT.finditer(raw):
        name = f"U+{ord(match.group()):04X}"
        found.append(Diagnostic(codes.CONTROL_CHARACTER, _at(file, number, match), {"character": name}))


def _blank_prefix(raw: str) -> int:
    """Return how many characters of white space, of whatever width, start the line."""
    plain = len(raw) - len(raw.lstrip(" "))
    if plain < len(raw) and not _is_blank(raw[plain]):
        return plain
    return next((index for index, character in enumerate(raw) if not _is_blank(character)), len(raw))


def _is_blank(character: str) -> bool:
    return character == "\t" or category(character) == "Zs"


def _at(file: str, number: int, match: re.Match[str]) -> Span:
    return Span(file, number, match.start() + 1, number, match.end() + 1)
