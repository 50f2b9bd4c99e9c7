"""A look into an .xlsx before it is opened: how far its sheets reach, and which formulas failed.

calamine allocates a sheet's whole rectangle, so that a small file with one value in XFD1048576 asks for half a
terabyte and ends the process; and it shows a formula that failed as an empty cell. So the parts are gone through
first, unpacked in small pieces (the zip module checks each part's declared size and sum) and matched by patterns: no
XML parser, hence no entities to expand.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import normpath

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.limits import MAX_PARTS, MAX_TEXT_OF_CELLS, MAX_UNPACKED_BYTES
from qinglian_rules.inputs.model import found
from qinglian_rules.inputs.sources.seen import Scan, SheetScan

PIECE = 1024**2
_START = re.compile(rb"<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])")
_TAG = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)>")
_REFERENCE = re.compile(rb"\sr\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_USUAL = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]+")?(?: t="([a-z]+)")?')
"""A cell with a value as nearly every program writes it; only for speed."""

_PLACE = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")
_KIND = re.compile(rb"\st\s*=\s*[\"']([a-z]+)[\"']", re.IGNORECASE)
_ERROR_VALUE = re.compile(rb"<(?:\w+:)?v[^<>]*>(#[^<]{1,20})")
_END = re.compile(rb"</(?:\w+:)?(?:work|chart|dialog)?sheet>$|</(?:\w+:)?macrosheet>$")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(slots=True)
class _Cursor:
    """Where in a sheet we are. A row or cell that does not say where it stands is behind the one before it."""

    seen: SheetScan
    row: int = 0
    column: int = 0

    def go_to_row(self, attributes: bytes) -> None:
        """Go to the row that the tag starts."""
        place = _place(attributes)
        self.row = self.row + 1 if place is None else int(place[2])
        self.column = 0

    def go_to_cell(self, attributes: bytes) -> None:
        """Go to the cell that the tag starts, and count it if it has a value."""
        place = _place(attributes)
        if place is None:
            self.column += 1
        else:
            self.row, self.column = int(place[2]), _column(place[1])
        if not attributes.endswith(b"/"):
            self.seen.see(self.row, self.column)


NOT_A_SHEET = "a sheet is not written as sheets are"
"""Said where the patterns may not see what calamine would: a `>` inside quotes, two kinds of quotes in one tag."""


def _place(attributes: bytes) -> re.Match[bytes] | None:
    """Return the column's letters and the row's digits of a reference; None where there is none."""
    if attributes.count(b'"') % 2 or (b"'" in attributes and (b'"' in attributes or attributes.count(b"'") % 2)):
        raise zipfile.BadZipFile(NOT_A_SHEET)
    found = _REFERENCE.search(attributes)
    if found is None:
        return None
    place = _PLACE.fullmatch(found[1] if found[1] is not None else found[2])
    if place is None:
        raise zipfile.BadZipFile("a cell stands nowhere")
    return place


def scan(path: Path) -> Scan | Diagnostic:
    """Go through the workbook; refuse one that is damaged, or too large once unpacked."""
    try:
        with zipfile.ZipFile(path) as parts:
            return _scan(parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        reason = str(error)[:200] or type(error).__name__
        return found(codes.DAMAGED_WORKBOOK, reason_zh=f"文件已损坏或不完整（{reason}）", reason_en=reason)


def _scan(parts: zipfile.ZipFile) -> Scan | Diagnostic:
    infos = parts.infolist()
    if len({info.filename.lower() for info in infos}) < len(infos):
        raise zipfile.BadZipFile("two parts have one name")
    size = sum(info.file_size for info in infos)
    if size > MAX_UNPACKED_BYTES or len(infos) > MAX_PARTS:
        return found(codes.TOO_LARGE, size=f"{size // 1024**2} MB", limit=f"{MAX_UNPACKED_BYTES // 1024**2} MB")
    longest, sheets = 0, {}
    names = _sheet_names(parts)
    for info in infos:
        if info.filename.endswith("sharedStrings.xml"):
            longest = max(longest, _longest_string(parts, info))
        elif info.filename.lower() in names:
            sheets[names[info.filename.lower()]] = _scan_sheet(parts, info)
        else:
            _unpack(parts, info)
    total = longest * sum(sheet.text_cells for sheet in sheets.values())
    if total > MAX_TEXT_OF_CELLS:
        return found(codes.TOO_LARGE, size=f"{total // 1024**2} MB", limit=f"{MAX_TEXT_OF_CELLS // 1024**2} MB")
    return Scan(sheets)


def _unpack(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Go through a part to its end, so that a wrong size or sum is found."""
    for _ in _pieces(parts, info):
        pass


