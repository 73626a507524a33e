"""Writes drawings as SVG files: the same drawing gives the same bytes, and every spot says what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

from dialogue_prep.documents.pictures.drawing import Anchor, Box, Disc, Drawing, Ink, Line, Part, Type, Words

_INKS: Mapping[Ink, str] = {
    Ink.TEXT: "#1A1F29",
    Ink.MUTED: "#5D6676",
    Ink.BORDER: "#C9CED6",
    Ink.SURFACE: "#FFFFFF",
    Ink.SOFT: "#E7EFFB",
    Ink.ACCENT: "#1D5BB8",
    Ink.OURS: "#1D5BB8",
    Ink.THEIRS: "#0F766E",
    Ink.GOOD: "#2A7348",
    Ink.WARN: "#9A5700",
    Ink.BAD: "#B3261E",
    Ink.QUIET: "#8A93A3",
}
_SIZE = 13
_FONTS = "Noto Sans, DejaVu Sans, Arial, Noto Sans CJK SC, Microsoft YaHei, sans-serif"
_NARROW = frozenset("fijlrtI.,:;'’|()[] ")


@lru_cache(maxsize=4096)
def _width(words: str) -> float:
    """Return about how wide words are; whoever opens the file may have another font, so nothing may be tight."""
    wide = sum(1.0 if east_asian_width(c) in "WF" else 0.36 if c in _NARROW else 0.64 for c in words)
    return wide * _SIZE


PRINT_TYPE = Type(line=_SIZE * 1.4, width=_width)


def svg_file(drawing: Drawing) -> bytes:
    """Return a drawing as an SVG file that is read aloud by its title, its description and the labels of its spots."""
    width, height = _number(drawing.width), _number(drawing.height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    said = 'role="img" aria-labelledby="title description"'
    lines = [
        f'{head} {said} font-family="{_FONTS}" font-size="{_SIZE}">',
        f'<title id="title">{escape(drawing.title)}</title>',
        f'<desc id="description">{escape(drawing.description)}</desc>',
        f'<rect width="{width}" height="{height}" fill="{_INKS[Ink.SURFACE]}"/>',
        *map(_part, drawing.parts),
        *_spots(drawing),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _spots(drawing: Drawing) -> Iterator[str]:
    """Yield see-through places over the spots, so that a browser shows and reads what each one says."""
    for spot in drawing.spots:
        place = _attributes(x=spot.x, y=spot.y, width=spot.width, height=spot.height)
        yield f'<rect {place} fill-opacity="0"><title>{escape(spot.label)}</title></rect>'


def _part(part: Part) -> str:
    ink = _INKS[part.ink]
    match part:
        case Line():
            place = _attributes(x1=part.x1, y1=part.y1, x2=part.x2, y2=part.y2)
            return f'<line {place} stroke="{ink}" stroke-width="{_number(part.width)}"{_dashes(dashed=part.dashed)}/>'
        case Box():
            place = _attributes(x=part.x, y=part.y, width=part.width, height=part.height, rx=2)
            edge = f' stroke="{ink}"{_dashes(dashed=part.dashed)}' if part.edge else ""
            return f'<rect {place} fill="{ink}" fill-opacity="{_number(part.ground)}"{edge}/>'
        case Disc():
            return _disc(part, ink)
        case Words():
            place = _attributes(x=part.x, y=part.y)
            anchor = "" if part.anchor is Anchor.START else f' text-anchor="{part.anchor}"'
            strong = ' font-weight="600"' if part.strong else ""
            return f'<text {place} dy="0.35em" fill="{ink}"{anchor}{strong}>{escape(part.words)}</text>'


def _disc(disc: Disc, ink: str) -> str:
    place = _attributes(cx=disc.x, cy=disc.y, r=disc.radius)
    ground = ink if disc.filled else _INKS[Ink.SURFACE]
    drawn = f'<circle {place} fill="{ground}" stroke="{ink}" stroke-width="2"{_dashes(dashed=disc.dashed, fine=True)}/>'
    return drawn + (
        f'<circle {_attributes(cx=disc.x, cy=disc.y, r=disc.radius / 2)} fill="{ink}"/>' if disc.dot else ""
    )


def _dashes(*, dashed: bool, fine: bool = False) -> str:
    return f' stroke-dasharray="{"2 2" if fine else "4 3"}"' if dashed else ""


def _attributes(**values: float) -> str:
    return " ".join(f"{name}={quoteattr(_number(value))}" for name, value in values.items())


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
