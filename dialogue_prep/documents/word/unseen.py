"""Words that are in a Word file and that nobody sees who reads it: hidden, in the colour of their ground, too small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from dialogue_prep.documents.word.foreign import W, on

_SMALLEST = 6
"""Half points; below that nobody can read it."""
_LEAST_CONTRAST = 1.25
_NARROWEST = 10
"""Per cent of the width of letters."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What decides whether words are seen; None where nothing is said."""

    hidden: bool | None = None
    colour: str | None = None
    ground: str | None = None
    size: int | None = None
    width: int | None = None

    def over(self, below: _Look) -> _Look:
        """Return this look, and where it says nothing the one below."""
        return _Look(
            below.hidden if self.hidden is None else self.hidden,
            self.colour or below.colour,
            self.ground or below.ground,
            self.size or below.size,
            self.width or below.width,
        )

    @property
    def unseen(self) -> bool:
        small = self.size is not None and self.size <= _SMALLEST
        narrow = self.width is not None and self.width <= _NARROWEST
        return bool(self.hidden) or small or narrow or _alike(self.colour, self.ground)


_PLAIN = _Look()


class UnseenWords:
    """Finds them by what runs, paragraphs, cells, rows and their styles say."""

    def __init__(self, styles: etree._Element | None) -> None:
        named = {} if styles is None else {s.get(W + "styleId"): s for s in styles.iter(W + "style")}
        self._styles: Mapping[str | None, etree._Element] = named
        self._looks: dict[str | None, _Look] = {}

    def within(self, root: etree._Element) -> Iterator[str]:
        """Yield the words of each stretch of a part that cannot be seen."""
        for paragraph in root.iter(W + "p"):
            stretch = ""
            around = self._around(paragraph)
            for run in paragraph.iter(W + "r"):
                words = "".join(text.text or "" for text in run.iterchildren(W + "t", W + "delText", W + "instrText"))
                if words.strip() and self._run(run, around).unseen:
                    stretch += words
                elif words.strip() and stretch:
                    yield stretch.strip()
                    stretch = ""
            if stretch:
                yield stretch.strip()

    def _run(self, run: etree._Element, around: _Look) -> _Look:
        properties = run.find(W + "rPr")
        if properties is None:
            return around
        style = self._style(_value(properties, "rStyle"))
        return _look(properties).over(style).over(around)

    def _around(self, paragraph: etree._Element) -> _Look:
        properties = paragraph.find(W + "pPr")
        look = _PLAIN
        if properties is not None:
            look = replace(_look(properties), hidden=None).over(self._style(_value(properties, "pStyle")))
        for cell in paragraph.iterancestors(W + "tc", W + "tr", W + "tbl"):
            name = {"tc": "tcPr", "tr": "trPr", "tbl": "tblPr"}[etree.QName(cell).localname]
            if (told := cell.find(W + name)) is not None:
                look = look.over(_look(told))
                if on(told.find(W + "hidden")):
                    look = replace(look, hidden=True)
                look = look.over(self._style(_value(told, "tblStyle")))
        return look

    def _style(self, name: str | None) -> _Look:
        if name is None or name not in self._styles:
            return _PLAIN
        if name not in self._looks:
            self._looks[name] = _PLAIN  # a style based on itself ends here
            style = self._styles[name]
            own = _PLAIN
            for properties in style.iterchildren(W + "rPr", W + "pPr", W + "tblPr", W + "tcPr"):
                own = own.over(_look(properties))
            self._looks[name] = own.over(self._style(_value(style, "basedOn")))
        return self._looks[name]


def _look(properties: etree._Element) -> _Look:
    vanish = properties.find(W + "vanish")
    shade = properties.find(W + "shd")
    fill = shade.get(W + "fill") if shade is not None else None
    return _Look(
        None if vanish is None else on(vanish),
        _colour(properties.find(W + "color")),
        fill if fill and fill != "auto" else None,
        _number(_value(properties, "sz")),
        _number(_value(properties, "w")),
    )


def _colour(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    if element.get(W + "themeColor", "").startswith(("background1", "light1")):
        return "FFFFFF"
    colour = element.get(W + "val")
    return None if colour in (None, "auto") else colour


def _alike(colour: str | None, ground: str | None) -> bool:
    if colour is None:
        return False
    try:
        light, dark = sorted((_brightness(colour), _brightness(ground or "FFFFFF")), reverse=True)
    except ValueError:
        return False
    return (light + 0.05) / (dark + 0.05) < _LEAST_CONTRAST


def _brightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)


def _value(properties: etree._Element, name: str) -> str | None:
    found = properties.find(W + name)
    return None if found is None else found.get(W + "val")


def _number(words: str | None) -> int | None:
    return int(words) if words and words.isdecimal() else None
