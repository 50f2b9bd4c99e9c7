"""All plants, domain by domain."""

from __future__ import annotations

from random import Random

from hospital.book import Book, Plan
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


def plant_everything(book: Book, plan: Plan, seed: int) -> None:
    """Plant violations, gaps and near misses."""
    reports.plant(book, plan)
    education.plant(book, plan)
    visits.plant(book, plan, _random(seed, "visits"))
    benefits.plant(book, plan)
    kickbacks.plant(book, plan)
    cases.plant(book, plan)
    companies.plant(book, plan)
    procurement.plant(book, plan, _random(seed, "procurement"))
    usage.plant(book, plan)
    care.plant(book, plan, _random(seed, "care"))
    governance.plant(book, plan)
    oversight.plant(book, plan)
    records.plant(book, plan)
    ethics.plant(book, plan)
    rotation.plant(book, plan)


def _random(seed: int, domain: str) -> Random:
    return Random(f"{seed}-planted-{domain}")
