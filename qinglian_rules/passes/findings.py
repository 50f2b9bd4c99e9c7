"""Where a check puts what it finds; it never stops at the first."""

from __future__ import annotations

from collections.abc import Iterable

from qinglian_rules.diagnostics import Code, Diagnostic, Span


class Findings:
    """Diagnostics in the order in which they are found, each once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Span | None, tuple[tuple[str, str], ...]], Diagnostic] = {}

    def report(
        self, code: Code, span: Span | None, *, suggestion: str | None = None, related: Iterable[Span] = (), **args: str
    ) -> None:
        """Add one finding; `args` fill the places of the code's message and hint."""
        self.add(Diagnostic(code, span, args, suggestion, tuple(related)))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add one finding, unless the same one is there."""
        key = (diagnostic.code.id, diagnostic.span, tuple(sorted(diagnostic.args.items())))
        self._found.setdefault(key, diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add several findings."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def __len__(self) -> int:
        return len(self._found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """Return all findings by their place in the file."""
        return tuple(sorted(self._found.values(), key=_place))


def _place(diagnostic: Diagnostic) -> tuple[bool, str, int, int]:
    span = diagnostic.span
    return (True, "", 0, 0) if span is None else (False, span.file, span.line, span.column)
