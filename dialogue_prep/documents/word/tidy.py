"""Takes out of the XML of a Word file what says how the file came to be: wrappers, marks and identifiers, no words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from dialogue_prep.documents.word.foreign import ForeignFile, R, W, is_xml
from dialogue_prep.documents.wording import phrase

_WRAPPERS = {W + "sdt": W + "sdtContent", W + "smartTag": None, W + "customXml": None}
_MARKS = frozenset(
    W + name
    for name in (
        *("proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd"),
        *("commentReference", "smartTagPr", "customXmlPr", "rsid", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd", "attachedSchema", "annotationRef"),
    )
)
_BOOKMARKS = (W + "bookmarkStart", W + "bookmarkEnd")
_WORD_YEARS = re.compile(r"http://schemas\.microsoft\.com/office/word/20\d\d/")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/"
_NAMED = frozenset((f"{_DRAWN}wordprocessingDrawing}}docPr", f"{_DRAWN}picture}}cNvPr"))
_CLICK = f"{_DRAWN}main}}hlinkClick"


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was taken out, each as a few words that end a sentence."""

    said: tuple[str, ...]


def tidied(file: ForeignFile, names: Iterable[str], roots: Mapping[str, etree._Element] | None = None) -> Tidied:
    """Take all of it out of these parts of a file, or of these `roots` in their place; say what there was.

    Without `roots` copies are tidied, so that the file stays as it is.
    """
    wanted = _anchors(file)
    said: dict[str, None] = {}
    for name in sorted(names):
        if is_xml(name) and name in file.parts:
            root = (roots or {}).get(name)
            copy = etree.fromstring(etree.tostring(file.tree(name))) if root is None else root
            said |= dict.fromkeys(_tidy(copy, wanted))
    return Tidied(tuple(said))


def _tidy(root: etree._Element, wanted: frozenset[str]) -> Iterator[str]:
    if _unwrap(root):
        yield phrase("wrappers around words (content controls, tags)")
    if _drop([node for node in root.iter() if not isinstance(node.tag, str)]):
        yield phrase("remarks in the XML")
    if _drop(list(root.iter(*_MARKS))):
        yield phrase("marks of editing")
    if _drop(_bookmarks(root, wanted)):
        yield phrase("bookmarks")
    if _unlink(root):
        yield phrase("links that lead out of the file")
    if _strip_identifiers(root):
        yield phrase("numbers of editing sessions")
    _rename_pictures(root)


def _unwrap(root: etree._Element) -> int:
    count = 0
    for wrapper in list(root.iter(*_WRAPPERS)):
        inner = _WRAPPERS[wrapper.tag]
        content = wrapper if inner is None else wrapper.find(inner)
        _put_instead(wrapper, [] if content is None else list(content))
        count += 1
    return count


def _put_instead(element: etree._Element, children: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = children


def _drop(nodes: Iterable[etree._Element]) -> int:
    count = 0
    for node in nodes:
        parent = node.getparent()
        if parent is not None:
            if node.tail and node.tail.strip():
                before = node.getprevious()
                if before is None:
                    parent.text = (parent.text or "") + node.tail
                else:
                    before.tail = (before.tail or "") + node.tail
            parent.remove(node)
            count += 1
    return count


def _bookmarks(root: etree._Element, wanted: frozenset[str]) -> list[etree._Element]:
    kept = {node.get(W + "id") for node in root.iter(_BOOKMARKS[0]) if node.get(W + "name", "").casefold() in wanted}
    return [node for node in root.iter(*_BOOKMARKS) if node.get(W + "id") not in kept]


def _anchors(file: ForeignFile) -> frozenset[str]:
    """Return the bookmarks that the contents and links within the file lead to."""
    named: set[str] = set()
    for _name, root in file.trees():
        named |= {link.get(W + "anchor", "").casefold() for link in root.iter(W + "hyperlink")}
        for node in root.iter(W + "instrText"):
            named |= {word.strip('"').casefold() for word in (node.text or "").split()}
    return frozenset(named - {""})


def _unlink(root: etree._Element) -> int:
    """Leave the words of links that lead out of the file, without the link."""
    out = [link for link in root.iter(W + "hyperlink") if link.get(R + "id") is not None]
    for link in out:
        _put_instead(link, list(link))
    return len(out) + _drop(list(root.iter(_CLICK)))


def _strip_identifiers(root: etree._Element) -> int:
    count = 0
    for node in root.iter(etree.Element):
        for name in list(node.attrib):
            space, local = etree.QName(name).namespace or "", etree.QName(name).localname
            if local.startswith("rsid") or _WORD_YEARS.match(space):
                del node.attrib[name]
                count += 1
    later = [node for node in root.iter(etree.Element) if _WORD_YEARS.match(etree.QName(node).namespace or "")]
    return count + _drop([node for node in later if _within_properties(node)])


def _within_properties(node: etree._Element) -> bool:
    """Say whether an element of a later Word only adds to the properties of a run: a shape is no such thing."""
    parent = node.getparent()
    return parent is not None and parent.tag in (W + "rPr", W + "settings", W + "pPr", W + "style")


def _rename_pictures(root: etree._Element) -> None:
    """Give pictures plain names: a program names them after their file, with its path."""
    for number, node in enumerate(root.iter(*_NAMED), start=1):
        node.set("name", f"Picture {number}")
        if "title" in node.attrib:
            del node.attrib["title"]
