"""PDF files built object by object, sound ones and others."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf_of(objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R", after: bytes = b"") -> bytes:
    """Return a PDF file of numbered objects, with the table of where they are; object 1 is the catalogue."""
    written = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(written)
    size = max(objects) + 1
    written += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        written += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    written += b"trailer << /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(written) + after


def stream(content: bytes, *, packed: bool = False, entries: bytes = b"") -> bytes:
    """Return a stream object; packed with Flate where that is wanted."""
    if packed:
        content, entries = zlib.compress(content, 9), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


Piece = tuple[float, float, float, str]


def pdf_pages(pages: Sequence[Sequence[Piece]]) -> bytes:
    """Return a PDF file of pages (A4); each is pieces of text with left, baseline from below and size, in points."""
    return pdf_drawn([written(page) for page in pages])


def written(page: Sequence[Piece]) -> bytes:
    """Return what writes pieces of text on a page."""
    shown = (
        b"BT /F1 %g Tf %g %g Td (%b) Tj ET" % (size, left, base, _escaped(words)) for left, base, size, words in page
    )
    return b"\n".join(shown)


def picture(left: float, bottom: float, width: float, height: float) -> bytes:
    """Return what shows a grey picture, without a word that could be found."""
    place = b"q %g 0 0 %g %g %g cm" % (width, height, left, bottom)
    return b" %b BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q" % place


SCAN = picture(0, 0, 595, 842)
"""A picture that covers a whole page, as a scanner makes it."""


def pdf_drawn(pages: Sequence[bytes], others: Mapping[int, bytes] | None = None, resources: bytes = b"") -> bytes:
    """Return a PDF file of pages (A4), each drawn as it says."""
    first = max(others or {3: FONT}) + 1
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: FONT, **(others or {})}
    kids = []
    for at, content in zip(range(first, first + 2 * len(pages), 2), pages, strict=True):
        kids.append(b"%d 0 R" % at)
        objects[at] = page_with(b"%d 0 R" % (at + 1), b"/Font << /F1 3 0 R >> " + resources)
        objects[at + 1] = stream(content)
    objects[2] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf_of(objects)


def page_with(contents: bytes, resources: bytes = b"/Font << /F1 3 0 R >>", parent: bytes = b"2 0 R") -> bytes:
    """Return a page object with these contents."""
    return b"<< /Type /Page /Parent %b /MediaBox [0 0 595 842] /Resources << %b >> /Contents %b >>" % (
        parent,
        resources,
        contents,
    )


def one_page(content: bytes, others: Mapping[int, bytes] | None = None, **page: bytes) -> dict[int, bytes]:
    """Return the objects of a file of one page with this content stream (a whole stream object)."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        3: FONT,
        4: page_with(b"5 0 R", **page),
        5: content,
        **(others or {}),
    }


def _escaped(words: str) -> bytes:
    plain = words.encode("cp1252", "replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
