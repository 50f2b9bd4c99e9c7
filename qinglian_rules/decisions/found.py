"""All decisions of a check. What is compliant or does not apply is counted, and made when somebody reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from qinglian_rules.backends.verdicts import FIRST_OPEN, NUMBERED, STATUS, Batch, Status
from qinglian_rules.backends.world import World
from qinglian_rules.decisions.model import Decision
from qinglian_rules.decisions.shown import overshadow


class Found:
    """Decisions in the order of the documents' texts.

    Most are compliant or do not apply, and few ask for those: they are objects only from when they are read.

    Args:
        batches: the verdicts, in that order.
        world: the facts as the judgement saw them.
    """

    def __init__(self, batches: Iterable[Batch], world: World) -> None:
        self._batches = tuple(batches)
        self._world = world

    @cached_property
    def all(self) -> tuple[Decision, ...]:
        """Every decision."""
        return tuple(self._each())

    @cached_property
    def shown(self) -> Mapping[Status, tuple[Decision, ...]]:
        """By status, what is not done, not known or violated, and not shown in another decision's place."""
        groups: dict[Status, list[Decision]] = {status: [] for status in NUMBERED[FIRST_OPEN:]}
        for decision in self._open:
            if decision.overshadowed_by is None:
                groups[decision.status].append(decision)
        return {status: tuple(group) for status, group in groups.items()}

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        """How many decisions of each status are shown."""
        codes: Counter[int] = Counter()
        for batch in self._batches:
            codes.update(batch.codes)
        found = dict.fromkeys(NUMBERED, 0)
        for code, count in codes.items():
            found[NUMBERED[code & STATUS]] += count
        return found | {status: len(decisions) for status, decisions in self.shown.items()}

    @cached_property
    def _open(self) -> tuple[Decision, ...]:
        return overshadow(
            Decision(batch.make(place), self._world) for batch in self._batches for place in _open_places(batch)
        )

    def _each(self) -> Iterator[Decision]:
        remaining = iter(self._open)
        for batch in self._batches:
            for place, code in enumerate(batch.codes):
                is_open = code & STATUS >= FIRST_OPEN
                yield next(remaining) if is_open else Decision(batch.make(place), self._world)


def _open_places(batch: Batch) -> Iterable[int]:
    codes = batch.codes
    if not codes or max(codes) < FIRST_OPEN:
        return ()
    return [place for place, code in enumerate(codes) if code & STATUS >= FIRST_OPEN]
