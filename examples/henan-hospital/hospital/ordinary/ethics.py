"""Files and assessments of ethics, the hospitals' rules on what a grade does, and decisions that follow them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.book import Book
from made.days import span

from hospital.days import workday_from
from hospital.ordinary.bodies import HOSPITAL, HOSPITALS, PRIVATE, PROVINCIAL
from hospital.ordinary.people import staff
from qinglian_rules.facts.ethics import (
    EffectRule,
    EthicsAssessment,
    EthicsFile,
    Grade,
    GradeEffect,
    PersonnelDecision,
    PersonnelKind,
    PersonnelResult,
)

ASSESSED = {2023: date(2024, 1, 15), 2024: date(2024, 12, 16)}
"""The day on which the assessments of a year are signed."""

_EFFECTS: tuple[tuple[PersonnelKind, GradeEffect, GradeEffect], ...] = (
    ("评先评优", "优先", "取消资格"),
    ("职称聘任", "加分", "不予聘任"),
    ("绩效分配", "加分", "扣减"),
)
_GRADES: tuple[Grade, ...] = ("优秀", "良好", "一般")


def write(book: Book, rng: Random) -> None:
    """Write files, rules, two years of assessments, and the decisions of 2024."""
    for body in HOSPITALS:
        for person in staff(book, body, medical=True):
            add_file(book, person, body, date(2016, 1, 4) + timedelta(days=rng.randrange(2400)))
    for kind, good, bad in _EFFECTS:
        _add_rules(book, HOSPITAL, kind, good, bad)
    for body in (PROVINCIAL, PRIVATE):
        _add_rules(book, body, "评先评优", "优先", "取消资格")
    for year, day in ASSESSED.items():
        for person in staff(book, medical=True):
            add_assessment(book, assessment(person, year), person, year, workday_from(day), _grade(rng))
    _decisions(book, rng)


def file_of(person: str) -> str:
    """Return the id of a person's file."""
    return f"DA-{person}"


def assessment(person: str, year: int) -> str:
    """Return the id of one person's assessment of a year."""
    return f"KP-{year}-{person}"


def effect_rule(body: str, kind: PersonnelKind, grade: Grade) -> str:
    """Return the id of the line of a hospital's rule on a grade."""
    return f"GD-{body}-{kind}-{grade}"


def add_file(book: Book, person: str, body: str, opened: date) -> EthicsFile:
    """Write one file."""
    made = EthicsFile(
        id=file_of(person), body=body, person=person, opened=opened, updated=date(2024, 12, 20), number=f"档{person}"
    )
    book.add(made)
    return made


def add_assessment(book: Book, key: str, person: str, year: int, day: date, grade: Grade) -> EthicsAssessment:
    """Write one assessment."""
    made = EthicsAssessment(
        id=key,
        body=HOSPITAL,
        person=person,
        year=year,
        assessed=day,
        grade=grade,
        covers_nine_rules=True,
        published=True,
        signed_by=person,
    )
    book.add(made)
    return made


def add_decision(
    book: Book, key: str, person: str, kind: PersonnelKind, decided: date, cited: EthicsAssessment
) -> PersonnelDecision:
    """Write one decision that rests on an assessment and on the line of the rule for its grade."""
    grade = cited.grade
    assert isinstance(grade, str)
    result: PersonnelResult = "不利" if grade in {"一般", "较差"} else "有利"
    made = PersonnelDecision(
        id=key,
        body=HOSPITAL,
        person=person,
        decision=kind,
        decided=decided,
        year=decided.year,
        result=result,
        basis=effect_rule(HOSPITAL, kind, grade),
        assessment=cited.id,
        collective=None,
        reason=None,
    )
    book.add(made)
    return made


def _grade(rng: Random) -> Grade:
    return rng.choices(_GRADES, (2, 6, 1))[0]


def _add_rules(book: Book, body: str, kind: PersonnelKind, good: GradeEffect, bad: GradeEffect) -> None:
    lines: tuple[tuple[Grade, GradeEffect], ...] = (
        ("优秀", good),
        ("良好", "无影响"),
        ("一般", bad),
        ("较差", bad),
    )
    for grade, effect in lines:
        book.add(
            EffectRule(
                id=effect_rule(body, kind, grade),
                body=body,
                span=span(date(2022, 1, 1)),
                decision=kind,
                grade=grade,
                effect=effect,
                years=None,
                number="院人〔2021〕30号",
            )
        )


def _decisions(book: Book, rng: Random) -> None:
    """Write the decisions of the year; those of the summer cite the assessments of the year before."""
    plans: tuple[tuple[PersonnelKind, date, int, int], ...] = (
        ("职称聘任", date(2024, 7, 19), 2023, 15),
        ("绩效分配", date(2024, 6, 28), 2023, 40),
        ("评先评优", date(2024, 12, 26), 2024, 20),
    )
    for kind, decided, year, count in plans:
        for person in sorted(rng.sample(staff(book, medical=True), count)):
            cited = book.get(EthicsAssessment, assessment(person, year))
            add_decision(book, f"RS-{kind}-{person}", person, kind, decided, cited)
