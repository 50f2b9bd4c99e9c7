"""Authorities that did not inspect, did not plan in figures, or inspected only themselves."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import whole
from pydantic import MISSING

from hospital.days import AS_OF
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE, PROVINCE_TCM
from hospital.ordinary.oversight import campaign_plan, inspection_key
from hospital.planted.reports import body
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.governance import Coordination
from qinglian_rules.facts.reports import TaskAssignment, WorkPlan
from qinglian_rules.facts.supervision import Inspection

_INSPECTED = "gx-2021/4.4/hospitals-inspected"
_CARRIED_OUT = "gx-2021/4.1/inspections-carried-out"
_JOINT = "gx-2021/4.2/joint-rectification"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns the authorities' own work."""
    _city_inspections(book, plan)
    _own_ways(book, plan)
    _plans(book, plan)
    _joint_work(book, plan)


def _city_inspections(book: Book, plan: Plan) -> None:
    (all_inspections,) = (one for one in book.of(Complete) if one.type == "Inspection")
    book.remove(Complete, all_inspections.key)
    for key in (HOSPITAL, PROVINCE, PROVINCE_TCM):
        book.add(Complete(type="Inspection", body=key, end=AS_OF))
    book.add(Complete(type="Inspection", body=CITY, end=date(2021, 12, 31)))
    book.add(Complete(type="Inspection", body=CITY, start=date(2023, 1, 1), end=AS_OF))
    book.remove(Inspection, inspection_key(CITY, "医院巡查", 2022))
    why = "2022年的检查台账没有交来"
    plan.expect("undetermined", _INSPECTED, body(CITY), why, period=whole(2022))
    plan.expect("undetermined", _CARRIED_OUT, body(CITY), why, period=whole(2022))

    book.change(Inspection, inspection_key(CITY, "医院巡查", 2023), target=CITY)
    why = "2023年只检查了本机关自己"
    plan.expect("violated", _INSPECTED, body(CITY), why, period=whole(2023))

    empty = inspection_key(CITY, "医院巡查", 2024)
    book.change(Inspection, empty, campaigns=())
    rule = "gx-2021/4.4/campaign-in-hospital-tours"
    plan.expect("violated", rule, ("Inspection", empty), "巡查没有包括专项行动开展情况")
    why = "2024年没有以专项行动为内容的检查；报告列出专门规定的一条"
    plan.expect("violated", _INSPECTED, body(CITY), why, period=whole(2024))

    book.change(Inspection, inspection_key(PROVINCE_TCM, "督查", 2022), campaigns=MISSING)
    book.remove(Inspection, inspection_key(PROVINCE_TCM, "抽查", 2022))
    why = "2022年的督查是否以专项行动为内容没有登记"
    plan.expect("undetermined", _CARRIED_OUT, body(PROVINCE_TCM), why, period=whole(2022))


def _own_ways(book: Book, plan: Plan) -> None:
    for found in book.of(Inspection):
        if found.body == HOSPITAL and found.inspection == "媒体监督":
            book.remove(Inspection, found.id)
    rule = "gx-2021/3.2.4/ways-of-finding-leads"
    why = "没有用过媒体监督的办法"
    plan.expect("violated", rule, ("Hospital", HOSPITAL), why, failed=("媒体监督",))


def _plans(book: Book, plan: Plan) -> None:
    book.change(WorkPlan, campaign_plan(PROVINCE_TCM), adopted=date(2021, 9, 20))
    rule = "gx-2021/4.1/campaign-plan-drawn-up"
    plan.expect("violated", rule, body(PROVINCE_TCM), "只有印发之前的方案，印发之后没有拟定")
    book.change(WorkPlan, campaign_plan(CITY), quantified=False)
    rule = "gx-2021/4.1/goals-made-measurable"
    plan.expect("violated", rule, ("WorkPlan", campaign_plan(CITY)), "目标没有量化")
    book.change(WorkPlan, campaign_plan(PROVINCE), binding=MISSING)
    rule = "gx-2021/4.1/goals-made-binding"
    plan.expect("undetermined", rule, ("WorkPlan", campaign_plan(PROVINCE)), "目标是否硬化没有认定")
    rule = "gx-2021/4.1/tasks-shared-out"
    for key, assigned in ((CITY, date(2021, 12, 29)), (PROVINCE, date(2021, 12, 28))):
        for number in (1, 2, 3):
            book.change(TaskAssignment, f"RW-{key}-{number}", assigned=assigned)
    plan.expect("violated", rule, ("WorkPlan", campaign_plan(CITY)), "第61天才分解任务，规定60天")
    plan.expect("compliant", rule, ("WorkPlan", campaign_plan(PROVINCE)), "第60天分解任务")


def _joint_work(book: Book, plan: Plan) -> None:
    book.change(Coordination, f"LD-{CITY}-2023", partners=())
    plan.expect("violated", _JOINT, body(CITY), "2023年的联合整治没有别的部门参加", period=whole(2023))
    book.change(Coordination, f"LD-{PROVINCE_TCM}-2024", coordination="联席会议")
    plan.expect("violated", _JOINT, body(PROVINCE_TCM), "2024年只开了联席会议", period=whole(2024))
    book.change(Coordination, f"LD-{PROVINCE}-2022", partners=MISSING)
    plan.expect("undetermined", _JOINT, body(PROVINCE), "2022年有哪些部门参加没有登记", period=whole(2022))
