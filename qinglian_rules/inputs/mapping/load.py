"""A mapping file to `TableMapping`: every mistake is reported where it stands, all at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import cells as cell_codes
from qinglian_rules.diagnostics.catalogue import inputs as input_codes
from qinglian_rules.diagnostics.catalogue import tables as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.inputs.mapping.fields import read_field
from qinglian_rules.inputs.mapping.model import Column, FactMap, FieldMap, TableMap, TableMapping
from qinglian_rules.inputs.mapping.style import TableStyle, read_style
from qinglian_rules.inputs.sources.sniff import decode
from qinglian_rules.syntax import Mapping, Scalar, Sequence, Value, read_mapping
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of, texts_of, wrong_shape

REPEATED = ("same", "first")


def load_mapping(
    path: Path, vocabulary: Vocabulary | None = None
) -> tuple[TableMapping | None, tuple[Diagnostic, ...]]:
    """Read a mapping file; None, with what is wrong, where it cannot be used."""
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        reason = {"path": path.name, "reason": error.strerror or str(error)}
        return None, (Diagnostic(input_codes.UNREADABLE_FILE, Span(path.name, 1, 1, 1, 1), reason),)
    if isinstance(text, Diagnostic):
        return None, (Diagnostic(text.code, Span(path.name, 1, 1, 1, 1), text.args),)
    return read_table_mapping(path.name, text, vocabulary)


def read_table_mapping(
    file: str, content: str, vocabulary: Vocabulary | None = None
) -> tuple[TableMapping | None, tuple[Diagnostic, ...]]:
    """Read the text of a mapping file; `file` is its name in diagnostics."""
    surface, said = read_mapping(file, content)
    reader = _MappingReader(vocabulary or Vocabulary.current(), list(said))
    mapping = reader.mapping(file, surface)
    wrong = any(diagnostic.severity == "error" for diagnostic in reader.found)
    return None if wrong else mapping, tuple(reader.found)


class _MappingReader:
    """Goes down the surface tree; what it cannot read it reports and leaves out."""

    def __init__(self, vocabulary: Vocabulary, found: list[Diagnostic]) -> None:
        self._vocabulary = vocabulary
        self.found = found

    def mapping(self, file: str, surface: Mapping) -> TableMapping:
        """Read the whole file."""
        name = ("映射文件", "a mapping file")
        check_keys(surface, ("body", "tables", "complete"), ("tables",), surface.span, name, self.found)
        body = text_of(surface, "body", self.found)
        return TableMapping(
            file,
            tuple(self._table(entry) for entry in self._mappings(surface, "tables")),
            tuple(self._complete(entry) for entry in self._mappings(surface, "complete")),
            None if body is None else body.text,
        )

    def _table(self, surface: Mapping) -> TableMap:
        known = ("file", "sheet", "header", "format", "blanks", "facts")
        check_keys(surface, known, ("file", "facts"), surface.span, ("一张表的映射", "a table's mapping"), self.found)
        file, sheet = (text_of(surface, key, self.found) for key in ("file", "sheet"))
        style = read_style(surface, TableStyle(), self.found)
        return TableMap(
            file=file.text if file is not None else "",
            sheet=sheet.text if sheet is not None else None,
            header=self._header(text_of(surface, "header", self.found)),
            facts=tuple(fact for entry in self._mappings(surface, "facts") for fact in self._fact(entry, style)),
            span=surface.span if file is None else file.span,
        )

    def _header(self, row: Scalar | None) -> int:
        if row is None:
            return 1
        if row.text.isascii() and row.text.isdigit() and 1 <= int(row.text) <= 100:
            return int(row.text)
        self.found.append(Diagnostic(codes.HEADER_ROW, row.span, {"value": row.text}))
        return 1

    def _fact(self, surface: Mapping, style: TableStyle) -> Iterator[FactMap]:
        """Yield the mapping of one fact type; nothing, with what is wrong, where the type is none."""
        name = ("事实的映射", "a fact's mapping")
        known = ("type", "fields", "given", "where", "repeated")
        check_keys(surface, known, ("type", "fields"), surface.span, name, self.found)
        fact_type = self._type(text_of(surface, "type", self.found))
        if fact_type is None:
            return
        fields = mapping_of(surface, "fields", self.found)
        given = texts_of(surface, "given", self.found)
        yield FactMap(
            fact_type,
            () if fields is None else self._fields(fields, fact_type, style),
            tuple(Column(one.text, one.span) for one in given),
            tuple(self._where(mapping_of(surface, "where", self.found))),
            "first" if self._repeated(text_of(surface, "repeated", self.found)) == "first" else "same",
        )

    def _type(self, name: Scalar | None) -> FactType | None:
        if name is None:
            return None
        fact_type = self._vocabulary.fact_type(name.text)
        if fact_type is not None and not fact_type.derived and not fact_type.abstract:
            return fact_type
        near = nearest(name.text, [*self._vocabulary.types, *self._vocabulary.titles])
        suggestion = near if fact_type is None else None
        self.found.append(Diagnostic(codes.MAPPING_TYPE, name.span, {"name": name.text}, suggestion))
        return None

    def _fields(self, surface: Mapping, fact_type: FactType, style: TableStyle) -> tuple[FieldMap, ...]:
        read = [read_field(entry, fact_type, style, self.found) for entry in surface.entries]
        fields = tuple(one for one in read if one is not None)
        required = [one.name for one in fact_type.fields.values() if one.required]
        bound = {one.field.name for one in fields}
        absent = [name for name in required if name not in bound]
        if absent and len(fields) == len(read):
            name = (f"“{fact_type.title}”的字段", f"the fields of `{fact_type.name}`")
            check_keys(Mapping((), surface.span), (), absent, surface.span, name, self.found)
        return fields

    def _where(self, surface: Mapping | None) -> Iterator[tuple[Column, frozenset[str]]]:
        for entry in surface.entries if surface is not None else ():
            words = texts_of(surface, entry.key.text, self.found) if surface is not None else ()
            yield Column(entry.key.text, entry.key.span), frozenset(word.text for word in words)

    def _repeated(self, word: Scalar | None) -> str:
        if word is not None and word.text not in REPEATED:
            args = {"value": word.text, "words": "、".join(REPEATED)}
            self.found.append(Diagnostic(cell_codes.NOT_A_MEMBER, word.span, args, nearest(word.text, REPEATED)))
        return "same" if word is None else word.text

    def _complete(self, surface: Mapping) -> tuple[int, dict[str, str]]:
        words = {entry.key.text: text_of(surface, entry.key.text, self.found) for entry in surface.entries}
        return surface.span.line, {key: value.text for key, value in words.items() if value is not None}

    def _mappings(self, surface: Mapping, key: str) -> Iterator[Mapping]:
        """Yield the mappings of a list under `key`; one that stands there alone will do."""
        value = surface.get(key)
        items: tuple[Value, ...] = value.items if isinstance(value, Sequence) else () if value is None else (value,)
        for item in items:
            if isinstance(item, Mapping):
                yield item
            else:
                self.found.append(wrong_shape(key, Mapping, item))
