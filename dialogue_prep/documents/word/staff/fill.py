"""Puts a paper into a template: its parts into the body, its fields everywhere."""

from __future__ import annotations

import re
from collections.abc import Collection

from docx.document import Document as WordDocument
from lxml import etree

from dialogue_prep.documents.model import Block, Columns, Document, NewSection, Paragraph, Role, Table
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.documents.word.body import TWIPS_A_MILLIMETRE, BodyWriter
from dialogue_prep.documents.word.foreign import parsed
from dialogue_prep.documents.word.package import HEAD
from dialogue_prep.documents.word.staff.clean_template import MAIN_PART
from dialogue_prep.documents.word.staff.filling import fill_fields
from dialogue_prep.documents.word.staff.lines import line_of
from dialogue_prep.documents.word.staff.names import each_of, w
from dialogue_prep.documents.word.staff.outline import part_named
from dialogue_prep.documents.word.staff.pages import PageWriter

_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml")
_KEPT_OF_A_PLACE = each_of("bookmarkStart bookmarkEnd")
_A4_BETWEEN_MARGINS = 162.0
_WHOLE = re.compile(r"-?[0-9]{1,6}")


def fill(word: WordDocument, document: Document, staff: StaffCopy, body: BodyWriter) -> dict[str, bytes]:
    """Return the parts of an opened template, by name in the package, with a paper in them.

    Heads and feet are written in place.
    """
    root = word.element
    pages = PageWriter(word, document, staff.fields, body)
    places = _places(root, staff)
    contents = []
    for place, part in zip(places, staff.parts, strict=True):
        section = _section_of(place)
        begun = [block for block in part if isinstance(block, NewSection)]
        ended = pages.begin(section, begun) if begun else []
        body.room = _room(section)
        contents.append(_content(place, part, ended, body))
    for number, place in enumerate(places):
        _mark_place(place, number)
    fill_fields(root, staff.fields, document.language)
    xml = str(etree.tostring(root, encoding="unicode"))
    pieces = [xml]
    for number, content in enumerate(contents):
        before, after = pieces.pop().split(f"<!--{number}-->")
        pieces += [before, content, after]
    return {MAIN_PART: f"{HEAD}{''.join(pieces)}".encode(), **_notes(word, staff, document.language)}


def _places(root: etree._Element, staff: StaffCopy) -> list[etree._Element]:
    """Return the paragraphs that stand for parts; one more at the end where a part has none of its own."""
    text = root.find(w("body"))
    found = [
        paragraph
        for paragraph in text.iterchildren(w("p"))
        if part_named(line := line_of(paragraph), _others(line.names, staff.fields))
    ]
    if len(found) < len(staff.parts):
        added = etree.Element(w("p"))
        text.insert(len(text) - 1, added)
        found.append(added)
    return found


def _others(names: Collection[str], fields: Collection[str]) -> frozenset[str]:
    return frozenset(names) - frozenset(fields)


def _section_of(place: etree._Element) -> etree._Element:
    """Return the properties of the section in which a paragraph stands; they are at the end of that."""
    for one in (place, *place.itersiblings()):
        if (properties := one if one.tag == w("sectPr") else one.find(f"{w('pPr')}/{w('sectPr')}")) is not None:
            return properties
    raise ValueError("a clean template ends with the properties of its last section")


def _room(section: etree._Element) -> float:
    """Return how wide a column of text is in a section, in millimetres."""
    size, margins, columns = (section.find(w(name)) for name in ("pgSz", "pgMar", "cols"))
    if size is None or margins is None or not _twips(size, "w"):
        return _A4_BETWEEN_MARGINS
    width = _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right") - _twips(margins, "gutter")
    number = round(_twips(columns, "num")) if columns is not None else 1
    if columns is not None and number > 1:
        width = (width - (number - 1) * _twips(columns, "space")) / number
    return max(width / TWIPS_A_MILLIMETRE, 10)


def _twips(element: etree._Element, name: str) -> float:
    """Return a length, and nothing for one that is in no unit of Word's own."""
    told = element.get(w(name), "")
    return float(told) if _WHOLE.fullmatch(told) else 0.0


def _content(place: etree._Element, part: tuple[Block, ...], ended: list[str], body: BodyWriter) -> str:
    """Return a part as WordprocessingML, with what its placeholder said beside its name: breaks of page and section."""
    before = place.getprevious()
    apart = before is not None and before.tag == w("tbl") and bool(part) and isinstance(part[0], Table | Columns)
    new_page = place.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None or any(
        one.get(w("type")) == "page" for one in place.iter(w("br"))
    )
    quiet = body.write((Paragraph((), Role.CELL_REMARK),))
    first = quiet if apart and not new_page else ""
    if new_page:
        first = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    properties = place.find(f"{w('pPr')}/{w('sectPr')}")
    last = ""
    if properties is not None:
        last = f"<w:p><w:pPr>{etree.tostring(properties, encoding='unicode')}</w:pPr></w:p>"
    return first + body.write(part, ended) + last


def _mark_place(place: etree._Element, number: int) -> None:
    """Put a comment in the place of a paragraph; it is there only until the paper is put in its place."""
    parent = place.getparent()
    assert parent is not None
    at = parent.index(place)
    parent[at : at + 1] = [*place.iter(*_KEPT_OF_A_PLACE), etree.Comment(str(number))]


def _notes(word: WordDocument, staff: StaffCopy, language: str) -> dict[str, bytes]:
    """Return the notes of a template with their fields filled."""
    filled = {}
    for part in word.part.package.iter_parts():
        if part.partname in _NOTES:
            root = parsed(part.blob, bare=True)
            fill_fields(root, staff.fields, language)
            filled[str(part.partname).lstrip("/")] = HEAD.encode() + bytes(etree.tostring(root))
    return filled
