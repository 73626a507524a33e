"""The phrases to which a text comes back: two or three words that stand together more than once."""

from __future__ import annotations

import re
from collections import defaultdict

from dialogue_prep.reading import states
from dialogue_prep.reading.english import MEETINGS, MONTHS, PARTY_NOUNS, REPORTING, SERIES, VERBS, words
from dialogue_prep.reading.layout import BlockKind, Layout
from dialogue_prep.reading.offices import is_office
from dialogue_prep.reading.subjects import is_frame_word
from dialogue_prep.reading.verbs import base_of

_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|[^\w\s]")
_MONTHS = frozenset(month.casefold() for month in MONTHS)
_SMALL = frozenset(
    words(
        """
    the a an and or of in on at to for from by with as is are was were be been being has have had will would shall
    should may can could must do does did not no nor but if than then that this these those it its they their them
    we our us he she his her who which what when where while how all any both each other others such same more most
    including through between among within across under over into about against during after before since until also
    there here so very only own out up down off per via last year years month months best practice practices private
    sector sectors task part parts number time people level levels world country
    """
    )
)
_PEOPLE = frozenset(
    words("""
    minister ministers president secretary ambassador director advisor adviser prime deputy mr mrs ms dr hon he she
    government governments general
    """)
)
_EMPTY = frozenset((*PARTY_NOUNS, *MEETINGS, *SERIES, *REPORTING)) | _PEOPLE | _MONTHS | _SMALL
_ADJECTIVE = re.compile(r"\w{3,}(?:al|ic|able|ible|ive|ous|ary|ful|less|ant|(?<!m)ent|an)", re.IGNORECASE)
_NOUNS_LIKE_ADJECTIVES = frozenset(
    words(
        """
    accident agent approval arrival arsenal boundary capital client climate component consultant content
    executive extent grant immigrant incident initiative journal library logic material migrant monetary music
    narrative objective ocean parliament participant patent pathogen perspective plan plant potential president
    proposal public renewal representative salary secretary signal student summary talent topic traffic trial
    withdrawal
    """
    )
)
_LONGEST = 3
_MOST = 10


def keyphrases(layout: Layout, people: frozenset[str]) -> list[tuple[int, int]]:
    """Return the offsets of the first standing of each phrase that comes back, in the order of the text.

    A phrase with a word of `people` or one that is nothing but the words of an office is a person's and is left out.
    """
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for run in _runs(layout):
        for length in range(2, _LONGEST + 1):
            for first in range(len(run) - length + 1):
                part = run[first : first + length]
                said = layout.plain[part[0][1] : part[-1][2]].split()
                if _names_matter(said[-1]) and not _is_verb(said[0]) and not people & set(said) and not is_office(said):
                    places[tuple(stem for stem, _, _ in part)].append((part[0][1], part[-1][2]))
    ranked = sorted(places, key=lambda stems: (-len(places[stems]) * (len(stems) + 1), places[stems][0]))
    chosen: list[tuple[str, ...]] = []
    for stems in ranked:
        if len(places[stems]) < 2 or len(chosen) == _MOST:
            break
        if not any(len(set(stems) & set(other)) > 1 or stems[0] in other for other in chosen):
            chosen.append(stems)
    return sorted(places[stems][0] for stems in chosen)


def _runs(layout: Layout) -> list[list[tuple[str, int, int]]]:
    """Return runs of words that mean something, each as stem and offsets, broken by all other words and by marks."""
    runs: list[list[tuple[str, int, int]]] = [[]]
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            continue
        named = [(mention.start, mention.end) for mention in states.mentions(layout.words(block))]
        for match in _TOKEN.finditer(layout.plain, block.start, block.end):
            word = match.group().casefold().removesuffix("'s")
            at = match.start() - block.start
            if _means_nothing(word) or any(start <= at < end for start, end in named):
                runs.append([])
                continue
            runs[-1].append((_stem(word), match.start(), match.end()))
        runs.append([])
    return runs


def _means_nothing(word: str) -> bool:
    return (
        len(word) < 3
        or word in _EMPTY
        or is_frame_word(word)
        or (word in VERBS and not word.endswith(("e", "k", "d")))
        or word.endswith("ly")
    )


def _is_verb(word: str) -> bool:
    """Say whether a word that begins a phrase is a verb, and what follows its object: “pursue networks”."""
    return word.lower() in VERBS and not word.lower().endswith(("ing", "ed"))


def _names_matter(word: str) -> bool:
    """Say whether a word can end a phrase for a matter: no adjective, no gerund of a verb that asks for an object."""
    if _ADJECTIVE.fullmatch(word) and word.casefold() not in _NOUNS_LIKE_ADJECTIVES:
        return False
    return base_of(word) is None or word.casefold() in (
        "trafficking",
        "smuggling",
        "laundering",
        "training",
        "fishing",
        "sharing",
        "financing",
        "building",
        "funding",
        "testing",
    )


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
