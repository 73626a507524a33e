"""A page leads to where a record is mended as soon as that is shown, unless the user has gone on by then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.readiness import Mending
from dialogue_prep.gui.pages.page import Page


class Late(Page):
    """A page that shows late where its record is mended."""

    def __init__(self) -> None:
        super().__init__()
        self.search, self.topic = QLineEdit(), QLineEdit()
        layout = QVBoxLayout(self)
        for line in (self.search, self.topic):
            layout.addWidget(line)
        self.topic.hide()

    def mended_at(self, _mending: Mending) -> QWidget:
        return self.topic


@pytest.fixture
def pages(qtbot: QtBot) -> QStackedWidget:
    """Show a page that was asked to lead to where it shows nothing yet, with another page behind it."""
    stack, late = QStackedWidget(), Late()
    qtbot.addWidget(stack)
    stack.addWidget(late)
    stack.addWidget(QLineEdit())
    with qtbot.waitExposed(stack):
        stack.show()
    late.search.setFocus()
    late.lead_to("a record", Mending.TOPIC)
    QApplication.processEvents()
    assert QApplication.focusWidget() is late.search
    return stack


@pytest.fixture
def page(pages: QStackedWidget) -> Late:
    late = pages.widget(0)
    assert isinstance(late, Late)
    return late


def test_who_waits_is_led_as_soon_as_it_is_shown(qtbot: QtBot, page: Late) -> None:
    page.topic.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.topic)


def test_who_has_been_led_is_led_no_more(qtbot: QtBot, page: Late) -> None:
    page.topic.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.topic)
    page.topic.hide()
    page.search.setFocus()
    page.topic.show()
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.search


@pytest.mark.parametrize("by", ["key", "click"])
def test_who_does_something_meanwhile_keeps_the_focus(qtbot: QtBot, page: Late, by: str) -> None:
    if by == "key":
        qtbot.keyClicks(page.search, "fishing")
    else:
        qtbot.mouseClick(page.search, Qt.MouseButton.LeftButton)
    page.topic.show()
    page.shown.emit()
    QApplication.processEvents()
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.search


def test_who_goes_to_another_page_meanwhile_is_not_led_on_coming_back(pages: QStackedWidget, page: Late) -> None:
    pages.setCurrentIndex(1)
    pages.setCurrentIndex(0)
    page.search.setFocus()
    page.topic.show()
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.search
