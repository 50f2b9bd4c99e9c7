"""Headers to fields: which column of a table fills which field of a fact type, and how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from pydantic import MISSING

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.vocabulary import FactType, FieldKind, FieldType
from qinglian_rules.inputs.cells import Blanks, Reader, value_reader
from qinglian_rules.inputs.cells.shown import plain, shown
from qinglian_rules.inputs.cells.units import NAMES, convert
from qinglian_rules.inputs.model import UNREAD_MARK, Cell, Table, found

Part: TypeAlias = Literal["start", "end"]
PARTS: dict[str, Part] = {"开始": "start", "起": "start", "start": "start", "结束": "end", "止": "end", "end": "end"}
"""What stands behind the dot of `任期.开始`, which fills one end of a span."""

EMPTY = object()
"""An end of a span of which its cell says nothing, not even 未知."""

_UNIT = re.compile(r"(.+?)\s*[（(]([^（()）]+)[)）]")


@dataclass(frozen=True, slots=True)
class Binding:
    """One column that fills a field, or one end of a span. `read` takes a row's cells.

    `column` is the header as written and `number` its place from 1, for messages.
    """

    field: FieldType
    part: Part | None
    column: str
    number: int
    read: Callable[[Sequence[Cell]], Any]

    @property
    def unknown_is_said(self) -> bool:
        """Whether MISSING must be put into the fact, since the field means something where it is not given."""
        return self.field.may_be_unknown and self.field.default is not MISSING


@dataclass(frozen=True, slots=True)
class Header:
    """What was made of a header: bindings, and diagnostics with the number of their column."""

    bindings: tuple[Binding, ...]
    diagnostics: tuple[tuple[int, Diagnostic], ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """What a header names: a field or one end of it; a unit that is not the field's."""

    field: FieldType
    part: Part | None = None
    other_unit: str | None = None


def bind(fact_type: FactType, table: Table) -> Header:
    """Find the field of each column; an unknown or doubtful column is reported, and not read."""
    bindings: list[Binding] = []
    said: list[tuple[int, Diagnostic]] = []
    for number, column in enumerate(table.header, start=1):
        if not column or column.startswith(UNREAD_MARK):
            continue
        named = _named(fact_type, column)
        if named is None:
            said.append((number, _unknown(fact_type, column)))
        elif named.other_unit is not None:
            said.append((number, _other_unit(named, column)))
        else:
            bindings.append(Binding(named.field, named.part, column, number, _reader(named, number)))
    doubled = list(_doubled(bindings))
    said.extend(doubled)
    refused = {number for number, _ in doubled}
    return Header(tuple(one for one in bindings if one.number not in refused), tuple(said))


def cell_reader(field: FieldType, part: Part | None, blanks: Blanks | None = None) -> Reader:
    """Return what reads the cells of a field. The cells of one end of a span yield `EMPTY` where they say nothing."""
    if part is None:
        return value_reader(field, blanks)
    day = replace(field, type=FieldKind("Date"), nullable=part == "end" or field.nullable, may_be_unknown=True)
    words = blanks or Blanks()
    read = value_reader(day, replace(words, none=words.none | {"至今"}))
    return lambda cell: EMPTY if is_empty(cell) else read(cell)


def find_field(fact_type: FactType, name: str) -> tuple[FieldType, Part | None] | None:
    """Return the field, and the end of it, that `place` or `term.start` names, in English or in Chinese."""
    field = fact_type.field(name)
    if field is not None:
        return field, None
    stem, dot, part = name.rpartition(".")
    span = fact_type.field(stem) if dot and part in PARTS else None
    return None if span is None or span.type.name != "Span" else (span, PARTS[part])


def is_empty(cell: Cell) -> bool:
    """Say whether the cell holds nothing at all."""
    return cell is MISSING or (isinstance(cell, str) and not cell.strip())


def _named(fact_type: FactType, column: str) -> _Named | None:
    """Find what a header means: a field, `field（单位）`, or `field.开始`."""
    found_field = find_field(fact_type, column) or find_field(fact_type, plain(column))
    if found_field is not None:
        return _Named(*found_field)
    with_unit = _UNIT.fullmatch(column)
    return _with_unit(fact_type, with_unit[1], with_unit[2].strip()) if with_unit is not None else None


def _with_unit(fact_type: FactType, name: str, unit: str) -> _Named | None:
    """Read `金额（元）`. Other words in brackets, such as 必填, are a note and let go."""
    named = _named(fact_type, name)
    if named is None or unit == named.field.unit or unit not in NAMES:
        return named
    return replace(named, other_unit=unit) if named.field.unit is not None else named


def _reader(named: _Named, number: int) -> Callable[[Sequence[Cell]], Any]:
    read = cell_reader(named.field, named.part)
    index = number - 1
    return lambda cells: read(cells[index])


def _unknown(fact_type: FactType, column: str) -> Diagnostic:
    near = nearest(column, [*fact_type.fields, *(field.title for field in fact_type.fields.values() if field.title)])
    return found(codes.UNKNOWN_COLUMN, type=fact_type.title or fact_type.name, column=shown(column), suggestion=near)


def _other_unit(named: _Named, column: str) -> Diagnostic:
    unit, other = named.field.unit or "", named.other_unit or ""
    factor = convert(Decimal(1), other, unit)
    zh, en = ("请换算", "convert it") if factor is None else (f"每个数乘以 {factor:f}", f"multiply each by {factor:f}")
    return found(codes.HEADER_UNIT, column=shown(column), found=other, unit=unit, example_zh=zh, example_en=en)


def _doubled(bindings: Sequence[Binding]) -> Iterator[tuple[int, Diagnostic]]:
    """Yield a diagnostic for each column whose field, or end of it, another column fills as well."""
    for one in bindings:
        for other in bindings:
            same = one.field.name == other.field.name and (one.part == other.part or None in (one.part, other.part))
            if same and one is not other:
                yield one.number, found(codes.DOUBLE_COLUMN, column=shown(one.column), other=shown(other.column))
                break
