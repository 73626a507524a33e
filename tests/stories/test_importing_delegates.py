"""A delegation that somebody sent as a list is looked through, mended, taken in as one step, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from dialogue_prep.domain.delegate_list import DelegateList, ListField
from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.boxes import people_files
from dialogue_prep.gui.boxes.delegate_import_box import DelegateImportBox
from dialogue_prep.gui.pages.delegations_page import DelegationsPage
from dialogue_prep.gui.window.interior import DELEGATIONS
from dialogue_prep.reading import people_file
from dialogue_prep.services.delegate_import import RowStanding
from tests.stories.conftest import CONTROL, Story

Tell = Callable[[Path], Story]
SECONDS = 10


@pytest.fixture
def story(tell: Tell, store: Path) -> Story:
    story = tell(store)
    story.go(DELEGATIONS)
    story.wait(lambda: story.interior.here() == DELEGATIONS and page(story).ours.model.rowCount() == 1)
    return story


def page(story: Story) -> DelegationsPage:
    return story.page(DelegationsPage)


def box_of(story: Story) -> DelegateImportBox:
    story.wait(lambda: bool(story.frame.findChildren(DelegateImportBox)))
    return story.frame.findChild(DelegateImportBox)


@pytest.mark.shows("I7 lists with preview, mapping and errors by row")
def test_a_list_of_excel_is_mended_in_its_preview_and_taken_in(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Who", "Job title", "Department"),
        ("Ada Example", "Director", "PS"),
        ("Bo Sample", "Adviser", "Justice"),
        ("JEAN Daniel", "Adviser", "PCO"),
    ):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    monkeypatch.setattr(people_files, "ask_for_people", lambda _parent: tmp_path / "list.xlsx")
    story.click(page(story).ours.bring)
    box = box_of(story)
    assert not box.take_in.isEnabled(), "nobody knows what “Who” is"
    choice = box.choices[ListField.NAME]
    choice.setFocus()
    story.bot.keyClicks(choice, "Who")
    choice.activated.emit(choice.currentIndex())
    standings = [row.proposed.standing for row in box.rows()]
    assert standings == [RowStanding.NEW, RowStanding.REFUSED, RowStanding.LISTED]
    index = box.model.index(1, 1 + list(ListField).index(ListField.ENTITY))
    box.table.setCurrentIndex(index)
    box.table.edit(index)
    editor = box.table.findChild(QLineEdit, "cell")
    assert editor is not None
    editor.selectAll()
    story.bot.keyClicks(editor, "Department of Justice")
    story.press(Qt.Key.Key_Return, on=editor)
    story.wait(lambda: box.rows()[1].proposed.standing is RowStanding.NEW)
    assert box.said.text() == "2 delegates can be taken in; 1 is on the list already."
    story.click(box.take_in)
    story.wait(lambda: page(story).ours.model.rowCount() == 3)
    assert [line.name for line in page(story).ours.model.rows()][1:] == ["Ada Example", "Bo Sample"]
    assert story.action("Undo").text() == "Undo: Import delegates"
    story.look_at()
    story.action("Undo").trigger()
    story.wait(lambda: page(story).ours.model.rowCount() == 1)


def test_rows_copied_in_a_spreadsheet_are_pasted_by_keyboard(story: Story) -> None:
    column = page(story).theirs
    QGuiApplication.clipboard().setText("姓名\t职务\t单位\n王伟\t处长\tMPS\n")
    column.list.setFocus()
    story.press(Qt.Key.Key_V, CONTROL, on=column.list)
    box = box_of(story)
    story.press(Qt.Key.Key_Return, on=box.take_in)
    story.wait(lambda: [line.name for line in column.model.rows()][1:] == ["王伟"])


def test_reading_a_list_can_be_cancelled(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path, cancelled: Callable[[], bool]) -> DelegateList:
        begun.set()
        assert asked.wait(SECONDS)
        assert cancelled()
        raise UserError("Reading “{name}” was cancelled; nothing was changed.", name=path.name)

    begun, asked = Event(), Event()
    monkeypatch.setattr(people_file, "read_people", read)
    monkeypatch.setattr(people_files, "ask_for_people", lambda _parent: tmp_path / "list.xlsx")
    ours = page(story).ours
    story.click(ours.bring)
    story.wait(begun.is_set)
    story.click(ours.bring)
    story.wait(lambda: ours.problem.text() == "Wait until this has ended: Reading list.xlsx.")
    story.interior.status.cancelled.emit()
    asked.set()
    story.wait(lambda: ours.problem.text() == "Reading “list.xlsx” was cancelled; nothing was changed.")
    assert not story.frame.findChildren(DelegateImportBox)


def test_a_file_that_is_no_list_is_said_beside_the_list(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    monkeypatch.setattr(people_files, "ask_for_people", lambda _parent: tmp_path / "old.xls")
    story.click(page(story).ours.bring)
    story.wait(lambda: page(story).ours.problem.text().startswith("“old.xls” cannot be read because it is a file of"))
    assert not story.frame.findChildren(DelegateImportBox)
