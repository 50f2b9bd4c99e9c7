"""Meetings and branches, what is asked of and told to the superior, cases, findings, education, notices, tasks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cancer_hospital.days import AS_OF, LAST_DAY, YEAR
from cancer_hospital.ordinary.bodies import HEADS, SECRETARIES, THIS, add_branch
from cancer_hospital.ordinary.limits import CASE_DAYS, DECISION_DAYS, FINDING_DAYS, HEARING_DAYS, REPORT_DAYS
from cancer_hospital.ordinary.meetings import (
    HEARD,
    MAJOR,
    add_decision,
    add_matter,
    add_meeting,
    add_submission,
    branch_meeting,
    committee_key,
    entry,
)
from cancer_hospital.ordinary.people import medical
from cancer_hospital.ordinary.supervision import (
    SEVEN,
    WINDS,
    add_accreditation,
    add_case,
    add_entry,
    add_finding,
    add_task,
    remind,
    set_right,
)
from cancer_hospital.ordinary.teaching import attendance, test
from made.book import Book, Plan, Status
from made.days import month, quarter, span
from pydantic import MISSING

from qinglian_rules.facts.meetings import AgendaItem, Meeting
from qinglian_rules.facts.misconduct import DisciplineUse, Sanction
from qinglian_rules.facts.people import PartyBranch
from qinglian_rules.facts.prescribing import QualityIndicator
from qinglian_rules.facts.service import PublicNotice, ServiceOffering
from qinglian_rules.facts.supervision import Inspection, Rectification
from qinglian_rules.facts.training import Attendance, KnowledgeTest, TrainingSession

_DAY = timedelta(days=1)
_RULES_OF_MEETINGS = "ta-2024/2.3.9/committee-follows-its-procedure"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns everyday work."""
    _meetings(book, plan)
    _decisions(book, plan)
    _hearings(book, plan)
    _superior(book, plan)
    _branches(book, plan)
    _cases(book, plan)
    _findings(book, plan)
    _education(book, plan)
    _notices(book, plan)
    _tasks(book, plan)


def _meetings(book: Book, plan: Plan) -> None:
    day = date(2025, 6, 25)
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("A1", {"present": 3}, "violated", ("到会人数",), "应到6人实到3人，不到三分之二"),
        ("C1", {"present": 4}, "compliant", (), "应到6人实到4人，正好三分之二"),
        ("A2", {"notified": day - _DAY}, "violated", ("事先通知",), "前一天才通知，应提前两天"),
        ("C2", {"notified": day - 2 * _DAY}, "compliant", (), "正好提前两天通知"),
        ("A3", {"minutes": None}, "violated", ("会议纪要",), "没有纪要"),
        ("B1", {"present": MISSING}, "undetermined", (), "实到人数没有登记"),
    )
    for key, values, status, failed, why in lines:
        plan.expect(
            status, _RULES_OF_MEETINGS, add_meeting(book, f"HY-{key}", "党委会", day, **values), why, failed=failed
        )
    office = add_meeting(book, "HY-A4", "院长办公会", day, present=2)
    rule = "ta-2024/2.3.9/presidents-meeting-follows-its-procedure"
    plan.expect("violated", rule, office, "应到6人实到2人，不到一半", failed=("到会人数",))
    talks = "ta-2024/2.3.9/secretary-and-president-talk-regularly"
    book.change(Meeting, "HY-沟通-08", held=date(2025, 9, 1))
    plan.expect("violated", talks, THIS, "8月的沟通拖到9月1日", period=month(2025, 8))
    book.change(Meeting, "HY-沟通-10", held=date(2025, 10, 31))
    plan.expect("compliant", talks, THIS, "当月最后一天沟通", period=month(2025, 10))
    book.change(Meeting, "HY-沟通-11", attendees=("R001", "R004"))
    both = "ta-2024/2.3.9/both-take-part-in-the-talk"
    plan.expect("violated", both, ("Meeting", "HY-沟通-11"), "副院长代院长参加", failed=("院长",))
    book.change(AgendaItem, "YT-清廉", deliberated=False)
    why = "清廉医院建设上了会，没有讨论"
    plan.expect("violated", "ta-2024/3/committee-leads-the-work", THIS, why, period=YEAR)


