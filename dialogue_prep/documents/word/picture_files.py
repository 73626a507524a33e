"""Pictures within a Word file without what a camera or a program wrote into them beside the picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs"))
_JPEG = b"\xff\xd8"
_SCAN = 0xDA
# Of the segments for programs three are needed: that it is a JPEG, its colours, and how they are kept.
_JPEG_LEFT = frozenset((*range(0xE1, 0xF0), 0xFE)) - {0xE2, 0xEE}


def picture_alone(content: bytes) -> bytes:
    """Return a PNG or JPEG picture without words and places in it; any other content as it is."""
    if content.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(content))
    if content.startswith(_JPEG):
        return _JPEG + b"".join(_jpeg_segments(content))
    return content


def _png_chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if kind in _PNG_KEPT:
            yield content[at:end]
        if kind == b"IEND":
            return
        at = end


def _jpeg_segments(content: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == _SCAN:
            end = content.rfind(b"\xff\xd9")
            yield content[at : end + 2 if end > at else len(content)]
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        if marker not in _JPEG_LEFT:
            yield content[at : at + 2 + length]
        at += 2 + length
