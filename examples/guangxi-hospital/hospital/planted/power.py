"""Power that was not bound: who decided alone, who was appointed how, who went abroad without leave."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan, Status
from made.days import span, whole
from pydantic import MISSING

from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.misconduct import add_accountability, add_case, add_sanction, add_transfer, find, inaction_case
from hospital.ordinary.party import add_item, add_meeting
from hospital.ordinary.people import PARTY_HEAD
from hospital.ordinary.posts import CLINICAL_LEADER, CONDUCT_LEADER, OLD_HEAD, tenure
from hospital.ordinary.power import (
    NOT_DIRECTLY,
    add_decision,
    add_portfolio,
    add_second_post,
    add_trip,
    add_unfit,
    appoint,
    audit,
    decide,
    in_grid,
    speak,
)
from hospital.ordinary.programme import lesson
from qinglian_rules.facts.appointments import Appointment, AppointmentCheck, Signature, Trip
from qinglian_rules.facts.meetings import AgendaItem, Decision, Statement
from qinglian_rules.facts.posts import GridAssignment, LeaderPortfolio
from qinglian_rules.facts.procurement import ProcurementProject
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.supervision import Audit
from qinglian_rules.facts.training import TrainingSession

_RUN, _PEOPLE, _LAW, _BOUND = "gx-2022/2.2.6", "gx-2022/2.2.7", "gx-2022/2.2.8", "gx-2022/2.2.9"
_OF_THAT_SORT = "是否属于回扣、红包一类的违法违规违纪行为"
_US = ("Hospital", HOSPITAL)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns power."""
    _decisions(book, plan)
    _head_speaks(book, plan)
    _portfolios(book, plan)
    _appointments(book, plan)
    _hidden_faults(book, plan)
    _selection_cases(book, plan)
    _abroad_and_elsewhere(book, plan)
    _grid_and_audits(book, plan)
    _law(book, plan)
    _methods(book, plan)


def _decisions(book: Book, plan: Plan) -> None:
    meeting = add_meeting(book, "YB-A1", "院长办公会", date(2023, 10, 12), chair=OLD_HEAD)
    first = add_item(book, meeting, 1, "重大项目安排", subject="食堂改造", party_first=False)
    second = add_item(book, meeting, 2, "重要干部任免", subject="中层干部聘任")
    made = add_decision(book, "JC-A1", first, "重大项目安排", "食堂改造", organ="院长办公会", entry="SZ-院办")
    plan.expect("violated", f"{_RUN}/party-committee-first", made, "院长办公会决定，没有经党委会前置研究")
    made = add_decision(book, "JC-A2", second, "重要干部任免", "中层干部聘任", organ="院长办公会")
    plan.expect("violated", f"{_RUN}/decided-by-the-organ-that-must-decide", made, "清单规定由党委会决定")
    plan.expect("compliant", f"{_RUN}/party-committee-first", made, "党委会已经前置研究")
    alone: dict[str, Any] = {"meeting": None, "item": None, "organ": "个人", "entry": None, "collective": False}
    decide(book, "JC-A3", date(2023, 11, 16), "大额度资金使用", "临时采购")
    book.change(Decision, "JC-A3", **alone)
    in_meeting, both = f"{_BOUND}/major-matters-decided-in-a-meeting", ("上会", "集体研究决策")
    plan.expect("violated", in_meeting, ("Decision", "JC-A3"), "院长一个人决定", failed=both)
    more = {"department": "KS02", "chair": "R013", "attendees": ("R013",), "leaders_present": 0}
    meeting = add_meeting(book, "KW-A1", "科务会", date(2023, 11, 20), **more)
    item = add_item(book, meeting, 1, "大额度资金使用", subject="科室设备")
    made = add_decision(book, "JC-A4", item, "大额度资金使用", "科室设备", organ="其他会议", entry=None)
    rule = f"{_RUN}/branch-takes-part-in-department-decisions"
    plan.expect("violated", rule, made, "党支部书记没有参加科务会")
    unsaid = decide(book, "JC-B1", date(2024, 5, 16), "大额度资金使用", "信息设备", collective=MISSING)
    for rule in (in_meeting, f"{_RUN}/led-collectively"):
        plan.expect("undetermined", rule, unsaid, "是不是集体决定没有登记")


