"""All plants, domain by domain."""

from __future__ import annotations

from random import Random

from made.book import Book, Plan

from hospital.ordinary import aftermath
from hospital.ordinary.everything import SEED
from hospital.planted import (
    absent,
    absent_elsewhere,
    again,
    benefits,
    billing,
    care,
    cases,
    clinical,
    companies,
    education,
    ethics,
    governance,
    kickbacks,
    later,
    misdeeds,
    oversight,
    party,
    power,
    procurement,
    records,
    reports,
    rotation,
    usage,
    visits,
)

NEVER_PUNISHED = frozenset({"AJ-A1", "AJ-B2", "AJ-C4", "AJ-C5", "AJ-K2", "AJ-T1"})
"""Cases without a penalty, or not yet with one: that is planted."""


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
    party.plant(book, plan)
    power.plant(book, plan)
    clinical.plant(book, plan)
    billing.plant(book, plan)
    later.plant(book, plan)
    misdeeds.plant(book, plan)
    aftermath.write(book, NEVER_PUNISHED)
    absent.plant(book, plan)
    absent_elsewhere.plant(book, plan)
    again.plant(plan)


def _random(domain: str) -> Random:
    return Random(f"{SEED}-planted-{domain}")
