"""Who comes to round 3: the list is completed, put into order and checked, with keys and clicks only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from dialogue_prep.domain.readiness import Place
from dialogue_prep.gui.boxes.holder_box import HolderBox
from dialogue_prep.gui.pages.delegations_lines import Coverage
from dialogue_prep.gui.pages.delegations_page import DelegationsPage
from dialogue_prep.gui.window.interior import DELEGATIONS, OVERVIEW
from tests.stories.conftest import CONTROL, SHIFT, Story

Tell = Callable[[Path], Story]

ALT = Qt.KeyboardModifier.AltModifier
NOBODY = "has no delegate and no recorded absence"


@pytest.fixture
def story(tell: Tell, store: Path) -> Story:
    """Return a window on the page of the delegations, reached by the keyboard."""
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    story.go(DELEGATIONS)
    story.wait(lambda: story.interior.here() == DELEGATIONS and page(story).ours.model.rowCount() == 1)
    story.look_at()
    return story


def page(story: Story) -> DelegationsPage:
    return story.page(DelegationsPage)


def names(story: Story) -> list[str]:
    return [line.name for line in page(story).ours.model.rows()]


def last(story: Story) -> str:
    return page(story).ours.model.rows()[-1].id


def missing(story: Story) -> list[str]:
    both = page(story).both()
    return [line.name for line in both.ours.entities if line.coverage is Coverage.MISSING] if both else []


def add(story: Story, name: str, stands_in_for: str = "") -> None:
    """Put somebody from the first entity that has nobody on our list, by keyboard."""
    number = len(names(story))
    page(story).ours.list.setFocus()
    story.press(Qt.Key.Key_N, CONTROL)
    form = page(story).panel.new_delegate
    assert QApplication.focusWidget() is form.name
    story.bot.keyClicks(form.name, name)
    if stands_in_for:
        form.stands_in_for.setFocus()
        story.bot.keyClicks(form.stands_in_for, stands_in_for)
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: len(names(story)) == number + 1 and page(story).record_id() == last(story))
    story.look_at()


def test_our_delegation_is_completed_by_keyboard_with_one_absence_and_undo_takes_the_absence_back(
    story: Story,
) -> None:
    entities = missing(story)
    assert len(entities) == 6
    for number in range(5):
        add(story, f"Ada Example {number}", "Deputy Head" if number else "")
    assert missing(story) == entities[5:]
    story.press(Qt.Key.Key_N, CONTROL, SHIFT)
    form = page(story).panel.new_absence
    assert QApplication.focusWidget() is form.reason
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: "Say why nobody comes from this entity." in story.labels())
    story.bot.keyClicks(form.reason, "The post is vacant.")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: missing(story) == [])
    assert page(story).ours.standing.text() == "complete"
    story.look_at()
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    story.wait(lambda: not any(f"{name} {NOBODY}" in story.gaps() for name in entities))
    story.wait(lambda: story.action("Undo").text() == "Undo: Record an absence")
    story.press(Qt.Key.Key_Z, CONTROL)
    story.wait(lambda: f"{entities[5]} {NOBODY}" in story.gaps())
    story.wait(lambda: story.action("Redo").text() == "Redo: Record an absence")
    story.press(Qt.Key.Key_Y, CONTROL)
    story.wait(lambda: f"{entities[5]} {NOBODY}" not in story.gaps())


def test_a_gap_leads_to_the_form_for_its_entity(story: Story) -> None:
    story.go(OVERVIEW)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    lines = story.overview.gaps.lines()
    place = next(place for place, line in enumerate(lines) if line.sentence.startswith("Public Safety Canada has no"))
    assert lines[place].id.startswith(Place.DELEGATIONS)
    story.overview.gaps.setCurrentIndex(story.overview.gaps.model().index(place, 0))
    story.press(Qt.Key.Key_Return, on=story.overview.gaps)
    story.wait(lambda: story.interior.here() == DELEGATIONS and page(story).panel.asking())
    assert page(story).panel.new_delegate.entity.currentText() == "Public Safety Canada"


def test_the_order_of_precedence_is_changed_by_keyboard_and_by_dragging(story: Story) -> None:
    add(story, "Ada Example")
    add(story, "Bo Sample")
    assert page(story).ours.list.chosen_id() == last(story)
    story.press(Qt.Key.Key_Up, ALT, on=page(story).ours.list)
    story.wait(lambda: names(story)[1:] == ["Bo Sample", "Ada Example"])
    assert page(story).ours.list.currentIndex().row() == 1
    assert [line.number for line in page(story).ours.model.rows()] == ["1", "2", "3"]
    page(story).ours.list.moved.emit(page(story).ours.model.rows()[2].id, 0)
    story.wait(lambda: names(story)[0] == "Ada Example")


def test_a_delegate_is_changed_in_place_and_each_visit_to_a_field_is_one_step(story: Story) -> None:
    add(story, "Ada Example")
    panel = page(story).panel
    story.wait(lambda: panel.heading.text() == "Ada Example")
    office = panel.delegate.editor("office")
    office.setFocus()
    story.bot.keyClicks(office, "Director General")
    story.press(Qt.Key.Key_Tab)
    story.wait(lambda: "Director General" in page(story).ours.model.rows()[1].note)
    name = panel.person.editor("name")
    name.setFocus()
    name.selectAll()
    story.press(Qt.Key.Key_Delete)
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: "A person needs a name." in story.labels())
    assert names(story)[1] == "Ada Example"
    story.bot.keyClicks(name, "Ada B. Example")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: names(story)[1] == "Ada B. Example")
    assert "A person needs a name." not in story.labels()
    page(story).ours.list.setFocus()
    story.wait(lambda: story.action("Undo").text() == "Undo: Change a person")
    story.action("Undo").trigger()
    story.wait(lambda: names(story)[1] == "Ada Example")
    story.wait(lambda: name.text() == "Ada Example")


def test_a_designated_officer_stands_in_for_a_post_is_not_added_twice_and_can_be_removed(story: Story) -> None:
    add(story, "Ada Example", "Deputy Head of the Office")
    line = page(story).ours.model.rows()[1]
    assert line.note.endswith("for Deputy Head of the Office")
    assert "designated officer for Deputy Head of the Office" in line.whole
    assert len(page(story).pairs.pairs()) == 1, "only the co-chairs face each other"
    story.press(Qt.Key.Key_N, CONTROL, on=page(story).ours.list)
    form = page(story).panel.new_delegate
    story.bot.keyClicks(form.name, "ada example")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: "Ada Example is on the list already." in story.labels())
    assert form.name.text() == "ada example", "what was typed stays"
    story.press(Qt.Key.Key_Escape)
    story.wait(lambda: not page(story).panel.asking())
    page(story).ours.list.choose(line.id)
    story.press(Qt.Key.Key_Delete, on=page(story).ours.list)
    story.wait(lambda: len(names(story)) == 1 and len(missing(story)) == 6)


def test_the_chip_of_an_absent_entity_leads_to_its_reason_and_somebody_can_come_after_all(story: Story) -> None:
    story.click(page(story).theirs.chips[0])
    story.wait(page(story).panel.asking)
    story.click(page(story).panel.new_delegate.excuse)
    form = page(story).panel.new_absence
    story.bot.keyClicks(form.reason, "No visa in time.")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: page(story).theirs.chips[0].words().endswith("absent"))
    assert "No visa in time." in page(story).theirs.chips[0].accessibleName()
    story.wait(page(story).panel.again.isVisible)
    story.click(page(story).panel.again)
    story.wait(lambda: page(story).theirs.chips[0].words().endswith("nobody yet"))


def test_the_co_chair_is_confirmed_or_replaced(story: Story) -> None:
    assert "as of 22 June 2017, to be confirmed" in page(story).ours.chair.text()
    story.click(page(story).ours.confirm)
    story.wait(lambda: page(story).ours.chair.text().endswith("confirmed") and page(story).ours.confirm.isHidden())
    story.click(page(story).theirs.replace)
    story.wait(lambda: bool(story.frame.findChildren(HolderBox)))
    (box,) = story.frame.findChildren(HolderBox)
    story.bot.keyClicks(box.name, "Bo Sample")
    box.day.setText("soon")
    accept = next(button for button in box.findChildren(QPushButton) if button.isDefault())
    story.click(accept)
    assert box.fields["on"].problem() == "“soon” is no day; write it such as 12 June 2018."
    box.day.setText("2018-01-15")
    story.click(accept)
    story.wait(lambda: page(story).theirs.model.rows()[0].name == "Bo Sample")
