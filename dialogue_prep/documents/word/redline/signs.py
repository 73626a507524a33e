"""What stands in a run beside letters, as the words by which it is compared and shown."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from dialogue_prep.documents.word.foreign import W
from dialogue_prep.documents.word.symbols import LEFT_OUT, symbol

OBJECT = "\ufffc"
"""Stands in a text where something is that is no text."""
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATHS = frozenset((f"{_MATHS}oMath", f"{_MATHS}oMathPara"))
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    W + "softHyphen": "\N{SOFT HYPHEN}",
}
_NOTES = frozenset((W + "footnoteReference", W + "endnoteReference"))
_SHAPES = frozenset((W + "drawing", W + "pict", W + "object", ALTERNATIVES))
_OBJECTS = frozenset((W + "sym", W + "ruby", *_NOTES, *_SHAPES, *MATHS))
OTHERS = (*_SIGNS, *_OBJECTS)
"""The tags of all that stands beside letters."""


def sign(element: etree._Element) -> str:
    """Return the one character that stands for a tab, a break or a special hyphen; nothing for anything else."""
    return _SIGNS.get(element.tag, "")


def is_object(element: etree._Element) -> bool:
    """Say whether an element is a picture, a note, a symbol or another thing that is seen and is no text."""
    return element.tag in _OBJECTS


def words_of_object(element: etree._Element) -> str:
    """Return what stands for an object where it cannot be taken along."""
    if element.tag == W + "sym":
        return symbol(element)
    if element.tag == W + "ruby":
        return "".join(text.text or "" for main in element.iter(W + "rubyBase") for text in main.iter(W + "t"))
    if element.tag in MATHS:
        return "".join(str(text) for text in element.itertext()).strip() or LEFT_OUT
    return LEFT_OUT


def first_choice(alternatives: etree._Element) -> etree._Element:
    """Return the element around what a newer Word shows of alternatives that hold whole runs."""
    return next(alternatives.iterchildren(etree.Element), alternatives)


def identity(element: etree._Element, notes: dict[str, str], files: dict[str, str]) -> str:
    """Return what tells an object from others: the words of a note, the content of a picture, else its own XML.

    `notes` gives words by kind and number of a note, `files` a hash by the identifier of a relation.
    """
    if element.tag in _NOTES:
        kind = etree.QName(element).localname.removesuffix("Reference")
        name = f"{kind} {element.get(W + 'id')}"
        return f"note {notes.get(name, '')}"
    if element.tag in _SHAPES:
        held = sorted(files.get(relation, "") for relation in _relations(element))
        words = "".join(text.text or "" for text in element.iter(W + "t"))
        return f"shape {held} {words}"
    return words_of_object(element)


def _relations(element: etree._Element) -> Iterator[str]:
    for node in element.iter(etree.Element):
        yield from (str(value) for name, value in node.attrib.items() if str(name).startswith(_RELATIONS))
