"""An old text and a new one as one, in which what went and what came is marked; what stayed is that of the new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.redline.anchors import Pair
from dialogue_prep.documents.word.redline.borrowed import Borrowed
from dialogue_prep.documents.word.redline.line import Line
from dialogue_prep.documents.word.redline.marks import Fate, Marks
from dialogue_prep.documents.word.redline.pairing import paired
from dialogue_prep.documents.word.redline.reader import Block, Reader, paragraphs_of
from dialogue_prep.documents.word.redline.settled import Entry, settled
from dialogue_prep.documents.word.redline.told import Teller
from dialogue_prep.documents.word.redline.wording import changes


@dataclass(frozen=True, slots=True)
class Merger:
    """Merges the body of an old file into that of a new one, and tells what it finds."""

    marks: Marks
    borrowed: Borrowed
    before: Reader
    after: Reader
    teller: Teller

    def body(self, old: etree._Element, new: etree._Element) -> None:
        """Merge two bodies, in the new one."""
        self._container(old, new, told=self.teller.paragraph)

    def _container(self, old: etree._Element, new: etree._Element, told: Teller.Paragraph) -> None:
        former, latter = self.before.blocks(old), self.after.blocks(new)
        if len(former) == len(latter) == 1 and isinstance(former[0], Line) and isinstance(latter[0], Line):
            self._line(former[0], latter[0], Fate.STAYED, told)
            return
        pairs = paired(self.before.members(former), self.after.members(latter))
        entries = settled(_entries(former, latter, pairs))
        if entries is None:
            pairs = paired(self.before.members(former[:-1]), self.after.members(latter[:-1]))
            last = (len(former) - 1, len(latter) - 1)
            entries = settled(_entries(former, latter, [*pairs, last])) or []
        # What is of the new text stays where it is; what is of the old one comes in behind what is before it.
        place = len(new) - len(latter) - (new.find(W + "sectPr") is not None)
        for entry in entries:
            merged = self._merged(entry, told)
            if entry.new is None:
                new.insert(place, merged)
            place += 1

    def _merged(self, entry: Entry, told: Teller.Paragraph) -> etree._Element:
        old, new = entry.old, entry.new
        self.marks.begin_paragraph()
        if isinstance(new, Line):
            return self._line(old if isinstance(old, Line) else None, new, entry.mark, told)
        if isinstance(old, Line):
            told(old, None, ())
            gone = self.marks.gone(old, mark=entry.mark is Fate.WENT)
            if entry.look is not None:
                _take_look(gone, entry.look)
            return gone
        return self._table(old, new)

    def _line(self, old: Line | None, new: Line, mark: Fate, told: Teller.Paragraph) -> etree._Element:
        if old is None:
            told(None, new, ())
            self.marks.came(new, mark=mark is Fate.CAME)
            return new.element
        if old.key == new.key:
            told(old, new, None)
        else:
            made = changes(old.words, new.words, old_keys=old.keys, new_keys=new.keys)
            told(old, new, made)
            self.marks.edited(old, new, made)
        if mark is not Fate.STAYED:
            self.marks.mark_of_paragraph(new.element, mark)
        return new.element

    def _table(self, old: etree._Element | None, new: etree._Element | None) -> etree._Element:
        self.teller.begin_table(old=old is not None, new=new is not None)
        if new is None:
            table = self.borrowed.table(old)
            for row in table.iterchildren(W + "tr"):
                self._row_went(row)
            return table
        if old is None:
            for row in new.iterchildren(W + "tr"):
                self._row_came(row)
        elif self.before.xml(old) != self.after.xml(new):
            self._rows(old, new)
        return new

    def _rows(self, old: etree._Element, new: etree._Element) -> None:
        former, latter = list(old.iterchildren(W + "tr")), list(new.iterchildren(W + "tr"))
        pairs = paired([self.before.row(row) for row in former], [self.after.row(row) for row in latter])
        frame = [child for child in new if child.tag != W + "tr"]
        rows: list[etree._Element] = []
        for i, j in _in_order(pairs, len(former), len(latter)):
            if i is not None and j is not None:
                self._cells(former[i], latter[j])
                rows.append(latter[j])
            elif i is not None:
                row = self.borrowed.table(former[i])
                self._row_went(row)
                rows.append(row)
            elif j is not None:
                self._row_came(latter[j])
                rows.append(latter[j])
        new[:] = [*frame, *rows]

    def _cells(self, old: etree._Element, new: etree._Element) -> None:
        self.teller.begin_row(old=True, new=True)
        for column, (former, latter) in enumerate(
            zip(old.iterchildren(W + "tc"), new.iterchildren(W + "tc"), strict=True), 1
        ):
            self._container(former, latter, self.teller.cell(column))

    def _row_came(self, row: etree._Element) -> None:
        self.teller.begin_row(old=False, new=True)
        lines = [self.after.line(paragraph) for paragraph in paragraphs_of(row)]
        self.teller.row(lines, came=True)
        for line in lines:
            self.marks.came(line, mark=False)
        self.marks.row(row, Fate.CAME)

    def _row_went(self, row: etree._Element) -> None:
        self.teller.begin_row(old=True, new=False)
        # Of a copy: it is not to be taken for what is read of the old file itself.
        lines = [self.before.line_of_copy(paragraph) for paragraph in paragraphs_of(row)]
        self.teller.row(lines, came=False)
        for line in lines:
            line.element.getparent().replace(line.element, self.marks.gone(line, mark=False))
        self.marks.row(row, Fate.WENT)


def _entries(old: Sequence[Block], new: Sequence[Block], pairs: Sequence[Pair]) -> list[Entry]:
    return [
        Entry(None if i is None else old[i], None if j is None else new[j])
        for i, j in _in_order(pairs, len(old), len(new))
    ]


def _in_order(pairs: Sequence[Pair], old: int, new: int) -> Iterator[tuple[int | None, int | None]]:
    """Yield every place of two sequences once, pairs together; between them what went before what came."""
    a = c = 0
    for i, j in (*pairs, (old, new)):
        yield from ((place, None) for place in range(a, i))
        yield from ((None, place) for place in range(c, j))
        if i < old and j < new:
            yield i, j
        a, c = i + 1, j + 1


def _take_look(paragraph: etree._Element, look: Line) -> None:
    """Give a paragraph the properties of another: the words before it are joined to it when it goes."""
    own, other = paragraph.find(W + "pPr"), look.element.find(W + "pPr")
    if own is not None:
        paragraph.remove(own)
    if other is not None:
        copy = deepcopy(other)
        for mark in list(copy.iterfind(f"{W}rPr/{W}del")):
            mark.getparent().remove(mark)
        paragraph.insert(0, copy)
