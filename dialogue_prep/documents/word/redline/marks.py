"""Tracked changes as Word notes them: around runs, in the mark of a paragraph, in the properties of a row."""

from __future__ import annotations

from copy import deepcopy
from enum import Enum

from lxml import etree

from dialogue_prep.documents.word.characters import permitted
from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.redline.borrowed import Borrowed
from dialogue_prep.documents.word.redline.line import Line
from dialogue_prep.documents.word.redline.signs import is_object, words_of_object
from dialogue_prep.documents.word.redline.wording import WordingChange

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class Fate(Enum):
    """What became of something: it stayed, came or went."""

    STAYED = ""
    CAME = "ins"
    WENT = "del"


class Marks:
    """Makes tracked changes by one author on one day (ISO 8601), each with a number of its own."""

    def __init__(self, author: str, day: str, borrowed: Borrowed) -> None:
        self.count = 0
        self._author = permitted(author)
        # LibreOffice takes a change at the end of a paragraph and one at the beginning of the next for one, the mark
        # between them for part of it, unless they were made more than a minute apart.
        self._moments = (f"{day}T00:00:00Z", f"{day}T00:02:00Z")
        self._borrowed = borrowed

    def begin_paragraph(self) -> None:
        """Say that what comes is of another paragraph than what was before."""
        self._moments = self._moments[::-1]

    def runs(self, line: Line, start: int, end: int, fate: Fate) -> list[etree._Element]:
        """Return the runs of a line from one character to another, within a change if they came or went."""
        runs: list[etree._Element] = []
        for words, stretch in line.between(start, end):
            if stretch.element is not None and stretch.element.getparent() is line.element:
                if fate is not Fate.WENT:
                    runs.append(deepcopy(stretch.element))
                    continue
                words = words_of_object(stretch.element)  # noqa: PLW2901 - what stands for a formula
                runs.append(_run(None, words, fate))
                continue
            properties = stretch.properties
            if properties is not None:
                properties = self._borrowed.of_run(properties) if fate is Fate.WENT else deepcopy(properties)
            if stretch.element is None:
                runs.append(_run(properties, words, fate))
            elif fate is Fate.WENT and is_object(stretch.element):
                runs.append(_run(properties, words_of_object(stretch.element), fate))
            else:
                runs.append(_run(properties, deepcopy(stretch.element), fate))
        if fate is Fate.STAYED or not runs:
            return runs
        around = self._change(fate)
        around.extend(runs)
        return [around]

    def edited(self, old: Line, new: Line, changes: list[WordingChange]) -> None:
        """Rewrite the paragraph of the new line so that it holds what went, came and stayed."""
        content: list[etree._Element] = []
        for change in changes:
            if change.same:
                content += self.runs(new, *change.new, Fate.STAYED)
            else:
                content += self.runs(old, *change.old, Fate.WENT)
                content += self.runs(new, *change.new, Fate.CAME)
        _fill(new.element, content)

    def came(self, line: Line, *, mark: bool) -> None:
        """Mark all that a paragraph says as inserted, and its mark too where that is wanted."""
        _fill(line.element, self.runs(line, 0, len(line.text), Fate.CAME))
        if mark:
            self.mark_of_paragraph(line.element, Fate.CAME)

    def gone(self, line: Line, *, mark: bool) -> etree._Element:
        """Return a paragraph of the old file as one that is deleted, with its mark where that is wanted."""
        paragraph = etree.Element(W + "p")
        properties = line.element.find(W + "pPr")
        if properties is not None:
            paragraph.append(self._borrowed.of_paragraph(properties))
        paragraph.extend(self.runs(line, 0, len(line.text), Fate.WENT))
        if mark:
            self.mark_of_paragraph(paragraph, Fate.WENT)
        return paragraph

    def mark_of_paragraph(self, paragraph: etree._Element, fate: Fate) -> None:
        """Note that the mark at the end of a paragraph came or went."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            paragraph.insert(0, properties)
        look = properties.find(W + "rPr")
        if look is None:
            look = etree.Element(W + "rPr")
            later = properties.find(W + "sectPr")
            if later is None:
                properties.append(look)
            else:
                later.addprevious(look)
        look.insert(0, self._change(fate))

    def row(self, row: etree._Element, fate: Fate) -> None:
        """Note that a row of a table came or went."""
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            own = row.find(W + "tblPrEx")
            row.insert(0 if own is None else 1, properties)
        properties.append(self._change(fate))

    def _change(self, fate: Fate) -> etree._Element:
        self.count += 1
        change = etree.Element(W + fate.value)
        change.set(W + "id", str(self.count))
        change.set(W + "author", self._author)
        change.set(W + "date", self._moments[0])
        return change


def _fill(paragraph: etree._Element, content: list[etree._Element]) -> None:
    properties = paragraph.find(W + "pPr")
    paragraph[:] = ([] if properties is None else [properties]) + content


def _run(properties: etree._Element | None, content: str | etree._Element, fate: Fate) -> etree._Element:
    """Return a run that says words, or holds what is no words."""
    run = etree.Element(W + "r")
    if properties is not None:
        run.append(properties)
    if isinstance(content, str):
        text = etree.SubElement(run, W + ("delText" if fate is Fate.WENT else "t"))
        text.text = content
        text.set(_PRESERVE, "preserve")
    else:
        run.append(content)
    return run
