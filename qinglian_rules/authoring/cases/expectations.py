"""What must come out of a case: beside its group `failed`, `missing`, `concluded`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qinglian_rules.authoring.cases.facts import FactReader
from qinglian_rules.authoring.cases.model import Expect, Expected, FactName, Norm
from qinglian_rules.diagnostics.catalogue import cases as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.ir.rules import Rule
from qinglian_rules.syntax import Mapping as SurfaceMapping
from qinglian_rules.syntax.shapes import mapping_of, span_of_key, texts_of, wrong_shape

_ASKED: dict[str, tuple[Expect, ...]] = {"failed": ("violated",), "missing": ("undetermined",)}


def read_expected(reader: FactReader, given: SurfaceMapping, group: Expect, norm: Norm) -> Expected:
    """Return what must come out of a case that stands in `group`."""
    for key, groups in _ASKED.items():
        if given.get(key) is not None and group not in groups:
            reader.report(codes.NOT_ASKED_HERE, span_of_key(given, key), key=key, groups="、".join(groups))
    failed = _failed(reader, given, norm)
    missing = tuple(text.text for text in texts_of(given, "missing", reader.found))
    return Expected(
        group,
        None if given.get("failed") is None else failed,
        None if given.get("missing") is None else missing,
        tuple(_concluded(reader, given)),
    )


def _failed(reader: FactReader, given: SurfaceMapping, norm: Norm) -> tuple[str, ...]:
    names = tuple(condition.name for condition in norm.conditions) if isinstance(norm, Rule) else ()
    texts = texts_of(given, "failed", reader.found)
    for text in texts:
        if text.text not in names:
            reader.report(codes.UNKNOWN_CONDITION, text.span, nearest(text.text, names), name=text.text)
    return tuple(text.text for text in texts)


def _concluded(reader: FactReader, given: SurfaceMapping) -> Iterator[tuple[FactName, Mapping[str, Any]]]:
    inner = mapping_of(given, "concluded", reader.found)
    for entry in () if inner is None else inner.entries:
        name = reader.name_of(entry.key)
        if name is None:
            continue
        fact_type = reader.vocabulary.types[name.type]
        if not fact_type.derived:
            reader.report(codes.NOT_CONCLUDED, entry.key.span, name=name.type)
        elif isinstance(entry.value, SurfaceMapping):
            yield name, reader.fields(fact_type, entry.value)
        else:
            reader.found.append(wrong_shape(entry.key.text, SurfaceMapping, entry.value))
