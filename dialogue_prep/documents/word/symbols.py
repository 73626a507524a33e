"""Symbols of a Word file, each a letter of a font of signs, as text."""

from __future__ import annotations

from types import MappingProxyType

from lxml import etree

from dialogue_prep.documents.word.foreign import W

LEFT_OUT = "[…]"
"""Stands for what no text can say."""

_TYPED = MappingProxyType(
    {0x4A: "☺", 0x4C: "☹", 0xDF: "←", 0xE0: "→", 0xE7: "⇐", 0xE8: "⇒", 0xF3: "⇔", 0xFC: "✓", 0xFB: "✗"}
)
"""Signs of Wingdings that Word puts in the place of what is typed, as “-->”, and ticks, by the last byte."""


def symbol(element: etree._Element) -> str:
    """Return the letter of a symbol; most of a font of signs have places of their own, which no other font fills."""
    try:
        code = int(element.get(W + "char", ""), 16)
        letter = chr(code)
    except (ValueError, OverflowError):
        return LEFT_OUT
    if element.get(W + "font") == "Wingdings" and code & 0xFF in _TYPED:
        return _TYPED[code & 0xFF]
    return letter if letter.isprintable() else LEFT_OUT
