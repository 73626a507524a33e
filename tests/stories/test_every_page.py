"""What holds on every page: names for those who cannot see, nothing cut off, the keyboard, what was filtered stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QToolButton

from dialogue_prep.gui.dress import LANGUAGES
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.pages.commitments_page import CommitmentsPage
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.gui.window.interior import COMMITMENTS, OVERVIEW, SOURCES, places
from dialogue_prep.gui.window.reading_order import reading_order
from dialogue_prep.gui.window.tools import Tools
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import Settings, write_settings
from tests.gui.accessible import against_reading, cut_off, moving, scrolled_across, unsaid
from tests.stories.conftest import Story

SOURCE = """Joint Communiqué of the Third Round

The two sides agreed to hold the next round in 2019.
"""


USUAL, SMALL = (1280, 800), (960, 540)
"""Sizes of the window in pixels of the system; the small one is a screen of 1920 by 1080 at 200 percent."""
USUAL_LETTERS = 100
SIZES = {USUAL_LETTERS: (USUAL, SMALL), 200: (USUAL,)}
"""By the size of letters in percent, the sizes of the window in which everything has room."""
LONGEST = "fr"
"""The language whose words take most room: what has room for them has room for those of the others."""


@pytest.fixture
def story(tell: Callable[[Path], Story], store: Path) -> Story:
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    return story


@pytest.fixture
def usual_letters(qapp: QApplication) -> Iterator[None]:
    """Give the application its own letters back once a window with larger ones is gone."""
    usual = qapp.font()
    yield
    qapp.setFont(usual)


def see(story: Story, name: str) -> None:
    """Go to a page and wait until it shows what it has read."""
    story.go(name)
    story.wait(lambda: story.interior.here() == name)
    parts = story.started.parts
    assert parts is not None
    done: list[bool] = []
    for turn in range(5):
        parts.jobs.run(lambda: True, done.append)
        story.wait(lambda turns=turn + 1: len(done) == turns)  # type: ignore[misc]


def without_menu(story: Story, name: str) -> list[str]:
    """Return the lists of a page whose menu lacks what can be done with any record."""
    found = []
    lists = story.interior.pages()[name].findChildren(QAbstractItemView)
    for shown in (one for one in lists if one.isVisible() and one.window() is story.frame):
        at = QPoint(4, 4)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, shown.viewport().mapToGlobal(at))
        QApplication.sendEvent(shown.viewport(), event)
        menus = shown.findChildren(QMenu)
        acts = {action.text().partition("\t")[0] for menu in menus for action in menu.actions()}
        for menu in menus:
            menu.close()
        if not {"History …", "Where it is used …", "Copy as a table"} <= acts:
            found.append(f"no menu: {shown.accessibleName()}")
    story.look_at()
    return found


def test_every_page_can_be_heard_tab_goes_as_one_reads_and_every_list_has_the_one_menu(story: Story) -> None:
    found = {}
    for place in places():
        see(story, place.name)
        order = reading_order(story.interior)
        assert len(order) > 10
        found[place.name] = [
            *unsaid(story.frame),
            *moving(story.frame),
            *against_reading(order, story.frame),
            *without_menu(story, place.name),
        ]
    assert {name: faults for name, faults in found.items() if faults} == {}
    everywhere = [keys for bar in story.frame.menuBar().actions() for keys in keys_in(bar.menu())]
    within = {one.key().toString() for one in story.frame.findChildren(QShortcut)}
    assert len(everywhere) == len(set(everywhere))
    assert set(everywhere) & within == set(), "keys of a page that a menu takes as well do nothing"


@pytest.mark.parametrize("letters", SIZES)
@pytest.mark.parametrize(
    "language", [pytest.param(one, marks=() if one == LONGEST else pytest.mark.torture) for one in LANGUAGES]
)
@pytest.mark.usefixtures("usual_letters")
def test_every_page_has_room_for_its_words_and_stands_still_while_it_is_filled(
    tell: Callable[[Path], Story], store: Path, language: str, letters: int
) -> None:
    write_settings(user_folders().settings, Settings(language=language, letters=letters))
    story = tell(store)
    at_first: dict[str, list[QRect]] = {}
    if letters == USUAL_LETTERS:  # with larger ones cards are as high as what they say, and the page is scrolled
        story.interior.arrived.connect(lambda name: at_first.setdefault(name, cards_in(story, name)))
    found = {}
    for place in places():
        see(story, place.name)
        later = cards_in(story, place.name)
        found[place.name] = [f"no card at {one}" for one in at_first.get(place.name, []) if one not in later]
        for size in SIZES[letters]:
            story.frame.resize(*size)
            settle_layouts()
            found[place.name] += [f"{size}: {one}" for one in cut_off(story.frame) + scrolled_across(story.frame)]
        story.frame.resize(*USUAL)
    assert {name: faults for name, faults in found.items() if faults} == {}


def settle_layouts() -> None:
    """Lay everything out now, and again what that has changed."""
    for _turn in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def cards_in(story: Story, name: str) -> list[QRect]:
    """Return where the cards are that are in sight on a page."""
    settle_layouts()
    page = story.interior.pages()[name]
    cards = (card for card in page.findChildren(Card) if card.isVisible())
    return [QRect(card.mapTo(page, QPoint(0, 0)), card.size()) for card in cards]


def keys_in(menu: QMenu) -> list[str]:
    entries = [keys for action in menu.actions() if action.menu() for keys in keys_in(action.menu())]
    return entries + [action.shortcut().toString() for action in menu.actions() if not action.shortcut().isEmpty()]


def test_every_page_can_be_left_by_the_keyboard_and_shows_where_one_is(story: Story) -> None:
    for place in places():
        see(story, place.name)
        visited = []
        for _step in range(80):
            story.press(Qt.Key.Key_Tab)
            here = story.frame.focusWidget()
            assert here is not None
            if here in visited:
                break
            visited.append(here)
        assert len(visited) > 10, place.name
        assert here in visited, place.name
        assert story.interior.header.search in visited, place.name


def test_tools_do_what_the_menu_does_and_say_it_with_its_keys(story: Story) -> None:
    read_in, undo, redo, write = story.interior.findChild(Tools).findChildren(QToolButton)
    step = story.action("Undo").text()
    assert [tool.accessibleName() for tool in (undo, redo)] == [step, "Redo"]
    assert "Ctrl+Z" in undo.toolTip()
    assert (read_in.isEnabled(), redo.isEnabled(), write.isEnabled()) == (True, False, True)
    story.click(undo)
    story.wait(redo.isEnabled)
    assert redo.accessibleName() == step.replace("Undo", "Redo")
    story.click(redo)
    story.wait(lambda: undo.accessibleName() == step)
    assert not redo.isEnabled()


def test_what_was_filtered_and_chosen_stays_when_one_comes_back(story: Story) -> None:
    see(story, COMMITMENTS)
    page = story.page(CommitmentsPage)
    story.bot.keyClicks(page.filters.search, "cooperation")
    story.click(page.filters.quiet)
    shown = [row.id for row in page.table.rows.rows()]
    page.table.selectRow(1)
    chosen = page.record_id()
    assert 1 < len(shown) < len(page.table.rows.all_rows())
    see(story, OVERVIEW)
    see(story, COMMITMENTS)
    assert page.filters.search.text() == "cooperation"
    assert page.filters.quiet.isChecked()
    assert [row.id for row in page.table.rows.rows()] == shown
    assert page.record_id() == chosen


def test_a_source_that_is_dropped_on_any_page_is_read_in(story: Story, tmp_path: Path) -> None:
    path = tmp_path / "communique.txt"
    path.write_text(SOURCE, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    see(story, COMMITMENTS)
    event = QDropEvent(
        QPoint(600, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    story.interior.dropEvent(event)
    story.wait(lambda: story.interior.here() == SOURCES and story.page(SourcesPage).reviewing)
    assert event.isAccepted()
