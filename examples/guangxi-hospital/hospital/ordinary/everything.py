"""All ordinary records, domain by domain, each with random numbers of its own."""

from __future__ import annotations

from random import Random

from hospital.book import Book
from hospital.ordinary import (
    benefits,
    bodies,
    care,
    education,
    ethics,
    governance,
    limits,
    misconduct,
    oversight,
    people,
    posts,
    procurement,
    records,
    reports,
    rotation,
    usage,
    visits,
)
from qinglian_rules.engine import Policy
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.graph import types_read

_NOT_STATED = {"Judgement"}
"""Of findings nothing is complete: whoever has not judged yet may still do so."""


def write_everything(book: Book, policy: Policy, seed: int) -> None:
    """Write the ordinary hospital."""
    bodies.write(book)
    people.write(book, _random(seed, "people"))
    posts.write(book)
    rotation.write(book)
    governance.write(book)
    reports.write(book, _random(seed, "reports"))
    education.write(book, _random(seed, "education"))
    oversight.write(book, _random(seed, "oversight"))
    visits.write(book, _random(seed, "visits"))
    care.write(book, _random(seed, "care"))
    benefits.write(book, _random(seed, "benefits"))
    misconduct.write(book)
    procurement.write(book, _random(seed, "procurement"))
    usage.write(book, _random(seed, "usage"))
    ethics.write(book, _random(seed, "ethics"))
    records.write(book, policy, _random(seed, "records"))
    limits.write(book, stated_types(policy))


def sheet_types(policy: Policy) -> list[str]:
    """Return the fact types of which the template has a sheet, in its order."""
    types = Vocabulary.current().types
    names = dict.fromkeys(name for read in types_read(policy.documents) for name in types[read].subtypes)
    return [name for name in names if not types[name].derived]


def stated_types(policy: Policy) -> list[str]:
    """Return the types that are stated to be complete."""
    return [name for name in sheet_types(policy) if name not in _NOT_STATED]


def _random(seed: int, domain: str) -> Random:
    """Return random numbers of one domain, so that a change in one does not move all others."""
    return Random(f"{seed}-{domain}")
