"""Quotations: the words of a `clause`, looked up in the text.

`…` stands for words left out. The first fragment occurs once in the item, or `nth` says which occurrence is meant;
each further fragment is the nearest after the one before. White space never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qinglian_rules.diagnostics import Code, Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.diagnostics.excerpt import LONGEST, excerpt
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.documents.bare import Bare, SourceText, bare
from qinglian_rules.documents.nearby import differ_in_width, nearest_passage
from qinglian_rules.ir.rules import Quotation
from qinglian_rules.syntax.shapes import check_keys, text_of, wrong_shape
from qinglian_rules.syntax.surface import ItemFile, Scalar, Sequence, Value

_KEYS = ("words", "nth", "section")
_LEFT_OUT = re.compile("…+")
_FALSE_ELLIPSIS = re.compile(r"\.{3,}|⋯+|。{3,}|·{3,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of an item. `start` is where they begin in the document's bare text; None if they stand nowhere."""

    path: str
    section: str
    words: Bare
    start: int | None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One quotation to look up: its words, where, and which occurrence of the first fragment (None: the only one)."""

    words: Scalar
    passage: Passage
    nth: int | None
    borrowed: bool


class Quoter:
    """Looks up quotations in the items of one document."""

    def __init__(self, source: SourceText, passages: Iterable[Passage]) -> None:
        self._source = source
        self._by_path = {passage.path: passage for passage in passages}
        self._by_section = {passage.section: passage for passage in self._by_path.values()}

    def quote(self, item: ItemFile, value: Value) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
        """Look up the value of a `clause` or a `handle` of `item`.

        Args:
            item: where the block stands; its words are meant unless the value names a section.
            value: words, `{words, nth}`, `{section, words}`, or a list of these.

        Returns:
            A quotation for each value that could be found, and what is wrong with the others. Spans are empty where
            the item itself does not stand in the text.
        """
        found: list[Diagnostic] = []
        values = value.items if isinstance(value, Sequence) else (value,)
        quotations = [self._quotation(self._by_path[item.path], one, found) for one in values]
        if not values:
            found.append(Diagnostic(codes.QUOTE_EMPTY, value.span))
        return tuple(quotation for quotation in quotations if quotation is not None), tuple(found)

    def _quotation(self, passage: Passage, value: Value, found: list[Diagnostic]) -> Quotation | None:
        wanted = self._wanted(passage, value, found)
        if wanted is None:
            return None
        fragments = _fragments(wanted.words)
        if not fragments:
            found.append(Diagnostic(codes.QUOTE_EMPTY, wanted.words.span))
            return None
        ranges = self._ranges(wanted, fragments, found)
        if ranges is None:
            return None
        start = wanted.passage.start
        bare_text = self._source.bare
        spans = () if start is None else tuple(bare_text.span(start + low, start + high) for low, high in ranges)
        typed = tuple(_typed(wanted.words, fragment) for fragment in fragments)
        return Quotation(typed, spans, wanted.passage.section, wanted.borrowed)

    def _wanted(self, passage: Passage, value: Value, found: list[Diagnostic]) -> _Wanted | None:
        if isinstance(value, Scalar):
            return _Wanted(value, passage, None, borrowed=False)
        if isinstance(value, Sequence):
            found.append(wrong_shape("clause", Scalar, value))
            return None
        check_keys(value, _KEYS, ("words",), value.span, ("引文", "a quotation"), found)
        words, nth, section = (text_of(value, key, found) for key in _KEYS)
        count = None if nth is None else _whole_number(nth, found)
        place = passage if section is None else self._section(section, found)
        if words is None or place is None or (nth is not None and count is None):
            return None
        return _Wanted(words, place, count, borrowed=place is not passage)

    def _section(self, section: Scalar, found: list[Diagnostic]) -> Passage | None:
        passage = self._by_section.get(section.text)
        if passage is None:
            suggestion = nearest(section.text, self._by_section)
            found.append(
                Diagnostic(codes.UNKNOWN_SECTION, section.span, {"section": excerpt(section.text)}, suggestion)
            )
        return passage

    def _ranges(
        self, wanted: _Wanted, fragments: tuple[Bare, ...], found: list[Diagnostic]
    ) -> list[tuple[int, int]] | None:
        """Return where the fragments stand in the passage's bare words; None, reported, where one does not."""
        text = wanted.passage.words.text
        start = self._first(wanted, fragments[0], found)
        if start is None:
            return None
        ranges = [(start, start + len(fragments[0].text))]
        for fragment in fragments[1:]:
            start = text.find(fragment.text, ranges[-1][1])
            if start < 0:
                before = text[slice(*ranges[-1])]
                found.append(self._not_after(wanted, fragment, before))
                return None
            ranges.append((start, start + len(fragment.text)))
        return ranges

    def _first(self, wanted: _Wanted, fragment: Bare, found: list[Diagnostic]) -> int | None:
        text = wanted.passage.words.text
        count = text.count(fragment.text)
        args = {"words": excerpt(fragment.text), "count": str(count)}
        if count == 0:
            found.append(self._not_found(wanted, fragment))
        elif wanted.nth is None and count > 1:
            found.append(Diagnostic(codes.QUOTE_AMBIGUOUS, _place(wanted.words, fragment), args))
        elif wanted.nth is not None and wanted.nth > count:
            place = _place(wanted.words, fragment)
            found.append(Diagnostic(codes.QUOTE_NTH, place, args | {"nth": str(wanted.nth)}))
        else:
            return _occurrence(text, fragment.text, wanted.nth or 1)
        return None

    def _not_after(self, wanted: _Wanted, fragment: Bare, before: str) -> Diagnostic:
        if fragment.text not in wanted.passage.words.text:
            return self._not_found(wanted, fragment)
        args = {"words": excerpt(fragment.text), "before": excerpt(before)}
        return Diagnostic(codes.QUOTE_ORDER, _place(wanted.words, fragment), args)

    def _not_found(self, wanted: _Wanted, fragment: Bare) -> Diagnostic:
        place = _place(wanted.words, fragment)
        ellipsis = _FALSE_ELLIPSIS.search(fragment.text)
        if ellipsis is not None:
            span = _place(wanted.words, fragment.cut(ellipsis.start(), ellipsis.end()))
            return Diagnostic(codes.QUOTE_ELLIPSIS, span, {"written": excerpt(ellipsis.group())})
        args = {"words": excerpt(fragment.text)}
        other = next((one for one in self._by_path.values() if fragment.text in one.words.text), None)
        if other is not None and other is not wanted.passage:
            return Diagnostic(codes.QUOTE_ELSEWHERE, place, args | {"section": other.section})
        return self._differing(wanted, fragment) or Diagnostic(codes.QUOTE_NOT_FOUND, place, args)

    def _differing(self, wanted: _Wanted, fragment: Bare) -> Diagnostic | None:
        """Point at the first character that differs from the nearest passage; None where no passage is near."""
        text = wanted.passage.words.text
        near = nearest_passage(text, fragment.text)
        if near is None:
            return None
        at = min(near.at, len(fragment.text) - 1)
        written = fragment.text[at]
        right = text[near.start + at : near.start + at + 1]
        code: Code = codes.QUOTE_WIDTH if right and differ_in_width(written, right) else codes.QUOTE_DIFFERS
        args = {
            "words": excerpt(fragment.text),
            "at": str(at + 1),
            "written": written,
            "wanted": right or "（到此为止）",
            "passage": excerpt(text[near.start : near.end], 2 * LONGEST),
        }
        return Diagnostic(code, _place(wanted.words, fragment.cut(at, at + 1)), args)


def _fragments(words: Scalar) -> tuple[Bare, ...]:
    """Return the fragments between `…`; offsets are those of `words.text`."""
    whole = bare(words.text)
    fragments: list[Bare] = []
    start = 0
    for match in _LEFT_OUT.finditer(whole.text):
        fragments.append(whole.cut(start, match.start()))
        start = match.end()
    fragments.append(whole.cut(start, len(whole.text)))
    return tuple(fragment for fragment in fragments if fragment.text)


def _typed(words: Scalar, fragment: Bare) -> str:
    return words.text[slice(*fragment.span(0, len(fragment.text)))]


def _place(words: Scalar, fragment: Bare) -> Span:
    return words.place(*fragment.span(0, len(fragment.text)))


def _occurrence(text: str, words: str, nth: int) -> int:
    position = -len(words)
    for _ in range(nth):
        position = text.index(words, position + len(words))
    return position


def _whole_number(nth: Scalar, found: list[Diagnostic]) -> int | None:
    if re.fullmatch("[1-9][0-9]{0,5}", nth.text):
        return int(nth.text)
    found.append(Diagnostic(codes.BAD_NTH, nth.span, {"text": excerpt(nth.text)}))
    return None
