"""All that is planted, part by part."""

from __future__ import annotations

from made.book import Book, Plan

from authority.planted import education, enforcement, inspections, oversight, records, reports, standing


def plant_everything(book: Book, plan: Plan) -> None:
    """Plant violations, gaps and near misses, and note what must come out."""
    for part in (reports, standing, inspections, education, enforcement, oversight, records):
        part.plant(book, plan)
