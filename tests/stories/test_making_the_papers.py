"""From an empty folder to briefing papers that were corrected in Word and an agenda that leaves the house."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.draft import DraftState
from dialogue_prep.gui.boxes.release_box import ReleaseBox
from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.pages.hosting_page import HostingPage
from dialogue_prep.gui.pages.return_view import ReturnView
from dialogue_prep.gui.window.interior import AGENDA, HOSTING, OVERVIEW, PAPERS
from tests.documents.word_edits import W
from tests.stories.conftest import Story, words_of
from tests.stories.hands import Hands

SAID, CORRECTED = "We thank you for the visit of your experts.", "We thank you for receiving our experts."


def correct_in_word(paper: Path) -> None:
    """Do what somebody does who opens the paper in Word, corrects a sentence and saves."""
    word = docx.Document(str(paper))
    written = next(node for node in word.element.body.iter(f"{W}t") if node.text == SAID)
    written.text = CORRECTED
    word.save(str(paper))


def be_elsewhere(story: Story) -> None:
    """Work in another program, and come back."""
    other = QWidget()
    story.bot.addWidget(other)
    with story.bot.waitActive(other):
        other.show()
        other.activateWindow()
    other.close()
    story.look_at()


def mend(hands: Hands, gap: str, place: str) -> None:
    """Follow a gap of the overview to where it is mended."""
    story = hands.story
    hands.press("Ctrl+1")
    story.wait(lambda: story.interior.here() == OVERVIEW and gap in story.gaps())
    hands.click_row(story.overview.gaps, gap)
    hands.press("Return")
    story.wait(lambda: story.interior.here() == place)


def states(story: Story) -> set[DraftState]:
    return {row.state for row in story.papers.model.rows()}


def test_papers_are_made_corrected_in_word_brought_back_and_released(
    tell: Callable[[Path], Story], tmp_path: Path, few_papers: None, guarded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(Path(QUrl.toLocalFile(url))))
    store = tmp_path / "mine" / "dialogues.store"
    story = tell(store)
    hands = Hands(story)
    hands.click(story.welcome.starter)
    box = hands.box(WhoBox)
    hands.type("Bo Sample")
    hands.press("Return")
    hands.come_back(box)

    # What is missing is mended from the overview on: the days, who leads, what is said.
    mend(hands, "Round 3 has no dates yet.", HOSTING)
    story.wait(lambda: hands.here() == "First day")
    hands.type("2018-05-14")
    plan = story.page(HostingPage).panel.plan
    story.wait(lambda: bool(plan.foreseen()))
    hands.click(plan.accept)
    story.wait(lambda: not plan.fields.touched)
    mend(hands, "no lead on the side of China", AGENDA)
    story.wait(lambda: hands.here() == "Leads, China")
    for keys in ("Space", "Space", "Return"):
        hands.press(keys)
    panel = story.page(AgendaPage).panel
    story.wait(lambda: bool(panel.leads[1].words()))
    item = panel.heading.text().split(maxsplit=1)[1]
    hands.reach("Speaking points")
    hands.type(SAID)
    story.wait(lambda: panel.points.kinds.words() == "Points to make (1)")
    hands.press("Ctrl+1")
    story.wait(lambda: "Round 3 has no dates yet." not in story.gaps())
    assert story.overview.days.text() == "97 days to go"
    story.wait(lambda: f"{item}, has no lead on the side of China" not in story.gaps())
    assert f"{item}, has no points to make" not in story.gaps()

    # The papers are written; one is opened, corrected in Word, and brought back.
    hands.press("Ctrl+Shift+W")
    story.wait(lambda: story.interior.here() == PAPERS and "papers are in" in story.notice)
    story.wait(lambda: states(story) == {DraftState.IN_STEP})
    notes = store.parent / "drafts" / "round-3-speaking-notes-internal-en.docx"
    assert SAID in words_of(notes)
    papers = story.papers
    hands.click_row(papers.table, "Speaking notes")
    hands.click(papers.open)
    assert opened == [notes]
    correct_in_word(notes)
    be_elsewhere(story)
    story.wait(lambda: DraftState.EDITED_OUTSIDE in states(story))
    hands.click_entry(papers.bring, "This file, as it was edited")
    story.wait(lambda: papers.returned.reviewing)
    view = story.page(ReturnView)
    story.wait(view.foot.take.isEnabled)
    hands.click(view.foot.take)
    story.wait(lambda: "Taken in from round-3-speaking-notes-internal-en.docx" in story.notice)
    story.wait(lambda: states(story) != {DraftState.IN_STEP})
    hands.click(papers.write_all)
    story.wait(lambda: states(story) == {DraftState.IN_STEP})
    assert CORRECTED in words_of(notes)
    assert SAID not in words_of(notes)

    # What the other side may see leaves the house, and only that.
    hands.click_row(papers.table, "Provisional agenda")
    hands.click_entry(papers.act, "Release …")
    release = hands.box(ReleaseBox)
    assert isinstance(release, ReleaseBox)
    story.wait(release.do.isEnabled)
    assert release.verdict.text() == "Nothing stands against its release."
    hands.click(release.do)
    story.wait(lambda: "Released" in story.notice)
    agenda = words_of(store.parent / "drafts" / "released" / "round-3-agenda-shared-en.docx")
    assert "14 May 2018" in agenda
    assert item in agenda
    assert CORRECTED not in agenda, "what is said is nobody else's business"
