"""The window speaks one language at a time: its own texts, those of Qt, days and numbers."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.days import day_in_words, days_in_words, short_day, weekday_in_words
from dialogue_prep.gui.dress import LANGUAGES, speak
from dialogue_prep.gui.words import (
    _,
    count,
    in_a_row,
    in_one_sentence,
    labelled,
    listed,
    sentence_in_words,
    step_in_words,
    together,
    with_commas,
)

LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> gettext.NullTranslations:
    return compiled("fr", tmp_path_factory)


@pytest.fixture
def spoken(qapp: QApplication, french: gettext.NullTranslations) -> Iterator[None]:
    """Have the window speak French, and English again."""
    speak(qapp, french, "fr")
    yield
    speak(qapp, gettext.NullTranslations(), "en")


@pytest.fixture
def spoken_in_chinese(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    speak(qapp, compiled("zh_Hans", tmp_path_factory), "zh-Hans")
    yield
    speak(qapp, gettext.NullTranslations(), "en")


@pytest.mark.usefixtures("spoken")
def test_the_window_and_the_boxes_of_qt_speak_french(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert _("Overview") == "Vue d’ensemble"
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"


@pytest.mark.usefixtures("spoken")
def test_numbers_and_days_are_written_as_in_french() -> None:
    assert [count("{number} round", "{number} rounds", number) for number in (0, 1, 24_000)] == [
        "0 session",
        "1 session",
        "24\u202f000 sessions",
    ]
    assert day_in_words(date(2018, 6, 1), "fr") == "1er juin 2018"
    assert weekday_in_words(date(2018, 6, 12), "fr") == "mar. 12 juin 2018"


@pytest.mark.usefixtures("spoken")
def test_the_name_of_a_step_is_put_into_french_with_the_papers_it_was_about() -> None:
    assert step_in_words("Add a topic") == "Ajouter un thème"
    said = step_in_words("Bring edits back: Speaking notes, Seating plan, Own")
    assert said == "Reprendre des modifications\u00a0: Notes d’allocution, Plan de table, Own"


@pytest.mark.usefixtures("spoken")
def test_names_are_joined_as_in_french() -> None:
    assert (listed("abc"), in_a_row("abc"), with_commas(("a", "", "b"))) == ("a, b et c", "a, b, c", "a, b")
    assert days_in_words(date(2018, 2, 28), date(2018, 3, 1), "fr") == "28 février – 1er mars 2018"


@pytest.mark.usefixtures("spoken_in_chinese")
def test_chinese_has_signs_of_its_own_between_names_parts_and_sentences() -> None:
    assert (listed("abc"), in_a_row("abc"), with_commas(("a", "", "b"))) == ("a、b和c", "a、b、c", "a，b")
    assert together(("一。", "", "二。")) == "一。二。"
    assert in_one_sentence(("一", "二")) == "一；二。"
    assert (_("Name"), _("Name", "of a person")) == ("名称", "姓名")


@pytest.mark.usefixtures("spoken_in_chinese")
def test_days_and_names_in_a_sentence_are_read_in_the_language_of_the_window() -> None:
    title = in_english("Note").reworded("zh-Hans", "照会")
    due = Sentence.of("“{title}” was due on {day}.", title=title, day=date(2018, 2, 6))
    assert sentence_in_words(due) == "“照会”应于2018年2月6日完成。"
    assert days_in_words(date(2018, 2, 6), date(2018, 2, 8), "zh-Hans") == "2018年2月6日至8日"


def test_english_comes_back_whole(qapp: QApplication, qtbot: QtBot, french: gettext.NullTranslations) -> None:
    speak(qapp, french, "fr")
    speak(qapp, gettext.NullTranslations(), "en")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert (_("Overview"), labelled("Side", "Arvonia")) == ("Overview", "Side: Arvonia")
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"
    assert count("{number} round", "{number} rounds", 0) == "0 rounds"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "12 June 2018"), ("fr", "12 juin 2018"), ("zh-Hans", "2018年6月12日")],
)
def test_a_day_is_written_in_each_language_of_the_window(language: str, written: str) -> None:
    assert language in LANGUAGES
    assert day_in_words(date(2018, 6, 12), language) == written
    assert short_day(date(2018, 6, 12), language) in written.replace("June", "Jun")


def compiled(language: str, folders: pytest.TempPathFactory) -> gettext.GNUTranslations:
    path = folders.mktemp("words") / f"{language}.mo"
    with (LOCALE / language / "LC_MESSAGES/dialogue_prep.po").open("rb") as lines, path.open("wb") as target:
        write_mo(target, read_po(lines))
    with path.open("rb") as made:
        return gettext.GNUTranslations(made)
