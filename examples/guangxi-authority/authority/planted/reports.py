"""Reports a day late, early, to one only, to another office, not at all; and those of the last day."""

from __future__ import annotations

from datetime import date

from made.book import Book, Period, Plan
from made.days import half, quarter, whole
from pydantic import MISSING

from authority.days import workdays_after
from authority.ordinary.bodies import MAIN, PROVINCE, PROVINCE_TCM
from authority.ordinary.reports import annual, first, next_plan, progress, quarterly
from authority.ordinary.standing import clean_plan
from qinglian_rules.facts.reports import ReportSubmission, WorkPlan

_DUE_2022 = "gx-2022/4/implementation-plan-"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns reports upwards."""
    _quarters(book, plan)
    _years(book, plan)
    _first_reports(book, plan)
    _progress(book, plan)
    _clean_plans(book, plan)


def _received(book: Book, key: str, day: date) -> None:
    book.change(ReportSubmission, key, sent=day, received=day)


def _commission(city: str) -> tuple[str, str]:
    return "HealthAuthority", city


def _quarters(book: Book, plan: Plan) -> None:
    def expect(status: str, recipient: str, city: str, period: Period, why: str) -> None:
        end = "health-commission" if recipient == PROVINCE else "tcm-bureau"
        plan.expect(status, f"gx-2021/0.1/quarterly-progress-to-{end}", _commission(city), why, period=period)  # type: ignore[arg-type]

    _received(book, quarterly(MAIN, 2022, 1, PROVINCE), workdays_after(quarter(2022, 1)[1], 4))
    expect("violated", PROVINCE, MAIN, quarter(2022, 1), "第四个工作日才收到：三月三放假的那一天已经扣除")
    _received(book, quarterly(MAIN, 2022, 3, PROVINCE_TCM), date(2022, 9, 29))
    expect("violated", PROVINCE_TCM, MAIN, quarter(2022, 3), "季度还没有结束就报了进展")
    book.remove(ReportSubmission, quarterly(MAIN, 2023, 2, PROVINCE_TCM))
    expect("violated", PROVINCE_TCM, MAIN, quarter(2023, 2), "只报了卫生健康委，没有报中医药局")
    book.change(ReportSubmission, quarterly("WJW-4505", 2022, 2, PROVINCE), recipient=MISSING)
    expect("undetermined", PROVINCE, "WJW-4505", quarter(2022, 2), "报给了谁没有登记")
    _received(book, quarterly(MAIN, 2024, 1, PROVINCE), workdays_after(quarter(2024, 1)[1], 3))
    expect("compliant", PROVINCE, MAIN, quarter(2024, 1), "正好在第三个工作日收到")
    _received(book, quarterly(MAIN, 2023, 1, PROVINCE), workdays_after(quarter(2023, 1)[1], 3))
    expect("compliant", PROVINCE, MAIN, quarter(2023, 1), "正好在第三个工作日收到，中间隔着周末")


def _years(book: Book, plan: Plan) -> None:
    _received(book, annual(MAIN, 2022, PROVINCE_TCM), workdays_after(whole(2022)[1], 6))
    rule = "gx-2021/0.1/annual-summary-to-tcm-bureau"
    plan.expect("violated", rule, _commission(MAIN), "第六个工作日才收到", period=whole(2022))
    book.remove(ReportSubmission, next_plan(MAIN, 2023, PROVINCE))
    rule = "gx-2021/0.1/next-year-plan-to-health-commission"
    plan.expect("violated", rule, _commission(MAIN), "没有报下一年度计划", period=whole(2023))
    _received(book, annual("WJW-4509", 2024, PROVINCE), workdays_after(whole(2024)[1], 5))
    rule = "gx-2021/0.1/annual-summary-to-health-commission"
    why = "行动计划期满以后的第五个工作日收到，仍算按期"
    plan.expect("compliant", rule, _commission("WJW-4509"), why, period=whole(2024))


def _first_reports(book: Book, plan: Plan) -> None:
    for city, day, status, why in (
        ("WJW-4502", date(2021, 10, 9), "violated", "10月9日（调休上班的星期六）才收到第一次进展"),
        ("WJW-4508", date(2021, 10, 8), "compliant", "10月8日当天收到"),
    ):
        _received(book, first(city, PROVINCE_TCM), day)
        rule = "gx-2021/0.1/first-report-to-tcm-bureau"
        plan.expect(status, rule, _commission(city), why)  # type: ignore[arg-type]


def _progress(book: Book, plan: Plan) -> None:
    for year, workdays, status in ((2023, 11, "violated"), (2024, 10, "compliant")):
        _received(book, progress(PROVINCE, year, 1), workdays_after(half(year, 1)[1], workdays))
        why = f"半年结束后第{workdays}个工作日收到，期限为10个工作日"
        rule = "gx-2021/4.1/progress-reported"
        plan.expect(status, rule, _commission(PROVINCE), why, period=half(year, 1))  # type: ignore[arg-type]


def _clean_plans(book: Book, plan: Plan) -> None:
    reported, drawn_up = f"{_DUE_2022}reported", f"{_DUE_2022}drawn-up"
    _received(book, f"BS-{MAIN}-清廉", date(2022, 4, 21))
    plan.expect("violated", reported, _commission(MAIN), "4月21日才收到")
    book.change(WorkPlan, clean_plan("WJW-4503"), adopted=date(2022, 4, 21))
    _received(book, "BS-WJW-4503-清廉", date(2022, 4, 22))
    plan.expect("violated", drawn_up, _commission("WJW-4503"), "4月21日才制订")
    plan.expect("violated", reported, _commission("WJW-4503"), "4月22日才收到")
    book.change(ReportSubmission, "BS-WJW-4504-清廉", recipient_office="办公室")
    plan.expect("violated", reported, _commission("WJW-4504"), "没有报给清廉医院建设工作专班")
    book.change(ReportSubmission, "BS-WJW-4506-清廉", recipient_office=MISSING)
    plan.expect("undetermined", reported, _commission("WJW-4506"), "报给了哪个部门没有登记")
    _received(book, "BS-WJW-4507-清廉", date(2022, 4, 20))
    plan.expect("compliant", reported, _commission("WJW-4507"), "4月20日当天收到")
