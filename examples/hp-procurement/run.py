"""Judge the health tenders of an Indian state by what three documents say of purchasing, as if adopted.

    python examples/hp-procurement/run.py FOLDER

FOLDER holds tenders.csv and awards.csv. Nothing is kept; the data stay where they are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

# What the examples share stands beside this folder.
sys.path.append(str(Path(__file__).parents[1]))

from outside.running import Run, by_rule, in_force_on, judge, lacking, read, script
from outside.tables import Cells, copy_table, count_by, days_of

import qinglian_rules as ql
from qinglian_rules.facts.procurement import ProcurementProject

MAPPING = Path(__file__).parent / "mapping.yaml"
POLICIES = ("gx-2022", "ha-2024", "ta-2024")
HEALTH = ("Department of Health and Family Welfare", "Directorate of Medical Education and Research")
DAYS = days_of("tender/datePublished", "tender/awardPeriod/startDate", "award/date")


def kind_of(buyer: str) -> str:
    """Return what a buyer is, by the levels of its name: `hospital`, `authority`, or nothing of either.

    Health has two departments. Under them stand hospitals, each by its medical superintendent (MS) or its college, and
    the health officers of districts (CMO), who buy as authorities, as the directorate itself does.
    """
    first, *_, last = f"{buyer}||{buyer}".split("||")
    if first not in HEALTH:
        return ""
    return "hospital" if last.startswith(("MS ", "Principal ")) or "Medical College" in last else "authority"


def ready(cells: Cells) -> Cells:
    """Return a tender's row with days for times, and with the kind of its buyer."""
    return DAYS(cells) | {"buyer kind": kind_of(cells["buyer/name"])}


def run(folder: Path) -> Run:
    """Read the tenders of a folder and judge them on the days on which they were announced.

    Raises:
        FileNotFoundError: a table is not there.
        ValueError: no tender is of a hospital or a health authority.
    """
    given = read(
        MAPPING,
        lambda to: [
            copy_table(folder / "tenders.csv", to, ready),
            copy_table(folder / "awards.csv", to, dict[str, str]),
        ],
    )
    announced = [fact.announced for fact in given.facts if isinstance(fact, ProcurementProject)]
    days = [day for day in announced if isinstance(day, date)]
    if not days:
        raise ValueError(f"no tender of a hospital or a health authority in {folder}")
    first, last = min(days), max(days)
    return judge(given, in_force_on(ql.load(*POLICIES), first), first, last)


def lines(done: Run) -> Iterable[str]:
    """Yield what a person should know about a run."""
    projects = [fact for fact in done.given.facts if isinstance(fact, ProcurementProject)]
    refused = len(done.given.refused)
    yield f"医院和卫生部门的采购项目 {len(projects)} 个，未读入 {refused} 行，判定用时 {done.seconds:.1f} 秒"
    yield f"采购对象：{count_by(one.object for one in projects)}"
    yield f"采购方式：{count_by(one.method for one in projects)}"
    period = done.report.period
    yield f"判定：{'、'.join(POLICIES)}，假定其在 {period.start} 至 {period.end} 施行并为各采购人所采用"
    yield ""
    yield from by_rule(done.report, "ProcurementProject")
    yield ""
    yield from lacking(done.report, "ProcurementProject")
    yield ""
    yield from _WHY


_WHY = (
    "为什么没有违反：公告只说买什么、多少家投标、哪天授标；谁监督、谁决定、评标的是谁，都没有说。金额是卢比，预算金额（元）为未知。",
    "只有一家投标、投标期短、授标价远高于预算，五份文件没有一句话规定，所以不判；要判，须另有文件。",
    "Why nothing is violated: the notices do not say who supervised, decided or evaluated, and their money is rupees.",
    "Single bidders, short bidding periods, prices far above the estimate: no sentence of the documents names them.",
)


if __name__ == "__main__":
    sys.exit(script(__doc__, run, lines))
