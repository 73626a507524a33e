"""Which series of meetings a source belongs to, and which number in it the meeting has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.reading import states
from dialogue_prep.reading.english import MONTHS, ORDINALS, ROMAN, SERIES, SERIES_WORD, words
from dialogue_prep.reading.extract import Found
from dialogue_prep.reading.layout import BlockKind, Layout
from dialogue_prep.reading.name_lines import in_small_letters, name_below
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.sides import Sides

_SERIES_WORD = "|".join(word.capitalize() for word in SERIES)
_WORD = r"(?:(?:d['’])?[A-ZÀ-ÖØ-Þ0-9][\w'’.+/&–-]*)"
_SMALL = r"(?:of|and|on|for|the|in|with|to|&|–|-)"
NAME = re.compile(rf"{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD})*")
_HAS_SERIES = re.compile(rf"\b(?:{_SERIES_WORD}|{_SERIES_WORD.upper()})\b")
_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL = re.compile(rf"\b(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ORDINAL_WORD}))\b", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(
    rf"\b(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ORDINAL_WORD}))\s(?:(?:[\w-]+\s){{0,3}}?(?:meeting|"
    rf"round|session|edition|iteration)\sof\s(?:the\s|their\s)?|"
    rf"(?:[a-z][\w-]+\s){{0,2}})?$",
    re.IGNORECASE,
)
_ROMAN = "|".join(sorted(ROMAN, key=len, reverse=True))
_INNER_ORDINAL = re.compile(
    rf"(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ORDINAL_WORD})|(?P<roman>(?-i:{_ROMAN})))\s+|(?:19|"
    rf"20)\d\d\s+",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"(?:meeting|session|round|edition|iteration)s?\s(?:of|under|within)\s(?:the\s|their\s|its\s)?", re.IGNORECASE
)
# What comes behind a name that stands in capitals, where no small letter ends it.
_BEHIND_NAME = re.compile(r"\s(?:between|held|from|took|was|which|convened|co-chaired|in\sthe\scity)\s", re.IGNORECASE)
_TIMES = re.compile(
    rf"\bfor the (?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ORDINAL_WORD})) time\b", re.IGNORECASE
)
_GENRE = re.compile(
    r"^(?:(?:the|joint|final|official|press|media|ministerial|chairs?'?s?|co-chairs'?|summary|outcomes?|readout|"
    r"statement|communiqu[eé]|declaration|release|record|"
    r"agreed|minutes|terms|reference|following|note|report|text|by|from|at|after|of|on|to|for|[-–—:,]|\d{4})\s*)+",
    re.IGNORECASE,
)
_AFTER_SPOKESPERSON = re.compile(r"^[^:]{0,60}\b(?:Statement|Readout)\sby\s.{5,80}?\son\s(?:the\s)?(?=.)")
_HELD = re.compile(
    r"\b(?:met|held|hold|convened?|reconvened|co-?chaired|chaired|hosted|took place|gathered|launched|announced|"
    r"led)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    words("""
    meeting meetings talks consultations consultation discussions group conference summit
    """)
)
_EVERY_NAME = frozenset(words("of the and on in s bilateral trilateral annual regular")) | frozenset(SERIES)
_FIRST_SENTENCES = 5
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Series:
    """The name of a series, without its ordinal, and the ordinal of the meeting."""

    name: Found | None
    ordinal: int | None


@dataclass(frozen=True, slots=True)
class _NamedSeries:
    start: int
    end: int
    ordinal: int | None
    titled: bool
    seen: int


def find_series(layout: Layout, sides: Sides) -> Series:
    """Return the series of a source, and the ordinal that goes with it."""
    candidates = [*_in_title(layout), *_in_text(layout)]
    scored = [(_score(layout, sides, candidate), -candidate.start, candidate) for candidate in candidates]
    named = [entry for entry in scored if entry[0] > 0]
    if not named:
        return Series(None, None)
    best = max(named, key=lambda entry: (entry[0], entry[1]))[2]
    ordinal = best.ordinal
    if ordinal is None:
        ordinal = _ordinal_of(layout, candidates, best)
    return Series(layout.text.found(*in_small_letters(layout.plain, best.start, best.end, SERIES_WORD)), ordinal)


def _in_title(layout: Layout) -> Iterator[_NamedSeries]:
    title = layout.title()
    if title is None:
        return
    words = layout.words(title)
    spokesperson = _AFTER_SPOKESPERSON.match(words)
    genre = spokesperson or _GENRE.match(words)
    begin = genre.end() if genre else 0
    if words[begin:].strip():
        yield from _names(layout, title.start + begin, title.end, titled=True, seen=0)
    elif below := name_below(layout, title, SERIES_WORD):
        yield from _names(layout, *below, titled=True, seen=0)


def _in_text(layout: Layout) -> Iterator[_NamedSeries]:
    seen = 0
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        for start, end in sentences(layout.plain, block.start, block.end):
            seen += 1
            if seen > _FIRST_SENTENCES:
                return
            if _HELD.search(layout.plain[start:end]):
                yield from _names(layout, start, end, titled=False, seen=seen)


def _names(layout: Layout, start: int, end: int, *, titled: bool, seen: int) -> Iterator[_NamedSeries]:
    for match in NAME.finditer(layout.plain, start, end):
        words = match.group()
        begin = (
            match.start()
            + len(words)
            - len(re.sub(r"^(?:The|On|In|At|During|Today|For|Joint Statement on|Following)\s", "", words))
        )
        stop = _cut(layout.plain, begin, match.end())
        ordinal, begin = _own_ordinal(layout.plain, begin, stop, start)
        name = layout.plain[begin:stop]
        if _HAS_SERIES.search(name) and name.split()[0].lower() not in ("meeting", "meetings"):
            yield _NamedSeries(begin, stop, ordinal, titled, seen)


def _cut(plain: str, begin: int, end: int) -> int:
    """Return where a name ends: a place in which the meeting was held is no part of it."""
    behind = _BEHIND_NAME.search(plain, begin, end)
    if behind and _HAS_SERIES.search(plain, begin, behind.start()) and _telling(plain[begin : behind.start()]):
        end = behind.start()
    name = plain[begin:end]
    place = re.search(r"\s(?:in|at|on)\s(?:[A-Z][\w'’-]+)(?:[\s,]+(?:on|from|[A-Z\d][\w'’-]*))*$", name)
    if place and _HAS_SERIES.search(name[: place.start()]) and not _is_theme(name[place.start() :]):
        return begin + place.start()
    return end


def _telling(name: str) -> list[str]:
    """Return the words of a name that tell its series from any other meeting."""
    return [word for word in re.findall(r"[\w+]+", name) if word.lower() not in _EVERY_NAME]


def _is_theme(words: str) -> bool:
    """Say whether “on ...” at the end of a name is what the series is about, and no day."""
    return re.match(r"\son\s", words) is not None and re.match(rf"\son\s(?:{'|'.join(MONTHS)}|\w+day)\b", words) is None


def _own_ordinal(plain: str, begin: int, end: int, first: int) -> tuple[int | None, int]:
    """Return the ordinal with which a name begins or that stands before it, and where the name itself begins."""
    inner = _INNER_ORDINAL.match(plain, begin, end)
    if inner:
        counted = inner["number"] or inner["word"] or inner["roman"]
        return (_number(inner) if counted else None), _past_meeting(plain, inner.end(), end)
    begin = _past_meeting(plain, begin, end)
    before = _ORDINAL_BEFORE.search(plain[max(first, begin - 80) : begin])
    return (_number(before) if before else None), begin


def _score(layout: Layout, sides: Sides, candidate: _NamedSeries) -> int:
    """Return how well a name names a series; 0 for a name that is nothing but states and a word for a meeting."""
    name = layout.plain[candidate.start : candidate.end]
    rest = name
    for mention in states.mentions(name):
        rest = rest.replace(name[mention.start : mention.end], " ")
    for side in sides.names:
        rest = side.pattern.sub(" ", rest)
    theme = _telling(rest)
    kinds = {word.lower() for word in _HAS_SERIES.findall(name)}
    named = len(sides.mentioned(name))
    if not kinds or (not theme and (kinds <= _GENERIC or named < _PAIR)):
        return 0
    return (
        2 * min(named, 2)
        + 2 * candidate.titled
        + 2 * (candidate.ordinal is not None)
        + 2 * (not kinds <= _GENERIC)
        + (candidate.seen == 1)
    )


def _ordinal_of(layout: Layout, candidates: list[_NamedSeries], best: _NamedSeries) -> int | None:
    """Return the ordinal that another naming of the series has, or that the opening tells; None where two compete."""
    words = _bag(layout.plain[best.start : best.end])
    told = {
        other.ordinal
        for other in candidates
        if other.ordinal is not None and 2 * len(words & _bag(layout.plain[other.start : other.end])) >= len(words)
    }
    told |= set(_times(layout))
    return told.pop() if len(told) == 1 else None


def _times(layout: Layout) -> Iterator[int]:
    for block in [block for block in layout.blocks if block.kind is BlockKind.PROSE][:2]:
        for match in _TIMES.finditer(layout.plain, block.start, block.end):
            yield _number(match)


def _past_meeting(plain: str, begin: int, end: int) -> int:
    """Return where a name begins past “Meeting of the” and “Session of the”."""
    match = _MEETING_OF.match(plain, begin, end)
    return match.end() if match and _HAS_SERIES.search(plain, match.end(), end) else begin


def _bag(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", name)}


def _number(match: re.Match[str]) -> int:
    if match.groupdict().get("roman"):
        return ROMAN.index(match["roman"]) + 1
    return int(match["number"]) if match["number"] else ORDINALS[match["word"].lower()]