def _decisions(book: Book, plan: Plan) -> None:
    meeting = book.get(Meeting, committee_key(6, 1))
    decides, sees = "ta-2024/2.1.2/committee-decides-major-matters", "ta-2024/2.1.2/committee-sees-to-implementation"
    majority, together = "ta-2024/2.3.9/majority-decides", "ta-2024/2.3.9/major-matters-decided-in-a-meeting"
    made = meeting.held
    assert isinstance(made, date)
    late = made + timedelta(days=DECISION_DAYS)
    lines: tuple[tuple[str, dict[str, Any], str, Status, tuple[str, ...], str], ...] = (
        ("A1", {"organ": "院长办公会", "entry": None}, decides, "compliant", (), "院长办公会决定，但议题先经党委研究"),
        ("A2", {"carried_out": None}, sees, "violated", (), "过了九十天没有执行"),
        ("C1", {"carried_out": late + _DAY}, sees, "compliant", (), "第九十一天执行，晚执行也是执行"),
        ("C2", {"carried_out": None, "result": "缓议"}, sees, "not_applicable", (), "缓议，不用执行"),
        ("A3", {"votes_for": 3, "votes_against": 3}, majority, "violated", (), "三比三，算作通过"),
        ("C3", {"votes_for": 3, "votes_against": 2}, majority, "compliant", (), "三比二通过"),
        ("B1", {"votes_against": MISSING}, majority, "undetermined", (), "反对票没有登记"),
        ("A4", {"meeting": None}, together, "violated", ("上会",), "会签，没有上会"),
        ("A5", {"collective": False}, together, "violated", ("集体讨论决定",), "书记一人决定"),
        ("B2", {"collective": MISSING}, together, "undetermined", (), "是否集体决定没有登记"),
    )
    for key, values, rule, status, failed, why in lines:
        plan.expect(status, rule, add_decision(book, f"JC-{key}", meeting, MAJOR[2], **values), why, failed=failed)
    office = book.get(Meeting, "HY-办公会-06")
    alone = add_decision(book, "JC-A6", office, MAJOR[3])
    organ = "ta-2024/2.3.9/major-matters-decided-by-the-right-organ"
    plan.expect("violated", organ, alone, "清单规定由党委会决定，院长办公会定了")
    unlisted = add_decision(book, "JC-A9", office, MAJOR[3], entry=None)
    plan.expect("violated", decides, unlisted, "大额度资金由院长办公会决定，没有先经党委研究")
    daily = add_decision(book, "JC-C4", office, "日常事项")
    plan.expect("not_applicable", decides, daily, "日常事项")


def _hearings(book: Book, plan: Plan) -> None:
    rule = "ta-2024/2.3.11/major-matters-heard"
    heard = date(2025, 4, 10)
    lines: tuple[tuple[str, timedelta, Status, str], ...] = (
        ("A7", timedelta(days=HEARING_DAYS + 1), "violated", "听证过去九十一天才决策"),
        ("C5", timedelta(days=HEARING_DAYS), "compliant", "听证之后第九十天决策"),
        ("C6", timedelta(0), "compliant", "听证当日决策"),
        ("A8", -_DAY, "violated", "决策次日才听证"),
    )
    for key, after, status, why in lines:
        meeting = add_meeting(book, f"HY-听证-{key}", "党委会", heard + after)
        made = add_decision(book, f"JC-{key}", meeting, MAJOR[0], entry=entry(HEARD))
        plan.expect(status, rule, made, why)


