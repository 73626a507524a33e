"""Gives a template the styles of papers that it lacks, from ours, with the lists that they number or mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from dialogue_prep.documents.word.staff.names import w
from dialogue_prep.documents.word.styles import NEEDED

_FROM_THE_LEFT = frozenset(
    name.casefold()
    for name in (
        "Cell", "Cell Quiet", "Cell Remark", "Column Head", "Overline", "Title", "Part Title", "Details", "Item Line",
        "toc 1",
    )
)  # fmt: skip
"""Styles that begin at the left edge, whatever the ordinary paragraph of the template does."""
_OUR_INK = "1A1F29"
_PARAGRAPH_BEFORE_INDENT = (
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "outlineLvl",
)


def missing_styles(found: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the names of the styles that a template lacks; it has those `found`, by lower-case name and type."""
    there = dict(found)
    return tuple(name for name, kind in NEEDED.items() if there.get(name.casefold()) != kind)


def supply(word: WordDocument, ours: bytes) -> None:
    """Add to a Word file what it lacks of what papers need, from the file `ours`, which has it all."""
    present = {relation.reltype for relation in word.part.rels.values()}
    absent = [kind for kind in (RELATIONSHIP_TYPE.THEME, RELATIONSHIP_TYPE.FONT_TABLE) if kind not in present]
    missing = missing_styles(_types(word))
    if not absent and not missing:
        return
    source = docx.Document(BytesIO(ours))
    for kind in absent:
        word.part.relate_to(source.part.part_related_by(kind), kind)
    if missing:
        _supply_styles(word, source, missing)


def _supply_styles(word: WordDocument, source: WordDocument, missing: tuple[str, ...]) -> None:
    theirs, own = word.styles.element, source.styles.element
    by_name = {_name(style): style for style in own.iterchildren(qn("w:style"))}
    missing = (*_bases(theirs, by_name, missing), *missing)
    _make_room(theirs, missing)
    ids = _ids(theirs, own, missing)
    lists = _lists(word, source, ids)
    for name in missing:
        style = deepcopy(by_name[name.casefold()])
        style.set(w("styleId"), ids[by_name[name.casefold()].get(w("styleId"))])
        if (above := style.find(w("basedOn"))) is not None:
            above.set(w("val"), ids[above.get(w("val"))])
        for number in style.iter(w("numId")):
            number.set(w("val"), lists[number.get(w("val"))])
        _adapt(style, name)
        theirs.append(style)


def _bases(styles: etree._Element, ours: Mapping[str, etree._Element], missing: Iterable[str]) -> list[str]:
    """Return the names of the styles on which missing ones rest, where a template has neither these nor any like it."""
    by_id = {style.get(w("styleId")): name for name, style in ours.items()}
    there = {_name(style) for style in styles.iterchildren(w("style"))} | {name.casefold() for name in missing}
    usual = {style.get(w("type")) for style in styles.iterchildren(w("style")) if _is_default(style)}
    bases = []
    for name in missing:
        above = ours[name.casefold()].find(w("basedOn"))
        base = by_id[above.get(w("val"))] if above is not None else name.casefold()
        if base not in there and ours[base].get(w("type")) not in usual:
            bases.append(base)
            there.add(base)
    return bases


def _is_default(style: etree._Element) -> bool:
    return style.get(w("default")) in ("1", "true", "on")


def _types(word: WordDocument) -> list[tuple[str, str]]:
    return [
        (_name(style), str(style.get(w("type"), "paragraph")))
        for style in word.styles.element.iterchildren(qn("w:style"))
    ]


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else str(name.get(w("val"), "")).casefold()


def _make_room(styles: etree._Element, missing: Iterable[str]) -> None:
    """Give another name to a style of another type that has the name of one that is missing."""
    wanted = {name.casefold() for name in missing}
    for style in styles.iterchildren(w("style")):
        if _name(style) in wanted and (name := style.find(w("name"))) is not None:
            name.set(w("val"), f"{name.get(w('val'))} ({style.get(w('type'), 'paragraph')})")


def _ids(theirs: etree._Element, ours: etree._Element, missing: Iterable[str]) -> dict[str, str]:
    """Return for each style of ours the identifier of the one that stands for it in the template."""
    wanted = {name.casefold() for name in missing}
    taken = {str(style.get(w("styleId"))) for style in theirs.iterchildren(w("style"))}
    there = {_name(style): str(style.get(w("styleId"))) for style in theirs.iterchildren(w("style"))}
    defaults = {
        str(style.get(w("type"))): str(style.get(w("styleId")))
        for style in theirs.iterchildren(w("style"))
        if _is_default(style)
    }
    ids = {}
    for style in ours.iterchildren(w("style")):
        own, name = str(style.get(w("styleId"))), _name(style)
        if name in wanted:
            ids[own] = next(id_ for n in range(len(taken) + 1) if (id_ := own + (str(n) if n else "")) not in taken)
            taken.add(ids[own])
        else:
            ids[own] = there.get(name) or defaults.get(str(style.get(w("type"))), own)
    return ids


def _lists(word: WordDocument, source: WordDocument, ids: Mapping[str, str]) -> dict[str, str]:
    """Add our lists to those of a template; return the new number of each of ours."""
    theirs, ours = word.part.numbering_part.element, source.part.numbering_part.element
    last_abstract = _highest(theirs, "abstractNum", "abstractNumId")
    last_number = _highest(theirs, "num", "numId")
    first_number = next(iter(theirs.iterchildren(w("num"))), None)
    numbers = {}
    for place, abstract in enumerate(ours.iterchildren(w("abstractNum")), 1):
        made = deepcopy(abstract)
        made.set(w("abstractNumId"), str(last_abstract + place))
        for style in made.iter(w("pStyle")):
            style.set(w("val"), ids[style.get(w("val"))])
        if first_number is None:
            theirs.append(made)
        else:
            first_number.addprevious(made)
        numbers[abstract.get(w("abstractNumId"))] = str(last_abstract + place)
    told = {}
    for place, number in enumerate(ours.iterchildren(w("num")), 1):
        made = deepcopy(number)
        told[str(number.get(w("numId")))] = str(last_number + place)
        made.set(w("numId"), str(last_number + place))
        reference = made.find(w("abstractNumId"))
        reference.set(w("val"), numbers[reference.get(w("val"))])
        theirs.append(made)
    return told


def _highest(numbering: etree._Element, kind: str, attribute: str) -> int:
    told = (str(one.get(w(attribute))) for one in numbering.iterchildren(w(kind)))
    return max((int(number) for number in told if number.isdecimal()), default=0)


def _adapt(style: etree._Element, name: str) -> None:
    """Let a style take what is the template's own: the colour of its ink, the size of its running text."""
    look, shape = style.find(w("rPr")), style.find(w("pPr"))
    if look is not None:
        for colour in look.findall(w("color")):
            if colour.get(w("val")) == _OUR_INK:
                look.remove(colour)
        if name == "Body Text":
            for size in (*look.findall(w("sz")), *look.findall(w("szCs"))):
                look.remove(size)
    if shape is not None and name.casefold() in _FROM_THE_LEFT and shape.find(w("ind")) is None:
        indent = etree.Element(w("ind"))
        for side in ("left", "right", "firstLine", "firstLineChars"):
            indent.set(w(side), "0")
        later = [child for child in shape if etree.QName(child).localname in _PARAGRAPH_BEFORE_INDENT]
        shape.insert(shape.index(later[0]) if later else len(shape), indent)
        if shape.find(w("jc")) is None:
            left = etree.Element(w("jc"))
            left.set(w("val"), "left")
            shape.insert(shape.index(indent) + 1, left)
