"""What a person found where records alone cannot say, and how a body is named as the subject of a decision."""

from __future__ import annotations

from datetime import date

from made.book import Book

from hospital.ordinary.bodies import HOSPITAL, HOSPITALS
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import FindingWord, Judgement
from qinglian_rules.facts.vocabulary import Vocabulary


def find(book: Book, subject: Fact, question: str, word: FindingWord, day: date) -> Judgement:
    """Write the answer of the hospital's conduct office to a question about a record."""
    kind = type(subject).__name__
    made = Judgement(
        id=f"RD-{subject.key}-{question}-{day.isoformat()}",
        body=HOSPITAL,
        about=question,
        subject_type=Vocabulary.current().types[kind].title,
        subject=subject.key,
        period=None,
        office="行风办公室",
        assessor="R131",
        finding=word,
        basis="核查笔录",
        date=day,
    )
    book.add(made)
    return made


def body(key: str) -> tuple[str, str]:
    """Return a body as the subject of a decision."""
    return ("Hospital" if key in HOSPITALS else "HealthAuthority", key)
