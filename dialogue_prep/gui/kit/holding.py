"""Holding still what decides, while what was decided is being done: what is pressed meanwhile would be lost unseen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Holding:
    """Holds parts of a box or a view: they stay where they are and can be read, but not be used.

    The focus waits in the whole, so that no key means anything else, and goes back to where it was; meanwhile the
    cursor of the mouse says that something is being done.
    """

    def __init__(self, whole: QWidget, *parts: QWidget) -> None:
        self._whole, self._parts = whole, parts
        self._focus: QWidget | None = None
        self._held = False

    @property
    def held(self) -> bool:
        """Whether the parts are held."""
        return self._held

    def hold(self) -> None:
        """Hold the parts; what is being typed in them is entered first, as always when it is left."""
        if self._held:
            return
        focus = self._whole.window().focusWidget()
        self._focus = focus if focus is not None and self._whole.isAncestorOf(focus) else None
        if self._focus is not None:
            self._whole.setFocus()
        self._whole.setCursor(Qt.CursorShape.BusyCursor)
        self._set_held(True)

    def give_back(self) -> None:
        """Have the parts be used again, if they are held."""
        self._whole.unsetCursor()
        self._set_held(False)
        if self._focus is not None and isValid(self._focus) and self._whole.window().focusWidget() is self._whole:
            self._focus.setFocus()
        self._focus = None

    def _set_held(self, held: bool) -> None:
        self._held = held
        for part in self._parts:
            part.setEnabled(not held)
