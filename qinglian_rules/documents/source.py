"""The source check: the item files together say what `source.txt` says, white space aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.documents.bare import Bare, SourceText, bare
from qinglian_rules.documents.nearby import common_prefix, longest_prefix
from qinglian_rules.documents.quotations import Passage
from qinglian_rules.syntax.surface import ItemFile

_SHOWN = 20
# An item is of this text if it starts like what is expected next, or if its first characters, this many, stand in it.
_EXPECTED = 2
_RECOGNISED = 4


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """Where each item stands, in the order of the files given, and what is wrong."""

    passages: tuple[Passage, ...]
    found: tuple[Diagnostic, ...]


def check_source(source: SourceText, items: Sequence[ItemFile], *, complete: bool) -> SourceCheck:
    """Find every item in the text, and what stands in none or in two of them.

    Args:
        source: the text as issued.
        items: the item files, most likely in the order of the text (any order is right, this one is fast).
        complete: whether words of the text that no item holds are a mistake; not in a draft.
    """
    found: list[Diagnostic] = []
    search = _Search(source.bare.text)
    passages = []
    for item in items:
        words = bare(item.text)
        start = search.place(words.text)
        if start is None and words.text:
            found.append(_difference(source, item, words, search.position))
        passages.append(Passage(item.path, item.section, words, start))
    found.extend(_overlaps(items, passages))
    if complete and all(passage.start is not None for passage in passages):
        found.extend(_gaps(source, passages))
    return SourceCheck(tuple(passages), tuple(found))


def in_order(items: Iterable[ItemFile]) -> list[ItemFile]:
    """Return the items by their numbers, which is mostly the order of the text."""
    return sorted(items, key=lambda item: [int(digits) for digits in re.findall(r"\d+", item.number)])


class _Search:
    """Finds the items' words one after the other; `position` is the end of the last one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.taken: set[int] = set()

    def place(self, words: str) -> int | None:
        """Return where `words` stand: behind the last item if they do, else the first place not given away yet."""
        if not words:
            return None
        start = self.position if self.text.startswith(words, self.position) else self._elsewhere(words)
        if start is None:
            return None
        self.taken.add(start)
        self.position = start + len(words)
        return start

    def _elsewhere(self, words: str) -> int | None:
        first = start = self.text.find(words)
        while start in self.taken:
            start = self.text.find(words, start + 1)
        # All places are taken: the overlap is reported, with the first of them.
        return (start if start >= 0 else first) if first >= 0 else None


def _difference(source: SourceText, item: ItemFile, words: Bare, expected: int) -> Diagnostic:
    """Point at the first character of an item that is not as in the text."""
    text = source.bare.text
    length = longest_prefix(text, words.text)
    start = text.find(words.text[:length])
    following = common_prefix(text, expected, words.text)
    if following >= max(length // 2, _EXPECTED):
        start, length = expected, following
    elif length < _RECOGNISED:
        return Diagnostic(codes.ITEM_UNKNOWN, item.words.span, {"written": words.text[:_SHOWN]})
    place = item.words.place(*words.span(length, min(length + 1, len(words.text))))
    written = words.text[length : length + _SHOWN]
    at = start + length
    wanted = text[at : at + _SHOWN] or "（到此为止）"
    args = {"written": written, "wanted": wanted}
    return Diagnostic(codes.ITEM_DIFFERS, place, args, related=(source.place(at, at + 1),))


def _overlaps(items: Sequence[ItemFile], passages: Sequence[Passage]) -> list[Diagnostic]:
    placed = _placed(items, passages)
    found = []
    for (item, _, end), (other, start, _) in pairwise(placed):
        if start < end:
            span = other.words.span
            found.append(Diagnostic(codes.ITEMS_OVERLAP, span, {"other": item.path}, related=(item.words.span,)))
    return found


def _placed(items: Sequence[ItemFile], passages: Sequence[Passage]) -> list[tuple[ItemFile, int, int]]:
    """Return the items that stand in the text, with their first and last place, in its order."""
    both = zip(items, passages, strict=True)
    placed = [(item, one.start, one.start + len(one.words.text)) for item, one in both if one.start is not None]
    return sorted(placed, key=lambda entry: entry[1])


def _gaps(source: SourceText, passages: Sequence[Passage]) -> list[Diagnostic]:
    text = source.bare.text
    starts = sorted((one.start, one.start + len(one.words.text)) for one in passages if one.start is not None)
    ends = [0]
    found = []
    for start, end in [*starts, (len(text), len(text))]:
        if start > ends[-1]:
            args = {"words": excerpt(text[ends[-1] : start], _SHOWN)}
            found.append(Diagnostic(codes.TEXT_MISSING, source.place(ends[-1], start), args))
        ends.append(max(end, ends[-1]))
    return found
