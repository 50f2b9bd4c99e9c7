"""The types of which an example has a sheet, and what it states to be complete."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from made.book import Book
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.graph import types_read

_NOT_STATED = {"Judgement"}
"""Of findings nothing is complete: whoever has not judged yet may still do so."""

_LAST_SHEETS = ("ParameterValue", "Complete")


def sheet_types(policy: Policy) -> list[str]:
    """Return the fact types of which the template has a sheet, in its order."""
    types = Vocabulary.current().types
    names = dict.fromkeys(name for read in types_read(policy.documents) for name in types[read].subtypes)
    return [name for name in names if not types[name].derived]


def state_complete(book: Book, policy: Policy, as_of: date, incomplete: Container[str] = ()) -> None:
    """State every type that the policies read complete up to the day of judgement, for every body."""
    for name in sheet_types(policy):
        if name not in _NOT_STATED and name not in incomplete:
            book.add(Complete(type=name, body=None, kind=None, start=None, end=as_of))


def in_order(facts: Iterable[Fact], policy: Policy) -> list[Fact]:
    """Return facts sorted by type; types that no policy reads, and others only refer to, come first."""
    names = [name for name in sheet_types(policy) if name not in _LAST_SHEETS]
    places = {name: number for number, name in enumerate((*names, *_LAST_SHEETS))}
    return sorted(facts, key=lambda fact: places.get(type(fact).__name__, -1))
