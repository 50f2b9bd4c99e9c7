"""A table to what is made of it: the fact types, and for each how a row becomes a fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.inputs.cells.shown import plain, shown
from qinglian_rules.inputs.collect import Collector, Repeated, concrete
from qinglian_rules.inputs.columns import Binding, bind
from qinglian_rules.inputs.model import Cell, Table, found
from qinglian_rules.inputs.rows import Mistake, RowReader


def _always(cells: Sequence[Cell]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of a table become facts of one type. Rows for which `wanted` is false make none."""

    reader: RowReader
    repeated: Repeated = "refuse"
    wanted: Callable[[Sequence[Cell]], bool] = _always

    @property
    def key_column(self) -> str | None:
        """The header of the first key column, to which a refused duplicate points."""
        key = self.reader.fact_type.key[0]
        return next((one.column for one in self.reader.bindings if one.field.name == key), None)


def plan_by_name(table: Table, collector: Collector, body: str | None) -> Plan | None:
    """Plan a table that is named by a fact type; report what of it cannot be read. None: nothing of it can."""
    fact_type = _type_of(table, collector.vocabulary)
    if isinstance(fact_type, Diagnostic):
        name = fact_type.suggestion if fact_type.code is codes.UNKNOWN_TABLE else table.name
        near = collector.vocabulary.fact_type(name or "")
        # A table of an unknown name says nothing of other types; of the one it resembles it may hold facts.
        types = concrete(near, collector.vocabulary) if near is not None else ()
        collector.refuse(table.place, None, Mistake(None, 1, fact_type), types)
        return None
    header = bind(fact_type, table)
    for number, diagnostic in header.diagnostics:
        _report(diagnostic, number, table, collector)
    if not _has_keys(fact_type, header.bindings, table, collector):
        return None
    return Plan(RowReader(fact_type, header.bindings, body, collector.vocabulary))


def _type_of(table: Table, vocabulary: Vocabulary) -> FactType | Diagnostic:
    names = (table.name, plain(table.name), table.other_name)
    fact_type = next((one for one in map(vocabulary.fact_type, names) if one is not None), None)
    if fact_type is None:
        near = nearest(table.name, [*vocabulary.types, *vocabulary.titles])
        return found(codes.UNKNOWN_TABLE, name=shown(table.name), suggestion=near)
    if fact_type.derived:
        return found(codes.DERIVED_TABLE, name=fact_type.title or fact_type.name)
    if fact_type.abstract:
        titles = "、".join(vocabulary.types[name].title or name for name in fact_type.subtypes)
        return found(codes.ABSTRACT_TABLE, name=fact_type.title or fact_type.name, subtypes=titles)
    return fact_type


def _report(diagnostic: Diagnostic, number: int, table: Table, collector: Collector) -> None:
    """Note a column that is not read: a refusal where it is an error. The facts stay, the field being unknown."""
    if diagnostic.severity == "error":
        mistake = Mistake(table.header[number - 1], number, diagnostic)
        collector.refuse(table.place, table.header_row, mistake, ())
    else:
        collector.say(diagnostic, table.place, table.header_row, number)


def _has_keys(fact_type: FactType, bindings: Sequence[Binding], table: Table, collector: Collector) -> bool:
    """Say whether the fields that a fact must have all have a column; if not, refuse the rows."""
    bound = {one.field.name for one in bindings}
    absent = [one for one in fact_type.fields.values() if one.required and one.name not in bound]
    if not absent:
        return True
    rows = sum(1 for _ in table.rows)
    for one in absent if rows else ():
        column = one.title or one.name
        said = found(codes.NO_KEY_COLUMN, column=column, type=fact_type.title or fact_type.name, rows=rows)
        collector.refuse(table.place, table.header_row, Mistake(column, 1, said), [fact_type.name])
    return False
