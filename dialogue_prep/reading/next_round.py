"""The next meeting of the same series: its place, year, day and host, as far as they are said."""

from __future__ import annotations

import re
from datetime import date

from dialogue_prep.reading.days import days_ahead, days_in
from dialogue_prep.reading.english import MEETINGS, MONTHS, ORDINALS, ROMAN, SERIES, words
from dialogue_prep.reading.extract import FoundNextRound
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.places import NAME, TOWN, host_of
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.told import told

_WORD = "|".join(sorted({*MEETINGS, *SERIES}, key=len, reverse=True))
# What comes next is never the first.
_LATER = tuple(word for word, number in ORDINALS.items() if number > 1)
_ORDINAL = "|".join((*_LATER, r"(?!1st)\d{1,3}(?:st|nd|rd|th)", *(rf"(?-i:{number})" for number in ROMAN[1:])))
_NEXT = re.compile(
    rf"\bnext\s(?:[\w'’.&()/-]+\s){{0,9}}?(?:{_WORD})\b|\b(?:meet|convene|gather|reconvene)\s(?:again|next)\b|"
    rf"\breconven(?:e|ing)\b|\b(?:meeting|convening|gathering)\s(?:again|next)\b|"
    rf"\b(?:the|its|their|our)\s(?:{_ORDINAL})\s(?:[\w'’.&()/-]+\s){{0,8}}?(?:{_WORD}|"
    rf"(?-i:[A-Z]{{3,6}}))\b(?=[^.]{{0,120}}\b(?:will|"
    rf"would|should|shall|to\sbe|to\stake\splace|takes\splace|scheduled|(?:in|of)\s20\d\d|next\syear))|"
    rf"\b(?:hold|host|conven)(?:e|ing)?\s(?:the|a|their|our)\s(?:{_ORDINAL})\s(?:[\w'’.&()/-]+\s){{0,8}}?(?:{_WORD})\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:agreed|will|would|should|shall|scheduled|looks?|looked|looking|to\sbe|plan(?:s|ned)?|intend|expect(?:s|"
    r"ed)?|invited|accepted|offered|decided|committed|hope[sd]?|is\son|to\shold|to\sconvene|to\smeet|takes\splace|"
    r"meets|is\sheld)\b"
)
_NAMED = re.compile(r"\bnext\s(?P<name>(?:[A-Z][\w'’.&/-]*\s?(?:of\s|and\s|on\s|the\s)*)+)")
# “The first meeting of the joint group of pilots” is no meeting of the series.
_OF_BODY = re.compile(
    r"\sof\s(?:the|an?|its|their|our)\s(?P<name>(?:(?!(?:in|at|will|would|shall|should|is|to|by|next|during|before|between|"
    r"on\s(?:the\s)?\d)\b)[\w'’&-]+\s?)+)"
)
_GENERAL = frozenset({*MEETINGS, *SERIES}) | frozenset(
    words("the of and on for s joint bilateral regular annual high level")
)
_YEAR = re.compile(
    r"\b(?:in|during|by|early|late|mid-?|of|for|half of|quarter of|(?:"
    + "|".join(MONTHS)
    + r"),?|spring|summer|autumn|fall|winter)\s?(?P<year>20\d\d|19\d\d)\b"
)
_RELATIVE_YEAR = re.compile(r"\b(?P<word>next year|later this year|this year|the following year)\b")
_PLACE = re.compile(rf"\b(?:in|at)\s(?:the\s)?(?:(?:[A-Z][\w'’-]+\s){{0,3}}{TOWN})?(?P<place>{NAME})")
_HOST = re.compile(
    r"\b(?:hosted\sby|host(?:ing)?\sof|invitation\s(?:of|by|from))\s(?:the\s)?(?P<host>[A-Z][\w.' ]{1,40})|"
    r"\b(?P<before>[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,3})\s(?:will|would|shall|is\sto|offered\sto|agreed\sto)\shost\b"
)
_NO_PLACE = re.compile(r"^(?:" + "|".join(MONTHS) + r"|\d)")


def find_next_round(layout: Layout, sides: Sides, series: str | None, met: date | None) -> FoundNextRound | None:
    """Return the next round, or None where neither its place nor its year is known or it is another body's meeting."""
    best: FoundNextRound | None = None
    for start, end in told(layout):
        sentence = layout.plain[start:end]
        match = _NEXT.search(sentence)
        if match is None or not _AHEAD.search(sentence) or _is_other(sentence, match.end(), series):
            continue
        found = _read(layout, sides, start, end, start + match.start(), met)
        if found is not None and found.is_after(met) and (best is None or found.told > best.told):
            best = found
    return best


def _is_other(sentence: str, after: int, series: str | None) -> bool:
    """Say whether the next meeting bears a name, or is of a body, that shares no telling word with the series."""
    named, body = _NAMED.search(sentence), _OF_BODY.match(sentence, after)
    if named is not None and series is None:
        return bool(_telling(named["name"]))
    names = (_telling(match["name"]) for match in (named, body) if match)
    return series is not None and any(telling and not _shares(telling, series) for telling in names)


def _telling(name: str) -> set[str]:
    """Return the words of the name of a body that others do not bear, too."""
    return _words(name) - _GENERAL


def _shares(telling: set[str], series: str) -> bool:
    """Say whether one of some words is of the name of a series, or is made of its initials."""
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", series)).casefold()
    return bool(telling & _words(series)) or any(word in initials for word in telling if 1 < len(word) <= 6)


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", name)}


def _read(layout: Layout, sides: Sides, start: int, end: int, at: int, met: date | None) -> FoundNextRound | None:
    sentence = layout.plain[start:end]
    day = next(days_in(layout.plain, at, end), None)
    year = day.year if day and day.year else _year(layout.plain[at:end], met)
    if year is None and day is not None and met is not None:
        year = met.year if day.first > (met.month, met.day) else met.year + 1
    place = _place(layout.plain[at:end]) or _place_before(sentence)
    host = _host(sentence, sides, place)
    if host is not None and place is None and year is not None:
        place = host
    if place is None and year is None:
        return None
    first, last = days_ahead(day, year)
    span = layout.text.span(start, end)
    return FoundNextRound(place=place, year=year, day=first, last_day=last, host=host, span=span)


def _year(words: str, met: date | None) -> int | None:
    match = _YEAR.search(words)
    if match:
        return int(match["year"])
    relative = _RELATIVE_YEAR.search(words)
    if relative and met is not None:
        return met.year + (relative["word"] in ("next year", "the following year"))
    return None


def _place(words: str) -> str | None:
    for match in _PLACE.finditer(words):
        name = " ".join(match["place"].split()).rstrip(",")
        if not _NO_PLACE.match(name) and not re.search(rf"\b(?:{_WORD})\b", name, re.IGNORECASE):
            return name
    return None


def _place_before(sentence: str) -> str | None:
    match = re.search(rf"\bto\s(?P<place>{NAME})\sfor\b", sentence)
    return match["place"] if match else None


def _host(sentence: str, sides: Sides, place: str | None) -> str | None:
    if place is not None and (host := host_of(place, sentence, sides)) is not None:
        return host
    match = _HOST.search(sentence)
    return sides.only_side(match["host"] or match["before"]) if match else None
