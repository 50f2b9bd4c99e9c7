"""The passage of a text that words were most likely taken from, and the first character in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

# A passage is near when this part of the words, or this many characters in a row, stand in it.
_NEAR_PART = 0.3
_NEAR_RUN = 6
_TRIES = 50
# Comparing every character with every other one takes too long for a text of a whole file.
_MOST_PAIRS = 3_000_000

_LOOK_ALIKE = {
    ",": "，、",
    ".": "。",
    ":": "：",
    ";": "；",
    "?": "？",
    "!": "！",
    '"': "“”",
    "'": "‘’",
    "(": "（",
    ")": "）",
    "<": "《〈",
    ">": "》〉",
    "[": "〔【",
    "]": "〕】",
    "-": "—－",
    "~": "～",
}


@dataclass(frozen=True, slots=True)
class Near:
    """A passage `[start, end)` of the text; `at` is the first character of the words that differs from it."""

    start: int
    end: int
    at: int


def nearest_passage(text: str, words: str) -> Near | None:
    """Return the passage of `text` that is most like `words`, which do not stand in it; None where none is near."""
    length = longest_prefix(text, words)
    if len(text) * len(words) > _MOST_PAIRS:
        start = text.find(words[:length])
        return Near(start, min(start + len(words), len(text)), length) if length >= _NEAR_RUN else None
    match = SequenceMatcher(None, text, words, autojunk=False).find_longest_match()
    if match.size < min(_NEAR_RUN, max(2, len(words) * _NEAR_PART)):
        return None
    guess = max(match.a - match.b, 0)
    if length < 2 and match.b > length:
        return Near(guess, min(guess + len(words), len(text)), common_prefix(text, guess, words))
    start = min(_positions(text, words[:length]), key=lambda position: abs(position - guess))
    return Near(start, min(start + len(words), len(text)), length)


def longest_prefix(text: str, words: str) -> int:
    """Return how many characters of `words`, from its start, stand somewhere in `text`."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in text else (low, middle - 1)
    return low


def common_prefix(text: str, start: int, words: str) -> int:
    """Return how many characters of `words` equal those of `text` from `start`."""
    pairs = zip(words, text[start : start + len(words)], strict=False)
    return next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(words), len(text) - start))


def differ_in_width(written: str, wanted: str) -> bool:
    """Say whether two characters are the plain and the full-width form of one mark or letter."""
    if written == wanted:
        return False
    alike = wanted in _LOOK_ALIKE.get(written, "") or written in _LOOK_ALIKE.get(wanted, "")
    return alike or normalize("NFKC", written) == normalize("NFKC", wanted)


def _positions(text: str, words: str) -> list[int]:
    found: list[int] = []
    position = text.find(words)
    while position >= 0 and len(found) < _TRIES:
        found.append(position)
        position = text.find(words, position + 1)
    return found