def _head_speaks(book: Book, plan: Plan) -> None:
    rule = f"{_BOUND}/head-speaks-last"
    for key, status in (("JC-A5", "violated"), ("JC-C5", "not_applicable")):
        decide(book, key, date(2023, 12, 14), "重大事项决策", "学科规划")
        item = book.get(AgendaItem, f"DW-{key}-3")
        speak(book, item, (OLD_HEAD, CONDUCT_LEADER, PARTY_HEAD))
        first = ("Statement", f"FY-{item.id}-1")
        if status == "violated":
            plan.expect("violated", rule, first, "院长第一个表态")
        else:
            book.change(Statement, first[1], procedural=True)
            plan.expect("not_applicable", rule, first, "主持时的程序性发言，不算表态")


def _portfolios(book: Book, plan: Plan) -> None:
    rule = f"{_BOUND}/head-does-not-manage-the-five"
    days = (date(2021, 1, 4), date(2024, 6, 30))
    direct = add_portfolio(book, "FG-A1", OLD_HEAD, days, NOT_DIRECTLY[1])
    plan.expect("violated", rule, direct, "院长直接分管")
    plan.expect("compliant", rule, ("LeaderPortfolio", "FG-5"), "院长管总，由副职直接分管")
    book.change(LeaderPortfolio, "FG-3", span=span(date(2024, 7, 1), date(2024, 11, 30)))
    why = "2024年12月起没有分工"
    leader = ("PostTenure", tenure("GW03", CLINICAL_LEADER))
    plan.expect("violated", f"{_RUN}/every-leader-has-a-portfolio", leader, why)


def _appointments(book: Book, plan: Plan) -> None:
    decide(book, "JC-A6", date(2023, 3, 9), "重要干部任免", "中层干部调整")
    on = date(2023, 3, 20)
    appoint(book, "RY-A1", "R006", "GW20", "提拔", on, "JC-A6")
    book.change(AppointmentCheck, "RY-A1-审3", passed=False)
    why = "有一项审核没有通过，仍然提拔"
    rule = f"{_PEOPLE}/four-musts-before-promotion"
    plan.expect("violated", rule, ("Appointment", "RY-A1"), why, failed=("四项都已通过",))
    appoint(book, "RY-A2", "R014", "GW21", "提拔", on, "JC-A6")
    book.change(Signature, "RY-A2-纪委书记", person=PARTY_HEAD)
    rule = f"{_PEOPLE}/integrity-opinion-signed-twice"
    plan.expect("violated", rule, ("Appointment", "RY-A2"), "两处都是一个人签的", failed=("两人分别签字",))
    appoint(book, "RY-A3", "R021", "GW22", "任命", date(2023, 3, 8), "JC-A6")
    rule = f"{_PEOPLE}/cadres-decided-by-the-party"
    plan.expect("violated", rule, ("Appointment", "RY-A3"), "任命的次日党委会才决定", failed=("决定在先",))
    appoint(book, "RY-A4", "R028", "GW23", "平级调动", on, "JC-A6", deliberated=False)
    rule = f"{_PEOPLE}/deliberated-and-proposed-by-the-book"
    plan.expect("violated", rule, ("Appointment", "RY-A4"), "没有酝酿", failed=("酝酿",))
    appoint(book, "RY-B1", "R029", "GW23", "任命", on, "JC-A6", deliberated=MISSING)
    plan.expect("undetermined", rule, ("Appointment", "RY-B1"), "有没有酝酿没有登记")
    appoint(book, "RY-C1", "R032", "GW23", "任命", date(2023, 3, 9), "JC-A6")
    rule = f"{_PEOPLE}/cadres-decided-by-the-party"
    plan.expect("compliant", rule, ("Appointment", "RY-C1"), "党委会决定的当天任命")


