"""Where the key of a line ends."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Flaw = Literal["wide", "no space"]

_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?=\s|$)""")
# Blanks before the colon are left to `rstrip`: a second repetition of them would try every way to share them out.
_PLAIN = re.compile(r"([^:]+(?::(?!\s|$)[^:]*)*):(?=\s|$)")
_WIDE = re.compile(r"([A-Za-z_][\w.-]*)\s*：")
_WIDE_MEMBER = re.compile(r"([^\s\"'()\[\]{}=<>：:]+)\s*：")
_NO_SPACE = re.compile(r"([a-z_]+):(?=[^\s/])")
_NOT_IN_A_NAME = re.compile(r"[\"'()\[\]{}=<>]")
_CLOSING = {"(": ")", "[": "]", "{": "}"}

# A key that is indented under a value that has begun: a slip of indentation, not a continuation.
INDENTED_KEY = re.compile(r"[a-z_]+:(?:\s|$)")


class KeyEnd(NamedTuple):
    """The key is `text[:end]` (quotes included); the value starts at `value` or behind blanks there."""

    end: int
    value: int
    flaw: Flaw | None = None


def find_key(text: str, *, members: bool = False) -> KeyEnd | None:
    """Return where the key of a line ends; None where the line has none.

    Args:
        members: the line names a condition: its name holds no operator or bracket, or is `for k in [...]`.
    """
    if text[0] in "[{":
        return None
    if text[0] in "\"'":
        return _end(_QUOTED.match(text))
    if members and text.startswith("for "):
        return _end_of_loop(text)
    wide = (_WIDE_MEMBER if members else _WIDE).match(text)
    if wide is not None:
        return KeyEnd(wide.end(1), wide.end(), "wide")
    plain = _end(_PLAIN.match(text))
    if plain is not None and not (members and _NOT_IN_A_NAME.search(text[: plain.end])):
        return plain
    close = _NO_SPACE.match(text)
    return None if close is None else KeyEnd(close.end(1), close.end(), "no space")


def _end(match: re.Match[str] | None) -> KeyEnd | None:
    return None if match is None else KeyEnd(len(match.group(1).rstrip()), match.end())


def _end_of_loop(text: str) -> KeyEnd | None:
    """Find the colon of `for k in [...]:`; one inside brackets or quotes is part of the list."""
    open_brackets: list[str] = []
    quote = ""
    for index, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in _CLOSING:
            open_brackets.append(_CLOSING[character])
        elif open_brackets and character == open_brackets[-1]:
            open_brackets.pop()
        elif character in ":：" and not open_brackets:
            return KeyEnd(len(text[:index].rstrip()), index + 1, "wide" if character == "：" else None)
    return None
