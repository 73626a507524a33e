"""Hands that are quicker than the store: what is pressed twice is done once, and what was typed stays."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from dialogue_prep.domain.communique import Passage
from dialogue_prep.domain.consultation import Subgroup
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import PassageId, RoundId
from dialogue_prep.domain.instrument import InstrumentEntry, InstrumentState
from dialogue_prep.domain.round import RoundStatus
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.boxes.clearance_box import ClearanceBox
from dialogue_prep.gui.boxes.name_box import NameBox
from dialogue_prep.gui.boxes.step_box import StepAsked, StepBox, StepGiven
from dialogue_prep.gui.pages.bracket_room import BracketRoom
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.pages.ladder_step_form import LadderStepForm
from dialogue_prep.gui.pages.new_record_form import NewKind
from dialogue_prep.gui.pages.round_status_form import RoundStatusForm
from dialogue_prep.gui.window.inspector import Inspector
from dialogue_prep.gui.window.search_box import SearchBox
from dialogue_prep.gui.window_search import WindowSearch
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.record_places import RecordPlace
from tests.gui.conftest import Open, problems

SECONDS = 10


def test_enter_twice_sends_a_name_once(opened: Open) -> None:
    sent: list[str] = []
    box = NameBox(opened.context, "Keep the filter", "Mine", None, lambda _seen, name: sent.append(name))
    box.show()
    for _time in range(2):
        opened.bot.keyClick(box.name, Qt.Key.Key_Return)
    opened.settle()
    assert sent == ["Mine"]


def test_a_box_that_is_closed_while_its_request_is_refused_says_so_elsewhere(opened: Open) -> None:
    held = threading.Event()

    def send(_given: StepGiven) -> None:
        held.wait(SECONDS)
        raise UserError("Not today.", field="on")

    box = StepBox(opened.context, StepAsked(title="Answer"), date(2018, 6, 12), send)
    box.show()
    box.send()
    opened.bot.keyClick(box, Qt.Key.Key_Escape)
    heard: list[BaseException] = []
    opened.context.jobs._refused = heard.append
    opened.wait(lambda: True)
    held.set()
    opened.settle()
    assert [str(error) for error in heard] == ["Not today."]


def test_a_step_of_an_instrument_is_added_once_by_a_double_click(opened: Open) -> None:
    terms = opened.context.dialogues.terms(opened.context.choices.dialogue_id)
    form = LadderStepForm(opened.context)
    opened.bot.addWidget(form)
    form.show()
    before = len(steps(opened))
    form.show_instrument(terms.instruments[0])
    form.state.choose(InstrumentState.DISCUSSIONS)
    opened.type(form.evidence, "Both said so.")
    for _time in range(2):
        opened.bot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    opened.settle()
    assert len(steps(opened)) == before + 1


def test_a_new_record_is_added_once_by_enter_twice(opened: Open) -> None:
    page = opened.show(DialoguePage(opened.context))
    terms = page.terms()
    assert terms is not None
    page._ask_new(NewKind(Topic))
    opened.type(page.new_record.words, "Tides")
    opened.type(page.new_record.day, "2018-01-10")
    for _time in range(2):
        opened.bot.keyClick(page.new_record.day, Qt.Key.Key_Return)
    opened.settle()
    now = page.terms()
    assert now is not None
    assert len(now.topics) == len(terms.topics) + 1


def test_a_new_record_that_was_refused_stays_in_its_form_whatever_is_read(opened: Open) -> None:
    page = opened.show(DialoguePage(opened.context))
    page._ask_new(NewKind(Subgroup))
    opened.type(page.new_record.words, "Group on ice")
    opened.type(page.new_record.day, "2099-01-10")
    opened.bot.keyClick(page.new_record.day, Qt.Key.Key_Return)
    opened.settle()
    assert "still to come" in page.new_record.day_field.problem()
    opened.context.look_again()
    opened.settle()
    assert page.new_record.isVisible()
    assert page.new_record.words.text() == "Group on ice"


def test_what_is_being_said_of_a_round_stays_when_the_round_is_changed_elsewhere(opened: Open) -> None:
    round_ = opened.context.choices.rounds[-1]
    form = RoundStatusForm(opened.context)
    opened.bot.addWidget(form)
    form.show()
    form.show_round(round_)
    opened.type(form.reason, "A storm.")
    form.status.choose(RoundStatus.POSTPONED)
    opened.settle()
    opened.type(form.day, "2018-01-02")
    changed = replace(round_, city=in_english("Elsewhere"))
    for shown in (changed, replace(changed, status=RoundStatus.CANCELLED, reason=in_english("No."))):
        form.show_round(shown)
        opened.settle()
        assert (form.reason.text(), form.status.thing(), form.day.text()) == (
            "A storm.",
            RoundStatus.POSTPONED,
            "2018-01-02",
        )


def test_a_status_that_somebody_else_recorded_is_told_and_replaced_the_second_time(opened: Open) -> None:
    rounds, dialogue_id = opened.context.rounds, opened.context.choices.dialogue_id
    seen = rounds.numbered(dialogue_id, 3)
    form = RoundStatusForm(opened.context)
    opened.bot.addWidget(form)
    form.show()
    form.show_round(seen)
    opened.settle()
    form.status.choose(RoundStatus.POSTPONED)
    opened.type(form.reason, "A storm.")
    form.show_round(rounds.set_status(seen.id, RoundStatus.POSTPONED, date(2018, 2, 1), "An election."))
    for kept in ("An election.", "A storm."):
        form.record.click()
        opened.settle()
        assert (form.reason.text(), rounds.numbered(dialogue_id, 3).reason.read("en")) == ("A storm.", kept)
        assert bool(problems(form)) is (kept == "An election.")


def test_a_day_that_was_typed_is_not_replaced_by_the_day_of_today(opened: Open) -> None:
    held = threading.Event()
    opened.context.jobs.run(lambda: held.wait(SECONDS))
    form = RoundStatusForm(opened.context)
    opened.bot.addWidget(form)
    form.show()
    form.show_round(opened.context.choices.rounds[-1])
    opened.type(form.day, "2018-01-02")
    held.set()
    opened.settle()
    assert form.day.text() == "2018-01-02"


def test_what_is_typed_while_a_clearance_is_still_read_is_not_lost(opened: Open) -> None:
    held = threading.Event()
    opened.context.jobs.run(lambda: held.wait(SECONDS))
    paper = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")
    box = ClearanceBox(opened.context, opened.context.choices.round_id, paper, "The book")
    opened.bot.addWidget(box)
    box.show()
    box.consulted.setFocus()
    opened.bot.keyClicks(box.consulted, "Office")
    typed = box.consulted.text()
    held.set()
    opened.settle()
    assert box.consulted.text() == typed


def steps(opened: Open) -> tuple[InstrumentEntry, ...]:
    with opened.workspace.look() as work:
        return tuple(work.find(InstrumentEntry))


def test_what_is_still_listed_can_be_chosen_while_other_words_are_looked_for(opened: Open) -> None:
    box, inspector = SearchBox(), Inspector()
    for widget in (box, inspector):
        opened.bot.addWidget(widget)
    finding = WindowSearch(box, inspector, opened.context)
    led: list[RecordPlace] = []
    finding.led.connect(led.append)
    box.show()
    with opened.workspace.look() as work:
        words = work.find(Topic)[0].title.read("en")
    box.setText(words)
    box.asked.emit(words)
    opened.settle()
    listed = box.hits()[0].id
    box.setText(f"{words} beyond")
    box.asked.emit(f"{words} beyond")
    box.setText(f"{words} beyond words")
    opened.settle()
    assert box.hits()[0].id == listed
    box.chosen.emit(listed)
    opened.settle()
    assert [place.record_id for place in led] == [listed]


def test_a_paragraph_is_removed_once_by_a_double_click(opened: Open) -> None:
    round_id = opened.context.choices.round_id
    with opened.workspace.request("Draft") as work:
        for number in (1, 2, 3):
            work.put(Passage(id=PassageId(f"p{number}"), round_id=RoundId(round_id), position=number))
        dossier = work.dossier(round_id)
    room = BracketRoom(opened.context)
    opened.bot.addWidget(room)
    room.show()
    room.show_dossier(dossier)
    for _time in range(2):
        opened.bot.mouseClick(room.remove, Qt.MouseButton.LeftButton)
    opened.settle()
    with opened.workspace.look() as work:
        assert sorted(one.id for one in work.find(Passage)) == ["p2", "p3"]
