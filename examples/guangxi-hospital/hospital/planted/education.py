"""Months without study, people who were missing, leaders who did not lead; and who had just come or gone."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import month, span, whole
from pydantic import MISSING

from hospital.days import AS_OF
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.education import attend, attendance, key_post_session, monthly, training_plan
from hospital.ordinary.posts import CONDUCT_LEADER, HEAD_CHANGED, NEW_HEAD, add_tenure, tenure
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.people import Employment, Person
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.training import Attendance, TrainingSession
from qinglian_rules.facts.values import DateSpan

_SUBJECT = ("Hospital", HOSPITAL)
_MONTHLY = "gx-2021/3.1.2/monthly-study"
_EVERYBODY = "gx-2021/3.1.2/everybody-attends"
_KEY_POSTS = "gx-2021/3.1.2/key-post-staff-educated"
_LEADS = "gx-2021/3.1.2/leader-takes-the-lead"
_PLAN = "gx-2021/3.1.2/annual-training-plan"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns study and training."""
    _months(book, plan)
    _months_unknown(book, plan)
    _absences(book, plan)
    _absences_unknown(book, plan)
    _comings_and_goings(book, plan)
    _leaders(book, plan)
    _key_posts(book, plan)
    _plans(book, plan)


def _strike(book: Book, key: str) -> None:
    """Take out all that is entered for a session."""
    for entry in book.of(Attendance):
        if entry.session == key:
            book.remove(Attendance, entry.id)


def _move(book: Book, key: str, held: date) -> None:
    """Move a session to another day, with all that is entered for it."""
    book.change(TrainingSession, key, held=held)
    for entry in book.of(Attendance):
        if entry.session == key:
            book.change(Attendance, entry.id, held=held)


def _months(book: Book, plan: Plan) -> None:
    called_off = monthly(2022, 2)
    _strike(book, called_off)
    book.change(TrainingSession, called_off, state="取消", present=0)
    plan.expect("violated", _MONTHLY, _SUBJECT, "2022年2月安排了专题学习，但取消了", period=month(2022, 2))

    never = monthly(2023, 7)
    _strike(book, never)
    book.remove(TrainingSession, never)
    plan.expect("violated", _MONTHLY, _SUBJECT, "2023年7月没有专题学习", period=month(2023, 7))

    _move(book, monthly(2023, 3), date(2023, 3, 31))
    plan.expect("compliant", _MONTHLY, _SUBJECT, "3月最后一天举行", period=month(2023, 3))


def _months_unknown(book: Book, plan: Plan) -> None:
    doubtful = monthly(2023, 10)
    _strike(book, doubtful)
    book.change(TrainingSession, doubtful, state=MISSING, present=MISSING)
    why = "2023年10月的专题学习有没有举行没有登记"
    plan.expect("undetermined", _MONTHLY, _SUBJECT, why, period=month(2023, 10))
    plan.expect("undetermined", _EVERYBODY, ("TrainingSession", doubtful), why)

    lost = monthly(2024, 2)
    _strike(book, lost)
    book.remove(TrainingSession, lost)
    (all_sessions,) = (one for one in book.of(Complete) if one.type == "TrainingSession")
    book.remove(Complete, all_sessions.key)
    book.add(Complete(type="TrainingSession", end=date(2024, 1, 31)))
    book.add(Complete(type="TrainingSession", start=date(2024, 3, 1), end=AS_OF))
    why = "2024年2月的培训台账没有交来，不能断定没有学习"
    plan.expect("undetermined", _MONTHLY, _SUBJECT, why, period=month(2024, 2))


def _absences(book: Book, plan: Plan) -> None:
    on_duty, unlisted, several = monthly(2022, 5), monthly(2023, 9), monthly(2024, 11)
    entry = attendance(on_duty, "R018")
    book.change(Attendance, entry, attended=False, reason="值班", made_up=date(2022, 5, 30))
    both = ("全员覆盖", "无人缺席")
    why = "R018 值班缺席，月底补学不改变当次的覆盖"
    plan.expect("violated", _EVERYBODY, ("TrainingSession", on_duty), why, failed=both)

    book.remove(Attendance, attendance(unlisted, "R060"))
    why = "签到表上没有 R060，当日在岗"
    plan.expect("violated", _EVERYBODY, ("TrainingSession", unlisted), why, failed=("全员覆盖",))

    for person in ("R021", "R022", "R049"):
        book.change(Attendance, attendance(several, person), attended=False, reason="出差")
    plan.expect("violated", _EVERYBODY, ("TrainingSession", several), "三人出差缺席", failed=both)


