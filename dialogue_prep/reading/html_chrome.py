"""What stands around the text of a web page and is no part of it: told by structure, role and how much is link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from dialogue_prep.reading.html_walk import END, START, walk

_NEVER_SHOWN = frozenset([
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video",
    "button", "select", "input", "textarea", "datalist", "dialog", "head", "map", "figcaption", "rp", "rt",
])  # fmt: skip
_AROUND = frozenset(["nav", "footer", "aside", "menu"])
_ROLES = frozenset([
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "alert", "menu",
    "menubar", "toolbar", "tablist", "tooltip",
])  # fmt: skip
# Words with which pages of every kind name what stands around their text.
_NAMED = frozenset([
    "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "pagination", "pager", "share", "sharing",
    "social", "navbar", "nav", "navigation", "menu", "sidebar", "footer", "masthead", "skip", "newsletter",
    "subscribe", "toolbar", "related", "modal", "popup", "advert", "ads",
])  # fmt: skip
_NAME = re.compile(r"[a-z]+|[A-Z][a-z]*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST_NAME = 300
# From this share of a page on, what is named like something around the text is the text.
_MOST = 0.5
_ENOUGH = 0.4
_PART = 0.1
_LISTS = frozenset(["ul", "ol", "dl", "div", "p", "table", "section"])
_LINK_SHARE = 0.85
_LINKS = 3
_LINK_WORDS = 6
_HEADINGS = ("h1", "h2")
_ALL_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_HEADINGS = 50


@dataclass(slots=True)
class _Size:
    """How much an element holds: signs of text, signs in links, links, and words in links."""

    signs: int
    linked: int = 0
    links: int = 0
    words: int = 0


class Chrome:
    """Knows of every element of a page how much text it holds, how much of that is link, and what is left out."""

    def __init__(self, body: etree._Element) -> None:
        self._sizes: dict[etree._Element, _Size] = {}
        self._measure(body)
        self._all = max(self._sizes[body].signs, 1)

    def main_parts(self, body: etree._Element) -> Iterator[etree._Element]:
        """Yield the elements that hold what the page is about: its heading where that stands apart, then its text."""
        main = next((one for one in self._candidates(body) if self._share(one) >= _ENOUGH), body)
        parts = self._articles(body) if main.tag == "article" else [main]
        heading = next((one for one in islice(body.iter(*_HEADINGS), _MOST_HEADINGS) if self._is_text(one, body)), None)
        if heading is not None and heading.tag == "h1" and main not in (heading, *heading.iterancestors()):
            yield heading
        yield from parts

    def leaves_out(self, element: etree._Element) -> bool:
        """Say whether an element is no part of the text of its page."""
        tag = element.tag
        if tag in _NEVER_SHOWN or not isinstance(tag, str):
            return True
        if tag in _AROUND or (tag == "header" and _is_of_the_site(element)):
            return self._share(element) < _MOST
        # Most elements have no attributes; of them there is nothing more to ask.
        if element.keys() and self._says_so_itself(element):
            return True
        return tag in _LISTS and self._is_list_of_links(element)

    def _says_so_itself(self, element: etree._Element) -> bool:
        if _is_hidden(element):
            return True
        named = element.tag in _LISTS or element.tag == "span"
        # What lies behind an open notice is said to be hidden too, and is the text.
        silent = element.get("aria-hidden", "").casefold() == "true"
        if silent or element.get("role", "").strip().casefold() in _ROLES or (named and _is_named(element)):
            return self._share(element) < _MOST
        return False

    def _candidates(self, body: etree._Element) -> Iterator[etree._Element]:
        for element in body.iter("main", "div", "section", "td"):
            if element.tag == "main" or element.get("role", "").casefold() == "main":
                yield element
        yield from body.iter("article")

    def _articles(self, body: etree._Element) -> list[etree._Element]:
        """Return the articles of a page that are no mere hints at other pages, and no part of another one."""
        large = (one for one in body.iter("article") if self._share(one) >= _PART)
        return [one for one in large if next(one.iterancestors("article"), None) is None]

    def _share(self, element: etree._Element) -> float:
        size = self._sizes.get(element)
        return size.signs / self._all if size else 0.0

    def _is_text(self, element: etree._Element, body: etree._Element) -> bool:
        if not self._share(element):
            return False
        above = (one for one in element.iterancestors() if one is not body)
        return not any(one.tag not in ("header", "html") and self.leaves_out(one) for one in above)

    def _is_list_of_links(self, element: etree._Element) -> bool:
        """Say whether an element is a menu: little but links, several of them, of few words each."""
        size = self._sizes.get(element)
        if size is None or size.links < _LINKS:
            return False
        return size.linked >= _LINK_SHARE * size.signs and size.words < _LINK_WORDS * size.links

    def _measure(self, body: etree._Element) -> None:
        """Measure every element; what is never shown counts for nothing."""
        sizes = self._sizes
        for event, element in walk(body, _is_never_shown):
            if event == START:
                sizes[element] = _Size(len((element.text or "").strip()))
                continue
            size = sizes[element] if event == END else _Size(0)
            if element.tag == "a" and element.get("href") is not None:
                size.linked, size.links = size.signs, 1
                size.words = len(" ".join(element.itertext()).split()) if size.signs < _LONGEST_NAME else size.signs
            if element is not body:
                above = sizes[element.getparent()]
                above.signs += size.signs + len((element.tail or "").strip())
                above.linked += size.linked
                above.links += size.links
                above.words += size.words


def _is_never_shown(element: etree._Element) -> bool:
    return element.tag in _NEVER_SHOWN or (bool(element.keys()) and _is_hidden(element))


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style[:_LONGEST_NAME]) is not None


def _is_named(element: etree._Element) -> bool:
    if not _NAMED.isdisjoint(_names(element.get("class", ""))):
        return True
    own = _names(element.get("id", ""))
    return not _NAMED.isdisjoint(own) and not (len(own) > 1 and own == _names(_heading(element)))


def _names(words: str) -> list[str]:
    return [name.casefold() for name in _NAME.findall(words[:_LONGEST_NAME])]


def _heading(element: etree._Element) -> str:
    """Return the heading of a part of a page: programs make the name of the part of it."""
    heading = next(element.iter(*_ALL_HEADINGS), None)
    return "" if heading is None else "".join(islice(heading.itertext(), _MOST_HEADINGS))


def _is_of_the_site(header: etree._Element) -> bool:
    return next(header.iter("h1"), None) is None and next(header.iterancestors("article", "main"), None) is None
