"""What stands on each page of a paper in a template: the template's own head and foot, filled, and the marking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import cast

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from dialogue_prep.documents.model import Document, NewSection, Paragraph, Role, Run
from dialogue_prep.documents.word.body import BodyWriter
from dialogue_prep.documents.word.staff.clean import FIRST_ID, number_drawings
from dialogue_prep.documents.word.staff.filling import fill_fields
from dialogue_prep.documents.word.staff.lines import lines_in
from dialogue_prep.documents.word.staff.names import OFFICE, r, w

MARKING = "paper.marking"

_KINDS = ("header", "footer")
_EACH_TIME_ANEW = ("type", "titlePg", "pgNumType")
"""What of the properties of a section holds where it begins, and not where a part of a book does."""


class PageWriter:
    """Writes heads and feet of the sections of one Word file.

    `fields` fill the placeholders; that of the marking differs between the parts of a book.
    """

    def __init__(self, word: WordDocument, document: Document, fields: Mapping[str, str], body: BodyWriter) -> None:
        self._word, self._document, self._body = word, document, body
        self._fields = fields
        self._next_drawing = FIRST_ID
        self._even = word.settings.element.find(w("evenAndOddHeaders")) is not None
        self._sections = list(word.element.iter(w("sectPr")))
        for properties in self._sections:
            self._complete(properties)
        self._parts = {
            id_: cast("XmlPart", relation.target_part)
            for id_, relation in word.part.rels.items()
            if relation.reltype.rpartition("/")[2] in _KINDS
        }
        self._unfilled = {id_: deepcopy(part.element) for id_, part in self._parts.items()}
        self._mark(dict.fromkeys(self._parts.values()), document.marking, document.header, document.footer)

    def begin(self, section: etree._Element, begun: Sequence[NewSection]) -> list[str]:
        """Begin new sections within one of the template; return the properties of all that end there but the last.

        The properties of the last one are put into the template's section, at the end of which it ends.
        """
        inner = [deepcopy(section), *(self._inner(section, one) for one in begun)]
        section[:] = list(deepcopy(inner[-1]))
        return [str(etree.tostring(one, encoding="unicode")) for one in inner[:-1]]

    def _complete(self, properties: etree._Element) -> None:
        """See that there is a head and a foot for each kind of page that a section has."""
        kinds = ["default"]
        if properties.find(w("titlePg")) is not None:
            kinds.append("first")
        if self._even:
            kinds.append("even")
        for kind in _KINDS:
            present = {one.get(w("type"), "default") for one in properties.iterchildren(w(f"{kind}Reference"))}
            for missing in (one for one in kinds if one not in present and not self._inherited(properties, kind, one)):
                part, id_ = self._new_part(kind)
                part.element[:] = []
                self._refer(properties, kind, missing, id_)

    def _inherited(self, properties: etree._Element, kind: str, page: str) -> bool:
        """Say whether an earlier section has a head or foot for such pages, which then goes on."""
        for earlier in self._sections:
            if earlier is properties:
                return False
            if any(one.get(w("type"), "default") == page for one in earlier.iterchildren(w(f"{kind}Reference"))):
                return True
        return False

    def _mark(
        self,
        parts: Iterable[XmlPart],
        marking: str,
        header: tuple[Paragraph, ...],
        footer: tuple[Paragraph, ...],
    ) -> None:
        """Fill heads and feet, and add the marking to those that have no place for it."""
        for part in parts:
            element = part.element
            head = element.tag == w("hdr")
            placed = any(one.name == MARKING for _p, line in lines_in(element) for one in line.placeholders)
            fill_fields(element, {**self._fields, MARKING: marking}, self._document.language)
            if placed:
                continue
            empty = _says_nothing(element)
            lines = [line for line in (header if head else _foot(footer, marking, empty=empty)) if line.inlines]
            made = list(parse_xml(f"<w:body {nsdecls('w')}>{self._body.write(lines)}</w:body>"))
            if empty:
                element[:] = made or [parse_xml(f"<w:p {nsdecls('w')}/>")]
            elif head and marking:
                element[:0] = made
            elif not head:
                element.extend(made)

    def _inner(self, section: etree._Element, begun: NewSection) -> etree._Element:
        """Return the properties of a section within one of the template, with heads and feet of its own."""
        made = deepcopy(section)
        for name in _EACH_TIME_ANEW:
            for one in made.findall(w(name)):
                made.remove(one)
        parts = []
        for kind in _KINDS:
            for page, former in self._shown(section, kind).items():
                part, id_ = self._new_part(kind)
                part.element[:] = [deepcopy(child) for child in self._unfilled[former]]
                _relate_alike(self._parts[former], part)
                self._next_drawing = number_drawings([part.element], self._next_drawing)
                for reference in [one for one in made.findall(w(f"{kind}Reference")) if one.get(w("type")) == page]:
                    made.remove(reference)
                self._refer(made, kind, page, id_)
                parts.append(part)
        self._mark(parts, _marking_of(begun), begun.header, begun.footer)
        return made

    def _shown(self, section: etree._Element, kind: str) -> dict[str, str]:
        """Return the identifiers of the heads or feet that a section of the template shows, by kind of page."""
        shown: dict[str, str] = {}
        for properties in self._sections:
            for one in properties.iterchildren(w(f"{kind}Reference")):
                if (id_ := str(one.get(r("id")))) in self._unfilled:
                    shown[one.get(w("type"), "default")] = id_
            if properties is section:
                break
        return {page: id_ for page, id_ in shown.items() if page != "first"}

    def _new_part(self, kind: str) -> tuple[XmlPart, str]:
        document = self._word.part
        part, id_ = document.add_header_part() if kind == "header" else document.add_footer_part()  # type: ignore[no-untyped-call]
        return cast("XmlPart", part), id_

    def _refer(self, properties: etree._Element, kind: str, page: str, id_: str) -> None:
        reference = etree.Element(w(f"{kind}Reference"))
        reference.set(w("type"), page)
        reference.set(r("id"), id_)
        properties.insert(0, reference)


def _relate_alike(source: XmlPart, made: XmlPart) -> None:
    """Relate a copy to what the part is related to of which it is one, such as a picture."""
    for element in made.element.iter(etree.Element):
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{OFFICE}}}") and value in source.rels:
                relation = source.rels[value]
                target = relation.target_ref if relation.is_external else relation.target_part
                element.set(name, made.relate_to(target, relation.reltype, relation.is_external))


def _says_nothing(element: etree._Element) -> bool:
    objects = next(element.iter(w("drawing"), w("pict"), w("fldSimple"), w("fldChar"), w("tbl")), None)
    return objects is None and not any(line.text.strip() for _paragraph, line in lines_in(element))


def _foot(footer: tuple[Paragraph, ...], marking: str, *, empty: bool) -> tuple[Paragraph, ...]:
    """Return what is added at the foot: all of ours where the template has nothing there, else the marking alone."""
    if empty:
        return footer
    marked = any(marking in inline.text for p in footer for inline in p.inlines if isinstance(inline, Run))
    return (Paragraph((Run(marking),), Role.PAGE_FOOT),) if marking and marked else ()


def _marking_of(section: NewSection) -> str:
    lines = [line for line in (*section.header, *section.footer) if line.role is Role.PAGE_MARKING]
    return "\n".join("".join(one.text for one in line.inlines if isinstance(one, Run)) for line in lines)