def _superior(book: Book, plan: Plan) -> None:
    asked, told = "ta-2024/2.3.9/asked-before-deciding", "ta-2024/2.3.9/reported-in-time"
    sent = "ta-2024/2.3.11/major-matters-sent-to-the-superior"
    arose = date(2025, 9, 8)
    decided = arose + timedelta(days=20)
    lines: tuple[tuple[str, str, date | None, date | None, Status, str], ...] = (
        ("A1", "请示", decided, None, "violated", "没有请示就决定了"),
        ("A2", "请示", decided, decided, "violated", "决定当日才请示"),
        ("C1", "请示", decided, decided - _DAY, "compliant", "决定前一天请示"),
        ("C2", "请示", None, None, "compliant", "还没有决定"),
        ("A3", "报告", None, arose + timedelta(days=REPORT_DAYS + 1), "violated", "第十一天才报告"),
        ("C3", "报告", None, arose + timedelta(days=REPORT_DAYS), "compliant", "第十天报告"),
    )
    for key, way, settled, received, status, why in lines:
        matter = add_matter(book, f"SX-{key}", way, arose, settled)
        if received is not None:
            add_submission(book, f"BS-{key}", received, matter.id)
        plan.expect(status, asked if way == "请示" else told, matter, why)
    astray = add_submission(book, "BS-A4", arose, "QS-1", recipient="YB-51")
    plan.expect("violated", sent, astray, "送到了医保局，不是上级机构", failed=("送上级机构",))
    vague = add_submission(book, "BS-A5", arose, None)
    plan.expect("violated", sent, vague, "没有写明哪一件事项", failed=("写明事项",))
    unsaid = add_submission(book, "BS-B1", arose, "QS-1", recipient=MISSING)
    plan.expect("undetermined", sent, unsaid, "送给谁没有登记")


def _branches(book: Book, plan: Plan) -> None:
    item = "ta-2024/2.1.3/"
    one, three = ("PartyBranch", "ZB1"), ("PartyBranch", "ZB3")
    book.remove(Meeting, branch_meeting("ZB1", "支部委员会", 5))
    plan.expect("violated", item + "branch-committee-meets", one, "5月没有开支部委员会", period=month(2025, 5))
    book.remove(Meeting, branch_meeting("ZB1", "支部党员大会", 7))
    plan.expect("violated", item + "branch-congress-held", one, "三季度没有开党员大会", period=quarter(2025, 3))
    book.change(Meeting, branch_meeting("ZB1", "党课", 4), branch="ZB2")
    plan.expect("violated", item + "party-lectures-held", one, "二季度的党课是别的支部的", period=quarter(2025, 2))
    book.remove(Meeting, branch_meeting("ZB1", "党小组会", 9))
    plan.expect("violated", item + "party-groups-meet", one, "9月没有开党小组会", period=month(2025, 9))
    book.change(Meeting, branch_meeting("ZB2", "组织生活会", 12), held=date(2026, 1, 5))
    life = item + "organisational-life-meeting-held"
    plan.expect("violated", life, ("PartyBranch", "ZB2"), "组织生活会次年1月才开", period=YEAR)
    book.change(Meeting, branch_meeting("ZB1", "组织生活会", 12), held=LAST_DAY)
    plan.expect("compliant", life, one, "年度的最后一天召开", period=YEAR)
    book.change(PartyBranch, "ZB3", has_groups=False)
    book.remove(Meeting, branch_meeting("ZB3", "党小组会", 6))
    plan.expect("not_applicable", item + "party-groups-meet", three, "这个支部不设党小组", period=month(2025, 6))
    book.change(PartyBranch, "ZB4", secretary_leads_specialty=False)
    plan.expect(
        "violated",
        item + "secretary-leads-the-specialty",
        ("PartyBranch", "ZB4"),
        "书记不是学科带头人",
        failed=("书记是学科带头人",),
    )
    young = add_branch(book, "ZB6", (), founded=date(2026, 1, 8), secretary=HEADS["KS24"])
    plan.expect("not_applicable", life, young, "次年1月才成立的支部", period=YEAR)
    branch = book.get(PartyBranch, "ZB5")
    departments = branch.departments
    assert isinstance(departments, tuple)
    book.change(PartyBranch, "ZB5", departments=tuple(one for one in departments if one != "KS24"))
    plan.expect("violated", item + "branches-on-departments", ("Department", "KS24"), "感染管理科不属于任何支部")
    attendees = tuple(person for branch, person in SECRETARIES.items() if branch != "ZB5")
    book.change(Meeting, "HY-述职", attendees=attendees)
    account = "ta-2024/2.1.2/secretaries-account-and-are-reviewed"
    plan.expect("violated", account, ("PartyBranch", "ZB5"), "书记没有参加述职", period=YEAR)


