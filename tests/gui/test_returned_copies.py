"""Edited copies come back in the window: read, reviewed by keys and clicks, taken in as one step."""

from __future__ import annotations

import shutil
import threading
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.model import UnitKey
from dialogue_prep.documents.snapshot import read_snapshot
from dialogue_prep.domain.agenda import Agenda, AgendaItem
from dialogue_prep.domain.draft import Audience, DraftState, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.returned import UnitNote
from dialogue_prep.domain.speaking import PointKind, SpeakingPoint
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.boxes.return_notes import ReturnNotesBox
from dialogue_prep.gui.boxes.return_question import ReturnQuestionBox
from dialogue_prep.gui.pages.papers_page import PapersPage
from dialogue_prep.gui.pages.return_arrivals import ReturnArrivals
from dialogue_prep.gui.pages.return_view import ReturnView
from dialogue_prep.gui.pages.returning import Returning, ReviewPart
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.returned_places import places_in
from dialogue_prep.services.returns import Returns
from dialogue_prep.store.database import Database
from tests.documents.word_edits import EditedCopy
from tests.gui.conftest import Open
from tests.invented import workspace_of
from tests.reading.writing import paragraph, word_file

NOTES = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")
POINTS = (
    "We value the treaty.",
    "We met in spring and shall meet in autumn.",
    "Both sides count cases.",
    "We thank the hosts.",
)


@dataclass(frozen=True)
class Brought:
    """A folder with the paper and its copies, and what two of them come to: made once for all tests here."""

    folder: Path
    returning: Returning


def key(number: int) -> UnitKey:
    return UnitKey("speaking_point", f"p{number}", "words", "en")


def edited(folder: Path, author: str, edit: Callable[[EditedCopy], object]) -> Path:
    """Save a copy of the paper as somebody edited it."""
    copy = EditedCopy((folder / "notes.docx").read_bytes(), author)
    edit(copy)
    path = folder / f"{author.split(maxsplit=1)[0].lower()}.docx"
    path.write_bytes(copy.saved())
    return path


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory, planned_store: Path) -> Brought:
    """Return two copies: one conflict, one point left out, one edit of both merged, one new point, a comment."""
    folder = tmp_path_factory.mktemp("brought")
    database = Database(planned_store)
    workspace = workspace_of(database, today=None, prefix="brought")
    with workspace.request("Say") as work:
        item = next(one for one in work.find(AgendaItem) if one.topic_id)
        (round_id,) = {one.round_id for one in work.find(Agenda)}
        for number, words in enumerate(POINTS, start=1):
            point = SpeakingPoint(
                id=f"p{number}",
                agenda_item_id=item.id,
                kind=PointKind.POINT,
                position=number,
                words=in_english(words),
            )
            work.put(point)
    Papers(workspace, Drafter("Ada Example", "")).write(round_id, NOTES, folder / "notes.docx")
    bo = edited(
        folder,
        "Bo Sample",
        lambda copy: (
            copy.retype(key(1), "We value this treaty.", tracked=True),
            copy.retype(key(2), "We met in early spring and shall meet in autumn."),
            copy.comment(key(2), "Where?"),
            copy.take_out(key(3)),
            copy.add_behind(key(4), "We invite them."),
        ),
    )
    cy = edited(
        folder,
        "Cy Example",
        lambda copy: (
            copy.retype(key(1), "We value our treaty."),
            copy.retype(key(2), "We met in spring and shall meet in late autumn."),
        ),
    )
    report = Returns(workspace).report([bo, cy])
    database.close()
    return Brought(folder, Returning.begun(report, places_in(report)))


