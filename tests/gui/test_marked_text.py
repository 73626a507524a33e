"""A marked text shows words as they are, and its places are counted in characters, whatever Qt counts in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextCharFormat
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.marked_text import Look, MarkedText, Place

PARAGRAPHS = ("First <b>bold</b> &amp; plain", "𠮷野家 agreed to open a school", "Third")
WORDS = "\n".join(PARAGRAPHS)


def place(id_: str, words: str, look: Look = Look.AGREED) -> Place:
    start = WORDS.index(words)
    return Place(id_, start, start + len(words), look)


@pytest.fixture
def text(qtbot: QtBot) -> MarkedText:
    text = MarkedText("Source")
    qtbot.addWidget(text)
    text.resize(320, 240)
    text.show_paragraphs(PARAGRAPHS)
    text.show_places(
        (place("bold", "<b>bold</b>", Look.STATED), place("school", "agreed to open"), place("third", "Third"))
    )
    text.show()
    return text


def marked(text: MarkedText) -> dict[str, QTextCharFormat]:
    return {selection.cursor.selectedText(): QTextCharFormat(selection.format) for selection in text.extraSelections()}


def test_markup_is_shown_as_words(text: MarkedText) -> None:
    assert text.toPlainText() == WORDS


def test_what_is_marked_is_what_was_meant_behind_wide_characters_too(text: MarkedText) -> None:
    assert set(marked(text)) == {"<b>bold</b>", "agreed to open", "Third"}


def test_marks_differ_in_more_than_colour(text: MarkedText) -> None:
    lines = {words: how.underlineStyle() for words, how in marked(text).items()}
    assert lines["<b>bold</b>"] is not lines["agreed to open"]
    text.show_places((place("school", "agreed to open", Look.REJECTED),))
    assert marked(text)["agreed to open"].fontStrikeOut()


def test_the_cursor_is_counted_in_characters(text: MarkedText) -> None:
    for at in range(len(WORDS) + 1):
        text.set_cursor(at)
        assert text.cursor_at() == at


def test_choosing_a_place_moves_the_cursor_there_and_tells_nobody(text: MarkedText, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(text.place_entered):
        text.choose("school")
    assert text.cursor_at() == WORDS.index("agreed")
    text.set_cursor(WORDS.index("to open"))
    text.choose("school")
    assert text.cursor_at() == WORDS.index("to open")


def test_coming_to_a_place_with_the_cursor_is_told_once(text: MarkedText, qtbot: QtBot) -> None:
    text.choose("bold")
    text.setFocus()
    with qtbot.waitSignal(text.place_entered) as told:
        text.set_cursor(WORDS.index("Third"))
    assert told.args == ["third"]
    text.choose("third")
    with qtbot.assertNotEmitted(text.place_entered):
        qtbot.keyClick(text, Qt.Key.Key_Right)


def test_a_place_far_down_is_brought_into_sight(qtbot: QtBot) -> None:
    text = MarkedText("Source")
    qtbot.addWidget(text)
    text.resize(320, 160)
    paragraphs = [f"Paragraph {number} of many" for number in range(200)]
    text.show_paragraphs(paragraphs)
    start = "\n".join(paragraphs).index("Paragraph 150 ")
    text.show_places((Place("far", start, start + 13, Look.AGREED),))
    text.show()
    text.choose("far")
    assert 0 <= text.cursorRect().top() <= text.viewport().height()
    assert text.verticalScrollBar().value() > 0


def test_nobody_can_type_into_it(text: MarkedText, qtbot: QtBot) -> None:
    qtbot.keyClicks(text, "words")
    assert text.toPlainText() == WORDS


@pytest.mark.parametrize(("points", "paragraphs"), [(9, 3), (9, 12_000), (22, 120)])
def test_the_numbers_of_paragraphs_have_the_room_that_they_need(text: MarkedText, points: int, paragraphs: int) -> None:
    font = text.font()
    font.setPointSize(points)
    text.setFont(font)
    text.show_paragraphs([str(number) for number in range(paragraphs)])
    widest = sized(font, Size.SMALL)
    assert QFontMetrics(widest).horizontalAdvance(f"▸ {paragraphs}") < text.viewportMargins().left()
