"""All ordinary records, domain by domain, each with random numbers of its own."""

from __future__ import annotations

from random import Random

from made.book import Book

from hospital.ordinary import (
    bodies,
    care,
    conduct,
    creation,
    education,
    ethics,
    limits,
    meetings,
    notices,
    papers,
    pay,
    people,
    posts,
    procurement,
    rotation,
    supervision,
)

SEED = 20240317


def write_everything(book: Book) -> None:
    """Write the ordinary hospital and its authorities, without the papers that rules ask for in one form."""
    bodies.write(book)
    people.write(book, _random("people"))
    posts.write(book)
    meetings.write(book, _random("meetings"))
    rotation.write(book)
    pay.write(book)
    procurement.write(book, _random("procurement"))
    ethics.write(book, _random("ethics"))
    care.write(book, _random("care"))
    conduct.write(book)
    education.write(book, _random("education"))
    notices.write(book)
    papers.write(book)
    creation.write(book, _random("creation"))
    supervision.write(book)
    limits.write(book)


def _random(domain: str) -> Random:
    """Return random numbers of one domain, so that a change in one does not move all others."""
    return Random(f"{SEED}-{domain}")
