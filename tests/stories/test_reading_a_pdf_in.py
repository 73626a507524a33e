"""A record comes as a PDF file: two proposals and the facts above are put right by keyboard, and it is taken in."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.post import Person
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Source, SourceKind
from dialogue_prep.gui.boxes.source_facts_box import SourceFactsBox
from dialogue_prep.gui.pages.review_view import ReviewView
from tests.reading.pdf_writing import SCAN, pdf_drawn, written
from tests.stories.conftest import CONTROL, Story
from tests.stories.test_reading_a_source_in import actions, drop, kept, review, settled

KEY = Qt.Key

RECORD = """Joint Statement of the 4th Norway-Chile Dialogue on Seas and Salmon

Bergen, Norway - May 4, 2031

The fourth round was held in Bergen on May 4, 2031. It was co-chaired by Ms. Ane Lofthus, Deputy Minister of Fisheries
of Norway, and Mr. Jaime Pardal, Undersecretary for Fisheries of Chile.

The two sides agreed to share the results of surveys of salmon, to open a school of fisheries in Bergen, and to plant
kelp together.

The two sides agreed that the next round should take place in Santiago in 2032.
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Return a PDF file in which every paragraph is broken into lines; its second page is a scan."""
    pieces, base = [], 770.0
    for words in RECORD.split("\n\n"):
        for line in textwrap.wrap(words, 88):
            pieces.append((72.0, base, 10.0, line))
            base -= 14
        base -= 12
    path = tmp_path / "fourth.pdf"
    path.write_bytes(pdf_drawn([written(pieces), SCAN]))
    return path


def facts_box(shown: ReviewView) -> SourceFactsBox:
    box = next(iter(shown.findChildren(SourceFactsBox)), None)
    assert box is not None
    return box


def told_of_the_scan(shown: ReviewView) -> bool:
    return shown.unread.isVisible() and shown.unread.text().startswith("Page 2 was not read: it is a picture")


def read_as_another_kind_and_back(story: Story, shown: ReviewView) -> None:
    """Say that it is another kind of source, and take that back."""
    story.press(KEY.Key_F)
    box = facts_box(shown)
    story.wait(box.lines["title"].hasFocus)
    for _field in ("the dialogue", "one side", "the other one", "the kind"):
        story.press(KEY.Key_Tab)
    story.press(KEY.Key_End)
    story.press(KEY.Key_Return, on=box.lines["title"])
    story.wait(lambda: shown.kind.text() == "Other source")
    assert actions(shown) == []
    assert told_of_the_scan(shown)
    story.look_at()
    story.press(KEY.Key_Z, CONTROL, on=shown.found)
    assert shown.kind.text() == "Joint record"
    story.wait(lambda: shown.findChild(SourceFactsBox) is None)


def put_right(story: Story, box: SourceFactsBox) -> None:
    """Reword the title, name another co-chair and move the round to come, with keys alone."""
    story.wait(box.lines["title"].hasFocus)
    story.bot.keyClicks(box.lines["title"], "Record of Bergen")
    chair = box.chairs.editors(1)[0]
    chair.setFocus()
    chair.selectAll()
    story.bot.keyClicks(chair, "Jimena Pardal")
    box.lines["next_round"].setFocus()
    box.lines["next_round"].selectAll()
    story.bot.keyClicks(box.lines["next_round"], "soon")
    story.press(KEY.Key_Return)
    assert "“soon” is no day" in box.problem("next_round")
    box.lines["next_round"].selectAll()
    story.bot.keyClicks(box.lines["next_round"], "2033")
    story.press(KEY.Key_Return)


def test_a_pdf_is_put_right_by_keyboard_and_taken_in(
    tell: Callable[[Path], Story], tmp_path: Path, record: Path, guarded: None
) -> None:
    store = tmp_path / "new.store"
    story = tell(store)
    drop(story, record)
    shown = review(story)
    assert shown.how_read.text().startswith("PDF")
    assert told_of_the_scan(shown)
    settled(story, shown, "4 commitments")
    story.wait(shown.proposals.hasFocus)
    story.press(KEY.Key_E)
    story.wait(shown.form.action.hasFocus)
    story.bot.keyClicks(shown.form.action, "Share surveys")
    story.press(KEY.Key_Return)
    story.wait(shown.proposals.hasFocus)
    story.press(KEY.Key_Down)
    story.press(KEY.Key_Down)
    story.press(KEY.Key_R)
    settled(story, shown, "3 commitments")
    assert [finding.struck for finding in shown.proposals.findings()] == [False, False, True, False]

    read_as_another_kind_and_back(story, shown)
    story.press(KEY.Key_F, on=shown.proposals)
    put_right(story, facts_box(shown))
    story.look_at()
    assert ("Next round", "Santiago · 2033 · Chile hosts") in shown.facts.facts()
    assert ("Title", "Record of Bergen") in shown.facts.facts()
    assert actions(shown)[0] == "Share surveys"

    shown.foot.home.setFocus()
    story.bot.keyClicks(shown.foot.home, "Chi")
    settled(story, shown, "3 commitments")
    story.wait(shown.foot.take.isEnabled)
    shown.foot.take.setFocus()
    story.press(KEY.Key_Space)
    story.wait(lambda: bool(kept(store, Source)))
    source = kept(store, Source)[0]
    assert (source.kind, source.title.read("en")) == (SourceKind.JOINT_RECORD, "Record of Bergen")
    assert "Share surveys" in {one.action.read("en") for one in kept(store, Commitment)}
    assert len(kept(store, Commitment)) == 3
    assert {one.name.read("en") for one in kept(store, Person)} == {"Ane Lofthus", "Jimena Pardal"}
    assert {(one.ordinal, one.year) for one in kept(store, Round)} == {(4, 2031), (5, 2033)}
