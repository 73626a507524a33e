"""Sentences of a stretch of text, and what in them is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?]+(?:\s?»|[\"”'’)\]])*(?=\s+(?:«\s?|[\"“'‘(\[])?[A-ZÀ-ÖØ-Þ0-9$•]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|MM|Mme|Mmes|Mlle|Dr|Hon|Rt|St|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Alm|Sen|Rep|Gov|Prof|No|Nos|Art|Arts|vs|"
    r"cf|para|"
    r"paras|Jr|Sr|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|e\.g|i\.e|approx|Amb|Sec)|\b[A-Z]|"
    r"\b(?:[A-Z]\.)+[A-Z])$"
)
_QUOTED = re.compile(r"[“\"](?=\S)[^“”\"]{1,400}[”\"]|«[^«»]{1,400}»|(?<!\w)‘(?=\S)[^‘’]{1,400}’(?!\w)")
_BRACKETED = re.compile(r"\((?!(?:\d{1,2}|[a-z]|[ivx]{1,4})\))[^()]{0,300}\)")
_LONGEST = 4000
_FILLING = re.compile(r"[^\n]")


def sentences(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences between two offsets, without the white space around them."""
    begin = start
    for match in _END.finditer(plain, start, end):
        before = plain[max(begin, match.start() - 12) : match.start()]
        if (
            match.end() < end
            and match.group().startswith(".")
            and _ABBREVIATION.search(before)
            and not _really_ends(plain, match.end())
        ):
            continue
        yield from _trimmed(plain, begin, match.end())
        begin = match.end()
    yield from _trimmed(plain, begin, end)


def _really_ends(plain: str, end: int) -> bool:
    """Say whether an abbreviation also ends its sentence: the next word can only begin one."""
    return (
        re.match(
            r"\s+(?:The|They|We|Both|It|This|These|In|On|During|Participants|Ministers)\s+[a-z]", plain[end : end + 40]
        )
        is not None
    )


def _trimmed(plain: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence; what is longer than any sentence is cut between words, so that no rule takes for ever."""
    while end - begin > _LONGEST:
        cut = plain.rfind(" ", begin, begin + _LONGEST)
        cut = cut if cut > begin else begin + _LONGEST
        yield from _trimmed(plain, begin, cut)
        begin = cut
    part = plain[begin:end]
    if stripped := part.strip():
        first = begin + part.index(stripped[0])
        yield first, first + len(stripped)


def shielded(sentence: str) -> str:
    """Return the sentence, as long as before, with quotations and brackets blanked out: no rule reads inside them."""

    def blank(match: re.Match[str]) -> str:
        return _FILLING.sub("¤", match.group())

    return _BRACKETED.sub(blank, _QUOTED.sub(blank, sentence)).replace("\n", " ")
