"""What holds on every page: names for those who cannot see, nothing cut off, the keyboard, what was filtered stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton

from dialogue_prep.gui.pages.commitments_page import CommitmentsPage
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.gui.window.interior import COMMITMENTS, OVERVIEW, SOURCES, places
from dialogue_prep.gui.window.reading_order import reading_order
from dialogue_prep.gui.window.tools import Tools
from tests.gui.accessible import against_reading, cut_off, unsaid
from tests.stories.conftest import Story

SOURCE = """Joint Communiqué of the Third Round

The two sides agreed to hold the next round in 2019.
"""


USUAL, SMALL = (1280, 800), (960, 540)
"""Sizes of the window in pixels of the system; the small one is a screen of 1920 by 1080 at 200 percent."""


@pytest.fixture
def story(tell: Callable[[Path], Story], store: Path) -> Story:
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    return story


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


def test_every_page_can_be_heard_and_read_and_tab_goes_as_one_reads(story: Story) -> None:
    found = {}
    for place in places():
        see(story, place.name)
        order = reading_order(story.interior)
        assert len(order) > 10
        found[place.name] = [*unsaid(story.frame), *against_reading(order, story.frame), *cut_off(story.frame)]
        story.frame.resize(*SMALL)
        found[place.name] += [f"in the small window: {one}" for one in cut_off(story.frame)]
        story.frame.resize(*USUAL)
    assert {name: faults for name, faults in found.items() if faults} == {}
    everywhere = [keys for bar in story.frame.menuBar().actions() for keys in keys_in(bar.menu())]
    within = {one.key().toString() for one in story.frame.findChildren(QShortcut)}
    assert len(everywhere) == len(set(everywhere))
    assert set(everywhere) & within == set(), "keys of a page that a menu takes as well do nothing"


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
