"""`params` of `policy.yaml`: limits that the text leaves open.

removal_limit:
  title: 驱离时限
  type: Duration            # Bool Int Decimal Ratio Str Date DateTime Time Duration Rhythm, List[…], Enum[…, …], Ref[…]
  unit: minutes             # what a bare number means; required for a Duration
  bounds: {low: 1 minute, high: 1 day}
  why: 原文只说“及时”
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.documents.readers import read_name
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import types as t
from qinglian_rules.ir.rules import Parameter
from qinglian_rules.syntax import Mapping as SurfaceMapping
from qinglian_rules.syntax import Scalar
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of, wrong_shape

RHYTHM = "rhythm"
"""The unit of a parameter whose text is a rhythm, such as `quarter` or `2 years from 2022-01-01`."""

_KEYS = ("title", "type", "unit", "bounds", "why")
_TYPES: Mapping[str, t.Type] = {
    "Bool": t.BOOL,
    "Int": t.INT,
    "Decimal": t.DECIMAL,
    "Ratio": t.RATIO,
    "Str": t.STR,
    "Date": t.DATE,
    "DateTime": t.DATETIME,
    "Time": t.TIME,
    "Duration": t.DURATION,
    "Rhythm": t.STR,
}
_UNITS = ("minutes", "hours", "days", "weeks", "分钟", "小时", "天", "日", "周")
_UNIT = "|".join(f"{unit.removesuffix('s')}s?" if unit.isascii() else unit for unit in _UNITS)
_NUMBER = r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?"
_BOUNDS: Mapping[t.Type, str] = {
    t.INT: "-?[0-9]{1,18}",
    t.DECIMAL: _NUMBER,
    t.RATIO: rf"{_NUMBER}\s*%?|[0-9]{{1,9}}/[1-9][0-9]{{0,8}}",
    t.DATE: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    t.DURATION: rf"{_NUMBER}\s*(?:{_UNIT})?",
}
_GENERIC = re.compile(r"(List|Enum|Ref)\[(.+)\]")


def read_parameters(
    document: str, params: SurfaceMapping, vocabulary: Vocabulary, found: list[Diagnostic]
) -> tuple[Parameter, ...]:
    """Read all parameters of a document; one that is wrong is left out and reported."""
    return tuple(_parameters(document, params, vocabulary, found))


def _parameters(
    document: str, params: SurfaceMapping, vocabulary: Vocabulary, found: list[Diagnostic]
) -> Iterator[Parameter]:
    for entry in params.entries:
        name = read_name(entry.key, "_", found)
        if not isinstance(entry.value, SurfaceMapping):
            found.append(wrong_shape(entry.key.text, SurfaceMapping, entry.value))
        elif name is not None:
            parameter = _parameter(f"{document}/{name}", entry.key, entry.value, vocabulary, found)
            yield from () if parameter is None else (parameter,)


def _parameter(
    name: str, key: Scalar, body: SurfaceMapping, vocabulary: Vocabulary, found: list[Diagnostic]
) -> Parameter | None:
    check_keys(body, _KEYS, ("title", "type", "why"), key.span, (f"参数 {key.text} ", f"parameter {key.text}"), found)
    title, kind, unit, why = (text_of(body, one, found) for one in ("title", "type", "unit", "why"))
    read = None if kind is None else read_type(kind, vocabulary, found)
    if title is None or kind is None or why is None or read is None:
        return None
    _check_unit(key, read, unit, found)
    low, high = _bounds(body, read, found)
    word = RHYTHM if kind.text == "Rhythm" else None if unit is None else unit.text
    return Parameter(name, title.text, read, word, low, high, why.text)


def read_type(value: Scalar, vocabulary: Vocabulary, found: list[Diagnostic]) -> t.Type | None:
    """Read the name of a type, such as `Duration`, `List[Str]`, `Enum[甲, 乙]` or `Ref[Hospital]`."""
    read = _type(value.text, vocabulary)
    if read is None:
        args = {"text": excerpt(value.text), "words": "、".join(_TYPES)}
        found.append(Diagnostic(codes.BAD_TYPE, value.span, args, nearest(value.text, _TYPES)))
    return read


def _type(text: str, vocabulary: Vocabulary) -> t.Type | None:
    generic = _GENERIC.fullmatch(text)
    if generic is None:
        return _TYPES.get(text)
    name, inner = generic.groups()
    if name == "Enum":
        words = tuple(word.strip() for word in re.split("[,，、]", inner))
        return t.Enum(words) if all(words) and len(set(words)) == len(words) else None
    if name == "Ref":
        target = vocabulary.fact_type(inner)
        return None if target is None else t.RefOf(target.name)
    item = None if inner.startswith("List") else _type(inner, vocabulary)
    return None if item is None else t.ListOf(item)


def _check_unit(key: Scalar, kind: t.Type, unit: Scalar | None, found: list[Diagnostic]) -> None:
    if kind != t.DURATION or (unit is not None and re.fullmatch(_UNIT, unit.text)):
        return
    text, span = ("", key.span) if unit is None else (unit.text, unit.span)
    suggestion = nearest(text, _UNITS)
    found.append(Diagnostic(codes.BAD_UNIT, span, {"text": text, "words": "、".join(_UNITS)}, suggestion))


def _bounds(body: SurfaceMapping, kind: t.Type, found: list[Diagnostic]) -> tuple[str | None, str | None]:
    bounds = mapping_of(body, "bounds", found)
    if bounds is None:
        return None, None
    check_keys(bounds, ("low", "high"), (), bounds.span, ("bounds ", "`bounds`"), found)
    low, high = (text_of(bounds, key, found) for key in ("low", "high"))
    found.extend(
        Diagnostic(codes.BAD_BOUND, bound.span, {"text": excerpt(bound.text), "type": str(kind)})
        for bound in (low, high)
        if bound is not None and not re.fullmatch(_BOUNDS.get(kind, "(?!)"), bound.text)
    )
    return None if low is None else low.text, None if high is None else high.text
