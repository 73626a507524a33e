"""The agenda page: what it shows, and that whatever is done there is kept, shown again and taken back by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from dialogue_prep.domain.agenda import AgendaItem, ItemKind
from dialogue_prep.domain.differences import PieceKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.speaking import PointKind
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes.agenda_versions_box import AgendaVersionsBox
from dialogue_prep.gui.kit.conflict_box import ConflictBox
from dialogue_prep.gui.kit.saved_fields import SavedText
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.pages.agenda_table import MINUTES, TITLE
from dialogue_prep.services.agendas import Agendas
from dialogue_prep.services.records import Records
from dialogue_prep.services.rounds import Plan
from tests.gui.conftest import Open

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Agenda:
    """The page and what is in the store behind it."""

    def __init__(self, opened: Open) -> None:
        self.opened = opened
        self.page = opened.show(AgendaPage(opened.context))

    @property
    def dossier(self) -> Dossier:
        return self.opened.context.dossiers.of(self.opened.context.choices.round_id)

    def titles(self) -> list[str]:
        return [row.title for row in self.page.card.table.rows()]

    def item(self, beginning: str) -> AgendaItem:
        return next(item for item in self.dossier.items if item.title.read("en").startswith(beginning))

    def choose(self, beginning: str) -> None:
        self.page.choose_record(self.item(beginning).id)
        self.page.card.table.setFocus()

    def row_of(self, beginning: str) -> int:
        return next(place for place, title in enumerate(self.titles()) if title.startswith(beginning))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.card.table, key, modifier)
        self.opened.settle()

    def label_of_undo(self) -> str | None:
        return self.opened.workspace.next_label(Deed.UNDO)

    def edit(self, column: int, words: str) -> None:
        """Type words into the cell of the current row and press Enter."""
        self.page.card.table.edit_cell(column)
        editor = self.page.card.table.findChild(QLineEdit, "cell")
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.opened.settle()


@pytest.fixture
def agenda(opened: Open) -> Agenda:
    return Agenda(opened)


def test_items_are_shown_in_order_with_numbers_hours_and_commitments(agenda: Agenda) -> None:
    rows = agenda.page.card.table.rows()
    assert [(row.number, row.begins, row.title) for row in rows[:4]] == [
        ("", "9:00", "Opening remarks"),
        ("1", "9:15", "Adoption of the agenda"),
        ("2", "9:25", "Follow-up of the 2nd round"),
        ("3", "10:10", "Counter-terrorism cooperation"),
    ]
    assert (rows[3].leads, rows[3].unled, rows[3].commitments) == ("to be named", True, "R2-06")
    assert agenda.page.card.hours.text() == "dates open · hours in Beijing time"


def test_the_hours_name_the_day_and_the_zone_once_the_dates_are_known(agenda: Agenda, opened: Open) -> None:
    opened.context.rounds.plan(opened.context.choices.dialogue_id, Plan(start=date(2018, 5, 14)))
    opened.settle()
    assert agenda.page.card.hours.text() == "14 May 2018 · hours in Beijing time (UTC+8)"


def test_alt_and_the_arrows_move_an_item_and_undo_brings_it_back(agenda: Agenda, opened: Open) -> None:
    before = agenda.titles()
    agenda.choose("Counter-terrorism")
    agenda.press(Qt.Key.Key_Down, ALT)
    assert agenda.titles()[3:5] == [before[4], before[3]]
    assert agenda.page.record_id() == agenda.item("Counter-terrorism").id, "the item that was moved stays chosen"
    assert agenda.label_of_undo() == "Move an agenda item"
    agenda.press(Qt.Key.Key_Up, ALT)
    assert agenda.titles() == before
    opened.undo()
    opened.undo()
    assert agenda.titles() == before


def test_an_item_is_dragged_to_another_place(agenda: Agenda, opened: Open) -> None:
    table = agenda.page.card.table
    row, target = agenda.row_of("Counter-terrorism"), agenda.row_of("Adoption")
    start = QPoint(120, table.rowViewportPosition(row) + table.rowHeight(row) // 2)
    end = QPoint(120, table.rowViewportPosition(target) + 2)
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(table.viewport(), start + (end - start) * step / 5)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=end)
    opened.settle()
    assert agenda.titles()[1:3] == ["Counter-terrorism cooperation", "Adoption of the agenda"]
    assert [row.number for row in table.rows()[1:3]] == ["1", "2"]


def test_a_drag_that_is_broken_off_moves_nothing(agenda: Agenda, opened: Open) -> None:
    table, before = agenda.page.card.table, agenda.titles()
    start = QPoint(120, table.rowViewportPosition(3) + 5)
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(table.viewport(), QPoint(120, 5))
    QTest.keyClick(table, Qt.Key.Key_Escape)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 5))
    opened.settle()
    assert agenda.titles() == before


def test_titles_and_minutes_are_edited_in_place(agenda: Agenda) -> None:
    agenda.choose("Counter-terrorism")
    agenda.edit(TITLE, "Terrorism")
    assert agenda.item("Terrorism").title.words("fr") != "Terrorism"
    agenda.edit(MINUTES, "55")
    assert agenda.item("Terrorism").minutes == 55
    assert agenda.page.card.total.text() == "8 h 15 of 8 h 00, 15 minutes over"
    assert agenda.page.card.total.property("tone") == "bad"
    assert agenda.label_of_undo() == "Change the minutes of an agenda item"


@pytest.mark.parametrize(
    ("column", "words", "sentence"),
    [
        (MINUTES, "soon", "Write a number such as 7, not “soon”."),
        (MINUTES, "2000", "An agenda item takes 0 to 1440 minutes."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(agenda: Agenda, column: int, words: str, sentence: str) -> None:
    before = agenda.dossier
    agenda.choose("Counter-terrorism")
    agenda.edit(column, words)
    assert agenda.page.card.problem() == sentence
    assert agenda.dossier == before
    agenda.edit(MINUTES, "41")
    assert agenda.page.card.problem() == ""


def test_an_item_without_any_title_is_refused(agenda: Agenda) -> None:
    agenda.choose("Counter-terrorism")
    for language in ("fr", "zh-Hans", "en"):
        agenda.page.card.language.picked.emit(language)
        agenda.edit(TITLE, " ")
    assert agenda.page.card.problem() == "An agenda item needs a title."


def test_a_title_is_worded_in_another_language_beside_the_first(agenda: Agenda) -> None:
    agenda.page.card.language.picked.emit("fr")
    agenda.choose("Counter-terrorism")
    agenda.edit(TITLE, "Antiterrorisme")
    title = agenda.item("Counter-terrorism").title
    assert (title.words("fr"), title.words("en")) == ("Antiterrorisme", "Counter-terrorism cooperation")
    assert "Antiterrorisme" in agenda.titles()


def test_an_item_is_parked_and_taken_back_behind_the_chosen_one(agenda: Agenda, opened: Open) -> None:
    card = agenda.page.card
    agenda.choose("Counter-terrorism")
    card.park.click()
    opened.settle()
    assert [row.title for row in card.parked_rows.rows()] == ["Counter-terrorism cooperation"]
    assert "Counter-terrorism cooperation" not in agenda.titles()
    assert card.total.text() == "7 h 20 of 8 h 00, 40 minutes left"
    agenda.choose("Adoption")
    card.take_back.click()
    opened.settle()
    assert agenda.titles()[2] == "Counter-terrorism cooperation"
    assert card.parked_rows.rows() == ()
    assert not card.take_back.isVisible()


def test_an_item_is_removed_and_the_one_after_it_is_chosen(agenda: Agenda, opened: Open) -> None:
    before = agenda.titles()
    agenda.choose("Counter-terrorism")
    agenda.press(Qt.Key.Key_Delete)
    assert agenda.titles() == [*before[:3], *before[4:]]
    assert agenda.page.card.table.currentIndex().row() == 3
    assert agenda.label_of_undo() == "Remove an agenda item"
    opened.undo()
    assert agenda.titles() == before


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


def test_a_usual_item_is_added_behind_the_chosen_one(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Adoption")
    entries(agenda.page.card.add.menu())["Break (15 min)"].trigger()
    opened.settle()
    assert agenda.titles()[2] == "Break"
    assert agenda.page.card.table.currentIndex().row() == 2
    assert [w.language for w in agenda.dossier.slots[2].item.title] == ["en", "fr", "zh-Hans"]


def test_an_item_on_a_standing_topic_names_it(agenda: Agenda, opened: Open) -> None:
    topics = entries(agenda.page.card.add.menu())["Topic"].menu()
    assert isinstance(topics, QMenu)
    assert len(topics.actions()) == 6
    agenda.choose("Closing")
    topics.actions()[0].trigger()
    opened.settle()
    added = agenda.dossier.slots[-1].item
    assert (added.kind, added.topic_id) == (ItemKind.TOPIC, agenda.dossier.topics[0].id)


def test_a_round_of_two_days_gets_a_second_one_by_the_end_of_the_first(agenda: Agenda, opened: Open) -> None:
    days = Plan(start=date(2018, 5, 21), end=date(2018, 5, 22))
    opened.context.rounds.plan(opened.context.choices.dialogue_id, days)
    opened.settle()
    card = agenda.page.card
    assert card.about_days().startswith("All items of the agenda stand on the first of 2 days. ")
    agenda.choose("Adoption")
    entries(card.add.menu())["End of the day"].trigger()
    opened.settle()
    assert card.about_days() == ""
    assert [(row.day, row.begins, row.minutes) for row in card.table.rows()[1:4]] == [
        ("21 May", "9:15", "10"),
        ("21 May", "9:25", ""),
        ("22 May", "9:00", "45"),
    ]
    assert [name for name, _at in agenda.page.day.plan().days] == ["21 May", "22 May"]
    assert card.hours.text() == "21–22 May 2018 · hours in Beijing time (UTC+8)"
    assert card.total.text() == "8 h 00 of 16 h 00"
    agenda.press(Qt.Key.Key_Down, ALT)
    assert [row.day for row in card.table.rows()[2:5]] == ["21 May", "21 May", "22 May"], "the day ends later"
    opened.undo()
    opened.undo()
    assert {row.day for row in card.table.rows()} == {"21 May"}


def test_minutes_over_are_told_of_the_day_that_has_them(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Adoption")
    entries(agenda.page.card.add.menu())["End of the day"].trigger()
    opened.settle()
    agenda.choose("Counter-terrorism")
    agenda.edit(MINUTES, "100")
    assert agenda.page.card.total.text() == "Day 2: 35 minutes over"


def test_the_hours_of_the_day_are_changed_and_everything_follows(agenda: Agenda, opened: Open) -> None:
    begins = agenda.page.hours.editor("begins")
    opened.type(begins, "8:30")
    QTest.keyClick(begins, Qt.Key.Key_Return)
    opened.settle()
    assert agenda.page.card.table.rows()[0].begins == "8:30"
    assert agenda.dossier.agenda is not None
    assert agenda.dossier.agenda.begins == time(8, 30)
    assert agenda.label_of_undo() == "Change the hours of the agenda"
    opened.type(begins, "soon")
    QTest.keyClick(begins, Qt.Key.Key_Return)
    opened.settle()
    assert agenda.page.hours.field("begins").problem() == "Write an hour such as 9:00, not “soon”."
    assert agenda.dossier.agenda.begins == time(8, 30)


def test_leads_of_both_sides_are_ticked_with_the_keyboard(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Counter-terrorism")
    ours = agenda.page.panel.leads[0]
    QTest.keyClick(ours, Qt.Key.Key_Space)
    listed = ours.popup.shown
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(listed, key)
    opened.settle()
    leads = agenda.dossier.leads_of(agenda.item("Counter-terrorism"), agenda.dossier.home)
    assert [entity.id for entity in leads] == [one.id for one in agenda.dossier.entities_of(agenda.dossier.home)[:2]]
    row = agenda.page.card.table.rows()[3]
    assert row.leads == f"{ours.words().replace(' · ', ', ')} · –"
    assert not row.unled
    assert agenda.label_of_undo() == "Change the leads of an agenda item"


def test_speaking_points_are_kept_as_they_are_typed_one_a_paragraph(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Counter-terrorism")
    points = agenda.page.panel.points
    points.text.setFocus()
    QTest.keyClicks(points.text, "Thank the host.")
    QTest.keyClick(points.text, Qt.Key.Key_Return)
    QTest.keyClicks(points.text, "Ask for a date.")
    assert points.length.text() == "7 words, 1 min; 2 min with interpretation, of 40 min"
    assert agenda.dossier.points == (), "nothing is sent with each key"
    opened.wait(lambda: len(agenda.dossier.points) == 2)
    opened.settle()
    assert points.text.hasFocus()
    assert points.text.textCursor().position() == len("Thank the host.\nAsk for a date.")
    QTest.keyClicks(points.text, " Soon.")
    agenda.choose("Cyber")
    opened.settle()
    kept = agenda.dossier.points_of(agenda.item("Counter-terrorism"), PointKind.POINT)
    assert [point.words.words("en") for point in kept] == ["Thank the host.", "Ask for a date. Soon."]
    assert points.text.paragraphs() == ()
    opened.undo()
    assert agenda.dossier.points == (), "one visit to a field is one step"


def test_points_of_another_kind_and_language_are_points_of_their_own(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Counter-terrorism")
    points = agenda.page.panel.points
    points.kinds.picked.emit(PointKind.THEIR_LINE)
    agenda.page.card.language.picked.emit("fr")
    QTest.keyClicks(points.text, "Ils diront oui.")
    agenda.page.panel.flush()
    opened.settle()
    (point,) = agenda.dossier.points
    assert (point.kind, point.words.words("fr")) == (PointKind.THEIR_LINE, "Ils diront oui.")
    assert points.length.text() == "3 words"
    agenda.page.card.language.picked.emit("en")
    assert points.text.paragraphs() == ()
    assert points.text.placeholderText() == "Ils diront oui."


def test_the_points_of_another_item_begin_at_the_first_kind(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Counter-terrorism")
    points = agenda.page.panel.points
    points.kinds.picked.emit(PointKind.DO_NOT_VOLUNTEER)
    QTest.keyClicks(points.text, "The ship is late.")
    agenda.choose("Cyber")
    QTest.keyClicks(points.text, "Thank the host.")
    agenda.page.panel.flush()
    opened.settle()
    kept = {point.words.words("en"): point.kind for point in agenda.dossier.points}
    assert kept == {"The ship is late.": PointKind.DO_NOT_VOLUNTEER, "Thank the host.": PointKind.POINT}


def test_what_is_typed_is_shown_as_it_is(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Counter-terrorism")
    text = agenda.page.panel.points.text
    QTest.keyClicks(text, "<b>bold</b> & so on")
    agenda.page.panel.flush()
    opened.settle()
    assert text.toPlainText() == "<b>bold</b> & so on"
    assert agenda.dossier.points[0].words.words("en") == "<b>bold</b> & so on"


def test_who_speaks_first_and_what_is_wanted_are_kept(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Counter-terrorism")
    form = agenda.page.panel.form
    form.editor("speaks_first_id").setFocus()
    QTest.keyClick(form.editor("speaks_first_id"), Qt.Key.Key_Home)
    form.editor("objective").setFocus()
    QTest.keyClicks(form.editor("objective"), "A date for the talks")
    agenda.page.panel.flush()
    opened.settle()
    assert agenda.item("Counter-terrorism").objective.words("en") == "A date for the talks"
    assert agenda.label_of_undo() == "Change an agenda item"


@pytest.mark.parametrize("ticked", [True, pytest.param(False, marks=pytest.mark.torture)])
def test_a_lead_that_somebody_else_adds_while_the_list_is_open_stays(
    agenda: Agenda, opened: Open, *, ticked: bool
) -> None:
    agenda.choose("Counter-terrorism")
    item, ours = agenda.item("Counter-terrorism"), agenda.page.panel.leads[0]
    first, second, *_others = agenda.dossier.entities_of(agenda.dossier.home)
    QTest.keyClick(ours, Qt.Key.Key_Space)
    Agendas(opened.workspace).lead(item, [second.id])
    opened.settle()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return) if ticked else (Qt.Key.Key_Escape,):
        QTest.keyClick(ours.popup.shown, key)
    opened.settle()
    led = {entity.id for entity in agenda.dossier.leads_of(item, agenda.dossier.home)}
    assert led == {*([first.id] if ticked else []), second.id}


def objective_of(agenda: Agenda) -> tuple[AgendaItem, SavedText]:
    """Choose the second item and return it with the editor of its objective."""
    agenda.choose(agenda.titles()[1])
    editor = agenda.page.panel.form.editor("objective")
    assert isinstance(editor, SavedText)
    return agenda.item(agenda.titles()[1]), editor


def type_and_leave(editor: SavedText, words: str) -> None:
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusIn))
    editor.insertPlainText(words)
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut))


def test_who_comes_back_to_a_field_at_once_is_nobody_else(agenda: Agenda) -> None:
    _item, editor = objective_of(agenda)
    for words in ("A date", " for the talks", " in June"):
        type_and_leave(editor, words)
    agenda.opened.settle()
    assert agenda.item(agenda.titles()[1]).objective == in_english("A date for the talks in June")
    assert agenda.page.panel.form.field("objective").problem() == ""


def test_words_of_somebody_else_that_come_while_one_types_are_not_written_over_unseen(agenda: Agenda) -> None:
    item, editor = objective_of(agenda)
    editor.insertPlainText("Ours")
    others = Records(agenda.opened.workspace)
    others.edit(item, lambda kept: replace(kept, objective=in_english("Theirs")), label="Change an objective")
    agenda.opened.context.look_again()
    agenda.opened.settle()
    editor.saving.flush()
    agenda.opened.settle()
    assert agenda.item(agenda.titles()[1]).objective == in_english("Theirs")
    box = next(box for box in editor.window().findChildren(ConflictBox) if box.isVisible())
    assert (box.ours.toPlainText(), box.theirs.toPlainText()) == ("Ours", "Theirs")
    box.keep.click()
    agenda.opened.settle()
    assert agenda.item(agenda.titles()[1]).objective == in_english("Ours")


def test_a_commitment_that_is_taken_up_here_leaves_its_former_item(agenda: Agenda, opened: Open) -> None:
    agenda.choose("Cyber")
    picker = agenda.page.panel.follow_up
    counter_terrorism = next(one for one in agenda.dossier.commitments if one.code == "R2-06")
    picker.turned.emit((counter_terrorism.id,), ())
    opened.settle()
    rows = {row.title: row.commitments for row in agenda.page.card.table.rows()}
    assert rows["Counter-terrorism cooperation"] == ""
    assert rows["Cyber security and cooperation in combating cybercrime"] == "R2-06, R2-07"
    assert picker.words() == "R2-06 · R2-07"


def test_a_click_on_the_day_chooses_the_item(agenda: Agenda) -> None:
    day = agenda.page.day
    item = agenda.item("Cyber")
    block = next(block for block in agenda.page.day.plan().blocks if block.id == item.id)
    middle = (block.begins + block.ends) / 2
    QTest.mouseClick(day, Qt.MouseButton.LeftButton, pos=QPoint(day.width() - 20, round(middle * day.height())))
    assert agenda.page.record_id() == item.id
    assert agenda.page.panel.heading.text() == "4  Cyber security and cooperation in combating cybercrime"


def test_a_round_without_an_agenda_offers_to_lay_one_out(agenda: Agenda, opened: Open) -> None:
    held = next(round_ for round_ in opened.context.choices.rounds if round_.ordinal == 2)
    opened.context.look_again(round_id=held.id)
    opened.wait(agenda.page.no_agenda.isVisible)
    agenda.page.no_agenda.step.click()
    opened.wait(agenda.page.card.table.isVisible)
    assert agenda.titles()[0] == "Opening remarks"


def drag(source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> None:
    """Press in one widget, and let go over another."""
    goal = source.mapFromGlobal(target.mapToGlobal(end))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(source, start + (goal - start) * step / 5)
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=goal)


def test_an_item_is_dragged_into_the_parking_lot_and_out_to_its_new_place(agenda: Agenda, opened: Open) -> None:
    card = agenda.page.card
    table, lot = card.table, card.parked
    row = agenda.row_of("Counter-terrorism")
    below = card.mapTo(card, QPoint(60, card.height() - 20))
    drag(table.viewport(), QPoint(120, table.rowViewportPosition(row) + 5), card, below)
    opened.settle()
    assert [one.title for one in card.parked_rows.rows()] == ["Counter-terrorism cooperation"]
    target = QPoint(120, table.rowViewportPosition(1) + 5)
    drag(lot.viewport(), QPoint(60, lot.rowViewportPosition(0) + 5), table.viewport(), target)
    opened.settle()
    assert agenda.titles()[1] == "Counter-terrorism cooperation"
    assert card.parked_rows.rows() == ()


def test_parked_items_are_put_in_order_by_keyboard(agenda: Agenda, opened: Open) -> None:
    for beginning in ("Counter-terrorism", "Cyber"):
        agenda.choose(beginning)
        agenda.press(Qt.Key.Key_K, CONTROL | SHIFT)
    card = agenda.page.card
    titles = [row.title for row in card.parked_rows.rows()]
    card.parked.setFocus()
    card.parked.selectRow(1)
    QTest.keyClick(card.parked, Qt.Key.Key_Up, ALT)
    opened.settle()
    assert [row.title for row in card.parked_rows.rows()] == titles[::-1]


def test_a_version_is_sent_followed_by_another_and_the_two_are_compared(agenda: Agenda, opened: Open) -> None:
    menu = agenda.page.card.versions
    assert menu.text() == "Version 1, draft"
    entries(menu.menu())["Record as sent"].trigger()
    opened.settle()
    assert menu.text() == "Version 1, sent"
    assert "Record as cleared" not in entries(menu.menu())
    assert not entries(menu.menu())["Duplicate to round 4"].isEnabled()
    entries(menu.menu())["Begin a new version"].trigger()
    opened.settle()
    assert menu.text() == "Version 2, draft"
    agenda.choose("Counter-terrorism")
    agenda.edit(TITLE, "Counter-terrorism and extremism")
    agenda.edit(MINUTES, "45")
    box = AgendaVersionsBox(opened.context, agenda.dossier.round.id)
    opened.bot.addWidget(box)
    box.show()
    opened.wait(lambda: bool(box.text.differences()))
    assert (box.version.currentText(), box.against.currentText()) == ("Version 2, draft", "Version 1, sent")
    assert box.said.text() == "1 changed"
    changed = next(one for one in box.text.differences() if "was 40 min" in one.name)
    assert [piece.words for piece in changed.pieces if piece.kind is PieceKind.ADDED] == ["and extremism"]
    box.against.choose(None)
    assert all(piece.kind is PieceKind.SAME for one in box.text.differences() for piece in one.pieces)


def test_a_cell_that_is_being_typed_in_keeps_its_words_whatever_is_read(opened: Open) -> None:
    agenda = Agenda(opened)
    table, item = agenda.page.card.table, agenda.dossier.items[1]
    agenda.page.choose_record(item.id)
    table.edit_cell(TITLE)
    (line,) = table.findChildren(QLineEdit)
    opened.type(line, "Ou")
    Records(opened.workspace).edit(item, lambda kept: replace(kept, minutes=kept.minutes + 5), label="Change")
    opened.settle()
    assert line.text() == "Ou"
    opened.bot.keyClicks(line, "rs")
    opened.bot.keyClick(line, Qt.Key.Key_Return)
    opened.settle()
    kept = next(one for one in agenda.dossier.items if one.id == item.id)
    assert (kept.title.read("en"), kept.minutes) == ("Ours", item.minutes + 5)


def test_what_somebody_else_wrote_in_a_cell_is_not_written_over_unseen(opened: Open) -> None:
    agenda = Agenda(opened)
    table, item = agenda.page.card.table, agenda.dossier.items[1]
    agenda.page.choose_record(item.id)
    table.edit_cell(TITLE)
    (line,) = table.findChildren(QLineEdit)
    opened.type(line, "Ours")
    Records(opened.workspace).edit(item, lambda kept: replace(kept, title=in_english("Theirs")), label="Change")
    opened.settle()
    opened.bot.keyClick(line, Qt.Key.Key_Return)
    opened.settle()
    assert "changed this meanwhile to “Theirs”" in agenda.page.card.problem()
    assert next(one for one in agenda.dossier.items if one.id == item.id).title.read("en") == "Theirs"
