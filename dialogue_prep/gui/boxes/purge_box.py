"""The box that takes what was removed or overwritten out of a store for good, after naming what would go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from dialogue_prep.domain.errors import Problem, UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import EXAMPLE_DAY
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.labels import PlainLabel, plain_action
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, count, sentence_in_words
from dialogue_prep.services.purging import PurgePlan, Purging

_WIDTH = 560


class PurgeBox(QDialog):
    """First what is to go is chosen and counted, then confirmed by the name of the store; `plan` is what goes then.

    `purging` makes the service and is called in a job; `record` is the record whose past can be chosen, with its
    title, where one is selected.
    """

    def __init__(
        self,
        jobs: Jobs,
        purging: Callable[[], Purging],
        name: str,
        record: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._purging, self._name = jobs, purging, name
        self._record_id = record[0] if record else ""
        self.plan: PurgePlan | None = None
        self.setWindowTitle(_("Purge"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.removed = QRadioButton(_("Every record that was removed"))
        self.before = QRadioButton(_("All that was done before a day"))
        self.one = QRadioButton(
            plain_action(_("What this record was: {title}").format(title=record[1] if record else ""))
        )
        self.one.setVisible(record is not None)
        self.day_line = DayLine()
        self.day = Field(_("Day"), self.day_line)
        self.day.setVisible(False)
        self.look = QPushButton(_("See what would go"))
        self.told = PlainLabel(wrap=True)
        self.confirmed = Field(_("To confirm, type the name of the store: {name}").format(name=name), QLineEdit())
        self._group = QButtonGroup(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.addButton(_("Purge it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.do.setAutoDefault(False)
        self._lay_out(buttons)
        self._connect(buttons)
        self._forget_plan()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        about = _(
            "What is purged cannot be put back: it can no longer be undone, and goes from the backups as well. "
            "Records that are there stay as they are."
        )
        layout = box_column(self, _("Purge what was removed or overwritten"), about, width=_WIDTH)
        for choice in (self.removed, self.before, self.one):
            self._group.addButton(choice)
            layout.addWidget(choice)
        layout.addWidget(self.day)
        layout.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.told)
        layout.addWidget(self.confirmed)
        layout.addSpacing(8)
        layout.addWidget(buttons)

    def _connect(self, buttons: QDialogButtonBox) -> None:
        self.removed.setChecked(True)
        self._group.buttonToggled.connect(lambda _button, _on: self._when_chosen())
        self._line(self.day).textEdited.connect(lambda _words: self._forget_plan())
        self._line(self.confirmed).textEdited.connect(lambda _words: self._allow())
        self.look.setDefault(True)
        self.look.clicked.connect(self._look)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    @staticmethod
    def _line(field: Field) -> QLineEdit:
        assert isinstance(field.editor, QLineEdit)
        return field.editor

    def _when_chosen(self) -> None:
        self.day.setVisible(self.before.isChecked())
        self._forget_plan()

    def _forget_plan(self) -> None:
        self.plan = None
        self.told.say("")
        self.told.setMinimumHeight(0)
        self.told.hide()
        self.confirmed.hide()
        self._allow()

    def _allow(self) -> None:
        self.do.setEnabled(self.plan is not None and self._line(self.confirmed).text().strip() == self._name)

    def _look(self) -> None:
        try:
            before = self._day() if self.before.isChecked() else None
        except UserError as error:
            self.day.refuse(sentence_in_words(error.sentence))
            return
        self.day.refuse("")
        ids = [self._record_id] if self.one.isChecked() else []
        gone = self.removed.isChecked()
        self.look.setEnabled(False)
        asked = self._asked()
        self._jobs.run(
            lambda: self._purging().plan(ids, gone=gone, before=before), partial(self._show, asked), self._refuse
        )

    def _asked(self) -> tuple[object, str]:
        """Return what is chosen: what was looked up for another choice is not shown."""
        return self._group.checkedButton(), self.day_line.text()

    def _day(self) -> date:
        day = self.day_line.day("before")
        if day is None:
            raise UserError("Say before which day, such as {day}.", field="before", day=EXAMPLE_DAY)
        return day

    def _show(self, asked: tuple[object, str], plan: PurgePlan) -> None:
        self.look.setEnabled(True)
        if asked != self._asked():
            return
        self.plan = plan
        self._say("\n".join(plan_in_words(plan)), Tone.TEXT)
        self.confirmed.show()
        self._line(self.confirmed).setFocus()
        self._allow()

    def _refuse(self, error: BaseException) -> None:
        self.look.setEnabled(True)
        if isinstance(error, Problem):
            self._say(sentence_in_words(error.sentence), Tone.BAD)
        else:
            self._jobs.refuse(error)

    def _say(self, words: str, tone: Tone) -> None:
        self.told.say(words, tone)
        self.told.show()
        # A box does not grow by itself to what its lines need once they are wrapped.
        self.told.setMinimumHeight(self.told.heightForWidth(self.told.width()))
        self.adjustSize()


def plan_in_words(plan: PurgePlan) -> list[str]:
    """Return what a purge would take, a sentence each."""
    purge = plan.purge
    papers = count(
        "{number} paper would lose what is kept of it; edits of it could no longer be taken in.",
        "{number} papers would lose what is kept of them; edits of them could no longer be taken in.",
        len(purge.drafts),
    )
    backups = count(
        "{number} backup that holds it would be removed, and one made anew.",
        "{number} backups that hold it would be removed, and one made anew.",
        len(plan.backups),
    )
    return [
        _("Changes that would be purged: {changes}, of so many records: {records}.").format(
            changes=len(purge.entries), records=len(purge.records)
        ),
        *([papers] if purge.drafts else []),
        *([backups] if plan.backups else []),
        _("Papers and archives that were written are files of their own and stay."),
    ]
