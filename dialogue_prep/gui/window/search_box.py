"""The search over everything, as you type."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.suggestions import DressedPopup
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.words import _

_WAIT_MILLISECONDS = 120
_KIND_ROLE, _EXCERPT_ROLE = Role.UserRole, Role.UserRole + 1
_WIDTH, _LIST_WIDTH, _SHOWN = 272, 480, 8


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the list of what was found."""

    id: str
    kind: str
    title: str
    excerpt: str


class SearchBox(QLineEdit):
    """Asks for hits shortly after each key and offers them below; `chosen` carries the identifier of one.

    `asked` carries the words to look for; whoever hears it answers with `show_hits`, with the same words.
    """

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search everything  Ctrl+K"))
        self.setAccessibleName(_("Search everything"))
        self.setMinimumWidth(_WIDTH // 2)
        self.setMaximumWidth(_WIDTH)
        self.setMinimumHeight(self.fontMetrics().height() + 16)
        self.setClearButtonEnabled(False)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        for sign in self.findChildren(QToolButton):
            sign.setAccessibleName(_("Search"))
        self._timer = QTimer(self, interval=_WAIT_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self._hits: TableModel[Hit] = TableModel(
            [Column(_("Found"), _title, {_KIND_ROLE: _kind, _EXCERPT_ROLE: _excerpt})], self
        )
        self._list: QListView | None = None
        self.textEdited.connect(self._when_edited)
        self._draw_icon()

    def show_hits(self, words: str, hits: tuple[Hit, ...]) -> None:
        """Offer what was found for these words, unless others have been typed meanwhile."""
        if words != self.text().strip() or not words:
            return
        self._hits.show_rows(hits or (Hit("", "", _("Nothing was found"), ""),))
        if self._list is None:
            self._list = self._make_list()
        # The list is wider than the field and ends where the field ends.
        self.completer().complete(QRect(self.width() - _LIST_WIDTH, 4, _LIST_WIDTH, self.height()))

    def hits(self) -> tuple[Hit, ...]:
        """Return what is offered."""
        return self._hits.rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _make_list(self) -> QListView:
        completer = QCompleter(self._hits, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SHOWN)
        shown = QListView()
        shown.setObjectName("found")
        shown.setAccessibleName(_("What was found"))
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(shown)
        DressedPopup(shown, self)
        shown.setItemDelegate(_HitDelegate(shown))
        completer.activated[QModelIndex].connect(self._when_activated)  # type: ignore[index]
        self.setCompleter(completer)
        return shown

    def _when_edited(self, words: str) -> None:
        if words.strip():
            self._timer.start()
            return
        self._timer.stop()
        if self._list is not None:
            self._list.hide()

    def _when_activated(self, index: QModelIndex) -> None:
        place = index.row()
        hits = self._hits.rows()
        if place < len(hits) and hits[place].id:
            self.chosen.emit(hits[place].id)

    def _draw_icon(self) -> None:
        self._glass.setIcon(line_icon(Icon.SEARCH, colours_now()))


class _HitDelegate(QStyledItemDelegate):
    """Paints the title with the kind beside it and the excerpt below."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_LIST_WIDTH // 2, 2 * option.fontMetrics.height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        colours = colours_now()
        line = option.fontMetrics.height()
        room: QRect = option.rect.adjusted(8, 8, -8, -8)
        kind = str(index.data(_KIND_ROLE) or "")
        width = option.fontMetrics.horizontalAdvance(kind)
        painter.save()
        painter.setPen(colours.of(Tone.MUTED))
        painter.drawText(room.x() + room.width() - width, room.y(), width + 1, line, 0, kind)
        excerpt = option.fontMetrics.elidedText(str(index.data(_EXCERPT_ROLE) or ""), _ELIDE, room.width())
        painter.drawText(room.x(), room.y() + line, room.width(), line, 0, excerpt)
        painter.setFont(sized(option.font, Size.STRONG))
        painter.setPen(colours.of(Tone.TEXT))
        title = painter.fontMetrics().elidedText(str(index.data()), _ELIDE, room.width() - width - 8)
        painter.drawText(room.x(), room.y(), room.width() - width - 8, line, 0, title)
        painter.restore()


_ELIDE = Qt.TextElideMode.ElideRight


def _title(hit: Hit) -> str:
    return hit.title


def _kind(hit: Hit) -> str:
    return hit.kind


def _excerpt(hit: Hit) -> str:
    return hit.excerpt
