"""Paths to facts: every file, every table, every row, and what all of them show together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.diagnostics.catalogue import tables as mapping_codes
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.inputs.checks import Origin
from qinglian_rules.inputs.collect import Collector
from qinglian_rules.inputs.mapping.apply import plan_by_mapping, statements
from qinglian_rules.inputs.mapping.model import TableMapping
from qinglian_rules.inputs.model import UNREAD_MARK, Input, Place, Progress, Row, Table, found
from qinglian_rules.inputs.plan import Plan, plan_by_name
from qinglian_rules.inputs.rows import Mistake
from qinglian_rules.inputs.sources import ENDINGS, SourceFile, find_files, open_tables

STEP = 1000
"""Rows between two reports of progress."""


def read_facts(
    paths: Sequence[Path],
    *,
    mapping: TableMapping | None = None,
    vocabulary: Vocabulary | None = None,
    body: str | None = None,
    progress: Progress | None = None,
) -> Input:
    """Read facts from files and folders.

    A table is named by its fact type, its columns by fields, both in English or Chinese; `mapping` says how to read
    tables of other systems. What cannot be read is in the result, with its place and the reason; nothing raises.

    Args:
        paths: files (.csv, .tsv, .xlsx, .xlsm, .xls, .jsonl, .ndjson, .json) or folders of such.
        body: the key of the hospital or authority that facts get which name none; the mapping's, unless given.
        progress: called with a table's name and the number of rows read, now and then and at its end.
    """
    reading = _Reading(Collector(vocabulary or Vocabulary.current()), mapping, body, progress)
    files = find_files(paths)
    for diagnostic in files.diagnostics:
        label = diagnostic.span.file if diagnostic.span is not None else ""
        reading.collector.refuse_table(Place(label), diagnostic, Path(label).stem)
    for path in files.others:
        reading.leave(path)
    for file in files.files:
        reading.file(file)
    reading.finish()
    return reading.collector.result()


class _Reading:
    """One run over files. Tables that the mapping names are read by it, all others by their names."""

    def __init__(
        self, collector: Collector, mapping: TableMapping | None, body: str | None, progress: Progress | None
    ) -> None:
        self.collector = collector
        self._mapping = mapping or TableMapping("")
        self._body = body or self._mapping.body
        self._progress = progress
        self._used: set[int] = set()

    def leave(self, path: Path) -> None:
        """Report what lies in a folder and is no table; what bears the name of a fact type is refused."""
        place = Place(path.name)
        if path.is_file() and self.collector.vocabulary.fact_type(path.stem) is not None:
            said = found(codes.UNREADABLE_KIND, ending=path.suffix, endings=ENDINGS)
            self.collector.refuse_table(place, said, path.stem)
        else:
            self.collector.say(found(codes.NOT_A_TABLE, name=path.name), place)

    def file(self, file: SourceFile) -> None:
        """Read all tables of a file."""
        for table in open_tables(file, self._mapping.header_row):
            if not isinstance(table, Table):
                self.collector.refuse_table(table.place, table.diagnostic, table.name)
            elif not table.name.startswith(UNREAD_MARK):
                self._table(table, self._plans(table))

    def finish(self) -> None:
        """Read the mapping's statements of completeness, and report the parts of it that no table used."""
        for table in statements(self._mapping):
            plan = plan_by_name(table, self.collector, None)
            self._table(table, [] if plan is None else [plan])
        for number, entry in enumerate(self._mapping.tables):
            if number not in self._used:
                unused = Diagnostic(mapping_codes.MAPPING_UNUSED, entry.span, {"name": entry.file})
                self.collector.diagnostics.append(unused)

    def _plans(self, table: Table) -> list[Plan]:
        number = self._mapping.entry_for(table.place)
        if number is None:
            plan = plan_by_name(table, self.collector, self._body)
            return [] if plan is None else [plan]
        self._used.add(number)
        return plan_by_mapping(self._mapping.tables[number], table, self.collector, self._body)

    def _table(self, table: Table, plans: Sequence[Plan]) -> None:
        if not plans:
            return
        self.collector.tables.update(plan.reader.fact_type.name for plan in plans)
        report = partial(self._progress, str(table.place)) if self._progress is not None else None
        done = 0
        unnamed = {number for number, column in enumerate(table.header) if not column}
        for done, row in enumerate(table.rows, start=1):
            if unnamed:
                unnamed -= self._unnamed(row, unnamed, table)
            self._row(row, table.place, plans)
            if report is not None and done % STEP == 0:
                report(done)
        if report is not None:
            report(done)

    def _unnamed(self, row: Row, columns: set[int], table: Table) -> set[int]:
        """Report columns without a name that hold something, each once."""
        filled = {column for column in columns if row.problem is None and row.cells[column] != ""}
        for column in sorted(filled):
            said = found(codes.UNNAMED_COLUMN, number=column + 1)
            self.collector.say(said, table.place, row.number, column + 1)
        return filled

    def _row(self, row: Row, place: Place, plans: Iterable[Plan]) -> None:
        if row.problem is not None:
            types = [plan.reader.fact_type.name for plan in plans]
            self.collector.refuse(place, row.number, Mistake(None, 1, row.problem), types)
            return
        for plan in plans:
            if plan.wanted(row.cells):
                self._fact(plan, row, place)

    def _fact(self, plan: Plan, row: Row, place: Place) -> None:
        made = plan.reader.read(row.cells)
        if isinstance(made, Fact):
            self.collector.add(made, Origin(place, row.number), plan.repeated, plan.key_column)
        for mistake in made if isinstance(made, list) else ():
            self.collector.refuse(place, row.number, mistake, [plan.reader.fact_type.name])
