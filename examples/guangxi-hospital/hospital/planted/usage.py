"""Front places in the ranking for which nothing was done, quarters without one, alerts that came late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan, Status
from made.days import quarter
from pydantic import MISSING

from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.usage import MEASURE_FITS, add_alert, add_measure, indicator
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.misconduct import Measure, MeasureKind
from qinglian_rules.facts.prescribing import UsageAlert, UsageIndicator

_DEALT_WITH = "gx-2021/3.3.3/front-ranked-without-reason-dealt-with"
_COMPARED = "gx-2021/3.3.3/compared-within-the-specialty"
_SORTED = "gx-2021/3.3.3/alerts-sorted"
_TIMELY = "gx-2021/3.3.3/alerts-timely"


_SUPPLIES = {"全部耗材", "高值耗材"}


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns rankings and alerts."""
    _measures(book, plan)
    _unreviewed(book, plan)
    _fitting(book, plan)
    _quarters(book, plan)
    _alerts(book, plan)


def _unjustified(book: Book, key: str) -> tuple[str, date]:
    """Write that a place was looked into and has no good reason; return who holds it, and when it was looked into."""
    book.change(UsageIndicator, key, justified=False, reason=None)
    for made in book.of(Measure):
        if made.indicator == key:
            book.remove(Measure, made.id)
            book.remove(Judgement, f"RD-{made.id}")
    found = book.get(UsageIndicator, key)
    assert isinstance(found.person, str)
    reviewed = found.reviewed if isinstance(found.reviewed, date) else quarter(2022, 1)[1]
    return found.person, reviewed


def _measures(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[int, int, MeasureKind | None, int, Status, str], ...] = (
        (2022, 1, None, 0, "violated", "排名靠前且无正当理由，没有任何措施"),
        (2022, 2, "提醒谈话", 10, "violated", "提醒谈话不是列名的四种措施"),
        (2022, 3, "约谈", 31, "violated", "第31天才约谈，医院规定30天"),
        (2022, 4, "核减绩效", 30, "compliant", "第30天核减绩效"),
        (2023, 1, "暂停执业", 5, "compliant", "暂停执业"),
    )
    for year, number, measure, days, status, why in lines:
        key = indicator("KS02", "全部药品", year, number, 1)
        person, reviewed = _unjustified(book, key)
        if measure is not None:
            judged = measure != "提醒谈话"
            add_measure(book, key, person, reviewed + timedelta(days=days), measure, judged=judged)
        plan.expect(status, _DEALT_WITH, ("UsageIndicator", key), why)
    other = indicator("KS03", "全部耗材", 2023, 2, 2)
    _, reviewed = _unjustified(book, other)
    add_measure(book, other, "R005", reviewed + timedelta(days=10))
    plan.expect("violated", _DEALT_WITH, ("UsageIndicator", other), "约谈的是别人")


def _unreviewed(book: Book, plan: Plan) -> None:
    doubtful = indicator("KS04", "全部药品", 2023, 3, 1)
    _unjustified(book, doubtful)
    book.change(UsageIndicator, doubtful, justified=MISSING, reviewed=None, reviewed_by=None)
    plan.expect("undetermined", _DEALT_WITH, ("UsageIndicator", doubtful), "排名第一，还没有核查")

    fourth = indicator("KS04", "全部药品", 2023, 4, 4)
    book.change(UsageIndicator, fourth, justified=False)
    plan.expect("not_applicable", _DEALT_WITH, ("UsageIndicator", fourth), "排名第四，医院把前三名算作靠前")


def _fitting(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[int, int, Any, Status, str], ...] = (
        (2023, 4, "不符合", "violated", "认定约谈与行为性质不相称"),
        (2024, 1, None, "undetermined", "措施与行为性质是否相称还没有认定"),
        (2024, 2, "基本符合", "compliant", "认定基本相称"),
    )
    for year, number, finding, status, why in lines:
        key = indicator("KS01", "全部药品", year, number, 3)
        person, reviewed = _unjustified(book, key)
        made = add_measure(book, key, person, reviewed + timedelta(days=8))
        if finding is None:
            book.remove(Judgement, f"RD-{made.id}")
        else:
            book.change(Judgement, f"RD-{made.id}", finding=finding)
        plan.expect(status, MEASURE_FITS, made, why)


def _quarters(book: Book, plan: Plan) -> None:
    for found in book.of(UsageIndicator):
        if found.object in _SUPPLIES and "2022Q3" in found.id:
            _forget(book, found.id)
        if found.object in _SUPPLIES and "2024Q3" in found.id:
            _unranked(book, found.id)
    subject = ("Hospital", HOSPITAL)
    why = "2022年第三季度只比较了药品，没有比较耗材"
    plan.expect("violated", _COMPARED, subject, why, period=quarter(2022, 3), failed=("耗材",))
    managed = "gx-2022/2.3.11/high-value-supplies-managed"
    plan.expect("violated", managed, subject, "2022年第三季度没有统计高值耗材", period=quarter(2022, 3))
    why = "2024年第三季度的耗材统计了用量，名次不明"
    plan.expect("undetermined", _COMPARED, subject, why, period=quarter(2024, 3))


def _forget(book: Book, key: str) -> None:
    """Take out one place with all that followed from it."""
    _unjustified(book, key)
    book.remove(UsageIndicator, key)


def _unranked(book: Book, key: str) -> None:
    """Write that nobody knows the place; with a good reason, nothing follows from it."""
    _unjustified(book, key)
    book.change(UsageIndicator, key, rank=MISSING, justified=True, reason="收治疑难病人")


def _alerts(book: Book, plan: Plan) -> None:
    occurred = date(2023, 5, 4)
    lines: tuple[tuple[str, int, dict[str, Any], Status, str, str], ...] = (
        ("YJ-A1", 8, {}, "violated", _TIMELY, "第8天才预警，医院规定7天"),
        ("YJ-A2", 7, {}, "compliant", _TIMELY, "第7天预警"),
        ("YJ-A3", 2, {"occurred": MISSING}, "undetermined", _TIMELY, "不知道哪天触发"),
        ("YJ-A4", 2, {"classified": False}, "violated", _SORTED, "没有分类甄别就发出"),
        ("YJ-A5", 2, {"classified": MISSING}, "undetermined", _SORTED, "不知道有没有分类甄别"),
    )
    for number, (key, days, values, status, rule, why) in enumerate(lines):
        add_alert(book, key, occurred, days, number)
        book.change(UsageAlert, key, **values)
        plan.expect(status, rule, ("UsageAlert", key), why)
