"""What a run over outside data does: read by a mapping, judge, and say what came out."""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import qinglian_rules as ql
from qinglian_rules.decisions.model import STATUS_ZH, STATUSES, Report
from qinglian_rules.facts.base import Fact
from qinglian_rules.inputs import Input, load_mapping, read_facts
from qinglian_rules.ir.rules import Bound
from qinglian_rules.reports.missing import word_missing

MOST = 8


@dataclass(frozen=True, slots=True)
class Run:
    """What one run read, judged and took."""

    given: Input
    report: Report
    seconds: float

    def facts(self, kind: type[Fact]) -> list[Fact]:
        """The facts of one type that were read, in their order."""
        return [fact for fact in self.given.facts if type(fact) is kind]

    def statuses(self, rule: str) -> Counter[str]:
        """How often a rule came out in which way."""
        return Counter(one.status for one in self.report.decisions if one.rule.id == rule)


def read(mapping: Path, copies: Callable[[Path], Sequence[Path]]) -> Input:
    """Read the tables that `copies` writes into a folder of its own, by a mapping.

    Raises:
        ValueError: the mapping has a mistake.
    """
    read_mapping, mistakes = load_mapping(mapping)
    if read_mapping is None:
        raise ValueError("; ".join(mistake.message("en") for mistake in mistakes))
    with tempfile.TemporaryDirectory() as folder:
        return read_facts(copies(Path(folder)), mapping=read_mapping)


def judge(given: Input, policy: ql.Policy, first: date, last: date) -> Run:
    """Judge what was read, for the days from `first` to `last`, as of the last."""
    started = time.perf_counter()
    report = policy.check(given.facts, as_of=last, period=(first, last))
    return Run(given, report, time.perf_counter() - started)


def in_force_on(policy: ql.Policy, first: date) -> ql.Policy:
    """Return the policy as if all its documents had been in force from `first` on, without an end.

    What happened before a document was issued is none of its business. So the days of force move here, in the open,
    and neither facts nor rules are touched.
    """
    documents = [replace(one, force_from=Bound(first, first), force_to=None) for one in policy.documents]
    return replace(policy, documents=tuple(documents))


def by_rule(report: Report, subject: str) -> Iterable[str]:
    """Yield a table: a row for each rule that judges facts of one type, a column for each status."""
    judged = [one for one in report.decisions if one.subject.type == subject and one.overshadowed_by is None]
    counts = Counter((one.rule.id, one.status) for one in judged)
    titles = {one.rule.id: one.rule.title for one in judged}
    yield "  ".join(f"{STATUS_ZH[status]:>5}" for status in STATUSES) + "  规则"
    for rule, title in titles.items():
        yield "  ".join(f"{counts[rule, status]:>7}" for status in STATUSES) + f"  {title}（{rule}）"


def lacking(report: Report, subject: str) -> Iterable[str]:
    """Yield what undetermined decisions about one type hang on most often."""
    missing = Counter(name for one in report.undetermined if one.subject.type == subject for name in one.missing)
    if missing:
        yield "待查明缺少（涉及的判定数）："
    yield from (f"  {count:>7}  {word_missing(name, report, 'zh')}" for name, count in missing.most_common(MOST))


def script(usage: str | None, run: Callable[[Path], Run], lines: Callable[[Run], Iterable[str]]) -> int:
    """Run on the folder of the command line and print; 0 whatever was found, 1 where there is nothing to run on."""
    if len(sys.argv) != 2:
        print(usage, file=sys.stderr)
        return 1
    try:
        done = run(Path(sys.argv[1]))
    except (FileNotFoundError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    for line in lines(done):
        print(line)
    return 0
