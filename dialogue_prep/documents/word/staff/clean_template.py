"""A foreign template without what papers must not have.

It is packed anew from the parts that shape pages and words, under names of our own; nothing else goes on.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import replace

from lxml import etree

from dialogue_prep.documents.word.foreign import Relationship, parsed, relations_name, relations_part
from dialogue_prep.documents.word.package import HEAD, zipped
from dialogue_prep.documents.word.picture_files import picture_alone
from dialogue_prep.documents.word.staff.clean import (
    Aside,
    clean_body,
    clean_numbering,
    clean_part,
    clean_settings,
    clean_styles,
    number_drawings,
)
from dialogue_prep.documents.word.staff.foreign import TemplateFile
from dialogue_prep.documents.word.staff.names import MAIN, OFFICE, WORD_TYPE, mc, w
from dialogue_prep.system.refusal import Refused

MAIN_PART = "word/document.xml"
_FILES = {
    "header": "word/header{}.xml",
    "footer": "word/footer{}.xml",
    "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml",
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "settings": "word/settings.xml",
    "fontTable": "word/fontTable.xml",
    "theme": "word/theme/theme1.xml",
}
_ONE_EACH = frozenset(_FILES) - {"header", "footer"}
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_PICTURES = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/jpg": "jpeg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
}
_ADDRESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_SILENT = frozenset(("attachedTemplate", "customXml", "webSettings", "printerSettings", "comments"))
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WHOLE = Relationship("rId1", f"{OFFICE}/officeDocument", MAIN_PART, external=False)
_PROPERTIES = Relationship(
    "rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", external=False
)


class CleanTemplate:
    """The parts of a template that go on, cleaned, by their new names."""

    def __init__(self, foreign: TemplateFile) -> None:
        self.aside = Aside()
        self.trees: dict[str, etree._Element] = {}
        self._foreign = foreign
        self._pictures: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._relations: dict[str, dict[str, Relationship]] = {}
        self._names = {foreign.main: MAIN_PART}
        self._counts: Counter[str] = Counter()
        self._take(foreign.main, "document.main")
        if (body := self.trees[MAIN_PART].find(w("body"))) is None:
            raise Refused("it is damaged, its text is missing; open it in Word and save it again")
        clean_body(body)
        self._complete()
        number_drawings(self.trees[name] for name in sorted(self.trees))

    def styles(self) -> list[list[str]]:
        """Return name and type of every style."""
        found = []
        for style in self.trees["word/styles.xml"].iter(w("style")):
            name = style.find(w("name"))
            if name is not None:
                found.append([name.get(w("val"), "").casefold(), style.get(w("type"), "paragraph")])
        return found

    def packed(self) -> bytes:
        """Return the copy as the bytes of a Word file; the same ones for the same template."""
        return zipped(self._contents().items())

    def _take(self, name: str, kind: str) -> None:
        """Take over one part and those to which it is related."""
        root = parsed(self._foreign.parts[name], bare=True)
        new = self._names[name]
        kept: dict[str, Relationship] = {}
        for id_, relation in self._foreign.relations(name).items():
            if relation.kind in _ONE_EACH and any(one.kind == relation.kind for one in kept.values()):
                continue
            if (target := self._kept(relation)) is not None:
                kept[id_] = replace(relation, type=f"{OFFICE}/{relation.kind}", target=target)
            elif relation.kind not in _SILENT:
                self.aside.kinds[relation.kind] += 1
        if kind == "settings":
            clean_settings(root, self.aside)
        else:
            clean_part(root, kept, self.aside)
        if kind == "styles":
            clean_styles(root)
        elif kind == "numbering":
            clean_numbering(root)
        self.trees[new] = _with_our_prefixes(root) if kind != "theme" else root
        self._types[new] = _THEME_TYPE if kind == "theme" else f"{WORD_TYPE}.{kind}+xml"
        self._relations[new] = kept

    def _kept(self, relation: Relationship) -> str | None:
        """Return the new name of a related part, after taking it over; None for what stays behind."""
        if relation.external:
            return relation.target if relation.kind == "hyperlink" and _ADDRESS.match(relation.target) else None
        if relation.target in self._names:
            return self._names[relation.target]
        if relation.kind == "image":
            return self._picture(relation.target)
        if relation.kind not in _FILES:
            return None
        self._counts[relation.kind] += 1
        self._names[relation.target] = _FILES[relation.kind].format(self._counts[relation.kind])
        self._take(relation.target, relation.kind)
        return self._names[relation.target]

    def _picture(self, name: str) -> str | None:
        kind = self._foreign.content_type(name).lower()
        if kind not in _PICTURES:
            return None
        self._counts["image"] += 1
        new = f"word/media/image{self._counts['image']}.{_PICTURES[kind]}"
        self._names[name] = new
        self._pictures[new] = picture_alone(self._foreign.parts[name])
        return new

    def _complete(self) -> None:
        """Add the parts that every paper needs, empty, where the template lacks them."""
        for kind in ("styles", "numbering", "settings"):
            name = _FILES[kind]
            if name not in self.trees:
                self.trees[name] = etree.Element(w(kind), nsmap={"w": MAIN})
                self._types[name] = f"{WORD_TYPE}.{kind}+xml"
                self._relations[MAIN_PART][f"our{kind}"] = Relationship(
                    f"our{kind}", f"{OFFICE}/{kind}", name, external=False
                )
                if kind == "settings":
                    clean_settings(self.trees[name], Aside())
                elif kind == "styles":
                    clean_styles(self.trees[name])
                _with_our_prefixes(self.trees[name])

    def _contents(self) -> dict[str, bytes]:
        contents = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": relations_part((_WHOLE, _PROPERTIES), ""),
            "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>'.encode(),
        }
        for name, tree in sorted(self.trees.items()):
            contents[name] = HEAD.encode() + etree.tostring(tree)
            if relations := [one for _id, one in sorted(self._relations.get(name, {}).items())]:
                contents[relations_name(name)] = relations_part(relations, posixpath.dirname(name))
        return contents | self._pictures

    def _content_types(self) -> bytes:
        space = f"{_PACKAGE}/content-types"
        root = etree.Element(f"{{{space}}}Types", nsmap={None: space})
        defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
        defaults |= {extension: kind for kind, extension in _PICTURES.items() if kind != "image/jpg"}
        for extension, kind in defaults.items():
            etree.SubElement(root, f"{{{space}}}Default", Extension=extension, ContentType=kind)
        types = self._types | {
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        }
        for name, kind in sorted(types.items()):
            etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{name}", ContentType=kind)
        return HEAD.encode() + bytes(etree.tostring(root))


def _with_our_prefixes(root: etree._Element) -> etree._Element:
    """Return a tree whose names have the prefixes that a paper is written with."""
    named = {prefix for one in root.iter(mc("Choice")) for prefix in one.get("Requires", "").split()}
    etree.cleanup_namespaces(root, top_nsmap={"w": MAIN, "r": OFFICE}, keep_ns_prefixes=["w", "r", *named])
    return root