def _hidden_faults(book: Book, plan: Plan) -> None:
    """Conduct before an appointment that was verified after it: who chose the person must answer."""
    lines: tuple[tuple[str, str, str, Any, int, Status], ...] = (
        ("AJ-H1", "RY-H1", "R007", "提拔", 90, "compliant"),
        ("AJ-H2", "RY-H2", "R015", "提拔", 91, "violated"),
        ("AJ-H3", "RY-H3", "R022", "任命", 91, "violated"),
        ("AJ-H4", "RY-H4", "R030", "任命", 90, "compliant"),
    )
    decide(book, "JC-A7", date(2022, 10, 13), "重要干部任免", "中层干部聘任")
    verified = date(2023, 2, 10)
    for key, appointment, person, kind, days, status in lines:
        case = inaction_case(book, key, person, date(2022, 5, 10), verified)
        find(book, _OF_THAT_SORT, ("违规案件", key), date(2023, 3, 1), "纪检监察部门", "不符合")
        appoint(book, appointment, person, "GW20", kind, date(2022, 10, 20), "JC-A7")
        more = {"person": PARTY_HEAD, "role": "选任责任人", "id": f"WZ-{key}-选任"}
        add_accountability(book, case, verified + timedelta(days=days), **more)
        what = "promotion" if kind == "提拔" else "appointment"
        why = f"查实后第{days}天倒查选任责任，规定90天"
        plan.expect(status, f"{_PEOPLE}/{what}-with-a-hidden-fault-traced", ("Appointment", appointment), why)
    unsaid = appoint(book, "RY-B2", "R008", "GW20", "任命", date(2022, 10, 20), "JC-A7", proposed=MISSING)
    rule = f"{_PEOPLE}/deliberated-and-proposed-by-the-book"
    plan.expect("undetermined", rule, ("Appointment", unsaid.id), "哪天动议没有登记")
    book.change(Appointment, unsaid.id, published=None)


def _selection_cases(book: Book, plan: Plan) -> None:
    verified, behaviour = date(2024, 2, 20), "违规选人用人"
    rule = f"{_PEOPLE}/bad-practice-in-selection-punished"
    for key, days, outcome in (("AJ-H5", 90, "compliant"), ("AJ-H6", 91, "violated")):
        like: dict[str, Any] = {"person": "R081", "verified_on": verified, "campaign": None}
        case = add_case(book, key, "违规选人用人", date(2023, 12, 4), **like)
        add_sanction(book, case, verified + timedelta(days=days))
        status: Status = "violated" if outcome == "violated" else "compliant"
        plan.expect(status, rule, case, f"第{days}天处理，规定90天")
    more: dict[str, Any] = {"person": "R082", "verified_on": verified, "crime_suspected": True, "campaign": None}
    case = add_case(book, "AJ-H7", "违规选人用人", date(2023, 12, 5), **more)
    add_transfer(book, "YS-AJ-H7", verified + timedelta(days=20), "公安机关", case=case.id)
    plan.expect("compliant", f"{_PEOPLE}/corruption-in-selection-punished", case, f"{behaviour}涉嫌犯罪，移送公安机关")


