"""Assessments of ethics, yearly appraisals, the hospital's rule on what a grade does, and decisions that follow it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.book import Book
from made.days import span

from hospital.days import workday_from
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE
from hospital.ordinary.education import employed
from hospital.ordinary.people import doctors
from qinglian_rules.facts.accreditation import AccreditationReview, ReviewKind
from qinglian_rules.facts.ethics import (
    Appraisal,
    AppraisalKind,
    EffectRule,
    EthicsAssessment,
    EthicsFile,
    Grade,
    GradeEffect,
    PersonnelDecision,
    PersonnelKind,
    PersonnelResult,
)
from qinglian_rules.facts.people import Person

YEARS = (2022, 2023, 2024)
_EFFECTS: tuple[tuple[PersonnelKind, GradeEffect], ...] = (
    ("评先评优", "取消资格"),
    ("职务晋级", "不予晋升"),
    ("职称聘任", "不予聘任"),
    ("绩效分配", "扣减"),
    ("岗位聘用", "不予聘任"),
    ("定期考核", "无影响"),
)
_GRADES: tuple[Grade, ...] = ("优秀", "良好", "合格")


def write(book: Book, rng: Random) -> None:
    """Write assessments of three years, the rule on their use, and the decisions of 2023."""
    for kind, effect in _EFFECTS:
        _effect_rules(book, kind, effect)
    for person in sorted(one.id for one in book.of(Person) if one.is_medical_staff is True):
        _file(book, person)
    for year in YEARS:
        day = workday_from(date(year, 12, 12))
        for person in medical_staff(book, day):
            grade = _GRADES[0 if rng.random() < 0.2 else rng.randint(1, 2)]
            add_assessment(book, person, year, day, grade)
    for person in medical_staff(book, date(2023, 12, 19)):
        _appraisal(book, person, 2023, date(2023, 12, 19), "年度考核")
    for person in doctors(book, "KS01"):
        _appraisal(book, person, 2023, date(2023, 12, 22), "医师定期考核")
    _decisions(book, rng)
    _reviews(book)


def medical_staff(book: Book, day: date) -> list[str]:
    """Return the medical staff who worked there on a day."""
    medical = {person.id for person in book.of(Person) if person.is_medical_staff is True}
    return [person for person in employed(book, day) if person in medical]


def assessment(person: str, year: int) -> str:
    """Return the id of one person's assessment of a year."""
    return f"KP-{year}-{person}"


def add_assessment(book: Book, person: str, year: int, day: date, grade: Grade) -> EthicsAssessment:
    """Write one assessment."""
    made = EthicsAssessment(
        id=assessment(person, year),
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


def effect_rule(kind: PersonnelKind, grade: Grade) -> str:
    """Return the id of the line of the hospital's rule that a grade falls under."""
    return f"GD-{kind}-{grade if grade in {'优秀', '不合格'} else '其他'}"


def add_decision(
    book: Book, key: str, person: str, kind: PersonnelKind, decided: date, cited: EthicsAssessment
) -> PersonnelDecision:
    """Write one decision that rests on an assessment and on the line of the rule for its grade."""
    grade = cited.grade
    assert isinstance(grade, str)
    result: PersonnelResult = "不利" if grade == "不合格" else "有利"
    made = PersonnelDecision(
        id=key,
        body=HOSPITAL,
        person=person,
        decision=kind,
        decided=decided,
        year=decided.year,
        result=result,
        basis=effect_rule(kind, grade),
        assessment=cited.id,
        collective=None,
        reason=None,
    )
    book.add(made)
    return made


def _effect_rules(book: Book, kind: PersonnelKind, effect: GradeEffect) -> None:
    lines: tuple[tuple[Grade | None, GradeEffect], ...] = (("优秀", "优先"), ("不合格", effect), (None, "无影响"))
    for grade, what in lines:
        book.add(
            EffectRule(
                id=f"GD-{kind}-{grade or '其他'}",
                body=HOSPITAL,
                span=span(date(2022, 1, 1)),
                decision=kind,
                grade=grade,
                effect=what,
                years=None,
                number="院人〔2021〕30号",
            )
        )


def file_of(person: str) -> str:
    """Return the id of a person's file of ethics."""
    return f"DA-{person}"


def _file(book: Book, person: str) -> None:
    opened = date(2021, 11, 1)
    book.add(EthicsFile(id=file_of(person), body=HOSPITAL, person=person, opened=opened, updated=opened, number=None))


def _appraisal(book: Book, person: str, year: int, day: date, kind: AppraisalKind) -> None:
    book.add(
        Appraisal(
            id=f"{'KH' if kind == '年度考核' else 'DK'}-{year}-{person}",
            body=HOSPITAL,
            person=person,
            appraisal=kind,
            year=year,
            appraised=day,
            result="合格",
            covers_nine_rules=True,
            assessment=assessment(person, year),
        )
    )


def _decisions(book: Book, rng: Random) -> None:
    """Write the decisions of 2023; those of the first half cite the year before."""
    plans: tuple[tuple[PersonnelKind, date, int], ...] = (
        ("职称聘任", date(2023, 3, 15), 8),
        ("职务晋级", date(2023, 5, 19), 4),
        ("评先评优", date(2023, 12, 27), 12),
        ("绩效分配", date(2023, 12, 29), 40),
        ("岗位聘用", date(2023, 4, 20), 6),
        ("定期考核", date(2023, 12, 26), 6),
    )
    for kind, decided, count in plans:
        year = decided.year if decided.month == 12 else decided.year - 1
        staff = [p for p in medical_staff(book, decided) if p in set(medical_staff(book, date(year, 12, 12)))]
        for person in sorted(rng.sample(staff, count)):
            cited = book.get(EthicsAssessment, assessment(person, year))
            add_decision(book, f"RS-{kind}-{person}", person, kind, decided, cited)


def _reviews(book: Book) -> None:
    add_review(book, "PS-01", "临床重点专科评审", date(2023, 6, 28), "KS01")
    add_review(book, "PS-02", "临床重点专科评审", date(2023, 9, 15), "KS03")
    add_review(book, "PS-03", "其他评审", date(2023, 10, 20), None)


def add_review(book: Book, key: str, kind: ReviewKind, held: date, department: str | None) -> AccreditationReview:
    """Write one review of the hospital, passed without a major problem."""
    made = AccreditationReview(
        id=key,
        body=HOSPITAL,
        reviewer=CITY if kind == "其他评审" else PROVINCE,
        review=kind,
        specialty=None,
        department=department,
        held=held,
        span=span(held - timedelta(days=365), held),
        result="通过",
        score=None,
        major_problem=False,
        finding_document=None,
        found_on=None,
        finding=None,
        cases=(),
        covers_integrity=True,
    )
    book.add(made)
    return made
