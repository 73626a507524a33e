"""Who has no source of a dialogue makes it by hand, with keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_prep.domain.dialogue import HostRule
from dialogue_prep.gui.boxes.new_dialogue_box import NewDialogueBox
from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.palette_box import PaletteBox
from dialogue_prep.gui.window.interior import DIALOGUE
from tests.stories.conftest import Story
from tests.stories.hands import Hands


def test_a_dialogue_is_made_by_hand_and_shown_on_its_page(tell: Callable[[Path], Story], tmp_path: Path) -> None:
    story = tell(tmp_path / "new" / "dialogues.store")
    hands = Hands(story)
    hands.press("Ctrl+Shift+P")
    hands.box(PaletteBox)
    hands.type("New dialogue")
    hands.press("Return")
    box = hands.box(NewDialogueBox)
    assert isinstance(box, NewDialogueBox)
    assert hands.here() == "Designation"
    hands.type("Annual Dialogue on Water")
    hands.reach("Our side")
    hands.type("Kenya")
    hands.press("Tab")
    hands.press("Return")
    story.wait(lambda: bool(box.fields["their_name"].problem()))
    assert hands.here() == "The other side"
    hands.type("Ruritania")
    hands.reach("The other side: Capital")
    hands.type("Streslau")
    hands.reach("Number of the last round held")
    hands.type("six")
    hands.press("Return")
    story.wait(lambda: box.fields["ordinal"].problem() == "Write a number such as 7, not “six”.")
    hands.type("6")
    hands.reach("Its year")
    hands.type("2017")
    hands.reach("Its host, or the first host")
    hands.press("Down")
    hands.press("Return")
    who = hands.box(WhoBox)
    hands.press("Esc")
    hands.come_back(who)
    story.wait(lambda: story.interior.here() == DIALOGUE and bool(story.page(DialoguePage).outline.lines()))
    terms = story.page(DialoguePage).terms()
    assert terms is not None
    assert terms.dialogue.host_rule is HostRule.ALTERNATE
    assert [side.name.read("en") for side in terms.sides] == ["Kenya", "Ruritania"]
    assert terms.home == terms.sides[0]
    assert [(held.ordinal, held.year, held.host_id) for held in terms.rounds] == [(6, 2017, terms.sides[0].id)]
    assert "Undo: Make a dialogue" in story.action("Undo").text()
    hands.press("Ctrl+Z")
    story.wait(story.welcome.isVisible)


def test_beside_other_dialogues_the_new_one_is_chosen(tell: Callable[[Path], Story], store: Path) -> None:
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    story.go(DIALOGUE)
    story.wait(lambda: story.interior.here() == DIALOGUE)
    story.action("New dialogue").trigger()
    hands = Hands(story)
    box = hands.box(NewDialogueBox)
    for name, words in (("Designation", "Dialogue on Rail"), ("Our side", "Chad"), ("The other side", "Ruritania")):
        hands.reach(name)
        hands.type(words)
    hands.press("Tab")
    hands.press("Return")
    hands.come_back(box)
    page = story.page(DialoguePage)
    story.wait(lambda: [line.words for line in page.outline.lines()[1:4]] == ["Dialogue on Rail", "Chad", "Ruritania"])
    assert story.header.dialogue.words() == "Dialogue on Rail"
    story.wait(lambda: page.record_id() == page.outline.lines()[1].id)
