"""PDF files made to break whoever reads them, and what has to come of each."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.reading.pdf_writing import FONT, one_page, page_with, pdf_of, pdf_pages, stream

_MB = 1024 * 1024
_SHOWN = b"BT /F1 12 Tf 72 700 Td (text) Tj ET"
_SOUND = pdf_pages([[(72, 700, 12, "text")]])


def _without_table() -> bytes:
    return _SOUND[: _SOUND.index(b"xref\n")] + _SOUND[_SOUND.index(b"trailer") : _SOUND.index(b"startxref")]


def _loop_of_tables() -> bytes:
    start = _SOUND.rindex(b"xref\n0")
    return _SOUND.replace(b"trailer << ", b"trailer << /Prev %d " % start)


def _pages_in_a_circle() -> bytes:
    return pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"})


def _deep_pages() -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for number in range(2, 20_000):
        objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1)
    objects[20_000] = page_with(b"[]")
    return pdf_of(objects)


def _many_pages(count: int, said: int) -> bytes:
    kids = b"4 0 R " * count
    return pdf_of(one_page(stream(_SHOWN)) | {2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, said)})


def _bomb(times: int) -> bytes:
    """Return a file whose page is 200 MB of spaces, packed as many times."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * _MB) for _ in range(200)) + packer.flush()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    filters = b"/Filter [%b]" % (b"/FlateDecode " * times)
    return pdf_of(one_page(stream(packed, entries=filters)))


def _much_text() -> bytes:
    return pdf_of(one_page(stream(b"BT /F1 12 Tf 72 700 Td " + b"(aaaaaaaaaa) Tj " * 2_000_000 + b"ET", packed=True)))


def _forms(fan: int) -> bytes:
    """Return a file in which each of ten forms shows the next one, so many times."""
    others = {}
    for number in range(10, 20):
        shown = b"/X Do " * fan if number < 19 else _SHOWN
        resources = b"/Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>" % (number + 1)
        others[number] = stream(shown, entries=b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources)
    return pdf_of(one_page(stream(b"/X Do"), others, resources=b"/XObject << /X 10 0 R >>"))


def _form_in_itself() -> bytes:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>"
    form = {10: stream(b"/X Do /X Do", entries=entries)}
    return pdf_of(
        one_page(stream(b"/X Do " + _SHOWN), form, resources=b"/Font << /F1 3 0 R >> /XObject << /X 10 0 R >>")
    )


def _picture() -> bytes:
    entries = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    picture = {10: stream(bytes(_MB), packed=True, entries=entries)}
    return pdf_of(one_page(stream(b"/X Do"), picture, resources=b"/XObject << /X 10 0 R >>"))


def _mapping() -> bytes:
    wide = b"1 begincodespacerange <00000000> <ffffffff> endcodespacerange\n"
    ranges = b"100 beginbfrange\n" + b"<00000000> <ffffffff> <0041>\n" * 50_000 + b"endbfrange"
    font = FONT.replace(b" >>", b" /ToUnicode 11 0 R >>")
    return pdf_of(one_page(stream(_SHOWN), {10: font, 11: stream(wide + ranges)}, resources=b"/Font << /F1 10 0 R >>"))


def _own_letters() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 "
        b"/Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 11 0 R >> "
        b"/Resources << /Font << /F1 10 0 R >> >> >>"
    )
    letter = stream(b"9 0 d0 BT /F1 1 Tf (aaaaaaaaaa) Tj ET")
    return pdf_of(
        one_page(stream(b"BT /F1 1 Tf (a) Tj ET"), {10: font, 11: letter}, resources=b"/Font << /F1 10 0 R >>")
    )


def _object_stream() -> bytes:
    objects = one_page(stream(_SHOWN))
    objects[10] = stream(b"1 0 2 0 3 0", entries=b"/Type /ObjStm /N 2000000000 /First 2000000000 /Extends 10 0 R")
    return pdf_of(objects)


