"""The record of the next round is read in: one proposal is split, another gets its topic, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_prep.domain.commitment import Commitment, CommitmentInstrument, CommitmentLead
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.source import Alias, Source
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.boxes.source_facts_box import SourceFactsBox
from dialogue_prep.gui.pages.review_view import CHANGES
from dialogue_prep.gui.pages.sources_page import SourcesPage
from tests.stories.conftest import CONTROL, SHIFT, Story
from tests.stories.test_reading_a_source_in import actions, drop, kept, review, settled

KEY = Qt.Key

RECORD = """Joint Communiqué of the 3rd Canada-China High-Level National Security and Rule of Law Dialogue

Beijing, China - June 12, 2018

The third round was held in Beijing on June 12, 2018. The two sides agreed to continue close contact between the RCMP
and the Ministry of Public Security on organized crime, with a joint list of liaison officers kept in both capitals.

The two sides agreed to seek ratification of the Agreement on the Sharing of Forfeited Assets and the Return of
Property.

They agreed to plant trees together.

They will meet again in Ottawa in 2019.
"""
PAGE = "<html><head><title>News</title></head><body><nav>Home | News</nav><main>{}</main></body></html>"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "third.html"
    paragraphs = "".join(f"<p>{' '.join(words.split())}</p>" for words in RECORD.split("\n\n"))
    path.write_text(PAGE.format(paragraphs), encoding="utf-8")
    return path


def agreed(store: Path) -> dict[str, Commitment]:
    """Return the commitments of the third round that are kept, by their action."""
    found = (one for one in kept(store, Commitment) if one.code.startswith("R3"))
    return {one.action.read("en"): one for one in found}


def test_a_split_and_a_topic_are_taken_in_as_one_step_taken_back_and_done_again(
    tell: Callable[[Path], Story], store: Path, record: Path
) -> None:
    story = tell(store)
    drop(story, record)
    shown = review(story)
    assert shown.how_read.text().startswith("web page")
    settled(story, shown, "4 commitments")
    story.wait(shown.proposals.hasFocus)
    assert "RCMP" in shown.form.carriers.leads[0].words()
    assert "named as “RCMP”" in shown.form.reason.text()

    shown.text.setFocus()
    words = shown.text.toPlainText()
    shown.text.set_cursor(words.index("with a joint list"))
    story.press(KEY.Key_S)
    assert len(actions(shown)) == 5
    assert actions(shown)[1].startswith("With a joint list")

    shown.proposals.setFocus()
    shown.proposals.choose(next(one.id for one in shown.proposals.findings() if "trees" in one.words))
    assert shown.form.topic.currentText() == "no topic"
    story.press(KEY.Key_T)
    story.wait(shown.form.topic.hasFocus)
    story.press(KEY.Key_2)
    story.press(KEY.Key_Return)
    story.wait(shown.proposals.hasFocus)
    assert shown.form.reason.text().startswith("You have chosen the topic.")
    settled(story, shown, "5 commitments")
    assert agreed(store) == {}

    story.click(shown.foot.take)
    page = story.page(SourcesPage)
    story.wait(lambda: not page.reviewing and len(page.list.findings()) == 3)
    taken = agreed(store)
    topics = {topic.id: topic.number for topic in kept(store, Topic)}
    assert len(taken) == 5
    trees = next(one for action, one in taken.items() if "trees" in action)
    assert (topics[trees.topic_id or ""], trees.topic_confirmed) == (2, True)
    leads = {entity.id: entity.abbreviation.read("en") for entity in kept(store, Entity)}
    contact = taken[next(iter(taken))]
    led = {leads[lead.entity_id] for lead in kept(store, CommitmentLead) if lead.commitment_id == contact.id}
    assert "RCMP" in led
    ratified = next(one for action, one in taken.items() if "atification" in action)
    assert ratified.id in {link.commitment_id for link in kept(store, CommitmentInstrument)}

    story.press(KEY.Key_Z, CONTROL)
    story.wait(lambda: story.action("Redo").text() == "Redo: Take a source in")
    assert agreed(store) == {}
    story.press(KEY.Key_Z, CONTROL, SHIFT)
    story.wait(lambda: agreed(store) == taken)


def test_another_name_is_refused_and_the_facts_above_are_put_right(
    tell: Callable[[Path], Story], store: Path, record: Path
) -> None:
    story = tell(store)
    drop(story, record)
    shown = review(story)
    story.click(shown.correct)
    box = shown.findChild(SourceFactsBox)
    assert box is not None
    box.lines["ordinal"].setText("none")
    box.lines["last_day"].setText("2018-06-01")
    box._send()
    assert box.problem("ordinal") == "Write the number of the round, such as 3."
    box.lines["ordinal"].setText("3")
    box._send()
    assert "before the first" in box.problem("last_day")
    box.lines["last_day"].setText("2018-06-13")
    box._send()
    assert ("Round", "3 · Beijing · China hosts · 12–13 June 2018") in shown.facts.facts()

    story.wait(lambda: any("is also called" in line.words for line in shown.changes.list.findings()))
    shown.segments.pick(CHANGES)
    named = next(line for line in shown.changes.list.findings() if "is also called" in line.words)
    name = named.words.rpartition("“")[2].rstrip("”")
    shown.changes.list.setFocus()
    shown.changes.list.choose(named.id)
    assert shown.changes.differences.differences()
    story.press(KEY.Key_R)
    story.wait(lambda: any(line.struck for line in shown.changes.list.findings()))
    story.wait(shown.foot.take.isEnabled)
    story.click(shown.foot.take)
    page = story.page(SourcesPage)
    story.wait(lambda: not page.reviewing and len(page.list.findings()) == 3)
    assert name not in {alias.name.read("en") for alias in kept(store, Alias)}


def test_pasted_words_are_reviewed_and_another_format_of_them_is_not_taken_in_twice(
    tell: Callable[[Path], Story], store: Path, record: Path
) -> None:
    story = tell(store)
    QGuiApplication.clipboard().setText("\n".join(" ".join(one.split()) for one in RECORD.split("\n\n")))
    story.press(KEY.Key_V, CONTROL, SHIFT, on=story.frame)
    shown = review(story)
    assert shown.title.text() == "Pasted text"
    assert not shown.foot.home.isVisible(), "which side is ours is known"
    story.click(shown.foot.take)
    page = story.page(SourcesPage)
    story.wait(lambda: not page.reviewing and len(page.list.findings()) == 3)
    drop(story, record)
    shown = review(story)
    assert shown.foot.summary.text() == "Nothing in this source is new: it was taken in before."
    assert not shown.foot.take.isEnabled()
    assert "1 source" in {line.words for line in shown.changes.list.findings()}
    story.click(shown.foot.leave)
    assert len(kept(store, Source)) == 3


def test_the_day_of_publication_settles_what_today_means(
    tell: Callable[[Path], Story], store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "today.txt"
    path.write_text(
        RECORD.replace("on June 12, 2018", "today").replace("Beijing, China - June 12, 2018", "Beijing, China"), "utf-8"
    )
    story = tell(store)
    drop(story, path)
    shown = review(story)
    story.click(shown.correct)
    box = shown.findChild(SourceFactsBox)
    assert box is not None
    box.lines["published"].setText("2018-06-12")
    box._send()
    story.wait(lambda: any("by the day of publication" in words for _what, words in shown.facts.facts()))
    story.look_at()
    story.press(KEY.Key_Z, CONTROL, on=shown.proposals)
    assert not any("2018" in words for what, words in shown.facts.facts() if what == "Round")


def test_the_day_of_publication_of_terms_of_reference_stays_as_it_was_told(
    tell: Callable[[Path], Story], store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(
        "Terms of Reference of the Norway-Chile Dialogue on Fish\n\n1. Purpose\n\nIt is on fish.\n", "utf-8"
    )
    story = tell(store)
    drop(story, path)
    shown = review(story)
    story.click(shown.correct)
    box = shown.findChild(SourceFactsBox)
    box.lines["published"].setText("14 March 2018")
    box._send()
    story.wait(lambda: dict(shown.facts.facts()).get("Published on") == "14 March 2018")
    story.wait(lambda: not shown.findChildren(SourceFactsBox))
    story.click(shown.correct)
    again = shown.findChild(SourceFactsBox)
    assert again.lines["published"].text() == "14 March 2018"
