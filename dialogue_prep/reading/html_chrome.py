"""What stands around the text of a web page and is no part of it: told by structure, role and how much is link."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_LISTS = frozenset(["ul", "ol", "dl", "div", "p", "table", "section"])
_LINK_SHARE = 0.85
_LINKS = 3
_LINK_WORDS = 6
_HEADINGS = ("h1", "h2")
_MOST_HEADINGS = 50


class Chrome:
    """Knows of every element of a page how much text it holds, how much of that is link, and what is left out."""

    def __init__(self, body: etree._Element) -> None:
        self._signs: dict[etree._Element, int] = {}
        self._linked: dict[etree._Element, int] = {}
        self._links: dict[etree._Element, int] = {}
        self._words: dict[etree._Element, int] = {}
        self._measure(body)
        self._all = max(self._signs.get(body, 0), 1)

    def main_parts(self, body: etree._Element) -> Iterator[etree._Element]:
        """Yield the elements that hold what the page is about: its heading where that stands apart, then its text."""
        main = next((one for one in self._candidates(body) if self._share(one) >= _ENOUGH), body)
        heading = next((one for one in islice(body.iter(*_HEADINGS), _MOST_HEADINGS) if self._is_text(one, body)), None)
        if heading is not None and heading.tag == "h1" and main not in (heading, *heading.iterancestors()):
            yield heading
        yield main

    def leaves_out(self, element: etree._Element) -> bool:
        """Say whether an element is no part of the text of its page."""
        tag = element.tag
        if tag in _NEVER_SHOWN or not isinstance(tag, str) or _is_hidden(element):
            return True
        if tag in _AROUND or element.get("role", "").strip().casefold() in _ROLES:
            return self._share(element) < _MOST
        if tag == "header" and next(element.iter("h1"), None) is None:
            return self._share(element) < _MOST
        if (tag in _LISTS or tag == "span") and _is_named(element) and self._share(element) < _MOST:
            return True
        return tag in _LISTS and self._is_list_of_links(element)

    def _candidates(self, body: etree._Element) -> Iterator[etree._Element]:
        for element in body.iter("main", "div", "section", "td"):
            if element.tag == "main" or element.get("role", "").casefold() == "main":
                yield element
        yield from body.iter("article")

    def _share(self, element: etree._Element) -> float:
        return self._signs.get(element, 0) / self._all

    def _is_text(self, element: etree._Element, body: etree._Element) -> bool:
        if not self._signs.get(element):
            return False
        above = (one for one in element.iterancestors() if one is not body)
        return not any(one.tag not in ("header", "html") and self.leaves_out(one) for one in above)

    def _is_list_of_links(self, element: etree._Element) -> bool:
        """Say whether an element is a menu: little but links, several of them, of few words each."""
        links, signs = self._links.get(element, 0), self._signs.get(element, 0)
        return (
            links >= _LINKS
            and self._linked[element] >= _LINK_SHARE * signs
            and self._words[element] < _LINK_WORDS * links
        )

    def _measure(self, body: etree._Element) -> None:
        """Count the signs of every element, and in links the signs, the links and their words."""
        signs, linked, links, words = self._signs, self._linked, self._links, self._words
        for event, element in walk(body, lambda one: one.tag in _NEVER_SHOWN or _is_hidden(one)):
            if event is START:
                own = element.text or ""
                signs[element], linked[element], links[element], words[element] = len(own.strip()), 0, 0, 0
                continue
            if event is not END:
                signs[element], linked[element], links[element], words[element] = 0, 0, 0, 0
            above = element.getparent()
            if element.tag == "a" and element.get("href") is not None:
                linked[element], links[element] = signs[element], 1
                words[element] = len(" ".join(element.itertext()).split()) if signs[element] < _LONGEST_NAME else 99
            if element is not body and above in signs:
                signs[above] += signs[element] + len((element.tail or "").strip())
                linked[above] += linked[element]
                links[above] += links[element]
                words[above] += words[element]


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden", "").casefold() == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style[:_LONGEST_NAME]) is not None


def _is_named(element: etree._Element) -> bool:
    names = f"{element.get('id', '')[:_LONGEST_NAME]} {element.get('class', '')[:_LONGEST_NAME]}"
    return any(name.casefold() in _NAMED for name in _NAME.findall(names))
