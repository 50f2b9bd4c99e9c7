"""What a fact model allows of a field beside its kind: bounds, lengths, digits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import MISSING
from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a value, None where there is none. A bound that is `open` is not reached.

    `shortest`, `longest`: characters of a text, members of a list. `digits`, `places`: of a Decimal.
    `item`: the limits of a list's members.
    """

    low: Any = None
    high: Any = None
    low_open: bool = False
    high_open: bool = False
    shortest: int = 0
    longest: int | None = None
    digits: int | None = None
    places: int | None = None
    item: Limits | None = None

    def allow(self, value: Any) -> bool:
        """Whether an ordered value lies between the bounds."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        return above and (self.high is None or value < self.high or (value == self.high and not self.high_open))


def limits_of(info: FieldInfo) -> Limits:
    """Return the limits of a field."""
    return _limits(info.annotation, info.metadata)


def _limits(annotation: Any, marks: Iterable[object]) -> Limits:
    plain, inner = _strip(annotation)
    found: dict[str, Any] = {}
    for mark in _flat([*marks, *inner]):
        found |= _read(mark)
    arguments = get_args(plain)
    item = _limits(arguments[0], ()) if get_origin(plain) is tuple and arguments[1:] == (...,) else None
    return Limits(**found, item=item)


def _strip(annotation: Any) -> tuple[Any, list[object]]:
    """Return the annotation of the value itself, without None, unknown and `Annotated`, and the marks on the way."""
    marks: list[object] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *found = get_args(annotation)
            marks.extend(found)
        elif get_origin(annotation) in {Union, UnionType}:
            arms = (arm for arm in get_args(annotation) if arm is not NoneType and arm is not MISSING)
            annotation = next(arms, NoneType)
        else:
            return annotation, marks


def _flat(marks: Iterable[object]) -> Iterator[object]:
    for mark in marks:
        yield from _flat(mark.metadata) if isinstance(mark, FieldInfo) else (mark,)


# The words under which pydantic and `annotated_types` keep limits, and ours.
_WORDS = {
    "ge": ("low", "low_open", False),
    "gt": ("low", "low_open", True),
    "le": ("high", "high_open", False),
    "lt": ("high", "high_open", True),
}
_PLAIN = {"min_length": "shortest", "max_length": "longest", "max_digits": "digits", "decimal_places": "places"}


def _read(mark: object) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for word, (bound, whether, is_open) in _WORDS.items():
        value = getattr(mark, word, None)
        if value is not None:
            found |= {bound: value, whether: is_open}
    found |= {name: value for word, name in _PLAIN.items() if isinstance(value := getattr(mark, word, None), int)}
    return found
