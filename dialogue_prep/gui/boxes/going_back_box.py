"""The box that shows the backups of a store and what going back to one would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableView, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, count, moment_in_words, sentence_in_words, with_commas
from dialogue_prep.services.backups import Backups, Return
from dialogue_prep.store.backup import Backup
from dialogue_prep.store.comparison import KindChange
from dialogue_prep.store.kinds import KIND_OF_NAME

_WIDTH, _HEIGHT = 720, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLine:
    """One backup as the table shows it; `id` is the name of its file."""

    id: str
    backup: Backup
    when: str
    size: str


class GoingBackBox(QDialog):
    """Lists the backups, newest first; what one would change is read beside the window and said before it is done.

    `backups` makes the service and is called in a job. The box is accepted with a backup in `chosen`.
    """

    def __init__(
        self, jobs: Jobs, backups: Callable[[], Backups], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._backups, self._language = jobs, backups, language
        self._changes: Return | None = None
        self.setWindowTitle(_("Go back to a backup"))
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made = plain_table(_("Backups of this store"), _columns(), 0)
        self.table: QTableView = made[0]
        self.model: TableModel[BackupLine] = made[1]
        self.told = PlainLabel(_("Reading the backups …"), tone=Tone.MUTED, wrap=True)
        self.told.setMinimumHeight(6 * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.addButton(_("Go back to it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.do.setProperty("main", "true")
        self.do.setEnabled(False)
        self.make = buttons.addButton(_("Make a backup now"), QDialogButtonBox.ButtonRole.ActionRole)
        self.make.clicked.connect(self._make)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._when_line_chosen())
        jobs.run(self._read, self._show, self._refuse)

    def chosen(self) -> Backup | None:
        """Return the backup whose changes are shown."""
        return self._changes.backup if self._changes else None

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        about = _("The store as it is now is kept aside first, as a backup of its own: nothing is lost by going back.")
        layout = box_column(self, _("Go back to a backup"), about)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addWidget(buttons)

    def _read(self) -> tuple[BackupLine, ...]:
        locale = QLocale(self._language)
        return tuple(
            BackupLine(
                id=one.path.name,
                backup=one,
                when=moment_in_words(one.at, self._language),
                size=locale.formattedDataSize(one.path.stat().st_size),
            )
            for one in self._backups().all()
        )

    def _show(self, lines: tuple[BackupLine, ...]) -> None:
        self.model.show_rows(lines)
        self.told.say(
            _("Choose a backup to see what would change.") if lines else _("There are no backups of this store yet.")
        )
        self.table.setFocus()
        if lines:
            self.table.selectRow(0)

    def _make(self) -> None:
        self.make.setEnabled(False)
        self.told.say(_("Making a backup …"), Tone.MUTED)

        def make() -> tuple[BackupLine, ...]:
            self._backups().make()
            return self._read()

        def show(lines: tuple[BackupLine, ...]) -> None:
            self.make.setEnabled(True)
            self._show(lines)

        def refuse(error: BaseException) -> None:
            self.make.setEnabled(True)
            self._refuse(error)

        self._jobs.run(make, show, refuse)

    def _when_line_chosen(self) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        backup = self.model.row_at(index).backup
        self._changes = None
        self.do.setEnabled(False)
        self.told.say(_("Looking at what would change …"), Tone.MUTED)
        self._jobs.run(
            lambda: self._backups().what_would_change(backup),
            self._show_changes,
            lambda error: self._refuse(error, backup),
        )

    def _is_here(self, backup: Backup) -> bool:
        index = self.table.currentIndex()
        return index.isValid() and self.model.row_at(index).backup == backup

    def _show_changes(self, found: Return) -> None:
        if self._is_here(found.backup):
            self._changes = found
            self.told.say(changes_in_words(found.changes), Tone.TEXT)
            self.do.setEnabled(True)

    def _refuse(self, error: BaseException, backup: Backup | None = None) -> None:
        if not isinstance(error, Problem):
            self._jobs.refuse(error)
        elif backup is None or self._is_here(backup):
            self.told.say(sentence_in_words(error.sentence), Tone.BAD)


def changes_in_words(changes: Sequence[KindChange] | None) -> str:
    """Return what going back would do, kind by kind; None where the present store cannot be read."""
    if changes is None:
        return _("The store as it is cannot be read; all of it would be as it was then.")
    if not changes:
        return _("Nothing that is there would change.")
    return " · ".join(_change_in_words(change) for change in changes)


def _change_in_words(change: KindChange) -> str:
    told = (
        (change.gone, count("{number} would go", "{number} would go", change.gone)),
        (change.back, count("{number} would come back", "{number} would come back", change.back)),
        (change.changed, count("{number} would be as it was", "{number} would be as they were", change.changed)),
    )
    what = with_commas(words for number, words in told if number)
    return _("{kind}: {what}").format(kind=kind_name(KIND_OF_NAME[change.kind].__name__), what=what)


def _columns() -> list[Column[BackupLine]]:
    return [Column(_("Made", "of a backup, when"), lambda line: line.when), Column(_("Size"), lambda line: line.size)]
