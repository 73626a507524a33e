"""The search over everything, as you type."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.suggestions import DressedPopup
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.words import _, with_commas

_WAIT_MILLISECONDS = 120
_HIT_ROLE = Role.UserRole
_WIDTH, _NARROWEST, _LIST_WIDTH, _SHOWN = 272, 176, 480, 8
_GROUND = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One line of the list of what was found: `kind` names the group that it begins.

    `in_title` and `in_excerpt` say where the words stand that were looked for, from the first character to the last.
    """

    id: str = ""
    kind: str = ""
    title: str
    excerpt: str = ""
    in_title: tuple[tuple[int, int], ...] = ()
    in_excerpt: tuple[tuple[int, int], ...] = ()


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
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(scaled(_WIDTH, self))
        self.setMinimumHeight(self.fontMetrics().height() + 16)
        self.setClearButtonEnabled(False)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        for sign in self.findChildren(QToolButton):
            sign.setAccessibleName(_("Search"))
        self._timer = QTimer(self, interval=_WAIT_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self._hits: TableModel[Hit] = TableModel(
            [Column(_("Found"), _title, {_HIT_ROLE: lambda hit: hit, Role.AccessibleTextRole: _spoken})], self
        )
        self._list: QListView | None = None
        self._from: QWidget | None = None
        self._answered, self._entered = "", False
        self.returnPressed.connect(self._when_entered)
        self.textEdited.connect(self._when_edited)
        self._draw_icon()

    def show_hits(self, words: str, hits: tuple[Hit, ...]) -> None:
        """Offer what was found for these words, unless others have been typed meanwhile."""
        if words != self.text().strip() or not words:
            return
        self._answered = words
        entered, self._entered = self._entered, False
        if entered and hits:
            self._hits.show_rows(hits)
            self._take_best()
            return
        self._hits.show_rows(hits or (Hit(title=_("Nothing was found")),))
        if self._list is None:
            self._list = self._make_list()
        policy = Qt.ScrollBarPolicy
        self._list.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if len(hits) > _SHOWN else policy.ScrollBarAlwaysOff
        )
        # The list is wider than the field and ends where the field ends.
        wide = scaled(_LIST_WIDTH, self)
        self.completer().complete(QRect(self.width() - wide, 4, wide, self.height()))

    def begin(self) -> None:
        """Let the user type, and lead back to where he or she was on Escape."""
        here = QApplication.focusWidget()
        self._from = here if here is not self else self._from
        self.setFocus()
        self.selectAll()

    def hits(self) -> tuple[Hit, ...]:
        """Return what is offered."""
        return self._hits.rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            if self._list is not None:
                self._list.hide()
            self.clearFocus()
            if self._from is not None and isValid(self._from):
                self._from.setFocus()
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
        self._entered = False
        if words.strip():
            self._timer.start()
            return
        self._timer.stop()
        if self._list is not None:
            self._list.hide()

    def _when_entered(self) -> None:
        """Take the best where none was chosen, now or once it is found."""
        shown = self._list
        if shown is not None and shown.isVisible() and shown.currentIndex().isValid():
            return
        if self._answered == self.text().strip():
            self._take_best()
        else:
            self._entered = True

    def _take_best(self) -> None:
        if self._list is not None:
            self._list.hide()
        if (hits := self._hits.rows()) and hits[0].id:
            self.chosen.emit(hits[0].id)

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
        paint_ground(painter, option)
        hit = index.data(_HIT_ROLE)
        assert isinstance(hit, Hit)
        colours = colours_now()
        line = option.fontMetrics.height()
        room: QRect = option.rect.adjusted(8, 8, -8, -8)
        width = option.fontMetrics.horizontalAdvance(hit.kind)
        painter.save()
        if hit.kind and index.row():
            painter.setPen(colours.border)
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        painter.setPen(colours.of(Tone.ACCENT))
        painter.drawText(room.x() + room.width() - width, room.y(), width + 1, line, 0, hit.kind)
        above = QRect(room.x(), room.y(), room.width() - width - 8, line)
        _draw(painter, above, sized(option.font, Size.STRONG), Tone.TEXT, hit.title, hit.in_title)
        below = QRect(room.x(), room.y() + line, room.width(), line)
        _draw(painter, below, option.font, Tone.MUTED, hit.excerpt, hit.in_excerpt)
        painter.restore()


def _draw(
    painter: QPainter, room: QRect, font: QFont, tone: Tone, words: str, marks: tuple[tuple[int, int], ...]
) -> None:
    """Draw one line of words, those that were looked for on a ground of their own."""
    metrics, colours = QFontMetrics(font), colours_now()
    shown = metrics.elidedText(words, _ELIDE, room.width())
    ground = QColor(colours.warn)
    ground.setAlpha(_GROUND)
    for begin, end in marks:
        if end <= len(shown):
            left, right = (room.x() + metrics.horizontalAdvance(shown[:place]) for place in (begin, end))
            painter.fillRect(QRect(left - 1, room.y(), right - left + 2, room.height()), ground)
    painter.setFont(font)
    painter.setPen(colours.of(tone))
    painter.drawText(room, 0, shown)


_ELIDE = Qt.TextElideMode.ElideRight


def _title(hit: Hit) -> str:
    return hit.title


def _spoken(hit: Hit) -> str:
    return with_commas((hit.kind, hit.title, hit.excerpt))
