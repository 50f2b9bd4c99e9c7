"""Heads who left unaudited, leaders' reports, trips and side posts, appointments, who answers for what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cancer_hospital.days import LAST_DAY, YEAR
from cancer_hospital.ordinary.bodies import HEADS, THIS
from cancer_hospital.ordinary.limits import CONTACT_DAYS, LEAVING_AUDIT_DAYS, PASSPORT_DAYS
from cancer_hospital.ordinary.meetings import committee_key, criticism
from cancer_hospital.ordinary.posts import TERMS, Term, add_audit, add_report, leaving_audit, responsibility
from cancer_hospital.ordinary.supervision import add_oversight
from cancer_hospital.ordinary.teaching import add_appointment, add_side_post, add_trip
from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from qinglian_rules.facts.appointments import Appointment, AppointmentCheck, PersonalMattersReport
from qinglian_rules.facts.governance import LeaderContact, NamedResponsibility
from qinglian_rules.facts.meetings import CriticismRemark, Decision
from qinglian_rules.facts.posts import LeaderPortfolio
from qinglian_rules.facts.supervision import Audit, Oversight

_ITEM = "ta-2024/2.1.4/"
_LEAVING = _ITEM + "head-audited-on-leaving"
_WHOLE = _ITEM + "leaving-audit-covers-the-term"
_DAY = timedelta(days=1)
_OF = {term.person: term for term in TERMS}


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns leaders."""
    _leaving(book, plan)
    _in_office(book, plan)
    _reports(book, plan)
    _trips(book, plan)
    _side_posts(book, plan)
    _appointments(book, plan)
    _responsible(book, plan)
    _talent(book, plan)
    _watched(book, plan)


def _tenure(person: str) -> tuple[str, str]:
    return "PostTenure", _OF[person].key


def _audit(person: str) -> tuple[str, str]:
    return "Audit", leaving_audit(person)


def _leaving(book: Book, plan: Plan) -> None:
    """Four heads left in the year: audited for part of the term, not on leaving, late, and nobody knows for what."""
    former, secretary = _OF["R010"], _OF["R007"]
    book.change(Audit, leaving_audit("R010"), covers=span(former.start + _DAY, former.end))
    plan.expect("violated", _WHOLE, _audit("R010"), "离任审计漏了任职的第一天，没有覆盖整个任期")
    plan.expect("compliant", _LEAVING, _tenure("R010"), "离任审计有，只是不全")
    book.change(Audit, leaving_audit("R008"), audit="任期经济责任审计")
    plan.expect("violated", _LEAVING, _tenure("R008"), "只有任期经济责任审计，没有离任审计")
    book.change(Audit, leaving_audit("R007"), covers=span(date(2019, 1, 1), date(2025, 2, 28)))
    plan.expect("compliant", _WHOLE, _audit("R007"), "审计的期间比任期长")
    assert secretary.end is not None
    late = secretary.end + timedelta(days=LEAVING_AUDIT_DAYS + 1)
    book.change(Audit, leaving_audit("R007"), reported=late)
    plan.expect("compliant", _LEAVING, _tenure("R007"), "离任后第一百八十一天才出具报告，晚审计也是审计")
    book.change(Audit, leaving_audit("R009"), covers=MISSING)
    plan.expect("undetermined", _WHOLE, _audit("R009"), "审计的期间没有登记")
    plan.expect("undetermined", _LEAVING, _tenure("R009"), "审计的期间没有登记，不知道是不是这一段任职")
    short = add_audit(book, "SJ-离任-科室", HEADS["KS02"], "离任审计", (date(2024, 1, 1), LAST_DAY), LAST_DAY)
    plan.expect("compliant", _WHOLE, short, "科室负责人不是主要负责人")


def _in_office(book: Book, plan: Plan) -> None:
    rule = _ITEM + "head-audited-in-office"
    book.change(Audit, "SJ-任期-R001", reported=date(2026, 1, 5))
    plan.expect("violated", rule, _tenure("R001"), "经济责任审计报告次年1月才出具", period=YEAR)
    book.change(Audit, "SJ-任期-R002", reported=LAST_DAY)
    plan.expect("compliant", rule, _tenure("R002"), "年度的最后一天出具报告", period=YEAR)
    plan.expect("not_applicable", rule, _tenure("R010"), "年末已经不在任", period=YEAR)


