"""The strict block reader: lines -> mappings, lists and scalars, every one with its place.

It looks like YAML and is stricter. All mistakes are collected; what could not be read is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qinglian_rules.diagnostics import Code, Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import syntax as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.syntax.entries import EntryTable, marker
from qinglian_rules.syntax.flow import MAX_DEPTH, FlowReader
from qinglian_rules.syntax.keys import INDENTED_KEY, KeyEnd, find_key
from qinglian_rules.syntax.lines import Line, split_lines
from qinglian_rules.syntax.scalars import QUOTES, join, read_quoted
from qinglian_rules.syntax.surface import Mapping, Scalar, Sequence, Value

MAX_BYTES = 1_000_000
_BLOCK_SCALAR = re.compile(r"[|>][+-]?[0-9]?[+-]?$")


@dataclass(frozen=True, slots=True)
class Conditions:
    """Whose values are taken as they are written: those of `keys`, and those in a mapping under a key of `named`."""

    keys: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


NO_CONDITIONS = Conditions()
RULE_CONDITIONS = Conditions(
    frozenset({"when", "unless", "require", "forbid", "due", "each", "every", "let", "conclude", "reach"}),
    frozenset({"require", "forbid", "let"}),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `damaged` says that an entry or a list item was lost."""

    mapping: Mapping
    found: tuple[Diagnostic, ...]
    damaged: bool


