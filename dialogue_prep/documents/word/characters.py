"""Characters on their way into XML: what it forbids is dropped, what it reserves is escaped, scripts are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
# Marks that East Asian and Latin type share; which of them is meant is told by what stands beside them.
_SHARED_MARKS = "\u2018\u2019\u201c\u201d\u2026\u2014\u00b7"

_SPAN = re.compile(
    f"(?P<east>[{_EAST_ASIAN}](?:[{_SHARED_MARKS}]*[{_EAST_ASIAN}])*)"
    f"|(?P<right>[{_RIGHT_TO_LEFT}](?:[ \u00a0]*[{_RIGHT_TO_LEFT}])*)"
)
_SPAN_IN_EAST_ASIAN_TEXT = re.compile(
    f"(?P<east>[{_EAST_ASIAN}{_SHARED_MARKS}]+)|(?P<right>[{_RIGHT_TO_LEFT}](?:[ \u00a0]*[{_RIGHT_TO_LEFT}])*)"
)


class Script(Enum):
    """The three sorts of script for which an office program keeps a font and a language of their own."""

    WESTERN = "western"
    EAST_ASIAN = "east"
    RIGHT_TO_LEFT = "right"


def permitted(text: str) -> str:
    """Return the text without the characters that no XML file can hold."""
    # Nothing that can be printed is forbidden, and that is told many times as fast.
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def escaped(text: str) -> str:
    """Return permitted text for use between tags and in attributes."""
    return permitted(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def by_script(text: str, *, east_asian: bool = False) -> Iterator[tuple[Script, str]]:
    """Yield the text in pieces of one script each; `east_asian` says whose the marks are that both use."""
    if text.isascii():
        yield Script.WESTERN, text
        return
    done = 0
    for found in (_SPAN_IN_EAST_ASIAN_TEXT if east_asian else _SPAN).finditer(text):
        if found.start() > done:
            yield Script.WESTERN, text[done : found.start()]
        yield Script(found.lastgroup), found.group()
        done = found.end()
    if done < len(text):
        yield Script.WESTERN, text[done:]
