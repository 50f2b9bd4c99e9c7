"""Reports that came late, too early, or never; that nobody can place; and those that came on the last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan, Status
from made.days import half, quarter, whole
from pydantic import MISSING

from hospital.days import AS_OF, workdays_after
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE, PROVINCE_TCM
from hospital.ordinary.oversight import add_model, inspection_key
from hospital.ordinary.reports import annual, next_plan, progress, quarterly
from qinglian_rules.facts.accreditation import DemonstrationReview
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.reports import ReportSubmission
from qinglian_rules.facts.supervision import Inspection

_TO_COMMISSION = "gx-2021/0.1/quarterly-progress-to-health-commission"
_TO_BUREAU = "gx-2021/0.1/quarterly-progress-to-tcm-bureau"
_TYPES = {HOSPITAL: "Hospital"}


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns reports and the inspections of the province."""
    _quarters(book, plan)
    _last_days_of_quarters(book, plan)
    _years(book, plan)
    _first_reports(book, plan)
    _unplaced(book, plan)
    _gap_in_the_ledger(book, plan)
    _supervision(book, plan)
    _recommendations(book, plan)


def body(key: str) -> tuple[str, str]:
    """Return a body as the subject of a decision."""
    return _TYPES.get(key, "HealthAuthority"), key


def _receive(book: Book, key: str, received: date) -> None:
    book.change(ReportSubmission, key, received=received, sent=received - timedelta(days=1))


def _quarters(book: Book, plan: Plan) -> None:
    late, days = quarterly(HOSPITAL, 2022, 2, PROVINCE), quarter(2022, 2)
    _receive(book, late, workdays_after(days[1], 4))
    why = "2022年第二季度进展7月6日才收到，7月5日是第三个工作日"
    plan.expect("violated", _TO_COMMISSION, body(HOSPITAL), why, period=days)

    early, days = quarterly(HOSPITAL, 2023, 1, PROVINCE_TCM), quarter(2023, 1)
    _receive(book, early, days[1])
    why = "2023年第一季度进展在季度最后一天就收到，不是季度结束后报送的"
    plan.expect("violated", _TO_BUREAU, body(HOSPITAL), why, period=days)

    book.remove(ReportSubmission, quarterly(CITY, 2023, 3, PROVINCE_TCM))
    why = "2023年第三季度只报了自治区卫生健康委，没有报自治区中医药局"
    plan.expect("violated", _TO_BUREAU, body(CITY), why, period=quarter(2023, 3))

    days = half(2023, 1)
    _receive(book, progress(PROVINCE_TCM, 2023, 1), workdays_after(days[1], 11))
    why = "2023年上半年阶段性进展在第11个工作日才收到，本机构定的期限是10个工作日"
    plan.expect("violated", "gx-2021/4.1/progress-reported", body(PROVINCE_TCM), why, period=days)


def _last_days_of_quarters(book: Book, plan: Plan) -> None:
    near = (
        (HOSPITAL, 2021, 4, PROVINCE, date(2022, 1, 6), "元旦放假三天，第三个工作日是1月6日"),
        (HOSPITAL, 2022, 1, PROVINCE, date(2022, 4, 8), "4月2日和6日广西三月三放假，第三个工作日是4月8日"),
        (HOSPITAL, 2022, 1, PROVINCE_TCM, date(2022, 4, 8), "4月2日和6日广西三月三放假，第三个工作日是4月8日"),
        (HOSPITAL, 2023, 3, PROVINCE, date(2023, 10, 9), "国庆后10月7日、8日调休上班，第三个工作日是10月9日"),
        (CITY, 2024, 4, PROVINCE_TCM, date(2025, 1, 6), "行动计划期满之后收到，但仍是第三个工作日"),
    )
    for sender, year, number, recipient, received, why in near:
        _receive(book, quarterly(sender, year, number, recipient), received)
        rule = _TO_COMMISSION if recipient == PROVINCE else _TO_BUREAU
        plan.expect("compliant", rule, body(sender), why, period=quarter(year, number))


