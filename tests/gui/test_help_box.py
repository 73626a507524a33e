"""The guide in the window: its chapters and pictures are those of the language of the window."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.boxes.help_box import HelpBox
from dialogue_prep.gui.boxes.help_chapters import Guide
from dialogue_prep.gui.dress import speak
from dialogue_prep.gui.window.interior import HOSTING

TITLES = {"en": "Track the hosting schedule", "fr": "Suivre les tours d’accueil", "zh-Hans": "掌握主办安排"}


@pytest.mark.parametrize(("language", "title"), TITLES.items(), ids=TITLES)
def test_the_guide_is_in_the_language_of_the_window(
    qtbot: QtBot, qapp: QApplication, language: str, title: str
) -> None:
    speak(qapp, NullTranslations(), language)
    box = HelpBox(())
    qtbot.addWidget(box)
    box.show_about(HOSTING)
    assert box.text.toPlainText().startswith(f"{title}\n")
    assert box.list.currentIndex().data() == title


def test_a_picture_shows_the_window_in_the_language_of_the_guide() -> None:
    shown = {Guide(language).picture("hosting-light.png").read_bytes() for language in ("en", "fr", "zh-Hans")}
    assert len(shown) == 3


def test_what_is_not_translated_is_in_english() -> None:
    assert Guide("de").chapters == Guide("en").chapters
