"""Numbers: exact decimals, whole numbers, ratios. A number in another unit is refused, its value being the hint."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction

from qinglian_rules.diagnostics import Code, Diagnostic
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.inputs.cells.shown import bad, plain, shown
from qinglian_rules.inputs.cells.units import NAMES, convert, converted_texts
from qinglian_rules.inputs.model import Cell

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|[-+]?\.\d+")
_WITH_UNIT = re.compile(rf"[¥$]?\s*({_NUMBER.pattern})\s*(\D*)")
_SCIENTIFIC = re.compile(r"[-+]?\d+(?:\.\d*)?[eE][-+]?\d+")
_FRACTION = re.compile(r"(\d{1,18})\s*/\s*(\d{1,18})")
MOST_DIGITS = 60
"""Beyond this no number is made at all; the limits of the fields are far below."""


def read_decimal(cell: Cell, unit: str | None = None) -> Decimal | Diagnostic:
    """Read `1234.50`, `1,234.50`, `１２３４` or a numeric cell; a unit behind the number must be the field's."""
    if isinstance(cell, str):
        return _of_text(cell, unit)
    if isinstance(cell, bool) or not isinstance(cell, (int, float, Decimal)):
        return bad(codes.NOT_A_NUMBER, cell)
    return of_number(cell)


def read_int(cell: Cell, unit: str | None = None) -> int | Diagnostic:
    """Read a whole number; `3.0` is 3, as Excel knows no other numbers than those with a point."""
    if type(cell) is int and abs(cell) < 10**15:
        return cell
    number = read_decimal(cell, unit)
    if isinstance(number, Diagnostic):
        return number
    return int(number) if number == number.to_integral_value() else bad(codes.NOT_WHOLE, cell)


def read_ratio(cell: Cell) -> Fraction | Diagnostic:
    """Read `30%`, `0.3` or `3/10`, exactly. Whether it may be above 1 is the field's own business."""
    text = plain(cell) if isinstance(cell, str) else ""
    fraction = _FRACTION.fullmatch(text)
    if fraction is not None and int(fraction[2]) > 0:
        return Fraction(int(fraction[1]), int(fraction[2]))
    percent = text.endswith("%")
    number = read_decimal(text.removesuffix("%") if percent else cell)
    if isinstance(number, Diagnostic):
        return number if number.code is codes.SCIENTIFIC else bad(codes.NOT_A_RATIO, cell)
    return Fraction(number) / (100 if percent else 1)


def of_number(cell: float | Decimal) -> Decimal | Diagnostic:
    """Return a numeric cell exactly. Of a float 15 digits count: as many as Excel keeps and shows."""
    if isinstance(cell, float) and (math.isnan(cell) or abs(cell) >= 10**15):
        return bad(codes.NOT_A_NUMBER if not math.isfinite(cell) else codes.DIGITS_LOST, cell)
    number = Decimal(format(cell, ".15g")) if isinstance(cell, float) else Decimal(cell)
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        return bad(codes.SCIENTIFIC, cell)
    # 1E+16 and 10000000000000000 are one number; only the second counts its digits.
    return Decimal(f"{number:f}") if "E" in str(number) else number


def _of_text(cell: str, unit: str | None) -> Decimal | Diagnostic:
    text = plain(cell)
    found = _WITH_UNIT.fullmatch(text) if len(text) <= MOST_DIGITS else None
    if found is None:
        return bad(_refused_as(text), cell)
    number = Decimal(found[1].replace(",", ""))
    suffix = found[2].strip()
    return number if suffix in ("", unit) else _in_other_unit(cell, number, suffix, unit)


def _refused_as(text: str) -> Code:
    if _SCIENTIFIC.fullmatch(text):
        return codes.SCIENTIFIC
    return codes.TOO_MANY_DIGITS if _NUMBER.fullmatch(text) else codes.NOT_A_NUMBER


def _in_other_unit(cell: str, number: Decimal, suffix: str, unit: str | None) -> Diagnostic:
    converted = convert(number, suffix, unit)
    if converted is None and (unit is None or suffix not in NAMES):
        return bad(codes.NOT_A_NUMBER, cell)
    zh, en = converted_texts(shown(cell), converted, unit)
    return bad(codes.OTHER_UNIT, cell, found=suffix, unit=unit or "个", converted_zh=zh, converted_en=en)
