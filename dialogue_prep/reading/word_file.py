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

from dialogue_prep.reading.word_numbers import Numbering
from dialogue_prep.system.guard_package import open_package
from dialogue_prep.system.refusal import Refused

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LEFT_OUT = frozenset(
    _W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "instrText", "delText")
)
_NOTES = {
    _W + "footnoteReference": ("footnotes", _W + "footnote"),
    _W + "endnoteReference": ("endnotes", _W + "endnote"),
    _W + "commentReference": ("comments", _W + "comment"),
}
_SIGNS = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
    _W + "softHyphen": "",
}
_MOST_DEPTH = 200


def paragraphs(data: bytes) -> dict[str, object]:
    """Return `paragraphs`, and how many tracked `insertions` and `deletions` there are. Raises Refused."""
    parts = open_package(data)
    main = _main_part(parts)
    reader = _Reader(parts, posixpath.dirname(main))
    body = _parse(parts[main]).find(_W + "body")
    if body is None:
        raise Refused("it is damaged: its text is missing; open it in Word and save it again")
    found = [line for paragraph in reader.blocks(body, 0) for line in paragraph.split("\n")]
    return {"paragraphs": found + reader.notes(), "insertions": reader.insertions, "deletions": reader.deletions}


def _main_part(parts: dict[str, bytes]) -> str:
    """Return the name of the part that holds the text."""
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
        return etree.fromstring(part.replace(_STRICT, _TRANSITIONAL), parser)
    except etree.XMLSyntaxError as error:
        raise Refused("it is damaged; open it in Word and save it again") from error


class _Reader:
    """Reads the blocks of one Word file and counts its tracked changes."""

    def __init__(self, parts: dict[str, bytes], folder: str) -> None:
        self.insertions = 0
        self.deletions = 0
        self._parts, self._folder = parts, folder
        self._noted: list[tuple[str, str, str]] = []
        numbering = parts.get(posixpath.join(folder, "numbering.xml"))
        styles = parts.get(posixpath.join(folder, "styles.xml"))
        self._numbering = Numbering(_parse(numbering) if numbering else None, _parse(styles) if styles else None)

    def blocks(self, parent: etree._Element, depth: int) -> Iterator[str]:
        """Yield the paragraphs under an element in reading order; those of a text box follow the one it hangs on."""
        if depth > _MOST_DEPTH:
            raise Refused("it is nested too deeply; save its text as .txt and read that")
        for child in parent:
            if child.tag == _W + "p":
                yield from self._paragraph(child, depth)
            elif child.tag in _LEFT_OUT:
                self._count(child)
            elif child.tag == _W + "tr" and child.find(f"{_W}trPr/{_W}del") is not None:
                self.deletions += 1
            elif isinstance(child.tag, str):
                self._count(child)
                yield from self.blocks(self._chosen(child), depth + 1)

    def notes(self) -> list[str]:
        """Return the paragraphs of the footnotes, endnotes and comments that the text refers to, in its order."""
        found: list[str] = []
        trees: dict[str, etree._Element] = {}
        for part, tag, number in self._noted:
            name = posixpath.join(self._folder, part + ".xml")
            if name not in self._parts:
                continue
            if part not in trees:
                trees[part] = _parse(self._parts[name])
            for note in trees[part].iter(tag):
                if note.get(_W + "id") == number:
                    found += [line for paragraph in self.blocks(note, 0) for line in paragraph.split("\n")]
        return found

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[str]:
        boxes: list[etree._Element] = []
        words = "".join(self._inline(paragraph, boxes, depth))
        if words.strip():
            yield self._numbering.mark(paragraph) + words
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _inline(self, parent: etree._Element, boxes: list[etree._Element], depth: int) -> Iterator[str]:
        if depth > _MOST_DEPTH:
            raise Refused("it is nested too deeply; save its text as .txt and read that")
        for child in parent:
            tag = child.tag
            if tag == _W + "t":
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag in _NOTES:
                self._noted.append((*_NOTES[tag], child.get(_W + "id", "")))
            elif tag == _W + "sym":
                yield _symbol(child)
            elif tag in _LEFT_OUT:
                self._count(child)
            elif tag == _W + "txbxContent":
                boxes.append(child)
            elif isinstance(tag, str):
                self._count(child)
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
        if element.tag in (_W + "ins", _W + "moveTo"):
            self.insertions += 1
        elif element.tag in (_W + "del", _W + "moveFrom"):
            self.deletions += 1


def _symbol(element: etree._Element) -> str:
    code = element.get(_W + "char", "")
    if re.fullmatch(r"[0-9A-Fa-f]{4}", code) and not code.upper().startswith("F0"):
        return chr(int(code, 16))
    return "•"
