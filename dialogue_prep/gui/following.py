"""A widget that follows the store: it reads beside the window and shows what was read, and again after each change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.errors import NotFound
from dialogue_prep.gui.context import Context

V = TypeVar("V")


class Following(QObject, Generic[V]):
    """Calls `read` in a job and `show` with what it gave, whenever the signal comes while the widget is in sight.

    The signal is `changed` of the context unless another is given. `read` is asked on the GUI thread for the job, which
    can so be given what is looked at now. A widget out of sight is brought in step when it is shown. Signals that come
    while it is reading make it read once more, afterwards; what it read before them is not shown.
    """

    def __init__(
        self,
        widget: QWidget,
        context: Context,
        read: Callable[[], Callable[[], V]],
        show: Callable[[V], None],
        signal: SignalInstance | None = None,
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._context = context
        self._read = read
        self._show = show
        self._behind = signal is None
        self._reading = False
        widget.installEventFilter(self)
        (signal or context.changed).connect(self.read_again, Qt.ConnectionType.QueuedConnection)

    def read_again(self) -> None:
        """Read now, or as soon as the widget is in sight."""
        self._behind = True
        if self._reading or not self._widget.isVisible():
            return
        self._behind, self._reading = False, True
        self._context.jobs.run(self._read(), self._when_read, self._when_refused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._widget and event.type() == QEvent.Type.Show and self._behind:
            # In the next turn: a signal that is on its way, by which the widget was shown, would have it read twice.
            QTimer.singleShot(0, self, self._catch_up)
        return False

    def _catch_up(self) -> None:
        if self._behind:
            self.read_again()

    def _when_read(self, value: V) -> None:
        self._reading = False
        if self._behind:
            self.read_again()
        else:
            self._show(value)

    def _when_refused(self, error: BaseException) -> None:
        self._reading = False
        if self._behind:
            self.read_again()
        elif not isinstance(error, NotFound):
            # What is no longer there was removed while we read; the change that removed it is announced in a moment.
            self._context.jobs.refuse(error)
