"""Loading: reading, checking and compiling rules must not take longer for a rule the more rules there are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.documents import document_of, with_others
from benchmarks.measuring import Result, seconds
from benchmarks.visits import OTHER
from qinglian_rules.backends.python import Program
from qinglian_rules.ir.rules import Document

SIZES = (100, 1_000, 10_000)


def measured() -> Iterator[Result]:
    """Yield the time for each rule, by the number of rules: read and checked, then compiled."""
    read: list[float] = []
    compiled: list[float] = []
    for size in SIZES:
        blocks = [OTHER.replace("id: intruder", f"id: intruder-{number}") for number in range(size)]
        times = 5 if size < SIZES[-1] else 1
        read.append(seconds(partial(document_of, blocks), times) / size * 1e3)
        yield Result(f"reading and checking {size:,} rules: for each", read[-1], "ms")
        document = document_of(blocks[:1])
        document = with_others(document, size - 1, OTHER)
        compiled.append(seconds(partial(_compiled, document), times) / size * 1e3)
        yield Result(f"compiling {size:,} rules of one type: for each", compiled[-1], "ms")
    yield Result("reading and checking 10,000 rules to 100: for each", read[-1] / read[0], "ratio", 2.0)
    yield Result("compiling 10,000 rules to 100: for each", compiled[-1] / compiled[0], "ratio", 2.0)


def _compiled(document: Document) -> None:
    Program((document,)).unit("Intrusion")
