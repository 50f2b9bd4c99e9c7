"""What a back end says of one rule, one subject, one period: the table of LANGUAGE 4.5."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from qinglian_rules.backends.concluded import AnyFact
from qinglian_rules.backends.kleene import Unknown, causes_of
from qinglian_rules.backends.occasions import Occasion
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.rules import Rule

Status = Literal["not_applicable", "compliant", "pending", "undetermined", "violated"]

NUMBERED: Final[tuple[Status, ...]] = ("compliant", "not_applicable", "pending", "undetermined", "violated")
"""The statuses by the numbers that stand for them; from `FIRST_OPEN` on something is left to be done or found out."""

FIRST_OPEN: Final = NUMBERED.index("pending")

STATUS_BITS: Final = 3
STATUS: Final = (1 << STATUS_BITS) - 1
"""The bits of a code that hold the number of a status."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one occasion of a rule.

    `failed`: names of the conditions that failed, of a violation. `missing`: what an undetermined verdict hangs on.
    `running`: compliant so far, in a period that has not ended.
    """

    rule: Rule
    occasion: Occasion
    status: Status
    failed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    running: bool = False

    @property
    def fact(self) -> AnyFact:
        """The subject."""
        return self.occasion.fact

    @property
    def period(self) -> DateSpan | None:
        """The period judged, if the rule has a rhythm."""
        return self.occasion.period


@dataclass(frozen=True, slots=True)
class Batch:
    """Verdicts of which nothing but the statuses is known yet: most of them nobody reads.

    Args:
        codes: a number for each verdict; its lowest bits, `STATUS`, hold the number of the status.
        make: gives the verdict in a place.
    """

    codes: Sequence[int]
    make: Callable[[int], Verdict]

    def __iter__(self) -> Iterator[Verdict]:
        return map(self.make, range(len(self.codes)))


def batch_of(verdicts: Iterable[Verdict]) -> Batch:
    """Return verdicts that are made as a batch."""
    made = list(verdicts)
    return Batch([NUMBERED.index(verdict.status) for verdict in made], made.__getitem__)


def status_of(*, permission: bool, applies: Any, holds: Any, past_due: Any, has_due: bool, denied: bool) -> Status:
    """Return the status, read from the top of the table.

    Args:
        permission: what it permits cannot be violated.
        applies: True, False or Unknown; so `holds`, and `past_due` (True where there is no due).
        has_due: whether there is a due at all.
        denied: a person's finding says no; that is not excused by a due.
    """
    if applies is False or (permission and holds is not True):
        return "not_applicable"
    if holds is True:
        return "compliant"
    if has_due and past_due is False and not denied:
        return "pending"
    # A finding that denies needs no due to be past.
    known = [applies, holds] if denied else [applies, holds, past_due]
    return "undetermined" if any(isinstance(value, Unknown) for value in known) else "violated"


def missing_of(*values: Any) -> tuple[str, ...]:
    """Return what the unknown ones among `values` hang on, sorted."""
    return tuple(sorted(causes_of(values)))
