"""Reading the values of `policy.yaml`: dates, words of a closed list, names, paths. None means: reported."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.diagnostics.catalogue import syntax
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY
from qinglian_rules.syntax.surface import Scalar

_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_date(value: Scalar, found: list[Diagnostic]) -> date | None:
    """Read YYYY-MM-DD, a day of the years that facts may lie in."""
    day = _date(value.text)
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        found.append(Diagnostic(codes.BAD_DATE, value.span, {"text": excerpt(value.text)}))
        return None
    return day


def _date(text: str) -> date | None:
    if _DATE.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_word(key: str, value: Scalar, words: Iterable[str], found: list[Diagnostic]) -> str | None:
    """Read one of `words`."""
    known = tuple(words)
    if value.text in known:
        return value.text
    args = {"key": key, "text": excerpt(value.text), "words": "、".join(known)}
    found.append(Diagnostic(codes.BAD_WORD, value.span, args, nearest(value.text, known)))
    return None


def read_name(value: Scalar, joint: str, found: list[Diagnostic]) -> str | None:
    """Read a name of lower-case letters, digits and `joint`."""
    if re.fullmatch(f"[a-z][a-z0-9]*(?:{joint}[a-z0-9]+)*", value.text):
        return value.text
    found.append(Diagnostic(codes.BAD_NAME, value.span, {"text": excerpt(value.text), "joint": joint}))
    return None


def distinct(values: Iterable[Scalar], found: list[Diagnostic]) -> tuple[str, ...]:
    """Return the texts of a list; one that occurs again is reported and left out."""
    kept: dict[str, None] = {}
    for value in values:
        if value.text in kept:
            found.append(Diagnostic(syntax.DUPLICATE_ENTRY, value.span, {"text": excerpt(value.text)}))
        kept[value.text] = None
    return tuple(kept)


def leaves_folder(name: str) -> bool:
    """Say whether a relative path could lead out of its folder."""
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name
