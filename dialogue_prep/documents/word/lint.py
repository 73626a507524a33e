"""Finds in a finished Word file what a validator of its schema lets pass and office programs stumble over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from dialogue_prep.documents.word.tags import LONGEST_TAG

_REVISIONS = tuple(qn(name) for name in ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange"))
_LONGEST_BOOKMARK = 40


def findings(word: bytes) -> tuple[str, ...]:
    """Return what is wrong with a Word file, a sentence each, with the part it stands in; nothing if all is well."""
    with ZipFile(BytesIO(word)) as package:
        names = package.namelist()
        found = [f"{name}: twice in the zip file" for name, times in Counter(names).items() if times > 1]
        # No parser of ours may open a file or a network address that a part names.
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for name in dict.fromkeys(names):
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(package.read(name), parser)
                found += [f"{name}: {finding}" for finding in _in_part(root)]
    return tuple(found)


def _in_part(root: etree._Element) -> Iterator[str]:
    yield from _twice("content control", (_value(control, "w:id") for control in root.iter(qn("w:sdtPr"))))
    yield from _twice("tag", (_value(control, "w:tag") for control in root.iter(qn("w:sdtPr"))))
    yield from _twice("revision", (node.get(qn("w:id")) for node in root.iter(*_REVISIONS)))
    yield from _tags(root)
    yield from _bookmarks(root)
    yield from _deleted_text(root)
    yield from _fields(root)


def _twice(what: str, ids: Iterator[str | None]) -> Iterator[str]:
    for id_, times in Counter(id_ for id_ in ids if id_ is not None).items():
        if times > 1:
            yield f"{what} {id_} is there {times} times"


def _value(properties: etree._Element, name: str) -> str | None:
    found = properties.find(qn(name))
    return None if found is None else found.get(qn("w:val"))


def _tags(root: etree._Element) -> Iterator[str]:
    for tag in root.iter(qn("w:tag")):
        value = tag.get(qn("w:val")) or ""
        if len(value) > LONGEST_TAG:
            yield f"the tag {value} is longer than {LONGEST_TAG} characters"


def _bookmarks(root: etree._Element) -> Iterator[str]:
    starts = [(node.get(qn("w:id")), node.get(qn("w:name")) or "") for node in root.iter(qn("w:bookmarkStart"))]
    yield from _twice("bookmark", (id_ for id_, _ in starts))
    yield from _twice("bookmark", (name for _, name in starts))
    yield from _twice("the end of bookmark", (node.get(qn("w:id")) for node in root.iter(qn("w:bookmarkEnd"))))
    open_ids: set[str | None] = set()
    for node in root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        id_ = node.get(qn("w:id"))
        if node.tag == qn("w:bookmarkStart"):
            open_ids.add(id_)
        elif id_ in open_ids:
            open_ids.discard(id_)
        else:
            yield f"bookmark {id_} ends before it begins"
    yield from (f"bookmark {id_} does not end" for id_ in sorted(map(str, open_ids)))
    yield from (f"the name of bookmark {name} is too long" for _, name in starts if len(name) > _LONGEST_BOOKMARK)


def _deleted_text(root: etree._Element) -> Iterator[str]:
    for deleted in root.iter(qn("w:del")):
        if next(deleted.iter(qn("w:t")), None) is not None:
            yield f"revision {deleted.get(qn('w:id'))} deletes text that is not marked as deleted"
    for text in root.iter(qn("w:delText")):
        if next(text.iterancestors(qn("w:del")), None) is None:
            yield "text marked as deleted stands outside a deletion"


def _fields(root: etree._Element) -> Iterator[str]:
    """Yield what is wrong with fields made of several parts: each begins, may be separated once, and ends."""
    separated: list[bool] = []
    for node in root.iter(qn("w:fldChar")):
        kind = node.get(qn("w:fldCharType"))
        if kind == "begin":
            separated.append(False)
        elif not separated:
            yield f"a field has its “{kind}” before its “begin”"
        elif kind == "end":
            separated.pop()
        elif separated[-1]:
            yield "a field is separated twice"
        else:
            separated[-1] = True
    if separated:
        yield f"{len(separated)} fields do not end"
