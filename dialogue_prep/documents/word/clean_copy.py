"""A reading copy of a Word file: the parts and elements that a reader sees, and nothing about how it came to be.

It is made of what may stay, not by taking away what is known to be bad: a part, a setting or a relationship that is not
listed here is left behind. The words stay as they are.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from dialogue_prep.documents.word.foreign import (
    ForeignFile,
    Relationship,
    W,
    parsed,
    relations_name,
    relations_part,
)
from dialogue_prep.documents.word.package import HEAD, zipped
from dialogue_prep.documents.word.page_settings import SHAPING
from dialogue_prep.documents.word.picture_files import picture_alone
from dialogue_prep.documents.word.telling import Told
from dialogue_prep.documents.word.tidy import tidied
from dialogue_prep.documents.wording import phrase

_KEPT = frozenset(
    ("styles", "numbering", "fontTable", "theme", "settings", "header", "footer", "footnotes", "endnotes", "image")
)
_SETTINGS = SHAPING | {W + "zoom", W + "updateFields"}
_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OWN_PARTS = re.compile(r"customXml/|docProps/custom\.xml")


def clean_copy(file: ForeignFile) -> bytes:
    """Return the clean copy, the same bytes for the same file."""
    kept = _reached(file)
    parts = {name: _written(file, name) for name in kept}
    parts[_CORE] = _core(file)
    parts["_rels/.rels"] = relations_part([*_package_relationships(file), _core_relationship()], "")
    for name in kept:
        if own := [one for one in file.relationships(name) if one.target in kept and not one.external]:
            parts[relations_name(name)] = relations_part(own, posixpath.dirname(name))
    return zipped([(_TYPES, _types(file, parts)), *sorted(parts.items())])


def left_behind(file: ForeignFile, data: bytes) -> Iterator[Told]:
    """Yield what a clean copy of a file does without, each as a few words that end a sentence."""
    if authors := [words for words in _properties(file) if words]:
        yield phrase("properties of the file ({names})"), {"names": ", ".join(authors)}
    kept = {*_reached(file), _CORE, _TYPES}
    others = sorted(name for name in file.parts if name not in kept and not name.endswith(".rels"))
    foreign = [name for name in others if not _OWN_PARTS.match(name) and not name.startswith("docProps/")]
    if len(foreign) < len([name for name in others if not name.startswith("docProps/")]):
        yield phrase("data by which the program finds its units again"), {}
    if foreign:
        yield phrase("parts that nobody sees ({number})"), {"number": str(len(foreign))}
    if settings := sorted(_settings_left(file)):
        yield phrase("settings ({names})"), {"names": ", ".join(settings)}
    yield from ((words, {}) for words in tidied(file, kept).said)
    if any(one.external for part in file.parts for one in file.relationships(part)):
        yield phrase("links that lead out of the file"), {}
    if _remarks_of_zip(data):
        yield phrase("remarks in the zip file around it"), {}


def _reached(file: ForeignFile) -> list[str]:
    """Return the parts that are kept: the main part, and what it and they refer to."""
    kept, waiting = [file.main], [file.main]
    while waiting:
        for one in file.relationships(waiting.pop()):
            if one.kind in _KEPT and not one.external and one.target in file.parts and one.target not in kept:
                kept.append(one.target)
                waiting.append(one.target)
    return kept


def _written(file: ForeignFile, name: str) -> bytes:
    if not name.endswith(".xml"):
        return picture_alone(file.parts[name])
    root = parsed(etree.tostring(file.tree(name)))
    if name in file.related("settings"):
        for child in list(root):
            if child.tag not in _SETTINGS:
                root.remove(child)
    tidied(file, {name}, {name: root})
    return _xml(root)


def _settings_left(file: ForeignFile) -> set[str]:
    return {
        etree.QName(child).localname
        for name in file.related("settings")
        for child in file.tree(name).iterchildren(etree.Element)
        if child.tag not in _SETTINGS
    }


def _properties(file: ForeignFile) -> Iterator[str]:
    """Yield the names of properties that say something and are left behind."""
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        if name not in file.parts:
            continue
        for element in file.tree(name).iterchildren(etree.Element):
            local = etree.QName(element).localname
            told = bool("".join(element.itertext()).strip())
            if told and not (name == _CORE and element.tag in (_DC + "title", _DC + "subject", _DC + "language")):
                yield element.get("name") or local


def _core(file: ForeignFile) -> bytes:
    """Return the properties that stay: what the paper is called, and in which language it is."""
    said = ""
    if _CORE in file.parts:
        for name in ("title", "subject", "language"):
            for element in file.tree(_CORE).iterchildren(_DC + name):
                words = element.text or ""
                escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                said += f"<dc:{name}>{escaped}</dc:{name}>"
    return (
        HEAD.encode()
        + (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/">{said}</cp:coreProperties>'
        ).encode()
    )


def _package_relationships(file: ForeignFile) -> list[Relationship]:
    return [one for one in file.relationships("") if one.target == file.main]


def _core_relationship() -> Relationship:
    return Relationship("rIdCore", _CORE_RELATIONSHIP, _CORE, external=False)


def _types(file: ForeignFile, parts: dict[str, bytes]) -> bytes:
    """Return the list of the types of the parts, of those alone that are there."""
    root = parsed(etree.tostring(file.tree(_TYPES)))
    endings = {name.rsplit(".", 1)[-1].lower() for name in parts}
    for element in list(root):
        name, ending = element.get("PartName", "").lstrip("/"), element.get("Extension", "").lower()
        if (name not in parts and not ending) or (ending and ending not in endings) or name == _CORE:
            root.remove(element)
    namespace = etree.QName(root).namespace
    etree.SubElement(root, f"{{{namespace}}}Override", PartName=f"/{_CORE}", ContentType=_CORE_TYPE)
    return _xml(root)


def _xml(root: etree._Element) -> bytes:
    content: bytes = etree.tostring(root, encoding="UTF-8")
    return HEAD.encode() + content


def _remarks_of_zip(data: bytes) -> bool:
    with ZipFile(BytesIO(data)) as package:
        entries = package.infolist()
        first = min((entry.header_offset for entry in entries), default=0)
        return bool(package.comment or first or any(entry.comment for entry in entries))
