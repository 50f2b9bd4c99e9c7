"""Values that make a comparison true, and values of a kind where any will do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import FieldType
from qinglian_rules.ir.nodes import Order

OTHER_WORDS = ("其他", "无关", "广东", "北京")
_OPPOSITE: dict[Order, Order] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED: dict[Order, Order] = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


def opposite(op: Order) -> Order:
    """Return the comparison that holds where `op` does not."""
    return _OPPOSITE[op]


def mirrored(op: Order) -> Order:
    """Return the comparison that says the same of exchanged operands."""
    return _MIRRORED[op]


def satisfying(field: FieldType, op: Order, limit: Any) -> Iterator[Any]:
    """Yield values of a field for which `value op limit` may hold; whether one does is for the caller to see."""
    if op in {"==", "<=", ">="}:
        yield limit
    elif op == "!=":
        yield from others(field, (limit,))
    else:
        step = _step(limit)
        if step is not None:
            yield limit - step if op == "<" else limit + step


def others(field: FieldType, excluded: tuple[Any, ...]) -> Iterator[Any]:
    """Yield values of a field that are none of `excluded`."""
    kind = field.type
    if kind.name == "Bool":
        candidates: tuple[Any, ...] = (True, False)
    elif kind.words:
        candidates = kind.words
    else:
        steps = [step for value in excluded if (step := _step(value)) is not None]
        candidates = (*OTHER_WORDS,) if not steps else tuple(v + s for v, s in zip(excluded, steps, strict=False))
    yield from (value for value in candidates if value not in excluded)
    if field.nullable and None not in excluded:
        yield None


def _step(value: Any) -> Any:
    """The least that makes a difference to a value that can be ordered; None for others."""
    if isinstance(value, bool | str) or value is None:
        return None
    if isinstance(value, int | Decimal):
        return 1
    if isinstance(value, Fraction):
        return Fraction(1, 100)
    return timedelta(days=1) if isinstance(value, date | timedelta) else None


def sample(field: FieldType, day: date) -> Any:
    """Return some value of a field; what is dated is dated `day`. None where the kind has no obvious value."""
    kind = field.type
    if kind.words:
        return kind.words[0]
    plain: dict[str, Any] = {
        "Bool": True,
        "Int": 1,
        "Decimal": Decimal(1),
        "Ratio": Fraction(1),
        "Str": "甲",
        "Ref": f"{kind.target}-1",
        "Date": day,
        "DateTime": datetime.combine(day, time(9)),
        "Time": time(9),
        "Duration": timedelta(days=1),
        "Span": DateSpan(start=day, end=day),
        "List": (),
    }
    return plain.get(kind.name)