def _reports(book: Book, plan: Plan) -> None:
    yearly, matters = _ITEM + "leaders-report-yearly", _ITEM + "personal-matters-reported-"
    in_time, true = matters + "in-time", matters + "truthfully"
    book.remove(PersonalMattersReport, "GR-R003")
    plan.expect("violated", yearly, _tenure("R003"), "全年没有集中报告", period=YEAR)
    book.change(PersonalMattersReport, "GR-R004", reported=date(2025, 2, 1))
    plan.expect("violated", in_time, ("PersonalMattersReport", "GR-R004"), "过期一天")
    plan.expect("compliant", yearly, _tenure("R004"), "迟了，但当年报告了", period=YEAR)
    book.change(PersonalMattersReport, "GR-R005", reported=date(2025, 1, 31))
    plan.expect("compliant", in_time, ("PersonalMattersReport", "GR-R005"), "期限的最后一天报告")
    book.change(PersonalMattersReport, "GR-R006", verified_true=False)
    plan.expect("violated", true, ("PersonalMattersReport", "GR-R006"), "经核查不属实")
    unchecked = add_report(book, "GR-C1", "R001", date(2025, 8, 4), matter="房产", due=None)
    plan.expect("compliant", true, unchecked, "没有核查，不推定不实")
    plan.expect("not_applicable", in_time, unchecked, "没有期限")
    unsaid = add_report(book, "GR-B1", "R001", date(2025, 8, 5), matter="投资", due=MISSING, verified_true=MISSING)
    plan.expect("undetermined", in_time, unsaid, "期限没有登记")
    plan.expect("undetermined", true, unsaid, "核查结果没有登记")


def _trips(book: Book, plan: Plan) -> None:
    left = date(2025, 7, 2)
    back = left + timedelta(days=8)
    rules = {
        "registered": "trips-registered",
        "approved": "trips-approved-beforehand",
        "passport_handed_in": "passports-handed-in",
    }
    limit = back + timedelta(days=PASSPORT_DAYS)
    lines: tuple[tuple[str, str, str, Any, Status, str], ...] = (
        ("A1", "R005", "registered", False, "violated", "没有登记备案"),
        ("A2", "R005", "approved", left + _DAY, "violated", "离境次日才补批"),
        ("A3", HEADS["KS02"], "approved", None, "violated", "科主任没有经过批准"),
        ("C1", "R005", "approved", left, "compliant", "离境当日批准"),
        ("C2", "R060", "approved", None, "not_applicable", "一般人员，不在此列"),
        ("A4", "R006", "passport_handed_in", limit + _DAY, "violated", "第十一天才交回证件"),
        ("C3", "R006", "passport_handed_in", limit, "compliant", "第十天交回证件"),
        ("B1", "R006", "passport_handed_in", MISSING, "undetermined", "何时交回没有登记"),
        ("B2", "R006", "registered", MISSING, "undetermined", "是否登记备案没有登记"),
    )
    for key, person, name, value, status, why in lines:
        made = add_trip(book, f"CG-出国-{key}", person, left, **{name: value})
        plan.expect(status, _ITEM + rules[name], made, why)


def _side_posts(book: Book, plan: Plan) -> None:
    start = date(2025, 4, 1)
    approved, paid = _ITEM + "concurrent-posts-approved", _ITEM + "concurrent-posts-pay-as-allowed"
    lines: tuple[tuple[str, dict[str, Any], str, Status, str], ...] = (
        ("A1", {"approved": start + _DAY}, approved, "violated", "兼职次日才批准"),
        ("C1", {"approved": start}, approved, "compliant", "兼职当日批准"),
        ("A2", {"organisation_kind": "企业", "paid": True}, paid, "violated", "在企业兼职取酬，规定不允许"),
        ("C2", {"organisation_kind": "高校", "paid": True}, paid, "compliant", "在高校兼职取酬，规定允许"),
        ("B1", {"organisation_kind": "企业", "paid": MISSING}, paid, "undetermined", "是否取酬没有登记"),
        ("B2", {"approved": MISSING}, approved, "undetermined", "何时批准没有登记"),
    )
    for key, values, rule, status, why in lines:
        made = add_side_post(book, f"JZ-兼职-{key}", HEADS["KS04"], start, **values)
        plan.expect(status, rule, made, why)