def _absences_unknown(book: Book, plan: Plan) -> None:
    book.add(
        Person(id="R103", body=HOSPITAL, is_medical_staff=True, profession="护士", department="KS02"),
        Employment(
            id="PY-R103",
            body=HOSPITAL,
            person="R103",
            span=DateSpan(end=date(2021, 11, 30)),
            department="KS02",
            staff_kind="合同制",
            on_leave=False,
        ),
    )
    for key in (monthly(2021, 10), monthly(2021, 11)):
        why = "R103 哪天入职没有登记，不知道当日是否在岗"
        plan.expect("undetermined", _EVERYBODY, ("TrainingSession", key), why)

    blurred = monthly(2024, 6)
    book.change(Attendance, attendance(blurred, "R007"), attended=MISSING)
    plan.expect("undetermined", _EVERYBODY, ("TrainingSession", blurred), "R007 的签到无法辨认")


def _comings_and_goings(book: Book, plan: Plan) -> None:
    day_after, last_day, gone = monthly(2022, 11), monthly(2022, 6), monthly(2023, 4)
    _move(book, day_after, date(2022, 11, 16))
    if any(entry.id == attendance(day_after, "R040") for entry in book.of(Attendance)):
        book.remove(Attendance, attendance(day_after, "R040"))
    why = "R040 前一天刚离职，不在应到之列"
    plan.expect("compliant", _EVERYBODY, ("TrainingSession", day_after), why)

    _move(book, last_day, date(2022, 6, 30))
    why = "R012 最后一天在岗，到了；R011 次日才入职"
    plan.expect("compliant", _EVERYBODY, ("TrainingSession", last_day), why)

    session = book.get(TrainingSession, gone)
    attend(book, session, "R026")
    book.change(Attendance, attendance(gone, "R026"), attended=False, reason="其他")
    why = "签到表把两个月前离职的 R026 记作缺席，离职的人不算"
    plan.expect("compliant", _EVERYBODY, ("TrainingSession", gone), why)


def _leaders(book: Book, plan: Plan) -> None:
    for key in (monthly(2022, 3), monthly(2022, 11), key_post_session(2022)):
        book.change(TrainingSession, key, led_by=CONDUCT_LEADER)
    why = "2022年的教育都由分管副院长主讲，院长一次也没有"
    plan.expect("violated", _LEADS, _SUBJECT, why, period=whole(2022))

    for key in (monthly(2024, 3), monthly(2024, 11), key_post_session(2024)):
        book.change(TrainingSession, key, led_by=CONDUCT_LEADER)
    first_day = monthly(2024, 7)
    _move(book, first_day, HEAD_CHANGED)
    book.change(TrainingSession, first_day, led_by=NEW_HEAD)
    why = "2024年唯一的一次由新院长在到任当天主讲"
    plan.expect("compliant", _LEADS, _SUBJECT, why, period=whole(2024))


def _key_posts(book: Book, plan: Plan) -> None:
    book.remove(Attendance, attendance(key_post_session(2023), "R020"))
    subject = ("PostTenure", tenure("GW22", "R020"))
    plan.expect("violated", _KEY_POSTS, subject, "骨科主任2023年没有参加重点教育", period=whole(2023))

    book.change(Attendance, attendance(key_post_session(2022), "R005"), attended=False, reason="休假")
    subject = ("PostTenure", tenure("GW20", "R005"))
    plan.expect("violated", _KEY_POSTS, subject, "康复医学科主任2022年休假缺席，没有补上", period=whole(2022))

    book.change(Attendance, attendance(key_post_session(2024), "R013"), attended=MISSING)
    subject = ("PostTenure", tenure("GW21", "R013"))
    plan.expect("undetermined", _KEY_POSTS, subject, "神经内科主任的签到无法辨认", period=whole(2024))

    short = add_tenure(book, tenure("GW11", "R090"), "GW11", "R090", date(2023, 3, 1), date(2023, 12, 30))
    why = "12月30日离岗，年末已不在重点岗位"
    plan.expect("not_applicable", _KEY_POSTS, short, why, period=whole(2023))


def _plans(book: Book, plan: Plan) -> None:
    book.change(WorkPlan, training_plan(2022), adopted=date(2023, 1, 4))
    plan.expect("violated", _PLAN, _SUBJECT, "2022年的计划到2023年1月才制定", period=whole(2022))
    days = span(date(2024, 1, 1), date(2024, 12, 31))
    book.change(WorkPlan, training_plan(2024), adopted=date(2024, 12, 31), span=days)
    plan.expect("compliant", _PLAN, _SUBJECT, "2024年的计划在当年最后一天制定", period=whole(2024))
