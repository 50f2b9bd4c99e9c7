"""The list of decisions taken, put into the page that introduces them."""

from __future__ import annotations

import re
from pathlib import Path

from generators.page import table

PLACE = "<!-- entries -->"
HEAD = re.compile(r"# (?P<title>.+)\n\n- Status: (?P<status>.+(?:\n  .+)*)\n- Concerns: (?P<concerns>.+(?:\n  .+)*)\n")


def with_list(markdown: str, folder: Path) -> str:
    """Return the introduction with the list of entries in its place.

    Raises:
        ValueError: an entry does not start in the form that the introduction gives.
    """
    entries = (_row(path) for path in sorted(folder.glob("*.md")) if path.name != "index.md")
    return markdown.replace(PLACE, table(("条目 · entry", "涉及 · concerns", "状态 · status"), entries))


def _row(path: Path) -> tuple[str, str, str]:
    head = HEAD.match(path.read_text(encoding="utf-8"))
    if head is None:
        raise ValueError(f"{path.name} does not start with a title, a status and what it concerns")
    return (f"[{head['title']}]({path.name})", " ".join(head["concerns"].split()), head["status"])
