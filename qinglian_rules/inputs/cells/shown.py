"""How a cell is quoted in a message, and how its text is made plain before it is read."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

from qinglian_rules.diagnostics import Code, Diagnostic
from qinglian_rules.inputs.model import Cell

LONGEST = 40


def shown(cell: Cell) -> str:
    """Return the cell as a message quotes it: one line, not too long."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        text = cell.isoformat(" ")
    elif isinstance(cell, date):
        text = cell.isoformat()
    elif isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        text = str(int(cell))
    else:
        text = str(cell)
    text = " ".join(text[:500].split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def plain(text: str) -> str:
    """Return the text with full-width digits and punctuation made plain, without spaces around it."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()


def bad(code: Code, cell: Cell, **args: object) -> Diagnostic:
    """Report the cell, quoted as `value`."""
    texts = {name: str(value) for name, value in args.items()}
    return Diagnostic(code, None, {"value": shown(cell), **texts})
