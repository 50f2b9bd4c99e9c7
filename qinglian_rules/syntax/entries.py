"""Entries as they are collected: no key twice, no anchor or alias in place of a value."""

from __future__ import annotations

import re
from unicodedata import normalize

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import syntax as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.diagnostics.model import Text
from qinglian_rules.syntax.surface import Entry, Scalar, Value

_MARKER = re.compile(r"[&*!]+[^\s&*!]+")
_NAMES = {"&": Text("锚点", "anchor"), "*": Text("引用", "alias"), "!": Text("标签", "tag")}


class EntryTable:
    """The entries of one mapping. A key that occurs again is reported, and its first value stays."""

    def __init__(self, found: list[Diagnostic]) -> None:
        self._found = found
        self._entries: dict[str, Entry] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What has been collected, in its order."""
        return tuple(self._entries.values())

    def add(self, key: Scalar, value: Value) -> None:
        """Take an entry."""
        # Python reads full-width letters in names as plain ones, so both spell one name.
        entry = self._entries.setdefault(normalize("NFKC", key.text), Entry(key, value))
        if entry.key is not key:
            related = (entry.key.span,)
            self._found.append(Diagnostic(codes.DUPLICATE_KEY, key.span, {"key": excerpt(key.text)}, related=related))


def marker(value: Scalar) -> Diagnostic | None:
    """Report an anchor, an alias or a tag at the start of a plain text."""
    match = _MARKER.match(value.text)
    if match is None:
        return None
    name = _NAMES[value.text[0]]
    args = {"what": name.zh, "what_en": name.en, "text": excerpt(match.group())}
    return Diagnostic(codes.YAML_MARKER, value.place(0, match.end()), args)
