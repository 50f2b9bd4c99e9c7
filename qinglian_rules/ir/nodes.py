"""The typed nodes of a condition. After checking nothing is ambiguous: one node, one meaning.

A node is data. `type` is its result type, `span` the place in the Markdown file; equality ignores both
`span` and nothing else. A value in the course of evaluation is a value, None, or unknown; unknown means
that the facts do not say. Unless its docstring says otherwise a node is *strict*: an unknown operand
makes it unknown. What cannot be computed (a zero denominator, a date outside 1900-2199, an Int outside
64 bits, a Decimal of more than 18 digits) is unknown; nothing raises.

Nodes are made by `passes/` alone, which checks types. Operands are never None unless the docstring says
that the node takes None: the checker demands a guard before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from qinglian_rules.diagnostics import NOWHERE, Span
from qinglian_rules.ir.types import Type

Plain = None | bool | int | Decimal | Fraction | str | date | datetime | time | timedelta
Order = Literal["==", "!=", "<", "<=", ">", ">="]
Arithmetic = Literal["+", "-", "*"]
ContextName = Literal["period", "due", "now", "document"]


@dataclass(frozen=True, slots=True)
class Node:
    """An expression of `type`. Equality ignores `span`, so equal conditions compare equal.

    `span` is where it stands in the file. Names, fields, numbers and dates have none: what is said of
    them is said of the expression around them.
    """

    type: Type = field(kw_only=True)
    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


# --- leaves ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Const(Node):
    """A literal. Its type is part of its equality, so `1` is not `True`."""

    value: Plain


@dataclass(frozen=True, slots=True)
class Param(Node):
    """The value of a parameter for the subject's body on the day that counts (LANGUAGE 4.2); unknown if unset.

    `name` is qualified: `gx-2021/removal_limit`.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Var(Node):
    """The fact that the subject or a comprehension binds to `name`. Names are unique within a rule."""

    name: str


@dataclass(frozen=True, slots=True)
class LetRef(Node):
    """What a `let` name stands for; evaluated at most once for a subject."""

    name: str


@dataclass(frozen=True, slots=True)
class Context(Node):
    """`period` (Span), `due` (Date or DateTime), `now` (Date), `document` (Span: the days of its force)."""

    name: ContextName


@dataclass(frozen=True, slots=True)
class ItemVar(Node):
    """The element of a list that a comprehension over a list binds to `name`; never None."""

    name: str


# --- facts ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field(Node):
    """A field of a fact: its value, None, or unknown. Unknown when the fact is not there."""

    fact: Node
    name: str


@dataclass(frozen=True, slots=True)
class Follow(Node):
    """The fact of type `target` (or a subtype) that the reference leads to; one not there has only unknown fields."""

    ref: Node
    target: str


@dataclass(frozen=True, slots=True)
class KeyOf(Node):
    """The key of a fact, so that it compares with references."""

    fact: Node


@dataclass(frozen=True, slots=True)
class SpanStart(Node):
    """The first day of a Span."""

    value: Node


@dataclass(frozen=True, slots=True)
class SpanEnd(Node):
    """The last day of a Span, included; None while it has not ended."""

    value: Node


# --- logic ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Not(Node):
    """Kleene's not."""

    value: Node


@dataclass(frozen=True, slots=True)
class And(Node):
    """Kleene's and: false if one is false, whatever else is unknown."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """Kleene's or: true if one is true, whatever else is unknown."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class IfElse(Node):
    """`yes if condition else no`; with an unknown condition, the value of both where they are known and equal."""

    condition: Node
    yes: Node
    no: Node


@dataclass(frozen=True, slots=True)
class IsNone(Node):
    """Whether a value is None; takes None. Over `min`, `max`, `share`: false as soon as one match is known."""

    value: Node


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """A comparison of two operands of one type (numbers: of any number type, compared exactly).

    `==` and `!=` take None: None equals only None. Where an operand is `Count`, `Sum`, `Share`, `Min` or `Max`,
    it is compared by its bounds (LANGUAGE 3.6). A Ratio operand may be `Divide`.
    """

    op: Order
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class In(Node):
    """Whether `item` equals a member of `members` (a List); takes None as item. In an empty list: false, always."""

    item: Node
    members: Node


