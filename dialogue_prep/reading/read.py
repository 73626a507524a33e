"""Reading a source from a file: its kind by its content, its paragraphs behind the guard, what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.recognise import extract_from
from dialogue_prep.system.guard import Limits, read_bytes, take_apart

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = (
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of a file: its paragraphs as they stand there, the SHA-256 of the file, and how it was read."""

    paragraphs: tuple[str, ...]
    sha256: str
    encoding: str = ""
    insertions: int = 0
    deletions: int = 0


def read_source(path: Path, published: date | None = None, cancelled: Callable[[], bool] = lambda: False) -> Extract:
    """Return what a source says; `published` is the day on which it was published, if that is known.

    Raises UserError, one sentence with the name of the file and what to do, for a file that cannot be read.
    """
    text = read_text(path, cancelled)
    extract = extract_from(text.paragraphs, published)
    if not extract.paragraphs:
        raise UserError("“{name}” holds no text; choose the file that holds the text.", name=path.name)
    return extract


def read_text(path: Path, cancelled: Callable[[], bool] = lambda: False, limits: Limits | None = None) -> SourceText:
    """Return the text of a file, whatever it is called; raises UserError as `read_source` does."""
    data = read_bytes(path, limits)
    reader = _reader_for(path.name, data)
    told = take_apart(path.name, data, reader, limits, cancelled)
    return SourceText(
        paragraphs=_strings(told["paragraphs"]),
        sha256=sha256(data).hexdigest(),
        encoding=str(told.get("encoding", "")),
        insertions=int(told.get("insertions", 0)),
        deletions=int(told.get("deletions", 0)),
    )


def _reader_for(name: str, data: bytes) -> str:
    """Return the function that reads such a file, by its content."""
    if data.startswith(_ZIP):
        return "dialogue_prep.reading.word_file:paragraphs"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UserError("“{name}” is protected by a password; save it without one and read it again.", name=name)
        raise UserError("“{name}” is a file of an old Word; save it as .docx or .txt.", name=name)
    for beginning, what in _OTHERS:
        if data.lstrip()[: len(beginning)] == beginning:
            raise UserError("“{name}” is {what}; save it as .docx or .txt.", name=name, what=what)
    if _HTML.match(data[:4096]):
        raise UserError("“{name}” is {what}; save it as .docx or .txt.", name=name, what="a web page")
    return "dialogue_prep.reading.text_file:paragraphs"


def _strings(value: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(one) for one in value)
