"""From the elements of a web page to its paragraphs: blocks, items with their marks, cells, headings."""

from __future__ import annotations

import re

from lxml import etree

from dialogue_prep.reading.html_chrome import Chrome
from dialogue_prep.reading.html_walk import END, START, walk
from dialogue_prep.reading.word_numbers import written_number

_WITHIN_A_LINE = frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strong", "strike", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
])  # fmt: skip
_STRUCK = frozenset(["del", "s", "strike"])
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡§]{1,3})[\])]?\s*")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# Chinese has no space where a line of the file ends.
_BETWEEN_WIDE = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]{0,40}\r?\n[ \t]{0,40}(?=[\u3000-\u9fff\uff00-\uffef])"
)
_WHOLE = re.compile(r"-?\d{1,6}")


class Lines:
    """Reads the lines of elements of one page, and counts the insertions and deletions that it marks."""

    def __init__(self, chrome: Chrome) -> None:
        self.insertions = 0
        self.deletions = 0
        self._chrome = chrome
        self._read: list[str] = []
        self._line: list[str] = []
        self._mark = ""
        self._in_pre = 0
        self._lists: list[tuple[str, int]] = []

    def of(self, root: etree._Element) -> list[str]:
        """Return the lines of an element in reading order."""
        self._read = []
        for event, element in walk(root, self._is_left_out):
            if event == START:
                self._begin(element)
                self._say(element.text)
                continue
            if event == END:
                self._close(element)
            if element is not root:
                self._say(element.tail)
        self._end_line()
        return self._read

    def _begin(self, element: etree._Element) -> None:
        tag = element.tag
        self.insertions += tag == "ins"
        if _is_within_a_line(tag):
            return
        self._end_line()
        self._in_pre += tag == "pre"
        if tag in ("ol", "ul"):
            self._lists.append(_numbered(element))
        elif tag == "li":
            self._mark = self._next_mark(element)

    def _close(self, element: etree._Element) -> None:
        tag = element.tag
        if _is_within_a_line(tag):
            return
        self._end_line()
        if tag == "pre":
            self._in_pre -= 1
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li":
            self._mark = ""

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if not self._in_pre:
            self._line.append(words)
            return
        first, *others = words.split("\n")
        self._line.append(first)
        for other in others:
            self._end_line()
            self._line.append(other)

    def _end_line(self) -> None:
        """Keep the line that is being read, if it says anything, with the mark of the item that it begins."""
        if not self._line:
            return
        words = "".join(self._line)
        if "\n" in words:
            words = _BETWEEN_WIDE.sub("", words)
        # Most lines need no more: what is printable has no space but the plain one.
        words = words.strip() if words.isprintable() and "  " not in words else " ".join(words.split())
        self._line.clear()
        if words:
            self._read.append(self._mark + words)
            self._mark = ""

    def _next_mark(self, item: etree._Element) -> str:
        form, number = self._lists[-1] if self._lists else ("", 0)
        if not form:
            return "- "
        number = _whole(item.get("value"), number)
        self._lists[-1] = form, number + 1
        return f"{written_number(number, form)}. " if number > 0 else "- "

    def _is_left_out(self, element: etree._Element) -> bool:
        if element.tag in _STRUCK:
            self.deletions += 1
            return True
        if element.tag == "sup" and _NOTE.fullmatch("".join(element.itertext())[:10]):
            return next(element.iter("a"), None) is not None
        return self._chrome.leaves_out(element)


def _is_within_a_line(tag: str) -> bool:
    # With a colon there are marks that programs which write texts put around words: <st1:place>.
    return tag in _WITHIN_A_LINE or ":" in tag


def _numbered(element: etree._Element) -> tuple[str, int]:
    """Return the form of the numbers of a list and the first of them; no form for one without numbers."""
    if element.tag == "ul":
        return "", 0
    return _FORMS.get(element.get("type", ""), "decimal"), _whole(element.get("start"), 1)


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and _WHOLE.fullmatch(value) else otherwise
