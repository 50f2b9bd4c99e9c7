"""Rhythms (`every`) and lengths of time (`within`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.ir.rules import Every
from qinglian_rules.ir.types import STR
from qinglian_rules.passes.context import Context
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.keys import read_date
from qinglian_rules.syntax.surface import Scalar

MONTHS: Final = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
LONGEST_CYCLE: Final = 600
"""How many months a cycle may have."""

_CYCLE: Final = re.compile(r"([1-9][0-9]{0,2}) (month|quarter|year)s? from (\S+)")
_PARAMETER: Final = re.compile(r"params\.(\w+)")
_LENGTH: Final = re.compile(r"([1-9][0-9]{0,4})\s*(day|month|year|天|日|个月|年)s?")


def read_every(scalar: Scalar, context: Context, findings: Findings) -> Every | None:
    """Read a rhythm: `month`, `quarter`, `half-year`, `year`, `2 years from 2022-01-01`, `params.cycle`."""
    text = scalar.text.strip()
    if text in MONTHS:
        return Every(MONTHS[text])
    cycle, parameter = _CYCLE.fullmatch(text), _PARAMETER.fullmatch(text)
    if parameter is not None:
        return _parameter(parameter[1], scalar, context, findings)
    if cycle is None:
        findings.report(codes.BAD_EVERY, scalar.span, suggestion=nearest(text, MONTHS), text=text)
        return None
    months, anchor = int(cycle[1]) * MONTHS[cycle[2]], read_date(cycle[3])
    if anchor is None:
        findings.report(codes.BAD_DATE, scalar.span, text=cycle[3])
    elif months > LONGEST_CYCLE:
        findings.report(codes.BAD_EVERY, scalar.span, text=text)
    else:
        return Every(months, anchor)
    return None


def _parameter(name: str, scalar: Scalar, context: Context, findings: Findings) -> Every | None:
    found = context.parameters.get(name)
    if found is None:
        suggestion = nearest(name, context.parameters)
        findings.report(type_codes.UNKNOWN_PARAMETER, scalar.span, suggestion=suggestion, name=name)
        return None
    if found.type != STR:
        findings.report(codes.NOT_A_RHYTHM, scalar.span, name=name, type=str(found.type))
        return None
    return Every(None, param=found.name)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, in calendar months or in days; the other is 0."""

    months: int
    days: int


def read_length(scalar: Scalar, findings: Findings) -> Length | None:
    """Read a length of time: `30 days`, `12 months`, `1 year`."""
    found = _LENGTH.fullmatch(scalar.text.strip())
    if found is None:
        findings.report(codes.BAD_SPAN_OF_TIME, scalar.span, text=scalar.text)
        return None
    count, unit = int(found[1]), found[2]
    if unit in {"day", "天", "日"}:
        return Length(0, count)
    return Length(count * (12 if unit in {"year", "年"} else 1), 0)
