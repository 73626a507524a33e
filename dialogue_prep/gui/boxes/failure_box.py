"""The box that says what went wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.system.logs import where_it_failed

_WIDTH = 560


class FailureBox(QDialog):
    """Tells a problem in its sentence, and a fault of the program with what can be copied into a report.

    Nothing of the store stands in a report: an error's own message could quote it, so only kind and lines are shown.
    """

    def __init__(self, error: BaseException, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Dialogue Prep"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        if isinstance(error, Problem):
            layout = box_column(self, _("That was not possible"), width=_WIDTH)
            layout.addWidget(PlainLabel(sentence_in_words(error.sentence), wrap=True))
        else:
            said = _(
                "Nothing was lost: what you have saved is in the store, and you can go on working. "
                "Please send the report below to whoever looks after the program."
            )
            layout = box_column(self, _("Something went wrong in the program"), width=_WIDTH)
            layout.addWidget(PlainLabel(said, wrap=True))
            layout.addWidget(_report(error, log, buttons))
        layout.addWidget(buttons)


def _report(error: BaseException, log: Path, buttons: QDialogButtonBox) -> QPlainTextEdit:
    """Return what can be copied into a report, with buttons to do so and to open the log."""
    report = QPlainTextEdit(where_it_failed(error))
    report.setReadOnly(True)
    report.setAccessibleName(_("Report"))
    report.setTabChangesFocus(True)
    copy, show = QPushButton(_("Copy")), QPushButton(_("Open the log"))
    for button in (copy, show):
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.toPlainText()))
    show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log))))
    return report
