"""Lists in a cell: `药学部接待室、门诊办公室`, or a JSON list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.inputs.cells.words import shape_of
from qinglian_rules.inputs.model import Cell, found

SEPARATORS = "、；;|\n"
_SEPARATOR = re.compile(f"[{re.escape(SEPARATORS)}]")


def read_list(cell: Cell, item: Callable[[Cell], Any]) -> tuple[Any, ...] | Diagnostic:
    """Read items between 、；;| or line breaks, each by `item`; `[]` is the empty list, empty parts do not count."""
    parts = _parts(cell)
    if isinstance(parts, Diagnostic):
        return parts
    values = []
    for part in parts:
        value = item(part)
        if isinstance(value, Diagnostic):
            return value
        values.append(value)
    return tuple(values)


def _parts(cell: Cell) -> list[Cell] | Diagnostic:
    if isinstance(cell, list):
        return cell
    if isinstance(cell, str):
        items = json_items(cell.strip())
        return [part.strip() for part in _SEPARATOR.split(cell) if part.strip()] if items is None else items
    if isinstance(cell, dict):
        return found(codes.WRONG_SHAPE, wanted_zh="列表", wanted_en="a list", **shape_of(cell))
    return [cell]


def json_items(text: str) -> list[Cell] | None:
    """Return the items of a list that is written as in JSON; None where it is not."""
    if not (text.startswith("[") and text.endswith("]")):
        return None
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return items if isinstance(items, list) else None
