"""`policy.yaml`: what a document says of itself, before any of its rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.documents.readers import distinct, read_date, read_name, read_word
from qinglian_rules.ir.rules import Bound, PolicyStatus, Rank
from qinglian_rules.syntax import RULE_CONDITIONS, Mapping, Scalar, Sequence, Value, read_mapping
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of, texts_of, wrong_shape

POLICY_FILE = "policy.yaml"
_REQUIRED = ("id", "title", "issuer", "in_force", "reach", "rank", "status")
_OPTIONAL = ("number", "issued", "implements", "supersedes", "params", "tables")
_BOUND_KEYS = ("earliest", "latest")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What `policy.yaml` says. `reach`, `params` and `tables` are still as written; None and () where absent."""

    id: str
    title: str
    issuer: tuple[str, ...]
    number: str | None
    issued: date | None
    force_from: Bound
    force_to: Bound | None
    reach: Scalar
    rank: Rank
    implements: tuple[str, ...]
    supersedes: tuple[str, ...]
    status: PolicyStatus
    params: Mapping | None
    tables: Sequence | None


def read_metadata(file: str, content: str) -> tuple[Metadata | None, tuple[Diagnostic, ...]]:
    """Read `policy.yaml`; None, with everything that is wrong, where a part that all documents have cannot be read."""
    mapping, reported = read_mapping(file, content, RULE_CONDITIONS)
    found = list(reported)
    # A line that could not be read may be the one that seems to be missing.
    required = () if reported else _REQUIRED
    check_keys(mapping, (*_REQUIRED, *_OPTIONAL), required, Span(file, 1, 1, 1, 1), (POLICY_FILE, POLICY_FILE), found)
    return _metadata(mapping, found), tuple(found)


def _metadata(mapping: Mapping, found: list[Diagnostic]) -> Metadata | None:
    name, title, number, reach = (text_of(mapping, key, found) for key in ("id", "title", "number", "reach"))
    issued = text_of(mapping, "issued", found)
    name_read = None if name is None else read_name(name, "-", found)
    rank = _word(mapping, "rank", get_args(Rank), found)
    status = _word(mapping, "status", get_args(PolicyStatus), found)
    force = _force(mapping, found)
    lists = {key: distinct(texts_of(mapping, key, found), found) for key in ("issuer", "implements", "supersedes")}
    day = None if issued is None else read_date(issued, found)
    params = mapping_of(mapping, "params", found)
    tables = _list(mapping, "tables", found)
    if name_read is None or title is None or reach is None or rank is None or status is None or force is None:
        return None
    return Metadata(
        id=name_read,
        title=title.text,
        issuer=lists["issuer"],
        number=None if number is None else number.text,
        issued=day,
        force_from=force[0],
        force_to=force[1],
        reach=reach,
        rank=cast("Rank", rank),
        implements=lists["implements"],
        supersedes=lists["supersedes"],
        status=cast("PolicyStatus", status),
        params=params,
        tables=tables,
    )


def _word(mapping: Mapping, key: str, words: tuple[str, ...], found: list[Diagnostic]) -> str | None:
    value = text_of(mapping, key, found)
    return None if value is None else read_word(key, value, words, found)


def _list(mapping: Mapping, key: str, found: list[Diagnostic]) -> Sequence | None:
    value = mapping.get(key)
    if value is None or isinstance(value, Sequence):
        return value
    found.append(wrong_shape(key, Sequence, value))
    return None


def _force(mapping: Mapping, found: list[Diagnostic]) -> tuple[Bound, Bound | None] | None:
    force = mapping_of(mapping, "in_force", found)
    if force is None:
        return None
    check_keys(force, ("from", "to"), ("from",), force.span, ("in_force ", "`in_force`"), found)
    start, end = (_bound(force.get(key), found) for key in ("from", "to"))
    if start is None or (end is None and force.get("to") is not None):
        return None
    if end is not None and end.latest < start.earliest:
        found.append(Diagnostic(codes.DATES_REVERSED, force.span, {"earlier": "from", "later": "to"}))
    return start, end


def _bound(value: Value | None, found: list[Diagnostic]) -> Bound | None:
    """Read a day, or `{earliest, latest}` where the text does not give it."""
    if isinstance(value, Scalar):
        day = read_date(value, found)
        return None if day is None else Bound(day, day)
    if isinstance(value, Mapping):
        check_keys(value, _BOUND_KEYS, _BOUND_KEYS, value.span, ("这里", "this"), found)
        return _between(value, found)
    if value is not None:
        found.append(wrong_shape("in_force", Scalar, value))
    return None


def _between(value: Mapping, found: list[Diagnostic]) -> Bound | None:
    texts = [text_of(value, key, found) for key in _BOUND_KEYS]
    days = [read_date(text, found) for text in texts if text is not None]
    earliest, latest = days if len(days) == 2 else (None, None)
    if earliest is None or latest is None:
        return None
    if latest < earliest:
        found.append(Diagnostic(codes.DATES_REVERSED, value.span, {"earlier": "earliest", "later": "latest"}))
        return None
    return Bound(earliest, latest)
