"""The box that says what went wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.kit.labels import PlainLabel, Size
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
        self.setMinimumWidth(_WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 24, 24, 16)
        self._layout.setSpacing(12)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        if isinstance(error, Problem):
            self._add_text(_("That was not possible"), sentence_in_words(error.sentence))
        else:
            self._add_report(error, log)
        self._layout.addWidget(self._buttons)

    def _add_text(self, heading: str, sentence: str) -> None:
        self._layout.addWidget(PlainLabel(heading, size=Size.HEADING))
        self._layout.addWidget(PlainLabel(sentence, wrap=True))

    def _add_report(self, error: BaseException, log: Path) -> None:
        self._add_text(
            _("Something went wrong in the program"),
            _(
                "Nothing was lost: what you have saved is in the store, and you can go on working. "
                "Please send the report below to whoever looks after the program."
            ),
        )
        report = QPlainTextEdit(where_it_failed(error))
        report.setReadOnly(True)
        report.setAccessibleName(_("Report"))
        report.setTabChangesFocus(True)
        self._layout.addWidget(report)
        copy, show = QPushButton(_("Copy")), QPushButton(_("Open the log"))
        self._buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.toPlainText()))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log))))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
