"""Staff without a file, decisions that do not rest on the latest grade, rules without effect, leaders not educated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from made.book import Book, Plan, Status
from made.days import whole
from pydantic import MISSING

from hospital.days import DAY_BEFORE, LAST_DAY
from hospital.ordinary.bodies import HOSPITAL, PRIVATE, PROVINCIAL
from hospital.ordinary.ethics import add_assessment, add_decision, effect_rule, file_of
from hospital.ordinary.posts import tenure
from hospital.planted.found import body
from qinglian_rules.facts.ethics import EffectRule, EthicsAssessment, EthicsFile, Grade, PersonnelDecision
from qinglian_rules.facts.people import Person
from qinglian_rules.facts.training import Attendance, TrainingSession

_FILE = "ha-2024/1.5/everybody-has-an-ethics-file"
_EFFECTS = "ha-2024/1.5/results-have-effects"
_USED = "ha-2024/1.5/decisions-use-the-results"
_LEADERS = "ha-2024/4.13/leaders-educated"
_MANAGERS = "ha-2024/4.13/middle-managers-educated"
_WARNING = "ha-2024/2.8/warning-education-held"
_BY_RULE, _CITED, _LATEST = "依据本院规定", "引用本人考评", "是最近一次考评"
_FOR_THE_GRADE, _CARRIED_OUT = "适用该等级的规定", "按规定执行"
_WITH_EFFECT: tuple[Grade, ...] = ("优秀", "一般", "较差")
_DECIDED = date(2024, 11, 8)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns ethics and education."""
    _files(book, plan)
    _effects(book, plan)
    _decisions(book, plan)
    _education(book, plan)


def _files(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any] | None, Status, str], ...] = (
        ("R011", None, "violated", "没有医德档案"),
        ("R023", {"opened": date(2025, 1, 2)}, "violated", "次年1月2日才建档"),
        ("R035", {"opened": LAST_DAY}, "compliant", "年底最后一天建档"),
        ("R062", {"body": MISSING}, "undetermined", "档案建在哪家医院没有登记"),
        ("R095", None, "not_applicable", "没有档案，年底前一天已经离职"),
    )
    for person, values, status, why in lines:
        if values is not None:
            book.change(EthicsFile, file_of(person), **values)
        elif person != "R095":
            book.remove(EthicsFile, file_of(person))
        plan.expect(status, _FILE, ("Person", person), why)
    book.change(Person, "R139", is_medical_staff=MISSING)
    plan.expect("undetermined", _FILE, ("Person", "R139"), "没有档案，是不是医务人员没有登记")
    book.change(EthicsFile, file_of("S001"), body=HOSPITAL)
    plan.expect("violated", _FILE, ("Person", "S001"), "档案建在另一家医院")


def _effects(book: Book, plan: Plan) -> None:
    for grade in _WITH_EFFECT:
        book.change(EffectRule, effect_rule(PRIVATE, "评先评优", grade), effect="无影响")
    plan.expect("violated", _EFFECTS, body(PRIVATE), "各个等级都“无影响”，不是运用")
    for grade in _WITH_EFFECT:
        rule = effect_rule(PROVINCIAL, "评先评优", grade)
        book.change(EffectRule, rule, effect=MISSING if grade == "较差" else "无影响")
    plan.expect("undetermined", _EFFECTS, body(PROVINCIAL), "“较差”有什么后果没有登记")


def _not_decided_on(book: Book, grade: Grade) -> Iterator[EthicsAssessment]:
    """Yield the assessments of 2023 with a grade, of persons on whom nothing was decided in the year."""
    decided = {one.person for one in book.of(PersonnelDecision)}
    for one in book.of(EthicsAssessment):
        if one.year == 2023 and one.grade == grade and one.person not in decided:
            yield one


def _decide(book: Book, key: str, cited: EthicsAssessment, decided: date = _DECIDED) -> PersonnelDecision:
    assert isinstance(cited.person, str)
    return add_decision(book, key, cited.person, "职称聘任", decided, cited)


