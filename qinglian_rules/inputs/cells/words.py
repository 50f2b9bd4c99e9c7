"""Truth, words of a closed list, and plain text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import cells as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.inputs.cells.shown import bad, plain, shown
from qinglian_rules.inputs.model import Cell, found

_TRUTH = {
    **dict.fromkeys(("是", "true", "yes", "y", "t", "1", "√", "✓", "☑"), True),
    **dict.fromkeys(("否", "false", "no", "n", "f", "0", "×", "✗", "☐"), False),
}
TEXT_MARK = "'"
"""In front of a text that would otherwise be read as something else: `'无` is the text 无. Excel uses it alike."""

MARKED = frozenset({"", "无", "未知"})

MOST_WORDS_SHOWN = 12


def read_bool(cell: Cell) -> bool | Diagnostic:
    """Read 是, 否, true, false, yes, no, 1, 0, a tick or a cross, or a cell that holds a truth value."""
    if isinstance(cell, bool):
        return cell
    text = plain(cell).casefold() if isinstance(cell, str) else shown(cell)
    truth = _TRUTH.get(text)
    return bad(codes.NOT_A_TRUTH, cell) if truth is None else truth


def read_enum(cell: Cell, words: tuple[str, ...]) -> str | Diagnostic:
    """Read one of the `words`; the width of letters and digits does not count, anything else does."""
    text = cell.strip() if isinstance(cell, str) else shown(cell)
    if text in words:
        return text
    alike = next((word for word in words if plain(word) == plain(text)), None)
    return alike if alike is not None else _no_member(text, words)


def read_text(cell: Cell) -> str | Diagnostic:
    """Read text, without the spaces around it; a numeric cell is read as it shows, an id of 16 digits is refused."""
    if isinstance(cell, str):
        text = cell.strip()
        return text[1:] if text.startswith(TEXT_MARK) and needs_mark(text[1:]) else text
    if isinstance(cell, float) and abs(cell) >= 10**15:
        return bad(codes.DIGITS_LOST, cell)
    if isinstance(cell, (bool, int, float, Decimal, date, datetime, time, timedelta)):
        return shown(cell)
    return found(codes.WRONG_SHAPE, wanted_zh="文字", wanted_en="text", **shape_of(cell))


def needs_mark(text: str) -> bool:
    """Say whether a text would be read as something else without `TEXT_MARK` in front."""
    return text in MARKED or text.startswith(TEXT_MARK)


def shape_of(cell: Cell) -> dict[str, str]:
    """Return what sort of JSON value the cell is, in both languages, as arguments of a diagnostic."""
    if isinstance(cell, list):
        return {"found_zh": "列表", "found_en": "a list"}
    if isinstance(cell, dict):
        return {"found_zh": "对照表 {…}", "found_en": "a mapping {…}"}
    return {"found_zh": f"“{shown(cell)}”", "found_en": f"`{shown(cell)}`"}


def _no_member(text: str, words: tuple[str, ...]) -> Diagnostic:
    listed = "、".join(words[:MOST_WORDS_SHOWN]) + ("…" if len(words) > MOST_WORDS_SHOWN else "")
    near = nearest(text, words) or next((word for word in words if text and (text in word or word in text)), None)
    return found(codes.NOT_A_MEMBER, suggestion=near, value=shown(text), words=listed)
