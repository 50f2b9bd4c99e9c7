"""One thing written differently, or taken out, and the decisions that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from made.book import Book, Period, Plan, Status

from hospital.ordinary.bodies import HOSPITAL
from qinglian_rules.facts.base import Fact

US = ("Hospital", HOSPITAL)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the book; without `values` the fact is taken out."""

    kind: type[Fact]
    key: str
    why: str
    rules: tuple[str, ...]
    subject: tuple[str, str] = US
    period: Period | None = None
    failed: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    status: Status = "violated"

    def make(self, book: Book, plan: Plan) -> None:
        """Change the book, and note what comes out."""
        if self.values:
            book.change(self.kind, self.key, **self.values)
        else:
            book.remove(self.kind, self.key)
        for rule in self.rules:
            plan.expect(self.status, rule, self.subject, self.why, period=self.period, failed=self.failed)


def authority(key: str) -> tuple[str, str]:
    """Return an authority as the subject of a decision."""
    return "HealthAuthority", key