def _decisions(book: Book, plan: Plan) -> None:
    excellent, poor = _not_decided_on(book, "优秀"), _not_decided_on(book, "一般")
    other_rule, other_person = effect_rule(HOSPITAL, "绩效分配", "优秀"), next(excellent).id
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("RS-A1", {"basis": None}, "violated", (_BY_RULE,), "没有依据本院的规定"),
        ("RS-A2", {"assessment": None}, "violated", (_CITED,), "没有引用考评"),
        ("RS-A3", {"assessment": other_person}, "violated", (_CITED,), "引用了别人的考评"),
        ("RS-A4", {"basis": other_rule}, "violated", (_BY_RULE,), "依据的是绩效分配的规定"),
        ("RS-A6", {"result": "有利"}, "violated", (_CARRIED_OUT,), "考评“一般”，规定不予聘任，照样聘任"),
        ("RS-B1", {"assessment": MISSING}, "undetermined", (), "引用了哪次考评没有登记"),
        ("RS-B2", {"basis": MISSING}, "undetermined", (), "依据什么没有登记"),
    )
    for key, values, status, failed, why in lines:
        made = _decide(book, key, next(poor if key == "RS-A6" else excellent))
        book.change(PersonnelDecision, key, **values)
        plan.expect(status, _USED, made, why, failed=failed)
    _not_the_latest(book, plan, excellent)
    _not_the_grade(book, plan)


def _not_the_latest(book: Book, plan: Plan, excellent: Iterator[EthicsAssessment]) -> None:
    """A second assessment came on the day of the decision, or on the day after it."""
    lines: tuple[tuple[str, date, Status, tuple[str, ...], str], ...] = (
        ("RS-A5", _DECIDED, "violated", (_LATEST,), "当日已有新的考评，引用的是旧的"),
        ("RS-C1", date(2024, 11, 9), "compliant", (), "新的考评在决定的次日才有"),
    )
    for key, day, status, failed, why in lines:
        cited = next(excellent)
        assert isinstance(cited.person, str)
        made = _decide(book, key, cited)
        add_assessment(book, f"KP-复核-{cited.person}", cited.person, 2023, day, "优秀")
        plan.expect(status, _USED, made, why, failed=failed)


def _not_the_grade(book: Book, plan: Plan) -> None:
    good = _not_decided_on(book, "良好")
    made = _decide(book, "RS-A7", next(good))
    book.change(PersonnelDecision, made.id, basis=effect_rule(HOSPITAL, "职称聘任", "优秀"))
    plan.expect("violated", _USED, made, "考评“良好”，用了“优秀”的加分", failed=(_FOR_THE_GRADE,))
    before = _decide(book, "RS-C2", next(good), DAY_BEFORE)
    book.change(PersonnelDecision, before.id, basis=None)
    plan.expect("not_applicable", _USED, before, "文件印发的前一天决定，没有依据本院的规定")
    without = _decide(book, "RS-C3", next(good))
    book.change(PersonnelDecision, without.id, decision="年度考核", basis=None, assessment=None)
    plan.expect("not_applicable", _USED, without, "本院没有规定考评结果运用到年度考核")


def _education(book: Book, plan: Plan) -> None:
    year = whole(2024)
    lines: tuple[tuple[str, str, str, str, Status, str], ...] = (
        (_LEADERS, "GW04", "R004", "absent", "violated", "全年只参加了业务培训"),
        (_LEADERS, "GW07", "R007", "unsaid", "undetermined", "是否到会没有登记"),
        (_LEADERS, "GW03", "R003", "once", "compliant", "全年只参加了一次廉洁教育"),
        (_MANAGERS, "GW30", "R009", "absent", "violated", "全年只参加了业务培训"),
        (_MANAGERS, "GW31", "R021", "caught up", "compliant", "都缺席，年底最后一天补学了一次"),
    )
    for rule, post, person, how, status, why in lines:
        _stay_away(book, person, how)
        plan.expect(status, rule, ("PostTenure", tenure(post, person)), why, period=year)
    session = f"PX-{PRIVATE}"
    book.change(TrainingSession, session, state="计划")
    plan.expect("violated", _WARNING, body(PRIVATE), "警示教育只列入了计划", period=year)


def _stay_away(book: Book, person: str, how: str) -> None:
    """Make a person absent from all education but the training in the trade."""
    own = [one for one in book.of(Attendance) if one.person == person and "业务" not in str(one.session)]
    for number, one in enumerate(own):
        if how == "once" and number == 0:
            continue
        reason = "休假"
        attended: Any = MISSING if how == "unsaid" else False
        made_up = LAST_DAY if how == "caught up" and number == 0 else None
        book.change(Attendance, one.id, attended=attended, reason=reason, made_up=made_up)
