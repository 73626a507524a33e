"""What the program knows of a state, put into a side of which nobody has said it."""

from __future__ import annotations

from dataclasses import replace

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.text import NOTHING, Text, Wording, WordingState, in_english, worded
from dialogue_prep.reading.states import State, StateWords, by_name

_LANGUAGES = ("en", "fr", "zh-Hans")


def state_name(name: str, language: str) -> Text:
    """Return the name of a state in every language of the program; only the words themselves where it is unknown."""
    state = by_name(name)
    if state is None:
        return worded(language, name)
    return _in_every_language({language: state.words(language).name for language in _LANGUAGES})


def with_state(side: Side, name: str, language: str) -> Side:
    """Return a side with what is known of the state of this name; what is said of it already stays."""
    state = by_name(name)
    if state is None:
        return side
    words = state.words(language)
    return replace(
        side,
        long_name=side.long_name or in_english(state.long_name),
        adjective=side.adjective or _adjective(words, language),
        capital=side.capital or _capital(state),
        time_zone=side.time_zone or state.time_zone,
        holiday_calendar=side.holiday_calendar or state.code,
    )


def _adjective(words: StateWords, language: str) -> Text:
    return worded(language, words.adjectives[0]) if words.adjectives else NOTHING


def _capital(state: State) -> Text:
    return _in_every_language({language: state.words(language).capital for language in _LANGUAGES})


def _in_every_language(words: dict[str, str]) -> Text:
    original, *others = words.items()
    translated = (Wording(language, said, WordingState.TRANSLATION) for language, said in others)
    return Text((Wording(*original), *translated))
