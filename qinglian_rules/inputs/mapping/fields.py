"""One line under `fields`: a column, a text with columns in it, or a mapping that says more."""

from __future__ import annotations

import re
from decimal import Decimal

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import tables as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.vocabulary import FactType, FieldType
from qinglian_rules.inputs.cells.numbers import read_decimal
from qinglian_rules.inputs.columns import Part, cell_reader, find_field
from qinglian_rules.inputs.mapping.model import Column, Constant, FieldMap, Pattern
from qinglian_rules.inputs.mapping.style import TableStyle, read_style
from qinglian_rules.syntax import Entry, Mapping, Scalar, Sequence
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of, wrong_shape

KEYS = ("column", "constant", "values", "otherwise", "format", "times", "blanks")
_PIECE = re.compile(r"\{([^{}]+)\}")


def read_field(entry: Entry, fact_type: FactType, style: TableStyle, found: list[Diagnostic]) -> FieldMap | None:
    """Return how a field is filled; None, with what is wrong, where that cannot be read."""
    named = find_field(fact_type, entry.key.text)
    if named is None:
        near = nearest(entry.key.text, [*fact_type.fields, *(one.title for one in fact_type.fields.values())])
        args = {"type": fact_type.title or fact_type.name, "name": entry.key.text}
        found.append(Diagnostic(codes.MAPPING_FIELD, entry.key.span, args, near))
        return None
    value = entry.value
    if isinstance(value, Sequence):
        found.append(wrong_shape(entry.key.text, Mapping, value))
        return None
    surface = value if isinstance(value, Mapping) else Mapping((), value.span)
    check_keys(surface, KEYS, (), value.span, ("字段的映射", "a field's mapping"), found)
    source = _source(value, found) if isinstance(value, Scalar) else _long_source(value, *named, style, found)
    return None if source is None else _field_map(*named, source, surface, style, found)


def _field_map(
    field: FieldType,
    part: Part | None,
    source: Column | Pattern | Constant,
    surface: Mapping,
    style: TableStyle,
    found: list[Diagnostic],
) -> FieldMap:
    own = read_style(surface, style, found)
    is_date = part is not None or field.type.name in ("Date", "DateTime")
    otherwise = text_of(surface, "otherwise", found)
    return FieldMap(
        field,
        part,
        source,
        values=_values(mapping_of(surface, "values", found), found),
        otherwise=None if otherwise is None else otherwise.text,
        date_format=own.date_format if is_date else None,
        times=_times(text_of(surface, "times", found), found),
        blanks=own.blanks,
    )


def _long_source(
    surface: Mapping, field: FieldType, part: Part | None, style: TableStyle, found: list[Diagnostic]
) -> Column | Pattern | Constant | None:
    """Return the column or the constant that the mapping names."""
    constant = text_of(surface, "constant", found)
    if constant is not None:
        return _constant(constant, field, part, style, found)
    column = text_of(surface, "column", found)
    if column is not None:
        return _source(column, found)
    check_keys(Mapping((), surface.span), (), ("column",), surface.span, ("字段的映射", "a field's mapping"), found)
    return None


def _constant(
    written: Scalar, field: FieldType, part: Part | None, style: TableStyle, found: list[Diagnostic]
) -> Constant | None:
    value = cell_reader(field, part, style.blanks)(written.text)
    if not isinstance(value, Diagnostic):
        return Constant(value)
    args = {"field": field.title or field.name, **value.args}
    found.append(Diagnostic(value.code, written.span, args, value.suggestion))
    return None


def _source(written: Scalar, found: list[Diagnostic]) -> Column | Pattern | None:
    """Return the column that a text names, or the pattern that it is: only `{column}` stands for anything in it."""
    parts: list[str | Column] = []
    end = 0
    for match in _PIECE.finditer(written.text):
        parts.extend((written.text[end : match.start()], Column(match[1], written.place(match.start(), match.end()))))
        end = match.end()
    parts.append(written.text[end:])
    if any(brace in part for part in parts if isinstance(part, str) for brace in "{}"):
        found.append(Diagnostic(codes.MAPPING_PLACE, written.span, {"text": written.text}))
        return None
    columns = [part for part in parts if isinstance(part, Column)]
    if not columns:
        return Column(written.text, written.span)
    return columns[0] if written.text == f"{{{columns[0].name}}}" else Pattern(tuple(parts))


def _values(surface: Mapping | None, found: list[Diagnostic]) -> dict[str, str]:
    keys = () if surface is None else surface.keys()
    texts = {} if surface is None else {key: text_of(surface, key, found) for key in keys}
    return {key: text.text for key, text in texts.items() if text is not None}


def _times(written: Scalar | None, found: list[Diagnostic]) -> Decimal | None:
    factor = None if written is None else read_decimal(written.text)
    if written is None or (isinstance(factor, Decimal) and factor > 0):
        return factor if isinstance(factor, Decimal) else None
    found.append(Diagnostic(codes.MAPPING_NUMBER, written.span, {"value": written.text}))
    return None
