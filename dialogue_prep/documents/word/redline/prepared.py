"""A Word file made ready for comparing: its changes accepted, and nothing left around its runs.

Content controls, bookmarks, links, fields and the marks of editing are taken out of the text; their words stay. What
stands on each page is another part of the file and keeps its fields.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256

from lxml import etree

from dialogue_prep.documents.word.foreign import ForeignFile, W
from dialogue_prep.documents.word.redline.line import UNITS, Surroundings
from dialogue_prep.documents.word.redline.signs import ALTERNATIVES, MATHS, first_choice
from dialogue_prep.documents.word.staff.revisions import accept_changes, remove, unwrap
from dialogue_prep.documents.word.tags import NAMESPACE
from dialogue_prep.system.refusal import Refused

_GONE_WITH_THEIR_RUN = tuple(W + name for name in ("fldChar", "instrText", "commentReference", "annotationRef"))
_BLOCK_WRAPPERS = (W + "sdt", W + "sdtContent", W + "customXml")
_SILENT = tuple(
    W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "bookmarkStart", "bookmarkEnd", "proofErr")
)
_OF_LINES = frozenset((W + "pPr", W + "r", *MATHS))
_OF_BLOCKS = frozenset(W + name for name in ("p", "tbl", "tcPr", "sectPr"))
# Most paragraphs and cells are as they have to be; the others are looked for where that is quick.
_NAMES = {"w": W.strip("{}"), "m": next(iter(MATHS))[1:].partition("}")[0]}
_LINES_WITH_MORE = etree.XPath(
    "descendant::w:p[node()[not(self::w:pPr or self::w:r or self::m:oMath or self::m:oMathPara)]]", namespaces=_NAMES
)
_CELLS_WITH_MORE = etree.XPath(
    "descendant::w:tc[node()[not(self::w:p or self::w:tbl or self::w:tcPr)] or not(*[last()][self::w:p])]",
    namespaces=_NAMES,
)
# Read by what is around it such a paragraph would be there twice.
_PARAGRAPHS_IN_LINES = etree.XPath(
    "boolean(descendant::w:p[parent::w:p or parent::w:r or parent::w:hyperlink or parent::w:fldSimple])",
    namespaces=_NAMES,
)
_LATER = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_IDENTIFIERS = (
    *(W + name for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "rsidTr", "rsidSect")),
    *(_LATER + name for name in ("paraId", "textId")),
)


def prepared(file: ForeignFile) -> tuple[etree._Element, Surroundings]:
    """Return the body of a file, made ready in place, and what is known around it; raises Refused for an odd one."""
    root = file.tree(file.main)
    body = root.find(W + "body")
    if body is None:
        body = etree.SubElement(root, W + "body")
    if _PARAGRAPHS_IN_LINES(body):
        raise Refused("it has paragraphs within paragraphs; open it in Word and save it again")
    for name in (
        file.main,
        *(part for kind in ("header", "footer", "footnotes", "endnotes") for part in file.related(kind)),
    ):
        _accept(file.tree(name))
    _note_units(body, _keys(file))
    _unwrap(body)
    for container in (body, *_CELLS_WITH_MORE(body)):
        _leave_blocks(container)
    return body, Surroundings(_notes(file), _files(file))


def _accept(root: etree._Element) -> None:
    """Accept all changes; a table without rows goes."""
    accept_changes(root)
    for table in list(root.iter(W + "tbl")):
        if next(table.iter(W + "tr"), None) is None:
            remove(table)


def _note_units(body: etree._Element, keys: dict[str, str]) -> None:
    """Note on each paragraph the keys of its units, whose tags stand in controls and bookmarks."""
    found: dict[etree._Element, set[str]] = defaultdict(set)
    for mark in body.iter(W + "bookmarkStart", W + "tag"):
        name = mark.get(W + "name", "").removeprefix("_") or mark.get(W + "val", "")
        if name in keys:
            paragraph = next(mark.iterancestors(W + "p"), None)
            if paragraph is None and mark.tag == W + "tag":
                # A control can stand around its paragraph, too.
                paragraph = next(next(mark.iterancestors(W + "sdt")).iter(W + "p"), None)
            if paragraph is not None:
                found[paragraph].add(keys[name])
    for paragraph, names in found.items():
        paragraph.set(UNITS, " ".join(sorted(names)))


def _keys(file: ForeignFile) -> dict[str, str]:
    """Return the keys of units by their tags, as the manifest of one of our own files has them."""
    for name, part in file.parts.items():
        if name.startswith("customXml/") and NAMESPACE.encode() in part:
            root = file.tree(name)
            return {str(unit.get("tag")): str(unit.get("key")) for unit in root.iter(f"{{{NAMESPACE}}}unit")}
    return {}


def _unwrap(body: etree._Element) -> None:
    etree.strip_elements(body, *_SILENT, with_tail=False)
    etree.strip_tags(body, *_BLOCK_WRAPPERS)
    for element in list(body.iter(*_GONE_WITH_THEIR_RUN)):
        run = element.getparent()
        remove(element)
        if run is not None and all(child.tag == W + "rPr" for child in run):
            remove(run)
    for paragraph in _LINES_WITH_MORE(body):
        _leave_runs(paragraph)
    etree.strip_attributes(body, *_IDENTIFIERS)


def _leave_runs(paragraph: etree._Element) -> None:
    """Leave properties, runs and formulas as the children of a paragraph; what is around runs is opened."""
    while others := [child for child in paragraph if child.tag not in _OF_LINES]:
        for child in others:
            if child.tag == ALTERNATIVES:
                paragraph[paragraph.index(child) : paragraph.index(child) + 1] = list(first_choice(child))
            elif isinstance(child.tag, str) and len(child):
                unwrap(child)
            else:
                remove(child)


def _leave_blocks(container: etree._Element) -> None:
    """Leave paragraphs and tables in a body or a cell; it ends with a paragraph."""
    last = ""
    if (section := container.find(W + "sectPr")) is not None:
        container.append(section)
    for child in list(container):
        if child.tag not in _OF_BLOCKS:
            remove(child)
        elif child.tag in (W + "p", W + "tbl"):
            last = child.tag
    if last != W + "p":
        place = len(container) - (section is not None)
        container.insert(place, etree.Element(W + "p"))


def _notes(file: ForeignFile) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        for name in file.related(f"{kind}s"):
            for note in file.tree(name).iter(W + kind):
                words = "".join(text.text or "" for text in note.iter(W + "t"))
                found[f"{kind} {note.get(W + 'id')}"] = words
    return found


def _files(file: ForeignFile) -> dict[str, str]:
    return {
        one.id: sha256(file.parts[one.target]).hexdigest()
        for one in file.relationships(file.main)
        if not one.external and one.target in file.parts
    }