@dataclass(frozen=True, slots=True)
class Display(Node):
    """A list written out: `[a, b]` or `{a, b}`. Unknown members are members whose value is unknown."""

    items: tuple[Node, ...]


# --- arithmetic and time --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Calc(Node):
    """`+ - *` of numbers, exact. The type says which: Int, Decimal or Ratio."""

    op: Arithmetic
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Divide(Node):
    """A quotient of numbers as an exact Ratio; unknown for a zero denominator. Stands only under a Compare."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Negate(Node):
    """Minus a number or a Duration."""

    value: Node


@dataclass(frozen=True, slots=True)
class Shift(Node):
    """A Date or DateTime moved by a Duration (`sign` 1 or -1). A Date moves by whole days, else it is unknown."""

    moment: Node
    duration: Node
    sign: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Elapsed(Node):
    """`left - right` of two Dates or two DateTimes, as a Duration."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class CalcDuration(Node):
    """`+` or `-` of two Durations."""

    op: Literal["+", "-"]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class ScaleDuration(Node):
    """A Duration times an Int."""

    duration: Node
    factor: Node


@dataclass(frozen=True, slots=True)
class DateOf(Node):
    """The date of a DateTime. Inserted where a DateTime meets a Date."""

    value: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function of the closed list that is neither a quantifier nor a node of its own.

    `name` is a key of `qinglian_rules.ir.functions.FUNCTIONS`, which holds signatures and laws.
    """

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Judged(Node):
    """The latest recorded finding on a question about a fact: 符合 and 基本符合 are true; unknown without one."""

    fact: Node
    question: str


# --- quantifiers ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FactsOf:
    """All facts of a type (and its subclasses) seen on the day of judgement."""

    target: str


@dataclass(frozen=True, slots=True)
class Comprehension:
    """`for name in source if condition`; `condition` is Const(True) where none is written.

    The source is all facts of a type, or a List (whose members are then bound as `ItemVar`). A List of references
    binds `ItemVar`s of type RefOf.
    """

    name: str
    source: FactsOf | Node
    condition: Node


@dataclass(frozen=True, slots=True)
class Exists(Node):
    """Whether one matches. True with a known match; without one, false only where complete and none may match."""

    over: Comprehension


@dataclass(frozen=True, slots=True)
class All(Node):
    """Whether `claim` holds for every match. False with a known failure; true only where complete and none may fail."""

    over: Comprehension
    claim: Node


@dataclass(frozen=True, slots=True)
class Count(Node):
    """How many match; bounds where some are unknown or may be missing (no upper bound then)."""

    over: Comprehension


@dataclass(frozen=True, slots=True)
class Sum(Node):
    """The sum of `value` over the matches. Bounds as for Count where `non_negative`; else unknown if a part is."""

    over: Comprehension
    value: Node
    non_negative: bool


@dataclass(frozen=True, slots=True)
class Extreme(Node):
    """`min` or `max` of `value` over the matches; None over nothing. Bounded by what is known to match."""

    kind: Literal["min", "max"]
    over: Comprehension
    value: Node


@dataclass(frozen=True, slots=True)
class Average(Node):
    """The exact mean of `value` over the matches, a Ratio; None over nothing; unknown if anything it needs is."""

    over: Comprehension
    value: Node


@dataclass(frozen=True, slots=True)
class ShareOf(Node):
    """The part of the matches for which `claim` holds, a Ratio; None over nothing; bounds where some are unknown."""

    over: Comprehension
    claim: Node


@dataclass(frozen=True, slots=True)
class Rank(Node):
    """1 + the number of matches whose `value` is larger than `of`; unknown if anything it needs is."""

    of: Node
    over: Comprehension
    value: Node


@dataclass(frozen=True, slots=True)
class The(Node):
    """The one value of `value` over the matches; unknown when there is none or several, or another may be missing."""

    over: Comprehension
    value: Node


@dataclass(frozen=True, slots=True)
class Spell(Node):
    """The unbroken run of spans, among those of the matches, that holds the span of `fact`: a Span.

    Two neighbours belong to one run when at most `gap` whole days lie between them. The dating field of `fact`'s
    type gives its span; so do those of the matches. Unknown if anything it needs is.
    """

    fact: Node
    over: Comprehension
    gap: Node
