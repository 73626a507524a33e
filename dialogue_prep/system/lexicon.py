"""The lexicon that comes with the program: the words of the themes of which dialogues speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Any

from dialogue_prep.domain.lexicon import Lexicon, Theme
from dialogue_prep.domain.wordforms import Forms, forms
from dialogue_prep.system.data_files import DamagedData, read_data

THEMES = "themes.toml"

_ABOUT_A_THEME = ("within", "near")


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; MachineError if its file is missing, or damaged, naming the place."""
    read = read_data(THEMES)
    themes = {name: _theme(name, entry) for name, entry in _table(read, "theme").items()}
    for theme in themes.values():
        if unknown := (theme.within | theme.near) - themes.keys():
            raise DamagedData(THEMES, f"{theme.name}: there is no theme {', '.join(sorted(unknown))}")
    return Lexicon(
        themes=themes,
        series=frozenset(word.casefold() for word in _words("series", _table(read, "series"))),
        genre=_forms(read, "genre"),
        which=_forms(read, "which"),
        meeting=_forms(read, "meeting"),
        held=_forms(read, "held"),
    )


def _theme(name: str, entry: Mapping[str, Any]) -> Theme:
    words = {key: listed for key, listed in entry.items() if key not in _ABOUT_A_THEME}
    within, near = (frozenset(entry.get(key, ())) for key in _ABOUT_A_THEME)
    return Theme(name=name, phrases=_phrases(name, words), within=within, near=near)


def _table(read: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = read.get(name)
    if not isinstance(table, dict) or not table:
        raise DamagedData(THEMES, f"there is no table “{name}”")
    return table


def _forms(read: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(_phrases(name, _table(read, name))))


def _phrases(place: str, by_language: Mapping[str, Any]) -> frozenset[Forms]:
    return frozenset(forms(phrase) for phrase in _words(place, by_language))


def _words(place: str, by_language: Mapping[str, Any]) -> Iterable[str]:
    for language, words in by_language.items():
        if not isinstance(words, list):
            raise DamagedData(THEMES, f"{place}, {language}: a list of words is needed")
        if wrong := [word for word in words if not isinstance(word, str) or not forms(word)]:
            raise DamagedData(THEMES, f"{place}, {language}: {wrong[0]!r} is no word that could tell anything")
        yield from words
