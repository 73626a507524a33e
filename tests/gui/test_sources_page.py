"""The page of the sources: the shelf, one opened, files that are read in one after the other."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Source, SourceKind
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.boxes.source_facts_box import SourceFactsBox
from dialogue_prep.gui.pages.review_view import ReviewView
from dialogue_prep.gui.pages.source_view import MENTIONS, SILENT, STATES
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.reading import read
from dialogue_prep.reading.review import ReadAs
from dialogue_prep.services import sources
from dialogue_prep.system import guard
from tests.gui.conftest import Open
from tests.invented import everything

HANGING = "tests.system.faults:sleep_on"
"""What a child of the guard does that never ends by itself."""

STATEMENT = """Joint Statement of the 3rd Norway-Chile Dialogue on Seas and <i>Salmon</i>

Oslo, Norway - May 4, 2031

The two sides agreed to share the results of surveys of salmon, and to open a school of fisheries in Bergen.
"""


@pytest.fixture
def page(opened: Open) -> SourcesPage:
    return opened.show(SourcesPage(opened.context))


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    return path


def find(opened: Open, kind: type) -> list:
    with opened.workspace.look() as work:
        return list(work.find(kind))


def test_the_shelf_says_what_is_held_and_what_is_only_cited(page: SourcesPage) -> None:
    terms, record = page.list.findings()
    assert terms.words.startswith("Terms of reference")
    assert record.words == "Joint record · 22 June 2017"
    assert [line.aloud for line in (terms, record)] == ["only cited", "only cited"]
    assert page.view.read.isVisible()


def test_a_record_shows_what_it_states_mentions_and_is_silent_on(opened: Open, page: SourcesPage) -> None:
    record = next(source for source in find(opened, Source) if source.kind is SourceKind.JOINT_RECORD)
    page.choose_record(record.id)
    opened.settle()
    view = page.view
    assert view.source_id() == record.id
    stated, mentioned, silent = (shown.findings() for shown in view.lists)
    assert any(line.words.startswith("R2-01") for line in stated)
    assert mentioned
    assert [line.words.split()[0] for line in silent] == ["5", "4", "5"]
    assert view.segments.buttons[SILENT].isVisibleTo(view)


def test_a_topic_leads_to_where_it_is_stated_or_to_the_silence(opened: Open, page: SourcesPage) -> None:
    topics = {topic.number: topic.id for topic in find(opened, Topic)}
    page.choose_record(topics[5])
    opened.settle()
    assert page.view.segments.here() == SILENT
    assert page.record_id() == topics[5]
    page.choose_record(topics[1])
    opened.settle()
    assert page.view.segments.here() == STATES
    assert page.record_id() == topics[1]


def test_another_source_is_opened_with_the_arrow_keys(opened: Open, page: SourcesPage) -> None:
    before = page.view.source_id()
    page.list.setFocus()
    page.list.step(1)
    opened.settle()
    assert page.view.source_id() != before
    assert page.view.segments.here() in (STATES, MENTIONS)


def test_several_files_are_reviewed_one_after_the_other(opened: Open, page: SourcesPage, statement: Path) -> None:
    second = statement.with_name("second.txt")
    second.write_text(STATEMENT.replace("salmon", "herring"), encoding="utf-8")
    page.read_in([statement, statement.with_name("missing.txt"), second])
    opened.wait(lambda: page.reviewing)
    assert page.review.title.text() == "statement.txt"
    assert "<i>Salmon</i>" in page.review.text.toPlainText()
    page.review.put_away()
    opened.wait(lambda: page.reviewing)
    assert page.review.title.text() == "second.txt"
    assert any("“missing.txt” is not there" in said for said in opened.said)
    page.review.put_away()
    opened.settle()
    assert not page.in_use
    assert len(page.list.findings()) == 2


def test_a_second_source_waits_until_the_first_is_decided(opened: Open, page: SourcesPage, statement: Path) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing)
    page.read_in([statement])
    assert opened.said[-1] == "Take this source in or leave it before you read another one."
    assert page.record_id() == ""


@pytest.mark.shows("I4 readings cancelled within 0.5 s, the store as it was")
def test_reading_is_cancelled_within_half_a_second_and_says_so(
    opened: Open, page: SourcesPage, statement: Path, guarded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, start = threading.Event(), guard._start

    def start_noted(function: str, *asked: Any) -> object:
        child = start(function, *asked)
        if function == HANGING:
            started.set()
        return child

    monkeypatch.setattr(read, "_RECOGNISE", HANGING)
    monkeypatch.setattr(guard, "_start", start_noted)
    with opened.workspace.look() as work:
        before = everything(work)
    page.read_in([statement])
    opened.wait(started.is_set)
    begun = time.monotonic()
    opened.context.jobs.cancel()
    opened.wait(lambda: any("was cancelled; nothing was changed" in said for said in opened.said))
    assert time.monotonic() - begun < 0.5
    opened.settle()
    assert not page.in_use
    with opened.workspace.look() as work:
        assert everything(work) == before


@pytest.mark.shows("I4 sources taken in as one request that is undone")
def test_taking_in_brings_the_new_dialogue_before_the_eyes(opened: Open, page: SourcesPage, statement: Path) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    page.review.foot.home.choose("Norway")
    page.review.foot.home.activated.emit(1)
    opened.wait(lambda: any(line.words.startswith("Norway") for line in page.review.changes.list.findings()))
    page.review.foot.take.click()
    opened.wait(lambda: not page.in_use and page.view.source_id() in {source.id for source in find(opened, Source)[2:]})
    designation = opened.context.choices.dialogue
    assert designation is not None
    assert "Seas" in designation.designation.read("en")
    assert page.view.text.toPlainText().startswith("Joint Statement")
    opened.undo()
    opened.wait(lambda: len(page.list.findings()) == 2)


def test_what_is_in_the_store_already_is_not_edited_here(opened: Open, page: SourcesPage, shared: Path) -> None:
    page.read_in([shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt"])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    form = page.review.form
    assert form.reason.text().startswith("In the store already as R2-01")
    assert not form.action.isEnabled()
    assert form.topic.isEnabled()


def test_the_changes_say_what_taking_in_would_do(opened: Open, page: SourcesPage, statement: Path) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and bool(page.review.changes.list.findings()))
    page.review.segments.pick(2)
    assert page.review.changes.isVisible()
    assert any(line.words.startswith("R3-01") for line in page.review.changes.list.findings())


def test_no_record_of_the_last_round_leads_to_reading_one_in(opened: Open, page: SourcesPage) -> None:
    page.activateWindow()
    page.choose_record("")
    opened.wait(page.read.hasFocus)


def test_a_source_that_cannot_be_read_again_stays_as_it_is_and_no_other_takes_its_place(
    opened: Open, page: SourcesPage, statement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise UserError("It is gone.")

    second = statement.with_name("second.txt")
    second.write_text(STATEMENT.replace("salmon", "herring"), encoding="utf-8")
    page.read_in([statement, second])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    assert page.review.state is not None
    before = page.review.state.review
    with monkeypatch.context() as patched:
        patched.setattr(sources, "read_again", refuse)
        page.review.reading_asked.emit(ReadAs(date(2031, 5, 4), None, before))
        opened.wait(lambda: "It is gone." in opened.said and not page.reading.busy)
    opened.settle()
    assert page.review.state.review == before
    page.review.put_away()
    opened.wait(lambda: page.reviewing)
    assert page.review.title.text() == "second.txt"
    page.review.reading_asked.emit(ReadAs(date(2031, 5, 4), None, page.review.state.review))
    page.review.put_away()
    opened.wait(lambda: not page.reading.busy)
    opened.settle()
    assert not page.in_use, "what was left does not come back once it is read again"


def test_files_wait_until_what_is_running_has_ended(opened: Open, page: SourcesPage, statement: Path) -> None:
    second = statement.with_name("second.txt")
    second.write_text(STATEMENT.replace("salmon", "herring"), encoding="utf-8")
    page.read_in([statement, second])
    page.read_in([statement.with_name("third.txt")])
    assert opened.said[-1] == "Wait until this has ended: Reading statement.txt."
    opened.wait(lambda: page.reviewing)
    held = threading.Event()
    opened.context.jobs.run_long("Writing", 1, lambda: iter([held.wait(10)]), lambda _job: None)
    page.review.put_away()
    assert opened.said[-1] == "Wait until this has ended: Writing."
    held.set()
    opened.wait(lambda: page.reviewing)
    assert page.review.title.text() == "second.txt"


def test_what_would_change_is_compared_again_when_the_store_moves_and_what_is_being_typed_stays(
    opened: Open, page: SourcesPage, statement: Path
) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    compared: list[object] = []
    page.review._comparing.compared.connect(compared.append)
    form = page.review.form
    form.edit()
    opened.type(form.action, "Map the salmon ")
    with opened.workspace.request("Reword") as work:
        work.put(replace(work.find(Topic)[0], title=in_english("Ice")))
    opened.wait(lambda: len(compared) == 1)
    assert form.action.text() == "Map the salmon "
    opened.bot.keyClick(form.action, Qt.Key.Key_Return)
    assert page.review.state is not None
    assert page.review.state.review.commitments[0].action == "Map the salmon"


def test_a_source_is_taken_in_once_by_a_double_click(opened: Open, page: SourcesPage, statement: Path) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    page.review.foot.home.choose("")
    for _time in range(2):
        opened.bot.mouseClick(page.review.foot.take, Qt.MouseButton.LeftButton)
        page.review.foot.show_proposal(page.review.changes._proposal, "en")
    opened.wait(lambda: not page.in_use)
    opened.settle()
    assert len(find(opened, Source)) == 3
    assert opened.said[-1:] in ([], [""])


def test_nothing_can_be_decided_while_what_was_decided_is_being_taken_in(
    opened: Open, page: SourcesPage, statement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    review, taken = page.review, list[object]()
    review.foot.home.choose("")
    review.form.edit()
    opened.type(review.form.action, "Map the salmon")
    with monkeypatch.context() as patched:
        patched.setattr(sources.Sources, "take_in", _refuse)
        held = hold_up(opened)
        review.foot.take.click()
        assert review.state is not None
        sent = review.state.review
        assert sent.commitments[0].action == "Map the salmon", "what was being typed is taken in too"
        use_everything(opened, page)
        assert review.state.review is sent
        held.set()
        opened.wait(lambda: review.foot.problem.text() == "Not today.")
    assert review.state.review is sent
    assert page.window().focusWidget() is review.form.action
    review.proposals.setFocus()
    opened.bot.keyClick(review.proposals, Qt.Key.Key_R)
    assert len(review.state.review.accepted().commitments) == len(sent.commitments) - 1
    opened.bot.keyClick(review.proposals, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    review.taken.connect(taken.append)
    held = hold_up(opened)
    opened.bot.mouseClick(review.foot.take, Qt.MouseButton.LeftButton)
    use_everything(opened, page)
    held.set()
    opened.wait(lambda: bool(taken))
    assert {one.action.read("en") for one in find(opened, Commitment)} >= {one.action for one in sent.commitments}
    page.read_in([statement])
    opened.wait(lambda: page.reviewing)
    assert review.proposals.isEnabled()


def test_a_source_is_not_taken_in_while_it_is_read_again_and_what_was_put_right_stays_where_it_cannot_be(
    opened: Open, page: SourcesPage, statement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    review = page.review
    review.foot.home.choose("")
    again = sources.read_again
    for failing in (True, False):
        held = threading.Event()

        def read_again(*asked: Any, held: threading.Event = held, failing: bool = failing) -> object:
            held.wait(10)
            return _refuse() if failing else again(*asked)

        monkeypatch.setattr(sources, "read_again", read_again)
        review.proposals.setFocus()
        box = put_right(review)
        opened.type(box.lines["title"], "Put right")
        box.kind.choose(SourceKind.OTHER)
        box.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
        opened.wait(lambda: not review.findChildren(SourceFactsBox))
        assert review.state is not None
        before = review.state.review
        use_everything(opened, page)
        opened.bot.mouseClick(review.foot.take, Qt.MouseButton.LeftButton)
        assert review.state.review is before
        held.set()
        opened.wait(lambda: not page.reading.busy)
        assert review.state.review.extract.title == "Put right"
        focus = page.window().focusWidget()
        assert focus is (review.proposals if failing else review.found)
        assert focus.isEnabled()
    opened.wait(review.foot.take.isEnabled)
    assert review.state.review.extract.kind is SourceKind.OTHER
    assert find(opened, Source)[2:] == []


def test_a_commitment_whose_action_was_taken_out_is_not_taken_in_as_it_was(
    opened: Open, page: SourcesPage, statement: Path
) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    review = page.review
    review.foot.home.choose("")
    review.form.edit()
    opened.bot.keyClick(review.form.action, Qt.Key.Key_Delete)
    opened.bot.mouseClick(review.foot.take, Qt.MouseButton.LeftButton)
    opened.settle()
    assert "needs an action" in review.form.problem()
    assert (page.window().focusWidget(), review.form.action.text()) == (review.form.action, "")
    opened.bot.keyClicks(review.form.action, "Map the salmon")
    opened.bot.mouseClick(review.foot.take, Qt.MouseButton.LeftButton)
    opened.wait(lambda: not page.reviewing)
    assert "Map the salmon" in {one.action.read("en") for one in find(opened, Commitment)}


def test_another_dialogue_of_the_same_states_is_said_and_the_one_that_is_there_can_be_chosen(
    opened: Open, page: SourcesPage, statement: Path, tmp_path: Path
) -> None:
    page.read_in([statement])
    review = page.review
    opened.wait(lambda: page.reviewing and review.foot.take.isEnabled())
    assert not review.foot.choose.isVisible()
    named = put_right(review)
    assert (named.fields["into"].isVisible(), named.lines["dialogue"].isEnabled()) == (False, True)
    opened.type(named.lines["dialogue"], "Norway-Chile Dialogue on Salmon and Seas")
    named.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    review.foot.home.choose("Norway")
    opened.wait(review.foot.take.isEnabled)
    opened.bot.mouseClick(review.foot.take, Qt.MouseButton.LeftButton)
    opened.wait(lambda: not page.reviewing)
    assert len(find(opened, Dialogue)) == 2
    second = tmp_path / "second.txt"
    second.write_text(STATEMENT.replace("Seas and <i>Salmon</i>", "Mines").replace("2031", "2032"), encoding="utf-8")
    page.read_in([second])
    opened.wait(lambda: page.reviewing and review.foot.take.isEnabled())
    assert review.foot.open.text().endswith("beside “Norway-Chile Dialogue on Salmon and Seas”.")
    opened.bot.mouseClick(review.foot.choose, Qt.MouseButton.LeftButton)
    box = review.findChild(SourceFactsBox)
    offered = [box.into.itemText(place) for place in range(box.into.count())]
    assert offered == ["Norway-Chile Dialogue on Salmon and Seas", "a new one"]
    opened.type(box.lines["dialogue"], "Of its own")
    box.into.setCurrentIndex(0)
    assert (box.lines["dialogue"].isEnabled(), "Mines" in box.lines["dialogue"].text()) == (False, True)
    box.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    opened.wait(lambda: not review.foot.choose.isVisible() and review.foot.take.isEnabled())
    opened.bot.mouseClick(review.foot.take, Qt.MouseButton.LeftButton)
    opened.wait(lambda: not page.reviewing)
    assert len(find(opened, Dialogue)) == 2


def test_the_days_of_the_next_round_are_put_right_and_kept(opened: Open, page: SourcesPage, statement: Path) -> None:
    page.read_in([statement])
    opened.wait(lambda: page.reviewing and page.review.foot.take.isEnabled())
    page.review.foot.home.choose("")
    box = put_right(page.review)
    okay = box.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    opened.type(box.lines["next_round"], "17 November 2032")
    opened.type(box.lines["next_last_day"], "16 November 2032")
    okay.click()
    assert box.problem("next_last_day") == "The last day comes before the first one."
    opened.type(box.lines["next_last_day"], "18 November 2032")
    okay.click()
    opened.wait(lambda: page.review.foot.take.isEnabled() and not page.review.findChildren(SourceFactsBox))
    assert dict(page.review.facts.facts())["Next round"] == "17–18 November 2032"
    opened.bot.mouseClick(page.review.foot.take, Qt.MouseButton.LeftButton)
    opened.wait(lambda: not page.reviewing)
    coming = [round_ for round_ in find(opened, Round) if round_.year == 2032]
    assert [(round_.start, round_.end) for round_ in coming] == [(date(2032, 11, 17), date(2032, 11, 18))]


def test_a_source_that_names_no_sides_is_taken_in_once_both_were_told(
    opened: Open, page: SourcesPage, tmp_path: Path
) -> None:
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT.replace("Norway-Chile ", "").replace("Oslo, Norway", "Oslo"), encoding="utf-8")
    page.read_in([path])
    opened.wait(lambda: page.reviewing and "in the window" in page.review.foot.problem.text())
    assert not page.review.foot.take.isEnabled()
    assert not page.review.foot.choose.isVisible()
    box = put_right(page.review)
    okay = box.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    opened.type(box.lines["one_side"], "Chili")
    okay.click()
    assert box.problem("other_side") == "Name both sides."
    opened.type(box.lines["other_side"], "Chile")
    okay.click()
    assert box.problem("other_side") == "A dialogue is between two."
    opened.type(box.lines["other_side"], "Tarnmark")
    okay.click()
    opened.wait(lambda: page.review.foot.home.isVisible() and not page.review.foot.problem.isVisible())
    page.review.foot.home.choose("Chile")
    foot = page.review.foot
    opened.wait(lambda: foot.take.isEnabled() and foot.choose.text() == "Say who hosted …")
    assert foot.open.text().startswith("Nothing says who hosted this meeting; it is taken to be ")
    opened.bot.mouseClick(foot.choose, Qt.MouseButton.LeftButton)
    opened.wait(lambda: page.review.findChild(SourceFactsBox) is not None)
    again = page.review.findChild(SourceFactsBox)
    again.host.choose("Tarnmark")
    again.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    opened.wait(lambda: foot.take.isEnabled() and not foot.choose.isVisible())
    opened.bot.mouseClick(foot.take, Qt.MouseButton.LeftButton)
    opened.wait(lambda: not page.reviewing)
    assert {"Chile", "Tarnmark"} <= {side.name.read("en") for side in find(opened, Side)}


def put_right(review: ReviewView) -> SourceFactsBox:
    """Open the box in which what stands above a source is put right."""
    review.put_right()
    return review.findChild(SourceFactsBox)


def hold_up(opened: Open) -> threading.Event:
    """Have whatever is asked for from now on wait until it is let go."""
    held = threading.Event()
    opened.context.jobs.run(lambda: held.wait(10))
    return held


def use_everything(opened: Open, page: SourcesPage) -> None:
    """Press, where the focus is, every key by which a review is changed or left, and the buttons for it."""
    review, control = page.review, Qt.KeyboardModifier.ControlModifier
    for key, modifier in ((key, Qt.KeyboardModifier.NoModifier) for key in "ARTSMEF"):
        opened.bot.keyClick(page.window().focusWidget() or page, key, modifier)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        opened.bot.keyClick(page.window().focusWidget() or page, key, control)
    for button in (*review.findChildren(QPushButton, "quiet"), review.correct, review.foot.leave):
        opened.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.findChildren(SourceFactsBox) == []


def _refuse(*_asked: object) -> None:
    raise UserError("Not today.")
