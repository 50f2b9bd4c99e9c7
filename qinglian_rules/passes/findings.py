"""Where a check puts what it finds; it never stops at the first."""

from __future__ import annotations

from collections.abc import Iterable

from qinglian_rules.diagnostics import Code, Diagnostic, Span
from qinglian_rules.diagnostics.distinct import distinct
from qinglian_rules.passes.type_words import with_chinese


class Findings:
    """Diagnostics in the order in which they are found."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def report(
        self, code: Code, span: Span | None, *, suggestion: str | None = None, related: Iterable[Span] = (), **args: str
    ) -> None:
        """Add one finding; `args` fill the places of the code's message and hint."""
        self.found.append(Diagnostic(code, span, with_chinese(args), suggestion, tuple(related)))

    def has_errors(self) -> bool:
        """Whether an error is among them; warnings do not count."""
        return any(diagnostic.severity == "error" for diagnostic in self.found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """Return what was found by its place in the file, each finding once."""
        return tuple(sorted(distinct(self.found), key=_place))


def _place(diagnostic: Diagnostic) -> tuple[bool, str, int, int]:
    span = diagnostic.span
    return (True, "", 0, 0) if span is None else (False, span.file, span.line, span.column)
