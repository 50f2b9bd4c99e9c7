"""`[a, b]` and `{key: value, …}`, read from a scalar that holds them."""

from __future__ import annotations

import re

from qinglian_rules.diagnostics import Code, Diagnostic
from qinglian_rules.diagnostics.catalogue import syntax as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.syntax.entries import EntryTable, marker
from qinglian_rules.syntax.scalars import QUOTES, read_quoted
from qinglian_rules.syntax.surface import Mapping, Scalar, Sequence, Value

MAX_DEPTH = 20
_CLOSING = {"[": "]", "{": "}"}
_KEY = re.compile(r"[^,\[\]{}]*?:(?=\s|[\[{\"]|$)")
# `，key: ` inside a value: a full-width comma where the next entry was meant to begin.
_WIDE_COMMA = re.compile(r"，(?=\s*[a-z_]+: )")


class FlowReader:
    """Reads one value from `whole`; `position` is the offset behind what has been read.

    A method returns None where it lost its way, after reporting that.
    """

    def __init__(self, whole: Scalar, found: list[Diagnostic]) -> None:
        self.whole = whole
        self.text = whole.text
        self.position = 0
        self.found = found

    def read(self, depth: int) -> Value | None:
        """Read the value at the position: a list, a mapping, a quoted or a plain text."""
        opening = self._peek()
        if opening in _CLOSING and depth > MAX_DEPTH:
            self._report(codes.TOO_DEEP, self.position, self.position + 1, limit=str(MAX_DEPTH))
            return None
        if opening == "[":
            return self._sequence(depth)
        if opening == "{":
            return self._mapping(depth)
        return self._quoted() if opening and opening in QUOTES else self._plain()

    def _sequence(self, depth: int) -> Sequence | None:
        start = self.position
        items: list[Value] = []
        self.position += 1
        while self._peek() != "]":
            item = self.read(depth + 1)
            if item is None or not self._divider(start):
                return None
            items.append(item)
        self.position += 1
        return Sequence(tuple(items), self.whole.place(start, self.position))

    def _mapping(self, depth: int) -> Mapping | None:
        start = self.position
        table = EntryTable(self.found)
        self.position += 1
        while self._peek() != "}":
            key = self._key(start)
            value = None if key is None else self.read(depth + 1)
            if key is None or value is None or not self._divider(start):
                return None
            table.add(key, value)
        self.position += 1
        return Mapping(table.entries, self.whole.place(start, self.position))

    def _divider(self, start: int) -> bool:
        """Pass a comma, or stop before the closing bracket; anything else is reported."""
        after = self._peek()
        if after == ",":
            self.position += 1
            return True
        if after == _CLOSING[self.text[start]]:
            return True
        if after:
            end = max(self._end_of_plain(self.position), self.position + 1)
            text = self.text[self.position : end].rstrip()
            self._report(codes.TRAILING_TEXT, self.position, self.position + len(text), text=text)
        else:
            self._unclosed(start)
        return False

    def _key(self, start: int) -> Scalar | None:
        if not self._peek():
            self._unclosed(start)
            return None
        if self.text[self.position] in QUOTES:
            key = self._quoted()
            return key if key is not None and self._colon(key) else None
        match = _KEY.match(self.text, self.position)
        if match is None:
            self._report_entry()
            return None
        key = self.whole.cut(self.position, self.position + len(match.group()[:-1].rstrip()))
        self.position = match.end()
        return key

    def _colon(self, key: Scalar) -> bool:
        if self._peek() == ":":
            self.position += 1
            return True
        self.found.append(Diagnostic(codes.FLOW_ENTRY, key.span, {"text": excerpt(key.text)}))
        return False

    def _report_entry(self) -> None:
        end = max(self._end_of_plain(self.position), self.position + 1)
        text = self.text[self.position : end].strip()
        wide = self.text.find("：", self.position, end)
        if wide >= 0:
            fix = text.replace("：", ": ", 1)
            self._report(codes.FULL_WIDTH_MARK, wide, wide + 1, plain=":", wide="：", fix=fix)
        else:
            self._report(codes.FLOW_ENTRY, self.position, self.position + max(len(text), 1), text=text)

    def _quoted(self) -> Scalar | None:
        start = self.position
        read = read_quoted(self.whole, start)
        if read is None:
            self._report(codes.UNTERMINATED_QUOTE, start, len(self.text), quote=self.text[start])
            return None
        self.position = read[1]
        return read[0]

    def _plain(self) -> Scalar | None:
        start = self.position
        end = self._end_of_plain(start)
        value = self.whole.cut(start, start + len(self.text[start:end].rstrip()))
        if not value.text:
            self._report(codes.EMPTY_VALUE, start, start + 1, key=self.text[start:end] or self.text[start - 1 : start])
            return None
        self.position = end
        comma = _WIDE_COMMA.search(value.text)
        if comma is not None:
            place = value.place(comma.start(), comma.end())
            self.found.append(Diagnostic(codes.FULL_WIDTH_MARK, place, {"plain": ",", "wide": "，", "fix": ", "}))
            return None
        mark = marker(value)
        if mark is not None:
            self.found.append(mark)
        return None if mark is not None else value

    def _end_of_plain(self, start: int) -> int:
        """Return where a plain text ends: at a comma or a closing bracket that opened outside of it."""
        opened: list[str] = []
        for index in range(start, len(self.text)):
            character = self.text[index]
            if character in _CLOSING:
                opened.append(_CLOSING[character])
            elif opened and character == opened[-1]:
                opened.pop()
            elif not opened and character in ",]}":
                return index
        return len(self.text)

    def _peek(self) -> str:
        """Pass blanks; return the character that follows, "" at the end."""
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1
        return self.text[self.position : self.position + 1]

    def _unclosed(self, start: int) -> None:
        bracket = self.text[start]
        self._report(codes.UNCLOSED_BRACKET, start, start + 1, bracket=bracket, closing=_CLOSING[bracket])

    def _report(self, code: Code, start: int, end: int, **args: str) -> None:
        shown = {name: excerpt(value) for name, value in args.items()}
        self.found.append(Diagnostic(code, self.whole.place(start, end), shown))
