"""Conditions as durable-rules can match them: alternatives of flat conjunctions of tests on asserted facts.

The engine leaves a group of nested `$and` and `$or` at the first group that ends inside it, so it would take some false
conditions for true. So every antecedent is one flat conjunction; alternatives are antecedents of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qinglian_rules.ir.nodes import Field, Follow, Node, Order

NEGATED: dict[Order, Order] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
MIRRORED: dict[Order, Order] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Place:
    """A message about a fact: the subject, the member of a quantifier, or what a reference of one of them leads to."""

    node: Node
    """A `Var`, or a `Follow` of a field of another place."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The message that says what is asked on one occasion."""


@dataclass(frozen=True, slots=True)
class Element:
    """The message about one member of a list: of a column of a fact, or of a slot of a question."""

    owner: Place | Asking
    column: str


Seat = Place | Asking | Element
"""A message that an antecedent matches."""

ASKING = Asking()


@dataclass(frozen=True, slots=True)
class Prop:
    """A property of a message."""

    seat: Seat
    name: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison of a property with another or with a constant text."""

    left: Prop
    op: Order
    right: Prop | str


Conjunction = frozenset[Comparison]
Choice = tuple[Conjunction, ...]
"""Alternatives. None of them is false; an empty conjunction is true."""

TRUE: Choice = (frozenset(),)
FALSE: Choice = ()


@dataclass(frozen=True, slots=True)
class Forms:
    """When a condition is surely true, when surely false, and when it may be open (a superset)."""

    true: Choice
    false: Choice
    open: Choice


def comparison(left: Prop, op: Order, right: Prop | str) -> Choice:
    """Return one test as a choice."""
    return (frozenset({Comparison(left, op, right)}),)


def all_of(choices: Iterable[Choice]) -> Choice:
    """Return the alternatives under which all hold, without those that contradict themselves."""
    found: Choice = TRUE
    for choice in choices:
        found = tuple(dict.fromkeys(one | other for one in found for other in choice if _possible(one | other)))
    return found


def any_of(choices: Iterable[Choice]) -> Choice:
    """Return the alternatives under which one holds, without those that say more than another."""
    found = dict.fromkeys(one for choice in choices for one in choice)
    return tuple(one for one in found if not any(other < one for other in found))


def _possible(conjunction: Conjunction) -> bool:
    """Whether no property must equal two texts."""
    wanted: dict[Prop, str] = {}
    for one in conjunction:
        if one.op == "==" and isinstance(one.right, str) and wanted.setdefault(one.left, one.right) != one.right:
            return False
    return True


def seats_of(conjunction: Conjunction) -> Iterator[Seat]:
    """Yield the messages that the tests speak of, and those that these rest on."""
    for one in conjunction:
        for side in (one.left, one.right):
            if isinstance(side, Prop):
                yield from resting_on(side.seat)


def resting_on(seat: Seat) -> Iterator[Seat]:
    """Yield a message after those without which it cannot be found."""
    if isinstance(seat, Element):
        yield from resting_on(seat.owner)
    if isinstance(seat, Place) and isinstance(seat.node, Follow):
        yield from resting_on(base_of(seat.node))
    yield seat


def base_of(node: Follow) -> Place:
    """Return the place whose field is followed."""
    assert isinstance(node.ref, Field)
    return Place(node.ref.fact)
