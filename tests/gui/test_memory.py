"""The memory across rounds in the window: the silence matrix, ladders of wordings, links, the life of instruments."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, InstrumentState
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, WordingGrade
from dialogue_prep.domain.readiness import Mending, Place
from dialogue_prep.gui.boxes.scale_box import ScaleBox
from dialogue_prep.gui.pages.commitments_lines import CommitmentFilter
from dialogue_prep.gui.pages.commitments_page import SILENCE, CommitmentsPage
from dialogue_prep.services.sources import Sources, read_for_review
from tests.gui.conftest import Open

RECORD = """Joint Communiqué of the 3rd Canada-China High-Level National Security and Rule of Law Dialogue

Beijing, China - June 12, 2018

The third round was held in Beijing on June 12, 2018. The two sides agreed to seek ratification of the Agreement on the
Sharing of Forfeited Assets and the Return of Property. They agreed to strengthen cooperation against cybercrime.
"""
STATUS, WORDINGS, LINKS = range(3)


@pytest.fixture
def page(opened: Open, tmp_path: Path) -> CommitmentsPage:
    path = tmp_path / "third.txt"
    path.write_text(RECORD, encoding="utf-8")
    sources = Sources(opened.workspace)
    sources.take_in(sources.propose(read_for_review(path)))
    opened.context.look_again()
    opened.settle()
    shown = opened.show(CommitmentsPage(opened.context))
    shown.choose_record(forfeited(opened).id)
    opened.settle()
    return shown


def find(opened: Open, kind: type) -> list:
    with opened.workspace.look() as work:
        return list(work.find(kind))


def forfeited(opened: Open) -> Commitment:
    return next(one for one in find(opened, Commitment) if one.code == "R3-01")


def test_the_matrix_says_in_words_what_each_record_spoke_of(opened: Open, page: CommitmentsPage) -> None:
    page.views.pick(SILENCE)
    opened.settle()
    view = page.silence
    opened.wait(lambda: bool(view.shown().lines))
    consular = next(line for line in view.shown().lines if line.title.startswith("5 "))
    assert [cell.said for cell in consular.cells] == ["○ silent", "○ silent"]
    heads = [view.table.model().headerData(at, Qt.Orientation.Horizontal) for at in (1, 2)]
    assert heads[1] == "Beijing\n12 June 2018"
    assert view.table.isVisible()


def test_a_cell_leads_to_the_place_in_its_source(opened: Open, page: CommitmentsPage) -> None:
    asked: list[tuple[Place, str]] = []
    page.place_asked.connect(lambda place, id_: asked.append((place, id_)))
    page.views.pick(SILENCE)
    opened.wait(lambda: bool(page.silence.shown().lines))
    table, shown = page.silence.table, page.silence.shown()
    moved = next(row for row, line in enumerate(shown.lines) if line.title.startswith("3 Finish"))
    table.setCurrentIndex(table.model().index(moved, 2))
    opened.bot.keyClick(table, Qt.Key.Key_Return)
    assert asked == [(Place.SOURCES, f"{shown.sources[1]}/{forfeited(opened).id}")]


def test_the_matrix_is_copied_as_a_table(opened: Open, page: CommitmentsPage) -> None:
    page.views.pick(SILENCE)
    opened.wait(lambda: bool(page.silence.shown().lines))
    opened.bot.keyClick(page.silence.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Kind\tSubject\tOttawa 22 June 2017\tBeijing 12 June 2018"
    assert len(lines) == len(page.silence.shown().lines) + 1
    assert {line.count("\t") for line in lines} == {3}


def test_the_ladder_shows_word_differences_grade_and_movement(opened: Open, page: CommitmentsPage) -> None:
    page.detail.parts.pick(WORDINGS)
    ladder = page.detail.ladder
    opened.wait(lambda: len(ladder.rungs.findings()) > 1)
    first, *_others, last = ladder.rungs.findings()
    assert "• first" in first.note
    assert "↓ weaker · seek" in last.note
    ladder.rungs.choose(last.id)
    (words,) = ladder.words.differences()
    assert {piece.kind.value for piece in words.pieces} == {"same", "added", "removed"}
    assert "[added:" in ladder.words.accessibleDescription()
    asked: list[str] = []
    page.place_asked.connect(lambda _place, id_: asked.append(id_))
    ladder.where.click()
    assert asked[0].endswith(f"/{forfeited(opened).id}")


def test_a_step_of_an_instrument_is_added_by_hand_and_undone(opened: Open, page: CommitmentsPage) -> None:
    page.detail.parts.pick(WORDINGS)
    ladder, form = page.detail.ladder, page.detail.ladder.form
    ladder.matter.setCurrentIndex(ladder.matter.count() - 1)
    ladder.matter.activated.emit(ladder.matter.currentIndex())
    opened.wait(ladder.more.isVisible)
    ladder.more.click()
    assert form.isVisible()
    before = len(find(opened, InstrumentEntry))
    form.add.click()
    assert form.problem("state") == "Choose how far it has come."
    form.state.choose(InstrumentState.IN_FORCE)
    form.add.click()
    opened.wait(lambda: "Say by what this is known" in form.problem("evidence"))
    opened.type(form.evidence, "Exchange of notes")
    opened.type(form.on, "in May")
    form.add.click()
    assert "write it such as 12 June 2018" in form.problem("on")
    form.on.clear()
    opened.type(form.on, "2099-07-01")
    form.add.click()
    opened.wait(lambda: "still to come" in form.problem("on"))
    opened.type(form.on, "2017-12-01")
    opened.bot.keyClick(form.on, Qt.Key.Key_Return)
    opened.wait(lambda: len(find(opened, InstrumentEntry)) == before + 1)
    opened.wait(lambda: any(line.note == "Exchange of notes" for line in ladder.life.findings()))
    assert InstrumentState.IN_FORCE in {one.state for one in find(opened, Instrument)}
    opened.undo()
    assert len(find(opened, InstrumentEntry)) == before


def test_a_proposed_link_is_accepted_with_its_kind_and_taken_away(opened: Open, page: CommitmentsPage) -> None:
    page.detail.parts.pick(LINKS)
    links = page.detail.lineage
    opened.wait(lambda: bool(links.links.findings()))
    assert links.links.findings()[0].aloud == "proposed"
    assert "Proposed because of" in links.whole.text()
    links.kind.choose(LinkKind.REPLACES)
    opened.bot.keyClick(links.links, Qt.Key.Key_A)
    opened.wait(lambda: [link.kind for link in find(opened, CommitmentLink)] == [LinkKind.REPLACES])
    opened.wait(lambda: "linked" in {line.aloud for line in links.links.findings()})
    linked = next(line for line in links.links.findings() if line.aloud == "linked")
    links.links.choose(linked.id)
    opened.bot.keyClick(links.links, Qt.Key.Key_R)
    opened.wait(lambda: [link.kind for link in find(opened, CommitmentLink)] == [LinkKind.UNRELATED])
    opened.wait(lambda: any(line.struck for line in links.links.findings()))
    links.links.choose(linked.id)
    opened.bot.keyClick(links.links, Qt.Key.Key_Delete)
    opened.wait(lambda: find(opened, CommitmentLink) == [])


def test_another_commitment_is_linked_by_hand(opened: Open, page: CommitmentsPage) -> None:
    page.detail.parts.pick(LINKS)
    links = page.detail.lineage
    opened.settle()
    links.add.click()
    assert [label for label in links.findChildren(QWidget) if "Choose the earlier" in getattr(label, "text", str)()]
    links.other.setCurrentIndex(0)
    links.add.click()
    opened.wait(lambda: len(find(opened, CommitmentLink)) == 1)


def test_the_scale_is_edited_and_the_usual_one_is_back(opened: Open, page: CommitmentsPage) -> None:
    page.detail.parts.pick(WORDINGS)
    page.detail.ladder.scale.click()
    box = page.detail.ladder.findChild(ScaleBox)
    assert box is not None
    opened.wait(lambda: bool(box.rungs.findings()))
    usual = box.phrases.toPlainText()
    opened.type(box.name, "Talk")
    box.phrases.setPlainText("talk about\n\n  chat   about ")
    box.keep.click()
    opened.wait(lambda: "1 Talk" in {line.words for line in box.rungs.findings()})
    weakest = min(find(opened, WordingGrade), key=lambda grade: grade.position)
    assert weakest.phrases.words("en") == "talk about\nchat about"
    box.usual.click()
    opened.wait(lambda: box.phrases.toPlainText() == usual)
    box.close()


def test_who_is_led_to_a_commitment_that_no_filter_lets_pass_is_where_its_topic_is_said(
    opened: Open, page: CommitmentsPage
) -> None:
    page.filters.want(CommitmentFilter(words=("nowhere",)))
    page.filters.search.setFocus()
    opened.settle()
    assert not page.detail.topic.isVisible(), "no commitment is shown, so its topic is seen later than it is asked for"
    page.lead_to(forfeited(opened).id, Mending.TOPIC)
    opened.settle()
    assert QApplication.focusWidget() is page.detail.topic
