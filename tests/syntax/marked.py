"""Which text a diagnostic underlines: tests name that text, not offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qinglian_rules.diagnostics import Diagnostic, Lang, Span
from qinglian_rules.syntax import RULE_CONDITIONS, Conditions, Mapping, Scalar, Sequence, Value, read_mapping

LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def under(content: str, span: Span | None) -> str:
    """Return the text of `content` that `span` covers; line breaks count as one character."""
    assert span is not None
    lines = content.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    inner = lines[span.line : span.end_line - 1]
    last = lines[span.end_line - 1] if span.end_line <= len(lines) else ""
    return "\n".join([lines[span.line - 1][span.column - 1 :], *inner, last[: span.end_column - 1]])


def marked(content: str, diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """Return code and underlined text of each diagnostic, after a look at its words in both languages."""
    found = tuple(diagnostics)
    for diagnostic in found:
        assert_told(diagnostic)
    return [(diagnostic.code.id, under(content, diagnostic.span)) for diagnostic in found]


def assert_told(diagnostic: Diagnostic) -> None:
    """Check that no place of the message or of the hint is left open."""
    for lang in LANGUAGES:
        assert not re.search(r"\{[a-z_]+\}", f"{diagnostic.message(lang)} {diagnostic.hint(lang)}"), diagnostic


def plain(value: Value | None) -> object:
    """Return a surface value as lists, dictionaries and strings."""
    if isinstance(value, Mapping):
        return {entry.key.text: plain(entry.value) for entry in value.entries}
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return None if value is None else value.text


def read(content: str, conditions: Conditions = RULE_CONDITIONS) -> dict[str, object]:
    """Read a mapping that must be without mistakes."""
    mapping, found = read_mapping("x.yaml", content, conditions)
    assert marked(content, found) == []
    result = plain(mapping)
    assert isinstance(result, dict)
    return result


def mistakes(content: str, conditions: Conditions = RULE_CONDITIONS) -> list[tuple[str, str]]:
    """Return code and underlined text of every mistake in a mapping."""
    return marked(content, read_mapping("x.yaml", content, conditions)[1])


def scalar(content: str, *path: str | int) -> Scalar:
    """Return the scalar at a path of keys and indexes."""
    value: Value | None = read_mapping("x.yaml", content, RULE_CONDITIONS)[0]
    for step in path:
        if isinstance(step, int):
            assert isinstance(value, Sequence)
            value = value.items[step]
        else:
            assert isinstance(value, Mapping)
            value = value.get(step)
    assert isinstance(value, Scalar)
    return value
