"""How time is measured: two things in turn, many times over, and the median of the ratios of neighbours.

Time is that of the processor in this process, so that what else runs on the machine counts little. As with `timeit`,
garbage is not collected meanwhile.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import process_time

ROUNDS = 61
SECONDS_A_SAMPLE = 0.004


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report.

    `value` is a ratio, a number of microseconds or of milliseconds, or a count, as `unit` says; `limit` is what it must
    not exceed, where there is a promise.
    """

    name: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool | None:
        """Whether the promise is kept; None where there is none."""
        return None if self.limit is None else self.value <= self.limit


def compared(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float, float]:
    """Return the ratio of ours to theirs, and the microseconds of a call of each.

    Both are called in turn, so that whatever else the machine does falls on both.
    """
    calls = [_calls_a_sample(call) for call in (ours, theirs)]
    times: tuple[list[float], list[float]] = ([], [])
    with _without_collection():
        for _ in range(ROUNDS):
            for index, call in enumerate((ours, theirs)):
                times[index].append(_sample(call, calls[index]))
    ratio = median(one / other for one, other in zip(*times, strict=True))
    return ratio, median(times[0]) * 1e6, median(times[1]) * 1e6


def compared_slowly(
    ours: Callable[[], object], theirs: Callable[[], object], times: int = 5
) -> tuple[float, float, float]:
    """Return the ratio of two slow things, called in turn, and the seconds of a call of each."""
    pairs = [(seconds(ours, 1), seconds(theirs, 1)) for _ in range(times)]
    return median(one / other for one, other in pairs), median(p[0] for p in pairs), median(p[1] for p in pairs)


def seconds(call: Callable[[], object], times: int = 5) -> float:
    """Return the median of a few runs of something slow, in seconds."""
    found = []
    for _ in range(times):
        with _without_collection():
            found.append(_sample(call, 1))
    return median(found)


@contextmanager
def _without_collection() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _calls_a_sample(call: Callable[[], object]) -> int:
    for _ in range(200):
        call()
    return max(1, int(SECONDS_A_SAMPLE / _sample(call, 100)))


def _sample(call: Callable[[], object], calls: int) -> float:
    start = process_time()
    for _ in range(calls):
        call()
    return (process_time() - start) / calls
