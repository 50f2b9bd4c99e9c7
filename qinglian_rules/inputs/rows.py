"""Rows to facts: every cell read, one validation by the fact's model, and each mistake with its column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import MISSING, ValidationError
from pydantic_core import ErrorDetails

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary
from qinglian_rules.inputs.cells.shown import shown
from qinglian_rules.inputs.cells.spans import make_span
from qinglian_rules.inputs.columns import EMPTY, Binding
from qinglian_rules.inputs.model import Cell, found


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with one column of a row; `column` is the header as written, None where no column is to blame."""

    column: str | None
    number: int
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class RowReader:
    """Makes facts of one type from rows.

    Attributes:
        body: the key of the body that facts get which name none.
        vocabulary: the fact types that a statement of completeness may name.
    """

    fact_type: FactType
    bindings: Sequence[Binding]
    body: str | None
    vocabulary: Vocabulary

    def read(self, cells: Sequence[Cell]) -> Fact | list[Mistake] | None:
        """Return the fact that the row states, all that is wrong with the row, or None where it states nothing."""
        values: dict[str, Any] = {}
        ends: dict[str, dict[str, Any]] = {}
        mistakes: list[Mistake] = []
        for binding in self.bindings:
            value = binding.read(cells)
            if value.__class__ is Diagnostic:
                mistakes.append(_mistake(binding, value))
            elif binding.part is not None:
                ends.setdefault(binding.field.name, {})[binding.part] = value
            elif value is not MISSING or binding.unknown_is_said:
                values[binding.field.name] = value
        for name, parts in ends.items():
            mistakes.extend(self._put_span(name, parts, values))
        return mistakes or self._validated(values)

    def _put_span(self, name: str, parts: Mapping[str, Any], values: dict[str, Any]) -> list[Mistake]:
        """Put a span together whose ends stand in columns of their own; an end that is not stated is unknown."""
        span_field = self.fact_type.fields[name]
        stated = {part: value for part, value in parts.items() if value is not EMPTY}
        if not stated or (stated.get("start", MISSING) is None and stated.get("end") is None):
            if stated or (span_field.nullable and span_field.blank == "none"):
                values[name] = None
            return []
        span = make_span(stated.get("start", MISSING), stated.get("end", MISSING), "")
        if isinstance(span, Diagnostic):
            return [_mistake(self._binding(name), span)]
        values[name] = span
        return []

    def _validated(self, values: dict[str, Any]) -> Fact | list[Mistake] | None:
        body = self.fact_type.fields.get(self.fact_type.body or "")
        # A parameter or a statement that names no body speaks of all of them, and lacks nothing.
        if self.body is not None and body is not None and body.may_be_unknown:
            values.setdefault(body.name, self.body)
        try:
            fact = self.fact_type.model(**values)
        except ValidationError as error:
            return [self._of_model(detail, values) for detail in error.errors(include_url=False)]
        if isinstance(fact, Complete) and self.vocabulary.fact_type(fact.type) is None:
            return [self._unknown_type(fact.type)]
        # A row of the blank workbook that nobody filled: the parameter stays unset.
        return None if isinstance(fact, ParameterValue) and fact.value is MISSING else fact

    def _unknown_type(self, name: str) -> Mistake:
        near = nearest(name, [*self.vocabulary.types, *self.vocabulary.titles])
        return _mistake(self._binding("type"), found(codes.COMPLETE_WITHOUT_TYPE, name=shown(name), suggestion=near))

    def _binding(self, name: str) -> Binding | None:
        return next((one for one in self.bindings if one.field.name == name), None)

    def _of_model(self, detail: ErrorDetails, values: Mapping[str, Any]) -> Mistake:
        """Say in our words what the model says of a value: it is absent, or out of bounds."""
        name = str(detail["loc"][0]) if detail["loc"] else ""
        binding = self._binding(name)
        if detail["type"] == "missing" or values.get(name) == "":
            title = self.fact_type.fields[name].title if name in self.fact_type.fields else name
            diagnostic = found(codes.KEY_MISSING, field=title or name)
            return Mistake(name, 0, diagnostic) if binding is None else _mistake(binding, diagnostic)
        return _mistake(binding, _out_of_bounds(detail, values.get(name), self.fact_type.fields.get(name)))


def _mistake(binding: Binding | None, diagnostic: Diagnostic) -> Mistake:
    if binding is None:
        return Mistake(None, 0, diagnostic)
    named = {"field": binding.field.title or binding.field.name, **diagnostic.args}
    return Mistake(binding.column, binding.number, replace(diagnostic, args=named))


_BOUNDS = {
    "greater_than_equal": ("不小于 {ge}", "at least {ge}"),
    "greater_than": ("大于 {gt}", "above {gt}"),
    "less_than_equal": ("不大于 {le}", "at most {le}"),
    "less_than": ("小于 {lt}", "below {lt}"),
    "decimal_max_digits": ("不超过 {max_digits} 位数字", "of at most {max_digits} digits"),
    "decimal_max_places": ("不超过 {decimal_places} 位小数", "of at most {decimal_places} decimal places"),
    "string_too_long": ("不超过 {max_length} 个字", "of at most {max_length} characters"),
    "string_too_short": ("不少于 {min_length} 个字", "of at least {min_length} characters"),
}


def _out_of_bounds(detail: ErrorDetails, value: Any, field_type: FieldType | None) -> Diagnostic:
    above = detail["type"] == "less_than_equal" and str(detail.get("ctx", {}).get("le")) == "1"
    if above and field_type is not None and field_type.type.name == "Ratio":
        return found(codes.RATIO_TOO_LARGE, value=shown(value))
    zh, en = _BOUNDS.get(detail["type"], (f"符合：{detail['msg']}", f"right: {detail['msg']}"))
    for name, bound in detail.get("ctx", {}).items():
        zh, en = zh.replace(f"{{{name}}}", str(bound)), en.replace(f"{{{name}}}", str(bound))
    return found(codes.OUT_OF_BOUNDS, value=shown(value), bound_zh=zh, bound_en=en)
