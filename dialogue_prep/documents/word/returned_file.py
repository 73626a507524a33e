"""What an edited Word file says: run in the guard's child, over bytes that anybody may have made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from dialogue_prep.documents.word.collecting import without_collecting
from dialogue_prep.documents.word.foreign import ForeignFile, W, on
from dialogue_prep.documents.word.returned_lines import SIGNS, LineReader
from dialogue_prep.documents.word.tags import NAMESPACE, PROPERTY

_DC = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS = "{http://purl.org/dc/terms/}"
_VALUES = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"
_PROGRAMS = (("libreoffice", "LibreOffice"), ("wps", "WPS Office"), ("kingsoft", "WPS Office"), ("microsoft", "Word"))
_GOOGLE = b'w:rsidDel="00000000"'
_NOTES = {"comments": "comment", "footnotes": "footnote", "endnotes": "endnote"}


def look(data: bytes) -> dict[str, object]:
    """Return what is in an edited copy, as JSON values; nothing in it is followed. Raises Refused.

    `lines` are its paragraphs in reading order with every tracked change accepted, each as `LineReader` has it;
    `comments` its comments and notes, each [words, author, day, line, character]. The rest is as `ReturnedFile` has it.
    """
    with without_collecting():
        return _look(ForeignFile(data))


def _look(file: ForeignFile) -> dict[str, object]:
    reader = LineReader(_addresses(file), _list_styles(file))
    reader.read(file.body())
    paper, version, profile, keys = _manifest(file)
    author, saved = _saved(file)
    return {
        "paper": paper,
        "version": version,
        "profile": profile,
        "keys": keys,
        "named": _named(file),
        "program": _program(file),
        "author": author,
        "on": saved,
        "lines": reader.lines,
        "comments": list(_remarks(file, reader)),
        "insertions": reader.insertions,
        "deletions": reader.deletions,
        "changes": sorted(Counter(reader.authors).items()),
    }


def _manifest(file: ForeignFile) -> tuple[str, int, str, dict[str, str]]:
    for name in file.parts:
        if name.startswith("customXml/") and name.endswith(".xml") and NAMESPACE.encode() in file.parts[name]:
            root = file.tree(name)
            if root.tag == f"{{{NAMESPACE}}}manifest":
                version = root.get("version", "")
                keys = {unit.get("tag", ""): unit.get("key", "") for unit in root.iterchildren(etree.Element)}
                number = int(version) if version.isdecimal() and len(version) < 9 else 0
                return root.get("paper", ""), number, root.get("profile", ""), keys
    return "", 0, "", {}


def _named(file: ForeignFile) -> str:
    if "docProps/custom.xml" not in file.parts:
        return ""
    for one in file.tree("docProps/custom.xml").iterchildren(etree.Element):
        if one.get("name") == PROPERTY:
            return str(one.findtext(_VALUES) or "")
    return ""


def _saved(file: ForeignFile) -> tuple[str, str]:
    """Return who saved a file last, and when."""
    if "docProps/core.xml" not in file.parts:
        return "", ""
    root = file.tree("docProps/core.xml")
    return (root.findtext(_DC + "lastModifiedBy") or "").strip(), (root.findtext(_TERMS + "modified") or "").strip()


def _program(file: ForeignFile) -> str:
    if "docProps/app.xml" in file.parts:
        root = file.tree("docProps/app.xml")
        told = [node.text or "" for node in root.iter(etree.Element) if etree.QName(node).localname == "Application"]
        name = " ".join(told).casefold()
        return next((program for part, program in _PROGRAMS if part in name), "another program")
    return "Google Docs" if _GOOGLE in file.parts[file.main] else "another program"


def _addresses(file: ForeignFile) -> dict[str, str]:
    return {one.id: one.target for one in file.relationships(file.main) if one.kind == "hyperlink" and one.external}


def _list_styles(file: ForeignFile) -> frozenset[str]:
    """Return the ids of the styles of items of lists: numbered themselves, built on such a one, or named so."""
    based: dict[str, str] = {}
    found: set[str] = set()
    for part in file.related("styles"):
        for style in file.tree(part).iterchildren(W + "style"):
            id_, name, base = style.get(W + "styleId", ""), style.find(W + "name"), style.find(W + "basedOn")
            based[id_] = "" if base is None else base.get(W + "val", "")
            named = name is not None and name.get(W + "val", "").casefold().startswith("list ")
            if named or style.find(f"{W}pPr/{W}numPr") is not None:
                found.add(id_)
    while more := {id_ for id_, base in based.items() if base in found} - found:
        found |= more
    return frozenset(found)


def _remarks(file: ForeignFile, reader: LineReader) -> Iterator[list[object]]:
    """Yield the comments and notes that the text refers to, in the order in which it does."""
    known: dict[tuple[str, str], etree._Element] = {}
    for kind, tag in _NOTES.items():
        for name in file.related(kind):
            known |= {(tag, one.get(W + "id", "")): one for one in file.tree(name).iterchildren(W + tag)}
    for place, (line, at) in reader.anchors.items():
        if (found := known.get(place)) is not None and (words := _words(found)):
            yield [words, found.get(W + "author", ""), found.get(W + "date", ""), line, at]


def _words(remark: etree._Element) -> str:
    said = ([one for one in p.iter(W + "t", *SIGNS) if _is_seen(one)] for p in remark.iter(W + "p"))
    paragraphs = ("".join(SIGNS.get(one.tag) or one.text or "" for one in line) for line in said)
    return "\n".join(words.strip() for words in paragraphs if words.strip())


def _is_seen(text: etree._Element) -> bool:
    run = text.getparent()
    if run is None or run.tag != W + "r":  # where tabs are is said by elements of the same name
        return False
    properties = run.find(W + "rPr")
    return properties is None or not on(properties.find(W + "vanish"))
