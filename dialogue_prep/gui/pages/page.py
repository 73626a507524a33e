"""What every page of the window has, so that the window can lead to a record on it and ask what is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from dialogue_prep.domain.readiness import Mending
from dialogue_prep.gui.kit.menu_acts import MenuAct

WORDS = "words"
"""The name in the state of a page of what the user has typed to find."""

_ACTS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Page(QWidget):
    """A page of one place.

    `said` carries what to tell the user, `shown` tells that the page shows what is in the store, `history_asked`
    carries the record whose history the user wants to see, `place_asked` where else to go (a place, a record or "").
    """

    said = Signal(str)
    shown = Signal()
    history_asked = Signal(str)
    place_asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mending: Mending | None = None
        # What a page has just laid out is seen only in the next turn.
        self.shown.connect(self.focus_on_mending, Qt.ConnectionType.QueuedConnection)

    def lead_to(self, id_: str, mending: Mending = Mending.RECORD) -> None:
        """Lead to a record and put the focus where that of it is said, now or as soon as the record is shown."""
        self.choose_record(id_)
        self._mending = mending
        self.focus_on_mending()
        # In the next turn: the key by which this was asked for is no act of who has gone on.
        QTimer.singleShot(0, self, self._wait_for_mending)

    def mended_at(self, _mending: Mending) -> QWidget | None:
        """Return where that is said of the record that is led to; None while it is not shown."""
        return None

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self._lead_no_more()  # who has gone elsewhere is not led here
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _ACTS:
            self._lead_no_more()  # who does something has gone on; the focus would be taken from under the fingers
        elif event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self.isAncestorOf(watched):
            # A table tells late that another line is selected, and what is said of that is shown only then.
            QTimer.singleShot(0, self, self.focus_on_mending)
        return False

    def focus_on_mending(self) -> None:
        """Put the focus where it was asked to be, if that can be seen by now."""
        widget = self.mended_at(self._mending) if self._mending is not None and self.isVisible() else None
        if widget is None or not widget.isVisible():
            return
        self._lead_no_more()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        around = widget.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)

    def _wait_for_mending(self) -> None:
        self.focus_on_mending()
        application = QApplication.instance()
        if self._mending is not None and application is not None:
            application.installEventFilter(self)

    def _lead_no_more(self) -> None:
        self._mending = None
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def choose_record(self, id_: str) -> None:
        """Lead to a record, where the page shows it; a page whose lines are no records leaves things as they are."""

    def record_id(self) -> str:
        """Return the identifier of the record that is selected, empty where none is."""
        return ""

    def acts_on(self, _view: QAbstractItemView) -> Sequence[MenuAct]:
        """Return what can be done here with the line that the user is at in a list or table, for its context menu."""
        return ()

    def state(self) -> dict[str, str]:
        """Return the parts and filters that the user has chosen, by names of the page's own; typed words are WORDS."""
        return {}

    def restore(self, state: Mapping[str, str]) -> None:
        """Choose again what was chosen when the page was left; called before anything is read."""

    @property
    def in_use(self) -> bool:
        """Whether the user is in the middle of something here that must not be taken out of sight."""
        return False
