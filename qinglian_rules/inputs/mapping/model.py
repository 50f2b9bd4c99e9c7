"""A mapping file, read: which tables it speaks of, and how each of their rows becomes facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any, Literal

from qinglian_rules.diagnostics import NOWHERE, Span
from qinglian_rules.facts.vocabulary import FactType, FieldType
from qinglian_rules.inputs.cells import Blanks
from qinglian_rules.inputs.columns import Part
from qinglian_rules.inputs.model import Place


@dataclass(frozen=True, slots=True)
class Column:
    """The cell of one column, as it stands."""

    name: str
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text with columns in it, such as `OP-{Record_ID}`: plain texts and columns in turn.

    It is empty where one of the cells is.
    """

    parts: tuple[str | Column, ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """The same value in every row; already read."""

    value: Any


@dataclass(frozen=True, slots=True)
class FieldMap:
    """How one field, or one end of a span, is filled.

    Attributes:
        values: the table's words, and what each is in ours.
        otherwise: what any other word is in ours; None where other words are read as they stand.
        date_format: how the table writes dates, in strptime's letters; None where it writes them as we read them.
        times: what a number is multiplied by.
        blanks: which texts stand for none and for unknown.
    """

    field: FieldType
    part: Part | None
    source: Column | Pattern | Constant
    values: Mapping[str, str]
    otherwise: str | None
    date_format: str | None
    times: Decimal | None
    blanks: Blanks


@dataclass(frozen=True, slots=True)
class FactMap:
    """How a row becomes a fact of one type.

    `given`: only rows in which these columns hold something. `where`: only rows in which a column holds certain words.
    `repeated`: whether facts that share a key must say the same, or the first of them stands.
    """

    fact_type: FactType
    fields: tuple[FieldMap, ...]
    given: tuple[Column, ...] = ()
    where: tuple[tuple[Column, frozenset[str]], ...] = ()
    repeated: Literal["same", "first"] = "same"


@dataclass(frozen=True, slots=True)
class TableMap:
    """What becomes of the tables of one file, or of several: in its name `*` stands for anything.

    `sheet` is None where the mapping holds for all sheets; `header` is the row that names the columns.
    """

    file: str
    sheet: str | None
    header: int
    facts: tuple[FactMap, ...]
    span: Span = NOWHERE

    def matches(self, place: Place) -> bool:
        """Say whether this part of the mapping speaks of the table."""
        return fnmatchcase(PurePath(place.file).name, self.file) and self.sheet in (None, place.sheet)


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A mapping file. `complete` holds statements of completeness: the line of each, and its words by field."""

    file: str
    tables: tuple[TableMap, ...] = ()
    complete: tuple[tuple[int, Mapping[str, str]], ...] = ()
    body: str | None = None

    def entry_for(self, place: Place) -> int | None:
        """Return the number of the first part that speaks of the table; None where none does."""
        return next((number for number, table in enumerate(self.tables) if table.matches(place)), None)

    def header_row(self, place: Place) -> int:
        """Return the row in which a table's columns are named."""
        number = self.entry_for(place)
        return 1 if number is None else self.tables[number].header
