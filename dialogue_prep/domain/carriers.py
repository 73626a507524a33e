"""Carriers: which mechanism, and which entities of a side, the words of a commitment point to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.domain.topic import Mechanism
from dialogue_prep.domain.wordforms import Forms, forms, shown

# A field of work points to somebody when it is that of few: shared by two, one phrase is half the evidence.
ENOUGH = 1.0
CLEAR_LEAD = 1.5
# A name of one word, such as “Justice”, also stands for the thing itself.
_FEWEST_FORMS = 2
# Chinese is written without spaces: one of its characters beside a name is no part of it.
_LETTER = r"[^\W㐀-鿿]"
_INITIALS = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9&]+")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A mechanism or an entity to which words point; `why` are those of its words that say so.

    `named` says that its own name or abbreviation stands there; else only the field of its work does.
    """

    id: str
    named: bool
    why: tuple[str, ...]


def suggest_mechanism(words: str, mechanisms: Sequence[Mechanism], lexicon: Lexicon) -> Carrier | None:
    """Return the mechanism that the words name, else the one whose work they are about; None without evidence."""
    bodies = [_Body(one.id, one.name) for one in mechanisms]
    named = _named(words, bodies)
    return named[0] if named else _by_work(words, bodies, lexicon)


def suggest_leads(words: str, entities: Sequence[Entity], lexicon: Lexicon) -> tuple[Carrier, ...]:
    """Return the entities of one side that the words name, else the one whose work they are about, if that is clear."""
    bodies = [_Body(one.id, one.name, one.abbreviation) for one in entities if one.participates]
    if named := _named(words, bodies):
        return named
    pointed = _by_work(words, bodies, lexicon)
    return (pointed,) if pointed else ()


@dataclass(frozen=True, slots=True)
class _Body:
    id: str
    name: Text
    abbreviation: Text = NOTHING


def _named(words: str, bodies: Sequence[_Body]) -> tuple[Carrier, ...]:
    said = forms(words)
    found = ((body, _name_in(words, said, body)) for body in bodies)
    return tuple(Carrier(body.id, True, (name,)) for body, name in found if name)


def _name_in(words: str, said: Forms, body: _Body) -> str:
    """Return the name or abbreviation of a body that stands in the words, empty where none does."""
    for wording in body.abbreviation:
        short = wording.words
        if _INITIALS.fullmatch(short) and re.search(rf"(?<!{_LETTER}){re.escape(short)}(?!{_LETTER})", words):
            return short
    for wording in body.name:
        name = forms(wording.words)
        if len(name) >= _FEWEST_FORMS and any(said[at : at + len(name)] == name for at in range(len(said))):
            return wording.words
    return ""


def _by_work(words: str, bodies: Sequence[_Body], lexicon: Lexicon) -> Carrier | None:
    """Return the body whose name has clearly most of the fields of work that the words are about.

    A field that several bodies have says little of each.
    """
    phrases, _left = lexicon.parse(forms(lexicon.without_series(words)))
    own = {body.id: _themes(body.name, lexicon) for body in bodies}
    weighed: list[tuple[float, Carrier]] = []
    for body in bodies:
        why = [phrase for phrase in dict.fromkeys(phrases) if own[body.id] & lexicon.themes_of(phrase)]
        weight = sum(1 / sum(bool(one & lexicon.themes_of(phrase)) for one in own.values()) for phrase in why)
        weighed.append((weight, Carrier(body.id, False, shown(why, words))))
    ranked = sorted(weighed, key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    clear = len(ranked) == 1 or ranked[0][0] >= CLEAR_LEAD * ranked[1][0]
    return ranked[0][1] if clear else None


def _themes(name: Text, lexicon: Lexicon) -> frozenset[str]:
    phrases = (phrase for wording in name for phrase in lexicon.parse(forms(wording.words))[0])
    return frozenset(theme for phrase in phrases for theme in lexicon.themes_of(phrase))
