"""What several commands share: their options, how days and names given there are read, and loading policies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qinglian_rules.cli.output import REFUSED, leave, print_diagnostics, reason_of
from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.engine import Policy
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY
from qinglian_rules.loading import load_leniently, load_with_definitions


class Language(StrEnum):
    """The language of what is printed."""

    zh = "zh"
    en = "en"


class Form(StrEnum):
    """The forms of output that every command has."""

    text = "text"
    json = "json"


Policies = Annotated[
    list[str] | None,
    typer.Option(
        "--policy",
        metavar="ID|DIR",
        help="规则文件编号或文件夹。 可多次， 不写则用全部内置的。 Document ids or folders.",
    ),
]
Lang_ = Annotated[Language, typer.Option("--lang", help="输出语言。 Language of the output.")]
Format = Annotated[Form, typer.Option("--format", help="输出格式。 Form of the output.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="写入文件，不打印。 Write to a file.")]


def lang_of(language: Language) -> Lang:
    """Return the language as the library names it."""
    return "zh" if language is Language.zh else "en"


def load_or_leave(names: Iterable[str] | None, lang: Lang) -> Policy:
    """Load policies; print what is wrong with them on the error stream, and leave with 2 if it is an error."""
    policy, diagnostics = loaded(names or (), lang)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    print_diagnostics(errors, lang)
    if errors:
        raise typer.Exit(REFUSED)
    return policy


def load_with_definitions_or_leave(names: Iterable[str] | None, lang: Lang) -> tuple[Policy, frozenset[str]]:
    """Load documents and those that they share definitions with; return all, and the ids of those that were named."""
    try:
        policy, ids, diagnostics = load_with_definitions(names or ())
    except OSError as problem:
        leave(lang, codes.CANNOT_READ, path=str(problem.filename or ""), reason=reason_of(problem))
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    print_diagnostics(errors, lang)
    if errors:
        raise typer.Exit(REFUSED)
    return policy, ids


def loaded(names: Iterable[str | Path], lang: Lang) -> tuple[Policy, tuple[Diagnostic, ...]]:
    """Load what can be loaded, and everything that is wrong beside it; leave where a file may not be read."""
    try:
        return load_leniently(names)
    except OSError as problem:
        leave(lang, codes.CANNOT_READ, path=str(problem.filename or ""), reason=reason_of(problem))


def parse_day(text: str, lang: Lang) -> date:
    """Read a day given on the command line; leave with a diagnostic if it is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        leave(lang, codes.BAD_DAY, text=text)
    if not FIRST_DAY <= day <= LAST_DAY:
        leave(lang, codes.DAY_OUT_OF_RANGE, text=text)
    return day


def parse_span(text: str | None, lang: Lang) -> tuple[date, date] | None:
    """Read `FROM..TO` given on the command line; leave with a diagnostic if it is none."""
    if text is None:
        return None
    start, dots, end = text.partition("..")
    if not dots or not start or not end:
        leave(lang, codes.BAD_PERIOD, text=text)
    first, last = parse_day(start, lang), parse_day(end, lang)
    if last < first:
        leave(lang, codes.BAD_PERIOD, text=text)
    return first, last
