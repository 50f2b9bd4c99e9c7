"""The year's supervision: a loop that closed too late, half-years and quarters that were left out."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan, Status
from made.days import half, quarter, span, whole
from pydantic import MISSING

from hospital.days import LAST_DAY
from hospital.ordinary.bodies import CITY, COUNTY, OTHER_CITY, PROVINCE, TCM_BUREAU
from hospital.ordinary.supervision import (
    BUILDING,
    CARE,
    KICKBACKS,
    PRICES,
    RED_PACKETS,
    add_inspection,
    add_plan,
    bulletin,
    inspection,
    task,
    yearly_plan,
)
from hospital.planted.found import body
from qinglian_rules.facts.engine import ParameterValue
from qinglian_rules.facts.misconduct import Bulletin
from qinglian_rules.facts.reports import TaskAssignment, WorkPlan
from qinglian_rules.facts.supervision import Inspection

_LOOP = "ha-2024/2.6/yearly-loop"
_ORGANISED = "ha-2024/2.6/supervision-organised"
_REGULAR = "ha-2024/2.6/supervision-regular"
_ON_THE_SPOT = "ha-2024/2.6/supervision-on-the-spot"
_DETAILED = "ha-2024/2.6/measures-detailed"
_SHARED_OUT = "ha-2024/1.1/ten-actions-shared-out"
_GUIDED = "ha-2024/1.1/model-units-guided"
_CARE_INSPECTED = "ha-2024/1.4/campaign-inspected"
_PRICES_INSPECTED = "ha-2024/1.4/prices-inspected"
_CAMPAIGNS = "ha-2024/1.5/campaigns-organised"
_YEAR = whole(2024)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns the supervision of the authorities."""
    _loops(book, plan)
    _kinds(book, plan)
    _on_the_spot(book, plan)
    _rhythms(book, plan)
    _ten_actions(book, plan)
    _plans(book, plan)
    _campaigns(book, plan)


def _loops(book: Book, plan: Plan) -> None:
    """Goals, measures, assessment, feedback: each of the four in the year, or it is no loop."""
    book.change(WorkPlan, yearly_plan(OTHER_CITY), adopted=date(2025, 1, 6))
    why = "年度计划次年1月6日才制定，没有目标"
    plan.expect("violated", _LOOP, body(OTHER_CITY), why, period=_YEAR, failed=("有目标",))
    book.change(Bulletin, bulletin(TCM_BUREAU), issued=date(2025, 1, 3))
    book.change(Inspection, inspection(TCM_BUREAU, "考核"), inspection="其他")
    why = "没有考核，通报次年1月3日才印发"
    plan.expect("violated", _LOOP, body(TCM_BUREAU), why, period=_YEAR, failed=("有考核", "有反馈"))
    book.change(Bulletin, bulletin(CITY), issued=LAST_DAY)
    plan.expect("compliant", _LOOP, body(CITY), "当年最后一天才通报", period=_YEAR)
    book.change(Bulletin, bulletin(PROVINCE), inspection=MISSING)
    plan.expect("undetermined", _LOOP, body(PROVINCE), "通报的是哪次检查没有登记", period=_YEAR)


def _kinds(book: Book, plan: Plan) -> None:
    for number in range(1, 5):
        kind = "其他" if number != 3 else MISSING
        book.change(Inspection, inspection(PROVINCE, f"日常{number}"), inspection=kind)
    why = "只有一次检查可能是日常监督，类型没有登记"
    plan.expect("undetermined", _ORGANISED, body(PROVINCE), why, period=_YEAR)
    book.change(Inspection, inspection(TCM_BUREAU, "专项"), topics=(CARE,))
    why = "专项检查没有以清廉医院建设为内容"
    plan.expect("violated", _ORGANISED, body(TCM_BUREAU), why, period=_YEAR, failed=("专项检查",))
    why = "第三季度那次检查是不是自查没有登记类型，但同季度另有督查"
    plan.expect("compliant", _REGULAR, body(PROVINCE), why, period=quarter(2024, 3))


def _on_the_spot(book: Book, plan: Plan) -> None:
    book.change(Inspection, inspection(OTHER_CITY, "调研"), on_site=False)
    why = "调研是书面的，没有到现场"
    plan.expect("violated", _ON_THE_SPOT, body(OTHER_CITY), why, period=_YEAR, failed=("现场调研",))
    book.change(Inspection, inspection(TCM_BUREAU, "督查"), on_site=MISSING)
    why = "督查是否到现场没有登记"
    plan.expect("undetermined", _ON_THE_SPOT, body(TCM_BUREAU), why, period=_YEAR)
    book.change(Inspection, inspection(CITY, "调研"), held=LAST_DAY)
    plan.expect("compliant", _ON_THE_SPOT, body(CITY), "当年最后一天现场调研", period=_YEAR)


