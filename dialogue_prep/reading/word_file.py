"""Word files: paragraphs in reading order, as they read once every tracked change is accepted.

Insertions are kept, deletions left out and both counted; content controls, tables, text boxes, footnotes, endnotes and
comments are read where they stand. The numbers that Word makes for lists are written out, for a text without them does
not say what is an item.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from dialogue_prep.reading.word_numbers import Numbering, W
from dialogue_prep.system.guard_package import open_package
from dialogue_prep.system.refusal import Refused

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LEFT_OUT = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "instrText", "delText", "rt")
)
_PARAGRAPH, _RUN, _RUN_PROPERTIES, _VANISH, _CONTROL = (W + name for name in ("p", "r", "rPr", "vanish", "sdt"))
_TABLE, _ROW, _BOX = (W + name for name in ("tbl", "tr", "txbxContent"))
_SYMBOL, _OTHER_FORMAT = W + "sym", W + "altChunk"
_PROPERTIES, _DELETED_END = W + "pPr", f"{W}rPr/{W}del"
_TEXTS = (
    W + "t",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t",
)
_OFF = ("0", "false", "off")
_NOTES = {
    W + "footnoteReference": ("footnotes", W + "footnote"),
    W + "endnoteReference": ("endnotes", W + "endnote"),
    W + "commentReference": ("comments", W + "comment"),
}
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
# The main part of other kinds of file that Word writes, by its content type.
_OTHER_KINDS = (
    (b"application/vnd.ms-word.document.macroEnabled.main+xml", "it is a Word file with macros"),
    (b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "it is a Word template"),
    (b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "it is a Word template"),
)
_MOST_DEPTH = 200


def paragraphs(data: bytes) -> dict[str, object]:
    """Return `paragraphs`, and how many tracked `insertions` and `deletions` there are. Raises Refused."""
    parts = open_package(data)
    main = _main_part(parts)
    reader = _Reader(parts, posixpath.dirname(main))
    body = _parse(parts[main]).find(W + "body")
    if body is None:
        raise Refused("it is damaged, its text is missing; open it in Word and save it again")
    found = [line for paragraph in reader.story(body, 0) for line in paragraph.split("\n")]
    return {"paragraphs": found + reader.notes(), "insertions": reader.insertions, "deletions": reader.deletions}


def _main_part(parts: dict[str, bytes]) -> str:
    """Return the name of the part that holds the text."""
    if parts.get("mimetype", b"").startswith(_OPEN_DOCUMENT):
        raise Refused("it is an OpenDocument file; save it as .docx and read that")
    types = parts.get("[Content_Types].xml", b"")
    for kind, reason in _OTHER_KINDS:
        if kind in types:
            raise Refused(f"{reason}; save it as .docx and read that")
    if "_rels/.rels" in parts:
        for relationship in _parse(parts["_rels/.rels"]).iter(_RELATIONSHIPS + "Relationship"):
            if relationship.get("Type", "").endswith("/officeDocument"):
                name = posixpath.normpath(str(relationship.get("Target", ""))).lstrip("/")
                if name in parts and b"wordprocessingml" in parts[name].replace(b"\x00", b"")[:20000]:
                    return name
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise Refused("it is no Word file; save it as .docx or .txt")


def _parse(part: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(part.replace(_STRICT, _TRANSITIONAL), parser)
    except etree.XMLSyntaxError as error:
        raise Refused("it is damaged; open it in Word and save it again") from error
    # Said here once more: in an unusual encoding it could not be seen before.
    if root.getroottree().docinfo.doctype:
        raise Refused("it declares a document type or entities, which no text needs")
    return root


class _Reader:
    """Reads the blocks of one Word file and counts its tracked changes."""

    def __init__(self, parts: dict[str, bytes], folder: str) -> None:
        self.insertions = 0
        self.deletions = 0
        self._parts, self._folder = parts, folder
        self._noted: list[tuple[str, str, str]] = []
        self._open: list[str] = []
        numbering = parts.get(posixpath.join(folder, "numbering.xml"))
        styles = parts.get(posixpath.join(folder, "styles.xml"))
        self._numbering = Numbering(_parse(numbering) if numbering else None, _parse(styles) if styles else None)

    def story(self, parent: etree._Element, depth: int) -> Iterator[str]:
        """Yield the paragraphs of the text, of a note or of a text box; those of a box follow the one it hangs on."""
        held, self._open = self._open, []
        yield from self._blocks(parent, depth)
        yield from self._left_open()
        self._open = held

    def _left_open(self) -> Iterator[str]:
        """Yield the paragraph whose end is deleted where there is none in which it could go on."""
        words, self._open = "".join(self._open), []
        if words.strip():
            yield words

    def _blocks(self, parent: etree._Element, depth: int) -> Iterator[str]:
        if depth > _MOST_DEPTH:
            raise Refused("it is nested too deeply; save its text as .txt and read that")
        for child in parent:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child, depth)
            elif child.tag == _ROW and child.find(f"{W}trPr/{W}del") is not None:
                self.deletions += 1
            elif child.tag == _TABLE:
                yield from self._left_open()
                yield from self._blocks(child, depth + 1)
            elif child.tag == _OTHER_FORMAT:
                raise Refused("a part of it is kept in another format; open it in Word and save it again")
            else:
                self._count(child)
                if _is_read(child):
                    yield from self._blocks(self._chosen(child), depth + 1)

    def notes(self) -> list[str]:
        """Return the paragraphs of the footnotes, endnotes and comments that the text refers to, in its order."""
        found: list[str] = []
        known: dict[str, dict[str, etree._Element]] = {}
        for part, tag, number in self._noted:
            name = posixpath.join(self._folder, part + ".xml")
            if part not in known:
                notes = _parse(self._parts[name]).iter(tag) if name in self._parts else ()
                known[part] = {note.get(W + "id", ""): note for note in notes}
            # Each note once, however often it is referred to.
            if (note := known[part].pop(number, None)) is not None:
                found += [line for paragraph in self.story(note, 0) for line in paragraph.split("\n")]
        return found

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[str]:
        boxes: list[etree._Element] = []
        self._open += self._inline(paragraph, boxes, depth)
        # The properties of a paragraph come first, if it has any.
        properties = paragraph[0] if len(paragraph) and paragraph[0].tag == _PROPERTIES else None
        if properties is not None and properties.find(_DELETED_END) is not None:
            # The end of the paragraph is deleted: it goes on in the next one.
            self.deletions += 1
        else:
            words, self._open = "".join(self._open), []
            if words.strip():
                yield (self._numbering.mark(properties) if properties is not None else "") + words
        for box in boxes:
            yield from self.story(box, depth + 1)

    def _inline(self, parent: etree._Element, boxes: list[etree._Element], depth: int) -> Iterator[str]:
        if depth > _MOST_DEPTH:
            raise Refused("it is nested too deeply; save its text as .txt and read that")
        for child in parent:
            tag = child.tag
            if tag in _TEXTS:
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag in _NOTES:
                self._noted.append((*_NOTES[tag], child.get(W + "id", "")))
            elif tag == _SYMBOL:
                yield _symbol(child)
            elif tag == _BOX:
                boxes.append(child)
            else:
                self._count(child)
                if _is_read(child):
                    yield from self._inline(self._chosen(child), boxes, depth + 1)

    def _chosen(self, element: etree._Element) -> etree._Element:
        """Return what is read of an element: of alternatives for older programs the first, never both."""
        if element.tag == _COMPATIBILITY + "AlternateContent":
            choice = element.find(_COMPATIBILITY + "Choice")
            fallback = element.find(_COMPATIBILITY + "Fallback")
            chosen = choice if choice is not None else fallback
            return chosen if chosen is not None else element
        return element

    def _count(self, element: etree._Element) -> None:
        if element.tag in (W + "ins", W + "moveTo"):
            self.insertions += 1
        elif element.tag in (W + "del", W + "moveFrom"):
            self.deletions += 1


def _is_read(element: etree._Element) -> bool:
    """Say whether an element holds text that is seen: no property, nothing hidden, nothing to be filled in."""
    tag = element.tag
    if tag in _LEFT_OUT or not isinstance(tag, str):
        return False
    if tag == _RUN:
        # The properties of a run come first: most runs have none, or none that hide it.
        properties = element[0] if len(element) else None
        hidden = properties.find(_VANISH) if properties is not None and properties.tag == _RUN_PROPERTIES else None
        return hidden is None or hidden.get(W + "val", "1") in _OFF
    asks = element.find(f"{W}sdtPr/{W}showingPlcHdr") if tag == _CONTROL else None
    return asks is None or asks.get(W + "val", "1") in _OFF


def _symbol(element: etree._Element) -> str:
    code = element.get(W + "char", "")
    if re.fullmatch(r"[0-9A-Fa-f]{4}", code) and not code.upper().startswith("F0"):
        return chr(int(code, 16))
    return "•"
