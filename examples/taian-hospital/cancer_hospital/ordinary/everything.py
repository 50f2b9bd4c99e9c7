"""All ordinary records, domain by domain, each with random numbers of its own."""

from __future__ import annotations

from random import Random

from cancer_hospital.ordinary import (
    bodies,
    care,
    ethics,
    insurance,
    limits,
    meetings,
    people,
    posts,
    projects,
    supervision,
    teaching,
)
from made.book import Book

SEED = 20240034


def write_everything(book: Book) -> None:
    """Write the ordinary hospital, without the papers that rules ask for."""
    bodies.write(book)
    people.write(book, _random("people"))
    posts.write(book)
    meetings.write(book, _random("meetings"))
    projects.write(book)
    ethics.write(book, _random("ethics"))
    care.write(book, _random("care"))
    insurance.write(book)
    supervision.write(book)
    teaching.write(book, _random("teaching"))
    limits.write(book)


def _random(domain: str) -> Random:
    """Return random numbers of one domain, so that a change in one does not move all others."""
    return Random(f"{SEED}-{domain}")