def _cases(book: Book, plan: Plan) -> None:
    verified = date(2025, 9, 10)
    last = verified + timedelta(days=CASE_DAYS)
    occurred = date(2025, 8, 5)
    punished = "ta-2024/2.6.19/corruption-punished"
    reformed, used = "ta-2024/2.6.19/cases-turned-into-reform", "ta-2024/2.6.20/four-forms-used"
    spared = add_case(book, "AJ-A1", "收受回扣", HEADS["KS02"], occurred, verified)
    book.remove(Sanction, "CF-AJ-A1")
    plan.expect("violated", punished, spared, "查实之后没有处分")
    late = add_case(book, "AJ-C1", "收受回扣", HEADS["KS02"], occurred, verified)
    book.change(Sanction, "CF-AJ-C1", imposed=last + _DAY)
    plan.expect("compliant", punished, late, "查实之后第六十一天处分，晚处理也是处理")
    unmended = add_case(book, "AJ-A2", "失职失责", HEADS["KS03"], occurred, verified)
    book.remove(Rectification, "ZG-AJ-A2")
    plan.expect("violated", reformed, unmended, "没有以案促改")
    plan.expect("not_applicable", punished, unmended, "不是腐败案件")
    other = add_case(book, "AJ-A3", "失职失责", HEADS["KS03"], occurred, verified)
    book.change(DisciplineUse, "XT-AJ-A3", person=HEADS["KS01"])
    plan.expect("violated", used, other, "“四种形态”用在了别人身上")
    open_one = add_case(book, "AJ-C2", "收受红包", HEADS["KS04"], occurred, AS_OF - timedelta(days=CASE_DAYS))
    for record, kind in (("CF-AJ-C2", Sanction), ("ZG-AJ-C2", Rectification), ("XT-AJ-C2", DisciplineUse)):
        book.remove(kind, record)
    for rule in (punished, reformed, used):
        plan.expect("pending", rule, open_one, "到判定日正好六十天")
    add_case(book, "AJ-C3", "收受红包", HEADS["KS04"], occurred, verified, verified=False)
    plan.expect("not_applicable", punished, ("MisconductCase", "AJ-C3"), "没有查实")
    _politics(book, plan, occurred, verified)


def _politics(book: Book, plan: Plan, occurred: date, verified: date) -> None:
    item = "ta-2024/2.6.18/"
    show = add_case(book, "AJ-A4", "搞形象工程", HEADS["KS21"], occurred, verified)
    wrong = item + "no-wrong-view-of-achievement"
    plan.expect("violated", wrong, THIS, "查实搞形象工程", period=YEAR, failed=("搞形象工程",))
    book.remove(Rectification, "ZG-AJ-A4")
    cured = item + "wrong-view-of-achievement-cured"
    plan.expect("violated", cured, show, "处理了人，没有整改", failed=("完成整改",))
    plan.expect("violated", "ta-2024/2.6.19/cases-turned-into-reform", show, "没有以案促改")
    false = add_case(book, "AJ-A5", "阳奉阴违", HEADS["KS22"], occurred, verified)
    book.remove(Sanction, "CF-AJ-A5")
    book.remove(DisciplineUse, "XT-AJ-A5")
    plan.expect("violated", "ta-2024/2.6.20/four-forms-used", false, "没有运用“四种形态”")
    plan.expect("violated", item + "political-discipline-enforced", false, "查实阳奉阴违，没有处理")
    handled = add_case(book, "AJ-C4", "违反政治纪律", HEADS["KS22"], occurred, verified)
    plan.expect("compliant", item + "political-discipline-enforced", handled, "查实之后二十天处分")
    empty = add_entry(book, "QD-A1", measures=None)
    plan.expect("violated", item + "supervision-concrete", empty, "没有写怎样监督", failed=("有监督措施",))
    book.change(Inspection, "JD-政治-3", held=date(2025, 10, 9))
    plan.expect("violated", item + "supervision-regular", THIS, "三季度的政治监督拖到10月", period=quarter(2025, 3))


