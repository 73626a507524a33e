"""Asks before the window is closed while the user is in the middle of something that is not kept yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.words import _


class Leaving(QObject):
    """Keeps the window open while `in_use` says so, until the user says to close it all the same."""

    def __init__(self, frame: Frame, in_use: Callable[[], bool]) -> None:
        super().__init__(frame)
        self._frame = frame
        self._in_use = in_use
        self._asked = False
        frame.before_close(self._may_close)

    def _may_close(self) -> bool:
        if self._in_use() and not self._asked:
            self._ask()
            return False
        return True

    def _ask(self) -> None:
        # Imported here: nearly every time the window is closed, nothing has to be asked.
        from dialogue_prep.gui.boxes.question_box import QuestionBox

        box = QuestionBox(
            _("Something is not finished"),
            [_("What you have begun is lost unless you take it in, or add it, first.")],
            _("Close all the same"),
            self._frame,
        )
        box.accepted.connect(self._close)
        box.open()

    def _close(self) -> None:
        self._asked = True
        self._frame.close()
        self._asked = False
