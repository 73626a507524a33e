"""What every window does: its pages are reached, what was done is taken back, papers are written and searched for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from dialogue_prep.gui import start
from dialogue_prep.gui.window.interior import AGENDA, OVERVIEW, PAPERS, places
from tests.stories.conftest import CONTROL, SHIFT, Story

Tell = Callable[[Path], Story]


def test_the_pages_are_reached_by_the_side_and_say_where_one_is(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    story.interior.navigation.chosen.emit(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS)
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)


def test_pages_are_imported_while_one_looks_at_the_first_and_made_when_one_goes_there(
    tell: Tell, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load, imported = start._load_page, list[str]()
    monkeypatch.setattr(start, "_load_page", lambda name: imported.append(name) or load(name))
    story = tell(store)
    story.wait(lambda: len(imported) == len(places()) - 1)
    assert {OVERVIEW, *imported} == {place.name for place in places()}
    assert set(story.interior.pages()) == {OVERVIEW}


def test_undo_takes_the_last_change_back_and_the_pages_follow(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    assert "has no agenda yet" not in story.gaps()
    assert story.action("Undo").text() == "Undo: Plan the next round"
    story.action("Undo").trigger()
    story.wait(lambda: "Round 3 has no agenda yet." in story.gaps())
    story.press(Qt.Key.Key_Z, CONTROL)
    story.wait(lambda: "Prepare the next round" in story.labels())
    assert not story.action("Undo").isEnabled()
    for _step in range(2):
        story.wait(story.action("Redo").isEnabled)
        label = story.action("Redo").text()
        story.press(Qt.Key.Key_Z, CONTROL, SHIFT)
        story.wait(lambda label=label: story.action("Redo").text() != label)
    story.wait(lambda: story.interior.here() == OVERVIEW and "has no agenda yet" not in story.gaps())


def test_what_was_done_is_there_at_the_next_start(tell: Tell, store: Path) -> None:
    first = tell(store)
    first.wait(first.action("Undo").isEnabled)
    first.action("Undo").trigger()
    first.wait(lambda: "has no agenda yet" in first.gaps())
    first.started.close()
    second = tell(store)
    second.wait(lambda: "has no agenda yet" in second.gaps())
    assert second.action("Redo").text() == "Redo: Plan the next round"


def test_writing_can_be_cancelled_between_two_papers(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(story.action("Write all papers").isEnabled)
    jobs = story.started.parts.jobs if story.started.parts else None
    assert jobs is not None
    jobs.progress.connect(lambda job: job and job.done == 1 and story.interior.status.cancelled.emit())
    story.action("Write all papers").trigger()
    story.wait(lambda: "as you cancelled" in story.notice)
    written = list((store.parent / "drafts").iterdir())
    assert 0 < len(written) < story.papers.model.rowCount()


def test_the_preview_follows_the_paper_and_the_language(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.go(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS)
    story.wait(lambda: "Provisional agenda" in story.papers.preview.toPlainText())
    table: QTableView = story.papers.table
    table.setFocus()
    before = story.papers.preview.toPlainText()
    story.press(Qt.Key.Key_Down, on=table)
    story.wait(lambda: story.papers.preview.toPlainText() != before)
    before = story.papers.preview.toPlainText()
    story.papers.language.menu().actions()[1].trigger()
    story.wait(lambda: story.papers.preview.toPlainText() != before)
    assert story.papers.language.words() == "French"


def test_search_finds_as_one_types_shows_what_is_chosen_and_says_where_there_is_nothing(
    tell: Tell, store: Path
) -> None:
    story = tell(store)
    story.wait(story.header.search.isEnabled)
    story.press(Qt.Key.Key_K, CONTROL)
    assert QApplication.focusWidget() is story.header.search
    story.bot.keyClicks(story.header.search, "protected")  # markings have no page: they are shown in the panel
    story.wait(lambda: bool(story.header.search.hits()))
    hit = story.header.search.hits()[0]
    shown = story.header.search.completer().popup()
    story.press(Qt.Key.Key_Down, on=shown)
    story.press(Qt.Key.Key_Return, on=shown)
    story.wait(story.interior.inspector.isVisible)
    assert story.interior.inspector.title() == hit.title
    assert any("Open the starter dialogue" in words for words in story.labels())
    story.click(story.interior.inspector.close_button)
    assert not story.interior.inspector.isVisible()
    story.bot.keyClicks(story.header.search, "qqqq")
    story.wait(lambda: [hit.title for hit in story.header.search.hits()] == ["Nothing was found"])


def test_who_has_gone_elsewhere_is_not_taken_to_a_page_that_was_still_being_made(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.action("Agenda").isEnabled())
    story.go(AGENDA)
    story.go(OVERVIEW)
    story.wait(lambda: AGENDA in story.interior.pages())
    assert story.interior.here() == OVERVIEW
    story.go(AGENDA)
    story.wait(lambda: story.interior.here() == AGENDA)
