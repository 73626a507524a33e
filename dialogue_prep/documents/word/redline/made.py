"""Makes a redline of two Word files: the new one, in which all that differs from the old one is a tracked change.

This runs behind the guard, for both files may be foreign.
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from dialogue_prep.documents.redline import Question
from dialogue_prep.documents.word.clean_copy import clean_copy
from dialogue_prep.documents.word.collecting import without_collecting
from dialogue_prep.documents.word.foreign import ForeignFile, R, W, parsed
from dialogue_prep.documents.word.package import zipped
from dialogue_prep.documents.word.redline.borrowed import Borrowed
from dialogue_prep.documents.word.redline.line import UNITS
from dialogue_prep.documents.word.redline.marks import Marks
from dialogue_prep.documents.word.redline.merged import Merger
from dialogue_prep.documents.word.redline.prepared import prepared
from dialogue_prep.documents.word.redline.reader import Reader
from dialogue_prep.documents.word.redline.told import Teller
from dialogue_prep.documents.word.redline.views import Reading, Said, View, said
from dialogue_prep.system.refusal import Refused

_RELATED = ("header", "footer", "image")


def made(data: bytes) -> dict[str, object]:
    """Return a redline as JSON values, of a question in bytes.

    `refused` is a reason and which file it is of, where one of them is not let in; else there are `lines` of what was
    found, `changes` as their number, `word` (the file in Base64, where the question asks for it) and `proven`: whether
    the file says the new text with all changes accepted, and the old one with all of them rejected.
    """
    with without_collecting():
        return _made(Question.read(data))


def _made(question: Question) -> dict[str, object]:
    read: dict[str, _Read] = {}
    for which, content in (("old", question.old), ("new", question.new)):
        try:
            read[which] = _Read(content)
        except Refused as refusal:
            return {"refused": [which, str(refusal)]}
    return _redline(read["old"], read["new"], question)


class _Read:
    """A file that was let in: what it says, and its body as it is compared."""

    def __init__(self, content: bytes) -> None:
        self.file = ForeignFile(content)
        # Read before anything in it is touched: this is what the finished file has to give back.
        self.says = said(_body(self.file), View.ACCEPTED)
        self.body, around = prepared(self.file)
        self.reader = Reader(around)


def _redline(old: _Read, new: _Read, question: Question) -> dict[str, object]:
    borrowed, teller = Borrowed(old.file, new.file), Teller()
    marks = Marks(question.author, question.day, borrowed)
    Merger(marks, borrowed, old.reader, new.reader, teller).body(old.body, new.body)
    for paragraph in new.body.iter(W + "p"):
        paragraph.attrib.pop(UNITS, None)
    answer: dict[str, object] = {"lines": teller.lines, "changes": marks.count}
    if question.file:
        word = _packed(new)
        answer |= {"word": b64encode(word).decode("ascii"), "proven": _proven(word, new.file.main, old.says, new.says)}
    return answer


def _packed(new: _Read) -> bytes:
    """Return a clean copy of the new file with the finished body: that is clean, so it is not looked through again."""
    root = new.file.tree(new.file.main)
    kept = {one.id for one in new.file.relationships(new.file.main) if one.kind in _RELATED and not one.external}
    for element in new.body.xpath("//@r:*/..", namespaces={"r": R.strip("{}")}):
        # What a copy does not take along cannot be referred to either.
        for name in [name for name, id_ in element.attrib.items() if name.startswith(R) and id_ not in kept]:
            del element.attrib[name]
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    new.body.clear()
    with ZipFile(BytesIO(clean_copy(new.file))) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    return zipped((name, text if name == new.file.main else part) for name, part in parts)


def _proven(word: bytes, main: str, before: Said, after: Said) -> bool:
    with ZipFile(BytesIO(word)) as package:
        body = parsed(package.read(main)).find(W + "body")
    reading = Reading(body)
    return reading.said(View.ACCEPTED) == after and reading.said(View.REJECTED) == before


def _body(file: ForeignFile) -> etree._Element:
    body = file.tree(file.main).find(W + "body")
    if body is None:
        raise Refused("it holds no text")
    return body
