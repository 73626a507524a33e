"""From the first proposal to the adopted communiqué: brackets, their draft, agreement, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.communique import PassageState
from dialogue_prep.gui.boxes.adopt_box import AdoptBox
from dialogue_prep.gui.pages import communique_editor
from dialogue_prep.gui.pages.bracket_room import BracketRoom
from dialogue_prep.gui.pages.papers_page import COMMUNIQUE
from dialogue_prep.gui.window.interior import PAPERS
from dialogue_prep.services.workspace import Workspace
from tests.reading.pdf_writing import SCAN, pdf_drawn, written
from tests.stories.conftest import CONTROL, SHIFT, Story, change

Tell = Callable[[Path], Story]
ALT = Qt.KeyboardModifier.AltModifier
SEMINAR = "The two sides will hold a seminar on the protection of cultural property in 2019."


def room_of(story: Story) -> BracketRoom:
    story.go(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS and bool(story.papers.model.rows()))
    story.papers.parts.pick(COMMUNIQUE)
    return story.papers.communique.room


def few_undertakings(workspace: Workspace) -> None:
    """Leave one of the undertakings of the last round: what is done with one is done with all."""
    with workspace.request("Leave one") as work:
        for commitment in work.find(Commitment):
            if commitment.code != "R2-02":
                work.remove_whole(commitment)


def states(room: BracketRoom) -> list[PassageState]:
    return [row.state for row in room.model.rows()]


def begun(story: Story) -> BracketRoom:
    room = room_of(story)
    story.wait(room.begin.isVisible)
    story.click(room.begin)
    story.wait(lambda: len(room.model.rows()) > 4)
    return room


def test_brackets_are_opened_by_their_draft_and_closed_until_the_text_is_adopted(
    tell: Tell, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(store, few_undertakings)
    story = tell(store)
    room = begun(story)
    number = len(room.model.rows())
    assert f"{number} in brackets: {number} of Canada alone" in room.standing.text()

    # The order is ours to choose, with the keys too.
    first, second = (row.id for row in room.model.rows()[:2])
    room.table.choose(first)
    room.table.setFocus()
    story.press(Qt.Key.Key_Down, ALT, on=room.table)
    story.wait(lambda: [row.id for row in room.model.rows()[:2]] == [second, first])
    story.press(Qt.Key.Key_Z, CONTROL, on=room.table)
    story.wait(lambda: [row.id for row in room.model.rows()[:2]] == [first, second])

    # Their draft changes one paragraph, leaves one out and adds one.
    said = [row.words for row in room.model.rows()]
    theirs = [said[0], said[1], said[2].replace("exchanged views", "had a short exchange"), *said[4:], SEMINAR]
    draft = tmp_path / "their draft.pdf"
    lines = [(72.0, 760 - 30.0 * place, 11.0, f"{place}. {words}") for place, words in enumerate(theirs, 1)]
    draft.write_bytes(pdf_drawn([written(lines), SCAN]))
    monkeypatch.setattr(communique_editor, "ask_for_their_draft", lambda _parent: draft)
    story.click(room.their_draft)
    counter = story.papers.communique.counter
    story.wait(counter.isVisible)
    assert counter.unread.text().startswith("Page 2 was not read: it is a picture")
    assert counter.summary.text() == f"1 changed, 1 new, 1 missing, {number - 2} the same. 2 to be taken."
    removed = [piece.words for piece in counter.words.differences()[0].pieces if piece.kind == "removed"]
    assert removed[0] == "exchanged"
    counter.list.step(-2)
    story.press(Qt.Key.Key_A, on=counter.list)
    assert counter.summary.text().endswith("3 to be taken.")
    for key, taken in ((Qt.Key.Key_Z, 2), (Qt.Key.Key_Y, 3)):
        story.press(key, CONTROL, on=counter.list)
        assert counter.summary.text().endswith(f"{taken} to be taken.")
    story.click(counter.take)
    story.wait(lambda: room.isVisible() and len(room.model.rows()) == number + 1)
    assert "is taken in" in story.notice
    assert states(room)[0] is PassageState.AD_REFERENDUM
    assert "1 with wordings of both" in room.standing.text()
    story.press(Qt.Key.Key_Z, CONTROL, on=room.table)
    story.wait(lambda: len(room.model.rows()) == number)
    story.press(Qt.Key.Key_Z, CONTROL, SHIFT, on=room.table)
    story.wait(lambda: len(room.model.rows()) == number + 1)

    # A combined wording closes the bracket; what has no reason is not dropped.
    room.table.choose(room.model.rows()[2].id)
    step = room.panel.step
    story.wait(lambda: "exchanged views" in step.words.toPlainText())
    assert room.panel.options.differing.isVisible()
    step.words.selectAll()
    QTest.keyClicks(step.words, "The two sides spoke about six topics.")
    story.press(Qt.Key.Key_Return, CONTROL, on=step.words)
    story.wait(lambda: states(room)[2] is PassageState.AGREED)
    assert room.model.rows()[2].words == "The two sides spoke about six topics."
    room.table.choose(room.model.rows()[3].id)
    story.click(step.drop)
    story.wait(lambda: bool(step.problem("reason")))
    QTest.keyClicks(step.reason, "They leave it out.")
    story.click(step.drop)
    story.wait(lambda: states(room)[3] is PassageState.DROPPED)
    assert not room.adopt.isEnabled()

    # All else is agreed on, with what was still to come written out, and the text is adopted.
    for place, row in enumerate(room.model.rows()):
        if row.state in (PassageState.BRACKETED, PassageState.AD_REFERENDUM):
            room.table.choose(row.id)
            if "[" in (words := step.words.toPlainText()):
                step.words.selectAll()
                step.words.insertPlainText(words.replace("[", "").replace("]", ""))
            story.press(Qt.Key.Key_Return, CONTROL, on=room.table)
            story.wait(lambda place=place: states(room)[place] is PassageState.AGREED)
    story.click(room.adopt)
    box = story.papers.findChild(AdoptBox)
    story.wait(lambda: box.language.thing() is not None)
    story.click(box.go_on)
    story.wait(lambda: story.papers.communique.in_use)
    review = story.papers.communique.adoption
    assert review is not None
    story.wait(review.foot.take.isEnabled)
    assert any("Hold a seminar" in finding.words for finding in review.proposals.findings())
    story.click(review.foot.take)
    story.wait(room.isVisible)
    story.wait(lambda: "The communiqué is taken in." in story.notice)
