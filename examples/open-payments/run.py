"""Judge public Open Payments rows by gx-2021, as if a hospital had adopted it: what is found, and what is left open.

    python examples/open-payments/run.py FOLDER

FOLDER holds one or more CSV files of general payments. Nothing is written; the data stay where they are.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import qinglian_rules as ql
from qinglian_rules.decisions.model import STATUS_ZH, STATUSES, Report
from qinglian_rules.facts.benefits import Benefit
from qinglian_rules.inputs import Input, load_mapping, read_facts
from qinglian_rules.ir.rules import Bound
from qinglian_rules.reports.missing import word_missing

MAPPING = Path(__file__).parent / "mapping.yaml"
POLICY = "gx-2021"
MOST = 8


@dataclass(frozen=True, slots=True)
class Run:
    """What one run read, judged and took."""

    given: Input
    report: Report
    seconds: float

    @property
    def benefits(self) -> list[Benefit]:
        """The payments, as facts."""
        return [fact for fact in self.given.facts if isinstance(fact, Benefit)]


def run(folder: Path) -> Run:
    """Read all payments in a folder and judge them.

    Raises:
        FileNotFoundError: the folder holds no CSV file.
        ValueError: the mapping has a mistake.
    """
    started = time.perf_counter()
    given = read(folder)
    days = [fact.taken for fact in given.facts if isinstance(fact, Benefit) and isinstance(fact.taken, date)]
    first, last = min(days, default=date(2013, 1, 1)), max(days, default=date(2013, 12, 31))
    report = in_force_on(ql.load(POLICY), first, last).check(given.facts, as_of=last, period=(first, last))
    return Run(given, report, time.perf_counter() - started)


def read(folder: Path) -> Input:
    """Read all CSV files of a folder by the mapping."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise FileNotFoundError(f"no CSV file in {folder}")
    mapping, mistakes = load_mapping(MAPPING)
    if mapping is None:
        raise ValueError("; ".join(mistake.message("en") for mistake in mistakes))
    return read_facts(files, mapping=mapping)


def in_force_on(policy: ql.Policy, first: date, last: date) -> ql.Policy:
    """Return the policy as if it had been in force on all days from `first` to `last`.

    The plan is in force from 2021-09-27 to 2024-12-31; payments of other years would be none of its business. So the
    days of force move here, in the open, and neither the payments nor the rules are touched.
    """
    documents = [replace(one, force_from=_sooner(one.force_from, first), force_to=None) for one in policy.documents]
    return replace(policy, documents=tuple(documents))


def _sooner(bound: Bound, day: date) -> Bound:
    return bound if bound.latest <= day else Bound(day, day)


def lines(done: Run) -> Iterable[str]:
    """Yield what a person should know about a run."""
    kinds = Counter(str(fact.form) if isinstance(fact.form, str) else "未知" for fact in done.benefits)
    yield f"读入 {len(done.benefits)} 笔利益往来，未读入 {len(done.given.refused)} 行，用时 {done.seconds:.1f} 秒"
    yield f"形式：{'、'.join(f'{form} {count}' for form, count in kinds.most_common())}"
    yield f"判定：{POLICY}，假定其在 {done.report.period.start} 至 {done.report.period.end} 施行并为医院所采用"
    yield ""
    yield from _by_rule(done.report)
    yield ""
    yield "待查明缺少（涉及的判定数）："
    lacking = Counter(name for one in done.report.undetermined if one.subject.type == "Benefit" for name in one.missing)
    yield from (f"  {count:>7}  {word_missing(name, done.report, 'zh')}" for name, count in lacking.most_common(MOST))
    yield ""
    yield from _WHY


_WHY = (
    "为什么这么多待查明：来源只说谁给了谁多少、什么性质，没有说换取什么行为；一顿饭是否影响医疗行为公正性，",
    "只能由人认定，机器不替人下结论。来源里有这笔钱，不等于违反；没有人认定，也不等于合规。",
    "金额是美元，按原币登记（外币金额、币种），没有折算，人民币金额为未知。",
    "Why so much is undetermined: the source says who gave what to whom, not what for; whether a meal affects the",
    "impartiality of care is a person's finding. A payment is not a violation for being listed, nor is it compliant",
    "for nobody having judged it. Amounts are dollars, recorded as such; the amount in yuan is unknown.",
)


def _by_rule(report: Report) -> Iterable[str]:
    """Yield a table: a row for each rule that judges payments, a column for each status."""
    judged = [one for one in report.decisions if one.subject.type == "Benefit" and one.overshadowed_by is None]
    counts = Counter((one.rule.id, one.status) for one in judged)
    titles = {one.rule.id: one.rule.title for one in judged}
    yield "  ".join(f"{STATUS_ZH[status]:>5}" for status in STATUSES) + "  规则"
    for rule, title in titles.items():
        yield "  ".join(f"{counts[rule, status]:>7}" for status in STATUSES) + f"  {title}（{rule}）"
    others = Counter(one.status for one in report.decisions if one.subject.type != "Benefit")
    told = "、".join(f"{STATUS_ZH[status]} {others[status]}" for status in STATUSES if others[status])
    yield f"（医院自己的义务没有交来任何资料：{told}）"


def main() -> int:
    """Run, and say what came out; 0 whatever was found, 1 where there is nothing to run on."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 1
    try:
        done = run(Path(sys.argv[1]))
    except (FileNotFoundError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    for line in lines(done):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
