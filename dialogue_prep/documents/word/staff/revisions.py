"""A template without its history: tracked changes are accepted, comments and marks of its making taken out."""

from __future__ import annotations

from lxml import etree

from dialogue_prep.documents.word.staff.names import COMPATIBILITY, MAIN, each_of, mc, w

_TAKEN_IN = each_of("ins moveTo")
_GONE = each_of("del moveFrom")
_GOING_ON = etree.XPath("descendant::w:p[w:pPr/w:rPr[w:del or w:moveFrom]]", namespaces={"w": MAIN})
_FORMER = each_of(
    "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange tblGridChange "
    "numberingChange cellIns cellDel cellMerge"
)
_MARKS = each_of(
    "proofErr lastRenderedPageBreak permStart permEnd commentRangeStart commentRangeEnd commentReference "
    "annotationRef moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart "
    "customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart "
    "customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd rsid rsids"
)
_UNSEEN = frozenset((*_MARKS, w("rPr")))
_BOOKMARKS = each_of("bookmarkStart bookmarkEnd")
_BLOCKS = each_of("p tbl")
_AROUND_BLOCKS = each_of("sdt sdtContent customXml")
_WRAPPERS = each_of("smartTag customXml")
_OF_WRAPPERS = each_of("smartTagPr customXmlPr")


def accept_changes(root: etree._Element) -> int:
    """Accept every tracked change of a part; return how many there were."""
    going_on = _GOING_ON(root)
    former = list(root.iter(*_FORMER))
    for element in former:
        remove(element)
    changes = list(root.iter(*_TAKEN_IN, *_GONE))
    for element in changes:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tag in _TAKEN_IN:
            unwrap(element)
        elif parent.tag == w("trPr"):
            row = parent.getparent()
            if row is not None:
                remove(row)
        else:
            remove(element)
    # The last one first: so nothing is carried along from one paragraph to the next, over and over.
    for paragraph in reversed(going_on):
        _join_to_next(paragraph)
    return len(changes) + len(former)


def _join_to_next(paragraph: etree._Element) -> None:
    """Let a paragraph whose end was deleted go on in the next one; before a table one that says nothing is gone."""
    following = _behind(paragraph)
    if following is None:
        return
    if following.tag == w("p"):
        begin = 0 if following.find(w("pPr")) is None else 1
        following[begin:begin] = [child for child in paragraph if child.tag != w("pPr")]
    elif _is_seen(paragraph):
        return
    parent = paragraph.getparent()
    if parent is not None:
        place = parent.index(paragraph)
        # Where a bookmark begins or ends it still does: its other end may stand elsewhere.
        parent[place : place + 1] = list(paragraph.iter(*_BOOKMARKS))


def _is_seen(paragraph: etree._Element) -> bool:
    """Say whether a paragraph holds more than marks, and wrappers around nothing."""
    parts = (one for run in paragraph.iter(w("r")) for one in run if one.tag not in _UNSEEN)
    return any(one.text or one.tag != w("t") for one in parts) or next(paragraph.iter("{*}oMath"), None) is not None


def _behind(paragraph: etree._Element) -> etree._Element | None:
    """Return the paragraph or table behind a paragraph; a control around the one or the other keeps nothing apart."""
    place: etree._Element | None = paragraph
    while place is not None:
        for sibling in place.itersiblings(*_BLOCKS, *_AROUND_BLOCKS):
            if (found := next(sibling.iter(*_BLOCKS), None)) is not None:
                return found
        place = place.getparent()
        if place is not None and place.tag not in _AROUND_BLOCKS:
            return None
    return None


def take_out_marks(root: etree._Element) -> int:
    """Take out what programs note for themselves and between people; return how many comments there were."""
    comments = sum(1 for _one in root.iter(w("commentReference")))
    for element in list(root.iter(*_MARKS, *_OF_WRAPPERS)):
        parent = element.getparent()
        remove(element)
        if parent is not None and parent.tag == w("r") and all(child.tag == w("rPr") for child in parent):
            remove(parent)
    for element in list(root.iter(*_WRAPPERS)):
        unwrap(element)
    _take_out_ignorable(root)
    return comments


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def remove(element: etree._Element) -> None:
    """Take an element out, with all below it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _take_out_ignorable(root: etree._Element) -> None:
    """Take out what the part itself says any program may leave aside: identifiers of paragraphs, traces of saving."""
    required = {prefix for one in root.iter(mc("Choice")) for prefix in one.get("Requires", "").split()}
    ignorable = set(root.attrib.pop(mc("Ignorable"), "").split()) - required
    spaces = {str(uri) for prefix, uri in root.nsmap.items() if prefix in ignorable}
    for element in list(root.iter(etree.Element)):
        if etree.QName(element).namespace in spaces and element is not root:
            remove(element)
            continue
        for name in list(element.attrib):
            key = etree.QName(name)
            saved = key.namespace in (w("")[1:-1], None) and str(key.localname).startswith("rsid")
            if saved or key.namespace in spaces or key.namespace == COMPATIBILITY:
                del element.attrib[name]
