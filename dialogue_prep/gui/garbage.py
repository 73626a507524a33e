"""Python's garbage is collected on the GUI thread: a widget that another thread takes away ends the process."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MILLISECONDS = 1000


class Garbage(QObject):
    """Collects what has piled up, from time to time, on the thread it belongs to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._may_set_aside = False
        self._timer = QTimer(self, interval=_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.collect)

    def take_over(self) -> None:
        """Have Python collect nothing any more, which it does on whatever thread is running."""
        gc.disable()
        self._may_set_aside = not gc.get_freeze_count()  # else somebody else has, and it is not ours to bring back

    def begin(self) -> None:
        """Collect in its place from now on: once there is a page, which a search through all would hold up before."""
        if not self._timer.isActive():
            self.set_aside()
            self._timer.start()

    def set_aside(self) -> None:
        """Search no more through what there is now: modules, which stay, and take a tenth of a second to search."""
        if self._may_set_aside:
            gc.freeze()

    def hand_back(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._may_set_aside:
            gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
