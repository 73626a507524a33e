"""The boxes that show what was: the history of one record, and the records that were removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.returned import ReturnedCopy
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.history_lines import (
    HistoryLine,
    RemovedLine,
    history_lines,
    ids_in,
    origin_in_words,
    removed_lines,
)
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size, plain_hint
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.records import record_title
from dialogue_prep.gui.words import _
from dialogue_prep.services.history import History, Removed

_WIDTH, _HEIGHT, _GAP = 1040, 560, 12


class _TableBox(QDialog):
    """A heading, a table, where a line came from, what went wrong, and one thing to do with the line that is chosen."""

    def __init__(self, context: Context, title: str, about: str, do: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.context = context
        self.history = History(context.workspace)
        self.setWindowTitle(title)
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = PlainLabel(title, size=Size.LARGE, wrap=True)
        self.about = PlainLabel(about, tone=Tone.MUTED, wrap=True)
        self.problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        self.origin = OptionalLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.table = QTableView()
        self.table.setAccessibleName(title)
        self.do = QPushButton(do)
        self.do.setProperty("main", "true")
        self.do.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.do, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (self.heading, self.about):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        for widget in (self.origin, self.problem):
            layout.addWidget(widget)
        layout.addWidget(buttons)

    def dress_table(self, model: TableModel[HistoryLine] | TableModel[RemovedLine], letters: Sequence[int]) -> None:
        """Give the table its model, its columns room for so many letters; those of 0 share what is left."""
        table = self.table
        table.setModel(model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        for column, number in enumerate(letters):
            if number:
                heads.resizeSection(column, number * table.fontMetrics().horizontalAdvance("0") + 2 * _GAP)
            else:
                heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def refuse(self, _field: str, sentence: str) -> None:
        """Say why something was not done."""
        self.problem.say(sentence)


class HistoryBox(_TableBox):
    """Who changed what of a record and when, from what to what; a former value can be put back."""

    def __init__(self, context: Context, record_id: str, parent: QWidget | None = None) -> None:
        about = _("Newest first. What was done here is never lost; a former value can be put back, and that undone.")
        super().__init__(context, _("History of the record"), about, _("Put the former value back"), parent)
        self._record_id = record_id
        self.model: TableModel[HistoryLine] = TableModel(_history_columns(), self)
        self.dress_table(self.model, (22, 12, 20, 14, 0, 0))
        self.table.selectionModel().currentRowChanged.connect(self._when_line_chosen)
        self.do.clicked.connect(self._put_back)
        self._following = Following(self, context, self._read, self._show)

    def _read(self) -> Callable[[], tuple[str, tuple[HistoryLine, ...]]]:
        history, id_, language = self.history, self._record_id, self.context.language

        def read() -> tuple[str, tuple[HistoryLine, ...]]:
            entries = history.of(id_)
            named = history.named({id_, *ids_in(entries)})
            record: Identified | None = named.get(id_)
            title = record_title(record, language) if record else _("This record was removed")
            return title, history_lines(entries, named, language)

        return read

    def _show(self, read: tuple[str, tuple[HistoryLine, ...]]) -> None:
        title, lines = read
        self.heading.say(title)
        self.model.show_rows(lines)
        self._allow()

    def _when_line_chosen(self) -> None:
        """Say from which edited copies a change came."""
        self._allow()
        self._say_origin(())
        index = self.table.currentIndex()
        if index.isValid():
            entry, history = self.model.row_at(index).entry, self.history
            self.context.jobs.run(lambda: history.copies_of(entry), self._say_origin)

    def _say_origin(self, copies: tuple[ReturnedCopy, ...]) -> None:
        words = origin_in_words(copies, self.context.language)
        self.origin.say(_("From edited copies:\n{copies}").format(copies=words) if words else "")

    def _allow(self) -> None:
        index = self.table.currentIndex()
        self.do.setEnabled(index.isValid() and self.model.row_at(index).can_be_put_back)

    def _put_back(self) -> None:
        line, history = self.model.row_at(self.table.currentIndex()), self.history
        self.refuse("", "")
        refused = at_field(self.context, self.refuse)
        self.context.jobs.run(lambda: history.put_back(line.entry, line.field), None, refused, by=self)


class RemovedBox(_TableBox):
    """What was removed; each can be put back with all that belonged to it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        about = _("A record comes back with all that went with it, and is named again where it was named.")
        super().__init__(context, _("Removed records"), about, _("Put back"), parent)
        self.model: TableModel[RemovedLine] = TableModel(_removed_columns(), self)
        self.dress_table(self.model, (0, 26, 16))
        self.table.verticalHeader().setDefaultSectionSize(2 * self.table.fontMetrics().height() + 20)
        self.table.setItemDelegateForColumn(0, NoteDelegate(self.table))
        self.table.selectionModel().currentRowChanged.connect(self._allow)
        self.do.clicked.connect(self._put_back)
        self._following = Following(self, context, self._read, self._show)

    def _read(self) -> Callable[[], tuple[RemovedLine, ...]]:
        history, language = self.history, self.context.language
        return lambda: removed_lines(history.removed(), language)

    def _show(self, lines: tuple[RemovedLine, ...]) -> None:
        self.model.show_rows(lines)
        if not lines:
            self.about.say(_("Nothing that was removed is gone now."))
        self._allow()

    def _allow(self) -> None:
        self.do.setEnabled(self.table.currentIndex().isValid())

    def _put_back(self) -> None:
        removed: Removed = self.model.row_at(self.table.currentIndex()).removed
        history = self.history
        self.refuse("", "")
        refused = at_field(self.context, self.refuse)
        self.context.jobs.run(lambda: history.put_back_removed(removed), None, refused, by=self)


def _history_columns() -> list[Column[HistoryLine]]:
    return [
        Column(_("When"), lambda line: line.when),
        Column(_("Who"), lambda line: line.who),
        Column(_("What was done"), lambda line: line.what, {Role.ToolTipRole: lambda line: plain_hint(line.what)}),
        Column(_("Field"), lambda line: line.field_words),
        Column(
            _("From"), lambda line: _one_line(line.before), {Role.ToolTipRole: lambda line: plain_hint(line.before)}
        ),
        Column(_("To"), lambda line: _one_line(line.after), {Role.ToolTipRole: lambda line: plain_hint(line.after)}),
    ]


def _removed_columns() -> list[Column[RemovedLine]]:
    return [
        Column(_("Record"), lambda line: line.title, {NOTE_ROLE: lambda line: line.note}),
        Column(_("When"), lambda line: line.when),
        Column(_("Who"), lambda line: line.who),
    ]


def _one_line(words: str) -> str:
    return " ".join(words.split())
