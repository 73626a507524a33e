"""A foreign Word file as a template; what is none is refused with the reason."""

from __future__ import annotations

from functools import cached_property

from dialogue_prep.documents.word.foreign import ForeignFile, Relationship
from dialogue_prep.system.refusal import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AS_WORD = "open it in Word and save it as .docx or .dotx"
_OTHERS = (
    (b"%PDF", f"it is a PDF file; {_AS_WORD}"),
    (b"{\\rtf", f"it is an RTF file; {_AS_WORD}"),
    (b"<", f"it is a web page or an XML file; {_AS_WORD}"),
)
# What such a file begins with, after the head of its first entry.
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_BEGINNING = 20_000


class TemplateFile(ForeignFile):
    """The parts of a Word file that is to be a template; raises Refused for what is none."""

    def __init__(self, data: bytes) -> None:
        _refuse_others(data)
        super().__init__(data)
        kind = self.content_type(self.main)
        if "spreadsheetml" in kind or "presentationml" in kind:
            raise Refused(f"it is no text but a workbook or a presentation; choose a Word file, or {_AS_WORD}")
        if _STRICT in self.parts[self.main].replace(b"\0", b"")[:_BEGINNING]:
            raise Refused("it is saved as “Strict Open XML”; save it in Word as an ordinary “Word document”")
        self.has_macros = any(name.lower().endswith("vbaproject.bin") for name in self.parts)

    @cached_property
    def _types(self) -> dict[str, str]:
        types: dict[str, str] = {}
        for entry in self.tree("[Content_Types].xml") if "[Content_Types].xml" in self.parts else ():
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

    def relations(self, name: str) -> dict[str, Relationship]:
        """Return how a part is related to what is there, by the identifiers it uses for that."""
        return {one.id: one for one in self.relationships(name) if one.external or one.target in self.parts}


def _refuse_others(data: bytes) -> None:
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
    if data[30:].startswith(_OPEN_DOCUMENT):
        raise Refused("it is an OpenDocument file; save it as .docx or .dotx")
