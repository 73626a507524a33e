"""The guide opens where one is, the tour is offered once, and both are used by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QMenu

from dialogue_prep.gui.boxes.help_box import HelpBox
from dialogue_prep.gui.boxes.help_chapters import KEYS
from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.guiding import Guiding
from dialogue_prep.gui.window.interior import AGENDA, HOSTING, OVERVIEW
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import read_settings
from tests.project.test_guide import PAGES
from tests.stories.conftest import Story

Tell = Callable[[Path], Story]


def guiding(story: Story) -> Guiding:
    assert story.started.program is not None
    return story.started.program.guiding


def entries(menu: QMenu, way: str = "") -> Iterator[tuple[str, QAction]]:
    """Yield each entry of a menu with the way to it, as the guide writes it."""
    for action in menu.actions():
        words = action.text().replace("&", "")
        within = action.menu()
        if isinstance(within, QMenu):
            yield from entries(within, f"{way}{words} › ")
        else:
            yield f"{way}{words}", action


def test_the_guide_opens_at_the_page_where_one_is(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.go(AGENDA)
    story.wait(lambda: story.interior.here() == AGENDA)
    story.press(Qt.Key.Key_F1)
    box = story.frame.findChild(HelpBox)
    assert box.chapter() == AGENDA
    assert "Minutes there are" in box.text.toPlainText()
    picture = box.text.document().resource(QTextDocument.ResourceType.ImageResource, "pictures/agenda-light.png")
    assert (picture.width() / picture.height(), picture.isNull()) == (1.6, False)
    assert box.text.loadResource(QTextDocument.ResourceType.HtmlResource.value, "file:///etc/hostname") is None
    story.press(Qt.Key.Key_Down, on=box.list)
    assert box.text.toPlainText().startswith("Make the briefing papers")
    box.go_back()
    assert box.chapter() == AGENDA
    box.show_chapter(KEYS)
    told = box.text.toPlainText()
    assert all(words in told for words in ("Ctrl+K", "Search everything", "Ctrl+Z\nUndo\n", "F1"))
    story.press(Qt.Key.Key_Escape, on=box)
    story.wait(lambda: guiding(story).box is None)
    ways = [way for menu in story.frame.menuBar().actions() for way, _action in entries(menu.menu(), menu_way(menu))]
    quotes = {
        " ".join(words.split())
        for page in PAGES
        for words in re.findall(r"\*\*([^*]+ › [^*]+)\*\*", page.read_text(encoding="utf-8"))
    }
    assert len(quotes) > 8
    assert quotes - set(ways) == set()


def menu_way(menu: QAction) -> str:
    return f"{menu.text().replace('&', '')} › "


def test_the_tour_is_offered_once_one_has_said_who_one_is_and_taken_by_keyboard(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.action("Who we are").trigger()
    story.wait(lambda: bool(story.frame.findChildren(WhoBox)))
    story.press(Qt.Key.Key_Escape, on=story.frame.findChild(WhoBox))
    story.look_at()
    story.wait(lambda: story.notice.startswith("New here?"))
    story.click(story.interior.notice.offer)
    tour = guiding(story).tour
    assert tour is not None
    titles = []
    while guiding(story).tour is not None:
        titles.append(tour.title)
        card = tour.card
        assert card.on.hasFocus()
        assert story.frame.rect().contains(card.geometry())
        assert card.words.text() in card.on.accessibleDescription()
        if len(titles) == 3:
            story.press(Qt.Key.Key_Left)
            assert tour.title == titles[1]
            story.press(Qt.Key.Key_Right)
        story.press(Qt.Key.Key_Return)
    assert len(set(titles)) == len(titles) == 9
    story.wait(lambda: story.interior.here() == OVERVIEW)
    story.wait(lambda: read_settings(user_folders().settings).tour == "seen")
    guiding(story).offer_tour()
    story.action("Take the tour").trigger()
    again = guiding(story).tour
    assert again is not None
    story.press(Qt.Key.Key_Right)
    story.frame.resize(960, 540)
    assert story.frame.rect().contains(again.card.geometry())
    story.press(Qt.Key.Key_Escape)
    assert guiding(story).tour is None
    assert story.notice == ""
    story.go(HOSTING)
    story.wait(lambda: story.interior.here() == HOSTING)
