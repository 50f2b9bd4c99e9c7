"""The Party's life gone wrong: topics in the wrong order, meetings that were not held, reports that came late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan, Status
from made.days import quarter, whole
from made.papers import finding_key
from pydantic import MISSING

from hospital.ordinary.authorities import add_finding
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.misconduct import add_case, add_sanction
from hospital.ordinary.party import (
    add_matter,
    add_personal,
    add_watched,
    branch_meeting,
    committee,
    personal,
    yearly,
)
from hospital.ordinary.posts import CONDUCT_LEADER, NEW_HEAD, OLD_HEAD, tenure
from hospital.ordinary.quality import set_right
from qinglian_rules.facts.appointments import PersonalMattersReport
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.meetings import AgendaItem, CriticismRemark, Meeting
from qinglian_rules.facts.misconduct import Behaviour, MisconductCase, SanctionKind
from qinglian_rules.facts.reports import ReportableMatter
from qinglian_rules.facts.supervision import WatchListEntry

_STUDY, _LIFE, _REPORTS = "gx-2022/2.1.2", "gx-2022/2.1.4", "gx-2022/2.1.5"
_US = ("Hospital", HOSPITAL)
_FORMAL, _FACED = f"{_LIFE}/formalism-dealt-with", f"{_REPORTS}/two-faced-persons-removed"
_HARM, _ENTANGLED = f"{_REPORTS}/harm-to-central-authority-fought", f"{_REPORTS}/entangled-cases-dealt-with"
_CASES: tuple[tuple[str, Behaviour, str, SanctionKind, int, str, Status, str], ...] = (
    ("AJ-P1", "形式主义官僚主义", "R081", "诫勉", 60, _FORMAL, "compliant", "第60天处理"),
    ("AJ-P2", "形式主义官僚主义", "R082", "诫勉", 61, _FORMAL, "violated", "第61天才处理，规定60天"),
    ("AJ-P3", "阳奉阴违", "R083", "撤职", 50, _FACED, "compliant", "撤职"),
    ("AJ-P4", "阳奉阴违", "R084", "警告", 50, _FACED, "violated", "只给了警告"),
    ("AJ-P5", "违反政治纪律", "R088", "党内警告", 61, _HARM, "violated", "第61天才处理，规定60天"),
    ("AJ-P6", "以权谋私", "R086", "党内警告", 30, _ENTANGLED, "violated", "没有立案，也没有移交"),
)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns the Party's life."""
    _first_topics(book, plan)
    _not_held(book, plan)
    _leaders(book, plan)
    _criticism(book, plan)
    _matters(book, plan)
    _personal_matters(book, plan)
    _watched(book, plan)
    _cases(book, plan)


def _first_topics(book: Book, plan: Plan) -> None:
    later, other, both = committee(2023, 2), committee(2024, 2), committee(2022, 3)
    book.change(AgendaItem, f"{later}-1", order=2)
    book.change(AgendaItem, f"{later}-2", order=1)
    plan.expect("violated", f"{_STUDY}/learning-comes-first", ("Meeting", later), "先议事后学习")
    plan.expect("compliant", f"{_STUDY}/first-topic", ("Meeting", later), "第一个讨论的是重大决策部署")
    book.change(AgendaItem, f"{other}-2", topics=("日常事项",))
    plan.expect("violated", f"{_STUDY}/first-topic", ("Meeting", other), "第一个讨论的是日常事项")
    rule = f"{_STUDY}/regional-decisions-studied"
    plan.expect("violated", rule, _US, "2024年没有研究过自治区重大决策部署", period=whole(2024))
    book.change(AgendaItem, f"{both}-1", topics=MISSING)
    plan.expect("undetermined", f"{_STUDY}/learning-comes-first", ("Meeting", both), "学习了什么没有登记")


