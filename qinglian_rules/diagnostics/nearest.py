"""Which known name a mistyped one may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from unicodedata import normalize

SHORT = 3


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like `name`; None where none is near.

    Width, case, and the difference between `-` and `_` do not count.
    """
    plain: dict[str, str] = {}
    for word in known:
        plain.setdefault(_plain(word), word)
    # Of a Chinese name of two characters with one wrong, half is right: that is near enough.
    cutoff = 0.5 if len(name) <= SHORT else 0.6
    matches = get_close_matches(_plain(name), list(plain), n=1, cutoff=cutoff)
    return plain[matches[0]] if matches else None


def _plain(name: str) -> str:
    return normalize("NFKC", name).casefold().replace("-", "_")
