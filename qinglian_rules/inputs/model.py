"""What reading yields, and what a table is before it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from qinglian_rules.diagnostics import Code, Diagnostic, Span
from qinglian_rules.facts.base import Fact

Cell: TypeAlias = Any
"""What a reader of files finds in a cell: text, a number, a bool, a date, a time; lists and mappings in JSON.

"" is an empty cell, None is JSON's `null`, `MISSING` a field that a JSON record leaves out, and a `FormulaError`
a formula that failed.
"""

Progress: TypeAlias = Callable[[str, int], None]
"""Called now and then with the table's name and the number of its rows that are read."""


UNREAD_MARK = "#"
"""Tables and columns whose name starts so are only for reading by people."""


@dataclass(frozen=True, slots=True)
class FormulaError:
    """A cell whose formula failed; `text` is what the workbook shows, such as `#N/A`."""

    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A table: its file as it is shown to users, and the sheet of a workbook (None elsewhere)."""

    file: str
    sheet: str | None = None

    def __str__(self) -> str:
        return self.file if self.sheet is None else f"{self.file}[{self.sheet}]"

    def span(self, row: int = 1, column: int = 1) -> Span:
        """Return the place of one cell: the row as its line, the column as its column."""
        return Span(str(self), row, column, row, column + 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as users count (the header of a table is row 1) and its cells, as many as the header has.

    A row that cannot be read has a `problem` and no cells.
    """

    number: int
    cells: Sequence[Cell]
    problem: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was found. `rows` can be gone through once.

    `name` is what names its fact type, and `other_name` what does if `name` does not: the file of a single sheet.
    `header_row` is None where the columns are named in no row, as in JSON.
    """

    place: Place
    name: str
    header: tuple[str, ...]
    rows: Iterable[Row]
    header_row: int | None = 1
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One cell, row or file that was not read, and why.

    `row` and `column` are None where a whole table or file is refused; `column` is the header as written.
    """

    file: str
    sheet: str | None
    row: int | None
    column: str | None
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Input:
    """What was read.

    Attributes:
        facts: every row that could be read, in the order of the tables.
        refused: every cell, row and file that could not; a bad row is refused whole, with an entry for each bad cell.
        diagnostics: what was found and refused nothing: unknown columns, references that lead nowhere.
        incomplete_types: the types of refused rows and tables; nothing is complete about them.
        tables: the types of which a table was handed over, be it an empty one.
    """

    facts: tuple[Fact, ...]
    refused: tuple[Refusal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    incomplete_types: frozenset[str] = frozenset()
    tables: frozenset[str] = field(default=frozenset())


def found(code: Code, *, suggestion: str | None = None, **args: object) -> Diagnostic:
    """Make a diagnostic that has no place yet; whoever knows the cell gives it one."""
    return Diagnostic(code, None, {name: str(value) for name, value in args.items()}, suggestion)
