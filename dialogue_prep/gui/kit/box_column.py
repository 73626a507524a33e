"""What every box begins with: margins, a heading, what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QVBoxLayout

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.letters import scaled

_SIDE, _TOP, _BOTTOM, _WIDEST = 24, 24, 16, 960


def box_column(box: QDialog, heading: str, about: str = "", *, width: int = 0) -> QVBoxLayout:
    """Return the column of a box for all that follows heading and words about it.

    `width` is its least in pixels, more where letters are large; it is as high as its words need in its width.
    """
    column = QVBoxLayout(box)
    column.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
    column.setSpacing(12)
    if width:
        # A least width of the box itself would come too late: its height would be that of a narrower one.
        column.addStrut(min(scaled(width, box), max(width, _WIDEST)) - 2 * _SIDE)
    column.addWidget(PlainLabel(heading, size=Size.LARGE, wrap=True))
    if about:
        column.addWidget(PlainLabel(about, tone=Tone.MUTED, wrap=True))
    box.installEventFilter(_Height(box, column))
    return column


class _Height(QObject):
    """Gives a box that is shown the height that it needs: Qt itself gives no more than two thirds of the screen's.

    Where more is said in it later, it gets what that needs at least: Qt itself counts no lines of words that wrap.
    """

    def __init__(self, box: QDialog, column: QVBoxLayout) -> None:
        super().__init__(box)
        self._column = column

    def eventFilter(self, box: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(box, QDialog):
            box.resize(box.width(), max(box.height(), box.heightForWidth(box.width())))
        elif event.type() == QEvent.Type.LayoutRequest and isinstance(box, QDialog):
            box.resize(box.width(), max(box.height(), self._column.totalMinimumHeightForWidth(box.width())))
        return False
