"""The silence matrix: what each joint record spoke of, where its wording moved, and on what it was silent."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_hint
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.lineage_terms import source_word_tone
from dialogue_prep.gui.pages.silence_lines import SilenceLine, SilenceShown, silence_shown
from dialogue_prep.gui.words import _, labelled, with_commas

_NARROWEST = 120


class SilenceView(Card):
    """`place_asked` carries where to look a cell up. The matrix is worked out, in a job, only while it is seen."""

    place_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._waiting: Dossier | None = None
        self._shown = SilenceShown()
        self.table = _Matrix()
        self.copy = QPushButton(_("Copy as table"))
        self.copy.setObjectName("quiet")
        self.copy.setToolTip(plain_hint(_("Copy the matrix to paste it elsewhere (Ctrl+C)")))
        self.nothing = PlainLabel(
            _("No joint record has been read in yet: read one in to see what it is silent on."),
            tone=Tone.MUTED,
            wrap=True,
        )
        said = PlainLabel(
            _("Internal. Enter or a click on a cell opens the source at the place."), size=Size.SMALL, tone=Tone.MUTED
        )
        self.body.addLayout(Flow(said, self.copy, apart=True))
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table, 1)
        self.copy.clicked.connect(self.copy_table)
        self.table.copy_asked.connect(self.copy_table)
        self.table.place_asked.connect(self._lead)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show another dossier, once this is seen."""
        self._waiting = dossier
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._read()

    def copy_table(self) -> None:
        """Put the matrix on the clipboard, as a table."""
        QGuiApplication.clipboard().setText(self._shown.as_table())

    def shown(self) -> SilenceShown:
        """Return what is shown."""
        return self._shown

    def _read(self) -> None:
        dossier, self._waiting = self._waiting, None
        if dossier is not None:
            language = self._context.language
            self._context.jobs.run(lambda: silence_shown(dossier, language), self._show)

    def _show(self, shown: SilenceShown) -> None:
        self._shown = shown
        self.table.show_matrix(shown)
        for widget in (self.table, self.copy):
            widget.setVisible(bool(shown.sources))
        self.nothing.setVisible(not shown.sources)

    def _lead(self, line: int, column: int) -> None:
        cell = self._shown.lines[line].cells[column]
        if cell.word is not None:
            self.place_asked.emit(cell.leads_to)


class _Matrix(QTableView):
    """`place_asked` carries the row and the source of a cell on which the user clicked or pressed Enter."""

    place_asked = Signal(int, int)
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[str, ...] | None = None
        self._rows: TableModel[SilenceLine] = TableModel((), self)
        self.setAccessibleName(_("Silence matrix"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(3 * self.fontMetrics().height() + 16)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegateForColumn(0, NoteDelegate(self, lines=2))
        self.clicked.connect(self._when_taken)

    def show_matrix(self, shown: SilenceShown) -> None:
        """Show a matrix; where its sources are the same, only what differs is shown anew."""
        if shown.sources != self._sources:
            self._begin(shown)
        self._rows.show_rows(shown.lines)
        if shown.lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._when_taken(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _begin(self, shown: SilenceShown) -> None:
        self._sources = shown.sources
        before = self._rows
        self._rows = TableModel(_columns(shown), self)
        self.setModel(self._rows)
        before.deleteLater()
        delegate = ChipDelegate(self)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(shown.sources) + 1):
            self.setItemDelegateForColumn(column, delegate)
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            heads.resizeSection(column, max(_NARROWEST, heads.sectionSizeHint(column) + 16))

    def _when_taken(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() > 0:
            self.place_asked.emit(index.row(), index.column() - 1)


def _columns(shown: SilenceShown) -> tuple[Column[SilenceLine], ...]:
    subject: Column[SilenceLine] = Column(
        _("Subject"),
        lambda line: line.title,
        {NOTE_ROLE: lambda line: line.kind, Role.ToolTipRole: lambda line: plain_hint(line.title)},
    )
    return (subject, *(_column(heading, place) for place, heading in enumerate(shown.headings)))


def _column(heading: str, place: int) -> Column[SilenceLine]:
    name = heading.replace("\n", ", ")

    def told(line: SilenceLine) -> str:
        return labelled(with_commas((line.title, name)), line.cells[place].said)

    return Column(
        heading,
        partial(_said, place),
        {
            TONE_ROLE: lambda line: source_word_tone(line.cells[place].word),
            Role.ToolTipRole: lambda line: plain_hint(told(line)),
            Role.AccessibleTextRole: told,
        },
    )


def _said(place: int, line: SilenceLine) -> str:
    return line.cells[place].said
