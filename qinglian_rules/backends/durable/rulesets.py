"""A rule set of durable-rules: antecedents, columns, the forms of questions; and its definition as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from qinglian_rules.backends.durable import reasons
from qinglian_rules.backends.durable.antecedents import (
    ASKING,
    MIRRORED,
    Asking,
    Choice,
    Comparison,
    Conjunction,
    Element,
    Place,
    Prop,
    Seat,
    base_of,
    resting_on,
)
from qinglian_rules.backends.durable.operands import Columns, seated, target_of
from qinglian_rules.backends.durable.reasons import UnsupportedError
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n

MOST_MESSAGES: Final = 14
"""A frame of the engine holds 16 messages."""

MOST_JOINS: Final = 29
"""A sequence of joined tests in the engine holds 32 expressions, with its own begin and end."""

MOST_CHOICES: Final = 64
"""More alternatives of one condition than this are too many rules."""

MOST_PROPERTIES: Final = 120
"""Of the columns of a rule set, when the next rule starts another one: a message of the engine holds 255."""

MOST_PLACES: Final = 60
"""In the antecedents of a rule set that one message may take: the engine remembers 64 at a time."""

CROWDED: Final = 30
"""Antecedents of one form of question, when the next rule gets a form of its own."""

MEMBER: Final = "of"
"""The property by which the message about a member of a list names its owner."""

Reference = tuple[int, str]
MessageTest = tuple[str, n.Order, str | Reference]
Message = tuple[MessageTest, ...]

_OPERATORS: Final = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


@dataclass(frozen=True, slots=True)
class Match:
    """A rule of the engine, and the messages by whose ids its matches are kept; members of lists are not among them."""

    rule: str
    seats: tuple[Place | Asking, ...]


class RuleSet:
    """The antecedents of the rules on one fact type. Equal ones are one, whichever rules they come from."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.columns = Columns()
        self.columns.of_type(target)
        self.rules: dict[tuple[Message, ...], str] = {}
        self.reported: dict[str, tuple[int, ...]] = {}
        """By rule, which of its messages are reported."""
        self.ranged: set[str] = set()
        """Types over which quantifiers range."""
        self.wide: set[str] = set()
        """Those of which facts of any body may be asked for."""
        self.judged: set[str] = set()
        """Types of which facts are met with the findings about them."""
        self._forms: dict[Any, str] = {}

    def form(self, signature: Any) -> str:
        """Return the name of a form of question; forms that ask the same share one."""
        name = self._forms.setdefault(signature, f"q{len(self._forms)}")
        if sum(1 for messages in self.rules if messages[0][0] == ("shape", "==", name)) > CROWDED:
            name = self._forms[signature] = f"q{len(self._forms)}+{len(self.rules)}"
        return name

    def add_all(self, choice: Choice, required: Iterable[Seat], form: str | None, subject: n.Var) -> tuple[Match, ...]:
        """Add the alternatives of a condition.

        Raises:
            UnsupportedError: there are too many, or one joins too much.
        """
        if len(choice) > MOST_CHOICES:
            raise UnsupportedError(reasons.TOO_WIDE)
        wanted = tuple(required)
        return tuple(self.add(conjunction, wanted, form, subject) for conjunction in choice)

    def add(self, conjunction: Conjunction, required: Iterable[Seat], form: str | None, subject: n.Var) -> Match:
        """Add an antecedent, if there is none like it.

        Args:
            required: messages that it joins even if no test speaks of them.
            form: of the question, where it joins one.
            subject: the variable of the subject, which a question names by its key.
        """
        tests = sorted(conjunction, key=repr)
        seats = _ordered(seat for part in (required, _seats(tests)) for one in part for seat in resting_on(one))
        messages = _Assembly(self, seats, form, subject).messages(tests)
        _check(messages)
        name = self.rules.setdefault(messages, f"r{len(self.rules)}")
        kept = tuple((index, seat) for index, seat in enumerate(seats) if not isinstance(seat, Element))
        self.reported[name] = tuple(index for index, _ in kept)
        return Match(name, tuple(seat for _, seat in kept))

    def takes(self, other: RuleSet) -> bool:
        """Whether the rules of another rule set may be added to those of this one."""
        width = self._width + other._width
        return width <= MOST_PROPERTIES and _most_places(self._places + other._places) <= MOST_PLACES

    @property
    def is_too_wide(self) -> bool:
        """Whether a message may take more places than the engine remembers."""
        forms = Counter(messages[0][0] for messages in self.rules if messages[0][0][0] == "shape")
        return max([_most_places(self._places), *forms.values()]) > MOST_PLACES

    @property
    def _width(self) -> int:
        columns = (column for one in self.columns.by_target.values() for column in one.values())
        return sum(len(column.aspects | column.states) for column in columns)

    @property
    def _places(self) -> Counter[str]:
        """How many places there are for facts of a type, and for members of lists (`of`)."""
        own = (message[0] for messages in self.rules for message in messages)
        return Counter(name.removeprefix("t") for name, _, wanted in own if wanted == "y" or name == MEMBER)

    def properties(self) -> set[str]:
        """Return the names of the properties that the antecedents compare."""
        tests = [test for messages in self.rules for message in messages for test in message]
        others = {other[1] for _, _, other in tests if isinstance(other, tuple)}
        return {"id", "sid", *others, *(name for name, _, _ in tests)}

    def definition(self) -> dict[str, Any]:
        """Return the rules as durable-rules reads them.

        `dist: 0` lets one fact stand in two places of an antecedent: a worker may be his own mentor.
        """
        return {
            name: {"all": [_message(index, tests) for index, tests in enumerate(messages)], "dist": 0}
            for messages, name in self.rules.items()
        }