def _not_held(book: Book, plan: Plan) -> None:
    book.remove(Meeting, "ZXZ-2023Q3")
    why = "2023年第三季度中心组没有学习"
    plan.expect("violated", f"{_STUDY}/study-group-meets", _US, why, period=quarter(2023, 3))
    branch = ("PartyBranch", "ZB2")
    for kind in ("支部党员大会", "支部委员会", "党小组会"):
        book.change(Meeting, branch_meeting("ZB2", kind, 2024, 2), topics=("党务",))
    why = "2024年第二季度的支部会议都没有学习理论"
    plan.expect("violated", f"{_STUDY}/branches-study", branch, why, period=quarter(2024, 2))
    book.remove(Meeting, branch_meeting("ZB2", "党小组会", 2022, 4))
    why = "2022年第四季度没有开党小组会"
    plan.expect("violated", f"{_LIFE}/party-group-meeting", branch, why, period=quarter(2022, 4))
    book.change(Meeting, branch_meeting("ZB1", "支部委员会", 2023, 1), branch=MISSING)
    why = "有一次支部委员会，没有登记是哪个支部的"
    plan.expect("undetermined", f"{_LIFE}/branch-committee", ("PartyBranch", "ZB1"), why, period=quarter(2023, 1))
    book.change(Meeting, branch_meeting("ZB1", "支部党员大会", 2023, 1), held=date(2023, 3, 31))
    why = "季度最后一天开支部党员大会"
    plan.expect("compliant", f"{_LIFE}/branch-assembly", ("PartyBranch", "ZB1"), why, period=quarter(2023, 1))


def _leaders(book: Book, plan: Plan) -> None:
    mine = ("PostTenure", tenure("GW02", CONDUCT_LEADER))
    _without(book, yearly("民主生活会", 2023), CONDUCT_LEADER)
    why = "2023年民主生活会请假，没有参加"
    plan.expect("violated", f"{_LIFE}/leader-in-the-leaders-meeting", mine, why, period=whole(2023))
    for meeting in book.of(Meeting):
        if meeting.branch == "ZB1" and isinstance(meeting.held, date) and meeting.held.year == 2024:
            _without(book, meeting.id, CONDUCT_LEADER)
    why = "2024年没有参加过所在支部的任何一次组织生活"
    plan.expect("violated", f"{_LIFE}/leader-in-the-branch", mine, why, period=whole(2024))


def _without(book: Book, meeting: str, person: str) -> None:
    """Take a person out of those who attended a meeting."""
    present = book.get(Meeting, meeting).attendees
    assert isinstance(present, tuple)
    book.change(Meeting, meeting, attendees=tuple(one for one in present if one != person))


def _criticism(book: Book, plan: Plan) -> None:
    life = yearly("组织生活会", 2022, "ZB2")
    book.remove(CriticismRemark, f"{life}-2")
    plan.expect(
        "violated",
        f"{_LIFE}/criticism-and-self-criticism",
        ("Meeting", life),
        "只有自我批评，没有相互批评",
        failed=("批评",),
    )
    poor, open_one = yearly("民主生活会", 2024), yearly("组织生活会", 2024, "ZB1")
    rule = f"{_LIFE}/leaders-party-meeting-of-high-quality"
    book.change(Judgement, finding_key(poor, rule), finding="不符合")
    plan.expect("violated", rule, ("Meeting", poor), "上级党组织认定没有触及问题")
    rule = f"{_LIFE}/branch-life-meeting-of-high-quality"
    book.remove(Judgement, finding_key(open_one, rule))
    plan.expect("undetermined", rule, ("Meeting", open_one), "质量如何还没有认定")


def _matters(book: Book, plan: Plan) -> None:
    arose = date(2024, 3, 4)
    lines: tuple[tuple[str, Any, int, date | None, Status, str, str], ...] = (
        ("SX-A1", "请示", 16, None, "violated", "asked-in-time", "第16天才请示，规定15天"),
        ("SX-A2", "请示", 10, arose + timedelta(days=9), "violated", "asked-before-deciding", "请示的前一天就决定了"),
        ("SX-A3", "报告", 8, None, "violated", "major-matter-reported", "第8天才报告，规定7天"),
        ("SX-C1", "请示", 15, arose + timedelta(days=15), "compliant", "asked-in-time", "第15天请示"),
        ("SX-C2", "报告", 7, None, "compliant", "major-matter-reported", "第7天报告"),
    )
    for key, way, days, decided, status, rule, why in lines:
        matter = add_matter(book, key, way, arose, days, decided)
        plan.expect(status, f"{_REPORTS}/{rule}", matter, why)
    plan.expect("compliant", f"{_REPORTS}/asked-before-deciding", ("ReportableMatter", "SX-C1"), "请示的当天作出决定")
    doubtful = add_matter(book, "SX-B1", "请示", arose, 5, None)
    book.change(ReportableMatter, doubtful.id, way=MISSING)
    why = "应当请示还是报告没有登记"
    plan.expect("compliant", f"{_REPORTS}/asked-before-deciding", doubtful, why)


