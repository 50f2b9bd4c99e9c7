"""Which function reads which kind of field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from qinglian_rules.facts.vocabulary import FieldKind
from qinglian_rules.inputs.cells.dates import read_date, read_datetime, read_time
from qinglian_rules.inputs.cells.lists import read_list
from qinglian_rules.inputs.cells.numbers import read_decimal, read_int, read_ratio
from qinglian_rules.inputs.cells.spans import read_duration, read_slot, read_slots, read_span
from qinglian_rules.inputs.cells.words import read_bool, read_enum, read_text
from qinglian_rules.inputs.model import Cell

Reader: TypeAlias = Callable[[Cell], Any]
"""From a cell that is not empty to a value of the field's kind, or to the diagnostic that says why not."""

_PLAIN: dict[str, Reader] = {
    "Bool": read_bool,
    "Ratio": read_ratio,
    "Str": read_text,
    "Ref": read_text,
    "Date": read_date,
    "DateTime": read_datetime,
    "Time": read_time,
    "Span": read_span,
    "Slot": read_slot,
}
_WITH_UNIT: dict[str, Callable[[Cell, str | None], Any]] = {
    "Int": read_int,
    "Decimal": read_decimal,
    "Duration": read_duration,
}


def reader_of(kind: FieldKind, unit: str | None = None) -> Reader:
    """Return the function that reads cells of this kind; `unit` is that of the field."""
    if kind.name in _PLAIN:
        return _PLAIN[kind.name]
    if kind.name in _WITH_UNIT:
        return partial(_with_unit, _WITH_UNIT[kind.name], unit)
    if kind.name == "Enum":
        return partial(_member, kind.words)
    return _list_reader(kind.item or FieldKind("Str"), unit)


def _list_reader(item: FieldKind, unit: str | None) -> Reader:
    if item.name == "Slot":
        return read_slots
    return partial(_items, reader_of(item, unit))


def _with_unit(read: Callable[[Cell, str | None], Any], unit: str | None, cell: Cell) -> Any:
    return read(cell, unit)


def _member(words: tuple[str, ...], cell: Cell) -> Any:
    return cell if cell.__class__ is str and cell in words else read_enum(cell, words)


def _items(item: Reader, cell: Cell) -> Any:
    return read_list(cell, item)