def _appointments(book: Book, plan: Plan) -> None:
    cadres, talent = _ITEM + "party-manages-cadres", _ITEM + "party-manages-talent"
    gates = _ITEM + "five-gates"
    meeting = committee_key(4, 2)
    alone = add_appointment(book, "RY-A1", "R061", "提拔", meeting, decision=None)
    plan.expect("violated", cadres, alone, "没有党委会决定", failed=("党委会决定",))
    early = add_appointment(book, "RY-A2", "R062", "提拔", meeting, -1)
    plan.expect("violated", cadres, early, "党委会的前一天就任用", failed=("决策在先",))
    same = add_appointment(book, "RY-C1", "R063", "提拔", meeting, 0)
    plan.expect("compliant", cadres, same, "党委会当日任用")
    postponed = add_appointment(book, "RY-A3", "R091", "引进", meeting)
    book.change(Decision, "JC-RY-A3", result="缓议")
    plan.expect("violated", talent, postponed, "党委会缓议，照样引进", failed=("决策通过",))
    plan.expect("not_applicable", cadres, postponed, "引进由另一条检查")
    for key, gate, values, status in (
        ("RY-A4", "廉洁关", {"passed": False}, "violated"),
        ("RY-B1", "形象关", {"passed": MISSING}, "undetermined"),
    ):
        made = add_appointment(book, key, "R064", "任命", meeting)
        book.change(AppointmentCheck, f"SH-{key}-{gate}", **values)
        why = f"{gate}没有通过" if status == "violated" else f"{gate}是否通过没有登记"
        failed = (gate,) if status == "violated" else ()
        plan.expect(status, gates, made, why, failed=failed)  # type: ignore[arg-type]
    late = add_appointment(book, "RY-A5", "R065", "任命", meeting)
    assert isinstance(late.appointed, date)
    book.change(AppointmentCheck, "SH-RY-A5-政治关", done=late.appointed + _DAY)
    plan.expect("violated", gates, late, "任用次日才审核政治关", failed=("政治关",))
    on_the_day = add_appointment(book, "RY-C2", "R066", "任命", meeting)
    book.change(AppointmentCheck, "SH-RY-C2-政治关", done=on_the_day.appointed)
    plan.expect("compliant", gates, on_the_day, "任用当日审核政治关")
    removed = add_appointment(book, "RY-C3", "R067", "免职", meeting)
    book.remove(AppointmentCheck, "SH-RY-C3-政治关")
    plan.expect("not_applicable", gates, removed, "免职不是选用")
    book.change(Appointment, removed.id, decision=MISSING)
    plan.expect("undetermined", cadres, removed, "哪一次决策没有登记")


def _responsible(book: Book, plan: Plan) -> None:
    first, double = "ta-2024/2.1.2/secretary-is-first-responsible", "ta-2024/2.1.2/leaders-bear-double-duty"
    book.remove(NamedResponsibility, responsibility(_OF["R001"]))
    plan.expect("violated", first, _tenure("R001"), "书记到任后没有明确为第一责任人")
    _ends(book, "R007", _DAY)
    plan.expect("violated", first, _tenure("R007"), "离任的前一天就不再是第一责任人")
    plan.expect("compliant", first, _tenure("R009"), "到离任当日都是第一责任人")
    book.change(NamedResponsibility, responsibility(_OF["R005"]), responsibility="行风建设一岗双责")
    plan.expect("violated", double, _tenure("R005"), "只明确了行风建设的一岗双责")
    book.change(NamedResponsibility, responsibility(_OF["R006"]), responsibility=MISSING)
    plan.expect("undetermined", double, _tenure("R006"), "明确的是什么责任没有登记")
    portfolio = "ta-2024/2.3.9/every-leader-has-a-portfolio"
    book.remove(LeaderPortfolio, f"FG-{_OF['R004'].key}")
    plan.expect("violated", portfolio, _tenure("R004"), "没有分管")
    book.remove(LeaderPortfolio, f"FG-{_OF['R002'].key}")
    plan.expect("not_applicable", portfolio, _tenure("R002"), "院长负全面责任，不另问分管")
    blame = "ta-2024/2.3.9/leaders-supervise-one-another"
    book.change(CriticismRemark, criticism("R003"), criticism="自我批评")
    plan.expect("violated", blame, _tenure("R003"), "只有自我批评，没有批评别人", period=YEAR)
    book.change(CriticismRemark, criticism("R004"), criticism=MISSING)
    plan.expect("undetermined", blame, _tenure("R004"), "批评的是自己还是别人没有登记", period=YEAR)


