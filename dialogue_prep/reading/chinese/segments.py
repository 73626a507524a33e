"""Sentences of Chinese, and the segments between their commas, with what is quoted blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[。！？!?]+[”’）)」』]*|(?<=\S)\.(?=\s|$)")
_QUOTED = re.compile(r"《[^《》]{1,200}》|“[^“”]{1,200}”|（[^（）]{0,200}）|\((?!\d{1,2}\)|[a-z]\))[^()]{0,200}\)")
_FILLING = re.compile(r"[^\n]")
_COMMA = re.compile(r"[，；,;：]")
_LONGEST = 2000


def sentences(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences between two offsets, without the white space around them."""
    begin = start
    for match in _END.finditer(plain, start, end):
        yield from _trimmed(plain, begin, match.end())
        begin = match.end()
    yield from _trimmed(plain, begin, end)


def _trimmed(plain: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence; what is longer than any sentence is cut, so that no rule takes for ever."""
    while end - begin > _LONGEST:
        yield from _trimmed(plain, begin, begin + _LONGEST)
        begin += _LONGEST
    part = plain[begin:end]
    if stripped := part.strip():
        first = begin + part.index(stripped[0])
        yield first, first + len(stripped)


def shielded(sentence: str) -> str:
    """Return a sentence, as long as before, with titles, quotations and brackets blanked out."""
    return _QUOTED.sub(lambda match: _FILLING.sub("¤", match.group()), sentence).replace("\n", " ")


def segments(sentence: str) -> list[tuple[int, int, str]]:
    """Return the stretches between commas, semicolons and colons of a shielded sentence, with the mark before each."""
    found: list[tuple[int, int, str]] = []
    begin, mark = 0, ""
    for match in _COMMA.finditer(sentence):
        found.append((begin, match.start(), mark))
        begin, mark = match.end(), match.group()
    found.append((begin, len(sentence.rstrip("。.！!？? ")), mark))
    trimmed = []
    for first, last, before in found:
        part = sentence[first:last]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            trimmed.append((first + lead, first + len(part.rstrip()), before))
    return trimmed
