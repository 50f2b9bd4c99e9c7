"""A file to its tables, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.model import Place, Table, found
from qinglian_rules.inputs.sources.find import JSON_ENDINGS, TEXT_ENDINGS, SourceFile
from qinglian_rules.inputs.sources.records import read_json, read_lines
from qinglian_rules.inputs.sources.sniff import check_content, decode
from qinglian_rules.inputs.sources.text import read_text_table
from qinglian_rules.inputs.sources.workbook import HeaderRow, read_workbook


@dataclass(frozen=True, slots=True)
class Unread:
    """A table or a whole file that could not be read. `name` is what may name its fact type, "" for a workbook."""

    place: Place
    name: str
    diagnostic: Diagnostic


def open_tables(file: SourceFile, header_row: HeaderRow) -> Iterator[Table | Unread]:
    """Yield the tables of the file, each with its header from `header_row` on, and what could not be read of it."""
    name = "" if _is_workbook(file) else file.path.stem
    try:
        wrong = check_content(file.path)
        if wrong is not None:
            yield Unread(file.place, name, wrong)
        else:
            yield from _tables(file, header_row)
    except OSError as error:
        yield Unread(file.place, name, found(codes.UNREADABLE_FILE, path=file.label, reason=error.strerror or error))


def _is_workbook(file: SourceFile) -> bool:
    return file.path.suffix.lower() not in TEXT_ENDINGS | JSON_ENDINGS


def _tables(file: SourceFile, header_row: HeaderRow) -> Iterator[Table | Unread]:
    if _is_workbook(file):
        for table in read_workbook(file, header_row):
            yield table if isinstance(table, Table) else Unread(Place(file.label, table[0] or None), *table)
        return
    tables = _of_text(file, header_row(file.place))
    if isinstance(tables, Diagnostic):
        yield Unread(file.place, file.path.stem, tables)
    else:
        yield from tables


def _of_text(file: SourceFile, header_row: int) -> list[Table] | Diagnostic:
    text = decode(file.path.read_bytes())
    if isinstance(text, Diagnostic):
        return text
    name = file.path.stem
    ending = file.path.suffix.lower()
    if ending == ".json":
        return read_json(file.place, name, text)
    if ending in JSON_ENDINGS:
        return [read_lines(file.place, name, text)]
    table = read_text_table(file.place, name, text, header_row)
    return table if isinstance(table, Diagnostic) else [table]