def _findings(book: Book, plan: Plan) -> None:
    found = date(2025, 10, 13)
    last = found + timedelta(days=FINDING_DAYS)
    rules = {WINDS: "ta-2024/2.6.20/four-winds-cured", SEVEN: "ta-2024/2.6.18/seven-signs-resolved"}
    lines: tuple[tuple[str, str, date | None, Status, str], ...] = (
        ("A1", WINDS, None, "violated", "没有整改完成"),
        ("C1", WINDS, last + _DAY, "compliant", "第三十一天整改完成，晚整改也是整改"),
        ("A2", SEVEN, None, "violated", "没有整改完成"),
    )
    for key, topic, completed, status, why in lines:
        made = add_finding(book, f"FX-{key}", found, topic)
        set_right(book, f"ZG-{key}", completed, finding=made.id)
        plan.expect(status, rules[topic], made, why)
    early = "ta-2024/2.6.20/early-and-small"
    for key, taken, status, why in (
        ("A3", last + _DAY, "violated", "第三十一天才谈话"),
        ("C2", last, "compliant", "第三十天谈话"),
    ):
        made = add_finding(book, f"FX-{key}", found, "工作纪律", HEADS["KS05"])
        remind(book, f"TX-{key}", made.id, HEADS["KS05"], taken)
        plan.expect(status, early, made, why)
    other = add_finding(book, "FX-A4", found, "工作纪律", HEADS["KS05"])
    remind(book, "TX-A4", other.id, HEADS["KS06"], found)
    plan.expect("violated", early, other, "谈话的是另一个人")
    heavy = add_finding(book, "FX-C3", found, "工作纪律", HEADS["KS05"], gravity="重大")
    plan.expect("not_applicable", early, heavy, "不是一般问题")
    unsaid = add_finding(book, "FX-B1", found, "工作纪律", HEADS["KS05"], gravity=MISSING)
    plan.expect("undetermined", early, unsaid, "问题多重没有登记")


def _education(book: Book, plan: Plan) -> None:
    staff = medical(book)
    attended, examined = "ta-2024/2.6.21/training-attended", "ta-2024/2.6.21/training-examined"
    away, unsaid, untested = staff[40], staff[41], staff[42]
    book.change(Attendance, attendance(away), attended=False, reason="值班")
    plan.expect("violated", attended, ("Employment", f"PY-{away}"), "值班没有参加，全年再没有补", period=YEAR)
    book.change(Attendance, attendance(unsaid), attended=MISSING)
    plan.expect("undetermined", attended, ("Employment", f"PY-{unsaid}"), "到没到没有登记", period=YEAR)
    book.remove(KnowledgeTest, test(untested))
    plan.expect("violated", examined, ("Employment", f"PY-{untested}"), "全年没有考核", period=YEAR)
    lines: tuple[tuple[str, dict[str, Any], str, tuple[date, date], tuple[str, ...], str], ...] = (
        ("PX-人文", {"state": "取消"}, "2.5.15/humanities-taught", YEAR, (), "人文素养培训取消了"),
        (
            "PX-理想-05",
            {"held": date(2025, 7, 1)},
            "2.5.15/ideals-taught-regularly",
            quarter(2025, 2),
            (),
            "二季度的拖到7月1日",
        ),
        (
            "PX-党纪-08",
            {"state": "计划"},
            "2.5.15/party-rules-taught-regularly",
            quarter(2025, 3),
            (),
            "只有计划，没有举行",
        ),
        (
            "PX-医保",
            {"training": "业务培训", "topics": ("合理用药",)},
            "2.3.12/fund-policies-and-law-taught",
            YEAR,
            (),
            "讲的是合理用药，不是医保政策法规",
        ),
        ("PX-警示", {"form": "观看警示片"}, "2.5.16/taught-at-the-warning-base", YEAR, (), "看了警示片，没有去基地"),
        ("PX-忠诚", {"held": date(2026, 1, 7)}, "2.1.1/loyalty-education-held", YEAR, (), "次年1月才举行"),
    )
    for key, values, rule, period, failed, why in lines:
        book.change(TrainingSession, key, **values)
        plan.expect("violated", f"ta-2024/{rule}", THIS, why, period=period, failed=failed)


