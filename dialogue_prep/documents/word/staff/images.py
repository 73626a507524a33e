"""Pictures of a template without what cameras and programs write into them: who, where, when, with what."""

from __future__ import annotations

from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
# Segments of a JPEG that describe it rather than hold it: Exif and XMP, Photoshop's notes, comments.
_JPEG_NOTES = frozenset((0xE1, 0xED, 0xFE))
_JPEG_SCAN = 0xDA
_PNG_NOTES = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))


def without_notes(picture: bytes) -> bytes:
    """Return a JPEG or PNG as it looks, without what is written into it beside that; any other file as it is."""
    if picture.startswith(_PNG):
        return _PNG + b"".join(chunk for chunk in _chunks(picture) if chunk[4:8] not in _PNG_NOTES)
    if picture.startswith(_JPEG):
        return _JPEG + b"".join(one for one in _segments(picture) if one[1] not in _JPEG_NOTES)
    return picture


def _chunks(picture: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while place < len(picture):
        end = place + 12 + int.from_bytes(picture[place : place + 4], "big")
        yield picture[place:end]
        place = end


def _segments(picture: bytes) -> Iterator[bytes]:
    place = len(_JPEG)
    while place + 4 <= len(picture) and picture[place] == 0xFF and picture[place + 1] != _JPEG_SCAN:
        end = place + 2 + int.from_bytes(picture[place + 2 : place + 4], "big")
        yield picture[place:end]
        place = end
    if place + 1 < len(picture):
        yield picture[place:]
