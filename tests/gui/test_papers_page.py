"""The page of papers, used with keys and clicks on an open store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.template_check import CheckedTemplate
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.communique import Option, Passage
from dialogue_prep.domain.draft import Audience, DraftState, PaperKind
from dialogue_prep.domain.errors import Conflict
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.setting import MarkingPlace
from dialogue_prep.domain.speaking import SteeringKind, SteeringPoint
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.gui.boxes.clearance_box import ClearanceBox
from dialogue_prep.gui.boxes.markings_box import MarkingsBox
from dialogue_prep.gui.boxes.templates_box import TemplatesBox
from dialogue_prep.gui.boxes.versions_box import VersionsBox
from dialogue_prep.gui.pages.delegations_page import DelegationsPage
from dialogue_prep.gui.pages.paper_places import place_of_gap
from dialogue_prep.gui.pages.papers_page import COMMUNIQUE, PAPERS, STEER, PapersPage
from dialogue_prep.gui.pages.papers_reading import Variation
from dialogue_prep.services.clearances import Clearances
from dialogue_prep.services.markings import Markings
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.sources import read_for_review
from dialogue_prep.services.templates import Templates
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.settings import Settings
from tests.documents.staff_templates import p, word_file
from tests.gui.conftest import Open


@pytest.fixture
def page(opened: Open, tmp_path: Path) -> PapersPage:
    context = opened.context
    context.papers = lambda: Papers(opened.workspace, Drafter("Ada Example", ""), None, context.dossiers.of)
    page = opened.show(PapersPage(context))
    page._chosen_folder = page._folder = tmp_path / "papers"
    opened.settle()
    return page


def found(workspace: Workspace, kind: type) -> list[object]:
    with workspace.look() as work:
        return list(work.find(kind))


def test_what_is_written_in_each_language_and_copy_has_a_row_of_its_own(opened: Open, page: PapersPage) -> None:
    page.write_one()
    opened.wait(lambda: page.model.rows()[0].state is DraftState.IN_STEP)
    page.list.language.picked.emit("fr")
    page.list.second.picked.emit("zh-Hans")
    opened.wait(lambda: "Simplified Chinese" in page.model.rows()[0].note)
    assert page.model.rows()[0].state is None
    page.list.copy.picked.emit("theirs")
    opened.wait(lambda: all(row.line.audience is Audience.SHARED for row in page.model.rows()))
    assert "copy for China" in page.model.rows()[0].note
    assert page.list.variation == Variation("fr", "zh-Hans", their_copy=True)


@pytest.mark.parametrize(("window", "chosen", "offered"), [("fr", "", "fr"), ("fr", "en", "en")])
def test_papers_are_offered_in_the_language_of_the_window_unless_another_is_set(
    opened: Open, window: str, chosen: str, offered: str
) -> None:
    opened.context.language, opened.context.settings = window, Settings(papers_language=chosen)
    page = PapersPage(opened.context)
    opened.bot.addWidget(page)
    assert page.list.variation == Variation(offered)


def test_gaps_are_counted_gone_through_and_lead_to_where_they_are_written(opened: Open, page: PapersPage) -> None:
    page.choose_record("steering-brief")
    opened.wait(lambda: page.view.preview.gaps() > 0)
    assert page.view.gaps.text() == f"{page.view.preview.gaps()} gaps"
    page.preview.setFocus()
    opened.bot.keyClick(page.preview, Qt.Key.Key_F8)
    assert page.view.gaps.text().startswith("Gap 1 of")
    assert page.view.preview.textCursor().selectedText() == "[To be written: our overall objectives]"
    opened.bot.keyClick(page.view.preview, Qt.Key.Key_Return)
    assert page.parts.here() == STEER
    text = page.steering.text(SteeringKind.OBJECTIVE)
    text.setFocus()
    opened.bot.keyClicks(text, "A calendar of rounds.")
    text.saving.flush()
    page.parts.pick(PAPERS)
    opened.wait(lambda: "A calendar of rounds." in page.preview.toPlainText())
    opened.undo()
    opened.wait(lambda: "A calendar of rounds." not in page.preview.toPlainText())
    assert found(opened.workspace, SteeringPoint) == []


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("agenda_item/a/point to make/en", (Place.AGENDA, "a")),
        ("agenda_item/a/they said/en", (None, "")),
        ("entity/e/delegate/", (Place.DELEGATIONS, "e")),
        ("person/p/career/en", (Place.DELEGATIONS, "p")),
        ("commitment/c/status ours/en", (Place.COMMITMENTS, "c")),
        ("passage/p/red_line/en", (Place.PAPERS, "p")),
        ("round/r/risk/en", (Place.PAPERS, "steering/risk")),
        ("round/r/check 3/en", (None, "")),
    ],
)
def test_the_place_of_a_gap_is_where_its_record_is_edited(key: str, place: tuple[Place | None, str]) -> None:
    assert place_of_gap(key) == place


def test_words_are_found_and_letters_grow_where_one_reads(opened: Open, page: PapersPage) -> None:
    before = page.preview.toHtml()
    page.preview.setFocus()
    opened.bot.keyClick(page.preview, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    opened.bot.keyClicks(page.view.finder.words, "round")
    number = page.view.finder.said.text().split(" of ")[1]
    assert page.view.finder.said.text() == f"1 of {number}"
    opened.bot.keyClick(page.view.finder.words, Qt.Key.Key_Return)
    assert page.view.finder.said.text() == f"2 of {number}"
    opened.bot.keyClick(page.view.finder.words, Qt.Key.Key_Escape)
    assert not page.view.finder.isVisible()
    opened.bot.keyClick(page.preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    opened.wait(lambda: page.preview.toHtml() != before)
    assert page.view.as_on_paper.text() == "115 %"
    opened.bot.keyClick(page.preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    opened.wait(lambda: page.view.as_on_paper.text() == "100 %")


def test_the_communique_is_drafted_paragraph_by_paragraph(opened: Open, page: PapersPage) -> None:
    room = page.communique.room
    page.parts.pick(COMMUNIQUE)
    assert room.nothing.isVisible()
    opened.bot.mouseClick(room.add, Qt.MouseButton.LeftButton)
    opened.wait(lambda: len(room.model.rows()) == 1)
    ours = room.panel.option(0)
    opened.wait(ours.hasFocus)
    opened.bot.keyClicks(ours, "Both sides will meet.")
    red = room.panel.limits.editor("red_line")
    red.setFocus()
    opened.bot.keyClicks(red, "No fixed day.")
    red.saving.flush()
    opened.wait(lambda: room.model.rows()[0].words == "Both sides will meet.")
    opened.settle()
    (option,) = cast("list[Option]", found(opened.workspace, Option))
    (passage,) = cast("list[Passage]", found(opened.workspace, Passage))
    assert (option.words.words("en"), passage.red_line.words("en")) == ("Both sides will meet.", "No fixed day.")
    shared = [row.id for row in page.model.rows() if row.id.startswith("communique/shared")]
    page.parts.pick(PAPERS)
    page.list.choose(shared[0])
    opened.wait(lambda: "Both sides will meet." in page.preview.toPlainText())
    assert "No fixed day." not in page.preview.toPlainText()


def test_a_biography_is_written_beside_its_person(opened: Open) -> None:
    page = opened.show(DelegationsPage(opened.context))
    career = page.panel.biography.editor("career")
    career.setFocus()
    opened.bot.keyClicks(career, "A judge.")
    career.saving.flush()
    opened.settle()
    (kept,) = cast("list[Biography]", found(opened.workspace, Biography))
    assert kept.career.words("en") == "A judge."


def box_of(opened: Open, page: PapersPage, show: Callable[[], None], kind: type[QDialog]) -> QDialog:
    show()
    opened.settle()
    box: QDialog = page.findChildren(kind)[-1]
    return box


def test_clearance_is_kept_and_refused_at_its_field(opened: Open, page: PapersPage) -> None:
    box = box_of(opened, page, page._acts["clearance"].trigger, ClearanceBox)
    assert isinstance(box, ClearanceBox)
    box.approved_on.setText("12 June")
    box.keep.click()
    assert "write it such as 12 June 2018" in box.fields["approved_on"].problem()
    box.approved_on.setText("2018-06-12")
    box.keep.click()
    opened.wait(lambda: "Say who approved it" in box.fields["approved"].problem())
    box.approved.setText("Bo Sample")
    box.approved_on.setText("")
    with opened.bot.waitSignal(box.accepted):
        box.keep.click()
    kept = Clearances(opened.workspace).of(opened.context.choices.round_id, PaperKind.AGENDA, Audience.SHARED)
    assert kept is not None
    assert kept.approved == "Bo Sample"


def test_a_template_is_looked_through_before_it_is_added(opened: Open, page: PapersPage, tmp_path: Path) -> None:
    box = box_of(opened, page, page.boxes.show_templates, TemplatesBox)
    assert isinstance(box, TemplatesBox)
    broken, sound = tmp_path / "broken.docx", tmp_path / "Letterhead.docx"
    broken.write_bytes(word_file(p("{{round.citty}}")))
    sound.write_bytes(word_file(p("Office of {{home.name}}") + p("{{paper}}")))
    box.add_file(broken)
    opened.wait(lambda: "It cannot be used yet" in box.form.verdict.text())
    assert "is no placeholder" in box.form.findings.lines()[0].sentence
    assert not box.form.add.isEnabled()
    box.add_file(sound)
    opened.wait(box.form.add.isEnabled)
    box.form.add.click()
    opened.wait(lambda: [row.name for row in box.model.rows()] == ["Letterhead"])
    opened.wait(lambda: "Office of Canada" in page.preview.toPlainText())
    offered = {action.text(): action for action in page.templates.actions()}
    assert [name for name, action in offered.items() if action.isChecked()] == ["As the templates say (Letterhead)"]
    offered["The program’s own"].trigger()
    opened.wait(lambda: "Office of Canada" not in page.preview.toPlainText())
    assert [one.text() for one in page.templates.actions() if one.isChecked()] == ["The program’s own"]
    box.table.selectRow(0)
    box.remove.click()
    opened.wait(lambda: Templates(opened.workspace).all() == ())


def test_a_template_that_somebody_else_chose_is_shown_before_another_takes_its_place(
    opened: Open, page: PapersPage
) -> None:
    templates, heard = Templates(opened.workspace), list[BaseException]()
    checked = CheckedTemplate(
        use=TemplateUse.EVERY, audience=Audience.SHARED, content=word_file(p("{{paper}}")), findings=()
    )
    first, second = (templates.add(checked, name=name) for name in ("First", "Second"))
    opened.settle()
    opened.context.jobs._refused = heard.append

    def offered(name: str) -> QAction:
        return next(one for one in page.templates.actions() if one.text() == name)

    templates.choose(PaperKind.AGENDA, first.id)
    offered("Second").trigger()
    opened.settle()
    assert [type(error) for error in heard] == [Conflict]
    assert (templates.chosen(), offered("First").isChecked()) == ({PaperKind.AGENDA: first.id}, True)
    offered("Second").trigger()
    opened.settle()
    assert (templates.chosen(), offered("Second").isChecked()) == ({PaperKind.AGENDA: second.id}, True)


def test_markings_are_renamed_ordered_and_kept_as_one_step(opened: Open, page: PapersPage) -> None:
    box = box_of(opened, page, page.boxes.show_markings, MarkingsBox)
    assert isinstance(box, MarkingsBox)
    before = [level.name.read("en") for level in Markings(opened.workspace).scale().levels]
    box.model.give(box.model.rows()[0], 0, "OPEN")
    box.ceiling.choose(box.model.rows()[0].id)
    box.keep.click()
    opened.wait(lambda: "above OPEN" in box.fields["internal"].problem())
    box.ceiling.choose(box.model.rows()[-1].id)
    box.place.choose(MarkingPlace.FOOT)
    with opened.bot.waitSignal(box.accepted):
        box.keep.click()
    opened.settle()
    levels = Markings(opened.workspace).scale().levels
    assert [level.name.read("en") for level in levels] == ["OPEN", *before[1:]]
    assert page.preview.toPlainText().count("OPEN") == 1
    opened.undo()
    assert len(cast("list[Marking]", found(opened.workspace, Marking))) == len(before)
    assert Markings(opened.workspace).scale().place is MarkingPlace.BOTH


def test_the_history_of_versions_names_day_template_and_file(opened: Open, page: PapersPage) -> None:
    page.write_one()
    opened.wait(lambda: page.model.rows()[0].state is DraftState.IN_STEP)
    box = box_of(opened, page, page._acts["history"].trigger, VersionsBox)
    assert isinstance(box, VersionsBox)
    (shown,) = box.model.rows()
    assert (shown.version, shown.template, shown.released) == ("1", "of the program", "–")
    assert shown.file.endswith("round-3-agenda-shared-en.docx")


def test_a_paper_is_written_of_the_round_that_is_seen_while_another_is_still_read(
    opened: Open, page: PapersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(page.writing, "write", lambda round_id, _paper, path, _profile: asked.append((round_id, path)))
    seen, other = opened.context.choices.round, opened.context.choices.rounds[0]
    assert seen is not None
    with reading_held(opened):
        opened.context.look_again(round_id=other.id)
        opened.wait(lambda: opened.context.choices.round_id == other.id)
        page.write_one()
    opened.settle()
    page.write_one()
    assert [round_id for round_id, _path in asked] == [seen.id, other.id]
    assert [f"{one.ordinal}" in Path(path).name for one, (_id, path) in zip((seen, other), asked, strict=True)] == [
        True,
        True,
    ]


def test_a_paragraph_of_another_round_is_led_to_once_that_is_read(opened: Open, page: PapersPage) -> None:
    other = opened.context.choices.rounds[0]
    with opened.workspace.request("Draft") as work:
        work.put(Passage(id="p1", round_id=other.id, position=1))
        work.put(Passage(id="p2", round_id=other.id, position=2))
    opened.settle()
    with reading_held(opened):
        opened.context.look_again(round_id=other.id)
        opened.wait(lambda: opened.context.choices.round_id == other.id)
        page.choose_record("p2")
    opened.settle()
    assert page.parts.here() == COMMUNIQUE
    assert page.record_id() == "p2"


def test_a_folder_that_is_not_there_is_said_so(opened: Open, page: PapersPage) -> None:
    page.open_folder()
    assert opened.said[-1] == f"{page._folder} is there no longer, or its disk is not connected."


def test_a_review_of_the_adopted_text_is_there_again_with_its_round(
    opened: Open, page: PapersPage, tmp_path: Path
) -> None:
    text = tmp_path / "adopted.txt"
    text.write_text("Joint Statement\n\nThe two sides agreed to share the results of surveys.", encoding="utf-8")
    editor, seen, other = page.communique, opened.context.choices.round_id, opened.context.choices.rounds[0].id
    page.parts.pick(COMMUNIQUE)
    editor.review_adopted(read_for_review(text))
    assert editor.adoption is not None
    opened.context.look_again(round_id=other)
    opened.settle()
    assert editor.room.isVisible()
    assert page.in_use, "the review is not finished"
    opened.context.look_again(round_id=seen)
    opened.settle()
    assert editor.adoption.isVisible()
    editor.adoption.put_away()
    assert editor.room.isVisible()
    assert not page.in_use


@contextmanager
def reading_held(opened: Open) -> Iterator[None]:
    """Have pages read what is looked at next only after the block."""
    held = threading.Event()
    holding = opened.context.changed.connect(lambda _step: opened.context.jobs.run(lambda: held.wait(10)))
    yield
    opened.context.changed.disconnect(holding)
    held.set()
