"""Edits of Word files as people and programs make them: what Word adds by itself, and edits that are known."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from random import Random

from lxml import etree

from dialogue_prep.documents.model import UnitKey
from dialogue_prep.documents.word.tags import bookmark_of, tag_of

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{SPACE}}}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CURLED = {"'": "’", "’": "'", " :": "\u00a0:"}

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


class EditedCopy:
    """A Word file that is edited unit by unit, as somebody named `author` would."""

    def __init__(self, word: bytes, author: str = "Bo Sample") -> None:
        with zipfile.ZipFile(BytesIO(word)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.author = author
        self._comments: list[str] = []
        self._number = 9000

    def runs(self, key: UnitKey) -> list[etree._Element]:
        """Return the runs of a unit, wherever its mark has them."""
        tag = tag_of(key)
        begin = next(n for n in self.root.iter(W + "bookmarkStart") if n.get(W + "name") == bookmark_of(tag))
        found: list[etree._Element] = []
        for node in begin.itersiblings():
            if node.tag == W + "bookmarkEnd" and node.get(W + "id") == begin.get(W + "id"):
                break
            found += [node] if node.tag == W + "r" else list(node.iter(W + "r"))
        return found

    def retype(self, key: UnitKey, words: str, *, tracked: bool = False) -> None:
        """Put words in the place of those of a unit; `tracked` as a deletion and an insertion."""
        first, *others = self.runs(key)
        parent = first.getparent()
        new = run(words)
        if tracked:
            parent.insert(parent.index(first), self._revision("ins", [new]))
            for one in (first, *others):
                one.getparent().replace(one, self._revision("del", [_deleted(one)]))
        else:
            parent.replace(first, new)
            for one in others:
                one.getparent().remove(one)
        for showing in list(parent.getparent().iter(W + "showingPlcHdr")):
            showing.getparent().remove(showing)

    def take_out(self, key: UnitKey) -> None:
        """Remove the paragraph of a unit, marks and all."""
        paragraph = self.paragraph(key)
        paragraph.getparent().remove(paragraph)

    def add_behind(self, key: UnitKey, words: str) -> None:
        """Write one more paragraph behind that of a unit."""
        paragraph = self.paragraph(key)
        new = etree.Element(W + "p")
        if (look := paragraph.find(W + "pPr")) is not None:
            new.append(deepcopy(look))
        new.append(run(words))
        paragraph.addnext(new)

    def look(self, key: UnitKey, name: str, value: str | None = None) -> None:
        """Give every run of a unit a property, such as `b`."""
        for one in self.runs(key):
            properties = one.find(W + "rPr")
            if properties is None:
                properties = etree.Element(W + "rPr")
                one.insert(0, properties)
            node = etree.SubElement(properties, W + name)
            if value is not None:
                node.set(W + "val", value)

    def comment(self, key: UnitKey, words: str) -> None:
        """Comment on a unit."""
        number = len(self._comments)
        mark = etree.fromstring(f'<w:r xmlns:w="{SPACE}"><w:commentReference w:id="{number}"/></w:r>')
        first = self.runs(key)[0]
        first.addprevious(etree.fromstring(f'<w:commentRangeStart xmlns:w="{SPACE}" w:id="{number}"/>'))
        first.addnext(mark)
        self._comments.append(
            f'<w:comment w:id="{number}" w:author="{self.author}" w:date="2032-02-05T10:00:00Z">'
            f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
        )

    def paragraph(self, key: UnitKey) -> etree._Element:
        """Return the paragraph in which a unit stands."""
        return next(self.runs(key)[0].iterancestors(W + "p"))

    def row(self, key: UnitKey) -> etree._Element:
        """Return the row in which a unit stands."""
        return next(self.runs(key)[0].iterancestors(W + "tr"))

    def saved(self) -> bytes:
        """Return the file as this author saves it."""
        parts = dict(self.parts)
        parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        core = etree.fromstring(parts["docProps/core.xml"])
        for name in list(core.iter(f"{{{_CORE}}}lastModifiedBy")):
            core.remove(name)
        etree.SubElement(core, f"{{{_CORE}}}lastModifiedBy").text = self.author
        parts["docProps/core.xml"] = etree.tostring(core)
        if self._comments:
            parts |= self._with_comments(parts)
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in parts.items():
                package.writestr(name, part)
        return target.getvalue()

    def _with_comments(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        links = parts["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            f'<Relationship Id="rc1" Type="{_COMMENTS_KIND}" Target="comments.xml"/></Relationships>'.encode(),
        )
        types = parts["[Content_Types].xml"].replace(
            b"</Types>",
            f'<Override PartName="/word/comments.xml" ContentType="{_COMMENTS_TYPE}"/></Types>'.encode(),
        )
        body = f'<w:comments xmlns:w="{SPACE}">{"".join(self._comments)}</w:comments>'
        return {
            "word/_rels/document.xml.rels": links,
            "[Content_Types].xml": types,
            "word/comments.xml": body.encode(),
        }

    def _revision(self, kind: str, runs: list[etree._Element]) -> etree._Element:
        self._number += 1
        node = etree.Element(W + kind)
        node.set(W + "id", str(self._number))
        node.set(W + "author", self.author)
        node.set(W + "date", "2032-02-05T10:00:00Z")
        node.extend(runs)
        return node


def run(words: str) -> etree._Element:
    """Return a run that says these words; a newline breaks the line."""
    node = etree.Element(W + "r")
    for number, line in enumerate(words.split("\n")):
        if number:
            etree.SubElement(node, W + "br")
        text = etree.SubElement(node, W + "t")
        text.set(XML_SPACE, "preserve")
        text.text = line
    return node


def _deleted(one: etree._Element) -> etree._Element:
    gone = deepcopy(one)
    for text in gone.iter(W + "t"):
        text.tag = W + "delText"
    return gone


def disturb(root: etree._Element, random: Random) -> None:
    """Do to a body what Word does by itself: identifiers, split runs, marks of proofing, wrappers, curled quotes."""
    paragraphs = list(root.iter(W + "p"))
    for number, paragraph in enumerate(paragraphs):
        paragraph.set(W + "rsidR", f"00{random.randrange(16**6):06X}")
        paragraph.set(f"{{{W14}}}paraId", f"{number + 1:08X}")
        for one in list(paragraph.iter(W + "r")):
            _disturb_run(one, random)
        if random.random() < 0.2:
            _go_back(paragraph, number)
    for node in root.iter(W + "sdtPr", W + "rPr"):
        if node.tag == W + "sdtPr":
            node[:] = random.sample(list(node), len(node))
    for node in root.iter(etree.Element):
        if len(node.attrib) > 1 and random.random() < 0.3:
            there = list(node.attrib.items())
            for name, _value in there:
                del node.attrib[name]
            for name, value in random.sample(there, len(there)):
                node.set(name, value)


def _disturb_run(one: etree._Element, random: Random) -> None:
    one.set(W + "rsidRPr", f"00{random.randrange(16**6):06X}")
    texts = one.findall(W + "t")
    if len(texts) == 1 and len(texts[0].text or "") > 1 and one[-1] is texts[0]:
        text = _curled(texts[0].text, random)
        if random.random() < 0.5:
            place = random.randrange(1, len(text))
            other = deepcopy(one)
            other.find(W + "t").text = text[place:]
            other.find(W + "t").set(XML_SPACE, "preserve")
            one.addnext(other)
            texts[0].text = text[:place]
            texts[0].set(XML_SPACE, "preserve")
            if random.random() < 0.5:
                for kind in ("spellStart", "spellEnd"):
                    one.addnext(etree.fromstring(f'<w:proofErr xmlns:w="{SPACE}" w:type="{kind}"/>'))
        else:
            texts[0].text = text
    if random.random() < 0.1:
        one.insert(0 if one.find(W + "rPr") is None else 1, etree.Element(W + "lastRenderedPageBreak"))


def _curled(text: str, random: Random) -> str:
    for old, new in CURLED.items():
        if random.random() < 0.5:
            text = text.replace(old, new)
    return text


def _go_back(paragraph: etree._Element, number: int) -> None:
    end = etree.fromstring(f'<w:bookmarkEnd xmlns:w="{SPACE}" w:id="{7000 + number}"/>')
    begin = etree.fromstring(f'<w:bookmarkStart xmlns:w="{SPACE}" w:id="{7000 + number}" w:name="_Ref{number}"/>')
    paragraph.append(end)
    paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, begin)


def words_typed(random: Random) -> Iterator[str]:
    """Yield made-up words to type, Chinese ones among them."""
    stock = ("treaty", "review", "jointly", "by spring", "引渡", "条约", "l’accord", "“quoted”", "A & B < C", "2032")
    while True:
        yield " ".join(random.sample(stock, random.randrange(1, 5)))
