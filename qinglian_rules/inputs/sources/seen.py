"""What a look into a workbook tells of a sheet before it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.limits import MAX_SHEET_CELLS
from qinglian_rules.inputs.model import found


@dataclass(slots=True)
class SheetScan:
    """How many rows and columns a sheet spans from A1, and its failed formulas by (row, column), both from 1.

    Cells without a value do not count. `text_cells` are those that point to a shared text. `whole` says that the sheet
    was there to its end.
    """

    rows: int = 0
    columns: int = 0
    text_cells: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    whole: bool = False

    def see(self, row: int, column: int) -> None:
        """Count a cell that has a value."""
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)


def too_many_cells(name: str, cells: int) -> Diagnostic:
    """Refuse a sheet that is too large to be opened."""
    return found(codes.TOO_MANY_CELLS, name=name, cells=cells, limit=MAX_SHEET_CELLS)


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen, by the names of the sheets."""

    sheets: Mapping[str, SheetScan]
