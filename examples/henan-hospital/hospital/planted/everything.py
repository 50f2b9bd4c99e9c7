"""All plants, domain by domain."""

from __future__ import annotations

from made.book import Book, Plan

from hospital.planted import (
    care,
    clean,
    culture,
    ethics,
    let_off,
    loop,
    moves,
    pay,
    power,
    purchases,
    records,
    rotation,
    thirty,
)


def plant_everything(book: Book, plan: Plan) -> None:
    """Plant violations, gaps and near misses."""
    rotation.plant(book, plan)
    moves.plant(book, plan)
    thirty.plant(book, plan)
    let_off.plant(book, plan)
    power.plant(book, plan)
    purchases.plant(book, plan)
    pay.plant(book, plan)
    ethics.plant(book, plan)
    care.plant(book, plan)
    clean.plant(book, plan)
    culture.plant(book, plan)
    loop.plant(book, plan)
    records.plant(book, plan)
