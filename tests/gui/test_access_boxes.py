"""Every box has names and roles for those who cannot see it, a focus that goes as one reads, and room for its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from dialogue_prep import gui
from dialogue_prep.documents.returned import ReturnedFile, SavingProgram
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.identity import DialogueId
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.gui.boxes import passphrase_questions
from dialogue_prep.gui.boxes.about_box import AboutBox
from dialogue_prep.gui.boxes.adopt_box import AdoptBox
from dialogue_prep.gui.boxes.agenda_versions_box import AgendaVersionsBox
from dialogue_prep.gui.boxes.bundle_make_box import BundleMakeBox
from dialogue_prep.gui.boxes.bundle_take_box import BundleTakeBox
from dialogue_prep.gui.boxes.clearance_box import ClearanceBox
from dialogue_prep.gui.boxes.damage_box import DamageBox
from dialogue_prep.gui.boxes.delegate_import_box import DelegateImportBox
from dialogue_prep.gui.boxes.failure_box import FailureBox
from dialogue_prep.gui.boxes.going_back_box import GoingBackBox
from dialogue_prep.gui.boxes.help_box import HelpBox
from dialogue_prep.gui.boxes.help_chapters import KeyLine
from dialogue_prep.gui.boxes.history_box import HistoryBox, RemovedBox
from dialogue_prep.gui.boxes.holder_box import HolderBox
from dialogue_prep.gui.boxes.lock_box import LockBox
from dialogue_prep.gui.boxes.markings_box import MarkingsBox
from dialogue_prep.gui.boxes.members_box import MembersBox
from dialogue_prep.gui.boxes.moving_box import MovingBox
from dialogue_prep.gui.boxes.name_box import NameBox
from dialogue_prep.gui.boxes.new_dialogue_box import NewDialogueBox
from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox
from dialogue_prep.gui.boxes.plans_box import PlansBox
from dialogue_prep.gui.boxes.purge_box import PurgeBox
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.boxes.recovery_box import RecoveryBox
from dialogue_prep.gui.boxes.release_box import ReleaseBox
from dialogue_prep.gui.boxes.return_notes import ReturnNotesBox
from dialogue_prep.gui.boxes.return_question import ReturnQuestionBox
from dialogue_prep.gui.boxes.scale_box import ScaleBox
from dialogue_prep.gui.boxes.seating_box import SeatingBox
from dialogue_prep.gui.boxes.server_questions import to_move, to_open_on_server
from dialogue_prep.gui.boxes.settings_box import SettingsBox
from dialogue_prep.gui.boxes.source_facts_box import SourceFactsBox
from dialogue_prep.gui.boxes.step_box import StepAsked, StepBox
from dialogue_prep.gui.boxes.templates_box import TemplatesBox
from dialogue_prep.gui.boxes.usages_box import UsagesBox
from dialogue_prep.gui.boxes.versions_box import VersionsBox
from dialogue_prep.gui.boxes.who_box import WhoBox, WhoWeAre
from dialogue_prep.gui.colours import LIGHT
from dialogue_prep.gui.kit.conflict_box import ConflictBox
from dialogue_prep.gui.pages.board_lines import board_columns
from dialogue_prep.gui.pages.board_status_box import BoardStatusBox
from dialogue_prep.gui.pages.commitments_lines import commitment_rows
from dialogue_prep.gui.palette_box import PaletteBox
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.gui.window.actions import Command
from dialogue_prep.gui.window.reading_order import reading_order
from dialogue_prep.reading.people_file import read_pasted_people
from dialogue_prep.services.backups import Backups
from dialogue_prep.services.bundles import Bundles, Recipient
from dialogue_prep.services.damage import Choice, Damage
from dialogue_prep.services.delegate_import import DelegateImport
from dialogue_prep.services.milestones import Milestones
from dialogue_prep.services.moving import MovedStore
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.paper import papers_of
from dialogue_prep.services.papers import Papers, drafter_of
from dialogue_prep.services.purging import Purging
from dialogue_prep.services.returned_copies import Arrived
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.services.sharing import Membership
from dialogue_prep.services.sources import read_pasted_for_review
from dialogue_prep.store.examination import Trouble
from dialogue_prep.store.postgres_roles import StoreRole
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import Settings
from tests.gui.accessible import against_reading, cut_off, moving, unsaid
from tests.gui.conftest import Open
from tests.invented_dialogue import invented_dialogue, of_kind

WORDS = "The two sides agreed to meet again in the course of the following year, and to prepare that meeting in time."
SERVER = ServerAddress("server.example", 5432, "dialogues", "anna")


def boxes(opened: Open, parent: QWidget, folder: Path) -> Iterator[QDialog]:
    """Yield the boxes of the window, each as it is opened first."""
    yield from boxes_of_records(opened, parent)
    yield from boxes_of_papers(opened, parent)
    yield from boxes_of_files(opened, parent, folder)
    yield from boxes_of_the_store(opened, parent, folder)


def boxes_of_records(opened: Open, parent: QWidget) -> Iterator[QDialog]:
    context, today = opened.context, opened.workspace.today()
    round_id = context.choices.round_id
    dossier = Rounds(opened.workspace).dossier(round_id)
    asked = StepAsked(title="Put it", about=WORDS, answer=True, place_label="Round", places=((1, "1"), (2, "2")))
    yield HistoryBox(context, round_id, parent)
    yield RemovedBox(context, parent)
    yield NewDialogueBox(context, parent)
    yield UsagesBox(context, dossier.home.id, parent)
    yield HolderBox(context, dossier.posts[0], ("Ada Example",), today, parent)
    yield StepBox(context, asked, today, lambda _given: None, parent)
    yield NameBox(context, "Save what is shown", "Overdue", None, lambda _seen, _name: None, parent)
    yield ScaleBox(context, parent)
    yield PlansBox(context, Milestones(opened.workspace).plans(), round_id, parent)
    yield AgendaVersionsBox(context, round_id, parent)
    yield AdoptBox(context, round_id, parent)
    yield SeatingBox(context, round_id, parent)
    card, column = commitment_rows(dossier, "en")[0], board_columns("")[1]
    yield BoardStatusBox(context, card, column, column.states_of(card.kind), parent)
    yield ConflictBox("Outcome wanted", WORDS, f"{WORDS} {WORDS}", parent)
    who = WhoWeAre(settings=Settings(), sides=(dossier.home, dossier.away), entities=("Office of Examples",))
    yield WhoBox(context, who, lambda _settings, _side: None, parent)


def boxes_of_papers(opened: Open, parent: QWidget) -> Iterator[QDialog]:
    context = opened.context
    round_id, paper = context.choices.round_id, next(papers_of("en"))
    rounds = Rounds(opened.workspace)
    context.papers = lambda: Papers(opened.workspace, drafter_of(Settings()), None, rounds.dossier)
    yield ClearanceBox(context, round_id, paper, "Provisional agenda", parent)
    yield VersionsBox(context, round_id, paper, ("Provisional agenda", "For both sides"), parent)
    yield ReturnNotesBox(context, round_id, parent)
    yield TemplatesBox(context, parent)
    yield MarkingsBox(context, parent)


def boxes_of_files(opened: Open, parent: QWidget, folder: Path) -> Iterator[QDialog]:
    context, bundles = opened.context, Bundles(opened.workspace)
    dossier = Rounds(opened.workspace).dossier(context.choices.round_id)
    bundles.make(Recipient(), folder / "all.bundle")
    yield BundleMakeBox(context.jobs, bundles, "en", "dialogues", parent)
    yield BundleTakeBox(context.jobs, bundles, folder / "all.bundle", "en", parent)
    people = read_pasted_people("Name\tRole\nAda Example\thead\n\tmember\n")
    columns = DelegateImport(opened.workspace).columns(people)
    yield DelegateImportBox(context, dossier, dossier.home, people, columns, parent)
    kept = [(dossier.dialogue.id, "Rivers Dialogue")]
    yield SourceFactsBox(read_pasted_for_review(WORDS).review, {}, kept, DialogueId(""), parent)
    (draft,) = of_kind(invented_dialogue(), Draft)[:1]
    came_back = ReturnedFile(
        paper="",
        version=1,
        profile="",
        named="",
        keys={},
        program=SavingProgram.WORD,
        author="",
        on=None,
        lines=(),
        comments=(),
        insertions=0,
        deletions=0,
        changes=(),
    )
    one, two = (folder / "one.docx", folder / "two.docx")
    unsure = [Arrived(path=path, file_hash="", file=came_back, draft=draft, sure=False) for path in (one, two)]
    yield ReturnQuestionBox(unsure, parent)
    edited = folder / "edited.docx"
    edited.write_bytes(b"no Word file")
    yield ReleaseBox(context, edited, folder, parent)


def boxes_of_the_store(opened: Open, parent: QWidget, folder: Path) -> Iterator[QDialog]:
    context, store = opened.context, folder / "dialogues.store"
    questions: tuple[Callable[[], passphrase_questions.Question], ...] = (
        lambda: passphrase_questions.to_open(store.name),
        passphrase_questions.to_protect,
        passphrase_questions.to_change,
        passphrase_questions.to_renew,
        lambda: passphrase_questions.to_copy(store.name),
        lambda: to_open_on_server(SERVER),
        lambda: to_move(store.stem, protected=True),
    )
    for question in questions:
        yield PassphraseBox(question(), lambda *_typed: None, lambda _error: "", parent)
    yield RecoveryBox("ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789", store.name, parent)
    yield LockBox(15, parent)
    yield PurgeBox(context.jobs, lambda: Purging(opened.workspace, folder), "dialogues", ("1", "Round 3"), parent)
    yield MembersBox(context.jobs, SERVER, lambda: Membership(dict(zip("abc", StoreRole, strict=True)), True), parent)
    moved = MovedStore(place=SERVER, records=1200, steps=340, left=True)
    yield MovingBox(context.jobs, str(SERVER), lambda: moved, parent)
    found = Sentence.of("A page cannot be read.")
    yield DamageBox(Damage(store=store, trouble=Trouble.DAMAGED, found=found, choices=tuple(Choice)), parent)
    opening = Opening(store=opened.workspace.database.path, named=True, folders=user_folders())
    yield GoingBackBox(context.jobs, lambda: Backups(opening), "en", parent)
    yield QuestionBox("Move it?", (WORDS, WORDS), "Move it", parent)
    yield FailureBox(MachineError("The disk is full."), folder / "log.txt", parent)
    yield SettingsBox(context.jobs, Settings(), folder, (), parent)
    command = Command(id="quit", name="Quit", menu="File", keys="Ctrl+Q", action=QAction(parent))
    yield PaletteBox((command,), (), parent)
    yield AboutBox(parent)
    yield HelpBox((KeyLine("File", "Quit", "Ctrl+Q"),), parent)


def tab_order(box: QDialog) -> list[QWidget]:
    """Return what Tab visits in a box, in Qt's own order, from what stands first in it."""
    visited: list[QWidget] = []
    box.focusNextChild()
    while (here := box.focusWidget()) is not None and here not in visited:
        visited.append(here)
        box.focusNextChild()
    first = next((visited.index(widget) for widget in reading_order(box) if widget in visited), 0)
    return [*visited[first:], *visited[:first]]


