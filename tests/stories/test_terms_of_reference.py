"""The terms of reference as data: changed field by field, per language; added to and taken from, with undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.pages.dialogue_lines import OutlineLine
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.window.interior import DIALOGUE, OVERVIEW
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
    assert form.day_field.problem() == "Say on which day both sides consented, such as 2018-06-12."
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


def test_a_dialogue_and_its_sides_cannot_be_removed(story: Story) -> None:
    assert page(story).detail.remove.isHidden()
    choose(story, "China")
    assert page(story).detail.remove.isHidden()


def test_which_side_is_ours_is_changed_after_it_was_said_what_that_changes(story: Story) -> None:
    choose(story, "China")
    story.click(page(story).detail.home)
    asked = box(story)
    assert any("Internal papers and speaking points are for China" in label for label in story.labels())
    story.click(asked.do)
    story.wait(lambda: line(story, "China").note == "ours" and line(story, "Canada").note == "")


def test_the_holder_of_a_post_is_confirmed(story: Story) -> None:
    choose(story, "National Security and Intelligence")
    holders = page(story).detail.holders
    (tenure,) = holders.lines()
    assert tenure.words.endswith("as of 22 June 2017, to be confirmed")
    story.wait(holders.button(tenure.id, "confirm").isVisible)
    story.click(holders.button(tenure.id, "confirm"))
    story.wait(lambda: holders.lines()[0].words.endswith("confirmed"))


def test_another_name_is_added_and_removed(story: Story) -> None:
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


def test_an_objective_is_tied_to_topics(story: Story) -> None:
    choose(story, "1  ")
    objectives = [one for one in lines(story) if one.words.startswith("1  ")]
    page(story).outline.choose(objectives[-1].id)
    detail = page(story).detail
    read = page(story).terms()
    assert read is not None
    detail.topics.picked.emit((read.topics[5].id,))
    story.wait(lambda: detail.topics.words() == "6")


def test_a_number_that_is_none_is_refused_at_its_field_and_nothing_is_stored(story: Story) -> None:
    choose(story, "2  ")
    number = page(story).detail.form.editor("number")
    number.setFocus()
    number.selectAll()
    story.bot.keyClicks(number, "two")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: "Write a number such as 7, not “two”." in story.labels())
    assert number.text() == "two"
    assert line(story, "2  ")


def test_the_calendar_of_a_capital_is_one_that_is_known_or_is_refused_at_its_field(story: Story) -> None:
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


def test_the_gap_of_a_co_chair_leads_to_the_post(story: Story) -> None:
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    gaps = story.overview.gaps.lines()
    place = next(place for place, line in enumerate(gaps) if line.sentence.startswith("Daniel Jean was co-chair"))
    story.overview.gaps.setCurrentIndex(story.overview.gaps.model().index(place, 0))
    story.press(Qt.Key.Key_Return, on=story.overview.gaps)
    story.wait(lambda: story.interior.here() == DIALOGUE and page(story).kind.text() == "Post")


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
