"""What no case reaches: statuses, failing conditions and conclusions that a norm can have and no case shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from qinglian_rules.authoring.cases.model import DEFINITION_GROUPS, Case, Expect, Norm
from qinglian_rules.authoring.cases.outcomes import GROUP_ZH, Outcome
from qinglian_rules.diagnostics import Lang, Span
from qinglian_rules.diagnostics.model import Text
from qinglian_rules.ir.rules import Definition


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a rule or definition can come to and no case shows."""

    norm: str
    what: Text
    span: Span = field(compare=False)

    def describe(self, lang: Lang = "zh") -> str:
        """Return the rule's id and what is not shown."""
        return f"{self.norm}  {self.what.render(lang)}"


@dataclass(slots=True)
class Reached:
    """What the cases of one rule or definition show, and how many of them are written and generated."""

    statuses: set[Expect] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    written: int = 0
    standard: int = 0

    def add(self, case: Case, found: Outcome) -> None:
        """Take note of what came out of one more case."""
        if found.status is not None:
            self.statuses.add(found.status)
        self.failed.update(found.failed)
        if case.standard:
            self.standard += 1
        else:
            self.written += 1


def possible(norm: Norm) -> tuple[Expect, ...]:
    """Return what a rule or definition can come to, by its form.

    A permission cannot be violated, awaited or left open: it is used or does not apply (LANGUAGE 4.5). Without a due
    nothing is pending; a period's end is one, except for a prohibition.
    """
    if isinstance(norm, Definition):
        return DEFINITION_GROUPS
    if norm.kind == "permission":
        return ("compliant", "not_applicable")
    has_due = norm.due is not None or (norm.every is not None and norm.form != "forbid")
    return ("compliant", "violated", *(("pending",) if has_due else ()), "undetermined", "not_applicable")


def gaps(norm: Norm, reached: Reached) -> Iterator[Gap]:
    """Yield what the cases of a rule or definition do not show; one thing where there is nothing at all."""
    if not reached.statuses:
        yield Gap(norm.id, Text("没有通过的用例", "no case of it passes"), norm.span)
        return
    for status in possible(norm):
        if status not in reached.statuses:
            what = Text(f"没有“{GROUP_ZH[status]}”的用例", f"no case is {status}")
            yield Gap(norm.id, what, norm.span)
    for name in _names(norm):
        if name not in reached.failed:
            what = Text(f"没有用例使条件“{name}”不成立", f"the condition `{name}` fails in no case")
            yield Gap(norm.id, what, norm.span)


def _names(norm: Norm) -> Iterable[str]:
    """The named conditions that can be found failing: those of a permission are never violated."""
    if isinstance(norm, Definition) or norm.kind == "permission":
        return ()
    return [condition.name for condition in norm.conditions if condition.name]
