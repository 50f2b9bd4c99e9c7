"""`tables` of `policy.yaml`: reference data that come with a document, as facts of a type, with their origin.

- {type: Drug, file: tables/drugs.csv, origin: 国家组织药品集中采购中选目录, from: 2021-09-01, to: 2022-08-31}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.documents.readers import leaves_folder, read_date
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.syntax import Mapping as SurfaceMapping
from qinglian_rules.syntax import Scalar, Sequence
from qinglian_rules.syntax.shapes import check_keys, text_of, wrong_shape

_KEYS = ("type", "file", "origin", "from", "to")


@dataclass(frozen=True, slots=True)
class Table:
    """Data of a document: rows of facts of `type`, where they come from, and the days they speak for (None: always)."""

    document: str
    type: str
    file: str
    origin: str
    start: date | None
    end: date | None
    content: str


def read_tables(
    document: str,
    value: Sequence,
    files: Mapping[str, str],
    vocabulary: Vocabulary,
    found: list[Diagnostic],
) -> tuple[Table, ...]:
    """Read the list; a table that is wrong is left out and reported. The rows are read with all other input."""
    return tuple(_tables(document, value, files, vocabulary, found))


def _tables(
    document: str, value: Sequence, files: Mapping[str, str], vocabulary: Vocabulary, found: list[Diagnostic]
) -> Iterator[Table]:
    for entry in value.items:
        if not isinstance(entry, SurfaceMapping):
            found.append(wrong_shape("tables", SurfaceMapping, entry))
            continue
        check_keys(entry, _KEYS, ("type", "file", "origin"), entry.span, ("一张表", "a table"), found)
        kind, file, origin = (text_of(entry, key, found) for key in ("type", "file", "origin"))
        start, end = (_day(entry, key, found) for key in ("from", "to"))
        name = None if kind is None else _type(kind, vocabulary, found)
        content = None if file is None else _content(file, files, found)
        if name is not None and file is not None and origin is not None and content is not None:
            yield Table(document, name, file.text, origin.text, start, end, content)


def _day(entry: SurfaceMapping, key: str, found: list[Diagnostic]) -> date | None:
    value = text_of(entry, key, found)
    return None if value is None else read_date(value, found)


def _type(kind: Scalar, vocabulary: Vocabulary, found: list[Diagnostic]) -> str | None:
    known = vocabulary.fact_type(kind.text)
    if known is None or known.abstract or known.derived:
        suggestion = nearest(kind.text, [*vocabulary.types, *vocabulary.titles])
        found.append(Diagnostic(codes.UNKNOWN_TABLE_TYPE, kind.span, {"text": excerpt(kind.text)}, suggestion))
        return None
    return known.name


def _content(file: Scalar, files: Mapping[str, str], found: list[Diagnostic]) -> str | None:
    if leaves_folder(file.text):
        found.append(Diagnostic(codes.OUTSIDE_FOLDER, file.span, {"name": file.text}))
        return None
    content = files.get(file.text)
    if content is None:
        found.append(Diagnostic(codes.NO_FILE, file.span, {"name": file.text}, nearest(file.text, files)))
    return content
