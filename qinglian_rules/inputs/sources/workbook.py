"""Workbooks to tables, a sheet each, by way of calamine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.cells.shown import shown
from qinglian_rules.inputs.limits import MAX_SHEET_CELLS
from qinglian_rules.inputs.model import Cell, FormulaError, Place, Row, Table, found
from qinglian_rules.inputs.sources.find import SourceFile
from qinglian_rules.inputs.sources.scan import Scan, SheetScan, scan

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

UNREAD_MARK = "#"
"""Sheets and columns whose name starts so are only for reading by people."""

LOST = SheetScan()
"""Stands for a sheet that the workbook names and the scan did not find."""

Errors = Mapping[tuple[int, int], str]

HeaderRow = Callable[[Place], int]
"""Which row of a table names its columns."""


def read_workbook(file: SourceFile, header_row: HeaderRow) -> Iterator[Table | tuple[str, Diagnostic]]:
    """Yield the table of every sheet that holds anything, or its name and what is wrong with it.

    A sheet whose range is beyond all measure is never handed to calamine, which would allocate all of it.
    """
    scanned = scan(file.path) if file.path.suffix.lower() != ".xls" else None
    workbook = scanned if isinstance(scanned, Diagnostic) else _open(file)
    if isinstance(workbook, Diagnostic):
        yield "", workbook
        return
    if not workbook.sheet_names:
        yield "", _damaged(ValueError("no sheets"))
    names = [name for name in workbook.sheet_names if not name.startswith(UNREAD_MARK)]
    for name in names:
        seen = scanned.sheets.get(name, LOST) if isinstance(scanned, Scan) else SheetScan(whole=True)
        table = _sheet(workbook, Place(file.label, name), seen, header_row)
        if isinstance(table, Diagnostic):
            yield name, table
        elif table is not None:
            # A workbook with one sheet may be named by its file: `来访.xlsx` with `Sheet1`.
            yield replace(table, other_name=file.path.stem if len(names) == 1 else "")


def _open(file: SourceFile) -> CalamineWorkbook | Diagnostic:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(str(file.path))
    except PasswordError:
        return found(codes.DAMAGED_WORKBOOK, reason_zh="有密码", reason_en="it has a password")
    except CalamineError as error:
        return _damaged(error)


def _damaged(error: Exception) -> Diagnostic:
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return found(codes.DAMAGED_WORKBOOK, reason_zh=reason, reason_en=reason)


def _sheet(
    workbook: CalamineWorkbook, place: Place, seen: SheetScan, header_row: HeaderRow
) -> Table | Diagnostic | None:
    """Return the table of a sheet, None where it holds nothing at all."""
    from python_calamine import CalamineError

    name = place.sheet or ""
    if not seen.whole:
        return _damaged(ValueError(name))
    if seen.rows * seen.columns > MAX_SHEET_CELLS:
        return _too_large(name, seen.rows * seen.columns)
    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError as error:
        return _damaged(error)
    last_row, last_column = sheet.end or (-1, -1)
    if (last_row + 1) * (last_column + 1) > MAX_SHEET_CELLS:
        return _too_large(name, (last_row + 1) * (last_column + 1))
    return _table(_rows(sheet, seen.errors), place, header_row(place))


def _too_large(name: str, cells: int) -> Diagnostic:
    return found(codes.TOO_MANY_CELLS, name=name, cells=cells, limit=MAX_SHEET_CELLS)


def _table(rows: Iterator[Row], place: Place, header_row: int) -> Table | None:
    """Take the first row from `header_row` on that holds anything for the header."""
    filled = (row for row in rows if any(_holds(cell) for cell in row.cells))
    header = next((row for row in filled if row.number >= header_row), None)
    if header is None:
        return None
    return Table(place, place.sheet or "", tuple(shown(cell) for cell in header.cells), filled, header.number)


def _rows(sheet: CalamineSheet, errors: Errors) -> Iterator[Row]:
    """Yield all rows, numbered and filled up on the left as the sheet shows them."""
    indent: list[Cell] = [""] * (sheet.start[1] if sheet.start is not None else 0)
    failed = {row for row, _ in errors}
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = Row(number, [*indent, *cells])
        yield _with_errors(row, errors) if number in failed else row


def _with_errors(row: Row, errors: Errors) -> Row:
    """Put formulas that failed in their place; calamine shows them as empty cells."""
    cells = [
        FormulaError(errors[row.number, column]) if (row.number, column) in errors else cell
        for column, cell in enumerate(row.cells, start=1)
    ]
    return replace(row, cells=cells)


def _holds(cell: Any) -> bool:
    return cell.__class__ is not str or bool(cell.strip())