def _personal_matters(book: Book, plan: Plan) -> None:
    late, last_day = personal(CONDUCT_LEADER, 2023), personal("R075", 2023)
    book.change(PersonalMattersReport, late, reported=date(2023, 2, 1))
    book.change(PersonalMattersReport, last_day, reported=date(2023, 1, 31))
    rule = f"{_REPORTS}/personal-matters-reported-on-time"
    plan.expect("violated", rule, ("PersonalMattersReport", late), "1月31日到期，2月1日才报告")
    plan.expect("compliant", rule, ("PersonalMattersReport", last_day), "到期那天报告")
    book.remove(PersonalMattersReport, personal(OLD_HEAD, 2022))
    rule, why = f"{_REPORTS}/personal-matters-reported-each-year", "2022年没有报告个人有关事项"
    plan.expect("violated", rule, ("PostTenure", tenure("GW01", OLD_HEAD)), why, period=whole(2022))
    untrue, unchecked = personal(NEW_HEAD, 2024), personal("R075", 2024)
    rule = f"{_REPORTS}/personal-matters-reported-truthfully"
    book.change(PersonalMattersReport, untrue, verified_true=False)
    plan.expect("violated", rule, ("PersonalMattersReport", untrue), "核查发现漏报房产")
    book.change(PersonalMattersReport, unchecked, verified_true=MISSING)
    plan.expect("undetermined", rule, ("PersonalMattersReport", unchecked), "核查结果没有登记")
    occurred = date(2024, 5, 6)
    for key, days, status in (("GR-变化A", 31, "violated"), ("GR-变化C", 30, "compliant")):
        reported = occurred + timedelta(days=days)
        made = add_personal(book, key, NEW_HEAD, reported, matter="投资", occurred=occurred, due=None)
        outcome: Status = "violated" if status == "violated" else "compliant"
        plan.expect(outcome, f"{_REPORTS}/changes-reported-on-time", made, f"变化后第{days}天报告，规定30天")


def _watched(book: Book, plan: Plan) -> None:
    made = add_watched(book, "QD-A1", HOSPITAL, date(2023, 3, 1), "行风建设", date(2023, 12, 31))
    book.change(WatchListEntry, made.id, measures=None)
    rule = "gx-2022/2.1.3/supervision-made-concrete"
    plan.expect("violated", rule, made, "没有写怎么监督", failed=("监督措施",))
    rule, found = "gx-2022/2.1.3/supervision-made-effective", date(2023, 7, 20)
    for key, days, outcome in (("WT-政1", 61, "violated"), ("WT-政2", 60, "compliant")):
        add_finding(book, key, f"JC-{HOSPITAL}-政治监督-2023", found, "政治监督", "部署落实慢")
        set_right(book, key, found + timedelta(days=days))
        status: Status = "violated" if outcome == "violated" else "compliant"
        plan.expect(status, rule, ("Finding", key), f"第{days}天整改完成，规定60天")


def _cases(book: Book, plan: Plan) -> None:
    """Cases of a political sort; those that nothing else is said of are punished like any other."""
    verified = date(2022, 9, 5)
    for key, behaviour, person, sanction, days, rule, status, why in _CASES:
        values: dict[str, Any] = {"person": person, "verified_on": verified, "campaign": None}
        if key == "AJ-P6":
            values |= {"political_and_economic": True, "opened": None}
        case = add_case(book, key, behaviour, date(2022, 7, 4), **values)
        add_sanction(book, case, verified + timedelta(days=days), sanction=sanction)
        plan.expect(status, rule, case, why, failed=("查办",) if key == "AJ-P6" else ())
    unsaid = add_case(book, "AJ-P7", "阳奉阴违", date(2022, 7, 5), person="R087", verified=False, verified_on=None)
    book.change(MisconductCase, unsaid.id, political_and_economic=MISSING)
    plan.expect("not_applicable", _FACED, unsaid, "没有查实")
