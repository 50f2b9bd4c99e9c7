"""All ordinary records, domain by domain, each with random numbers of its own."""

from __future__ import annotations

from random import Random

from made.book import Book

from authority.ordinary import (
    bodies,
    clean,
    education,
    enforcement,
    inspections,
    institutions,
    limits,
    oversight,
    people,
    reports,
    standing,
)

SEED = 20220420


def write_everything(book: Book) -> None:
    """Write the ordinary authorities and their institutions, without the papers that rules ask for."""
    bodies.write(book)
    people.write(book)
    standing.write(book)
    reports.write(book, _random("reports"))
    inspections.write(book, _random("inspections"))
    education.write(book, _random("education"))
    institutions.write(book)
    clean.write(book)
    enforcement.write(book)
    oversight.write(book)
    limits.write(book)


def _random(domain: str) -> Random:
    """Return random numbers of one domain, so that a change in one does not move all others."""
    return Random(f"{SEED}-{domain}")
