"""Reads the paragraphs of an edited Word file, with every tracked change accepted, and where the marks of units stand.

Tags and bookmarks are followed as they come in the text, not as they nest: office programs let them overlap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from dialogue_prep.documents.word.foreign import R, W, on
from dialogue_prep.documents.word.symbols import symbol
from dialogue_prep.system.refusal import Refused

_MOST_DEPTH = 200
_MOST_LINES = 50_000
_MOST_CHARACTERS = 4_000_000
_P, _R, _T, _TBL, _TR, _TC, _SDT = (W + name for name in ("p", "r", "t", "tbl", "tr", "tc", "sdt"))
_CONTROL, _CONTENT, _TAG, _SHOWING = (W + name for name in ("sdtPr", "sdtContent", "tag", "showingPlcHdr"))
_RPR, _PPR = W + "rPr", W + "pPr"
_STYLE, _NUMBERS, _NUMBER = W + "pStyle", W + "numPr", W + "numId"
_VAL, _ID, _NAME = W + "val", W + "id", W + "name"
_INS, _DEL, _FROM, _TO = (W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_BEGIN, _END = W + "bookmarkStart", W + "bookmarkEnd"
_LINK, _FIELD, _BOX = W + "hyperlink", W + "fldSimple", W + "txbxContent"
_SYMBOL, _RUBY = W + "sym", W + "ruby"
_FIELD_PARTS = (W + "fldChar", W + "instrText")
_REMARK, _REMARKED = W + "commentRangeStart", W + "commentReference"
_REFERENCES = {W + f"{name}Reference": name for name in ("comment", "footnote", "endnote")}
_LEFT_OUT = frozenset(
    W + name
    for name in ("pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "instrText", "delText", "rt")
)
SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    W + "softHyphen": "\N{SOFT HYPHEN}",
}
"""What stands for a character within a run; LibreOffice puts hyphens so that were written as characters."""
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_is_ours = re.compile(r"_?u[a-z2-7]{20}").fullmatch
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
_LOOKS = ((W + "b", "bold"), (W + "i", "italic"))
_PLACES = (-1, -1, -1)


class LineReader:
    """Reads one body; each of its `lines` is what it says, its units, its looks, its place, whether it is an item.

    `addresses` are where its links lead, by the id of their relationship; `lists` the ids of styles of items of lists.
    """

    def __init__(self, addresses: Mapping[str, str], lists: frozenset[str]) -> None:
        self.lines: list[list[object]] = []
        self.insertions = 0
        self.deletions = 0
        self.authors: list[str] = []
        self.anchors: dict[tuple[str, str], tuple[int, int]] = {}
        self._addresses, self._lists = addresses, lists
        self._parts: list[str] = []
        self._length = 0
        self._total = 0
        self._spans: list[list[object]] = []
        self._marks: list[list[object]] = []
        self._open: dict[int | str, list[object]] = {}
        self._number = 0
        self._links: list[str] = []
        self._fields: list[str] = []
        self._anchored: list[tuple[tuple[str, str], int]] = []
        self._place = _PLACES
        self._tables = 0
        self._joined = False
        reads: dict[str, Callable[[etree._Element, int], None]] = {
            _R: self._run,
            _P: self._paragraph,
            _BEGIN: self._begin_bookmark,
            _END: self._end_bookmark,
            _SDT: self._control,
            _TBL: self._table,
            _TR: self._row,
            _TC: self._cell,
            _LINK: self._hyperlink,
            _FIELD: self._simple_field,
            _REMARK: self._remark,
            _ALTERNATIVES: self._alternatives,
            _MATHS: self._formula,
            **dict.fromkeys((_INS, _TO, _DEL, _FROM), self._revision),
        }
        self._reads = reads.get

    def read(self, body: Iterable[etree._Element]) -> None:
        """Read what stands in a body, one after the other."""
        self._within(body, 0)
        if self._parts or self._joined or self._anchored:
            self._finish()

    def _within(self, elements: Iterable[etree._Element], depth: int) -> None:
        """Read elements that stand beside each other; to list those of one by a slice is quicker than to walk them."""
        if depth > _MOST_DEPTH:
            raise Refused("it is nested too deeply to be a paper; copy its text into a new one")
        for child in elements:
            tag = child.tag
            if (reads := self._reads(tag)) is not None:
                reads(child, depth)
            elif tag not in _LEFT_OUT and isinstance(tag, str):
                self._within(child[:], depth + 1)

    def _begin_bookmark(self, mark: etree._Element, _depth: int) -> None:
        if _is_ours(name := mark.get(_NAME, "")):
            self._open[mark.get(_ID, "")] = self._begun(name.lstrip("_"), "bookmark")

    def _end_bookmark(self, mark: etree._Element, _depth: int) -> None:
        if (span := self._open.pop(mark.get(_ID, ""), None)) is not None:
            span[4] = self._length
            # The bookmark around a control says nothing that the control does not say.
            if not self._spans or self._spans[-1][1:5] != [span[1], "tag", span[3], span[4]]:
                self._spans.append(span)

    def _remark(self, mark: etree._Element, _depth: int) -> None:
        self._anchored.append((("comment", mark.get(_ID, "")), self._length))

    def _formula(self, text: etree._Element, _depth: int) -> None:
        self._say(text.text or "")

    def _alternatives(self, element: etree._Element, depth: int) -> None:
        # The first is for programs of today; what follows says the same to older ones.
        self._within(element[0][:] if len(element) else [], depth + 1)

    def _revision(self, element: etree._Element, depth: int) -> None:
        tag = element.tag
        self.authors.append(element.get(W + "author", ""))
        self.insertions += tag == _INS
        self.deletions += tag == _DEL
        if tag in (_INS, _TO):
            self._within(element[:], depth + 1)
        elif tag == _DEL:
            # A comment may say why its words were taken out.
            for mark in element.iter(_REMARK, _REMARKED):
                self._remark(mark, depth)

    def _run(self, run: etree._Element, depth: int) -> None:
        begun = self._length
        properties = None
        for child in run[:]:
            tag = child.tag
            if tag == _T:
                self._say(child.text or "")
            elif tag == _RPR:
                properties = child
            elif tag in SIGNS:
                self._say(SIGNS[tag])
            elif tag in _REFERENCES:
                self._anchored.append(((_REFERENCES[tag], child.get(_ID, "")), self._length))
            elif tag in _FIELD_PARTS:
                self._field(child, tag)
            elif tag == _SYMBOL:
                self._say(symbol(child))
            elif tag not in _LEFT_OUT and isinstance(tag, str):
                self._other(child, depth)
        if self._length > begun and (self._links or properties is not None):
            self._look(properties, begun)

    def _other(self, child: etree._Element, depth: int) -> None:
        """Read what hangs on a run, as text boxes do, once; their paragraphs come before the one they hang on.

        Of letters with a reading above them the letters are read, of a sign in two forms the one in letters.
        """
        alternatives = child.tag == _ALTERNATIVES and len(child) > 0
        around = next(child.iterancestors(_BOX), None)
        within = (child[0] if alternatives else child).iter(_BOX)
        boxes = [box for box in within if next(box.iterancestors(_BOX), None) is around]
        if child.tag == _RUBY:
            self._within(child[:], depth + 1)
        elif alternatives and not boxes:
            self._run(child[-1], depth + 1)
        for box in boxes:
            kept = self._parts, self._length, self._spans, self._marks, self._anchored, self._open, self._place
            self._parts, self._length, self._spans, self._marks, self._anchored, self._open = [], 0, [], [], [], {}
            self._place = _PLACES
            self._within(box[:], depth + 1)
            self._end_joined()
            self._parts, self._length, self._spans, self._marks, self._anchored, self._open, self._place = kept

    def _field(self, mark: etree._Element, tag: str) -> None:
        """Follow a field made of several runs: only what it shows is read, and where a link leads."""
        if tag == W + "instrText":
            if self._fields:
                self._fields[-1] += mark.text or ""
            return
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            found = _ADDRESS.match(self._fields[-1])
            self._links.append(found.group(1) if found else "")
            self._fields[-1] = "\0"
        elif kind == "end" and self._fields and self._fields.pop() == "\0":
            self._links.pop()

    def _say(self, words: str) -> None:
        if words and not (self._fields and self._fields[-1] != "\0"):
            self._parts.append(words)
            self._length += len(words)

    def _look(self, properties: etree._Element | None, begun: int) -> None:
        link = next((one for one in reversed(self._links) if one), "")
        if link:
            self._marks.append([begun, self._length, "link", link])
        if properties is None or not len(properties):
            return
        for tag, look in _LOOKS:
            if on(properties.find(tag)):
                self._marks.append([begun, self._length, look, ""])
        line = properties.find(W + "u")
        if not link and line is not None and line.get(_VAL, "single") != "none":
            self._marks.append([begun, self._length, "underline", ""])
        raised = properties.find(W + "vertAlign")
        if raised is not None and raised.get(_VAL) == "superscript":
            self._marks.append([begun, self._length, "superscript", ""])

    def _paragraph(self, paragraph: etree._Element, depth: int) -> None:
        children = paragraph[:]
        properties = children.pop(0) if children and children[0].tag == _PPR else None
        self._within(children, depth + 1)
        item = goes_on = False
        for one in () if properties is None else properties[:]:
            if one.tag == _STYLE:
                item = one.get(_VAL) in self._lists
            elif one.tag == _NUMBERS:
                # What a paragraph says itself counts more than its style; the list 0 is none.
                number = _child(one, _NUMBER)
                item = number is not None and number.get(_VAL) != "0"
            elif one.tag == _RPR:
                deleted = _child(one, _DEL) is not None
                goes_on = deleted or _child(one, _FROM) is not None
                self.deletions += deleted
        if goes_on:
            # The end of the paragraph is deleted, or moved elsewhere: it goes on in the next one.
            self._joined = True
        else:
            self._finish(item=item)

    def _finish(self, *, item: bool = False) -> None:
        self._total += self._length
        if len(self.lines) >= _MOST_LINES or self._total > _MOST_CHARACTERS:
            raise Refused("it is too long to be a paper")
        for span in self._open.values():
            self._spans.append([*span[:4], self._length, span[5]])
            span[3] = 0
        for mark, at in self._anchored:
            self.anchors.setdefault(mark, (len(self.lines), at))
        self.lines.append(["".join(self._parts), self._spans, self._marks or (), self._place, item])
        self._parts, self._length, self._spans, self._joined = [], 0, [], False
        # Most lines have neither, and no two lists of nothing are needed.
        if self._marks:
            self._marks = []
        if self._anchored:
            self._anchored = []

    def _end_joined(self) -> None:
        """End a paragraph that would go on where none follows: before a table, at the end of a cell or a box."""
        if self._joined:
            self._finish()

    def _table(self, table: etree._Element, depth: int) -> None:
        self._end_joined()
        kept, self._place = self._place, (self._tables, -1, -1)
        self._tables += 1
        self._within(table[:], depth + 1)
        self._place = kept

    def _row(self, row: etree._Element, depth: int) -> None:
        if row.find(f"{W}trPr/{_DEL}") is not None:
            self.deletions += 1
            return
        number, place, _column = self._place
        self._place = number, place + 1, -1
        self._within(row[:], depth + 1)

    def _cell(self, cell: etree._Element, depth: int) -> None:
        number, place, column = self._place
        self._place = number, place, column + 1
        self._within(cell[:], depth + 1)
        self._end_joined()

    def _control(self, control: etree._Element, depth: int) -> None:
        number = 0
        for child in control[:]:
            if (tag := child.tag) == _CONTROL:
                name, showing = "", None
                for one in child[:]:
                    if (kind := one.tag) == _TAG:
                        name = one.get(_VAL, "")
                    elif kind == _SHOWING:
                        showing = one
                if not number and _is_ours(name):
                    number = self._number + 1
                    self._open[number] = self._begun(name, "tag", prompting=showing is not None and on(showing))
            elif tag == _CONTENT:
                self._within(child[:], depth + 1)
        if (span := self._open.pop(number, None)) is not None:
            span[4] = self._length
            self._spans.append(span)

    def _begun(self, tag: str, via: str, *, prompting: bool = False) -> list[object]:
        self._number += 1
        return [self._number, tag, via, self._length, 0, prompting]

    def _hyperlink(self, element: etree._Element, depth: int) -> None:
        self._linked(element, self._addresses.get(element.get(R + "id", ""), ""), depth)

    def _simple_field(self, element: etree._Element, depth: int) -> None:
        found = _ADDRESS.match(element.get(W + "instr", ""))
        self._linked(element, found.group(1) if found else "", depth)

    def _linked(self, element: etree._Element, address: str, depth: int) -> None:
        self._links.append(address)
        self._within(element[:], depth + 1)
        self._links.pop()


def _child(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the first child of a tag; lxml's own way of finding it takes four times as long."""
    for child in element:
        if child.tag == tag:
            return child
    return None
