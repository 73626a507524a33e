"""A paper is written, rewritten in Word by hand, and brought back: reviewed by keys, taken in, undone, done again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from dialogue_prep.documents.model import UnitKey
from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.draft import DraftState
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.history_box import HistoryBox
from dialogue_prep.gui.pages.papers_lines import PaperRow
from dialogue_prep.gui.pages.return_view import ReturnView
from dialogue_prep.gui.pages.returning import ReviewPart
from dialogue_prep.gui.window.interior import OVERVIEW, PAPERS
from dialogue_prep.services.workspace import Workspace
from tests.documents.word_edits import EditedCopy, W
from tests.gui.accessible import cut_off, unsaid
from tests.stories.conftest import CONTROL, SHIFT, Story, change

Tell = Callable[[Path], Story]

TREATY, PLACE, THANKS = (UnitKey("speaking_point", name, "words", "en") for name in ("treaty", "place", "thanks"))
WORDS = {"treaty": "We value the treaty.", "place": "We met in spring.", "thanks": "We thank the hosts."}


def say(workspace: Workspace) -> None:
    with workspace.request("Say") as work:
        item = next(one for one in work.find(AgendaItem) if one.topic_id)
        for position, (id_, words) in enumerate(WORDS.items(), start=1):
            point = SpeakingPoint(
                id=id_, agenda_item_id=item.id, kind=PointKind.POINT, position=position, words=in_english(words)
            )
            work.put(point)


def drop(story: Story, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    story.interior.dropEvent(QDropEvent(QPoint(600, 400), copy, data, left, plain))


def words_in(notes: Path) -> str:
    """Return the words of a written paper, those in its controls among them."""
    return "".join(text.text or "" for text in docx.Document(str(notes)).element.body.iter(f"{W}t"))


def test_what_two_people_edited_in_word_is_in_the_paper_that_is_written_anew(
    tell: Tell, store: Path, tmp_path: Path, few_papers: None
) -> None:
    change(store, say)
    story = tell(store)
    story.go(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS and story.papers.model.rowCount() > 0)
    story.papers.list.choose("speaking-notes/")
    story.click(story.papers.list.write)
    story.wait(lambda: "paper is in" in story.notice)
    notes = store.parent / "drafts" / "round-3-speaking-notes-internal-en.docx"
    first, second = (EditedCopy(notes.read_bytes(), author) for author in ("Bo Sample", "Cy Example"))
    first.retype(TREATY, "We value this treaty.", tracked=True)
    first.comment(PLACE, "Where was it?")
    first.retype(THANKS, "We thank our hosts.")
    second.retype(TREATY, "We value our treaty.")
    copies = [tmp_path / "bo.docx", tmp_path / "cy.docx"]
    for path, copy in zip(copies, (first, second), strict=True):
        path.write_bytes(copy.saved())

    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    drop(story, *copies)
    story.wait(lambda: story.interior.here() == PAPERS and story.papers.returned.reviewing)
    view = story.page(ReturnView)
    assert view.foot.summary.text().startswith("1 edit is taken; 1 becomes a note; 1 not decided")
    story.wait(lambda: not cut_off(story.frame))
    assert unsaid(story.frame) == []
    story.press(Qt.Key.Key_2, on=view.list)
    assert view.segments.here() == ReviewPart.CLEAN
    story.press(Qt.Key.Key_P, on=view.list)
    assert view.editor.standing.text() == "Taken as Cy Example has it."
    story.press(Qt.Key.Key_Z, CONTROL, on=view.list)
    assert view.editor.standing.text() == "Not decided: what is here stays."
    story.press(Qt.Key.Key_Y, CONTROL, on=view.list)
    story.click(view.foot.take)
    story.wait(lambda: "Taken in from bo.docx, cy.docx" in story.notice)
    story.wait(lambda: row(story).state is DraftState.DATA_CHANGED)
    label = story.action("Undo").text()
    assert label == "Undo: Bring edits back: Speaking notes"
    story.press(Qt.Key.Key_Z, CONTROL)
    story.wait(lambda: row(story).state is DraftState.IN_STEP)
    story.press(Qt.Key.Key_Z, CONTROL, SHIFT)
    story.wait(lambda: row(story).state is DraftState.DATA_CHANGED)

    story.click(story.papers.list.write)
    story.wait(lambda: row(story).state is DraftState.IN_STEP)
    said = words_in(notes)
    assert "We value our treaty." in said
    assert "We thank our hosts." in said
    assert "Where was it?" not in said

    assert story.started.program is not None
    assert story.started.program.desk is not None
    story.started.program.desk.show_history("treaty")
    story.wait(lambda: bool(story.frame.findChildren(HistoryBox)))
    box = story.frame.findChild(HistoryBox)
    story.wait(lambda: box.model.rowCount() > 0)
    line = next(line for line in box.model.rows() if line.what.startswith("Bring edits back"))
    assert (line.before, line.after) == ("We value the treaty.", "We value our treaty.")
    box.table.selectRow(box.model.rows().index(line))
    story.wait(lambda: "Cy Example: cy.docx, taken in on" in box.origin.text())
    assert "SHA-256" in box.origin.text()


def row(story: Story) -> PaperRow:
    shown = story.papers.list.row()
    assert shown is not None
    return shown
