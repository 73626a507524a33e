"""From an empty folder to an agenda that is sent and worded in Word, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_prep.domain.draft import DraftState
from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.window.interior import AGENDA, OVERVIEW, PAPERS
from tests.stories.conftest import Story, words_of
from tests.stories.hands import Hands, MouseWatch

Tell = Callable[[Path], Story]


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[None]:
    """Fail where the mouse was used."""
    watch = MouseWatch()
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    assert watch.used == []


def titles(page: AgendaPage) -> list[str]:
    return [row.title for row in page.card.table.rows()]


def test_an_agenda_is_drafted_sent_and_written_by_keyboard(
    tell: Tell, tmp_path: Path, few_papers: None, no_mouse: None
) -> None:
    store = tmp_path / "mine" / "dialogues.store"
    story = tell(store)
    hands = Hands(story)
    assert "Prepare the next round" in story.labels()
    assert not store.exists()
    assert hands.here() == "Open the starter dialogue"
    hands.press("Space")
    box = hands.box(WhoBox)
    assert hands.here() == "Your name"
    hands.type("Bo Sample")
    hands.press("Return")
    hands.come_back(box)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.overview.headline.text() == "Round 3, Beijing")
    assert story.overview.days.text() == "dates open"
    assert "Round 3 has no dates yet." in story.gaps()
    assert story.header.round.words() == "Round 3 · Beijing 2018 · China hosts"

    hands.press("Ctrl+2")
    story.wait(lambda: story.interior.here() == AGENDA)
    page = story.page(AgendaPage)
    story.wait(lambda: bool(titles(page)))
    hands.reach("Language of the texts")
    hands.press("Tab")
    assert hands.here() == "Agenda"
    hands.stand_on("Counter-terrorism cooperation")
    place = titles(page).index("Counter-terrorism cooperation")
    hands.press("Alt+Down")
    story.wait(lambda: titles(page).index("Counter-terrorism cooperation") == place + 1)
    hands.press("Ctrl+M")
    hands.type("60")
    hands.press("Return")
    story.wait(lambda: page.card.total.text().endswith("20 minutes over"))
    hands.press("F2")
    hands.type("Terrorism and its money")
    hands.press("Return")
    story.wait(lambda: titles(page)[place + 1] == "Terrorism and its money")

    hands.stand_on("Working lunch")
    hands.press("Ctrl+Shift+K")
    story.wait(lambda: [row.title for row in page.card.parked_rows.rows()] == ["Working lunch"])
    hands.reach("Version 1, draft")
    hands.choose("Record as sent")
    story.wait(lambda: page.card.versions.text() == "Version 1, sent")

    hands.press("Ctrl+Shift+W")
    story.wait(lambda: story.interior.here() == PAPERS and "papers are in" in story.notice)
    story.wait(lambda: {row.state for row in story.papers.model.rows()} == {DraftState.IN_STEP})
    drafts = sorted(path.name for path in (store.parent / "drafts").iterdir())
    assert drafts == sorted(row.path.name for row in story.papers.model.rows() if row.path)
    written = words_of(store.parent / "drafts" / "round-3-agenda-shared-en.docx")
    assert "Terrorism and its money" in written
    assert "Working lunch" not in written
