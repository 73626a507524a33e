"""Word files made to break whoever reads them, and what has to come of each."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from tests.reading.writing import package, paragraph, word_file, word_part

EXTERNAL = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
    'Target="{target}" '
    'TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    "</Relationships>"
)
_RELS = "word/_rels/document.xml.rels"
_MB = 1024 * 1024


def bomb() -> bytes:
    return word_file(paragraph("a" * (30 * _MB)))


def many_large_parts() -> bytes:
    return word_file(paragraph("a"), {f"word/media/{n}.bin": bytes(15 * _MB) for n in range(5)})


def lying_size() -> bytes:
    """Return a package whose directory says that a part of 30 MB has ten bytes."""
    data = bytearray(bomb())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def laughing() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">{entities}]><d>&e9;</d>'


def external(target: str, kind: str, of: str = _RELS) -> bytes:
    return word_file(paragraph("a"), {of: EXTERNAL.format(target=target, kind=kind)})


def _nested(before: str, after: str, times: int) -> bytes:
    return word_file(before * times + paragraph("a") + after * times)


def _flipped() -> bytes:
    data = word_file(paragraph("abc"))
    return bytes(byte ^ (0xFF if 60 < index < 200 else 0) for index, byte in enumerate(data))


def _many_numbers() -> bytes:
    levels = "<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>" * 2000
    numbers = "".join(f"<w:num w:numId='{n}'><w:abstractNumId w:val='0'/></w:num>" for n in range(2000))
    part = word_part("numbering", f"<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>{numbers}")
    item = "<w:p><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    return word_file(item, {"word/numbering.xml": part})


def _huge_start() -> bytes:
    level = "<w:lvl w:ilvl='0'><w:start w:val='999999'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.'/></w:lvl>"
    number = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    part = word_part("numbering", f"<w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>{number}")
    item = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    return word_file(item * 50, {"word/numbering.xml": part})


def _notes(count: int, body: str = "") -> bytes:
    notes = "".join(f"<w:footnote w:id='{n}'>{body or paragraph('note')}</w:footnote>" for n in range(count))
    marks = "".join(f"<w:r><w:footnoteReference w:id='{n}'/></w:r>" for n in range(count))
    return word_file(
        f"<w:p><w:r><w:t>a</w:t></w:r>{marks}</w:p>", {"word/footnotes.xml": word_part("footnotes", notes)}
    )


def _circle() -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    part = f'<Relationships xmlns="{space}"><Relationship Id="r1" Type="{kind}" Target="{{}}"/></Relationships>'
    return word_file(paragraph("a"), {_RELS: part.format("../_rels/.rels"), "_rels/.rels": part.format("_rels/.rels")})


def _twice() -> bytes:
    written = BytesIO(word_file(paragraph("first")))
    with zipfile.ZipFile(written, "a") as file:
        info = zipfile.ZipInfo("WORD/document.xml")
        file.writestr(info, "<a/>")
    return written.getvalue().replace(b"WORD/document.xml", b"word/document.xml")


def _encrypted() -> bytes:
    data = bytearray(word_file(paragraph("a")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def _unknown_packing() -> bytes:
    data = bytearray(word_file(paragraph("a")))
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + offset] = 97
    return bytes(data)


def _wrong_sum() -> bytes:
    data = bytearray(word_file(paragraph("a")))
    at = data.rindex(b"PK\x01\x02") + 16
    data[at : at + 4] = struct.pack("<I", zlib.crc32(b"other"))
    return bytes(data)


def _another_code() -> bytes:
    """Return a file whose text is in a code in which no plain search finds the declaration."""
    text = '<?xml version="1.0" encoding="IBM037"?><!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'
    return package({"word/document.xml": text.encode("cp037")})


def _alternatives() -> bytes:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    before = "<mc:AlternateContent><mc:Choice Requires='x'>" * 60
    after = "</mc:Choice><mc:Fallback><w:r><w:t>b</w:t></w:r></mc:Fallback></mc:AlternateContent>" * 60
    return word_file(f"<w:p xmlns:mc='{space}'>{before}<w:r><w:t>a</w:t></w:r>{after}</w:p>")


def _span() -> bytes:
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr>" + paragraph("a") + "</w:tc>"
    return word_file(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def _hidden_link() -> bytes:
    return external("a>b&quot;", "image")


def _many_attributes() -> bytes:
    attributes = " ".join(f"a{n}='1'" for n in range(100_000))
    return word_file(f"<w:p {attributes}><w:r><w:t>a</w:t></w:r></w:p>")


def _many_spaces() -> bytes:
    spaces = " ".join(f"xmlns:a{n}='u{n}'" for n in range(20_000))
    return word_file(f"<w:p {spaces}><w:r><w:t>a</w:t></w:r></w:p>")


def _boxes() -> bytes:
    before = "<w:p><w:r><w:pict><w:txbxContent>" * 300
    return word_file(before + paragraph("a") + "</w:txbxContent></w:pict></w:r></w:p>" * 300)


# What a file must give: its text (the first paragraph), or the reason for which it is refused.
WORD_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (bomb, "too large once unpacked"),
    "many large parts": (many_large_parts, "too large once unpacked"),
    "lying size": (lying_size, "damaged"),
    "too many parts": (lambda: package({f"p{n}.xml": "<a/>" for n in range(2100)}), "too many parts"),
    "entities": (lambda: package({"word/document.xml": laughing()}), "document type or entities"),
    "entities in UTF-16": (lambda: package({"word/document.xml": laughing().encode("utf-16")}), "document type"),
    "entities in EBCDIC": (_another_code, "damaged|document type"),
    "entity of a file": (
        lambda: package({"word/document.xml": '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]><d>&f;</d>'}),
        "document type",
    ),
    "linked picture": (lambda: external("http://example.invalid/a.png", "image"), "a file outside it; save it as PDF"),
    "linked picture, hidden": (_hidden_link, "a file outside it; save it as PDF"),
    "remote template": (
        lambda: external("file://server/t.dotm", "attachedTemplate", "word/_rels/settings.xml.rels"),
        "a file outside it; save it as PDF",
    ),
    "deep tables": (lambda: _nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5000), "damaged"),
    "deep boxes": (_boxes, "damaged|nested"),
    "deep links": (lambda: _nested("<w:p><w:hyperlink>", "</w:hyperlink></w:p>", 100), "nested too deeply"),
    "alternatives in alternatives": (_alternatives, "=a"),
    "no parts": (lambda: package({}), "no Word file"),
    "only a beginning": (lambda: b"PK\x03\x04", "damaged"),
    "noise after a beginning": (lambda: b"PK\x03\x04" + bytes(range(256)) * 20, "damaged"),
    "cut in two": (lambda: word_file(paragraph("a" * 1000))[:300], "damaged"),
    "flipped bytes": (_flipped, "damaged"),
    "wrong sum": (_wrong_sum, "damaged"),
    "unknown packing": (_unknown_packing, "damaged"),
    "encrypted part": (_encrypted, "password"),
    "span of 2,000,000,000 cells": (_span, "=a"),
    "30,000 cells": (
        lambda: word_file("<w:tbl><w:tr>" + f"<w:tc>{paragraph('a')}</w:tc>" * 30_000 + "</w:tr></w:tbl>"),
        "more text than a source",
    ),
    "50,000 runs": (lambda: word_file("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 50_000 + "</w:p>"), "longer than a page"),
    "15 MB in one run": (lambda: word_file(paragraph("a" * (15 * _MB))), "damaged"),
    "100,000 attributes": (_many_attributes, "=a|damaged"),
    "20,000 name spaces": (_many_spaces, "=a|damaged"),
    "2,000 lists of 2,000 levels": (_many_numbers, "=1. a"),
    "a list from 999,999 on": (_huge_start, "=mmmmmmmmmm. a"),
    "10,000 notes": (lambda: _notes(10_000), "=a"),
    "a note that refers to itself": (
        lambda: _notes(1, "<w:p><w:r><w:t>note</w:t><w:footnoteReference w:id='0'/></w:r></w:p>"),
        "=a",
    ),
    "relationships in a circle": (_circle, "=a"),
    "one part twice": (_twice, "damaged|missing"),
    "names that lead out": (lambda: word_file(paragraph("a"), {"../../../etc/passwd": "x", "/abs.xml": "<a/>"}), "=a"),
    "a package in it": (lambda: word_file(paragraph("a"), {"word/embeddings/b.docx": bomb()}), "=a"),
    "5 MB of comment": (lambda: word_file("<!--" + "-a" * (2 * _MB) + "-->" + paragraph("a")), "=a|damaged"),
    "100,000 deletions": (
        lambda: word_file(
            "<w:p>" + "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>" * 100_000 + "</w:p>" + paragraph("a")
        ),
        "=a",
    ),
    "text in another format": (lambda: word_file("<w:altChunk/>" + paragraph("a")), "another format"),
}