@pytest.fixture(scope="module")
def planned_store(planned_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of these tests' own, in which a paper is written."""
    return Path(shutil.copy(planned_store, tmp_path_factory.mktemp("returned")))


@pytest.fixture
def view(brought: Brought, opened: Open) -> ReturnView:
    """Return the review of the two copies."""
    view = ReturnView(opened.context)
    opened.bot.addWidget(view)
    view.taken.connect(opened.said.append)
    view.begin(brought.returning)
    view.show()
    return view


@pytest.fixture
def page(brought: Brought, opened: Open) -> PapersPage:
    context = opened.context
    context.papers = lambda: Papers(opened.workspace, Drafter("Ada Example", ""), None, context.dossiers.of)
    return opened.show(PapersPage(context))


def said(opened: Open) -> list[str]:
    with opened.workspace.look() as work:
        points = sorted(work.find(SpeakingPoint), key=lambda point: point.position)
    return [point.words.read("en") for point in points]


def press(opened: Open, view: ReturnView, keys: str) -> None:
    view.list.setFocus()
    for one in keys:
        opened.bot.keyClick(view.list, one)


def notes(opened: Open) -> list[tuple[str, str]]:
    with opened.workspace.look() as work:
        return sorted((note.author, note.words) for note in work.find(UnitNote))


def test_what_is_to_be_decided_comes_first_and_all_of_it_is_shown(opened: Open, view: ReturnView) -> None:
    assert [len(view.state.in_part(part)) for part in ReviewPart] == [2, 2, 1, 2]
    assert view.title.text() == "2 edited copies"
    assert view.papers.text() == "Speaking notes, version 1 · edited by Bo Sample, Cy Example"
    assert "tracked changes (1 inserted, 1 deleted)" in view.warnings.text()
    conflict, left_out = view.list.findings()
    assert (conflict.place, left_out.place) == ("2 copies", "Bo Sample")
    assert conflict.aloud == "to be decided"
    shown = view.details.differences()
    assert [one.name.split(" · ")[0] for one in shown] == [
        "As it was written, and still is here",
        "1   Bo Sample",
        "2   Cy Example",
    ]
    assert "keys 1 to 2" in view.why.text()
    assert view.place.text().endswith("Points to make")
    assert said(opened) == list(POINTS)


def test_keys_decide_and_taking_in_is_one_step(opened: Open, view: ReturnView) -> None:
    press(opened, view, "2")
    assert view.editor.text.toPlainText() == POINTS[2]
    press(opened, view, "o")
    assert view.segments.here() == ReviewPart.CLEAN
    assert view.foot.summary.text() == "3 edits are taken; 1 stays as it is here; 1 becomes a note."
    view.foot.take.click()
    opened.wait(lambda: view.state is None)
    assert said(opened) == [
        "We value our treaty.",
        "We met in early spring and shall meet in late autumn.",
        *POINTS[2:],
        "We invite them.",
    ]
    assert notes(opened) == [("Bo Sample", "Where?")]
    assert opened.said[-1].startswith("Taken in from bo.docx, cy.docx: 3 edits are taken")
    opened.undo()
    assert said(opened) == list(POINTS)
    assert notes(opened) == []


def test_what_nobody_decided_stays_and_the_other_words_are_kept(opened: Open, view: ReturnView) -> None:
    view.segments.pick(ReviewPart.CLEAN)
    press(opened, view, "oo")
    assert view.segments.here() == ReviewPart.TOLD
    view.segments.pick(ReviewPart.CLEAN)
    assert [line.struck for line in view.list.findings()] == [True, True]
    view.all_clean.click()
    assert [line.struck for line in view.list.findings()] == [False, False]
    view.take_in()
    opened.wait(lambda: view.state is None)
    assert said(opened)[0] == POINTS[0]
    assert ("Cy Example", "We value our treaty.") in notes(opened)


def test_words_of_ones_own_are_kept_as_they_are_left(opened: Open, view: ReturnView) -> None:
    press(opened, view, "c")
    assert view.editor.text.toPlainText() == "We value this our treaty."
    opened.bot.keyClick(view.editor.text, Qt.Key.Key_Escape)
    assert view.editor.text.toPlainText() == POINTS[0]
    assert not view.decided
    press(opened, view, "e")
    view.editor.text.selectAll()
    opened.bot.keyClicks(view.editor.text, "We keep the treaty.")
    assert view.decided
    opened.bot.keyClick(view.editor.text, Qt.Key.Key_Return)
    assert view.list.hasFocus()
    assert view.editor.standing.text() == "Taken in words of your own."
    view.undo()
    assert not view.decided
    view.redo()
    assert view.editor.text.toPlainText() == "We keep the treaty."
    press(opened, view, "e")
    view.editor.text.clear()
    opened.bot.keyClick(view.editor.text, Qt.Key.Key_Return)
    assert "Without words it cannot stand" in view.foot.problem.text()
    assert view.editor.text.toPlainText() == "We keep the treaty."


def test_decisions_are_not_lost_without_asking(opened: Open, view: ReturnView) -> None:
    left: list[bool] = []
    view.left.connect(lambda: left.append(True))
    press(opened, view, "a")
    view.foot.leave.click()
    assert view.decided
    view.findChild(QuestionBox).do.click()
    assert left == [True]
    assert view.state is None
    assert said(opened) == list(POINTS)


def test_copies_are_looked_at_again_when_the_store_moves(opened: Open, view: ReturnView) -> None:
    press(opened, view, "aa")
    with opened.workspace.request("Change a point") as work:
        work.put(replace(work.get(SpeakingPoint, "p1"), words=in_english("It is signed.")))
    opened.wait(lambda: "1 of your decisions" in view.foot.problem.text())
    view.segments.pick(ReviewPart.OPEN)
    assert [line.aloud for line in view.list.findings()] == ["to be decided", "taken"]
    view.list.step(-1)
    assert view.details.differences()[0].name == "Here, since it was written"
    view.take_in()
    opened.wait(lambda: view.state is None)
    assert said(opened)[0] == "It is signed."


def test_a_file_that_is_no_copy_is_named_and_the_others_are_reviewed(
    opened: Open, page: PapersPage, brought: Brought, guarded: None
) -> None:
    strange, broken = brought.folder / "strange.docx", brought.folder / "broken.docx"
    strange.write_bytes(word_file(paragraph("A letter about something else.")))
    broken.write_bytes(b"no Word file at all")
    page.bring_back([strange, broken, brought.folder / "notes.docx"])
    opened.wait(lambda: "Nothing was changed in notes.docx." in opened.said)
    assert any("“strange.docx” is no copy of a paper" in words and "“broken.docx”" in words for words in opened.said)
    assert not page.returned.reviewing
    page.bring_back([brought.folder / "bo.docx", strange])
    opened.context.jobs.cancel()
    opened.wait(lambda: any("was cancelled; nothing was changed" in words for words in opened.said))
    assert not page.returned.reviewing


def test_dropped_files_that_do_not_say_what_they_are_are_asked_about_once(
    opened: Open, page: PapersPage, brought: Brought
) -> None:
    folder = brought.folder
    kept = read_snapshot(brought.returning.report.copies[0].draft.snapshot)
    assert kept is not None
    (folder / "retyped.docx").write_bytes(word_file("".join(paragraph(escape(line.text)) for line in kept.lines)))
    (folder / "letter.docx").write_bytes(word_file(paragraph("A letter about something else.")))
    arrivals = ReturnArrivals(opened.context, page, page)
    copies: list[list[str]] = []
    sources: list[list[str]] = []
    arrivals.copies.connect(lambda found: copies.append([one.path.name for one in found]))
    arrivals.sources.connect(lambda found: sources.append([path.name for path in found]))
    arrivals.begin([folder / name for name in ("bo.docx", "retyped.docx", "letter.docx", "terms.txt")])
    opened.wait(lambda: page.findChild(ReturnQuestionBox) is not None)
    (choice,) = page.findChild(ReturnQuestionBox).choices
    assert choice.currentText() == "An edited copy of: Speaking notes, version 1"
    choice.choose(False)
    page.findChild(ReturnQuestionBox).do.click()
    assert (copies, sources) == ([["bo.docx"]], [["terms.txt", "letter.docx", "retyped.docx"]])


def test_the_file_of_a_paper_is_brought_back_before_other_copies(
    opened: Open, page: PapersPage, brought: Brought, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.list.choose("speaking-notes/")
    opened.settle()
    assert not page._acts["this"].isEnabled()
    written = (brought.folder / "notes.docx").read_bytes()
    shutil.copy(brought.folder / "cy.docx", brought.folder / "notes.docx")
    opened.context.look_again_now()
    opened.wait(page._acts["this"].isEnabled)
    page._acts["this"].trigger()
    opened.wait(lambda: page.returned.reviewing)
    (brought.folder / "notes.docx").write_bytes(written)
    assert page.returned.view.title.text() == "notes.docx"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([str(brought.folder / "bo.docx")], ""))
    page.choose_copies()
    assert opened.said[-1] == "Take these copies in or leave them before you bring others back."
    page.returned.view.put_away()
    page.choose_copies()
    opened.wait(lambda: page.returned.reviewing)
    assert page.returned.view.title.text() == "bo.docx"
    press(opened, page.returned.view, "a")
    assert page.in_use


def test_a_file_that_was_only_saved_again_came_back_and_can_be_written_anew(
    opened: Open, page: PapersPage, brought: Brought
) -> None:
    path = brought.folder / "notes.docx"
    written = path.read_bytes()
    path.write_bytes(EditedCopy(written, "Di Model").saved())
    opened.context.look_again_now()
    page.list.choose("speaking-notes/")
    opened.wait(page._acts["this"].isEnabled)
    page._acts["this"].trigger()
    opened.wait(lambda: "Nothing was changed in notes.docx." in opened.said)
    opened.wait(lambda: page.list.row().line.state is DraftState.DATA_CHANGED)
    (round_id,) = {copy.draft.round_id for copy in brought.returning.report.copies}
    assert opened.context.papers().write(round_id, NOTES, path).aside is not None
    assert path.read_bytes() == written


def test_a_copy_is_set_against_the_paper_and_saved_with_tracked_changes(
    opened: Open, page: PapersPage, brought: Brought
) -> None:
    redline = page.redline
    page.list.choose("speaking-notes/")
    opened.settle()
    page.set_against.click()
    opened.wait(lambda: redline.redline is not None)
    assert redline.isVisible()
    assert (redline.old.currentText().split(",")[0], redline.new.currentText()) == (
        "Version 1",
        "As it would be written now",
    )
    assert redline.summary.text() == "Both say the same."
    assert not redline.save.isEnabled()
    redline.compare_with(brought.folder / "bo.docx")
    opened.wait(redline.save.isEnabled)
    assert [line.aloud for line in redline.list.findings()] == ["changed", "changed", "gone", "new"]
    assert redline.summary.text().startswith("4 places differ, ")
    assert len(redline.text.differences()) == 4
    redline.whole.setChecked(True)
    opened.bot.keyClick(redline.list, Qt.Key.Key_F8)
    assert redline.text.textCursor().block().next().text() == "We met in early spring and shall meet in autumn."
    redline.save_to(brought.folder / "bo.docx")
    opened.wait(lambda: "is another file" in redline.summary.text())
    redline.save_to(brought.folder / "redline.docx")
    opened.wait(lambda: any(words.startswith("Saved: ") for words in opened.said))
    with zipfile.ZipFile(brought.folder / "redline.docx") as saved:
        assert b"<w:ins " in saved.read("word/document.xml")
    redline.compare_with(brought.folder / "missing.docx")
    opened.wait(lambda: "missing.docx" in redline.summary.text())
    assert redline.redline is None
    redline.close_button.click()
    assert page.list.isVisible()


def test_comments_are_found_again_where_they_stand_and_put_away(
    opened: Open, view: ReturnView, page: PapersPage
) -> None:
    view.take_in()
    opened.wait(lambda: view.state is None)
    page.boxes.show_notes(opened.context.choices.round_id)
    box = page.findChild(ReturnNotesBox)
    opened.wait(lambda: box.model.rowCount() == 3)
    conflict, _other, comment = box.model.rows()
    assert (conflict.paper, conflict.author, conflict.words) == (
        "Speaking notes",
        "Bo Sample",
        "We value this treaty.",
    )
    assert (comment.day, comment.words) == ("5 February 2032", "Where?")
    assert comment.place.endswith("Points to make")
    box.table.selectRow(2)
    assert box.words.text() == "Where?"
    box.do.click()
    opened.wait(lambda: box.model.rowCount() == 2)
    assert ("Bo Sample", "Where?") not in notes(opened)
    opened.undo()
    assert ("Bo Sample", "Where?") in notes(opened)


def test_internal_words_in_a_copy_for_the_other_side_are_told(opened: Open, tmp_path: Path) -> None:
    agenda = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
    secret = "We can live with less than that."
    with opened.workspace.request("Aim") as work:
        item = next(one for one in work.find(AgendaItem) if one.topic_id)
        work.put(replace(item, objective=in_english(secret)))
        (round_id,) = {one.round_id for one in work.find(Agenda)}
    Papers(opened.workspace, Drafter("Ada Example", "")).write(round_id, agenda, tmp_path / "notes.docx")
    title = UnitKey("agenda_item", item.id, "title", "en")
    path = edited(tmp_path, "Bo Sample", lambda copy: copy.retype(title, f"Courts. {secret}"))
    report = Returns(opened.workspace).report([path])
    view = ReturnView(opened.context)
    opened.bot.addWidget(view)
    view.begin(Returning.begun(report, places_in(report)))
    assert len(view.state.in_part(ReviewPart.OPEN)) == 1
    assert view.why.text() == view.warnings.text()
    assert view.why.text().startswith(f"It says what is internal (“{secret}”)")


def test_what_is_typed_stays_when_the_store_moves(opened: Open, view: ReturnView) -> None:
    press(opened, view, "e")
    view.editor.text.selectAll()
    opened.bot.keyClicks(view.editor.text, "We keep the treaty ")
    with opened.workspace.request("Change a point") as work:
        work.put(replace(work.get(SpeakingPoint, "p1"), words=in_english("It is signed.")))
    opened.wait(lambda: "1 of your decisions" in view.foot.problem.text())
    assert view.details.differences()[0].name == "Here, since it was written"
    assert view.editor.text.toPlainText() == "We keep the treaty "
    opened.bot.keyClicks(view.editor.text, "whole.")
    opened.bot.keyClick(view.editor.text, Qt.Key.Key_Return)
    for _time in range(2):
        opened.bot.mouseClick(view.foot.take, Qt.MouseButton.LeftButton)
        view.foot.show_summary("", can_be_taken=True)
    opened.wait(lambda: view.state is None)
    opened.settle()
    assert said(opened)[0] == "We keep the treaty whole."
    assert view.foot.problem.text() == ""


def test_nothing_can_be_decided_while_what_was_decided_is_being_taken_in(
    opened: Open, view: ReturnView, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(opened, view, "2e")
    view.editor.text.selectAll()
    opened.bot.keyClicks(view.editor.text, "We keep the treaty.")
    with monkeypatch.context() as patched:
        patched.setattr(Returns, "take_in", _refuse)
        held = threading.Event()
        opened.context.jobs.run(lambda: held.wait(10))
        opened.bot.keyClick(view.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert view.state is not None
        sent = view.state.choices
        for one in "ROAC2E":
            opened.bot.keyClick(view.window().focusWidget() or view, one)
        for one in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            opened.bot.keyClick(view.window().focusWidget() or view, one, Qt.KeyboardModifier.ControlModifier)
        for button in (*view.findChildren(QPushButton, "quiet"), view.foot.leave):
            opened.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (view.state.choices, view.editor.typed) == (sent, False)
        held.set()
        opened.wait(lambda: view.foot.problem.text() == "Not today.")
    assert (view.state.choices, view.editor.text.toPlainText()) == (sent, "We keep the treaty.")
    assert view.window().focusWidget() is view.editor.text
    press(opened, view, "o")
    assert view.state.choices != sent
    view.undo()
    view.take_in()
    opened.wait(lambda: view.state is None)
    assert said(opened)[2] == "We keep the treaty."


def test_words_that_were_taken_out_are_not_taken_in_as_they_were(opened: Open, view: ReturnView) -> None:
    press(opened, view, "e")
    view.editor.text.selectAll()
    opened.bot.keyClick(view.editor.text, Qt.Key.Key_Delete)
    opened.bot.mouseClick(view.foot.take, Qt.MouseButton.LeftButton)
    opened.settle()
    assert "Without words it cannot stand" in view.foot.problem.text()
    assert view.state is not None
    opened.bot.mouseClick(view.foot.take, Qt.MouseButton.LeftButton)
    opened.wait(lambda: view.state is None)


def _refuse(*_asked: object) -> None:
    raise UserError("Not today.")