def _rhythms(book: Book, plan: Plan) -> None:
    """A quarter with nothing but a self-inspection; a half-year whose visit came a day late."""
    book.change(Inspection, inspection(OTHER_CITY, "日常1"), inspection="自查自纠")
    why = "第一季度只有自查自纠"
    plan.expect("violated", _REGULAR, body(OTHER_CITY), why, period=quarter(2024, 1))
    book.change(Inspection, inspection(CITY, "日常1"), held=date(2024, 3, 31))
    plan.expect("compliant", _REGULAR, body(CITY), "第一季度的最后一天检查", period=quarter(2024, 1))
    book.change(Inspection, inspection(TCM_BUREAU, "示范1"), held=date(2024, 7, 1))
    why = "上半年的督导7月1日才去"
    plan.expect("violated", _GUIDED, body(TCM_BUREAU), why, period=half(2024, 1))
    book.change(Inspection, inspection(CITY, "示范1"), held=date(2024, 6, 30))
    plan.expect("compliant", _GUIDED, body(CITY), "上半年最后一天督导", period=half(2024, 1))
    book.change(Inspection, inspection(OTHER_CITY, "示范2"), inspection="考核验收")
    why = "下半年只有年末的考核验收，不是督导"
    plan.expect("violated", _GUIDED, body(OTHER_CITY), why, period=half(2024, 2))


def _ten_actions(book: Book, plan: Plan) -> None:
    """The document does not name the ten actions: an authority that has not said which they are cannot be judged."""
    book.change(TaskAssignment, task(OTHER_CITY, 10), assigned=date(2025, 1, 2))
    why = "第十项行动次年1月2日才分解"
    plan.expect("violated", _SHARED_OUT, body(OTHER_CITY), why, period=_YEAR)
    for value in book.of(ParameterValue):
        if value.parameter == "ha-2024/ten_actions" and value.body == TCM_BUREAU:
            book.remove(ParameterValue, value.key)
    why = "没有写明“十大行动”是哪十项"
    plan.expect("undetermined", _SHARED_OUT, body(TCM_BUREAU), why, period=_YEAR)


def _plans(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, date, dict[str, object], Status, str], ...] = (
        ("JH-A1", CITY, date(2024, 7, 1), {"specific": False}, "violated", "下半年计划只有口号，没有细化"),
        ("JH-B1", CITY, date(2024, 7, 2), {"specific": MISSING}, "undetermined", "是否细化没有登记"),
        ("JH-C1", CITY, date(2024, 3, 16), {"specific": False}, "not_applicable", "文件印发的前一天制定"),
        ("JH-C2", COUNTY, date(2024, 7, 3), {"specific": False}, "not_applicable", "县级的计划，不在受文之列"),
        ("JH-C3", CITY, date(2024, 7, 4), {"topics": (PRICES,)}, "not_applicable", "不是清廉医院建设的计划"),
    )
    for key, owner, adopted, values, status, why in lines:
        made = add_plan(book, key, owner, "年度工作计划", adopted, (BUILDING,))
        book.change(WorkPlan, key, **values)
        plan.expect(status, _DETAILED, made, why)
    book.change(WorkPlan, "JH-C1", span=span(date(2024, 3, 16), LAST_DAY))


def _campaigns(book: Book, plan: Plan) -> None:
    book.change(Inspection, inspection(OTHER_CITY, "合理"), inspection="自查自纠")
    why = "只有医院自查"
    plan.expect("violated", _CARE_INSPECTED, body(OTHER_CITY), why, period=_YEAR)
    book.change(Inspection, inspection(TCM_BUREAU, "价格"), inspection="媒体监督")
    plan.expect("violated", _PRICES_INSPECTED, body(TCM_BUREAU), "只有媒体监督", period=_YEAR)
    book.change(Inspection, inspection(CITY, "回扣"), held=date(2025, 1, 9))
    why = "对回扣的检查次年1月才组织"
    plan.expect("violated", _CAMPAIGNS, body(CITY), why, period=_YEAR, failed=("回扣",))
    book.remove(Inspection, inspection(OTHER_CITY, "回扣"))
    book.change(Inspection, inspection(OTHER_CITY, "红包"), topics=(RED_PACKETS, KICKBACKS))
    plan.expect("compliant", _CAMPAIGNS, body(OTHER_CITY), "一次检查兼有红包和回扣", period=_YEAR)
    # What the county looked at does not help the city, and nobody asks it of the county.
    add_inspection(book, inspection(COUNTY, "回扣"), COUNTY, "专项检查", date(2024, 9, 3), (KICKBACKS,))
    plan.expect("not_applicable", _CAMPAIGNS, body(COUNTY), "县级的主管部门，不在受文之列", period=_YEAR)
