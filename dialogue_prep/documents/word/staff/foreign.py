"""A foreign Word file as its parts and how they are related; what is none is refused with the reason."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from dialogue_prep.system.guard_package import open_package
from dialogue_prep.system.refusal import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AS_WORD = "open it in Word and save it as .docx or .dotx"
_OTHERS = (
    (b"%PDF", f"it is a PDF file; {_AS_WORD}"),
    (b"{\\rtf", f"it is an RTF file; {_AS_WORD}"),
    (b"<", f"it is a web page or an XML file; {_AS_WORD}"),
)
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DAMAGED = "it is damaged; open it in Word and save it again"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
_PARSER_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part has to do with another, or with something outside the file.

    `kind` is the last word of its type (`header`, `image` ...), `target` the name of the part or the outer address.
    """

    kind: str
    target: str
    outward: bool


class ForeignFile:
    """The parts of a Word file by name."""

    def __init__(self, data: bytes) -> None:
        self.parts = _parts(data)
        self.main = self._find_main()
        self.has_macros = any(name.lower().endswith("vbaproject.bin") for name in self.parts)

    @cached_property
    def _types(self) -> dict[str, str]:
        types: dict[str, str] = {}
        for entry in parsed(self.parts.get("[Content_Types].xml", b"")):
            kind = str(entry.get("ContentType", ""))
            if "PartName" in entry.attrib:
                types[str(entry.get("PartName")).lstrip("/").lower()] = kind
            else:
                types[f"*.{str(entry.get('Extension', '')).lower()}"] = kind
        return types

    def content_type(self, name: str) -> str:
        """Return what a part says it is."""
        suffix = name.rpartition(".")[2].lower()
        return self._types.get(name.lower()) or self._types.get(f"*.{suffix}", "")

    def relations(self, name: str) -> dict[str, Relation]:
        """Return how a part is related to others, by the identifiers it uses for them."""
        folder, file = posixpath.split(name)
        part = self.parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, Relation] = {}
        for one in parsed(part).iter(f"{_PACKAGE}relationships}}Relationship") if part else ():
            kind, target = str(one.get("Type", "")).rpartition("/")[2], str(one.get("Target", ""))
            outward = str(one.get("TargetMode", "")).strip().casefold() == "external"
            if not outward:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            if outward or target in self.parts:
                found[str(one.get("Id"))] = Relation(kind, target, outward)
        return found

    def _find_main(self) -> str:
        document = next((one for one in self.relations("").values() if one.kind == "officeDocument"), None)
        name = document.target if document else ""
        kind = self.content_type(name)
        if "spreadsheetml" in kind or "presentationml" in kind:
            raise Refused(f"it is no text but a workbook or a presentation; choose a Word file, or {_AS_WORD}")
        if name not in self.parts or not ("wordprocessingml" in kind or "ms-word" in kind):
            raise Refused(f"it is no Word file; {_AS_WORD}")
        if _STRICT in self.parts[name].replace(b"\0", b"")[:20000]:
            raise Refused("it is saved as “Strict Open XML”; save it in Word as an ordinary “Word document”")
        return name


def parsed(part: bytes) -> etree._Element:
    """Return a part as a tree; nothing outside it is looked at."""
    try:
        return etree.fromstring(part, etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        raise Refused(_DAMAGED) from error


def _parts(data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise Refused("it is protected by a password; save it without one")
        raise Refused(f"it is a file of an old Word; {_AS_WORD}")
    beginning = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    for mark, reason in _OTHERS:
        if beginning.startswith(mark):
            raise Refused(reason)
    if not data.startswith(b"PK"):
        raise Refused(f"it is no Word file; {_AS_WORD}")
    parts = open_package(data, outward=True)
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        raise Refused("it is an OpenDocument file; save it as .docx or .dotx")
    if "[Content_Types].xml" not in parts:
        raise Refused(f"it is no Word file; {_AS_WORD}")
    return parts