def _notices(book: Book, plan: Plan) -> None:
    book.change(PublicNotice, "GS-2", span=span(date(2024, 6, 3), date(2025, 12, 30)))
    plan.expect("violated", "ta-2024/2.3.11/public-may-know", THIS, "网站上的院务公开年底前一天撤下了")
    book.change(PublicNotice, "GS-6", media=("应用程序",))
    spread = "ta-2024/2.5.16/channels-of-spreading"
    plan.expect("violated", spread, THIS, "没有在微博传播廉洁文化", period=YEAR, failed=("微博",))
    book.change(PublicNotice, "GS-4", span=span(date(2024, 6, 3), date(2025, 1, 1)))
    plan.expect("compliant", "ta-2024/2.5.17/models-publicised", THIS, "元旦当天才撤下", period=YEAR)
    book.change(ServiceOffering, "BM-健康义诊", span=span(date(2024, 1, 1), date(2024, 12, 31)))
    plan.expect("violated", "ta-2024/2.5.17/free-clinics-held", THIS, "上一年年底就停了义诊", period=YEAR)
    evaluated = "ta-2024/2.3.13/indicators-evaluated"
    for key, value, status, why in (
        ("ZB-成本产出-06", None, "violated", "没有评价"),
        ("ZB-成本产出-09", date(2025, 10, 30), "compliant", "期满后第三十天评价"),
        ("ZB-成本产出-12", MISSING, "undetermined", "何时评价没有登记"),
    ):
        book.change(QualityIndicator, key, analysed=value)
        plan.expect(status, evaluated, ("QualityIndicator", key), why)  # type: ignore[arg-type]


def _tasks(book: Book, plan: Plan) -> None:
    due = date(2025, 9, 30)
    given, done = "ta-2024/3/tasks-given-to-offices", "ta-2024/3/tasks-done-in-time"
    lines: tuple[tuple[str, dict[str, Any], str, Status, tuple[str, ...], str], ...] = (
        ("A1", {"office": None}, given, "violated", ("有责任科室",), "没有责任科室"),
        ("A2", {"done": due + _DAY}, done, "violated", (), "过期一天完成"),
        ("C1", {"done": due}, done, "compliant", (), "最后一天完成"),
        ("A3", {"done": None}, done, "violated", (), "没有完成"),
        ("B1", {"done": MISSING}, done, "undetermined", (), "何时完成没有登记"),
        ("C2", {"topics": ("业务工作",), "done": None}, done, "not_applicable", (), "不是清廉医院建设的任务"),
    )
    for key, values, rule, status, failed, why in lines:
        plan.expect(status, rule, add_task(book, f"RW-{key}", due, **values), why, failed=failed)
    review = add_accreditation(book, "PS-A1", date(2025, 11, 4), review="医院等级复审", covers_integrity=False)
    plan.expect("violated", "ta-2024/3/part-of-the-graded-review", review, "复审没有列入清廉医院建设")
    special = add_accreditation(book, "PS-C1", date(2025, 11, 5), review="临床重点专科评审", covers_integrity=False)
    plan.expect("not_applicable", "ta-2024/3/part-of-the-graded-review", special, "专科评审不是等级评审")
    book.change(Inspection, "JD-巡查", topics=("医疗质量",))
    plan.expect("violated", "ta-2024/3/part-of-hospital-patrols", THIS, "巡查没有把清廉医院建设列为主题", period=YEAR)
