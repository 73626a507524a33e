"""The two parties of a text whose names no table knows: named as a pair, or seen to act as a party acts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.reading import states
from dialogue_prep.reading.english import MEETINGS, MONTHS, NO_PARTIES, ORDINALS, PARTY_NOUNS, SERIES


@dataclass(frozen=True, slots=True)
class Party:
    """A name that a text uses for a party; `paired` where it stands beside the other's as the two sides do."""

    name: str
    paired: bool


_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.]*\w"
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{0,3}}"
_SERIES = "|".join(SERIES)
_LONG = (
    r"(?:the\s)?(?:(?:[A-Z][a-z]+\s){0,2}(?:Republic|Kingdom|Federation|Principality|Commonwealth|State|Union|"
    r"Confederation|Grand\sDuchy|Government)\sof\s(?:the\s)?)?"
)
# “Arvonia-Belmara Dialogue on ...”, “Dialogue between Arvonia and Belmara”, “alternately in Arvonia and in Belmara”.
_PAIRS = (
    re.compile(
        rf"(?<![\w-])(?P<one>{_WORD}(?:[ ]{_WORD})?)\s?[-–—/]\s?(?P<other>{_WORD})(?=\s(?:[\w'’/&-]+\s){{0,6}}?"
        rf"(?i:{_SERIES})\b)"
    ),
    re.compile(
        rf"\b(?:between|alternately (?:by|in)|by turns (?:by|in)|in turn (?:by|in))\s{_LONG}(?P<one>{_NAME})\s"
        rf"and\s(?:by\s|in\s)?{_LONG}(?P<other>{_NAME})"
    ),
    re.compile(rf"\bin\s(?P<one>{_WORD})\sand\s(?:in\s)?(?P<other>{_WORD})\s(?:alternately|in turn|by turns)\b"),
    re.compile(
        rf"\b{_LONG}(?P<one>{_WORD})\sand\s{_LONG}(?P<other>{_WORD})\s(?:agreed|will|shall|committed|decided|held|"
        rf"met)\b"
    ),
    re.compile(
        rf"\bdelegation of\s{_LONG}(?P<one>{_WORD})\b[^\n]{{0,200}}?\bdelegation of\s{_LONG}(?P<other>{_WORD})\b"
    ),
)
_IN_TITLE = re.compile(
    rf"(?<![\w-])(?P<one>{_WORD}(?:[ ]{_WORD})?)\s?[-–—/]\s?(?P<other>{_WORD})(?=\s)|"
    rf"^(?P<first>{_WORD})\s(?:and|AND)\s(?P<second>{_WORD})$"
)
# What only a party does or has: each of these alone may deceive, two of different kinds do not.
_SIGNS = (
    re.compile(
        rf"(?:^|[.;:]\s|\n|,\s(?:and\s|while\s)?)(?P<one>{_WORD})(?:,[^,]{{2,30}},)?\s(?:also\s|further\s)?(?:will|"
        r"shall|would|agree[sd]|undertook|undertakes|pledge[sd]|commit(?:s|ted)|decide[sd]|promise[sd]|welcome[sd]|"
        r"noted|informed|announce[sd]|offer(?:s|ed)|expresse[sd]|thank(?:s|ed))\b"
    ),
    re.compile(
        r"\b(?:Minister|Secretary|Director|President|Ambassador|Commissioner|Chief|Governor|Chancellor|Head|Warden|"
        rf"Chair|Envoy|General)[^,;.\n]{{0,80}}?\sof\s(?:the\s)?(?P<one>{_WORD})(?=,|\.|;|\sand\b|\n|\s\w+ed\b)"
    ),
    re.compile(rf"\b(?:Republic|Kingdom|Federation|Principality|Commonwealth|Government)\sof\s(?P<one>{_WORD})"),
    re.compile(rf"(?:\bon the|\bby the|\bfor|\b[Tt]he)\s(?P<one>{_WORD})\s(?:side|party|delegation)\b"),
    re.compile(rf"(?:^|\n|[.;:]\s|\b[Ff]or\s|\b[Oo]n the part of\s)(?P<one>{_WORD})(?::|\sshall be represented)"),
    re.compile(rf"\b(?P<one>{_WORD})'s\s(?:[A-Z]\w+\s)*(?:Minister|Secretary|Director|President|Ambassador|Ministry)"),
)
_ADJECTIVE = re.compile(
    r"\b(?P<one>[A-Z]\w{3,})\s(?:side|delegation|[Gg]overnment|party|[Mm]inisters?|officials|authorities|"
    r"representatives)\b"
)
# “The Norvian Coast Guard”: by its ending alone.
_BY_ENDING = re.compile(r"\b(?P<one>[A-Z]\w{2,}(?:an|ish|ese|ic))\s\w")
_OF_NAME = re.compile(r"\bof\s(?:the\s)?(?P<one>[A-Z]\w{3,})\b")
_NO_NAMES = frozenset(word.casefold() for word in (*NO_PARTIES, *ORDINALS, *MONTHS, *SERIES, *MEETINGS, *PARTY_NOUNS))
_HEAD = 3000
_SIGNS_ENOUGH = 2


