"""The real communiqué is read into an empty store: two corrections by keyboard, taken in, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.review_view import ReviewView
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.store.database import Database
from tests.stories.conftest import CONTROL, SHIFT, Story

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
KEY = Qt.Key


@pytest.fixture
def communique(shared: Path) -> Path:
    return shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt"


def drop(story: Story, *paths: Path) -> None:
    """Drop files on the middle of the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    interior, nothing = story.interior, Qt.KeyboardModifier.NoModifier
    at, button = interior.rect().center(), Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at, COPY | MOVE, data, button, nothing)
    QApplication.sendEvent(interior, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(interior, QDropEvent(QPointF(at), COPY | MOVE, data, button, nothing))


def review(story: Story) -> ReviewView:
    """Return the review once the source has been compared with the store."""
    story.wait(lambda: any(page.reviewing for page in story.interior.findChildren(SourcesPage)))
    shown = story.page(SourcesPage).review
    story.wait(lambda: bool(shown.foot.summary.text()) and "…" not in shown.foot.summary.text())
    return shown


def settled(story: Story, shown: ReviewView, numbers: str) -> None:
    """Wait until the foot of the review says so many."""
    story.wait(lambda: numbers in shown.foot.summary.text())


def kept(store: Path, kind: type[Identified]) -> list:
    database = Database(store)
    try:
        with database.look() as work:
            return list(work.find(kind))
    finally:
        database.close()


def skip_the_question(story: Story) -> None:
    """Put the box away that asks, once in a new store, who we are."""
    story.wait(lambda: bool(story.frame.findChildren(WhoBox)))
    story.click(story.frame.findChild(WhoBox).skip)
    story.look_at()


def actions(shown: ReviewView) -> list[str]:
    return [finding.words for finding in shown.proposals.findings()]


def test_the_communique_is_reviewed_by_keyboard_taken_in_taken_back_and_done_again(
    tell: Callable[[Path], Story], tmp_path: Path, communique: Path, guarded: None
) -> None:
    store = tmp_path / "new.store"
    story = tell(store)
    drop(story, communique)
    shown = review(story)
    settled(story, shown, "8 commitments")
    assert kept(store, Side) == []
    assert ("Round", "2 · Ottawa · Canada hosts · 22 June 2017") in shown.facts.facts()
    assert ("Next round", "Beijing · 2018 · China hosts") in shown.facts.facts()

    story.wait(shown.proposals.hasFocus)
    for _down in range(2):
        story.press(KEY.Key_Down)
    assert shown.text.chosen() == shown.proposals.here()
    assert "Mutual Legal Assistance" in shown.form.action.text()
    story.press(KEY.Key_E)
    story.wait(shown.form.action.hasFocus)
    story.bot.keyClicks(shown.form.action, "Strengthen mutual legal assistance")
    story.press(KEY.Key_Return)
    story.wait(shown.proposals.hasFocus)
    story.press(KEY.Key_Up)
    story.press(KEY.Key_Up)
    story.press(KEY.Key_R)
    assert actions(shown)[2] == "Strengthen mutual legal assistance"
    assert [finding.struck for finding in shown.proposals.findings()] == [True] + 7 * [False]
    settled(story, shown, "7 commitments")

    story.click(shown.foot.take)
    assert "which side is ours" in shown.foot.problem.text()
    assert kept(store, Side) == []
    story.wait(shown.foot.home.hasFocus)
    story.bot.keyClicks(shown.foot.home, "Can")
    assert shown.foot.home_name() == "Canada"
    assert shown.foot.problem.text() == ""
    story.click(shown.foot.take)
    page = story.page(SourcesPage)
    story.wait(lambda: bool(page.list.findings()) and bool(page.view.text.places()))
    taken = [commitment.action.read("en") for commitment in kept(store, Commitment)]
    assert len(taken) == 7
    assert "Strengthen mutual legal assistance" in taken
    assert [side.name.read("en") for side in kept(store, Side) if side.home] == ["Canada"]
    assert story.action("Undo").text() == "Undo: Take a source in"

    skip_the_question(story)
    story.wait(page.list.hasFocus)
    story.press(KEY.Key_Z, CONTROL)
    story.wait(lambda: story.interior.here() == "start")
    assert kept(store, Commitment) == []
    story.press(KEY.Key_Z, CONTROL, SHIFT)
    story.wait(lambda: story.interior.here() == "overview")
    assert [commitment.action.read("en") for commitment in kept(store, Commitment)] == taken


def test_what_the_reviewer_did_is_taken_back_step_by_step_and_a_commitment_split_at_the_cursor(
    tell: Callable[[Path], Story], tmp_path: Path, communique: Path
) -> None:
    story = tell(tmp_path / "new.store")
    drop(story, communique)
    shown = review(story)
    story.wait(shown.proposals.hasFocus)
    before = actions(shown)
    story.press(KEY.Key_R)
    story.press(KEY.Key_M)
    assert len(actions(shown)) == len(before) - 1
    story.press(KEY.Key_Z, CONTROL)
    assert actions(shown) == before
    assert [finding.struck for finding in shown.proposals.findings()] == [True] + 7 * [False]
    story.press(KEY.Key_Z, CONTROL)
    assert not any(finding.struck for finding in shown.proposals.findings())
    story.press(KEY.Key_Z, CONTROL, SHIFT)
    assert shown.proposals.findings()[0].struck

    words = shown.text.toPlainText()
    shown.text.setFocus()
    shown.text.set_cursor(words.index("The two sides agreed to strengthen cooperation on counter-terrorism"))
    assert shown.proposals.here() == shown.text.chosen()
    story.press(KEY.Key_S)
    assert "within the commitment" in shown.foot.problem.text()
    shown.text.set_cursor(words.index("and working to combat the use"))
    count = len(actions(shown))
    story.press(KEY.Key_S)
    assert len(actions(shown)) == count + 1
    assert any(action.startswith("Working to combat the use of the internet") for action in actions(shown))
    assert shown.foot.problem.text() == ""
    for finding in shown.proposals.findings():
        assert finding.id in {place.id for place in shown.text.places()}


def test_closing_the_window_asks_before_a_review_is_lost_and_what_is_left_is_not_stored(
    tell: Callable[[Path], Story], tmp_path: Path, communique: Path
) -> None:
    store = tmp_path / "new.store"
    story = tell(store)
    drop(story, communique)
    shown = review(story)
    assert not story.frame.close()
    story.wait(lambda: bool(story.frame.findChildren(QuestionBox)))
    story.click(story.frame.findChild(QuestionBox).leave)
    assert story.frame.isVisible()
    story.look_at()
    story.click(shown.foot.leave)
    story.wait(lambda: story.interior.here() == "start")
    assert kept(store, Side) == []
    assert story.frame.close()


def test_a_file_that_cannot_be_read_is_one_sentence(tell: Callable[[Path], Story], tmp_path: Path) -> None:
    story = tell(tmp_path / "new.store")
    drop(story, tmp_path / "missing.txt")
    story.wait(lambda: "“missing.txt” is not there" in story.notice)
    assert story.box is None
    story.wait(lambda: story.interior.here() == "start")


def test_why_the_first_source_of_all_was_refused_stays_where_one_begins_again(
    tell: Callable[[Path], Story], tmp_path: Path
) -> None:
    broken = tmp_path / "terms.docx"
    broken.write_bytes(b"PK\x03\x04 this is no package")
    story = tell(tmp_path / "new.store")
    story.wait(story.welcome.isVisible)
    drop(story, broken)
    story.wait(lambda: story.notice.startswith("“terms.docx” cannot be read"))
    story.wait(story.welcome.isVisible)
    story.look_at()
    assert story.notice.startswith("“terms.docx” cannot be read")


def test_a_text_between_nobody_says_so_and_can_only_be_left(tell: Callable[[Path], Story], tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Shopping\n\nBread and <b>milk</b> & eggs\n", encoding="utf-8")
    story = tell(tmp_path / "new.store")
    drop(story, note)
    story.wait(lambda: any(page.reviewing for page in story.interior.findChildren(SourcesPage)))
    shown = story.page(SourcesPage).review
    story.wait(lambda: "choose another file" in shown.foot.problem.text())
    assert not shown.foot.take.isEnabled()
    assert "<b>milk</b>" in shown.text.toPlainText()


def test_a_silent_topic_among_the_gaps_leads_to_the_record_that_is_silent(
    tell: Callable[[Path], Story], store: Path
) -> None:
    story = tell(store)
    story.wait(lambda: "silent on topic 5" in story.gaps())
    gap = next(line for line in story.overview.gaps.lines() if "silent on topic 5" in line.sentence)
    story.overview.gaps.taken.emit(gap.id)
    story.wait(lambda: any(page.view.here() for page in story.interior.findChildren(SourcesPage)))
    view = story.page(SourcesPage).view
    story.wait(lambda: view.segments.here() == 2)
    assert "consular" in next(f.words for f in view.lists[2].findings() if f.id == view.lists[2].here()).lower()
    assert view.read.isVisible()
