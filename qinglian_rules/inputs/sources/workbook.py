"""Workbooks to tables, a sheet each, by way of calamine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.cells.shown import shown
from qinglian_rules.inputs.limits import MAX_SHEET_CELLS
from qinglian_rules.inputs.model import UNREAD_MARK, Cell, FormulaError, Place, Row, Table, found
from qinglian_rules.inputs.sources.find import SourceFile
from qinglian_rules.inputs.sources.scan import scan
from qinglian_rules.inputs.sources.scan_xls import scan_xls
from qinglian_rules.inputs.sources.seen import Scan, SheetScan, too_many_cells

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

T = TypeVar("T")

Errors = Mapping[tuple[int, int], str]

HeaderRow = Callable[[Place], int]
"""Which row of a table names its columns."""


def read_workbook(file: SourceFile, header_row: HeaderRow) -> Iterator[Table | tuple[str, Diagnostic]]:
    """Yield the table of every sheet that holds anything, or its name and what is wrong with it.

    A sheet whose range is beyond all measure is never handed to calamine, which would allocate all of it.
    """
    opened = _open_checked(file)
    if isinstance(opened, Diagnostic):
        yield "", opened
        return
    workbook, scanned = opened
    names = [name for name in workbook.sheet_names if not name.startswith(UNREAD_MARK)]
    for name in names:
        seen = scanned.sheets.get(name, SheetScan())
        table = _sheet(workbook, Place(file.label, name), seen, header_row)
        if isinstance(table, Diagnostic):
            yield name, table
        elif table is not None:
            # A workbook with one sheet may be named by its file: `来访.xlsx` with `Sheet1`.
            yield replace(table, other_name=file.path.stem if len(names) == 1 else "")


def _open_checked(file: SourceFile) -> tuple[CalamineWorkbook, Scan] | Diagnostic:
    """Open a workbook that was looked into; what is damaged so that calamine would not survive it is never opened."""
    is_old = file.path.suffix.lower() == ".xls"
    scanned = scan_xls(file.path) if is_old else scan(file.path)
    workbook = scanned if isinstance(scanned, Diagnostic) else _open(file)
    if isinstance(scanned, Diagnostic) or isinstance(workbook, Diagnostic):
        return next(one for one in (scanned, workbook) if isinstance(one, Diagnostic))
    names = workbook.sheet_names
    if isinstance(scanned, tuple):
        scanned = Scan(dict(zip(names, scanned, strict=False)))
    return (workbook, scanned) if names else _damaged(ValueError("no sheets"))


def _open(file: SourceFile) -> CalamineWorkbook | Diagnostic:
    from python_calamine import CalamineWorkbook

    return _guarded(lambda: CalamineWorkbook.from_path(str(file.path)))


def _guarded(read: Callable[[], T]) -> T | Diagnostic:
    """Return what calamine reads, or what it says of a damaged workbook; a panic of its Rust code is no exception."""
    from python_calamine import CalamineError, PasswordError

    try:
        return read()
    except PasswordError:
        return found(codes.DAMAGED_WORKBOOK, reason_zh="有密码", reason_en="it has a password")
    except CalamineError as error:
        return _damaged(error)
    except BaseException as error:
        if type(error).__module__ != "pyo3_runtime":
            raise
        return _damaged(error)


def _damaged(error: BaseException) -> Diagnostic:
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return found(codes.DAMAGED_WORKBOOK, reason_zh=f"文件已损坏或不完整（{reason}）", reason_en=reason)


def _sheet(
    workbook: CalamineWorkbook, place: Place, seen: SheetScan, header_row: HeaderRow
) -> Table | Diagnostic | None:
    """Return the table of a sheet, None where it holds nothing at all."""
    name = place.sheet or ""
    if not seen.whole:
        return _damaged(ValueError(name))
    if seen.rows * seen.columns > MAX_SHEET_CELLS:
        return too_many_cells(name, seen.rows * seen.columns)
    sheet = _guarded(lambda: workbook.get_sheet_by_name(name))
    if isinstance(sheet, Diagnostic):
        return sheet
    return _table(_rows(sheet, seen.errors), place, header_row(place))


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
