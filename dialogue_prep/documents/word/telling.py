"""What in a Word file says something beside its text: comments, revisions, objects, links, fields, cropped pictures."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from dialogue_prep.documents.word.foreign import ForeignFile, W
from dialogue_prep.documents.word.unseen import UnseenWords
from dialogue_prep.documents.wording import phrase

Told = tuple[str, dict[str, str]]
"""The template of a sentence, and what stands in its places."""

_REVISIONS = {
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange"),
        *("sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange"),
        *("numberingChange", "customXmlInsRangeStart", "customXmlDelRangeStart"),
    )
}
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible")
_OBJECTS = {
    **dict.fromkeys(("oleObject", "package", "control", "activeXControlBinary"), phrase("an embedded object")),
    **dict.fromkeys(("vbaProject", "wordVbaData"), phrase("a macro")),
    "aFChunk": phrase("an embedded document"),
    "subDocument": phrase("an embedded document"),
    **dict.fromkeys(("chart", "chartEx"), phrase("a chart with its data")),
    **dict.fromkeys(("diagramData", "diagramLayout"), phrase("a diagram with its data")),
    **dict.fromkeys(("video", "media", "audio"), phrase("a recording")),
}
_HARMLESS_FIELDS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|TOC|PAGEREF|REF|NOTEREF|SEQ|=)(?![A-Z])", re.I)
_INNER_LINK = re.compile(r'\s*HYPERLINK\s+\\l\s+"?[\w.]+"?', re.IGNORECASE)
_PICTURES = (".png", ".jpg", ".jpeg")
_CROP = "{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect"


def telling(file: ForeignFile) -> Iterator[Told]:
    """Yield one sentence for each of them; none of these can be taken away without changing what is said."""
    yield from _comments(file)
    yield from _revisions(file)
    yield from _unseen(file)
    yield from _objects(file)
    yield from _fields(file)
    yield from _cropped(file)


def pictures(file: ForeignFile) -> dict[str, str]:
    """Return the pictures of a file: SHA-256 of each, and the name of its part."""
    found = {
        one.target: hashlib.sha256(file.parts[one.target]).hexdigest()
        for part in file.parts
        for one in file.relationships(part)
        if one.kind == "image" and not one.external and one.target in file.parts
    }
    return {identity: name for name, identity in found.items()}


def is_plain_picture(name: str) -> bool:
    """Say whether a picture is of a kind of which all but the picture can be taken away."""
    return name.lower().endswith(_PICTURES)


def _comments(file: ForeignFile) -> Iterator[Told]:
    for kind in _COMMENTS:
        for name in file.related(kind):
            for comment in file.tree(name).iter(W + "comment"):
                words = " ".join("".join(text.text or "" for text in p.iter(W + "t")) for p in comment.iter(W + "p"))
                yield phrase("It has a comment: “{words}”. Remove it."), {"words": _short(words)}


def _revisions(file: ForeignFile) -> Iterator[Told]:
    found = Counter(
        "formats"
        if etree.QName(node).localname.endswith("Change")
        else ("deletions" if etree.QName(node).localname in ("del", "moveFrom", "cellDel") else "insertions")
        for _name, root in file.trees()
        for node in root.iter(*_REVISIONS)
    )
    if found:
        text = phrase(
            "It has tracked changes (insertions: {insertions}, deletions: {deletions}, format: {formats}); accept or"
            " reject them."
        )
        yield text, {what: str(found[what]) for what in ("insertions", "deletions", "formats")}


def _unseen(file: ForeignFile) -> Iterator[Told]:
    (styles,) = file.related("styles")[:1] or ("",)
    search = UnseenWords(file.tree(styles) if styles else None)
    for _name, root in file.trees():
        for words in search.within(root):
            yield phrase("It has words that cannot be seen: “{words}”. Remove them."), {"words": _short(words)}


def _objects(file: ForeignFile) -> Iterator[Told]:
    kinds = [one.kind for part in ("", *file.parts) for one in file.relationships(part) if not one.external]
    for what in dict.fromkeys(_OBJECTS[kind] for kind in kinds if kind in _OBJECTS):
        yield phrase("It holds {what}. Remove it, or put a picture in its place."), {"what": what}
    linked = (one for part in file.parts for one in file.relationships(part) if one.external)
    for one in linked:
        if one.kind not in ("hyperlink", "attachedTemplate"):
            yield (
                phrase("It shows what lies in another place, {target}. Put a copy in its place."),
                {"target": one.target},
            )


def _fields(file: ForeignFile) -> Iterator[Told]:
    for name, root in file.trees():
        instructions = [node.get(W + "instr", "") for node in root.iter(W + "fldSimple")]
        instructions += _instructions(root) if name.startswith("word/") else []
        for words in dict.fromkeys(instructions):
            if not (_HARMLESS_FIELDS.match(words) or _INNER_LINK.fullmatch(words.rstrip())):
                text = phrase(
                    "It has a field that fills in something of its own: “{words}”. Put its words in its place."
                )
                yield text, {"words": _short(words)}


def _instructions(root: etree._Element) -> list[str]:
    """Return the instructions of fields made of several parts; one may be split over runs, or stand within another."""
    found: list[str] = []
    begun: list[str] = []
    for node in root.iter(W + "fldChar", W + "instrText", W + "delInstrText"):
        if node.tag != W + "fldChar":
            if begun:
                begun[-1] += node.text or ""
            else:
                found.append(node.text or "")
        elif node.get(W + "fldCharType") == "begin":
            begun.append("")
        elif begun and node.get(W + "fldCharType") in ("separate", "end"):
            if begun[-1]:
                found.append(begun[-1])
            begun[-1] = ""
            if node.get(W + "fldCharType") == "end":
                begun.pop()
    return found


def _cropped(file: ForeignFile) -> Iterator[Told]:
    for _name, root in file.trees():
        if any(any(int(side or 0) for side in crop.attrib.values()) for crop in root.iter(_CROP)):
            yield phrase("It has a picture of which a part is cut off from view and still there. Crop it for good."), {}


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 120 else f"{words[:119]}…"
