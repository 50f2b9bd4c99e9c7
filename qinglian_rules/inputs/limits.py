"""How much of an input is read, so that a broken export or a zip bomb cannot fill the memory."""

from __future__ import annotations

MAX_TEXT_BYTES = 200 * 1024**2
"""Size of a text file (CSV, JSON)."""

MAX_WORKBOOK_BYTES = 64 * 1024**2
"""Size of a workbook as it lies on disk."""

MAX_UNPACKED_BYTES = 512 * 1024**2
"""Size of an .xlsx with all its parts unpacked."""

MAX_PARTS = 2_000
"""Number of parts in an .xlsx."""

MAX_SHEET_CELLS = 10_000_000
"""Cells of the rectangle from A1 to a sheet's last used row and column; the reader of workbooks holds all of it."""

MAX_TEXT_OF_CELLS = 1024**3
"""Bytes of the longest text of an .xlsx, times the number of cells that hold one."""

MAX_CELL_CHARACTERS = 32_767
"""Characters of one cell: as many as Excel can hold."""

MAX_JSON_DIGITS = 400
"""Digits of one JSON number that are still read as a number."""
