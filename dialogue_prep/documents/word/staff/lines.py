"""What a paragraph says, however many runs Word has made of it, and where placeholders stand in that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from dialogue_prep.documents.word.staff.names import mc, w
from dialogue_prep.documents.word.symbols import symbol

# Chinese input makes wide braces; they are meant alike.
_PLACEHOLDER = re.compile("[{｛]{2}([^{}｛｝\t\n\ufffc]*)[}｝]{2}")
_OBJECT = "\ufffc"
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_OBJECTS = frozenset(
    (
        mc("AlternateContent"),
        *map(w, ("drawing", "pict", "footnoteReference", "endnoteReference", "fldChar", "object")),
    )
)
_NO_WORDS = frozenset(w(name) for name in ("pPr", "rPr", "instrText", "delText", "sdtPr", "sdtEndPr", "rt"))
_PARAGRAPH, _TEXT, _SYMBOL = w("p"), w("t"), w("sym")


@dataclass(frozen=True, slots=True)
class WrittenPlaceholder:
    """A placeholder as it was written, its name, and where it begins and ends in the line."""

    name: str
    written: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class LinePiece:
    """Some words of a line: where they begin, and the element (`w:t`) that holds them."""

    begins: int
    element: etree._Element

    @property
    def ends(self) -> int:
        return self.begins + len(self.element.text or "")


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """The words of one paragraph; those of text boxes within it are lines of their own."""

    text: str
    pieces: tuple[LinePiece, ...]

    @property
    def placeholders(self) -> tuple[WrittenPlaceholder, ...]:
        """The placeholders in it, in order."""
        return tuple(
            WrittenPlaceholder(name_of(found.group(1)), found.group(), found.start(), found.end())
            for found in _PLACEHOLDER.finditer(self.text)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the placeholders in it."""
        return tuple(one.name for one in self.placeholders)

    @property
    def rest(self) -> str:
        """What it says beside placeholders."""
        return _PLACEHOLDER.sub("", self.text)


def line_of(paragraph: etree._Element) -> TemplateLine:
    """Return what a paragraph says; each element is looked at once."""
    words: list[str] = []
    pieces: list[LinePiece] = []
    length = 0
    for element in _within(paragraph):
        if element.tag == _TEXT:
            said = element.text or ""
            pieces.append(LinePiece(length, element))
        elif element.tag in _SIGNS:
            said = _SIGNS[element.tag]
        elif element.tag == _SYMBOL:
            said = symbol(element)
        else:
            said = _OBJECT if element.tag in _OBJECTS else ""
        words.append(said)
        length += len(said)
    return TemplateLine("".join(words), tuple(pieces))


def lines_in(root: etree._Element) -> Iterator[tuple[etree._Element, TemplateLine]]:
    """Yield every paragraph of a part with what it says, in order."""
    for paragraph in list(root.iter(_PARAGRAPH)):
        yield paragraph, line_of(paragraph)


def name_of(written: str) -> str:
    """Return the name that is meant by what stands between the braces."""
    signs = unicodedata.normalize("NFKC", written).strip().casefold()
    seen = (sign for sign in signs if unicodedata.category(sign) != "Cf")  # no mark of direction, no blank of no width
    return "".join("-" if sign == "_" or unicodedata.category(sign) == "Pd" else sign for sign in seen)


def _within(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a line in order; what is below an object stands elsewhere."""
    waiting = list(reversed(element))
    while waiting:
        found = waiting.pop()
        if found.tag in _NO_WORDS:
            continue
        yield found
        if found.tag not in _OBJECTS:
            waiting.extend(reversed(found))
