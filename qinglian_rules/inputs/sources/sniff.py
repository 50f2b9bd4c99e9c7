"""What a file holds, whatever its name says, and in which encoding its text is."""

from __future__ import annotations

import codecs
import re
import zipfile
from pathlib import Path
from typing import Literal

from qinglian_rules.diagnostics import Diagnostic, Text
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.limits import MAX_TEXT_BYTES, MAX_WORKBOOK_BYTES
from qinglian_rules.inputs.model import found
from qinglian_rules.inputs.sources.find import JSON_ENDINGS, TEXT_ENDINGS

Content = Literal["empty", "xlsx", "zip", "xls", "locked", "pdf", "web page", "json", "text", "binary"]

NAMES: dict[Content, Text] = {
    "empty": Text("空文件", "an empty file"),
    "xlsx": Text("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    "zip": Text("压缩包", "a zip archive"),
    "xls": Text("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"),
    "locked": Text("有密码的工作簿", "a workbook with a password"),
    "pdf": Text("PDF", "a PDF"),
    "web page": Text("网页", "a web page"),
    "json": Text("JSON", "JSON"),
    "text": Text("文字表格", "a text table"),
    "binary": Text("认不出的数据", "data that is no text"),
}
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WEB = re.compile(rb"\s*<(?:!doctype|html|head|table|\?xml)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def check_content(path: Path) -> Diagnostic | None:
    """Return what is wrong with the file as a whole: empty, too large, or not what its name says."""
    size = path.stat().st_size
    ending = path.suffix.lower()
    said = expected(ending)
    limit = MAX_TEXT_BYTES if said in ("text", "json") else MAX_WORKBOOK_BYTES
    if size > limit:
        return found(codes.TOO_LARGE, size=f"{size // 1024**2} MB", limit=f"{limit // 1024**2} MB")
    content = sniff(path)
    if content == "empty":
        return found(codes.EMPTY_TABLE, name=path.name)
    if content == "locked":
        return found(codes.DAMAGED_WORKBOOK, reason_zh="有密码", reason_en="it has a password")
    if content == said or (content == "text" and said == "json"):
        return None
    wanted, there = NAMES[said], NAMES[content]
    return found(codes.WRONG_CONTENT, said_zh=wanted.zh, said_en=wanted.en, found_zh=there.zh, found_en=there.en)


def expected(ending: str) -> Content:
    """Return what a file with this ending should hold."""
    if ending in TEXT_ENDINGS:
        return "text"
    if ending in JSON_ENDINGS:
        return "json"
    return "xls" if ending == ".xls" else "xlsx"


def sniff(path: Path) -> Content:
    """Return what the file holds, by its first bytes."""
    with path.open("rb") as file:
        head = file.read(65_536)
    if not head.strip(b" \t\r\n\xef\xbb\xbf"):
        return "empty" if path.stat().st_size <= len(head) else "text"
    if head.startswith(_ZIP):
        return "xlsx" if _is_workbook(path) else "zip"
    if head.startswith(_OLE):
        return "locked" if _LOCKED in path.read_bytes() else "xls"
    if head.startswith(_PDF):
        return "pdf"
    return _sniff_text(head)


def _sniff_text(head: bytes) -> Content:
    if head.startswith(_WIDE_BOMS):
        return "text"
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if _WEB.match(start):
        return "web page"
    if b"\x00" in head:
        return "binary"
    return "json" if start[:1] in (b"{", b"[") else "text"


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as parts:
            return "xl/workbook.xml" in parts.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return True


def decode(data: bytes) -> str | Diagnostic:
    """Return the text: UTF-8 with or without a mark, UTF-16 with one, else GB18030; else a diagnostic."""
    if data.startswith(_WIDE_BOMS):
        return _strictly(data, "utf-16") or found(codes.UNKNOWN_ENCODING)
    text = _strictly(data, "utf-8-sig")
    if text is None:
        # Nearly all bytes are some GB18030 text; control characters tell data from text.
        text = _strictly(data, "gb18030")
        text = None if text is None or _CONTROL.search(text) else text
    return found(codes.UNKNOWN_ENCODING) if text is None or "\x00" in text else text


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
