"""From writing all papers to what leaves the house: one edited outside, one released, one in a template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
from PySide6.QtCore import Qt

from dialogue_prep.domain.draft import DraftState
from dialogue_prep.gui.boxes.release_box import ReleaseBox
from dialogue_prep.gui.boxes.templates_box import TemplatesBox
from dialogue_prep.gui.window.interior import OVERVIEW, PAPERS
from tests.documents.staff_templates import p, word_file
from tests.stories.conftest import CONTROL, SHIFT, Story

Tell = Callable[[Path], Story]


def test_papers_are_written_edited_released_and_put_into_the_ministrys_template(
    tell: Tell, store: Path, tmp_path: Path, few_papers: None
) -> None:
    story = tell(store)
    story.go(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS and story.papers.model.rowCount() > 0)
    story.press(Qt.Key.Key_W, CONTROL, SHIFT)
    story.wait(lambda: "papers are in" in story.notice)
    story.wait(lambda: all(row.state is DraftState.IN_STEP for row in story.papers.model.rows()))
    drafts = store.parent / "drafts"

    notes = drafts / "round-3-speaking-notes-internal-en.docx"
    word = docx.Document(str(notes))
    word.add_paragraph("Added in Word.")
    word.save(str(notes))
    story.frame.woken.emit()
    story.wait(lambda: DraftState.EDITED_OUTSIDE in [row.state for row in story.papers.model.rows()])
    story.papers.list.choose("speaking-notes/")
    assert "It is kept" in story.papers.list.about.text()
    edited = notes.read_bytes()
    story.click(story.papers.write_all)
    story.wait(lambda: f"Edited since it was written, and kept as it is: {notes.name}" in story.notice)
    assert notes.read_bytes() == edited
    story.go(OVERVIEW)
    story.wait(lambda: "1 paper out for editing" in story.labels())
    assert story.notice == "", "what was done there is not told elsewhere"
    story.go(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS)

    story.papers.list.choose("agenda/shared")
    story.papers._acts["release"].trigger()
    story.wait(lambda: any(box.do.isEnabled() for box in story.papers.window().findChildren(ReleaseBox)))
    box = story.papers.window().findChild(ReleaseBox)
    assert box.verdict.text() == "Nothing stands against its release."
    story.click(box.do)
    story.wait(lambda: "Released" in story.notice)
    assert (drafts / "released" / "round-3-agenda-shared-en.docx").is_file()

    story.look_at()
    story.papers.boxes.show_templates()
    story.wait(lambda: bool(story.papers.window().findChildren(TemplatesBox)))
    templates = story.papers.window().findChild(TemplatesBox)
    letterhead = tmp_path / "Letterhead.docx"
    letterhead.write_bytes(word_file(p("Office of {{home.name}}") + p("{{paper}}")))
    templates.add_file(letterhead)
    story.wait(templates.form.add.isEnabled)
    story.click(templates.form.add)
    story.wait(lambda: templates.model.rowCount() == 1)
    story.press(Qt.Key.Key_Escape, on=templates)
    story.look_at()
    story.wait(lambda: story.papers.model.rows()[0].state is DraftState.DATA_CHANGED)
    story.click(story.papers.list.write)
    story.wait(lambda: story.papers.model.rows()[0].state is DraftState.IN_STEP)
    assert "Letterhead" in story.papers.model.rows()[0].note
    written = docx.Document(str(drafts / "round-3-agenda-shared-en.docx"))
    assert written.paragraphs[0].text == "Office of Canada"
