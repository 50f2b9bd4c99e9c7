"""Progress on a terminal, for work that takes long; nothing where the error stream is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from qinglian_rules.diagnostics import Lang
from qinglian_rules.inputs import Progress


@contextmanager
def progress_of_reading(lang: Lang) -> Iterator[Progress | None]:
    """Give a callback that shows the table being read and the number of its rows."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn

    console = Console(stderr=True)
    with Bar(SpinnerColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True) as bar:
        task = bar.add_task("")

        def show(table: str, rows: int) -> None:
            text = f"读取 {table}：{rows} 行" if lang == "zh" else f"reading {table}: {rows} rows"
            bar.update(task, description=text)

        yield show


@contextmanager
def working(zh: str, en: str, lang: Lang) -> Iterator[None]:
    """Show that something is being done."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{zh}……" if lang == "zh" else f"{en} …"):
        yield
