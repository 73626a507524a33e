"""Boxes whose user goes on, or goes away, while what was asked for is still being done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from dialogue_prep.documents.counter_draft import TheirParagraph, laid_beside
from dialogue_prep.documents.template_check import CheckedTemplate
from dialogue_prep.domain.delegate_list import ListField
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.errors import MachineError, NotFound, Problem, UserError
from dialogue_prep.domain.identity import EntityId, SideId
from dialogue_prep.domain.template import TemplateUse
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.boxes import template_form
from dialogue_prep.gui.boxes.bundle_make_box import BundleMakeBox
from dialogue_prep.gui.boxes.bundle_take_box import BundleTakeBox
from dialogue_prep.gui.boxes.delegate_import_box import DelegateImportBox
from dialogue_prep.gui.boxes.name_box import NameBox
from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox
from dialogue_prep.gui.boxes.passphrase_questions import PRESENT, to_renew
from dialogue_prep.gui.boxes.purge_box import PurgeBox
from dialogue_prep.gui.boxes.template_form import TemplateForm
from dialogue_prep.gui.boxes.templates_box import TemplatesBox
from dialogue_prep.gui.jobs import Refusal
from dialogue_prep.gui.kit.held_boxes import HeldBoxes
from dialogue_prep.gui.pages.counter_draft_view import CounterDraftView
from dialogue_prep.reading.people_file import read_pasted_people
from dialogue_prep.services.bundles import BundleContents, BundleReport, Bundles, Offers, Recipient
from dialogue_prep.services.counter_drafts import CounterDraft, CounterDrafts
from dialogue_prep.services.delegate_import import DelegateImport
from dialogue_prep.services.purging import PurgePlan, Purging
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.store.purge import Purge
from dialogue_prep.store.purged_words import Lines
from tests.gui.conftest import Open

SECONDS = 10
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Held:
    """Work that takes until the user has gone on."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def wait(self) -> None:
        self._event.wait(SECONDS)

    def end(self) -> None:
        self._event.set()


class SlowPurging:
    """Looks for a long while at what a purge would take."""

    def __init__(self, held: Held) -> None:
        self._held = held

    def plan(self, _ids: object, *, gone: bool, before: object) -> PurgePlan:
        self._held.wait()
        purge = Purge(records=frozenset({"1"}), entries=frozenset({1}), drafts=frozenset(), lines=Lines({}))
        return PurgePlan(purge=purge, backups=())


def test_what_would_be_purged_is_never_that_of_another_choice(opened: Open) -> None:
    held = Held()
    box = PurgeBox(opened.context.jobs, lambda: cast("Purging", SlowPurging(held)), "dialogues", ("1", "Round 3"))
    box.show()
    opened.bot.mouseClick(box.look, Qt.MouseButton.LeftButton)
    box.one.setChecked(True)
    held.end()
    opened.settle()
    assert (box.plan, box.confirmed.isVisible(), box.look.isEnabled()) == (None, False, True)
    opened.bot.mouseClick(box.look, Qt.MouseButton.LeftButton)
    opened.settle()
    assert box.plan is not None
    box.close()


class TwoEntities:
    """Makes bundles for one entity; of the other, nobody can say what it is given."""

    def __init__(self) -> None:
        self.made: list[Recipient] = []

    def offers(self) -> Offers:
        return Offers(entities=(_entity("courts"), _entity("water")), copies=(), markings=())

    def recipient(self, name: str, _ceiling: str) -> Recipient:
        if name == "water":
            raise NotFound("It is there no longer.")
        return Recipient()

    def contents(self, _recipient: Recipient) -> BundleContents:
        return BundleContents(records={"topic": 1}, left_out={"topic": 2}, news=1)


def test_no_bundle_is_written_for_another_than_the_one_that_is_chosen(opened: Open) -> None:
    box = BundleMakeBox(opened.context.jobs, cast("Bundles", TwoEntities()), "en")
    box.show()
    opened.wait(box.do.isEnabled)
    box.whom.setCurrentIndex(1)
    opened.settle()
    assert box.whom_field.problem() == "It is there no longer."
    assert not box.do.isEnabled()
    assert box.inside.text() == ""
    box.whom.setCurrentIndex(0)
    opened.wait(box.do.isEnabled)
    box.close()


