"""Judge the claims of the Synthea patient generator by what two documents say of charges, as if adopted.

    python examples/synthea-claims/run.py FOLDER

FOLDER holds claims_transactions.csv and encounters.csv. Nothing is kept; the data stay where they are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

# What the examples share stands beside this folder.
sys.path.append(str(Path(__file__).parents[1]))

from outside.running import Run, by_rule, judge, lacking, read, script
from outside.tables import copy_table, count_by, days_of

import qinglian_rules as ql
from qinglian_rules.facts.billing import BillingLine
from qinglian_rules.facts.care import CareEpisode
from qinglian_rules.inputs import Input

MAPPING = Path(__file__).parent / "mapping.yaml"
POLICIES = ("gx-2022", "gx-2023")
FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)
"""gx-2023 is of the calendar year 2023, and so is a part of the claims: no day of force has to move."""


def read_claims(folder: Path) -> Input:
    """Read charges and encounters of a folder.

    Raises:
        FileNotFoundError: a table is not there.
    """
    return read(
        MAPPING,
        lambda to: [
            copy_table(folder / "claims_transactions.csv", to, dict[str, str]),
            copy_table(folder / "encounters.csv", to, days_of("START", "STOP")),
        ],
    )


def run(folder: Path) -> Run:
    """Read the claims of a folder and judge those of 2023.

    Raises:
        FileNotFoundError: a table is not there.
    """
    return judge(read_claims(folder), ql.load(*POLICIES), FIRST, LAST)


def lines(done: Run) -> Iterable[str]:
    """Yield what a person should know about a run."""
    bill = done.facts(BillingLine)
    stays = [fact for fact in done.given.facts if isinstance(fact, CareEpisode)]
    refused = len(done.given.refused)
    yield f"费用明细 {len(bill)} 行，诊疗经过 {len(stays)} 次，未读入 {refused} 行，判定用时 {done.seconds:.1f} 秒"
    yield f"就诊类型：{count_by(one.episode for one in stays)}"
    yield f"判定：{'、'.join(POLICIES)}，各机构假定采用；只判 {FIRST} 至 {LAST} 的"
    for subject, title in (("BillingLine", "费用明细"), ("CareEpisode", "诊疗经过")):
        yield ""
        yield f"{title}："
        yield from by_rule(done.report, subject)
        yield from lacking(done.report, subject)
    yield ""
    yield from _WHY


_WHY = (
    "为什么都待查明：每一行都没有看出违反，但医院的价格项目表、服务记录、执业证书、医保目录都没有交来，所以也不能说合规。",
    "付款和转账不是收费，没有读成费用明细；金额等于单价乘数量，超标准收费的这一半没有问题，最高价格无从知道。",
    "Why nothing is settled: no line shows a violation, and none can be called compliant without the price list, the",
    "records of services, licences, the insurance catalogue. Payments and transfers are no charges and were not read.",
)


if __name__ == "__main__":
    sys.exit(script(__doc__, run, lines))
