"""The numbers and bullets that Word makes for the items of its lists."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand")
)
_CIRCLED = frozenset(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"))
_SIGNS, _PLACES = "零一二三四五六七八九", ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_MOST_CIRCLED, _MOST_CHINESE = 20, 9999
_LEVELS = 9
# So many styles deep one may be made from another.
_MADE_FROM = 20
_LONGEST = 60
_MOST = 10_000


class Numbering:
    """Counts the items of the lists of one Word file in the order in which their paragraphs are asked about."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        # Lists that are described by the same words of the file go on counting where the other one ended.
        self._described: dict[str, str] = {}
        self._again: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styled: dict[str, tuple[str, int] | None] = {}
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
        counts = self._counts.setdefault(self._described[number], [None] * _LEVELS)
        before = counts[level]
        counts[level] = min(self._again.pop(place, start if before is None else before + 1), _MOST)
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)

        def written(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            count = counts[at]
            return written_number(1 if count is None else count, self._levels.get((number, at), (form, text, 1))[0])

        return _PLACE.sub(written, text).strip() + " "

    def _place(self, properties: etree._Element) -> tuple[str, int] | None:
        numbered, style = properties.find(W + "numPr"), properties.find(W + "pStyle")
        styled = self._styled.get(style.get(W + "val", "")) if style is not None else None
        return _numbered(numbered, styled) if numbered is not None else styled

    def _learn(self, numbering: etree._Element) -> None:
        described = {
            element.get(W + "abstractNumId"): list(islice(element.iter(W + "lvl"), _LEVELS))
            for element in numbering.iter(W + "abstractNum")
        }
        for number in numbering.iter(W + "num"):
            name, of = number.get(W + "numId", ""), _value(number, "abstractNumId", "")
            self._described[name] = of
            for level in (*described.get(of, ()), *islice(number.iter(W + "lvl"), _LEVELS)):
                self._levels[name, _level(level)] = (
                    _value(level, "numFmt", "decimal"),
                    _value(level, "lvlText", "")[:_LONGEST],
                    _whole(_value(level, "start", "1"), 1),
                )
            for override in islice(number.iter(W + "lvlOverride"), _LEVELS):
                if (again := _value(override, "startOverride", "")).isdecimal():
                    self._again[name, _level(override)] = _whole(again, 1)

    def _learn_styles(self, styles: etree._Element) -> None:
        known = {style.get(W + "styleId", ""): style for style in styles.iter(W + "style")}
        for name in known:
            line = [name]
            while (above := known.get(line[-1])) is not None and len(line) < _MADE_FROM:
                line.append(_value(above, "basedOn", ""))
            place = None
            for made_from in reversed(line):
                properties = known[made_from].find(f"{W}pPr/{W}numPr") if made_from in known else None
                place = _numbered(properties, place) if properties is not None else place
            self._styled[name] = place


def _numbered(properties: etree._Element, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return the list and level that properties name; what they leave unsaid is inherited."""
    number, level = inherited or ("0", 0)
    number = _value(properties, "numId", number)
    return None if number == "0" else (number, min(_whole(_value(properties, "ilvl", ""), level), _LEVELS - 1))


def _level(element: etree._Element) -> int:
    return min(_whole(element.get(W + "ilvl"), 0), _LEVELS - 1)


def _value(element: etree._Element, name: str, otherwise: str) -> str:
    child = element.find(W + name)
    return child.get(W + "val", otherwise) if child is not None else otherwise


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
        case "decimalZero":
            return f"{number:02}"
        case _ if form in _CHINESE and number <= _MOST_CHINESE:
            return _chinese(number)
        case _ if form in _CIRCLED and 0 < number <= _MOST_CIRCLED:
            return chr(ord("①") + number - 1)
        case _:
            return str(number)


def _chinese(number: int) -> str:
    written = ""
    for value, sign in _PLACES:
        digit, number = divmod(number, value)
        if digit:
            written += _SIGNS[digit] + sign
        elif written and number and written[-1] != _SIGNS[0]:
            written += _SIGNS[0]
    return written.removeprefix("一") if written.startswith("一十") else written or _SIGNS[0]


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value and len(written) < 40:
            written += letters
            number -= value
    return written
