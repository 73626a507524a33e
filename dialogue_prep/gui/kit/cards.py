"""Cards: white sheets with a heading, on which pages lay out what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.labels import PlainLabel, Size


class Card(QFrame):
    """A sheet with rounded corners; `body` takes what is on it, and `aside` is beside the heading or below it."""

    def __init__(self, heading: str = "", *, aside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(8)
        if heading:
            title = PlainLabel(heading, size=Size.HEADING)
            self.setAccessibleName(heading)
            self.body.addLayout(Flow(title, aside, apart=True) if aside else row(title, None))


def rule() -> QFrame:
    """Return a thin line across."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def row(*items: QWidget | QHBoxLayout | None, spacing: int = 8) -> QHBoxLayout:
    """Return widgets side by side; None takes the space that is left."""
    line = QHBoxLayout()
    line.setSpacing(spacing)
    for item in items:
        if item is None:
            line.addStretch(1)
        elif isinstance(item, QWidget):
            line.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            line.addLayout(item)
    return line


def held(line: QHBoxLayout) -> QWidget:
    """Return a widget that holds widgets side by side, without room around them."""
    widget = QWidget()
    line.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(line)
    return widget


def fields_beside(*fields: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Return fields of a form side by side and equally wide: their editors stay in line where one is refused."""
    line = QHBoxLayout()
    line.setSpacing(spacing)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return line
