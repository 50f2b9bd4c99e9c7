"""All ordinary records, domain by domain, each with random numbers of its own."""

from __future__ import annotations

from random import Random

from made.book import Book

from hospital.ordinary import (
    aftermath,
    authorities,
    benefits,
    billing,
    bodies,
    care,
    clean,
    clinical,
    education,
    ethics,
    governance,
    limits,
    misconduct,
    oversight,
    party,
    people,
    posts,
    power,
    procurement,
    programme,
    quality,
    reports,
    rotation,
    usage,
    visits,
)

SEED = 20210927


def write_everything(book: Book) -> None:
    """Write the ordinary hospital, without the papers that rules ask for."""
    bodies.write(book)
    people.write(book, _random("people"))
    posts.write(book)
    rotation.write(book)
    governance.write(book)
    reports.write(book, _random("reports"))
    education.write(book, _random("education"))
    oversight.write(book, _random("oversight"))
    visits.write(book, _random("visits"))
    care.write(book, _random("care"))
    benefits.write(book, _random("benefits"))
    misconduct.write(book)
    procurement.write(book, _random("procurement"))
    usage.write(book, _random("usage"))
    ethics.write(book, _random("ethics"))
    programme.write(book)
    party.write(book)
    power.write(book)
    clean.write(book)
    authorities.write(book)
    clinical.write(book)
    billing.write(book)
    quality.write(book)
    aftermath.write(book)
    limits.write(book)


def _random(domain: str) -> Random:
    """Return random numbers of one domain, so that a change in one does not move all others."""
    return Random(f"{SEED}-{domain}")
