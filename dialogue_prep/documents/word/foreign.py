"""A Word file from elsewhere, taken apart: its parts, what each refers to, and its main part. Nothing is followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from dialogue_prep.documents.word.package import HEAD
from dialogue_prep.system.guard_package import open_package
from dialogue_prep.system.refusal import Refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_PIECE = 64 * 1024
_CAREFUL = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_DAMAGED = "it is damaged; open it in Word and save it again"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part says of another: `kind` is the last word of its type; `external` leads out of the file."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        return self.type.rsplit("/", 1)[-1]


class ForeignFile:
    """The parts of a Word file by name, and their trees; raises Refused for what is no Word file or is damaged."""

    def __init__(self, data: bytes) -> None:
        self.parts: Mapping[str, bytes] = open_package(data, outward=True)
        self._trees: dict[str, etree._Element] = {}
        main = next((one for one in self.relationships("") if one.kind == "officeDocument"), None)
        self.main = main.target if main else ""
        if self.main not in self.parts or b"wordprocessingml" not in self.parts[self.main].replace(b"\x00", b""):
            strict = self.main in self.parts and _STRICT in self.parts[self.main]
            raise Refused(
                "it is saved as Strict Open XML; save it as .docx" if strict else "it is no Word file (.docx)"
            )

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part, parsed once."""
        if name not in self._trees:
            self._trees[name] = parsed(self.parts[name])
        return self._trees[name]

    def body(self) -> Iterator[etree._Element]:
        """Yield what stands in the body of the main part while it is parsed; what has been seen is let go.

        So the tree of a long text takes no more room than that of a short one, and each piece is read while it is still
        at hand in the processor. Raises Refused, at the end at the latest, for a text that is damaged or missing.
        """
        part = self.parts[self.main]
        parser = etree.XMLPullParser(("start",), tag=W + "body", **_CAREFUL)
        events = parser.read_events()
        body = None
        try:
            for start in range(0, len(part), _PIECE):
                parser.feed(part[start : start + _PIECE])
                if body is None:
                    body = next((one for _event, one in events if _is_below_root(one)), None)
                if body is not None:
                    yield from body[:-1]  # the last may not be whole yet
                    del body[:-1]
            root = parser.close()
        except etree.XMLSyntaxError as error:
            raise Refused(_DAMAGED) from error
        if root.getroottree().docinfo.doctype:
            raise Refused("it declares a document type or entities, which no text needs")
        if body is None:
            raise Refused("it is damaged, its text is missing; open it in Word and save it again")
        yield from body[:]

    def trees(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield every XML part with its root."""
        for name in self.parts:
            if is_xml(name):
                yield name, self.tree(name)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return what a part refers to (of the package itself, where `part` is empty); targets are names of parts."""
        folder, file = posixpath.dirname(part), relations_name(part)
        if file not in self.parts:
            return ()
        return tuple(_relationship(one, folder) for one in self.tree(file).iter(RELATIONSHIPS + "Relationship"))

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the names of the parts of a kind that the main part refers to."""
        return tuple(
            one.target
            for one in self.relationships(self.main)
            if one.kind == kind and not one.external and one.target in self.parts
        )


def parsed(part: bytes, *, bare: bool = False) -> etree._Element:
    """Return the root of an XML part, where it is to be `bare` without remarks; raise Refused for one that is damaged.

    Nothing that it names is fetched.
    """
    parser = etree.XMLParser(remove_comments=bare, remove_pis=bare, **_CAREFUL)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(_DAMAGED) from error


def relations_part(relationships: Iterable[Relationship], folder: str) -> bytes:
    """Return the part that says to what a part in a folder refers; that of the package itself is in none."""
    root = etree.Element(RELATIONSHIPS + "Relationships", nsmap={None: RELATIONSHIPS.strip("{}")})
    for one in relationships:
        target = one.target if one.external or not folder else posixpath.relpath(one.target, folder)
        entry = etree.SubElement(root, RELATIONSHIPS + "Relationship", Id=one.id, Type=one.type, Target=target)
        if one.external:
            entry.set("TargetMode", "External")
    return HEAD.encode() + bytes(etree.tostring(root))


def relations_name(part: str) -> str:
    """Return the name of the part that says to what a part refers."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def is_xml(name: str) -> bool:
    """Say whether a part is XML, by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def on(element: etree._Element | None) -> bool:
    """Say whether a property that can be switched is there and on."""
    return element is not None and element.get(W + "val", "true") not in ("false", "0", "off", "none")


def _is_below_root(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.getparent() is None


def _relationship(element: etree._Element, folder: str) -> Relationship:
    external = element.get("TargetMode", "").strip().casefold() == "external"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", ""), target, external)
