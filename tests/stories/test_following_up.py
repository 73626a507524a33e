"""What was agreed is found, put under topics, given leads, followed up and traced to its source, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from dialogue_prep.domain.commitment import CommitmentState, Voice
from dialogue_prep.gui.boxes.history_box import HistoryBox
from dialogue_prep.gui.pages.commitments_page import CommitmentsPage
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.gui.window.interior import COMMITMENTS, OVERVIEW, SOURCES
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


def test_a_status_of_a_day_to_come_is_refused_at_the_day_and_what_was_typed_stays(story: Story) -> None:
    choose(story, "R2-05")
    form = page(story).detail.form
    say(story, CommitmentState.ACTIVE, "Soon.", on="2019-01-01")
    story.wait(lambda: "still to come" in form.problem("on"))
    assert form.evidence.text() == "Soon."
    say(story, CommitmentState.ACTIVE, on="tomorrow")
    assert form.problem("on") == "Write a day such as 2018-06-12."
    assert status(story, "R2-05") == "no word"


def test_only_what_is_on_the_ladder_of_its_kind_can_be_said(story: Story) -> None:
    choose(story, "R2-07")
    form = page(story).detail.form
    offered = [form.state.itemText(place) for place in range(form.state.count())]
    assert offered == ["in force", "concern raised", "disputed", "ended"]


def test_several_are_put_under_a_topic_as_one_step(story: Story) -> None:
    shown = page(story)
    shown.table.selectRow(0)
    shown.table.setFocus()
    for _down in range(2):
        story.press(KEY.Key_Down, SHIFT)
    story.wait(lambda: shown.several.text() == "3 commitments selected")
    shown.topic.setFocus()
    shown.topic.choose(shown.topic._choices[6][0])
    story.click(shown.put_under)
    story.wait(lambda: [row.topic_order for row in shown.table.rows.rows()][:4] == [6, 6, 6, 4])
    assert len(shown.table.chosen()) == 3
    assert story.action("Undo").text() == "Undo: Put commitments under a topic"
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


def test_the_place_of_its_words_opens_the_source_there(story: Story) -> None:
    choose(story, "R2-06")
    story.click(page(story).detail.where)
    story.wait(lambda: story.interior.here() == SOURCES and bool(story.page(SourcesPage).view.here()))
    view = story.page(SourcesPage).view
    story.wait(
        lambda: "counter-terrorism" in next(f.words for f in view.lists[0].findings() if f.id == view.lists[0].here())
    )


def test_the_history_of_a_commitment_is_shown(story: Story) -> None:
    choose(story, "R2-06")
    story.click(page(story).detail.history)
    story.wait(lambda: bool(story.frame.findChildren(HistoryBox)))
    story.frame.findChild(HistoryBox).reject()


def test_filters_of_round_topic_kind_and_status_go_together(story: Story) -> None:
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