def test_a_new_recovery_code_is_shown_also_to_who_would_go_while_it_is_made(opened: Open) -> None:
    held, made = Held(), []

    def send(_typed: Mapping[str, str], taken: Callable[[], None], refused: Refusal) -> None:
        def show(_code: None) -> None:
            made.append("made")
            taken()

        opened.context.jobs.run(held.wait, show, refused)

    box = PassphraseBox(to_renew(), send, opened.context.jobs.refuse)
    box.accepted.connect(lambda: made.append("shown"))
    box.show()
    opened.bot.keyClicks(box.lines[PRESENT], "four words make one")
    opened.bot.mouseClick(box.do, Qt.MouseButton.LeftButton)
    opened.bot.keyClick(box, Qt.Key.Key_Escape)
    assert box.isVisible()
    held.end()
    opened.settle()
    assert made == ["made", "shown"]


class SlowBundles:
    """Takes a long while to take a bundle in."""

    def __init__(self, held: Held) -> None:
        self._held, self.taken = held, 0

    def report(self, _path: Path) -> BundleReport:
        raise UserError("Not yet.")

    def take(self, _report: BundleReport, **_choices: object) -> None:
        self.taken += 1
        self._held.wait()


def test_a_bundle_is_taken_once_and_who_has_gone_meanwhile_is_left_in_peace(opened: Open) -> None:
    held = Held()
    bundles = SlowBundles(held)
    box = BundleTakeBox(opened.context.jobs, cast("Bundles", bundles), Path("back.bundle"), "en")
    box.show()
    opened.settle()
    box.report = cast("BundleReport", Known())
    for _time in range(2):
        box.take()
        box.compared.toggle()
    opened.bot.keyClick(box, Qt.Key.Key_Escape)
    opened.wait(lambda: True)
    held.end()
    opened.settle()
    assert bundles.taken == 1


@dataclass(frozen=True)
class Known:
    """What a bundle of a copy that is known would do."""

    known: bool = True


def test_a_box_that_is_closed_while_a_template_is_looked_through_is_left_in_peace(opened: Open, tmp_path: Path) -> None:
    held = Held()
    opened.context.jobs.run(held.wait)
    box = TemplatesBox(opened.context)
    box.show()
    heard: list[BaseException] = []
    opened.context.jobs._refused = heard.append
    box.add_file(tmp_path / "missing.docx")
    opened.bot.keyClick(box, Qt.Key.Key_Escape)
    opened.wait(lambda: True)
    held.end()
    opened.settle()
    assert [isinstance(error, Problem) for error in heard] == [True]