def read_mapping(
    file: str, content: str, conditions: Conditions = NO_CONDITIONS
) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Read a whole file, such as `policy.yaml`; what could not be read is left out and reported."""
    size = len(content.encode())
    if size > MAX_BYTES:
        return Mapping((), Span(file, 1, 1, 1, 1)), (too_large(file, size),)
    numbered = enumerate(content.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), start=1)
    reading = read_lines(file, numbered, conditions)
    return reading.mapping, reading.found


def too_large(file: str, size: int, limit: int = MAX_BYTES) -> Diagnostic:
    """Report a file of `size` bytes, which is above the limit."""
    return Diagnostic(codes.TOO_LARGE, Span(file, 1, 1, 1, 1), {"size": str(size), "limit": str(limit)})


def read_lines(file: str, numbered: Iterable[tuple[int, str]], conditions: Conditions) -> Reading:
    """Read the numbered lines of a block as one mapping."""
    found: list[Diagnostic] = []
    lines = split_lines(file, numbered, found)
    if not lines:
        return Reading(Mapping((), Span(file, 1, 1, 1, 1)), tuple(found), damaged=False)
    reader = BlockReader(file, lines, conditions, found)
    mapping = reader.mapping(min(line.indent for line in lines), 1)
    return Reading(mapping, tuple(sorted(found, key=_place)), reader.damaged)


def _place(diagnostic: Diagnostic) -> Span:
    return diagnostic.span or Span("", 0, 0, 0, 0)


class BlockReader:
    """Reads values from the lines that follow `position`. A method that returns None has reported why."""

    def __init__(self, file: str, lines: list[Line], conditions: Conditions, found: list[Diagnostic]) -> None:
        self.file = file
        self.lines = lines
        self.conditions = conditions
        self.found = found
        self.position = 0
        self.damaged = False

    def mapping(self, indent: int, depth: int, *, named: bool = False) -> Mapping:
        """Read the entries at `indent`, up to a line indented less. With `named`, their values are conditions."""
        table = EntryTable(self.found)
        first = self.lines[self.position]
        while (line := self._next(indent)) is not None:
            if line.indent > indent:
                self._report(codes.BAD_INDENTATION, line.span(self.file))
            self._entry(line, depth, table, named=named)
        return Mapping(table.entries, first.span(self.file).to(self.lines[self.position - 1].span(self.file)))

    def _entry(self, line: Line, depth: int, table: EntryTable, *, named: bool) -> None:
        end = None if _is_item(line) else find_key(line.text, members=named)
        if end is None:
            self._refuse(line)
            return
        if end.flaw is not None:
            self._report_flaw(line, end)
        self.position += 1
        key = self._key(line, end)
        value = self._value(key.text, line.behind(end.value), line.indent, depth, named=named)
        if value is None:
            self.damaged = True
        else:
            table.add(key, value)

    def _value(self, key: str, rest: Line, indent: int, depth: int, *, named: bool) -> Value | None:
        if named or key in self.conditions.keys:
            return self._condition(key, rest, indent, depth, named=named)
        if rest.text:
            return self._inline(rest, indent, depth)
        return self._below(key, rest, indent, depth, same_level=True)

    def _condition(self, key: str, rest: Line, indent: int, depth: int, *, named: bool) -> Value | None:
        if rest.text:
            return join(self.file, self._gather(rest, indent), between_words=False)
        below = self._next(indent + 1)
        if below is None:
            self._report_empty(key, rest)
            return None
        if not named and key in self.conditions.named and find_key(below.text, members=True) is not None:
            return self.mapping(below.indent, depth + 1, named=True) if self._may_nest(below, depth) else None
        self.position += 1
        return join(self.file, self._gather(below, indent), between_words=False)

    def _below(self, key: str, rest: Line, indent: int, depth: int, *, same_level: bool) -> Value | None:
        """Read the value of a key, or a list item, that has nothing behind it on its line."""
        below = self._next(indent if same_level else indent + 1)
        if below is None or (below.indent == indent and not _is_item(below)):
            self._report_empty(key, rest)
            return None
        if _is_item(below) or find_key(below.text) is not None:
            return self._nested(below, depth)
        self.position += 1
        return self._inline(below, indent, depth)

    def _nested(self, line: Line, depth: int) -> Value | None:
        """Read the list or the mapping that starts with `line`."""
        if not self._may_nest(line, depth):
            return None
        return self.sequence(line.indent, depth + 1) if _is_item(line) else self.mapping(line.indent, depth + 1)

    def sequence(self, indent: int, depth: int) -> Sequence:
        """Read the items at `indent`."""
        items: list[Value] = []
        first = self.lines[self.position]
        while (line := self._next(indent)) is not None and line.indent == indent and _is_item(line):
            item = self._item(line, depth)
            if item is None:
                self.damaged = True
            else:
                items.append(item)
        return Sequence(tuple(items), first.span(self.file).to(self.lines[self.position - 1].span(self.file)))

    def _item(self, line: Line, depth: int) -> Value | None:
        rest = line.behind(1)
        if not rest.text:
            self.position += 1
            return self._below("-", rest, line.indent, depth, same_level=False)
        if _is_item(rest) or find_key(rest.text) is not None:
            # The item is a list or a mapping itself; its first line starts behind the dash.
            self.lines[self.position] = rest
            return self._nested(rest, depth)
        self.position += 1
        return self._inline(rest, line.indent, depth)

    def _inline(self, rest: Line, indent: int, depth: int) -> Value | None:
        """Read a value that starts with `rest` and goes on in the lines that are indented more than `indent`."""
        if _BLOCK_SCALAR.match(rest.text):
            self._gather(rest, indent)
            self._report(codes.BLOCK_SCALAR, rest.span(self.file), text=rest.text)
            return None
        is_flow = rest.text[0] in "[{"
        whole = join(self.file, self._gather(rest, indent, keys=is_flow), between_words=True)
        if is_flow:
            flow = FlowReader(whole, self.found)
            value = flow.read(depth + 1)
            return None if value is None else self._ended(value, whole, flow.position)
        if whole.text[0] in QUOTES:
            return self._quoted(whole)
        mark = marker(whole)
        if mark is not None:
            self.found.append(mark)
            return None
        return whole

    def _quoted(self, whole: Scalar) -> Value | None:
        read = read_quoted(whole, 0)
        if read is None:
            self._report(codes.UNTERMINATED_QUOTE, whole.span, quote=whole.text[0])
            return None
        return self._ended(read[0], whole, read[1])

    def _ended(self, value: Value, whole: Scalar, end: int) -> Value | None:
        rest = whole.text[end:].strip()
        if not rest:
            return value
        start = whole.text.index(rest, end)
        self._report(codes.TRAILING_TEXT, whole.place(start, start + len(rest)), text=rest)
        return None

    def _gather(self, first: Line, indent: int, *, keys: bool = False) -> list[Line]:
        """Return `first` and its continuation. With `keys`, a line that looks like a key belongs to it."""
        lines = [first]
        while (line := self._next(indent + 1)) is not None and (keys or not INDENTED_KEY.match(line.text)):
            lines.append(line)
            self.position += 1
        return lines

    def _next(self, indent: int) -> Line | None:
        """Return the next line if it is indented by `indent` or more."""
        if self.position < len(self.lines) and self.lines[self.position].indent >= indent:
            return self.lines[self.position]
        return None

    def _may_nest(self, line: Line, depth: int) -> bool:
        """Say whether one level more is allowed; where not, report that and pass all of it."""
        if depth < MAX_DEPTH:
            return True
        self._report(codes.TOO_DEEP, line.span(self.file), limit=str(MAX_DEPTH))
        while self._next(line.indent) is not None:
            self.position += 1
        return False

    def _key(self, line: Line, end: KeyEnd) -> Scalar:
        key = join(self.file, [Line(line.number, line.column, line.indent, line.text[: end.end])], between_words=False)
        read = read_quoted(key, 0) if key.text[0] in QUOTES else None
        return key if read is None else read[0]

    def _refuse(self, line: Line) -> None:
        """Report a line that is no entry, and pass it with all that is indented below it."""
        self._report(codes.MIXED_LIST if _is_item(line) else codes.NOT_AN_ENTRY, line.span(self.file))
        self.damaged = True
        self.position += 1
        while self._next(line.indent + 1) is not None:
            self.position += 1

    def _report_flaw(self, line: Line, end: KeyEnd) -> None:
        fix = f"{line.text[: end.end]}: {line.text[end.value :].strip()}".rstrip()
        span = line.span(self.file, end.value - 1, end.value)
        if end.flaw == "wide":
            self._report(codes.FULL_WIDTH_MARK, span, plain=":", wide="：", fix=fix)
        else:
            self._report(codes.NO_SPACE_AFTER_COLON, span, fix=fix)

    def _report_empty(self, key: str, rest: Line) -> None:
        self._report(codes.EMPTY_VALUE, Span(self.file, rest.number, rest.column, rest.number, rest.column), key=key)

    def _report(self, code: Code, span: Span, **args: str) -> None:
        self.found.append(Diagnostic(code, span, {name: excerpt(value) for name, value in args.items()}))


def _is_item(line: Line) -> bool:
    return line.text == "-" or line.text.startswith("- ")
