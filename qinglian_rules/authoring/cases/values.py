"""A value in a cases file, typed by the field that it is given to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import MISSING

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.facts.vocabulary import FieldKind, FieldType
from qinglian_rules.inputs.cells import Blanks, reader_of, value_reader
from qinglian_rules.syntax import Mapping, Scalar, Sequence, Value
from qinglian_rules.syntax.shapes import wrong_shape

_WORDS = Blanks(none=frozenset({"none", "无"}), unknown=frozenset({"unknown", "未知"}))
_QUOTED = Blanks(none=frozenset(), unknown=frozenset())


def field_value(field: FieldType, value: Value) -> Any:
    """Return the value, None, MISSING for `unknown`, or the diagnostic that says what is wrong with it.

    `none` and `unknown` are words unless they are quoted.
    """
    if isinstance(value, Scalar):
        read = value_reader(field, _QUOTED if value.quoted else _WORDS)(value.text)
        return _placed(read, value.span, field)
    if field.type.name == "List" and isinstance(value, Sequence):
        items = [_item(field, field.type.item or FieldKind("Str"), item) for item in value.items]
        return next((item for item in items if isinstance(item, Diagnostic)), tuple(items))
    if field.type.name in {"Span", "Slot"} and isinstance(value, Mapping):
        return _parts(field, field.type, value)
    return wrong_shape(field.name, Sequence if field.type.name == "List" else Scalar, value)


def _item(field: FieldType, kind: FieldKind, item: Value) -> Any:
    if isinstance(item, Scalar):
        return _placed(reader_of(kind, field.unit)(item.text), item.span, field)
    if isinstance(item, Mapping) and kind.name in {"Span", "Slot"}:
        return _parts(field, kind, item)
    return wrong_shape(field.name, Scalar, item)


def _parts(field: FieldType, kind: FieldKind, value: Mapping) -> Any:
    """Read a span of days `{start, end}` or a weekly slot `{weekday, from, to}`; a part not given is unknown."""
    cell: dict[str, Any] = {}
    for entry in value.entries:
        if not isinstance(entry.value, Scalar):
            return wrong_shape(entry.key.text, Scalar, entry.value)
        cell[entry.key.text] = entry.value.text
    weekday = cell.get("weekday", MISSING)
    if kind.name == "Slot" and isinstance(weekday, str) and weekday.isdecimal():
        cell["weekday"] = int(weekday)
    return _placed(reader_of(kind)(cell), value.span, field)


def _placed(read: Any, span: Span, field: FieldType) -> Any:
    """Give a diagnostic its place and the name of the field; leave a value alone."""
    if not isinstance(read, Diagnostic):
        return read
    return replace(read, span=span, args={"field": field.title or field.name, **read.args})
