"""Read figures that Chinese hospitals published, and judge one red packet by the limits of each.

    python examples/cn-parameters/run.py FOLDER

FOLDER holds bulletins.csv and parameters.csv. Nothing is kept; the data stay where they are.
"""

from __future__ import annotations

import re
import sys
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

# What the examples share stands beside this folder.
sys.path.append(str(Path(__file__).parents[1]))

from outside.running import Run, by_rule, in_force_on, judge, lacking, read, script
from outside.tables import Cells, copy_table, count_by

import qinglian_rules as ql
from qinglian_rules.decisions.model import STATUS_ZH
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.benefits import Benefit, BenefitSurrender
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.people import Hospital, Person
from qinglian_rules.facts.prescribing import QualityIndicator
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.inputs import Input

MAPPING = Path(__file__).parent / "mapping.yaml"
SURRENDER = "gx-2021/3.2.2/unavoidable-red-packet-surrendered"
MONTH = re.compile(r"(\d{4})-(\d{2})")
UNITS = {
    "hours": " hours",
    "days": " days",
    "percent": "%",
    "percent of discharged records": "%",
    "per mille": "/1000",
}
"""What may stand behind a number in a parameter. Working days may not: which those are depends on the day."""
FIRST, LAST = date(2018, 10, 1), date(2018, 12, 31)
TAKEN, JUDGED = date(2023, 3, 1), date(2023, 12, 31)


def with_limit(cells: Cells) -> Cells:
    """Return a published parameter with `limit`, its value and unit as parameters are written; empty where none can."""
    unit = UNITS.get(cells["unit"])
    return cells | {"limit": "" if unit is None else cells["value"] + unit}


def with_days(cells: Cells) -> Cells:
    """Return a bulletin with the first and the last day of its month; both empty where it names no month."""
    month = MONTH.fullmatch(cells["period"])
    if month is None:
        return cells | {"from": "", "to": ""}
    year, number = int(month[1]), int(month[2])
    last = date(year, number, monthrange(year, number)[1])
    return cells | {"from": last.replace(day=1).isoformat(), "to": last.isoformat()}


def read_figures(folder: Path) -> Input:
    """Read bulletins and parameters of a folder.

    Raises:
        FileNotFoundError: a table is not there.
    """
    return read(
        MAPPING,
        lambda to: [
            copy_table(folder / "bulletins.csv", to, with_days),
            copy_table(folder / "parameters.csv", to, with_limit),
        ],
    )


def run(folder: Path) -> Run:
    """Read the figures of a folder and judge the bulletins by gx-2023, as if in force when the first came out.

    Raises:
        FileNotFoundError: a table is not there.
    """
    return judge(read_figures(folder), in_force_on(ql.load("gx-2023"), FIRST), FIRST, LAST)


def red_packets(given: Input, days: int) -> Run:
    """Judge an invented red packet in each hospital, handed in so many days after it was taken.

    Nothing moves here: gx-2021 is in force on the day.
    """
    hospitals = [one.id for one in given.facts if isinstance(one, Hospital)]
    invented = [fact for hospital in hospitals for fact in _packet(hospital, days)]
    stated = Complete(type="BenefitSurrender", end=JUDGED)
    return judge(replace(given, facts=(*given.facts, *invented, stated)), ql.load("gx-2021"), TAKEN, JUDGED)


def _packet(hospital: str, days: int) -> Iterable[Fact]:
    doctor, packet = f"P/{hospital}", f"B/{hospital}"
    yield Person(id=doctor, body=hospital, is_medical_staff=True)
    yield Benefit(
        id=packet,
        body=hospital,
        taken=TAKEN,
        form="礼金",
        receiver=doctor,
        accepted=True,
        giver_kind="患者",
        care_stage="诊疗过程中",
        could_not_refuse=True,
    )
    handed_in = TAKEN + timedelta(days=days)
    yield BenefitSurrender(id=f"S/{hospital}", body=hospital, benefit=packet, person=doctor, surrendered=handed_in)


def by_hospital(done: Run) -> dict[str, str]:
    """Return how the red packet of each hospital came out."""
    return {one.subject.id: one.status for one in done.report.decisions if one.rule.id == SURRENDER}


def lines(done: Run) -> Iterable[str]:
    """Yield what a person should know about a run."""
    indicators = [fact for fact in done.given.facts if isinstance(fact, QualityIndicator)]
    dated = sum(isinstance(one.period, DateSpan) for one in indicators)
    limits = [fact for fact in done.given.facts if isinstance(fact, ParameterValue)]
    refused = len(done.given.refused)
    yield f"质量指标 {len(indicators)} 个（写明月份的 {dated} 个），参数取值 {len(limits)} 个，未读入 {refused} 行"
    yield f"指标：{count_by(one.metric for one in indicators)}"
    yield "参数：" + "；".join(
        f"{one.parameter} = {one.value if isinstance(one.value, str) else '未知'}" for one in limits
    )
    yield ""
    yield f"公布的用药指标，按 gx-2023 三（十），假定其在 {FIRST} 至 {LAST} 施行并为各医院采用："
    yield from by_rule(done.report, "IndicatorProblem")
    yield from lacking(done.report, "IndicatorProblem")
    yield ""
    yield "同一个“红包”，收下两天以后上缴，按各医院自己公布的时限（样例“红包”，gx-2021）："
    for packet, status in by_hospital(red_packets(done.given, 2)).items():
        yield f"  {STATUS_ZH[status]}  {packet.removeprefix('B/')}"
    yield ""
    yield from _WHY


_WHY = (
    "24小时的已经晚了，3天的没有晚。2个工作日不是一段固定的时间，参数装不下，和没有公布时限的一样是待查明。",
    "使用强度 39.74 是否有问题，要看这家医院的目标值和床日数，公告没有写，所以待查明；别处的 40 不是它的目标值。",
    "24 hours are over, 3 days are not; 2 working days are no fixed span, so no limit is set, as where none is",
    "published. Whether an intensity of 39.74 is a problem hangs on the hospital's own target and its patient-days.",
)


if __name__ == "__main__":
    sys.exit(script(__doc__, run, lines))
