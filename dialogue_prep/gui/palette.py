"""Runs commands by their names, and remembers which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.remembered import Remembered
from dialogue_prep.gui.window.actions import Command


class Palette:
    """Shows every action of a window by its name."""

    def __init__(self, commands: Callable[[], Sequence[Command]], remembered: Remembered, window: QWidget) -> None:
        self._commands, self._remembered, self._window = commands, remembered, window

    def show(self) -> None:
        """Let the user choose a command, and run it."""
        # Imported here, like every box.
        from dialogue_prep.gui.palette_box import PaletteBox

        box = PaletteBox(self._commands(), self._remembered.commands(), self._window)

        def run() -> None:
            if box.ran is not None:
                self._remembered.note_command(box.ran.id)
                # Only once the box is gone: the command may open another.
                QTimer.singleShot(0, box.ran.action, box.ran.action.trigger)

        box.accepted.connect(run)
        box.open()
