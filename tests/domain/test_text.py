"""Texts in several languages: one wording each, and translations that fall behind their original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.text import NOTHING, Text, Wording, WordingState, in_english, worded
from tests.invented import LANGUAGES, said, texts

ORIGINAL, TRANSLATION, OUTDATED = WordingState


def states(text: Text) -> dict[str, WordingState]:
    return {wording.language: wording.state for wording in text}


def test_a_text_says_nothing_until_somebody_says_something() -> None:
    assert not NOTHING
    assert not Text((Wording("en", " \n"),))
    assert Text((Wording("en", "x"),))
    assert NOTHING.read("en", "fr") == ""


def test_a_text_has_one_wording_a_language() -> None:
    with pytest.raises(ValueError, match="one wording a language"):
        Text((Wording("en", "a"), Wording("en", "b")))


def test_the_order_in_which_languages_are_given_makes_no_difference() -> None:
    english, french = Wording("en", "a"), Wording("fr", "b", TRANSLATION)
    assert Text((english, french)) == Text((french, english))


def test_a_text_is_read_in_the_first_language_that_has_words_then_in_the_original() -> None:
    text = Text((Wording("fr", "eau", TRANSLATION), Wording("zh-Hans", "水"), Wording("en", "water", TRANSLATION)))
    assert text.read("de", "fr", "en") == "eau"
    assert text.read("de") == "水"
    assert Text((Wording("fr", "eau", TRANSLATION),)).read("en") == "eau"
    assert (text.words("fr"), text.words("de")) == ("eau", "")


def test_what_is_said_first_is_the_original_and_what_comes_later_translates_it() -> None:
    text = NOTHING.reworded("fr", "eau").reworded("en", "water")
    assert states(text) == {"fr": ORIGINAL, "en": TRANSLATION}


def test_translations_of_a_changed_original_are_outdated_until_they_are_reworded() -> None:
    text = in_english("water").reworded("fr", "eau").reworded("zh-Hans", "水")
    changed = text.reworded("en", "fresh water")
    assert states(changed) == {"en": ORIGINAL, "fr": OUTDATED, "zh-Hans": OUTDATED}
    mended = changed.reworded("fr", "eau douce")
    assert states(mended) == {"en": ORIGINAL, "fr": TRANSLATION, "zh-Hans": OUTDATED}
    assert changed.words("fr") == "eau", "nothing is lost"


def test_a_changed_translation_leaves_the_others_alone() -> None:
    text = in_english("water").reworded("fr", "eau").reworded("zh-Hans", "水")
    assert states(text.reworded("fr", "les eaux")) == states(text)


def test_words_that_are_taken_away_leave_the_language() -> None:
    text = in_english("water").reworded("fr", "eau")
    assert [wording.language for wording in text.reworded("fr", "")] == ["en"]
    assert not worded("en", "water").reworded("en", " ")


@given(text=texts(), language=st.sampled_from(LANGUAGES), words=said)
def test_rewording_says_exactly_that_and_twice_is_once(text: Text, language: str, words: str) -> None:
    once = text.reworded(language, words)
    assert once.words(language) == Wording(language, words).words
    assert once.reworded(language, words) is once
    others = {wording.language: wording.words for wording in text if wording.language != language}
    assert {wording.language: wording.words for wording in once if wording.language != language} == others


def test_a_sentence_reads_its_texts_and_sentences_in_the_language_asked_for() -> None:
    water = in_english("water").reworded("fr", "eau")
    inner = Sentence.of("{what} flows.", what=water)
    outer = Sentence.of("{count} times: {why}", count=2, why=inner)
    assert outer.read("en") == "2 times: water flows."
    french = {"{what} flows.": "{what} coule.", "{count} times: {why}": "{count} fois : {why}"}
    assert outer.read("fr", translate=french.__getitem__) == "2 fois : eau coule."


def test_words_with_braces_are_no_template() -> None:
    error = UserError("“{title}” was not found.", title="{secret} %s", field="title")
    assert (str(error), error.field) == ("“{secret} %s” was not found.", "title")
