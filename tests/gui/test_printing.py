"""What is printed of a page is black on white, whatever colours the window wears."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.colours import DARK, LIGHT, Tone, colours_now
from dialogue_prep.gui.dress import dress
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.printing import printed_document


@pytest.fixture
def dark(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    """Return a window in dark colours with a page in it."""
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget()
    QVBoxLayout(window).addWidget(page)
    QVBoxLayout(page).addWidget(PlainLabel("Nothing is planned yet", tone=Tone.MUTED))
    dress(qapp, window, DARK)
    window.show()
    yield page
    dress(qapp, window, LIGHT)


def test_a_page_is_printed_as_a_picture_in_light_colours_and_the_window_stays_dark(dark: QWidget) -> None:
    sheet = dark.window().styleSheet()
    (picture,) = re.findall(r"base64,([^\"]+)", printed_document(dark, "Overview").toHtml())
    image = QImage.fromData(b64decode(picture))
    shades = [image.pixelColor(x, y).lightness() for x in range(0, image.width(), 3) for y in range(image.height())]
    assert sum(shades) / len(shades) > 200
    assert min(shades) < 140, "the words are there"
    assert (colours_now(), dark.window().styleSheet()) == (DARK, sheet)