def _most_places(places: Counter[str]) -> int:
    """How many places a message may take: a fact, those for its type and for the types above and below it."""
    types = Vocabulary.current().types
    lines = {target: set(types[target].subtypes) for target in places if target != MEMBER}
    of_facts = (sum(places[one] for one in lines if lines[one] & own) for own in lines.values())
    return max([places[MEMBER], *of_facts])


def _seats(tests: Iterable[Comparison]) -> Iterator[Seat]:
    for one in tests:
        yield one.left.seat
        if isinstance(one.right, Prop):
            yield one.right.seat


def _ordered(seats: Iterable[Seat]) -> list[Seat]:
    """The messages, each once and after those that it rests on, the question first."""
    found = dict.fromkeys(seats)
    return [*(seat for seat in found if seat == ASKING), *(seat for seat in found if seat != ASKING)]


def _check(messages: tuple[Message, ...]) -> None:
    joins = (sum(1 for _, _, other in tests if isinstance(other, tuple)) for tests in messages)
    if len(messages) > MOST_MESSAGES or max(joins) > MOST_JOINS:
        raise UnsupportedError(reasons.TOO_WIDE)


@dataclass(frozen=True, slots=True)
class _Assembly:
    """Writes tests into the messages that they are about, each test into the later one of its two."""

    ruleset: RuleSet
    seats: list[Seat]
    form: str | None
    subject: n.Var

    def messages(self, tests: Iterable[Comparison]) -> tuple[Message, ...]:
        found: list[list[MessageTest]] = [list(self._own(seat)) for seat in self.seats]
        for one in tests:
            index, test = self._placed(one)
            found[index].append(test)
        return tuple(tuple(dict.fromkeys(message)) for message in found)

    def _own(self, seat: Seat) -> Iterator[MessageTest]:
        """The tests that make a message the one that is meant."""
        match seat:
            case Asking():
                yield ("shape", "==", self.form or "")
            case Element(owner, column):
                yield (MEMBER, "==", (self.seats.index(owner), "h"))
                yield ("f", "==", column)
            case Place(node):
                yield (f"t{target_of(node)}", "==", "y")
                if isinstance(node, n.Follow):
                    base = base_of(node)
                    key = self.ruleset.columns.of(target_of(base.node), seated(node.ref, base.node))
                    yield ("k", "==", (self.seats.index(base), key.name))
                elif node == self.subject and ASKING in self.seats:
                    yield ("k", "==", (0, "subject"))

    def _placed(self, test: Comparison) -> tuple[int, MessageTest]:
        left = self.seats.index(test.left.seat)
        if not isinstance(test.right, Prop):
            return left, (test.left.name, test.op, test.right)
        right = self.seats.index(test.right.seat)
        if right > left:
            return right, (test.right.name, MIRRORED[test.op], (left, test.left.name))
        return left, (test.left.name, test.op, (right, test.right.name))


def _message(index: int, tests: Message) -> dict[str, Any]:
    return {f"m{index}": {"$and": [_test(index, *test) for test in tests]}}


def _test(index: int, name: str, op: n.Order, other: str | Reference) -> dict[str, Any]:
    value: Any = other
    if isinstance(other, tuple):
        value = {"$m" if other[0] == index else f"m{other[0]}": other[1]}
    return {name: value} if op == "==" else {_OPERATORS[op]: {name: value}}
