"""Rows of a damaged store read page by page, as the SQLite file format has them, without tables and indexes.

Only rows of the journal are known by their looks alone; what was said in it rebuilds the rest.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER_BYTES, _LEAF, _SIZES = 100, 0x0D, (4096, 512, 1024, 2048, 8192, 16384, 32768, 65536)
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST_COLUMNS = 100

Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One row wherever it lay: its number in its table, and what is in its columns."""

    number: int
    cells: Cells


def rows_in(content: bytes, reserved: int = 0) -> tuple[Found, ...]:
    """Return all rows that can be made out in the bytes of a file; where the size of its pages is lost, it is tried.

    So many bytes at the end of each page are `reserved` and hold no row.
    """
    (told,) = struct.unpack_from(">H", content.ljust(_HEADER_BYTES, b"\x00"), 16)
    size = 65536 if told == 1 else told
    if size in _SIZES:
        return tuple(_rows(content, size, reserved))
    return max((tuple(_rows(content, size, reserved)) for size in _SIZES), key=len)


def _rows(content: bytes, size: int, reserved: int) -> Iterator[Found]:
    for start in range(0, len(content) - size + 1, size):
        head = start + (_HEADER_BYTES if start == 0 else 0)
        if content[head] != _LEAF:
            continue
        (count,) = struct.unpack_from(">H", content, head + 3)
        for number in range(min(count, size // 4)):
            place = head + 8 + 2 * number
            if place + 2 > start + size:
                break
            (offset,) = struct.unpack_from(">H", content, place)
            try:
                yield _cell(content, start + offset, size, size - reserved)
            except (ValueError, IndexError, struct.error, UnicodeDecodeError):
                continue  # this row is lost; the next may not be


def _cell(content: bytes, at: int, size: int, usable: int) -> Found:
    length, at = _varint(content, at)
    number, at = _varint(content, at)
    if length > len(content):
        raise ValueError(length)
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    local = length
    if length > most:
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
    payload = content[at : at + local]
    if local < length:
        (page,) = struct.unpack_from(">I", content, at + local)
        payload += _overflow(content, page, size, usable, length - local)
    return Found(number, _record(payload))


def _overflow(content: bytes, page: int, size: int, usable: int, wanted: int) -> bytes:
    found, seen = bytearray(), set[int]()
    while len(found) < wanted:
        if page in seen or page < 1 or page * size > len(content):
            raise ValueError(page)
        seen.add(page)
        start = (page - 1) * size
        (page,) = struct.unpack_from(">I", content, start)
        found += content[start + 4 : start + usable]
    return bytes(found[:wanted])


def _record(payload: bytes) -> Cells:
    length, at = _varint(payload, 0)
    types = []
    while at < length:
        kind, at = _varint(payload, at)
        types.append(kind)
    if at != length or len(types) > _MOST_COLUMNS:
        raise ValueError(length)
    cells = []
    for kind in types:
        cell, at = _content(payload, at, kind)
        cells.append(cell)
    if at != len(payload):
        raise ValueError(at)
    return tuple(cells)


def _content(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind < 12:
        raise ValueError(kind)  # the store keeps no fractions
    end = at + (kind - 12) // 2
    piece = payload[at:end]
    return (piece.decode("utf-8") if kind % 2 else piece), end


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | content[place] & 0x7F
        if not content[place] & 0x80:
            return value, place + 1
    return value << 8 | content[at + 8], at + 9
