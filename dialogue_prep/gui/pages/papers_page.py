"""The papers of a round: what there is, how each file stands, what it will say, and writing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.domain.draft import DraftState
from dialogue_prep.domain.errors import NotFound
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, Size
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.picker import Picker
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pages.paper_preview import PaperPreview
from dialogue_prep.gui.pages.papers_lines import PaperRow, after_writing
from dialogue_prep.gui.pages.papers_reading import PapersRead, read_papers
from dialogue_prep.gui.terms import language_name, state_name, state_tone
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.paper import Written


class PapersPage(Page):
    """One row a paper, its preview beside it; `said` carries what to tell the user, `shown` that it was read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen_folder: Path | None = None
        self._folder = Path()
        self._rows: Mapping[str, tuple[PaperRow, ...]] = {}
        self._language = next(iter(LANGUAGES))
        self.language = Picker(_("Language of the papers"), 200)
        self.table, self.model = self._make_table()
        self.preview = PaperPreview()
        self.write = QPushButton(_("Write"))
        self.write_all = QPushButton(_("Write all papers"))
        self.write_all.setProperty("main", "true")
        self.open = QPushButton(_("Open"))
        self.show_folder = QPushButton(_("Show in folder"))
        self.where = ElidedLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.change = QPushButton(_("Change …"))
        self.change.setObjectName("quiet")
        self.change.setAccessibleName(_("Change the folder for papers"))
        self.about = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.empty = EmptyState(_("No round is planned yet"), _("Plan the next round"))
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self.show_read)

    def _make_table(self) -> tuple[QTableView, TableModel[PaperRow]]:
        columns: list[Column[PaperRow]] = [
            Column(_("Paper"), lambda shown: shown.name, {NOTE_ROLE: lambda shown: shown.note}),
            Column(_("Version"), lambda shown: shown.version),
            Column(_("State"), lambda shown: state_name(shown.state), {TONE_ROLE: lambda row_: state_tone(row_.state)}),
        ]
        table = QTableView()
        model = TableModel(columns, table)
        table.setModel(model)
        table.setAccessibleName(_("Papers"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(2 * table.fontMetrics().height() + 24)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegateForColumn(0, NoteDelegate(table))
        table.setItemDelegateForColumn(len(columns) - 1, ChipDelegate(table))
        return table, model

    def _lay_out(self) -> None:
        papers = Card(_("Papers"), aside=self.language)
        papers.body.addWidget(self.table, 1)
        papers.body.addWidget(self.about)
        papers.body.addLayout(row(self.write_all, self.write, None))
        where = QHBoxLayout()
        where.addWidget(self.where, 1)
        where.addWidget(self.change)
        papers.body.addLayout(where)
        files = QWidget()
        beside = row(self.open, self.show_folder)
        beside.setContentsMargins(0, 0, 0, 0)
        files.setLayout(beside)
        preview = Card(_("Preview"), aside=files)
        preview.body.addWidget(self.preview, 1)
        split = QSplitter()
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        split.addWidget(papers)
        split.addWidget(preview)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([480, 560])
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.addWidget(split)
        self._stack = QStackedWidget()
        self._stack.addWidget(held)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.language.picked.connect(self.choose_language)
        self.table.selectionModel().currentRowChanged.connect(self._when_row_chosen)
        self.table.activated.connect(lambda _index: self.open_file())
        self.write.clicked.connect(self.write_one)
        self.write_all.clicked.connect(self.write_every)
        self.open.clicked.connect(self.open_file)
        self.show_folder.clicked.connect(self.open_folder)
        self.change.clicked.connect(self.choose_folder)
        self.empty.chosen.connect(self._context.plan_next)
        self._context.jobs.progress.connect(lambda _job: self._allow())

    def choose_language(self, language: str) -> None:
        """Show the papers in a language."""
        self._language = language
        self._show_rows()

    def chosen(self) -> PaperRow | None:
        """Return the row that is chosen."""
        index = self.table.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def write_every(self) -> None:
        """Write all papers of the round in the language that is chosen."""
        self._context.jobs.run(self._read(), self._write_read)

    def write_one(self) -> None:
        """Write the paper that is chosen."""
        shown = self.chosen()
        if shown is None:
            return
        context, round_ = self._context, self._context.choices.round
        assert round_ is not None
        paper, path = shown.line, self._folder / shown.line.file_name(round_.ordinal)
        context.jobs.run(
            lambda: context.papers().write(round_.id, paper, path),
            lambda written: self.said.emit(after_writing([written], path.parent, cancelled=False)),
        )

    def open_file(self) -> None:
        """Open the file of the paper that is chosen with the program that the system has for it."""
        shown = self.chosen()
        if shown is not None and shown.path is not None:
            self._open(shown.path)

    def open_folder(self) -> None:
        """Open the folder in which the papers are."""
        shown = self.chosen()
        self._open(shown.path.parent if shown is not None and shown.path is not None else self._folder)

    def choose_folder(self) -> None:
        """Let the user say where papers are written from now on."""
        named = QFileDialog.getExistingDirectory(self, _("Folder for papers"), str(self._folder))
        if named:
            self._chosen_folder = Path(named)
            self._show_folder(self._chosen_folder)

    def show_read(self, read: PapersRead | None) -> None:
        """Show what was read; None where there is no round."""
        self._stack.setCurrentIndex(1 if read is None else 0)
        if read is not None:
            self._rows = read.rows
            self._show_folder(self._chosen_folder or read.folder)
            self._show_rows()
        self.shown.emit()

    def _read(self) -> Callable[[], PapersRead | None]:
        return read_papers(self._context)

    def _show_folder(self, folder: Path) -> None:
        self._folder = folder
        self.where.say(_("Papers are written to {folder}").format(folder=folder))

    def _show_rows(self) -> None:
        rows = self._rows.get(self._language, ())
        self.language.offer([(language, language_name(language)) for language in LANGUAGES], self._language)
        self.model.show_rows(rows)
        for column in (1, 2):
            self.table.resizeColumnToContents(column)
        if rows and not self.table.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag
            first = self.model.index(0, 0)
            self.table.selectionModel().setCurrentIndex(first, flags.ClearAndSelect | flags.Rows)
        else:
            self._when_row_chosen()

    def _when_row_chosen(self) -> None:
        self._allow()
        shown, round_id, context = self.chosen(), self._context.choices.round_id, self._context
        self.about.say("" if shown is None else _about(shown))
        self.about.setVisible(bool(self.about.text()))
        if shown is None or not round_id:
            self.preview.clear()
            return
        paper = shown.line

        def show(page: str) -> None:
            now = self.chosen()
            if now is not None and now.id == shown.id:
                self.preview.show_page(page)

        context.jobs.run(
            lambda: write_html(context.papers().document(round_id, paper)), show, self._when_preview_refused
        )

    def _when_preview_refused(self, error: BaseException) -> None:
        self.preview.clear()
        if not isinstance(error, NotFound):  # what was removed meanwhile leaves the list in a moment
            self._context.jobs.refuse(error)

    def _write_read(self, read: PapersRead | None) -> None:
        """Write what was just read: where to, and how many there are, is known only now."""
        self.show_read(read)
        context, language, folder = self._context, self._language, self._folder
        round_id = context.choices.round_id
        if read is None or context.jobs.running is not None:
            return
        context.jobs.run_long(
            _("Writing the papers"),
            len(read.rows[language]),
            lambda: context.papers().write_all(round_id, context.papers().available(language), folder),
            lambda job: self._when_all_written(job, folder),
        )

    def _when_all_written(self, job: LongJob[Written], folder: Path) -> None:
        self.said.emit(after_writing(job.results, folder, cancelled=job.cancelled))
        self._context.look_again()

    def _allow(self) -> None:
        shown, idle = self.chosen(), self._context.jobs.running is None
        self.write_all.setEnabled(idle and bool(self.model.rowCount()))
        self.write.setEnabled(idle and shown is not None)
        self.open.setEnabled(shown is not None and shown.path is not None)
        self.show_folder.setEnabled(self._folder.is_dir())
        self.change.setEnabled(idle)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(_("No program on this computer opens {path}.").format(path=path))


def _about(shown: PaperRow) -> str:
    """Return what the state of a paper means for the user, where it is not plain."""
    return {
        DraftState.EDITED_OUTSIDE: _("The file was edited since it was written. It is kept: writing leaves it alone."),
        DraftState.BOTH: _("The file was edited, and what it should say has changed. It is kept as it is."),
        DraftState.DATA_CHANGED: _("What it should say has changed since it was written; write it again."),
        DraftState.MISSING: _("The file is no longer where it was written; write it again."),
    }.get(shown.state, "")  # type: ignore[arg-type]
