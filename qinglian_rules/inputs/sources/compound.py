"""The container of an .xls (a compound file), walked before calamine does: it follows a chain of sectors for ever.

A chain that comes back to itself, or a size beyond the file, would fill the memory and end the process.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_END = 0xFFFFFFFE
_LARGEST = 0xFFFFFFFA
_STREAM, _ROOT = 2, 5
_SMALL = 4096
"""Streams below this size lie in the mini sectors."""

WORKBOOK_STREAMS = ("Workbook", "Book")


class DamagedError(ValueError):
    """The file is no compound file that can be walked to its end."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


def workbook_stream(data: bytes) -> bytes:
    """Return the stream that holds the workbook.

    Raises:
        DamagedError: a chain has no end or leads out of the file, a size is beyond it, or there is no workbook.
    """
    try:
        return _workbook_stream(data)
    except DamagedError:
        raise
    except (struct.error, IndexError, ValueError) as error:
        raise DamagedError(str(error)) from error


def _workbook_stream(data: bytes) -> bytes:
    size = 1 << _number(data, 30, "<H", at_most=12)
    fat = _fat(data, size)
    entries = _entries(_joined(data, fat, _number(data, 48), size))
    root = next((entry for entry in entries if entry.kind == _ROOT), _Entry("", _ROOT, _END, 0))
    minis = _joined(data, fat, root.start, size)
    mini_fat = _numbers(_joined(data, fat, _number(data, 60), size))
    streams = {}
    for entry in entries:
        if entry.kind != _STREAM:
            continue
        if entry.size > len(data):
            raise DamagedError("a stream is larger than the file")
        small = entry.size < _SMALL
        whole = _joined(minis, mini_fat, entry.start, 64, header=0) if small else _joined(data, fat, entry.start, size)
        streams[entry.name] = whole[: entry.size]
    name = next((name for name in WORKBOOK_STREAMS if name in streams), None)
    if name is None:
        raise DamagedError("there is no workbook in it")
    return streams[name]


def _number(data: bytes, offset: int, form: str = "<I", *, at_most: int = 0xFFFFFFFF) -> int:
    (number,) = struct.unpack_from(form, data, offset)
    if number > at_most:
        raise DamagedError("a number of the header is out of bounds")
    return int(number)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _fat(data: bytes, size: int) -> tuple[int, ...]:
    """Return the table of sectors: behind each, the number of the next of its chain."""
    numbers = list(struct.unpack_from("<109I", data, 76))
    link, seen = _number(data, 68), set[int]()
    while link < _LARGEST:
        if link in seen:
            raise DamagedError("the chain of tables has no end")
        seen.add(link)
        *more, link = _numbers(_sector(data, link, size))
        numbers.extend(more)
    wanted = [number for number in numbers if number < _LARGEST]
    if len(set(wanted)) < len(wanted):
        raise DamagedError("a table stands twice")
    return tuple(number for sector in wanted for number in _numbers(_sector(data, sector, size)))


def _sector(data: bytes, number: int, size: int, header: int | None = None) -> bytes:
    start = (size if header is None else header) + number * size
    if start >= len(data):
        raise DamagedError("a sector is beyond the end of the file")
    return data[start : start + size]


def _joined(data: bytes, fat: tuple[int, ...], start: int, size: int, header: int | None = None) -> bytes:
    """Return the sectors of one chain, in their order."""
    parts: list[bytes] = []
    number = start
    while number < _LARGEST:
        if len(parts) > len(fat):
            raise DamagedError("a chain of sectors has no end")
        parts.append(_sector(data, number, size, header))
        number = fat[number]
    return b"".join(parts)


def _entries(directory: bytes) -> list[_Entry]:
    if len(directory) % 128:
        raise DamagedError("the directory is cut off")
    return [_entry(directory[offset : offset + 128]) for offset in range(0, len(directory) - 127, 128)]


def _entry(record: bytes) -> _Entry:
    length = max(min(struct.unpack_from("<H", record, 64)[0], 64) - 2, 0)
    name = record[:length].decode("utf-16-le", "replace")
    start, size = struct.unpack_from("<II", record, 116)
    return _Entry(name, record[66], start, size)
