"""What a Word file says once every tracked change in it is accepted, or once every one is rejected."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from lxml import etree

from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.redline.signs import (
    ALTERNATIVES,
    OTHERS,
    first_choice,
    is_object,
    sign,
    words_of_object,
)

Said = list["str | list[list[Said]]"]
"""Paragraphs as strings, tables as rows of cells, which hold paragraphs and tables again."""

_LOOK = W + "rPr"
_PARAGRAPH, _TABLE, _ROW, _CELL = (W + name for name in ("p", "tbl", "tr", "tc"))
_BLOCKS = frozenset((_PARAGRAPH, _TABLE))
_RUN = W + "r"
_LETTERS = (W + "t", W + "delText")
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


def said(body: etree._Element, view: View) -> Said:
    """Return what a body says; it and every cell end with a paragraph, as all texts do in Word."""
    return Reading(body).said(view)


class Reading:
    """Reads one body, in one view or in both; what bears no change is read once for both."""

    def __init__(self, body: etree._Element) -> None:
        self._body = body
        self._letters = _letters(body)
        # Looked for from the marks and signs: most paragraphs, rows and tables have none.
        marks = [*body.iter(*_CAME, *_WENT)]
        self._marks = [(mark.tag, owner) for mark in marks if (owner := _owner(mark.getparent())) is not None]
        self._changed = {table for mark in marks for table in mark.iterancestors(_TABLE)}
        others = (next(one.iterancestors(_PARAGRAPH), None) for one in (*marks, *body.iter(*OTHERS)))
        self._with_more = {paragraph for paragraph in others if paragraph is not None}
        self._tables: dict[etree._Element, list[list[Said]]] = {}
        self._gone: frozenset[str] = frozenset()
        self._lost: set[etree._Element] = set()

    def said(self, view: View) -> Said:
        """Return what the body says in a view."""
        self._gone = view.gone
        self._lost = {owner for tag, owner in self._marks if tag in view.gone}
        return self._said(self._body)

    def _said(self, container: etree._Element) -> Said:
        found: Said = []
        before, joined = "", False
        for block in self._blocks(container):
            if block.tag == _TABLE:
                if before:
                    found.append(before)
                before, joined = "", False
                if rows := self._table(block):
                    found.append(rows)
                continue
            words = before + self._words(block)
            joined = block in self._lost
            before = words if joined else ""
            if not joined:
                found.append(words)
        if joined or not found or not isinstance(found[-1], str):
            found.append(before)
        return found

    def _blocks(self, container: etree._Element) -> Iterator[etree._Element]:
        for child in container:
            if child.tag in _BLOCKS:
                yield child
            elif child.tag in _AROUND_BLOCKS and child.tag not in self._gone:
                yield from self._blocks(child)

    def _table(self, table: etree._Element) -> list[list[Said]]:
        if table in self._tables:
            return self._tables[table]
        rows = (row for row in _within(table, _ROW) if row not in self._lost)
        found = [[self._said(cell) for cell in _within(row, _CELL)] for row in rows]
        if table not in self._changed:
            self._tables[table] = found
        return found

    def _words(self, paragraph: etree._Element) -> str:
        if paragraph not in self._with_more:
            return "".join(self._letters[paragraph])
        parts: list[str] = []
        self._gather(paragraph, parts)
        return "".join(parts)

    def _gather(self, element: etree._Element, parts: list[str]) -> None:
        for child in element:
            tag = child.tag
            if tag in _LETTERS:
                parts.append(child.text or "")
            elif tag in _SILENT or tag in self._gone:
                continue
            elif tag == _RUN:
                self._gather(child, parts)
            elif mark := sign(child):
                parts.append(mark)
            elif tag == ALTERNATIVES and element.tag != _RUN:
                self._gather(first_choice(child), parts)
            elif is_object(child):
                parts.append(words_of_object(child))
            elif isinstance(tag, str):
                self._gather(child, parts)


def _letters(body: etree._Element) -> dict[etree._Element, list[str]]:
    """Return the letters of each paragraph, in one walk; where one stands within another they are not told apart."""
    found: dict[etree._Element, list[str]] = {}
    parts: list[str] = []
    for node in body.iter(_PARAGRAPH, *_LETTERS):
        if node.tag == _PARAGRAPH:
            parts = found[node] = []
        else:
            parts.append(node.text or "")
    return found


def _owner(properties: etree._Element) -> etree._Element | None:
    """Return the paragraph or row of which a mark stands in the properties."""
    above = properties.getparent()
    if properties.tag == _LOOK and above is not None and above.tag == W + "pPr":
        return above.getparent()
    return above if properties.tag == W + "trPr" else None


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND_BLOCKS:
            yield from _within(child, tag)
