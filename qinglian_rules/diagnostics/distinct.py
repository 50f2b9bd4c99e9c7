"""Each finding once, in time linear in their number: a file may hold thousands of mistakes."""

from __future__ import annotations

from collections.abc import Iterable

from qinglian_rules.diagnostics.model import Diagnostic


def distinct(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics, each that equals an earlier one left out."""
    found: dict[tuple[object, ...], Diagnostic] = {}
    for one in diagnostics:
        key = (one.code.id, one.span, tuple(sorted(one.args.items())), one.suggestion, one.related)
        found.setdefault(key, one)
    return tuple(found.values())
