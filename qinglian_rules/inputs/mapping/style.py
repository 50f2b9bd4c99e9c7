"""How a table writes dates, and which of its texts mean none or unknown: for the whole table or for one field."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import tables as codes
from qinglian_rules.inputs.cells import Blanks
from qinglian_rules.syntax import Mapping, Scalar
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of, texts_of

_FORMAT = re.compile(r"(?:%[YmdHMS]|[^%])+")

FOREIGN_BLANKS = Blanks(null_is_none=False)
"""What holds in tables of other systems: JSON's `null` is an empty cell, 无 and 未知 mean what they mean everywhere."""


@dataclass(frozen=True, slots=True)
class TableStyle:
    """What holds for the fields of a table unless one says otherwise."""

    date_format: str | None = None
    blanks: Blanks = FOREIGN_BLANKS


def read_style(surface: Mapping, style: TableStyle, found: list[Diagnostic]) -> TableStyle:
    """Return `style` with what `format` and `blanks` of the mapping say."""
    written = text_of(surface, "format", found)
    date_format = style.date_format if written is None else _format(written, found)
    return TableStyle(date_format, _blanks(mapping_of(surface, "blanks", found), style.blanks, found))


def _format(written: Scalar, found: list[Diagnostic]) -> str | None:
    """Return a strptime format that gives year, month and day once each."""
    once = all(written.text.count(letter) == 1 for letter in ("%Y", "%m", "%d"))
    if once and _FORMAT.fullmatch(written.text):
        return written.text
    found.append(Diagnostic(codes.MAPPING_DATE_FORMAT, written.span, {"format": written.text}))
    return None


def _blanks(surface: Mapping | None, blanks: Blanks, found: list[Diagnostic]) -> Blanks:
    """Return the texts that mean none and unknown; what is named here goes before what held so far."""
    if surface is None:
        return blanks
    check_keys(surface, ("none", "unknown"), (), surface.span, ("blanks", "`blanks`"), found)
    none, unknown = (frozenset(one.text for one in texts_of(surface, key, found)) for key in ("none", "unknown"))
    return replace(blanks, none=(blanks.none - unknown) | none, unknown=(blanks.unknown - none) | unknown)
