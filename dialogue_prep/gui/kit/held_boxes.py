"""Boxes that wait for what they have asked for: nothing is typed into them meanwhile that would go with them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget
from shiboken6 import isValid

from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.holding import Holding

# What is done sooner is not seen as waiting, and nobody types on before it is done.
_SOON_MILLISECONDS = 300


class HeldBoxes(QObject):
    """Holds every box that asks for one thing at a time (`Jobs.run` with `by`) while that takes longer than a moment.

    The box keeps what was typed. It can still be closed; what is refused afterwards is told in the window.
    """

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._holdings: dict[QDialog, Holding] = {}
        jobs.asked.connect(self._when_asked)
        jobs.answered.connect(self._when_answered)

    def _when_asked(self, by: QObject) -> None:
        if isinstance(by, QDialog):
            self._holdings[by] = Holding(by, *_parts_of(by))
            QTimer.singleShot(_SOON_MILLISECONDS, by, partial(self._hold, by))

    def _hold(self, box: QDialog) -> None:
        if (holding := self._holdings.get(box)) is not None:
            holding.hold()

    def _when_answered(self, by: QObject) -> None:
        holding = self._holdings.pop(by, None) if isinstance(by, QDialog) else None
        if holding is not None and holding.held and isValid(by):
            holding.give_back()


def _parts_of(box: QDialog) -> list[QWidget]:
    """Return what can be used in a box and is no button to close it."""
    parts = (child for child in box.children() if isinstance(child, QWidget) and not child.isWindow())
    return [part for part in parts if part.isEnabled() and not isinstance(part, QDialogButtonBox)]
