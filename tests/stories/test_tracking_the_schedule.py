"""From an empty folder to a schedule of hosting: a dialogue of one's own, its rounds, and a calendar to give out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.hosting_page import MILESTONES, HostingPage
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.gui.window.interior import HOSTING
from tests.reading.test_terms import LINES
from tests.stories.conftest import Story
from tests.stories.hands import Hands


def begin_by_pasting(hands: Hands) -> None:
    """Paste terms of reference that were copied elsewhere, say which side is ours, and take them in."""
    story = hands.story
    QGuiApplication.clipboard().setText("\n".join(LINES))
    hands.press("Ctrl+Shift+V")
    story.wait(lambda: any(page.reviewing for page in story.interior.findChildren(SourcesPage)))
    foot = story.page(SourcesPage).review.foot
    story.wait(lambda: "2 sides" in foot.summary.text())
    hands.click(foot.home)
    hands.press("N")
    hands.press("Return")
    assert foot.home.currentText() == "Norvia"
    hands.click(foot.take)
    box = hands.box(WhoBox)
    hands.press("Esc")
    hands.come_back(box)


def test_the_schedule_of_a_dialogue_of_ones_own_is_kept_and_given_out(
    tell: Callable[[Path], Story], tmp_path: Path, few_papers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendar = tmp_path / "rounds.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(calendar), ""))
    story = tell(tmp_path / "mine" / "dialogues.store")
    hands = Hands(story)
    begin_by_pasting(hands)
    hands.press("Ctrl+5")
    story.wait(lambda: story.interior.here() == HOSTING)
    page = story.page(HostingPage)
    plan = page.panel.plan

    def hosts() -> list[str]:
        return [row.host for row in page.table.rows()[:4]]

    def accept() -> None:
        story.wait(lambda: bool(plan.foreseen()))
        hands.click(plan.accept)
        story.wait(lambda: not plan.fields.touched and not plan.foreseen())

    # Whose turn it is follows from the terms of reference; the first round is planned, and gets its days.
    story.wait(lambda: len(page.table.rows()) > 4)
    assert hosts() == ["Estmark", "Norvia", "Estmark", "Norvia"]
    first = date(page.table.rows()[0].turn.year + 1, 6, 14)
    hands.click(plan.accept)
    story.wait(lambda: page.table.rows()[0].status == "Expected")
    assert page.table.chosen() == page.table.rows()[0]
    hands.click(plan.fields.lines["start"])
    hands.type(first.isoformat())
    accept()
    story.wait(lambda: page.table.rows()[0].when.startswith("14 June"))

    # What has to be done by when is planned back from its days, and moves with them.
    hands.click(page.parts.buttons[MILESTONES])
    hands.click(page.milestones.empty.step)
    story.wait(lambda: len(page.milestones.dated()) > 10)
    hands.click(page.parts.buttons[0])
    hands.click(plan.fields.lines["start"])
    hands.type((first + timedelta(days=7)).isoformat())
    story.wait(lambda: "milestones move with it" in plan.foreseen())
    accept()
    story.wait(lambda: page.table.rows()[0].when.startswith("21 June"))

    # The sides exchange their turns, and the rule goes on from there.
    hands.click(plan.fields.turn)
    hands.press("E")
    hands.press("Return")
    hands.click(plan.fields.lines["reason"])
    hands.type("Estmark asked for it.")
    accept()
    story.wait(lambda: hosts() == ["Norvia", "Estmark", "Estmark", "Norvia"])

    # The calendar is given out: the round, and all that is due before it.
    hands.click_entry(page.exports.button, "Calendar of this dialogue")
    story.wait(lambda: story.notice == "Written: rounds.ics")
    entries = icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    titles = [str(entry["SUMMARY"]) for entry in entries]
    assert len(entries) == len(page.milestones.dated()) + 1, titles
    on_the_day = [entry.to_ical().decode() for entry in entries if entry["DTSTART"].dt == first + timedelta(days=7)]
    assert any("Norvia" in entry and "Fisheries" in entry for entry in on_the_day), on_the_day
