"""The lexicon that comes with the program."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.wordforms import forms, is_chinese
from dialogue_prep.system import lexicon as lexicon_file
from dialogue_prep.system.data_files import read_data
from dialogue_prep.system.lexicon import THEMES, lexicon


def test_there_are_at_least_forty_themes_in_three_languages() -> None:
    themes = read_data(THEMES)["theme"]
    assert len(themes) >= 40
    for name, theme in themes.items():
        assert {"en", "fr", "zh-Hans"} <= theme.keys(), name


def test_no_word_of_the_genre_is_a_theme_by_itself() -> None:
    known = lexicon()
    assert [form for form in sorted(known.genre) if known.themes_of((form,))] == []


def test_no_phrase_is_longer_than_what_is_looked_for() -> None:
    known = lexicon()
    for theme in known.themes.values():
        for phrase in theme.phrases:
            assert known.parse(phrase)[0] == (phrase,), (theme.name, phrase)


def test_neighbours_and_wider_themes_are_other_themes() -> None:
    known = lexicon()
    for theme in known.themes.values():
        assert theme.name not in theme.within | theme.near
        assert theme.within.isdisjoint(theme.near)
        assert theme.within | theme.near <= known.themes.keys()


def test_chinese_phrases_are_of_chinese_characters() -> None:
    for name, theme in read_data(THEMES)["theme"].items():
        for phrase in theme["zh-Hans"]:
            assert all(is_chinese(form) for form in forms(phrase)), (name, phrase)


def test_no_phrase_stands_twice_in_one_language_of_a_theme() -> None:
    for name, theme in read_data(THEMES)["theme"].items():
        for language in ("en", "fr", "zh-Hans"):
            assert len(set(theme[language])) == len(theme[language]), (name, language)


@pytest.fixture
def damaged(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    read: dict[str, Any] = deepcopy(read_data(THEMES))
    monkeypatch.setattr(lexicon_file, "read_data", lambda name: read)
    return read


def test_a_neighbour_that_is_no_theme_is_told(damaged: dict[str, Any]) -> None:
    damaged["theme"]["cyber"]["near"] = ["kites"]
    with pytest.raises(MachineError, match="cyber: there is no theme kites"):
        lexicon.__wrapped__()


def test_a_word_that_tells_nothing_is_told(damaged: dict[str, Any]) -> None:
    damaged["theme"]["cyber"]["en"] = ["of the"]
    with pytest.raises(MachineError, match="cyber, en: 'of the' is no word that could tell anything"):
        lexicon.__wrapped__()


def test_words_that_are_no_list_are_told(damaged: dict[str, Any]) -> None:
    damaged["theme"]["cyber"]["en"] = "cyber"
    with pytest.raises(MachineError, match="cyber, en: a list of words is needed"):
        lexicon.__wrapped__()


def test_a_missing_table_is_told(damaged: dict[str, Any]) -> None:
    del damaged["meeting"]
    with pytest.raises(MachineError, match="there is no table “meeting”"):
        lexicon.__wrapped__()
