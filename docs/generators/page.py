"""What a generator returns, and the few forms of Markdown that all generated pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its path under docs/, and its Markdown."""

    path: str
    markdown: str

    @classmethod
    def of(cls, path: str, *blocks: str) -> Page:
        """Join the blocks that are not empty with a blank line between."""
        return cls(path, "\n\n".join(block.strip("\n") for block in blocks if block) + "\n")


def prose(text: str) -> str:
    """Return one line of text that Markdown shows as it is; what stands between backticks stays code."""
    parts = re.split(r"(`[^`]*`)", " ".join(text.split()))
    return "".join(part if part.startswith("`") else part.replace("<", "&lt;") for part in parts)


def fence(text: str, language: str = "text") -> str:
    """Return `text` as a block of code, behind a fence longer than any inside it; "" for an empty text."""
    if not text.strip():
        return ""
    longest = max((len(run) for run in re.findall(r"`{3,}|~{3,}", text)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{language}\n{text.strip(chr(10))}\n{marks}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a `|` inside a cell is kept."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
