"""How a value is written for durable-rules: always as text, in one fixed form per type.

durable-rules compares texts byte by byte up to the longer of the two and says `"text" > 0.5`; it refuses numbers with
an exponent; a double has 53 bits. So nothing is ever handed over as a number. A text starts with a letter for its type,
so that values of two types are never equal, and what has an order is written with a fixed number of digits, so that
the order of the texts is that of the values. Nothing is rounded.

| value | text |
|---|---|
| Int, Decimal, Ratio | `n:` and 121 digits: (value + 10**40) * 10**80, rounded down |
| Date | `d:2023-05-10` |
| DateTime | `m:2023-05-10T09:00:00.000000` |
| Time | `c:09:00:00.000000` |
| Duration | `u:` and 20 digits: microseconds + 2**63 |
| Bool | `b:0`, `b:1` |
| Str, Enum, Ref | `t:` and the text, quotes and control characters escaped; `h:` and a digest where it is long |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final, Literal

from pydantic import MISSING

from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.spans import span_bounds
from qinglian_rules.diagnostics import Diagnostic, FactsError
from qinglian_rules.diagnostics.catalogue.engines import NUMBER_OUT_OF_FORM
from qinglian_rules.facts.values import DateSpan

State = Literal["v", "p", "e", "n", "u"]
"""A value; a span of which a day is unknown; an empty list; None; unknown."""

NOTHING: Final = "-"
"""Stands where there is no value. No text of a value is this short, and every test asks for the state as well."""

LONGEST: Final = 1_000
"""Longer texts are compared by their SHA-256: the engine counts the bytes of a text in 16 bits."""

_WHOLE: Final = 40
_PLACES: Final = 80
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\"'%\\\ud800-\udfff]")
_MICROSECOND: Final = timedelta(microseconds=1)


def text_of(value: Any) -> str:
    """Return the text of a known value.

    Raises:
        FactsError: a number of more than 40 digits before the point, or a Ratio with a larger denominator (QL732).
    """
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    raise TypeError(f"no fixed form for {type(value).__name__}")


def _number(value: int | Decimal | Fraction) -> str:
    exact = Fraction(value)
    # Two ratios whose denominators are below 10**40 differ by more than 10**-80, so rounding down keeps them apart.
    if abs(exact) >= 10**_WHOLE or exact.denominator >= 10**_WHOLE:
        raise FactsError((Diagnostic(NUMBER_OUT_OF_FORM, args={"number": str(value)}),))
    scaled = (exact + 10**_WHOLE) * 10**_PLACES
    return f"n:{scaled.numerator // scaled.denominator:0{_WHOLE + _PLACES + 1}d}"


def word(text: str) -> str:
    """Return the text of a word or key."""
    safe = _UNSAFE.sub(lambda found: f"%{ord(found[0]):x};", text)
    if len(safe.encode()) <= LONGEST:
        return f"t:{safe}"
    return f"h:{sha256(safe.encode()).hexdigest()}:{len(safe)}"


# bool before int, datetime before date: the first class that fits decides.
_WRITERS: Final[tuple[tuple[Any, Callable[[Any], str]], ...]] = (
    (bool, lambda value: f"b:{value:d}"),
    (int | Decimal | Fraction, _number),
    (str, word),
    (datetime, lambda value: f"m:{value.isoformat(timespec='microseconds')}"),
    (date, lambda value: f"d:{value.isoformat()}"),
    (time, lambda value: f"c:{value.isoformat(timespec='microseconds')}"),
    (timedelta, lambda value: f"u:{value // _MICROSECOND + 2**63:020d}"),
)


def state_of(value: Any) -> State:
    """Return what is known of a value, None or `Unknown`."""
    if isinstance(value, Unknown):
        return "u"
    if value is None:
        return "n"
    if isinstance(value, DateSpan):
        return "p" if value.start is MISSING or value.end is MISSING else "v"
    return "e" if value == () else "v"


def aspect_of(value: Any, aspect: str) -> str:
    """Return the text of a value, or of the part of it that `aspect` names; `NOTHING` where there is none."""
    known = state_of(value) in {"v", "p"} and not isinstance(value, tuple)
    return ASPECTS[aspect](value) if known else NOTHING


def _bound(index: int) -> Callable[[DateSpan], str]:
    return lambda span: text_of(span_bounds(span)[index])


ASPECTS: Final[Mapping[str, Callable[[Any], str]]] = MappingProxyType(
    {
        "": text_of,
        "D": lambda moment: text_of(moment.date() if isinstance(moment, datetime) else moment),
        "Y": lambda moment: f"y:{moment.year:04d}",
        "Q": lambda moment: f"y:{moment.year:04d}-{(moment.month - 1) // 3}",
        "M": lambda moment: f"y:{moment.year:04d}-{moment.month:02d}",
        "W": lambda moment: f"w:{moment.isoweekday()}",
        "T": lambda moment: text_of(moment.time()),
        "1": _bound(0),
        "2": _bound(1),
        "3": _bound(2),
        "4": _bound(3),
    }
)
"""What is compared of a value: itself; of a moment its day, year, quarter, month, weekday, time; of a span its earliest
and latest start, its earliest and latest end."""


def known_of(value: Any) -> dict[str, str]:
    """Return what is known of a value.

    `s` is its state; `d` is `1` where it leaves a comparison open; `k` is `1` where there is a value, if only in part.
    """
    state = state_of(value)
    return {"s": state, "d": "1" if state in {"u", "n", "p"} else "0", "k": "1" if state in {"v", "p", "e"} else "0"}
