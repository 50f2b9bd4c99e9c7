"""The user's own words inside a message: never more than a line of them."""

from __future__ import annotations

LONGEST = 40


def excerpt(words: str, longest: int = LONGEST) -> str:
    """Return `words`, or their first characters and `…`."""
    return words if len(words) <= longest else words[:longest] + "…"
