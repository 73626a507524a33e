"""The terms of reference as data: changed field by field, per language; added to and taken from, with undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.boxes.step_box import StepBox
from dialogue_prep.gui.pages.dialogue_lines import OutlineLine
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.pages.hosting_page import HostingPage
from dialogue_prep.gui.window.interior import DIALOGUE, HOSTING, OVERVIEW
from tests.stories.conftest import Story

Tell = Callable[[Path], Story]


@pytest.fixture
def story(tell: Tell, store: Path) -> Story:
    """Return a window on the page of the dialogue."""
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    story.go(DIALOGUE)
    story.wait(lambda: story.interior.here() == DIALOGUE and bool(page(story).outline.lines()))
    story.look_at()
    return story


def page(story: Story) -> DialoguePage:
    return story.page(DialoguePage)


def lines(story: Story) -> tuple[OutlineLine, ...]:
    return page(story).outline.lines()


def notes(story: Story) -> list[tuple[str, str]]:
    return [(line.words, line.note) for line in lines(story)]


def line(story: Story, beginning: str) -> OutlineLine:
    return next(line for line in lines(story) if line.words.startswith(beginning))


def choose(story: Story, beginning: str) -> None:
    page(story).outline.choose(line(story, beginning).id)


def add(story: Story, what: str) -> None:
    menu = page(story).add.menu()
    next(action for action in menu.actions() if action.text() == what).trigger()


def box(story: Story) -> QuestionBox:
    story.wait(lambda: bool(story.frame.findChildren(QuestionBox)))
    return story.frame.findChildren(QuestionBox)[0]


def test_the_outline_has_every_record_under_its_heading_and_the_arrows_pass_headings_over(story: Story) -> None:
    headings = [line.words for line in lines(story) if line.heading]
    assert headings[:3] == ["Dialogue and sides", "Entities of Canada", "Entities of China"]
    assert page(story).record_id() == line(story, "High-Level Dialogue").id
    assert page(story).detail.remove.isHidden(), "a dialogue cannot be removed"
    for _step in range(3):
        story.press(Qt.Key.Key_Down, on=page(story).outline)
    assert page(story).record_id() == line(story, "Privy Council Office").id


def test_a_changed_original_makes_its_translations_outdated_until_somebody_says_they_are_right(story: Story) -> None:
    choose(story, "1  ")
    title = page(story).detail.form.editor("title")
    title.setFocus()
    title.selectAll()
    story.bot.keyClicks(title, "Terrorism and other things")
    story.press(Qt.Key.Key_Tab)
    story.wait(lambda: any(one.words.startswith("1  Terrorism") and one.outdated for one in lines(story)))
    french = next(a for a in page(story).language.menu().actions() if a.text().startswith("French"))
    assert french.text() == "French · 1 outdated"
    french.trigger()
    story.wait(lambda: "outdated: the original has changed" in story.labels())
    state = page(story).detail.form.state("title")
    story.click(state.still_right)
    story.wait(lambda: state.words() == "translation")
    assert title.toPlainText() != "Terrorism and other things"


def test_what_is_missing_in_a_language_is_hinted_at_and_kept_apart(story: Story) -> None:
    add(story, "Mechanism")
    story.bot.keyClicks(page(story).new_record.words, "Expert talks")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: any(line.words.endswith("Expert talks") for line in lines(story)))
    next(a for a in page(story).language.menu().actions() if a.text() == "French").trigger()
    name = page(story).detail.form.editor("name")
    assert name.toPlainText() == ""
    assert name.placeholderText() == "Expert talks"
    story.bot.keyClicks(name, "Entretiens")
    story.press(Qt.Key.Key_Tab)
    story.wait(lambda: page(story).detail.form.state("name").words() == "translation")


def test_a_topic_is_added_only_with_the_day_of_consent_and_undo_takes_it_back(story: Story) -> None:
    add(story, "Topic")
    form = page(story).new_record
    story.bot.keyClicks(form.words, "Space")
    story.press(Qt.Key.Key_Return)
    assert form.day_field.problem() == "Say on which day both sides consented, such as 12 June 2018."
    form.day.setFocus()
    story.bot.keyClicks(form.day, "2018-01-20")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: ("7  Space", "added 20 January 2018") in notes(story))
    assert page(story).record_id() == line(story, "7  Space").id
    story.wait(lambda: story.action("Undo").text() == "Undo: Add a topic")
    story.action("Undo").trigger()
    story.wait(lambda: not any("Space" in line.words for line in lines(story)))


def test_removing_says_first_what_goes_with_it(story: Story) -> None:
    choose(story, "1  ")
    page(story).outline.setFocus()
    story.press(Qt.Key.Key_Delete, on=page(story).outline)
    asked = box(story)
    assert any(label.startswith("With it go: ") for label in story.labels())
    story.click(asked.leave)
    assert line(story, "1  ")
    story.look_at()
    story.click(page(story).detail.remove)
    story.click(box(story).do)
    story.wait(lambda: not any(line.words.startswith("1  Counter") for line in lines(story)))
    story.wait(lambda: story.action("Undo").text() == "Undo: Remove a topic")


def test_which_side_is_ours_is_changed_after_it_was_said_what_that_changes(story: Story) -> None:
    choose(story, "China")
    assert page(story).detail.remove.isHidden(), "a side cannot be removed"
    story.click(page(story).detail.home)
    asked = box(story)
    assert any("Internal papers and speaking points are for China" in label for label in story.labels())
    story.click(asked.do)
    story.wait(lambda: line(story, "China").note == "ours" and line(story, "Canada").note == "")


def test_another_name_is_added_and_removed_and_an_objective_tied_to_topics(story: Story) -> None:
    choose(story, "1  ")
    names = page(story).detail.aliases
    before = names.lines()
    names.line.setFocus()
    story.bot.keyClicks(names.line, "Anti-terror")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: [line.words for line in names.lines() if line not in before] == ["Anti-terror (no source)"])
    added = next(line for line in names.lines() if line not in before)
    story.wait(names.button(added.id, "remove").isVisible)
    story.click(names.button(added.id, "remove"))
    story.wait(lambda: names.lines() == before)

    choose(story, "1  ")
    objectives = [one for one in lines(story) if one.words.startswith("1  ")]
    page(story).outline.choose(objectives[-1].id)
    detail = page(story).detail
    read = page(story).terms()
    assert read is not None
    detail.topics.turned.emit((read.topics[5].id,), [one.id for one in read.topics[:5]])
    story.wait(lambda: detail.topics.words() == "6")


def test_a_calendar_that_nobody_knows_and_a_number_that_is_none_are_refused_at_their_fields(story: Story) -> None:
    choose(story, "Canada")
    calendar = page(story).detail.form.editor("holiday_calendar")
    for code in ("Atlantis", "ca-qc"):
        calendar.setFocus()
        calendar.selectAll()
        story.bot.keyClicks(calendar, code)
        story.press(Qt.Key.Key_Return)
        if code == "Atlantis":
            story.wait(lambda: any("No public holidays are known for “ATLANTIS”" in words for words in story.labels()))
    story.wait(lambda: story.action("Undo").text() == "Undo: Change the calendar of a capital")
    choose(story, "2  ")
    number = page(story).detail.form.editor("number")
    number.setFocus()
    number.selectAll()
    story.bot.keyClicks(number, "two")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: "Write a number such as 7, not “two”." in story.labels())
    assert number.text() == "two"
    assert line(story, "2  ")


def test_the_gap_of_a_co_chair_leads_to_the_post_whose_holder_is_confirmed(story: Story) -> None:
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    gaps = story.overview.gaps.lines()
    place = next(place for place, line in enumerate(gaps) if line.sentence.startswith("Daniel Jean was co-chair"))
    story.overview.gaps.setCurrentIndex(story.overview.gaps.model().index(place, 0))
    story.press(Qt.Key.Key_Return, on=story.overview.gaps)
    story.wait(lambda: story.interior.here() == DIALOGUE and page(story).kind.text() == "Post")

    choose(story, "National Security and Intelligence")
    holders = page(story).detail.holders
    (tenure,) = holders.lines()
    assert tenure.words.endswith("as of 22 June 2017, to be confirmed")
    story.wait(holders.button(tenure.id, "confirm").isVisible)
    story.click(holders.button(tenure.id, "confirm"))
    story.wait(lambda: holders.lines()[0].words.endswith("confirmed"))


def test_the_cursor_stays_while_the_page_follows_the_store(story: Story) -> None:
    purpose = page(story).detail.form.editor("purpose")
    purpose.setFocus()
    story.bot.keyClicks(purpose, "Above all: ")
    page(story).detail.form.flush()
    story.wait(lambda: story.action("Undo").text() == "Undo: Change the dialogue")
    assert purpose.textCursor().position() == len("Above all: ")
    story.bot.keyClicks(purpose, "again ")
    story.press(Qt.Key.Key_Tab)
    read = page(story).terms
    story.wait(lambda: read() is not None and _purpose(read()).startswith("Above all: again"))
    story.action("Undo").trigger()
    story.wait(lambda: not _purpose(read()).startswith("Above"))


def _purpose(terms: object) -> str:
    dialogue = getattr(terms, "dialogue", None)
    assert isinstance(dialogue, Dialogue)
    return dialogue.purpose.words("en")


def begin_step(story: Story, step: str) -> None:
    """Press the button of a step by the keyboard as soon as it is seen."""
    panel = page(story).detail.consultation
    story.wait(lambda: step in panel.steps() and panel.button(step).isVisible())
    panel.button(step).setFocus()
    story.press(Qt.Key.Key_Space, on=panel.button(step))


def take(story: Story, step: str, **words: str) -> None:
    """Take a step by its button, with what its box asks for, and wait until the box is gone."""
    begin_step(story, step)
    asked = story.opened_box(StepBox)
    for name, said in words.items():
        line = asked.fields[name].editor
        line.setFocus()
        line.selectAll()
        story.bot.keyClicks(line, said)
    story.press(Qt.Key.Key_Return, on=asked.buttons.button(asked.buttons.StandardButton.Ok))
    story.wait(lambda: step_box_gone(story))
    story.look_at()


def step_box_gone(story: Story) -> bool:
    return not any(one.isVisible() for one in story.frame.findChildren(StepBox))


def test_a_proposal_with_both_consents_becomes_a_topic_and_undo_takes_both_back(story: Story) -> None:
    add(story, "Proposed topic (China)")
    form = page(story).new_record
    story.bot.keyClicks(form.words, "Space")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: ("Space", "proposed") in notes(story))
    canada, china = (line(story, name).id for name in ("Canada", "China"))
    take(story, f"consent/{china}", on="2018-01-20")
    story.wait(lambda: ("Space", "consent of one side") in notes(story))
    assert ("Consent of Canada", "not given") in page(story).detail.consultation.facts.facts()
    story.wait(lambda: f"consent/{china}" not in page(story).detail.consultation.steps())
    begin_step(story, f"consent/{canada}")
    asked = story.opened_box(StepBox)
    asked.day.setText("2018-01-10")
    story.press(Qt.Key.Key_Return, on=asked.day)
    story.wait(lambda: asked.fields["on"].problem().startswith("The step before it was on 20 January 2018"))
    asked.day.setText("2018-02-01")
    story.bot.keyClicks(asked.reason, "A letter of that day.")
    story.press(Qt.Key.Key_Return, on=asked.reason)
    story.wait(lambda: ("7  Space", "added 1 February 2018") in notes(story) and ("Space", "added") in notes(story))
    story.wait(lambda: ("Topic", "7  Space") in page(story).detail.consultation.facts.facts())
    assert page(story).detail.consultation.steps() == ()
    story.wait(lambda: story.action("Undo").text() == "Undo: Consent to a proposed topic")
    story.action("Undo").trigger()
    story.wait(lambda: ("Space", "consent of one side") in notes(story))
    assert not any(one.words == "7  Space" for one in lines(story))


def test_the_gap_of_a_question_leads_to_it_and_goes_when_it_is_answered(story: Story) -> None:
    add(story, "Request for guidance")
    story.bot.keyClicks(page(story).new_record.words, "Who speaks first?")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: ("Who speaks first?", "raised") in notes(story))
    story.go(OVERVIEW)
    story.wait(lambda: "still waits for guidance: Who speaks first?" in story.gaps())
    gap = next(one for one in story.overview.gaps.lines() if "Who speaks first?" in one.sentence)
    story.overview.gaps.taken.emit(gap.id)
    story.wait(lambda: story.interior.here() == DIALOGUE and page(story).kind.text() == "Request for guidance")
    story.look_at()
    take(story, "jointly", answer="The host.")
    story.wait(lambda: ("Who speaks first?", "answered jointly") in notes(story))
    story.wait(lambda: page(story).detail.form.editor("answer").toPlainText() == "The host.")
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW and "Who speaks first?" not in story.gaps())


def test_a_meeting_of_a_sub_group_is_added_and_opened_where_it_is_settled(story: Story) -> None:
    add(story, "Sub-group")
    story.bot.keyClicks(page(story).new_record.words, "Ferries")
    story.press(Qt.Key.Key_Return)
    panel = page(story).detail.consultation
    story.wait(lambda: ("Ferries", "") in notes(story) and panel.isVisible())
    assert [one.words for one in panel.meetings.lines()] == ["It has not met yet."]
    begin_step(story, "meet")
    story.wait(lambda: [one.words for one in panel.meetings.lines()] == ["no date yet · Ferries"])
    meeting = panel.meetings.lines()[0].id
    story.wait(panel.meetings.button(meeting, "open").isVisible)
    story.click(panel.meetings.button(meeting, "open"))
    story.wait(lambda: story.interior.here() == HOSTING)
    shown = story.page(HostingPage).meeting
    story.wait(lambda: shown.heading.text() == "Ferries" and shown.isVisible())
    story.wait(lambda: shown.form.editor("subgroup_id").currentText() == "Ferries")
