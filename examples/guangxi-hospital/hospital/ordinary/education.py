"""Study and training: yearly plans, monthly sessions with everybody's attendance, sessions for key posts."""

from __future__ import annotations

from datetime import date
from random import Random

from made.book import Book
from made.days import span

from hospital.days import YEARS, in_plan, months, workday_from
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.posts import CONDUCT_LEADER, HEAD_CHANGED, NEW_HEAD, OLD_HEAD
from qinglian_rules.facts.people import Employment
from qinglian_rules.facts.posts import Post, PostTenure
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.training import Attendance, TrainingForm, TrainingSession

_TOPICS = ("廉洁从业行动计划", "九项准则", "“红包”范畴", "回扣专项整治", "医德医风", "典型案例", "纪律教育")
_FORMS: tuple[TrainingForm, ...] = ("现场", "现场", "线上", "科室学习", "观看警示片")


def write(book: Book, rng: Random) -> None:
    """Write plans, sessions and attendance."""
    for year in YEARS:
        _add_plan(book, year)
        _add_key_post_session(book, year)
    for number, (year, month) in enumerate(months()):
        held = workday_from(date(year, month, rng.randint(8, 20)))
        leader = head_on(held) if month in {3, 11} else CONDUCT_LEADER
        session = add_session(book, monthly(year, month), held, leader, number)
        attend(book, session, *employed(book, held))


def monthly(year: int, month: int) -> str:
    """Return the id of a month's session."""
    return f"XX-{year}{month:02}"


def training_plan(year: int) -> str:
    """Return the id of a year's training plan."""
    return f"JH-{year}-教育培训"


def attendance(session: str, person: str) -> str:
    """Return the id of one person's entry in one session."""
    return f"QD-{session}-{person}"


def head_on(day: date) -> str:
    """Return who heads the hospital on a day."""
    return OLD_HEAD if day < HEAD_CHANGED else NEW_HEAD


def employed(book: Book, day: date) -> list[str]:
    """Return who works for the hospital on a day."""
    return [entry.person for entry in book.of(Employment) if _holds(entry, day) and isinstance(entry.person, str)]


def add_session(book: Book, key: str, held: date, leader: str, number: int) -> TrainingSession:
    """Write one monthly session; `number` chooses its topics and form."""
    session = TrainingSession(
        id=key,
        body=HOSPITAL,
        training="行风专题学习",
        topics=(_TOPICS[number % len(_TOPICS)], _TOPICS[(number + 3) % len(_TOPICS)]),
        held=held,
        state="已举行",
        plan=training_plan(held.year),
        form=_FORMS[number % len(_FORMS)],
        department="KS14",
        led_by=leader,
        for_key_posts=False,
        for_all_staff=True,
        materials=("医疗机构工作人员廉洁从业九项准则",),
        positive_cases=number % 3 == 0,
        negative_cases=number % 2 == 0,
        expected=len(employed(book, held)),
        present=len(employed(book, held)),
        minutes=f"学习记录{key}",
    )
    book.add(session)
    return session


def attend(book: Book, session: TrainingSession, *persons: str) -> None:
    """Enter persons as present."""
    for person in persons:
        book.add(
            Attendance(
                id=attendance(session.id, person),
                body=HOSPITAL,
                session=session.id,
                held=session.held,
                person=person,
                attended=True,
                reason=None,
                made_up=None,
            )
        )


def key_post_session(year: int) -> str:
    """Return the id of a year's session for key posts."""
    return f"ZD-{year}"


def _add_plan(book: Book, year: int) -> None:
    start, end = in_plan(year)
    adopted = date(2021, 10, 9) if year == 2021 else workday_from(date(year, 1, 10))
    book.add(
        WorkPlan(
            id=training_plan(year),
            body=HOSPITAL,
            plan="行风教育培训计划",
            adopted=adopted,
            span=span(max(start, adopted), end),
            topics=("廉洁从业行动计划",),
            sessions_planned=12 if year > 2021 else 3,
            quantified=True,
            specific=True,
            binding=True,
            decision=None,
            number=f"院行风〔{year}〕1号",
        )
    )


def _add_key_post_session(book: Book, year: int) -> None:
    held = workday_from(date(year, 12, 2))
    session = TrainingSession(
        id=key_post_session(year),
        body=HOSPITAL,
        training="重点岗位教育",
        topics=("重点岗位监管",),
        held=held,
        state="已举行",
        plan=training_plan(year),
        form="参观警示教育基地",
        department="KS14",
        led_by=head_on(held),
        for_key_posts=True,
        for_all_staff=False,
        materials=("廉洁从业规定",),
        positive_cases=False,
        negative_cases=True,
        minutes=f"学习记录{key_post_session(year)}",
    )
    posts = {post.id for post in book.of(Post) if post.conduct_key is True}
    holders = [t.person for t in book.of(PostTenure) if t.post in posts and _holds(t, held)]
    book.add(session)
    attend(book, session, *dict.fromkeys(person for person in holders if isinstance(person, str)))


def _holds(record: Employment | PostTenure, day: date) -> bool:
    """Say whether the days of an employment or a tenure hold `day`."""
    start, end = record.span.start, record.span.end  # type: ignore[union-attr]
    assert isinstance(start, date)
    return start <= day and (not isinstance(end, date) or day <= end)
