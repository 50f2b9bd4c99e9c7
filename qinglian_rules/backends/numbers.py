"""Exact arithmetic and comparison of the language's numbers: Int, Decimal and Ratio in any mixture.

Nothing is rounded. An Int has 64 bits. A Decimal has at most 18 digits when written out without an exponent and without
trailing zeros after the point (100 has three, 0.05 has two). What does not fit is MISSING.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from pydantic import MISSING

from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.nodes import Arithmetic, Order

Number = int | Decimal | Fraction

SMALLEST_INT: Final = -(2**63)
LARGEST_INT: Final = 2**63 - 1

# Eighteen significant digits, none above 10**17 and none below 10**-18: then a result that fits is exact, and one that
# does not signals Inexact or Overflow. `Emin` is -1 because the smallest exponent of all is Emin - (prec - 1).
_EXACT: Final = Context(prec=18, Emin=-1, Emax=17, traps=[Inexact, Overflow, InvalidOperation])

_PYTHON: Final = {"+": operator.add, "-": operator.sub, "*": operator.mul}
_DECIMAL: Final = {"+": _EXACT.add, "-": _EXACT.subtract, "*": _EXACT.multiply}

COMPARISONS: Final[Mapping[Order, Callable[[Any, Any], bool]]] = MappingProxyType(
    {
        "==": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
)
"""Comparisons of known values of one type, or of numbers of any type; not of Spans, which may be known in part."""


def calculate(op: Arithmetic, left: Number, right: Number) -> Number | MISSING:
    """Return `left op right`, exact: a Ratio if one of them is, else a Decimal if one of them is, else an Int."""
    if isinstance(left, int) and isinstance(right, int):
        whole: int = _PYTHON[op](left, right)
        return whole if SMALLEST_INT <= whole <= LARGEST_INT else MISSING
    # isinstance would ask the abstract base class of Fraction
    if type(left) is Fraction or type(right) is Fraction:
        ratio: Fraction = _PYTHON[op](Fraction(left), Fraction(right))
        return ratio
    decimals: Any = (left, right)  # what is left is Decimal, or Decimal and int
    try:
        return _DECIMAL[op](*decimals)
    except DecimalException:
        return MISSING


def divide(left: Number, right: Number) -> Fraction | MISSING:
    """Return the exact quotient; MISSING for a zero denominator."""
    return Fraction(left) / Fraction(right) if right else MISSING


def percent(number: int | Decimal) -> Fraction:
    """Return so many hundredths."""
    return Fraction(number) / 100


def compare(op: Order, left: Any, right: Any) -> bool | MISSING:
    """Compare two known values of one type, or two numbers of any type, exactly.

    Spans are compared by `==` and `!=` alone; MISSING where a start or end that nobody told us decides.
    """
    if isinstance(left, DateSpan):
        same = _same_span(left, right)
        return same if same is MISSING else same is (op == "==")
    return COMPARISONS[op](left, right)


def _same_span(left: DateSpan, right: DateSpan) -> bool | MISSING:
    pairs = ((left.start, right.start), (left.end, right.end))
    if any(one != other for one, other in pairs if one is not MISSING and other is not MISSING):
        return False
    return MISSING if any(MISSING in pair for pair in pairs) else True
