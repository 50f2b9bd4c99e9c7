"""Major matters decided by the wrong organ, by too few, without minutes; decisions that nobody carried out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from hospital.days import AS_OF, DAY_BEFORE, LAST_DAY
from hospital.ordinary.bodies import PROVINCIAL
from hospital.ordinary.limits import DECISION_DAYS, FOLLOW_UP_DAYS
from hospital.ordinary.meetings import add_decision, add_item, add_meeting, committee_key
from hospital.ordinary.posts import LEADERS, tenure
from qinglian_rules.facts.meetings import DecidingBody, Decision, Meeting, MeetingKind
from qinglian_rules.facts.posts import LeaderPortfolio

_COMMITTEE = "ha-2024/2.7/major-questions-decided-by-the-committee"
_IN_MEETING = "ha-2024/2.7/major-questions-taken-up-in-a-meeting"
_ELSEWHERE = "ha-2024/2.7/major-questions-not-decided-in-other-meetings"
_CARRIED_OUT = "ha-2024/2.7/decisions-carried-out-by-the-leaders"
_PORTFOLIO = "ha-2024/2.7/leaders-have-their-portfolio"
_QUORUM = {"党委会": "ha-2024/2.7/committee-meets-by-its-rules", "院长办公会": "ha-2024/2.7/office-meets-by-its-rules"}
_CATALOGUE = "ha-2024/4.11/decided-by-the-organ-of-the-catalogue"
_MINUTES = "ha-2024/4.11/decision-process-on-record"
_FOLLOWED_UP = "ha-2024/4.11/execution-followed-up"
_BY_COMMITTEE, _COLLECTIVELY = "由党委决定", "集体讨论决定"
_BY_LEADER, _BY_PORTFOLIO, _DONE = "由班子成员负责", "按职责分工", "组织实施"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns major matters."""
    _quorum(book, plan)
    _wrong_organ(book, plan)
    _on_an_agenda(book, plan)
    _by_the_branch(book, plan)
    _not_in_the_catalogue(book, plan)
    _minutes(book, plan)
    _carried_out(book, plan)
    _time_limits(book, plan)
    _portfolios(book, plan)


def _quorum(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, MeetingKind, int, Any, Status, str], ...] = (
        ("HY-A1", "党委会", 7, 4, "violated", "应到7人，实到4人，不到三分之二"),
        ("HY-C1", "党委会", 6, 4, "compliant", "应到6人，实到4人，正好三分之二"),
        ("HY-B1", "党委会", 7, MISSING, "undetermined", "实到人数没有登记"),
        ("HY-A2", "院长办公会", 7, 3, "violated", "应到7人，实到3人，不到二分之一"),
        ("HY-C2", "院长办公会", 8, 4, "compliant", "应到8人，实到4人，正好二分之一"),
    )
    for number, (key, kind, expected, present, status, why) in enumerate(lines):
        made = add_meeting(book, key, kind, date(2024, 8, 26) + timedelta(days=number))
        book.change(Meeting, key, expected=expected, present=present)
        plan.expect(status, _QUORUM[kind], made, why)
    before = add_meeting(book, "HY-C3", "党委会", DAY_BEFORE)
    book.change(Meeting, before.id, present=2)
    plan.expect("not_applicable", _QUORUM["党委会"], before, "文件印发的前一天开的会")


def _on_an_agenda(book: Book, plan: Plan) -> None:
    """Of what only the agenda of a meeting shows."""
    office = book.get(Meeting, "HY-办公会-09-1")
    decided = add_item(book, "YT-A1", office, "大额度资金使用")
    plan.expect("violated", _ELSEWHERE, decided, "大额度资金在院长办公会上定了，没有另行登记决策")
    daily = add_item(book, "YT-C1", office, "日常事项")
    plan.expect("not_applicable", _ELSEWHERE, daily, "日常事项")


