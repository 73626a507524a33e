"""A list of what stands in a text: its words, a note below them, where it stands, and what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, pixmap
from dialogue_prep.gui.kit.alignment import LEFT, RIGHT
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.labels import Size, plain_hint, sized
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.words import with_commas

_ICON, _GAP = 16, 8
_ROW_ROLE = Role.UserRole
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One entry; `place` stands at its end. `struck` is for what is not to count. `aloud` says the icon in words."""

    id: str
    words: str
    note: str
    place: str = ""
    icon: Icon | None = None
    tone: Tone = Tone.MUTED
    struck: bool = False
    aloud: str = ""


class FindingList(QListView):
    """Shows entries of two lines; `chosen` carries the identifier of the one that the user has come to."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._findings: TableModel[Finding] = TableModel(
            [Column(name, _words, {_ROW_ROLE: _itself, Role.AccessibleTextRole: _aloud, Role.ToolTipRole: _hint})], self
        )
        self.setModel(self._findings)
        self.setItemDelegate(_FindingDelegate(self))
        self.selectionModel().currentChanged.connect(self._when_come_to)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other entries; the one that the user is at stays, or gives way to its neighbour."""
        at = self.currentIndex().row()
        self._findings.show_rows(findings)
        if findings and not self.currentIndex().isValid():
            self._go(max(0, min(at, len(findings) - 1)))

    def findings(self) -> tuple[Finding, ...]:
        """Return what is shown."""
        return self._findings.rows()

    def here(self) -> str:
        """Return the identifier of the entry that the user is at, empty where there is none."""
        index = self.currentIndex()
        return self._findings.row_at(index).id if index.isValid() else ""

    def choose(self, id_: str) -> None:
        """Go to an entry, if it is there."""
        for row, finding in enumerate(self._findings.rows()):
            if finding.id == id_:
                self._go(row)

    def step(self, by: int) -> None:
        """Go so many entries on, as far as there are any."""
        count = self._findings.rowCount()
        if count:
            self._go(max(0, min(self.currentIndex().row() + by, count - 1)))

    def _go(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._findings.index(row, 0), flags.ClearAndSelect)

    def _when_come_to(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._findings.row_at(index).id)


class _FindingDelegate(QStyledItemDelegate):
    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, 2 * option.fontMetrics.height() + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        finding: Finding = index.data(_ROW_ROLE)
        widget = option.widget
        paint_ground(painter, option)
        colours = colours_now()
        line = option.fontMetrics.height()
        room = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.save()
        if finding.icon is not None:
            size = scaled(_ICON, widget)
            drawn = pixmap(finding.icon, colours.of(finding.tone).name(), size, widget.devicePixelRatioF())
            painter.drawPixmap(room.x(), room.y() + (line - size) // 2, drawn)
            room.adjust(size + _GAP, 0, 0, 0)
        painter.setPen(colours.of(Tone.MUTED))
        painter.setFont(sized(option.font, Size.SMALL))
        width = painter.fontMetrics().horizontalAdvance(finding.place)
        painter.drawText(QRect(room.right() - width, room.y(), width + 1, line), RIGHT, finding.place)
        note = painter.fontMetrics().elidedText(finding.note, _ELIDE, room.width())
        painter.drawText(QRect(room.x(), room.y() + line, room.width(), line), LEFT, note)
        font = sized(option.font, Size.BODY)
        font.setStrikeOut(finding.struck)
        painter.setFont(font)
        painter.setPen(colours.of(Tone.MUTED if finding.struck else Tone.TEXT))
        width = room.width() - width - _GAP
        words = painter.fontMetrics().elidedText(finding.words, _ELIDE, width)
        painter.drawText(QRect(room.x(), room.y(), width, line), LEFT, words)
        painter.restore()


def _words(finding: Finding) -> str:
    return finding.words


def _itself(finding: Finding) -> Finding:
    return finding


def _aloud(finding: Finding) -> str:
    return with_commas((finding.aloud, finding.words, finding.note, finding.place))


def _hint(finding: Finding) -> str:
    return plain_hint(finding.words)
