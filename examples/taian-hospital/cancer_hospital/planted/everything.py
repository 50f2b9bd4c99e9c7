"""All plants, domain by domain."""

from __future__ import annotations

from cancer_hospital.planted import (
    bills,
    building,
    buying,
    found,
    fund,
    leaders,
    records,
    results,
    systems,
    work,
    yearly,
)
from made.book import Book, Plan


def plant_everything(book: Book, plan: Plan) -> None:
    """Plant violations, gaps and near misses."""
    building.plant(book, plan)
    buying.plant(book, plan)
    systems.plant(book, plan)
    leaders.plant(book, plan)
    bills.plant(book, plan)
    fund.plant(book, plan)
    found.plant(book, plan)
    results.plant(book, plan)
    work.plant(book, plan)
    records.plant(book, plan)
    yearly.plant(book, plan)
