"""A mapping and a table to plans: where each field's cell stands, and what is done to it before it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import MISSING

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import tables as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.inputs.cells import Blanks
from qinglian_rules.inputs.cells.numbers import read_decimal
from qinglian_rules.inputs.cells.shown import bad, shown
from qinglian_rules.inputs.collect import Collector
from qinglian_rules.inputs.columns import Binding, cell_reader, is_empty
from qinglian_rules.inputs.mapping.model import Column, Constant, FactMap, FieldMap, Pattern, TableMap, TableMapping
from qinglian_rules.inputs.model import Cell, Place, Row, Table, found
from qinglian_rules.inputs.plan import Plan
from qinglian_rules.inputs.rows import Mistake, RowReader

Take = Callable[[Sequence[Cell]], Cell]
Change = Callable[[Cell], Cell]


def plan_by_mapping(entry: TableMap, table: Table, collector: Collector, body: str | None) -> list[Plan]:
    """Plan a table that the mapping speaks of; a fact type that needs a column which is not there is reported."""
    index = {column: number for number, column in reversed(list(enumerate(table.header)))}
    plans = []
    for fact_map in entry.facts:
        absent = next((column for column in _columns(fact_map) if column.name not in index), None)
        if absent is None:
            plans.append(_plan(fact_map, index, collector, body))
        else:
            _refuse(absent, fact_map, table, collector)
    return plans


def statements(mapping: TableMapping) -> Iterator[Table]:
    """Yield a table of one row for each statement of completeness of the mapping."""
    for line, words in mapping.complete:
        yield Table(Place(mapping.file), "Complete", tuple(words), [Row(line, list(words.values()))], header_row=line)


def _refuse(column: Column, fact_map: FactMap, table: Table, collector: Collector) -> None:
    said = found(
        codes.MAPPING_COLUMN,
        table=table.place,
        column=column.name,
        type=fact_map.fact_type.title,
        suggestion=nearest(column.name, table.header),
    )
    mistake = Mistake(column.name, 1, replace(said, related=(column.span,)))
    collector.refuse(table.place, table.header_row, mistake, [fact_map.fact_type.name])


def _columns(fact_map: FactMap) -> Iterator[Column]:
    yield from fact_map.given
    yield from (column for column, _ in fact_map.where)
    for one in fact_map.fields:
        if isinstance(one.source, Column):
            yield one.source
        elif isinstance(one.source, Pattern):
            yield from (part for part in one.source.parts if isinstance(part, Column))


def _plan(fact_map: FactMap, index: Mapping[str, int], collector: Collector, body: str | None) -> Plan:
    bindings = tuple(_binding(one, index) for one in fact_map.fields)
    reader = RowReader(fact_map.fact_type, bindings, body, collector.vocabulary)
    return Plan(reader, fact_map.repeated, _wanted(fact_map, index))


def _wanted(fact_map: FactMap, index: Mapping[str, int]) -> Callable[[Sequence[Cell]], bool]:
    given = [index[column.name] for column in fact_map.given]
    where = [(index[column.name], words) for column, words in fact_map.where]

    def wanted(cells: Sequence[Cell]) -> bool:
        if any(cells[number] is None or is_empty(cells[number]) for number in given):
            return False
        return all((_text(cells[number]) or "") in words for number, words in where)

    return wanted


def _binding(one: FieldMap, index: Mapping[str, int]) -> Binding:
    source = one.source
    if isinstance(source, Constant):
        return Binding(one.field, one.part, one.field.title, 1, lambda cells: source.value)
    first = source if isinstance(source, Column) else next(p for p in source.parts if isinstance(p, Column))
    take = _take(source, index)
    change, read = _change(one), cell_reader(one.field, one.part, one.blanks)

    def value(cells: Sequence[Cell]) -> Any:
        cell = change(take(cells))
        return cell if cell.__class__ is Diagnostic else read(cell)

    return Binding(one.field, one.part, first.name, index[first.name] + 1, value)


def _take(source: Column | Pattern, index: Mapping[str, int]) -> Take:
    """Return what takes the field's cell out of a row's."""
    if isinstance(source, Column):
        number = index[source.name]
        return lambda cells: cells[number]
    parts = [part if isinstance(part, str) else index[part.name] for part in source.parts]

    def put_together(cells: Sequence[Cell]) -> Cell:
        texts = [part if isinstance(part, str) else _text(cells[part]) for part in parts]
        return "" if None in texts else "".join(text for text in texts if text is not None)

    return put_together


def _text(cell: Cell) -> str | None:
    """Return a cell's text inside a pattern; None where it is empty."""
    if cell is None or is_empty(cell):
        return None
    return cell.strip() if isinstance(cell, str) else shown(cell)


def _change(one: FieldMap) -> Change:
    """Return what is done to a cell before it is read: words translated, dates and numbers brought into our form."""
    blank = one.blanks.none | one.blanks.unknown | {""}

    def change(cell: Cell) -> Cell:
        if cell is None or cell is MISSING or (isinstance(cell, str) and cell.strip() in blank):
            return cell
        if one.values or one.otherwise is not None:
            cell = _translate(cell, one)
        if one.date_format is not None and isinstance(cell, str) and cell.strip() not in _WORDS:
            cell = _parse_date(cell.strip(), one, one.date_format)
        return cell if one.times is None else _multiply(cell, one)

    return change


_WORDS = Blanks().none | Blanks().unknown


def _translate(cell: Cell, one: FieldMap) -> Cell:
    word = one.values.get(_text(cell) or "")
    if word is not None:
        return word
    return cell if one.otherwise is None else one.otherwise


def _parse_date(text: str, one: FieldMap, date_format: str) -> Cell:
    """Return a moment, or its day where the field holds days."""
    try:
        moment = datetime.strptime(text, date_format)
    except ValueError:
        return bad(codes.DATE_OF_OTHER_FORMAT, text, format=date_format)
    return moment if "%H" in date_format and one.field.type.name == "DateTime" else moment.date()


def _multiply(cell: Cell, one: FieldMap) -> Cell:
    number = read_decimal(cell)
    return number if isinstance(number, Diagnostic) or one.times is None else number * one.times
