"""A small hospital whose tables are broken in one place, and the workbooks that a test needs."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

BENEFITS = "id,金额\nB-1,300\n"
Sheets = Mapping[str, Sequence[Sequence[Any]]]
GOOD_SHEETS: Sheets = {
    "医院": [["id", "省份", "接待地点"], ["H-1", "广西", "药学部接待室"]],
    "医药代表来访": [
        ["id", "医院", "来访时间", "离开时间", "接待地点", "来访记录"],
        ["V-1", "H-1", "2023-05-10 15:00", "无", "门诊诊室", "K-1"],
    ],
}


def workbook(path: Path, sheets: Sheets = GOOD_SHEETS) -> Path:
    """Write a workbook of plain values."""
    from xlsxwriter import Workbook

    with Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def with_row(name: str, *cells: Any) -> Sheets:
    """Return the good sheets, one of them with a row more."""
    return {**GOOD_SHEETS, name: [*GOOD_SHEETS[name], list(cells)]}


def bomb(path: Path, megabytes: int) -> Path:
    """Write a workbook one of whose parts unpacks to very much."""
    workbook(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/image1.png", b"\0" * megabytes * 1024 * 1024)
    return path
