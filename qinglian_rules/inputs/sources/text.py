"""Text tables: CSV and its kin. Quotes must match; a row that is too short or too long is a problem, not a guess."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.limits import MAX_TEXT_BYTES
from qinglian_rules.inputs.model import Place, Row, Table, found

DELIMITERS = ",;\t|"


def read_text_table(place: Place, name: str, text: str, header_row: int = 1) -> Table | Diagnostic:
    """Return the table that the text holds, its rows read one by one as they are asked for.

    `header_row` is the number of the row that names the columns; what stands above is not read.
    """
    rows = _rows(place, text, delimiter_of(text, header_row))
    header = _header(rows, header_row)
    if header is None:
        return found(codes.EMPTY_TABLE, name=name)
    if header.problem is not None:
        return header.problem
    names = tuple(cell.strip() for cell in header.cells)
    while names and not names[-1]:
        names = names[:-1]
    return Table(place, name, names, _aligned(rows, len(names)), header.number)


def delimiter_of(text: str, header_row: int = 1) -> str:
    """Return the delimiter that occurs most often in the header, outside quotes; a comma where none does."""
    lines = text[:1_000_000].splitlines()[: header_row + 20]
    header = next((line for line in lines[header_row - 1 :] if line.strip()), "")
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count)


def _header(rows: Iterator[Row], header_row: int) -> Row | None:
    for row in rows:
        if row.number >= header_row and (row.problem is not None or any(cell.strip() for cell in row.cells)):
            return row
    return None


def _rows(place: Place, text: str, delimiter: str) -> Iterator[Row]:
    """Yield every record with its number. One whose quotes do not match has a problem, and names the lines it took."""
    with _long_cells():
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        number = 0
        while True:
            number += 1
            first = reader.line_num + 1
            try:
                yield Row(number, next(reader))
            except StopIteration:
                return
            except csv.Error:
                problem = found(codes.BROKEN_QUOTES, first=first, last=reader.line_num)
                yield Row(number, (), replace(problem, span=place.span(number)))


def _aligned(rows: Iterator[Row], width: int) -> Iterator[Row]:
    """Yield the rows below the header that hold anything, each as wide as the header."""
    for row in rows:
        if row.problem is not None:
            yield row
        elif any(cell and not cell.isspace() for cell in row.cells):
            yield row if len(row.cells) == width else _fitted(row, width)


def _fitted(row: Row, width: int) -> Row:
    """Drop empty cells beyond the header; report a row that is too short, or that holds more than the header names."""
    if len(row.cells) < width:
        return Row(row.number, (), found(codes.TOO_FEW_CELLS, found=len(row.cells), wanted=width))
    if any(cell.strip() for cell in row.cells[width:]):
        return Row(row.number, (), found(codes.TOO_MANY_CELLS_IN_ROW, found=len(row.cells), wanted=width))
    return Row(row.number, row.cells[:width])


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let the csv module hand over long cells while a text is read; our own limit reports them with their place."""
    before = csv.field_size_limit(MAX_TEXT_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)