def test_every_box_can_be_heard_reached_by_tab_and_read(opened: Open, tmp_path: Path) -> None:
    window = QWidget()
    opened.bot.addWidget(window)
    window.setStyleSheet(style_sheet(LIGHT))
    window.resize(1280, 800)
    window.show()
    shown = list(boxes(opened, window, tmp_path))
    for box in shown:
        box.show()
    opened.settle()
    found = {}
    for box in shown:
        faults = [*unsaid(box), *against_reading(tab_order(box), box), *moving(box)]
        faults += [f"cut: {one}" for one in cut_off(box)]
        if not box.windowTitle():
            faults.append("no title")
        if box.width() > 1280 or box.height() > 760:
            faults.append(f"too large: {box.width()} by {box.height()}")
        if faults:
            found[f"{type(box).__name__} {box.windowTitle()}"] = faults
        box.close()
    assert found == {}
    assert set(kinds_of_boxes()) - {type(box) for box in shown} == set(), "a box that nobody has walked"


def kinds_of_boxes() -> Iterator[type[QDialog]]:
    """Yield every kind of box that the window has."""
    for module in walk_packages(gui.__path__, f"{gui.__name__}."):
        named = vars(import_module(module.name))
        for kind in named.values():
            own = isinstance(kind, type) and issubclass(kind, QDialog) and kind.__module__ == module.name
            if own and not kind.__name__.startswith("_"):
                yield kind
