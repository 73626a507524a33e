"""The papers of a round: what there is, how each file stands, what it will say, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.model import Document
from dialogue_prep.domain.draft import Audience, DraftState, PaperKind
from dialogue_prep.domain.errors import NotFound, Problem
from dialogue_prep.domain.readiness import Mending, Place
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.cards import held, row
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.pages.communique_editor import CommuniqueEditor
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pages.paper_boxes import PaperBoxes
from dialogue_prep.gui.pages.paper_places import STEERING, place_of_gap
from dialogue_prep.gui.pages.paper_templates import TemplateMenu
from dialogue_prep.gui.pages.paper_view import PaperView
from dialogue_prep.gui.pages.paper_writing import PaperWriting
from dialogue_prep.gui.pages.papers_lines import PaperRow, name_of
from dialogue_prep.gui.pages.papers_list import PapersList
from dialogue_prep.gui.pages.papers_reading import PapersRead, Variation, read_papers
from dialogue_prep.gui.pages.return_part import ReturnPart
from dialogue_prep.gui.pages.steering_editor import SteeringEditor
from dialogue_prep.gui.words import _, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.gui.pages.redline_view import RedlineView
    from dialogue_prep.services.returned_copies import Arrived

PAPERS, STEER, COMMUNIQUE = range(3)
_WIDE, _HIGH = 900, 480


class PapersPage(Page):
    """Papers beside their preview; in two further parts, the texts of the round that only a person can write."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen_folder: Path | None = None
        self._folder = Path()
        self._read_last: PapersRead | None = None
        self._wanted = ""
        self.list = PapersList()
        self.list.variation = Variation(context.settings.papers_language or context.language)
        self.open, self.act = QPushButton(_("Open")), MenuButton(_("More"))
        self.bring, self.set_against = MenuButton(_("Bring back")), QPushButton(_("Compare"))
        self.view = PaperView(context, held(row(self.open, self.bring, self.set_against, self.act)))
        self.steering, self.communique = SteeringEditor(context), CommuniqueEditor(context)
        self.writing = PaperWriting(context, self.said.emit)
        self.boxes = PaperBoxes(context, self, self.said.emit)
        self.returned = ReturnPart(context)
        self._redline: RedlineView | None = None
        self.table, self.model, self.preview = self.list.table, self.list.model, self.view.preview
        self.language, self.write_all = self.list.language, self.list.write_all
        self.parts = Segments((_("Papers"), _("Steering points"), _("Draft communiqué")))
        self.empty = EmptyState(Icon.PAPERS, _("No round is planned yet"), _("Plan the next round"))
        self.templates = TemplateMenu(context, self)
        self._acts = self._make_acts()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self.show_read)

    def choose_record(self, id_: str) -> None:
        """Lead to the paper of a kind, or to the text of the round that has this identifier."""
        self._wanted = id_
        if self._stack.currentWidget() is self._redline:
            self._show_papers()
        if self._read_last is not None:
            self._go_where_wanted()

    def mended_at(self, _mending: Mending) -> QWidget | None:
        if self._read_last is None or self._wanted:
            return None
        return self.communique.room.table if self.parts.here() == COMMUNIQUE else self.list.table

    def record_id(self) -> str:
        return self.communique.record_id() if self.parts.here() == COMMUNIQUE else ""

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        room = self.communique.room
        if view is room.table:
            return (MenuAct(_("Remove"), room.remove.click, allowed=room.remove.isEnabled()),)
        if view is not self.list.table:
            return ()
        return tuple(MenuAct(act.text(), act.trigger, allowed=act.isEnabled()) for act in self._acts.values())

    def state(self) -> dict[str, str]:
        shown = self.list.row()
        return {"part": str(self.parts.here()), "paper": shown.id.partition("/")[0] if shown else ""}

    def restore(self, state: Mapping[str, str]) -> None:
        self.parts.restore(state.get("part", ""))
        if self.parts.here() == PAPERS:
            self._wanted = state.get("paper", "")

    @property
    def in_use(self) -> bool:
        return self.returned.decided or self.communique.in_use

    @property
    def redline(self) -> RedlineView:
        """Two texts of a paper against each other; made when it is wanted for the first time."""
        if self._redline is None:
            from dialogue_prep.gui.pages.redline_view import RedlineView

            self._redline = RedlineView(self._context)
            self._redline.said.connect(self.said)
            self._redline.left.connect(self._show_papers)
            self._stack.addWidget(self._redline)
        return self._redline

    def choose_copies(self) -> None:
        """Let the user choose edited copies, and bring them back."""
        self.returned.choose(self._folder)

    def bring_back(self, paths: Sequence[Path]) -> None:
        """Bring edited copies back, for review."""
        self.returned.begin(paths)

    def bring_back_arrived(self, arrived: Sequence[Arrived]) -> None:
        """Bring edited copies back that were read already, for review."""
        self.returned.begin_arrived(arrived)

    def bring_this_back(self) -> None:
        """Bring the file of the paper that is chosen back, as it was edited where it was written."""
        if (shown := self.list.row()) is not None and shown.path is not None:
            self.returned.begin([shown.path])

    def compare(self) -> None:
        """Show what differs between two texts of the paper that is chosen."""
        shown = self.list.row()
        if shown is None or shown.path is None:
            self.said.emit(_("Write this paper first: then what it says can be compared."))
            return
        self._stack.setCurrentWidget(self.redline)
        self.redline.begin(self._round_id(), shown, self._folder)

    def write_every(self) -> None:
        """Write all papers of the round in the languages and the copy that are chosen."""
        self._context.jobs.run(self._read(), self._write_read)

    def write_one(self) -> None:
        """Write the paper that is chosen."""
        if (shown := self.list.row()) is not None:
            path = self._folder / shown.line.file_name(self._ordinal())
            self.writing.write(self._round_id(), shown.line, path, self.list.profile)

    def write_book(self) -> None:
        """Write the briefing book in the language that is chosen."""
        self.writing.write_book(self._round_id(), self.list.variation, self._folder, self._ordinal())

    def write_pdf(self) -> None:
        """Write the paper that is chosen as a PDF file."""
        if (shown := self.list.row()) is not None:
            path = (self._folder / shown.line.file_name(self._ordinal())).with_suffix(".pdf")
            self.writing.write(self._round_id(), shown.line, path, self.list.profile)

    def write_addendum(self) -> None:
        """Write what has changed in the chosen paper since it went out, where the user says."""
        if (shown := self.list.row()) is None:
            return
        round_id, name = self._round_id(), Path(shown.line.file_name(self._ordinal()))
        proposed = self._folder / f"{name.stem}-{_('addendum')}{name.suffix}"
        title = _("Save the addendum")
        path, _filter = QFileDialog.getSaveFileName(self, title, str(proposed), _("Word files (*.docx)"))
        if path:
            self.writing.write_addendum(round_id, shown.line, Path(path), self.list.profile)

    def open_file(self) -> None:
        """Open the file of the paper that is chosen with the program that the system has for it."""
        shown = self.list.row()
        if shown is not None and shown.path is not None:
            self._open(shown.path)

    def open_folder(self) -> None:
        """Open the folder in which the papers are."""
        shown = self.list.row()
        self._open(shown.path.parent if shown is not None and shown.path is not None else self._folder)

    def choose_folder(self) -> None:
        """Let the user say where papers are written from now on."""
        named = QFileDialog.getExistingDirectory(self, _("Folder for papers"), str(self._folder))
        if named:
            self._chosen_folder = self._folder = Path(named)
            self.list.show_folder(self._folder)

    def show_read(self, read: PapersRead | None) -> None:
        """Show what was read; None where there is no round."""
        if read is not None and read.variation != self.list.variation:
            return  # they are being read in another form already
        self._read_last = read
        if self._stack.currentWidget() in (self._held, self.empty):
            self._show_papers()
        if read is None:
            self.model.show_rows(())
        else:
            self._folder = self._chosen_folder or read.folder
            self.list.show_folder(self._folder)
            self.list.show_rows(read.rows, read.dossier, self._context.language)
            self.steering.show_dossier(read.dossier)
            self.communique.show_dossier(read.dossier)
            self._when_row_chosen()
            self._go_where_wanted()
        self.shown.emit()

    def _make_acts(self) -> dict[str, QAction]:
        acts = {}
        for name, words, do in (
            ("folder", _("Show in folder"), self.open_folder),
            ("history", _("History of versions …"), partial(self._with_box, self.boxes.show_versions)),
            ("pdf", _("Write as PDF"), self.write_pdf),
            ("release", _("Release …"), partial(self._with_box, self.boxes.release)),
            ("addendum", _("Write an addendum …"), self.write_addendum),
            ("clearance", _("Clearance …"), partial(self._with_box, self.boxes.clear)),
        ):
            acts[name] = self.act.menu().addAction(words, do)
        self.act.menu().addMenu(self.templates)
        bring = self.bring.menu()
        acts["this"] = bring.addAction(_("This file, as it was edited"), self.bring_this_back)
        bring.addAction(_("Edited copies …"), self.choose_copies)
        bring.addAction(_("Notes from copies …"), lambda: self.boxes.show_notes(self._round_id()))
        menu = self.list.more.menu()
        menu.addAction(_("Templates …"), self.boxes.show_templates)
        menu.addAction(_("Markings …"), self.boxes.show_markings)
        return acts

    def _lay_out(self) -> None:
        split = FoldingSplit(self.list, self.view, wide=_WIDE, sizes=(504, 536), high=_HIGH)
        self._parts = QStackedWidget()
        for part in (split, self.steering, self.communique):
            self._parts.addWidget(part)
        self._held = QWidget()
        inner = QVBoxLayout(self._held)
        inner.setContentsMargins(24, 12, 24, 16)
        inner.setSpacing(8)
        inner.addWidget(self.parts)
        inner.addWidget(self._parts, 1)
        self._stack = QStackedWidget()
        for widget in (self._held, self.empty, self.returned):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.parts.picked.connect(self._parts.setCurrentIndex)
        self.list.chosen.connect(self._when_row_chosen)
        self.list.varied.connect(self._read_varied)
        self.list.table.activated.connect(lambda _index: self.open_file())
        self.list.write.clicked.connect(self.write_one)
        self.list.write_all.clicked.connect(self.write_every)
        self.list.book.clicked.connect(self.write_book)
        self.list.change.clicked.connect(self.choose_folder)
        self.open.clicked.connect(self.open_file)
        self.view.gap_taken.connect(self._when_gap_taken)
        self.view.pages_wanted.connect(self._make_pages)
        self.steering.said.connect(self.said)
        self.communique.said.connect(self.said)
        self.communique.history_asked.connect(self.history_asked)
        self.empty.chosen.connect(self._context.plan_next)
        self.set_against.clicked.connect(self.compare)
        self.returned.begun.connect(lambda: self._stack.setCurrentWidget(self.returned))
        self.returned.said.connect(self.said)
        self.returned.ended.connect(self._show_papers)
        self._context.jobs.progress.connect(lambda _job: self._allow())
        self.list.write.setToolTip(plain_hint(_("{what}: key {key}").format(what=_("Write"), key="Ctrl+W")))
        on_keys(self.list, "Ctrl+W", self.write_one)

    def _show_papers(self) -> None:
        """Show the papers again; copies that are still under review come before them."""
        papers = self.empty if self._read_last is None else self._held
        self._stack.setCurrentWidget(self.returned if self.returned.reviewing else papers)

    def _read_varied(self) -> None:
        self._following.read_again()

    def _round_id(self) -> str:
        """Return the round whose papers are shown; the one that was chosen just now may still be read."""
        return self._read_last.dossier.round.id if self._read_last is not None else ""

    def _ordinal(self) -> int:
        assert self._read_last is not None
        return self._read_last.dossier.round.ordinal

    def _read(self) -> Callable[[], PapersRead | None]:
        return read_papers(self._context, self.list.variation)

    def _when_row_chosen(self) -> None:
        self._allow()
        shown, round_id, context = self.list.row(), self._round_id(), self._context
        if shown is None or not round_id:
            self.view.show_nothing()
            return
        paper = shown.line

        def compose() -> tuple[Document, str]:
            document = context.papers().document(round_id, paper)
            return document, write_html(document)

        def show(made: tuple[Document, str]) -> None:
            now = self.list.row()
            if now is not None and now.id == shown.id:
                self.view.show_document(made[0], f"{shown.id}/{self.list.variation}", made[1])

        context.jobs.run(compose, show, self._when_preview_refused)

    def _make_pages(self) -> None:
        if (shown := self.list.row()) is not None:
            self.writing.make_pages(self._round_id(), shown.line, self.view.show_pages)

    def _when_preview_refused(self, error: BaseException) -> None:
        self.view.show_nothing()
        if isinstance(error, NotFound):
            return  # what was removed meanwhile leaves the list in a moment
        if isinstance(error, Problem):
            self.said.emit(sentence_in_words(error.sentence, self._context.language))
        else:
            self._context.jobs.refuse(error)

    def _allow(self) -> None:
        shown, idle = self.list.row(), self.writing.idle
        self.list.allow(idle=idle)
        self.view.allow(idle=idle)
        there = shown is not None and shown.path is not None
        own = shown is not None and shown.line.kind is PaperKind.OWN
        self.templates.show_row(shown)
        self.open.setEnabled(there)
        self.set_against.setEnabled(idle and there)
        self.bring.setEnabled(idle)
        edited = shown is not None and shown.state in (DraftState.EDITED_OUTSIDE, DraftState.BOTH)
        self._acts["this"].setEnabled(idle and edited)
        self._acts["pdf"].setEnabled(idle and shown is not None)
        self._acts["history"].setEnabled(there)
        self._acts["release"].setEnabled(there and shown is not None and shown.line.audience is Audience.SHARED)
        self._acts["addendum"].setEnabled(idle and there and not own)
        self._acts["clearance"].setEnabled(shown is not None)

    def _with_box(self, show: Callable[[str, PaperRow, Path], None]) -> None:
        if (shown := self.list.row()) is not None:
            show(self._round_id(), shown, self._folder)

    def _write_read(self, read: PapersRead | None) -> None:
        """Write what was just read: where to, and how many there are, is known only now."""
        self.show_read(read)
        if read is not None:
            self.writing.write_all(read.dossier.round.id, read, self._folder, self.list.profile)

    def _go_where_wanted(self) -> None:
        if not self._wanted or self._round_id() != self._context.choices.round_id:
            return
        wanted, self._wanted = self._wanted, ""
        if self.communique.choose(wanted):
            self.parts.pick(COMMUNIQUE)
        elif self.steering.choose(wanted):
            self.parts.pick(STEER)
        elif self.list.choose(f"{wanted}/"):
            self.parts.pick(PAPERS)

    def _when_gap_taken(self, key: str) -> None:
        """Lead to where the words of a gap are entered."""
        place, record_id = place_of_gap(key)
        if place is None:
            self.said.emit(_("These words are only written in the Word file of “{paper}”.").format(paper=self._name()))
        elif place is Place.PAPERS and record_id.startswith(STEERING):
            self.steering.choose(record_id)
            self.parts.pick(STEER)
        elif place is Place.PAPERS:
            self.communique.choose(record_id)
            self.parts.pick(COMMUNIQUE)
        else:
            self.place_asked.emit(place, record_id)

    def _name(self) -> str:
        shown = self.list.row()
        return name_of(shown.line) if shown is not None else ""

    def _open(self, path: Path) -> None:
        if not path.exists():
            self.said.emit(_("{path} is there no longer, or its disk is not connected.").format(path=path))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(_("No program on this computer opens {path}.").format(path=path))
