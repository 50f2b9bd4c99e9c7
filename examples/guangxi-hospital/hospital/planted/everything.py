"""All plants, domain by domain."""

from __future__ import annotations

from random import Random

from made.book import Book, Plan

from hospital.ordinary.everything import SEED
from hospital.planted import (
    benefits,
    care,
    cases,
    companies,
    education,
    ethics,
    governance,
    kickbacks,
    oversight,
    procurement,
    records,
    reports,
    rotation,
    usage,
    visits,
)


def plant_everything(book: Book, plan: Plan) -> None:
    """Plant violations, gaps and near misses."""
    reports.plant(book, plan)
    education.plant(book, plan)
    visits.plant(book, plan, _random("visits"))
    benefits.plant(book, plan)
    kickbacks.plant(book, plan)
    cases.plant(book, plan)
    companies.plant(book, plan)
    procurement.plant(book, plan, _random("procurement"))
    usage.plant(book, plan)
    care.plant(book, plan, _random("care"))
    governance.plant(book, plan)
    oversight.plant(book, plan)
    records.plant(book, plan)
    ethics.plant(book, plan)
    rotation.plant(book, plan)


def _random(domain: str) -> Random:
    return Random(f"{SEED}-planted-{domain}")
