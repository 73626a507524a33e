"""The co-chairs of a source, one line each: name, office and side; an empty line is no co-chair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.words import _
from dialogue_prep.reading.extract import FoundCoChair
from dialogue_prep.reading.source_facts import NOWHERE

_MOST_SEEN = 3


class _Row(NamedTuple):
    found: FoundCoChair
    name: QLineEdit
    office: QLineEdit
    side: ChoiceBox


class CoChairRows(QWidget):
    """Shows the co-chairs that were found and as many lines more as there are sides without one.

    `sides` are pairs of the name by which the source knows a side and the name to show.
    """

    def __init__(
        self, found: Sequence[FoundCoChair], sides: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sides = tuple(sides)
        self._rows: list[_Row] = []
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setSpacing(8)
        for column, width in enumerate((5, 7, 3)):
            self._grid.setColumnStretch(column, width)
        self._scroll = _Scroll(self._body, self._room)
        self.add = QPushButton(_("Add a co-chair"))
        self.add.setObjectName("quiet")
        self.add.clicked.connect(self._add_empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        chaired = {chair.side for chair in found}
        missing = [FoundCoChair(name=None, office=None, side=s, span=NOWHERE) for s, _n in sides if s not in chaired]
        for chair in (*found, *missing):
            self._put(chair)

    def co_chairs(self) -> tuple[FoundCoChair, ...]:
        """Return the co-chairs as they stand there; lines without name and office are none."""
        given = (
            replace(row.found, name=_said(row.name), office=_said(row.office), side=row.side.thing() or None)
            for row in self._rows
        )
        return tuple(chair for chair in given if chair.name or chair.office)

    def editors(self, place: int) -> tuple[QLineEdit, QLineEdit, ChoiceBox]:
        """Return the editors of one line: name, office, side."""
        return self._rows[place][1:]

    def _add_empty(self) -> None:
        self._put(FoundCoChair(name=None, office=None, side=None, span=NOWHERE))
        self._rows[-1].name.setFocus()
        self._body.adjustSize()
        self._scroll.ensureWidgetVisible(self._rows[-1].name)

    def _put(self, chair: FoundCoChair) -> None:
        name, office, side = QLineEdit(chair.name or ""), QLineEdit(chair.office or ""), ChoiceBox(_("Side"))
        name.setPlaceholderText(_("Name", "of a person"))
        office.setPlaceholderText(_("Office"))
        name.setAccessibleName(_("Name of a co-chair"))
        office.setAccessibleName(_("Office of a co-chair"))
        side.offer([("", _("no side")), *self._sides])
        side.choose(chair.side or "")
        for editor in (name, office):
            editor.setCursorPosition(0)
        for column, widget in enumerate((name, office, side)):
            self._grid.addWidget(widget, len(self._rows), column)
        self._rows.append(_Row(chair, name, office, side))
        self._scroll.updateGeometry()

    def _room(self) -> int:
        """Return the height of the lines, but of no more than a few."""
        heights = [row.side.sizeHint().height() for row in self._rows[:_MOST_SEEN]]
        return sum(heights) + (len(heights) - 1) * self._grid.verticalSpacing()


class _Scroll(QScrollArea):
    """Is as high as it is told whenever it is laid out: only then what it holds has its style."""

    def __init__(self, body: QWidget, height: Callable[[], int]) -> None:
        super().__init__()
        self._height = height
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(body)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().minimumSizeHint().width(), self._height())


def _said(editor: QLineEdit) -> str | None:
    return " ".join(editor.text().split()) or None
