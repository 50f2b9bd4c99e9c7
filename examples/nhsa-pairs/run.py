"""Try the official pairs of items that must not be charged together on invented bills, by gx-2023.

    python examples/nhsa-pairs/run.py FOLDER

FOLDER holds knowledge_points.csv. Nothing is kept; the data stay where they are.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

# What the examples share stands beside this folder, and the bills in it.
sys.path.extend([str(Path(__file__).parent), str(Path(__file__).parents[1])])

from bills import bills, dated
from outside.running import Run, judge, read, script
from outside.tables import Cells, copy_table

import qinglian_rules as ql
from qinglian_rules.decisions.model import STATUS_ZH
from qinglian_rules.facts.billing import BillingLine, ChargePair
from qinglian_rules.inputs import Input

MAPPING = Path(__file__).parent / "mapping.yaml"
POLICY = "gx-2023"
RULE = "gx-2023/3.11/no-pair-charged-together"
FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)


def ready(cells: Cells) -> Cells:
    """Return a knowledge point with the first and the second of its item codes in columns of their own."""
    first, _, rest = cells["item_codes"].partition("|")
    return cells | {"first code": first, "second code": rest.partition("|")[0]}


def read_pairs(folder: Path) -> Input:
    """Read the pairs of a folder.

    Raises:
        FileNotFoundError: knowledge_points.csv is not there.
    """
    return read(MAPPING, lambda to: [copy_table(folder / "knowledge_points.csv", to, ready)])


def run(folder: Path, first: date | None = FIRST) -> Run:
    """Judge four bills for each pair of a folder.

    Args:
        first: the day from which the hospital goes by the pairs; None: as they were published, without a day.

    Raises:
        FileNotFoundError: knowledge_points.csv is not there.
    """
    given = read_pairs(folder)
    pairs = [fact for fact in given.facts if isinstance(fact, ChargePair)]
    told = pairs if first is None else dated(pairs, first)
    return judge(replace(given, facts=(*told, *bills(pairs))), ql.load(POLICY), FIRST, LAST)


def by_way(done: Run) -> dict[str, Counter[str]]:
    """Return how the second items of the bills came out, by the way in which they were charged."""
    ways: dict[str, Counter[str]] = {}
    for one in done.report.decisions:
        _, _, way = one.subject.id.partition("/")
        if one.rule.id == RULE and way and "/" not in way:
            ways.setdefault(way, Counter())[one.status] += 1
    return ways


def lines(done: Run) -> Iterable[str]:
    """Yield what a person should know about a run."""
    pairs, charged = done.facts(ChargePair), done.facts(BillingLine)
    refused = len(done.given.refused)
    yield f"不得同收项目 {len(pairs)} 对，未读入 {refused} 行"
    yield f"样例费用明细 {len(charged)} 行，判定用时 {done.seconds:.1f} 秒"
    yield f"判定：{RULE}，假定医院自 {FIRST} 起按这张表执行"
    for way, statuses in by_way(done).items():
        yield f"  {way}：{'、'.join(f'{STATUS_ZH[status]} {count}' for status, count in statuses.items())}"
    yield "同日两项都收的，违反记在项目乙上；隔日、分在两次诊疗、甲项已冲销的，都不算。"
    yield "A pair charged on one day is found, on its second item; on two days, in two visits, or reversed, it is not."


if __name__ == "__main__":
    sys.exit(script(__doc__, run, lines))
