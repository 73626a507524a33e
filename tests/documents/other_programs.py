"""Copies as other programs save them: what each adds, renames and drops, made of a file that we wrote."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from lxml import etree

from tests.documents.word_edits import W, disturb

_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>{name}</Application></Properties>"
)
_WPS = "http://www.wps.cn/officeDocument/2013/wpsCustomData"
_LATER = "http://schemas.microsoft.com/office/word/2010/wordml"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SAVES = ("rsidR", "rsidDel", "rsidP", "rsidRDefault", "rsidRPr")


class _File:
    """A file taken apart, whose main part and styles can be changed."""

    def __init__(self, word: bytes) -> None:
        with zipfile.ZipFile(BytesIO(word)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def drop(self, pattern: str) -> None:
        """Leave out parts, and what refers to them."""
        for name in [name for name in self.parts if re.match(pattern, name)]:
            del self.parts[name]
            last = name.rsplit("/", 1)[-1].encode()
            for other in [other for other in self.parts if other.endswith((".rels", "[Content_Types].xml"))]:
                entry = rb"<(?:Relationship|Override)\b[^>]*" + re.escape(last) + rb"[^>]*/>"
                self.parts[other] = re.sub(entry, b"", self.parts[other])

    def rename_styles(self, name: Callable[[str], str]) -> None:
        """Give every style another id, as programs do that know only their own."""
        styles = etree.fromstring(self.parts["word/styles.xml"])
        for style in styles.iter(W + "style"):
            style.set(W + "styleId", name(style.get(W + "styleId", "")))
        for root in (styles, self.root):
            for node in root.iter(*(W + kind for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))):
                node.set(W + "val", name(node.get(W + "val", "")))
        self.parts["word/styles.xml"] = etree.tostring(styles)

    def saved(self) -> bytes:
        parts = self.parts | {"word/document.xml": etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")}
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in parts.items():
                package.writestr(name, part)
        return target.getvalue()


def as_word(word: bytes) -> bytes:
    """Return a copy as Word saves it: runs are split, everything has identifiers."""
    file = _File(word)
    disturb(file.root, Random(1))
    file.parts["docProps/app.xml"] = _APP.format(name="Microsoft Office Word").encode()
    return file.saved()


def as_wps(word: bytes) -> bytes:
    """Return a copy as WPS Writer saves it: marks stay, Chinese is split from the rest, with names of its own."""
    file = _File(word)
    for one in list(file.root.iter(W + "r")):
        look = one.find(W + "rPr")
        if look is None:
            look = etree.Element(W + "rPr")
            one.insert(0, look)
        fonts = look.find(W + "rFonts")
        if fonts is None:
            fonts = etree.Element(W + "rFonts")
            look.insert(0, fonts)
        fonts.set(W + "hint", "eastAsia")
    for properties in file.root.iter(W + "sdtPr"):
        properties.insert(0, etree.Element(W + "rPr"))
        properties.addnext(etree.Element(W + "sdtEndPr"))
    for number, paragraph in enumerate(file.root.iter(W + "p")):
        paragraph.set(f"{{{_LATER}}}paraId", f"{number + 1:08X}")
    body = etree.tostring(file.root).decode()
    named = f'<w:document xmlns:wpsCustomData="{_WPS}" xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="wpsCustomData" '
    file.root = etree.fromstring(body.replace("<w:document ", named, 1))
    file.parts["docProps/app.xml"] = _APP.format(name="WPS Office_12.1.0").encode()
    file.rename_styles(lambda name: str(sum(name.encode()) % 1000 + 2))
    return file.saved()


def as_google(word: bytes) -> bytes:
    """Return a copy as Google Docs exports it: no controls, no data of ours, only some of the hidden bookmarks."""
    file = _File(word)
    _open_controls(file.root)
    gone = set()
    for number, mark in enumerate(list(file.root.iter(W + "bookmarkStart"))):
        if number % 3:
            gone.add(mark.get(W + "id"))
            mark.getparent().remove(mark)
    for mark in list(file.root.iter(W + "bookmarkEnd")):
        if mark.get(W + "id") in gone:
            mark.getparent().remove(mark)
    for one in file.root.iter(W + "r"):
        look = one.find(W + "rPr")
        if look is None:
            look = etree.Element(W + "rPr")
            one.insert(0, look)
        etree.SubElement(look, W + "rtl").set(W + "val", "0")
    for node in file.root.iter(W + "p", W + "r"):
        for name in _SAVES:
            node.set(W + name, "00000000")
    file.drop(r"customXml/|docProps/")
    file.rename_styles(lambda name: f"Style{sum(name.encode()) % 997}")
    return file.saved()


def as_libreoffice(word: bytes) -> bytes:
    """Return a copy as LibreOffice saves it: controls without tags, styles under other names."""
    file = _File(word)
    for tag in list(file.root.iter(W + "tag")):
        tag.getparent().remove(tag)
    file.rename_styles(lambda name: f"{name}user")
    file.parts["docProps/app.xml"] = _APP.format(name="LibreOffice/24.2.7.2$Linux_X86_64").encode()
    return file.saved()


def _open_controls(root: etree._Element) -> None:
    etree.strip_elements(root, W + "sdtPr", W + "sdtEndPr", with_tail=False)
    etree.strip_tags(root, W + "sdt", W + "sdtContent")


PROGRAMS: dict[str, Callable[[bytes], bytes]] = {
    "Word": as_word,
    "WPS Office": as_wps,
    "Google Docs": as_google,
    "LibreOffice": as_libreoffice,
}
