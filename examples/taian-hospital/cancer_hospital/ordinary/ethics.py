"""Assessments of ethics, what the hospital's rules make of a grade, decisions that follow, appraisals, pay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from cancer_hospital.days import workday_from
from cancer_hospital.ordinary.bodies import BRANCHES, SECRETARIES, put
from cancer_hospital.ordinary.people import medical
from made.book import Book
from made.days import span

from qinglian_rules.facts.ethics import (
    Appraisal,
    Commendation,
    EffectRule,
    EthicsAssessment,
    Grade,
    GradeEffect,
    PayScheme,
    PersonnelDecision,
    PersonnelKind,
)

ASSESSED = {2024: date(2025, 1, 13), 2025: date(2025, 12, 22)}
"""The day on which the assessments of a year are signed."""

PURPOSES: tuple[tuple[PersonnelKind, GradeEffect, GradeEffect, date, int], ...] = (
    ("年度考核", "加分", "降等", date(2025, 12, 29), 2025),
    ("职称聘任", "优先", "不予聘任", date(2025, 7, 18), 2024),
    ("岗位聘用", "优先", "不予聘任", date(2025, 3, 21), 2024),
    ("评先评优", "优先", "取消资格", date(2025, 12, 30), 2025),
    ("绩效分配", "加分", "扣减", date(2025, 6, 27), 2024),
)
"""What results are used for, what a good and a bad grade do, when it is decided, and by whose year of assessment."""

SPARE = tuple(f"R{number}" for number in range(100, 107))
"""People about whom nothing is decided in an ordinary year."""

_GRADES: tuple[Grade, ...] = ("优秀", "良好", "一般")


def write(book: Book, rng: Random) -> None:
    """Write rules, two years of assessments, decisions and appraisals of the year, and the scheme of pay."""
    for kind, good, bad, _, _ in PURPOSES:
        lines: tuple[tuple[Grade, GradeEffect], ...] = (
            ("优秀", good),
            ("良好", "无影响"),
            ("一般", bad),
            ("较差", bad),
        )
        for grade, effect in lines:
            add_effect(book, effect_rule(kind, grade), kind, grade, effect)
    for year, day in ASSESSED.items():
        for person in medical(book):
            grade = rng.choices(_GRADES, (2, 6, 1))[0]
            add_assessment(book, assessment(person, year), person, year, workday_from(day), grade)
    for kind, _, _, day, year in PURPOSES:
        for person in sorted(rng.sample(_decided_about(book), 14)):
            add_decision(book, f"RS-{kind}-{person}", person, kind, workday_from(day), assessment(person, year))
    _appraisals(book, rng)
    add_scheme(book, "XC-2025", date(2025, 5, 6))
    usual: dict[str, Any] = {"honour": "行风先进个人", "decided": date(2025, 8, 15), "person": "R040", "unit": None}
    put(book, Commendation, "BZ-1", usual, {"praised": True, "rewarded": True, "number": None})


def assessment(person: str, year: int) -> str:
    """Return the id of one person's assessment of a year."""
    return f"KP-{year}-{person}"


def effect_rule(kind: PersonnelKind, grade: Grade) -> str:
    """Return the id of the line of the hospital's rule on a grade."""
    return f"GD-{kind}-{grade}"


def add_effect(
    book: Book, key: str, kind: PersonnelKind, grade: Grade | None, effect: GradeEffect, **more: Any
) -> EffectRule:
    """Write one line of the hospital's rule; `more` overrides fields."""
    usual: dict[str, Any] = {
        "span": span(date(2024, 1, 1)),
        "decision": kind,
        "grade": grade,
        "effect": effect,
        "years": None,
        "number": "泰肿示人〔2023〕9号",
    }
    return put(book, EffectRule, key, usual, more)


def add_assessment(
    book: Book, key: str, person: str, year: int, day: date, grade: Grade, **more: Any
) -> EthicsAssessment:
    """Write one assessment; `more` overrides fields."""
    usual: dict[str, Any] = {
        "person": person,
        "year": year,
        "assessed": day,
        "grade": grade,
        "covers_nine_rules": True,
        "published": True,
        "signed_by": person,
    }
    return put(book, EthicsAssessment, key, usual, more)


def add_decision(
    book: Book, key: str, person: str, kind: PersonnelKind, decided: date, cited: str, **more: Any
) -> PersonnelDecision:
    """Write one decision that rests on an assessment and on the rule for its grade; `more` overrides fields."""
    grade = book.get(EthicsAssessment, cited).grade
    assert isinstance(grade, str)
    usual: dict[str, Any] = {
        "person": person,
        "decision": kind,
        "decided": decided,
        "year": decided.year,
        "result": "不利" if grade in {"一般", "较差"} else "有利",
        "basis": effect_rule(kind, grade),
        "assessment": cited,
        "collective": None,
        "party_work_considered": True,
        "reason": None,
    }
    return put(book, PersonnelDecision, key, usual, more)


def add_appraisal(book: Book, key: str, person: str, kind: str, appraised: date, **more: Any) -> Appraisal:
    """Write one appraisal; `more` overrides fields."""
    usual: dict[str, Any] = {
        "person": person,
        "appraisal": kind,
        "year": 2025,
        "appraised": appraised,
        "result": "合格",
        "covers_nine_rules": True,
        "covers_party_work": True,
        "assessment": None,
    }
    return put(book, Appraisal, key, usual, more)


def add_scheme(book: Book, key: str, start: date, **more: Any) -> PayScheme:
    """Write one scheme of pay to which results are tied; `more` overrides fields."""
    usual: dict[str, Any] = {
        "span": span(start),
        "adopted": start,
        "decision": None,
        "total_managed": True,
        "total": Decimal(61_000_000),
        "linked_to_appraisal": True,
        "linked_to_hospital_appraisal": True,
        "linked_to_head_pay": True,
        "linked_to_revenue": False,
        "reflects_duties": True,
        "reflects_knowledge": True,
        "published": True,
        "forms": ("岗位绩效工资", "年薪制", "协议工资", "项目工资", "其他"),
    }
    return put(book, PayScheme, key, usual, more)


def _appraisals(book: Book, rng: Random) -> None:
    for branch in BRANCHES:
        add_appraisal(book, f"DJ-{branch}", SECRETARIES[branch], "党建考核", date(2026, 1, 22))
    for person in sorted(rng.sample(_decided_about(book), 20)):
        cited = assessment(person, 2025)
        add_appraisal(book, f"NK-{person}", person, "年度考核", date(2025, 12, 30), assessment=cited)
        add_appraisal(book, f"JX-{person}", person, "绩效考核", date(2025, 7, 4))


def _decided_about(book: Book) -> list[str]:
    return [person for person in medical(book) if person not in SPARE]