def _wrong_organ(book: Book, plan: Plan) -> None:
    """Where the committee did not decide, the special rule is shown and the general one is not."""
    office = "HY-办公会-07-1"
    lines: tuple[tuple[str, DecidingBody, str | None, bool, tuple[str, ...], str], ...] = (
        ("JC-A1", "院长办公会", office, True, (_BY_COMMITTEE,), "大额度资金由院长办公会决定，没有上党委会"),
        ("JC-A2", "个人", None, False, (_BY_COMMITTEE, _COLLECTIVELY), "书记一人决定"),
        ("JC-A3", "党委会", committee_key(7, 1), False, (_COLLECTIVELY,), "上了党委会，没有讨论，书记一人定了"),
    )
    made_on = date(2024, 7, 12)
    for key, organ, meeting, collective, failed, why in lines:
        made = add_decision(book, key, made_on, "大额度资金使用", meeting=meeting, organ=organ, collective=collective)
        plan.expect("violated", _COMMITTEE, made, why, failed=failed)
        if meeting is None:
            plan.expect("not_applicable", _MINUTES, made, "没有会议，已经列作没有由党委会决定，不再问纪要")
    elsewhere = add_decision(book, "JC-A4", made_on, "大额度资金使用", meeting=office, organ="党委会")
    plan.expect("violated", _IN_MEETING, elsewhere, "记作党委会决定，却是在院长办公会上作出的")
    everyday = add_decision(book, "JC-C1", made_on, "日常事项", meeting=office, organ="院长办公会")
    plan.expect("not_applicable", _COMMITTEE, everyday, "日常事项，院长办公会可以决定")
    early = add_decision(book, "JC-C2", DAY_BEFORE, "重大项目安排", meeting=None, organ="个人", collective=False)
    plan.expect("not_applicable", _COMMITTEE, early, "文件印发的前一天决定")
    unsaid = add_decision(book, "JC-B1", made_on, "重大项目安排", meeting=committee_key(7, 1))
    book.change(Decision, unsaid.id, organ=MISSING)
    for rule in (_COMMITTEE, _IN_MEETING, _CATALOGUE):
        plan.expect("undetermined", rule, unsaid, "由谁决定没有登记")


def _by_the_branch(book: Book, plan: Plan) -> None:
    of_the_branch = add_decision(book, "JC-A5", date(2024, 9, 6), "重要干部任免", meeting=None, organ="支部委员会")
    why = "医院设有党委，干部任免由支部委员会决定"
    plan.expect("violated", _COMMITTEE, of_the_branch, why, failed=(_BY_COMMITTEE,))
    plan.expect("not_applicable", _MINUTES, of_the_branch, "没有会议，不再问纪要")


def _not_in_the_catalogue(book: Book, plan: Plan) -> None:
    """The committee decided, but the other hospital's catalogue does not hold such matters."""
    meeting = add_meeting(book, "HY-A5", "党委会", date(2024, 9, 10), body=PROVINCIAL)
    book.change(Meeting, meeting.id, chair="S003", recorder="S003", attendees=("S003",))
    made = add_decision(
        book, "JC-A12", date(2024, 9, 10), "大额度资金使用", meeting=meeting.id, body=PROVINCIAL, result="不通过"
    )
    plan.expect("violated", _CATALOGUE, made, "事项清单里没有大额度资金使用，由谁决定没有依据")
    plan.expect("compliant", _COMMITTEE, made, "由党委会集体讨论决定")


def _minutes(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, Any, Status, str], ...] = (
        ("HY-A4", None, "violated", "党委会没有纪要"),
        ("HY-B4", MISSING, "undetermined", "有没有纪要没有登记"),
    )
    for key, minutes, status, why in lines:
        meeting = add_meeting(book, key, "党委会", date(2024, 10, 29))
        book.change(Meeting, key, minutes=minutes)
        made = add_decision(book, f"JC-{key}", date(2024, 10, 29), "重大事项决策", meeting=meeting.id)
        plan.expect(status, _MINUTES, made, why)


