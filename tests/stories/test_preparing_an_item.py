"""From an empty folder to an item that is prepared: moved, led, with its speaking points in the Word file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx import Document
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.pages.hosting_page import HostingPage
from dialogue_prep.gui.window.interior import AGENDA, HOSTING, OVERVIEW, PAPERS
from tests.stories.conftest import CONTROL, SHIFT, Story

Tell = Callable[[Path], Story]
ALT = Qt.KeyboardModifier.AltModifier
COUNTER_TERRORISM = "Counter-terrorism cooperation"
POINTS = ("We thank you for the visit of your experts.", "We should like to set a date for the consultations.")


def agenda_of(story: Story) -> AgendaPage:
    story.action("Agenda").trigger()
    story.wait(lambda: story.interior.here() == AGENDA)
    page = story.page(AgendaPage)
    story.wait(lambda: bool(page.card.table.rows()) and page.card.table.isVisible())
    return page


def titles(page: AgendaPage) -> list[str]:
    return [row.title for row in page.card.table.rows()]


def words_of(paper: Path) -> str:
    document = Document(str(paper))
    return "\n".join(node.text or "" for node in document.element.iter() if node.tag.endswith("}t"))


def test_an_item_is_moved_led_and_written_and_its_words_are_in_the_paper(
    tell: Tell, tmp_path: Path, few_papers: None
) -> None:
    store = tmp_path / "mine" / "dialogues.store"
    story = tell(store)
    story.click(story.welcome.starter)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.frame.findChildren(WhoBox)))
    story.click(story.frame.findChild(WhoBox).skip)
    story.look_at()
    page = agenda_of(story)
    table = page.card.table
    place = titles(page).index(COUNTER_TERRORISM)

    table.setFocus()
    table.selectRow(place)
    for moves in (1, 2):
        story.press(Qt.Key.Key_Down, ALT, on=table)
        story.wait(lambda moved=place + moves: titles(page)[moved] == COUNTER_TERRORISM)
    assert table.chosen_row() is not None

    ours = page.panel.leads[0]
    story.press(Qt.Key.Key_Space, on=ours)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        story.press(key, on=ours.popup.shown)
    story.wait(lambda: "·" in next(row.leads for row in table.rows() if row.title == COUNTER_TERRORISM))
    lead = ours.words()

    text = page.panel.points.text
    text.setFocus()
    QTest.keyClicks(text, POINTS[0])
    story.press(Qt.Key.Key_Return, on=text)
    QTest.keyClicks(text, POINTS[1])
    story.wait(lambda: page.panel.points.kinds.words() == "Points to make (2)")

    story.press(Qt.Key.Key_W, CONTROL, SHIFT, on=story.frame)
    story.wait(lambda: story.interior.here() == PAPERS and "papers are in" in story.notice)
    written = words_of(store.parent / "drafts" / "round-3-speaking-notes-internal-en.docx")
    assert all(point in written for point in POINTS)
    agenda = words_of(store.parent / "drafts" / "round-3-agenda-shared-en.docx")
    assert agenda.index(COUNTER_TERRORISM) > agenda.index("Cyber security")
    assert lead
    assert POINTS[0] not in agenda, "what is said is nobody else's business"


def test_undo_takes_the_points_back_at_once_and_the_page_follows(tell: Tell, store: Path) -> None:
    story = tell(store)
    page = agenda_of(story)
    text = page.panel.points.text
    text.setFocus()
    QTest.keyClicks(text, POINTS[0])
    page.card.table.setFocus()
    story.wait(lambda: story.action("Undo").text() == "Undo: Change speaking points")
    story.press(Qt.Key.Key_Z, CONTROL, on=page.card.table)
    story.wait(lambda: text.paragraphs() == ())
    story.press(Qt.Key.Key_Z, CONTROL, SHIFT, on=page.card.table)
    story.wait(lambda: text.paragraphs() == (POINTS[0],))


def test_a_gap_of_the_agenda_leads_to_its_item(tell: Tell, store: Path) -> None:
    story = tell(store)
    gaps = story.overview.gaps
    story.wait(lambda: bool(gaps.lines()))
    place = next(n for n, line in enumerate(gaps.lines()) if "Consular" in line.sentence or "consular" in line.sentence)
    index = gaps.model().index(place, 0)
    gaps.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    gaps.setFocus()
    story.press(Qt.Key.Key_Return, on=gaps)
    story.wait(lambda: story.interior.here() == AGENDA)
    page = story.page(AgendaPage)
    story.wait(lambda: (row := page.card.table.chosen_row()) is not None and "consular" in row.title)
    assert "consular" in page.panel.heading.text()


def test_the_dates_that_are_missing_are_settled_from_the_overview_on(tell: Tell, store: Path) -> None:
    story = tell(store)
    gaps = story.overview.gaps
    story.wait(lambda: "Round 3 has no dates yet." in story.gaps())
    place = next(n for n, line in enumerate(gaps.lines()) if line.sentence == "Round 3 has no dates yet.")
    gaps.setCurrentIndex(gaps.model().index(place, 0))
    gaps.setFocus()
    story.press(Qt.Key.Key_Return, on=gaps)
    story.wait(lambda: story.interior.here() == HOSTING)
    page = story.page(HostingPage)
    story.wait(page.panel.plan.isVisible)
    first = page.panel.plan.fields.lines["start"]
    first.setFocus()
    QTest.keyClicks(first, "2018-05-14")
    story.click(page.panel.plan.accept)
    story.wait(lambda: story.header.round.words().startswith("Round 3") and page.table.rows()[1].when == "14 May 2018")
    story.press(Qt.Key.Key_1, CONTROL, on=story.frame)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.overview.days.text() == "97 days to go")
    assert "has no dates" not in story.gaps()
    assert QApplication.focusWidget() is not None
