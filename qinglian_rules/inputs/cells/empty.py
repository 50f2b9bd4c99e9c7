"""Empty cells, 无 and 未知: what a cell says that holds no value of its field's kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import MISSING

from qinglian_rules.diagnostics import Code, Diagnostic
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.diagnostics.catalogue import inputs as input_codes
from qinglian_rules.facts.vocabulary import FieldType
from qinglian_rules.inputs.cells.kinds import Reader, reader_of
from qinglian_rules.inputs.limits import MAX_CELL_CHARACTERS
from qinglian_rules.inputs.model import Cell, FormulaError, found

NONE_WORD = "无"
UNKNOWN_WORD = "未知"


@dataclass(frozen=True, slots=True)
class Blanks:
    """Which texts stand for none and for unknown. "" is the empty cell; where neither names it, the field decides.

    `null_is_none` says what JSON's `null` is: none, as in what this package writes; else an empty cell.
    """

    none: frozenset[str] = frozenset({NONE_WORD})
    unknown: frozenset[str] = frozenset({UNKNOWN_WORD})
    null_is_none: bool = True


def value_reader(field: FieldType, blanks: Blanks | None = None) -> Reader:
    """Return the function that reads whole cells of `field`.

    It returns a value, None, MISSING (unknown; of a field that cannot be unknown: not given) or a diagnostic without a
    place. What an empty cell says of a field with a default is that default.
    """
    return _CellReader(field, blanks or Blanks())


def members(field: FieldType) -> frozenset[str]:
    """Return the words of a field with a closed list of them; where 无 is one, it is that word and not None."""
    return frozenset(field.type.words or (field.type.item.words if field.type.item is not None else ()))


class _CellReader:
    """Reads cells of one field. The words of a closed list go before 无 and 未知 where they are among its members."""

    __slots__ = ("_empty", "_field", "_none", "_null_is_none", "_read", "_unknown")

    def __init__(self, field: FieldType, blanks: Blanks) -> None:
        self._field = field
        self._read = reader_of(field.type, field.unit)
        words = members(field)
        self._none = blanks.none - words
        self._unknown = blanks.unknown - words
        self._empty = self._of_empty(blanks)
        self._null_is_none = blanks.null_is_none

    def __call__(self, cell: Cell) -> Any:
        if isinstance(cell, str):
            return self._of_text(cell)
        if cell is None:
            return self._of_none() if self._null_is_none else self._empty
        if isinstance(cell, FormulaError):
            return found(input_codes.FORMULA_ERROR, error=cell.text)
        return self._not_given() if cell is MISSING else self._read(cell)

    def _of_text(self, cell: str) -> Any:
        text = cell.strip()
        if not text:
            return self._empty
        if text in self._none:
            return self._of_none()
        if text in self._unknown:
            return self._of_unknown()
        if len(cell) > MAX_CELL_CHARACTERS:
            return found(input_codes.CELL_TOO_LONG, length=len(cell), limit=MAX_CELL_CHARACTERS)
        return self._read(text)

    def _of_none(self) -> Any:
        """Return what 无 says: None; for a list that is never None, that it is empty."""
        if self._field.nullable:
            return None
        return () if self._field.type.name == "List" else self._refuse(codes.NONE_NOT_ALLOWED)

    def _of_unknown(self) -> Any:
        return MISSING if self._field.may_be_unknown else self._refuse(codes.UNKNOWN_NOT_ALLOWED)

    def _of_empty(self, blanks: Blanks) -> Any:
        if "" in blanks.none:
            return self._of_none()
        if "" in blanks.unknown:
            return self._of_unknown()
        return None if self._field.blank == "none" and self._field.nullable else self._not_given()

    def _not_given(self) -> Any:
        return MISSING if self._field.required else self._field.default

    def _refuse(self, code: Code) -> Diagnostic:
        return found(code, field=self._field.title or self._field.name)
