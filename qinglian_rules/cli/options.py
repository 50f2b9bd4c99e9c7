"""What several commands share: options, loading with diagnostics, writing out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from qinglian_rules.diagnostics import Diagnostic, Lang, Span
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.engine import Policy
from qinglian_rules.loading import load_leniently

REFUSED = 2


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
    typer.Option("--policy", help="文件编号或文件夹，可多次；不给则用全部内置文件。 Document id or folder."),
]
Lang_ = Annotated[Language, typer.Option("--lang", help="输出语言。 Language of the output.")]
Format = Annotated[Form, typer.Option("--format", help="输出格式。 Form of the output.")]
Out = Annotated[Path | None, typer.Option("--out", help="写入文件。 Write to a file.")]


def lang_of(language: Language) -> Lang:
    """Return the language as the library names it."""
    return "zh" if language is Language.zh else "en"


def load_or_leave(names: Iterable[str] | None, lang: Lang) -> Policy:
    """Load policies; print what is wrong with them on the error stream, and leave with 2 if it is an error."""
    policy, diagnostics = load_leniently(names or ())
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    print_diagnostics(errors, lang)
    if errors:
        raise typer.Exit(REFUSED)
    return policy


def print_diagnostics(diagnostics: Iterable[Diagnostic], lang: Lang) -> None:
    """Print diagnostics on the error stream, with the line that each is about."""
    for diagnostic in diagnostics:
        typer.echo(worded(diagnostic, lang), err=True)


def worded(diagnostic: Diagnostic, lang: Lang) -> str:
    """Return a diagnostic as text: place, code, message; the line with what is meant underlined; the hint."""
    span = diagnostic.span
    place = "" if span is None else f"{span.file}:{span.line}:{span.column}: "
    lines = [f"{place}{diagnostic.code.id} {diagnostic.message(lang)}"]
    lines.extend(_underlined(span) if span is not None else ())
    hint = diagnostic.hint(lang)
    if hint:
        lines.append(f"  {'建议' if lang == 'zh' else 'hint'}: {hint}")
    return "\n".join(lines)


def _underlined(span: Span) -> list[str]:
    """The line and a line of carets; none where the file cannot be read again."""
    path = Path(span.file)
    if not path.is_file() or path.stat().st_size > 5_000_000:
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    if not 1 <= span.line <= len(lines):
        return []
    line = lines[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    before = "".join("　" if ord(char) > 0x2E80 else " " for char in line[: span.column - 1])
    marked = "".join("～" if ord(char) > 0x2E80 else "^" for char in line[span.column - 1 : end - 1])
    return [f"  | {line}", f"  | {before}{marked or '^'}"]


def leave(lang: Lang, code: Any, **args: str) -> NoReturn:
    """Print a diagnostic of the command line and leave with 2."""
    print_diagnostics([Diagnostic(code, args=args)], lang)
    raise typer.Exit(REFUSED)


def parse_day(text: str | None, lang: Lang) -> date | None:
    """Read a day given on the command line; leave with a diagnostic if it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        leave(lang, codes.BAD_DAY, text=text)


def parse_span(text: str | None, lang: Lang) -> tuple[date, date] | None:
    """Read `FROM..TO` given on the command line; leave with a diagnostic if it is none."""
    if text is None:
        return None
    start, dots, end = text.partition("..")
    if not dots:
        leave(lang, codes.BAD_PERIOD, text=text)
    first, last = parse_day(start, lang), parse_day(end, lang)
    if first is None or last is None or last < first:
        leave(lang, codes.BAD_PERIOD, text=text)
    return first, last


def write(text: str, out: Path | None) -> None:
    """Print a text, or write it to a file and say where."""
    if out is None:
        typer.echo(text, nl=not text.endswith("\n"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")
    typer.echo(f"→ {out}", err=True)


def to_json(data: Any) -> str:
    """Return data as indented JSON with Chinese characters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
