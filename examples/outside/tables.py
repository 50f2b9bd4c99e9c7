"""Copies of tables, each row brought into a form that a mapping can read; the data themselves are never touched."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

Cells = dict[str, str]
Change = Callable[[Cells], Cells]


def copy_table(table: Path, to: Path, change: Change) -> Path:
    """Write a copy of a CSV file into a folder, every row changed, and return it.

    Raises:
        FileNotFoundError: the table is not there.
        ValueError: it holds no row, so that nobody can say which columns it has.
    """
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = [change(cells) for cells in csv.DictReader(file)]
    if not rows:
        raise ValueError(f"no rows in {table}")
    copy = to / table.name
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return copy


def days_of(*columns: str) -> Change:
    """Return the change that leaves of `2017-05-10T11:00:00Z` in these columns the day, as the source wrote it.

    A mapping reads a time into a field for times, and does not cut it down for a field that holds a day.
    """

    def change(cells: Cells) -> Cells:
        return cells | {column: cells[column].partition("T")[0] for column in columns}

    return change


def count_by(values: Iterable[object]) -> str:
    """Return how often each value occurs, as `甲 3、乙 1`, the most frequent first."""
    counts: dict[str, int] = {}
    for value in values:
        word = value if isinstance(value, str) else "未知"
        counts[word] = counts.get(word, 0) + 1
    return "、".join(f"{word} {count}" for word, count in sorted(counts.items(), key=lambda item: -item[1]))
