"""Which columns the table of a fact type has, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qinglian_rules.diagnostics import Lang
from qinglian_rules.facts.vocabulary import FactType, FieldType
from qinglian_rules.inputs.columns import Part

_PART_TITLES: dict[Part, str] = {"start": "开始", "end": "结束"}
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: a field, or one end of a span."""

    field: FieldType
    part: Part | None = None

    def title(self, lang: Lang = "zh", *, unit: bool = True) -> str:
        """Return the header: `金额（元）`, `任职期间.开始`, or in English the field's name."""
        if lang == "en" or not self.field.title:
            return self.field.name if self.part is None else f"{self.field.name}.{self.part}"
        if self.part is not None:
            return f"{self.field.title}.{_PART_TITLES[self.part]}"
        return f"{self.field.title}（{self.field.unit}）" if unit and self.field.unit else self.field.title


def columns_of(fact_type: FactType) -> tuple[ColumnSpec, ...]:
    """Return the columns of a type's table, in the order of its fields.

    A span has a column for each end, unless it may be none as a whole: that takes one cell to say.
    """
    return tuple(column for field in fact_type.fields.values() for column in _columns(field))


def _columns(field: FieldType) -> Iterator[ColumnSpec]:
    if field.type.name == "Span" and not field.nullable:
        yield ColumnSpec(field, "start")
        yield ColumnSpec(field, "end")
    else:
        yield ColumnSpec(field)


def sheet_name(fact_type: FactType, lang: Lang = "zh") -> str:
    """Return the name of a type's sheet: its Chinese title, where Excel allows that."""
    title = fact_type.title
    if lang == "en" or not title or len(title) > 31 or _NOT_IN_SHEET_NAMES.search(title):
        return fact_type.name[:31]
    return title
