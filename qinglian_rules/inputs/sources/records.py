"""JSON: a list of records, an object with a list per fact type, or a record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from pydantic import MISSING

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.cells.words import shape_of
from qinglian_rules.inputs.limits import MAX_JSON_DIGITS
from qinglian_rules.inputs.model import Place, Row, Table, found

Numbered = tuple[int, Any]
"""The number of a record, from 1 (its line in JSON lines), and the record or the diagnostic that stands for it."""


def read_lines(place: Place, name: str, text: str) -> Table:
    """Return the table of a file with a JSON record a line."""
    lines = enumerate(text.split("\n"), start=1)
    return _table(place, name, [(number, _parse(line)) for number, line in lines if line.strip()])


def read_json(place: Place, name: str, text: str) -> list[Table] | Diagnostic:
    """Return the tables of a JSON file: its list of records, or a list for each key of its object."""
    value = _parse(text)
    if isinstance(value, Diagnostic):
        return value
    if isinstance(value, list):
        return [_table(place, name, list(enumerate(value, start=1)))]
    if isinstance(value, dict) and value and all(isinstance(records, list) for records in value.values()):
        return [
            _table(Place(place.file, key), key, list(enumerate(records, start=1))) for key, records in value.items()
        ]
    if isinstance(value, dict):
        return [_table(place, name, [(1, value)])]
    return found(codes.NOT_A_RECORD, **shape_of(value))


def _table(place: Place, name: str, records: list[Numbered]) -> Table:
    header = tuple(dict.fromkeys(key for _, record in records if isinstance(record, dict) for key in record))
    return Table(place, name, header, _rows(records, header), header_row=None)


def _rows(records: list[Numbered], header: Sequence[str]) -> Iterator[Row]:
    for number, record in records:
        if isinstance(record, dict):
            yield Row(number, [record.get(key, MISSING) for key in header])
        elif isinstance(record, Diagnostic):
            yield Row(number, (), record)
        else:
            yield Row(number, (), found(codes.NOT_A_RECORD, **shape_of(record)))


class _RepeatedKeyError(ValueError):
    """A record gives one key twice; which of the values is meant, nobody knows."""


def _parse(text: str) -> Any:
    """Return the value that the text holds, numbers exact, or the diagnostic that says where it goes wrong."""
    try:
        return json.loads(text, object_pairs_hook=_record, parse_float=_number, parse_int=_whole, parse_constant=str)
    except json.JSONDecodeError as error:
        return found(
            codes.BAD_JSON,
            reason_zh=f"第 {error.lineno} 行第 {error.colno} 列",
            reason_en=f"line {error.lineno}, column {error.colno}",
        )
    except _RepeatedKeyError as error:
        return found(codes.BAD_JSON, reason_zh=f"“{error}”写了两次", reason_en=f"`{error}` occurs twice")
    except RecursionError:
        return found(codes.BAD_JSON, reason_zh="嵌套太深", reason_en="it is nested too deep")


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKeyError(next(key for key in keys if keys.count(key) > 1))
    return record


def _whole(text: str) -> Any:
    return int(text) if len(text) <= MAX_JSON_DIGITS else text


def _number(text: str) -> Any:
    return Decimal(text) if len(text) <= MAX_JSON_DIGITS else text
