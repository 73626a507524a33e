"""Saved web pages: the paragraphs of what the page is about, without the menus, notices and links around it."""

from __future__ import annotations

import re

from lxml import etree

from dialogue_prep.reading.html_chrome import Chrome
from dialogue_prep.reading.html_lines import Lines
from dialogue_prep.reading.text_encoding import decoded
from dialogue_prep.system.refusal import Refused

_DECLARED = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_OWN_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]{0,400}\[", re.IGNORECASE)
_HEAD = 4096
_ENOUGH = "ERR_RESOURCE_LIMIT"
_MOST_ELEMENTS = 300_000


def paragraphs(data: bytes) -> dict[str, object]:
    """Return `paragraphs`, the `encoding`, and the `insertions` and `deletions` that the page marks. Raises Refused."""
    if _OWN_ENTITIES.search(data[:_HEAD]):
        raise Refused("it declares entities of its own, which no page needs; copy its text and paste it")
    said = _DECLARED.search(data[:_HEAD]) or _XML.search(data[:_HEAD])
    text, encoding = decoded(data, said.group(1).decode("ascii") if said else "")
    body = _body(text)
    chrome = Chrome(body)
    lines = Lines(chrome)
    found = [line for element in chrome.main_parts(body) for line in lines.of(element)]
    return {
        "paragraphs": found,
        "encoding": encoding,
        "insertions": lines.insertions,
        "deletions": lines.deletions,
    }


def _body(text: str) -> etree._Element:
    # NUL and lone surrogates have no place in a tree; the text is handed on in an encoding that is certain.
    plain = text.replace("\x00", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = etree.fromstring(plain, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("it is damaged, or no web page") from error
    # Where the parser has enough it goes on without what follows: that must not pass for the whole page.
    if any(error.type_name == _ENOUGH for error in parser.error_log):
        raise Refused("it is nested too deeply; copy its text and paste it")
    body = tree.find("body") if tree is not None else None
    if body is None:
        raise Refused("it shows no text; save the page again, or copy its text and paste it")
    if sum(1 for _ in body.iter()) > _MOST_ELEMENTS:
        raise Refused("it is too complicated; copy its text and paste it")
    return body
