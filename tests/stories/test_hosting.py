"""Planning the next round on the hosting page with keys and clicks: dates, a move, an exchange, a calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.pages.hosting_page import DATES, MILESTONES, HostingPage
from dialogue_prep.services.dialogues import Dialogues
from tests.invented import everything
from tests.stories.conftest import CONTROL, SHIFT, Story, change


class Hosting:
    """The hosting page of the window."""

    def __init__(self, story: Story) -> None:
        self.story = story
        story.go("hosting")
        story.wait(lambda: story.interior.here() == "hosting")
        self.page = story.page(HostingPage)
        story.wait(lambda: bool(self.page.table.rows()))

    def rows(self) -> list[tuple[str, str, str]]:
        return [(row.number, row.when, row.host) for row in self.page.table.rows()]

    def write(self, line: QWidget, words: str) -> None:
        line.setFocus()
        self.story.press(Qt.Key.Key_A, CONTROL, on=line)
        self.story.bot.keyClicks(line, words)

    def read_aloud(self) -> str:
        """Return what a screen reader says of where the focus is."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget else ""

    def accept(self) -> None:
        """Accept the plan once its consequences are seen."""
        plan = self.page.panel.plan
        self.story.wait(lambda: bool(plan.foreseen()))
        self.story.click(plan.accept)
        self.story.wait(lambda: not plan.fields.touched)


@pytest.fixture
def unplanned(tmp_path: Path) -> Path:
    """Return the path of a store with the starter dialogue, its next round not planned yet."""
    path = tmp_path / "work" / "dialogues.store"
    change(path, lambda workspace: Dialogues(workspace).begin_with_starter())
    return path


def kept(story: Story) -> dict[str, dict[str, object]]:
    assert story.started.program is not None
    store = story.started.program.store()
    assert store is not None
    with store.look() as work:
        return everything(work)  # type: ignore[return-value]


def test_the_next_round_is_planned_moved_exchanged_and_given_out_and_all_of_it_taken_back(
    tell: Callable[[Path], Story], unplanned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tell(unplanned)
    before = kept(story)
    hosting = Hosting(story)
    page, plan = hosting.page, hosting.page.panel.plan

    # The next round is chosen, by the rule; it is planned.
    assert hosting.rows()[1] == ("3", "2018", "China")
    story.click(plan.accept)
    story.wait(lambda: kept(story) != before)

    # Days are looked for in a month, the best are taken, and what that changes is seen before it is done.
    story.click(page.parts.buttons[DATES])
    hosting.write(page.dates.earliest, "2018-07")
    story.press(Qt.Key.Key_Return)
    story.wait(lambda: len(page.dates.model.rows()) == 31)
    story.press(Qt.Key.Key_Tab)
    story.click(page.dates.take)
    first = page.dates.model.rows()[0].candidate.start
    story.wait(lambda: f"Round 3: China, {day_in_words(first, 'en')}" in plan.foreseen())
    hosting.accept()
    story.wait(lambda: hosting.rows()[1][1].endswith(" July 2018"))

    # Milestones come from the usual plan.
    story.click(page.parts.buttons[MILESTONES])
    story.wait(page.milestones.empty.step.isVisible)
    story.click(page.milestones.empty.step)
    story.wait(lambda: len(page.milestones.dated()) > 10)

    # The round is moved a week with the keys: the milestones that would go along are told before it is accepted.
    page.strip.go(page.strip.here())
    assert hosting.read_aloud().startswith("Round 3, ")
    story.press(Qt.Key.Key_Down, SHIFT)
    story.wait(lambda: "milestones move with it" in plan.foreseen())
    hosting.accept()

    # The turns are exchanged, with the reason.
    plan.fields.turn.setFocus()
    story.bot.keyClicks(plan.fields.turn, "Exchanged")
    hosting.write(plan.fields.lines["reason"], "China asked for it.")
    story.wait(lambda: "Round 4: China, 2019, instead of Canada, 2019." in plan.foreseen())
    hosting.accept()
    story.wait(lambda: [row[2] for row in hosting.rows()[:4]] == ["Canada", "Canada", "China", "China"])

    # The calendar is given out.
    calendar = tmp_path / "rounds.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(calendar), ""))
    next(action for action in page.exports.button.menu().actions() if "this dialogue" in action.text()).trigger()
    story.wait(lambda: story.notice == "Written: rounds.ics")
    entries = icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert len(entries) == len(page.milestones.dated()) + 2, "two rounds with days, and all that is due"

    # Each step is taken back by its name, and nothing of it is left.
    for name in (
        "Exchange the turns of hosting",
        "Move a round",
        "Take milestones from a plan",
        "Plan the next round",
        "Plan the next round",
    ):
        story.wait(lambda name=name: story.action("Undo").text() == f"Undo: {name}")  # type: ignore[misc]
        now = kept(story)
        story.press(Qt.Key.Key_Z, CONTROL, on=story.frame)
        story.wait(lambda now=now: kept(story) != now)  # type: ignore[misc]
    assert kept(story) == before
    story.wait(lambda: story.notice == "")
    story.wait(lambda: hosting.rows()[1] == ("3", "2018", "China"))
