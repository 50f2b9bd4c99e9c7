"""What reaches the user: text and JSON on a terminal, in a pipe or in a file, whatever each of them can take."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TextIO

import typer

from qinglian_rules.cli.underline import underlined
from qinglian_rules.diagnostics import Code, Diagnostic, Lang, Severity
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.excerpt import excerpt

REFUSED = 2
"""The exit code where input, a policy or the command line itself was refused."""

NOBODY_READS = 141
"""The exit code that a shell gives to a program whose reader has gone: no answer of ours."""

SHOWN = 12
"""So many diagnostics of one kind are printed for tables, where one mistake may stand in every row."""

LONGEST = 160
"""Of a name or path given on the command line a message repeats at most so many characters."""

# What would move the cursor, ring the bell or turn the direction of writing comes from files, never from us.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SEVERITY: dict[Severity, dict[Lang, str]] = {
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "警告", "en": "warning"},
}
_COLOUR: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_PLAIN = "\x1b[0m"


def accept_any_character() -> None:
    r"""Let output streams write `\u4e2d` for what their encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def emit(text: str, lang: Lang = "zh", *, error: bool = False) -> None:
    """Write text to the output or the error stream; leave quietly where nobody reads it any more."""
    stream = sys.stderr if error else sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
        raise typer.Exit(NOBODY_READS) from None
    except OSError as problem:
        _silence(stream)
        leave(lang, codes.CANNOT_WRITE, path="stdout", reason=reason_of(problem))


def _silence(stream: TextIO) -> None:
    """Send what is left in the stream's buffer nowhere, so that closing it cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str, lang: Lang = "zh") -> None:
    """Write one line to the error stream."""
    emit(f"{text}\n", lang, error=True)


def write(text: str, out: Path | None, lang: Lang = "zh") -> None:
    """Print a text, or write it to a file and say where; leave with a diagnostic where it cannot be written.

    Args:
        text: `printable` where it holds what comes from files.
    """
    ended = text if text.endswith("\n") else f"{text}\n"
    if out is None:
        emit(ended, lang)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(ended, encoding="utf-8")
    except OSError as problem:
        leave(lang, codes.CANNOT_WRITE, path=str(out), reason=reason_of(problem))
    say(f"→ {out}", lang)


def to_json(data: Any, out: Path | None = None) -> str:
    """Return data as JSON, each decision or other entry of a list on a line of its own.

    Chinese characters are written as they are unless the output stream cannot write them.
    """
    utf8 = out is not None or (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    # Python's own encoder is ten times slower when it is to indent, and a report may hold a million values.
    write_line = partial(json.dumps, ensure_ascii=not utf8)
    if isinstance(data, dict):
        entries = (f"{write_line(key)}: {_list_or_line(value, write_line)}" for key, value in data.items())
        return printable("{\n " + ",\n ".join(entries) + "\n}")
    return printable(_list_or_line(data, write_line))


def _list_or_line(value: Any, write_line: Callable[[Any], str]) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(map(write_line, value)) + "\n ]"
    return write_line(value)


def printable(text: str) -> str:
    """Return text with the control characters by which the content of a file could steer a terminal written out.

    They are written as JSON writes them, in which they occur only inside strings.
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def print_diagnostics(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic], lang: Lang) -> None:
    """Print diagnostics on the error stream, with the line that each is about."""
    for diagnostic in diagnostics:
        say(worded(diagnostic, lang, colour=has_colour(sys.stderr)), lang)


def print_some(diagnostics: Iterable[Diagnostic], lang: Lang) -> None:
    """Print diagnostics of tables: of each kind the first ones, and how many more there are."""
    counts: Counter[str] = Counter()
    for diagnostic in diagnostics:
        counts[diagnostic.code.id] += 1
        if counts[diagnostic.code.id] <= SHOWN:
            print_diagnostics([diagnostic], lang)
    for code, count in counts.items():
        if count > SHOWN:
            rest = count - SHOWN
            zh = f"  {code} 这样的提示另有 {rest} 条，见 --format json"
            say(zh if lang == "zh" else f"  {rest} more of {code}: see --format json", lang)


def worded(diagnostic: Diagnostic, lang: Lang, *, colour: bool = False) -> str:
    """Return a diagnostic as text: place, code, message; the line with what is meant underlined; the hint."""
    span = diagnostic.span
    place = "" if span is None or not span.file else f"{span.file}:{span.line}:{span.column}: "
    label = f"{_SEVERITY[diagnostic.severity][lang]} {diagnostic.code.id}"
    if colour:
        label = f"{_COLOUR[diagnostic.severity]}{label}{_PLAIN}"
    lines = [f"{printable(place)}{label} {printable(diagnostic.message(lang))}"]
    lines.extend(printable(line) for line in (underlined(span) if span is not None else ()))
    see = "另见" if lang == "zh" else "see"
    lines.extend(f"  {see}: {printable(other.file)}:{other.line}:{other.column}" for other in diagnostic.related)
    hint = diagnostic.hint(lang)
    if hint:
        lines.append(f"  {'建议' if lang == 'zh' else 'hint'}: {printable(hint)}")
    return "\n".join(lines)


def has_colour(stream: TextIO) -> bool:
    """Say whether a stream is a terminal that shows colours, and the user has nothing against them."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def leave(lang: Lang, code: Code, *, suggestion: str | None = None, **args: str) -> NoReturn:
    """Print a diagnostic of the command line and leave with 2.

    Raises:
        typer.Exit: always.
    """
    shown = {name: excerpt(value, LONGEST) for name, value in args.items()}
    print_diagnostics([Diagnostic(code, args=shown, suggestion=suggestion)], lang)
    raise typer.Exit(REFUSED)


def reason_of(problem: OSError) -> str:
    """Return what the operating system says, without the path, which the message has."""
    return problem.strerror or type(problem).__name__
