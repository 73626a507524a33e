"""Writes a document as a Word file."""

from __future__ import annotations

from datetime import UTC, datetime, time
from hashlib import sha256
from io import BytesIO
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.opc.coreprops import CoreProperties
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.package import Package
from docx.section import Section
from lxml import etree

from dialogue_prep.documents.languages import is_east_asian, office_tag
from dialogue_prep.documents.model import Contents, Document, NewSection
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.documents.word.body import BodyWriter
from dialogue_prep.documents.word.characters import permitted
from dialogue_prep.documents.word.manifest import attach_manifest, manifest
from dialogue_prep.documents.word.package import HEAD, packed
from dialogue_prep.documents.word.runs import LineWriter
from dialogue_prep.documents.word.staff.fill import fill
from dialogue_prep.documents.word.staff.supply import supply
from dialogue_prep.documents.word.styles import PLACEHOLDER, style_ids
from dialogue_prep.domain.draft import Profile
from dialogue_prep.system.resources import resource_file

TEMPLATE = "templates/plain.docx"

_DOCUMENT_PART = "word/document.xml"


def write_word(document: Document, profile: Profile, staff: StaffCopy | None = None) -> bytes:
    """Return a document as the bytes of a Word file, the same ones each time; where there is one, in a staff template.

    A working copy (WORD, LIBREOFFICE) carries what a later reading of it needs to find its units again; a READING copy
    carries the words alone.
    """
    ours = resource_file(TEMPLATE).read_bytes()
    template = staff.content if staff else ours
    word = docx.Document(BytesIO(template))
    if staff:
        supply(word, ours)
    styles = style_ids(word)
    body = BodyWriter(LineWriter(document.language, profile, styles[PLACEHOLDER]), styles)
    parts = fill(word, document, staff, body) if staff else _on_our_pages(word, document, body)
    if any(isinstance(block, Contents) for block in document.blocks):
        _ask_for_pages(word)
    _set_languages(word, document.language, document.second_language)
    _set_properties(word.core_properties, document)
    if profile is not Profile.READING:
        xml = manifest(document, profile, sha256(template).hexdigest())
        attach_manifest(cast("Package", word.part.package), word.part, xml, document)
    saved = BytesIO()
    word.save(saved)
    return packed(saved, parts)


def _on_our_pages(word: WordDocument, document: Document, body: BodyWriter) -> dict[str, bytes]:
    """Return the main part with a document in it; what stands on each page is written in place."""
    begun = [block for block in document.blocks if isinstance(block, NewSection)]
    for _section in begun:
        word.add_section()
    each: list[Document | NewSection] = [document, *begun]
    for section, words in zip(word.sections, each, strict=True):
        _write_on_each_page(section, words, body)
    *ended, _last = (_properties_of(section) for section in word.sections)
    content = body.write((*document.blocks, *document.colophon), ended)
    return {_DOCUMENT_PART: _document_xml(word, content)}


def _document_xml(word: WordDocument, content: str) -> bytes:
    section = _properties_of(word.sections[-1])
    return f"{HEAD}<w:document {nsdecls('w', 'r')}><w:body>{content}{section}</w:body></w:document>".encode()


def _properties_of(section: Section) -> str:
    return str(etree.tostring(section._sectPr, encoding="unicode"))


def _ask_for_pages(word: WordDocument) -> None:
    """Have an office program fill in the pages of the contents on opening; Word asks first."""
    before = (qn("w:footnotePr"), qn("w:endnotePr"), qn("w:compat"))
    next(word.settings.element.iterchildren(*before)).addprevious(
        parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
    )


def _write_on_each_page(section: Section, words: Document | NewSection, body: BodyWriter) -> None:
    for place, paragraphs in ((section.header, words.header), (section.footer, words.footer)):
        place.is_linked_to_previous = False
        element = place.part.element
        for child in list(element):
            element.remove(child)
        element.extend(parse_xml(f"<w:body {nsdecls('w')}>{body.write(paragraphs)}</w:body>"))


def _set_languages(word: WordDocument, language: str, second: str) -> None:
    # A run has one language for Western letters and one for East Asian ones; the first of a paper comes before others.
    for element in word.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        for each in (second, language) if second else (language,):
            element.set(qn("w:eastAsia" if is_east_asian(each) else "w:val"), office_tag(each))


def _set_properties(properties: CoreProperties, document: Document) -> None:
    written = datetime.combine(document.written_on, time(), UTC)
    properties.title = permitted(document.title)[:255]
    properties.subject = permitted(document.subject)[:255]
    properties.language = office_tag(document.language)
    properties.version = str(document.version)
    properties.created = written
    properties.modified = written
