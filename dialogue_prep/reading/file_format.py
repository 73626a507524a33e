"""What sort of file it is, by its content; what it is called tells nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.sentence import Sentence


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format that can be read: what people call it, and the function that takes it apart (“module:function”).

    `seconds` is how long that may take (seconds of processor) for each megabyte of the file.
    """

    name: str
    reader: str
    seconds: float


TEXT = FileFormat("text", "dialogue_prep.reading.text_file:paragraphs", 0.5)
WORD = FileFormat("Word", "dialogue_prep.reading.word_file:paragraphs", 1.5)
PDF = FileFormat("PDF", "dialogue_prep.reading.pdf_file:paragraphs", 1.5)
HTML = FileFormat("web page", "dialogue_prep.reading.html_file:paragraphs", 0.5)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_COMMENT = re.compile(rb"\s*(?:<!--.*?-->|<\?[^>]*>)", re.DOTALL)
_TAG = re.compile(
    rb"\s*<(?:!doctype\s+html|(?:html|head|body|title|meta|link|style|script|main|article|section|header|nav|div|p|h[1-6]"
    rb"|table|ul|ol|center|font|span)(?=[\s>/]))",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(rb"(?:From: <Saved by|MIME-Version:|Content-Type: multipart/related)", re.IGNORECASE)
_RTF = b"{\\rtf"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_HEAD = 4096
_COMMENTS = 20
# A PDF file may begin with some bytes that are none of it.
_PDF_WITHIN = 1024


def format_of(name: str, data: bytes) -> FileFormat:
    """Return the format of a file with these bytes; UserError, naming it, for one that has to be saved in another."""
    if data.startswith(_ZIP):
        return WORD
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UserError("“{name}” is protected by a password; save it without one and read it again.", name=name)
        raise _declined(name, "a file of an old Word")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return PDF
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(_RTF):
        raise _declined(name, "an RTF file")
    if head.startswith(_PICTURES):
        raise UserError("“{name}” is a picture; have its text recognised and read that.", name=name)
    if _ARCHIVE.match(head):
        raise UserError("“{name}” is a web archive; save the page as HTML (“page only”) and read that.", name=name)
    return HTML if _is_page(data) else TEXT


def _declined(name: str, what: str) -> UserError:
    return UserError("“{name}” is {what}; save it as .docx and read that.", name=name, what=Sentence.of(what))


def _is_page(data: bytes) -> bool:
    # A text in UTF-16 has a zero byte beside every plain letter.
    plain = data.removeprefix(b"\xef\xbb\xbf")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        plain = data[2 : 2 + 16 * _HEAD].replace(b"\x00", b"")
    at = 0
    for _ in range(_COMMENTS):
        if (comment := _COMMENT.match(plain, at)) is None:
            break
        at = comment.end()
    return _TAG.match(plain, at) is not None
