"""All plants, domain by domain."""

from __future__ import annotations

from made.book import Book, Plan


def plant_everything(book: Book, plan: Plan) -> None:
    """Plant violations, gaps and near misses."""
