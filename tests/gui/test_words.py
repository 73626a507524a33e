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

from dialogue_prep.gui.days import day_in_words, short_day, weekday_in_words
from dialogue_prep.gui.dress import LANGUAGES, speak
from dialogue_prep.gui.words import _, count, labelled, step_in_words

LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> gettext.NullTranslations:
    path = tmp_path_factory.mktemp("words") / "fr.mo"
    with (LOCALE / "fr/LC_MESSAGES/dialogue_prep.po").open("rb") as lines, path.open("wb") as compiled:
        write_mo(compiled, read_po(lines))
    with path.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


@pytest.fixture
def spoken(qapp: QApplication, french: gettext.NullTranslations) -> Iterator[None]:
    """Have the window speak French, and English again."""
    speak(qapp, french, "fr")
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
def test_the_name_of_a_step_is_put_into_french_and_what_it_was_about_is_not() -> None:
    assert step_in_words("Add a topic") == "Ajouter un thème"
    assert step_in_words("Bring edits back: Bo Sample (0a1b)") == "Reprendre des modifications\u00a0: Bo Sample (0a1b)"


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
