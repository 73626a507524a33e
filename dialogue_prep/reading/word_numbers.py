"""The numbers and bullets that Word makes for the items of its lists."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LEVELS = 9
_LONGEST = 60
_MOST = 10_000


class Numbering:
    """Counts the items of the lists of one Word file in the order in which their paragraphs are asked about."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._styled: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._learn(numbering)
        if styles is not None:
            self._learn_styles(styles)

    def mark(self, properties: etree._Element) -> str:
        """Return the mark before a paragraph with these properties, “1. ” or “- ”; nothing for one that is no item."""
        place = self._place(properties)
        if place is None or place not in self._levels:
            return ""
        number, level = place
        form, text, start = self._levels[place]
        if form == "bullet":
            return "- "
        if form == "none":
            return ""
        counts = self._counts.setdefault(number, [0] * _LEVELS)
        counts[level] = min(counts[level] + 1 if counts[level] else start, _MOST)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)

        def written(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            return written_number(counts[at] or 1, self._levels.get((number, at), (form, text, 1))[0])

        return _PLACE.sub(written, text).strip() + " "

    def _place(self, properties: etree._Element) -> tuple[str, int] | None:
        numbered = properties.find(_W + "numPr")
        if numbered is not None:
            return _numbered(numbered)
        style = properties.find(_W + "pStyle")
        return self._styled.get(style.get(_W + "val", "")) if style is not None else None

    def _learn(self, numbering: etree._Element) -> None:
        described = {
            element.get(_W + "abstractNumId"): list(islice(element.iter(_W + "lvl"), _LEVELS))
            for element in numbering.iter(_W + "abstractNum")
        }
        for number in numbering.iter(_W + "num"):
            of = number.find(_W + "abstractNumId")
            for level in described.get(of.get(_W + "val"), ()) if of is not None else ():
                at = _whole(level.get(_W + "ilvl"), 0)
                key = (number.get(_W + "numId", ""), min(at, _LEVELS - 1))
                self._levels[key] = (
                    _value(level, "numFmt", "decimal"),
                    _value(level, "lvlText", "")[:_LONGEST],
                    _whole(_value(level, "start", "1"), 1),
                )

    def _learn_styles(self, styles: etree._Element) -> None:
        for style in styles.iter(_W + "style"):
            properties = style.find(f"{_W}pPr/{_W}numPr")
            if properties is not None and (place := _numbered(properties)) is not None:
                self._styled[style.get(_W + "styleId", "")] = place


def _numbered(properties: etree._Element) -> tuple[str, int] | None:
    number = _value(properties, "numId", "0")
    if number == "0":
        return None
    return number, min(_whole(_value(properties, "ilvl", "0"), 0), _LEVELS - 1)


def _value(element: etree._Element, name: str, otherwise: str) -> str:
    child = element.find(_W + name)
    return child.get(_W + "val", otherwise) if child is not None else otherwise


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value) else otherwise


def written_number(number: int, form: str) -> str:
    """Return a number of a list as it is written in one of the forms that Word names (“lowerRoman”)."""
    match form:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman if form == "lowerRoman" else roman.upper()
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value and len(written) < 40:
            written += letters
            number -= value
    return written