def _ends(book: Book, person: str, before: timedelta) -> None:
    term = _OF[person]
    assert term.end is not None
    book.change(NamedResponsibility, responsibility(term), span=span(term.start, term.end - before))


def _contact(term: Term) -> str:
    return f"LX-{term.key}"


def _talent(book: Book, plan: Plan) -> None:
    touch, served = _ITEM + "leaders-keep-in-touch-with-talent", _ITEM + "talent-served"
    book.change(LeaderContact, _contact(_OF["R003"]), matter="党支部")
    plan.expect("violated", touch, _tenure("R003"), "联系的是党支部，不是高层次人才")
    book.change(LeaderContact, _contact(_OF["R004"]), matter=MISSING)
    plan.expect("undetermined", touch, _tenure("R004"), "联系什么没有登记")
    plan.expect("compliant", served, ("LeaderContact", _contact(_OF["R004"])), "联系什么没有登记，总归按期联系了")
    for person, days, status in (("R010", CONTACT_DAYS, "compliant"), ("R007", CONTACT_DAYS + 1, "violated")):
        ended = _OF[person].end
        assert ended is not None
        book.change(LeaderContact, _contact(_OF[person]), last_contact=ended - timedelta(days=days))
        why = f"期满前{days}天最后一次联系"
        plan.expect(status, served, ("LeaderContact", _contact(_OF[person])), why)  # type: ignore[arg-type]


def _watched(book: Book, plan: Plan) -> None:
    item = "ta-2024/2.3.10/"
    first = book.get(Oversight, "QL-源头")
    persons = first.persons
    assert isinstance(persons, tuple)
    gone = {"R001", "R003", HEADS["KS01"]}
    book.change(Oversight, "QL-源头", persons=tuple(person for person in persons if person not in gone))
    plan.expect("violated", item + "top-leader-watched", _tenure("R001"), "全年没有被监督", period=YEAR)
    plan.expect("violated", item + "leaders-watched", _tenure("R003"), "全年没有被监督", period=YEAR)
    head = ("Department", "KS01")
    plan.expect("violated", item + "heads-of-departments-watched", head, "科主任全年没有被监督", period=YEAR)
    add_oversight(book, "QL-C1", LAST_DAY, persons=("R002",))
    last = book.get(Oversight, "QL-重点")
    posts = last.posts
    assert isinstance(posts, tuple)
    book.change(Oversight, "QL-重点", posts=tuple(post for post in posts if post != "GW-KS16"))
    plan.expect(
        "violated", item + "important-posts-watched", ("Post", "GW-KS16"), "人事科长的岗位没有被监督", period=YEAR
    )
    plan.expect("not_applicable", item + "important-posts-watched", ("Post", "GW-KS01"), "不是关键岗位", period=YEAR)
    functions = ("设备", "基建", "采购招标", "人事", "财务")
    book.change(Oversight, "QL-重点", functions=functions)
    key = item + "key-departments-watched"
    plan.expect("violated", key, THIS, "没有监督医保部门", period=YEAR, failed=("医保",))
    book.change(Oversight, "QL-后续", links=())
    links = item + "key-links-watched"
    plan.expect("violated", links, THIS, "没有监督经费使用", period=YEAR, failed=("经费使用",))
