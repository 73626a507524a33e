"""Every command of the window by its name: typed for, run by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.table_model import Column
from dialogue_prep.gui.palette_matching import fit
from dialogue_prep.gui.window.actions import Command
from dialogue_prep.gui.words import _

_WIDTH, _HEIGHT = 640, 440
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PaletteBox(QDialog):
    """Lists the commands that can be run now, those used last first; `ran` is the one that was chosen."""

    def __init__(self, commands: Sequence[Command], recent: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = tuple(command for command in commands if command.action.isEnabled())
        self._recent = tuple(recent)
        self.ran: Command | None = None
        self.setWindowTitle(_("Commands"))
        self.resize(_WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("What do you want to do?"))
        self.line.setAccessibleName(_("Find a command"))
        self.line.installEventFilter(self)
        self.table, self.model = plain_table(_("Commands"), _columns(), 0)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = PlainLabel(_("No command is called so."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.nothing)
        self.line.textChanged.connect(lambda _words: self._show())
        self.line.returnPressed.connect(self._run)
        self.table.doubleClicked.connect(lambda _index: self._run())
        self._show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            watched is self.line
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _MOVES
        ):
            self.table.event(event)  # the list is moved in while one goes on typing
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        typed = self.line.text()
        fits = [(command, fit(command.name, typed)) for command in self._commands]
        found = [(command, distance) for command, distance in fits if distance is not None]
        found.sort(key=lambda one: (one[1], self._age(one[0])))
        self.model.show_rows([command for command, _distance in found])
        self.nothing.setVisible(not found)
        if found:
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _age(self, command: Command) -> int:
        return self._recent.index(command.id) if command.id in self._recent else len(self._recent)

    def _run(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.ran = self.model.row_at(index)
            self.accept()


def _columns() -> list[Column[Command]]:
    return [
        Column(_("Command"), lambda command: command.name),
        Column(_("Menu"), lambda command: command.menu),
        Column(_("Keys"), lambda command: command.keys, right=True),
    ]
