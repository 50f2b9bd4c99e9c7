"""A look into an .xls before it is opened: how far its sheets reach, and which formulas failed. See `scan`."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.limits import MAX_SHEET_CELLS
from qinglian_rules.inputs.model import found
from qinglian_rules.inputs.sources.compound import DamagedError, workbook_stream
from qinglian_rules.inputs.sources.seen import SheetScan, too_many_cells

_BOF, _EOF, _BOUND_SHEET, _SHARED_TEXTS, _DIMENSIONS = 0x0809, 0x000A, 0x0085, 0x00FC, 0x0200
_FORMULA, _TRUTH_OR_ERROR, _TEXT, _MANY_NUMBERS = 0x0006, 0x0205, 0x00FD, 0x00BD
_CELLS = frozenset({_FORMULA, _TRUTH_OR_ERROR, _TEXT, 0x0203, 0x027E, 0x0204, 0x00D6})
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256

Record = tuple[int, bytes]


def scan_xls(path: Path) -> tuple[SheetScan, ...] | Diagnostic:
    """Return what was seen of each sheet, in their order; refuse a file that is damaged, or has a sheet too large.

    calamine reads all sheets of an .xls when it opens it, so that one sheet is enough to refuse them all.
    """
    try:
        stream = workbook_stream(path.read_bytes())
        sheets = tuple(_scan_sheet(stream, offset) for offset in _sheet_offsets(stream))
        cells = {number: sheet.rows * sheet.columns for number, sheet in enumerate(sheets, start=1)}
        large = next((number for number in cells if cells[number] > MAX_SHEET_CELLS), None)
        return sheets if large is None else too_many_cells(str(large), cells[large])
    except (DamagedError, struct.error, IndexError) as error:
        return found(codes.DAMAGED_WORKBOOK, reason_zh=f"文件已损坏或不完整（{error}）", reason_en=str(error))


def _records(stream: bytes, offset: int) -> Iterator[Record]:
    """Yield the records from `offset` to the end of their sheet."""
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + length]
        if kind == _EOF:
            return
        offset += 4 + length
    raise DamagedError("a sheet has no end")


def _sheet_offsets(stream: bytes) -> list[int]:
    offsets = []
    for kind, body in _records(stream, 0):
        if kind == _BOUND_SHEET:
            offsets.append(int(struct.unpack_from("<I", body)[0]))
        elif kind == _SHARED_TEXTS and struct.unpack_from("<I", body, 4)[0] > len(stream):
            raise DamagedError("it says that it holds more texts than it can")
    return offsets


def _scan_sheet(stream: bytes, offset: int) -> SheetScan:
    seen = SheetScan()
    for kind, body in _records(stream, offset):
        if kind in _CELLS:
            _see_cell(seen, kind, body)
        elif kind == _MANY_NUMBERS:
            seen.see(struct.unpack_from("<H", body)[0] + 1, struct.unpack_from("<H", body, len(body) - 2)[0] + 1)
        elif kind == _DIMENSIONS:
            _check_dimensions(body)
    seen.whole = True
    return seen


def _see_cell(seen: SheetScan, kind: int, body: bytes) -> None:
    row, column = (number + 1 for number in struct.unpack_from("<HH", body))
    seen.see(row, column)
    error = _error(kind, body)
    if error is not None:
        seen.errors[row, column] = _ERRORS.get(error, "#")


def _error(kind: int, body: bytes) -> int | None:
    """Return the number of the error that a cell shows; None where it shows none."""
    if kind == _TRUTH_OR_ERROR and body[7] == 1:
        return body[6]
    # A formula whose result is no number says so with two bytes of ones, and which kind it is in the first byte.
    is_error = kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2
    return body[8] if is_error else None


def _check_dimensions(body: bytes) -> None:
    """Refuse a sheet that says it reaches further than any can: calamine makes room for what it says."""
    wide = len(body) >= 14
    first_row, last_row = struct.unpack_from("<II" if wide else "<HH", body)
    first_column, last_column = struct.unpack_from("<HH", body, 8 if wide else 4)
    if not (first_row <= last_row <= _MOST_ROWS and first_column <= last_column <= _MOST_COLUMNS):
        raise DamagedError("a sheet says that it reaches further than any can")