def named_parties(plain: str, title: str) -> Iterator[Party]:
    """Yield the names, known to no table, under which a text has its parties stand side by side or act."""
    paired = dict.fromkeys(_paired(plain, title))
    yield from (Party(name, True) for name in paired)
    signs: dict[str, set[int]] = defaultdict(set)
    for number, pattern in enumerate(_SIGNS):
        for match in pattern.finditer(plain):
            if _may_be_party(match["one"]):
                signs[match["one"]].add(number)
    names = [name for name, seen in signs.items() if len(seen) >= _SIGNS_ENOUGH and name not in paired]
    adjectives = _adjectives(plain)
    for match in _OF_NAME.finditer(plain):
        if match["one"] not in names and any(_belong(match["one"], adjective) for adjective in adjectives):
            names.append(match["one"])
    adjectival = {adjective_of(name, plain) for name in (*paired, *names)} - {None}
    yield from (Party(name, False) for name in dict.fromkeys(names) if name not in paired and name not in adjectival)


def adjective_of(name: str, plain: str) -> str | None:
    """Return the adjective with which a text says of whom a side or something else is."""
    others = sorted({match["one"] for match in _BY_ENDING.finditer(plain)})
    return next((word for word in (*_adjectives(plain), *others) if _belong(name, word)), None)


def _adjectives(plain: str) -> list[str]:
    return sorted({match["one"] for match in _ADJECTIVE.finditer(plain)})


def _paired(plain: str, title: str) -> Iterator[str]:
    """Yield the names that a text pairs as one pairs the two sides; outside a title one of them stands alone too."""
    for place, pattern in enumerate((_IN_TITLE, *_PAIRS)):
        words = title if pattern is _IN_TITLE else plain[:_HEAD] if place == 1 else plain
        # Each pair is looked at once, however often a long text names it.
        for names in dict.fromkeys(match.groups() for match in pattern.finditer(words)):
            both = [_as_elsewhere(name, plain) for name in names if name]
            sure = pattern is _IN_TITLE or any(_stands_alone(name, plain) for name in both)
            if sure and all(_may_be_party(name) and _is_no_word(name, plain) for name in both):
                yield from (name for name in both if states.by_name(name) is None)


def _may_be_party(name: str) -> bool:
    words = name.casefold().split()
    return not any(word in _NO_NAMES or word.rstrip("s") in _NO_NAMES for word in words)


def _stands_alone(name: str, plain: str) -> bool:
    """Say whether a name is a word of its own, and no part of such as “High-Level” or “Asia-Pacific”."""
    if states.by_name(name) is not None:
        return True
    alone = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", plain)
    return alone is not None or adjective_of(name, plain) is not None


def _is_no_word(name: str, plain: str) -> bool:
    """Say whether a name is one: no text writes the name of a state with a small letter."""
    return re.search(rf"\b{re.escape(name.lower())}\b", plain) is None


def _as_elsewhere(name: str, plain: str) -> str:
    """Return a name as the text writes it elsewhere, where it stands in capitals, as an adjective or behind “joint”."""
    first, _, rest = name.partition(" ")
    name = rest if rest and first.casefold() in _NO_NAMES else name
    name = name.title() if name.isupper() and name.title() in plain else name
    nouns = (match["one"] for match in _OF_NAME.finditer(plain) if len(match["one"]) < len(name))
    spelt = name.title() if name.isupper() else name
    return next((noun for noun in nouns if _belong(noun, spelt)), name)


def _belong(name: str, adjective: str) -> bool:
    """Say whether an adjective is that of a name: they share all but a short ending of the shorter."""
    if name == adjective or next(states.mentions(adjective), None) is not None:
        return False
    shorter = min(len(name), len(adjective))
    same = next((i for i, (a, b) in enumerate(zip(name, adjective, strict=False)) if a != b), shorter)
    return same >= max(4, shorter - 2)
