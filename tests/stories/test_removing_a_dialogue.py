"""A dialogue that was taken in by mistake is removed, and one undo brings it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.first_page import START
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.palette_box import PaletteBox
from dialogue_prep.gui.window.interior import DIALOGUE
from dialogue_prep.services.new_dialogues import NewDialogue, NewDialogues, NewSide
from tests.stories.conftest import Story, change
from tests.stories.hands import Hands

KEPT = "Dialogue on Rail"
NEW = NewDialogue(language="en", designation=KEPT, ours=NewSide(name="Chad"), theirs=NewSide(name="Ruritania"))


def test_the_window_shows_another_dialogue_and_after_the_last_one_how_to_begin(
    tell: Callable[[Path], Story], store: Path
) -> None:
    change(store, lambda workspace: NewDialogues(workspace).begin(NEW))
    story = tell(store)
    hands = Hands(story)
    header = story.header.dialogue
    story.wait(lambda: bool(header.words()))
    mistaken = next(action.text() for action in header.menu().actions() if KEPT not in action.text())
    next(action for action in header.menu().actions() if action.text() == mistaken).trigger()
    story.wait(lambda: header.words() == mistaken)
    story.go(DIALOGUE)
    story.wait(lambda: story.interior.here() == DIALOGUE and bool(story.page(DialoguePage).outline.lines()))
    page = story.page(DialoguePage)
    (act,) = page.acts_on(page.outline)
    act.run()
    box = hands.box(QuestionBox)
    said = [label.text() for label in box.findChildren(QLabel)]
    assert f"Remove the dialogue “{mistaken}”?" in said
    assert any("Commitment: 8" in words and "Round: 2" in words for words in said)
    hands.press("Return")
    hands.come_back(box)
    assert header.words() == mistaken, "Enter leaves everything as it is"

    ask_by_its_name(hands)
    box = hands.box(QuestionBox)
    assert isinstance(box, QuestionBox)
    hands.click(box.do)
    hands.come_back(box)
    story.wait(lambda: header.words() == KEPT)
    assert story.interior.here() == DIALOGUE
    story.wait(lambda: [line.words for line in page.outline.lines()[1:4]] == [KEPT, "Chad", "Ruritania"])

    ask_by_its_name(hands)
    box = hands.box(QuestionBox)
    hands.reach("Remove")
    hands.press("Space")
    hands.come_back(box)
    story.wait(lambda: story.interior.here() == START)
    hands.press("Ctrl+Z")
    who = hands.box(WhoBox)
    hands.press("Esc")
    hands.come_back(who)
    assert header.words() == KEPT
    assert story.action("Undo").text() == "Undo: Remove a dialogue"
    hands.press("Ctrl+Z")
    story.wait(lambda: mistaken in [action.text() for action in header.menu().actions()])


def ask_by_its_name(hands: Hands) -> None:
    hands.press("Ctrl+Shift+P")
    hands.box(PaletteBox)
    hands.type("Remove the dialogue")
    hands.press("Return")
