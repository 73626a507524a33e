"""A paragraph of a Word file as a line of text, which knows how each stretch of it looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.redline.signs import MATHS, OBJECT, identity, is_object, sign
from dialogue_prep.domain.differences import tokens

_RUN, _TEXT, _PROPERTIES = W + "r", W + "t", W + "rPr"


class Stretch(NamedTuple):
    """Characters of a line that look alike: from, to, properties of their run; `element` where they are no words."""

    start: int
    end: int
    properties: etree._Element | None
    element: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a file says of its notes, by kind and number, and of the files in it: a hash by the relation to each."""

    notes: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One paragraph: its element, its text with OBJECT for what is no text, and its stretches in order."""

    element: etree._Element
    text: str
    stretches: tuple[Stretch, ...]
    objects: Mapping[int, str]
    units: frozenset[str]

    @cached_property
    def words(self) -> list[str]:
        """The words, spaces and signs of the line; together they are its text."""
        return tokens(self.text)

    @cached_property
    def keys(self) -> list[str]:
        """What is compared in the place of each word."""
        if not self.objects:
            return self.words
        keys, place = [], 0
        for word in self.words:
            keys.append(word + self.objects[place] if place in self.objects else word)
            place += len(word)
        return keys

    @cached_property
    def key(self) -> str:
        """What is compared in the place of the whole text."""
        if not self.objects:
            return self.text
        return self.text + "\0" + "\0".join(what for _place, what in sorted(self.objects.items()))

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word is in it."""
        return Counter(key for key in self.keys if not key.isspace())

    def between(self, start: int, end: int) -> Iterator[tuple[str, Stretch]]:
        """Yield the words from one character to another, by stretch."""
        for stretch in self.stretches:
            first, last = max(start, stretch.start), min(end, stretch.end)
            if first < last:
                yield self.text[first:last], stretch


def read_line(paragraph: etree._Element, around: Surroundings) -> Line:
    """Read a paragraph whose runs stand in it directly."""
    text: list[str] = []
    stretches: list[Stretch] = []
    objects: dict[int, str] = {}
    place = 0
    for run in paragraph:
        if run.tag in MATHS:
            properties, parts = None, [(OBJECT, run)]
        elif run.tag == _RUN:
            properties, parts = _parts(run)
        else:
            continue
        for words, element in parts:
            if element is not None and words == OBJECT:
                objects[place] = identity(element, around.notes, around.files)
            stretches.append(Stretch(place, place + len(words), properties, element))
            text.append(words)
            place += len(words)
    units = frozenset(paragraph.get(UNITS, "").split())
    return Line(paragraph, "".join(text), tuple(stretches), objects, units)


UNITS = "units"
"""An attribute of no namespace, on paragraphs in memory alone: the keys of their units, with spaces between them."""


def _parts(run: etree._Element) -> tuple[etree._Element | None, list[tuple[str, etree._Element | None]]]:
    """Return the properties of a run, and its words; with what stands in it and is no words, its element."""
    properties: etree._Element | None = None
    parts: list[tuple[str, etree._Element | None]] = []
    for child in run:
        if child.tag == _TEXT:
            if child.text:
                parts.append((child.text, None))
        elif child.tag == _PROPERTIES:
            properties = child
        elif mark := sign(child):
            parts.append((mark, child))
        elif is_object(child):
            parts.append((OBJECT, child))
    return properties, parts
