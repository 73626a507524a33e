"""What was agreed is found, put under topics, given leads, followed up and traced to its source, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from dialogue_prep.domain.commitment import CommitmentState, Voice
from dialogue_prep.gui.boxes.history_box import HistoryBox
from dialogue_prep.gui.boxes.name_box import NameBox
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.pages.board_status_box import BoardStatusBox
from dialogue_prep.gui.pages.commitments_page import BOARD, TABLE, CommitmentsPage
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.gui.window.interior import COMMITMENTS, OVERVIEW, SOURCES
from dialogue_prep.services.commitments import Leave
from tests.stories.conftest import CONTROL, SHIFT, Story

KEY = Qt.Key


@pytest.fixture
def story(tell: Callable[[Path], Story], store: Path) -> Story:
    """Return a window on the page of the commitments, reached by the keyboard."""
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    story.go(COMMITMENTS)
    story.wait(lambda: story.interior.here() == COMMITMENTS and page(story).table.rows.rowCount() == 8)
    story.wait(lambda: bool(page(story).detail.code.text()))
    return story


def page(story: Story) -> CommitmentsPage:
    return story.page(CommitmentsPage)


def codes(story: Story) -> list[str]:
    return [row.code for row in page(story).table.rows.rows()]


def status(story: Story, code: str) -> str:
    return next(row.status for row in page(story).table.rows.rows() if row.code == code)


def choose(story: Story, code: str) -> None:
    row = next(row for row in page(story).table.rows.rows() if row.code == code)
    page(story).table.choose(row.id)
    story.wait(lambda: page(story).detail.code.text() == code)


def say(story: Story, state: CommitmentState, how: str = "", on: str = "", voice: Voice = Voice.OURS) -> None:
    """Fill the form for a status as the keyboard would and press Enter."""
    form = page(story).detail.form
    for box, thing in ((form.voice, voice), (form.state, state)):
        box.setFocus()
        box.choose(thing)
    for line, words in ((form.evidence, how), (form.on, on)):
        line.setFocus()
        line.selectAll()
        story.press(KEY.Key_Backspace, on=line)
        story.bot.keyClicks(line, words)
    story.press(KEY.Key_Return, on=form.on)


def test_words_are_found_as_they_are_typed_whatever_their_capitals_and_accents(story: Story) -> None:
    story.press(KEY.Key_F, CONTROL)
    search = page(story).filters.search
    assert search.hasFocus()
    story.bot.keyClicks(search, "BEIJÍNG 2018")
    assert codes(story) == ["R2-08"]
    assert page(story).filters.number.text() == "1 of 8"
    story.bot.keyClicks(search, "x")
    assert codes(story) == []
    assert page(story).nothing.isVisible()
    story.click(page(story).filters.clear)
    assert len(codes(story)) == 8
    assert search.text() == ""


def test_what_became_of_it_is_added_seen_in_the_table_and_taken_back(story: Story) -> None:
    choose(story, "R2-05")
    say(story, CommitmentState.ACTIVE, "Two cases were closed in January.")
    story.wait(lambda: status(story, "R2-05") == "active (ours)")
    story.wait(lambda: page(story).detail.standing.facts()[0] == ("ours", "active, 6 February 2018"))
    entries = page(story).detail.entries.findings()
    assert [entry.words for entry in entries] == ["active: Two cases were closed in January."]
    say(story, CommitmentState.DORMANT, voice=Voice.JOINT, on="2018-01-15")
    story.wait(lambda: status(story, "R2-05") == "dormant")
    assert [entry.place for entry in page(story).detail.entries.findings()] == ["6 February 2018", "15 January 2018"]
    page(story).filters.attention.click()
    assert codes(story) == ["R2-05"]
    story.press(KEY.Key_Z, CONTROL, on=page(story).table)
    story.wait(lambda: page(story).filters.number.text() == "0 of 8")
    story.press(KEY.Key_Z, CONTROL, SHIFT, on=page(story).table)
    story.wait(lambda: codes(story) == ["R2-05"])


def test_a_status_that_was_begun_is_there_again_and_closing_asks_before_it_is_lost(story: Story) -> None:
    choose(story, "R2-05")
    form = page(story).detail.form
    form.state.choose(CommitmentState.ACTIVE)
    story.bot.keyClicks(form.evidence, "Two cases")
    choose(story, "R2-06")
    assert (form.state.thing(), form.evidence.text()) == (None, "")
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    story.frame.close()
    story.wait(lambda: bool(story.frame.findChildren(QuestionBox)))
    assert "Something is not finished" in story.labels()
    story.click(story.frame.findChild(QuestionBox).leave)
    story.go(COMMITMENTS)
    story.wait(lambda: story.interior.here() == COMMITMENTS)
    choose(story, "R2-05")
    assert (form.state.thing(), form.evidence.text()) == (CommitmentState.ACTIVE, "Two cases")
    story.click(form.add)
    story.wait(lambda: status(story, "R2-05") == "active (ours)")
    choose(story, "R2-06")
    choose(story, "R2-05")
    assert (form.state.thing(), form.evidence.text()) == (None, "")
    story.frame.close()
    story.wait(lambda: not story.frame.isVisible())


def test_what_cannot_be_said_is_not_offered_or_refused_at_the_day_and_what_was_typed_stays(story: Story) -> None:
    choose(story, "R2-07")
    form = page(story).detail.form
    offered = [form.state.itemText(place) for place in range(form.state.count())]
    assert offered == ["in force", "concern raised", "disputed", "ended"]
    choose(story, "R2-05")
    say(story, CommitmentState.ACTIVE, "Soon.", on="2019-01-01")
    story.wait(lambda: "still to come" in form.problem("on"))
    assert form.evidence.text() == "Soon."
    say(story, CommitmentState.ACTIVE, on="tomorrow")
    assert form.problem("on") == "“tomorrow” is no day; write it such as 12 June 2018."
    assert status(story, "R2-05") == "no word"


def test_several_get_a_topic_and_a_due_day_as_one_step(story: Story) -> None:
    shown = page(story)
    shown.table.selectRow(0)
    shown.table.setFocus()
    for _down in range(2):
        story.press(KEY.Key_Down, SHIFT)
    several = shown.several
    story.wait(lambda: several.heading.text() == "3 commitments selected")
    several.topic.setFocus()
    story.press(KEY.Key_End, on=several.topic)
    several.due.setFocus()
    story.press(KEY.Key_End, on=several.due)
    several.day.setFocus()
    for words, problem in (("soon", "“soon” is no day; write it such as 12 June 2018."), ("2018-12-01", "")):
        several.day.selectAll()
        story.bot.keyClicks(several.day, words)
        story.press(KEY.Key_Return, on=several.day)
        assert several.problem() == problem
    story.wait(lambda: [row.topic_order for row in shown.table.rows.rows()][:4] == [6, 6, 6, 4])
    assert [row.commitment.due for row in shown.table.chosen()] == [date(2018, 12, 1)] * 3
    story.wait(lambda: several.topic.thing() is Leave.AS_IT_IS)
    assert story.action("Undo").text() == "Undo: Change commitments together"
    story.press(KEY.Key_Z, CONTROL)
    story.wait(lambda: [row.topic_order for row in shown.table.rows.rows()][:3] == [4, 4, 4])


def test_a_proposed_topic_among_the_gaps_leads_to_its_commitment_where_it_is_confirmed(story: Story) -> None:
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    gap = next(line for line in story.overview.gaps.lines() if "as a proposal" in line.sentence)
    code = gap.sentence.split()[0]
    page(story).filters.search.setText("words that nothing has")
    story.overview.gaps.taken.emit(gap.id)
    story.wait(lambda: story.interior.here() == COMMITMENTS and page(story).detail.code.text() == code)
    assert len(codes(story)) == 8
    story.click(page(story).detail.confirm)
    story.wait(lambda: not page(story).detail.confirm.isVisible())
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW and f"{code} is put under" not in story.gaps())


def test_the_gap_of_silence_leads_to_those_of_which_nothing_was_heard(story: Story) -> None:
    choose(story, "R2-01")
    say(story, CommitmentState.ACTIVE)
    story.wait(lambda: status(story, "R2-01") == "active (ours)")
    story.go(OVERVIEW)
    story.wait(lambda: "namely R2-02" in story.gaps())
    gap = next(line for line in story.overview.gaps.lines() if "without word" in line.sentence)
    story.overview.gaps.taken.emit(gap.id)
    story.wait(lambda: story.interior.here() == COMMITMENTS and codes(story)[:1] == ["R2-02"])
    assert page(story).filters.quiet.isChecked()
    assert len(codes(story)) == 7


def test_the_mechanism_and_the_due_day_of_one_commitment_are_kept_as_they_are_left(story: Story) -> None:
    choose(story, "R2-03")
    facts = page(story).detail.facts
    mechanism, due = facts.editor("mechanism_id"), facts.editor("due")
    mechanism.setFocus()
    story.press(KEY.Key_Down, on=mechanism)
    story.wait(lambda: story.action("Undo").text() == "Undo: Change a commitment")
    due.setFocus()
    story.bot.keyClicks(due, "2018-11-30")
    story.press(KEY.Key_Return, on=due)
    story.wait(lambda: "due 30 November 2018" in page(story).detail.about.text())
    take_filter(story, "All commitments")
    filters = page(story).filters
    next(one for one in filters.mechanism.menu().actions() if one.text() == mechanism.currentText()).trigger()
    assert codes(story) == ["R2-03"]


def test_leads_of_both_sides_are_kept_apart(story: Story) -> None:
    choose(story, "R2-03")
    ours, theirs = page(story).detail.leads
    for picker, down in ((ours, 2), (theirs, 1)):
        story.click(picker)
        for _down in range(down):
            story.press(KEY.Key_Down, on=picker.popup.shown)
        story.press(KEY.Key_Space, on=picker.popup.shown)
        story.press(KEY.Key_Return, on=picker.popup.shown)
        story.wait(lambda picker=picker: picker.words() != "Nobody yet")
    assert len({ours.words(), theirs.words()}) == 2
    choose(story, "R2-04")
    assert ours.words() == "Nobody yet"
    choose(story, "R2-03")
    assert ours.words() != "Nobody yet"


def test_the_history_of_a_commitment_is_shown_and_the_place_of_its_words_opens_the_source_there(story: Story) -> None:
    choose(story, "R2-06")
    story.click(page(story).detail.history)
    story.wait(lambda: bool(story.frame.findChildren(HistoryBox)))
    story.frame.findChild(HistoryBox).reject()
    story.look_at()
    story.click(page(story).detail.where)
    story.wait(lambda: story.interior.here() == SOURCES and bool(story.page(SourcesPage).view.here()))
    view = story.page(SourcesPage).view
    story.wait(
        lambda: "counter-terrorism" in next(f.words for f in view.lists[0].findings() if f.id == view.lists[0].here())
    )


def test_filters_go_together_and_rows_that_are_selected_are_copied_as_text_and_as_a_table(story: Story) -> None:
    filters = page(story).filters

    def take(picker: object, words: str) -> None:
        action: QAction = next(one for one in picker.menu().actions() if one.text() == words)  # type: ignore[attr-defined]
        action.trigger()
        QApplication.processEvents()

    take(filters.round, "Round 2")
    take(filters.kind, "norm")
    assert codes(story) == ["R2-07"]
    take(filters.kind, "All kinds")
    take(filters.topic, "no topic")
    assert codes(story) == ["R2-08"]
    take(filters.state, "closed")
    assert codes(story) == []
    story.click(filters.clear)
    assert len(codes(story)) == 8

    table = page(story).table
    table.selectRow(0)
    table.setFocus()
    story.press(KEY.Key_Down, SHIFT)
    story.press(KEY.Key_C, CONTROL)
    copied = QApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in copied.text().split("\n")]
    assert lines[0] == ["Code", "Action", "Topic", "Status", "Round"]
    assert [line[0] for line in lines[1:]] == ["R2-01", "R2-02"]
    assert copied.html().count("<tr>") == 3
    assert "<th>Code</th>" in copied.html()


def take_filter(story: Story, words: str) -> None:
    """Take an entry of the menu of filters, as it is when it opens."""
    page(story).by_name.fill()
    next(one for one in page(story).by_name.menu().actions() if one.text() == words).trigger()
    QApplication.processEvents()


def filters_offered(story: Story) -> list[str]:
    page(story).by_name.fill()
    return [one.text() for one in page(story).by_name.menu().actions() if one.isCheckable()]


def test_a_filter_is_saved_chosen_again_after_a_restart_renamed_and_removed(
    story: Story, tell: Callable[[Path], Story], store: Path
) -> None:
    shipped = filters_offered(story)
    assert shipped == ["All commitments", "Needs attention", "Ours", "Theirs", "No word since round 2"]
    story.press(KEY.Key_F, CONTROL)
    story.bot.keyClicks(page(story).filters.search, "cooperation")
    next(one for one in page(story).filters.kind.menu().actions() if one.text() == "continuing").trigger()
    found = codes(story)
    assert 0 < len(found) < 8
    take_filter(story, "Save what is shown as a filter …")
    box = story.opened_box(NameBox)
    story.press(KEY.Key_Return, on=box.name)
    story.wait(lambda: box.field.problem() == "A filter needs a name.")
    story.bot.keyClicks(box.name, "Working together")
    story.press(KEY.Key_Return, on=box.name)
    story.wait(lambda: filters_offered(story) == [*shipped, "Working together"])
    story.started.close()
    again = tell(store)
    again.wait(lambda: again.interior.here() == COMMITMENTS and codes(again) == found)  # as it was left
    again.click(page(again).filters.clear)
    assert len(codes(again)) == 8
    assert filters_offered(again) == [*shipped, "Working together"]
    take_filter(again, "Working together")
    assert codes(again) == found
    assert page(again).filters.search.text() == "cooperation"
    take_filter(again, "Rename this filter …")
    box = again.opened_box(NameBox)
    again.bot.keyClicks(box.name, "Together")
    again.press(KEY.Key_Return, on=box.name)
    again.wait(lambda: filters_offered(again) == [*shipped, "Together"])
    take_filter(again, "Remove this filter")
    again.wait(lambda: filters_offered(again) == shipped)
    assert codes(again) == found


def columns(story: Story) -> dict[str, list[str]]:
    shown = (one for one in page(story).board.columns if not one.isHidden())
    return {one.heading.text(): [row.code for row in one.cards.rows()] for one in shown}


def test_a_card_is_moved_on_the_board_by_keyboard(story: Story) -> None:
    story.click(page(story).views.buttons[BOARD])
    board = page(story).board
    story.wait(lambda: len(columns(story).get("No word since the last round", ())) == 8)
    story.press(KEY.Key_F, CONTROL)
    story.press(KEY.Key_Return, on=page(story).filters.search)
    cards = board.columns[0].list
    assert cards.hasFocus()
    story.press(KEY.Key_Down, on=cards)
    story.press(KEY.Key_Right, Qt.KeyboardModifier.AltModifier, on=cards)
    form = story.opened_box(BoardStatusBox).form
    assert [form.state.itemText(place) for place in range(form.state.count())] == ["active"]
    story.bot.keyClicks(form.evidence, "Two meetings of experts.")
    story.bot.keyClicks(form.on, "2018-01-30")
    story.press(KEY.Key_Return, on=form.on)
    story.wait(lambda: columns(story)["In order"] == ["R2-02"])
    story.look_at()
    story.wait(board.columns[1].list.hasFocus)
    assert page(story).record_id() == board.columns[1].cards.rows()[0].id
    story.press(KEY.Key_Left, Qt.KeyboardModifier.AltModifier, on=board.columns[1].list)
    story.wait(lambda: story.notice == "R2-02 cannot be moved to “no word since the last round”.")
    story.press(KEY.Key_Return, on=board.columns[1].list)
    story.wait(lambda: page(story).views.here() == TABLE and page(story).detail.code.text() == "R2-02")
    entries = page(story).detail.entries.findings()
    assert [entry.words for entry in entries] == ["active: Two meetings of experts."]
    story.press(KEY.Key_Z, CONTROL)
    story.wait(lambda: status(story, "R2-02") == "no word")


def test_a_card_is_dragged_to_another_column_of_the_ladder_of_its_kind(story: Story) -> None:
    shown, board = page(story), page(story).board
    shown.views.pick(BOARD)
    next(one for one in shown.filters.kind.menu().actions() if one.text() == "norm").trigger()
    story.wait(
        lambda: (
            columns(story)
            == {
                "No word": ["R2-07"],
                "In force": [],
                "Concern raised": [],
                "Disputed": [],
                "Ended": [],
            }
        )
    )
    cards, target = board.columns[0].list, board.columns[3]
    start = cards.visualRect(cards.model().index(0, 0)).center()
    end = cards.viewport().mapFromGlobal(target.mapToGlobal(target.rect().center()))
    story.bot.mousePress(cards.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(40, 0), end):
        story.bot.mouseMove(cards.viewport(), at)
    story.wait(lambda: target.property("aimed") == "true")
    story.bot.mouseRelease(cards.viewport(), Qt.MouseButton.LeftButton, pos=end)
    box = story.opened_box(BoardStatusBox)
    assert target.property("aimed") == "false"
    story.press(KEY.Key_Return, on=box.form.evidence)
    story.wait(lambda: columns(story)["Disputed"] == ["R2-07"])
