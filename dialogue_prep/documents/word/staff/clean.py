"""A template without what does not belong into papers: where it leads, whom it names, what could act by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from lxml import etree

from dialogue_prep.documents.word.page_settings import SHAPING
from dialogue_prep.documents.word.staff.field_codes import take_out_fields
from dialogue_prep.documents.word.staff.lines import line_of
from dialogue_prep.documents.word.staff.names import MAIN, OFFICE, each_of, mc, w
from dialogue_prep.documents.word.staff.revisions import accept_changes, remove, take_out_marks, unwrap

_LEADS_OUT = each_of("object control altChunk subDoc movie contentPart printerSettings")
_CONTROL_KEPT = frozenset(
    map(w, ("rPr", "alias", "id", "text", "richText", "date", "dropDownList", "comboBox", "picture", "equation"))
)
_LEVEL = each_of("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PATH = re.compile(r"[\\/]|\.\w{3,4}$")
_A4 = (
    f'<w:sectPr xmlns:w="{MAIN}"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417"'
    ' w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
# Higher than any that a paper gives out, so that no two things of one file bear the same.
FIRST_ID = 900_000_000


@dataclass(slots=True)
class Aside:
    """What was left aside of a template, and how often."""

    changes: int = 0
    comments: int = 0
    protected: bool = False
    fields: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    """By the kind of relation: oleObject, chart, font ..."""


def clean_part(root: etree._Element, kept: Collection[str], aside: Aside) -> None:
    """Clean the tree of one part; `kept` are the identifiers of the relations that it may go on using."""
    _settle_alternatives(root)
    aside.changes += accept_changes(root)
    aside.comments += take_out_marks(root)
    aside.fields.update(take_out_fields(root))
    _take_out_what_leads_out(root, kept)
    _clean_controls(root)
    _clean_bookmarks(root)
    _clean_names(root)


def clean_body(body: etree._Element) -> None:
    """See that the text ends with the properties of its last section: what stands on each page hangs on them."""
    own = [child for child in body if child.tag == w("sectPr")]
    section = own[-1] if own else etree.fromstring(_A4)
    for one in own:
        body.remove(one)
    body.append(section)


def number_drawings(roots: Iterable[etree._Element], first: int = 1) -> int:
    """Give every drawing a number of its own, through all these parts; return the next one that is free."""
    for root in roots:
        for element in root.iter(_DRAWING):
            element.set("id", str(first))
            first += 1
    return first


def clean_settings(root: etree._Element, aside: Aside) -> None:
    """Keep of the settings what shapes pages; who may edit, with what it was made and from where is left aside."""
    take_out_marks(root)
    protected = (w("documentProtection"), w("writeProtection"))
    aside.protected = any(child.tag in protected for child in root)
    for child in list(root):
        if child.tag not in SHAPING:
            root.remove(child)
    compatibility = root.find(w("compat"))
    if compatibility is None:
        compatibility = etree.Element(w("compat"))
        after = [w(name) for name in ("themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator")]
        place = next((number for number, child in enumerate(root) if child.tag in after), len(root))
        root.insert(place, compatibility)
    modes = [one for one in compatibility if one.get(w("name")) == "compatibilityMode"]
    for mode in modes[1:]:
        compatibility.remove(mode)
    mode = modes[0] if modes else etree.SubElement(compatibility, w("compatSetting"))
    mode.set(w("name"), "compatibilityMode")
    mode.set(w("uri"), "http://schemas.microsoft.com/office/word")
    mode.set(w("val"), "15")


def clean_numbering(root: etree._Element) -> None:
    """Put what makes up a level of a list into the order in which Word wants it; not every program keeps to that."""
    for level in root.iter(w("lvl")):
        level[:] = sorted(level, key=lambda child: _LEVEL.index(child.tag) if child.tag in _LEVEL else len(_LEVEL))


def clean_styles(root: etree._Element) -> None:
    """See that the language of a paper can be set for all of its text: once, and not in the ordinary paragraph."""
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        root.insert(0, defaults)
    for name in ("rPrDefault", "rPr", "lang"):
        found = defaults.find(w(name))
        if found is None:
            found = etree.Element(w(name))
            defaults.insert(0 if name == "rPrDefault" else len(defaults), found)
        defaults = found
    for style in list(root.iterchildren(w("style"))):
        name = style.find(w("name"))
        if name is None or not name.get(w("val")) or not style.get(w("styleId")):
            remove(style)
        elif style.get(w("default")) in ("1", "true", "on"):
            for language in list(style.iter(w("lang"))):
                remove(language)


def _settle_alternatives(root: etree._Element) -> None:
    """Have words that are there in two forms in the one that every program knows; drawings keep both of theirs."""
    for element in list(root.iter(mc("AlternateContent"))):
        if next(element.iter(w("drawing"), w("pict"), w("object")), None) is None and len(element):
            chosen = element[-1]  # what is for older programs comes last
            unwrap(chosen)
            for other in element.findall(mc("Choice")):
                element.remove(other)
            unwrap(element)


def _take_out_what_leads_out(root: etree._Element, kept: Collection[str]) -> None:
    for element in list(root.iter(*_LEADS_OUT)):
        remove(_shown_as(element))
    for element in list(root.iter(etree.Element)):
        used = [value for name, value in element.attrib.items() if str(name).startswith(f"{{{OFFICE}}}")]
        if all(value in kept for value in used):
            continue
        if element.tag == w("hyperlink"):
            unwrap(element)
        else:
            remove(_shown_as(element))


def _shown_as(element: etree._Element) -> etree._Element:
    """Return the element that goes with one inside it: a drawing without its picture is none."""
    shown = element
    for above in element.iterancestors():
        if above.tag in (w("drawing"), w("pict"), w("object"), mc("AlternateContent")):
            shown = above
        elif above.tag == w("r"):
            break
    return shown


def _clean_controls(root: etree._Element) -> None:
    """Keep content controls as places to fill in; one that is bound elsewhere or holds a placeholder is opened."""
    kept = 0
    for control in list(root.iter(w("sdt"))):
        properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
        if content is None:
            remove(control)
            continue
        bound = properties is None or any(
            properties.find(w(name)) is not None for name in ("dataBinding", "docPartObj", "docPartList", "group")
        )
        if bound or "{" in "".join(line_of(content).text):
            for name in ("sdtPr", "sdtEndPr"):
                if (part := control.find(w(name))) is not None:
                    control.remove(part)
            unwrap(content)
            unwrap(control)
            continue
        assert properties is not None
        for child in list(properties):
            if child.tag not in _CONTROL_KEPT:
                properties.remove(child)
        if (id_ := properties.find(w("id"))) is not None:
            id_.set(w("val"), str(FIRST_ID + kept))
            kept += 1


def _clean_bookmarks(root: etree._Element) -> None:
    """Keep the bookmarks to which something refers, with numbers of their own."""
    used = {str(link.get(w("anchor"))) for link in root.iter(w("hyperlink")) if link.get(w("anchor"))}
    instructions = [one.text or "" for one in root.iter(w("instrText"))]
    instructions += [one.get(w("instr"), "") for one in root.iter(w("fldSimple"))]
    used |= {word for instruction in instructions for word in instruction.split()}
    numbers: dict[str | None, str] = {}
    for start in list(root.iter(w("bookmarkStart"))):
        if start.get(w("name")) in used and start.get(w("id")) not in numbers:
            numbers[start.get(w("id"))] = str(FIRST_ID + len(numbers))
            start.set(w("id"), numbers[start.get(w("id"))])
        else:
            remove(start)
    for end in list(root.iter(w("bookmarkEnd"))):
        number = numbers.pop(end.get(w("id")), None)
        if number is None:
            remove(end)
        else:
            end.set(w("id"), number)
    for start in list(root.iter(w("bookmarkStart"))):
        if start.get(w("id")) in numbers.values():
            remove(start)


def _clean_names(root: etree._Element) -> None:
    """Take out the names of files from which pictures came, and newer forms of a picture beside the common one."""
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element)
        if name.localname in ("cNvPr", "docPr"):
            element.set("name", "Picture")
            for attribute in ("descr", "title"):
                if _PATH.search(element.get(attribute, "")):
                    del element.attrib[attribute]
        elif name.localname == "blip":
            for extension in [child for child in element if etree.QName(child).localname == "extLst"]:
                element.remove(extension)
        elif name.namespace == "urn:schemas-microsoft-com:vml":
            for attribute in list(element.attrib):
                told = etree.QName(attribute).localname in ("title", "alt", "href")
                if told and _PATH.search(element.get(attribute, "")):
                    del element.attrib[attribute]
