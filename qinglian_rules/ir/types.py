"""The types of the policy language. They come from the fact models; nothing else makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


class Type:
    """A type. Compared by value; `T | None` is `Maybe(T)`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scalar(Type):
    """A plain value: Bool, Int, Decimal, Ratio, Str, Date, DateTime, Time, Duration, Span, Slot or None.

    The constants below are all there are, so that comparing them, which the checker does all the time, is quick.
    """

    name: Literal[
        "Bool", "Int", "Decimal", "Ratio", "Str", "Date", "DateTime", "Time", "Duration", "Span", "Slot", "None"
    ]

    def __str__(self) -> str:
        return self.name

    def __reduce__(self) -> str:
        # A copy, or what was pickled, is the constant itself.
        return self.name.upper()


BOOL = Scalar("Bool")
INT = Scalar("Int")
DECIMAL = Scalar("Decimal")
RATIO = Scalar("Ratio")
STR = Scalar("Str")
DATE = Scalar("Date")
DATETIME = Scalar("DateTime")
TIME = Scalar("Time")
DURATION = Scalar("Duration")
SPAN = Scalar("Span")
SLOT = Scalar("Slot")
NONE = Scalar("None")


@dataclass(frozen=True, slots=True)
class Enum(Type):
    """One of the words of a closed list, in the order of their declaration."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return "Enum(" + "、".join(self.words[:4]) + ("…" if len(self.words) > 4 else "") + ")"


@dataclass(frozen=True, slots=True)
class ListOf(Type):
    """Any number of values of one type, in order."""

    item: Type

    def __str__(self) -> str:
        return f"List[{self.item}]"


@dataclass(frozen=True, slots=True)
class RefOf(Type):
    """The key of a fact of type `target`; not the fact itself."""

    target: str

    def __str__(self) -> str:
        return f"Ref[{self.target}]"


@dataclass(frozen=True, slots=True)
class FactOf(Type):
    """A fact of type `target`: a subject, a member of a quantifier, or what a reference leads to."""

    target: str

    def __str__(self) -> str:
        return self.target


@dataclass(frozen=True, slots=True)
class Maybe(Type):
    """A value of `item`, or None. Never nested."""

    item: Type

    def __str__(self) -> str:
        return f"{self.item} | None"
