"""What kind of value a field holds, read from its annotation.

`FieldKind` says it without the types of the policy language, which come later in the pipeline and are made from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt
from pydantic import MISSING
from pydantic.fields import FieldInfo

from qinglian_rules.facts.base import RefTo
from qinglian_rules.facts.values import DateSpan, WeeklySlot

KindName = Literal[
    "Bool",
    "Int",
    "Decimal",
    "Ratio",
    "Str",
    "Enum",
    "Date",
    "DateTime",
    "Time",
    "Duration",
    "Span",
    "Slot",
    "List",
    "Ref",
]

PLAIN: dict[type, KindName] = {
    bool: "Bool",
    int: "Int",
    Decimal: "Decimal",
    Fraction: "Ratio",
    str: "Str",
    date: "Date",
    datetime: "DateTime",
    time: "Time",
    timedelta: "Duration",
    DateSpan: "Span",
    WeeklySlot: "Slot",
}


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A kind of value: `words` of an Enum, `item` of a List, `target` type of a Ref."""

    name: KindName
    words: tuple[str, ...] = ()
    item: FieldKind | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an annotation says: the kind of value, and whether None, unknown and negative values can occur."""

    kind: FieldKind
    nullable: bool
    may_be_unknown: bool
    non_negative: bool


def read_annotation(annotation: Any, marks: Iterable[object] = ()) -> Reading:
    """Read a field's annotation; `marks` is the metadata that pydantic took from around it.

    Raises:
        TypeError: the annotation is no kind of value that a fact can hold.
    """
    arms = _arms(annotation)
    values = [arm for arm in arms if arm is not NoneType and arm is not MISSING]
    if len(values) != 1:
        raise TypeError(f"a field holds values of one kind, not {annotation}")
    plain, inner = _strip(values[0])
    every = [*marks, *inner]
    return Reading(_kind(plain, every), NoneType in arms, any(arm is MISSING for arm in arms), _non_negative(every))


def _arms(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, UnionType):
        return get_args(annotation)
    return (annotation,)


def _strip(annotation: Any) -> tuple[Any, list[object]]:
    """Return the annotation without `Annotated`, and the marks that stood in it."""
    marks: list[object] = []
    while get_origin(annotation) is Annotated:
        annotation, *found = get_args(annotation)
        marks.extend(found)
    return annotation, marks


def _kind(plain: Any, marks: list[object]) -> FieldKind:
    target = next((mark.target for mark in marks if isinstance(mark, RefTo)), None)
    if target is not None:
        return FieldKind("Ref", target=target)
    if get_origin(plain) is Literal:
        return FieldKind("Enum", words=get_args(plain))
    if get_origin(plain) is tuple and get_args(plain)[1:] == (...,):
        return FieldKind("List", item=read_annotation(get_args(plain)[0]).kind)
    if isinstance(plain, type) and plain in PLAIN:
        return FieldKind(PLAIN[plain])
    raise TypeError(f"no fact can hold a value of {plain}")


def _non_negative(marks: list[object]) -> bool:
    limits = [limit for mark in marks for limit in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
    return any(_starts_at_zero(limit) for limit in limits)


def _starts_at_zero(limit: object) -> bool:
    bound = limit.ge if isinstance(limit, Ge) else limit.gt if isinstance(limit, Gt) else None
    return isinstance(bound, (int, Decimal, Fraction)) and bound >= 0