def _with_catalogue(entries: bytes) -> bytes:
    return pdf_of(one_page(stream(_SHOWN)) | {1: b"<< /Type /Catalog /Pages 2 0 R %b >>" % entries})


def _of_another_file() -> bytes:
    content = b"<< /Length 0 /F (/etc/passwd) /FFilter /ASCIIHexDecode >>\nstream\n\nendstream"
    return pdf_of(one_page(content))


def _locked() -> bytes:
    entries = b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (%b) /U (%b) /P -1 >> /ID [(a) (a)]"
    return pdf_of(one_page(stream(_SHOWN)), entries % (b"o" * 32, b"u" * 32))


def _far_away() -> bytes:
    places = (b"1e38 -1e38", b"-99999999999999999999 5", b"nan inf", b"72 700")
    shown = b" ".join(b"BT /F1 12 Tf %b Td (text) Tj ET" % place for place in places)
    return pdf_of(one_page(stream(shown)) | {3: FONT})


# What a file must give: its text (the first paragraph), or the reason for which it is refused.
PDF_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "without a table": (_without_table, "=text"),
    "without an end": (lambda: _SOUND[: _SOUND.index(b"xref\n")], "=text|damaged"),
    "tables in a circle": (_loop_of_tables, "=text|damaged"),
    "pages in a circle": (_pages_in_a_circle, "damaged|no text"),
    "20,000 deep pages": (_deep_pages, "damaged|no text"),
    "says 2,000,000,000 pages": (lambda: _many_pages(1, 2_000_000_000), "=text|pages|damaged|no text"),
    "100,000 pages": (lambda: _many_pages(100_000, 100_000), "more than 2000 pages"),
    "200 MB of spaces": (lambda: _bomb(1), "memory|no text|damaged|reasonable time"),
    "200 MB of spaces, packed three times": (lambda: _bomb(3), "memory|no text|damaged|reasonable time"),
    "20 MB of text on a page": (_much_text, "more text than|memory|reasonable time|damaged"),
    "forms that show forms": (lambda: _forms(10), "=text|reasonable time|memory|damaged"),
    "a form in itself": (_form_in_itself, "=text|damaged"),
    "a picture of 60,000 by 60,000": (_picture, "no text, only pictures"),
    "50,000 mappings of all letters": (_mapping, "="),
    "letters made of themselves": (_own_letters, "=|no text"),
    "an object stream of 2,000,000,000": (_object_stream, "=text"),
    "a script when opened": (
        lambda: _with_catalogue(b"/OpenAction << /S /JavaScript /JS (while(true){app.alert(1)}) >>"),
        "=text",
    ),
    "a program when opened": (
        lambda: _with_catalogue(
            b"/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /URI /URI (http://example.invalid/) >> >>"
        ),
        "=text",
    ),
    "a page kept in another file": (_of_another_file, "no text"),
    "locked": (_locked, "password"),
    "words far away": (_far_away, "="),
    "100,000 lists in lists": (
        lambda: pdf_of(
            one_page(stream(_SHOWN))
            | {1: b"<< /Type /Catalog /Pages 2 0 R /A %b%b >>" % (b"[" * 100_000, b"]" * 100_000)}
        ),
        "=text|damaged",
    ),
    "100,000 tables in tables": (
        lambda: pdf_of(
            one_page(stream(_SHOWN))
            | {1: b"<< /Type /Catalog /Pages 2 0 R /A %b%b >>" % (b"<</A" * 100_000, b">>" * 100_000)}
        ),
        "=text|damaged",
    ),
    "a million states saved": (
        lambda: pdf_of(one_page(stream(b"q " * 1_000_000 + _SHOWN, packed=True))),
        "=text|memory|damaged",
    ),
    "only a beginning": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "damaged"),
    "noise after a beginning": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, "damaged"),
    "cut in two": (lambda: _SOUND[: len(_SOUND) // 3], "damaged"),
}
