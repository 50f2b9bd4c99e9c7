"""What the sheet of parameters says beside each: title, how its value is written, its bounds, why it is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from qinglian_rules.diagnostics import Lang, Text
from qinglian_rules.inputs.workbook.notes import KINDS, unit_text
from qinglian_rules.ir.rules import Parameter
from qinglian_rules.ir.types import Enum, ListOf, Maybe, Scalar, Type

About: TypeAlias = Literal["title", "written", "bounds", "why"]


@dataclass(frozen=True, slots=True)
class Explained:
    """A column that is for reading only."""

    about: About
    title: Text
    width: int


EXPLAINED = (
    Explained("title", Text("名称", "title"), 30),
    Explained("written", Text("写法", "how it is written"), 36),
    Explained("bounds", Text("范围", "bounds"), 20),
    Explained("why", Text("原文为何没有写明", "why the text leaves it open"), 50),
)

_AT_LEAST = Text("不小于 {low}", "at least {low}")
_AT_MOST = Text("不大于 {high}", "at most {high}")
_BETWEEN = Text("{low} 到 {high}", "{low} to {high}")


def explain(parameter: Parameter, column: Explained, lang: Lang) -> str:
    """Return what a column says of a parameter."""
    if column.about == "title":
        return parameter.title
    if column.about == "written":
        return _written(parameter, lang)
    return _bounds(parameter, lang) if column.about == "bounds" else parameter.why


def _written(parameter: Parameter, lang: Lang) -> str:
    unit = unit_text(parameter.unit, str(parameter.type), lang) if parameter.unit is not None else ""
    return "；".join(part for part in (_kind(parameter.type, lang), unit) if part)


def _kind(kind: Type, lang: Lang) -> str:
    if isinstance(kind, Maybe):
        return _kind(kind.item, lang)
    if isinstance(kind, ListOf):
        return KINDS["List"].render(lang) + _kind(kind.item, lang)
    if isinstance(kind, Enum):
        return "、".join(kind.words)
    return KINDS[kind.name].render(lang) if isinstance(kind, Scalar) and kind.name in KINDS else ""


def _bounds(parameter: Parameter, lang: Lang) -> str:
    bounds = {name: bound for name, bound in (("low", parameter.low), ("high", parameter.high)) if bound is not None}
    if len(bounds) == 2:
        return _BETWEEN.render(lang, bounds)
    return (_AT_LEAST if "low" in bounds else _AT_MOST).render(lang, bounds) if bounds else ""