def _carried_out(book: Book, plan: Plan) -> None:
    made_on = date(2024, 6, 5)
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("JC-A6", {"carried_out_by": "R008"}, "violated", (_BY_LEADER, _BY_PORTFOLIO), "由院办主任负责，不是班子成员"),
        ("JC-A7", {"carried_out_by": None}, "violated", (_BY_LEADER, _BY_PORTFOLIO), "没有指定负责人"),
        ("JC-A8", {"carried_out": None}, "violated", (_DONE,), "半年多没有实施"),
        ("JC-A9", {"carried_out": date(2024, 6, 4)}, "violated", (_DONE,), "决定的前一天就实施了"),
        ("JC-B2", {"carried_out": MISSING}, "undetermined", (), "是否实施没有登记"),
        ("JC-C3", {"carried_out": made_on}, "compliant", (), "决定当日实施"),
        ("JC-C4", {"carried_out": None, "result": "缓议"}, "not_applicable", (), "缓议，不用实施"),
        ("JC-C5", {"carried_out": date(2025, 2, 20)}, "compliant", (), "过了九十天才实施，晚实施也算实施"),
        ("JC-C6", {"carried_out_by": LEADERS[1]}, "compliant", (), "院长主持全面工作，不另问分管"),
    )
    for key, values, status, failed, why in lines:
        made = add_decision(book, key, made_on, "重大项目安排", meeting=committee_key(6, 1), **values)
        plan.expect(status, _CARRIED_OUT, made, why, failed=failed)


def _time_limits(book: Book, plan: Plan) -> None:
    """Ninety days to carry a decision out, sixty to follow it up, counted to the day of judgement."""
    lines: tuple[tuple[str, int, str, dict[str, Any], Status, str], ...] = (
        ("JC-C7", DECISION_DAYS, _CARRIED_OUT, {"carried_out": None}, "pending", "到判定日正好九十天，还没有实施"),
        ("JC-A10", DECISION_DAYS + 1, _CARRIED_OUT, {"carried_out": None}, "violated", "到判定日九十一天，没有实施"),
        ("JC-A11", FOLLOW_UP_DAYS + 1, _FOLLOWED_UP, {"supervised": False}, "violated", "六十一天没有督办"),
        ("JC-C9", FOLLOW_UP_DAYS, _FOLLOWED_UP, {"supervised": False}, "pending", "到判定日正好六十天，还没有督办"),
        ("JC-B3", FOLLOW_UP_DAYS + 9, _FOLLOWED_UP, {"supervised": MISSING}, "undetermined", "是否督办没有登记"),
    )
    for key, days, rule, values, status, why in lines:
        made_on = AS_OF - timedelta(days=days)
        made = add_decision(book, key, made_on, "重大项目安排", meeting=committee_key(12, 1), **values)
        failed = (_DONE,) if status == "violated" and rule == _CARRIED_OUT else ()
        plan.expect(status, rule, made, why, failed=failed)


def _portfolios(book: Book, plan: Plan) -> None:
    gone = LEADERS[5]
    book.change(LeaderPortfolio, f"FG-{gone}", span=span(date(2023, 3, 1), date(2024, 12, 30)))
    why = "分工调整后没有分管，年底前一天起空缺"
    plan.expect("violated", _PORTFOLIO, ("PostTenure", tenure("GW06", gone)), why)
    stays = LEADERS[4]
    book.change(LeaderPortfolio, f"FG-{stays}", span=span(date(2023, 3, 1), LAST_DAY))
    plan.expect("compliant", _PORTFOLIO, ("PostTenure", tenure("GW05", stays)), "分管正好到年底那一天")
    book.remove(LeaderPortfolio, f"FG-{LEADERS[1]}")
    president = ("PostTenure", tenure("GW02", LEADERS[1]))
    plan.expect("not_applicable", _PORTFOLIO, president, "院长主持全面工作，没有登记分管也不问")
