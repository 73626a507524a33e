"""What a Word file says once every tracked change in it is accepted, or once every one is rejected."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from lxml import etree

from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.redline.signs import ALTERNATIVES, first_choice, is_object, sign, words_of_object

Said = list["str | list[list[Said]]"]
"""Paragraphs as strings, tables as rows of cells, which hold paragraphs and tables again."""

_LOOK = W + "rPr"
_BLOCKS = frozenset((W + "p", W + "tbl"))
_RUN = W + "r"
_LETTERS = frozenset((W + "t", W + "delText"))
_CAME = frozenset((W + "ins", W + "moveTo"))
_WENT = frozenset((W + "del", W + "moveFrom"))
_AROUND_BLOCKS = frozenset((W + "sdt", W + "sdtContent", W + "customXml", *_CAME, *_WENT))
_SILENT = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "instrText", "delInstrText", "fldChar", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"),
        *("commentReference", "annotationRef", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"),
    )
)


class View(Enum):
    """Which changes count."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def gone(self) -> frozenset[str]:
        """The elements whose content is not there."""
        return _WENT if self is View.ACCEPTED else _CAME


def said(container: etree._Element, view: View) -> Said:
    """Return what a body says; it and every cell end with a paragraph, as all texts do in Word."""
    # Looked for from the changes: most paragraphs and rows have none.
    marks = (mark.getparent() for mark in container.iter(*view.gone))
    return _said(container, view.gone, {owner for owner in map(_owner, marks) if owner is not None})


def _owner(properties: etree._Element) -> etree._Element | None:
    """Return the paragraph or row of which a mark stands in the properties."""
    above = properties.getparent()
    if properties.tag == _LOOK and above is not None and above.tag == W + "pPr":
        return above.getparent()
    return above if properties.tag == W + "trPr" else None


def _said(container: etree._Element, gone: frozenset[str], lost: set[etree._Element]) -> Said:
    found: Said = []
    before, joined = "", False
    for block in _blocks(container, gone):
        if block.tag == W + "tbl":
            if before:
                found.append(before)
            before, joined = "", False
            if rows := _rows(block, gone, lost):
                found.append(rows)
            continue
        parts: list[str] = []
        _gather(block, gone, parts)
        words = before + "".join(parts)
        joined = block in lost
        before = words if joined else ""
        if not joined:
            found.append(words)
    if joined or not found or not isinstance(found[-1], str):
        found.append(before)
    return found


def _blocks(container: etree._Element, gone: frozenset[str]) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _AROUND_BLOCKS and child.tag not in gone:
            yield from _blocks(child, gone)


def _rows(table: etree._Element, gone: frozenset[str], lost: set[etree._Element]) -> list[list[Said]]:
    return [
        [_said(cell, gone, lost) for cell in _within(row, W + "tc")]
        for row in _within(table, W + "tr")
        if row not in lost
    ]


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND_BLOCKS:
            yield from _within(child, tag)


def _gather(element: etree._Element, gone: frozenset[str], parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in _LETTERS:
            parts.append(child.text or "")
        elif tag in _SILENT or tag in gone:
            continue
        elif tag == _RUN:
            _gather(child, gone, parts)
        elif mark := sign(child):
            parts.append(mark)
        elif tag == ALTERNATIVES and element.tag != _RUN:
            _gather(first_choice(child), gone, parts)
        elif is_object(child):
            parts.append(words_of_object(child))
        elif isinstance(tag, str):
            _gather(child, gone, parts)