def _pieces(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with parts.open(info) as part:
        while piece := part.read(PIECE):
            yield piece


def _tags(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the part in pieces that end before a row's, a cell's or a string's tag, so that no pattern is cut."""
    rest = b""
    for piece in _pieces(parts, info):
        data = rest + piece
        cut = _cut(data)
        yield data[:cut]
        rest = data[cut:]
    yield rest


def _cut(data: bytes) -> int:
    """Return where to cut: before a row, a cell or a string; where the last is very long, before or behind any tag."""
    cut = max(data.rfind(b"<c"), data.rfind(b":c"), data.rfind(b"<row"), data.rfind(b"<si"))
    if cut > 0 and len(data) - cut < PIECE:
        return cut
    cut = data.rfind(b"<")
    if len(data) - cut < PIECE:
        return max(cut, 0)
    if cut >= 0 and b">" not in data[cut:]:
        raise zipfile.BadZipFile(NOT_A_SHEET)
    return len(data)


def _scan_sheet(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> SheetScan:
    cursor = _Cursor(SheetScan())
    tail = b""
    for piece in _tags(parts, info):
        tail = piece.rstrip() or tail
        tags = list(_TAG.finditer(piece))
        if len(tags) < len(_START.findall(piece)) or b"\x00" in piece:
            raise zipfile.BadZipFile(NOT_A_SHEET)
        for tag in tags:
            usual = _USUAL.fullmatch(tag[2])
            if tag[1] == b"row":
                cursor.go_to_row(tag[2])
            elif usual is not None:
                cursor.row, cursor.column = int(usual[2]), _column(usual[1])
                cursor.seen.see(cursor.row, cursor.column)
                _see_kind(cursor, usual[3], piece, tag.end())
            else:
                cursor.go_to_cell(tag[2])
                kind = _KIND.search(tag[2])
                _see_kind(cursor, kind[1] if kind is not None else b"", piece, tag.end())
    cursor.seen.whole = _END.search(tail) is not None
    return cursor.seen


def _see_kind(cursor: _Cursor, kind: bytes | None, piece: bytes, start: int) -> None:
    if kind == b"s":
        cursor.seen.text_cells += 1
    elif kind == b"e":
        value = _ERROR_VALUE.search(piece, start)
        text = value[1].decode("ascii", "replace") if value is not None else "#"
        cursor.seen.errors[cursor.row, cursor.column] = text


def _longest_string(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    longest = open_bytes = 0
    for piece in _tags(parts, info):
        lengths = [len(string) for string in piece.split(b"<si")]
        open_bytes = open_bytes + lengths[0] if len(lengths) == 1 else lengths[-1]
        longest = max([longest, open_bytes, *lengths])
    return longest


@cache
def _column(letters: bytes) -> int:
    """Return the number of a column, A being 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet_names(parts: zipfile.ZipFile) -> dict[str, str]:
    """Return the name of the sheet that each worksheet part holds."""
    relations = {
        one.get("Id"): one.get("Target", "") for one in _attributes(parts, "xl/_rels/workbook.xml.rels", _RELATION)
    }
    names: dict[str, str] = {}
    for sheet in _attributes(parts, "xl/workbook.xml", _SHEET):
        key = next((value for name, value in sheet.items() if name.endswith(":id")), "")
        target = relations.get(key, "")
        part = normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        names[part.lower()] = html.unescape(sheet.get("name", ""))
    return names


def _attributes(parts: zipfile.ZipFile, name: str, tag: re.Pattern[str]) -> list[dict[str, str]]:
    if name not in parts.namelist() or parts.getinfo(name).file_size > 10 * PIECE:
        return []
    text = parts.read(name).decode("utf-8", "replace")
    return [
        {key: first or second for key, first, second in _ATTRIBUTE.findall(found[1])} for found in tag.finditer(text)
    ]
