"""Reads the paragraphs, rows and tables of one file as they are compared, each paragraph once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from lxml import etree

from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.redline.line import Line, Surroundings, read_line
from dialogue_prep.documents.word.redline.pairing import Member

Block: TypeAlias = "Line | etree._Element"
"""A paragraph that was read, or a table."""

_P, _TBL, _TR, _TC = (W + name for name in ("p", "tbl", "tr", "tc"))


class Reader:
    """Reads one file, of which it is known what is around its paragraphs."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._lines: dict[etree._Element, Line] = {}
        self._tables: dict[etree._Element, str] = {}

    def line(self, paragraph: etree._Element) -> Line:
        """Return a paragraph of the file as it was when it was first read."""
        if paragraph not in self._lines:
            self._lines[paragraph] = read_line(paragraph, self._around)
        return self._lines[paragraph]

    def line_of_copy(self, paragraph: etree._Element) -> Line:
        """Return a paragraph that was copied from the file."""
        return read_line(paragraph, self._around)

    def blocks(self, container: etree._Element) -> list[Block]:
        """Return the paragraphs and tables of a body or a cell."""
        return [self.line(child) if child.tag == _P else child for child in container if child.tag in (_P, _TBL)]

    def members(self, blocks: Sequence[Block]) -> list[Member]:
        """Return paragraphs and tables as they are compared."""
        return [_paragraph(block) if isinstance(block, Line) else self.table(block) for block in blocks]

    def table(self, table: etree._Element) -> Member:
        """Return a table as it is compared: only one with as many columns can have become it."""
        columns = len(list(table.iterfind(f"{W}tblGrid/{W}gridCol")))
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        title = "" if caption is None else caption.get(W + "val", "")

        def counted() -> Counter[str]:
            rows = [self.row(row) for row in table.iterchildren(_TR)]
            words = Counter(chain.from_iterable(row.words.elements() for row in rows))
            if title:
                # A table with the same caption is the same one, however much of it is new.
                words[f"caption {title}"] = max(1, words.total())
            return words

        return Member(f"table {columns}", self.xml(table), counted)

    def xml(self, table: etree._Element) -> str:
        """Return a table as it was when it was first read: to write it out is much quicker than to read its cells."""
        if table not in self._tables:
            self._tables[table] = etree.tostring(table, encoding="unicode", with_tail=False)
        return self._tables[table]

    def row(self, row: etree._Element) -> Member:
        """Return a row as it is compared: only one with as many cells can have become it."""
        lines = [self.line(paragraph) for paragraph in paragraphs_of(row)]
        cells = sum(1 for _cell in row.iterchildren(_TC))
        units = frozenset(unit for line in lines for unit in line.units)
        key = "\0".join([line.key for line in lines])
        return Member(f"row {cells}", key, lambda: Counter(w for line in lines for w in line.counted.elements()), units)


def _paragraph(line: Line) -> Member:
    return Member("paragraph", line.key, lambda: line.counted, line.units)


def paragraphs_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of the cells of a row, those of tables in them too."""
    for cell in row.iterchildren(_TC):
        for block in cell:
            if block.tag == _P:
                yield block
            elif block.tag == _TBL:
                for inner in block.iterchildren(_TR):
                    yield from paragraphs_of(inner)
