"""What there is in a Word file that is about to leave: what it says, what says something beside, and a clean copy."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator

from lxml import etree

from dialogue_prep.documents.word.clean_copy import clean_copy, left_behind
from dialogue_prep.documents.word.foreign import ForeignFile, W, is_xml
from dialogue_prep.documents.word.parts_in_words import parts_in_words
from dialogue_prep.documents.word.tags import NAMESPACE
from dialogue_prep.documents.word.telling import is_plain_picture, pictures, telling

_PAGE_NUMBERS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_PAGE_NUMBER = "…"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TOLD = (W + "tblCaption", W + "tblDescription")
_DC = "{http://purl.org/dc/elements/1.1/}"
_WORDS_IN_BYTES = re.compile(r"[\w ,.;:’'“”()/-]{6,}")


def look(data: bytes) -> dict[str, object]:
    """Return what is in a Word file, as JSON values; nothing in it is followed or run. Raises Refused.

    `paper` and `version` are as its manifest has them; `body` and `pages` are the lines of the text and of what stands
    on each page; `aside` what is said beside them (title, alternative text); `words` everything in each part, by its
    name, and `places` what a reader calls that part; `pictures` the SHA-256 of each, and whether it is of a plain kind;
    `findings` sentences (template, values) of what has to be mended; `left` (template, values) what the clean copy does
    without; `copy` the clean copy in Base64.
    """
    file = ForeignFile(data)
    paper, version = _manifest(file)
    return {
        "paper": paper,
        "version": version,
        "body": list(_lines(file.tree(file.main)))
        + [line for name in _notes(file) for line in _lines(file.tree(name))],
        "pages": sorted({line for name in _on_pages(file) for line in _lines(file.tree(name))}),
        "aside": sorted(set(_aside(file))),
        "words": {name: "\n".join(_everything(file, name)) for name in file.parts},
        "places": parts_in_words(file),
        "pictures": {identity: is_plain_picture(name) for identity, name in pictures(file).items()},
        "findings": [list(told) for told in telling(file)],
        "left": list(dict(left_behind(file, data)).items()),
        "copy": b64encode(clean_copy(file)).decode("ascii"),
    }


def _manifest(file: ForeignFile) -> tuple[str, str]:
    for name, root in file.trees():
        if name.startswith("customXml/") and root.tag == f"{{{NAMESPACE}}}manifest":
            return root.get("paper", ""), root.get("version", "")
    return "", ""


def _notes(file: ForeignFile) -> tuple[str, ...]:
    return (*file.related("footnotes"), *file.related("endnotes"))


def _on_pages(file: ForeignFile) -> tuple[str, ...]:
    return (*file.related("header"), *file.related("footer"))


def _lines(root: etree._Element) -> Iterator[str]:
    """Yield each paragraph that says something; one within a shape of its own stands after the one around it."""
    for paragraph in root.iter(W + "p", f"{_DRAWN}p"):
        line = " ".join("".join(_inline(paragraph, paragraph)).split())
        if line:
            yield line


def _inline(element: etree._Element, paragraph: etree._Element) -> Iterator[str]:
    counted = ""
    for child in element.iterchildren(etree.Element):
        if child.tag == W + "fldSimple" and _PAGE_NUMBERS.match(child.get(W + "instr", "")):
            yield _PAGE_NUMBER
        elif child.tag == paragraph.tag:
            continue
        elif child.tag in (W + "t", f"{_DRAWN}t", W + "delText"):
            yield child.text or ""
        elif child.tag in (W + "tab", W + "br", W + "cr"):
            yield " "
        elif child.tag == W + "r" and (instruction := _counting(child, counted)) != counted:
            counted = instruction
            yield _PAGE_NUMBER if instruction == "separate" else ""
        elif counted != "separate":
            yield from _inline(child, paragraph)


def _counting(run: etree._Element, before: str) -> str:
    """Return where a field of page numbers, made of several runs, stands after a run."""
    mark = run.find(W + "fldChar")
    instruction = run.find(W + "instrText")
    if instruction is not None and _PAGE_NUMBERS.match(instruction.text or ""):
        return "counting"
    kind = mark.get(W + "fldCharType") if mark is not None else None
    if before == "counting" and kind == "separate":
        return "separate"
    return "" if kind == "end" else before


def _aside(file: ForeignFile) -> Iterator[str]:
    for name, root in file.trees():
        if name.startswith("docProps/core"):
            yield from (element.text or "" for element in root.iter(_DC + "title", _DC + "subject") if element.text)
        if name.startswith("word/"):
            yield from (node.get(W + "val", "") for node in root.iter(*_TOLD))
            for node in root.iter(etree.Element):
                local = etree.QName(node).localname
                if local in ("docPr", "cNvPr", "shape", "rect", "textpath"):
                    yield from (node.get(key, "") for key in ("descr", "title", "alt", "string") if node.get(key))


def _everything(file: ForeignFile, name: str) -> Iterator[str]:
    """Yield every word of a part, seen or not; those of a paragraph together, however they are split."""
    if not is_xml(name):
        for encoding in ("utf-8", "utf-16-le"):
            yield from _WORDS_IN_BYTES.findall(file.parts[name].decode(encoding, errors="ignore"))
        return
    if name.startswith("customXml/") and NAMESPACE.encode() in file.parts[name]:
        return  # our own list of units: keys and hashes
    root = file.tree(name)
    for paragraph in root.iter(W + "p", f"{_DRAWN}p"):
        yield "".join(paragraph.itertext())
    for node in root.iter():
        yield from (str(value) for value in node.attrib.values() if " " in value or len(value) > 3)
        yield node.text or ""
        yield node.tail or ""
