"""The line that a diagnostic is about, and what it means in it underlined, as wide as a terminal shows it."""

from __future__ import annotations

import re
import shutil
from functools import lru_cache
from pathlib import Path
from unicodedata import combining, east_asian_width

from qinglian_rules.diagnostics import Span

# Of a table or a workbook a span counts rows and columns of cells, not lines and characters.
_TEXTS = frozenset({".md", ".yaml", ".yml"})
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LARGEST = 5_000_000
_NARROWEST = 40


def underlined(span: Span, width: int | None = None) -> list[str]:
    """Return the line and a line of carets under the span; nothing where the file is no text that can be read.

    Args:
        width: how many cells a line may take, the terminal's if not given. Of a longer line the part around the
            span is shown.
    """
    line = _line_of(span)
    if line is None:
        return []
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = min(max(end, start + 1), max(len(line), start + 1))
    limit = max(_NARROWEST, (width or shutil.get_terminal_size((120, 24)).columns) - 6)
    text, start, end = _window(line, start, end, limit)
    return [f"  | {text}", f"  | {' ' * cells(text[:start])}{'^' * max(1, cells(text[start:end]))}"]


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes: two for a Chinese character, none for a combining mark."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _line_of(span: Span) -> str | None:
    """Return the line, what cannot be seen in it as `·`, and tabs as blanks, since a terminal would widen them."""
    path = Path(span.file)
    try:
        if path.suffix not in _TEXTS or path.stat().st_size > _LARGEST:
            return None
        lines = _lines(path, path.stat().st_mtime_ns)
    except OSError:
        return None
    if not 1 <= span.line <= len(lines):
        return None
    return _UNSEEN.sub("·", lines[span.line - 1].replace("\t", " ").rstrip())


@lru_cache(maxsize=8)
def _lines(path: Path, changed: int) -> tuple[str, ...]:
    """Read the lines of a file; a file with thousands of mistakes is read once, unless it has changed."""
    return tuple(path.read_text(encoding="utf-8-sig", errors="replace").split("\n"))


def _window(line: str, start: int, end: int, limit: int) -> tuple[str, int, int]:
    """Cut a line that is too wide to what is around `start`, with `…` where something is left out."""
    if cells(line) <= limit:
        return line, start, end
    first = start
    while first > 0 and cells(line[first - 1 : start]) < limit // 3:
        first -= 1
    last = start
    while last < len(line) and cells(line[first : last + 1]) < limit - 2:
        last += 1
    before, after = "…" if first else "", "…" if last < len(line) else ""
    shift = len(before) - first
    return f"{before}{line[first:last]}{after}", start + shift, min(end, last) + shift
