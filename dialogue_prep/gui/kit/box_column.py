"""What every box begins with: margins, a heading, what it is about."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import PlainLabel, Size

_SIDE, _TOP, _BOTTOM = 24, 24, 16


def box_column(box: QDialog, heading: str, about: str = "", *, width: int = 0) -> QVBoxLayout:
    """Return the column of a box for all that follows heading and words about it; `width` is its least, in pixels."""
    column = QVBoxLayout(box)
    column.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
    column.setSpacing(12)
    if width:
        # A least width of the box itself would come too late: its height would be that of a narrower one.
        column.addStrut(width - 2 * _SIDE)
    column.addWidget(PlainLabel(heading, size=Size.LARGE, wrap=True))
    if about:
        column.addWidget(PlainLabel(about, tone=Tone.MUTED, wrap=True))
    return column
