"""Made-up sources: a communiqué of two states that do not exist, and Word files built part by part."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from dialogue_prep.reading.extract import Extract, FoundCommitment
from dialogue_prep.reading.recognise import extract_from

TITLE = "Joint Communiqué of the 4th Norvia-Estmark Dialogue on Border Security"
OPENING = (
    "On 3 May 2031, Ilse Marrow, Secretary-General of the Council of State of Norvia, and Petr Vando, Deputy "
    "Minister of the Interior of Estmark, co-chaired the 4th meeting of the Norvia-Estmark Dialogue on Border "
    "Security in Lindholm."
)


def communique(*paragraphs: str) -> Extract:
    """Return what is found in a communiqué with these paragraphs after its opening."""
    return extract_from([TITLE, "Lindholm, 3 May 2031", OPENING, *paragraphs])


def commitments(*paragraphs: str) -> list[FoundCommitment]:
    """Return the commitments found in these paragraphs."""
    return list(communique(*paragraphs).commitments)


def wordings(*paragraphs: str) -> list[str]:
    """Return the words of the commitments found in these paragraphs."""
    return [found.words for found in commitments(*paragraphs)]


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def word_file(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file whose body is this XML (prefix w), with further parts by name."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    return package(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONSHIPS, "word/document.xml": document, **(parts or {})}
    )


def word_part(name: str, content: str) -> str:
    """Return a part of a Word file with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_W}>{content}</w:{name}>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip package of these parts."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return written.getvalue()


def paragraph(words: str) -> str:
    """Return the XML of a plain paragraph."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