def _years(book: Book, plan: Plan) -> None:
    _receive(book, annual(HOSPITAL, 2022, PROVINCE_TCM), date(2023, 1, 10))
    why = "2022年度总结1月10日收到，1月9日是第五个工作日"
    rule = "gx-2021/0.1/annual-summary-to-tcm-bureau"
    plan.expect("violated", rule, body(HOSPITAL), why, period=whole(2022))

    book.remove(ReportSubmission, next_plan(CITY, 2023, PROVINCE))
    rule = "gx-2021/0.1/next-year-plan-to-health-commission"
    plan.expect("violated", rule, body(CITY), "没有报送2024年度工作计划", period=whole(2023))

    _receive(book, annual(CITY, 2024, PROVINCE), date(2025, 1, 8))
    why = "2024年度总结在2025年1月的第五个工作日收到"
    rule = "gx-2021/0.1/annual-summary-to-health-commission"
    plan.expect("compliant", rule, body(CITY), why, period=whole(2024))


def _first_reports(book: Book, plan: Plan) -> None:
    first: tuple[tuple[str, str, date, Status, str], ...] = (
        (HOSPITAL, PROVINCE, date(2021, 10, 8), "compliant", "10月8日当日收到，“10月8日前”包括当日"),
        (CITY, PROVINCE_TCM, date(2021, 10, 9), "violated", "10月9日收到，晚了一天"),
    )
    for sender, recipient, received, status, why in first:
        _receive(book, quarterly(sender, 2021, 3, recipient), received)
        office = "health-commission" if recipient == PROVINCE else "tcm-bureau"
        plan.expect(status, f"gx-2021/0.1/first-report-to-{office}", body(sender), why)


def _unplaced(book: Book, plan: Plan) -> None:
    lost: tuple[tuple[int, int, str, dict[str, Any], str], ...] = (
        (2024, 2, PROVINCE, {"recipient": MISSING}, "登记簿没有写报给谁"),
        (2023, 4, PROVINCE_TCM, {"period_covered": MISSING}, "登记簿没有写报的是哪个季度"),
    )
    for year, number, recipient, values, why in lost:
        book.change(ReportSubmission, quarterly(HOSPITAL, year, number, recipient), **values)
        rule = _TO_COMMISSION if recipient == PROVINCE else _TO_BUREAU
        plan.expect("undetermined", rule, body(HOSPITAL), why, period=quarter(year, number))


def _gap_in_the_ledger(book: Book, plan: Plan) -> None:
    """The city's ledger of October 2022 is lost: nobody can say that a report was not sent."""
    (all_reports,) = (one for one in book.of(Complete) if one.type == "ReportSubmission")
    book.remove(Complete, all_reports.key)
    for sender in (HOSPITAL, PROVINCE, PROVINCE_TCM):
        book.add(Complete(type="ReportSubmission", body=sender, end=AS_OF))
    book.add(Complete(type="ReportSubmission", kind="样本医院推荐", end=AS_OF))
    book.add(Complete(type="ReportSubmission", kind="重大事项请示报告", end=AS_OF))
    book.add(Complete(type="ReportSubmission", body=CITY, end=date(2022, 9, 30)))
    book.add(Complete(type="ReportSubmission", body=CITY, start=date(2022, 11, 1), end=AS_OF))
    book.remove(ReportSubmission, quarterly(CITY, 2022, 3, PROVINCE_TCM))
    why = "2022年10月的收发文登记缺失，不能断定没有报送"
    plan.expect("undetermined", _TO_BUREAU, body(CITY), why, period=quarter(2022, 3))


def _supervision(book: Book, plan: Plan) -> None:
    book.remove(Inspection, inspection_key(PROVINCE, "抽查", 2023))
    rule = "gx-2021/0.1/spot-checks-organised"
    plan.expect("violated", rule, body(PROVINCE), "2023年有督查，没有抽查", period=whole(2023))

    (setting,) = (one for one in book.of(ParameterValue) if one.body == PROVINCE_TCM)
    book.remove(ParameterValue, setting.key)
    for name in ("supervision-organised-by-tcm-bureau", "spot-checks-organised-by-tcm-bureau"):
        why = "没有设定督查和抽查的周期"
        plan.expect("undetermined", f"gx-2021/0.1/{name}", body(PROVINCE_TCM), why)


def _recommendations(book: Book, plan: Plan) -> None:
    rule = "gx-2021/3.1.1/recommended-from-below"
    hasty = add_model(book, "YB-0", "样本医院0", date(2022, 6, 10))
    plan.expect("violated", rule, hasty, "2022年6月就遴选了，当时还没有收到任何推荐")
    book.change(DemonstrationReview, "YB-1", accepted=date(2022, 9, 2))
    first = book.get(DemonstrationReview, "YB-1")
    plan.expect("compliant", rule, first, "收到推荐的当日遴选")