def test_a_template_is_no_longer_looked_through_for_a_use_that_was_chosen_before(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, seen = Held(), list[tuple[TemplateUse, bool]]()

    def check(path: Path, use: TemplateUse, _audience: Audience, cancelled: Callable[[], bool]) -> CheckedTemplate:
        held.wait()
        seen.append((use, cancelled()))
        raise UserError("“{name}” was not read.", name=f"{path.name} for {use}")

    monkeypatch.setattr(template_form, "check_template", check)
    form = TemplateForm(opened.context)
    form.ask(Path("letter.docx"))
    form.use.choose(TemplateUse.OWN)
    form.use.activated.emit(form.use.currentIndex())
    held.end()
    opened.settle()
    assert seen == [(TemplateUse.EVERY, True), (TemplateUse.OWN, False)]
    assert form.verdict.text() == f"“letter.docx for {TemplateUse.OWN}” was not read."


def test_a_box_takes_no_more_words_while_it_waits_and_has_them_still_where_they_are_refused(opened: Open) -> None:
    HeldBoxes(opened.context.jobs)
    held = Held()

    def send(_seen: None, _name: str) -> None:
        held.wait()
        raise MachineError("The store is in use by another program.")

    box = NameBox(opened.context, "Save what is shown", "", None, send)
    opened.bot.addWidget(box)
    box.show()
    opened.type(box.name, "Overdue")
    box.send()
    opened.wait(lambda: not box.name.isEnabled())
    held.end()
    opened.settle()
    assert box.field.problem() == "The store is in use by another program."
    assert (box.name.text(), box.name.isEnabled(), box.focusWidget()) == ("Overdue", True, box.name)


def test_a_box_that_waits_can_be_closed(opened: Open) -> None:
    HeldBoxes(opened.context.jobs)
    held = Held()
    box = NameBox(opened.context, "Save what is shown", "Overdue", None, lambda _seen, _name: held.wait())
    opened.bot.addWidget(box)
    box.show()
    box.send()
    opened.wait(lambda: not box.name.isEnabled())
    opened.bot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    held.end()
    opened.settle()


def test_a_name_is_shown_and_typed_with_the_signs_that_it_has(opened: Open) -> None:
    box = PurgeBox(opened.context.jobs, lambda: cast("Purging", None), "R&D", ("1", "Fish & chips"))
    assert box.confirmed._name.text().endswith("R&&D"), "a single & would underline the letter behind it"
    assert box.one.text().endswith("Fish && chips")
    box.close()


def _entity(id_: str) -> Entity:
    return Entity(id=EntityId(id_), side_id=SideId("home"), position=1, precedence=1, name=in_english(id_))


def test_a_list_of_delegates_cannot_be_corrected_while_it_is_being_taken_in(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held()

    def take_in(*_asked: object) -> None:
        held.wait()
        raise UserError("Not today.")

    people = read_pasted_people("Name\tRole\nAda Example\thead\nBo Sample\tmember\n")
    columns = DelegateImport(opened.workspace).columns(people)
    dossier = Rounds(opened.workspace).dossier(opened.context.choices.round_id)
    monkeypatch.setattr(DelegateImport, "take_in", take_in)
    box = DelegateImportBox(opened.context, dossier, dossier.home, people, columns)
    box.show()
    box.table.setCurrentIndex(box.model.index(0, 1 + list(ListField).index(ListField.NAME)))
    opened.bot.mouseClick(box.take_in, Qt.MouseButton.LeftButton)
    shown, roles = box.rows(), box.choices[ListField.ROLE]
    opened.bot.keyClick(box.table, Qt.Key.Key_F2)
    assert box.table.findChild(QLineEdit) is None
    before = roles.currentIndex()
    opened.bot.keyClick(roles, Qt.Key.Key_Home)
    assert (box.rows(), roles.currentIndex()) == (shown, before)
    held.end()
    opened.wait(lambda: box.problem.text() == "Not today.")
    assert (box.rows(), box.focusWidget()) == (shown, box.take_in)
    opened.bot.keyClick(box.table, Qt.Key.Key_F2)
    assert box.table.findChild(QLineEdit) is not None
    box.close()


def test_what_to_take_of_their_draft_cannot_be_chosen_while_it_is_being_taken_in(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, told = Held(), list[str]()

    def take(*_asked: object) -> None:
        held.wait()
        raise UserError("Not today.")

    monkeypatch.setattr(CounterDrafts, "take", take)
    said = (f"They would hold a seminar on {what}." for what in ("rivers", "ice"))
    theirs = [TheirParagraph(number="", owner="", words=words, whole=True) for words in said]
    view = CounterDraftView(opened.context)
    opened.bot.addWidget(view)
    view.ended.connect(told.append)
    view.show()
    view.begin(
        CounterDraft(
            name="theirs.docx",
            round_id=opened.context.choices.round_id,
            side_id=SideId("away"),
            language="en",
            counterparts=laid_beside((), theirs),
            passages=(),
            options=(),
        )
    )
    chosen = view.summary.text()
    opened.bot.keyClick(view.list, Qt.Key.Key_R)
    assert view.summary.text() != chosen
    chosen = view.summary.text()
    opened.bot.mouseClick(view.take, Qt.MouseButton.LeftButton)
    for key, modifier in (("R", PLAIN), ("A", PLAIN), ("Z", CONTROL), ("Y", CONTROL)):
        opened.bot.keyClick(view.focusWidget() or view, key, modifier)
    for button in (*view.findChildren(QPushButton, "quiet"), view.leave):
        opened.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (view.summary.text(), told) == (chosen, [])
    held.end()
    opened.wait(lambda: view.problem.text() == "Not today.")
    assert (view.summary.text(), view.window().focusWidget()) == (chosen, view.take)
    view.list.setFocus()
    opened.bot.keyClick(view.list, Qt.Key.Key_Z, CONTROL)
    assert view.summary.text() != chosen
