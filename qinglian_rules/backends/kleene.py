"""Three-valued logic and bounds: how the reference back end holds what is not fully known.

A result of an evaluation is a plain value, None, a fact, `Unknown`, or `Bounds`. In the facts themselves
"unknown" is pydantic's MISSING; `Unknown` is that answer with its causes, so that a decision can say what
it hangs on.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

Tri = bool | None
"""True, False, or None for unknown: where only the status counts and not the causes."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The facts do not say. `causes` are entries of a decision's `missing`; none where it cannot be computed."""

    causes: frozenset[str] = frozenset()


UNCOMPUTABLE = Unknown()


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number or moment that is only bounded: `low` to `high`, None for no bound.

    `low_open` and `high_open`: the bound itself is not reached. `maybe_none`: there may be nothing at all, and the
    value None. `causes`: what would narrow it. `is_day`: it is one day that the text of a document does not give, which
    keeps its bounds when it is moved on; of what is counted or gathered nothing is known in arithmetic (LANGUAGE 3.6).
    """

    low: Any
    high: Any
    causes: frozenset[str]
    low_open: bool = False
    high_open: bool = False
    maybe_none: bool = False
    is_day: bool = False


def tri(value: Any) -> Tri:
    """Return True, False, or None for whatever is unknown."""
    return value if isinstance(value, bool) else None


def causes_of(values: Iterable[Any]) -> frozenset[str]:
    """Return the union of the causes of those among `values` that are not settled."""
    found: frozenset[str] = frozenset()
    for value in values:
        if isinstance(value, Unknown | Bounds):
            found |= value.causes
    return found


def both(values: Iterable[Any]) -> Any:
    """Kleene's and of truth values."""
    seen = list(values)
    if any(value is False for value in seen):
        return False
    return True if all(value is True for value in seen) else Unknown(causes_of(seen))


def either(values: Iterable[Any]) -> Any:
    """Kleene's or of truth values."""
    seen = list(values)
    if any(value is True for value in seen):
        return True
    return False if all(value is False for value in seen) else Unknown(causes_of(seen))


def negate(value: Any) -> Any:
    """Kleene's not."""
    return not value if isinstance(value, bool) else Unknown(causes_of([value]))


def settle(value: Any) -> Any:
    """Return a bounded value as plain where its bounds meet, else as unknown; leave everything else alone."""
    if not isinstance(value, Bounds):
        return value
    exact = value.low is not None and value.low == value.high and not value.maybe_none
    return value.low if exact else Unknown(value.causes)


def dates_of(value: Bounds) -> Bounds:
    """Return the dates between which a moment or day lies that is known by its bounds."""
    low, high = (end.date() if isinstance(end, datetime) else end for end in (value.low, value.high))
    return replace(value, low=low, high=high, low_open=False, high_open=False)


ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def compare_bounds(op: str, left: Any, right: Any) -> Any:
    """Compare where an operand is `Bounds`; None operands make it unknown, since a guard settles those."""
    if left is None or right is None or isinstance(left, Unknown) or isinstance(right, Unknown):
        return Unknown(causes_of([left, right]))
    a, b = _as_bounds(left), _as_bounds(right)
    causes = a.causes | b.causes
    if op in {"==", "!="}:
        apart = _surely_below(a, b, strict=True) or _surely_below(b, a, strict=True)
        same = _exact(a) and _exact(b) and a.low == b.low
        verdict = (
            (False if apart else True if same else None) if op == "==" else (True if apart else False if same else None)
        )
        return Unknown(causes) if verdict is None else verdict
    if op in {">", ">="}:
        return compare_bounds(_MIRROR[op], right, left)
    strict = op == "<"
    if _surely_below(a, b, strict=strict):
        return True
    return False if _surely_below(b, a, strict=not strict) else Unknown(causes)


def _as_bounds(value: Any) -> Bounds:
    return value if isinstance(value, Bounds) else Bounds(value, value, frozenset())


def _exact(value: Bounds) -> bool:
    return value.low is not None and value.low == value.high


def _surely_below(a: Bounds, b: Bounds, *, strict: bool) -> bool:
    """Whether every possible `a` is below every possible `b` (or equal, unless `strict`)."""
    if a.high is None or b.low is None:
        return False
    if a.high < b.low:
        return True
    return bool(a.high == b.low) and (not strict or a.high_open or b.low_open)