def _abroad_and_elsewhere(book: Book, plan: Plan) -> None:
    rule, departed = f"{_BOUND}/trips-abroad-by-the-rules", date(2024, 4, 29)
    add_trip(book, "CJ-A1", "R076", None, departed)
    plan.expect("violated", rule, ("Trip", "CJ-A1"), "没有批准就出境", failed=("批准在先",))
    add_trip(book, "CJ-A2", "R086", departed, departed, registered=False)
    plan.expect("violated", rule, ("Trip", "CJ-A2"), "没有登记备案", failed=("登记备案",))
    add_trip(book, "CJ-C1", "R083", departed, departed)
    plan.expect("compliant", rule, ("Trip", "CJ-C1"), "离境当天批准")
    add_trip(book, "CJ-B1", "R083", departed, departed + timedelta(days=60))
    book.change(Trip, "CJ-B1", approved=MISSING)
    plan.expect("undetermined", rule, ("Trip", "CJ-B1"), "哪天批准没有登记")
    rule, start = f"{_BOUND}/other-posts-approved-beforehand", date(2023, 9, 1)
    add_second_post(book, "JZ-A1-学会", CONDUCT_LEADER, date(2023, 9, 2), start)
    plan.expect("violated", rule, ("ConcurrentPost", "JZ-A1-学会"), "兼职的次日才批准")
    add_second_post(book, "JZ-C1-学会", PARTY_HEAD, start, start)
    plan.expect("compliant", rule, ("ConcurrentPost", "JZ-C1-学会"), "兼职当天批准")


def _grid_and_audits(book: Book, plan: Plan) -> None:
    rule = f"{_BOUND}/everybody-with-public-power-in-the-grid"
    book.remove(GridAssignment, in_grid("R093"))
    plan.expect("violated", rule, ("Person", "R093"), "没有编入网格")
    book.remove(GridAssignment, in_grid(CONDUCT_LEADER))
    plan.expect("compliant", rule, ("Person", CONDUCT_LEADER), "没有列为成员，但是网格的负责人")
    book.change(Audit, audit(2023), topics=("重点部门审计", "重点岗位审计"))
    why = "2023年没有审计重点环节"
    plan.expect("violated", f"{_BOUND}/key-places-audited", _US, why, period=whole(2023), failed=("重点环节审计",))
    book.change(Audit, "SJ-离任", covers=span(date(2019, 1, 1), date(2024, 6, 30)))
    head = ("PostTenure", tenure("GW01", OLD_HEAD))
    plan.expect("violated", f"{_BOUND}/heads-term-audited", head, "只审计了2019年以后", failed=("审计整个任期",))
    rule, held = f"{_PEOPLE}/unsuited-cadre-moved", tenure("GW24", "R089")
    made = add_unfit(book, "RD-A1", held, "R089", "不适宜", date(2024, 9, 2))
    plan.expect("violated", rule, made, "认定不适宜，一直没有调整")
    near = add_unfit(book, "RD-C1", tenure("GW09", "R096"), "R096", "不胜任", date(2023, 5, 31))
    plan.expect("compliant", f"{_PEOPLE}/incapable-cadre-moved", near, "认定之后第30天离岗")


def _law(book: Book, plan: Plan) -> None:
    session = lesson(HOSPITAL, "普法宣传", 2022)
    book.change(TrainingSession, session, materials=("中华人民共和国基本医疗卫生与健康促进法", "医疗机构管理条例"))
    why, law = "2022年没有学医师法", "中华人民共和国医师法"
    plan.expect("violated", f"{_LAW}/laws-studied-one-by-one", _US, why, period=whole(2022), failed=(law,))
    book.change(WorkPlan, "JH-普法-2023", adopted=date(2024, 1, 5))
    why = "2023年的普法计划到2024年1月才制定"
    plan.expect("violated", f"{_LAW}/plan-for-teaching-the-law", _US, why, period=whole(2023))


def _methods(book: Book, plan: Plan) -> None:
    rule = "gx-2022/2.2.10/government-purchase-by-lawful-methods"
    like = book.get(ProcurementProject, "CG-1")
    made = like.model_copy(update={"id": "CG-A1", "method": "直接采购"})
    book.add(made)
    plan.expect("violated", rule, made, "政府采购项目直接采购")
    blurred = like.model_copy(update={"id": "CG-B1", "method": MISSING})
    book.add(blurred)
    plan.expect("undetermined", rule, blurred, "采购方式没有登记")
