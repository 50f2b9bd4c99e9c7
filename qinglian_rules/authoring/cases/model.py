"""A case of a rule or definition: the facts, when they are judged, and what must come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from qinglian_rules.diagnostics import NOWHERE, Span
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Definition, Item, Rule

Expect = Literal["compliant", "violated", "undetermined", "pending", "not_applicable", "concluded", "not_concluded"]
"""What must come out: the status of a rule's decision, or whether a definition concludes."""

RULE_GROUPS: tuple[Expect, ...] = ("compliant", "violated", "pending", "undetermined", "not_applicable")
DEFINITION_GROUPS: tuple[Expect, ...] = ("concluded", "not_concluded", "undetermined")

Norm = Rule | Definition


@dataclass(frozen=True, slots=True)
class FactName:
    """A fact by type and key, as cases write it: `RepVisit V-1`."""

    type: str
    key: str

    def __str__(self) -> str:
        return f"{self.type} {self.key}"


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out of a case.

    `failed` are all names that must fail and `missing` is all that must be missing, in any order. None: not asked.
    `concluded` are fields of derived facts, by fact; MISSING stands for a value that must be unknown.
    """

    status: Expect
    failed: tuple[str, ...] | None = None
    missing: tuple[str, ...] | None = None
    concluded: tuple[tuple[FactName, Mapping[str, Any]], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One case, ready to be judged.

    Attributes:
        norm: the full id of the rule or definition.
        facts: everything that is handed over, with what is stated complete and the parameters' values.
        period: the period under review; None: the calendar year up to `as_of`.
        of: the subject; None where the only one of its type is meant.
        standard: whether it was generated and stands in no file.
    """

    norm: str
    title: str
    expected: Expected
    facts: tuple[Fact, ...]
    as_of: date
    period: DateSpan | None = None
    of: FactName | None = None
    standard: bool = False
    span: Span = field(default=NOWHERE, compare=False)

    @property
    def expect(self) -> Expect:
        """The status that must come out, or whether the definition concludes."""
        return self.expected.status


def norms_in(item: Item) -> tuple[Norm, ...]:
    """Return the rules and then the definitions of an item."""
    return (*item.rules, *item.definitions)
