"""Words that are offered while the user types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget


def suggest(line: QLineEdit, words: Sequence[str]) -> None:
    """Offer words while the user types into a line."""
    completer = QCompleter(line)
    completer.setModel(QStringListModel(list(words), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    shown = QListView()
    shown.setObjectName("offered")
    completer.setPopup(shown)
    DressedPopup(shown, line)
    line.setCompleter(completer)


class DressedPopup(QObject):
    """Gives a list that opens below a field the looks of the field’s window, for Qt makes it a window of its own."""

    def __init__(self, popup: QWidget, field: QWidget) -> None:
        super().__init__(popup)
        self._popup = popup
        self._field = field
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._popup and event.type() == QEvent.Type.Show:
            sheet = self._field.window().styleSheet()
            if sheet != self._popup.styleSheet():
                self._popup.setStyleSheet(sheet)
        return False
