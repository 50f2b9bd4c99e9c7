"""Facts to a workbook, or to a folder with a file per fact type. Private data are written as they are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import MISSING

from qinglian_rules.diagnostics import FactsError
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.inputs.model import found
from qinglian_rules.inputs.workbook.layout import ColumnSpec, columns_of, sheet_name
from qinglian_rules.inputs.workbook.texts import cell_json, cell_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

EXCEL_EPOCH = date(1900, 3, 1)
"""Excel counts a 29th of February 1900; only later days are the same everywhere."""

EXCEL_DIGITS = 15


def write_workbook(facts: Iterable[Fact], path: Path) -> None:
    """Write facts into an .xlsx, a sheet per type, named and headed in Chinese; `read_facts` reads the same facts.

    Raises:
        FactsError: a value cannot be written so that it is read back (a text of more than 32,767 characters …).
    """
    from xlsxwriter import Workbook

    with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        formats = cell_formats(workbook)
        for fact_type, group in _by_type(facts):
            sheet = workbook.add_worksheet(sheet_name(fact_type))
            columns = columns_of(fact_type)
            sheet.write_row(0, 0, [column.title() for column in columns], formats["header"])
            sheet.freeze_panes(1, 0)
            for row, fact in enumerate(group, start=1):
                for number, column in enumerate(columns):
                    _write_cell(sheet, row, number, fact, column, formats)


def write_folder(facts: Iterable[Fact], path: Path, format: Literal["csv", "jsonl"] = "csv") -> None:  # noqa: A002
    """Write facts into a folder, a file per type, named and headed in English; `read_facts` reads the same facts.

    Raises:
        FactsError: a value cannot be written so that it is read back.
    """
    path.mkdir(parents=True, exist_ok=True)
    for fact_type, group in _by_type(facts):
        if format == "csv":
            _write_csv(fact_type, group, path / f"{fact_type.name}.csv")
        else:
            _write_lines(fact_type, group, path / f"{fact_type.name}.jsonl")


def cell_formats(workbook: Workbook) -> dict[str, Format]:
    """Return the formats of cells, by kind of field; `header` is that of headers."""
    return {
        "header": workbook.add_format({"bold": True, "bg_color": "#DDEBE3", "border": 1, "text_wrap": True}),
        "Date": workbook.add_format({"num_format": "yyyy-mm-dd"}),
        "DateTime": workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        "Text": workbook.add_format({"num_format": "@"}),
    }


def _by_type(facts: Iterable[Fact]) -> list[tuple[FactType, list[Fact]]]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(type(fact).__name__, []).append(fact)
    types = Vocabulary.current().types
    return [(types[name], group) for name, group in groups.items()]


def _write_csv(fact_type: FactType, facts: Sequence[Fact], path: Path) -> None:
    columns = columns_of(fact_type)
    # Excel takes a text file without a mark for one in the local encoding.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.title("en") for column in columns])
        for fact in facts:
            writer.writerow([cell_text(fact, column) for column in columns])


def _write_lines(fact_type: FactType, facts: Sequence[Fact], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for fact in facts:
            values = {name: getattr(fact, name) for name in fact_type.fields}
            kinds = {name: field.type for name, field in fact_type.fields.items()}
            record = {name: cell_json(value, kinds[name]) for name, value in values.items() if value is not MISSING}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _write_cell(
    sheet: Worksheet, row: int, number: int, fact: Fact, column: ColumnSpec, formats: dict[str, Format]
) -> None:
    text = cell_text(fact, column)
    value: Any = getattr(fact, column.field.name)
    if column.part is not None and value is not MISSING:
        value = getattr(value, column.part)
    if _is_excel_number(value):
        written = sheet.write_number(row, number, float(value))
    elif _is_excel_date(value):
        written = sheet.write_datetime(
            row, number, value, formats["DateTime" if isinstance(value, datetime) else "Date"]
        )
    else:
        written = sheet.write_string(row, number, text, formats["Text"]) if text else 0
    if written != 0:
        reason = {"reason_zh": "超出工作表的范围", "reason_en": "the sheet is full"}
        said = found(codes.CANNOT_BE_WRITTEN, type=type(fact).fact_title, key=fact.key, **reason)
        raise FactsError((said,))


def _is_excel_number(value: Any) -> bool:
    """Say whether a number keeps all its digits in Excel."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return False
    return len(Decimal(value).normalize().as_tuple().digits) <= EXCEL_DIGITS and abs(value) < 10**EXCEL_DIGITS


def _is_excel_date(value: Any) -> bool:
    """Say whether Excel keeps a date as it is. Midnight is written as text: Excel cannot tell it from a mere date."""
    if isinstance(value, datetime):
        return value.date() >= EXCEL_EPOCH and value.time() != time() and value.microsecond == 0
    return isinstance(value, date) and value >= EXCEL_EPOCH
