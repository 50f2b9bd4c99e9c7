"""Where the values stand that are compared: in a column of a fact's message, in a slot of a question, in the text.

A column is an expression over one fact alone; its value is written into the message of every fact of the type. A slot
is an expression over what an occasion knows (parameters, period, due, now) and its subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from qinglian_rules.backends.durable import reasons
from qinglian_rules.backends.durable.antecedents import (
    ASKING,
    FALSE,
    TRUE,
    Asking,
    Choice,
    Place,
    Prop,
    any_of,
    comparison,
)
from qinglian_rules.backends.durable.encoding import aspect_of, known_of
from qinglian_rules.backends.durable.reasons import UnsupportedError
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.functions import FUNCTIONS
from qinglian_rules.ir.types import FactOf
from qinglian_rules.ir.walk import children, rewrite

IT: Final = "it"
"""The variable that stands for the fact of a column."""

QUANTIFIERS: Final = (
    n.Exists, n.All, n.Count, n.Sum, n.Extreme, n.Average, n.ShareOf, n.Rank, n.The, n.Spell,
)  # fmt: skip


@dataclass(slots=True)
class Column:
    """Some properties of messages: their name, what they are computed from, what of the value is asked for.

    The name ends in `_`, so that an aspect of one column is never the name of another: `c3_1` is not `c31_`.
    """

    name: str
    node: n.Node
    aspects: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    is_list: bool = False
    """Whether the members of the list are asserted, each as a message of its own."""


class Columns:
    """The columns of a rule set, by the type of the facts."""

    def __init__(self) -> None:
        self.by_target: dict[str, dict[n.Node, Column]] = {}
        self.followed: dict[tuple[str, str, str], None] = {}
        """References that are followed: the type, the field, the type to which it leads."""
        self._count = 0

    def of(self, target: str, node: n.Node) -> Column:
        """Return the column of an expression over `IT`, a new one if there is none yet."""
        columns = self.of_type(target)
        if node not in columns:
            self._count += 1
            columns[node] = Column(f"c{self._count}_", node)
        return columns[node]

    def of_type(self, target: str) -> dict[n.Node, Column]:
        """Return the columns of a type, which from now on is one whose facts are asserted."""
        return self.by_target.setdefault(target, {})


class Slots:
    """What a question says, in the order in which the conditions mention it."""

    def __init__(self) -> None:
        self.columns: dict[n.Node, Column] = {}

    def of(self, node: n.Node) -> Column:
        """Return the slot of an expression, a new one if there is none yet."""
        return self.columns.setdefault(node, Column(f"s{len(self.columns)}_", node))


@dataclass(frozen=True, slots=True)
class Known:
    """An operand that stands in the text of the rule."""

    value: Any

    def text(self, aspect: str = "") -> str:
        """The text of an aspect of the value."""
        return aspect_of(self.value, aspect)

    def state(self, name: str, wanted: str) -> Choice:
        """Whether a property that says what is known is as wanted."""
        return TRUE if known_of(self.value)[name] == wanted else FALSE


@dataclass(frozen=True, slots=True)
class Stored:
    """An operand that stands in a message."""

    seat: Place | Asking
    column: Column

    def text(self, aspect: str = "") -> Prop:
        """The property that holds the text of an aspect of the value."""
        self.column.aspects.add(aspect)
        return Prop(self.seat, self.column.name + aspect)

    def state(self, name: str, wanted: str) -> Choice:
        """Whether a property that says what is known is as wanted."""
        self.column.states.add(name)
        return comparison(Prop(self.seat, self.column.name + name), "==", wanted)


Operand = Known | Stored


def has_value(operand: Operand) -> Choice:
    """When an operand is a value that is known whole."""
    return operand.state("s", "v")


def is_open(*operands: Operand) -> Choice:
    """When one of the operands leaves a comparison open."""
    return any_of(operand.state("d", "1") for operand in operands)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a condition stands: on the subject, or on the member `member` of a quantifier.

    `compute` gives the value of an expression of constants.
    """

    columns: Columns
    slots: Slots
    subject: n.Var
    compute: Callable[[n.Node], Any]
    member: n.Var | None = None

    def operand(self, node: n.Node) -> Operand:
        """Return where the value of an expression stands.

        Raises:
            UnsupportedError: it takes fields of several facts.
        """
        places, asks = scan(node)
        own = [place for place in places if self.member is None or root_of(place) == self.member]
        if not places and not asks:
            return Known(self.compute(node))
        if not own or (self.member is None and asks and places == {self.subject}):
            return Stored(ASKING, self.slots.of(node))
        if len(places) > 1 or asks:
            raise UnsupportedError(reasons.CALENDAR if _has_calendar(node) else reasons.SEVERAL_FACTS)
        (place,) = places
        return self.column(place, seated(node, place))

    def column(self, place: n.Node, node: n.Node) -> Stored:
        """Return the column of an expression over `IT` at a place."""
        for followed in _chain(place):
            base = followed.ref.fact
            # The key that leads from one message to the next.
            self.columns.of(target_of(base), seated(followed.ref, base)).aspects.add("")
            self.columns.of_type(followed.target)
            self.columns.followed[target_of(base), followed.ref.name, followed.target] = None
        return Stored(Place(place), self.columns.of(target_of(place), node))


def _chain(place: n.Node) -> Iterator[Any]:
    while isinstance(place, n.Follow):
        yield place
        assert isinstance(place.ref, n.Field)
        place = place.ref.fact


def scan(node: n.Node) -> tuple[set[n.Node], bool]:
    """Return the places whose fields an expression reads, and whether it reads what only an occasion knows.

    Raises:
        UnsupportedError: it follows what no field holds, or ranges over others.
    """
    if isinstance(node, n.Var | n.Follow):
        return {checked_place(node)}, False
    if isinstance(node, n.ItemVar):
        raise UnsupportedError(reasons.LIST_MEMBERS)
    if isinstance(node, QUANTIFIERS):
        raise UnsupportedError(reasons.NESTED)
    if isinstance(node, n.Judged):
        raise UnsupportedError(reasons.SEVERAL_FACTS)
    asks = isinstance(node, n.Param | n.Context) or _needs_calendar(node)
    places: set[n.Node] = set()
    for child in children(node):
        found, child_asks = scan(child)
        places, asks = places | found, asks or child_asks
    return places, asks


def checked_place(node: n.Node) -> n.Node:
    """Return a place.

    Raises:
        UnsupportedError: it follows what no field holds.
    """
    if isinstance(node, n.Follow):
        if not isinstance(node.ref, n.Field):
            raise UnsupportedError(reasons.CHOSEN_REFERENCE)
        checked_place(node.ref.fact)
    return node


def target_of(place: n.Node) -> str:
    """Return the type of the facts at a place."""
    if isinstance(place, n.Follow):
        return place.target
    assert isinstance(place.type, FactOf)
    return place.type.target


def root_of(place: n.Node) -> n.Node:
    """Return the variable from which the references of a place start."""
    while isinstance(place, n.Follow):
        assert isinstance(place.ref, n.Field)
        place = place.ref.fact
    return place


def seated(node: n.Node, place: n.Node) -> n.Node:
    """Return an expression over one place as one over `IT`, so that it is the same wherever the place is."""
    it = n.Var(IT, type=FactOf(target_of(place)))
    return rewrite(node, lambda one: it if one == place else one)


def _needs_calendar(node: n.Node) -> bool:
    return isinstance(node, n.Call) and FUNCTIONS[node.name].needs_calendar


def _has_calendar(node: n.Node) -> bool:
    return _needs_calendar(node) or any(map(_has_calendar, children(node)))
